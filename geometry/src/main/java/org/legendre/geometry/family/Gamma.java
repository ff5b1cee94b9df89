package org.legendre.geometry.family;

import java.util.List;
import java.util.random.RandomGenerator;
import org.legendre.geometry.Chart;
import org.legendre.geometry.Differential;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Metric;
import org.legendre.geometry.Natural;
import org.legendre.geometry.Source;
import org.legendre.geometry.Vec;
import org.legendre.geometry.special.GammaRemainder;
import org.legendre.geometry.special.Logs;

/**
 * The gamma distribution with density bᵃ xᵃ⁻¹ e^(−bx)/Γ(a) on x &gt; 0.
 *
 * <p>θ = (a, −b), T(x) = (log x, x), η = (ψ(a) − log b, a/b), h(x) = 1/x, ψ(θ) = log Γ(a) − a log b.
 *
 * @param shape a, positive and finite
 * @param rate b, positive and finite (not the scale 1/b: {@link #shapeScale} takes that)
 */
public record Gamma(double shape, double rate) implements Member<Double, Gamma>, Univariate {
    /** The family of all gamma distributions. */
    public static final ExponentialFamily<Double, Gamma> FAMILY = new Family();

    /**
     * Checks the parameters.
     *
     * @param shape a
     * @param rate b
     * @throws DomainException if a parameter is not positive and finite
     */
    public Gamma {
        DomainException.requirePositive("shape", shape);
        DomainException.requirePositive("rate", rate);
    }

    /**
     * The gamma distribution from its rate.
     *
     * @param shape a, positive
     * @param rate b, positive
     * @return the distribution
     */
    public static Gamma shapeRate(double shape, double rate) {
        return new Gamma(shape, rate);
    }

    /**
     * The gamma distribution from its scale.
     *
     * @param shape a, positive
     * @param scale 1/b, positive
     * @return the distribution
     */
    public static Gamma shapeScale(double shape, double scale) {
        DomainException.requirePositive("scale", scale);
        return new Gamma(shape, 1 / scale);
    }

    @Override
    public ExponentialFamily<Double, Gamma> family() {
        return FAMILY;
    }

    @Override
    public Vec<Natural> natural() {
        return Vec.of(shape, -rate);
    }

    @Override
    public Vec<Expectation> expectation() {
        return FAMILY.potential().gradient(natural());
    }

    @Override
    public Vec<Source> source() {
        return Vec.of(shape, rate);
    }

    /** {@inheritDoc} In (a, b) it is ((ψ′(a), −1/b), (−1/b, a/b²)). */
    @Override
    public Metric<Source, Differential<Source>> fisherInSource() {
        return Metric.of(GammaPotential.fisher(shape, rate, -1));
    }

    @Override
    public double logDensity(Double x) {
        return logDensityAt(x);
    }

    /** {@inheritDoc} The density is with respect to dx on x &gt; 0; at 0 it is taken as 0, whatever its limit. */
    @Override
    public double logDensityAt(double x) {
        return x > 0 && x <= Double.MAX_VALUE ? GammaKernel.logDensity(x, shape, rate) : Double.NEGATIVE_INFINITY;
    }

    /** {@inheritDoc} It is a − log b + log Γ(a) + (1 − a) ψ(a) = log(a/b) + g(a) + (1 − a) g′(a), g(a) = log Γ(a) − a log a + a. */
    @Override
    public double entropy() {
        return Logs.logRatio(shape, rate)
                + (GammaRemainder.value(shape) + (1 - shape) * GammaRemainder.derivative(shape));
    }

    /**
     * {@inheritDoc} It is a_q (r − 1 − log r) + B_g(a_q, a_p) with r = (a_p/b_p)/(a_q/b_q), the ratio of the means, and B_g the Bregman
     * divergence of g(a) = log Γ(a) − a log a + a: two nonnegative terms, neither of which cancels.
     */
    @Override
    public double klTo(Gamma q) {
        return GammaKernel.scaleDivergence(this, q) + GammaRemainder.bregman(q.shape, shape);
    }

    /**
     * {@inheritDoc} With the mean (a, b) of the parameters it is α a_p (r_p − 1 − log r_p) + (1−α) a_q (r_q − 1 − log r_q) and the skewed Jensen
     * divergence of g, r_p = (a/b)/(a_p/b_p): three nonnegative terms, none of which cancels.
     */
    @Override
    public double skewedJensen(Gamma q, double alpha) {
        return GammaKernel.skewedJensen(this, q, DomainException.requireFinite("α", alpha));
    }

