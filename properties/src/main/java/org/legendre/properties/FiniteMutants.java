package org.legendre.properties;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleBiFunction;
import org.legendre.geometry.Domain;
import org.legendre.geometry.Probabilities;
import org.legendre.geometry.divergence.Divergences;
import org.legendre.geometry.divergence.FDivergence;
import org.legendre.geometry.family.Exponential;
import org.legendre.properties.FiniteDivergenceSubject.Finiteness;
import org.legendre.properties.FiniteDivergenceSubject.Trait;

/** Mistakes in a divergence of finite distributions: in its formula, at its zeros, and in what it claims. */
final class FiniteMutants {
    private final List<Mutant> mutants = new ArrayList<>();
    private final FiniteDivergenceSubject kl =
            FiniteDivergenceSubject.of(FDivergence.KL, Finiteness.FIRST_IN_SECOND, Trait.CHAIN_RULE, Trait.ADDITIVE);
    private final FiniteDivergenceSubject variation =
            FiniteDivergenceSubject.of(FDivergence.TOTAL_VARIATION, Finiteness.ALWAYS, Trait.SYMMETRIC, Trait.METRIC);
    private final FiniteDivergenceSubject jensenShannon =
            FiniteDivergenceSubject.of(FDivergence.JENSEN_SHANNON, Finiteness.ALWAYS, Trait.SYMMETRIC);

    private FiniteMutants() {}

    static List<Mutant> all() {
        FiniteMutants catalogue = new FiniteMutants();
        catalogue.zeros();
        catalogue.formulas();
        catalogue.claims();
        catalogue.metrics();
        return List.copyOf(catalogue.mutants);
    }

    private void add(String name, Subject subject, String... killers) {
        mutants.add(new Mutant(name, subject, List.of(killers)));
    }

    private void zeros() {
        add(
                "KL that skips classes with q = 0",
                kl.withDivergence((p, q) -> sum(p, q, (x, y) -> x == 0 || y == 0 ? 0 : x * Math.log(x / y))),
                "finite-where-claimed",
                "semicontinuity");
        add(
                "KL with 1e-10 added to every probability",
                kl.withDivergence((p, q) -> sum(p, q, (x, y) -> (x + 1e-10) * Math.log((x + 1e-10) / (y + 1e-10)))),
                "finite-where-claimed",
                "sufficiency");
        add(
                "KL that takes −log 2 for p log(p/0)",
                kl.withDivergence((p, q) ->
                        sum(p, q, (x, y) -> x == 0 ? 0 : y == 0 ? -Math.log(2) : x * Math.log(x / y))),
                "finite-where-claimed");
        add(
                "the root of KL without the classes with q = 0, which grows like √log towards them",
                skipping("root of KL", Math::sqrt),
                "semicontinuity");
        add(
                "log(1 + KL) without the classes with q = 0, which grows like log log towards them",
                skipping("log(1 + KL)", Math::log1p),
                "semicontinuity");
        add(
                "total variation without the classes that one excludes",
                variation.withDivergence((p, q) -> sum(p, q, (x, y) -> x == 0 || y == 0 ? 0 : 0.5 * Math.abs(x - y))),
                "semicontinuity",
                "data-processing");
        add(
                "Jensen–Shannon that is infinite where KL is",
                jensenShannon.withDivergence(
                        (p, q) -> Double.isFinite(kl.between(p, q)) && Double.isFinite(kl.between(q, p))
                                ? jensenShannon.between(p, q)
                                : Double.POSITIVE_INFINITY),
                "finite-where-claimed",
                "semicontinuity");
    }

    /** A function of KL that leaves out the classes with q = 0 and claims to be finite everywhere. */
    private static FiniteDivergenceSubject skipping(String name, DoubleUnaryOperator root) {
        return FiniteDivergenceSubject.of(
                name,
                (p, q) -> root.applyAsDouble(sum(p, q, (x, y) -> x == 0 || y == 0 ? y : x * Math.log(x / y) - x + y)),
                Finiteness.ALWAYS);
    }

