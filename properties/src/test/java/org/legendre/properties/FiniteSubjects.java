package org.legendre.properties;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.legendre.geometry.Probabilities;
import org.legendre.geometry.SparseProbabilities;
import org.legendre.geometry.divergence.Divergences;
import org.legendre.geometry.divergence.FDivergence;
import org.legendre.geometry.family.Categorical;
import org.legendre.geometry.family.Exponential;
import org.legendre.geometry.family.Normal;
import org.legendre.geometry.family.Poisson;
import org.legendre.geometry.special.Logs;
import org.legendre.properties.FiniteDivergenceSubject.Finiteness;
import org.legendre.properties.FiniteDivergenceSubject.Trait;

/** The shipped divergences of finite distributions, their metrics, and the measures of information. */
final class FiniteSubjects {
    private FiniteSubjects() {}

    static Stream<Subject> all() {
        return Stream.of(fDivergences(), ordered(), metrics(), measures()).flatMap(subjects -> subjects);
    }

    private static Stream<Subject> fDivergences() {
        return Stream.of(
                FiniteDivergenceSubject.of(
                        FDivergence.KL, Finiteness.FIRST_IN_SECOND, Trait.CHAIN_RULE, Trait.ADDITIVE),
                FiniteDivergenceSubject.of(FDivergence.REVERSE_KL, Finiteness.SECOND_IN_FIRST, Trait.ADDITIVE),
                FiniteDivergenceSubject.of(
                        FDivergence.JEFFREYS, Finiteness.EQUAL_SUPPORTS, Trait.SYMMETRIC, Trait.ADDITIVE),
                FiniteDivergenceSubject.of(FDivergence.PEARSON, Finiteness.FIRST_IN_SECOND),
                FiniteDivergenceSubject.of(FDivergence.NEYMAN, Finiteness.SECOND_IN_FIRST),
                FiniteDivergenceSubject.of(FDivergence.HELLINGER_SQUARED, Finiteness.ALWAYS, Trait.SYMMETRIC),
                FiniteDivergenceSubject.of(
                        FDivergence.TOTAL_VARIATION, Finiteness.ALWAYS, Trait.SYMMETRIC, Trait.METRIC),
                FiniteDivergenceSubject.of(FDivergence.LE_CAM, Finiteness.ALWAYS, Trait.SYMMETRIC),
                FiniteDivergenceSubject.of(FDivergence.JENSEN_SHANNON, Finiteness.ALWAYS, Trait.SYMMETRIC),
                FiniteDivergenceSubject.of(FDivergence.alpha(0.5), Finiteness.ALWAYS),
                FiniteDivergenceSubject.of(FDivergence.alpha(-3), Finiteness.FIRST_IN_SECOND),
                FiniteDivergenceSubject.of(FDivergence.alpha(2), Finiteness.SECOND_IN_FIRST),
                FiniteDivergenceSubject.of(
                        FDivergence.of(
                                "own reverse KL", t -> -Math.log(t), -1, Logs::xmlog1p, Double.POSITIVE_INFINITY, 0),
                        Finiteness.SECOND_IN_FIRST));
    }

    private static FiniteDivergenceSubject finite(
            String name,
            ToDoubleBiFunction<Probabilities, Probabilities> divergence,
            Finiteness finiteness,
            Trait... traits) {
        return FiniteDivergenceSubject.of(
                name, (p, q) -> divergence.applyAsDouble(Probabilities.of(p), Probabilities.of(q)), finiteness, traits);
    }

