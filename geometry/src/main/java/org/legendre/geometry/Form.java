package org.legendre.geometry;

/**
 * A symmetric positive semidefinite form at a point: it lowers a tangent to a covector and measures. It need not be invertible; a
 * {@link Metric} is.
 *
 * @param <X> the tag of tangents
 * @param <Y> the dual tag, of covectors
 */
public interface Form<X extends Coordinates<Y>, Y extends Coordinates<X>> {
    /**
     * The dimension.
     *
     * @return n
     */
    int size();

    /**
     * Lowers an index: Gv.
     *
     * @param v a tangent
     * @return its covector
     */
    Vec<Y> lower(Vec<X> v);

    /**
     * The inner product uᵀGv.
     *
     * @param u a tangent
     * @param v a tangent
     * @return the inner product
     */
    default double inner(Vec<X> u, Vec<X> v) {
        return lower(v).dot(u);
    }

    /**
     * The squared length vᵀGv ≥ 0.
     *
     * @param v a tangent
     * @return the squared length
     */
    double squaredNorm(Vec<X> v);

    /**
     * The length √(vᵀGv).
     *
     * @param v a tangent
     * @return the length
     */
    default double norm(Vec<X> v) {
        return Math.sqrt(squaredNorm(v));
    }
}
