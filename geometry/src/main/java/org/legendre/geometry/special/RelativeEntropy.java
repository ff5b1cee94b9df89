package org.legendre.geometry.special;

import java.util.Arrays;
import java.util.Objects;

/**
 * The terms p log(p/q) − p + q ≥ 0 of Kullback–Leibler divergences, one at a time or a block of {@value #BLOCK} at a time, with the same bits.
 *
 * <p>An object is the working memory of one thread; its loops are so plain that a compiler makes vector instructions of them.
 *
 * <p>With x = q and y = p, the exponents give the integer k and x′ = x/2ᵏ so that ½ ≤ x′/y ≤ 2, where k = 0 if x/y itself is between these. With
 * s = (x′ − y)/(x′ + y), log(x/y) = k log 2 + 2 artanh s, and the term is
 *
 * <p>(x − x′) − k y log 2 + s ((x′ − y) − 2 y s² P(s²)), P(s²) = (artanh s − s)/s³ = 1/3 + s²/5 + …,
 *
 * <p>where the first two parts vanish near equality and x′ − y is exact: one division, no branch, nothing to cancel.
 */
public final class RelativeEntropy {
    /** The number of terms that are computed together: what they need fits the first-level cache. */
    public static final int BLOCK = 256;

    /** Numbers between 2⁻⁴⁸⁰ and 2⁵⁴⁴ are in range: of their bits less these, the highest two are zero. */
    static final long LOWEST = (1023L - 480) << 52;

    static final long FRACTION = (1L << 52) - 1;

    /** The bits of 2⁵² + 2048: an integer of either sign, added to them, is added to that number. */
    static final long INTEGER = 0x4330000000000800L;

    static final double INTEGER_ORIGIN = 0x1p52 + 2048;

    /** −log 2, whose rounding is below 4e-17 of it. */
    static final double MINUS_LOG_2 = -0.6931471805599453;

    /** P(z) on 0 ≤ z ≤ 1/9 to an absolute error of 4.3e-17, minimax (Remez's algorithm). */
    static final double C0 = 0.3333333333333333;

    static final double C1 = 0.20000000000007626;
    static final double C2 = 0.14285714283473946;
    static final double C3 = 0.11111111366159712;
    static final double C4 = 0.09090894372925624;
    static final double C5 = 0.07692794017089695;
    static final double C6 = 0.06656934743066449;
    static final double C7 = 0.0600176017082998;
    static final double C8 = 0.04394490559379808;
    static final double C9 = 0.08093788328818423;

    private final RelativeEntropyLoops loops;
    private final RelativeEntropyTotals totals = new RelativeEntropyTotals();
    private final double[] p = new double[BLOCK];
    private final double[] q = new double[BLOCK];
    private final double[] terms = new double[BLOCK];
    private boolean ordinary;

    /** Working memory, for one thread. */
    public RelativeEntropy() {
        this(RelativeEntropyLoops.fastest());
    }

    RelativeEntropy(RelativeEntropyLoops loops) {
        this.loops = loops;
    }

    /**
     * One term p log(p/q) − p + q.
     *
     * <p>Formula: as above; {@link Logs#relativeEntropyTerm} where an argument is not between 2⁻⁴⁸⁰ and 2⁵⁴⁴.
     *
     * <p>Source: as {@link Logs#relativeEntropyTerm}; DLMF 4.6.4 (the series of P).
     *
     * <p>Error: relative error at most 4.5e-16 between these bounds, 1.2e-15 elsewhere.
     *
     * @param p the first mass, nonnegative and finite
     * @param q the second mass, nonnegative and finite
     * @return the term; q for p = 0, +∞ for p &gt; 0 = q, NaN if an argument is negative or not finite
     */
    public static double term(double p, double q) {
        long x = Double.doubleToRawLongBits(q);
        long y = Double.doubleToRawLongBits(p);
        if (!ordinary((x - LOWEST) | (y - LOWEST))) {
            return Logs.relativeEntropyTerm(p, q);
        }
        long power = power(x - y);
        return term(p, q, Double.longBitsToDouble(x - power), (power >> 52) * MINUS_LOG_2);
    }

