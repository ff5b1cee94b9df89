package org.legendre.geometry.family;

import java.util.List;
import java.util.random.RandomGenerator;
import org.legendre.geometry.Differential;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Metric;
import org.legendre.geometry.Natural;
import org.legendre.geometry.Source;
import org.legendre.geometry.Vec;
import org.legendre.geometry.special.Logs;

/**
 * The log-normal distribution, of eᶻ where Z is N(μ, σ²): density exp(−(log x − μ)²/2σ²)/(x√(2πσ²)) on x &gt; 0.
 *
 * <p>θ = (μ/σ², −1/2σ²), T(x) = (log x, log² x), η = (μ, μ² + σ²), h(x) = 1/(x√(2π)), ψ(θ) = μ²/2σ² + ½ log σ²: the normal's.
 *
 * @param mu μ, finite: the mean of the logarithm
 * @param sigma2 σ², positive and finite: the variance of the logarithm (not the deviation: {@link #logMeanDeviation} takes that)
 */
public record LogNormal(double mu, double sigma2) implements Line<LogNormal>, FisherRao<LogNormal> {
    /** The family of all log-normal distributions. */
    public static final ExponentialFamily<Double, LogNormal> FAMILY = new Family();

    /**
     * Checks the parameters.
     *
     * @param mu μ
     * @param sigma2 σ²
     * @throws DomainException if μ is not finite or σ² not positive and finite
     */
    public LogNormal {
        DomainException.requireFinite("mu", mu);
        DomainException.requirePositive("sigma2", sigma2);
    }

    /**
     * The log-normal distribution from the mean and variance of the logarithm.
     *
     * @param mu μ
     * @param sigma2 σ², positive
     * @return the distribution
     */
    public static LogNormal logMeanVariance(double mu, double sigma2) {
        return new LogNormal(mu, sigma2);
    }

    /**
     * The log-normal distribution from the mean and standard deviation of the logarithm.
     *
     * @param mu μ
     * @param sigma σ, positive
     * @return the distribution
     */
    public static LogNormal logMeanDeviation(double mu, double sigma) {
        DomainException.requirePositive("sigma", sigma);
        return new LogNormal(mu, sigma * sigma);
    }

    /**
     * The distribution of the logarithm.
     *
     * @return N(μ, σ²)
     */
    public Normal asNormal() {
        return new Normal(mu, sigma2);
    }

    @Override
    public ExponentialFamily<Double, LogNormal> family() {
        return FAMILY;
    }

    @Override
    public Vec<Natural> natural() {
        return asNormal().natural();
    }

    @Override
    public Vec<Expectation> expectation() {
        return asNormal().expectation();
    }

    @Override
    public Vec<Source> source() {
        return asNormal().source();
    }

    /** {@inheritDoc} In (μ, σ²) it is diag(1/σ², 1/2σ⁴). */
    @Override
    public Metric<Source, Differential<Source>> fisherInSource() {
        return asNormal().fisherInSource();
    }

    @Override
    public double logDensityAt(double x) {
        return x > 0 && x <= Double.MAX_VALUE
                ? asNormal().logDensityAt(Math.log(x)) - Math.log(x)
                : Double.NEGATIVE_INFINITY;
    }

    /** {@inheritDoc} It is μ + ½ log(2πeσ²). */
    @Override
    public double entropy() {
        return mu + asNormal().entropy();
    }

    /** {@inheritDoc} It is that of the logarithms, as of every invertible function of the observation. */
    @Override
    public double klTo(LogNormal q) {
        return asNormal().klTo(q.asNormal());
    }

    /** {@inheritDoc} It is that of the logarithms and μ_p. */
    @Override
    public double crossEntropyTo(LogNormal q) {
        return mu + asNormal().crossEntropyTo(q.asNormal());
    }

    /** {@inheritDoc} It is that of the logarithms. */
    @Override
    public double skewedJensen(LogNormal q, double alpha) {
        return asNormal().skewedJensen(q.asNormal(), alpha);
    }

