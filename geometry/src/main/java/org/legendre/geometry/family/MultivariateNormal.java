package org.legendre.geometry.family;

import java.util.Arrays;
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

/**
 * The d-dimensional normal distribution N(μ, Σ).
 *
 * <p>With the precision Λ = Σ⁻¹: θ = (Λμ, packed lower triangle of −½Λ with off-diagonals doubled), T(x) = (x, packed xxᵀ), η = (μ, packed Σ + μμᵀ),
 * h(x) = (2π)^(−d/2), ψ(θ) = ½ μᵀΛμ − ½ log det Λ.
 *
 * @param mean μ, length d
 * @param covariance Σ, d×d
 */
public record MultivariateNormal(Vec<Euclidean> mean, PositiveDefinite covariance)
        implements Member<Vec<Euclidean>, MultivariateNormal> {
    private static final double LOG_2PI = 1.8378770664093453;

    /**
     * Checks that the dimensions agree.
     *
     * @param mean μ
     * @param covariance Σ
     * @throws DomainException if μ is empty or Σ not of its dimension
     */
    public MultivariateNormal {
        requireDimension(mean.size());
        DomainException.requireLength("mean", mean.toArray(), covariance.size());
    }

    /**
     * The standard normal N(0, 1) in d dimensions.
     *
     * @param d the dimension, at least 1
     * @return the normal
     * @throws DomainException if d &lt; 1
     */
    public static MultivariateNormal standard(int d) {
        requireDimension(d);
        return new MultivariateNormal(Vec.zeros(d), PositiveDefinite.identity(d));
    }

    /**
     * All d-dimensional normals.
     *
     * @param d the dimension, at least 1
     * @return the family
     * @throws DomainException if d &lt; 1
     */
    public static ExponentialFamily<Vec<Euclidean>, MultivariateNormal> family(int d) {
        return new MultivariateNormalFamily(requireDimension(d));
    }

    /**
     * The normal of flat parameters: d, then μ, then Σ row by row.
     *
     * @param parameters 1 + d + d² numbers
     * @return the normal
     * @throws DomainException if d is not a dimension, the length is wrong or Σ not symmetric and positive definite
     */
    public static MultivariateNormal of(double... parameters) {
        if (parameters.length == 0
                || !(parameters[0] >= 1 && parameters[0] <= 10_000)
                || parameters[0] != Math.rint(parameters[0])) {
            throw new DomainException("parameters (d, mean, covariance)", parameters, "a dimension d ≥ 1 first");
        }
        int d = (int) parameters[0];
        DomainException.requireLength("parameters (d, mean, covariance)", parameters, 1 + d + d * d);
        double[][] rows = new double[d][];
        Arrays.setAll(rows, i -> Arrays.copyOfRange(parameters, 1 + d + i * d, 1 + d + (i + 1) * d));
        return new MultivariateNormal(Vec.of(Arrays.copyOfRange(parameters, 1, 1 + d)), PositiveDefinite.of(rows));
    }

    private static int requireDimension(int d) {
        if (d < 1) {
            throw new DomainException("dimension", d, "an integer ≥ 1");
        }
        return d;
    }

    /**
     * The dimension.
     *
     * @return d
     */
    public int size() {
        return mean.size();
    }

    @Override
    public ExponentialFamily<Vec<Euclidean>, MultivariateNormal> family() {
        return new MultivariateNormalFamily(size());
    }

    /**
     * {@inheritDoc} They hold the inverse of Σ.
     *
     * @throws DomainException if the condition number of Σ is so near 2⁵³ that its rounded inverse is not positive definite
     */
    @Override
    public Vec<Natural> natural() {
        return Vec.of(MultivariateNormalPotential.natural(mean.toArray(), covariance));
    }

    @Override
    public Vec<Expectation> expectation() {
        return Vec.of(MultivariateNormalPotential.expectation(mean.toArray(), covariance.toPacked()));
    }

    /** {@inheritDoc} μ, then the packed lower triangle of Σ. */
    @Override
    public Vec<Source> source() {
        double[] packed = covariance.toPacked();
        return Vec.generate(size() + packed.length, i -> i < size() ? mean.get(i) : packed[i - size()]);
    }

    /** {@inheritDoc} d, μ, then Σ row by row. */
    @Override
    public double[] parameters() {
        int d = size();
        double[] parameters = new double[1 + d + d * d];
        parameters[0] = d;
        for (int i = 0; i < d; i++) {
            parameters[1 + i] = mean.get(i);
            for (int j = 0; j < d; j++) {
                parameters[1 + d + i * d + j] = covariance.get(i, j);
            }
        }
        return parameters;
    }

    /** {@inheritDoc} It never forms the matrix: O(d³) to raise. */
    @Override
    public Metric<Natural, Expectation> fisher() {
        return Metric.of(Hessian.gaussian(mean.toArray(), covariance));
    }

    /**
     * {@inheritDoc} The length of (dμ, dΣ) is dμᵀΛdμ + ½ tr(ΛdΣΛdΣ) (Skovgaard 1984), whatever μ: the inverse of the natural Fisher matrix
     * of N(0, Σ).
     */
    @Override
    public Metric<Source, Differential<Source>> fisherInSource() {
        return Metric.of(Hessian.gaussian(new double[size()], covariance).inverse());
    }

    @Override
    public double logDensity(Vec<Euclidean> x) {
        DomainException.requireLength("observation", x.toArray(), size());
        return -0.5 * covariance.inverseQuadratic(x.minus(mean).toArray())
                - 0.5 * (covariance.logDeterminant() + size() * LOG_2PI);
    }

    /** {@inheritDoc} It is ½ log det(2πeΣ). */
    @Override
    public double entropy() {
        return 0.5 * (covariance.logDeterminant() + size() * (1 + LOG_2PI));
    }

    /**
     * {@inheritDoc} It is ½ (tr Σ_q⁻¹Σ_p − d − log det Σ_q⁻¹Σ_p) + ½ (μ_p − μ_q)ᵀΣ_q⁻¹(μ_p − μ_q), as a sum of nonnegative terms; its relative
     * error is that of the Cholesky factors, a small multiple of the condition number of the correlation matrices times 2⁻⁵³.
     */
    @Override
    public double klTo(MultivariateNormal q) {
        requireSameSize(q);
        return new MultivariateNormalDivergence(size()).kl(this, q);
    }

    private void requireSameSize(MultivariateNormal q) {
        if (q.size() != size()) {
            throw new DomainException("second argument", q, "a normal in dimension " + size());
        }
    }

    /**
     * {@inheritDoc} It is ½ log(det S/det Σ_q^α det Σ_p^(1−α)) + ½ α(1−α)(μ_p − μ_q)ᵀS⁻¹(μ_p − μ_q) with S = αΣ_q + (1−α)Σ_p, −∞ where S is not
     * positive definite; the logarithm is a sum of nonnegative terms over the eigenvalues of Σ_p⁻¹Σ_q. Its relative error is as that of
     * {@link #klTo}.
     */
    @Override
    public double skewedJensen(MultivariateNormal q, double alpha) {
        requireSameSize(q);
        return MultivariateNormalJensen.divergence(this, q, DomainException.requireFinite("α", alpha));
    }

    /**
     * The Fisher–Rao distance to q, between the pairs of normals for which it is known in closed form. With the eigenvalues λᵢ of Σ_p⁻¹Σ_q it is
     * √(½ Σ log² λᵢ) for equal means; for equal covariances 2√2 arsinh(m/√8) with the Mahalanobis distance m of the means; if the means differ
     * along one axis only, and that is uncorrelated with the others in both, the root of the sum of the squares of the distance of the two normals on
     * that axis and of that of the other covariances.
     *
     * <p>For this reason normals in several dimensions are no {@link FisherRao}. In particular, diagonal covariances do not help: the product of
     * half-planes is not totally geodesic.
     *
     * <p>Source: L. T. Skovgaard, A Riemannian geometry of the multivariate normal model, Scand. J. Statist. 11 (1984); J. Pinele, J. E. Strapasson
     * and S. I. R. Costa, The Fisher–Rao distance between multivariate normal distributions, Entropy 22 (2020).
     *
     * <p>Error: as that of {@link #klTo}, near points included.
     *
     * @param q the other end
     * @return the distance, ≥ 0
     * @throws DomainException if no closed form is known for the two, or the dimensions differ
     */
    public double fisherRaoTo(MultivariateNormal q) {
        requireSameSize(q);
        return MultivariateNormalDistance.of(this, q);
    }

    /** {@inheritDoc} It is μ + Lz with z standard normal and Σ = LLᵀ. */
    @Override
    public Vec<Euclidean> sample(RandomGenerator random) {
        double[] z = new double[size()];
        Arrays.setAll(z, i -> random.nextGaussian());
        return Vec.generate(size(), i -> {
            double sum = mean.get(i);
            for (int j = 0; j <= i; j++) {
                sum += covariance.factor(i, j) * z[j];
            }
            return sum;
        });
    }

    /** {@inheritDoc} */
    @Override
    public String toString() {
        return "N(" + mean + ", " + covariance + ")";
    }
}
