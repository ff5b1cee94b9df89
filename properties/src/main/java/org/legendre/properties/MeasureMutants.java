package org.legendre.properties;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.legendre.geometry.special.Logs;

/** Mistakes in the divergences that are ordered among each other, and in the measures of information. */
final class MeasureMutants {
    private static final double LOG_2 = Math.log(2);

    private final List<Mutant> mutants = new ArrayList<>();
    private final OrderingSubject order = OrderingSubject.shipped();
    private final InformationSubject measures = InformationSubject.shipped();

    private MeasureMutants() {}

    static List<Mutant> all() {
        MeasureMutants catalogue = new MeasureMutants();
        catalogue.conventions();
        catalogue.orders();
        catalogue.entropies();
        catalogue.informations();
        return List.copyOf(catalogue.mutants);
    }

    private void add(String name, Subject subject, String... killers) {
        mutants.add(new Mutant(name, subject, List.of(killers)));
    }

    private void conventions() {
        OrderingSubject s = order;
        add("KL in bits", s.withKl((p, q) -> s.kl(p, q) / LOG_2), "kl-chi-squared", "renyi-named", "alpha-named");
        add("half of KL", s.withKl((p, q) -> 0.5 * s.kl(p, q)), "pinsker", "hellinger-kl", "renyi-limits");
        add("KL with its arguments swapped", s.withKl((p, q) -> s.kl(q, p)), "renyi-named", "alpha-limits");
        add(
                "total variation without its factor ½",
                s.withTotalVariation((p, q) -> 2 * s.totalVariation(p, q)),
                "pinsker",
                "bretagnolle-huber",
                "variation-below-hellinger");
        add(
                "half of the total variation",
                s.withTotalVariation((p, q) -> 0.5 * s.totalVariation(p, q)),
                "hellinger-below-variation",
                "jensen-shannon-variation");
        add(
                "Hellinger distance that was not squared",
                s.withHellingerSquared((p, q) -> Math.sqrt(s.hellingerSquared(p, q))),
                "hellinger-below-variation",
                "hellinger-kl",
                "renyi-named",
                "alpha-named");
        add(
                "half of the squared Hellinger distance",
                s.withHellingerSquared((p, q) -> 0.5 * s.hellingerSquared(p, q)),
                "variation-below-hellinger");
        add(
                "Neyman's χ² for Pearson's",
                s.withChiSquared((p, q) -> s.chiSquared(q, p)),
                "kl-chi-squared",
                "renyi-named",
                "alpha-named");
        add(
                "Jensen–Shannon without its factor ½",
                s.withJensenShannon((p, q) -> 2 * s.jensenShannon(p, q)),
                "jensen-shannon-variation");
    }

    private void orders() {
        OrderingSubject s = order;
        add("Rényi divergence of (q, p)", s.withRenyi((p, q, a) -> s.renyi(q, p, a)), "renyi-named", "renyi-limits");
        add(
                "Rényi divergence without its denominator 1 − a",
                s.withRenyi((p, q, a) -> a == 1 || a == Double.POSITIVE_INFINITY
                        ? s.renyi(p, q, a)
                        : Math.abs(1 - a) * s.renyi(p, q, a)),
                "renyi-monotone",
                "renyi-skew",
                "renyi-limits");
        add(
                "Rényi divergence of the order 1 − a",
                s.withRenyi((p, q, a) -> a > 0 && a < 1 ? s.renyi(p, q, 1 - a) : s.renyi(p, q, a)),
                "renyi-monotone",
                "renyi-limits");
        add(
                "reverse KL for the Rényi divergence of order 0",
                s.withRenyi((p, q, a) -> a == 0 ? s.kl(q, p) : s.renyi(p, q, a)),
                "renyi-monotone",
                "renyi-limits");
        add(
                "Rényi divergence by a power sum that cancels near order 1",
                s.withRenyi((p, q, a) -> Math.abs(a - 1) < 0.5 && a != 1 ? powerSum(p, q, a) : s.renyi(p, q, a)),
                "renyi-limits");
        add(
                "α-divergence with the sign of α turned",
                s.withAlpha((p, q, alpha) -> s.alpha(p, q, -alpha)),
                "alpha-named",
                "alpha-limits");
        add(
                "α-divergence of the convention (1 − Σ p^a q^(1−a))/(a(1 − a)) taken with a = α",
                s.withAlpha((p, q, alpha) -> s.alpha(p, q, 1 - 2 * alpha)),
                "alpha-skew",
                "alpha-named");
        add(
                "α-divergence without its factor 4/(1 − α²)",
                s.withAlpha((p, q, alpha) ->
                        Math.abs(alpha) == 1 ? s.alpha(p, q, alpha) : s.alpha(p, q, alpha) * (1 - alpha * alpha) / 4),
                "alpha-named",
                "alpha-limits");
        add(
                "α-divergence whose factor has 1 + α for 1 − α²",
                s.withAlpha((p, q, alpha) -> s.alpha(p, q, alpha) * (1 - Math.min(0.5, Math.abs(1 - alpha)))),
                "alpha-skew");
    }

