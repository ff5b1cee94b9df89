package org.legendre.optimize;

import org.jspecify.annotations.Nullable;

/** How a run ended, with the reason in words. */
public sealed interface Outcome {
    /**
     * Why the run ended.
     *
     * @return the reason in words
     */
    String reason();

    /**
     * A duality gap proves how good the answer is, for a convex objective.
     *
     * @param reason the reason in words
     * @param gap the gap: value − optimum is at most this
     */
    record Certified(String reason, double gap) implements Outcome {}

    /**
     * A criterion of convergence was met, or no further progress can be measured in binary64. No proof.
     *
     * @param reason the reason in words
     */
    record Converged(String reason) implements Outcome {}

    /**
     * A budget was used up.
     *
     * @param reason the reason in words
     */
    record Exhausted(String reason) implements Outcome {}

    /**
     * What was observed contradicts what the method assumes.
     *
     * @param reason the assumption and the observation in words
     * @param iteration the iterate at which it was seen
     */
    record AssumptionViolated(String reason, int iteration) implements Outcome {}

    /**
     * The next iterate could not be computed.
     *
     * @param reason what failed, in words
     * @param iteration the iterate at which it failed
     * @param cause the exception behind it, null if there was none
     */
    record Failed(String reason, int iteration, @Nullable Throwable cause) implements Outcome {
        /**
         * A failure without an exception behind it.
         *
         * @param reason what failed, in words
         * @param iteration the iterate at which it failed
         */
        public Failed(String reason, int iteration) {
            this(reason, iteration, null);
        }
    }
}
