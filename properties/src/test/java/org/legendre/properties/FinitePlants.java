package org.legendre.properties;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleBiFunction;
import org.legendre.geometry.divergence.FDivergence;
import org.legendre.geometry.family.Exponential;
import org.legendre.properties.FiniteDivergenceSubject.Finiteness;
import org.legendre.properties.FiniteDivergenceSubject.Trait;

/** Relative errors planted in a divergence of finite distributions where one law or another looks. */
final class FinitePlants {
    private static final FiniteDivergenceSubject KL =
            FiniteDivergenceSubject.of(FDivergence.KL, Finiteness.FIRST_IN_SECOND, Trait.CHAIN_RULE, Trait.ADDITIVE);

    private FinitePlants() {}

    static Map<String, DoubleFunction<? extends Subject>> all() {
        Map<String, DoubleFunction<? extends Subject>> planted = new TreeMap<>();
        planted.put("one order of the classes", where((p, q) -> p[0] > p[1] ? 1 : 0));
        planted.put("few classes", where((p, q) -> p.length <= 4 ? 1 : 0));
        planted.put("many classes", where((p, q) -> p.length > 4 ? 1 : 0));
        planted.put("zeros of p or q", where((p, q) -> zero(p) || zero(q) ? 1 : 0));
        planted.put("KL of near distributions", where((p, q) -> KL.between(p, q) < 1e-12 ? 1 : 0));
        planted.put("zeros of q raised", e -> KL.withDivergence((p, q) -> KL.between(p, raised(q, e))));
        DivergenceSubject distance = DivergenceSubject.fisherRao(Exponential.FAMILY);
        planted.put(
                "exponent of a distance",
                e -> distance.withDivergence((p, q) -> Math.pow(distance.between(p, q), 1 + e)));
        DivergenceSubject silent = new DivergenceSubject(
                distance.name(),
                distance.domain(),
                distance::between,
                true,
                distance::same,
                distance::resolves,
                false,
                distance::uncertainty);
        planted.put(
                "exponent of a distance that declares itself none",
                e -> silent.withDivergence((p, q) -> Math.pow(distance.between(p, q), 1 + e)));
        return planted;
    }

    private static DoubleFunction<Subject> where(ToDoubleBiFunction<double[], double[]> part) {
        return e -> KL.withDivergence((p, q) -> KL.between(p, q) * (1 + e * part.applyAsDouble(p, q)));
    }

    private static boolean zero(double[] p) {
        return Arrays.stream(p).anyMatch(x -> x == 0);
    }

    private static double[] raised(double[] q, double e) {
        return Arrays.stream(q).map(x -> Math.max(x, e * 1e-10)).toArray();
    }
}
