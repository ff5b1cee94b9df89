package org.legendre.optimize;

import java.util.Optional;
import java.util.SplittableRandom;
import org.legendre.geometry.DomainException;

/** Mini-batch mirror descent with steps first/(k + 1)^power; averaged, it keeps the last point with its dual point and the sum of the lengths. */
record Stochastic(Sampling sampling, double first, double power, boolean averaged) implements Scheme {
    Stochastic {
        DomainException.requirePositive("step", first);
        DomainException.requireNonnegative("power", power);
    }

    @Override
    public int momentumSize(int n) {
        return averaged ? 2 * n + 1 : 0;
    }

    @Override
    public boolean dual() {
        return !averaged;
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
        return new Batches(stage);
    }

    @Override
    public String toString() {
        return (averaged ? "averages of " : "") + "stochastic descent with " + sampling;
    }

    private final class Batches implements Motion {
        private final Stage stage;
        private final int n;
        private final int terms;
        private final Walk walk;
        private final int[] indices;
        private final double[] g;
        private final double[] average;

        Batches(Stage stage) {
            this.stage = stage;
            this.n = stage.size();
            this.terms = ((FiniteSum<?, ?>) stage.objective()).terms();
            this.walk = new Walk(stage.newCurve(), n, averaged ? n : stage.dual().length);
            this.indices = new int[sampling.batch()];
            this.g = new double[n];
            this.average = new double[n];
        }

        @Override
        public void start() {
            if (averaged) {
                walk.curve().toDual(stage.point(), walk.dual());
                save(stage.point(), walk.dual());
            }
        }

        private void save(double[] point, double[] dual) {
            System.arraycopy(point, 0, stage.momentum(), 0, n);
            System.arraycopy(dual, 0, stage.momentum(), n, n);
        }

        @Override
        public Optional<Outcome> advance() {
            if (averaged) {
                walk.begin(stage.momentum(), stage.momentum(), n);
            } else {
                walk.begin(stage.point(), stage.dual(), 0);
            }
            System.arraycopy(stage.point(), 0, average, 0, n);
            int iteration = stage.from().iteration();
            SplittableRandom random = sampling.after(iteration);
            double t = first;
            for (int j = 0; j < sampling.steps(); j++) {
                sampling.draw(random, terms, indices);
                stage.partial(walk.point(), indices, indices.length, g);
                double k = (double) iteration * sampling.steps() + j;
                t = power == 0 ? first : first / Math.pow(k + 1, power);
                if (averaged) {
                    average(t);
                }
                if (!walk.step(g, t)) {
                    return Schemes.leaves(stage, walk.curve());
                }
            }
            System.arraycopy(averaged ? average : walk.point(), 0, stage.nextPoint(), 0, n);
            if (averaged) {
                save(walk.point(), walk.dual());
            } else {
                System.arraycopy(walk.dual(), 0, stage.nextDual(), 0, walk.dual().length);
            }
            stage.place(t);
            return Optional.empty();
        }

        /** Takes the point that is left into the average, with the weight t. */
        private void average(double t) {
            double[] momentum = stage.momentum();
            momentum[2 * n] += t;
            double share = t / momentum[2 * n];
            double[] x = walk.point();
            for (int i = 0; i < n; i++) {
                average[i] += share * (x[i] - average[i]);
            }
        }
    }
}
