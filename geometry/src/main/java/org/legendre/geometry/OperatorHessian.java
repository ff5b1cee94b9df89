package org.legendre.geometry;

import java.util.function.BiConsumer;
import org.legendre.geometry.special.Sums;

/**
 * A matrix known by its products, solved by {@link ConjugateGradients}. Its quadratic form ⟨v, Hv⟩ is the one that has the
 * absolute error nε‖v‖‖Hv‖.
 */
final class OperatorHessian implements IterativeHessian {
    /** The relative residual that a solve certifies. */
    static final double TOLERANCE = 1e-12;

    private final int n;
    private final BiConsumer<double[], double[]> product;

    OperatorHessian(int n, BiConsumer<double[], double[]> product) {
        if (n < 1) {
            throw new DomainException("dimension of an operator", n, "at least 1");
        }
        this.n = n;
        this.product = product;
    }

    @Override
    public int size() {
        return n;
    }

    @Override
    public void multiply(double[] v, double[] out) {
        product.accept(v, out);
    }

    @Override
    public double solve(double[] g, double[] start, double[] out) {
        return ConjugateGradients.to(TOLERANCE).solve(product, g, start, out);
    }

    @Override
    public Hessian damped(double lambda) {
        DomainException.requireNonnegative("damping λ", lambda);
        return new OperatorHessian(n, (v, out) -> {
            product.accept(v, out);
            for (int i = 0; i < n; i++) {
                out[i] += lambda * v[i];
            }
        });
    }

    @Override
    public double quadratic(double[] v) {
        double[] image = new double[n];
        multiply(v, image);
        double form = Sums.dot(v, image);
        // The product rounds, so the form is known to nε‖v‖‖Hv‖ and within that a tiny negative value is a zero.
        double rounding = n
                * Math.ulp(1.0)
                * Math.sqrt(ConjugateGradients.dot(v, v))
                * Math.sqrt(ConjugateGradients.dot(image, image));
        if (!(form >= -rounding)) {
            throw new DomainException("vᵀHv", form, "a number ≥ 0: the operator is not positive definite");
        }
        return Math.max(form, 0);
    }

    @Override
    public double logDeterminant() {
        return PositiveDefinite.symmetrized(toMatrix()).logDeterminant();
    }
}
