package org.legendre.geometry.family;

import java.util.ArrayList;
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
import org.legendre.geometry.special.Chords;
import org.legendre.geometry.special.Means;

/**
 * The normal distribution N(μ, σ²) with density exp(−(x−μ)²/2σ²)/√(2πσ²).
 *
 * <p>θ = (μ/σ², −1/2σ²), T(x) = (x, x²), η = (μ, μ² + σ²), h(x) = 1/√(2π), ψ(θ) = μ²/2σ² + ½ log σ².
 *
 * @param mean μ, finite
 * @param variance σ², positive and finite (not the standard deviation: {@link #meanDeviation} takes that)
 */
public record Normal(double mean, double variance) implements Line<Normal>, FisherRao<Normal> {
    /** The family of all normals. */
    public static final ExponentialFamily<Double, Normal> FAMILY = new Family();

    private static final double HALF_LOG_2PI = 0.9189385332046727;

    /**
     * Checks the parameters.
     *
     * @param mean μ
     * @param variance σ²
     * @throws DomainException if the mean is not finite or the variance not positive and finite
     */
    public Normal {
        DomainException.requireFinite("mean", mean);
        DomainException.requirePositive("variance", variance);
    }

    /**
     * N(μ, σ²) from the variance.
     *
     * @param mean μ
     * @param variance σ²
     * @return the normal
     */
    public static Normal meanVariance(double mean, double variance) {
        return new Normal(mean, variance);
    }

    /**
     * N(μ, σ²) from the standard deviation.
     *
     * @param mean μ
     * @param deviation σ, positive
     * @return the normal
     */
    public static Normal meanDeviation(double mean, double deviation) {
        DomainException.requirePositive("deviation", deviation);
        return new Normal(mean, deviation * deviation);
    }

    /**
     * The standard deviation.
     *
     * @return σ
     */
    public double deviation() {
        return Math.sqrt(variance);
    }

    @Override
    public ExponentialFamily<Double, Normal> family() {
        return FAMILY;
    }

    @Override
    public Vec<Natural> natural() {
        return Vec.of(mean / variance, -0.5 / variance);
    }

    @Override
    public Vec<Expectation> expectation() {
        return Vec.of(mean, Math.fma(mean, mean, variance));
    }

    @Override
    public Vec<Source> source() {
        return Vec.of(mean, variance);
    }

    /** {@inheritDoc} In (μ, σ²) it is diag(1/σ², 1/2σ⁴). */
    @Override
    public Metric<Source, Differential<Source>> fisherInSource() {
        return Metric.of(Hessian.diagonal(1 / variance, 0.5 / variance / variance));
    }

    @Override
    public double logDensityAt(double x) {
        if (!Double.isFinite(x)) {
            return Double.NEGATIVE_INFINITY;
        }
        double z = (x - mean) / deviation();
        return -0.5 * z * z - HALF_LOG_2PI - 0.5 * Math.log(variance);
    }

    /** {@inheritDoc} It is ½ log(2πeσ²). */
    @Override
    public double entropy() {
        return 0.5 + HALF_LOG_2PI + 0.5 * Math.log(variance);
    }

    /**
     * {@inheritDoc} It is ½(r − 1 − log r) + ½(μ_p − μ_q)²/σ_q² with r = σ_p²/σ_q²: two nonnegative terms, neither of which cancels.
     */
    @Override
    public double klTo(Normal q) {
        return NormalKernel.kl(mean, variance, q.mean, q.variance);
    }

    /**
     * {@inheritDoc} It is ½ log(s/σ_q^2α σ_p^2(1−α)) + ½ α(1−α)(μ_p − μ_q)²/s with s = ασ_q² + (1−α)σ_p², −∞ if s ≤ 0: the logarithm of the ratio of
     * two means and a square.
     */
    @Override
    public double skewedJensen(Normal q, double alpha) {
        DomainException.requireFinite("α", alpha);
        double scale = Means.arithmetic(q.variance, variance, alpha);
        if (!(scale > 0)) {
            return Double.NEGATIVE_INFINITY;
        }
        if (alpha == 0 || alpha == 1) {
            return 0;
        }
        double z = NormalKernel.difference(mean, q.mean, Math.sqrt(scale));
        return 0.5 * Means.logRatio(q.variance, variance, alpha) + 0.5 * (alpha * z) * ((1 - alpha) * z);
    }