    /**
     * {@inheritDoc} It is log m + (1 − a_q) g′(a_p) + g(a_q) + a_q (r − 1 − log r) with m = a_p/b_p and r as in {@link #klTo}: the entropy and
     * the divergence, of order ±1/a_p for a small shape, cancel before they are computed.
     */
    @Override
    public double crossEntropyTo(Gamma q) {
        double slope = q.shape == 1 ? 0 : (1 - q.shape) * GammaRemainder.derivative(shape);
        return Logs.logRatio(shape, rate)
                + (slope + GammaRemainder.value(q.shape) + GammaKernel.scaleDivergence(this, q));
    }

    /**
     * {@inheritDoc} A shape far below 1 puts most of its probability below the smallest positive double; such a draw is that double, never 0,
     * which is no observation, as a draw above the largest finite double is that one. {@link #sampleLog} has no such limit.
     */
    @Override
    public Double sample(RandomGenerator random) {
        return Math.min(Double.MAX_VALUE, Math.max(Double.MIN_VALUE, GammaKernel.sample(shape, random) / rate));
    }

    /**
     * Draws the logarithm of an observation, which neither underflows nor overflows.
     *
     * @param random the source of randomness
     * @return log x of a draw x
     */
    public double sampleLog(RandomGenerator random) {
        return GammaKernel.sampleLog(shape, random) - Math.log(rate);
    }

    @Override
    public Support support() {
        return Support.POSITIVE;
    }

    @Override
    public double center() {
        return shape / rate;
    }

    @Override
    public double spread() {
        return Math.sqrt(shape) / rate;
    }

    @Override
    public String toString() {
        return "Gamma(shape " + shape + ", rate " + rate + ")";
    }

    /** The family of all gamma distributions. */
    private static final class Family implements ExponentialFamily<Double, Gamma> {
        private final Legendre<Natural, Expectation> potential =
                Legendre.of(new GammaPotential(), new GammaPotential.Conjugate());

        @Override
        public String name() {
            return "gamma";
        }

        @Override
        public String toString() {
            return name();
        }

        @Override
        public List<String> parameterNames() {
            return List.of("shape", "rate");
        }

        @Override
        public Legendre<Natural, Expectation> potential() {
            return potential;
        }

        @Override
        public Vec<Expectation> statistic(Double x) {
            DomainException.requirePositive("observation", x);
            return Vec.of(Math.log(x), x);
        }

        @Override
        public double logBaseMeasure(Double x) {
            return x > 0 && x <= Double.MAX_VALUE ? -Math.log(x) : Double.NEGATIVE_INFINITY;
        }

        @Override
        public Gamma member(Vec<Natural> theta) {
            double[] t = potential.domain().require("θ", theta.toArray());
            return new Gamma(t[0], -t[1]);
        }

        @Override
        public Gamma atExpectation(Vec<Expectation> eta) {
            return member(potential.conjugate().gradient(eta));
        }

        @Override
        public Gamma of(double... parameters) {
            DomainException.requireLength("parameters (shape, rate)", parameters, 2);
            return new Gamma(parameters[0], parameters[1]);
        }

        /**
         * {@inheritDoc} The gap log(mean) − mean of logs is summed as the mean of r − 1 − log r, r = x/mean, so that data close together cost
         * no accuracy.
         */
        @Override
        public Gamma maximumLikelihood(List<? extends Double> data) {
            double mean = meanStatistic(data).get(1);
            double gap = 0;
            int count = 0;
            for (double x : data) {
                count++;
                gap += (Logs.itakuraSaitoTerm(x, mean) - gap) / count;
            }
            if (!(gap > 0)) {
                throw new DomainException(
                        "log of the sample mean less mean of the logs",
                        gap,
                        "observations that are not all equal (no likelihood is the largest)");
            }
            double shape = GammaKernel.shape(gap);
            return new Gamma(shape, shape / mean);
        }

        @Override
        public Chart<Source, Natural> source() {
            return Chart.of(s -> of(s.toArray()).natural(), t -> member(t).source(), s ->
                    new double[][] {{1, 0}, {0, -1}});
        }
    }
}
