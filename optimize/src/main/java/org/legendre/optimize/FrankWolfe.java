package org.legendre.optimize;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.legendre.geometry.Coordinates;
import org.legendre.geometry.DomainException;

/** Segments from the iterate towards extreme points of a set, or away from them. */
final class FrankWolfe<X extends Coordinates<Y>, Y extends Coordinates<X>> implements Geometry<X, Y> {
    private final int size;
    private final Constraint set;
    private final String description;
    private final Supplier<Segment> segments;

    private FrankWolfe(int size, Constraint set, String description, Supplier<Segment> segments) {
        this.size = size;
        this.set = requireBounded(size, set);
        this.description = description;
        this.segments = segments;
    }

    static <X extends Coordinates<Y>, Y extends Coordinates<X>> FrankWolfe<X, Y> towards(int size, Constraint set) {
        return new FrankWolfe<>(size, set, "Frank–Wolfe on " + set, () -> new TowardsSegment(set, size));
    }

    static <X extends Coordinates<Y>, Y extends Coordinates<X>> FrankWolfe<X, Y> away(int size, Constraint set) {
        if (!(set instanceof Simplex || set instanceof Simplices)) {
            throw new DomainException("set of away steps", set, "the simplex or a product of simplices");
        }
        UnitSums sums = (UnitSums) set;
        return new FrankWolfe<>(size, set, "Frank–Wolfe with away steps on " + set, () -> new AwaySegment(sums, size));
    }

    /** The set, if it has a least point of the right dimension upwards and downwards. */
    private static Constraint requireBounded(int size, Constraint set) {
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

    /** {@inheritDoc} Towards vertices and away from them steps have lengths of all sizes, and the last one says little of the next. */
    @Override
    public Optional<StepRule> rule() {
        return Optional.of(StepRule.exact());
    }

    @Override
    public double gap(double[] x, double[] g) {
        return set.gap(x, g);
    }

    @Override
    public Curve curve() {
        return segments.get();
    }

    @Override
    public String toString() {
        return description;
    }
}
