package org.legendre.geometry.model;

import org.legendre.geometry.Probabilities;

/**
 * diag(p) − ppᵀ over all classes but the last, some p of which may have underflowed to 0. Vectors get the entry 0 for the last class, and are centred from the entry of the likeliest class, so that equal entries are
 * centred exactly.
 */
final class ClassCovariance implements Covariance {
    private final Probabilities p;
    private final int last;
    private final int likeliest;

    ClassCovariance(Probabilities p) {
        this.p = p;
        this.last = p.size() - 1;
        int largest = 0;
        for (int c = 1; c <= last; c++) {
            largest = p.get(c) > p.get(largest) ? c : largest;
        }
        this.likeliest = largest;
    }

    /** u_c less the entry of the likeliest class. */
    private double excess(double[] u, int c) {
        return (c < last ? u[c] : 0) - (likeliest < last ? u[likeliest] : 0);
    }

    private double meanExcess(double[] u) {
        double mean = 0;
        for (int c = 0; c <= last; c++) {
            mean += p.get(c) * excess(u, c);
        }
        return mean;
    }

    @Override
    public void multiply(double[] u, double[] out) {
        double mean = meanExcess(u);
        for (int c = 0; c < last; c++) {
            out[c] = p.get(c) * (excess(u, c) - mean);
        }
    }

    @Override
    public double quadratic(double[] u) {
        double mean = meanExcess(u);
        double sum = 0;
        for (int c = 0; c <= last; c++) {
            double centred = excess(u, c) - mean;
            sum += p.get(c) * centred * centred;
        }
        return sum;
    }

    /**
     * The exact Cholesky factor, from the probabilities r_c of the classes after c: column c is √(p_c r_c/r_{c−1}) (e_c − Σ_{i&gt;c} (p_i/r_c) e_i), in which nothing cancels (K. Tanabe and M. Sagae, An exact Cholesky
     * decomposition and the generalized inverse of the variance–covariance matrix of the multinomial distribution, J. R. Statist. Soc. B 54, 1992).
     */
    @Override
    public double[][] columns() {
        double[][] columns = new double[last][last];
        double after = p.get(last);
        for (int c = last - 1; c >= 0; c--) {
            double from = after + p.get(c);
            if (after > 0) {
                double scale = Math.sqrt(p.get(c) / from * after);
                columns[c][c] = scale;
                for (int i = c + 1; i < last; i++) {
                    columns[c][i] = -scale * (p.get(i) / after);
                }
            }
            after = from;
        }
        return columns;
    }
}
