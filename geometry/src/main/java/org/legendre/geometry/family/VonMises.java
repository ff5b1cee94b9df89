package org.legendre.geometry.family;

import java.util.List;
import java.util.random.RandomGenerator;
import org.legendre.geometry.Differential;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Metric;
import org.legendre.geometry.Natural;
import org.legendre.geometry.Source;
import org.legendre.geometry.Vec;
import org.legendre.geometry.special.BesselRatio;
import org.legendre.geometry.special.InverseBesselRatio;
import org.legendre.geometry.special.NormalizedBessel;

/**
 * The von Mises distribution of angles with density e^(κ cos(x−μ))/(2πI₀(κ)) on −π ≤ x ≤ π.
 *
 * <p>θ = (κ cos μ, κ sin μ), T(x) = (cos x, sin x), η = A(κ) (cos μ, sin μ) with A = I₁/I₀, h(x) = 1/2π, ψ(θ) = log I₀(κ).
 *
 * <p>κ = 0 is the uniform distribution, an ordinary point of the family (θ = 0) where the source coordinates (μ, κ), polar ones, are singular: it
 * has μ = 0 and no Fisher metric in them.
 *
 * @param mean μ, the mean direction in radians, in [−π, π]; 0 if κ = 0
 * @param kappa κ, the concentration, nonnegative and finite
 */
public record VonMises(double mean, double kappa) implements Line<VonMises> {
    /** The family of all von Mises distributions. */
    public static final ExponentialFamily<Double, VonMises> FAMILY = new Family();

    private static final Support CIRCLE = new Support(-Math.PI, Math.PI, false);

    private static final double LOG_2PI = 1.8378770664093453;

    /**
     * Checks the parameters.
     *
     * @param mean μ
     * @param kappa κ
     * @throws DomainException if the mean is not in [−π, π], the concentration not nonnegative and finite, or κ = 0 ≠ μ
     */
    public VonMises {
        DomainException.requireNonnegative("kappa", kappa);
        if (!CIRCLE.contains(mean)) {
            throw new DomainException("mean", mean, "an angle in [−π, π]");
        }
        if (kappa == 0 && mean != 0) {
            throw new DomainException(
                    "mean", mean, "0 where kappa = 0: the uniform distribution has no mean direction");
        }
    }

    /**
     * The uniform distribution on the circle, κ = 0.
     *
     * @return the distribution
     */
    public static VonMises uniform() {
        return new VonMises(0, 0);
    }

    @Override
    public ExponentialFamily<Double, VonMises> family() {
        return FAMILY;
    }

    @Override
    public Vec<Natural> natural() {
        return Vec.of(kappa * Math.cos(mean), kappa * Math.sin(mean));
    }

    @Override
    public Vec<Expectation> expectation() {
        double length = BesselRatio.value(0, kappa);
        return Vec.of(length * Math.cos(mean), length * Math.sin(mean));
    }

    @Override
    public Vec<Source> source() {
        return Vec.of(mean, kappa);
    }

    /**
     * {@inheritDoc} In (μ, κ) it is diag(κA(κ), A′(κ)).
     *
     * @throws DomainException if κ = 0 (or κA(κ) underflows to 0), where the coordinates are singular
     */
    @Override
    public Metric<Source, Differential<Source>> fisherInSource() {
        return Metric.of(Hessian.diagonal(kappa * BesselRatio.value(0, kappa), BesselRatio.derivative(0, kappa)));
    }

    /** {@inheritDoc} It is −log 2π − 2κ sin²((x−μ)/2) − log(I₀(κ) e^(−κ)). */
    @Override
    public double logDensityAt(double x) {
        if (!CIRCLE.contains(x)) {
            return Double.NEGATIVE_INFINITY;
        }
        return -LOG_2PI - kappa * between(x, mean, 0).versine() - NormalizedBessel.logScaled(0, kappa);
    }

    /** {@inheritDoc} It is log 2π − (κA(κ) − log I₀(κ)). */
    @Override
    public double entropy() {
        return VonMisesFisherKernel.entropy(2, kappa);
    }

    /**
     * {@inheritDoc} It is D(κ_q, κ_p) + 2 A(κ_p) κ_q sin²((μ_p−μ_q)/2) with D the Bregman divergence of log I₀: two nonnegative terms, neither of
     * which cancels.
     */
    @Override
    public double klTo(VonMises q) {
        return pair(q).kl();
    }

