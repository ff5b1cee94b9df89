package org.legendre.geometry;

import org.legendre.geometry.special.EntropyTerms;

/**
 * φ(x) = ½‖x‖ₚ² on ℝⁿ; ∇φ(x)ᵢ = sgn(xᵢ)|xᵢ|^(p−1) ‖x‖^(2−p). Made by {@link Potentials#powerNorm}. It is once differentiable everywhere; for p ≠ 2 it has
 * no Hessian, or a singular one, where an entry is 0, and {@link #hessian} refuses there.
 */
public final class PowerNorm implements Potential {
    private final Domain domain;
    private final double p;

    PowerNorm(int n, double p) {
        this.domain = Domain.reals(n);
        this.p = p;
    }

    /**
     * The exponent.
     *
     * @return p
     */
    public double exponent() {
        return p;
    }

    @Override
    public Domain domain() {
        return domain;
    }

    private double norm(double[] x) {
        double largest = 0;
        for (double entry : x) {
            largest = Math.max(largest, Math.abs(entry));
        }
        if (largest == 0) {
            return 0;
        }
        double sum = 0;
        for (double entry : x) {
            sum += Math.pow(Math.abs(entry) / largest, p);
        }
        return largest * Math.pow(sum, 1 / p);
    }

    @Override
    public double value(double[] x) {
        double norm = norm(x);
        return 0.5 * norm * norm;
    }

    @Override
    public void gradient(double[] x, double[] out) {
        double norm = norm(x);
        for (int i = 0; i < x.length; i++) {
            out[i] = norm == 0 ? 0 : norm * Math.copySign(Math.pow(Math.abs(x[i]) / norm, p - 1), x[i]);
        }
    }

    /**
     * {@inheritDoc} It is diag((p−1)|uᵢ|^(p−2)) + (2−p)ssᵀ with u = x/‖x‖ and sᵢ = sgn(uᵢ)|uᵢ|^(p−1).
     *
     * @throws DomainException if p ≠ 2 and an entry is 0: there φ is not twice differentiable, or the Hessian is singular
     */
    @Override
    public Hessian hessian(double[] x) {
        double[] diagonal = new double[x.length];
        double[] s = new double[x.length];
        double norm = norm(x);
        for (int i = 0; i < x.length; i++) {
            if (p == 2) {
                diagonal[i] = 1;
                continue;
            }
            if (!(x[i] != 0)) {
                throw new DomainException(
                        "x",
                        x,
                        "a point without a zero (entry " + i + "), for elsewhere " + this + " has no regular Hessian");
            }
            double u = Math.abs(x[i]) / norm;
            diagonal[i] = (p - 1) * Math.pow(u, p - 2);
            s[i] = Math.copySign(Math.pow(u, p - 1), x[i]);
        }
        return p == 2 ? Hessian.diagonal(diagonal) : Hessian.diagonalPlusRankOne(diagonal, 2 - p, s, 1 / (p - 1));
    }

    /**
     * {@inheritDoc} It is ½(‖a‖ − ‖b‖)² + ‖a‖‖b‖ Σ d(wᵢ, uᵢ)/p with w = a/‖a‖, u = b/‖b‖ and d the divergence of |t|ᵖ: Young's inequality behind
     * Hölder's, term by term. Relative error at most 1e-15·(4 + p/(p−1)), near-equal arguments and zeros included.
     */
    @Override
    public double bregman(double[] a, double[] b) {
        double normB = norm(b);
        if (normB == 0) {
            return value(a);
        }
        double growth = growth(a, b, normB);
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            double u = Math.abs(b[i]) / normB;
            double w = Math.abs(a[i]) / normB;
            if (a[i] * b[i] > 0 || (a[i] == 0 && b[i] != 0)) {
                // r − 1 for r = (a/‖a‖)/(b/‖b‖).
                double excess = ((a[i] - b[i]) / b[i] - growth) / (1 + growth);
                sum += Math.pow(u, p) * remainder(excess);
            } else {
                w /= 1 + growth;
                sum += Math.pow(w, p) + (p - 1) * Math.pow(u, p) + p * Math.pow(u, p - 1) * w;
            }
        }
        return growth == -1 ? 0.5 * normB * normB : normB * normB * (0.5 * growth * growth + (1 + growth) * sum / p);
    }

    /** ‖a‖/‖b‖ − 1, known to the relative size of a − b. */
    private double growth(double[] a, double[] b, double normB) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            double from = Math.abs(b[i]);
            double to = Math.abs(a[i]);
            double change = (to - from) / from;
            sum += Math.abs(change) < 0.5
                    ? Math.pow(from / normB, p) * Math.expm1(p * Math.log1p(change))
                    : Math.pow(to / normB, p) - Math.pow(from / normB, p);
        }
        return sum > -0.5 && sum < Double.POSITIVE_INFINITY
                ? Math.expm1(Math.log1p(sum) / p)
                : (norm(a) - normB) / normB;
    }

    /** rᵖ − 1 − p(r − 1) ≥ 0 of r − 1. */
    private double remainder(double excess) {
        double x = Math.log1p(excess);
        return Math.abs(p * x) <= 0.5
                ? EntropyTerms.expm1mx(p * x) - p * EntropyTerms.expm1mx(x)
                : Math.pow(1 + excess, p) - 1 - p * excess;
    }

    @Override
    public String toString() {
        return "half the squared " + p + "-norm";
    }
}
