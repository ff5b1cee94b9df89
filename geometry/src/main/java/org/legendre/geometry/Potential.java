package org.legendre.geometry;

/**
 * A strictly convex function ψ on an open convex domain, as its author writes it, on plain arrays. {@link Legendre} is its typed face.
 *
 * <p>Arguments are in the domain: {@link Legendre} and the families check before they call.
 */
public interface Potential {
    /**
     * The open convex set on which ψ is finite.
     *
     * @return the domain
     */
    Domain domain();

    /**
     * ψ(x).
     *
     * @param x a point of the domain
     * @return the value
     */
    double value(double[] x);

    /**
     * ∇ψ(x).
     *
     * @param x a point of the domain
     * @param out the gradient, length n
     */
    void gradient(double[] x, double[] out);

    /**
     * ∇²ψ(x), in the structure that it has.
     *
     * @param x a point of the domain
     * @return the Hessian
     */
    Hessian hessian(double[] x);

    /**
     * ∇³ψ(x)[u, v]: the Amari–Chentsov tensor contracted twice. This default extrapolates differences of Hessians along u to a relative
     * error of about 1e-10; a potential from {@link #of} differentiates automatically, to rounding.
     *
     * @param x a point of the domain
     * @param u a tangent, length n
     * @param v a tangent, length n
     * @param out the contraction, length n
     */
    default void third(double[] x, double[] u, double[] v, double[] out) {
        ThirdDerivative.extrapolate(this, x, u, v, out);
    }

    /**
     * The Bregman divergence D(a, b) = ψ(a) − ψ(b) − ⟨∇ψ(b), a − b⟩. This default takes the direct formula or the integral of the Hessian,
     * whichever an error estimate favours; a potential with a sum of nonnegative terms of its own, or without a Hessian somewhere, overrides it.
     *
     * @param a a point of the domain
     * @param b a point of the domain
     * @return D(a, b) ≥ 0
     * @throws DomainException if ψ, ∇ψ or ∇²ψ overflows between the two
     * @throws ConvergenceException if neither form is known to a relative 1e-8
     */
    default double bregman(double[] a, double[] b) {
        return Bregman.divergence(this, a, b);
    }

    /**
     * A potential from its formula alone; gradient, Hessian (dense) and third derivative come by automatic differentiation.
     *
     * @param domain the open convex domain
     * @param psi the formula
     * @return the potential
     */
    static Potential of(Domain domain, SmoothFunction psi) {
        return new DerivativePotential(domain, psi);
    }
}
