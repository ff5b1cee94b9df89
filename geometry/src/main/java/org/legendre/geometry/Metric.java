package org.legendre.geometry;

/**
 * A positive definite {@link Form}: it also raises a covector (a differential) to a tangent, G⁻¹g. The Fisher metric raises the
 * differential of an objective to its natural gradient.
 *
 * @param <X> the tag of tangents
 * @param <Y> the dual tag, of covectors
 */
public interface Metric<X extends Coordinates<Y>, Y extends Coordinates<X>> extends Form<X, Y> {
    /**
     * Raises an index: the tangent v with Gv = g.
     *
     * @param g a covector
     * @return G⁻¹g
     * @throws ConvergenceException if an iterative structure does not reach its accuracy
     */
    Vec<X> raise(Vec<Y> g);

    /**
     * The squared dual length gᵀG⁻¹g ≥ 0.
     *
     * @param g a covector
     * @return the squared length
     */
    double squaredDualNorm(Vec<Y> g);

    /**
     * log det G.
     *
     * @return the logarithm of the determinant
     */
    double logDeterminant();

    /**
     * The whole matrix.
     *
     * @return rows, a new array
     */
    double[][] toMatrix();

    /**
     * The structured matrix behind the metric.
     *
     * @return the structure, on arrays
     */
    Hessian hessian();

    /**
     * The relative residual ‖Gv − g‖ / ‖g‖ of a raised index, in the Euclidean norm.
     *
     * @param v the tangent
     * @param g the covector that it was raised from
     * @return the relative residual; +∞ where g is zero and v is not
     */
    default double residual(Vec<X> v, Vec<Y> g) {
        Vec<Y> difference = lower(v).minus(g);
        // Both scaled by the largest entry, so that the squares neither overflow nor underflow.
        double scale = Math.max(
                difference.stream().map(Math::abs).max().orElse(0),
                g.stream().map(Math::abs).max().orElse(0));
        if (scale == 0) {
            return 0;
        }
        double size = difference.stream().map(e -> e / scale * (e / scale)).sum();
        return Math.sqrt(size / g.stream().map(e -> e / scale * (e / scale)).sum());
    }

    /**
     * The metric of a structured matrix.
     *
     * @param <X> the tag of tangents
     * @param <Y> the dual tag
     * @param hessian the matrix
     * @return the metric
     */
    static <X extends Coordinates<Y>, Y extends Coordinates<X>> Metric<X, Y> of(Hessian hessian) {
        return new HessianMetric<>(hessian);
    }
}
