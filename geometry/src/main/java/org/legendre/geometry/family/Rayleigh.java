package org.legendre.geometry.family;

import java.util.List;
import java.util.random.RandomGenerator;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Source;
import org.legendre.geometry.Vec;

/**
 * The Rayleigh distribution, of the length of a centred isotropic normal in the plane, with density (x/σ²) exp(−x²/2σ²) on x &gt; 0.
 *
 * <p>θ = −1/2σ², T(x) = x², η = 2σ², h(x) = 2x, ψ(θ) = −log(−θ).
 *
 * @param sigma σ, positive and finite: the mode, and the standard deviation of the two normal coordinates
 */
public record Rayleigh(double sigma) implements ScaleMember<Rayleigh> {
    /** The family of all Rayleigh distributions. */
    public static final ExponentialFamily<Double, Rayleigh> FAMILY = new Family();

    /** 1 − ½ log 2 + ½γ, γ being Euler's constant. */
    private static final double UNIT_ENTROPY = 0.9420342421707938;

    /**
     * Checks the parameter.
     *
     * @param sigma σ
     * @throws DomainException if σ is not positive and finite
     */
    public Rayleigh {
        DomainException.requirePositive("sigma", sigma);
    }

    @Override
    public ExponentialFamily<Double, Rayleigh> family() {
        return FAMILY;
    }

    @Override
    public Vec<Source> source() {
        return Vec.of(sigma);
    }

    @Override
    public double logDensityAt(double x) {
        if (!(x > 0 && x <= Double.MAX_VALUE)) {
            return Double.NEGATIVE_INFINITY;
        }
        double z = x / sigma;
        return Math.log(x) - 2 * Math.log(sigma) - 0.5 * z * z;
    }

    /** {@inheritDoc} It is 1 + log(σ/√2) + ½γ. */
    @Override
    public double entropy() {
        return UNIT_ENTROPY + Math.log(sigma);
    }

    /** {@inheritDoc} A draw beyond the positive doubles is the nearest of them. */
    @Override
    public Double sample(RandomGenerator random) {
        double x = sigma * Math.sqrt(2 * random.nextExponential());
        return Math.min(Double.MAX_VALUE, Math.max(Double.MIN_VALUE, x));
    }

    @Override
    public Support support() {
        return Support.POSITIVE;
    }

    @Override
    public double center() {
        return sigma;
    }

    @Override
    public double spread() {
        return sigma;
    }

    @Override
    public String toString() {
        return "Rayleigh(σ " + sigma + ")";
    }

    /** The family of all Rayleigh distributions. */
    private static final class Family extends ScaleFamily<Rayleigh> {
        Family() {
            super("rayleigh", List.of("sigma"), new Kind(1, 0.5, -2, 2));
        }

        @Override
        Rayleigh at(double sigma) {
            return new Rayleigh(sigma);
        }

        @Override
        double distance(double x) {
            return DomainException.requirePositive("observation", x);
        }

        @Override
        public double logBaseMeasure(Double x) {
            return x > 0 && x <= Double.MAX_VALUE ? Math.log(x) + Math.log(2) : Double.NEGATIVE_INFINITY;
        }
    }
}
