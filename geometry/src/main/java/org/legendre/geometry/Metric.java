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
     * @return the relative residual
     */
    default double residual(Vec<X> v, Vec<Y> g) {
        Vec<Y> difference = lower(v).minus(g);
        double scale = Math.sqrt(g.stream().map(e -> e * e).sum());
        double size = Math.sqrt(difference.stream().map(e -> e * e).sum());
        return size == 0 ? 0 : size / scale;
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
