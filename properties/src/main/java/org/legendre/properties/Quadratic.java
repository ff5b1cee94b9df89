package org.legendre.properties;

import java.util.Optional;
import org.legendre.geometry.Estimate;

/** f(η) = ⟨b, η − η₀⟩ + ½Σ(ηᵢ − η₀ᵢ)²/gᵢᵢ, with η₀ the point that a step starts from: an objective for the laws of steps. */
final class Quadratic {
    private final Point origin;
    private final double[] linear;

    Quadratic(Point origin, double[] linear) {
        this.origin = origin;
        this.linear = linear;
    }

    /** The objective of a sample, with one unit of η a standard deviation; empty if it is constant to first order. */
    static Optional<Quadratic> of(Point origin, Sample sample) {
        double[] linear = Rounding.axpy(1, sample.direction(), sample.displacement());
        for (int i = 0; i < linear.length; i++) {
            linear[i] /= origin.units[i];
        }
        return Points.zero(linear) ? Optional.empty() : Optional.of(new Quadratic(origin, linear));
    }

    /** ∇_η f. */
    double[] differential(double[] eta) {
        double[] out = new double[eta.length];
        for (int i = 0; i < out.length; i++) {
            double z = (eta[i] - origin.eta[i]) / origin.units[i];
            out[i] = linear[i] + z / origin.units[i];
        }
        return out;
    }

    /** f(η), which is 0 at η₀. */
    double value(double[] eta) {
        return difference(eta, origin.eta);
    }

    /** f(a) − f(b) without cancellation: for a quadratic it is ⟨∇f((a + b)/2), a − b⟩. */
    private double difference(double[] a, double[] b) {
        double[] middle = a.clone();
        for (int i = 0; i < middle.length; i++) {
            middle[i] = 0.5 * a[i] + 0.5 * b[i];
        }
        return Rounding.dot(differential(middle), Rounding.minus(a, b));
    }

    /**
     * ∇_θ (f ∘ ∇ψ) with its errors, by extrapolated differences along the axes: the metric is not used, or else raising would only undo what
     * lowering did. Empty if there is no room to step.
     */
    Optional<Covector> pulledBack(Point p) {
        int n = p.size();
        double[] dual = differential(p.eta);
        double[] values = new double[n];
        double[] errors = new double[n];
        for (int i = 0; i < n; i++) {
            int along = i;
            double[] axis = new double[n];
            axis[along] = 1 / p.units[along];
            double h = Points.step(p.subject.domain(), p.theta, axis);
            if (h == 0) {
                return Optional.empty();
            }
            Estimate slope = Extrapolation.even(
                    t -> {
                        double[] above = Rounding.axpy(t, axis, p.theta);
                        double[] below = Rounding.axpy(-t, axis, p.theta);
                        return difference(p.subject.gradient(above), p.subject.gradient(below))
                                / ((above[along] - below[along]) * p.units[along]);
                    },
                    h,
                    Rounding.EPSILON * Rounding.absoluteDot(dual, p.etaSize()));
            values[i] = slope.value() * p.units[i];
            errors[i] = slope.error() * p.units[i];
        }
        return Optional.of(new Covector(values, errors));
    }

    /** A differential in θ with a bound on the error of each entry. */
    static final class Covector {
        final double[] values;
        private final double[] errors;

        private Covector(double[] values, double[] errors) {
            this.values = values;
            this.errors = errors;
        }

        /** A bound on the length of the error in the inverse metric, in standard deviations. */
        double error(Point p) {
            return Rounding.absoluteDot(errors, p.inverseUnits);
        }
    }
}
