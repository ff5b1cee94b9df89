package org.legendre.optimize;

/** f(x(t)) lies below its linear model plus D/t. */
final class RelativeSmoothness extends Backtracking {
    RelativeSmoothness() {
        super(1, 2);
    }

    @Override
    boolean valuesAccept(Search search, double change, double predicted, double t) {
        double proximal = search.divergence() / t;
        // A divergence that overflows would accept anything.
        return Double.isFinite(proximal) && change <= -predicted + proximal + search.resolution();
    }

    /** Near the optimum D_f(x(t), x) is half of its symmetrisation ⟨∇f(x(t)) − ∇f(x), x(t) − x⟩. */
    @Override
    boolean slopesAccept(Search search, double predicted, double t) {
        double proximal = search.divergence() / t;
        return Double.isFinite(proximal) && 0.5 * (search.trialSlope() + predicted) <= proximal;
    }

    @Override
    public String toString() {
        return "relative-smoothness backtracking";
    }
}
