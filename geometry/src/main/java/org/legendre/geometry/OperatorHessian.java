package org.legendre.geometry;

import java.util.Arrays;
import java.util.function.BiConsumer;

/** A matrix known by its products, solved by conjugate gradients (Hestenes and Stiefel 1952). */
final class OperatorHessian implements Hessian {
    /** The relative residual that a solve certifies. */
    static final double TOLERANCE = 1e-12;

    private final int n;
    private final BiConsumer<double[], double[]> product;

    OperatorHessian(int n, BiConsumer<double[], double[]> product) {
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
                                    + " ≤ 0: the operator is not positive definite",
                            Math.sqrt(squared));
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
        return dot(v, image);
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
