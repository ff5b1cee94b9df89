package org.legendre.examples.figure;

/** Where the names of the layers are listed. */
public enum Legend {
    /** In the corner that hides least. */
    EMPTIEST,
    /** In the upper left corner. */
    TOP_LEFT,
    /** In the upper right corner. */
    TOP_RIGHT,
    /** In the lower left corner. */
    BOTTOM_LEFT,
    /** In the lower right corner. */
    BOTTOM_RIGHT,
    /** Nowhere. */
    NONE;

    boolean left() {
        return this == TOP_LEFT || this == BOTTOM_LEFT;
    }

    boolean top() {
        return this == TOP_LEFT || this == TOP_RIGHT;
    }
}