    /** {@inheritDoc} It is √2 times the distance of (μ/√2, σ) in the half-plane, 2√2 arsinh(½ √(((μ_p − μ_q)²/2 + (σ_p − σ_q)²)/(σ_pσ_q))). */
    @Override
    public double fisherRaoTo(Normal q) {
        // The distance is that of the quarters too, whose difference of means does not overflow.
        double unit = Double.isInfinite(mean - q.mean) ? 0.25 : 1;
        double along = (unit * mean - unit * q.mean) * Math.sqrt(0.5);
        double rise = unit * Chords.rootDifference(variance, q.variance);
        return Math.sqrt(2) * Chords.halfPlane(along, unit * deviation(), unit * q.deviation(), rise);
    }

    /** {@inheritDoc} It is ½ log(2πσ_q²) + ½ σ_p²/σ_q² + ½(μ_p − μ_q)²/σ_q². */
    @Override
    public double crossEntropyTo(Normal q) {
        return HALF_LOG_2PI
                + 0.5 * Math.log(q.variance)
                + 0.5 * (variance / q.variance)
                + NormalKernel.ofMeans(mean, q.mean, q.variance);
    }

    @Override
    public Double sample(RandomGenerator random) {
        return mean + deviation() * random.nextGaussian();
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
        return deviation();
    }

    @Override
    public String toString() {
        return "N(" + mean + ", " + variance + ")";
    }

    /** The family of all normals. */
    private static final class Family extends NamedFamily<Double, Normal> {
        Family() {
            super(
                    "normal",
                    List.of("mean", "variance"),
                    Legendre.of(new NormalPotential(), new NormalPotential.Conjugate()));
        }

        @Override
        Normal create(double[] parameters) {
            return new Normal(parameters[0], parameters[1]);
        }

        @Override
        Normal atNatural(double[] t) {
            return new Normal(-0.5 * t[0] / t[1], -0.5 / t[1]);
        }

        @Override
        double[][] jacobian(Vec<Source> source) {
            double v = source.get(1);
            return new double[][] {{1 / v, -source.get(0) / v / v}, {0, 0.5 / v / v}};
        }

        @Override
        public Normal atExpectation(Vec<Expectation> eta) {
            double[] e = potential().conjugate().domain().require("η", eta.toArray());
            return new Normal(e[0], Math.fma(-e[0], e[0], e[1]));
        }

        @Override
        public Vec<Expectation> statistic(Double x) {
            return Vec.of(x, x * x);
        }

        @Override
        public double logBaseMeasure(Double x) {
            return Double.isFinite(x) ? -HALF_LOG_2PI : Double.NEGATIVE_INFINITY;
        }

        private CentredMoments moments(List<? extends Double> data, double[] weights) {
            Statistics.requireObservations(this, data, weights);
            List<double[]> rows = new ArrayList<>();
            data.forEach(x -> rows.add(new double[] {x}));
            return CentredMoments.of(1, true, rows, weights);
        }

        @Override
        public Normal maximumLikelihood(List<? extends Double> data) {
            return weightedMaximumLikelihood(data, Statistics.ones(data));
        }

        /** {@inheritDoc} Two passes: the mean, then the squares about it, so that a large mean costs no accuracy. */
        @Override
        public Normal weightedMaximumLikelihood(List<? extends Double> data, double[] weights) {
            CentredMoments moments = moments(data, weights);
            return new Normal(moments.mean()[0], Statistics.requireVariance("sample variance", moments.products()[0]));
        }

        /** {@inheritDoc} By squares about the mean, to which the distance of the means of data and prior adds. */
        @Override
        public Normal weightedMaximumAPosteriori(
                List<? extends Double> data, double[] weights, ConjugatePrior<Double, Normal> prior) {
            Normal mode = prior.requireFamily(this).mode();
            CentredMoments joined = moments(data, weights)
                    .joined(prior.strength(), new double[] {mode.mean}, new double[] {mode.variance});
            return new Normal(joined.mean()[0], joined.products()[0]);
        }
    }
}