    /** Whether bits less {@link #LOWEST}, those of several numbers joined by or, belong to numbers between the bounds. */
    static boolean ordinary(long bits) {
        return bits >>> 62 == 0;
    }

    /**
     * Whether a number is between 2⁻⁴⁸⁰ and 2⁵⁴⁴, so that squares, ratios and terms of such numbers keep their accuracy.
     *
     * @param x any number
     * @return true if it is between the bounds; false for NaN
     */
    public static boolean isOrdinary(double x) {
        return ordinary(Double.doubleToRawLongBits(x) - LOWEST);
    }

    /**
     * Whether all numbers of a range are {@linkplain #isOrdinary(double) between the bounds}.
     *
     * @param x numbers
     * @param from the first index
     * @param n how many
     * @return true if each of them is
     */
    public static boolean areOrdinary(double[] x, int from, int n) {
        Objects.checkFromIndexSize(from, n, x.length);
        long bits = 0;
        for (int i = 0; i < n; i++) {
            bits |= Double.doubleToRawLongBits(x[from + i]) - LOWEST;
        }
        return ordinary(bits);
    }

    /**
     * Whether all masses of the last block were {@linkplain #isOrdinary(double) between the bounds}.
     *
     * @return true if each of them was
     */
    public boolean wasOrdinary() {
        return ordinary;
    }

    /**
     * One term p log(p/q) − p + q where the difference q − p is known better than by subtracting the rounded masses.
     *
     * <p>Formula, source and error: as {@link #term(double, double)}, relative to the given difference.
     *
     * @param p the first mass, {@linkplain #isOrdinary between the bounds}
     * @param q the second mass, between the bounds
     * @param difference q − p
     * @return the term
     */
    public static double term(double p, double q, double difference) {
        long x = Double.doubleToRawLongBits(q);
        long power = power(x - Double.doubleToRawLongBits(p));
        double reduced = Double.longBitsToDouble(x - power);
        return term(p, q, reduced, (power >> 52) * MINUS_LOG_2, power == 0 ? difference : reduced - p);
    }

    /** k in the place of an exponent, from the difference of bits, which is log₂(x/y) roughly and near 0 and ±1 exactly: rounded towards 0. */
    static long power(long difference) {
        return (difference + ((difference >> 63) & FRACTION)) & ~FRACTION;
    }

    /**
     * The term from x′ and −k log 2. Products and sums of two variables are written as fused ones, to the same value: compilers that order the
     * operands of a plain one as they please do not find the same instruction in neighbouring turns of the loop.
     */
    static double term(double y, double x, double reduced, double log) {
        return term(y, x, reduced, log, reduced - y);
    }

    /** As above, with x′ − y. */
    static double term(double y, double x, double reduced, double log, double difference) {
        double s = difference / Math.fma(reduced, 1.0, y);
        double z = Math.fma(s, s, -0.0);
        double series = Math.fma(z, C9, C8);
        series = Math.fma(series, z, C7);
        series = Math.fma(series, z, C6);
        series = Math.fma(series, z, C5);
        series = Math.fma(series, z, C4);
        series = Math.fma(series, z, C3);
        series = Math.fma(series, z, C2);
        series = Math.fma(series, z, C1);
        series = Math.fma(series, z, C0);
        double weight = Math.fma(Math.fma(y, -2.0, -0.0), z, -0.0);
        return Math.fma(s, Math.fma(weight, series, difference), Math.fma(log, y, x - reduced));
    }

