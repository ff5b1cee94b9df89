package org.legendre.geometry.information;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.special.Logs;
import org.legendre.geometry.special.Sums;

/**
 * Entropies and informations of the variables of a {@link JointTable}, in nats; {@link org.legendre.geometry.Bits#ofNats} converts. Variables are
 * numbered from 0.
 *
 * <p>Each is a sum of nonnegative terms, so that none is negative and each keeps its relative accuracy (at most 1e-14, given the table): the information
 * of nearly independent variables, the entropy of a nearly certain one. A total that differs from 1 by rounding is divided out, and does not count
 * as dependence.
 *
 * <p>Source: T. M. Cover and J. A. Thomas, Elements of Information Theory (2nd edition, 2006), chapter 2.
 */
public final class Information {
    private Information() {}

    /**
     * The joint entropy H(X₁, …, Xₙ) = −Σ p log p of some variables, with 0 log 0 = 0 (Cover and Thomas, equation 2.8).
     *
     * @param table the table
     * @param variables the variables, at least one and no two the same
     * @return the entropy in nats, ≥ 0
     * @throws DomainException if there is no such variable, none is named or one twice
     */
    public static double entropy(JointTable table, int... variables) {
        return conditionalEntropy(table, variables);
    }

    /**
     * The conditional entropy H(X|Y, …) = −Σ p(x, y) log p(x|y) (Cover and Thomas, equation 2.12).
     *
     * @param table the table
     * @param variable X
     * @param given the variables of the condition, at least one
     * @return the entropy in nats, ≥ 0
     * @throws DomainException if there is no such variable, or one is named twice
     */
    public static double conditionalEntropy(JointTable table, int variable, int... given) {
        return conditionalEntropy(table, new int[] {variable}, given);
    }

    private static double conditionalEntropy(JointTable table, int[] variables, int... given) {
        requireSome(variables);
        Cells all = table.cells().margin(table.requireVariables(join(variables, given)));
        Cells conditions = all.margin(range(variables.length, all.sizes().length));
        int[] condition = all.indices(range(variables.length, all.sizes().length));
        Cells total = all.margin();
        double[] terms = new double[all.count()];
        for (int i = 0; i < terms.length; i++) {
            terms[i] = all.high[i] > 0 ? all.high[i] * Cells.surprisal(all, i, conditions, condition[i]) : 0;
        }
        return Sums.sum(terms) / total.high[0];
    }

    /**
     * The mutual information I(X; Y) = Σ p(x, y) log(p(x, y)/(p(x) p(y))), the KL of the joint distribution to the product of the margins (Cover and
     * Thomas, equation 2.28).
     *
     * @param table the table
     * @param x the variable X
     * @param y the variable Y
     * @return the information in nats, ≥ 0; exactly 0 for independent counts
     * @throws DomainException if there is no such variable, or they are the same
     */
    public static double mutualInformation(JointTable table, int x, int y) {
        return mutual(table, new int[] {x}, new int[] {y});
    }

    /**
     * The conditional mutual information I(X; Y|Z, …) = Σ p(x, y, z) log(p(x, y|z)/(p(x|z) p(y|z))) (Cover and Thomas, equation 2.60).
     *
     * @param table the table
     * @param x the variable X
     * @param y the variable Y
     * @param given the variables of the condition; with none it is I(X; Y)
     * @return the information in nats, ≥ 0
     * @throws DomainException if there is no such variable, or one is named twice
     */
    public static double conditionalMutualInformation(JointTable table, int x, int y, int... given) {
        return mutual(table, new int[] {x}, new int[] {y}, given);
    }

    /**
     * The total correlation Σ H(Xᵢ) − H(X₁, …, Xₙ) of all variables, the KL of the joint distribution to the product of its margins.
     *
     * <p>Formula: Σ I(X₁, …, Xᵢ₋₁; Xᵢ), by the chain rule.
     *
     * <p>Source: S. Watanabe, Information theoretical analysis of multivariate correlation, IBM J. Res. Dev. 4 (1960).
     *
     * @param table the table
     * @return the total correlation in nats, ≥ 0
     */
    public static double totalCorrelation(JointTable table) {
        double sum = 0;
        for (int i = 1; i < table.variables(); i++) {
            sum += mutual(table, range(0, i), new int[] {i});
        }
        return sum;
    }

    /**
     * The dual total correlation H(X₁, …, Xₙ) − Σ H(Xᵢ| all others) of all variables.
     *
     * <p>Formula: Σ I(X₁, …, Xᵢ₋₁; Xᵢ| Xᵢ₊₁, …, Xₙ), by the chain rule.
     *
     * <p>Source: T. S. Han, Nonnegative entropy measures of multivariate symmetric correlations, Information and Control 36 (1978).
     *
     * @param table the table
     * @return the dual total correlation in nats, ≥ 0
     */
    public static double dualTotalCorrelation(JointTable table) {
        double sum = 0;
        for (int i = 1; i < table.variables(); i++) {
            sum += mutual(table, range(0, i), new int[] {i}, range(i + 1, table.variables()));
        }
        return sum;
    }

