package org.legendre.geometry.information;

import org.legendre.geometry.special.Sums;

/**
 * The masses of the cells of a table, in row-major order, each as the unevaluated sum of two doubles: margins keep about 100 bits, so that small
 * differences of theirs, of which near independence and near certainty consist, lose nothing.
 */
final class Cells {
    private final int[] sizes;
    final double[] high;
    final double[] low;

    Cells(int[] sizes, double[] high, double[] low) {
        this.sizes = sizes;
        this.high = high;
        this.low = low;
    }

    int count() {
        return high.length;
    }

    int[] sizes() {
        return sizes.clone();
    }

    /** The cell of the margin over some variables, in the given order, that each cell belongs to. */
    int[] indices(int... variables) {
        int[] strides = new int[sizes.length];
        int stride = 1;
        for (int v = variables.length - 1; v >= 0; v--) {
            strides[variables[v]] = stride;
            stride *= sizes[variables[v]];
        }
        int[] indices = new int[count()];
        int[] outcome = new int[sizes.length];
        int at = 0;
        for (int cell = 0; cell < indices.length; cell++) {
            indices[cell] = at;
            for (int v = sizes.length - 1; v >= 0; v--) {
                at += strides[v];
                if (++outcome[v] < sizes[v]) {
                    break;
                }
                at -= strides[v] * sizes[v];
                outcome[v] = 0;
            }
        }
        return indices;
    }

    /** The masses of the margin over some variables; over none, the total. */
    Cells margin(int... variables) {
        int[] kept = new int[variables.length];
        int count = 1;
        for (int v = 0; v < kept.length; v++) {
            kept[v] = sizes[variables[v]];
            count *= kept[v];
        }
        double[] sums = new double[count];
        double[] errors = new double[count];
        int[] indices = indices(variables);
        for (int cell = 0; cell < indices.length; cell++) {
            int to = indices[cell];
            double sum = sums[to] + high[cell];
            double error = errors[to] + (Sums.additionError(sums[to], high[cell], sum) + low[cell]);
            sums[to] = sum + error;
            errors[to] = Sums.additionError(sum, error, sums[to]);
        }
        return new Cells(kept, sums, errors);
    }

    /** a·b − c·d of four masses, which is known to about 100 bits of the products. */
    static double differenceOfProducts(Cells a, int i, Cells b, int j, Cells c, int k, Cells d, int l) {
        double x = a.high[i] * b.high[j];
        double y = c.high[k] * d.high[l];
        double difference = x - y;
        double error = Sums.additionError(x, -y, difference);
        double lowX = Math.fma(a.high[i], b.high[j], -x) + (a.high[i] * b.low[j] + a.low[i] * b.high[j]);
        double lowY = Math.fma(c.high[k], d.high[l], -y) + (c.high[k] * d.low[l] + c.low[k] * d.high[l]);
        return difference + (error + (lowX - lowY));
    }

    /** log(whole/part) ≥ 0 of a mass and a part of it, which may be nearly all. */
    static double surprisal(Cells part, int i, Cells whole, int j) {
        double p = part.high[i];
        double q = whole.high[j];
        if (p < 0.5 * q) {
            return -Math.log(p / q);
        }
        double rest = (q - p) + (whole.low[j] - part.low[i]);
        return 0 - Math.log1p(-rest / q);
    }
}
