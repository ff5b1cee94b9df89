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
import org.legendre.geometry.special.Chords;
import org.legendre.geometry.special.ExponentialIntegral;
import org.legendre.geometry.special.Logs;
import org.legendre.geometry.special.Means;

/**
 * The inverse Gaussian (Wald) distribution, of the first time that a Brownian motion with drift reaches a level, with density
 * √(λ/2πx³) exp(−λ(x − μ)²/2μ²x) on x &gt; 0.
 *
 * <p>θ = (−λ/2μ², −λ/2), T(x) = (x, 1/x), η = (μ, 1/μ + 1/λ), h(x) = 1/√(2πx³), ψ(θ) = −λ/μ − ½ log λ.
 *
 * @param mean μ, positive and finite
 * @param shape λ, positive and finite: the variance is μ³/λ
 */
public record InverseGaussian(double mean, double shape) implements Line<InverseGaussian>, FisherRao<InverseGaussian> {
    /** The family of all inverse Gaussian distributions. */
    public static final ExponentialFamily<Double, InverseGaussian> FAMILY = new Family();

    private static final double HALF_LOG_2PI = 0.9189385332046727;
    private static final double LOG_2 = 0.6931471805599453;

    /**
     * Checks the parameters.
     *
     * @param mean μ
     * @param shape λ
     * @throws DomainException if a parameter is not positive and finite
     */
    public InverseGaussian {
        DomainException.requirePositive("mean", mean);
        DomainException.requirePositive("shape", shape);
    }

    /**
     * The inverse Gaussian distribution from its mean and shape.
     *
     * @param mean μ, positive
     * @param shape λ, positive
     * @return the distribution
     */
    public static InverseGaussian meanShape(double mean, double shape) {
        return new InverseGaussian(mean, shape);
    }

    /**
     * The inverse Gaussian distribution from its mean and variance.
     *
     * @param mean μ, positive
     * @param variance μ³/λ, positive
     * @return the distribution
     */
    public static InverseGaussian meanVariance(double mean, double variance) {
        DomainException.requirePositive("variance", variance);
        return new InverseGaussian(mean, mean / variance * mean * mean);
    }

    @Override
    public ExponentialFamily<Double, InverseGaussian> family() {
        return FAMILY;
    }

    @Override
    public Vec<Natural> natural() {
        return Vec.of(-0.5 * (shape / mean / mean), -0.5 * shape);
    }

    @Override
    public Vec<Expectation> expectation() {
        return Vec.of(mean, 1 / mean + 1 / shape);
    }

    @Override
    public Vec<Source> source() {
        return Vec.of(mean, shape);
    }

    /** {@inheritDoc} In (μ, λ) it is diag(λ/μ³, 1/2λ²). */
    @Override
    public Metric<Source, Differential<Source>> fisherInSource() {
        return Metric.of(Hessian.diagonal(shape / mean / mean / mean, 0.5 / shape / shape));
    }

    @Override
    public double logDensityAt(double x) {
        if (!(x > 0 && x <= Double.MAX_VALUE)) {
            return Double.NEGATIVE_INFINITY;
        }
        // By roots, whose product leaves the range only where the exponent does.
        double z = (x - mean) / Math.sqrt(x) / Math.sqrt(mean) * (Math.sqrt(shape) / Math.sqrt(mean));
        return 0.5 * Math.log(shape) - HALF_LOG_2PI - 1.5 * Math.log(x) - 0.5 * z * z;
    }

    /**
     * {@inheritDoc} It is ½ log(2πe/λ) + 3/2 E[log X] with E[log X] = log μ − eᶻE₁(z), z = 2λ/μ; for a small z, where this is near log 2λ, the
     * logarithms of μ cancel before they are computed.
     */
    @Override
    public double entropy() {
        return HALF_LOG_2PI + 0.5 + withMeanLog(shape);
    }

