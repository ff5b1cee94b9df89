package org.legendre.geometry.family;

import java.util.List;
import java.util.random.RandomGenerator;
import org.apache.commons.numbers.gamma.LogGamma;
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
 * The Poisson distribution with probabilities λᵏ e^(−λ)/k! on k = 0, 1, 2, …
 *
 * <p>θ = log λ, T(k) = k, η = λ, h(k) = 1/k!, ψ(θ) = e^θ. λ = 0 is a boundary member: legal, without θ.
 *
 * @param rate λ, nonnegative and finite
 */
public record Poisson(double rate) implements Counts<Poisson>, FisherRao<Poisson> {
    /** The family of all Poisson distributions. */
    public static final ExponentialFamily<Long, Poisson> FAMILY = new Family();

    /**
     * Checks the parameter.
     *
     * @param rate λ
     * @throws DomainException if the rate is not nonnegative and finite
     */
    public Poisson {
        DomainException.requireNonnegative("rate", rate);
    }

    @Override
    public ExponentialFamily<Long, Poisson> family() {
        return FAMILY;
    }

    @Override
    public Vec<Natural> natural() {
        requireInterior();
        return Vec.of(Math.log(rate));
    }

    @Override
    public Vec<Expectation> expectation() {
        return Vec.of(rate);
    }

    @Override
    public Vec<Source> source() {
        return Vec.of(rate);
    }

    /** {@inheritDoc} In λ it is 1/λ. */
    @Override
    public Metric<Source, Differential<Source>> fisherInSource() {
        requireInterior();
        return Metric.of(Hessian.diagonal(1 / rate));
    }

    @Override
    public double logDensityAt(double x) {
        return Support.COUNTS.contains(x) ? PoissonKernel.logProbability(x, rate) : Double.NEGATIVE_INFINITY;
    }

    /** {@inheritDoc} Its sum for λ &lt; 100, its expansion in 1/λ beyond; relative error at most 1e-14. */
    @Override
    public double entropy() {
        return PoissonKernel.entropy(rate);
    }

    /** {@inheritDoc} It is λ_p log(λ_p/λ_q) − λ_p + λ_q. */
    @Override
    public double klTo(Poisson q) {
        return Logs.relativeEntropyTerm(rate, q.rate);
    }

    /** {@inheritDoc} It is αλ_p + (1−α)λ_q − λ_p^α λ_q^(1−α). */
    @Override
    public double skewedJensen(Poisson q, double alpha) {
        return Means.gap(rate, q.rate, DomainException.requireFinite("α", alpha));
    }

    /** {@inheritDoc} It is 2 |√λ_p − √λ_q|. */
    @Override
    public double fisherRaoTo(Poisson q) {
        return 2 * Math.abs(Chords.rootDifference(rate, q.rate));
    }

    /**
     * {@inheritDoc} Exact for every rate whose counts fit a {@code long}: arrivals of a unit Poisson process below 10, transformed rejection
     * (Hörmann 1993) from there on.
     *
     * @throws DomainException if the rate is above 9e18
     */
    @Override
    public Long sample(RandomGenerator random) {
        return PoissonKernel.sample(rate, random);
    }

    @Override
    public double center() {
        return Math.floor(rate);
    }

    /** {@inheritDoc} Here √(λ + 1), for a lattice has no scale below its step. */
    @Override
    public double spread() {
        return Math.sqrt(rate + 1);
    }

    private void requireInterior() {
        if (!(rate > 0)) {
            throw new DomainException(
                    "rate", rate, "a finite number > 0: a boundary member has no natural coordinates");
        }
    }

    @Override
    public String toString() {
        return "Poisson(" + rate + ")";
    }

    /** The family of all Poisson distributions. */
    private static final class Family extends NamedFamily<Long, Poisson> {
        Family() {
            super("poisson", List.of("rate"), Legendre.of(new PoissonPotential(), new PoissonPotential.Conjugate()));
        }

        @Override
        Poisson create(double[] parameters) {
            return new Poisson(parameters[0]);
        }

        @Override
        Poisson atNatural(double[] theta) {
            return new Poisson(Math.exp(theta[0]));
        }

        @Override
        double[][] jacobian(Vec<Source> source) {
            return new double[][] {{1 / source.get(0)}};
        }

        @Override
        public Poisson atExpectation(Vec<Expectation> eta) {
            return new Poisson(DomainException.requireLength("η", eta.toArray(), 1)[0]);
        }

        @Override
        public Vec<Expectation> statistic(Long x) {
            if (!(x >= 0)) {
                throw new DomainException("observation", x, "a count 0, 1, 2, …");
            }
            return Vec.of((double) x);
        }

        @Override
        public double logBaseMeasure(Long x) {
            return x >= 0 ? -LogGamma.value(x + 1.0) : Double.NEGATIVE_INFINITY;
        }
    }
}
