package org.legendre.geometry.family;

import java.util.random.RandomGenerator;
import org.legendre.geometry.Differential;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Metric;
import org.legendre.geometry.Natural;
import org.legendre.geometry.PositiveDefinite;
import org.legendre.geometry.Source;
import org.legendre.geometry.Vec;

/**
 * The Wishart distribution W(n, V) on positive definite d×d matrices X, of density (det X)^((n−d−1)/2) exp(−½ tr V⁻¹X)/(2^(nd/2) (det V)^(n/2) Γ_d(n/2))
 * in the entries of the lower triangle: the law of Σ xᵢxᵢᵀ for n draws xᵢ of N(0, V), n whole, and of any n &gt; d − 1.
 *
 * <p>θ = (n/2, packed lower triangle of −½V⁻¹ with off-diagonals doubled), T(X) = (log det X, packed X), η = (Σ digamma((n − i)/2) + log det 2V, packed nV)
 * with i = 0, …, d − 1, h(X) = (det X)^(−(d+1)/2), ψ(θ) = log Γ_d(n/2) + ½n log det 2V.
 *
 * <p>Source: J. Wishart, The generalised product moment distribution in samples from a normal multivariate population, Biometrika 20A (1928).
 *
 * @param degrees n, the degrees of freedom, above d − 1
 * @param scale V, d×d
 */
public record Wishart(double degrees, PositiveDefinite scale) implements Member<PositiveDefinite, Wishart> {
    /**
     * Checks the parameters.
     *
     * @param degrees n
     * @param scale V
     * @throws org.legendre.geometry.DomainException if n is not above d − 1 and finite
     */
    public Wishart {
        WishartKernel.requireDegrees(degrees, scale.size());
    }

    /**
     * The Wishart distribution of degrees of freedom and scale matrix.
     *
     * @param degrees n, above d − 1
     * @param scale V
     * @return the distribution
     */
    public static Wishart degreesScale(double degrees, PositiveDefinite scale) {
        return new Wishart(degrees, scale);
    }

    /**
     * The Wishart distribution of a given mean nV.
     *
     * @param degrees n, above d − 1
     * @param mean the mean matrix
     * @return the distribution, of scale mean/n
     */
    public static Wishart degreesMean(double degrees, PositiveDefinite mean) {
        WishartKernel.requireDegrees(degrees, mean.size());
        return new Wishart(degrees, Packed.divided(mean, degrees));
    }

    /**
     * All Wishart distributions on d×d matrices.
     *
     * @param d the dimension, at least 1
     * @return the family
     * @throws org.legendre.geometry.DomainException if d &lt; 1
     */
    public static ExponentialFamily<PositiveDefinite, Wishart> family(int d) {
        return new WishartFamily(Packed.requireDimension(d));
    }

    /**
     * The distribution of flat parameters: n, then d, then V row by row.
     *
     * @param parameters 2 + d² numbers
     * @return the distribution
     * @throws org.legendre.geometry.DomainException if the length is wrong, d no dimension, n not above d − 1 or V not symmetric and positive
     *     definite
     */
    public static Wishart of(double... parameters) {
        return new WishartFamily(Packed.dimension("parameters (df, d, scale)", parameters, 1)).of(parameters);
    }

    /**
     * The dimension of the matrices.
     *
     * @return d
     */
    public int size() {
        return scale.size();
    }

    @Override
    public ExponentialFamily<PositiveDefinite, Wishart> family() {
        return new WishartFamily(size());
    }

    /** {@inheritDoc} They hold the inverse of V. */
    @Override
    public Vec<Natural> natural() {
        return Vec.of(WishartPotential.natural(0.5 * degrees, scale.inverse(), 0.5));
    }

    @Override
    public Vec<Expectation> expectation() {
        return WishartPotential.expectation(degrees, scale.logDeterminant(), scale.toPacked());
    }

    /** {@inheritDoc} n, then the packed lower triangle of V. */
    @Override
    public Vec<Source> source() {
        return Packed.vector(degrees, scale);
    }

    /** {@inheritDoc} n, d, then V row by row. */
    @Override
    public double[] parameters() {
        return Packed.withRows(scale, degrees, size());
    }

    /** {@inheritDoc} It never forms the matrix: O(d³) to raise. */
    @Override
    public Metric<Natural, Expectation> fisher() {
        return Metric.of(WishartPotential.fisher(0.5 * degrees, Packed.divided(scale.inverse(), 2)));
    }

    /** {@inheritDoc} The length of (dn, dV) is ¼(log Γ_d)″(n/2) dn² + dn tr V⁻¹dV + ½n tr V⁻¹dV V⁻¹dV. */
    @Override
    public Metric<Source, Differential<Source>> fisherInSource() {
        return Metric.of(WishartKernel.fisher(degrees, scale, 1));
    }

    /** {@inheritDoc} The density is with respect to the entries of the lower triangle. */
    @Override
    public double logDensity(PositiveDefinite x) {
        return WishartKernel.logDensity(degrees, Packed.requireSize(x, size()), scale, x.logDeterminant());
    }

    /** {@inheritDoc} Its reference is Lebesgue measure in the entries of the lower triangle. */
    @Override
    public double entropy() {
        return WishartKernel.entropy(size(), degrees, -Packed.logDeterminantOfMultiple(2, scale), 1);
    }

    /**
     * {@inheritDoc} With R = (n_pV_p)(n_qV_q)⁻¹ it is ½n_q (tr R − d − log det R) + B_G(n_q/2, n_p/2), B_G the Bregman divergence of G(a) =
     * log Γ_d(a) − d (a log a − a), as a sum of nonnegative terms; its relative error is that of the Cholesky factors, a small multiple of the
     * condition number of the correlation matrices times 2⁻⁵³.
     */
    @Override
    public double klTo(Wishart q) {
        Packed.requireSameSize(this, size(), q, q.size());
        return WishartKernel.kl(degrees, scale, q.degrees, q.scale);
    }

    /** {@inheritDoc} Computed from n and V without cancellation: −log ∫ p^α q^(1−α) is a gap of log det and one of log Γ_d. */
    @Override
    public double skewedJensen(Wishart q, double alpha) {
        Packed.requireSameSize(this, size(), q, q.size());
        return WishartKernel.skewedJensen(degrees, scale, q.degrees, q.scale, alpha);
    }

    /**
     * {@inheritDoc} It is LAAᵀLᵀ with V = LLᵀ and Bartlett's triangular A (1933). Its Cholesky factor is LA itself, so that a draw that is nearer to a
     * singular matrix than entries resolve, as most are with n near d − 1, keeps its determinant.
     *
     * @throws org.legendre.geometry.DomainException if an entry of A underflows, which has a probability of about exp(−354 (n − d + 1))
     */
    @Override
    public PositiveDefinite sample(RandomGenerator random) {
        return PositiveDefinite.ofFactor(WishartKernel.scaled(scale, WishartKernel.bartlett(size(), degrees, random)));
    }

    @Override
    public String toString() {
        return "Wishart(" + degrees + " degrees of freedom, scale " + Packed.brief(scale) + ")";
    }
}
