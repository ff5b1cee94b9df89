package org.legendre.properties;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.legendre.geometry.Probabilities;
import org.legendre.geometry.divergence.Divergences;
import org.legendre.geometry.information.BayesianSurprise;

/** Mistakes in entropies with an order, and in what information costs. */
final class CostMutants {
    private static final double LOG_2 = Math.log(2);

    private final List<Mutant> mutants = new ArrayList<>();
    private final EntropySubject entropies = EntropySubject.shipped();
    private final CostSubject costs = CostSubject.shipped();

    private CostMutants() {}

    static List<Mutant> all() {
        CostMutants catalogue = new CostMutants();
        catalogue.orders();
        catalogue.energies();
        catalogue.codes();
        catalogue.chances();
        return List.copyOf(catalogue.mutants);
    }

    private void add(String name, Subject subject, String... killers) {
        mutants.add(new Mutant(name, subject, List.of(killers)));
    }

    private static double powerSum(double[] p, double order) {
        return Arrays.stream(p).filter(x -> x > 0).map(x -> Math.pow(x, order)).sum();
    }

    private void orders() {
        EntropySubject s = entropies;
        add(
                "Rényi entropy by log Σ pᵃ/(1 − a), whatever the order",
                s.withRenyi((p, order) -> order == 1 || order.isInfinite()
                        ? s.renyi(p, order)
                        : Math.log(powerSum(p, order)) / (1 - order)),
                "entropy-limits");
        add(
                "Tsallis entropy by (1 − Σ pᵃ)/(a − 1), whatever the order",
                s.withTsallis((p, order) -> order == 1 ? s.tsallis(p, 1) : (1 - powerSum(p, order)) / (order - 1)),
                "entropy-limits");
        add(
                "Rényi entropy in bits",
                s.withRenyi((p, order) -> s.renyi(p, order) / LOG_2),
                "entropy-named",
                "entropy-order",
                "sharma-mittal-special");
        add(
                "Tsallis entropy for Rényi's",
                s.withRenyi((p, order) -> order.isInfinite() ? s.renyi(p, order) : s.tsallis(p, order)),
                "entropy-named",
                "entropy-products");
        add(
                "Rényi entropy that counts classes without mass",
                s.withRenyi((p, order) -> order == 0 ? Math.log(p.length) : s.renyi(p, order)),
                "entropy-named",
                "entropy-order");
        add(
                "Tsallis entropy with 1 − a of the wrong sign in pairs: that of order 2 − a",
                s.withTsallis((p, order) -> s.tsallis(p, Math.abs(2 - order))),
                "entropy-named",
                "entropy-products",
                "sharma-mittal-special");
        add(
                "Sharma–Mittal entropy with order and degree exchanged",
                s.withSharmaMittal((p, order, degree) -> s.sharmaMittal(p, degree, order)),
                "sharma-mittal-special");
        add(
                "Sharma–Mittal entropy as its definition is written, whatever the degree",
                s.withSharmaMittal((p, order, degree) -> degree == 1 || order == 1
                        ? s.sharmaMittal(p, order, degree)
                        : (Math.pow(powerSum(p, order), (1 - degree) / (1 - order)) - 1) / (1 - degree)),
                "entropy-limits");
    }

    private void energies() {
        CostSubject s = costs;
        add(
                "free energy with the entropy in bits",
                s.withFreeEnergy((q, energies, t) -> s.freeEnergy(q, energies, t / LOG_2)),
                "free-energy");
        add("T KL(p‖q) for T KL(q‖p)", s.withExcess(CostMutants::reversedExcess), "free-energy");
        add(
                "excess of free energy without the temperature",
                s.withExcess((q, energies, t) -> s.excess(q, energies, t) / t),
                "free-energy");
        add(
                "growth at fair odds, whatever the odds",
                s.withGrowth((p, b) -> -Divergences.crossEntropy(Probabilities.of(p), Probabilities.of(b))),
                "growth-lost");
        add(
                "growth that loses KL(b‖p)",
                s.withGrowth((p, b) -> {
                    double[] fair = p.clone();
                    return s.growth(p, fair) - Probabilities.of(b).klTo(Probabilities.of(p));
                }),
                "growth-lost");
        add(
                "surprise as KL(prior‖posterior)",
                s.withSurprise((prior, likelihoods) -> {
                    Probabilities before = Probabilities.of(prior);
                    return before.klTo(BayesianSurprise.posterior(before, likelihoods));
                }),
                "surprise-mean");
    }

    private static double reversedExcess(double[] q, double[] energies, double t) {
        double[] exponents = Arrays.stream(energies).map(energy -> -energy / t).toArray();
        return t * Probabilities.ofLogits(exponents).klTo(Probabilities.of(q));
    }

    private void codes() {
        CostSubject s = costs;
        add(
                "words as long as −log₂ q rounded up (Shannon's code)",
                s.withWords(q -> Arrays.stream(q)
                        .mapToInt(x -> x == 0 ? 0 : (int) Math.ceil(-Math.log(x) / LOG_2 - 1e-9))
                        .toArray()),
                "prefix-code");
        add(
                "words of one length for all symbols",
                s.withWords(q -> {
                    int[] lengths = new int[q.length];
                    Arrays.fill(lengths, 2);
                    return lengths;
                }),
                "prefix-code");
        add(
                "a prefix code that merges the likeliest symbols first",
                s.withWords(q -> {
                    double[] turned =
                            Arrays.stream(q).map(x -> x == 0 ? 0 : 1 - x).toArray();
                    return s.words(Probabilities.normalized(turned).toArray());
                }),
                "prefix-code");
        add(
                "whole bits for each symbol of a message",
                s.withMessage((q, message) -> {
                    int[] words = s.words(q);
                    return Arrays.stream(message).map(symbol -> words[symbol]).sum();
                }),
                "arithmetic-code");
        add(
                "a message that ends before its last symbols are told",
                s.withMessage((q, message) -> s.message(q, Arrays.copyOf(message, message.length - 3))),
                "arithmetic-code");
    }

    private void chances() {
        CostSubject s = costs;
        add(
                "the exponent of the reverse divergence",
                s.withExponent((p, f, c) -> Math.abs(f[0] - 1) > 0
                        ? s.exponent(p, f, c)
                        : Probabilities.of(p[0], 1 - p[0]).klTo(Probabilities.of(c, 1 - c))),
                "sanov-exponent");
        add(
                "the normal approximation (c − μ)²/(2σ²) of the exponent",
                s.withExponent(CostMutants::normalExponent),
                "sanov-exponent");
        add(
                "typical sequences with half of ε",
                s.withTypical((p, n, epsilon) -> s.typical(p, (int) n[0], 0.5 * epsilon)),
                "typical-set");
        add(
                "typical sequences with ε in bits",
                s.withTypical((p, n, epsilon) -> s.typical(p, (int) n[0], epsilon * LOG_2)),
                "typical-set");
    }

    private static double normalExponent(double[] p, double[] f, double c) {
        double mean = 0;
        double square = 0;
        for (int i = 0; i < p.length; i++) {
            mean += p[i] * f[i];
            square += p[i] * f[i] * f[i];
        }
        return c <= mean ? 0 : 0.5 * (c - mean) * (c - mean) / (square - mean * mean);
    }
}