    /** 3/2 E[log X] − ½ log λ for any λ. */
    private double withMeanLog(double lambda) {
        double z = 2 * (shape / mean);
        if (z < 1) {
            double small = Math.max(z, Double.MIN_VALUE);
            return Math.log(shape)
                    + 0.5 * Logs.logRatio(shape, lambda)
                    + 1.5 * (LOG_2 - ExponentialIntegral.scaledPlusLog(small));
        }
        double tail = z <= Double.MAX_VALUE ? ExponentialIntegral.scaled(z) : 0;
        return Math.log(mean) + 0.5 * Logs.logRatio(mean, lambda) - 1.5 * tail;
    }

    /**
     * {@inheritDoc} It is ½(r − 1 − log r) + ½λ_q(μ_p − μ_q)²/μ_pμ_q² with r = λ_q/λ_p: two nonnegative terms, neither of which cancels.
     */
    @Override
    public double klTo(InverseGaussian q) {
        return 0.5 * Logs.itakuraSaitoTerm(q.shape, shape) + 0.5 * meanDivergence(q);
    }

    /** λ_q(μ_p − μ_q)²/μ_pμ_q², by roots as in the density. */
    private double meanDivergence(InverseGaussian q) {
        double z = (mean - q.mean) / q.mean * (Math.sqrt(q.shape) / Math.sqrt(mean));
        return z * z;
    }

    /** {@inheritDoc} It is ½ log(2π/λ_q) + 3/2 E_p[log X] + ½λ_q/λ_p + ½λ_q(μ_p − μ_q)²/μ_pμ_q². */
    @Override
    public double crossEntropyTo(InverseGaussian q) {
        return HALF_LOG_2PI + withMeanLog(q.shape) + 0.5 * (q.shape / shape) + 0.5 * meanDivergence(q);
    }

    /**
     * {@inheritDoc} It is ½ log(l/λ_p^αλ_q^β) + √(ls) − b with β = 1 − α and l, s and b the means, of weights α and β, of λ, λ/μ² and λ/μ; there ls −
     * b² = αβλ_pλ_q(1/μ_p − 1/μ_q)², so that √(ls) − b does not cancel.
     */
    @Override
    public double skewedJensen(InverseGaussian q, double alpha) {
        double logRatio = 0.5 * Means.logRatio(shape, q.shape, DomainException.requireFinite("α", alpha));
        double a = alpha * shape;
        double b = (1 - alpha) * q.shape;
        double shapes = a + b;
        double squares = a / mean / mean + b / q.mean / q.mean;
        if (!(shapes > 0 && squares >= 0)) {
            return Double.NEGATIVE_INFINITY;
        }
        double root = Math.sqrt(Math.abs(a)) * Math.sqrt(Math.abs(b)) * (Math.abs(mean - q.mean) / mean / q.mean);
        double sum = Math.sqrt(shapes) * Math.sqrt(squares) + (a / mean + b / q.mean);
        double excess = root == 0 ? 0 : root * (root / sum);
        return alpha >= 0 && alpha <= 1 ? logRatio + excess : logRatio - excess;
    }

    /**
     * {@inheritDoc} It is √2 times the distance of the points (√(2/μ), 1/√λ) of the half-plane of curvature −1: with these coordinates (x, y) the
     * metric λdμ²/μ³ + dλ²/2λ² is 2(dx² + dy²)/y², and a geodesic stays between the x of its ends, so that x &gt; 0 is no constraint.
     */
    @Override
    public double fisherRaoTo(InverseGaussian q) {
        double y1 = 1 / Math.sqrt(shape);
        double y2 = 1 / Math.sqrt(q.shape);
        return Math.sqrt(2)
                * Chords.halfPlane(Math.sqrt(2) * rootDifference(mean, q.mean), y1, y2, rootDifference(shape, q.shape));
    }

    /** 1/√x − 1/√y. */
    private static double rootDifference(double x, double y) {
        return Chords.rootDifference(y, x) / Math.sqrt(x) / Math.sqrt(y);
    }

