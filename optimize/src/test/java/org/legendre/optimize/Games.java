package org.legendre.optimize;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.legendre.geometry.Differential;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Potentials;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;

/** Matrix games min over p max over q of pᵀAq: the value of a point (p, q) is its gap, the differential the operator (Aq, −Aᵀp). */
final class Games {
    private Games() {}

    static double[][] random(int m, int n, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] a = new double[m][n];
        for (double[] row : a) {
            Arrays.setAll(row, j -> random.nextDouble(-1, 1));
        }
        return a;
    }

    static Objective<Weights, Differential<Weights>> of(double[][] a) {
        int m = a.length;
        int n = a[0].length;
        return new Objective<>() {
            @Override
            public int size() {
                return m + n;
            }

            @Override
            public double value(double[] x) {
                return gradient(x, new double[m + n]);
            }

            @Override
            public double gradient(double[] x, double[] out) {
                Arrays.fill(out, 0);
                for (int i = 0; i < m; i++) {
                    for (int j = 0; j < n; j++) {
                        out[i] += a[i][j] * x[m + j];
                        out[m + j] -= a[i][j] * x[i];
                    }
                }
                double least = Double.POSITIVE_INFINITY;
                double most = Double.NEGATIVE_INFINITY;
                for (int i = 0; i < m; i++) {
                    least = Math.min(least, out[i]);
                }
                for (int j = 0; j < n; j++) {
                    most = Math.max(most, -out[m + j]);
                }
                return most - least;
            }
        };
    }

    static Geometry<Weights, Differential<Weights>> simplices(int m, int n) {
        Legendre<Weights, Differential<Weights>> entropy = Potentials.negativeEntropy(m + n);
        return Geometry.mirror(entropy, Constraint.simplices(m, n));
    }

    static Vec<Weights> uniform(int m, int n) {
        return Vec.generate(m + n, i -> i < m ? 1.0 / m : 1.0 / n);
    }
}
