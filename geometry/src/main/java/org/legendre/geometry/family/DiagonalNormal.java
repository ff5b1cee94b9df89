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

/**
 * The d-dimensional normal of independent coordinates, N(μ, diag(v)).
 *
 * <p>θ = (μᵢ/vᵢ, −1/2vᵢ), T(x) = (xᵢ, xᵢ²), η = (μᵢ, μᵢ² + vᵢ), first all of the first kind, h(x) = (2π)^(−d/2), ψ(θ) = ½ Σ (μᵢ²/vᵢ + log vᵢ).
 *
 * @param mean μ, length d
 * @param variances v₁, …, v_d, positive
 */
public record DiagonalNormal(Vec<Euclidean> mean, Vec<Source> variances)
        implements Member<Vec<Euclidean>, DiagonalNormal>, FisherRao<DiagonalNormal> {
    /**
     * Checks the parameters.
     *
     * @param mean μ
     * @param variances v
     * @throws DomainException if μ is empty, the lengths differ or a variance is not positive and finite
     */
    public DiagonalNormal {
        Packed.requireDimension(mean.size());
        DomainException.requireLength("variances", variances.toArray(), mean.size());
        for (int i = 0; i < variances.size(); i++) {
            DomainException.requirePositive("variance " + i, variances.get(i));
        }
    }

    /**
     * All diagonal normals in d dimensions.
     *
     * @param d the dimension, at least 1
     * @return the family
     * @throws DomainException if d &lt; 1
     */
    public static ExponentialFamily<Vec<Euclidean>, DiagonalNormal> family(int d) {
        return new Family(Packed.requireDimension(d));
    }

    /**
     * The normal of flat parameters: d, μ, then the variances.
     *
     * @param parameters 1 + 2d numbers
     * @return the normal
     * @throws DomainException if the length is wrong or a parameter outside its domain
     */
    public static DiagonalNormal of(double... parameters) {
        return new Family(Packed.dimension("parameters (d, mean, variances)", parameters, 0)).of(parameters);
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
        return new IndependentNormals(mean.toArray(), variances.toArray());
    }

    private IndependentNormals other(DiagonalNormal q) {
        Packed.requireSameSize(this, size(), q, q.size());
        return q.normals();
    }

    @Override
    public ExponentialFamily<Vec<Euclidean>, DiagonalNormal> family() {
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

    /** {@inheritDoc} μ, then the variances. */
    @Override
    public Vec<Source> source() {
        return Vec.generate(2 * size(), i -> i < size() ? mean.get(i) : variances.get(i - size()));
    }

    /** {@inheritDoc} d, μ, then the variances. */
    @Override
    public double[] parameters() {
        return Packed.after(size(), source());
    }

    /** {@inheritDoc} It never forms the matrix: O(d) to raise. */
    @Override
    public Metric<Natural, Expectation> fisher() {
        return Metric.of(normals().fisher());
    }

    /** {@inheritDoc} Fisher is diag(1/vᵢ, 1/2vᵢ²). */
    @Override
    public Metric<Source, Differential<Source>> fisherInSource() {
        return Metric.of(normals().inSource(-1));
    }

    @Override
    public double logDensity(Vec<Euclidean> x) {
        return normals().logDensity(x.toArray());
    }

    /** {@inheritDoc} It is ½ Σ log(2πevᵢ). */
    @Override
    public double entropy() {
        return normals().entropy();
    }

    /** {@inheritDoc} It is ½ Σ (r − 1 − log r) + ½ Σ (μ_p − μ_q)²/v_q with r = v_p/v_q of each coordinate: nonnegative terms. */
    @Override
    public double klTo(DiagonalNormal q) {
        return normals().klTo(other(q));
    }

    /** {@inheritDoc} Computed from means and variances, terms of one sign. */
    @Override
    public double skewedJensen(DiagonalNormal q, double alpha) {
        return normals().skewedJensen(other(q), alpha);
    }

    /** {@inheritDoc} Of a product of half-planes: √(Σ dᵢ²) with the distances dᵢ of the coordinates, {@link Normal#fisherRaoTo}. */
    @Override
    public double fisherRaoTo(DiagonalNormal q) {
        Packed.requireSameSize(this, size(), q, q.size());
        double sum = 0;
        for (int i = 0; i < size(); i++) {
            double arc = Chords.halfPlane(
                    Math.sqrt(0.5) * (mean.get(i) - q.mean.get(i)),
                    Math.sqrt(variances.get(i)),
                    Math.sqrt(q.variances.get(i)),
                    Chords.rootDifference(variances.get(i), q.variances.get(i)));
            sum += 2 * arc * arc;
        }
        return Math.sqrt(sum);
    }

    @Override
    public Vec<Euclidean> sample(RandomGenerator random) {
        return Vec.of(normals().sample(random));
    }

    @Override
    public String toString() {
        return "N(" + Packed.brief(mean) + ", diag " + Packed.brief(variances) + ")";
    }

    private static final class Family extends IndependentNormalFamily<DiagonalNormal> {
        Family(int d) {
            super("diagonal-normal", d, d);
        }

        @Override
        DiagonalNormal at(double[] mean, double[] variance) {
            return new DiagonalNormal(Vec.of(mean), Vec.of(variance));
        }
    }
}