    /** {@inheritDoc} It is that of the logarithms. */
    @Override
    public double fisherRaoTo(LogNormal q) {
        return asNormal().fisherRaoTo(q.asNormal());
    }

    /** {@inheritDoc} A draw beyond the positive doubles is the nearest of them. */
    @Override
    public Double sample(RandomGenerator random) {
        return positive(asNormal().sample(random));
    }

    @Override
    public Support support() {
        return Support.POSITIVE;
    }

    /** {@inheritDoc} Here the median e^μ. */
    @Override
    public double center() {
        return positive(mu);
    }

    @Override
    public double spread() {
        return Math.max(Double.MIN_VALUE, center() * Math.min(1, Math.sqrt(sigma2)));
    }

    private static double positive(double log) {
        return Math.min(Double.MAX_VALUE, Math.max(Double.MIN_VALUE, Math.exp(log)));
    }

    @Override
    public String toString() {
        return "LogNormal(μ " + mu + ", σ² " + sigma2 + ")";
    }

    /** The family of all log-normal distributions. */
    private static final class Family extends NamedFamily<Double, LogNormal> {
        Family() {
            super("log-normal", List.of("mu", "sigma2"), Normal.FAMILY.potential());
        }

        private static LogNormal of(Normal logarithm) {
            return new LogNormal(logarithm.mean(), logarithm.variance());
        }

        @Override
        LogNormal create(double[] parameters) {
            return new LogNormal(parameters[0], parameters[1]);
        }

        @Override
        LogNormal atNatural(double[] theta) {
            return of(Normal.FAMILY.member(Vec.of(theta)));
        }

        @Override
        double[][] jacobian(Vec<Source> source) {
            return Normal.FAMILY.source().jacobian(source);
        }

        @Override
        public LogNormal atExpectation(Vec<Expectation> eta) {
            return of(Normal.FAMILY.atExpectation(eta));
        }

        @Override
        public Vec<Expectation> statistic(Double x) {
            return Normal.FAMILY.statistic(Math.log(DomainException.requirePositive("observation", x)));
        }

        @Override
        public double logBaseMeasure(Double x) {
            return x > 0 && x <= Double.MAX_VALUE
                    ? Normal.FAMILY.logBaseMeasure(0.0) - Math.log(x)
                    : Double.NEGATIVE_INFINITY;
        }

        @Override
        public LogNormal maximumLikelihood(List<? extends Double> data) {
            return weightedMaximumLikelihood(data, Statistics.ones(data));
        }

        /** {@inheritDoc} From the logarithms relative to the first observation, so that data close together cost no accuracy. */
        @Override
        public LogNormal weightedMaximumLikelihood(List<? extends Double> data, double[] weights) {
            Normal relative = Normal.FAMILY.weightedMaximumLikelihood(relative(data), weights);
            return new LogNormal(Math.log(data.get(0)) + relative.mean(), relative.variance());
        }

        private static List<Double> relative(List<? extends Double> data) {
            Statistics.requireData(data);
            double first = DomainException.requirePositive("observation", data.get(0));
            return data.stream()
                    .map(x -> Logs.logRatio(DomainException.requirePositive("observation", x), first))
                    .toList();
        }

        /** {@inheritDoc} From the logarithms relative to the first observation. */
        @Override
        public LogNormal weightedMaximumAPosteriori(
                List<? extends Double> data, double[] weights, ConjugatePrior<Double, LogNormal> prior) {
            List<Double> relative = relative(data);
            double origin = Math.log(data.get(0));
            LogNormal mode = prior.requireFamily(this).mode();
            Normal near = Normal.FAMILY.weightedMaximumAPosteriori(
                    relative,
                    weights,
                    ConjugatePrior.around(new Normal(mode.mu() - origin, mode.sigma2), prior.strength()));
            return new LogNormal(origin + near.mean(), near.variance());
        }
    }
}
