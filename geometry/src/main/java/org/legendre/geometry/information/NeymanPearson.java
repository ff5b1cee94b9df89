package org.legendre.geometry.information;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Probabilities;
import org.legendre.geometry.special.Logs;
import org.legendre.geometry.special.Sums;

/**
 * The best test of p against q from n independent symbols, exactly, by summing over types in the order of their likelihood ratio (Neyman and Pearson 1933).
 *
 * <p>With the probability of rejecting p wrongly held at a level, that of accepting it wrongly falls like e^(−n KL(p‖q)), whatever the level: Stein's lemma.
 * With both counted, the error falls like e^(−nC) with the Chernoff information C
 * ({@link org.legendre.geometry.divergence.Divergences#chernoff(Probabilities, Probabilities)}).
 *
 * <p>Source: T. M. Cover and J. A. Thomas, Elements of Information Theory (2nd edition, 2006), theorems 11.7.1, 11.8.3 and 11.9.1.
 *
 * <p>Error: absolute error of the logarithms at most 1e-12 times the larger of 1 and their size.
 */
public final class NeymanPearson {
    /** Ratios of products that differ by less, in proportion to the logarithms added, are equal: those are right to about half of it. */
    private static final double TIE = 4e-16;

    private final int length;
    /** In order of falling likelihood ratio. */
    private final List<Type> types;

    private record Type(double logRatio, double logP, double logQ) {}

    private NeymanPearson(int length, List<Type> types) {
        this.length = length;
        this.types = types;
    }

    /**
     * All types of n symbols, in order.
     *
     * @param p the hypothesis
     * @param q the alternative, of the same size
     * @param n the number of symbols, at least 1
     * @return the test
     * @throws DomainException if the sizes differ, n is not positive or there are too many types
     */
    public static NeymanPearson of(Probabilities p, Probabilities q, int n) {
        double[] ratios = Pointwise.logRatios(p, q);
        List<Type> types = new ArrayList<>();
        TypeClasses.forEach(p.size(), n, counts -> {
            double logP = TypeClasses.logProbability(p, counts);
            double logQ = TypeClasses.logProbability(q, counts);
            if (logP > Double.NEGATIVE_INFINITY || logQ > Double.NEGATIVE_INFINITY) {
                types.add(new Type(logRatio(ratios, counts), logP, logQ));
            }
        });
        types.sort(Comparator.comparingDouble(Type::logRatio).reversed());
        return new NeymanPearson(n, List.copyOf(types));
    }

    /** Σ nᵢ log(pᵢ/qᵢ); 0 where it is a rounding of the logarithms, for ties would be decided by that. */
    private static double logRatio(double[] ratios, int... counts) {
        double[] terms = new double[counts.length];
        double size = 0;
        for (int i = 0; i < terms.length; i++) {
            terms[i] = counts[i] == 0 ? 0 : counts[i] * ratios[i];
            size += Math.abs(terms[i]);
        }
        double ratio = size < Double.POSITIVE_INFINITY
                ? Sums.sum(terms)
                : Arrays.stream(terms).sum();
        return Math.abs(ratio) <= TIE * size && size < Double.POSITIVE_INFINITY ? 0 : ratio;
    }

    /**
     * The smallest probability, under q, of accepting p, among all tests that reject p with a probability of at most the level where it is true; the test
     * may throw a coin on one type.
     *
     * @param level the probability of rejecting p wrongly, in (0, 1)
     * @return the logarithm of the probability in nats; −(1/n) of it tends to KL(p‖q)
     * @throws DomainException if the level is not in (0, 1)
     */
    public double logTypeTwoError(double level) {
        if (!(level > 0 && level < 1)) {
            throw new DomainException("level", level, "a number in (0, 1)");
        }
        if (level < 0.5) {
            return logTypeTwoErrorFromTheEnd(level);
        }
        double missing = 1 - level;
        List<Double> accepted = new ArrayList<>();
        for (Type type : types) {
            double mass = Math.exp(type.logP);
            if (mass >= missing) {
                accepted.add(type.logQ + Math.log(missing / mass));
                break;
            }
            accepted.add(type.logQ);
            missing -= mass;
        }
        return LogMasses.of(accepted, Double::doubleValue).logTotal();
    }

    /** Rejects from the end, so that a small level is met to all its digits. */
    private double logTypeTwoErrorFromTheEnd(double level) {
        double left = level;
        int at = types.size() - 1;
        double mass = Math.exp(types.get(at).logP);
        while (mass <= left) {
            left -= mass;
            at--;
            mass = Math.exp(types.get(at).logP);
        }
        List<Double> accepted = new ArrayList<>();
        accepted.add(types.get(at).logQ + Math.log1p(-left / mass));
        for (Type type : types.subList(0, at)) {
            accepted.add(type.logQ);
        }
        return LogMasses.of(accepted, Double::doubleValue).logTotal();
    }

    /**
     * The smallest probability of error where p and q are equally likely beforehand.
     *
     * @return log ½ Σ min(pⁿ, qⁿ) in nats; −(1/n) of it tends to the Chernoff information
     */
    public double logBayesError() {
        return LogMasses.of(types, type -> Math.min(type.logP, type.logQ)).logTotal() - Math.log(2);
    }

    /**
     * The probability, under p, that the likelihood ratio favours q.
     *
     * @return the probability of log(pⁿ/qⁿ) &lt; 0
     */
    public double probabilityOfBeingMisled() {
        double[] logs = types.stream()
                .filter(type -> type.logRatio < 0)
                .mapToDouble(Type::logP)
                .toArray();
        return Math.exp(Logs.logSumExp(logs, 0, logs.length));
    }

    @Override
    public String toString() {
        return "test of " + length + " symbols, " + types.size() + " types";
    }
}
