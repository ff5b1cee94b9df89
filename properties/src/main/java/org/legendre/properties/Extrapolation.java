package org.legendre.properties;

import java.util.HashMap;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.legendre.geometry.Estimate;

/**
 * The limit f(0) of a function that is even and smooth around 0, by Richardson's extrapolation with its own error estimate.
 *
 * <p>Source: C. J. F. Ridders, Accurate computation of F′(x) and F′(x)F″(x), Advances in Engineering Software 4 (1982), 75–76.
 */
final class Extrapolation {
    /** How often the step is halved. */
    private static final int HALVINGS = 6;

    private Extrapolation() {}

    /**
     * Extrapolates from the steps h, h/2, h/4, …; the error is ten times the least that the tableau shows and three times the next, infinite if values overflow.
     *
     * @throws ArithmeticException if f is not a number somewhere: that is a violation, and not a wide bound
     */
    private static Estimate even(DoubleUnaryOperator f, double h, int halvings) {
        double[] above = new double[halvings + 1];
        double best = 0;
        double error = Double.POSITIVE_INFINITY;
        double next = Double.POSITIVE_INFINITY;
        double t = h;
        for (int k = 0; k <= halvings; k++, t /= 2) {
            double[] row = new double[halvings + 1];
            row[0] = f.applyAsDouble(t);
            if (Double.isNaN(row[0])) {
                throw new ArithmeticException("not a number at step " + t);
            }
            double power = 1;
            for (int j = 1; j <= k; j++) {
                power *= 4;
                row[j] = row[j - 1] + (row[j - 1] - above[j - 1]) / (power - 1);
                double change = Math.max(Math.abs(row[j] - row[j - 1]), Math.abs(row[j] - above[j - 1]));
                if (change < error) {
                    next = error;
                    error = change;
                    best = row[j];
                } else if (change < next) {
                    next = change;
                }
            }
            above = row;
        }
        // Two entries may agree by chance, but hardly three.
        return new Estimate(best, Math.max(10 * error, 3 * next), "Richardson");
    }

    /**
     * The better of two extrapolations, from h and from h/8, for functions whose radius of convergence is not known. Each value f(t) may
     * be off by noise/t: the smallest step of the extrapolation feels that most.
     */
    static Estimate even(DoubleUnaryOperator f, double h, double noise) {
        Estimate large = noisy(even(f, h, HALVINGS), noise / h);
        Estimate small = noisy(even(f, h / 8, HALVINGS), noise / (h / 8));
        return large.error() <= small.error() ? large : small;
    }

    private static Estimate noisy(Estimate estimate, double noise) {
        return new Estimate(estimate.value(), estimate.error() + noise * (1 << HALVINGS), estimate.method());
    }

    /** The same for quotients by t³ whose numerators lose t to a cancellation: each may be off by noise/t², which a few of the last halvings would only amplify. */
    static Estimate cubic(DoubleUnaryOperator f, double h, double noise) {
        Estimate best = new Estimate(0, Double.POSITIVE_INFINITY, "Richardson");
        // Each table starts with the same steps, whose values may take long.
        Map<Double, Double> known = new HashMap<>();
        DoubleUnaryOperator once = t -> known.computeIfAbsent(t, f::applyAsDouble);
        for (int levels = 3; levels <= HALVINGS; levels++) {
            Estimate estimate = even(once, h, levels);
            double smallest = h / (1 << levels);
            double error = estimate.error() + noise / (smallest * smallest);
            if (error < best.error()) {
                best = new Estimate(estimate.value(), error, estimate.method());
            }
        }
        return best;
    }
}
