package org.legendre.optimize.online;

import java.io.Serial;
import java.io.Serializable;
import org.legendre.geometry.special.Sums;

/** Running sums with their rounding errors summed apart: after 10⁶ terms they still have their digits. */
final class Totals implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    final double[] sum;
    final double[] error;

    Totals(int n) {
        this.sum = new double[n];
        this.error = new double[n];
    }

    Totals(Totals other) {
        this.sum = other.sum.clone();
        this.error = other.error.clone();
    }

    /** Whether all sums stay in the range of binary64. */
    boolean takes(double... terms) {
        boolean finite = true;
        for (int i = 0; i < sum.length; i++) {
            finite &= Double.isFinite(sum[i] + terms[i]);
        }
        return finite;
    }

    void add(double... terms) {
        add(this, terms);
    }

    void become(Totals other) {
        System.arraycopy(other.sum, 0, sum, 0, sum.length);
        System.arraycopy(other.error, 0, error, 0, error.length);
    }

    /** Becomes other sums with terms added. */
    void add(Totals other, double... terms) {
        for (int i = 0; i < sum.length; i++) {
            double next = other.sum[i] + terms[i];
            error[i] = other.error[i] + Sums.additionError(other.sum[i], terms[i], next);
            sum[i] = next;
        }
    }

    double value(int i) {
        return sum[i] + error[i];
    }

    void values(double[] out) {
        for (int i = 0; i < sum.length; i++) {
            out[i] = value(i);
        }
    }
}
