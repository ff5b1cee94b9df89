package org.legendre.properties;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleFunction;

/** Relative errors in each part of a correct Legendre function of two variables. */
final class PotentialPlants {
    private PotentialPlants() {}

    static Map<String, DoubleFunction<? extends Subject>> all() {
        PotentialSubject s = PotentialMutants.entropy(2);
        Map<String, DoubleFunction<? extends Subject>> planted = new LinkedHashMap<>();
        planted.put("D_ψ", e -> s.withBregman((a, b) -> s.bregman(a, b) * (1 + e)));
        planted.put("D_ψ*", e -> s.withConjugateBregman((y, z) -> s.conjugateBregman(y, z) * (1 + e)));
        planted.put("J_α", e -> s.withSkewedJensen((a, b, alpha) -> s.skewedJensen(a, b, alpha) * (1 + e)));
        planted.put("∇²ψ*", e -> s.withConjugateHessian(y -> new ScaledHessian(s.conjugateHessian(y), 1 + e)));
        planted.put("∇³ψ", e -> s.withThird((x, u, v) -> times(s.third(x, u, v), 1 + e)));
        planted.put("∇ψ in the plane", e -> s.withGradient(x -> times(s.gradient(x), 1 + e)));
        planted.put("∇ψ* in the plane", e -> s.withConjugateGradient(y -> times(s.conjugateGradient(y), 1 + e)));
        // x² in ψ makes a Bregman divergence again, which the mean minimises as well; |x|³ does not.
        planted.put(
                "|x|³ in D_ψ", e -> s.withBregman((a, b) -> s.bregman(a, b) + e * Math.pow(Math.abs(a[0] - b[0]), 3)));
        planted.put("x² in D_ψ", e -> s.withBregman((a, b) -> s.bregman(a, b) + e * Math.pow(a[0] - b[0], 2)));
        planted.put(
                "x² in D_ψ*",
                e -> s.withConjugateBregman((y, z) -> s.conjugateBregman(y, z) + e * Math.pow(y[0] - z[0], 2)));
        return planted;
    }

    private static double[] times(double[] x, double factor) {
        double[] y = x.clone();
        for (int i = 0; i < y.length; i++) {
            y[i] *= factor;
        }
        return y;
    }
}
