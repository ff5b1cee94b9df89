package org.legendre.geometry.family;

import org.legendre.geometry.DomainException;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.Probabilities;
import org.legendre.geometry.special.Sums;

/**
 * diag(p) − ppᵀ over all classes but the last: the covariance of what indicates the class.
 *
 * <p>Vectors get the entry 0 for the last class, and their mean v̄ is taken from the entry of the most probable class c: v̄ − v_c = Σ pᵢ (vᵢ − v_c) knows nothing of
 * p_c, so that Hv = p (v − v̄) is right also where p_c rounds to 1. The quadratic form is the variance Σ pᵢ (vᵢ − v̄)².
 */
final class CategoricalHessian implements Hessian {
    private final Probabilities p;
    private final int last;
    private final int common;

    CategoricalHessian(Probabilities p) {
        this.p = p;
        this.last = p.size() - 1;
        int largest = 0;
        for (int i = 0; i <= last; i++) {
            DomainException.requirePositive("probability of class " + i, p.get(i));
            largest = p.get(i) > p.get(largest) ? i : largest;
        }
        this.common = largest;
    }

    @Override
    public int size() {
        return last;
    }

    /** vᵢ − v_c. */
    private double excess(double[] v, int i) {
        return (i < last ? v[i] : 0) - (common < last ? v[common] : 0);
    }

    /** v̄ − v_c. */
    private double meanExcess(double[] v) {
        double mean = 0;
        for (int i = 0; i <= last; i++) {
            mean += p.get(i) * excess(v, i);
        }
        return mean;
    }

    @Override
    public void multiply(double[] v, double[] out) {
        double mean = meanExcess(v);
        for (int i = 0; i < last; i++) {
            out[i] = p.get(i) * (excess(v, i) - mean);
        }
    }

    /** The inverse is diag(1/p) + 11ᵀ/pₖ. */
    @Override
    public void solve(double[] g, double[] out) {
        double shift = Sums.sum(g) / p.get(last);
        for (int i = 0; i < last; i++) {
            out[i] = g[i] / p.get(i) + shift;
        }
    }

    @Override
    public double quadratic(double[] v) {
        double mean = meanExcess(v);
        double sum = 0;
        for (int i = 0; i <= last; i++) {
            double centred = excess(v, i) - mean;
            sum += p.get(i) * centred * centred;
        }
        return sum;
    }

    @Override
    public double inverseQuadratic(double[] g) {
        double total = Sums.sum(g);
        double sum = total / p.get(last) * total;
        for (int i = 0; i < last; i++) {
            sum += g[i] / p.get(i) * g[i];
        }
        return sum;
    }

    /** Σ log pᵢ, of the last class too. */
    @Override
    public double logDeterminant() {
        double sum = 0;
        for (int i = 0; i <= last; i++) {
            sum += p.logProbability(i);
        }
        return sum;
    }
}
