package org.legendre.properties;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * The account of a run of mirror steps or of dual averaging: Σ a_k t⟨g_k, x_k − u⟩ ≤ c_K(D(u, x₀) − D(u, x_K)) + Σ (a_k t⟨g_k, x_k − x_{k+1}⟩ − c_k D(x_{k+1}, x_k)).
 *
 * @param loss the left-hand side
 * @param bound the right-hand side
 * @param rounding how far rounding may take them apart
 * @param size the size of the terms
 */
record Regret(double loss, double bound, double rounding, double size) {
    static Regret of(
            Mirror mirror,
            MethodSubject plain,
            Task task,
            double t,
            List<double[]> points,
            IntToDoubleFunction weight,
            IntToDoubleFunction scale,
            double[] u) {
        int last = points.size() - 1;
        double first = plain.divergence(u, points.get(0));
        double left = plain.divergence(u, points.get(last));
        double loss = 0;
        double bound = scale.applyAsDouble(last) * (first - left);
        double rounding = 0;
        double size = scale.applyAsDouble(last) * (first + left);
        double[] sum = new double[u.length];
        for (int k = 0; k < last; k++) {
            double[] x = points.get(k);
            double[] next = points.get(k + 1);
            double[] g = task.gradient(x);
            double a = t * weight.applyAsDouble(k);
            double c = scale.applyAsDouble(k);
            sum = Rounding.axpy(a, g, sum);
            loss += a * Rounding.dot(g, Rounding.minus(x, u));
            double gained = a * Rounding.dot(g, Rounding.minus(x, next));
            double apart = c * plain.divergence(next, x);
            bound += gained - apart;
            size += Math.abs(gained) + apart + a * Rounding.absoluteDot(g, Rounding.minus(x, u));
            rounding += mirror.stepRounding(points.get(0), sum, 1, next, u)
                    + c * mirror.stepRounding(x, g, a, next, u)
                    + a * mirror.pairing(x, g)
                    + a * mirror.pairing(u, g);
        }
        return new Regret(loss, bound, rounding + Rounding.ofTerms(u.length * last, size), size);
    }

    /** That the loss is at most the bound, and the same where it is claimed to be. */
    Finding finding(boolean equal, double[] x, double[] u) {
        return Finding.of(
                equal ? Math.abs(loss - bound) : Math.max(0, loss - bound),
                rounding,
                size,
                () -> "x₀ = " + Arrays.toString(x) + ", u = " + Arrays.toString(u) + ": Σ a_k t⟨g_k, x_k − u⟩ = " + loss
                        + ", bound " + bound);
    }
}
