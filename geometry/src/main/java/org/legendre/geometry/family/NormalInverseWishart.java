package org.legendre.geometry.family;

import java.util.random.RandomGenerator;
import org.legendre.geometry.Differential;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Euclidean;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.Metric;
import org.legendre.geometry.Natural;
import org.legendre.geometry.PositiveDefinite;
import org.legendre.geometry.Source;
import org.legendre.geometry.Vec;
import org.legendre.geometry.special.Logs;

/**
 * The normal–inverse-Wishart distribution on d-dimensional normals N(x, Σ), the conjugate prior of mean and covariance: Σ is inverse Wishart of n
 * degrees of freedom and scale Ψ, and x given Σ is N(μ, Σ/κ).
 *
 * <p>With the precision Λ = Σ⁻¹: θ = (n/2, packed −½(Ψ + κμμᵀ) with off-diagonals doubled, κμ, −κ/2), T(x, Σ) = (log det Λ, packed Λ, Λx, xᵀΛx), η = (Σ
 * digamma((n − i)/2) − log det ½Ψ, packed nΨ⁻¹, nΨ⁻¹μ, nμᵀΨ⁻¹μ + d/κ), h = (2π)^(−d/2) (det Λ)^((d+2)/2), ψ(θ) = log Γ_d(n/2) − ½n log det ½Ψ − ½d log κ.
 * Densities are with respect to x and the lower triangle of Σ.
 *
 * <p>Source: M. H. DeGroot, Optimal Statistical Decisions (1970), section 9.10, in terms of the precision.
 *
 * @param mean μ, length d
 * @param count κ, the number of observations that μ is worth, positive
 * @param degrees n, the degrees of freedom, above d − 1
 * @param scale Ψ, d×d
 */
