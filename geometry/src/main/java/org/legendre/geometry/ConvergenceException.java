package org.legendre.geometry;

import java.io.Serial;

/** An iterative solve did not reach the accuracy that it promises; the message says how far it came and why it stopped. */
public final class ConvergenceException extends ArithmeticException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** The relative residual at which the solve stopped. */
    private final double residual;

    /**
     * Says what failed.
     *
     * @param message what was solved, why it stopped, where
     * @param residual the residual reached
     */
    public ConvergenceException(String message, double residual) {
        super(message + " (residual " + residual + ")");
        this.residual = residual;
    }

    /**
     * The residual at which the solve stopped.
     *
     * @return the residual reached
     */
    public double residual() {
        return residual;
    }
}
