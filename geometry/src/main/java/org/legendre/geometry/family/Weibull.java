package org.legendre.geometry.family;

import java.util.List;
import java.util.random.RandomGenerator;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Source;
import org.legendre.geometry.Vec;
import org.legendre.geometry.special.Logs;
import org.legendre.geometry.special.Powers;

/**
 * The Weibull distribution with density (k/λ) (x/λ)ᵏ⁻¹ exp(−(x/λ)ᵏ) on x &gt; 0. Those of one shape k are an exponential family.
 *
 * <p>θ = −λ⁻ᵏ, T(x) = xᵏ, η = λᵏ, h(x) = k xᵏ⁻¹, ψ(θ) = −log(−θ). θ and η may leave the range of binary64 where λ does not: only they are then
 * refused.
 *
 * @param shape k, positive and finite, shared by the members of a family
 * @param scale λ, positive and finite
 */
public record Weibull(double shape, double scale) implements ScaleMember<Weibull> {
    private static final double EULER = 0.5772156649015329;

    /**
     * Checks the parameters.
     *
     * @param shape k
     * @param scale λ
     * @throws DomainException if a parameter is not positive and finite
     */
    public Weibull {
        DomainException.requirePositive("shape", shape);
        DomainException.requirePositive("scale", scale);
    }

    /**
     * The Weibull distributions of one shape.
     *
     * @param shape k, positive and finite
     * @return the family
     */
    public static ExponentialFamily<Double, Weibull> family(double shape) {
        return new Family(DomainException.requirePositive("shape", shape));
    }

    @Override
    public ExponentialFamily<Double, Weibull> family() {
        return new Family(shape);
    }

    @Override
    public Vec<Source> source() {
        return Vec.of(scale);
    }

    @Override
    public double[] parameters() {
        return new double[] {shape, scale};
    }

    /** {@inheritDoc} The density is with respect to dx on x &gt; 0; at 0 it is taken as 0, whatever its limit. */
    @Override
    public double logDensityAt(double x) {
        return x > 0 && x <= Double.MAX_VALUE
                ? Math.log(shape) - Math.log(x) + shape * Logs.logRatio(x, scale) - Powers.ofRatio(x, scale, shape)
                : Double.NEGATIVE_INFINITY;
    }

    /** {@inheritDoc} It is 1 + log(λ/k) + γ(1 − 1/k). */
    @Override
    public double entropy() {
        return 1 + Logs.logRatio(scale, shape) + EULER * ((shape - 1) / shape);
    }

    /** {@inheritDoc} A draw beyond the positive doubles, as of a shape far below 1, is the nearest of them. */
    @Override
    public Double sample(RandomGenerator random) {
        double x = Math.exp(Math.log(random.nextExponential()) / shape + Math.log(scale));
        return Math.min(Double.MAX_VALUE, Math.max(Double.MIN_VALUE, x));
    }

    @Override
    public Support support() {
        return Support.POSITIVE;
    }

    @Override
    public double center() {
        return scale;
    }

    @Override
    public double spread() {
        return Math.max(Double.MIN_VALUE, scale / Math.max(1, shape));
    }

    @Override
    public String toString() {
        return "Weibull(shape " + shape + ", scale " + scale + ")";
    }

    /** The Weibull distributions of one shape. */
    private static final class Family extends ScaleFamily<Weibull> {
        private final double shape;

        Family(double shape) {
            super("weibull", List.of("shape", "scale"), new Kind(1, 1, -shape, shape, shape));
            this.shape = shape;
        }

        @Override
        Weibull at(double scale) {
            return new Weibull(shape, scale);
        }

        @Override
        double distance(double x) {
            return DomainException.requirePositive("observation", x);
        }

        @Override
        public double logBaseMeasure(Double x) {
            return x > 0 && x <= Double.MAX_VALUE
                    ? Math.log(shape) + (shape - 1) * Math.log(x)
                    : Double.NEGATIVE_INFINITY;
        }
    }
}
