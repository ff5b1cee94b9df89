package org.legendre.geometry.family;

import java.util.List;
import java.util.random.RandomGenerator;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Source;
import org.legendre.geometry.Vec;

/**
 * The exponential distribution with density λ exp(−λx) on x ≥ 0.
 *
 * <p>θ = −λ, T(x) = x, η = 1/λ, h = 1, ψ(θ) = −log(−θ).
 *
 * @param rate λ, positive and finite (not the mean: {@link #withMean} takes that)
 */
public record Exponential(double rate) implements ScaleMember<Exponential> {
    /** The family of all exponential distributions. */
    public static final ExponentialFamily<Double, Exponential> FAMILY = new Family();

    /**
     * Checks the parameter.
     *
     * @param rate λ
     * @throws DomainException if the rate is not positive and finite
     */
    public Exponential {
        DomainException.requirePositive("rate", rate);
    }

    /**
     * The exponential distribution of a given rate.
     *
     * @param rate λ, positive
     * @return the distribution
     */
    public static Exponential withRate(double rate) {
        return new Exponential(rate);
    }

    /**
     * The exponential distribution of a given mean.
     *
     * @param mean 1/λ, positive
     * @return the distribution
     */
    public static Exponential withMean(double mean) {
        DomainException.requirePositive("mean", mean);
        return new Exponential(1 / mean);
    }

    @Override
    public ExponentialFamily<Double, Exponential> family() {
        return FAMILY;
    }

    @Override
    public Vec<Source> source() {
        return Vec.of(rate);
    }

    @Override
    public double logDensityAt(double x) {
        return Support.POSITIVE.contains(x) ? Math.log(rate) - rate * x : Double.NEGATIVE_INFINITY;
    }

    /** {@inheritDoc} It is 1 − log λ. */
    @Override
    public double entropy() {
        return 1 - Math.log(rate);
    }

    /** {@inheritDoc} It is λ_q/λ_p − log λ_q. */
    @Override
    public double crossEntropyTo(Exponential q) {
        return q.rate / rate - Math.log(q.rate);
    }

    /** {@inheritDoc} A draw above the largest finite double is that double, never ∞, which is no observation. */
    @Override
    public Double sample(RandomGenerator random) {
        return Math.min(Double.MAX_VALUE, random.nextExponential() / rate);
    }

    @Override
    public Support support() {
        return Support.POSITIVE;
    }

    @Override
    public double center() {
        return 1 / rate;
    }

    @Override
    public double spread() {
        return 1 / rate;
    }

    @Override
    public String toString() {
        return "Exponential(rate " + rate + ")";
    }

    /** The family of all exponential distributions. */
    private static final class Family extends ScaleFamily<Exponential> {
        Family() {
            super("exponential", List.of("rate"), new Kind(1, 1, 1, 1));
        }

        @Override
        Exponential at(double rate) {
            return new Exponential(rate);
        }

        @Override
        double distance(double x) {
            return DomainException.requireNonnegative("observation", x);
        }

        @Override
        public double logBaseMeasure(Double x) {
            return Support.POSITIVE.contains(x) ? 0 : Double.NEGATIVE_INFINITY;
        }
    }
}
