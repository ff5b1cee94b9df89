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

    AlphaObjective(ExponentialFamily<Double, M> family, Univariate target, double alpha) {
        this.family = family;
        this.target = target;
        this.beta = 0.5 * (1 - alpha);
    }

    @Override
    public int size() {
        return family.dimension();
    }

    /** Value, differential and Hessian at a point. */
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
        return new Local(sums[0], gradient, hessian, result.error);
    }

    private double[] terms(double x, Univariate density, double[] eta, int count) {
        double[] out = new double[count];
        double logQ = density.logDensityAt(x);
        double logP = target.logDensityAt(x);
        double q = Math.exp(logQ);
        double p = Math.exp(logP);
        if (q == 0 && p == 0) {
            return out;
        }
        double difference = logQ - logP;
        if (beta == 0 && difference == Double.POSITIVE_INFINITY) {
            throw new DomainException(
                    "density of the target at " + x, 0, "a positive number where the fit has density: KL(q‖P) = ∞");
        }
        // q e^(−βL), which is P^β q^(1−β).
        double mixed = q == 0 && beta < 1 ? 0 : p == 0 && beta > 0 ? 0 : Math.exp(logQ - beta * difference);
        mixed = beta == 1 ? p : mixed;
        double scaled = beta * difference;
        double weighted = beta == 0
                ? (q == 0 ? 0 : q * difference)
                : Math.abs(scaled) < SMALL ? -q * Math.expm1(-scaled) / beta : (q - mixed) / beta;
        out[0] = beta == 0
                ? EntropyTerms.relativeEntropyTerm(logQ, logP)
                : beta == 1
                        ? EntropyTerms.relativeEntropyTerm(logP, logQ)
                        : (beta * p + (1 - beta) * q - mixed) / (beta * (1 - beta));
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
