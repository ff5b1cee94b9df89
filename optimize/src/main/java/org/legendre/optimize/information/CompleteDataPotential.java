package org.legendre.optimize.information;

import org.legendre.geometry.Domain;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.Potential;
import org.legendre.geometry.Probabilities;
import org.legendre.geometry.Vec;
import org.legendre.geometry.family.Member;
import org.legendre.geometry.special.Logs;

/** A(ω, θ₁, …, θ_k) = log Σ exp(ωⱼ + ψ(θⱼ)), ω_k = 0. */
final class CompleteDataPotential<T, M extends Member<T, M>> implements Potential {
    private final CompleteData<T, M> data;
    private final Potential psi;

    CompleteDataPotential(CompleteData<T, M> data) {
        this.data = data;
        this.psi = data.family().potential().potential();
    }

    @Override
    public Domain domain() {
        int k = data.components();
        Domain[] factors = new Domain[k + 1];
        factors[0] = Domain.reals(k - 1);
        for (int j = 1; j <= k; j++) {
            factors[j] = psi.domain();
        }
        return Domain.product(factors);
    }

    @Override
    public double value(double[] x) {
        int k = data.components();
        double[] levels = new double[k];
        for (int j = 0; j < k; j++) {
            levels[j] = (j < k - 1 ? x[j] : 0) + psi.value(data.part(x, j));
        }
        return Logs.logSumExp(levels, 0, k);
    }

    @Override
    public void gradient(double[] x, double[] out) {
        int k = data.components();
        Probabilities weights = data.weights(x);
        int m = psi.domain().size();
        double[] eta = new double[m];
        for (int j = 0; j < k; j++) {
            if (j < k - 1) {
                out[j] = weights.get(j);
            }
            psi.gradient(data.part(x, j), eta);
            for (int i = 0; i < m; i++) {
                out[k - 1 + j * m + i] = weights.get(j) * eta[i];
            }
        }
    }

    @Override
    public Hessian hessian(double[] x) {
        int k = data.components();
        double[][] means = new double[k][psi.domain().size()];
        Hessian[] covariances = new Hessian[k];
        for (int j = 0; j < k; j++) {
            psi.gradient(data.part(x, j), means[j]);
            covariances[j] = psi.hessian(data.part(x, j));
        }
        return new CompleteDataHessian(data.weights(x).toArray(), means, covariances);
    }

    /** {@inheritDoc} The divergence of the complete data, its arguments swapped. */
    @Override
    public double bregman(double[] a, double[] b) {
        return data.divergence(data.mixture(Vec.of(b)), data.mixture(Vec.of(a)));
    }
}
