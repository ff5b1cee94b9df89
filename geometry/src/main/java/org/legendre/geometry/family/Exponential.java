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
import org.legendre.geometry.special.Logs;
import org.legendre.geometry.special.Means;

/**
 * The exponential distribution with density λ exp(−λx) on x ≥ 0.
 *
 * <p>θ = −λ, T(x) = x, η = 1/λ, h = 1, ψ(θ) = −log(−θ).
 *
 * @param rate λ, positive and finite (not the mean: {@link #withMean} takes that)
 */
public record Exponential(double rate) implements Line<Exponential>, FisherRao<Exponential> {
    /** The family of all exponential distributions. */
    public static final ExponentialFamily<Double, Exponential> FAMILY = new Family();

    /**
     * Checks the parameter.
     *
     * @param rate λ
     * @throws DomainException if the rate is not positive and finite
     */
    public Exponential {
        DomainException.requirePositive("rate", rate);
    }

    /**
     * The exponential distribution of a given rate.
     *
     * @param rate λ, positive
     * @return the distribution
     */
    public static Exponential withRate(double rate) {
        return new Exponential(rate);
    }

    /**
     * The exponential distribution of a given mean.
     *
     * @param mean 1/λ, positive
     * @return the distribution
     */
    public static Exponential withMean(double mean) {
        DomainException.requirePositive("mean", mean);
        return new Exponential(1 / mean);
    }

    @Override
    public ExponentialFamily<Double, Exponential> family() {
        return FAMILY;
    }

    @Override
    public Vec<Natural> natural() {
        return Vec.of(-rate);
    }

    @Override
    public Vec<Expectation> expectation() {
        return Vec.of(1 / rate);
    }

    @Override
    public Vec<Source> source() {
        return Vec.of(rate);
    }

    /** {@inheritDoc} In λ it is 1/λ². */
    @Override
    public Metric<Source, Differential<Source>> fisherInSource() {
        return Metric.of(Hessian.diagonal(1 / rate / rate));
    }

    @Override
    public double logDensityAt(double x) {
        return Support.POSITIVE.contains(x) ? Math.log(rate) - rate * x : Double.NEGATIVE_INFINITY;
    }

    /** {@inheritDoc} It is 1 − log λ. */
    @Override
    public double entropy() {
        return 1 - Math.log(rate);
    }

    /** {@inheritDoc} It is r − 1 − log r with r = λ_q/λ_p (Itakura and Saito 1968). */
    @Override
    public double klTo(Exponential q) {
        return Logs.itakuraSaitoTerm(q.rate, rate);
    }

    /** {@inheritDoc} It is log((αλ_p + (1−α)λ_q)/λ_p^α λ_q^(1−α)). */
    @Override
    public double skewedJensen(Exponential q, double alpha) {
        return Means.logRatio(rate, q.rate, DomainException.requireFinite("α", alpha));
    }

    /** {@inheritDoc} It is |log(λ_p/λ_q)|. */
    @Override
    public double fisherRaoTo(Exponential q) {
        return Math.abs(Logs.logRatio(rate, q.rate));
    }

    /** {@inheritDoc} It is λ_q/λ_p − log λ_q. */
    @Override
    public double crossEntropyTo(Exponential q) {
        return q.rate / rate - Math.log(q.rate);
    }

    /** {@inheritDoc} A draw above the largest finite double is that double, never ∞, which is no observation. */
    @Override
    public Double sample(RandomGenerator random) {
        return Math.min(Double.MAX_VALUE, random.nextExponential() / rate);
    }

    @Override
    public Support support() {
        return Support.POSITIVE;
    }

    @Override
    public double center() {
        return 1 / rate;
    }

    @Override
    public double spread() {
        return 1 / rate;
    }

    @Override
    public String toString() {
        return "Exponential(rate " + rate + ")";
    }

    /** The family of all exponential distributions. */
    private static final class Family extends NamedFamily<Double, Exponential> {
        Family() {
            super(
                    "exponential",
                    List.of("rate"),
                    Legendre.of(new ExponentialPotential(), new ExponentialPotential.Conjugate()));
        }

        @Override
        Exponential create(double[] parameters) {
            return new Exponential(parameters[0]);
        }

        @Override
        Exponential atNatural(double[] theta) {
            return new Exponential(-theta[0]);
        }

        @Override
        double[][] jacobian(Vec<Source> source) {
            return new double[][] {{-1}};
        }

        @Override
        public Exponential atExpectation(Vec<Expectation> eta) {
            return withMean(potential().conjugate().domain().require("η", eta.toArray())[0]);
        }

        @Override
        public Vec<Expectation> statistic(Double x) {
            return Vec.of(DomainException.requireNonnegative("observation", x));
        }

        @Override
        public double logBaseMeasure(Double x) {
            return Support.POSITIVE.contains(x) ? 0 : Double.NEGATIVE_INFINITY;
        }

        @Override
        public Exponential maximumLikelihood(List<? extends Double> data) {
            double mean = meanStatistic(data).get(0);
            if (!(mean > 0)) {
                throw new DomainException(
                        "sample mean", mean, "observations that are not all 0 (no likelihood is the largest)");
            }
            return withMean(mean);
        }
    }
}