    /**
     * The O-information, total correlation less dual total correlation: positive where redundancy prevails, negative where synergy does.
     *
     * <p>Source: F. E. Rosas, P. A. M. Mediano, M. Gastpar and H. J. Jensen, Quantifying high-order interdependencies via multivariate extensions of the
     * mutual information, Phys. Rev. E 100 (2019).
     *
     * <p>Error: at most 1e-14 of the sum of the two.
     *
     * @param table the table
     * @return the difference in nats, of either sign
     */
    public static double oInformation(JointTable table) {
        return totalCorrelation(table) - dualTotalCorrelation(table);
    }

    /**
     * The pointwise mutual information log(p(x, y)/(p(x) p(y))), whose mean is the mutual information.
     *
     * <p>Source: R. M. Fano, Transmission of Information (1961), chapter 2.
     *
     * @param table the table
     * @param x the variable X
     * @param y the variable Y
     * @param outcomeX the outcome of X
     * @param outcomeY the outcome of Y
     * @return the information in nats, of either sign; −∞ where the outcomes exclude each other
     * @throws DomainException if there are no such variables, they are the same, or an outcome has no probability: the value is not defined there
     */
    public static double pointwise(JointTable table, int x, int y, int outcomeX, int outcomeY) {
        Cells pairs = table.cells().margin(table.requireVariables(x, y));
        Cells ofX = pairs.margin(0);
        Cells ofY = pairs.margin(1);
        requireOutcome(ofX, x, outcomeX);
        requireOutcome(ofY, y, outcomeY);
        int pair = outcomeX * ofY.count() + outcomeY;
        double p = pairs.high[pair];
        if (p == 0) {
            return Double.NEGATIVE_INFINITY;
        }
        Cells total = pairs.margin();
        double q = ofX.high[outcomeX] * (ofY.high[outcomeY] / total.high[0]);
        double excess = Cells.differenceOfProducts(pairs, pair, total, 0, ofX, outcomeX, ofY, outcomeY) / total.high[0];
        return Math.abs(excess) <= 0.5 * q
                ? Math.log1p(excess / q)
                : Math.log(p / ofX.high[outcomeX]) - Math.log(ofY.high[outcomeY] / total.high[0]);
    }

    private static void requireOutcome(Cells margin, int variable, int outcome) {
        if (outcome < 0 || outcome >= margin.count() || !(margin.high[outcome] > 0)) {
            throw new DomainException("outcome of variable " + variable, outcome, "one of positive probability");
        }
    }

    /** I(X; Y|Z) of groups of variables: terms p log(p/q) − p + q with q = p(x, z) p(y, z)/p(z). */
    private static double mutual(JointTable table, int[] x, int[] y, int... z) {
        Cells all = table.cells().margin(table.requireVariables(join(join(x, y), z)));
        int n = all.sizes().length;
        int[] withX = join(range(0, x.length), range(x.length + y.length, n));
        int[] withY = range(x.length, n);
        int[] condition = range(x.length + y.length, n);
        Cells xz = all.margin(withX);
        Cells yz = all.margin(withY);
        Cells conditions = all.margin(condition);
        int[] inXz = all.indices(withX);
        int[] inYz = all.indices(withY);
        int[] inZ = all.indices(condition);
        double[] terms = new double[all.count()];
        for (int i = 0; i < terms.length; i++) {
            terms[i] = term(all, i, xz, inXz[i], yz, inYz[i], conditions, inZ[i]);
        }
        return Sums.sum(terms) / all.margin().high[0];
    }

    private static double term(Cells all, int i, Cells xz, int j, Cells yz, int k, Cells z, int l) {
        double p = all.high[i];
        if (z.high[l] == 0) {
            return 0;
        }
        double q = xz.high[j] * (yz.high[k] / z.high[l]);
        if (p > 0 && q < Double.MIN_NORMAL) {
            return p * (Math.log(p / xz.high[j]) - Math.log(yz.high[k] / z.high[l])) - p + q;
        }
        double difference = Cells.differenceOfProducts(xz, j, yz, k, all, i, z, l) / z.high[l];
        return Logs.relativeEntropyTerm(p, q, difference);
    }

    private static int[] range(int from, int to) {
        return IntStream.range(from, to).toArray();
    }

    private static int[] join(int[] a, int... b) {
        return IntStream.concat(Arrays.stream(a), Arrays.stream(b)).toArray();
    }

    private static void requireSome(int... variables) {
        if (variables.length == 0) {
            throw new DomainException("variables", "none", "at least one variable");
        }
    }
}