    @Override
    public double skewedJensen(VonMises q, double alpha) {
        return pair(q).skewedJensen(alpha);
    }

    private VonMisesFisherKernel pair(VonMises q) {
        return between(mean, q.mean, q.kappa);
    }

    /** The pair of angles with the rounding of their difference put back, which shows where they meet across ±π. */
    private VonMisesFisherKernel between(double x, double y, double other) {
        double difference = x - y;
        double part = x - difference;
        double error = (x - (difference + part)) + (part - y);
        double half = 0.5 * difference;
        double sine = Math.sin(half) + 0.5 * error * Math.cos(half);
        double cosine = Math.cos(half) - 0.5 * error * Math.sin(half);
        return new VonMisesFisherKernel(0, kappa, other, 2 * sine * sine, 2 * cosine * cosine);
    }

    /** {@inheritDoc} By the rejection of Best and Fisher (1979). */
    @Override
    public Double sample(RandomGenerator random) {
        double angle =
                2 * Math.asin(Math.sqrt(Math.min(1, 0.5 * VonMisesFisherKernel.sampleVersine(2, kappa, random))));
        double x = random.nextBoolean() ? mean + angle : mean - angle;
        if (x > Math.PI) {
            return Math.max(-Math.PI, x - 2 * Math.PI);
        }
        return x < -Math.PI ? Math.min(Math.PI, x + 2 * Math.PI) : x;
    }

    @Override
    public Support support() {
        return CIRCLE;
    }

    @Override
    public double center() {
        return mean;
    }

    @Override
    public double spread() {
        return 1 / Math.sqrt(1 + kappa);
    }

    @Override
    public String toString() {
        return "VonMises(μ " + mean + ", κ " + kappa + ")";
    }

    /** The family of all von Mises distributions. */
    private static final class Family extends NamedFamily<Double, VonMises> {
        Family() {
            super("von-mises", List.of("mean", "kappa"), potential(new VonMisesFisherPotential(2)));
        }

        private static Legendre<Natural, Expectation> potential(VonMisesFisherPotential psi) {
            return Legendre.of(psi, psi.conjugate());
        }

        @Override
        VonMises create(double[] parameters) {
            return new VonMises(parameters[0], parameters[1]);
        }

        @Override
        VonMises atNatural(double[] t) {
            double kappa = UnitVectors.norm(t);
            return kappa == 0 ? uniform() : new VonMises(Math.atan2(t[1], t[0]), kappa);
        }

        @Override
        double[][] jacobian(Vec<Source> source) {
            double cosine = Math.cos(source.get(0));
            double sine = Math.sin(source.get(0));
            return new double[][] {{-source.get(1) * sine, cosine}, {source.get(1) * cosine, sine}};
        }

        @Override
        public VonMises atExpectation(Vec<Expectation> eta) {
            double[] e = potential().conjugate().domain().require("η", eta.toArray());
            double kappa = InverseBesselRatio.value(0, UnitVectors.norm(e));
            return kappa == 0 ? uniform() : new VonMises(Math.atan2(e[1], e[0]), kappa);
        }

        @Override
        public Vec<Expectation> statistic(Double x) {
            if (!CIRCLE.contains(x)) {
                throw new DomainException("observation", x, "an angle in [−π, π]");
            }
            return Vec.of(Math.cos(x), Math.sin(x));
        }

        @Override
        public double logBaseMeasure(Double x) {
            return CIRCLE.contains(x) ? -LOG_2PI : Double.NEGATIVE_INFINITY;
        }

        /** {@inheritDoc} 1 − A(κ) is summed as the mean of 2 sin²((x−μ)/2), so that data close together cost no accuracy. */
        @Override
        public VonMises maximumLikelihood(List<? extends Double> data) {
            double[] mean = meanStatistic(data).toArray();
            double first = data.get(0);
            if (data.stream().allMatch(x -> x == first)) {
                throw new DomainException(
                        "data", first, "observations that are not all equal (no likelihood is the largest)");
            }
            double length = UnitVectors.norm(mean);
            if (length < 0.5) {
                return atExpectation(Vec.of(mean));
            }
            VonMises direction = new VonMises(Math.atan2(mean[1], mean[0]), 1);
            double complement = 0;
            int count = 0;
            for (double x : data) {
                count++;
                complement += (direction.between(x, direction.mean, 0).versine() - complement) / count;
            }
            return new VonMises(direction.mean, InverseBesselRatio.ofComplement(0, complement));
        }
    }
}
