package org.legendre.optimize;

import org.legendre.geometry.special.Exponentials;

/**
 * x = c·exp y/Σ exp y over a block of coordinates, in one pass that takes chunk after chunk and a second one that scales: each chunk is taken relative to the greatest exponent so far.
 *
 * <p>Source: M. Milakov and N. Gimelshein, Online normalizer calculation for softmax, arXiv:1805.02867 (2018), algorithm 3.
 */
final class Normaliser {
    /** The length of a chunk, which stays in the first-level cache. */
    static final int CHUNK = 512;

    /** Where origins are this far apart, finite logarithms can have infinite differences. */
    private static final double FAR = 1e300;

    private final double[] origins;
    private int chunks;
    private double greatest;
    private double sum;
    private boolean finite;

    /** @param n the greatest length of a block */
    Normaliser(int n) {
        origins = new double[(n - 1) / CHUNK + 1];
    }

    /** Begins a block. */
    void begin() {
        chunks = 0;
        greatest = Double.NEGATIVE_INFINITY;
        sum = 0;
        finite = true;
    }

    /** Takes the next chunk. */
    void add(double[] y, double[] x, int from, int to) {
        double top = greatest;
        for (int i = from; i < to; i++) {
            top = y[i] > top ? y[i] : top;
        }
        if (top > greatest) {
            sum *= Math.exp(greatest - top);
            greatest = top;
        }
        origins[chunks++] = greatest;
        finite &= Exponentials.exp(y, greatest, x, from, to);
        double a = 0;
        double b = 0;
        int i = from;
        for (int end = to - 1; i < end; i += 2) {
            a += x[i];
            b += x[i + 1];
        }
        sum += i < to ? a + b + x[i] : a + b;
    }

    /**
     * Ends the block: x sums to the total, and y becomes log x.
     *
     * @return why it cannot; empty if it can
     */
    String end(double[] y, double[] x, int from, int to, double total) {
        if (!finite || !(greatest - origins[0] < FAR)) {
            String reason = reason(y, from, to);
            if (!reason.isEmpty()) {
                return reason;
            }
        }
        double shift = greatest + Math.log(sum) - Math.log(total);
        for (int k = 0, at = from; k < chunks; k++, at += CHUNK) {
            scale(y, x, at, Math.min(to, at + CHUNK), shift, Math.exp(origins[k] - greatest) * (total / sum));
        }
        return "";
    }

    private String reason(double[] y, int from, int to) {
        String reason = MirrorStep.overflow(y, from, to);
        for (int i = from; i < to && reason.isEmpty(); i++) {
            reason = Double.isFinite(y[i] - greatest) ? "" : "a log weight or the sum of the weights overflows";
        }
        return reason;
    }

    private static void scale(double[] y, double[] x, int from, int to, double shift, double factor) {
        for (int i = from; i < to; i++) {
            y[i] -= shift;
            x[i] *= factor;
        }
    }
}
