package org.legendre.geometry.family;

import java.util.Arrays;
import org.legendre.geometry.Euclidean;
import org.legendre.geometry.LogCholesky;
import org.legendre.geometry.Vec;

/** What an observation adds to the natural coordinates of a conjugate prior, from its statistic t, where that is more than a line. */
final class Increments {
    private Increments() {}

    /** t and what it lacks of a total. */
    static double[] completed(double[] t, double total) {
        double[] all = new double[t.length + 1];
        System.arraycopy(t, 0, all, 0, t.length);
        all[t.length] = total;
        for (double entry : t) {
            all[t.length] -= entry;
        }
        return all;
    }

    /** ½, then the packed −½(x − μ)(x − μ)ᵀ with off-diagonals doubled, from t = (x, packed xxᵀ). */
    static double[] halfScatter(double[] t, Vec<Euclidean> mean) {
        int d = mean.size();
        double[] out = new double[1 + LogCholesky.packedSize(d)];
        out[0] = 0.5;
        for (int i = 0; i < d; i++) {
            for (int j = 0; j <= i; j++) {
                int k = LogCholesky.index(i, j);
                double product = t[d + k] - t[i] * mean.get(j) - mean.get(i) * (t[j] - mean.get(j));
                out[1 + k] = (i == j ? -0.5 : -1) * product;
            }
        }
        return out;
    }

    /** ½, packed −½xxᵀ with off-diagonals doubled, x, −½, from t = (x, packed xxᵀ). */
    static double[] normalWishart(double[] t, int d) {
        double[] scatter = halfScatter(t, Vec.zeros(d));
        double[] out = Arrays.copyOf(scatter, scatter.length + d + 1);
        System.arraycopy(t, 0, out, scatter.length, d);
        out[out.length - 1] = -0.5;
        return out;
    }
}
