package org.legendre.properties;

import java.util.List;
import java.util.function.UnaryOperator;

/** An accelerated method on plain arrays: its run with the account of what it has proved, and the method of its single steps with the mirror map. Held to the laws of a method besides. */
public final class AcceleratedSubject extends AboutMethod {
    private final Run run;
    private final double exponent;

    private AcceleratedSubject(MethodSubject method, MethodSubject plain, Run run, double exponent) {
        super(method, plain);
        this.run = run;
        this.exponent = exponent;
    }

    /** A run with its account. */
    @FunctionalInterface
    public interface Run {
        /**
         * The iterates with their factors.
         *
         * @param objective what to minimise
         * @param start the first point
         * @param smoothness L
         * @param steps how many steps to take
         * @return the run; shorter if a step could not be taken
         */
        Account of(Task objective, double[] start, double smoothness, int steps);
    }

    /**
     * What a run did.
     *
     * @param points the iterates, the start first
     * @param factors for each of them the a_k for which f(x_k) − f(u) ≤ a_k·D_φ(u, x₀) is claimed for every u; +∞ at the start
     */
    public record Account(List<double[]> points, List<Double> factors) {
        /**
         * Copies the lists.
         *
         * @param points the iterates
         * @param factors the factors
         */
        public Account {
            points = List.copyOf(points);
            factors = List.copyOf(factors);
        }
    }

    /**
     * An accelerated method.
     *
     * @param method its run with smoothness 1/t, and what it can do besides, such as be interrupted
     * @param plain the method of its single steps, with its mirror map φ
     * @param run its run with its account
     * @param exponent γ if that and the gain 1 are fixed: z₊ is the mirror step of length 1/(θ^(γ−1)L) from z along ∇f(y), y = (1 − θ)x + θz, x₊ = (1 − θ)x + θz₊ with (1 − θ)/θ^γ = 1/θ₋^γ; NaN if one adapts,
     *     negative if γ does, so that θ does not follow from the factors
     * @return the subject
     */
    public static AcceleratedSubject of(MethodSubject method, MethodSubject plain, Run run, double exponent) {
        return new AcceleratedSubject(method, plain, run, exponent);
    }

    /**
     * A run with its account.
     *
     * @param task what to minimise
     * @param start the first point
     * @param smoothness L
     * @param steps how many steps to take
     * @return the run
     */
    public Account run(Task task, double[] start, double smoothness, int steps) {
        return run.of(task, start.clone(), smoothness, steps);
    }

    /**
     * The exponent, if nothing adapts.
     *
     * @return γ; NaN if the gain adapts, negative if the exponent does
     */
    public double exponent() {
        return exponent;
    }

    /**
     * The same subject with another run.
     *
     * @param change what becomes of the run
     * @return the subject
     */
    public AcceleratedSubject withRun(UnaryOperator<Run> change) {
        return new AcceleratedSubject(method(), plain(), change.apply(run), exponent);
    }
}
