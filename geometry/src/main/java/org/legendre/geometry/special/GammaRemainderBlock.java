package org.legendre.geometry.special;

import java.util.Arrays;

/**
 * The Bregman divergence of {@link GammaRemainder}, one at a time or a block of {@value RelativeEntropy#BLOCK} at a time, with the same bits.
 *
 * <p>It is {@link GammaRemainder#bregman(double, double, double)} without branches: every argument is raised by 10, whether it needs that or not. The
 * first two steps and the logarithm at infinity are terms of {@link RelativeEntropy}: (a + n + 1) φ(w) is that of y = (a + n + 1)(b + n) and
 * y + d, over b + n. In the others, with s = d/(2y + d), it is s (d/(b + n) − 2 (a + n + 1) s² P(s²)) where |s| ≤ 1/5.
 *
 * <p>An object is the working memory of one thread.
 */
public final class GammaRemainderBlock {
    private static final int BLOCK = RelativeEntropy.BLOCK;

    private static final int SHIFTS = 10;

    /** The steps that are terms of {@link RelativeEntropy}. */
    private static final int WIDE = 2;

    /** P(z) on 0 ≤ z ≤ 1/25 to an absolute error of 1.3e-17, minimax (Remez's algorithm). */
    private static final double C0 = 0.3333333333333333;

    private static final double C1 = 0.20000000000003956;
    private static final double C2 = 0.14285714283647238;
    private static final double C3 = 0.11111111522262061;
    private static final double C4 = 0.09090868987196754;
    private static final double C5 = 0.07694426153245365;
    private static final double C6 = 0.06605019855729607;
    private static final double C7 = 0.0680315423664138;

    private final RelativeEntropy entropy = new RelativeEntropy();
    private final double[] p = new double[BLOCK];
    private final double[] q = new double[BLOCK];
    private final double[] term = new double[BLOCK];
    private final double[] power = new double[BLOCK];
    private final double[] tail = new double[BLOCK];

    /** Working memory, for one thread. */
    public GammaRemainderBlock() {}

    /**
     * Whether an argument can be taken here: from 2⁻⁴⁸⁰ to 2³².
     *
     * @param a any number
     * @return true if it is between these bounds; false for NaN
     */
    public static boolean accepts(double a) {
        return a >= 0x1p-480 && a < 0x1p32;
    }

    /**
     * The Bregman divergence D(a, b) = g(a) − g(b) − g′(b)(a − b) ≥ 0.
     *
     * <p>Formula: as above.
     *
     * <p>Source: as {@link GammaRemainder#bregman(double, double, double)}.
     *
     * <p>Error: relative error at most 2e-15, relative to the given d; zero only for d = 0.
     *
     * @param a the first argument, {@linkplain #accepts between the bounds}
     * @param b the second argument, where the tangent is taken, between the bounds
     * @param d the difference a − b, which may be better than that of the rounded arguments
     * @return D(a, b)
     */
    public static double bregman(double a, double b, double d) {
        double sum = 0;
        for (int n = 0; n < WIDE; n++) {
            sum += RelativeEntropy.term(before(a, b, n), after(a, b, n), d) / (b + n);
        }
        for (int n = WIDE; n < SHIFTS; n++) {
            sum = step(a + (n + 1), b + n, d, sum);
        }
        double x = a + SHIFTS;
        double y = b + SHIFTS;
        return atLarge(x, y, d, RelativeEntropy.term(y, x, d), tail(1 / x, 1 / y), sum);
    }

    private static double before(double a, double b, double n) {
        return (a + (n + 1)) * (b + n);
    }

    private static double after(double a, double b, double n) {
        return (a + n) * (b + (n + 1));
    }

    private static double step(double a, double b, double d, double sum) {
        double s = d / Math.fma(Math.fma(a, 2.0, -0.0), b, d);
        double z = Math.fma(s, s, -0.0);
        double series = Math.fma(z, C7, C6);
        series = Math.fma(series, z, C5);
        series = Math.fma(series, z, C4);
        series = Math.fma(series, z, C3);
        series = Math.fma(series, z, C2);
        series = Math.fma(series, z, C1);
        series = Math.fma(series, z, C0);
        double weight = Math.fma(Math.fma(a, -2.0, -0.0), z, -0.0);
        return Math.fma(s, Math.fma(weight, series, d / b), sum);
    }

