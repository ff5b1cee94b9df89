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
import org.legendre.geometry.special.GammaRemainder;
import org.legendre.geometry.special.Logs;

/**
 * The inverse gamma distribution, of 1/Y where Y is gamma of shape a and rate b: density bᵃ x⁻ᵃ⁻¹ e^(−b/x)/Γ(a) on x &gt; 0.
 *
 * <p>θ = (a, −b), T(x) = (−log x, 1/x), η = (ψ(a) − log b, a/b), h(x) = 1/x, ψ(θ) = log Γ(a) − a log b: those of the gamma distribution of 1/x.
 *
 * @param shape a, positive and finite
 * @param scale b, positive and finite: the rate of 1/x
 */
public record InverseGamma(double shape, double scale) implements Line<InverseGamma> {
    /** The family of all inverse gamma distributions. */
    public static final ExponentialFamily<Double, InverseGamma> FAMILY = new Family();

    /**
     * Checks the parameters.
     *
     * @param shape a
     * @param scale b
     * @throws DomainException if a parameter is not positive and finite
     */
    public InverseGamma {
        DomainException.requirePositive("shape", shape);
        DomainException.requirePositive("scale", scale);
    }

    /**
     * The inverse gamma distribution from its scale.
     *
     * @param shape a, positive
     * @param scale b, positive
     * @return the distribution
     */
    public static InverseGamma shapeScale(double shape, double scale) {
        return new InverseGamma(shape, scale);
    }

    /**
     * The distribution of the reciprocal.
     *
     * @return the gamma distribution of shape a and rate b
     */
    public Gamma reciprocal() {
        return new Gamma(shape, scale);
    }

    @Override
    public ExponentialFamily<Double, InverseGamma> family() {
        return FAMILY;
    }

    @Override
    public Vec<Natural> natural() {
        return reciprocal().natural();
    }

    @Override
    public Vec<Expectation> expectation() {
        return reciprocal().expectation();
    }

    @Override
    public Vec<Source> source() {
        return reciprocal().source();
    }

    /** {@inheritDoc} In (a, b) it is ((ψ′(a), −1/b), (−1/b, a/b²)). */
    @Override
    public Metric<Source, Differential<Source>> fisherInSource() {
        return reciprocal().fisherInSource();
    }

    @Override
    public double logDensityAt(double x) {
        return x > 0 && x <= Double.MAX_VALUE
                ? GammaKernel.inverseLogDensity(x, shape, scale)
                : Double.NEGATIVE_INFINITY;
    }

    /** {@inheritDoc} It is a + log b + log Γ(a) − (1 + a) ψ(a) = log(b/a) + g(a) − (1 + a) g′(a), g(a) = log Γ(a) − a log a + a. */
    @Override
    public double entropy() {
        return Logs.logRatio(scale, shape)
                + (GammaRemainder.value(shape) - (1 + shape) * GammaRemainder.derivative(shape));
    }

    /** {@inheritDoc} It is that of the reciprocals, as of every invertible function of the observation. */
    @Override
    public double klTo(InverseGamma q) {
        return reciprocal().klTo(q.reciprocal());
    }

    /** {@inheritDoc} It is log(b_p/a_p) − (1 + a_q) g′(a_p) + g(a_q) + a_q (r − 1 − log r), g and r as for the gamma distribution. */
    @Override
    public double crossEntropyTo(InverseGamma q) {
        double slope = (1 + q.shape) * GammaRemainder.derivative(shape);
        return Logs.logRatio(scale, shape)
                + (GammaRemainder.value(q.shape) - slope + GammaKernel.scaleDivergence(reciprocal(), q.reciprocal()));
    }

    /** {@inheritDoc} It is that of the reciprocals. */
    @Override
    public double skewedJensen(InverseGamma q, double alpha) {
        return reciprocal().skewedJensen(q.reciprocal(), alpha);
    }

    /** {@inheritDoc} A draw beyond the positive doubles, as of a shape far below 1, is the nearest of them: {@link #sampleLog} has no such limit. */
    @Override
    public Double sample(RandomGenerator random) {
        double x = shape < 1 ? Math.exp(sampleLog(random)) : scale / GammaKernel.sample(shape, random);
        return Math.min(Double.MAX_VALUE, Math.max(Double.MIN_VALUE, x));
    }

    /**
     * Draws the logarithm of an observation, which neither underflows nor overflows.
     *
     * @param random the source of randomness
     * @return log x of a draw x
     */
    public double sampleLog(RandomGenerator random) {
        return -reciprocal().sampleLog(random);
    }

    @Override
    public Support support() {
        return Support.POSITIVE;
    }

    /** {@inheritDoc} Here the mode b/(a + 1). */
    @Override
    public double center() {
        return Math.max(Double.MIN_VALUE, scale / (1 + shape));
    }

    @Override
    public double spread() {
        return Math.max(Double.MIN_VALUE, center() / Math.sqrt(1 + shape));
    }

    @Override
    public String toString() {
        return "InverseGamma(shape " + shape + ", scale " + scale + ")";
    }

    /** The family of all inverse gamma distributions. */
    private static final class Family extends NamedFamily<Double, InverseGamma> {
        Family() {
            super("inverse-gamma", List.of("shape", "scale"), Gamma.FAMILY.potential());
        }

        private static InverseGamma of(Gamma reciprocal) {
            return new InverseGamma(reciprocal.shape(), reciprocal.rate());
        }

        @Override
        InverseGamma create(double[] parameters) {
            return new InverseGamma(parameters[0], parameters[1]);
        }

        @Override
        InverseGamma atNatural(double[] theta) {
            return new InverseGamma(theta[0], -theta[1]);
        }

        @Override
        double[][] jacobian(Vec<Source> source) {
            return Gamma.FAMILY.source().jacobian(source);
        }

        @Override
        public InverseGamma atExpectation(Vec<Expectation> eta) {
            return of(Gamma.FAMILY.atExpectation(eta));
        }

        /** {@inheritDoc} An observation below 5.6e-309, whose 1/x overflows, has a density but no statistic: it is refused. */
        @Override
        public Vec<Expectation> statistic(Double x) {
            double reciprocal = Statistics.reciprocal(x);
            return Vec.of(0 - Math.log(x), reciprocal);
        }

        @Override
        public double logBaseMeasure(Double x) {
            return Gamma.FAMILY.logBaseMeasure(x);
        }

        /**
         * {@inheritDoc} The gap between the logarithm of the mean of 1/x and the mean of their logarithms is summed as the mean of r − 1 − log r, r =
         * h/x with the harmonic mean h, so that data close together cost no accuracy.
         */
        @Override
        public InverseGamma maximumLikelihood(List<? extends Double> data) {
            double harmonic = 1 / meanStatistic(data).get(1);
            double gap = 0;
            int count = 0;
            for (double x : data) {
                count++;
                gap += (Logs.itakuraSaitoTerm(harmonic, x) - gap) / count;
            }
            if (!(gap > 0)) {
                throw new DomainException(
                        "mean of the logs less log of the harmonic mean",
                        gap,
                        "observations that are not all equal (no likelihood is the largest)");
            }
            double shape = GammaKernel.shape(gap);
            return new InverseGamma(shape, shape * harmonic);
        }
    }
}
