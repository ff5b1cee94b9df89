package org.legendre.properties;

import java.util.Arrays;
import java.util.List;
import org.legendre.geometry.Estimate;
import org.legendre.properties.Sample.Spread;

/** The natural gradient in θ is mirror descent in η. */
final class StepLaws {
    private static final double LENGTH = 0.1;

    private StepLaws() {}

    static List<Law<FamilySubject>> all() {
        return List.of(naturalIsMirror());
    }

    private static Law<FamilySubject> naturalIsMirror() {
        Law<FamilySubject> law = Law.forAll(
                "natural-is-mirror",
                "θ − s·G(θ)⁻¹∇_θ f = ∇ψ*(η) − s·∇_η f: a natural-gradient step in θ is a mirror-descent step in η with mirror map"
                        + " ∇ψ* (minimal representation, θ inside the domain)",
                "G. Raskutti and S. Mukherjee, The information geometry of mirror descent (2015), Theorem 1",
                1e-10,
                (subject, sample) -> FamilyLaws.point(subject, sample, p -> {
                    double[] linear = scaled(sample.direction(), p);
                    double[] target = scaled(sample.displacement(), p);
                    if (FamilyLaws.zero(linear) && FamilyLaws.zero(target)) {
                        return Finding.nothing("the objective is constant to first order");
                    }
                    return step(p, new Quadratic(p, linear, target));
                }));
        return law.on(Spread.MODERATE, Spread.WIDE);
    }

    /** One unit of η is a standard deviation. */
    private static double[] scaled(double[] v, Point p) {
        double[] scaled = v.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] /= p.units[i];
        }
        return scaled;
    }

    /** f(η) = ⟨b + c, η − η₀⟩ + ½Σ(ηᵢ − η₀ᵢ)²/gᵢᵢ, with η₀ the point that the step starts from. */
    private static final class Quadratic {
        private final Point p;
        private final double[] linear;
        private final double[] target;

        Quadratic(Point p, double[] linear, double[] target) {
            this.p = p;
            this.linear = linear;
            this.target = target;
        }

        double[] differential(double[] eta) {
            double[] out = new double[eta.length];
            for (int i = 0; i < out.length; i++) {
                double z = (eta[i] - p.eta[i]) / p.units[i];
                out[i] = linear[i] + target[i] + z / p.units[i];
            }
            return out;
        }

        /** f(a) − f(b) without cancellation: for a quadratic it is ⟨∇f((a + b)/2), a − b⟩. */
        double difference(double[] a, double[] b) {
            double[] middle = a.clone();
            for (int i = 0; i < middle.length; i++) {
                middle[i] = 0.5 * a[i] + 0.5 * b[i];
            }
            return Rounding.dot(differential(middle), Rounding.minus(a, b));
        }
    }

    private static Finding step(Point p, Quadratic objective) {
        FamilySubject subject = p.subject;
        int n = p.size();
        double[] dual = objective.differential(p.eta);
        double[] differential = new double[n];
        double[] error = new double[n];
        for (int i = 0; i < n; i++) {
            int along = i;
            double[] axis = new double[n];
            axis[along] = 1 / p.units[along];
            double h = FamilyLaws.step(subject.domain(), p.theta, axis);
            if (h == 0) {
                return Finding.nothing("no room to step");
            }
            Estimate slope = Extrapolation.even(
                    t -> {
                        double[] above = Rounding.axpy(t, axis, p.theta);
                        double[] below = Rounding.axpy(-t, axis, p.theta);
                        return objective.difference(subject.gradient(above), subject.gradient(below))
                                / ((above[along] - below[along]) * p.units[along]);
                    },
                    h,
                    Rounding.EPSILON * Rounding.absoluteDot(dual, p.etaSize()));
            differential[i] = slope.value() * p.units[i];
            error[i] = slope.error() * p.units[i];
        }
        double[] natural = Rounding.axpy(-LENGTH, subject.raise(p.theta, differential), p.theta);
        double[] mirror = Rounding.axpy(-LENGTH, dual, subject.conjugateGradient(p.eta));
        double bound = LENGTH * Rounding.absoluteDot(error, p.inverseUnits) + DualityLaws.rounding(p);
        return Finding.of(
                p.length(Rounding.minus(natural, mirror)),
                bound,
                LENGTH * p.length(dual),
                () -> "θ = " + p + ", ∇_η f = " + Arrays.toString(dual) + ", s = " + LENGTH
                        + ": natural-gradient step to " + Arrays.toString(natural) + ", mirror step to "
                        + Arrays.toString(mirror));
    }
}
