package org.legendre.properties;

import java.util.Arrays;
import java.util.List;
import org.legendre.geometry.Domain;

/** Two runs that have to be the same but for rounding: how far they may come apart follows from what small changes of the start and of the differentials do to them. */
final class Agreement {
    private static final double PERTURBATION = 0x1p-26;

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
        double[] nearX = domain.fromChart(shaken(chart));
        List<double[]> left = one.run(task, x.clone(), step, steps);
        List<double[]> right = other.run(task, x.clone(), step, steps);
        if (Math.min(left.size(), right.size()) <= steps) {
            return Finding.nothing("a run ended early");
        }
        List<double[]> nearLeft = one.run(shaken(task), nearX.clone(), step, steps);
        List<double[]> nearRight = other.run(shaken(task), nearX.clone(), step, steps);
        if (Math.min(nearLeft.size(), nearRight.size()) <= steps) {
            return Finding.nothing("a run beside it ended early");
        }
        double worst = 0;
        double moved = 0;
        double sensitivity = 0;
        double size = 0;
        for (int k = 1; k <= steps; k++) {
            worst = Math.max(worst, distance(left.get(k), right.get(k)));
            moved = Math.max(moved, distance(right.get(k), x));
            size = Math.max(size, largest(right.get(k)));
            sensitivity = Math.max(
                    sensitivity,
                    (distance(left.get(k), nearLeft.get(k)) + distance(right.get(k), nearRight.get(k))) / PERTURBATION);
        }
        double found = worst;
        return Finding.of(
                Double.isNaN(found) ? Double.POSITIVE_INFINITY : found,
                Rounding.ofTerms(8 * x.length, sensitivity + size),
                moved,
                () -> "x₀ = " + Arrays.toString(x) + ", t = " + step + ": after " + steps + " steps "
                        + Arrays.toString(left.get(steps)) + " and " + Arrays.toString(right.get(steps)) + " (" + names
                        + "), on the way as far apart as " + found);
    }

    private static Task shaken(Task task) {
        return new Task(task.f(), x -> {
            double[] g = task.gradient(x);
            for (int i = 0; i < g.length; i++) {
                g[i] *= 1 + (i % 2 == 0 ? PERTURBATION : -PERTURBATION);
            }
            return g;
        });
    }

    private static double[] shaken(double[] chart) {
        double[] near = chart.clone();
        for (int i = 0; i < near.length; i++) {
            near[i] += (1 + Math.abs(near[i])) * (i % 2 == 0 ? PERTURBATION : -PERTURBATION);
        }
        return near;
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
