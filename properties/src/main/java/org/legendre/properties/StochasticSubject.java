package org.legendre.properties;

import java.util.List;
import java.util.function.UnaryOperator;

/** A stochastic method for a mean of terms, which draws one term a step, on plain arrays. Held to the laws of a method besides. */
public final class StochasticSubject extends AboutMethod {
    private final Run run;
    private final double power;
    private final boolean reduced;

    private StochasticSubject(MethodSubject method, MethodSubject plain, Run run, double power, boolean reduced) {
        super(method, plain);
        this.run = run;
        this.power = power;
        this.reduced = reduced;
    }

    /** A run that draws. */
    @FunctionalInterface
    public interface Run {
        /**
         * The iterates of a run.
         *
         * @param terms the terms, of whose mean the minimum is wanted
         * @param start the first point
         * @param step the length of the first step
         * @param steps how many iterates to make
         * @param seed what the draws depend on
         * @return the start and the iterates; fewer if a step could not be taken
         */
        List<double[]> of(List<Task> terms, double[] start, double step, int steps, long seed);
    }

    /**
     * Stochastic descent: x_{k+1} is the step from x_k along the differential of one term, of length t/(k + 1)^power.
     *
     * @param method its run for some seed, and what it can do besides, such as be interrupted
     * @param plain the method of its single steps, with its mirror map
     * @param run its run
     * @param power the exponent
     * @return the subject
     */
    public static StochasticSubject of(MethodSubject method, MethodSubject plain, Run run, double power) {
        return new StochasticSubject(method, plain, run, power, false);
    }

    /**
     * Variance-reduced descent with two steps of length t from one iterate to the next: the first along the full differential g, the second, from z, along ∇f_j(z) − ∇f_j(x_k) + g.
     *
     * @param method its run for some seed, and what it can do besides, such as be interrupted
     * @param plain the method of its single steps, with its mirror map
     * @param run its run
     * @return the subject
     */
    public static StochasticSubject varianceReduced(MethodSubject method, MethodSubject plain, Run run) {
        return new StochasticSubject(method, plain, run, 0, true);
    }

    /**
     * A run.
     *
     * @param terms the terms
     * @param start the first point
     * @param step the length of the first step
     * @param steps how many iterates to make
     * @param seed what the draws depend on
     * @return the start and the iterates; fewer if a step could not be taken
     */
    public List<double[]> run(List<Task> terms, double[] start, double step, int steps, long seed) {
        return run.of(terms, start.clone(), step, steps, seed);
    }

    /**
     * The length of a step over that of the first.
     *
     * @param k which, from 0
     * @return 1/(k + 1)^power
     */
    public double length(int k) {
        return 1 / Math.pow(k + 1.0, power);
    }

    /**
     * Whether it reduces the variance of its steps.
     *
     * @return true if it does
     */
    public boolean reduced() {
        return reduced;
    }

    /**
     * The same subject with another run.
     *
     * @param change what becomes of the run
     * @return the subject
     */
    public StochasticSubject withRun(UnaryOperator<Run> change) {
        return new StochasticSubject(method(), plain(), change.apply(run), power, reduced);
    }
}
