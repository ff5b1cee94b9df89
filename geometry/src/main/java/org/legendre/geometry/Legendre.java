package org.legendre.geometry;

/**
 * A function ψ of Legendre type: strictly convex, differentiable and steep on an open convex domain. From it come the dual
 * coordinates y = ∇ψ(x), the metric ∇²ψ(x), the conjugate ψ* and the Bregman divergence.
 *
 * <p>Source: R. T. Rockafellar, Convex Analysis (1970), §26: ∇ψ is then one-to-one onto the domain of ψ*, with inverse ∇ψ*.
 *
 * @param <X> the tag of the coordinates x
 * @param <Y> the dual tag, of y = ∇ψ(x)
 */
public final class Legendre<X extends Coordinates<Y>, Y extends Coordinates<X>> {
    private final Potential psi;
    private final Legendre<Y, X> conjugate;

    private Legendre(Potential psi, Potential dual) {
        this.psi = psi;
        this.conjugate = new Legendre<>(dual, this);
    }

    private Legendre(Potential psi, Legendre<Y, X> conjugate) {
        this.psi = psi;
        this.conjugate = conjugate;
    }

    /**
     * The Legendre function of a potential; its conjugate is found by a guarded Newton solve that certifies its residual.
     *
     * @param <X> the tag of the coordinates
     * @param <Y> the dual tag
     * @param psi a potential that is strictly convex and steep
     * @return the function
     */
    public static <X extends Coordinates<Y>, Y extends Coordinates<X>> Legendre<X, Y> of(Potential psi) {
        return of(psi, new NumericConjugate(psi));
    }

    /**
     * The Legendre function of a potential whose conjugate is known in closed form.
     *
     * @param <X> the tag of the coordinates
     * @param <Y> the dual tag
     * @param psi a potential that is strictly convex and steep
     * @param conjugate its convex conjugate
     * @return the function
     * @throws DomainException if the dimensions differ
     */
    public static <X extends Coordinates<Y>, Y extends Coordinates<X>> Legendre<X, Y> of(
            Potential psi, Potential conjugate) {
        if (psi.domain().size() != conjugate.domain().size()) {
            throw new DomainException(
                    "dimension of the conjugate",
                    conjugate.domain().size(),
                    "" + psi.domain().size());
        }
        return new Legendre<>(psi, conjugate);
    }

    /**
     * The potential behind this function, on arrays.
     *
     * @return the potential
     */
    public Potential potential() {
        return psi;
    }

    /**
     * The open convex domain of ψ.
     *
     * @return the domain
     */
    public Domain domain() {
        return psi.domain();
    }

    /**
     * The dimension.
     *
     * @return n
     */
    public int size() {
        return psi.domain().size();
    }

    /**
     * ψ(x).
     *
     * @param x a point of the domain
     * @return the value
     * @throws DomainException if x is outside
     */
    public double value(Vec<X> x) {
        return psi.value(require(x));
    }

    /**
     * The dual coordinates y = ∇ψ(x).
     *
     * @param x a point of the domain
     * @return the dual point
     * @throws DomainException if x is outside
     */
    public Vec<Y> gradient(Vec<X> x) {
        double[] y = new double[size()];
        psi.gradient(require(x), y);
        return Vec.owning(y);
    }

    /**
     * The metric ∇²ψ(x).
     *
     * @param x a point of the domain
     * @return the metric at x
     * @throws DomainException if x is outside
     */
    public Metric<X, Y> metric(Vec<X> x) {
        return Metric.of(psi.hessian(require(x)));
    }

    /**
     * The Bregman divergence D(a, b) = ψ(a) − ψ(b) − ⟨∇ψ(b), a − b⟩ (Bregman 1967), by the direct formula or by the integral form
     * ∫₀¹ (1−t) (a−b)ᵀ∇²ψ(b + t(a−b))(a−b) dt, whichever an error estimate favours. Never negative, and 0 only at equality.
     *
     * @param a a point of the domain
     * @param b a point of the domain
     * @return D(a, b), to the relative accuracy of ψ, ∇ψ and ∇²ψ themselves; 0 for a ≠ b and +∞ only by underflow and overflow
     * @throws DomainException if a point is outside, or if ψ, ∇ψ or ∇²ψ overflows between the two
     * @throws ConvergenceException if neither form is known to a relative 1e-8
     */
    public double bregman(Vec<X> a, Vec<X> b) {
        return psi.bregman(require(a), require(b));
    }

    /**
     * The skewed Jensen divergence J_α(a, b) = αψ(a) + (1−α)ψ(b) − ψ(αa + (1−α)b), by the direct formula or by the integral form
     * ∫₀¹ min((1−α)t, α(1−t)) (a−b)ᵀ∇²ψ(b + t(a−b))(a−b) dt, whichever an error estimate favours.
     *
     * <p>Source: F. Nielsen and S. Boltz, The Burbea–Rao and Bhattacharyya centroids, IEEE Trans. Inf. Theory 57 (2011); the integral
     * form is Taylor's with the Green function of the segment.
     *
     * @param a a point of the domain
     * @param b a point of the domain
     * @param alpha the weight α of a, finite
     * @return J_α(a, b): ≥ 0 for 0 ≤ α ≤ 1 and ≤ 0 elsewhere, 0 at equality and for α = 0 and 1; −∞ where αa + (1−α)b is outside the domain
     * @throws DomainException if a point is outside, α is not finite, or if ψ, ∇ψ or ∇²ψ overflows between the two
     * @throws ConvergenceException if neither form is known to a relative 1e-8
     */
    public double skewedJensen(Vec<X> a, Vec<X> b, double alpha) {
        return SkewedJensen.divergence(psi, require(a), require(b), alpha);
    }

    /**
     * The Amari–Chentsov tensor ∇³ψ(x)[u, v], a covector.
     *
     * @param x a point of the domain
     * @param u a tangent
     * @param v a tangent
     * @return the contraction
     * @throws DomainException if x is outside or a length is wrong
     */
    public Vec<Y> third(Vec<X> x, Vec<X> u, Vec<X> v) {
        double[] out = new double[size()];
        psi.third(
                require(x),
                DomainException.requireLength("u", u.toArray(), size()),
                DomainException.requireLength("v", v.toArray(), size()),
                out);
        return Vec.owning(out);
    }

    /**
     * The convex conjugate ψ*(y) = maxₓ ⟨x, y⟩ − ψ(x), whose gradient undoes this one's. {@code f.conjugate().conjugate() == f}.
     *
     * @return the conjugate
     */
    public Legendre<Y, X> conjugate() {
        return conjugate;
    }

    private double[] require(Vec<X> x) {
        return psi.domain().require("x", x.toArray());
    }

    @Override
    public String toString() {
        return "Legendre function on " + psi.domain();
    }
}