    /**
     * {@inheritDoc} J. R. Michael, W. R. Schucany and R. W. Haas, Generating random variates using transformations with multiple roots, The American
     * Statistician 30 (1976), with the smaller root in a form that does not cancel. A draw beyond the positive doubles is the nearest of them.
     */
    @Override
    public Double sample(RandomGenerator random) {
        double normal = random.nextGaussian();
        double square = normal * normal;
        // The roots of the quadratic are μ/root and μ·root.
        double w = 0.5 * square * (mean / shape);
        double root = 1 + w + Math.sqrt(w) * Math.sqrt(2 + w);
        boolean smaller = random.nextDouble() * (1 + 1 / root) <= 1;
        double x = smaller ? (root <= Double.MAX_VALUE ? mean / root : shape / square) : mean * root;
        return Math.min(Double.MAX_VALUE, Math.max(Double.MIN_VALUE, x));
    }

    @Override
    public Support support() {
        return Support.POSITIVE;
    }

    /** {@inheritDoc} Here the mode. */
    @Override
    public double center() {
        double t = 1.5 * (mean / shape);
        double mode = t <= 0x1p500 ? mean / (t + Math.sqrt(1 + t * t)) : shape / 3;
        return Math.max(Double.MIN_VALUE, mode);
    }

    @Override
    public double spread() {
        double deviation = mean * (Math.sqrt(mean) / Math.sqrt(shape));
        return Math.max(Double.MIN_VALUE, Math.min(center(), deviation));
    }

    @Override
    public String toString() {
        return "InverseGaussian(mean " + mean + ", shape " + shape + ")";
    }

    /** The family of all inverse Gaussian distributions. */
    private static final class Family extends NamedFamily<Double, InverseGaussian> {
        Family() {
            super(
                    "inverse-gaussian",
                    List.of("mean", "shape"),
                    Legendre.of(new InverseGaussianPotential(), new InverseGaussianPotential.Conjugate()));
        }

        @Override
        InverseGaussian create(double[] parameters) {
            return new InverseGaussian(parameters[0], parameters[1]);
        }

        @Override
        InverseGaussian atNatural(double[] t) {
            return new InverseGaussian(InverseGaussianPotential.mean(t), -2 * t[1]);
        }

        @Override
        double[][] jacobian(Vec<Source> source) {
            double mean = source.get(0);
            double shape = source.get(1);
            return new double[][] {{shape / mean / mean / mean, -0.5 / mean / mean}, {0, -0.5}};
        }

        @Override
        public InverseGaussian atExpectation(Vec<Expectation> eta) {
            double[] e = potential().conjugate().domain().require("η", eta.toArray());
            return new InverseGaussian(e[0], InverseGaussianPotential.shape(e));
        }

        /** {@inheritDoc} An observation below 5.6e-309, whose 1/x overflows, has a density but no statistic: it is refused. */
        @Override
        public Vec<Expectation> statistic(Double x) {
            return Vec.of(x, Statistics.reciprocal(x));
        }

        @Override
        public double logBaseMeasure(Double x) {
            return x > 0 && x <= Double.MAX_VALUE ? -HALF_LOG_2PI - 1.5 * Math.log(x) : Double.NEGATIVE_INFINITY;
        }

        /** {@inheritDoc} 1/λ is the mean of (x − μ)²/μ²x, terms that do not cancel. */
        @Override
        public InverseGaussian maximumLikelihood(List<? extends Double> data) {
            double mean = meanStatistic(data).get(0);
            double reciprocal = 0;
            int count = 0;
            for (double x : data) {
                count++;
                double relative = (x - mean) / mean;
                reciprocal += (relative / x * relative - reciprocal) / count;
            }
            if (!(reciprocal > 0)) {
                throw new DomainException(
                        "mean of (x − mean)²/(mean² x)",
                        reciprocal,
                        "observations that are not all equal (no likelihood is the largest)");
            }
            return new InverseGaussian(mean, 1 / reciprocal);
        }
    }
}
