package org.legendre.geometry.family;

import java.util.random.RandomGenerator;
import org.legendre.geometry.Differential;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Euclidean;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Metric;
import org.legendre.geometry.Natural;
import org.legendre.geometry.Source;
import org.legendre.geometry.Vec;
import org.legendre.geometry.special.Chords;
import org.legendre.geometry.special.Sums;

/**
 * The d-dimensional normal of one variance for all directions, N(μ, v·1).
 *
 * <p>θ = (μ/v, −1/2v), T(x) = (x, ‖x‖²), η = (μ, ‖μ‖² + dv), h(x) = (2π)^(−d/2), ψ(θ) = ½ (‖μ‖²/v + d log v).
 *
 * @param mean μ, length d
 * @param variance v, positive
 */
public record IsotropicNormal(Vec<Euclidean> mean, double variance)
        implements Member<Vec<Euclidean>, IsotropicNormal>, FisherRao<IsotropicNormal> {
    /**
     * Checks the parameters.
     *
     * @param mean μ
     * @param variance v
     * @throws DomainException if μ is empty or a variance is not positive and finite
     */
    public IsotropicNormal {
        Packed.requireDimension(mean.size());
        DomainException.requirePositive("variance", variance);
    }

    /**
     * All isotropic normals in d dimensions.
     *
     * @param d the dimension, at least 1
     * @return the family
     * @throws DomainException if d &lt; 1
     */
    public static ExponentialFamily<Vec<Euclidean>, IsotropicNormal> family(int d) {
        return new Family(Packed.requireDimension(d));
    }

    /**
     * The normal of flat parameters: d, μ, then v.
     *
     * @param parameters 2 + d numbers
     * @return the normal
     * @throws DomainException if the length is wrong or a parameter outside its domain
     */
    public static IsotropicNormal of(double... parameters) {
        return new Family(Packed.dimension("parameters (d, mean, variance)", parameters, 0)).of(parameters);
    }

    /**
     * The dimension.
     *
     * @return d
     */
    public int size() {
        return mean.size();
    }

    private IndependentNormals normals() {
        return new IndependentNormals(mean.toArray(), new double[] {variance});
    }

    private IndependentNormals other(IsotropicNormal q) {
        Packed.requireSameSize(this, size(), q, q.size());
        return q.normals();
    }

    @Override
    public ExponentialFamily<Vec<Euclidean>, IsotropicNormal> family() {
        return new Family(size());
    }

    @Override
    public Vec<Natural> natural() {
        return Vec.of(normals().natural());
    }

    @Override
    public Vec<Expectation> expectation() {
        return Vec.of(normals().expectation());
    }

    /** {@inheritDoc} μ, then v. */
    @Override
    public Vec<Source> source() {
        return Vec.generate(size() + 1, i -> i < size() ? mean.get(i) : variance);
    }

    /** {@inheritDoc} d, μ, then v. */
    @Override
    public double[] parameters() {
        return Packed.after(size(), source());
    }

    /** {@inheritDoc} It never forms the matrix: O(d) to raise. */
    @Override
    public Metric<Natural, Expectation> fisher() {
        return Metric.of(normals().fisher());
    }

    /** {@inheritDoc} In (μ, v) it is diag(1/v, …, 1/v, d/2v²). */
    @Override
    public Metric<Source, Differential<Source>> fisherInSource() {
        return Metric.of(normals().inSource(-1));
    }

    @Override
    public double logDensity(Vec<Euclidean> x) {
        return normals().logDensity(x.toArray());
    }

    /** {@inheritDoc} It is ½ d log(2πev). */
    @Override
    public double entropy() {
        return normals().entropy();
    }

    /** {@inheritDoc} It is ½ d (r − 1 − log r) + ½ ‖μ_p − μ_q‖²/v_q with r = v_p/v_q: nonnegative terms. */
    @Override
    public double klTo(IsotropicNormal q) {
        return normals().klTo(other(q));
    }

    /** {@inheritDoc} Computed from means and variances, terms of one sign. */
    @Override
    public double skewedJensen(IsotropicNormal q, double alpha) {
        return normals().skewedJensen(other(q), alpha);
    }

    /** {@inheritDoc} Of hyperbolic space of curvature −1/(2d): √(2d) times the distance of (μ/√(2d), √v) in the upper half-space. */
    @Override
    public double fisherRaoTo(IsotropicNormal q) {
        Packed.requireSameSize(this, size(), q, q.size());
        double[] difference = mean.minus(q.mean).toArray();
        double length = Math.sqrt(Sums.dot(difference, difference));
        return Math.sqrt(2.0 * size())
                * Chords.halfPlane(
                        length / Math.sqrt(2.0 * size()),
                        Math.sqrt(variance),
                        Math.sqrt(q.variance),
                        Chords.rootDifference(variance, q.variance));
    }

    @Override
    public Vec<Euclidean> sample(RandomGenerator random) {
        return Vec.of(normals().sample(random));
    }

    @Override
    public String toString() {
        return "N(" + Packed.brief(mean) + ", " + variance + "·1)";
    }

    private static final class Family extends IndependentNormalFamily<IsotropicNormal> {
        Family(int d) {
            super("isotropic-normal", d, 1);
        }

        @Override
        IsotropicNormal at(double[] mean, double[] variance) {
            return new IsotropicNormal(Vec.of(mean), variance[0]);
        }
    }
}
