package org.legendre.optimize;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.legendre.geometry.Coordinates;

/** Asks the objective, counts, and says in words where it failed. */
final class Oracle<X extends Coordinates<Y>, Y extends Coordinates<X>> {
    private final Objective<X, Y> objective;
    private final @Nullable Term term;
    private long calls;
    private long partialTerms;

    /** @param term r of a composite objective f + r, or null */
    Oracle(Objective<X, Y> objective, @Nullable Term term) {
        this.objective = objective;
        this.term = term;
    }

    Objective<X, Y> objective() {
        return objective;
    }

    long calls() {
        return calls;
    }

    void count(long callsSoFar) {
        calls = callsSoFar;
        partialTerms = 0;
    }

    /** The rounding error of f + r where r is the term. */
    double resolution(double value, double r) {
        return term == null ? objective.resolution(value) : objective.resolution(value - r) + 8 * Math.ulp(r);
    }

    /** What the objective knows of its own gap: of that of f + r it knows nothing. */
    double gap(double[] x, double[] g) {
        return term == null ? objective.gap(x, g) : Double.POSITIVE_INFINITY;
    }

    /** r(x), finite. */
    double term(double[] x, int iteration, double step) {
        if (term == null) {
            return 0;
        }
        double r = term.value(x);
        if (!Double.isFinite(r)) {
            throw failed("the term of the composite objective is " + r, x, iteration, step);
        }
        return r;
    }

    /** f(x), possibly +∞; step NaN means the start. */
    double value(double[] x, int iteration, double step) {
        calls++;
        double value;
        try {
            value = objective.value(x);
        } catch (RuntimeException failure) {
            throw thrown("value", x, iteration, step, failure);
        }
        if (Double.isNaN(value) || value == Double.NEGATIVE_INFINITY) {
            throw failed("the objective is " + value, x, iteration, step);
        }
        return value;
    }

    /** Fills g and returns f(x); all of it is finite. */
    double gradient(double[] x, double[] g, int iteration, double step) {
        double value = unchecked(x, g, iteration, step);
        requireFinite(x, g, iteration, step);
        return value;
    }

    /** Fills g and returns f(x), which is finite; whether g is shall be seen by the caller, who reads it anyway. */
    double unchecked(double[] x, double[] g, int iteration, double step) {
        double value = evaluate(x, g, iteration, step);
        if (value == Double.POSITIVE_INFINITY) {
            throw failed("the objective is " + value, x, iteration, step);
        }
        return value;
    }

    /** Fills g and returns f(x); all of it is finite unless f(x) is +∞. */
    double trial(double[] x, double[] g, int iteration, double step) {
        double value = evaluate(x, g, iteration, step);
        if (value < Double.POSITIVE_INFINITY) {
            requireFinite(x, g, iteration, step);
        }
        return value;
    }

    private double evaluate(double[] x, double[] g, int iteration, double step) {
        calls++;
        double value;
        try {
            value = objective.gradient(x, g);
        } catch (RuntimeException failure) {
            throw thrown("gradient", x, iteration, step, failure);
        }
        if (value == Double.POSITIVE_INFINITY) {
            return value;
        }
        if (!Double.isFinite(value)) {
            throw failed("the objective is " + value, x, iteration, step);
        }
        return value;
    }

    /** Says which entry of a differential is not finite. */
    void requireFinite(double[] x, double[] g, int iteration, double step) {
        for (int i = 0; i < g.length; i++) {
            if (!Double.isFinite(g[i])) {
                throw failed("entry " + i + " of the gradient is " + g[i], x, iteration, step);
            }
        }
    }

    /** The mean of some terms; its differential is finite. */
    double partial(double[] x, int[] indices, int count, double[] g, int iteration) {
        if (!(objective instanceof FiniteSum<X, Y> sum)) {
            throw new IllegalStateException("the objective is no FiniteSum");
        }
        partialTerms += count;
        double value;
        try {
            value = sum.partial(x, indices, count, g);
        } catch (RuntimeException failure) {
            throw thrown("differential of a batch", x, iteration, Double.NaN, failure);
        }
        for (int i = 0; i < g.length; i++) {
            if (!Double.isFinite(g[i])) {
                throw failed("entry " + i + " of the gradient of a batch is " + g[i], x, iteration, Double.NaN);
            }
        }
        return value;
    }

    /** Counts the terms asked for since the last iterate, as whole objectives. */
    void countPartials() {
        if (objective instanceof FiniteSum<X, Y> sum && partialTerms > 0) {
            calls += (partialTerms - 1) / sum.terms() + 1;
            partialTerms = 0;
        }
    }

    private static StepException failed(String what, double[] x, int iteration, double step) {
        return new StepException(new Outcome.Failed(what + where(x, iteration, step), iteration));
    }

    private static StepException thrown(String what, double[] x, int iteration, double step, RuntimeException failure) {
        String reason = "the " + what + " of the objective threw" + where(x, iteration, step) + ": " + failure;
        return new StepException(new Outcome.Failed(reason, iteration, failure));
    }

    private static String where(double[] x, int iteration, double step) {
        String point = x.length <= 12 ? Arrays.toString(x) : Arrays.toString(Arrays.copyOf(x, 12)) + "…";
        return (Double.isNaN(step) ? " at the start" : " at the step " + step + " from iterate " + iteration) + ", x = "
                + point;
    }
}
