package org.legendre.optimize;

import java.util.Arrays;
import java.util.Optional;
import org.legendre.geometry.DomainException;

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
     * Linear minimisation: a point s of the set, an extreme one, at which ⟨g, s⟩ is least.
     *
     * @param g a covector
     * @param out takes s
     * @return false if there is none, as in some directions of an unbounded set, or none is known (the default)
     */
    default boolean minimise(double[] g, double[] out) {
        return false;
    }

    /**
     * The probability simplex {x ≥ 0, Σ xᵢ = 1}. A start has to sum to 1 within 1e-12.
     *
     * @return the simplex
     */
    static Constraint simplex() {
        return Simplex.INSTANCE;
    }

    /**
     * The capped simplex {0 ≤ x ≤ c, Σ xᵢ = 1}.
     *
     * @param caps the caps c, positive, with a sum above 1
     * @return the capped simplex
     * @throws DomainException if a cap is not positive and finite, or their sum is not above 1
     */
    static Constraint cappedSimplex(double... caps) {
        return new CappedSimplex(caps.clone());
    }

    /**
     * A product of simplices, coordinates one after the other.
     *
     * @param sizes the number of weights of each, at least 1
     * @return the product
     * @throws DomainException if a size is below 1 or there is none
     */
    static Constraint simplices(int... sizes) {
        return new Simplices(sizes);
    }

    /**
     * The box {l ≤ x ≤ u}. Its gap is finite where the ends that count are.
     *
     * @param lower the lower ends, possibly −∞
     * @param upper the upper ends, possibly ∞
     * @return the box
     * @throws DomainException if the lengths differ or an interval has no inside
     */
    static Constraint box(double[] lower, double[] upper) {
        return new Box(lower.clone(), upper.clone());
    }

    /**
     * The cross-polytope {Σ|xᵢ| ≤ r}.
     *
     * @param radius r, positive
     * @return the l1 ball
     * @throws DomainException if the radius is not positive and finite
     */
    static Constraint l1Ball(double radius) {
        return new CrossPolytope(radius);
    }

    /**
     * The affine set {x : Ax = b}. A start has to solve each equation to 1e-12 of its terms.
     *
     * @param a the rows of A, linearly independent (a mirror geometry checks)
     * @param b the right-hand side
     * @return the affine set
     * @throws DomainException if the lengths do not fit or a number is not finite
     */
    static Constraint affine(double[][] a, double[] b) {
        return new Affine(Arrays.stream(a).map(double[]::clone).toArray(double[][]::new), b.clone());
    }

    /**
     * The spectrahedron {X ⪰ 0, tr X = 1} of symmetric d×d matrices as packed lower triangles: quantum states.
     *
     * @param d the dimension of the matrices, at least 1
     * @return the spectrahedron
     * @throws DomainException if d is not positive
     */
    static Constraint spectrahedron(int d) {
        return new Spectrahedron(d);
    }
}
