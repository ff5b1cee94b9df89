package org.legendre.optimize;

/**
 * How a differential g spreads over weights x with a given total, in two passes: Σ xᵢ(gᵢ − ḡ)², ḡ being the mean under x, and the Frank–Wolfe gap Σ xᵢ(gᵢ − min g). No term of either sum is negative, nothing cancels. Sums are
 * taken in parts, which do not wait for one another.
 */
final class Spread {
    private double squares;
    private double gap;

    double squares() {
        return squares;
    }

    double gap() {
        return gap;
    }

    /** Forgets the blocks so far. */
    void clear() {
        squares = 0;
        gap = 0;
    }

    /** Adds a block of weights. */
    void add(double[] x, double[] g, int from, int to, double total) {
        double least = Double.POSITIVE_INFINITY;
        double a = 0;
        double b = 0;
        int i = from;
        for (int end = to - 1; i < end; i += 2) {
            double p = g[i];
            double q = g[i + 1];
            a += x[i] * p;
            b += x[i + 1] * q;
            if (p < least) {
                least = p;
            }
            if (q < least) {
                least = q;
            }
        }
        for (; i < to; i++) {
            a += x[i] * g[i];
            least = g[i] < least ? g[i] : least;
        }
        add(x, g, from, to, (a + b) / total, least);
    }

    private void add(double[] x, double[] g, int from, int to, double mean, double least) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = from;
        for (int end = to - 1; i < end; i += 2) {
            double p = g[i] - mean;
            double q = g[i + 1] - mean;
            a += x[i] * p * p;
            b += x[i + 1] * q * q;
            c += x[i] * (g[i] - least);
            d += x[i + 1] * (g[i + 1] - least);
        }
        for (; i < to; i++) {
            double p = g[i] - mean;
            a += x[i] * p * p;
            c += x[i] * (g[i] - least);
        }
        squares += a + b;
        gap += c + d;
    }
}
