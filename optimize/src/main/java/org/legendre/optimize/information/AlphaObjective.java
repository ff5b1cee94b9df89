package org.legendre.optimize.information;

import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Natural;
import org.legendre.geometry.Vec;
import org.legendre.geometry.family.ExponentialFamily;
import org.legendre.geometry.family.Member;
import org.legendre.geometry.family.Univariate;
import org.legendre.geometry.special.EntropyTerms;
import org.legendre.optimize.Objective;

/**
 * θ ↦ D(P‖q_θ), Amari's α-divergence with β = (1 − α)/2 ∈ [0, 1], L = log q − log P, τ = T − η: value ∫(βP + (1−β)q − P^β q^(1−β))/(β(1−β)), differential ∫ u q τ with u = (1 − e^(−βL))/β, and Hessian ∫ (u + e^(−βL)) q ττᵀ − G ∫ u q, G
 * the Fisher matrix. They are continuous in β: L q − q + P and u = L for β = 0, the reverse KL(q‖P).
 */
final class AlphaObjective<M extends Member<Double, M> & Univariate> implements Objective<Natural, Expectation> {
    /** Up to here the difference 1 − e^(−βL) is taken by expm1; beyond it, e^(−βL) may overflow where q e^(−βL) does not. */
    private static final double SMALL = 1;

    private final ExponentialFamily<Double, M> family;
    private final Univariate target;
    private final double beta;
    /** 1 − β, exact where β is near 1. */
    private final double rest;

    AlphaObjective(ExponentialFamily<Double, M> family, Univariate target, double alpha) {
        this.family = family;
        this.target = target;
        this.beta = 0.5 * (1 - alpha);
        this.rest = 0.5 * (1 + alpha);
    }

    @Override
    public int size() {
        return family.dimension();
    }

    /** Value, differential and Hessian at a point, and the error of the value. */
    static final class Local {
        final double value;
        final double[] gradient;
        final RealMatrix hessian;
        final double error;

        Local(double value, double[] gradient, RealMatrix hessian, double error) {
            this.value = value;
            this.gradient = gradient;
            this.hessian = hessian;
            this.error = error;
        }
    }

    Local at(double[] theta) {
        M q = family.member(Vec.of(theta));
        double[] eta = q.expectation().toArray();
        int n = eta.length;
        int count = 2 + n + n * (n + 1) / 2;
        SharedNodes.Result result =
                SharedNodes.over(q.support(), q, target).integrate(count, x -> terms(x, q, eta, count));
        double[] sums = result.values;
        double[][] fisher = q.fisher().toMatrix();
        double[] gradient = new double[n];
        RealMatrix hessian = MatrixUtils.createRealMatrix(n, n);
        int at = 2 + n;
        for (int i = 0; i < n; i++) {
            gradient[i] = sums[2 + i];
            for (int j = 0; j <= i; j++) {
                double entry = sums[at++] - fisher[i][j] * sums[1];
                hessian.setEntry(i, j, entry);
                hessian.setEntry(j, i, entry);
            }
        }
        return new Local(sums[0], gradient, hessian, result.errors[0]);
    }

    private double[] terms(double x, Univariate density, double[] eta, int count) {
        double[] out = new double[count];
        double logQ = density.logDensityAt(x);
        double logP = target.logDensityAt(x);
        double q = Math.exp(logQ);
        double p = Math.exp(logP);
        double mixed = mixed(logQ, logP);
        if (q == 0 && p == 0 && mixed == 0) {
            return out;
        }
        double difference = logQ - logP;
        if (beta == 0 && difference == Double.POSITIVE_INFINITY) {
            throw new DomainException(
                    "density of the target at " + x, 0, "a positive number where the fit has density: KL(q‖P) = ∞");
        }
        double scaled = beta * difference;
        double weighted = beta == 0
                ? (q == 0 ? 0 : q * difference)
                : Math.abs(scaled) < SMALL ? -q * Math.expm1(-scaled) / beta : (q - mixed) / beta;
        out[0] = beta <= 0.5 ? term(logQ, logP, beta, rest, mixed) : term(logP, logQ, rest, beta, mixed);
        out[1] = weighted;
        double[] statistic = family.statistic(x).toArray();
        int at = 2 + eta.length;
        for (int i = 0; i < eta.length; i++) {
            double tau = statistic[i] - eta[i];
            out[2 + i] = weighted * tau;
            for (int j = 0; j <= i; j++) {
                out[at++] = (weighted + mixed) * tau * (statistic[j] - eta[j]);
            }
        }
        return out;
    }

    /** P^β q^(1−β), which may be a number where one of the densities underflows. */
    private double mixed(double logQ, double logP) {
        if (beta == 0) {
            return Math.exp(logQ);
        }
        if (rest == 0) {
            return Math.exp(logP);
        }
        boolean nothing = logQ == Double.NEGATIVE_INFINITY || logP == Double.NEGATIVE_INFINITY;
        return nothing ? 0 : Math.exp(rest * logQ + beta * logP);
    }

    /**
     * (wb + (1−w)a − b^w a^(1−w))/(w(1−w)) for w ≤ ½. With l = log a − log b and E(x) = eˣ − 1 − x it is (a l − a + b − a E(−wl)/w)/(1−w), where
     * the second term takes at most half of the first if l is small.
     */
    private static double term(double logA, double logB, double w, double other, double mixed) {
        if (w == 0) {
            return EntropyTerms.relativeEntropyTerm(logA, logB);
        }
        double scaled = w * (logA - logB);
        double a = Math.exp(logA);
        return Math.abs(scaled) < SMALL
                ? (EntropyTerms.relativeEntropyTerm(logA, logB) - a * EntropyTerms.expm1mx(-scaled) / w) / other
                : (w * Math.exp(logB) + other * a - mixed) / (w * other);
    }

    @Override
    public double value(double[] theta) {
        return at(theta).value;
    }

    @Override
    public double gradient(double[] theta, double[] out) {
        Local local = at(theta);
        System.arraycopy(local.gradient, 0, out, 0, out.length);
        return local.value;
    }
}
