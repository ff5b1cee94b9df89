package org.legendre.geometry.family;

import java.util.List;
import java.util.random.RandomGenerator;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Source;
import org.legendre.geometry.Vec;

/**
 * The Laplace distribution about 0 with density exp(−|x|/b)/2b.
 *
 * <p>θ = −1/b, T(x) = |x|, η = b, h = ½, ψ(θ) = −log(−θ).
 *
 * @param scale b, positive and finite: the mean of |x|
 */
public record Laplace(double scale) implements ScaleMember<Laplace> {
    /** The family of all Laplace distributions about 0. */
    public static final ExponentialFamily<Double, Laplace> FAMILY = new Family();

    private static final double LOG_2 = 0.6931471805599453;

    /**
     * Checks the parameter.
     *
     * @param scale b
     * @throws DomainException if the scale is not positive and finite
     */
    public Laplace {
        DomainException.requirePositive("scale", scale);
    }

    @Override
    public ExponentialFamily<Double, Laplace> family() {
        return FAMILY;
    }

    @Override
    public Vec<Source> source() {
        return Vec.of(scale);
    }

    @Override
    public double logDensityAt(double x) {
        return Double.isFinite(x) ? -Math.abs(x) / scale - LOG_2 - Math.log(scale) : Double.NEGATIVE_INFINITY;
    }

    /** {@inheritDoc} It is 1 + log 2b. */
    @Override
    public double entropy() {
        return 1 + LOG_2 + Math.log(scale);
    }

    /** {@inheritDoc} It is b_p/b_q + log 2b_q. */
    @Override
    public double crossEntropyTo(Laplace q) {
        return scale / q.scale + LOG_2 + Math.log(q.scale);
    }

    /** {@inheritDoc} A draw beyond the largest finite double is that double, never ∞, which is no observation. */
    @Override
    public Double sample(RandomGenerator random) {
        double size = Math.min(Double.MAX_VALUE, scale * random.nextExponential());
        return random.nextBoolean() ? size : -size;
    }

    @Override
    public Support support() {
        return Support.REALS;
    }

    @Override
    public double center() {
        return 0;
    }

    @Override
    public double spread() {
        return scale;
    }

    @Override
    public String toString() {
        return "Laplace(scale " + scale + ")";
    }

    /** The family of all Laplace distributions about 0. */
    private static final class Family extends ScaleFamily<Laplace> {
        Family() {
            super("laplace", List.of("scale"), new Kind(1, 1, -1, 1));
        }

        @Override
        Laplace at(double scale) {
            return new Laplace(scale);
        }

        @Override
        double distance(double x) {
            return Math.abs(DomainException.requireFinite("observation", x));
        }

        @Override
        public double logBaseMeasure(Double x) {
            return Double.isFinite(x) ? -LOG_2 : Double.NEGATIVE_INFINITY;
        }
    }
}
