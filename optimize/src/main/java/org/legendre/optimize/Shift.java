package org.legendre.optimize;

import org.legendre.geometry.ConvergenceException;
import org.legendre.geometry.SeparablePotential;

/**
 * The one equation in one unknown of a Bregman projection: the λ for which the sum of xᵢ = clip(∇φ*(yᵢ − λ), 0, cᵢ) over a block is a given total. The sum decreases in λ; Newton's method on its logarithm, kept
 * in a bracket that bisection shrinks where it does not.
 */
final class Shift {
    /** How near to the total the sum has to come. */
    private static final double CERTIFIED = 1e-13;

    private static final int STEPS = 2200;

    private final SeparablePotential dual;
    private final UnitSums caps;
    private double sum;
    private double slope;

    Shift(SeparablePotential dual, UnitSums caps) {
        this.dual = dual;
        this.caps = caps;
    }

    /** clip(∇φ*(z), 0, cᵢ), where φ* ends at a finite z the greatest value there is. */
    double point(int i, double z) {
        double x = z < dual.upper(i) ? dual.derivative(i, z) : Double.POSITIVE_INFINITY;
        return Math.min(caps.cap(i), Math.max(0, x));
    }

    boolean free(int i, double x) {
        return x > 0 && x < caps.cap(i);
    }

    /**
     * Solves for the block; x takes the point, and y − λ replaces y.
     *
     * @throws ConvergenceException if the sum cannot be brought to the total
     */
    void solve(double[] y, double[] x, int from, int to, double total) {
        int anchor = from;
        for (int i = from; i < to; i++) {
            anchor = y[i] > y[anchor] ? i : anchor;
        }
        double lambda = root(y, x, from, to, y[anchor], 0, total);
        // Under a cap the largest yᵢ does not say where the others are: measure from the largest one that is free.
        int second = -1;
        for (int i = from; i < to; i++) {
            second = free(i, x[i]) && (second < 0 || y[i] > y[second]) ? i : second;
        }
        if (second >= 0 && second != anchor) {
            double guess = lambda - (y[second] - y[anchor]);
            anchor = second;
            lambda = root(y, x, from, to, y[anchor], guess, total);
        }
        double origin = y[anchor];
        for (int i = from; i < to; i++) {
            y[i] = (y[i] - origin) - lambda;
        }
        certify(y, x, from, to, total);
    }

    private void evaluate(double[] y, double[] x, int from, int to, double origin, double lambda) {
        sum = 0;
        slope = 0;
        for (int i = from; i < to; i++) {
            double z = (y[i] - origin) - lambda;
            x[i] = point(i, z);
            sum += x[i];
            if (free(i, x[i])) {
                slope += dual.second(i, z);
            }
        }
    }

    /** λ relative to an origin, from a guess. */
    private double root(double[] y, double[] x, int from, int to, double origin, double guess, double total) {
        double low = Double.NEGATIVE_INFINITY;
        double high = Double.POSITIVE_INFINITY;
        double lambda = guess;
        double stride = 1;
        for (int k = 0; k < STEPS; k++) {
            evaluate(y, x, from, to, origin, lambda);
            if (sum == total) {
                return lambda;
            }
            if (sum > total) {
                low = lambda;
            } else {
                high = lambda;
            }
            double step = Math.log(sum / total) * (sum / slope);
            double next = lambda + step;
            boolean inside = next > low && next < high && Double.isFinite(step);
            // As near as the sum itself is known; one more Newton step costs nothing.
            boolean settled = Math.abs(sum - total) <= 2 * Math.ulp(total) * Math.sqrt(to - from);
            if (inside && (settled || Math.abs(step) <= 2 * Math.ulp(lambda))) {
                return next;
            }
            if (!inside || (k > 20 && k % 2 == 0)) {
                if (low > Double.NEGATIVE_INFINITY && high < Double.POSITIVE_INFINITY) {
                    next = 0.5 * low + 0.5 * high;
                } else {
                    next = sum > total ? lambda + stride : lambda - stride;
                    stride *= 2;
                }
            }
            // Neighbours, or no step at all: rounding has the last word, and the residual is certified afterwards.
            if (next == lambda || !(next > low && next < high) || Math.abs(next) == Double.POSITIVE_INFINITY) {
                return lambda;
            }
            lambda = next;
        }
        return lambda;
    }

    private void certify(double[] y, double[] x, int from, int to, double total) {
        evaluate(y, x, from, to, 0, 0);
        if (!(Math.abs(sum - total) <= CERTIFIED * total * Math.sqrt(to - from + 1.0))) {
            throw new ConvergenceException(
                    "the Bregman projection onto Σ xᵢ = " + total + " was found only with Σ xᵢ = " + sum,
                    (sum - total) / total);
        }
    }
}