    private static double powerSum(double[] p, double[] q, double order) {
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            sum += p[i] > 0 ? Math.pow(p[i], order) * Math.pow(q[i], 1 - order) : 0;
        }
        return Math.log(sum) / (order - 1);
    }

    private void entropies() {
        InformationSubject s = measures;
        add("entropy in bits", s.withEntropy(p -> s.entropy(p) / LOG_2), "entropy-chain", "information-decompositions");
        add(
                "Tsallis entropy of order 2 for Shannon's",
                s.withEntropy(p -> 1 - Arrays.stream(p).map(x -> x * x).sum()),
                "grouping",
                "entropy-chain");
        add(
                "Miller and Madow's correction where nothing was counted",
                s.withEntropy(p -> s.entropy(p) + 0.5 * (p.length - 1) / 1000),
                "grouping",
                "information-decompositions");
        add("H(X|Y) for H(Y|X)", s.withConditionalEntropy(rows -> s.conditional(turned(rows))), "entropy-chain");
        add(
                "joint entropy of independent variables",
                s.withJointEntropy(rows -> s.joint(rows) + s.mutual(rows)),
                "entropy-chain",
                "information-decompositions");
    }

    private void informations() {
        InformationSubject s = measures;
        add(
                "mutual information as a difference of entropies",
                s.withMutualInformation(
                        rows -> s.entropy(margin(rows)) + s.entropy(margin(turned(rows))) - s.joint(rows)),
                "information-near-independence");
        add(
                "mutual information in bits",
                s.withMutualInformation(rows -> s.mutual(rows) / LOG_2),
                "information-decompositions",
                "information-chain");
        add(
                "information of which the first variable has too much",
                s.withMutualInformation(rows -> s.mutual(rows) / s.entropy(margin(rows))),
                "information-symmetry",
                "information-decompositions");
        add(
                "mutual information divided by the number of outcomes",
                s.withMutualInformation(rows -> s.mutual(rows) / rows[0].length),
                "information-processing",
                "information-symmetry");
        add(
                "I(X; Y) for I(X; Y|Z)",
                s.withConditionalMutualInformation(table -> s.mutual(summed(table))),
                "information-chain");
        add(
                "contrastive estimate without log K",
                s.withContrastiveEstimate(scores -> s.contrastive(scores) - Math.log(scores.length)),
                "contrastive-bound");
        add(
                "contrastive estimate against the others only",
                s.withContrastiveEstimate(MeasureMutants::withoutOwn),
                "contrastive-bound");
    }

    private static double withoutOwn(double[][] scores) {
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            double[] others = scores[i].clone();
            others[i] = Double.NEGATIVE_INFINITY;
            sum += scores[i][i] - Logs.logSumExp(others, 0, others.length) + Math.log(others.length - 1);
        }
        return sum / scores.length;
    }

    private static double[] margin(double[][] rows) {
        return Arrays.stream(rows).mapToDouble(row -> Arrays.stream(row).sum()).toArray();
    }

    private static double[][] turned(double[][] rows) {
        double[][] columns = new double[rows[0].length][rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                columns[j][i] = rows[i][j];
            }
        }
        return columns;
    }

    private static double[][] summed(double[][][] table) {
        double[][] rows = new double[table.length][];
        Arrays.setAll(rows, i -> margin(table[i]));
        return rows;
    }
}
