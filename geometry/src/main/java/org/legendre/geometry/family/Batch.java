package org.legendre.geometry.family;

import java.util.Objects;
import org.legendre.geometry.DomainException;

/**
 * Kullback–Leibler divergences of many pairs at once, from rows of flat arrays, in nats.
 *
 * <p>Row i of the result is the divergence of row i of p from row i of q, with the same bits and the same accuracy as {@code klTo} of the two
 * members; nothing is allocated for a row. A bad row gets a {@link DomainException} with its number; the rows before it may have been written.
 *
 * <pre>{@code
 * double[] kl = new double[n];
 * Batch.normalKl(meansP, variancesP, meansQ, variancesQ, kl);
 * double same = new Normal(meansP[7], variancesP[7]).klTo(new Normal(meansQ[7], variancesQ[7])); // kl[7], bit for bit
 * }</pre>
 */
public final class Batch {
    private Batch() {}

    /**
     * KL(N(μ_p, σ_p²)‖N(μ_q, σ_q²)) of as many pairs as the arrays are long.
     *
     * <p>Formula, source and error: as {@link Normal#klTo}.
     *
     * @param meansP μ_p, finite
     * @param variancesP σ_p², positive and finite (not deviations)
     * @param meansQ μ_q, finite
     * @param variancesQ σ_q², positive and finite
     * @param out where the divergences go, of the same length
     * @throws DomainException if lengths differ or a row is bad
     */
    public static void normalKl(
            double[] meansP, double[] variancesP, double[] meansQ, double[] variancesQ, double[] out) {
        int n = out.length;
        DomainException.requireLength("means of p", meansP, n);
        DomainException.requireLength("variances of p", variancesP, n);
        DomainException.requireLength("means of q", meansQ, n);
        DomainException.requireLength("variances of q", variancesQ, n);
        normalKl(meansP, variancesP, 0, meansQ, variancesQ, 0, out, 0, n);
    }

    /**
     * KL(N(μ_p, σ_p²)‖N(μ_q, σ_q²)) of n pairs out of longer arrays.
     *
     * <p>Formula, source and error: as {@link Normal#klTo}.
     *
     * @param meansP μ_p, finite
     * @param variancesP σ_p², positive and finite
     * @param fromP the index of the first mean and variance of p
     * @param meansQ μ_q, finite
     * @param variancesQ σ_q², positive and finite
     * @param fromQ the index of the first mean and variance of q
     * @param out where the divergences go
     * @param fromOut the index of the first of them
     * @param n the number of pairs
     * @throws DomainException if a row is bad
     * @throws IndexOutOfBoundsException if an array is too short
     */
    public static void normalKl(
            double[] meansP,
            double[] variancesP,
            int fromP,
            double[] meansQ,
            double[] variancesQ,
            int fromQ,
            double[] out,
            int fromOut,
            int n) {
        Objects.checkFromIndexSize(fromP, n, meansP.length);
        Objects.checkFromIndexSize(fromP, n, variancesP.length);
        Objects.checkFromIndexSize(fromQ, n, meansQ.length);
        Objects.checkFromIndexSize(fromQ, n, variancesQ.length);
        Objects.checkFromIndexSize(fromOut, n, out.length);
        new NormalKernel().kl(meansP, variancesP, fromP, meansQ, variancesQ, fromQ, out, fromOut, n);
    }

    /**
     * KL(p‖q) = Σ pᵢ log(pᵢ/qᵢ) of two probability vectors.
     *
     * <p>Formula, source and error: as {@link Categorical#klTo}.
     *
     * @param p probabilities that sum to 1, as those of {@link Categorical#of}
     * @param q probabilities that sum to 1, as many
     * @return the divergence; +∞ where q excludes what p allows
     * @throws DomainException if they are not probabilities
     */
    public static double categoricalKl(double[] p, double[] q) {
        DomainException.requireLength("probabilities of q", q, p.length);
        double[] out = new double[1];
        categoricalKl(p, 0, q, 0, out, 0, 1, p.length);
        return out[0];
    }

    /**
     * KL(p‖q) = Σ pᵢ log(pᵢ/qᵢ) of rows of probabilities, row after row in flat arrays.
     *
     * <p>Formula, source and error: as {@link Categorical#klTo}.
     *
     * @param p rows × classes probabilities, each row with sum 1
     * @param fromP the index of the first of them
     * @param q rows × classes probabilities, each row with sum 1
     * @param fromQ the index of the first of them
     * @param out where the divergences go; +∞ where q excludes what p allows
     * @param fromOut the index of the first of them
     * @param rows the number of pairs
     * @param classes the number of probabilities in a row, at least 2
     * @throws DomainException if a row is bad
     * @throws IndexOutOfBoundsException if an array is too short
     */
    public static void categoricalKl(
            double[] p, int fromP, double[] q, int fromQ, double[] out, int fromOut, int rows, int classes) {
        requireRows(p, fromP, q, fromQ, out, fromOut, rows, classes);
        new CategoricalKernel().kl(p, fromP, q, fromQ, out, fromOut, rows, classes);
    }

    private static void requireRows(
            double[] p, int fromP, double[] q, int fromQ, double[] out, int fromOut, int rows, int classes) {
        if (classes < 2) {
            throw new DomainException("number of classes", classes, "an integer ≥ 2");
        }
        int entries = Math.multiplyExact(rows, classes);
        Objects.checkFromIndexSize(fromP, entries, p.length);
        Objects.checkFromIndexSize(fromQ, entries, q.length);
        Objects.checkFromIndexSize(fromOut, rows, out.length);
    }
}
