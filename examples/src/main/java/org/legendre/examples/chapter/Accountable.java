package org.legendre.examples.chapter;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.legendre.examples.data.Datasets;
import org.legendre.examples.figure.Figure;
import org.legendre.examples.figure.Legend;
import org.legendre.geometry.Differential;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Potentials;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;
import org.legendre.optimize.Column;
import org.legendre.optimize.Constraint;
import org.legendre.optimize.Descent;
import org.legendre.optimize.Geometry;
import org.legendre.optimize.Iterate;
import org.legendre.optimize.Objective;
import org.legendre.optimize.Run;
import org.legendre.optimize.Scheme;
import org.legendre.optimize.StepRule;
import org.legendre.optimize.Stopping;
import org.legendre.optimize.online.Hedge;
import org.legendre.optimize.online.Learner;
import org.legendre.optimize.online.RegretAccount;
import org.legendre.optimize.problem.DOptimalDesign;
import org.legendre.optimize.theory.Certificate;
import org.legendre.optimize.theory.Theorem;

/** A D-optimal design: what a geometry costs, what a theorem promises, and the paths on a small simplex. */
public final class Accountable implements Example {
    private static final int POINTS = 200;
    private static final double ACCURACY = 1e-8;
    private static final Legendre<Weights, Differential<Weights>> BURG = Potentials.burg(POINTS);

    @Override
    public String title() {
        return "Every run accountable";
    }

    @Override
    public String prose() {
        return """
                Which 80-dimensional regression measures best? Of 200 candidate points choose weights x that maximise log det Σ xᵢhᵢhᵢᵀ (Kiefer and Wolfowitz 1960). The equivalence theorem gives a certificate: with w the variances of prediction, \
                80·log(max w/80) bounds what any design could still gain. Two of the optimal weights are 0, the others are small, and the coordinates decide: steps along the gradient, with the negative entropy or with Burg's, need thousands; quasi-Newton steps need a hundred in the \
                logarithms of the weights, two of which run off to −∞, and a few dozen in their square roots, where the Fisher metric is a sphere's.

                f is 1-smooth relative to Burg's entropy, so that f(x_k) − f(u) ≤ D(u, x₀)/k. At the optimum D(u, x₀) is infinite and this says nothing: the certificate of the theorem notices, and compares with the best points on the way from u to \
                the start instead.

                On the simplex of three weights the same loss is followed by three geometries. For small steps exponentiated gradient and gradient steps in the square roots of the weights follow one flow, that of the Fisher metric: a weight \
                that is small changes slowly, so that the first weight is exchanged for the third before the second has grown. The Euclidean step goes straight to the edge of the optimum and slides along it.

                Online there is no optimum, only regret: what Hedge (Freund and Schapire 1997) has lost more than the best of n actions in hindsight. With losses in [0, 1], whatever they are, T rounds at the rate √(8 ln n/T) cost at most √(T ln n/2) more (Cesa-Bianchi and Lugosi 2006, \
                theorem 2.2). Fair coins leave nothing to learn, and yet the best of many actions was lucky: for n in the thousands the bound is all but reached.""";
    }

    // begin: certified
    /** The design, certified to 1e-8. */
    private static Run<Weights, Differential<Weights>> design(
            Geometry<Weights, Differential<Weights>> geometry, Scheme scheme, int steps) {
        return Descent.of(DOptimalDesign.of(Datasets.design()), geometry)
                .by(scheme)
                .until(Stopping.gapBelow(ACCURACY).or(Stopping.iterations(steps)))
                .run(uniform(POINTS));
    }
    // end: certified

    // begin: theorem
    /** Bregman proximal gradient, held to its theorem. */
    private static Certificate<Weights, Differential<Weights>> held(Vec<Weights> optimum, int steps) {
        DOptimalDesign objective = DOptimalDesign.of(Datasets.design());
        Theorem<Weights, Differential<Weights>> theorem = Theorem.relativeSmoothness();
        Certificate<Weights, Differential<Weights>> certificate = theorem.certify(objective, BURG, optimum);
        Descent.of(objective, Geometry.mirror(BURG, Constraint.simplex()))
                .step(StepRule.constant(1))
                .until(Stopping.iterations(steps))
                .run(uniform(POINTS), certificate);
        return certificate;
    }
    // end: theorem

