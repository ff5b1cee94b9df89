package org.legendre.properties;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How far the two runs of a method in one chart and in another come apart in two steps.
 *
 * @param distance the largest difference of an entry of x
 * @param rounding how far rounding may take them, from what small changes of the start and of the differentials do
 * @param detail the numbers in words
 */
record Drift(double distance, double rounding, String detail) {
    private static final double LENGTH = 0.05;
    private static final int STEPS = 2;

    /** Empty if a step could not be taken or a point is beyond the range of binary64. */
    static Optional<Drift> of(MethodSubject subject, Sample sample) {
        double[] x = subject.domain().fromChart(sample.point());
        Optional<Function<AffineMap, Method>> elsewhere = subject.elsewhere();
        if (elsewhere.isEmpty() || !subject.resolves(x)) {
            return Optional.empty();
        }
        double[] v = bounded(sample.direction());
        AffineMap map = new AffineMap(bounded(sample.displacement()), v, bounded(sample.second()));
        Task task = Task.bowl(subject.domain().fromChart(sample.second()), v);
        Task there = new Task(z -> task.value(map.to(z)), z -> map.pull(task.gradient(map.to(z))));
        List<double[]> inX = subject.run(task, x, LENGTH, STEPS);
        List<double[]> inZ = elsewhere.get().apply(map).run(there, map.from(x), LENGTH, STEPS);
        if (Math.min(inX.size(), inZ.size()) <= STEPS) {
            return Optional.empty();
        }
        double[] end = inX.get(STEPS);
        double[] back = map.to(inZ.get(STEPS));
        double sensitivity = largest(end) + 1;
        for (Perturbation perturbation : Perturbation.values()) {
            double[] nearInX = end(subject::run, perturbation.of(task), perturbation.relative(x));
            double[] nearInZ =
                    map.to(end(elsewhere.get().apply(map), perturbation.of(there), perturbation.relative(map.from(x))));
            sensitivity += (largest(Rounding.minus(nearInX, end)) + largest(Rounding.minus(nearInZ, back)))
                    / Perturbation.SIZE;
        }
        double[] bentInZ = map.to(end(elsewhere.get().apply(map.bent()), there, map.from(x)));
        sensitivity += largest(Rounding.minus(bentInZ, back)) / Perturbation.SIZE;
        return Optional.of(new Drift(
                largest(Rounding.minus(back, end)),
                Rounding.ofTerms(8 * x.length, sensitivity),
                "x₀ = " + Arrays.toString(x) + ", A = I + wvᵀ with v = " + Arrays.toString(v) + ": after " + STEPS
                        + " steps " + Arrays.toString(end) + " in x, " + Arrays.toString(back) + " in z"));
    }

    /** The end of a run; infinite if it ended early, so that no bound follows from it. */
    private static double[] end(Method method, Task task, double[] start) {
        List<double[]> points = method.run(task, start, LENGTH, STEPS);
        double[] end = points.get(points.size() - 1).clone();
        if (points.size() <= STEPS) {
            Arrays.fill(end, Double.POSITIVE_INFINITY);
        }
        return end;
    }

    private static double largest(double[] v) {
        double largest = 0;
        for (double entry : v) {
            largest = Math.max(largest, Math.abs(entry));
        }
        return largest;
    }

    /** Less than 1 in total, so that A = I + wvᵀ is far from singular. */
    private static double[] bounded(double[] x) {
        double norm = 1;
        for (double entry : x) {
            norm += Math.abs(entry);
        }
        double[] y = x.clone();
        for (int i = 0; i < y.length; i++) {
            y[i] /= 1.5 * norm;
        }
        return y;
    }

    @Override
    public String toString() {
        return detail;
    }
}
