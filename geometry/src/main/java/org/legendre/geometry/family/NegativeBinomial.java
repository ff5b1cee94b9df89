package org.legendre.geometry.family;

import java.util.List;
import java.util.random.RandomGenerator;
import org.legendre.geometry.Differential;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.Metric;
import org.legendre.geometry.Natural;
import org.legendre.geometry.Source;
import org.legendre.geometry.Vec;

/**
 * The negative binomial distribution: the number of failures before r successes, of probability p each, with probabilities
 * Γ(r + k)/(k! Γ(r)) pʳ(1 − p)ᵏ on k = 0, 1, 2, …, also for r that is not whole.
 *
 * <p>θ = log(1 − p), T(k) = k, η = r(1 − p)/p, h(k) = Γ(r + k)/(k! Γ(r)), ψ(θ) = −r log(1 − e^θ). The members of a family share r. p = 1 is a boundary
 * member: legal, without θ.
 *
 * @param r the number of successes, positive and finite
 * @param p the probability of success, in (0, 1]
 */
public record NegativeBinomial(double r, double p) implements Counts<NegativeBinomial>, FisherRao<NegativeBinomial> {
    /** Up to this mean a count that a draw can reach fits a long. */
    private static final double COUNTABLE = 1e15;

    /**
     * Checks the parameters.
     *
     * @param r the number of successes
     * @param p the probability of success
     * @throws DomainException if r is not positive and finite, or p not in (0, 1]
     */
    public NegativeBinomial {
        DomainException.requirePositive("r", r);
        Geometric.requireSuccess(p);
    }

    /**
     * All negative binomials of r successes.
     *
     * @param r the number of successes
     * @return the family
     * @throws DomainException if r is not positive and finite
     */
    public static ExponentialFamily<Long, NegativeBinomial> family(double r) {
        return new Family(DomainException.requirePositive("r", r));
    }

    static NegativeBinomial of(double... parameters) {
        DomainException.requireLength("parameters (r, p)", parameters, 2);
        return new NegativeBinomial(parameters[0], parameters[1]);
    }

    @Override
    public ExponentialFamily<Long, NegativeBinomial> family() {
        return new Family(r);
    }

    /** The same with one success. */
    private Geometric success() {
        return new Geometric(p);
    }

    private Geometric success(NegativeBinomial q) {
        if (r != q.r) {
            throw new DomainException("r of the second argument", q.r, r + ", as of the first");
        }
        return new Geometric(q.p);
    }

    @Override
    public Vec<Natural> natural() {
        return success().natural();
    }

    @Override
    public Vec<Expectation> expectation() {
        return Vec.of(r * (1 - p) / p);
    }

    @Override
    public Vec<Source> source() {
        return Vec.of(p);
    }

    /** {@inheritDoc} The shared r and p. */
    @Override
    public double[] parameters() {
        return new double[] {r, p};
    }

    /** {@inheritDoc} In p it is r/(p²(1 − p)). */
    @Override
    public Metric<Source, Differential<Source>> fisherInSource() {
        natural();
        return Metric.of(Hessian.diagonal(r / p / p / (1 - p)));
    }

    @Override
    public double logDensityAt(double x) {
        return Support.COUNTS.contains(x) ? NegativeBinomialKernel.logProbability(x, r, p) : Double.NEGATIVE_INFINITY;
    }

    /** {@inheritDoc} Its sum where that is short or smooth, else an integral of its Laplace transform; relative error at most 1e-13. */
    @Override
    public double entropy() {
        return NegativeBinomialKernel.entropy(r, p);
    }

    /** {@inheritDoc} It is r times that of one success. */
    @Override
    public double klTo(NegativeBinomial q) {
        return r * success().klTo(success(q));
    }

    /** {@inheritDoc} It is r times that of one success. */
    @Override
    public double skewedJensen(NegativeBinomial q, double alpha) {
        return r * success().skewedJensen(success(q), alpha);
    }

    /** {@inheritDoc} It is √r times that of one success. */
    @Override
    public double fisherRaoTo(NegativeBinomial q) {
        return Math.sqrt(r) * success().fisherRaoTo(success(q));
    }

    /**
     * {@inheritDoc} A Poisson draw whose rate is a gamma draw of shape r and scale (1 − p)/p (Greenwood and Yule 1920).
     *
     * @throws DomainException if the mean or the mean of one success is above 1e15
     */
    @Override
    public Long sample(RandomGenerator random) {
        double scale = (1 - p) / p;
        if (!(Math.max(r, 1) * scale <= COUNTABLE)) {
            throw new DomainException("mean", r * scale, "at most " + COUNTABLE + " for counts that fit a long");
        }
        return PoissonKernel.sample(GammaKernel.sample(r, random) * scale, random);
    }

    @Override
    public double center() {
        return r > 1 ? Math.floor((r - 1) * (1 - p) / p) : 0;
    }

    /** {@inheritDoc} Here √(r(1 − p)/p² + 1), for a lattice has no scale below its step. */
    @Override
    public double spread() {
        return Math.hypot(Math.sqrt(r * (1 - p)) / p, 1);
    }

    @Override
    public String toString() {
        return "NegativeBinomial(" + r + ", " + p + ")";
    }

    /** All negative binomials of r successes. */
    private static final class Family extends NamedFamily<Long, NegativeBinomial> {
        private final double r;

        Family(double r) {
            super("negative-binomial", List.of("r", "p"), ScaledPotential.legendre(Geometric.FAMILY.potential(), r));
            this.r = r;
        }

        @Override
        public String toString() {
            return name() + " (r = " + r + ")";
        }

        @Override
        NegativeBinomial create(double[] parameters) {
            Trials.requireShared(parameters[0], r);
            return new NegativeBinomial(r, parameters[1]);
        }

        @Override
        NegativeBinomial atSource(double[] source) {
            return new NegativeBinomial(r, DomainException.requireLength("source (p)", source, 1)[0]);
        }

        @Override
        NegativeBinomial atNatural(double[] theta) {
            return new NegativeBinomial(r, -Math.expm1(theta[0]));
        }

        @Override
        double[][] jacobian(Vec<Source> source) {
            return new double[][] {{-1 / (1 - source.get(0))}};
        }

        @Override
        public NegativeBinomial atExpectation(Vec<Expectation> eta) {
            double mean = DomainException.requireLength("η", eta.toArray(), 1)[0];
            return new NegativeBinomial(r, 1 / (1 + DomainException.requireNonnegative("η", mean) / r));
        }

        @Override
        public Vec<Expectation> statistic(Long x) {
            return Vec.of(Support.requireCount(x));
        }

        @Override
        public double logBaseMeasure(Long x) {
            return x >= 0 ? NegativeBinomialKernel.logCoefficient((double) x, r) : Double.NEGATIVE_INFINITY;
        }
    }
}
