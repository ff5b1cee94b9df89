package org.legendre.properties;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Estimate;
import org.legendre.geometry.Hessian;
import org.legendre.properties.Sample.Spread;

/** Natural-gradient steps in the weights: solves that solve what they say, and steps that do not depend on the weights in which they are taken, as far as they do not. */
final class ModelStepLaws {
    private static final String AMARI =
            "S. Amari, Natural gradient works efficiently in learning, Neural Comput. 10 (1998), theorem 1";
    private static final String MARTENS =
            "J. Martens, New insights and perspectives on the natural gradient method, J. Mach. Learn. Res. 21 (2020)";
    /** Damping, of the largest entry of the diagonal. */
    private static final double DAMPING = 0.01;

    private static final double WITNESS = 1e-3;
    /** Where the information is closer to singular than this, its inverse is not known well enough. */
    private static final double SINGULAR = 1e8;

    private ModelStepLaws() {}

    static List<Law<ModelSubject>> all() {
        return List.of(damped(), conjugateGradients(), steepest(), affine(), smooth(), finite());
    }

    /** What is left of g = (F + λI)v, and by how much rounding may account for it. */
    private static Finding residual(ModelPoint p, List<Object> y, boolean iterated) {
        Hessian fisher = p.parts.fisher.of(p.x, y, p.w);
        double largest = 0;
        double[][] matrix = fisher.toMatrix();
        for (int j = 0; j < p.size(); j++) {
            largest = Math.max(largest, matrix[j][j]);
        }
        if (!(largest > 1e-100 && largest < 1e100)) {
            return Finding.nothing("no information, or more than can be squared");
        }
        double lambda = DAMPING * largest;
        double[] g = p.covector(p.size());
        double[] direct = p.parts.raise.of(p.x, y, p.w, lambda, g);
        double[] v = iterated ? p.parts.iterate.of(p.x, y, p.w, lambda, g) : direct;
        double[] left = Rounding.minus(Rounding.axpy(lambda, v, Rounding.multiply(fisher, v)), g);
        double residual = length(left) / length(g);
        double apart = lambda * length(Rounding.minus(v, direct)) / length(g);
        // F is no larger than p times its largest entry.
        double rounding = Rounding.ofTerms(p.size(), (p.size() + 1) * largest * length(v) / length(g) + 1);
        double tolerance = iterated ? LibraryModel.TOLERANCE : 0;
        return Finding.of(
                Math.max(residual, apart),
                tolerance + 2 * rounding,
                1,
                () -> p + ", λ = " + lambda + ", g = " + Arrays.toString(g) + ": ‖g − (F + λI)v‖/‖g‖ = " + residual
                        + " of v = " + Arrays.toString(v) + ", by the factor " + Arrays.toString(direct));
    }

    private static double length(double[] v) {
        return Math.sqrt(Rounding.dot(v, v));
    }

    private static Law<ModelSubject> damped() {
        return ModelPoint.law(
                "model-damped",
                "raising with damping solves (F + λI)v = g, with F as it multiplies",
                MARTENS,
                1e-12,
                (p, y) -> residual(p, y, false));
    }

    private static Law<ModelSubject> conjugateGradients() {
        return ModelPoint.law(
                "model-conjugate-gradients",
                "conjugate gradients end at ‖g − (F + λI)v‖ ≤ 1e-12‖g‖, and so no further than 1e-12‖g‖/λ from what the factor gives",
                "M. R. Hestenes and E. Stiefel, Methods of conjugate gradients for solving linear systems (1952), section 3",
                1e-10,
                (p, y) -> residual(p, y, true));
    }

    /** A step of length t from w, in whatever coordinates: where it ends in w. */
    private static double[] end(ModelPoint p, List<Object> y, Reparametrisation chart, double t) {
        return chart.to(p.parts.step.of(chart, p.x, y, chart.from(p.w), t));
    }

    /** Points where the information has an inverse that is known, scaled to unit diagonal. */
    private static Law<ModelSubject> law(
            String id,
            String statement,
            double resolution,
            BiFunction<ModelPoint, List<Object>, BiFunction<Double, Double, Finding>> examination) {
        Law<ModelSubject> law =
                ModelPoint.law(id, statement, AMARI, resolution, (p, y) -> regular(p, y, examination.apply(p, y)));
        return law.where(ModelSubject::identified);
    }

    /** The law sees the condition and the length of the step of length 1. */
    private static Finding regular(ModelPoint p, List<Object> y, BiFunction<Double, Double, Finding> examination) {
        double condition = condition(p.parts.fisher.of(p.x, y, p.w));
        if (!(condition < SINGULAR)) {
            return Finding.nothing("the information is nearly singular");
        }
        double[] step = Rounding.minus(end(p, y, Reparametrisation.identity(p.size()), 1), p.w);
        double length = length(step);
        return length < 1e3 ? examination.apply(condition, length) : Finding.nothing("a step far away");
    }

    /** The trace of F times that of its inverse; infinite if it has none. */
    private static double condition(Hessian fisher) {
        double trace = 0;
        double inverse = 0;
        double[][] matrix = fisher.toMatrix();
        try {
            for (int j = 0; j < matrix.length; j++) {
                double[] unit = new double[matrix.length];
                unit[j] = 1;
                trace += matrix[j][j];
                inverse += fisher.inverseQuadratic(unit);
            }
        } catch (DomainException singular) {
            return Double.POSITIVE_INFINITY;
        }
        return trace * inverse;
    }

