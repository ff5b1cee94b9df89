package org.legendre.properties;

import java.util.Arrays;

/** The matrix game min over p, max over q of pᵀAq, with payoffs in (−1, 1) made of a sample. Its operator is (Aq, −Aᵀp). */
final class Game {
    private final double[][] payoffs;
    private final int rows;
    private final int columns;

    private Game(double[][] payoffs) {
        this.payoffs = payoffs;
        this.rows = payoffs.length;
        this.columns = payoffs[0].length;
    }

    static Game of(Sample sample, int rows) {
        double[] u = sample.direction();
        double[] v = sample.displacement();
        double[][] payoffs = new double[rows][u.length - rows];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < payoffs[i].length; j++) {
                payoffs[i][j] = Math.tanh(2 * u[i] * u[rows + j] + v[i] - v[rows + j]);
            }
        }
        return new Game(payoffs);
    }

    /** Equal weights. */
    double[] start() {
        double[] x = new double[rows + columns];
        Arrays.fill(x, 0, rows, 1.0 / rows);
        Arrays.fill(x, rows, x.length, 1.0 / columns);
        return x;
    }

    /** The greatest divergence from the start. */
    double radius() {
        return Math.log(rows) + Math.log(columns);
    }

    Task operator() {
        return new Task(this::gap, this::operator);
    }

    private double[] operator(double[] x) {
        double[] g = new double[x.length];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                g[i] += payoffs[i][j] * x[rows + j];
                g[rows + j] -= payoffs[i][j] * x[i];
            }
        }
        return g;
    }

    /** max over q of pᵀAq less min over p of it. */
    double gap(double[] x) {
        double[] g = operator(x);
        double worst = Double.NEGATIVE_INFINITY;
        for (int j = rows; j < g.length; j++) {
            worst = Math.max(worst, -g[j]);
        }
        double best = Double.POSITIVE_INFINITY;
        for (int i = 0; i < rows; i++) {
            best = Math.min(best, g[i]);
        }
        return worst - best;
    }

    Finding finding(double excess, String how) {
        return new Finding(
                excess,
                Rounding.ofTerms(rows * columns, 1),
                true,
                () -> "payoffs " + Arrays.deepToString(payoffs) + ", " + how + ": the gap exceeds its bound by "
                        + excess);
    }
}
