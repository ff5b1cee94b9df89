package org.legendre.geometry.family;

/**
 * A member of an exponential family on the line, of real observations.
 *
 * @param <M> the type itself
 */
public interface Line<M extends Line<M>> extends Member<Double, M>, Univariate {
    @Override
    default double logDensity(Double x) {
        return logDensityAt(x);
    }
}
