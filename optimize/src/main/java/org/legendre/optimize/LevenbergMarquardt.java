package org.legendre.optimize;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.legendre.geometry.Coordinates;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Form;
import org.legendre.geometry.Vec;

/**
 * Steps of a damped metric whose damping adapts: d = −(G(x) + λI)⁻¹∇f(x), with the metric G of a {@link Geometry#natural natural} geometry and λ by the reduction ratio
 *
 * <pre>{@code
 * ρ = (f(x) − f(x + d)) / (m(0) − m(d)),    m(d) = ⟨∇f(x), d⟩ + ½dᵀGd,    m(0) − m(d) = ½(λ|d|² − ⟨∇f(x), d⟩),
 * }</pre>
 *
 * what the step gains over what the model without damping promises; both terms of the promise are nonnegative. A step with ρ &gt; 0 is taken, and λ falls or rises by max(⅓, 1 − (2ρ − 1)³). A step with ρ ≤ 0, one that leaves the domain of the
 * geometry, and one to where the objective is +∞ are not taken: λ rises by the factors 2, 4, 8, … until one is. So does λ where the solve fails, as with a singular G. Each trial is one call of the oracle for the value with the differential;
 * G is not computed anew for it.
 *
 * <p>With the Fisher information as G it is natural gradient with adaptive damping. λ has the units of G. It belongs to the coordinates x, in which the identity is meant. The first one is ⟨g, Gg⟩/|g|², g = ∇f(x₀), unless {@linkplain #from another} is
 * given; the trace has the λ of each iterate ({@link Column#DAMPING}), and its decrement is ½gᵀ(G + λI)⁻¹g. What the metric has of its own, such as a ridge, stays in m.
 *
 * <p>Where the gain is too small to be seen in values, half the sum of the slopes at both ends stands for it; at rounding level the run has converged, as with {@link StepRule#armijo()}.
 *
 * <p>Source: H. B. Nielsen, Damping parameter in Marquardt's method, IMM-REP-1999-05 (1999), for the rule; K. Madsen, H. B. Nielsen and O. Tingleff, Methods for Non-Linear Least Squares Problems (2nd ed., 2004), algorithm 3.16; for the
 * Fisher information J. Martens and R. Grosse, Optimizing neural networks with Kronecker-factored approximate curvature, ICML 2015, §6.5 of the long version (arXiv:1503.05671), and §7 there for {@link #withMomentum}.
 */
public final class LevenbergMarquardt implements Scheme {
    private final double initial;
    /** x ↦ (v ↦ Fv) for momentum. */
    private final @Nullable Function<double[], UnaryOperator<double[]>> model;

    private LevenbergMarquardt(double initial, @Nullable Function<double[], UnaryOperator<double[]>> model) {
        this.initial = initial;
        this.model = model;
    }

    static LevenbergMarquardt of() {
        return new LevenbergMarquardt(0, null);
    }

    /**
     * The same from another first damping.
     *
     * @param lambda λ₀, positive
     * @return the scheme
     * @throws DomainException if λ₀ is not positive and finite
     */
    public LevenbergMarquardt from(double lambda) {
        return new LevenbergMarquardt(DomainException.requirePositive("first damping λ", lambda), model);
    }

    /**
     * The same for a metric that only approximates what the model should be, such as a Kronecker-factored or a diagonal one: the step is αd + μd₋, with d = −(G + λI)⁻¹∇f(x) and d₋ the step before, and (α, μ) minimise the damped model
     *
     * <pre>{@code
     * ⟨∇f(x), s⟩ + ½sᵀ(F + λI)s,    s = αd + μd₋,
     * }</pre>
     *
     * of another form F, at the cost of two products with it a trial; ρ is that of F, too. Where G is F itself, d is already the best step of all, and nothing is gained.
     *
     * <pre>{@code
     * Scheme.levenbergMarquardt().withMomentum(likelihood::fisher)
     * }</pre>
     *
     * @param <X> the tag of the coordinates x
     * @param <Y> the dual tag
     * @param form x ↦ F(x)
     * @return the scheme
     */
    public <X extends Coordinates<Y>, Y extends Coordinates<X>> LevenbergMarquardt withMomentum(
            Function<Vec<X>, ? extends Form<X, Y>> form) {
        return new LevenbergMarquardt(initial, x -> {
            Form<X, Y> here = form.apply(Vec.of(x));
            return v -> here.lower(Vec.of(v)).toArray();
        });
    }

    double initial() {
        return initial;
    }

    Optional<Function<double[], UnaryOperator<double[]>>> model() {
        return Optional.ofNullable(model);
    }

    /** {@inheritDoc} What is seen at rounding level (2), λ, and with momentum the step before. */
    @Override
    public int momentumSize(int n) {
        return model == null ? 3 : 3 + n;
    }

    @Override
    public boolean searches() {
        return false;
    }

    @Override
    public Optional<String> diagnose(Objective<?, ?> objective, Geometry<?, ?> geometry) {
        return Schemes.metric(geometry);
    }

    @Override
    public Motion motion(Stage stage) {
        return new DampedMotion(this, stage);
    }

    @Override
    public String toString() {
        return "Levenberg–Marquardt" + (initial > 0 ? " from λ = " + initial : "")
                + (model == null ? "" : " with momentum");
    }
}