    private void formulas() {
        add(
                "KL that leaves out the last class",
                kl.withDivergence((p, q) -> sum(p, q, (x, y) -> x == 0 ? 0 : x * Math.log(x / y)) - last(p, q)),
                "permutation",
                "sufficiency");
        add(
                "the mean term of KL instead of the sum",
                kl.withDivergence((p, q) -> kl.between(p, q) / p.length),
                "sufficiency",
                "separability",
                "additivity",
                "chain-rule",
                "data-processing");
        add(
                "KL by p log p − p log q",
                kl.withDivergence((p, q) -> sum(
                        p,
                        q,
                        (x, y) -> x == 0 ? 0 : y == 0 ? Double.POSITIVE_INFINITY : x * Math.log(x) - x * Math.log(y))),
                "accuracy-near-equality",
                "smooth-near-equality");
        add(
                "the square of KL",
                kl.withDivergence((p, q) -> kl.between(p, q) * kl.between(p, q)),
                "separability",
                "additivity",
                "chain-rule");
        add(
                "KL rounded to single precision",
                kl.withDivergence((p, q) -> (float) kl.between(p, q)),
                "separability",
                "chain-rule",
                "accuracy-near-equality");
        add(
                "conditional divergences weighted by q: reverse KL claiming the chain rule of KL",
                FiniteDivergenceSubject.of(FDivergence.REVERSE_KL, Finiteness.SECOND_IN_FIRST, Trait.CHAIN_RULE),
                "chain-rule");
    }

    private void claims() {
        add(
                "the squared distance Σ (p − q)², claiming to be an f-divergence",
                FiniteDivergenceSubject.of(
                        "squared Euclidean distance",
                        (p, q) -> sum(p, q, (x, y) -> (x - y) * (x - y)),
                        Finiteness.ALWAYS,
                        Trait.SYMMETRIC,
                        Trait.MONOTONE,
                        Trait.SEPARABLE),
                "sufficiency",
                "data-processing",
                "separability");
        add(
                "Rényi of order 3, claiming joint convexity",
                ordered("Rényi of order 3", (p, q) -> Divergences.renyi(p, q, 3), Finiteness.FIRST_IN_SECOND)
                        .claiming(Trait.JOINTLY_CONVEX),
                "joint-convexity");
        add(
                "Tsallis of order 2, claiming additivity",
                ordered("Tsallis of order 2", (p, q) -> Divergences.tsallis(p, q, 2), Finiteness.FIRST_IN_SECOND)
                        .claiming(Trait.ADDITIVE),
                "additivity");
        add(
                "total variation to the power 1.5, claiming joint convexity and separability",
                ordered(
                                "total variation to the power 1.5",
                                (p, q) -> Math.pow(Divergences.totalVariation(p, q), 1.5),
                                Finiteness.ALWAYS)
                        .claiming(Trait.SEPARABLE)
                        .claiming(Trait.JOINTLY_CONVEX),
                "separability");
        add(
                "KL between the distributions in order of size",
                kl.withDivergence((p, q) -> kl.between(sorted(p), sorted(q))),
                "finite-where-claimed",
                "separability");
    }

    private void metrics() {
        add(
                "Jensen–Shannon without its root, claiming to be a metric",
                jensenShannon.claiming(Trait.METRIC),
                "triangle");
        add(
                "the root of a Jensen–Shannon divergence of weights 0.3 and 0.7, claiming to be a metric",
                DivergenceSubject.of(
                                "root of JS",
                                Domain.reals(2),
                                (x, y) -> Math.sqrt(Divergences.jensenShannon(
                                        Probabilities.of(0.3, 0.7),
                                        List.of(Probabilities.ofLogits(x), Probabilities.ofLogits(y)))))
                        .declaredMetric(),
                "triangle");
        DivergenceSubject distance = DivergenceSubject.fisherRao(Exponential.FAMILY);
        add(
                "the square of the Fisher–Rao distance, claiming to be a metric",
                distance.withDivergence((p, q) -> distance.between(p, q) * distance.between(p, q)),
                "triangle");
        DivergenceSubject silent = new DivergenceSubject(
                "distance that claims not to be one",
                distance.domain(),
                distance::between,
                true,
                distance::same,
                distance::resolves,
                false,
                distance::uncertainty);
        add("a metric that declares itself none", silent, "no-triangle");
    }

    private static FiniteDivergenceSubject ordered(
            String name, ToDoubleBiFunction<Probabilities, Probabilities> divergence, Finiteness finiteness) {
        return FiniteDivergenceSubject.of(
                name, (p, q) -> divergence.applyAsDouble(Probabilities.of(p), Probabilities.of(q)), finiteness);
    }

    private interface Term {
        double of(double p, double q);
    }

    private static double sum(double[] p, double[] q, Term term) {
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            sum += term.of(p[i], q[i]);
        }
        return sum;
    }

    private static double last(double[] p, double[] q) {
        double x = p[p.length - 1];
        return x == 0 ? 0 : x * Math.log(x / q[q.length - 1]);
    }

    private static double[] sorted(double[] p) {
        double[] sorted = p.clone();
        Arrays.sort(sorted);
        return sorted;
    }
}
