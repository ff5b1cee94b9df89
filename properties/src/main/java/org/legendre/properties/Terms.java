package org.legendre.properties;

import java.util.Arrays;
import java.util.List;
import org.legendre.geometry.Coordinates;
import org.legendre.optimize.FiniteSum;

/** The mean of tasks as an objective of the library, from which stochastic schemes draw. */
record Terms<X extends Coordinates<Y>, Y extends Coordinates<X>>(int size, List<Task> tasks)
        implements FiniteSum<X, Y> {
    private static final double[] SHARES = {0.5, 1, 1.5};

    Terms {
        tasks = List.copyOf(tasks);
    }

    /** Shares of a task whose mean it is. */
    static List<Task> split(Task task) {
        return List.of(share(task, SHARES[0]), share(task, SHARES[1]), share(task, SHARES[2]));
    }

    /** A task times a factor. */
    static Task share(Task task, double share) {
        return new Task(x -> share * task.value(x), x -> Rounding.axpy(share, task.gradient(x), new double[x.length]));
    }

    /** The mean of tasks as one. */
    static Task mean(List<Task> tasks) {
        return new Task(x -> tasks.stream().mapToDouble(task -> task.value(x)).sum() / tasks.size(), x -> {
            double[] sum = new double[x.length];
            for (Task task : tasks) {
                sum = Rounding.axpy(1.0 / tasks.size(), task.gradient(x), sum);
            }
            return sum;
        });
    }

    @Override
    public int terms() {
        return tasks.size();
    }

    @Override
    public double value(double[] x) {
        double sum = 0;
        for (Task task : tasks) {
            sum += task.value(x);
        }
        return sum / tasks.size();
    }

    @Override
    public double gradient(double[] x, double[] out) {
        int[] all = new int[tasks.size()];
        Arrays.setAll(all, i -> i);
        return partial(x, all, all.length, out);
    }

    @Override
    public double partial(double[] x, int[] indices, int count, double[] out) {
        double value = 0;
        double[] sum = new double[out.length];
        for (int k = 0; k < count; k++) {
            Task task = tasks.get(indices[k]);
            value += task.value(x);
            sum = Rounding.axpy(1, task.gradient(x), sum);
        }
        for (int i = 0; i < out.length; i++) {
            out[i] = sum[i] / count;
        }
        return value / count;
    }
}
