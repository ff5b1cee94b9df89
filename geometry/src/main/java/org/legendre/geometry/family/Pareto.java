package org.legendre.geometry.family;

import java.util.List;
import java.util.random.RandomGenerator;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Source;
import org.legendre.geometry.Vec;
import org.legendre.geometry.special.Logs;

/**
 * The Pareto distribution with density a mᵃ/xᵃ⁺¹ on x ≥ m. Those of one minimum m are an exponential family: log(x/m) is exponential of rate a.
 *
 * <p>θ = −a, T(x) = log(x/m), η = 1/a, h(x) = 1/x, ψ(θ) = −log(−θ).
 *
 * @param minimum m, positive and finite, shared by the members of a family
 * @param shape a, positive and finite
 */
public record Pareto(double minimum, double shape) implements ScaleMember<Pareto> {
    /**
     * Checks the parameters.
     *
     * @param minimum m
     * @param shape a
     * @throws DomainException if a parameter is not positive and finite
     */
    public Pareto {
        DomainException.requirePositive("minimum", minimum);
        DomainException.requirePositive("shape", shape);
    }

    /**
     * The Pareto distributions of one minimum.
     *
     * @param minimum m, positive and finite
     * @return the family
     */
    public static ExponentialFamily<Double, Pareto> family(double minimum) {
        return new Family(DomainException.requirePositive("minimum", minimum));
    }

    @Override
    public ExponentialFamily<Double, Pareto> family() {
        return new Family(minimum);
    }

    @Override
    public Vec<Source> source() {
        return Vec.of(shape);
    }

    @Override
    public double[] parameters() {
        return new double[] {minimum, shape};
    }

    @Override
    public double logDensityAt(double x) {
        return support().contains(x)
                ? Math.log(shape) - Math.log(x) - shape * Logs.logRatio(x, minimum)
                : Double.NEGATIVE_INFINITY;
    }

    /** {@inheritDoc} It is 1 + 1/a + log(m/a). */
    @Override
    public double entropy() {
        return 1 + 1 / shape + Logs.logRatio(minimum, shape);
    }

    /** {@inheritDoc} A draw above the largest finite double, as of a shape far below 1, is that double. */
    @Override
    public Double sample(RandomGenerator random) {
        double excess = minimum * Math.expm1(random.nextExponential() / shape);
        return Math.min(Double.MAX_VALUE, minimum + excess);
    }

    @Override
    public Support support() {
        return new Support(minimum, Double.POSITIVE_INFINITY, false);
    }

    @Override
    public double center() {
        return minimum;
    }

    /** {@inheritDoc} Here m/a, as if the density were exponential, and at most 100 m: beyond, the tail is a power of x. */
    @Override
    public double spread() {
        double spread = minimum / Math.max(shape, 0.01);
        return Math.min(Double.MAX_VALUE, Math.max(Double.MIN_VALUE, spread));
    }

    @Override
    public String toString() {
        return "Pareto(minimum " + minimum + ", shape " + shape + ")";
    }

    /** The Pareto distributions of one minimum. */
    private static final class Family extends ScaleFamily<Pareto> {
        private final double minimum;

        Family(double minimum) {
            super("pareto", List.of("minimum", "shape"), new Kind(1, 1, 1, 1, minimum));
            this.minimum = minimum;
        }

        @Override
        Pareto at(double shape) {
            return new Pareto(minimum, shape);
        }

        @Override
        double distance(double x) {
            if (!(x >= minimum && x <= Double.MAX_VALUE)) {
                throw new DomainException("observation", x, "a finite number ≥ " + minimum);
            }
            return Logs.logRatio(x, minimum);
        }

        @Override
        String degenerate() {
            return "observations that are not all " + minimum;
        }

        @Override
        public double logBaseMeasure(Double x) {
            return x >= minimum && x <= Double.MAX_VALUE ? -Math.log(x) : Double.NEGATIVE_INFINITY;
        }
    }
}
