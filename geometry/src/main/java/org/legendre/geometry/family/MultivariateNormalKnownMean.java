package org.legendre.geometry.family;

import java.util.List;
import java.util.random.RandomGenerator;
import org.legendre.geometry.Differential;
import org.legendre.geometry.Domain;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Euclidean;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Metric;
import org.legendre.geometry.Natural;
import org.legendre.geometry.PackedCone;
import org.legendre.geometry.PositiveDefinite;
import org.legendre.geometry.Potential;
import org.legendre.geometry.Source;
import org.legendre.geometry.SymmetricHessian;
import org.legendre.geometry.Vec;
import org.legendre.geometry.special.Sums;

/**
 * The d-dimensional normal N(m, Σ) of known mean m, which all members of its family share: the centred normals if it is 0.
 *
 * <p>θ = packed lower triangle of −½Σ⁻¹ with off-diagonals doubled, T(x) = packed (x − m)(x − m)ᵀ, η = packed Σ, h(x) = (2π)^(−d/2), ψ(θ) = ½ log det Σ.
 *
 * @param mean m, length d, shared
 * @param covariance Σ, d×d
 */
public record MultivariateNormalKnownMean(Vec<Euclidean> mean, PositiveDefinite covariance)
        implements Member<Vec<Euclidean>, MultivariateNormalKnownMean>, FisherRao<MultivariateNormalKnownMean> {
    /**
     * Checks that the dimensions agree.
     *
     * @param mean m
     * @param covariance Σ
     * @throws DomainException if m is not of the dimension of Σ
     */
    public MultivariateNormalKnownMean {
        DomainException.requireLength("mean", mean.toArray(), covariance.size());
    }

    /**
     * The centred normal N(0, Σ).
     *
     * @param covariance Σ
     * @return the normal
     */
    public static MultivariateNormalKnownMean centred(PositiveDefinite covariance) {
        return new MultivariateNormalKnownMean(Vec.zeros(covariance.size()), covariance);
    }

    /**
     * All normals of a mean.
     *
     * @param mean m
     * @return the family
     * @throws DomainException if m is empty
     */
    public static ExponentialFamily<Vec<Euclidean>, MultivariateNormalKnownMean> family(Vec<Euclidean> mean) {
        Packed.requireDimension(mean.size());
        return new Family(mean);
    }

    /**
     * The normal of flat parameters: d, then m, then Σ row by row.
     *
     * @param parameters 1 + d + d² numbers
     * @return the normal
     * @throws DomainException as for {@link MultivariateNormal#of}
     */
    public static MultivariateNormalKnownMean of(double... parameters) {
        MultivariateNormal normal = MultivariateNormal.of(parameters);
        return new MultivariateNormalKnownMean(normal.mean(), normal.covariance());
    }

    /**
     * The same distribution among all normals.
     *
     * @return N(m, Σ)
     */
    public MultivariateNormal normal() {
        return new MultivariateNormal(mean, covariance);
    }

    @Override
    public ExponentialFamily<Vec<Euclidean>, MultivariateNormalKnownMean> family() {
        return new Family(mean);
    }

    @Override
    public Vec<Natural> natural() {
        return Vec.of(naturalOf(covariance));
    }

    /** The packed triangle of −½A⁻¹, off-diagonals doubled. */
    private static double[] naturalOf(PositiveDefinite a) {
        return PackedCone.scaled(a.size(), a.inverse().toPacked(), -0.5, -1);
    }

    @Override
    public Vec<Expectation> expectation() {
        return Vec.of(covariance.toPacked());
    }

    /** {@inheritDoc} The packed lower triangle of Σ. */
    @Override
    public Vec<Source> source() {
        return Vec.of(covariance.toPacked());
    }

    /** {@inheritDoc} d, m, then Σ row by row. */
    @Override
    public double[] parameters() {
        return normal().parameters();
    }

    /** {@inheritDoc} The length of a tangent M is 2 tr ΣMΣM; O(d³) to raise. */
    @Override
    public Metric<Natural, Expectation> fisher() {
        return Metric.of(new SymmetricHessian(covariance, 2));
    }

    /** {@inheritDoc} The length of dΣ is ½ tr Σ⁻¹dΣ Σ⁻¹dΣ. */
    @Override
    public Metric<Source, Differential<Source>> fisherInSource() {
        return Metric.of(new SymmetricHessian(covariance, 2).inverse());
    }

    @Override
    public double logDensity(Vec<Euclidean> x) {
        return normal().logDensity(x);
    }

    @Override
    public double entropy() {
        return normal().entropy();
    }

    /**
     * {@inheritDoc} It is ½ (tr Σ_q⁻¹Σ_p − d − log det Σ_q⁻¹Σ_p).
     *
     * @throws DomainException if q has another mean
     */
    @Override
    public double klTo(MultivariateNormalKnownMean q) {
        requireSameMean(q);
        return 0.5 * PositiveDefinitePencil.itakuraSaito(covariance, q.covariance);
    }

    /** {@inheritDoc} It is half the gap of log det between the precisions. */
    @Override
    public double skewedJensen(MultivariateNormalKnownMean q, double alpha) {
        requireSameMean(q);
        DomainException.requireFinite("α", alpha);
        return 0.5 * PositiveDefinitePencil.logDeterminantGap(q.covariance, covariance, alpha);
    }

    /** {@inheritDoc} It is √(½ Σ log² λᵢ) with the eigenvalues λ of Σ_q⁻¹Σ_p (James 1973). */
    @Override
    public double fisherRaoTo(MultivariateNormalKnownMean q) {
        requireSameMean(q);
        double[] logs = PositiveDefinitePencil.logEigenvalues(covariance, q.covariance);
        return Math.sqrt(0.5 * Sums.dot(logs, logs));
    }

    private void requireSameMean(MultivariateNormalKnownMean q) {
        if (!mean.equals(q.mean)) {
            throw new DomainException("second argument", q, "a normal of the mean of " + this);
        }
    }

    @Override
    public Vec<Euclidean> sample(RandomGenerator random) {
        return normal().sample(random);
    }

    @Override
    public String toString() {
        return "N(known mean " + Packed.brief(mean) + ", " + Packed.brief(covariance) + ")";
    }

    /** ψ(θ) = −½ log det(−2θ), or ψ*(η) = −½ log det η − ½d: the gradient of either is the other's inverse, −½A⁻¹. */
    private record LogDeterminant(int d, boolean conjugate) implements Potential {
        private PositiveDefinite matrix(double[] x) {
            return cone().matrix(x);
        }

        private PackedCone cone() {
            return conjugate ? PackedCone.expectation(d) : new PackedCone("the precision −2θ", d, -2, -1);
        }

        @Override
        public Domain domain() {
            return cone();
        }

        @Override
        public double value(double[] x) {
            return -0.5 * matrix(x).logDeterminant() - (conjugate ? 0.5 * d : 0);
        }

        @Override
        public void gradient(double[] x, double[] out) {
            PositiveDefinite a = matrix(x);
            System.arraycopy(conjugate ? naturalOf(a) : a.inverse().toPacked(), 0, out, 0, out.length);
        }

        @Override
        public Hessian hessian(double[] x) {
            return conjugate
                    ? new SymmetricHessian(matrix(x), 2).inverse()
                    : new SymmetricHessian(matrix(x).inverse(), 2);
        }
    }

    /** All normals of a mean. */
    private static final class Family extends NamedFamily<Vec<Euclidean>, MultivariateNormalKnownMean> {
        private static final double HALF_LOG_2PI = 0.9189385332046727;

        private final Vec<Euclidean> mean;

        Family(Vec<Euclidean> mean) {
            super(
                    "multivariate-normal-known-mean",
                    new MultivariateNormalFamily(mean.size()).parameterNames(),
                    Legendre.of(new LogDeterminant(mean.size(), false), new LogDeterminant(mean.size(), true)));
            this.mean = mean;
        }

        @Override
        public String toString() {
            return name() + " (" + dimension() + " coordinates)";
        }

        @Override
        MultivariateNormalKnownMean create(double[] parameters) {
            MultivariateNormalKnownMean member = MultivariateNormalKnownMean.of(parameters);
            if (!member.mean.equals(mean)) {
                throw new DomainException("member", member, "one of mean " + mean);
            }
            return member;
        }

        private MultivariateNormalKnownMean at(double[] packed) {
            return new MultivariateNormalKnownMean(mean, PositiveDefinite.ofPacked(mean.size(), packed));
        }

        @Override
        MultivariateNormalKnownMean atSource(double[] source) {
            return at(source);
        }

        @Override
        MultivariateNormalKnownMean atNatural(double[] t) {
            return at(potential().gradient(Vec.of(t)).toArray());
        }

        @Override
        public MultivariateNormalKnownMean atExpectation(Vec<Expectation> eta) {
            return at(potential().conjugate().domain().require("η", eta.toArray()));
        }

        @Override
        double[][] jacobian(Vec<Source> source) {
            return new SymmetricHessian(at(source.toArray()).covariance.inverse(), 0.5).forms(2);
        }

        @Override
        public Vec<Expectation> statistic(Vec<Euclidean> x) {
            double[] difference = MultivariateNormalDivergence.minus(
                    DomainException.requireLength("observation", x.toArray(), mean.size()), mean.toArray());
            double[] packed = new double[dimension()];
            Packed.addProduct(1, difference, difference, 1, packed, 0);
            return Vec.of(packed);
        }

        @Override
        public double logBaseMeasure(Vec<Euclidean> x) {
            DomainException.requireLength("observation", x.toArray(), mean.size());
            return -mean.size() * HALF_LOG_2PI;
        }

        /** {@inheritDoc} It is the mean of (x − m)(x − m)ᵀ, if d of the observations are independent of each other. */
        @Override
        public MultivariateNormalKnownMean maximumLikelihood(List<? extends Vec<Euclidean>> data) {
            return at(MultivariateNormalFamily.requireRegular(
                            mean.size(), meanStatistic(data).toArray())
                    .toPacked());
        }
    }
}