    // begin: regret
    /** Hedge against fair coins, and its account. */
    static RegretAccount regret(int n, int rounds) {
        Learner<Weights, Differential<Weights>> learner =
                Hedge.over(n).horizon(rounds).start();
        SplittableRandom coins = new SplittableRandom(n);
        double[] losses = new double[n];
        for (int t = 0; t < rounds; t++) {
            Arrays.setAll(losses, i -> coins.nextInt(2));
            learner.observe(losses);
        }
        return learner.account();
    }
    // end: regret

    /** The design without the weights that have run off towards 0. */
    private static Vec<Weights> onTheEdge(Vec<Weights> x) {
        double kept = 0;
        for (double weight : x.toArray()) {
            kept += weight < 1e-9 ? 0 : weight;
        }
        double total = kept;
        return Vec.generate(POINTS, i -> x.get(i) < 1e-9 ? 0 : x.get(i) / total);
    }

    private static double support(Vec<Weights> x) {
        return Arrays.stream(x.toArray()).map(Math::signum).sum();
    }

    private static Vec<Weights> uniform(int n) {
        return Vec.generate(n, i -> 1.0 / n);
    }

    @Override
    public Findings work(boolean full, Consumer<String> progress) {
        int patience = full ? 3000 : 300;
        progress.accept("a design of 200 points, four methods");
        Run<Weights, Differential<Weights>> roots = design(Geometry.hellinger(POINTS), Scheme.quasiNewton(40), 500);
        Run<Weights, Differential<Weights>> logs =
                design(Geometry.exponentiatedGradient(POINTS), Scheme.quasiNewton(40), 500);
        Run<Weights, Differential<Weights>> plain =
                design(Geometry.exponentiatedGradient(POINTS), Scheme.descent(), patience);
        Run<Weights, Differential<Weights>> burg =
                design(Geometry.mirror(BURG, Constraint.simplex()), Scheme.descent(), patience);
        progress.accept("the theorem of relative smoothness");
        int observed = full ? 1000 : 100;
        Certificate<Weights, Differential<Weights>> held = held(onTheEdge(roots.point()), observed);
        Certificate.Line last = held.lines().get(observed - 1);
        progress.accept("Hedge against fair coins");
        return RegretPicture.of(findings(roots, logs, plain, burg, held, last, observed));
    }

    private static Findings findings(
            Run<Weights, Differential<Weights>> roots,
            Run<Weights, Differential<Weights>> logs,
            Run<Weights, Differential<Weights>> plain,
            Run<Weights, Differential<Weights>> burg,
            Certificate<Weights, Differential<Weights>> held,
            Certificate.Line last,
            int observed) {
        return Findings.NONE
                .number("least −log det", roots.last().value(), "")
                .number(
                        "… certified to within",
                        roots.last().gap() <= ACCURACY ? ACCURACY : Double.POSITIVE_INFINITY,
                        "")
                .number("weights that are not 0", support(onTheEdge(roots.point())), "")
                .number(
                        "steps, quasi-Newton in square roots of weights",
                        roots.last().iteration(),
                        "")
                .number("steps, quasi-Newton in log weights", logs.last().iteration(), "")
                .number(
                        "theorem kept after " + observed + " steps (1: yes)",
                        held.verdict() instanceof Certificate.Verdict.Kept ? 1 : 0,
                        "")
                .number("its textbook bound is vacuous (1: yes)", held.vacuous() ? 1 : 0, "")
                .number("bound from interior points", last.bound(), "")
                .number("distance from the optimum", last.quantity(), "")
                .picture(
                        "accountable-gap",
                        "The least duality gap so far against the number of values and gradients asked for. The certificate of each run is its own: no optimum is needed to draw this.",
                        Figure.titled("A D-optimal design, certified")
                                .axes("oracle calls", "duality gap")
                                .logX()
                                .logY()
                                .yRange(1e-9, 1e7)
                                .legend(Legend.TOP_RIGHT)
                                .line("quasi-Newton, square roots of weights", calls(roots), gaps(roots))
                                .line("quasi-Newton, log weights", calls(logs), gaps(logs))
                                .line("exponentiated gradient", calls(plain), gaps(plain))
                                .line("Bregman gradient, Burg's entropy", calls(burg), gaps(burg)))
                .picture(
                        "accountable-theorem",
                        "What the theorem promises, through the best interior comparison point, and what the run did.",
                        Figure.titled("f(x_k) − f* under its bound")
                                .axes("step", "f(x_k) − f*")
                                .logX()
                                .logY()
                                .legend(Legend.BOTTOM_LEFT)
                                .dashed(
                                        "bound",
                                        steps(held),
                                        held.lines().stream()
                                                .mapToDouble(Certificate.Line::bound)
                                                .toArray())
                                .line(
                                        "run",
                                        steps(held),
                                        held.lines().stream()
                                                .mapToDouble(Certificate.Line::quantity)
                                                .toArray()))
                .picture(
                        "accountable-paths",
                        "Sixty steps of the same length in three geometries. The corners are the three weights; the optimum is on the edge without the first one (left).",
                        paths());
    }

