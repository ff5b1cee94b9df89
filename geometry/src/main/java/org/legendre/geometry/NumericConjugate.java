package org.legendre.geometry;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The convex conjugate ψ*(y) = maxₓ ⟨x, y⟩ − ψ(x) by a guarded Newton solve of ∇ψ(x) = y. A solve certifies its residual or fails with
 * a reason.
 */
final class NumericConjugate implements Potential {
    private static final int ITERATIONS = 500;
    /** A solve is exact when every entry of ∇ψ(x) − y is within this of |∇ψ(x)| + |y|. */
    private static final double EXACT = 4 * Math.ulp(1.0);
    /** At the rounding level a solve is accepted if the squared Newton decrement rᵀ∇²ψ⁻¹r is below this. */
    private static final double CERTIFIED = 1e-22;

    private final Potential psi;
    private final Domain domain;
    private volatile @Nullable Solution latest;

    /** A solved pair ∇ψ(x) = y. */
    private static final class Solution {
        private final double[] y;
        private final double[] x;

        Solution(double[] y, double[] x) {
            this.y = y;
            this.x = x;
        }
    }

    NumericConjugate(Potential psi) {
        this.psi = psi;
        this.domain = new ImageDomain(psi, this);
    }

    @Override
    public Domain domain() {
        return domain;
    }

    @Override
    public double value(double[] y) {
        double[] x = solve(y);
        double sum = -psi.value(x);
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }

    @Override
    public void gradient(double[] y, double[] out) {
        System.arraycopy(solve(y), 0, out, 0, out.length);
    }

    @Override
    public Hessian hessian(double[] y) {
        return psi.hessian(solve(y)).inverse();
    }

    /** The x with ∇ψ(x) = y; remembers the latest, for value, gradient and Hessian are asked for at the same point. */
    double[] solve(double[] y) {
        Solution known = latest;
        if (known != null && Arrays.equals(known.y, y)) {
            return known.x.clone();
        }
        // Always from the same start: a warm one would make the last bits depend on what was asked before.
        double[] x = newton(y, psi.domain().fromChart(new double[y.length]));
        latest = new Solution(y.clone(), x);
        return x.clone();
    }

    private double[] newton(double[] y, double[] start) {
        int n = y.length;
        double[] x = start;
        double[] residual = new double[n];
        double[] direction = new double[n];
        double[] trial = new double[n];
        double objective = objective(x, y);
        double decrement = Double.POSITIVE_INFINITY;
        for (int k = 0; k < ITERATIONS; k++) {
            boolean exact = residual(x, y, residual);
            Hessian hessian = psi.hessian(x);
            double previous = decrement;
            decrement = hessian.inverseQuadratic(residual);
            if (exact || (decrement <= CERTIFIED && !(decrement < 0.25 * previous))) {
                return x;
            }
            hessian.solve(residual, direction);
            double step = 1;
            double next = Double.NaN;
            // Armijo on the convex ψ(x) − ⟨x, y⟩; near the end its differences round to nothing and full steps are
            // right.
            for (; step > 1e-300; step /= 2) {
                for (int i = 0; i < n; i++) {
                    trial[i] = x[i] + step * direction[i];
                }
                if (!psi.domain().contains(trial)) {
                    continue;
                }
                next = objective(trial, y);
                double rounding = 8 * Math.ulp(1.0) * (Math.abs(objective) + scale(x, y));
                if (next <= objective - 0.25 * step * decrement + rounding) {
                    break;
                }
            }
            if (!(step > 1e-300)) {
                throw failure(y, x, decrement, "no step along the Newton direction decreases ψ(x) − ⟨x, y⟩");
            }
            if (Arrays.equals(x, trial)) {
                if (decrement <= CERTIFIED) {
                    return x;
                }
                throw failure(y, x, decrement, "the steps vanish");
            }
            System.arraycopy(trial, 0, x, 0, n);
            objective = next;
        }
        throw failure(
                y,
                x,
                decrement,
                "no solution after " + ITERATIONS + " Newton steps; y may lie outside the image of ∇ψ");
    }

    private boolean residual(double[] x, double[] y, double[] residual) {
        psi.gradient(x, residual);
        boolean exact = true;
        for (int i = 0; i < y.length; i++) {
            double gradient = residual[i];
            residual[i] = y[i] - gradient;
            exact &= Math.abs(residual[i]) <= EXACT * (Math.abs(y[i]) + Math.abs(gradient));
        }
        return exact;
    }

    private double objective(double[] x, double[] y) {
        double sum = psi.value(x);
        for (int i = 0; i < x.length; i++) {
            sum -= x[i] * y[i];
        }
        return sum;
    }

    private static double scale(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += Math.abs(x[i] * y[i]);
        }
        return sum;
    }

    private static ConvergenceException failure(double[] y, double[] x, double decrement, String reason) {
        return new ConvergenceException(
                "∇ψ(x) = " + Vec.of(y) + " was not solved: " + reason + "; stopped at x = " + Arrays.toString(x),
                Math.sqrt(decrement));
    }
}
