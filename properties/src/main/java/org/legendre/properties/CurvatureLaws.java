package org.legendre.properties;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.legendre.geometry.Estimate;
import org.legendre.geometry.Hessian;
import org.legendre.properties.Sample.Spread;

/** ∇²ψ* is the inverse of ∇²ψ, and ∇³ψ its derivative. */
final class CurvatureLaws {
    /** η is moved by so many roundings to see what they do to the Hessian: few enough for a first order, and far above rounding. */
    private static final double AMPLIFIED = 0x1p20;
    /** The relative error that {@code Potential.third} states of its own default, with a margin for directions in which it is small. */
    private static final double THIRD = 1e-9;

    private CurvatureLaws() {}

    static List<Law<PotentialSubject>> all() {
        return List.of(inverse(), third());
    }

    private static Law<PotentialSubject> inverse() {
        Law<PotentialSubject> law = Law.forAll(
                PotentialSubject.class,
                "inverse-hessian",
                "∇²ψ*(η) ∇²ψ(θ) = 1 at η = ∇ψ(θ)",
                "J.-P. Crouzeix, Math. Programming 13 (1977), a relationship between the second derivatives of a convex function and of its"
                        + " conjugate",
                1e-12,
                (subject, sample) -> Points.point(subject, sample, p -> {
                    double[] v = Rounding.unit(p.fisher, sample.direction());
                    if (Points.zero(v) || !subject.dualDomain().contains(p.eta)) {
                        return Finding.nothing("no direction, or η rounds to the boundary of its domain");
                    }
                    double rounding = moved(p, v);
                    if (!(rounding < Finding.CONVERGED)) {
                        return Finding.nothing("the rounding of η moves the metric");
                    }
                    Hessian dual = subject.conjugateHessian(p.eta);
                    double[] lowered = Rounding.multiply(p.fisher, v);
                    double[] back = Rounding.multiply(dual, lowered);
                    double size = Rounding.absoluteDot(p.units, v)
                            + Rounding.absoluteDot(lowered, p.inverseUnits)
                            + Math.sqrt(p.size());
                    return Finding.of(
                            p.length(Rounding.minus(back, v)),
                            rounding + Rounding.ofTerms(p.size(), p.condition * size),
                            1,
                            () -> "θ = " + p + ", η = " + Arrays.toString(p.eta) + ", v = " + Arrays.toString(v)
                                    + ": ∇²ψ*(η) ∇²ψ(θ) v = " + Arrays.toString(back));
                }));
        return law.on(Spread.MODERATE, Spread.WIDE, Spread.EXTREME);
    }

    /** What the rounding of η does to G⁻¹Gv: G at points that are moved by many roundings, the change divided by how many. */
    private static double moved(Point p, double[] v) {
        double[] lowered = Rounding.multiply(p.fisher, v);
        double[] size = p.etaSize();
        double largest = 0;
        for (int pattern = 0; pattern < 4; pattern++) {
            double[] change = new double[size.length];
            for (int i = 0; i < change.length; i++) {
                boolean minus = ((pattern >> (i & 1)) & 1) == 1;
                change[i] = AMPLIFIED * Rounding.EPSILON * (minus ? -size[i] : size[i]);
            }
            double[] theta = Rounding.axpy(1, Rounding.solve(p.fisher, change), p.theta);
            if (!p.subject.resolves(theta)) {
                return Double.POSITIVE_INFINITY;
            }
            double[] there = Rounding.multiply(p.subject.hessian(theta), v);
            largest = Math.max(largest, Math.sqrt(p.fisher.inverseQuadratic(Rounding.minus(there, lowered))));
        }
        return 8 * Math.sqrt(p.size()) * largest / AMPLIFIED;
    }

    private static Law<PotentialSubject> third() {
        Law<PotentialSubject> law = Law.forAll(
                PotentialSubject.class,
                "third",
                "⟨∇³ψ(θ)[u, v], w⟩ = d/dt vᵀ∇²ψ(θ + tu)w at t = 0, and the same for every order of u, v and w",
                "S. Amari and H. Nagaoka, Methods of Information Geometry (2000): the cubic tensor of a dually flat space",
                1e-8,
                (subject, sample) -> Points.point(subject, sample, p -> third(subject, sample, p)));
        return law.on(Spread.MODERATE).costly(2);
    }

    private static Finding third(PotentialSubject subject, Sample sample, Point p) {
        double[] u = Rounding.unit(p.fisher, sample.direction());
        double[] v = Rounding.unit(p.fisher, sample.displacement());
        double[] w = Rounding.unit(p.fisher, turned(sample));
        double h = Points.step(subject.domain(), p.theta, u);
        if (h == 0 || Points.zero(v) || Points.zero(w)) {
            return Finding.nothing("no direction or no room to step");
        }
        double[] tensor = subject.third(p.theta, u, v);
        double value = Rounding.dot(tensor, w);
        DoubleUnaryOperator quotient = t -> {
            double[] above = Rounding.multiply(subject.hessian(Rounding.axpy(t, u, p.theta)), v);
            double[] below = Rounding.multiply(subject.hessian(Rounding.axpy(-t, u, p.theta)), v);
            return Rounding.dot(Rounding.minus(above, below), w) / (2 * t);
        };
        double size = Rounding.absoluteDot(Rounding.multiply(p.fisher, v), w) * p.condition
                + Rounding.absoluteDot(p.units, v) * Rounding.absoluteDot(p.units, w);
        Estimate slope = Extrapolation.even(quotient, h, Rounding.EPSILON * size);
        double swapped = Rounding.dot(subject.third(p.theta, v, w), u);
        double scale = Math.max(
                Math.sqrt(p.fisher.inverseQuadratic(tensor)),
                Math.sqrt(p.fisher.inverseQuadratic(subject.third(p.theta, v, w))));
        double bound = slope.error() + THIRD * (scale + Math.abs(slope.value()));
        return new Finding(
                Math.max(Math.abs(value - slope.value()), Math.abs(value - swapped)),
                bound,
                bound <= 1e-7 * Math.max(1, scale),
                () -> "θ = " + p + ", u = " + Arrays.toString(u) + ", v = " + Arrays.toString(v) + ", w = "
                        + Arrays.toString(w) + ": ⟨∇³ψ[u, v], w⟩ = " + value + ", ⟨∇³ψ[v, w], u⟩ = " + swapped
                        + ", d/dt vᵀ∇²ψ(θ + tu)w = " + slope);
    }

    /** A third direction: the sum of the other two with its coordinates moved by one. */
    private static double[] turned(Sample sample) {
        double[] sum = Rounding.axpy(1, sample.direction(), sample.displacement());
        double[] turned = new double[sum.length];
        for (int i = 0; i < sum.length; i++) {
            turned[(i + 1) % sum.length] = sum[i];
        }
        return turned;
    }
}