public record NormalInverseWishart(Vec<Euclidean> mean, double count, double degrees, PositiveDefinite scale)
        implements Member<MultivariateNormal, NormalInverseWishart> {
    private static final double LOG_2PI = 1.8378770664093453;

    /**
     * Checks the parameters.
     *
     * @param mean μ
     * @param count κ
     * @param degrees n
     * @param scale Ψ
     * @throws DomainException if the dimensions differ, κ is not positive and finite or n not above d − 1 and finite
     */
    public NormalInverseWishart {
        DomainException.requireLength("mean", mean.toArray(), scale.size());
        DomainException.requirePositive("count", count);
        WishartKernel.requireDegrees(degrees, scale.size());
    }

    /**
     * All normal–inverse-Wishart distributions on d-dimensional normals.
     *
     * @param d the dimension, at least 1
     * @return the family
     * @throws DomainException if d &lt; 1
     */
    public static ExponentialFamily<MultivariateNormal, NormalInverseWishart> family(int d) {
        return new NormalInverseWishartFamily(Packed.requireDimension(d));
    }

    /**
     * The distribution of flat parameters: d, μ, κ, n, then Ψ row by row.
     *
     * @param parameters 3 + d + d² numbers
     * @return the distribution
     * @throws DomainException if the length is wrong or a parameter outside its domain
     */
    public static NormalInverseWishart of(double... parameters) {
        return new NormalInverseWishartFamily(Packed.dimension("parameters (d, mean, count, df, scale)", parameters, 0))
                .of(parameters);
    }

    /**
     * The dimension of the normals.
     *
     * @return d
     */
    public int size() {
        return mean.size();
    }

    @Override
    public ExponentialFamily<MultivariateNormal, NormalInverseWishart> family() {
        return new NormalInverseWishartFamily(size());
    }

    private NormalWishartPoint point() {
        return new NormalWishartPoint(0.5 * degrees, Packed.divided(scale, 2), mean, count);
    }

    @Override
    public Vec<Natural> natural() {
        return Vec.of(point().natural());
    }

    @Override
    public Vec<Expectation> expectation() {
        return Vec.of(point().expectation());
    }

    /** {@inheritDoc} μ, κ, n, then the packed lower triangle of Ψ. */
    @Override
    public Vec<Source> source() {
        double[] packed = scale.toPacked();
        int d = size();
        return Vec.generate(
                d + 2 + packed.length,
                i -> i < d ? mean.get(i) : i == d ? count : i == d + 1 ? degrees : packed[i - d - 2]);
    }

    /** {@inheritDoc} d, μ, κ, n, then Ψ row by row. */
    @Override
    public double[] parameters() {
        double[] before = new double[size() + 3];
        before[0] = size();
        System.arraycopy(mean.toArray(), 0, before, 1, size());
        before[size() + 1] = count;
        before[size() + 2] = degrees;
        return Packed.withRows(scale, before);
    }

    /** {@inheritDoc} It never forms the matrix: O(d³) to raise. */
    @Override
    public Metric<Natural, Expectation> fisher() {
        return Metric.of(point().fisher());
    }

    /** {@inheritDoc} The length of (dμ, dκ, dn, dΨ) is κn dμᵀΨ⁻¹dμ + ½d dκ²/κ² and that of (dn, dΨ) for {@link InverseWishart}. */
    @Override
    public Metric<Source, Differential<Source>> fisherInSource() {
        return Metric.of(Hessian.block(
                Hessian.dense(Packed.divided(scale, count * degrees)).inverse(),
                Hessian.diagonal(0.5 * size() / count / count),
                WishartKernel.fisher(degrees, scale, -1)));
    }

    @Override
    public double logDensity(MultivariateNormal x) {
        requireSize(x, size());
        double form = x.covariance().inverseQuadratic(x.mean().minus(mean).toArray());
        return new InverseWishart(degrees, scale).logDensity(x.covariance())
                - 0.5 * (count * form + x.covariance().logDeterminant() + size() * (LOG_2PI - Math.log(count)));
    }

    static MultivariateNormal requireSize(MultivariateNormal x, int d) {
        if (x.size() != d) {
            throw new DomainException("observation", x, "a normal in dimension " + d);
        }
        return x;
    }

    /** {@inheritDoc} That of Σ, and the mean entropy of x given Σ. */
    @Override
    public double entropy() {
        return new InverseWishart(degrees, scale).entropy()
                + 0.5 * (size() * (1 + LOG_2PI - Math.log(count)) - point().meanLogDeterminant());
    }

    /**
     * {@inheritDoc} It is that of the inverse Wishart parts, and ½d (κ_q/κ_p − 1 − log κ_q/κ_p) + ½κ_qn_p (μ_p − μ_q)ᵀΨ_p⁻¹(μ_p − μ_q): nonnegative
     * terms.
     */
    @Override
    public double klTo(NormalInverseWishart q) {
        Packed.requireSameSize(this, size(), q, q.size());
        return WishartKernel.kl(degrees, q.scale, q.degrees, scale)
                + 0.5 * size() * Logs.itakuraSaitoTerm(q.count, count)
                + 0.5
                        * q.count
                        * (degrees * scale.inverseQuadratic(mean.minus(q.mean).toArray()));
    }

    /** {@inheritDoc} That of the inverse Wishart parts, of the counts and of the means, terms of one sign. */
    @Override
    public double skewedJensen(NormalInverseWishart q, double alpha) {
        Packed.requireSameSize(this, size(), q, q.size());
        return WishartKernel.skewedJensen(degrees, q.scale, q.degrees, scale, alpha)
                + NormalWishartJensen.ofMeans(this, q, alpha);
    }

    /** {@inheritDoc} The covariance is a draw of the inverse Wishart, with the factor that it is made by. */
    @Override
    public MultivariateNormal sample(RandomGenerator random) {
        PositiveDefinite covariance = new InverseWishart(degrees, scale).sample(random);
        double root = Math.sqrt(count);
        Vec<Euclidean> deviation = new MultivariateNormal(Vec.zeros(size()), covariance)
                .sample(random)
                .times(1 / root);
        return new MultivariateNormal(mean.plus(deviation), covariance);
    }

    @Override
    public String toString() {
        return "NormalInverseWishart(mean " + mean + ", count " + count + ", " + degrees + " degrees of freedom, scale "
                + Packed.brief(scale) + ")";
    }
}
