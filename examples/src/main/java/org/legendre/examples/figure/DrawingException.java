package org.legendre.examples.figure;

import java.io.Serial;

/** A picture could not be drawn. The message says by whom and why. */
public final class DrawingException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Says what went wrong.
     *
     * @param message by whom and why
     */
    public DrawingException(String message) {
        super(message);
    }

    /**
     * Says what went wrong and what caused it.
     *
     * @param message by whom and why
     * @param cause the cause
     */
    public DrawingException(String message, Throwable cause) {
        super(message, cause);
    }
}
