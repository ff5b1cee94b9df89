package org.legendre.optimize.theory;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.legendre.geometry.Coordinates;

/** A theorem put together from its parts. */
record Stated<X extends Coordinates<Y>, Y extends Coordinates<X>>(
        String statement,
        String citation,
        List<String> assumptions,
        Quantity quantity,
        Bound bound,
        Function<Step<X, Y>, Optional<String>> check)
        implements Theorem<X, Y> {
    /** The bound after at least one step. */
    @FunctionalInterface
    interface Bound {
        double after(Steps steps, double divergence);
    }

    @Override
    public double bound(Steps steps, double divergence) {
        return steps.count() == 0 ? Double.POSITIVE_INFINITY : bound.after(steps, divergence);
    }

    @Override
    public Optional<String> broken(Step<X, Y> step) {
        return check.apply(step);
    }

    @Override
    public String toString() {
        return statement + " (" + citation + ")";
    }
}
