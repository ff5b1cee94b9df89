package org.legendre.properties;

import java.util.Arrays;
import java.util.List;
import org.legendre.geometry.Domain;

/** Two runs that have to be the same but for rounding: how far they may come apart follows from what small changes of the start and of the differentials do to them. */
final class Agreement {
    /** Beyond this fraction of the way nothing is left to see. */
    private static final double LINEAR = 1e-8;

    private Agreement() {}

    /**
     * Compares all points of two runs.
     *
     * @param domain where they start
     * @param chart the start in the coordinates of its chart
     * @param one a method
     * @param other another
     */
    static Finding of(
            Domain domain, double[] chart, Method one, Method other, Task task, double step, int steps, String names) {
        double[] x = domain.fromChart(chart);
        List<double[]> left = one.run(task, x.clone(), step, steps);
        List<double[]> right = other.run(task, x.clone(), step, steps);
        if (Math.min(left.size(), right.size()) <= steps) {
            return Finding.nothing("a run ended early");
        }
        double sensitivity = 0;
        for (Perturbation perturbation : Perturbation.values()) {
            double[] near = domain.fromChart(perturbation.absolute(chart));
            List<double[]> nearLeft = one.run(perturbation.of(task), near.clone(), step, steps);
            List<double[]> nearRight = other.run(perturbation.of(task), near.clone(), step, steps);
            if (Math.min(nearLeft.size(), nearRight.size()) <= steps) {
                return Finding.nothing("a run beside it ended early");
            }
            sensitivity += (farthest(left, nearLeft) + farthest(right, nearRight)) / Perturbation.SIZE;
        }
        double worst = 0;
        double size = 0;
        for (int k = 1; k <= steps; k++) {
            worst = Math.max(worst, distance(left.get(k), right.get(k)));
            size = Math.max(size, largest(right.get(k)));
        }
        double moved = distance(right.get(steps), x);
        double bound = Rounding.ofTerms(8 * x.length, sensitivity + size);
        if (!(bound <= LINEAR * moved)) {
            return Finding.nothing("roundings take the runs too far for what small changes do to bound them");
        }
        double found = worst;
        return Finding.of(
                Double.isNaN(found) ? Double.POSITIVE_INFINITY : found,
                bound,
                moved,
                () -> "x₀ = " + Arrays.toString(x) + ", t = " + step + ": after " + steps + " steps "
                        + Arrays.toString(left.get(steps)) + " and " + Arrays.toString(right.get(steps)) + " (" + names
                        + "), on the way as far apart as " + found);
    }

    private static double farthest(List<double[]> points, List<double[]> near) {
        double farthest = 0;
        for (int k = 1; k < points.size(); k++) {
            farthest = Math.max(farthest, distance(points.get(k), near.get(k)));
        }
        return farthest;
    }

    static double distance(double[] a, double[] b) {
        return largest(Rounding.minus(a, b));
    }

    private static double largest(double[] v) {
        double largest = 0;
        for (double entry : v) {
            largest = Math.max(largest, Math.abs(entry));
        }
        return largest;
    }
}
