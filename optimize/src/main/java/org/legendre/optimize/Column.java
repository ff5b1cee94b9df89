package org.legendre.optimize;

/** A column of a {@link Trace}. */
public enum Column {
    /** The number of steps taken. */
    ITERATION("iteration"),
    /** f(x). */
    VALUE("value"),
    /** f(x) − f(previous x); +∞ at the start. */
    CHANGE("change"),
    /** The length of the step that led here. */
    STEP("step"),
    /** ½gᵀG⁻¹g. */
    DECREMENT("decrement"),
    /** ‖Gv − g‖/‖g‖ of an iterative solve for the direction, else 0. */
    RESIDUAL("residual"),
    /** λ, where the scheme damps the metric, else 0. */
    DAMPING("damping"),
    /** The duality gap, +∞ where none is known. */
    GAP("gap"),
    /** Values and gradients asked for since the start. */
    ORACLE_CALLS("oracleCalls"),
    /** Time since the start. */
    SECONDS("seconds");

    private final String header;

    Column(String header) {
        this.header = header;
    }

    /**
     * The name in the first line of a CSV file.
     *
     * @return the header
     */
    public String header() {
        return header;
    }

    double of(Row row) {
        return switch (this) {
            case ITERATION -> row.iteration();
            case VALUE -> row.value();
            case CHANGE -> row.change();
            case STEP -> row.step();
            case DECREMENT -> row.decrement();
            case RESIDUAL -> row.residual();
            case DAMPING -> row.damping();
            case GAP -> row.gap();
            case ORACLE_CALLS -> (double) row.oracleCalls();
            case SECONDS -> row.seconds();
        };
    }

    /** A count without a decimal point, a number in full precision. */
    String print(double x) {
        return this == ITERATION || this == ORACLE_CALLS ? Long.toString((long) x) : Double.toString(x);
    }
}
