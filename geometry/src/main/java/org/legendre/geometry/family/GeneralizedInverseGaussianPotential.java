package org.legendre.geometry.family;

import org.legendre.geometry.Domain;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.Potential;

/** ψ(θ) = log ∫ x^(θ₁−1) e^(θ₂x+θ₃/x) dx, the log-partition of the generalized inverse Gaussian distributions relative to the base measure 1/x. */
final class GeneralizedInverseGaussianPotential implements Potential {
    private static final Domain DOMAIN = Domain.product(Domain.reals(1), Domain.negative(2));

    static GeneralizedInverseGaussianKernel kernel(double[] t) {
        return GeneralizedInverseGaussianKernel.of(t[0], -t[1], -t[2]);
    }

    @Override
    public Domain domain() {
        return DOMAIN;
    }

    @Override
    public double value(double[] t) {
        return kernel(t).logPartition();
    }

    @Override
    public void gradient(double[] t, double[] out) {
        kernel(t).expectation(out);
    }

    @Override
    public Hessian hessian(double[] t) {
        GeneralizedInverseGaussianKernel kernel = kernel(t);
        return new GeneralizedInverseGaussianHessian(kernel.mode(), kernel.weight(), 1);
    }
}
