package org.legendre.optimize;

/** Sufficient decrease, and a slope that has flattened unless the step was shortened. */
final class Wolfe extends Backtracking {
    private static final double DECREASE = 1e-4;
    private static final double FLATTENING = 0.9;

    Wolfe() {
        super(1, 0);
    }

    @Override
    double trialValue(Search search) {
        return search.trialGradient();
    }

    @Override
    boolean lengthens(Search search, double predicted) {
        return search.trialSlope() < -FLATTENING * predicted;
    }

    @Override
    boolean valuesAccept(Search search, double change, double predicted, double t) {
        return change <= -DECREASE * predicted + search.resolution();
    }

    /** The approximate conditions of Hager and Zhang (2005), equation 4.1. */
    @Override
    boolean slopesAccept(Search search, double predicted, double t) {
        return search.trialSlope() <= (1 - 2 * DECREASE) * predicted;
    }

    @Override
    public String toString() {
        return "Wolfe search";
    }
}