    private static Stream<Subject> ordered() {
        return Stream.of(
                finite(
                        "Kullback–Leibler of vectors",
                        Divergences::kl,
                        Finiteness.FIRST_IN_SECOND,
                        Trait.JOINTLY_CONVEX,
                        Trait.MONOTONE,
                        Trait.SEPARABLE,
                        Trait.CHAIN_RULE,
                        Trait.ADDITIVE),
                finite(
                        "Rényi of order ½",
                        (p, q) -> Divergences.renyi(p, q, 0.5),
                        Finiteness.UNLESS_DISJOINT,
                        Trait.SYMMETRIC,
                        Trait.JOINTLY_CONVEX,
                        Trait.MONOTONE,
                        Trait.ADDITIVE),
                finite(
                        "Rényi of order 0.9",
                        (p, q) -> Divergences.renyi(p, q, 0.9),
                        Finiteness.UNLESS_DISJOINT,
                        Trait.JOINTLY_CONVEX,
                        Trait.MONOTONE,
                        Trait.ADDITIVE),
                finite(
                        "Rényi of order 3",
                        (p, q) -> Divergences.renyi(p, q, 3),
                        Finiteness.FIRST_IN_SECOND,
                        Trait.MONOTONE,
                        Trait.ADDITIVE),
                finite(
                        "Tsallis of order 0.3",
                        (p, q) -> Divergences.tsallis(p, q, 0.3),
                        Finiteness.ALWAYS,
                        Trait.JOINTLY_CONVEX,
                        Trait.MONOTONE,
                        Trait.SEPARABLE),
                finite(
                        "Bhattacharyya",
                        Divergences::bhattacharyya,
                        Finiteness.UNLESS_DISJOINT,
                        Trait.SYMMETRIC,
                        Trait.JOINTLY_CONVEX,
                        Trait.MONOTONE,
                        Trait.ADDITIVE),
                finite(
                        "Jensen–Shannon of weights ¾ and ¼",
                        (p, q) -> Divergences.jensenShannon(Probabilities.of(0.75, 0.25), List.of(p, q)),
                        Finiteness.ALWAYS,
                        Trait.JOINTLY_CONVEX,
                        Trait.MONOTONE,
                        Trait.SEPARABLE),
                finite(
                        "Sharma–Mittal of order ½ and degree 2",
                        (p, q) -> Divergences.sharmaMittal(p, q, 0.5, 2),
                        Finiteness.UNLESS_DISJOINT,
                        Trait.SYMMETRIC,
                        Trait.MONOTONE),
                finite(
                        "Kullback–Leibler of sparse distributions",
                        (p, q) -> sparse(p).klTo(sparse(q)),
                        Finiteness.FIRST_IN_SECOND,
                        Trait.JOINTLY_CONVEX,
                        Trait.MONOTONE,
                        Trait.SEPARABLE,
                        Trait.CHAIN_RULE,
                        Trait.ADDITIVE),
                finite(
                        "Jensen–Shannon of sparse distributions",
                        (p, q) -> sparse(p).jensenShannonTo(sparse(q)),
                        Finiteness.ALWAYS,
                        Trait.SYMMETRIC,
                        Trait.JOINTLY_CONVEX,
                        Trait.MONOTONE,
                        Trait.SEPARABLE),
                finite(
                        "Chernoff information",
                        (p, q) -> Divergences.chernoff(p, q).information(),
                        Finiteness.UNLESS_DISJOINT,
                        Trait.SYMMETRIC,
                        Trait.MONOTONE));
    }

    /** The classes that are possible, seven apart. */
    private static SparseProbabilities sparse(Probabilities p) {
        int[] possible = IntStream.range(0, p.size()).filter(i -> p.get(i) > 0).toArray();
        return SparseProbabilities.of(
                Arrays.stream(possible).mapToLong(i -> 7L * i).toArray(),
                Arrays.stream(possible).mapToDouble(p::get).toArray());
    }

    private static Stream<Subject> metrics() {
        return Stream.of(
                finite(
                        "Hellinger distance",
                        Divergences::hellinger,
                        Finiteness.ALWAYS,
                        Trait.SYMMETRIC,
                        Trait.METRIC,
                        Trait.MONOTONE),
                finite(
                        "Jensen–Shannon distance",
                        Divergences::jensenShannonDistance,
                        Finiteness.ALWAYS,
                        Trait.SYMMETRIC,
                        Trait.METRIC,
                        Trait.MONOTONE),
                finite(
                        "Fisher–Rao distance of vectors",
                        (p, q) -> 2 * p.angleTo(q),
                        Finiteness.ALWAYS,
                        Trait.SYMMETRIC,
                        Trait.METRIC,
                        Trait.MONOTONE),
                DivergenceSubject.fisherRao(Normal.FAMILY),
                DivergenceSubject.fisherRao(Exponential.FAMILY),
                DivergenceSubject.fisherRao(Poisson.FAMILY),
                DivergenceSubject.fisherRao(Categorical.family(3)));
    }

    private static Stream<Subject> measures() {
        return Stream.of(
                OrderingSubject.shipped(),
                InformationSubject.shipped(),
                ProjectionSubject.shipped(),
                EntropySubject.shipped(),
                CostSubject.shipped());
    }
}
