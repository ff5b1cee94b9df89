package org.legendre.properties;

import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/**
 * An objective on plain arrays.
 *
 * @param f x ↦ f(x)
 * @param differential x ↦ ∇f(x)
 */
public record Task(ToDoubleFunction<double[]> f, UnaryOperator<double[]> differential) {
    /**
     * f(x).
     *
     * @param x the point
     * @return the value
     */
    public double value(double[] x) {
        return f.applyAsDouble(x.clone());
    }

    /**
     * ∇f(x).
     *
     * @param x the point
     * @return the differential, a new array
     */
    public double[] gradient(double[] x) {
        return differential.apply(x.clone());
    }

    /** ⟨g, x⟩. */
    static Task linear(double[] g) {
        return new Task(x -> Rounding.dot(g, x), x -> g.clone());
    }

    /** f(x) = Σ dᵢ² log cosh(xᵢ − cᵢ) + ⟨d, x⟩/9: a smooth objective that no step rule sees through. */
    static Task bowl(double[] c, double[] d) {
        return new Task(
                x -> {
                    double sum = Rounding.dot(d, x) / 9;
                    for (int i = 0; i < x.length; i++) {
                        sum += d[i] * d[i] * Math.log(Math.cosh(x[i] - c[i]));
                    }
                    return sum;
                },
                x -> {
                    double[] g = new double[x.length];
                    for (int i = 0; i < x.length; i++) {
                        g[i] = d[i] * d[i] * Math.tanh(x[i] - c[i]) + d[i] / 9;
                    }
                    return g;
                });
    }
}
