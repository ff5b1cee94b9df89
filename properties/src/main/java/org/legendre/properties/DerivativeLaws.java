package org.legendre.properties;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.legendre.geometry.Estimate;
import org.legendre.properties.Sample.Spread;

/** ∇ψ and ∇²ψ are the derivatives of ψ. */
final class DerivativeLaws {
    private DerivativeLaws() {}

    static List<Law<PotentialSubject>> all() {
        return List.of(gradient(), hessian());
    }

    private static Law<PotentialSubject> gradient() {
        Law<PotentialSubject> law = Law.forAll(
                PotentialSubject.class,
                "gradient",
                "⟨∇ψ(θ), v⟩ = d/dt ψ(θ + tv) at t = 0: η = ∇ψ(θ) is the gradient of ψ",
                "O. Barndorff-Nielsen, Information and Exponential Families (1978), chapter 8",
                1e-10,
                (subject, sample) -> Points.point(subject, sample, p -> {
                    double[] v = Rounding.unit(p.fisher, sample.direction());
                    double h = Points.step(subject.domain(), p.theta, v);
                    if (h == 0) {
                        return Finding.nothing("no direction or no room to step");
                    }
                    DoubleUnaryOperator quotient = t -> {
                        double[] above = Rounding.axpy(t, v, p.theta);
                        double[] below = Rounding.axpy(-t, v, p.theta);
                        double slope = Rounding.dot(p.eta, Rounding.minus(above, below));
                        return (subject.value(above) - subject.value(below) - slope) / (2 * t);
                    };
                    Estimate excess = Extrapolation.even(quotient, h, Rounding.EPSILON * p.valueSize());
                    double size = Rounding.absoluteDot(p.eta, v);
                    return Finding.of(
                            Math.abs(excess.value()),
                            excess.error() + Rounding.ofTerms(p.size(), 1 + size),
                            1 + size,
                            () -> "θ = " + p + ", v = " + Arrays.toString(v) + ": dψ/dt − ⟨∇ψ, v⟩ = " + excess);
                }));
        return law.on(Spread.MODERATE, Spread.WIDE);
    }

    private static Law<PotentialSubject> hessian() {
        Law<PotentialSubject> law = Law.forAll(
                PotentialSubject.class,
                "hessian",
                "wᵀG(θ)v = d/dt ⟨∇ψ(θ + tv), w⟩ at t = 0: G = ∇²ψ, for a family its Fisher metric",
                "O. Barndorff-Nielsen, Information and Exponential Families (1978), chapter 8",
                1e-10,
                (subject, sample) -> Points.point(subject, sample, p -> {
                    double[] v = Rounding.unit(p.fisher, sample.direction());
                    double[] w = Rounding.unit(p.fisher, sample.displacement());
                    double h = Points.step(subject.domain(), p.theta, v);
                    if (h == 0 || Points.zero(w)) {
                        return Finding.nothing("no direction or no room to step");
                    }
                    double[] lowered = Rounding.multiply(p.fisher, w);
                    DoubleUnaryOperator quotient = t -> {
                        double[] above = Rounding.axpy(t, v, p.theta);
                        double[] below = Rounding.axpy(-t, v, p.theta);
                        double[] change = Rounding.minus(subject.gradient(above), subject.gradient(below));
                        return (Rounding.dot(change, w) - Rounding.dot(lowered, Rounding.minus(above, below)))
                                / (2 * t);
                    };
                    Estimate excess =
                            Extrapolation.even(quotient, h, Rounding.EPSILON * Rounding.absoluteDot(p.etaSize(), w));
                    double size = Rounding.absoluteDot(lowered, v) + Rounding.absoluteDot(p.units, v);
                    return Finding.of(
                            Math.abs(excess.value()),
                            excess.error() + Rounding.ofTerms(p.size(), size),
                            1,
                            () -> "θ = " + p + ", v = " + Arrays.toString(v) + ", w = " + Arrays.toString(w)
                                    + ": d⟨∇ψ, w⟩/dt − wᵀGv = " + excess);
                }));
        return law.on(Spread.MODERATE, Spread.WIDE);
    }
}
