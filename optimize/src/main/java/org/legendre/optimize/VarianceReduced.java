package org.legendre.optimize;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.legendre.geometry.DomainException;

/** Stochastic variance-reduced mirror descent. Each iterate is a snapshot; nothing else is kept. */
record VarianceReduced(Sampling sampling, double step) implements Scheme {
    VarianceReduced {
        DomainException.requirePositive("step", step);
    }

    @Override
    public boolean searches() {
        return false;
    }

    @Override
    public Optional<String> diagnose(Objective<?, ?> objective, Geometry<?, ?> geometry) {
        return Schemes.sumOfTerms(objective);
    }

    @Override
    public Motion motion(Stage stage) {
        return new Epoch(stage);
    }

    @Override
    public String toString() {
        return "variance-reduced descent with " + sampling + " and the step " + step;
    }

    private final class Epoch implements Motion {
        private final Stage stage;
        private final int terms;
        private final Walk walk;
        private final int[] indices;
        private final double[] here;
        private final double[] atSnapshot;
        private final double[] estimate;

        Epoch(Stage stage) {
            int n = stage.size();
            this.stage = stage;
            this.terms = ((FiniteSum<?, ?>) stage.objective()).terms();
            this.walk = new Walk(stage.newCurve(), n, stage.dual().length);
            this.indices = new int[sampling.batch()];
            this.here = new double[n];
            this.atSnapshot = new double[n];
            this.estimate = new double[n];
        }

        @Override
        public Optional<Outcome> advance() {
            double[] snapshot = stage.point();
            double[] full = stage.differential();
            walk.begin(snapshot, stage.dual(), 0);
            SplittableRandom random = sampling.after(stage.from().iteration());
            for (int j = 0; j < sampling.steps(); j++) {
                System.arraycopy(full, 0, estimate, 0, full.length);
                if (j > 0) {
                    // At the snapshot itself the two batches cancel, whatever is drawn.
                    sampling.draw(random, terms, indices);
                    stage.partial(walk.point(), indices, indices.length, here);
                    stage.partial(snapshot, indices, indices.length, atSnapshot);
                    for (int i = 0; i < full.length; i++) {
                        estimate[i] += here[i] - atSnapshot[i];
                    }
                }
                if (!walk.step(estimate, step)) {
                    return Schemes.leaves(stage, walk.curve());
                }
            }
            if (Arrays.equals(walk.point(), snapshot)) {
                return Optional.of(new Outcome.Converged("no progress is measurable at iterate "
                        + stage.from().iteration() + ": " + sampling.steps() + " steps move nothing (value "
                        + stage.from().value() + ")"));
            }
            System.arraycopy(walk.point(), 0, stage.nextPoint(), 0, snapshot.length);
            System.arraycopy(walk.dual(), 0, stage.nextDual(), 0, walk.dual().length);
            stage.place(step);
            return Optional.empty();
        }
    }
}
