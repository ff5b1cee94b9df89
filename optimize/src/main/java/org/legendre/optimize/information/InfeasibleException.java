package org.legendre.optimize.information;

import java.io.Serial;
import java.util.Arrays;
import org.legendre.geometry.information.LinearFamily;

/** No distribution has the required moments; the message says why, and {@link #separation} proves it. */
public final class InfeasibleException extends IllegalArgumentException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Separation separation;

    InfeasibleException(LinearFamily family, Separation separation) {
        super("moments = "
                + (family.constraints() <= 12 ? Arrays.toString(family.moments()) : family.constraints() + " of them")
                + ", expected those of some distribution: " + separation);
        this.separation = separation;
    }

    /**
     * The proof.
     *
     * @return a direction in which the moments lie beyond every outcome
     */
    public Separation separation() {
        return separation;
    }
}
