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
import org.legendre.geometry.special.Logs;
import org.legendre.geometry.special.Means;

/**
 * The geometric distribution: the number of failures before the first success, with probabilities p(1 − p)ᵏ on k = 0, 1, 2, …
 *
 * <p>θ = log(1 − p), T(k) = k, η = (1 − p)/p, h = 1, ψ(θ) = −log(1 − e^θ). p = 1 is a boundary member: legal, without θ.
 *
 * @param p the probability of success, in (0, 1]
 */
public record Geometric(double p) implements Counts<Geometric>, FisherRao<Geometric> {
    /** The family of all geometric distributions. */
    public static final ExponentialFamily<Long, Geometric> FAMILY = new Family();

    /** From here on a count that a draw can reach fits a long. */
    private static final double COUNTABLE = 1e-16;

    /**
     * Checks the parameter.
     *
     * @param p the probability of success
     * @throws DomainException if p is not in (0, 1]
     */
    public Geometric {
        requireSuccess(p);
    }

    static double requireSuccess(double p) {
        if (!(p > 0 && p <= 1)) {
            throw new DomainException("p", p, "a probability in (0, 1]");
        }
        return p;
    }

    @Override
    public ExponentialFamily<Long, Geometric> family() {
        return FAMILY;
    }

    @Override
    public Vec<Natural> natural() {
        if (p == 1) {
            throw new DomainException("p", p, "a probability in (0, 1): a boundary member has no natural coordinates");
        }
        return Vec.of(Math.log1p(-p));
    }

    @Override
    public Vec<Expectation> expectation() {
        return Vec.of((1 - p) / p);
    }

    @Override
    public Vec<Source> source() {
        return Vec.of(p);
    }

    /** {@inheritDoc} In p it is 1/(p²(1 − p)). */
    @Override
    public Metric<Source, Differential<Source>> fisherInSource() {
        natural();
        return Metric.of(Hessian.diagonal(1 / p / p / (1 - p)));
    }

    @Override
    public double logDensityAt(double x) {
        if (!Support.COUNTS.contains(x)) {
            return Double.NEGATIVE_INFINITY;
        }
        return x == 0 ? Math.log(p) : Math.log(p) + x * Math.log1p(-p);
    }

    /** {@inheritDoc} It is −log p − ((1 − p)/p) log(1 − p). */
    @Override
    public double entropy() {
        return p == 1 ? 0 : -Math.log(p) - (1 - p) / p * Math.log1p(-p);
    }

    /**
     * {@inheritDoc} It is 1/p times the divergence of Bernoulli(p) from Bernoulli(p_q): p_q/p − 1 − log(p_q/p), and the term of the complements over
     * p: both nonnegative.
     */
    @Override
    public double klTo(Geometric q) {
        return Logs.itakuraSaitoTerm(q.p, p) + Logs.relativeEntropyTerm(1 - p, 1 - q.p, p - q.p) / p;
    }

    /**
     * {@inheritDoc} With the arithmetic mean m of p and p_q it is log m less the mean of their logarithms, plus log(1 + g/m) with g the arithmetic less
     * the geometric mean of the complements.
     */
    @Override
    public double skewedJensen(Geometric q, double alpha) {
        DomainException.requireFinite("α", alpha);
        double log = Means.logRatio(p, q.p, alpha);
        if (log == Double.NEGATIVE_INFINITY) {
            return log;
        }
        double gap = Means.gap(1 - p, 1 - q.p, q.p - p, alpha) / (alpha * p + (1 - alpha) * q.p);
        return gap > -1 ? log + Math.log1p(gap) : Double.NEGATIVE_INFINITY;
    }

    /** {@inheritDoc} It is 2 |artanh √(1 − p) − artanh √(1 − p_q)|, by arsinh. */
    @Override
    public double fisherRaoTo(Geometric q) {
        return Chords.hyperbolicArc(p, q.p);
    }

    /**
     * {@inheritDoc} By inversion: the whole part of an exponential draw.
     *
     * @throws DomainException if p is below 1e-16
     */
    @Override
    public Long sample(RandomGenerator random) {
        if (!(p >= COUNTABLE)) {
            throw new DomainException("p", p, "at least " + COUNTABLE + " for counts that fit a long");
        }
        return (long) Math.floor(random.nextExponential() / -Math.log1p(-p));
    }

    @Override
    public double center() {
        return 0;
    }

    @Override
    public double spread() {
        return 1 / p;
    }

    @Override
    public String toString() {
        return "Geometric(" + p + ")";
    }

    /** The family of all geometric distributions. */
    private static final class Family extends NamedFamily<Long, Geometric> {
        Family() {
            super("geometric", List.of("p"), Legendre.of(new GeometricPotential(), new GeometricPotential.Conjugate()));
        }

        @Override
        Geometric create(double[] parameters) {
            return new Geometric(parameters[0]);
        }

        @Override
        Geometric atNatural(double[] theta) {
            return new Geometric(-Math.expm1(theta[0]));
        }

        @Override
        double[][] jacobian(Vec<Source> source) {
            return new double[][] {{-1 / (1 - source.get(0))}};
        }

        @Override
        public Geometric atExpectation(Vec<Expectation> eta) {
            double mean = DomainException.requireLength("η", eta.toArray(), 1)[0];
            return new Geometric(1 / (1 + DomainException.requireNonnegative("η", mean)));
        }

        @Override
        public Vec<Expectation> statistic(Long x) {
            return Vec.of(Support.requireCount(x));
        }

        @Override
        public double logBaseMeasure(Long x) {
            return x >= 0 ? 0 : Double.NEGATIVE_INFINITY;
        }
    }
}
