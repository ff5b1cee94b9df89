package org.legendre.geometry.family;

import java.util.random.RandomGenerator;
import org.legendre.geometry.Differential;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Metric;
import org.legendre.geometry.Natural;
import org.legendre.geometry.PositiveDefinite;
import org.legendre.geometry.Source;
import org.legendre.geometry.Vec;

/**
 * The inverse Wishart distribution on positive definite d×d matrices X, that of the inverses of draws of W(n, Ψ⁻¹), of density (det Ψ)^(n/2) (det
 * X)^(−(n+d+1)/2) exp(−½ tr ΨX⁻¹)/(2^(nd/2) Γ_d(n/2)) in the entries of the lower triangle.
 *
 * <p>θ = (n/2, packed lower triangle of −½Ψ with off-diagonals doubled), T(X) = (−log det X, packed X⁻¹), η = (Σ digamma((n − i)/2) − log det ½Ψ, packed
 * nΨ⁻¹) with i = 0, …, d − 1, h(X) = (det X)^(−(d+1)/2), ψ(θ) = log Γ_d(n/2) − ½n log det ½Ψ.
 *
 * <p>Source: K. V. Mardia, J. T. Kent and J. M. Bibby, Multivariate Analysis (1979), section 3.8.
 *
 * @param degrees n, the degrees of freedom, above d − 1
 * @param scale Ψ, d×d
 */
public record InverseWishart(double degrees, PositiveDefinite scale)
        implements Member<PositiveDefinite, InverseWishart> {
    /**
     * Checks the parameters.
     *
     * @param degrees n
     * @param scale Ψ
     * @throws DomainException if n is not above d − 1 and finite
     */
    public InverseWishart {
        WishartKernel.requireDegrees(degrees, scale.size());
    }

    /**
     * The inverse Wishart distribution of degrees of freedom and scale matrix.
     *
     * @param degrees n, above d − 1
     * @param scale Ψ
     * @return the distribution
     */
    public static InverseWishart degreesScale(double degrees, PositiveDefinite scale) {
        return new InverseWishart(degrees, scale);
    }

    /**
     * The inverse Wishart distribution of a given mean Ψ/(n − d − 1).
     *
     * @param degrees n, above d + 1, for else there is no mean
     * @param mean the mean matrix
     * @return the distribution, of scale (n − d − 1) · mean
     * @throws DomainException if n is not above d + 1
     */
    public static InverseWishart degreesMean(double degrees, PositiveDefinite mean) {
        double factor = degrees - mean.size() - 1;
        if (!(factor > 0 && degrees <= Double.MAX_VALUE)) {
            throw new DomainException("degrees of freedom", degrees, "a finite number > " + (mean.size() + 1));
        }
        return new InverseWishart(degrees, Packed.divided(mean, 1 / factor));
    }

    /**
     * All inverse Wishart distributions on d×d matrices.
     *
     * @param d the dimension, at least 1
     * @return the family
     * @throws DomainException if d &lt; 1
     */
    public static ExponentialFamily<PositiveDefinite, InverseWishart> family(int d) {
        return new InverseWishartFamily(Packed.requireDimension(d));
    }

    /**
     * The distribution of flat parameters: n, then d, then Ψ row by row.
     *
     * @param parameters 2 + d² numbers
     * @return the distribution
     * @throws DomainException if the length is wrong, d no dimension, n not above d − 1 or Ψ not symmetric and positive definite
     */
    public static InverseWishart of(double... parameters) {
        return new InverseWishartFamily(Packed.dimension("parameters (df, d, scale)", parameters, 1)).of(parameters);
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
    public ExponentialFamily<PositiveDefinite, InverseWishart> family() {
        return new InverseWishartFamily(size());
    }

    @Override
    public Vec<Natural> natural() {
        return Vec.of(WishartPotential.natural(0.5 * degrees, scale, 0.5));
    }

    @Override
    public Vec<Expectation> expectation() {
        return WishartPotential.expectation(
                degrees, -scale.logDeterminant(), scale.inverse().toPacked());
    }

    /** {@inheritDoc} n, then the packed lower triangle of Ψ. */
    @Override
    public Vec<Source> source() {
        return Packed.vector(degrees, scale);
    }

    /** {@inheritDoc} n, d, then Ψ row by row. */
    @Override
    public double[] parameters() {
        return Packed.withRows(scale, degrees, size());
    }

    /** {@inheritDoc} It never forms the matrix: O(d³) to raise. */
    @Override
    public Metric<Natural, Expectation> fisher() {
        return Metric.of(WishartPotential.fisher(0.5 * degrees, Packed.divided(scale, 2)));
    }

    /** {@inheritDoc} The length of (dn, dΨ) is ¼(log Γ_d)″(n/2) dn² − dn tr Ψ⁻¹dΨ + ½n tr Ψ⁻¹dΨ Ψ⁻¹dΨ. */
    @Override
    public Metric<Source, Differential<Source>> fisherInSource() {
        return Metric.of(WishartKernel.fisher(degrees, scale, -1));
    }

    /** {@inheritDoc} The density is with respect to the entries of the lower triangle. */
    @Override
    public double logDensity(PositiveDefinite x) {
        return WishartKernel.logDensity(degrees, scale, Packed.requireSize(x, size()), x.logDeterminant());
    }

    /** {@inheritDoc} Its reference is Lebesgue measure in the entries of the lower triangle. */
    @Override
    public double entropy() {
        return WishartKernel.entropy(size(), degrees, Packed.logDeterminantOfMultiple(0.5, scale), -1);
    }

    /** {@inheritDoc} It is that of the Wishart distributions of the inverses: {@link Wishart#klTo}, with R = (Ψ_q/n_q)(Ψ_p/n_p)⁻¹. */
    @Override
    public double klTo(InverseWishart q) {
        Packed.requireSameSize(this, size(), q, q.size());
        return WishartKernel.kl(degrees, q.scale, q.degrees, scale);
    }

    /** {@inheritDoc} It is that of the Wishart distributions of the inverses: {@link Wishart#skewedJensen}. */
    @Override
    public double skewedJensen(InverseWishart q, double alpha) {
        Packed.requireSameSize(this, size(), q, q.size());
        return WishartKernel.skewedJensen(degrees, q.scale, q.degrees, scale, alpha);
    }

    /**
     * {@inheritDoc} It is LB⁻ᵀB⁻¹Lᵀ with Ψ = LLᵀ and Bartlett's triangular factor (1933) of a Wishart draw BBᵀ, built from the last coordinate, so that
     * B is upper and LB⁻ᵀ lower triangular. That is the Cholesky factor of the draw, which keeps its determinant where entries do not resolve it, as
     * with n near d − 1.
     *
     * @throws org.legendre.geometry.DomainException if an entry of the draw overflows: with n near d − 1 it has no moments, and is above 10³⁰⁸ with a
     *     probability of about 10⁻¹⁵⁴ to the power n − d + 1
     */
    @Override
    public PositiveDefinite sample(RandomGenerator random) {
        return PositiveDefinite.ofFactor(
                WishartKernel.inverselyScaled(scale, WishartKernel.bartlett(size(), degrees, random)));
    }

    @Override
    public String toString() {
        return "InverseWishart(" + degrees + " degrees of freedom, scale " + Packed.brief(scale) + ")";
    }
}
