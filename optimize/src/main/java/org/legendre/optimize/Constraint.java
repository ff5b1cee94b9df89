package org.legendre.optimize;

import java.util.Optional;

/** A closed convex set that the iterates stay in, with its linear minimisation. {@link Geometry#mirror} combines it with a potential. */
public interface Constraint {
    /**
     * Says why a point is outside.
     *
     * @param x the point
     * @return the reason in words; empty if the point is in the set
     */
    Optional<String> diagnose(double[] x);

    /**
     * The Frank–Wolfe gap ⟨g, x⟩ − min over s in the set of ⟨g, s⟩, which bounds f(x) − min f for convex f with differential g at x.
     *
     * <p>Source: M. Jaggi, Revisiting Frank–Wolfe, ICML 2013, equation 2.
     *
     * @param x a point of the set
     * @param g a covector
     * @return the gap ≥ 0
     */
    double gap(double[] x, double[] g);

    /**
     * The probability simplex {x ≥ 0, Σ xᵢ = 1}. A start has to sum to 1 within 1e-12.
     *
     * @return the simplex
     */
    static Constraint simplex() {
        return Simplex.INSTANCE;
    }
}
