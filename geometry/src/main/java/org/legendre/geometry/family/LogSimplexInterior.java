package org.legendre.geometry.family;

import java.util.Arrays;
import java.util.Optional;
import org.legendre.geometry.Domain;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Probabilities;
import org.legendre.geometry.special.Logs;
import org.legendre.geometry.special.Sums;

/**
 * {η: Σ exp ηᵢ &lt; 1}, where mean logarithms of probabilities lie: the interior of the convex hull of log x over the simplex. Charted by the
 * log-odds of exp η against its last entry and by log(−log Σ exp ηᵢ).
 */
record LogSimplexInterior(int size) implements Domain {
    @Override
    public Optional<String> diagnose(double[] e) {
        if (e.length != size) {
            return Optional.of("length " + e.length + " instead of " + size);
        }
        for (int i = 0; i < size; i++) {
            if (!(e[i] < 0 && e[i] > Double.NEGATIVE_INFINITY)) {
                return Optional.of("entry " + i + " = " + e[i] + " is not a finite number < 0");
            }
        }
        double gap = gap(e);
        return gap > 0 ? Optional.empty() : Optional.of("1 − Σ exp ηᵢ = " + gap + " is not positive");
    }

    /** 1 − Σ exp ηᵢ, not rounded to 0 where one entry is next to 0. */
    static double gap(double[] e) {
        int top = 0;
        for (int i = 1; i < e.length; i++) {
            top = e[i] > e[top] ? i : top;
        }
        double[] terms = new double[e.length];
        for (int i = 0; i < e.length; i++) {
            terms[i] = i == top ? -Math.expm1(e[i]) : -Math.exp(e[i]);
        }
        return Sums.sum(terms);
    }

    @Override
    public double[] fromChart(double[] u) {
        DomainException.requireLength("chart coordinates", u, size());
        double[] logits = Arrays.copyOf(u, size);
        logits[size - 1] = 0;
        Probabilities p = Probabilities.ofLogits(logits);
        double depth = Math.exp(u[size - 1]);
        double[] e = new double[size];
        Arrays.setAll(e, i -> p.logProbability(i) - depth);
        return e;
    }

    @Override
    public double[] toChart(double[] e) {
        require("point", e);
        double[] u = new double[size];
        Arrays.setAll(u, i -> e[i] - e[size - 1]);
        // log1p(−gap) is log Σ exp ηᵢ; where every exp underflows it is taken from the largest.
        double gap = gap(e);
        double depth = gap < 0.5 ? -Math.log1p(-gap) : -Logs.logSumExp(e, 0, size);
        u[size - 1] = Math.log(depth);
        return u;
    }

    @Override
    public String toString() {
        return "{Σ exp ηᵢ < 1} in dimension " + size;
    }
}
