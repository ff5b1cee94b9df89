package org.legendre.optimize;

import java.util.Arrays;
import java.util.Optional;
import org.legendre.geometry.Coordinates;
import org.legendre.geometry.DomainException;

/** Segments from the iterate to the extreme point of least ⟨g, s⟩. */
final class FrankWolfe<X extends Coordinates<Y>, Y extends Coordinates<X>> implements Geometry<X, Y> {
    private final int size;
    private final Constraint set;

    FrankWolfe(int size, Constraint set) {
        this.size = size;
        this.set = requireBounded(size, set);
    }

    /** The set, if it has a least point of the right dimension upwards and downwards. */
    static Constraint requireBounded(int size, Constraint set) {
        if (size < 1) {
            throw new DomainException("dimension", size, "at least 1");
        }
        for (double slope : new double[] {1, -1}) {
            double[] g = new double[size];
            double[] s = new double[size];
            Arrays.fill(g, slope);
            Optional<String> reason;
            try {
                reason = set.minimise(g, s) ? set.diagnose(s) : Optional.of("it has no linear minimisation");
            } catch (ArrayIndexOutOfBoundsException failure) {
                reason = Optional.of("of another dimension: " + failure.getMessage());
            }
            if (reason.isPresent()) {
                throw new DomainException("set", set, "a bounded set of dimension " + size + " (" + reason.get() + ")");
            }
        }
        return set;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public boolean dual() {
        return false;
    }

    @Override
    public Optional<String> diagnose(double[] x) {
        return x.length == size ? set.diagnose(x) : Optional.of("length " + x.length + " instead of " + size);
    }

    @Override
    public double gap(double[] x, double[] g) {
        return set.gap(x, g);
    }

    @Override
    public Curve curve() {
        return new Towards(set, size);
    }

    @Override
    public String toString() {
        return "Frank–Wolfe on " + set;
    }

    private static final class Towards extends Segment {
        private final Constraint set;
        private final double[] end;
        private double rate;

        Towards(Constraint set, int size) {
            super(set);
            this.set = set;
            this.end = new double[size];
        }

        @Override
        public void begin(double[] x, double[] y, double[] g) {
            start = x;
            if (!set.minimise(g, end)) {
                throw new ArithmeticException("no point of " + set + " is least along the differential");
            }
            rate = set.gap(x, g);
        }

        @Override
        double rate() {
            return rate;
        }

        @Override
        public double longest() {
            return 1;
        }

        @Override
        public boolean move(double t, double[] x, double[] y) {
            for (int i = 0; i < x.length; i++) {
                x[i] = t < 1 ? start[i] + t * (end[i] - start[i]) : end[i];
            }
            return true;
        }
    }
}
