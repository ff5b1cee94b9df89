package org.legendre.geometry.family;

import java.util.List;
import java.util.random.RandomGenerator;
import org.legendre.geometry.Differential;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.Metric;
import org.legendre.geometry.Natural;
import org.legendre.geometry.PositiveDefinite;
import org.legendre.geometry.Source;
import org.legendre.geometry.Vec;
import org.legendre.geometry.special.Logs;

/**
 * The normal–gamma distribution on normals N(x, 1/τ), the conjugate prior of mean and precision: τ is gamma of shape a and rate b, and x given τ is
 * N(μ, 1/(κτ)).
 *
 * <p>θ = (a, −b − ½κμ², κμ, −½κ), T(x, τ) = (log τ, τ, τx, τx²), η = (digamma(a) − log b, a/b, μa/b, μ²a/b + 1/κ), h(x, τ) = (2πτ)^(−1/2), ψ(θ) = log Γ(a) − a log b
 * − ½ log κ. Densities are with respect to x and τ (not the variance).
 *
 * <p>Source: M. H. DeGroot, Optimal Statistical Decisions (1970), section 9.6.
 *
 * @param mean μ, finite
 * @param count κ, the number of observations that μ is worth, positive
 * @param shape a, positive
 * @param rate b, positive
 */
public record NormalGamma(double mean, double count, double shape, double rate) implements Member<Normal, NormalGamma> {
    /** The family of all normal–gamma distributions. */
    public static final ExponentialFamily<Normal, NormalGamma> FAMILY = new Family();

    private static final double LOG_2PI = 1.8378770664093453;

    /**
     * Checks the parameters.
     *
     * @param mean μ
     * @param count κ
     * @param shape a
     * @param rate b
     * @throws DomainException if the mean is not finite or another parameter not positive and finite
     */
    public NormalGamma {
        DomainException.requireFinite("mean", mean);
        DomainException.requirePositive("count", count);
        DomainException.requirePositive("shape", shape);
        DomainException.requirePositive("rate", rate);
    }

    /**
     * The law of the precision τ.
     *
     * @return Gamma(a, b)
     */
    public Gamma precision() {
        return new Gamma(shape, rate);
    }

    @Override
    public ExponentialFamily<Normal, NormalGamma> family() {
        return FAMILY;
    }

    private NormalWishartPoint point() {
        return new NormalWishartPoint(shape, PositiveDefinite.diagonal(rate), Vec.of(mean), count);
    }

    @Override
    public Vec<Natural> natural() {
        return Vec.of(point().natural());
    }

    @Override
    public Vec<Expectation> expectation() {
        return Vec.of(point().expectation());
    }

    /** {@inheritDoc} μ, κ, a, b. */
    @Override
    public Vec<Source> source() {
        return Vec.of(mean, count, shape, rate);
    }

    /** {@inheritDoc} From the parameters: θ₂ = −b − ½κμ² may have lost b. */
    @Override
    public Metric<Natural, Expectation> fisher() {
        return Metric.of(point().fisher());
    }

    /** {@inheritDoc} It is diag(κa/b, ½/κ²) for (μ, κ), and that of {@link Gamma} for (a, b). */
    @Override
    public Metric<Source, Differential<Source>> fisherInSource() {
        return Metric.of(Hessian.block(
                Hessian.diagonal(count * (shape / rate), 0.5 / count / count), GammaPotential.fisher(shape, rate, -1)));
    }

    /** {@inheritDoc} The density is with respect to the mean and the precision of the observed normal. */
    @Override
    public double logDensity(Normal x) {
        double difference = x.mean() - mean;
        return precision().logDensityAt(1 / x.variance())
                + 0.5 * (Math.log(count) - Math.log(x.variance()) - LOG_2PI)
                - 0.5 * count * (difference / x.variance() * difference);
    }

    /** {@inheritDoc} That of τ, and the mean entropy of x given τ. */
    @Override
    public double entropy() {
        return precision().entropy()
                + 0.5
                        * (1
                                + LOG_2PI
                                - Math.log(count)
                                - precision().expectation().get(0));
    }