    /**
     * The terms of a block: tᵢ = {@link #term(double, double) term}(pᵢ, qᵢ).
     *
     * @param p the first masses
     * @param fromP the index of the first of them
     * @param q the second masses
     * @param fromQ the index of the first of them
     * @param n how many, at most {@value #BLOCK}
     * @return the terms at 0, …, n − 1 of an array that the next call uses again
     */
    public double[] terms(double[] p, int fromP, double[] q, int fromQ, int n) {
        System.arraycopy(p, fromP, this.p, 0, n);
        System.arraycopy(q, fromQ, this.q, 0, n);
        // Always whole blocks: a loop whose length is known needs no remainder. Equal masses add nothing.
        Arrays.fill(this.p, n, BLOCK, 1);
        Arrays.fill(this.q, n, BLOCK, 1);
        ordinary = loops.terms(this.p, this.q, terms);
        if (!ordinary) {
            for (int i = 0; i < n; i++) {
                if (!(isOrdinary(this.p[i]) && isOrdinary(this.q[i]))) {
                    terms[i] = Logs.relativeEntropyTerm(this.p[i], this.q[i]);
                }
            }
        }
        return terms;
    }

    /**
     * A whole block of terms tᵢ = {@link #term(double, double, double) term}(pᵢ, qᵢ, differenceᵢ), for masses between the bounds.
     *
     * @param p {@value #BLOCK} first masses
     * @param q {@value #BLOCK} second masses
     * @param differences q − p
     * @param out where the terms go
     */
    public void terms(double[] p, double[] q, double[] differences, double[] out) {
        loops.terms(p, q, differences, out);
    }

    /**
     * The sum Σ pᵢ log(pᵢ/qᵢ) − pᵢ + qᵢ, compensated, with working memory of its own if it is long.
     *
     * <p>Error: relative error at most 7e-16 where every p and q is between the bounds of {@link #term(double, double)}, else 1.5e-15.
     *
     * @param p the first masses
     * @param fromP the index of the first of them
     * @param q the second masses
     * @param fromQ the index of the first of them
     * @param n how many
     * @return the sum; NaN if a mass is negative or not finite
     */
    public static double sum(double[] p, int fromP, double[] q, int fromQ, int n) {
        Objects.checkFromIndexSize(fromP, n, p.length);
        Objects.checkFromIndexSize(fromQ, n, q.length);
        if (n > BLOCK) {
            return new RelativeEntropy().total(p, fromP, q, fromQ, n);
        }
        double sum = 0;
        double error = 0;
        for (int i = 0; i < n; i++) {
            double term = term(p[fromP + i], q[fromQ + i]);
            double next = sum + term;
            error += Sums.additionError(sum, term, next);
            sum = next;
        }
        return Sums.compensated(sum, error);
    }

    /**
     * The sum as {@link #sum}, bit for bit, in this working memory.
     *
     * <p>Formula: {@value #BLOCK} compensated sums side by side, which are added when all terms are in. {@link #massOfP} and {@link #massOfQ} are
     * summed on the way.
     *
     * @param p the first masses
     * @param fromP the index of the first of them
     * @param q the second masses
     * @param fromQ the index of the first of them
     * @param n how many
     * @return the sum; NaN if a mass is negative or not finite
     */
    public double total(double[] p, int fromP, double[] q, int fromQ, int n) {
        Objects.checkFromIndexSize(fromP, n, p.length);
        Objects.checkFromIndexSize(fromQ, n, q.length);
        totals.clear();
        for (int i = 0; i < n; i += BLOCK) {
            int size = Math.min(BLOCK, n - i);
            if (size < BLOCK || !loops.add(p, fromP + i, q, fromQ + i, totals)) {
                totals.add(terms(p, fromP + i, q, fromQ + i, size), this.p, this.q, size);
            }
        }
        return totals.sum();
    }

    /**
     * The sum of the first masses of the last {@link #total}, to n/{@value #BLOCK} roundings: whether these are probabilities.
     *
     * @return Σ pᵢ
     */
    public double massOfP() {
        return totals.massOfP();
    }

    /**
     * The sum of the second masses of the last {@link #total}, as {@link #massOfP}.
     *
     * @return Σ qᵢ
     */
    public double massOfQ() {
        return totals.massOfQ();
    }
}
