package org.legendre.geometry.family;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.PositiveDefinite;
import org.legendre.geometry.Probabilities;
import org.legendre.geometry.Vec;

/** Every public factory of the families with a size refuses what is outside, naming value and domain. */
class VectorFamiliesBadInputTest {
    private static final double NAN = Double.NaN;
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    private static Map<String, Runnable> calls() {
        Map<String, Runnable> calls = new TreeMap<>();
        calls.put("categorical NaN", () -> Categorical.of(NAN, 1));
        calls.put("categorical negative", () -> Categorical.of(-0.5, 1.5));
        calls.put("categorical infinite", () -> Categorical.of(INFINITY, 0));
        calls.put("categorical sum", () -> Categorical.of(0.5, 0.4));
        calls.put("categorical one class", () -> Categorical.of(1));
        calls.put("categorical none", () -> Categorical.of());
        calls.put("categorical record", () -> new Categorical(Probabilities.of(1)));
        calls.put("categorical family", () -> Categorical.family(1));
        calls.put("categorical family of", () -> Categorical.family(3).of(0.5, 0.5));
        calls.put("categorical η sum", () -> Categorical.family(3).atExpectation(Vec.of(0.7, 0.7)));
        calls.put("categorical η negative", () -> Categorical.family(3).atExpectation(Vec.of(-0.1, 0.7)));
        calls.put("categorical η length", () -> Categorical.family(3).atExpectation(Vec.of(0.1)));
        calls.put("categorical θ length", () -> Categorical.family(3).member(Vec.of(0.1)));
        calls.put("categorical no data", () -> Categorical.family(3).maximumLikelihood(List.of()));
        calls.put("categorical datum", () -> Categorical.family(3).maximumLikelihood(List.of(3)));
        calls.put("categorical statistic", () -> Categorical.family(3).statistic(-1));
        calls.put("dirichlet NaN", () -> Dirichlet.of(NAN, 1));
        calls.put("dirichlet zero", () -> Dirichlet.of(0, 1));
        calls.put("dirichlet sum", () -> Dirichlet.of(Double.MAX_VALUE, Double.MAX_VALUE));
        calls.put("dirichlet cross-entropy size", () -> Dirichlet.of(1, 1).crossEntropyTo(Dirichlet.of(1, 1, 1)));
        calls.put("dirichlet infinite", () -> Dirichlet.of(INFINITY, 1));
        calls.put("dirichlet one class", () -> Dirichlet.of(1));
        calls.put("dirichlet family", () -> Dirichlet.family(1));
        calls.put("dirichlet family of", () -> Dirichlet.family(3).of(1, 1));
        calls.put("dirichlet θ", () -> Dirichlet.family(2).member(Vec.of(1, -1)));
        calls.put("dirichlet θ length", () -> Dirichlet.family(2).member(Vec.of(1)));
        calls.put("dirichlet η", () -> Dirichlet.family(2).atExpectation(Vec.of(-0.1, -0.1)));
        calls.put("dirichlet η length", () -> Dirichlet.family(2).atExpectation(Vec.of(-1)));
        calls.put("dirichlet no data", () -> Dirichlet.family(2).maximumLikelihood(List.of()));
        calls.put("dirichlet datum", () -> Dirichlet.family(2).statistic(Probabilities.of(0, 1)));
        calls.put("dirichlet datum size", () -> Dirichlet.of(1, 1).logDensity(Probabilities.uniform(3)));
        calls.put("dirichlet other size", () -> Dirichlet.of(1, 1).klTo(Dirichlet.of(1, 1, 1)));
        calls.put("mvn empty", () -> MultivariateNormal.of());
        calls.put("mvn dimension 0", () -> MultivariateNormal.of(0));
        calls.put("mvn dimension NaN", () -> MultivariateNormal.of(NAN, 0, 1));
        calls.put("mvn dimension 1.5", () -> MultivariateNormal.of(1.5, 0, 1));
        calls.put("mvn dimension infinite", () -> MultivariateNormal.of(INFINITY, 0, 1));
        calls.put("mvn length", () -> MultivariateNormal.of(2, 0, 0, 1, 0, 0));
        calls.put("mvn mean NaN", () -> MultivariateNormal.of(1, NAN, 1));
        calls.put("mvn variance NaN", () -> MultivariateNormal.of(1, 0, NAN));
        calls.put("mvn asymmetric", () -> MultivariateNormal.of(2, 0, 0, 1, 0.1, 0.2, 1));
        calls.put("mvn indefinite", () -> MultivariateNormal.of(2, 0, 0, 1, 2, 2, 1));
        calls.put("mvn sizes", () -> new MultivariateNormal(Vec.of(1), PositiveDefinite.identity(2)));
        calls.put("mvn no mean", () -> new MultivariateNormal(Vec.of(), PositiveDefinite.identity(1)));
        calls.put("mvn standard", () -> MultivariateNormal.standard(0));
        calls.put("mvn family", () -> MultivariateNormal.family(0));
        calls.put("mvn family of", () -> MultivariateNormal.family(2).of(1, 0, 1));
        calls.put("mvn θ", () -> MultivariateNormal.family(1).member(Vec.of(0, 1)));
        calls.put("mvn η", () -> MultivariateNormal.family(1).atExpectation(Vec.of(2, 4)));
        calls.put("mvn η length", () -> MultivariateNormal.family(1).atExpectation(Vec.of(2)));
        calls.put("mvn no data", () -> MultivariateNormal.family(1).maximumLikelihood(List.of()));
        calls.put("mvn source", () -> MultivariateNormal.family(1).source().forward(Vec.of(1, -1)));
        calls.put("catalogue categorical", () -> Families.named("categorical").of(2));
        calls.put("catalogue dirichlet", () -> Families.named("dirichlet").of(-1, 1));
        calls.put("catalogue mvn", () -> Families.named("multivariate-normal").of(1));
        return calls;
    }

    @TestFactory
    List<DynamicTest> isRefused() {
        return calls().entrySet().stream()
                .map(call -> DynamicTest.dynamicTest(call.getKey(), () -> {
                    DomainException refused = assertThrows(DomainException.class, call.getValue()::run);
                    assertTrue(
                            String.valueOf(refused.getMessage()).matches("(?s).+ = .*, expected .+"),
                            refused::getMessage);
                }))
                .toList();
    }
}
