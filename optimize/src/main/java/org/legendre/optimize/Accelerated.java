package org.legendre.optimize;

import java.util.Optional;
import org.legendre.geometry.Coordinates;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Vec;

/**
 * Accelerated Bregman proximal gradient for f smooth relative to φ with constant L: with y = (1 − θ)x + θz,
 *
 * <pre>{@code
 * z₊ minimises ⟨∇f(y), z⟩ + r(z) + G·θ^(γ−1)·L·D_φ(z, z_k),    x₊ = (1 − θ)x + θz₊,
 * }</pre>
 *
 * where θ solves (1 − θ)/(Gθ^γ) = 1/(G₋θ₋^γ), G₋ and θ₋ being those of the step before, and θ = 1 at first. If each step satisfies
 *
 * <pre>{@code
 * f(x₊) ≤ f(y) + ⟨∇f(y), x₊ − y⟩ + G·θ^γ·L·D_φ(z₊, z_k),    (1)
 * }</pre>
 *
 * then F(x_k) − F(u) ≤ L·Gθ^γ·D_φ(u, x₀) for every u, with G and θ of the last step; and Gθ^γ ≤ Ĝ(γ/(k − 1 + γ))^γ for γ ≥ 1 with Ĝ = (G₀^γ G₁ ⋯ G_{k−1})^(1/(k−1+γ)), if γ stays; from γ₀ down to γ it is θ^γ ≤ (γ₀/(k − 1 + γ₀))^γ. Three ways to come to (1):
 *
 * <ul>
 *   <li>G = 1 and γ a triangle scaling exponent of D_φ: by default 2, which is one for quadratics, and near the optimum for all; 1 if D_φ is jointly convex
 *   <li>{@link #adaptiveExponent}: G = 1, and γ falls by 0.2 where (1) does not hold
 *   <li>{@link #adaptiveGain}: γ stays; G falls by a factor 1.2 with every step and rises by as much where (1) does not hold. Its geometric mean Ĝ is small in practice
 * </ul>
 *
 * <p>{@link #rate} says what has been proved of a run. Differentials at y and at x₊ are one call of the oracle each, also in trials. Where the two sides of (1) are not visible in values, slopes decide: ½⟨∇f(x₊) − ∇f(y), x₊ − y⟩ stands for its left-hand side. When
 * neither value nor gap has moved beyond rounding for 200 steps, the run has converged.
 *
 * <p>Source: F. Hanzely, P. Richtárik and L. Xiao, Accelerated Bregman proximal gradient methods for relatively smooth convex optimization, Comput. Optim. Appl. 79 (2021), algorithms 1–3; for the
 * restart B. O'Donoghue and E. Candès, Adaptive restart for accelerated gradient schemes, Found. Comput. Math. 15 (2015), §3.2.
 */
public final class Accelerated implements Scheme {
    /** What adapts to (1). */
    enum Adaptive {
        NOTHING,
        EXPONENT,
        GAIN
    }

    final double smoothness;
    final double exponent;
    final Adaptive adaptive;
    final boolean restart;

    private Accelerated(double smoothness, double exponent, Adaptive adaptive, boolean restart) {
        this.smoothness = smoothness;
        this.exponent = exponent;
        this.adaptive = adaptive;
        this.restart = restart;
    }

    static Accelerated of(double smoothness) {
        return new Accelerated(
                DomainException.requirePositive("relative smoothness", smoothness), 2, Adaptive.NOTHING, false);
    }

    /**
     * The same method with another exponent, or first exponent if that adapts.
     *
     * @param gamma γ ≥ 1
     * @return the method
     * @throws DomainException if γ is below 1 or not finite
     */
    public Accelerated exponent(double gamma) {
        if (!(gamma >= 1 && gamma < Double.POSITIVE_INFINITY)) {
            throw new DomainException("exponent", gamma, "a finite number ≥ 1");
        }
        return new Accelerated(smoothness, gamma, adaptive, restart);
    }

    /**
     * The method whose exponent γ falls by 0.2 where (1) does not hold (ABPG-e). Where no positive one is small enough the run ends: an assumption is violated.
     *
     * @return the method
     */
    public Accelerated adaptiveExponent() {
        return new Accelerated(smoothness, exponent, Adaptive.EXPONENT, restart);
    }

    /**
     * The method whose gain G adapts (ABPG-g).
     *
     * @return the method
     */
    public Accelerated adaptiveGain() {
        return new Accelerated(smoothness, exponent, Adaptive.GAIN, restart);
    }

    /**
     * The same method with a restart from the iterate, with z = x and θ = 1, where a step would raise the objective. The bound then counts from there.
     *
     * @return the method
     */
    public Accelerated restarting() {
        return new Accelerated(smoothness, exponent, adaptive, true);
    }

    @Override
    public int momentumSize(int n) {
        return AcceleratedMotion.momentumSize(n);
    }

    @Override
    public boolean dual() {
        return false;
    }

    @Override
    public boolean searches() {
        return false;
    }

    @Override
    public Optional<String> diagnose(Objective<?, ?> objective, Geometry<?, ?> geometry) {
        return Schemes.dualPoints(geometry);
    }

    @Override
    public Motion motion(Stage stage) {
        return new AcceleratedMotion(this, stage);
    }

    /**
     * What (1), as it was seen to hold, proves of a run.
     *
     * @param factor F(x) − F(u) ≤ factor·D_φ(u, origin) for every u: L·Gθ^γ; +∞ before the first step and where (1) was violated
     * @param gain Ĝ; 1 where the gain is fixed
     * @param exponent γ of the last step
     * @param steps the number of steps since the origin
     * @param violation the first step since then that violated (1), from 1; 0 if none did. Only a fixed exponent with G = 1 can
     */
    public record Rate(double factor, double gain, double exponent, int steps, int violation) {}

    /**
     * The bound for a state of a run of this method.
     *
     * @param state the state
     * @return the bound
     * @throws DomainException if the state is that of another method
     */
    public Rate rate(State<?, ?> state) {
        return AcceleratedMotion.rate(this, requireState(state), state.x.length);
    }

    /**
     * The point from which the bound counts: the start, or that of the last restart.
     *
     * @param <X> the tag of the coordinates x
     * @param <Y> the dual tag
     * @param state a state of a run of this method
     * @return the origin
     * @throws DomainException if the state is that of another method
     */
    public <X extends Coordinates<Y>, Y extends Coordinates<X>> Vec<X> origin(State<X, Y> state) {
        return Vec.of(AcceleratedMotion.origin(requireState(state), state.x.length));
    }

    private double[] requireState(State<?, ?> state) {
        return DomainException.requireLength(
                "memory of the state's scheme", state.momentum, momentumSize(state.x.length));
    }

    @Override
    public String toString() {
        String name = switch (adaptive) {
            case NOTHING -> "accelerated descent with the exponent " + exponent;
            case EXPONENT -> "accelerated descent with adaptive exponent from " + exponent;
            case GAIN -> "accelerated descent with adaptive gain, exponent " + exponent;
        };
        return restart ? name + ", restarting" : name;
    }
}
