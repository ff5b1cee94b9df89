package org.legendre.optimize.online;

import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The method that a state comes from, in words and numbers. Parts without a text of their own have an empty one. */
final class Origin implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String projection;
    private final String geometry;
    private final String rate;
    private final String actions;
    private final String theorem;
    private final double[] start;
    private final double[] point;

    Origin(
            boolean lazy,
            Object geometry,
            Object rate,
            double[] start,
            double @Nullable [] point,
            @Nullable Object actions,
            @Nullable RegretTheorem theorem) {
        this.projection = lazy ? "follow the regularised leader" : "online mirror descent";
        this.geometry = text(geometry);
        this.rate = text(rate);
        this.start = start;
        this.point = point == null ? new double[0] : point;
        this.actions = actions == null ? "no set" : text(actions);
        this.theorem = theorem == null ? "no theorem" : theorem.statement();
    }

    /** Its text; that of {@link Object#toString}, another one in each process, is none. */
    private static String text(Object part) {
        String text = part.toString();
        return text.equals(part.getClass().getName() + "@" + Integer.toHexString(part.hashCode())) ? "" : text;
    }

    /** How the method of a state is another one than this; empty if it is the same. */
    Optional<String> differs(Origin other) {
        if (start.length != other.start.length) {
            return Optional.of("dimension " + other.start.length + " instead of " + start.length);
        }
        return differs(projection, other.projection)
                .or(() -> differs(geometry, other.geometry))
                .or(() -> differs(rate, other.rate))
                .or(() -> differs("start", start, other.start))
                .or(() -> differs(actions, other.actions))
                .or(() -> differs("comparison point", point, other.point))
                .or(() -> differs(theorem, other.theorem));
    }

    private static Optional<String> differs(String here, String there) {
        return here.equals(there) ? Optional.empty() : Optional.of("'" + there + "' instead of '" + here + "'");
    }

    private static Optional<String> differs(String what, double[] here, double[] there) {
        return Arrays.equals(here, there) ? Optional.empty() : Optional.of("another " + what);
    }

    @Override
    public String toString() {
        return projection + ", " + geometry + ", " + rate;
    }
}
