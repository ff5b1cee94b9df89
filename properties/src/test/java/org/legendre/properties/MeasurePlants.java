package org.legendre.properties;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleFunction;

/** Relative errors planted in each part of the ordered divergences and of the measures of information. */
final class MeasurePlants {
    private MeasurePlants() {}

    static Map<String, DoubleFunction<? extends Subject>> all() {
        Map<String, DoubleFunction<? extends Subject>> planted = new TreeMap<>();
        OrderingSubject s = OrderingSubject.shipped();
        planted.put("KL too small", e -> s.withKl((p, q) -> s.kl(p, q) * (1 - e)));
        planted.put("KL too large", e -> s.withKl((p, q) -> s.kl(p, q) * (1 + e)));
        planted.put("total variation", e -> s.withTotalVariation((p, q) -> s.totalVariation(p, q) * (1 + e)));
        planted.put(
                "squared Hellinger distance",
                e -> s.withHellingerSquared((p, q) -> s.hellingerSquared(p, q) * (1 + e)));
        planted.put("Jensen–Shannon", e -> s.withJensenShannon((p, q) -> s.jensenShannon(p, q) * (1 + e)));
        planted.put("Rényi of order ½", e -> s.withRenyi((p, q, a) -> s.renyi(p, q, a) * (a == 0.5 ? 1 + e : 1)));
        planted.put("Rényi of orders above ½", e -> s.withRenyi((p, q, a) -> s.renyi(p, q, a) * (a > 0.5 ? 1 + e : 1)));
        planted.put("α above 0", e -> s.withAlpha((p, q, a) -> s.alpha(p, q, a) * (a > 0 ? 1 + e : 1)));
        InformationSubject m = InformationSubject.shipped();
        planted.put("entropy", e -> m.withEntropy(p -> m.entropy(p) * (1 + e)));
        planted.put("entropy of many outcomes", e -> m.withEntropy(p -> m.entropy(p) * (p.length > 4 ? 1 + e : 1)));
        planted.put(
                "information of many outcomes",
                e -> m.withMutualInformation(rows -> m.mutual(rows) * (rows[0].length > 6 ? 1 + e : 1)));
        planted.put("joint entropy", e -> m.withJointEntropy(rows -> m.joint(rows) * (1 + e)));
        planted.put("mutual information", e -> m.withMutualInformation(rows -> m.mutual(rows) * (1 + e)));
        planted.put(
                "information of few outcomes",
                e -> m.withMutualInformation(rows -> m.mutual(rows) * (rows[0].length < 6 ? 1 + e : 1)));
        planted.put(
                "information of near independence",
                e -> m.withMutualInformation(rows -> m.mutual(rows) * (m.mutual(rows) < 1e-12 ? 1 + e : 1)));
        planted.put("contrastive estimate", e -> m.withContrastiveEstimate(scores -> m.contrastive(scores) * (1 + e)));
        ProjectionSubject projection = ProjectionSubject.shipped();
        planted.put(
                "weight of the first outcome of a projection",
                e -> projection.withMethod((q, f, b) -> {
                    double[] p = projection.project(q, f, b);
                    p[0] *= 1 + e;
                    return p;
                }));
        planted.put(
                "weight of the first outcome of a base measure",
                e -> projection.withMethod((q, f, b) -> {
                    q[0] *= 1 + e;
                    return projection.project(q, f, b);
                }));
        return planted;
    }
}
