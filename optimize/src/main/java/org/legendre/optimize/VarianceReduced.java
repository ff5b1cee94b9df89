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
        private final Curve curve;
        private final int[] indices;
        private final double[] here;
        private final double[] atSnapshot;
        private final double[] estimate;
        private double[] x;
        private double[] y;
        private double[] nextX;
        private double[] nextY;

        Epoch(Stage stage) {
            int n = stage.size();
            this.stage = stage;
            this.terms = ((FiniteSum<?, ?>) stage.objective()).terms();
            this.curve = stage.newCurve();
            this.indices = new int[sampling.batch()];
            this.here = new double[n];
            this.atSnapshot = new double[n];
            this.estimate = new double[n];
            this.x = new double[n];
            this.nextX = new double[n];
            this.y = new double[stage.dual().length];
            this.nextY = y.clone();
        }

        @Override
        public Optional<Outcome> advance() {
            double[] snapshot = stage.point();
            double[] full = stage.differential();
            System.arraycopy(snapshot, 0, x, 0, x.length);
            System.arraycopy(stage.dual(), 0, y, 0, y.length);
            SplittableRandom random = sampling.after(stage.from().iteration());
            for (int j = 0; j < sampling.steps(); j++) {
                System.arraycopy(full, 0, estimate, 0, full.length);
                if (j > 0) {
                    // At the snapshot itself the two batches cancel, whatever is drawn.
                    sampling.draw(random, terms, indices);
                    stage.partial(x, indices, indices.length, here);
                    stage.partial(snapshot, indices, indices.length, atSnapshot);
                    for (int i = 0; i < full.length; i++) {
                        estimate[i] += here[i] - atSnapshot[i];
                    }
                }
                curve.begin(x, y, estimate);
                if (!curve.move(step, nextX, nextY)) {
                    return Schemes.leaves(stage, curve);
                }
                double[] oldX = x;
                double[] oldY = y;
                x = nextX;
                y = nextY;
                nextX = oldX;
                nextY = oldY;
            }
            if (Arrays.equals(x, snapshot)) {
                return Optional.of(new Outcome.Converged("no progress is measurable at iterate "
                        + stage.from().iteration() + ": " + sampling.steps() + " steps move nothing (value "
                        + stage.from().value() + ")"));
            }
            System.arraycopy(x, 0, stage.nextPoint(), 0, x.length);
            System.arraycopy(y, 0, stage.nextDual(), 0, y.length);
            stage.place(step);
            return Optional.empty();
        }
    }
}
