package org.legendre.properties;

import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.legendre.geometry.Estimate;

/**
 * Derivatives at t = 0 along a line θ + tv by one fixed combination of differences, extrapolated in t²: few evaluations, each of which may cost an integral.
 *
 * <p>Source: L. F. Richardson (1911); the weights are those of Lagrange's interpolation at t² = 0.
 */
final class Stencil {
    private static final int LEVELS = 5;
    private static final int CANDIDATES = 7;

    private final Point p;
    private final double[] v;
    private final int order;
    private final double[] steps = new double[LEVELS];
    private final double[] fine = new double[LEVELS];
    private final double[] coarse = new double[LEVELS];
    private final double[] coarsest = new double[LEVELS];

    private Stencil(Point p, double[] v, double h, int order) {
        this.p = p;
        this.v = v;
        this.order = order;
        for (int k = 0; k < LEVELS; k++) {
            steps[k] = h / (1 << k);
        }
        for (int k = 0; k < LEVELS; k++) {
            fine[k] = weight(k, LEVELS);
            coarse[k] = k < LEVELS - 1 ? weight(k, LEVELS - 1) : 0;
            coarsest[k] = k < LEVELS - 2 ? weight(k, LEVELS - 2) : 0;
        }
    }

    /** The weight of step k in the value at 0 of the polynomial in t² through the first steps. */
    private double weight(int k, int levels) {
        double weight = 1;
        for (int j = 0; j < levels; j++) {
            if (j != k) {
                weight *= steps[j] * steps[j] / ((steps[j] - steps[k]) * (steps[j] + steps[k]));
            }
        }
        return weight;
    }

    /**
     * The best of several lengths for derivatives of log densities, in which ψ is all that bends.
     *
     * @param order 1 or 2
     * @param unit by how much a log density may be off
     * @return the stencil; null if there is no direction or no room to step
     */
    static @Nullable Stencil of(ObservationSubject subject, Point p, double[] v, int order, double unit) {
        double h = Points.step(subject.domain(), p.theta, v);
        Stencil best = null;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < CANDIDATES && h > 0; i++, h /= 2) {
            Stencil stencil = new Stencil(p, v, h, order);
            double error = stencil.derivative(subject.family()::value, unit).error();
            if (best == null || error < least) {
                best = stencil;
                least = error;
            }
        }
        return best;
    }

    /**
     * The limit at t = 0 of an even function. Its error is that of its values, amplified, four times what the last refinement changed, and what the last but one
     * leaves for the last by the rate of refinements, 4⁻⁷, times 16: a coefficient of the series may be small by chance, but hardly two.
     */
    Estimate limit(DoubleFunction<Estimate> even) {
        double value = 0;
        double rough = 0;
        double rougher = 0;
        double error = 0;
        for (int k = 0; k < LEVELS; k++) {
            Estimate term = even.apply(steps[k]);
            value += fine[k] * term.value();
            rough += coarse[k] * term.value();
            rougher += coarsest[k] * term.value();
            error += Math.abs(fine[k]) * term.error();
        }
        double total = error + 4 * Math.abs(value - rough) + 0x1p-10 * Math.abs(rough - rougher);
        return total < Double.POSITIVE_INFINITY
                ? new Estimate(value, total, "Richardson")
                : new Estimate(0, Double.POSITIVE_INFINITY, "Richardson");
    }

    /** The derivative of a function of θ, known up to the unit. */
    Estimate derivative(ToDoubleFunction<double[]> f, double unit) {
        double middle = order == 1 ? 0 : f.applyAsDouble(p.theta);
        return limit(t -> {
            double up = f.applyAsDouble(Rounding.axpy(t, v, p.theta));
            double down = f.applyAsDouble(Rounding.axpy(-t, v, p.theta));
            double value = order == 1 ? (up - down) / (2 * t) : ((up - middle) + (down - middle)) / (t * t);
            return Double.isFinite(value)
                    ? new Estimate(value, (order == 1 ? 1 : 4) * unit / Math.pow(t, order), "difference")
                    : new Estimate(0, Double.POSITIVE_INFINITY, "difference that overflows");
        });
    }

    /** The derivative of each log density, x ↦ ∂_v log p(x; θ). */
    ToDoubleFunction<Object> score(ObservationSubject subject) {
        @SuppressWarnings({"unchecked", "rawtypes"})
        ToDoubleFunction<Object>[] densities = new ToDoubleFunction[2 * LEVELS];
        for (int k = 0; k < LEVELS; k++) {
            densities[2 * k] = subject.logDensity(Rounding.axpy(steps[k], v, p.theta));
            densities[2 * k + 1] = subject.logDensity(Rounding.axpy(-steps[k], v, p.theta));
        }
        return x -> {
            double sum = 0;
            for (int k = 0; k < LEVELS; k++) {
                double difference = densities[2 * k].applyAsDouble(x) - densities[2 * k + 1].applyAsDouble(x);
                sum += fine[k] * difference / (2 * steps[k]);
            }
            return sum;
        };
    }
}
