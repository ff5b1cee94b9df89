package org.legendre.geometry;

import java.util.Arrays;
import java.util.function.BiConsumer;
import org.legendre.geometry.special.Sums;

/**
 * A matrix known by its products, solved by conjugate gradients (Hestenes and Stiefel 1952). Its quadratic form ⟨v, Hv⟩ is the one that has the
 * absolute error nε‖v‖‖Hv‖.
 */
final class OperatorHessian implements Hessian {
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
    public void solve(double[] g, double[] out) {
        Arrays.fill(out, 0);
        double largest = 0;
        for (double entry : g) {
            largest = Math.max(largest, Math.abs(DomainException.requireFinite("right-hand side", entry)));
        }
        if (largest == 0) {
            return;
        }
        // By a power of two, exactly, so that the squares neither underflow nor overflow.
        double scale = Math.scalb(1.0, Math.min(Math.getExponent(largest), Double.MAX_EXPONENT - 1));
        double[] right = new double[n];
        for (int i = 0; i < n; i++) {
            right[i] = g[i] / scale;
        }
        solveScaled(right, out);
        for (int i = 0; i < n; i++) {
            out[i] *= scale;
        }
    }

    private void solveScaled(double[] g, double[] out) {
        double target = TOLERANCE * Math.sqrt(dot(g, g));
        double[] residual = g.clone();
        double[] image = new double[n];
        // The recursive residual drifts from the true one: recompute it at each restart, and certify on that.
        for (int restart = 0; restart < 20; restart++) {
            double[] direction = residual.clone();
            double squared = dot(residual, residual);
            for (int k = 0; k < 2 * n + 10 && Math.sqrt(squared) > target / 2; k++) {
                multiply(direction, image);
                double curvature = dot(direction, image);
                if (!(curvature > 0)) {
                    throw new ConvergenceException(
                            "conjugate gradients met the curvature " + curvature
                                    + ", not > 0: the operator is not positive definite",
                            Math.sqrt(squared / dot(g, g)));
                }
                double step = squared / curvature;
                for (int i = 0; i < n; i++) {
                    out[i] += step * direction[i];
                    residual[i] -= step * image[i];
                }
                double next = dot(residual, residual);
                for (int i = 0; i < n; i++) {
                    direction[i] = residual[i] + next / squared * direction[i];
                }
                squared = next;
            }
            multiply(out, image);
            for (int i = 0; i < n; i++) {
                residual[i] = g[i] - image[i];
            }
            if (Math.sqrt(dot(residual, residual)) <= target) {
                return;
            }
        }
        throw new ConvergenceException(
                "conjugate gradients on " + n + " unknowns did not reach the relative residual " + TOLERANCE,
                Math.sqrt(dot(residual, residual) / dot(g, g)));
    }

    @Override
    public double quadratic(double[] v) {
        double[] image = new double[n];
        multiply(v, image);
        double form = Sums.dot(v, image);
        // The product rounds, so the form is known to nε‖v‖‖Hv‖ and within that a tiny negative value is a zero.
        double rounding = n * Math.ulp(1.0) * Math.sqrt(dot(v, v)) * Math.sqrt(dot(image, image));
        if (!(form >= -rounding)) {
            throw new DomainException("vᵀHv", form, "a number ≥ 0: the operator is not positive definite");
        }
        return Math.max(form, 0);
    }

    @Override
    public double inverseQuadratic(double[] g) {
        double[] x = new double[n];
        solve(g, x);
        return dot(g, x);
    }

    @Override
    public double logDeterminant() {
        return PositiveDefinite.symmetrized(toMatrix()).logDeterminant();
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
