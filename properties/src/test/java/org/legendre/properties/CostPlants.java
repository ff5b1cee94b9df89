package org.legendre.properties;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleFunction;

/** Relative errors planted in each part of the entropies with an order and of the costs of information. */
final class CostPlants {
    private CostPlants() {}

    static Map<String, DoubleFunction<? extends Subject>> all() {
        Map<String, DoubleFunction<? extends Subject>> planted = new TreeMap<>();
        EntropySubject s = EntropySubject.shipped();
        planted.put("Rényi entropy", e -> s.withRenyi((p, order) -> s.renyi(p, order) * (1 + e)));
        planted.put(
                "Rényi entropy of many classes",
                e -> s.withRenyi((p, order) -> s.renyi(p, order) * (p.length > 5 ? 1 + e : 1)));
        planted.put("Tsallis entropy", e -> s.withTsallis((p, order) -> s.tsallis(p, order) * (1 + e)));
        planted.put("Sharma–Mittal entropy", e -> s.withSharmaMittal((p, a, b) -> s.sharmaMittal(p, a, b) * (1 + e)));
        CostSubject c = CostSubject.shipped();
        planted.put("free energy", e -> c.withFreeEnergy((q, x, t) -> c.freeEnergy(q, x, t) * (1 + e)));
        planted.put("excess of free energy", e -> c.withExcess((q, x, t) -> c.excess(q, x, t) * (1 + e)));
        planted.put("rate of growth", e -> c.withGrowth((p, b) -> c.growth(p, b) * (1 + e)));
        planted.put("surprise", e -> c.withSurprise((p, likelihoods) -> c.surprise(p, likelihoods) * (1 + e)));
        // Words are whole bits: one more in ten where the error is a tenth.
        planted.put(
                "words",
                e -> c.withWords(q -> Arrays.stream(c.words(q))
                        .map(length -> length + (int) Math.rint(10 * e))
                        .toArray()));
        planted.put("message", e -> c.withMessage((q, message) -> c.message(q, message) * (1 + e)));
        planted.put("exponent", e -> c.withExponent((p, f, x) -> c.exponent(p, f, x) * (1 + e)));
        planted.put("typical set", e -> c.withTypical((p, n, epsilon) -> c.typical(p, (int) n[0], epsilon) * (1 + e)));
        return planted;
    }
}
