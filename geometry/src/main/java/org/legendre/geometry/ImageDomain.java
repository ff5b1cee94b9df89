package org.legendre.geometry;

import java.util.Optional;

/** The image of ∇ψ, the domain of a conjugate known only numerically: a point is inside if ∇ψ(x) = y can be solved. */
record ImageDomain(Potential psi, NumericConjugate conjugate) implements Domain {
    @Override
    public int size() {
        return psi.domain().size();
    }

    @Override
    public Optional<String> diagnose(double[] y) {
        if (y.length != size()) {
            return Optional.of("length " + y.length + " instead of " + size());
        }
        for (double entry : y) {
            if (!Double.isFinite(entry)) {
                return Optional.of("the entry " + entry + " is not finite");
            }
        }
        try {
            conjugate.solve(y);
            return Optional.empty();
        } catch (ConvergenceException failure) {
            return Optional.of(String.valueOf(failure.getMessage()));
        }
    }

    @Override
    public double[] fromChart(double[] u) {
        double[] y = new double[u.length];
        psi.gradient(psi.domain().fromChart(u), y);
        return y;
    }

    @Override
    public double[] toChart(double[] y) {
        require("point", y);
        return psi.domain().toChart(conjugate.solve(y));
    }

    @Override
    public String toString() {
        return "the image of ∇ψ over " + psi.domain();
    }
}
