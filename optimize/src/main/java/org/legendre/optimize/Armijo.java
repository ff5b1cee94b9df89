package org.legendre.optimize;

import org.legendre.geometry.DomainException;

/** Sufficient decrease. */
final class Armijo extends Backtracking {
    /** The share of the predicted decrease that has to be found; a quadratic accepts up to 1½ of its minimising step. */
    private static final double SHARE = 0.25;

    Armijo(double first, double growth) {
        super(DomainException.requirePositive("first step", first), growth);
    }

    @Override
    boolean valuesAccept(Search search, double change, double predicted, double t) {
        return change <= -SHARE * predicted + search.resolution();
    }

    @Override
    boolean slopesAccept(Search search, double predicted, double t) {
        return search.trialSlope() <= (1 - 2 * SHARE) * predicted;
    }

    @Override
    public String toString() {
        return "Armijo backtracking";
    }
}
