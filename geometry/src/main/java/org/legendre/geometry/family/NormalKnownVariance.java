package org.legendre.geometry.family;

import java.util.List;
import java.util.random.RandomGenerator;
import org.legendre.geometry.Differential;
import org.legendre.geometry.Domain;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Metric;
import org.legendre.geometry.Natural;
import org.legendre.geometry.Potential;
import org.legendre.geometry.Source;
import org.legendre.geometry.Vec;

/**
 * The normal distribution N(μ, σ²) as a member of the family of those whose variance σ² is known: Euclidean space, where KL is symmetric.
 *
 * <p>θ = μ/σ², T(x) = x, η = μ, h(x) = exp(−x²/2σ²)/√(2πσ²), ψ(θ) = ½σ²θ².
 *
 * @param mean μ, finite
 * @param variance σ², positive and finite, shared by the members of a family
 */
public record NormalKnownVariance(double mean, double variance)
        implements Line<NormalKnownVariance>, FisherRao<NormalKnownVariance> {
    /**
     * Checks the parameters.
     *
     * @param mean μ
     * @param variance σ²
     * @throws DomainException if the mean is not finite or the variance not positive and finite
     */
    public NormalKnownVariance {
        DomainException.requireFinite("mean", mean);
        DomainException.requirePositive("variance", variance);
    }

    /**
     * The normals of one variance.
     *
     * @param variance σ², positive and finite
     * @return the family
     */
    public static ExponentialFamily<Double, NormalKnownVariance> family(double variance) {
        return new Family(DomainException.requirePositive("variance", variance));
    }

    /**
     * The same distribution among all normals.
     *
     * @return N(μ, σ²)
     */
    public Normal asNormal() {
        return new Normal(mean, variance);
    }

    @Override
    public ExponentialFamily<Double, NormalKnownVariance> family() {
        return new Family(variance);
    }

    @Override
    public Vec<Natural> natural() {
        return Vec.of(mean / variance);
    }

    @Override
    public Vec<Expectation> expectation() {
        return Vec.of(mean);
    }

    @Override
    public Vec<Source> source() {
        return Vec.of(mean);
    }

    @Override
    public double[] parameters() {
        return new double[] {mean, variance};
    }

    /** {@inheritDoc} In μ it is 1/σ². */
    @Override
    public Metric<Source, Differential<Source>> fisherInSource() {
        return Metric.of(Hessian.diagonal(1 / variance));
    }

    @Override
    public double logDensityAt(double x) {
        return asNormal().logDensityAt(x);
    }

    /** {@inheritDoc} It is ½ log(2πeσ²). */
    @Override
    public double entropy() {
        return asNormal().entropy();
    }

    /** {@inheritDoc} It is (μ_p − μ_q)²/2σ². */
    @Override
    public double klTo(NormalKnownVariance q) {
        double distance = fisherRaoTo(q);
        return 0.5 * distance * distance;
    }

    @Override
    public double crossEntropyTo(NormalKnownVariance q) {
        requireCommon(q);
        return asNormal().crossEntropyTo(q.asNormal());
    }

    /** {@inheritDoc} It is α(1 − α)(μ_p − μ_q)²/2σ². */
    @Override
    public double skewedJensen(NormalKnownVariance q, double alpha) {
        return DomainException.requireFinite("α", alpha) * (1 - alpha) * klTo(q);
    }

    /** {@inheritDoc} It is |μ_p − μ_q|/σ. */
    @Override
    public double fisherRaoTo(NormalKnownVariance q) {
        requireCommon(q);
        return Math.abs(NormalKernel.difference(mean, q.mean, Math.sqrt(variance)));
    }

    private void requireCommon(NormalKnownVariance q) {
        if (!(variance == q.variance)) {
            throw new DomainException("second argument", q, "a member of the family of " + this);
        }
    }

    @Override
    public Double sample(RandomGenerator random) {
        return asNormal().sample(random);
    }

    @Override
    public Support support() {
        return Support.REALS;
    }

    @Override
    public double center() {
        return mean;
    }

    @Override
    public double spread() {
        return Math.sqrt(variance);
    }

    @Override
    public String toString() {
        return "N(" + mean + ", " + variance + "), variance known";
    }

    /** ½cx², of which ½x²/c is the conjugate. */
    private record Quadratic(double curvature) implements Potential {
        @Override
        public Domain domain() {
            return Domain.reals(1);
        }

        @Override
        public double value(double[] x) {
            return 0.5 * curvature * x[0] * x[0];
        }

        @Override
        public void gradient(double[] x, double[] out) {
            out[0] = curvature * x[0];
        }

        @Override
        public Hessian hessian(double[] x) {
            return Hessian.diagonal(curvature);
        }

        @Override
        public void third(double[] x, double[] u, double[] v, double[] out) {
            out[0] = 0;
        }
    }

    /** The normals of one variance. */
    private static final class Family extends NamedFamily<Double, NormalKnownVariance> {
        private final Normal base;

        Family(double variance) {
            super(
                    "normal-known-variance",
                    List.of("mean", "variance"),
                    Legendre.of(new Quadratic(variance), new Quadratic(1 / variance)));
            this.base = new Normal(0, variance);
        }

        @Override
        NormalKnownVariance create(double[] parameters) {
            if (!(parameters[1] == base.variance())) {
                throw new DomainException("variance", parameters[1], "the one of the family " + this);
            }
            return new NormalKnownVariance(parameters[0], parameters[1]);
        }

        @Override
        NormalKnownVariance atSource(double[] source) {
            return atExpectation(Vec.of(source));
        }

        @Override
        NormalKnownVariance atNatural(double[] theta) {
            return new NormalKnownVariance(theta[0] * base.variance(), base.variance());
        }

        @Override
        double[][] jacobian(Vec<Source> source) {
            return new double[][] {{1 / base.variance()}};
        }

        @Override
        public NormalKnownVariance atExpectation(Vec<Expectation> eta) {
            return new NormalKnownVariance(DomainException.requireLength("η", eta.toArray(), 1)[0], base.variance());
        }

        @Override
        public Vec<Expectation> statistic(Double x) {
            return Vec.of(x);
        }

        @Override
        public double logBaseMeasure(Double x) {
            return base.logDensityAt(x);
        }

        @Override
        public boolean symmetric() {
            return true;
        }

        @Override
        public String toString() {
            return name() + " (variance " + base.variance() + ")";
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Family family && base.equals(family.base);
        }

        @Override
        public int hashCode() {
            return base.hashCode();
        }
    }
}
