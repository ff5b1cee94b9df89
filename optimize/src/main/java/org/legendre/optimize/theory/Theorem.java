package org.legendre.optimize.theory;

import java.util.Optional;
import org.legendre.geometry.Coordinates;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Vec;
import org.legendre.optimize.Objective;

/**
 * A theorem about the iterates of a method: after some steps a {@link Quantity} is at most a bound, for every comparison point u of the domain of φ, if the assumptions
 * hold. It is an object so that a run can be held to it.
 *
 * @param <X> the tag of the coordinates x
 * @param <Y> the dual tag
 */
public interface Theorem<X extends Coordinates<Y>, Y extends Coordinates<X>> extends Proposition {
    /** What a theorem bounds after k steps. */
    enum Quantity {
        /** f(x_k) − f(u). */
        LAST,
        /** The least f(x_i) − f(u) over the points i &lt; k that were stepped from. */
        BEST,
        /** The duality gap of x_k, whatever u. */
        GAP
    }

    /**
     * What it bounds.
     *
     * @return the quantity
     */
    Quantity quantity();

    /**
     * The bound after some steps.
     *
     * @param steps the steps
     * @param divergence D(u, x₀) of comparison point and start
     * @return the bound; +∞ after none
     */
    double bound(Steps steps, double divergence);

    /**
     * The first assumption that a step contradicts.
     *
     * @param step the step
     * @return the assumption and what was measured, in words; empty if all that can be seen of them holds
     */
    Optional<String> broken(Step<X, Y> step);

    /**
     * The observer that holds a run to this theorem. It asks the objective for a gradient at every iterate, which the run does not count.
     *
     * @param f the objective
     * @param phi the mirror map of the method
     * @param u the point to compare with, an optimum if one is known
     * @return a certificate for one run
     * @throws DomainException if the dimensions differ or f has no finite value at u
     */
    default Certificate<X, Y> certify(Objective<X, Y> f, Legendre<X, Y> phi, Vec<X> u) {
        return new Certificate<>(this, f, phi, u);
    }

    /**
     * Mirror descent on a convex f, each step satisfying f(x₊) ≤ f(x) + ⟨∇f(x), x₊ − x⟩ + D(x₊, x)/t, as it does for t ≤ 1/L if f is L-smooth relative to φ, and under {@link
     * org.legendre.optimize.StepRule#relativeSmoothness}: f(x_k) − f(u) ≤ D(u, x₀)/Σtᵢ, which is L·D(u, x₀)/k for constant steps 1/L.
     *
     * <p>Proof for steps of any length: the three-point inequality of the step gives t(f(x₊) − f(u)) ≤ D(u, x) − D(u, x₊); sum over the steps, values do not rise.
     *
     * @param <X> the tag of the coordinates x
     * @param <Y> the dual tag
     * @return the theorem (Bauschke, Bolte and Teboulle 2017, theorem 1; Lu, Freund and Nesterov 2018, theorem 3.1)
     */
    static <X extends Coordinates<Y>, Y extends Coordinates<X>> Theorem<X, Y> relativeSmoothness() {
        return Rates.relativeSmoothness();
    }

    /**
     * Mirror descent with constant steps 1/L on an f that is L-smooth and μ-strongly convex relative to φ: f(x_k) − f(u) ≤ μD(u, x₀)/((1 + μ/(L − μ))ᵏ − 1).
     *
     * @param <X> the tag of the coordinates x
     * @param <Y> the dual tag
     * @param mu μ, positive
     * @param smoothness L, greater than μ
     * @return the theorem (Lu, Freund and Nesterov 2018, theorem 3.1)
     * @throws DomainException unless 0 &lt; μ &lt; L &lt; ∞
     */
    static <X extends Coordinates<Y>, Y extends Coordinates<X>> Theorem<X, Y> relativeStrongConvexity(
            double mu, double smoothness) {
        return Rates.relativeStrongConvexity(mu, smoothness);
    }

    /**
     * Mirror descent on a convex, Lipschitz f: min f(x_i) − f(u) over i &lt; k is at most (D(u, x₀) + ½G²Σtᵢ²)/Σtᵢ, if φ is 1-strongly convex and ‖∇f‖ ≤ G in the dual norm. All that the proof uses is t⟨∇f(x), x − x₊⟩ −
     * D(x₊, x) ≤ ½t²G² at each step, and that is what is measured. With the negative entropy and uniform start D(u, x₀) ≤ log n and the norm is that of the largest entry.
     *
     * @param <X> the tag of the coordinates x
     * @param <Y> the dual tag
     * @param lipschitz G, positive
     * @return the theorem (Nemirovsky and Yudin 1983, chapter 3; Beck and Teboulle 2003, theorem 4.1)
     * @throws DomainException if G is not positive and finite
     */
    static <X extends Coordinates<Y>, Y extends Coordinates<X>> Theorem<X, Y> lipschitz(double lipschitz) {
        return Rates.lipschitz(lipschitz);
    }

    /**
     * Averages of mirror descent or of dual averaging ({@link org.legendre.optimize.Scheme#averaged}) on a convex, Lipschitz f: f(x̄_k) − f(u) ≤ (D(u, x₀) + ½G²Σtᵢ²)/Σtᵢ.
     *
     * @param <X> the tag of the coordinates x
     * @param <Y> the dual tag
     * @param lipschitz G, positive, as in {@link #lipschitz}
     * @return the theorem (Nesterov 2009, theorem 1; Nemirovsky and Yudin 1983, chapter 3)
     * @throws DomainException if G is not positive and finite
     */
    static <X extends Coordinates<Y>, Y extends Coordinates<X>> Theorem<X, Y> averages(double lipschitz) {
        return Rates.averages(lipschitz);
    }

    /**
     * {@linkplain org.legendre.optimize.Scheme#accelerated Accelerated} descent without gain: f(x_k) − f(u) ≤ (γ/(k − 1 + γ))^γ·L·D(u, x₀) for a triangle scaling exponent γ of D: 2 for quadratic forms, 1 for the relative entropy. With an adaptive gain the bound is that of
     * {@link org.legendre.optimize.Accelerated#rate}, times D(u, x₀).
     *
     * @param <X> the tag of the coordinates x
     * @param <Y> the dual tag
     * @param smoothness L, positive
     * @param exponent γ, at least 1
     * @return the theorem (Hanzely, Richtárik and Xiao 2021, theorem 1)
     * @throws DomainException if L is not positive or γ less than 1, or one is not finite
     */
    static <X extends Coordinates<Y>, Y extends Coordinates<X>> Theorem<X, Y> accelerated(
            double smoothness, double exponent) {
        return Rates.accelerated(smoothness, exponent);
    }

    /**
     * {@linkplain org.legendre.optimize.Scheme#mirrorProx Mirror-prox} on a saddle-point problem whose objective knows its gap: gap(w̄_k) ≤ max D(u, z₀)/Σtᵢ. The comparison point is the one farthest from the start: for a matrix game from uniform weights, a
     * pair of pure strategies, with D = ln m + ln n.
     *
     * @param <X> the tag of the coordinates x
     * @param <Y> the dual tag
     * @return the theorem (Nemirovski 2004, theorem 3.2)
     */
    static <X extends Coordinates<Y>, Y extends Coordinates<X>> Theorem<X, Y> mirrorProx() {
        return Rates.mirrorProx();
    }
}
