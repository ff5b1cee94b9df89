package org.legendre.examples.contest;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.legendre.examples.data.Datasets;
import org.legendre.geometry.Differential;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;
import org.legendre.optimize.Objective;
import org.legendre.optimize.problem.DOptimalDesign;
import org.legendre.optimize.problem.LogOptimalPortfolio;
import org.legendre.optimize.problem.PoissonInverse;

/**
 * A problem with a start that all methods share.
 *
 * @param name its name
 * @param objective the objective, which knows its duality gap
 * @param start the start
 * @param scale what gaps are measured in: 1, or the value at the start
 * @param smoothness L, relative to Burg's entropy
 * @param degree −Σ xᵢ∂f/∂xᵢ where it is the same everywhere: problems on the simplex; empty for one on the orthant
 */
record Problem(
        String name,
        Objective<Weights, Differential<Weights>> objective,
        Vec<Weights> start,
        double scale,
        double smoothness,
        OptionalDouble degree) {
    /** min −log det(H diag(x) Hᵀ) on the simplex, 80 coefficients and 200 points. */
    static Problem design() {
        return new Problem(
                "D-optimal design 80×200",
                DOptimalDesign.of(Datasets.design()),
                equal(200, 1.0 / 200),
                1,
                1,
                OptionalDouble.of(80));
    }

    /** The log-optimal portfolio of 36 stocks on 5651 days. */
    static Problem portfolio() {
        return new Problem(
                "portfolio 5651×36",
                LogOptimalPortfolio.of(Datasets.nyse()),
                equal(36, 1.0 / 36),
                1,
                1,
                OptionalDouble.of(1));
    }

    /** The Poisson inverse problem of 200 counts and 100 intensities; gaps relative to the value at the start. */
    static Problem poisson() {
        double[] counts = Datasets.poissonObservations();
        PoissonInverse inverse = PoissonInverse.of(Datasets.poissonMatrix(), counts);
        Vec<Weights> start = equal(100, 0.1);
        return new Problem(
                "Poisson inverse 200×100",
                inverse,
                start,
                inverse.value(start),
                Arrays.stream(counts).sum(),
                OptionalDouble.empty());
    }

    private static Vec<Weights> equal(int n, double weight) {
        double[] x = new double[n];
        Arrays.fill(x, weight);
        return Vec.of(x);
    }
}
