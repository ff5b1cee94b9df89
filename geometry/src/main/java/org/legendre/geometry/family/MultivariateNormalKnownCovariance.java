package org.legendre.geometry.family;

import java.util.Arrays;
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
import org.legendre.geometry.PositiveDefinite;
import org.legendre.geometry.Potential;
import org.legendre.geometry.Source;
import org.legendre.geometry.Vec;

/**
 * The d-dimensional normal N(μ, Σ) of known covariance Σ, which all members of its family share: flat, its divergence ½(μ_p − μ_q)ᵀΣ⁻¹(μ_p − μ_q)
 * symmetric.
 *
 * <p>θ = Σ⁻¹μ, T(x) = x, η = μ, h(x) = N(x; 0, Σ), ψ(θ) = ½θᵀΣθ.
 *
 * @param mean μ, length d
 * @param covariance Σ, d×d, shared
 */
public record MultivariateNormalKnownCovariance(Vec<Euclidean> mean, PositiveDefinite covariance)
        implements Member<Vec<Euclidean>, MultivariateNormalKnownCovariance>,
                FisherRao<MultivariateNormalKnownCovariance> {
    /**
     * Checks that the dimensions agree.
     *
     * @param mean μ
     * @param covariance Σ
     * @throws DomainException if μ is not of the dimension of Σ
     */
    public MultivariateNormalKnownCovariance {
        DomainException.requireLength("mean", mean.toArray(), covariance.size());
    }

    /**
     * All normals of a covariance.
     *
     * @param covariance Σ
     * @return the family
     */
    public static ExponentialFamily<Vec<Euclidean>, MultivariateNormalKnownCovariance> family(
            PositiveDefinite covariance) {
        return new Family(covariance);
    }

    /**
     * The normal of flat parameters: d, then μ, then Σ row by row.
     *
     * @param parameters 1 + d + d² numbers
     * @return the normal
     * @throws DomainException as for {@link MultivariateNormal#of}
     */
    public static MultivariateNormalKnownCovariance of(double... parameters) {
        MultivariateNormal normal = MultivariateNormal.of(parameters);
        return new MultivariateNormalKnownCovariance(normal.mean(), normal.covariance());
    }

    /**
     * The same distribution among all normals.
     *
     * @return N(μ, Σ)
     */
    public MultivariateNormal normal() {
        return new MultivariateNormal(mean, covariance);
    }

    @Override
    public ExponentialFamily<Vec<Euclidean>, MultivariateNormalKnownCovariance> family() {
        return new Family(covariance);
    }

    @Override
    public Vec<Natural> natural() {
        double[] t = new double[mean.size()];
        covariance.solve(mean.toArray(), t);
        return Vec.of(t);
    }

    @Override
    public Vec<Expectation> expectation() {
        return Vec.of(mean.toArray());
    }

    /** {@inheritDoc} μ. */
    @Override
    public Vec<Source> source() {
        return Vec.of(mean.toArray());
    }

    /** {@inheritDoc} d, μ, then Σ row by row. */
    @Override
    public double[] parameters() {
        return normal().parameters();
    }

    /** {@inheritDoc} It is Σ, everywhere. */
    @Override
    public Metric<Natural, Expectation> fisher() {
        return Metric.of(Hessian.dense(covariance));
    }

    /** {@inheritDoc} It is Σ⁻¹, everywhere. */
    @Override
    public Metric<Source, Differential<Source>> fisherInSource() {
        return Metric.of(Hessian.dense(covariance).inverse());
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
     * {@inheritDoc} It is ½‖L⁻¹(μ_p − μ_q)‖², Σ = LLᵀ.
     *
     * @throws DomainException if q has another covariance
     */
    @Override
    public double klTo(MultivariateNormalKnownCovariance q) {
        return 0.5 * covariance.inverseQuadratic(difference(q));
    }

    /** {@inheritDoc} It is α(1−α) times {@link #klTo}. */
    @Override
    public double skewedJensen(MultivariateNormalKnownCovariance q, double alpha) {
        return DomainException.requireFinite("α", alpha) * (1 - alpha) * klTo(q);
    }

    /** {@inheritDoc} The space is flat: it is Mahalanobis' distance ‖L⁻¹(μ_p − μ_q)‖. */
    @Override
    public double fisherRaoTo(MultivariateNormalKnownCovariance q) {
        return Math.sqrt(covariance.inverseQuadratic(difference(q)));
    }

    private double[] difference(MultivariateNormalKnownCovariance q) {
        if (!covariance.equals(q.covariance)) {
            throw new DomainException("second argument", q, "a normal of the covariance of " + this);
        }
        return mean.minus(q.mean).toArray();
    }

    @Override
    public Vec<Euclidean> sample(RandomGenerator random) {
        return normal().sample(random);
    }

    @Override
    public String toString() {
        return "N(" + Packed.brief(mean) + ", known covariance " + Packed.brief(covariance) + ")";
    }

    /** ½xᵀAx with the gradient Ax, A = Σ, or A = Σ⁻¹ for the conjugate. */
    private record Quadratic(PositiveDefinite matrix, boolean inverse) implements Potential {
        @Override
        public Domain domain() {
            return Domain.reals(matrix.size());
        }

        @Override
        public double value(double[] x) {
            return 0.5 * (inverse ? matrix.inverseQuadratic(x) : matrix.quadratic(x));
        }

        @Override
        public void gradient(double[] x, double[] out) {
            if (inverse) {
                matrix.solve(x, out);
            } else {
                matrix.multiply(x, out);
            }
        }

        @Override
        public Hessian hessian(double[] x) {
            Hessian hessian = Hessian.dense(matrix);
            return inverse ? hessian.inverse() : hessian;
        }

        @Override
        public void third(double[] x, double[] u, double[] v, double[] out) {
            Arrays.fill(out, 0);
        }
    }

    /** All normals of a covariance. */
    private static final class Family extends NamedFamily<Vec<Euclidean>, MultivariateNormalKnownCovariance> {
        private final PositiveDefinite covariance;

        Family(PositiveDefinite covariance) {
            super(
                    "multivariate-normal-known-covariance",
                    new MultivariateNormalFamily(covariance.size()).parameterNames(),
                    Legendre.of(new Quadratic(covariance, false), new Quadratic(covariance, true)));
            this.covariance = covariance;
        }

        @Override
        public String toString() {
            return name() + " (" + dimension() + " coordinates)";
        }

        @Override
        public boolean symmetric() {
            return true;
        }

        @Override
        MultivariateNormalKnownCovariance create(double[] parameters) {
            MultivariateNormalKnownCovariance member = MultivariateNormalKnownCovariance.of(parameters);
            if (!member.covariance.equals(covariance)) {
                throw new DomainException("member", member, "one of covariance " + covariance);
            }
            return member;
        }

        @Override
        MultivariateNormalKnownCovariance atSource(double[] source) {
            return new MultivariateNormalKnownCovariance(Vec.of(source), covariance);
        }

        @Override
        MultivariateNormalKnownCovariance atNatural(double[] t) {
            double[] mean = new double[t.length];
            covariance.multiply(t, mean);
            return atSource(mean);
        }

        @Override
        public MultivariateNormalKnownCovariance atExpectation(Vec<Expectation> eta) {
            return atSource(potential().conjugate().domain().require("η", eta.toArray()));
        }

        @Override
        double[][] jacobian(Vec<Source> source) {
            return covariance.inverse().toMatrix();
        }

        @Override
        public Vec<Expectation> statistic(Vec<Euclidean> x) {
            return Vec.of(DomainException.requireLength("observation", x.toArray(), covariance.size()));
        }

        @Override
        public double logBaseMeasure(Vec<Euclidean> x) {
            return new MultivariateNormal(Vec.zeros(covariance.size()), covariance).logDensity(x);
        }
    }
}
