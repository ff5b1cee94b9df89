package org.legendre.examples.contest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.legendre.examples.page.Table;
import org.legendre.geometry.ConjugateGradients;
import org.legendre.geometry.Differential;
import org.legendre.geometry.Domain;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;
import org.legendre.geometry.model.Damped;
import org.legendre.geometry.model.FisherForm;
import org.legendre.geometry.model.FisherInformation;
import org.legendre.geometry.model.Likelihood;
import org.legendre.optimize.Descent;
import org.legendre.optimize.Geometry;
import org.legendre.optimize.Run;
import org.legendre.optimize.Scheme;
import org.legendre.optimize.StepRule;
import org.legendre.optimize.Stopping;
import org.legendre.optimize.natural.NaturalGradient;

/** Kinds of Fisher matrices by ways to solve with them, on models of several kinds: steps and seconds until the loss has come down. */
final class FisherContest {
    private static final ConjugateGradients SOLVER = ConjugateGradients.to(1e-3);
    private static final int DRAWS = 4;
    private static final int RANK = 20;
    private static final int STEPS = 200;
    private static final int GRADIENT_STEPS = 2000;
    /** In sample space solves of more unknowns than this, and than weights, are left out. */
    private static final int UNKNOWNS = 500;

    private static final double LONG = 2;

    private FisherContest() {}

    /** Prints the tables. */
    static void print() {
        System.out.println(
                "Steps and seconds until the loss reaches a value; natural gradient from the step 1 (Armijo), the exact Fisher information and what stands in for it");
        for (FisherProblem problem : FisherProblem.all()) {
            Table table = Table.of("Fisher matrix", "solve", "steps", "seconds", "loss", "outcome");
            for (Entrant entrant : entrants(problem)) {
                Run<Weights, Differential<Weights>> run = warm(problem, entrant);
                String[] words = entrant.name().split(", ", -1);
                table = table.row(
                        words[0],
                        words[1],
                        run.last().value() <= problem.target() ? run.last().iteration() : "–",
                        String.format(Locale.ROOT, "%.3f", run.last().seconds()),
                        String.format(Locale.ROOT, "%.10f", run.last().value()),
                        run.outcome().getClass().getSimpleName());
                System.out.println("    … " + entrant.name());
            }
            System.out.println();
            System.out.println(problem.name() + ": λ = " + problem.damping() + ", until the loss is "
                    + String.format(Locale.ROOT, "%.10f", problem.target()));
            System.out.println(table.toText());
        }
    }

    /** The second run, since the first begins in a cold virtual machine; a long one warms itself. */
    private static Run<Weights, Differential<Weights>> warm(FisherProblem problem, Entrant entrant) {
        Run<Weights, Differential<Weights>> first = run(problem, entrant);
        return first.last().seconds() > LONG ? first : run(problem, entrant);
    }

    static Run<Weights, Differential<Weights>> run(FisherProblem problem, Entrant entrant) {
        return entrant.method()
                .keepPoints(false)
                .until(Stopping.valueBelow(problem.target()).or(Stopping.iterations(entrant.steps())))
                .run(problem.start());
    }

    /** All kinds and solves that fit: "kind, solve". */
    static List<Entrant> entrants(FisherProblem problem) {
        Likelihood<?, ?> model = problem.likelihood();
        double lambda = problem.damping();
        int p = model.size();
        List<Entrant> entrants = new ArrayList<>();
        kind(problem, entrants, "exact", model::fisher, problem.samples());
        kind(problem, entrants, "Monte Carlo", w -> model.monteCarloFisher(w, DRAWS, 1), DRAWS * model.observations());
        entrants.add(other(
                problem, "empirical, direct", w -> model.empiricalFisher(w).damped(lambda)));
        entrants.add(other(
                problem,
                "empirical, conjugate gradients",
                w -> model.empiricalFisher(w).damped(lambda).by(SOLVER)));
        if (model.observations() <= Math.max(p, UNKNOWNS)) {
            entrants.add(other(
                    problem,
                    "empirical, sample space",
                    w -> model.empiricalFisher(w).dampedInSampleSpace(lambda)));
        }
        entrants.add(natural(
                problem,
                "exact blocks by layer, direct",
                w -> model.fisher(w).blocksByLayer().damped(lambda)));
        entrants.add(natural(
                problem,
                "exact blocks by unit, direct",
                w -> model.fisher(w).blocksByUnit().damped(lambda)));
        entrants.add(natural(
                problem, "K-FAC, eigenvectors", w -> model.fisher(w).kronecker().damped(lambda)));
        entrants.add(natural(
                problem,
                "K-FAC, damped in factors",
                w -> model.fisher(w).kronecker().dampedInFactors(lambda)));
        entrants.add(natural(
                problem,
                "EKFAC, eigenvectors",
                w -> model.fisher(w).kronecker().eigenvalueCorrected().damped(lambda)));
        int rank = Math.min(RANK, p - 1);
        entrants.add(natural(
                problem,
                "rank " + rank + " plus diagonal, sample space",
                w -> model.fisher(w).lowRank(rank).damped(lambda)));
        entrants.add(new Entrant(
                "none, gradient descent", Descent.of(problem.loss(), Geometry.euclidean(p)), GRADIENT_STEPS));
        return entrants;
    }

    private static void kind(
            FisherProblem problem,
            List<Entrant> entrants,
            String name,
            Function<Vec<Weights>, FisherInformation> fisher,
            int samples) {
        double lambda = problem.damping();
        entrants.add(natural(problem, name + ", direct", w -> fisher.apply(w).damped(lambda)));
        Entrant iterative = natural(
                problem,
                name + ", conjugate gradients",
                w -> fisher.apply(w).damped(lambda).by(SOLVER));
        entrants.add(new Entrant(iterative.name(), iterative.method().by(Scheme.warmStarted()), iterative.steps()));
        if (samples <= Math.max(problem.start().size(), UNKNOWNS)) {
            entrants.add(natural(
                    problem, name + ", sample space", w -> fisher.apply(w).dampedInSampleSpace(lambda)));
        }
    }

    private static Entrant natural(
            FisherProblem problem, String name, Function<Vec<Weights>, Damped<? extends FisherForm>> fisher) {
        return entrant(problem, name, NaturalGradient.of(problem.start().size(), fisher));
    }

    private static Entrant other(
            FisherProblem problem, String name, Function<Vec<Weights>, ? extends Damped<?>> matrix) {
        return entrant(
                problem, name, Geometry.natural(Domain.reals(problem.start().size()), matrix));
    }

    private static Entrant entrant(
            FisherProblem problem, String name, Geometry<Weights, Differential<Weights>> geometry) {
        return new Entrant(name, Descent.of(problem.loss(), geometry).step(StepRule.armijoFrom(1)), STEPS);
    }
}
