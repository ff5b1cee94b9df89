package org.legendre.optimize;

import java.io.Serial;

/** No step could be taken. A run turns this into its {@link Outcome}; stepping by hand or streaming throws it. */
public final class StepException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** How a run would have ended. */
    private final transient Outcome outcome;

    /**
     * Wraps an outcome.
     *
     * @param outcome what went wrong
     */
    StepException(Outcome outcome) {
        super(outcome.reason(), outcome instanceof Outcome.Failed failed ? failed.cause() : null);
        this.outcome = outcome;
    }

    /**
     * How a run would have ended here.
     *
     * @return the outcome
     */
    public Outcome outcome() {
        return outcome;
    }
}
