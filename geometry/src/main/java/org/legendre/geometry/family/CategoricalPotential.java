package org.legendre.geometry.family;

import java.util.Arrays;
import org.legendre.geometry.Domain;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Natural;
import org.legendre.geometry.Potential;
import org.legendre.geometry.Probabilities;
import org.legendre.geometry.special.Logs;
import org.legendre.geometry.special.Sums;

/** ψ(θ) = log(1 + Σ exp θᵢ) on ℝᵏ⁻¹, the log-partition of the categoricals on k classes. */
final class CategoricalPotential implements Potential {
    private final int size;

    private CategoricalPotential(int size) {
        this.size = size;
    }

    static Legendre<Natural, Expectation> legendre(int classes) {
        return Legendre.of(new CategoricalPotential(classes - 1), new Conjugate(classes - 1));
    }

    /** The probabilities at θ, the last class having logit 0. */
    static Probabilities softmax(double[] t) {
        return Probabilities.ofLogits(Arrays.copyOf(t, t.length + 1));
    }

    /** 1 − Σηᵢ, compensated. */
    static double remainder(double[] eta) {
        double[] terms = new double[eta.length + 1];
        Arrays.setAll(terms, i -> i == eta.length ? 1 : -eta[i]);
        return Sums.sum(terms);
    }

    /** diag(1/p) + 11ᵀ/pₖ, with the slack 1 + Σpᵢ/pₖ = 1/pₖ. */
    static Hessian inverseCovariance(double[] first, double last) {
        double[] diagonal = new double[first.length];
        double[] ones = new double[first.length];
        Arrays.setAll(diagonal, i -> 1 / first[i]);
        Arrays.fill(ones, 1);
        return Hessian.diagonalPlusRankOne(diagonal, 1 / last, ones, 1 / last);
    }

    @Override
    public Domain domain() {
        return Domain.reals(size);
    }

    @Override
    public double value(double[] t) {
        return Logs.logSumExp(Arrays.copyOf(t, size + 1), 0, size + 1);
    }

    @Override
    public void gradient(double[] t, double[] out) {
        System.arraycopy(softmax(t).toArray(), 0, out, 0, size);
    }

    @Override
    public Hessian hessian(double[] t) {
        return new CategoricalHessian(softmax(t));
    }

    /** The third joint cumulant E[(T − p)(u·T − ū)(v·T − v̄)]ᵢ = pᵢ ((uᵢ − ū)(vᵢ − v̄) − Cov(u·T, v·T)). */
    @Override
    public void third(double[] t, double[] u, double[] v, double[] out) {
        Probabilities p = softmax(t);
        double meanU = 0;
        double meanV = 0;
        for (int i = 0; i < size; i++) {
            meanU += p.get(i) * u[i];
            meanV += p.get(i) * v[i];
        }
        double covariance = p.get(size) * meanU * meanV;
        for (int i = 0; i < size; i++) {
            covariance += p.get(i) * (u[i] - meanU) * (v[i] - meanV);
        }
        for (int i = 0; i < size; i++) {
            out[i] = p.get(i) * ((u[i] - meanU) * (v[i] - meanV) - covariance);
        }
    }

    /** ψ*(η) = Σ ηᵢ log ηᵢ + ηₖ log ηₖ with ηₖ = 1 − Σηᵢ: the negative entropy. */
    private static final class Conjugate implements Potential {
        private final Domain domain;

        Conjugate(int size) {
            this.domain = new OpenSimplex(size);
        }

        @Override
        public Domain domain() {
            return domain;
        }

        @Override
        public double value(double[] e) {
            double rest = Sums.sum(e);
            // A last class that is nearly certain: the rounding of ηₖ is as large as its logarithm.
            double sum = rest < 0.5 ? (1 - rest) * Math.log1p(-rest) : entropyTerm(remainder(e));
            for (double entry : e) {
                sum += entropyTerm(entry);
            }
            return sum;
        }

        private static double entropyTerm(double p) {
            return p * Math.log(p);
        }

        @Override
        public void gradient(double[] e, double[] out) {
            double last = remainder(e);
            Arrays.setAll(out, i -> Logs.logRatio(e[i], last));
        }

        @Override
        public Hessian hessian(double[] e) {
            return inverseCovariance(e, remainder(e));
        }

        @Override
        public void third(double[] e, double[] u, double[] v, double[] out) {
            double last = remainder(e);
            double common = Sums.sum(u) / last * (Sums.sum(v) / last);
            Arrays.setAll(out, i -> common - u[i] / e[i] * (v[i] / e[i]));
        }
    }
}
