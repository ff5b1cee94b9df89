package org.legendre.geometry.family;

import java.util.List;
import java.util.random.RandomGenerator;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Source;
import org.legendre.geometry.Vec;

/**
 * The normal distribution N(μ, σ²) as a member of the family of those whose mean μ is known.
 *
 * <p>θ = −1/2σ², T(x) = (x − μ)², η = σ², h = 1/√π, ψ(θ) = −½ log(−θ).
 *
 * @param mean μ, finite, shared by the members of a family
 * @param variance σ², positive and finite
 */
public record NormalKnownMean(double mean, double variance) implements ScaleMember<NormalKnownMean> {
    private static final double HALF_LOG_PI = 0.5723649429247001;

    /**
     * Checks the parameters.
     *
     * @param mean μ
     * @param variance σ²
     * @throws DomainException if the mean is not finite or the variance not positive and finite
     */
    public NormalKnownMean {
        DomainException.requireFinite("mean", mean);
        DomainException.requirePositive("variance", variance);
    }

    /**
     * The normals of one mean.
     *
     * @param mean μ, finite
     * @return the family
     */
    public static ExponentialFamily<Double, NormalKnownMean> family(double mean) {
        return new Family(DomainException.requireFinite("mean", mean));
    }

    /**
     * The same distribution among all normals.
     *
     * @return N(μ, σ²)
     */
    public Normal asNormal() {
        return new Normal(mean, variance);
    }

    @Override
    public ExponentialFamily<Double, NormalKnownMean> family() {
        return new Family(mean);
    }

    @Override
    public Vec<Source> source() {
        return Vec.of(variance);
    }

    @Override
    public double[] parameters() {
        return new double[] {mean, variance};
    }

    @Override
    public double logDensityAt(double x) {
        return asNormal().logDensityAt(x);
    }

    /** {@inheritDoc} It is ½ log(2πeσ²). */
    @Override
    public double entropy() {
        return asNormal().entropy();
    }

    /** {@inheritDoc} It is ½ log(2πσ_q²) + ½ σ_p²/σ_q². */
    @Override
    public double crossEntropyTo(NormalKnownMean q) {
        ScaleFamily.common(this, q);
        return asNormal().crossEntropyTo(q.asNormal());
    }

    @Override
    public Double sample(RandomGenerator random) {
        return asNormal().sample(random);
    }

    @Override
    public Support support() {
        return Support.REALS;
    }

    @Override
    public double center() {
        return mean;
    }

    @Override
    public double spread() {
        return Math.sqrt(variance);
    }

    @Override
    public String toString() {
        return "N(" + mean + ", " + variance + "), mean known";
    }

    /** The normals of one mean. */
    private static final class Family extends ScaleFamily<NormalKnownMean> {
        private final double mean;

        Family(double mean) {
            // Not −0, which is no other mean than 0.
            super("normal-known-mean", List.of("mean", "variance"), new Kind(0.5, 0.5, -1, 2, mean + 0.0));
            this.mean = mean;
        }

        @Override
        NormalKnownMean at(double variance) {
            return new NormalKnownMean(mean, variance);
        }

        @Override
        double distance(double x) {
            return Math.abs(DomainException.requireFinite("observation", x) - mean);
        }

        @Override
        String degenerate() {
            return "observations that are not all equal to the mean " + mean;
        }

        @Override
        public double logBaseMeasure(Double x) {
            return Double.isFinite(x) ? -HALF_LOG_PI : Double.NEGATIVE_INFINITY;
        }
    }
}
