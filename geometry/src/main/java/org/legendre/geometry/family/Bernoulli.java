package org.legendre.geometry.family;

import java.util.List;
import java.util.random.RandomGenerator;
import org.legendre.geometry.Chart;
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
import org.legendre.geometry.special.Logistic;
import org.legendre.geometry.special.Logs;
import org.legendre.geometry.special.Means;

/**
 * The Bernoulli distribution: 1 with probability p, 0 with probability 1 − p.
 *
 * <p>θ = log(p/(1 − p)), T(x) = x, η = p, h = 1, ψ(θ) = log(1 + e^θ). p = 0 and p = 1 are boundary members: legal, without θ.
 *
 * @param p the probability of 1, in [0, 1]
 */
public record Bernoulli(double p) implements Member<Integer, Bernoulli>, Univariate, FisherRao<Bernoulli> {
    /** The family of all Bernoulli distributions. */
    public static final ExponentialFamily<Integer, Bernoulli> FAMILY = new Family();

    private static final Support BIT = new Support(0, 1, true);

    /**
     * Checks the parameter.
     *
     * @param p the probability of 1
     * @throws DomainException if p is not a probability
     */
    public Bernoulli {
        DomainException.requireProbability("p", p);
    }

    /**
     * The Bernoulli distribution of given log-odds.
     *
     * @param logOdds log(p/(1 − p)), finite
     * @return the distribution, its p rounded to binary64
     */
    public static Bernoulli logOdds(double logOdds) {
        DomainException.requireFinite("log-odds", logOdds);
        return new Bernoulli(Logistic.logistic(logOdds));
    }

    @Override
    public ExponentialFamily<Integer, Bernoulli> family() {
        return FAMILY;
    }

    @Override
    public Vec<Natural> natural() {
        requireInterior();
        return Vec.of(Logistic.logit(p));
    }

    @Override
    public Vec<Expectation> expectation() {
        return Vec.of(p);
    }

    @Override
    public Vec<Source> source() {
        return Vec.of(p);
    }

    /** {@inheritDoc} In p it is 1/(p(1 − p)). */
    @Override
    public Metric<Source, Differential<Source>> fisherInSource() {
        requireInterior();
        return Metric.of(Hessian.diagonal(1 / p / (1 - p)));
    }

    @Override
    public double logDensity(Integer x) {
        return logDensityAt(x);
    }

    @Override
    public double logDensityAt(double x) {
        if (x == 1) {
            return Math.log(p);
        }
        return x == 0 ? Math.log1p(0 - p) : Double.NEGATIVE_INFINITY;
    }

    /** {@inheritDoc} It is −p log p − (1 − p) log(1 − p), with 0 log 0 = 0. */
    @Override
    public double entropy() {
        double one = p == 0 ? 0 : -p * Math.log(p);
        double zero = p == 1 ? 0 : -(1 - p) * Math.log1p(-p);
        return one + zero;
    }

    /**
     * {@inheritDoc} It is the sum of p log(p/q) − p + q and of the same for the complements, whose difference is taken as p − q: two
     * nonnegative terms, neither of which cancels.
     */
    @Override
    public double klTo(Bernoulli q) {
        return Logs.relativeEntropyTerm(p, q.p) + Logs.relativeEntropyTerm(1 - p, 1 - q.p, p - q.p);
    }

    /** {@inheritDoc} It is −log(1 − G), G the sum of αp + (1−α)q − p^α q^(1−α) and of the same for the complements: terms of one sign. */
    @Override
    public double skewedJensen(Bernoulli q, double alpha) {
        DomainException.requireFinite("α", alpha);
        double one = Means.gap(p, q.p, alpha);
        double zero = Means.gap(1 - p, 1 - q.p, q.p - p, alpha);
        if (Math.abs(one + zero) <= 0.5) {
            return 0 - Math.log1p(0 - (one + zero));
        }
        double[] logs = {Means.logGeometric(p, q.p, alpha), Means.logGeometric(1 - p, 1 - q.p, alpha)};
        return 0 - Logs.logSumExp(logs, 0, 2);
    }

    /** {@inheritDoc} It is 2 |arcsin √p − arcsin √q|, at most π. */
    @Override
    public double fisherRaoTo(Bernoulli q) {
        return 2 * Chords.angle(p, q.p);
    }

    @Override
    public Integer sample(RandomGenerator random) {
        return random.nextDouble() < p ? 1 : 0;
    }

    @Override
    public Support support() {
        return BIT;
    }

    @Override
    public double center() {
        return p < 0.5 ? 0 : 1;
    }

    /** {@inheritDoc} Here half the distance of the two points. */
    @Override
    public double spread() {
        return 0.5;
    }

    private void requireInterior() {
        if (!(p > 0 && p < 1)) {
            throw new DomainException("p", p, "a probability in (0, 1): a boundary member has no natural coordinates");
        }
    }

    @Override
    public String toString() {
        return "Bernoulli(" + p + ")";
    }

    /** The family of all Bernoulli distributions. */
    private static final class Family implements ExponentialFamily<Integer, Bernoulli> {
        private final Legendre<Natural, Expectation> potential =
                Legendre.of(new BernoulliPotential(), new BernoulliPotential.Conjugate());

        @Override
        public String name() {
            return "bernoulli";
        }

        @Override
        public String toString() {
            return name();
        }

        @Override
        public List<String> parameterNames() {
            return List.of("p");
        }

        @Override
        public Legendre<Natural, Expectation> potential() {
            return potential;
        }

        @Override
        public Vec<Expectation> statistic(Integer x) {
            if (!BIT.contains(x)) {
                throw new DomainException("observation", x, "0 or 1");
            }
            return Vec.of(x);
        }

        @Override
        public double logBaseMeasure(Integer x) {
            return BIT.contains(x) ? 0 : Double.NEGATIVE_INFINITY;
        }

        @Override
        public Bernoulli member(Vec<Natural> theta) {
            return logOdds(potential.domain().require("θ", theta.toArray())[0]);
        }

        @Override
        public Bernoulli atExpectation(Vec<Expectation> eta) {
            return new Bernoulli(DomainException.requireLength("η", eta.toArray(), 1)[0]);
        }

        @Override
        public Bernoulli of(double... parameters) {
            return new Bernoulli(DomainException.requireLength("parameters (p)", parameters, 1)[0]);
        }

        @Override
        public Chart<Source, Natural> source() {
            return Chart.of(s -> of(s.toArray()).natural(), t -> member(t).source(), s ->
                    new double[][] {{1 / s.get(0) / (1 - s.get(0))}});
        }
    }
}