    private static Law<ModelSubject> steepest() {
        return law(
                "model-natural-steepest",
                "⟨s, v⟩² ≤ ⟨s, d⟩·vᵀFv for the step d of length 1 and every v, with equality at v = d: of all tangents as long in KL, natural gradient is the steepest",
                1e-11,
                (p, y) -> (condition, length) -> {
                    Hessian fisher = p.parts.fisher.of(p.x, y, p.w);
                    double[] score = p.parts.score.of(p.x, y, p.w);
                    double[] d = Rounding.minus(end(p, y, Reparametrisation.identity(p.size()), 1), p.w);
                    double rise = Rounding.dot(score, d);
                    double square = fisher.quadratic(d);
                    double along = Rounding.dot(score, p.v);
                    double excess = along * along / fisher.quadratic(p.v) - rise;
                    // The step is the difference of two points.
                    double known = condition * (1 + length(p.w) / length);
                    return Finding.of(
                            Math.max(Math.abs(rise - square), Math.max(0, excess)),
                            Rounding.ofTerms(p.size(), known * square),
                            square,
                            1e-8,
                            () -> p + ", outputs " + y + ", d = " + Arrays.toString(d) + ": ⟨s, d⟩ = " + rise
                                    + ", dᵀFd = " + square + ", ⟨s, v⟩²/vᵀFv less ⟨s, d⟩ " + excess);
                });
    }

    private static AffineMap map(ModelPoint p) {
        double[] a = p.second();
        double[] b = p.v;
        return new AffineMap(
                Rounding.axpy(0.5, a, new double[p.size()]), Rounding.axpy(0.5, b, new double[p.size()]), b);
    }

    private static Law<ModelSubject> affine() {
        return law(
                "model-natural-affine",
                "a step of natural gradient ends at the same distribution in w and in z, w = Az + b, at every step length",
                1e-11,
                (p, y) -> (condition, length) -> {
                    double[] inW = end(p, y, Reparametrisation.identity(p.size()), 1);
                    double[] inZ = end(p, y, Reparametrisation.affine(map(p)), 1);
                    double[] apart = Rounding.minus(inW, inZ);
                    double distance = length(apart);
                    double known = length(p.w) + p.size();
                    return Finding.of(
                            distance,
                            Rounding.ofTerms(p.size(), condition * (length + 1) + known),
                            length,
                            1e-8,
                            () -> p + ", outputs " + y + ": from w to " + Arrays.toString(inW) + ", from z to "
                                    + Arrays.toString(inZ));
                });
    }

    private static Law<ModelSubject> smooth() {
        Law<ModelSubject> law = law(
                "model-natural-smooth",
                "d/dt of a step of natural gradient of length t at t = 0 is the same tangent in w and in z, w = sinh z",
                1e-10,
                (p, y) -> (condition, length) -> {
                    Reparametrisation chart = Reparametrisation.sinh();
                    double[] u = p.covector(p.size());
                    double[] step = Rounding.minus(end(p, y, Reparametrisation.identity(p.size()), 1), p.w);
                    double direct = Rounding.dot(u, step);
                    double size = length(u) * length;
                    double weights = length(u) * (1 + length(p.w));
                    double h = 0.25 / (1 + length);
                    Estimate slope = Extrapolation.even(
                            t -> Rounding.dot(u, Rounding.minus(end(p, y, chart, t), end(p, y, chart, -t))) / (2 * t),
                            h,
                            Rounding.ofTerms(p.size(), weights));
                    double spread = Math.cosh(2 * length);
                    return Finding.of(
                            Math.abs(slope.value() - direct),
                            slope.error() + Rounding.ofTerms(p.size(), condition * spread * (size + 1)),
                            size,
                            1e-7,
                            () -> p + ", outputs " + y + ": ⟨u, step in w⟩ = " + direct
                                    + ", derivative of the step in z " + slope);
                });
        return law.costly(4);
    }

    private static Law<ModelSubject> finite() {
        Law<ModelSubject> law = Law.exists(
                ModelSubject.class,
                "model-natural-not-invariant",
                "there are weights from which a step of length 1 in z, w = sinh z, ends elsewhere than one in w: invariance is one of first order",
                MARTENS,
                WITNESS,
                (subject, sample) -> ModelPoint.withData(
                        subject,
                        sample,
                        (p, y) -> regular(p, y, (condition, length) -> {
                            double[] inW = end(p, y, Reparametrisation.identity(p.size()), 1);
                            double[] inZ = end(p, y, Reparametrisation.sinh(), 1);
                            double[] apart = Rounding.minus(inW, inZ);
                            return new Finding(
                                    length(apart),
                                    WITNESS * length,
                                    length > 0,
                                    () -> p + ", outputs " + y + ": from w to " + Arrays.toString(inW) + ", from z to "
                                            + Arrays.toString(inZ));
                        })));
        return law.on(Spread.MODERATE).where(ModelSubject::identified);
    }
}
