package org.legendre.geometry.family;

/**
 * A member of an exponential family of counts 0, 1, 2, … Counts above 2⁵³ are seen rounded to a double.
 *
 * @param <M> the type itself
 */
public interface Counts<M extends Counts<M>> extends Member<Long, M>, Univariate {
    @Override
    default double logDensity(Long x) {
        return logDensityAt(x);
    }

    @Override
    default Support support() {
        return Support.COUNTS;
    }
}
