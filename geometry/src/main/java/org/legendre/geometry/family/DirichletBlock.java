package org.legendre.geometry.family;

import java.util.Arrays;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.special.GammaRemainderBlock;
import org.legendre.geometry.special.RelativeEntropy;
import org.legendre.geometry.special.Sums;

/**
 * KL between Dirichlet laws, one pair at a time or row by row, with the same bits. An object is the working memory of one thread.
 *
 * <p>With g of {@link org.legendre.geometry.special.GammaRemainder}, its Bregman divergence B, and the sums s of all parameters,
 *
 * <p>KL(p‖q) = Σᵢ B(qᵢ, pᵢ) − B(s_q, s_p) + Σᵢ (qᵢ log(qᵢ/cᵢ) − qᵢ + cᵢ), cᵢ = pᵢ s_q/s_p.
 *
 * <p>Only the second part is negative. Where it cancels much of the rest, and for extreme parameters, the chain of betas of {@link DirichletKernel} is
 * taken instead.
 */
final class DirichletBlock {
    private static final int BLOCK = RelativeEntropy.BLOCK;

    /** The formula is taken where it magnifies rounding by no more than this. */
    private static final double AMPLIFICATION = 16;

    private final GammaRemainderBlock remainder = new GammaRemainderBlock();
    private final RelativeEntropy entropy = new RelativeEntropy();
    private final DirichletTotals totals = new DirichletTotals();

    /** An entry for every parameter of a row and one for their sum; the row of the latter is kept as its complement. */
    private final int[] row = new int[BLOCK];

    private final double[] p = new double[BLOCK];
    private final double[] q = new double[BLOCK];
    private final double[] rise = new double[BLOCK];
    private final double[] share = new double[BLOCK];
    private final double[] excess = new double[BLOCK];
    private final double[] bregman = new double[BLOCK];
    private final double[] shares = new double[BLOCK];
    private int filled;
    private double sum;
    private double error;

    /** KL(Dir(p)‖Dir(q)) of positive, finite parameters, to a relative error of 1e-13. */
    static double kl(double[] p, double[] q) {
        DirichletTotals totals = new DirichletTotals();
        if (!totals.sum(p, 0, q, 0, p.length)) {
            return DirichletKernel.kl(p, q);
        }
        double sum = 0;
        double error = 0;
        for (int i = 0; i < p.length; i++) {
            double term = GammaRemainderBlock.bregman(q[i], p[i], q[i] - p[i])
                    + RelativeEntropy.term(q[i], totals.share(p[i]), totals.excess(p[i], q[i]));
            double next = sum + term;
            error += Sums.additionError(sum, term, next);
            sum = next;
        }
        double whole = GammaRemainderBlock.bregman(totals.ofQ(), totals.ofP(), totals.rise());
        return isReliable(sum, error, whole) ? sum - whole + error : DirichletKernel.kl(p, q);
    }

    private static boolean isReliable(double sum, double error, double whole) {
        return sum + whole <= AMPLIFICATION * (sum - whole + error);
    }

    /** The divergences of rows of the given number of classes; a DomainException names the first bad one. */
    void kl(double[] p, int fromP, double[] q, int fromQ, double[] out, int fromOut, int rows, int classes) {
        for (int r = 0; r < rows; r++) {
            int atP = fromP + r * classes;
            int atQ = fromQ + r * classes;
            if (!totals.sum(p, atP, q, atQ, classes)) {
                out[fromOut + r] = checkedChain(p, atP, q, atQ, r, classes);
                continue;
            }
            for (int i = 0; i < classes; i++) {
                double a = p[atP + i];
                double b = q[atQ + i];
                add(r, a, b, b - a, totals.share(a), totals.excess(a, b));
                if (filled == BLOCK) {
                    flush(p, fromP, q, fromQ, out, fromOut, classes);
                }
            }
            add(~r, totals.ofP(), totals.ofQ(), totals.rise(), totals.ofQ(), 0);
            if (filled == BLOCK) {
                flush(p, fromP, q, fromQ, out, fromOut, classes);
            }
        }
        flush(p, fromP, q, fromQ, out, fromOut, classes);
    }

    private void add(int owner, double a, double b, double difference, double ofWhole, double difference2) {
        row[filled] = owner;
        p[filled] = a;
        q[filled] = b;
        rise[filled] = difference;
        share[filled] = ofWhole;
        excess[filled] = difference2;
        filled++;
    }

    private void flush(double[] ps, int fromP, double[] qs, int fromQ, double[] out, int fromOut, int classes) {
        // Always whole blocks: a loop whose length is known needs no remainder.
        Arrays.fill(p, filled, BLOCK, 1);
        Arrays.fill(q, filled, BLOCK, 1);
        Arrays.fill(share, filled, BLOCK, 1);
        remainder.bregman(q, p, rise, bregman);
        entropy.terms(q, share, excess, shares);
        for (int i = 0; i < filled; i++) {
            if (row[i] >= 0) {
                double term = bregman[i] + shares[i];
                double next = sum + term;
                error += Sums.additionError(sum, term, next);
                sum = next;
            } else {
                int r = ~row[i];
                double whole = bregman[i];
                out[fromOut + r] = isReliable(sum, error, whole)
                        ? sum - whole + error
                        : chain(ps, fromP + r * classes, qs, fromQ + r * classes, classes);
                sum = 0;
                error = 0;
            }
        }
        filled = 0;
    }

    private static double checkedChain(double[] p, int atP, double[] q, int atQ, int row, int classes) {
        for (int i = 0; i < classes; i++) {
            if (!(p[atP + i] > 0 && p[atP + i] <= Double.MAX_VALUE)) {
                throw bad("p", i, row, p[atP + i]);
            }
            if (!(q[atQ + i] > 0 && q[atQ + i] <= Double.MAX_VALUE)) {
                throw bad("q", i, row, q[atQ + i]);
            }
        }
        return chain(p, atP, q, atQ, classes);
    }

    private static DomainException bad(String of, int i, int row, double value) {
        return new DomainException("concentration " + i + " of " + of + " in row " + row, value, "a finite number > 0");
    }

    private static double chain(double[] p, int atP, double[] q, int atQ, int classes) {
        return DirichletKernel.kl(Arrays.copyOfRange(p, atP, atP + classes), Arrays.copyOfRange(q, atQ, atQ + classes));
    }
}
