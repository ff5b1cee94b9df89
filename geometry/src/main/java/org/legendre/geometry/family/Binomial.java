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
import org.legendre.geometry.special.Logistic;

/**
 * The binomial distribution: the number of successes in n independent trials, each of probability p.
 *
 * <p>θ = log(p/(1 − p)), T(x) = x, η = np, h(x) = n!/(x!(n − x)!), ψ(θ) = n log(1 + e^θ). The members of a family share n. p = 0 and p = 1 are boundary
 * members: legal, without θ.
 *
 * @param trials n, from 1 to 2⁵³
 * @param p the probability of success, in [0, 1]
 */
public record Binomial(long trials, double p) implements Counts<Binomial>, FisherRao<Binomial> {
    /**
     * Checks the parameters.
     *
     * @param trials n
     * @param p the probability of success
     * @throws DomainException if n is not from 1 to 2⁵³ or p is not a probability
     */
    public Binomial {
        Trials.require(trials);
        DomainException.requireProbability("p", p);
    }

    /**
     * All binomials of n trials.
     *
     * @param trials n
     * @return the family
     * @throws DomainException if n is not from 1 to 2⁵³
     */
    public static ExponentialFamily<Long, Binomial> family(long trials) {
        return new Family(Trials.require(trials));
    }

    static Binomial of(double... parameters) {
        DomainException.requireLength("parameters (n, p)", parameters, 2);
        return new Binomial(Trials.of(parameters[0]), parameters[1]);
    }

    @Override
    public ExponentialFamily<Long, Binomial> family() {
        return new Family(trials);
    }

    /** Exactly, for n is at most 2⁵³. */
    private double n() {
        return (double) trials;
    }

    /** The same with one trial. */
    private Bernoulli trial() {
        return new Bernoulli(p);
    }

    private Bernoulli trial(Binomial q) {
        if (trials != q.trials) {
            throw new DomainException("trials of the second argument", q.trials, trials + ", as of the first");
        }
        return new Bernoulli(q.p);
    }

    @Override
    public Vec<Natural> natural() {
        return trial().natural();
    }

    @Override
    public Vec<Expectation> expectation() {
        return Vec.of(trials * p);
    }

    @Override
    public Vec<Source> source() {
        return Vec.of(p);
    }

    /** {@inheritDoc} The shared n and p. */
    @Override
    public double[] parameters() {
        return new double[] {trials, p};
    }

    /** {@inheritDoc} In p it is n/(p(1 − p)). */
    @Override
    public Metric<Source, Differential<Source>> fisherInSource() {
        natural();
        return Metric.of(Hessian.diagonal(trials / p / (1 - p)));
    }

    @Override
    public double logDensityAt(double x) {
        return support().contains(x) ? BinomialKernel.logProbability(x, n(), p) : Double.NEGATIVE_INFINITY;
    }

    /** {@inheritDoc} Its sum about the mean, of no more than some 300 terms at any n; relative error at most 1e-13. */
    @Override
    public double entropy() {
        return BinomialKernel.entropy(n(), p);
    }

    /** {@inheritDoc} It is n times that of one trial. */
    @Override
    public double klTo(Binomial q) {
        return n() * trial().klTo(trial(q));
    }

    /** {@inheritDoc} It is n times that of one trial. */
    @Override
    public double skewedJensen(Binomial q, double alpha) {
        return n() * trial().skewedJensen(trial(q), alpha);
    }

    /** {@inheritDoc} It is 2√n |arcsin √p − arcsin √q|. */
    @Override
    public double fisherRaoTo(Binomial q) {
        return Math.sqrt(n()) * trial().fisherRaoTo(trial(q));
    }

    /** {@inheritDoc} Exact at every scale, by rejection from a piecewise exponential hat. */
    @Override
    public Long sample(RandomGenerator random) {
        return BinomialKernel.sample(trials, p, random);
    }

    @Override
    public Support support() {
        return new Support(0, trials, true);
    }

    @Override
    public double center() {
        return Math.min(n(), Math.floor((trials + 1.0) * p));
    }

    /** {@inheritDoc} Here √(np(1 − p) + 1), for a lattice has no scale below its step. */
    @Override
    public double spread() {
        return Math.sqrt(trials * p * (1 - p) + 1);
    }

    @Override
    public String toString() {
        return "Binomial(" + trials + ", " + p + ")";
    }

    /** All binomials of n trials. */
    private static final class Family extends NamedFamily<Long, Binomial> {
        private final long trials;

        Family(long trials) {
            super("binomial", List.of("n", "p"), ScaledPotential.legendre(Bernoulli.FAMILY.potential(), (double)
                    trials));
            this.trials = trials;
        }

        @Override
        public String toString() {
            return name() + " (n = " + trials + ")";
        }

        @Override
        Binomial create(double[] parameters) {
            Trials.requireShared(parameters[0], (double) trials);
            return new Binomial(trials, parameters[1]);
        }

        @Override
        Binomial atSource(double[] source) {
            return new Binomial(trials, DomainException.requireLength("source (p)", source, 1)[0]);
        }

        @Override
        Binomial atNatural(double[] theta) {
            return new Binomial(trials, Logistic.logistic(theta[0]));
        }

        @Override
        double[][] jacobian(Vec<Source> source) {
            return new double[][] {{1 / source.get(0) / (1 - source.get(0))}};
        }

        @Override
        public Binomial atExpectation(Vec<Expectation> eta) {
            double mean = DomainException.requireLength("η", eta.toArray(), 1)[0];
            if (!(mean >= 0 && mean <= trials)) {
                throw new DomainException("η", mean, "a number in [0, " + trials + "]");
            }
            return new Binomial(trials, mean / trials);
        }

        @Override
        public Vec<Expectation> statistic(Long x) {
            if (!(x >= 0 && x <= trials)) {
                throw new DomainException("observation", x, "a count 0, …, " + trials);
            }
            return Vec.of((double) x);
        }

        @Override
        public double logBaseMeasure(Long x) {
            return x >= 0 && x <= trials
                    ? Trials.logCoefficient((double) trials, (double) x, (double) (trials - x))
                    : Double.NEGATIVE_INFINITY;
        }
    }
}
