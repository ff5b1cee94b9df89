package org.legendre.optimize.natural;

import java.util.Optional;
import java.util.SplittableRandom;
import org.legendre.geometry.PositiveDefinite;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;
import org.legendre.optimize.Motion;
import org.legendre.optimize.Outcome;
import org.legendre.optimize.Sampling;
import org.legendre.optimize.Stage;

/** A run of {@link StochasticNaturalGradient}. */
final class Batches implements Motion {
    private final StochasticNaturalGradient scheme;
    private final Stage stage;
    private final int n;
    /** A, row by row. */
    private final double[] average;

    private final double[] w;
    private final double[] g;
    private final double[] direction;
    private final int[] indices;

    Batches(StochasticNaturalGradient scheme, Stage stage) {
        this.scheme = scheme;
        this.stage = stage;
        this.n = stage.size();
        this.average = stage.momentum();
        this.w = new double[n];
        this.g = new double[n];
        this.direction = new double[n];
        Sampling sampling = scheme.sampling;
        this.indices = new int[sampling == null ? 1 : sampling.batch()];
    }

    @Override
    public Optional<Outcome> advance() {
        int iteration = stage.from().iteration();
        int all = scheme.likelihood.observations();
        Sampling sampling = scheme.sampling;
        int seen = sampling == null ? iteration * scheme.steps : 0;
        if (sampling == null && seen >= all) {
            return Optional.of(new Outcome.Exhausted("all " + all + " observations have been seen once"));
        }
        System.arraycopy(stage.point(), 0, w, 0, n);
        SplittableRandom random = sampling == null ? new SplittableRandom(0) : sampling.after(iteration);
        double rate = scheme.first;
        for (int j = 0; j < scheme.steps && (sampling != null || seen + j < all); j++) {
            if (sampling == null) {
                indices[0] = seen + j;
            } else {
                sampling.draw(random, all, indices);
            }
            double k = (double) iteration * scheme.steps + j + 1;
            stage.partial(w, indices, indices.length, g);
            average(Math.min(1 - 1 / k, scheme.most));
            solve(sampling == null ? scheme.damping / k : scheme.damping);
            rate = scheme.first / Math.pow(k, scheme.power);
            for (int i = 0; i < n; i++) {
                w[i] -= rate * direction[i];
            }
        }
        System.arraycopy(w, 0, stage.nextPoint(), 0, n);
        stage.place(rate);
        return Optional.empty();
    }

    /** A ← εA + (1 − ε)F_B(w). */
    private void average(double share) {
        Vec<Weights> here = Vec.of(w);
        double[][] fisher = scheme.likelihood.some(indices).fisher(here).toMatrix();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                average[i * n + j] = share * average[i * n + j] + (1 - share) * fisher[i][j];
            }
        }
    }

    private void solve(double damping) {
        double[][] matrix = new double[n][n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(average, i * n, matrix[i], 0, n);
            matrix[i][i] += damping;
        }
        PositiveDefinite.regular(
                        matrix,
                        "the damping λ = " + damping
                                + " is too small for the average Fisher information, which is singular")
                .solve(g, direction);
    }
}
