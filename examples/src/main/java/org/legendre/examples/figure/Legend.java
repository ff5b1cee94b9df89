package org.legendre.examples.figure;

/** Where the names of the layers are listed. */
public enum Legend {
    /** At the place that hides least. */
    EMPTIEST,
    /** In the upper left corner. */
    TOP_LEFT,
    /** In the upper right corner. */
    TOP_RIGHT,
    /** In the lower left corner. */
    BOTTOM_LEFT,
    /** In the lower right corner. */
    BOTTOM_RIGHT,
    /** In the middle of the upper edge. */
    TOP,
    /** In the middle of the lower edge. */
    BOTTOM,
    /** Nowhere. */
    NONE;

    boolean left() {
        return this == TOP_LEFT || this == BOTTOM_LEFT;
    }

    boolean top() {
        return this == TOP_LEFT || this == TOP_RIGHT || this == TOP;
    }

    boolean centred() {
        return this == TOP || this == BOTTOM;
    }
}
