package org.legendre.optimize;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.legendre.geometry.Differential;
import org.legendre.geometry.Weights;

/** The mean of ½(aⱼ·x − bⱼ)² over pairs of terms whose residuals at x* are opposite: x* is the optimum, and no term is 0 there. */
final class LeastSquares implements FiniteSum<Weights, Differential<Weights>> {
    final double[][] a;
    final double[] b;
    final double[] optimum;
    long asked;

    LeastSquares(int pairs, double noise, double... optimum) {
        SplittableRandom random = new SplittableRandom(17);
        this.optimum = optimum;
        a = new double[2 * pairs][];
        b = new double[2 * pairs];
        for (int j = 0; j < pairs; j++) {
            a[2 * j] = random.doubles(optimum.length, -1, 1).toArray();
            a[2 * j + 1] = a[2 * j];
            double exact = residual(a[2 * j], optimum, 0);
            b[2 * j] = exact + noise;
            b[2 * j + 1] = exact - noise;
        }
    }

    private static double residual(double[] row, double[] x, double target) {
        double sum = -target;
        for (int i = 0; i < x.length; i++) {
            sum += row[i] * x[i];
        }
        return sum;
    }

    @Override
    public int size() {
        return optimum.length;
    }

    @Override
    public int terms() {
        return b.length;
    }

    @Override
    public double partial(double[] x, int[] indices, int count, double[] out) {
        asked += count;
        return mean(x, indices, count, out);
    }

    private double mean(double[] x, int[] indices, int count, double[] out) {
        Arrays.fill(out, 0);
        double sum = 0;
        for (int k = 0; k < count; k++) {
            double[] row = a[indices[k]];
            double r = residual(row, x, b[indices[k]]);
            sum += 0.5 * r * r / count;
            for (int i = 0; i < out.length; i++) {
                out[i] += r * row[i] / count;
            }
        }
        return sum;
    }

    private int[] all() {
        int[] all = new int[b.length];
        Arrays.setAll(all, j -> j);
        return all;
    }

    @Override
    public double value(double[] x) {
        return mean(x, all(), b.length, new double[x.length]);
    }

    @Override
    public double gradient(double[] x, double[] out) {
        return mean(x, all(), b.length, out);
    }
}