    /** {@inheritDoc} It is that of τ, and ½ (κ_q/κ_p − 1 − log κ_q/κ_p) + ½κ_q(μ_p − μ_q)² a_p/b_p: nonnegative terms. */
    @Override
    public double klTo(NormalGamma q) {
        double difference = mean - q.mean;
        return precision().klTo(q.precision())
                + 0.5 * Logs.itakuraSaitoTerm(q.count, count)
                + 0.5 * q.count * (difference * (shape / rate) * difference);
    }

    /** {@inheritDoc} Computed as for {@link NormalInverseWishart} in one dimension, of 2a degrees of freedom and scale 2b. */
    @Override
    public double skewedJensen(NormalGamma q, double alpha) {
        return inverseWishart().skewedJensen(q.inverseWishart(), alpha);
    }

    private NormalInverseWishart inverseWishart() {
        return new NormalInverseWishart(Vec.of(mean), count, 2 * shape, PositiveDefinite.diagonal(2 * rate));
    }

    /** {@inheritDoc} A precision beyond the range of the variances is drawn as the nearest one inside. */
    @Override
    public Normal sample(RandomGenerator random) {
        double variance = Math.min(
                Double.MAX_VALUE, Math.max(Double.MIN_NORMAL, 1 / precision().sample(random)));
        return new Normal(mean + Math.sqrt(variance / count) * random.nextGaussian(), variance);
    }

    @Override
    public String toString() {
        return "NormalGamma(mean " + mean + ", count " + count + ", shape " + shape + ", rate " + rate + ")";
    }

    /** The family of all normal–gamma distributions. */
    private static final class Family extends NamedFamily<Normal, NormalGamma> {
        Family() {
            super("normal-gamma", List.of("mean", "count", "shape", "rate"), NormalWishartPotential.legendre(1));
        }

        @Override
        NormalGamma create(double[] p) {
            return new NormalGamma(p[0], p[1], p[2], p[3]);
        }

        @Override
        NormalGamma atNatural(double[] t) {
            return at(NormalWishartPoint.ofNatural(1, t));
        }

        @Override
        public NormalGamma atExpectation(Vec<Expectation> eta) {
            return at(NormalWishartPoint.ofExpectation(
                    1, potential().conjugate().domain().require("η", eta.toArray())));
        }

        private static NormalGamma at(NormalWishartPoint point) {
            return new NormalGamma(
                    point.mean().get(0),
                    point.count(),
                    point.shape(),
                    point.rate().get(0, 0));
        }

        @Override
        double[][] jacobian(Vec<Source> s) {
            double m = s.get(0);
            double count = s.get(1);
            return new double[][] {{0, 0, 1, 0}, {-count * m, -0.5 * m * m, 0, -1}, {count, m, 0, 0}, {0, -0.5, 0, 0}};
        }

        @Override
        public Vec<Expectation> statistic(Normal x) {
            return Vec.of(
                    -Math.log(x.variance()),
                    1 / x.variance(),
                    x.mean() / x.variance(),
                    x.mean() / x.variance() * x.mean());
        }

        @Override
        public double logBaseMeasure(Normal x) {
            return 0.5 * (Math.log(x.variance()) - LOG_2PI);
        }

        /** {@inheritDoc} That of the gamma for the precisions, and a second pass for the means, so that a large mean costs no accuracy. */
        @Override
        public NormalGamma maximumLikelihood(List<? extends Normal> data) {
            double[] eta = meanStatistic(data).toArray();
            Gamma precision = Gamma.FAMILY.maximumLikelihood(
                    data.stream().map(x -> 1 / x.variance()).toList());
            double mean = eta[2] / eta[1];
            double spread = 0;
            int count = 0;
            for (Normal x : data) {
                count++;
                double difference = x.mean() - mean;
                spread += (difference / x.variance() * difference - spread) / count;
            }
            if (!(spread > 0)) {
                throw new DomainException(
                        "mean square of the means about their mean",
                        spread,
                        "observations whose means are not all equal (no likelihood is the largest)");
            }
            return new NormalGamma(mean, 1 / spread, precision.shape(), precision.rate());
        }
    }
}
