package org.legendre.examples.contest;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.legendre.examples.page.Table;
import org.legendre.geometry.Differential;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Potentials;
import org.legendre.geometry.Weights;
import org.legendre.optimize.Constraint;
import org.legendre.optimize.Descent;
import org.legendre.optimize.Geometry;
import org.legendre.optimize.Scheme;
import org.legendre.optimize.StepRule;

/** Prints, for each problem and method, oracle calls and milliseconds to certified accuracies; or what kinds of Fisher matrices cost on several models. */
public final class Contest {
    private static final double[] ACCURACIES = {1e-3, 1e-5, Result.ACCURACY};
    private static final int PAIRS = 40;

    private Contest() {}

    /**
     * Runs the contest.
     *
     * @param arguments {@code certified} or {@code fisher}; {@code certified} without one
     */
    public static void main(String[] arguments) {
        String which = arguments.length > 0 ? arguments[0] : "certified";
        switch (which) {
            case "certified" -> print();
            case "fisher" -> FisherContest.print();
            default -> throw new DomainException("contest", which, "certified or fisher");
        }
    }

    private static void print() {
        System.out.println(
                "Steps / oracle calls / milliseconds until the duality gap certifies an accuracy (fastest of several runs in one virtual machine)");
        for (Problem problem : List.of(Problem.design(), Problem.portfolio(), Problem.poisson())) {
            Table table = Table.of("method", "1e-3", "1e-5", "1e-8", "certificate", "steps", "outcome");
            for (Entrant entrant : entrants(problem)) {
                table = table.row(row(entrant, Result.of(problem, entrant)));
                System.out.println("    … " + problem.name() + ", " + entrant.name());
            }
            System.out.println();
            System.out.println(problem.name());
            System.out.println(table.toText());
        }
    }

    /** The methods that enter for a problem. */
    static List<Entrant> entrants(Problem problem) {
        int n = problem.objective().size();
        return problem.degree().isPresent()
                ? onSimplex(problem, n, problem.degree().getAsDouble())
                : onOrthant(problem, n);
    }

    private static List<Entrant> onSimplex(Problem problem, int n, double degree) {
        Geometry<Weights, Differential<Weights>> burg =
                Geometry.mirror(Potentials.<Weights, Differential<Weights>>burg(n), Constraint.simplex());
        Geometry<Weights, Differential<Weights>> logs = Geometry.exponentiatedGradient(n);
        return List.of(
                new Entrant(
                        "quasi-Newton, square roots of weights",
                        method(problem, Geometry.hellinger(n)).by(Scheme.quasiNewton(PAIRS)),
                        1000),
                new Entrant("quasi-Newton, log weights", method(problem, logs).by(Scheme.quasiNewton(PAIRS)), 1000),
                new Entrant(
                        "Bregman proximal gradient, Burg",
                        method(problem, burg).step(StepRule.relativeSmoothness()),
                        3000),
                new Entrant("exponentiated gradient, Armijo", method(problem, logs), 3000),
                new Entrant(
                        "accelerated, adaptive gain, Burg",
                        method(problem, burg)
                                .by(Scheme.accelerated(problem.smoothness()).adaptiveGain()),
                        3000),
                new Entrant(
                        "Frank–Wolfe, away steps",
                        method(problem, Geometry.frankWolfeAway(n, Constraint.simplex()))
                                .step(StepRule.exact()),
                        3000),
                new Entrant(
                        "multiplicative update",
                        method(problem, Geometry.replicator(n)).step(StepRule.constant(1 / degree)),
                        10000));
    }

    private static List<Entrant> onOrthant(Problem problem, int n) {
        double[] lower = new double[n];
        double[] upper = new double[n];
        Arrays.fill(upper, Double.POSITIVE_INFINITY);
        Constraint orthant = Constraint.box(lower, upper);
        Geometry<Weights, Differential<Weights>> box =
                Geometry.mirror(Potentials.<Weights, Differential<Weights>>halfSquaredNorm(n), orthant);
        Geometry<Weights, Differential<Weights>> burg =
                Geometry.mirror(Potentials.<Weights, Differential<Weights>>burg(n));
        Geometry<Weights, Differential<Weights>> logs =
                Geometry.mirror(Potentials.<Weights, Differential<Weights>>negativeEntropy(n));
        return List.of(
                new Entrant("quasi-Newton, held at bounds", method(problem, box).by(Scheme.quasiNewton(PAIRS)), 1000),
                new Entrant("quasi-Newton, logarithms", method(problem, logs).by(Scheme.quasiNewton(PAIRS)), 1000),
                new Entrant("projected gradient, Armijo", method(problem, box), 3000),
                new Entrant(
                        "Bregman proximal gradient, Burg",
                        method(problem, burg).step(StepRule.relativeSmoothness()),
                        3000),
                new Entrant("exponentiated gradient, Armijo", method(problem, logs), 3000),
                new Entrant(
                        "accelerated, adaptive gain, Burg",
                        method(problem, burg)
                                .by(Scheme.accelerated(problem.smoothness()).adaptiveGain()),
                        3000));
    }

    private static Descent<Weights, Differential<Weights>> method(
            Problem problem, Geometry<Weights, Differential<Weights>> geometry) {
        return Descent.of(problem.objective(), geometry);
    }

    private static Object[] row(Entrant entrant, Result result) {
        Object[] cells = new Object[ACCURACIES.length + 4];
        cells[0] = entrant.name();
        for (int k = 0; k < ACCURACIES.length; k++) {
            int reached = result.reached(ACCURACIES[k]);
            cells[k + 1] = reached < 0
                    ? "–"
                    : String.format(
                            Locale.ROOT,
                            "%d / %.0f / %.2f",
                            reached,
                            result.calls(reached),
                            result.milliseconds(reached));
        }
        cells[cells.length - 3] = String.format(Locale.ROOT, "%.1e", result.certificate());
        cells[cells.length - 2] = result.iterations();
        cells[cells.length - 1] = result.outcome().getClass().getSimpleName();
        return cells;
    }
}