    /** Σₖ B₂ₖ/(2k(2k − 1)) T₂ₖ₋₁ by T_{p+1} = u T_p + (p + 1) v^{p+1}, two steps at a time. */
    private static double tail(double u, double v) {
        double term = v;
        double power = v;
        double sum = GammaRemainder.binet(1) * term;
        for (int k = 2; k <= Stirling.terms(); k++) {
            term = nextTerm(term, power, u, v, k);
            power = power * v * v;
            sum = Math.fma(GammaRemainder.binet(k), term, sum);
        }
        return sum;
    }

    /** T₂ₖ₋₁ from T₂ₖ₋₃ and v²ᵏ⁻³. */
    private static double nextTerm(double term, double power, double u, double v, double k) {
        double next = power * v;
        return Math.fma(u, Math.fma(u, term, (2 * k - 2) * next), (2 * k - 1) * (next * v));
    }

    private static double atLarge(double x, double y, double d, double term, double tail, double sum) {
        return sum + Math.fma(d / x * d, tail, 0.5 * term) / y;
    }

    /**
     * The divergences of a block: outᵢ = {@link #bregman bregman}(aᵢ, bᵢ, dᵢ).
     *
     * @param a {@value RelativeEntropy#BLOCK} first arguments, {@linkplain #accepts between the bounds}
     * @param b as many second arguments, between the bounds
     * @param d the differences a − b
     * @param out where the divergences go, another array
     */
    public void bregman(double[] a, double[] b, double[] d, double[] out) {
        Arrays.fill(out, 0);
        for (int n = 0; n < WIDE; n++) {
            before(a, b, n, p);
            after(a, b, n, q);
            entropy.terms(p, q, d, term);
            addQuotients(term, b, n, out);
        }
        for (int n = WIDE; n < SHIFTS; n++) {
            step(a, b, d, n, out);
        }
        tail(a, b);
        shift(a, p);
        shift(b, q);
        entropy.terms(q, p, d, term);
        addLarge(p, q, d, term, tail, out);
    }

    private void tail(double[] a, double[] b) {
        inverse(a, p);
        inverse(b, q);
        System.arraycopy(q, 0, term, 0, BLOCK);
        System.arraycopy(q, 0, power, 0, BLOCK);
        firstTail(term, tail);
        for (int k = 2; k <= Stirling.terms(); k++) {
            nextTerms(term, power, p, q, k);
            addTail(term, GammaRemainder.binet(k), tail);
        }
    }

    // The loops of a block round like the methods above. Each is short, so that it becomes vector instructions.

    private static void before(double[] a, double[] b, double n, double[] out) {
        for (int i = 0; i < BLOCK; i++) {
            out[i] = before(a[i], b[i], n);
        }
    }

    private static void after(double[] a, double[] b, double n, double[] out) {
        for (int i = 0; i < BLOCK; i++) {
            out[i] = after(a[i], b[i], n);
        }
    }

    private static void addQuotients(double[] terms, double[] b, double n, double[] out) {
        for (int i = 0; i < BLOCK; i++) {
            out[i] += terms[i] / (b[i] + n);
        }
    }

    private static void step(double[] a, double[] b, double[] d, double n, double[] out) {
        for (int i = 0; i < BLOCK; i++) {
            out[i] = step(a[i] + (n + 1), b[i] + n, d[i], out[i]);
        }
    }

    private static void shift(double[] x, double[] out) {
        for (int i = 0; i < BLOCK; i++) {
            out[i] = x[i] + SHIFTS;
        }
    }

    private static void inverse(double[] x, double[] out) {
        for (int i = 0; i < BLOCK; i++) {
            out[i] = 1 / (x[i] + SHIFTS);
        }
    }

    private static void firstTail(double[] term, double[] tail) {
        double binet = GammaRemainder.binet(1);
        for (int i = 0; i < BLOCK; i++) {
            tail[i] = binet * term[i];
        }
    }

    private static void nextTerms(double[] term, double[] power, double[] u, double[] v, double k) {
        for (int i = 0; i < BLOCK; i++) {
            term[i] = nextTerm(term[i], power[i], u[i], v[i], k);
            power[i] = power[i] * v[i] * v[i];
        }
    }

    private static void addTail(double[] term, double binet, double[] tail) {
        for (int i = 0; i < BLOCK; i++) {
            tail[i] = Math.fma(binet, term[i], tail[i]);
        }
    }

    private static void addLarge(double[] x, double[] y, double[] d, double[] term, double[] tail, double[] out) {
        for (int i = 0; i < BLOCK; i++) {
            out[i] = atLarge(x[i], y[i], d[i], term[i], tail[i], out[i]);
        }
    }
}