    private static double[] calls(Run<?, ?> run) {
        return run.trace().column(Column.ORACLE_CALLS);
    }

    /** The least gap so far: a bound that was proved stays proved. */
    private static double[] gaps(Run<?, ?> run) {
        double[] gaps = run.trace().column(Column.GAP);
        for (int k = 1; k < gaps.length; k++) {
            gaps[k] = Math.min(gaps[k], gaps[k - 1]);
        }
        return gaps;
    }

    private static double[] steps(Certificate<?, ?> certificate) {
        return certificate.lines().stream()
                .mapToDouble(Certificate.Line::iteration)
                .toArray();
    }

    /** Where the loss is least, outside the simplex; the optimum is on the edge without the first weight. */
    private static final double[] TARGET = {-0.5, 0.8, 0.3};

    private static final double[] OPTIMUM = {0, 0.75, 0.25};

    private static Run<Weights, Differential<Weights>> path(Geometry<Weights, Differential<Weights>> geometry) {
        Objective<Weights, Differential<Weights>> loss = Objective.of(
                3,
                x -> IntStream.range(0, 3)
                        .mapToDouble(i -> (x.get(i) - TARGET[i]) * (x.get(i) - TARGET[i]) / 2)
                        .sum(),
                x -> Vec.generate(3, i -> x.get(i) - TARGET[i]));
        return Descent.of(loss, geometry)
                .step(StepRule.constant(STEP))
                .until(Stopping.iterations(60))
                .run(Vec.of(0.9, 0.005, 0.095));
    }

    private static final double STEP = 0.4;

    private static Figure paths() {
        double[] cornersX = {0, 1, 0.5, 0};
        double[] cornersY = {0, 0, Math.sqrt(0.75), 0};
        Figure figure = Figure.titled("Paths on the simplex")
                .axes("", "")
                .equalAxes()
                .xRange(-0.05, 2.15)
                .yRange(-0.05, 0.95)
                .legend(Legend.TOP_RIGHT)
                .reference("", cornersX, cornersY);
        figure = draw(figure, "exponentiated gradient", path(Geometry.exponentiatedGradient(3)));
        figure = draw(figure, "square roots of weights", path(Geometry.hellinger(3)));
        figure = draw(
                figure,
                "Euclidean, projected",
                path(Geometry.mirror(
                        Potentials.<Weights, Differential<Weights>>halfSquaredNorm(3), Constraint.simplex())));
        return figure.points("optimum", new double[] {across(OPTIMUM)}, new double[] {up(OPTIMUM)});
    }

    private static Figure draw(Figure figure, String label, Run<Weights, Differential<Weights>> run) {
        List<double[]> points = run.trace().iterates().stream()
                .map(Iterate::point)
                .map(Vec::toArray)
                .toList();
        return figure.line(
                label,
                points.stream().mapToDouble(Accountable::across).toArray(),
                points.stream().mapToDouble(Accountable::up).toArray());
    }

    /** The corners are (0, 0), (1, 0) and (½, √¾). */
    private static double across(double[] x) {
        return x[1] + 0.5 * x[2];
    }

    private static double up(double[] x) {
        return Math.sqrt(0.75) * x[2];
    }

    @Override
    public List<String> listings() {
        return List.of("certified", "theorem", "regret");
    }
}
