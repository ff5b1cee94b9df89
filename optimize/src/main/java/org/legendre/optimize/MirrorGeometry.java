package org.legendre.optimize;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.legendre.geometry.Coordinates;

/** Mirror descent by the steps of the table: straight lines y − tg in dual coordinates, each point projected. */
final class MirrorGeometry<X extends Coordinates<Y>, Y extends Coordinates<X>>
        implements Geometry<X, Y>, Coordinatewise {
    private final int size;
    private final String description;
    private final @Nullable Constraint bounded;
    private final Supplier<MirrorStep> steps;
    private final MirrorStep first;

    /** @param bounded the set of the duality gap, or null */
    MirrorGeometry(int size, String description, @Nullable Constraint bounded, Supplier<MirrorStep> steps) {
        this.size = size;
        this.description = description;
        this.bounded = bounded;
        this.steps = steps;
        // A map and a set that do not go together are refused here, not at the first step.
        this.first = steps.get();
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public boolean dual() {
        return true;
    }

    @Override
    public Optional<String> diagnose(double[] x) {
        return x.length == size ? first.diagnose(x) : Optional.of("length " + x.length + " instead of " + size);
    }

    @Override
    public double gap(double[] x, double[] g) {
        return bounded == null ? Double.POSITIVE_INFINITY : bounded.gap(x, g);
    }

    @Override
    public boolean isSquaredDistance() {
        return first.isSquaredDistance();
    }

    @Override
    public boolean exponentialWeights() {
        return first.exponentialWeights();
    }

    @Override
    public Curve curve() {
        return new Line(steps.get());
    }

    @Override
    public String toString() {
        return description;
    }

    private static final class Line extends DualLine implements Gauge {
        private final MirrorStep step;

        Line(MirrorStep step) {
            this.step = step;
        }

        @Override
        public void toDual(double[] x, double[] y) {
            step.toDual(x, y);
        }

        @Override
        public boolean fromDual(double[] y, double[] x) {
            obstacle = overflow(y, 0, y.length);
            if (obstacle.isEmpty()) {
                obstacle = step.project(y, x);
            }
            return obstacle.isEmpty();
        }

        @Override
        public double decrement() {
            return step.decrement(x0, y0, g0);
        }

        @Override
        public boolean gauges() {
            return step.gauges();
        }

        @Override
        public double gap() {
            return step.gap();
        }

        @Override
        public boolean pulls() {
            return step.pulls();
        }

        @Override
        public void pull(double[] x, double[] y, double[] g, double[] out) {
            step.pull(x, y, g, out);
        }

        @Override
        public void held(double[] x, double[] g, boolean[] out) {
            step.held(x, g, out);
        }

        @Override
        public boolean move(double t, double[] x, double[] y) {
            obstacle = step.move(y0, g0, t, y, x);
            return obstacle.isEmpty();
        }

        @Override
        public double divergence(double[] x, double[] y) {
            return step.divergence(x, y, x0, y0);
        }

        @Override
        public void tangential(double[] g, double[] out) {
            step.tangential(x0, g, out);
        }
    }
}
