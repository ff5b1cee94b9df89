package org.legendre.geometry.family;

import java.util.List;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import org.legendre.geometry.Differential;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Metric;
import org.legendre.geometry.Natural;
import org.legendre.geometry.Potential;
import org.legendre.geometry.Source;
import org.legendre.geometry.Vec;
import org.legendre.geometry.special.Logs;

/**
 * The logarithmic series distribution, with probabilities pᵏ/(−k log(1 − p)) on k = 1, 2, 3, … (Fisher, Corbet and Williams 1943).
 *
 * <p>θ = log p, T(k) = k, η = −p/((1 − p) log(1 − p)), h(k) = 1/k, ψ(θ) = log(−log(1 − e^θ)). p = 0, always 1, is a boundary member: legal, without θ.
 *
 * @param p the ratio that the probabilities approach, in [0, 1)
 */
public record LogarithmicSeries(double p) implements Counts<LogarithmicSeries> {
    /** The family of all logarithmic series distributions. */
    public static final ExponentialFamily<Long, LogarithmicSeries> FAMILY = new Family();

    private static final Support POSITIVE = new Support(1, Double.POSITIVE_INFINITY, true);

    /**
     * Checks the parameter.
     *
     * @param p the ratio
     * @throws DomainException if p is not in [0, 1)
     */
    public LogarithmicSeries {
        if (!(p >= 0 && p < 1)) {
            throw new DomainException("p", p, "a number in [0, 1)");
        }
    }

    @Override
    public ExponentialFamily<Long, LogarithmicSeries> family() {
        return FAMILY;
    }

    @Override
    public Vec<Natural> natural() {
        if (!(p > 0)) {
            throw new DomainException("p", p, "a number in (0, 1): a boundary member has no natural coordinates");
        }
        return Vec.of(Math.log(p));
    }

    @Override
    public Vec<Expectation> expectation() {
        return Vec.of(p == 0 ? 1 : LogarithmicSeriesKernel.mean(p));
    }

    @Override
    public Vec<Source> source() {
        return Vec.of(p);
    }

    /** {@inheritDoc} In p it is Var(X)/p². */
    @Override
    public Metric<Source, Differential<Source>> fisherInSource() {
        double variance = fisher().toMatrix()[0][0];
        return Metric.of(Hessian.diagonal(variance / p / p));
    }

    @Override
    public double logDensityAt(double x) {
        if (!POSITIVE.contains(x)) {
            return Double.NEGATIVE_INFINITY;
        }
        if (p == 0) {
            return x == 1 ? 0 : Double.NEGATIVE_INFINITY;
        }
        return LogarithmicSeriesKernel.logProbability(x, p);
    }

    /** {@inheritDoc} Its sum where that is short, else an integral of its Laplace transform; relative error at most 1e-13. */
    @Override
    public double entropy() {
        return p == 0 ? 0 : LogarithmicSeriesKernel.entropy(p);
    }

    /** {@inheritDoc} For near members from the difference log(q/p) of their θ. */
    @Override
    public double klTo(LogarithmicSeries q) {
        if (p == 0) {
            // P(1) = 1, and q's is p/L.
            return q.p == 0 ? 0 : 0 - LogarithmicSeriesKernel.logRatio(q.p);
        }
        if (q.p == 0) {
            return Double.POSITIVE_INFINITY;
        }
        OptionalDouble near =
                NearbyMembers.bregman(potential(), natural().toArray(), new double[] {Logs.logRatio(q.p, p)});
        return near.orElseGet(() -> Counts.super.klTo(q));
    }

    /** {@inheritDoc} For near members from the difference of their θ; with a boundary member, −log P(1) of the other times its weight. */
    @Override
    public double skewedJensen(LogarithmicSeries q, double alpha) {
        DomainException.requireFinite("α", alpha);
        if (p == 0 || q.p == 0) {
            return p == q.p ? 0 : p == 0 ? q.fromOne(1 - alpha) : fromOne(alpha);
        }
        OptionalDouble near = NearbyMembers.skewedJensen(
                potential(), q.natural().toArray(), new double[] {Logs.logRatio(p, q.p)}, alpha);
        return near.orElseGet(() -> Counts.super.skewedJensen(q, alpha));
    }

    /** −log P(1)^weight, to the boundary member that is always 1; of weight above 1, the integral has 0 to a negative power. */
    private double fromOne(double weight) {
        return weight > 1 ? Double.NEGATIVE_INFINITY : 0 - weight * LogarithmicSeriesKernel.logRatio(p);
    }

    private static Potential potential() {
        return FAMILY.potential().potential();
    }

    /**
     * {@inheritDoc} A geometric draw whose failure probability 1 − (1 − p)ᵁ is drawn first (A. W. Kemp, Efficient generation of logarithmically
     * distributed pseudo-random variables, Applied Statistics 30 (1981)).
     */
    @Override
    public Long sample(RandomGenerator random) {
        if (p == 0) {
            return 1L;
        }
        double failure = -Math.expm1(random.nextDouble() * Math.log1p(-p));
        return 1 + (long) Math.floor(random.nextExponential() / -Math.log(failure));
    }

    @Override
    public Support support() {
        return POSITIVE;
    }

    @Override
    public double center() {
        return 1;
    }

    @Override
    public double spread() {
        return 1 / (1 - p);
    }

    @Override
    public String toString() {
        return "LogarithmicSeries(" + p + ")";
    }

    /** The family of all logarithmic series distributions. */
    private static final class Family extends NamedFamily<Long, LogarithmicSeries> {
        Family() {
            super("logarithmic-series", List.of("p"), Legendre.of(new LogarithmicSeriesPotential()));
        }

        @Override
        LogarithmicSeries create(double[] parameters) {
            return new LogarithmicSeries(parameters[0]);
        }

        @Override
        LogarithmicSeries atNatural(double[] theta) {
            return new LogarithmicSeries(Math.exp(theta[0]));
        }

        @Override
        double[][] jacobian(Vec<Source> source) {
            return new double[][] {{1 / source.get(0)}};
        }

        @Override
        public LogarithmicSeries atExpectation(Vec<Expectation> eta) {
            double mean = DomainException.requireLength("η", eta.toArray(), 1)[0];
            if (!(mean >= 1 && mean <= Double.MAX_VALUE)) {
                throw new DomainException("η", mean, "a finite number ≥ 1");
            }
            return mean == 1
                    ? new LogarithmicSeries(0)
                    : member(potential().conjugate().gradient(eta));
        }

        @Override
        public Vec<Expectation> statistic(Long x) {
            if (!(x >= 1)) {
                throw new DomainException("observation", x, "a count 1, 2, 3, …");
            }
            return Vec.of((double) x);
        }

        @Override
        public double logBaseMeasure(Long x) {
            return x >= 1 ? 0 - Math.log((double) x) : Double.NEGATIVE_INFINITY;
        }
    }
}
