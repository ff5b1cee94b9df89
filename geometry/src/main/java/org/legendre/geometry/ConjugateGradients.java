package org.legendre.geometry;

import java.util.Arrays;
import java.util.function.BiConsumer;

/**
 * Conjugate gradients for Hx = g with H symmetric positive definite and known by its products. The residual that ends a solve is g − Hx itself, computed anew, not the one that the recursion carries along and that
 * drifts away from it; where the two part, the recursion restarts.
 *
 * <p>Source: M. R. Hestenes and E. Stiefel, Methods of conjugate gradients for solving linear systems, J. Res. Natl. Bur. Stand. 49 (1952), §3.
 *
 * @param tolerance the relative residual ‖g − Hx‖/‖g‖ (Euclidean norms) to reach, in (0, 1)
 * @param products the most products Hv that a solve may take; it also gives up after 20 restarts of 2n + 10
 */
public record ConjugateGradients(double tolerance, int products) {
    private static final int RESTARTS = 20;

    /**
     * Checks the numbers.
     *
     * @param tolerance the relative residual to reach
     * @param products the most products
     * @throws DomainException if the tolerance is not between 0 and 1, or there is not one product
     */
    public ConjugateGradients {
        if (!(tolerance > 0 && tolerance < 1)) {
            throw new DomainException("tolerance", tolerance, "a relative residual in (0, 1)");
        }
        if (products < 1) {
            throw new DomainException("products", products, "at least 1");
        }
    }

    /**
     * Conjugate gradients with no limit but the restarts.
     *
     * @param tolerance the relative residual to reach, in (0, 1)
     * @return the method
     */
    public static ConjugateGradients to(double tolerance) {
        return new ConjugateGradients(tolerance, Integer.MAX_VALUE);
    }

    /**
     * The same with a limit.
     *
     * @param most the most products Hv
     * @return the method
     */
    public ConjugateGradients within(int most) {
        return new ConjugateGradients(tolerance, most);
    }

    /**
     * Solves Hx = g. A start s is used as αs with α = ⟨g, s⟩/⟨s, Hs⟩, the best multiple in the norm of H, so that a bad one costs a product and no more.
     *
     * @param multiply (v, out) ↦ out = Hv
     * @param g the right-hand side
     * @param start a guess of the direction of x; all zeros for none
     * @param out takes x, another array; after a failure what was reached
     * @return the relative residual ‖g − Hx‖/‖g‖ ≤ tolerance; 0 if g is 0
     * @throws ConvergenceException if the tolerance is not reached, or H is found not to be positive definite, with the relative residual reached
     * @throws DomainException if an entry of g is not finite
     */
    public double solve(BiConsumer<double[], double[]> multiply, double[] g, double[] start, double[] out) {
        Arrays.fill(out, 0);
        double largest = 0;
        for (double entry : g) {
            largest = Math.max(largest, Math.abs(DomainException.requireFinite("right-hand side", entry)));
        }
        if (largest == 0) {
            return 0;
        }
        // By a power of two, exactly, so that the squares neither underflow nor overflow.
        double scale = Math.scalb(1.0, Math.min(Math.getExponent(largest), Double.MAX_EXPONENT - 1));
        Solve solve = new Solve(multiply, divided(g, scale), out);
        try {
            return solve.run(direction(start));
        } finally {
            for (int i = 0; i < out.length; i++) {
                out[i] *= scale;
            }
        }
    }

    /** The start with a largest entry of about 1: its length does not matter. */
    private static double[] direction(double[] start) {
        double largest = 0;
        for (double entry : start) {
            largest = Math.max(largest, Math.abs(DomainException.requireFinite("start", entry)));
        }
        return largest == 0 ? new double[0] : divided(start, largest);
    }

    private static double[] divided(double[] v, double scale) {
        double[] quotient = new double[v.length];
        Arrays.setAll(quotient, i -> v[i] / scale);
        return quotient;
    }

    /** One solve of a well scaled right-hand side. */
    private final class Solve {
        private final BiConsumer<double[], double[]> product;
        private final double[] g;
        private final double[] x;
        private final double size;
        private final double[] residual;
        private final double[] image;
        private int used;

        Solve(BiConsumer<double[], double[]> product, double[] g, double[] x) {
            this.product = product;
            this.g = g;
            this.x = x;
            this.size = Math.sqrt(dot(g, g));
            this.residual = g.clone();
            this.image = new double[g.length];
        }

        double run(double[] start) {
            if (start.length > 0) {
                begin(start);
            }
            double target = tolerance * size;
            for (int restart = 0; restart < RESTARTS && used < products; restart++) {
                cycle(target / 2);
                product.accept(x, image);
                for (int i = 0; i < g.length; i++) {
                    residual[i] = g[i] - image[i];
                }
                if (length() <= target) {
                    return length() / size;
                }
            }
            throw new ConvergenceException(
                    "conjugate gradients on " + g.length + " unknowns did not reach the relative residual " + tolerance
                            + " with " + used + " products",
                    length() / size);
        }

        private void begin(double[] start) {
            multiply(start);
            double curvature = dot(start, image);
            double multiple = dot(g, start) / curvature;
            if (curvature > 0 && Double.isFinite(multiple)) {
                for (int i = 0; i < x.length; i++) {
                    x[i] = multiple * start[i];
                    residual[i] = g[i] - multiple * image[i];
                }
            }
        }

        private void cycle(double target) {
            double[] direction = residual.clone();
            double squared = dot(residual, residual);
            for (int k = 0; k < 2 * x.length + 10 && used < products && Math.sqrt(squared) > target; k++) {
                multiply(direction);
                double curvature = dot(direction, image);
                if (!(curvature > 0)) {
                    throw new ConvergenceException(
                            "conjugate gradients met the curvature " + curvature
                                    + ", not > 0: the operator is not positive definite",
                            length() / size);
                }
                double step = squared / curvature;
                for (int i = 0; i < x.length; i++) {
                    x[i] += step * direction[i];
                    residual[i] -= step * image[i];
                }
                double next = dot(residual, residual);
                for (int i = 0; i < x.length; i++) {
                    direction[i] = residual[i] + next / squared * direction[i];
                }
                squared = next;
            }
        }

        private void multiply(double[] v) {
            product.accept(v, image);
            used++;
        }

        private double length() {
            return Math.sqrt(dot(residual, residual));
        }
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
