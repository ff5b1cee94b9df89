package org.legendre.optimize;

import java.util.Optional;
import java.util.function.ToDoubleBiFunction;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Vec;

/**
 * How the next iterate follows from the present one and the past: what makes mirror descent, dual averaging or an accelerated method the method that it is. A scheme is
 * immutable; what a run remembers is in its {@link State}.
 *
 * <p>To write one, implement {@link #motion}: the {@link Motion} of one run reads the iterate from its {@link Stage}, makes the next point there, and keeps whatever must
 * outlive an iterate in {@link Stage#momentum()}, from which a resumed run goes on bit for bit.
 */
public interface Scheme {
    /**
     * The workspace of one run.
     *
     * @param stage the iterate, the next point and the oracle of the run
     * @return a new workspace
     */
    Motion motion(Stage stage);

    /**
     * How many numbers the scheme keeps in the state, besides the iterate with its dual point and differential.
     *
     * @param n the dimension
     * @return the length of {@link Stage#momentum()}
     */
    default int momentumSize(int n) {
        return 0;
    }

    /**
     * Whether iterates are made from their dual points, as by a mirror step. Other iterates (averages of points) have no dual point in the state and no decrement.
     *
     * @return true by default
     */
    default boolean dual() {
        return true;
    }

    /**
     * Whether the {@link StepRule} of the method picks the lengths of the steps; a scheme that has its own refuses one.
     *
     * @return true by default
     */
    default boolean searches() {
        return true;
    }

    /**
     * Says why this scheme cannot be put together with an objective and a geometry.
     *
     * @param objective the objective
     * @param geometry the geometry
     * @return the reason in words; empty (the default) if it can
     */
    default Optional<String> diagnose(Objective<?, ?> objective, Geometry<?, ?> geometry) {
        return Optional.empty();
    }

    /**
     * The step rule of a method for which none was set.
     *
     * @return the rule; empty (the default) for that of the geometry, or else {@link StepRule#armijo()}
     */
    default Optional<StepRule> rule() {
        return Optional.empty();
    }

    /**
     * One step along the geometry's own curve: mirror descent, natural gradient or gradient descent, by the geometry.
     *
     * @return the scheme, which is the default
     */
    static Scheme descent() {
        return PlainDescent.INSTANCE;
    }

    /**
     * {@link #descent} whose iterative solves for the direction, as by {@link org.legendre.geometry.ConjugateGradients}, begin at the direction of the step before, which the state keeps. The direction is the same up to the tolerance
     * of the solve; {@link Row#residual} has what was reached.
     *
     * @return the scheme, for the geometries of {@link Geometry#natural}
     */
    static Scheme warmStarted() {
        return WarmStarted.INSTANCE;
    }

    /**
     * Levenberg–Marquardt: unit steps of the metric with adaptive damping λ, {@link LevenbergMarquardt}. With the Fisher information of a model it is natural gradient that finds its own damping:
     *
     * <pre>{@code
     * var geometry = NaturalGradient.of(n, w -> likelihood.fisher(w).damped(0));
     * var run = Descent.of(loss, geometry).by(Scheme.levenbergMarquardt()).run(w0);
     * run.trace().column(Column.DAMPING);
     * }</pre>
     *
     * @return the scheme, for the geometries of {@link Geometry#natural} and {@link Geometry#euclidean}
     */
    static LevenbergMarquardt levenbergMarquardt() {
        return LevenbergMarquardt.of();
    }

    /**
     * A trust region: the step d that minimises ⟨g, d⟩ + ½dᵀGd in the ball ½dᵀGd ≤ δ of the metric, which is d = −tG⁻¹g with t = min(1, √(δ/decrement)), 1/t − 1 being the multiplier of the constraint; halved until a divergence itself is at most δ and the objective falls. With the Fisher
     * information for the metric ½dᵀGd is the Kullback–Leibler divergence to second order, and the radius means the same in all coordinates.
     *
     * <p>Source: J. Schulman, S. Levine, P. Moritz, M. Jordan and P. Abbeel, Trust region policy optimization, ICML 2015, appendix C (there t = √(δ/decrement), the objective being linear in the model).
     *
     * @param <X> the tag of the coordinates x
     * @param radius δ, positive, in the units of the divergence
     * @param divergence (x, x₊) ↦ D, such as {@code likelihood::meanDivergence}
     * @return the scheme, for the geometries of {@link Geometry#natural}
     * @throws DomainException if δ is not positive and finite
     */
    static <X> Scheme trustRegion(double radius, ToDoubleBiFunction<Vec<X>, Vec<X>> divergence) {
        return new TrustRegion(radius, (from, to) -> divergence.applyAsDouble(Vec.of(from), Vec.of(to)));
    }

    /**
     * Momentum: u ← G⁻¹∇f(x) + μu, x ← x − tu, with G the metric of the geometry. With a constant step t it is x₊ = x − tG⁻¹∇f(x) + μ(x − x₋). To a step rule that searches, u need not be a direction of descent.
     *
     * <p>Source: B. T. Polyak, Some methods of speeding up the convergence of iteration methods, USSR Comput. Math. Math. Phys. 4 (1964), for the identity as G.
     *
     * @param momentum μ in [0, 1)
     * @return the scheme, for the geometries of {@link Geometry#natural} and {@link Geometry#euclidean}
     * @throws DomainException if μ is not in [0, 1)
     */
    static Scheme heavyBall(double momentum) {
        return new HeavyBall(momentum);
    }

    /**
     * Riemannian conjugate gradients in the chart x: u = v + βu₋ with the gradient v = G(x)⁻¹∇f(x) and Polak and Ribière's β = max(0, ⟨v, v − v₋⟩_G / ⟨v₋, v₋⟩_{G₋}). The retraction is the straight line of the chart, R_x(ξ) = x + ξ, whose differential transports tangents by leaving their coordinates as they are; ⟨v, v₋⟩_G is
     * then the pairing of ∇f(x) with v₋. Where u would not descend, it is v again. The step rule is {@link StepRule#wolfe()} unless another one is set.
     *
     * <p>With the Fisher information as G it is the method of conjugate gradients on the manifold of a family or a model. For a quadratic f, a constant G and exact steps it is that of Hestenes and Stiefel with G as preconditioner.
     *
     * <p>Source: P.-A. Absil, R. Mahony and R. Sepulchre, Optimization Algorithms on Matrix Manifolds (2008), §8.3, algorithm 13, with the transport of §8.1.2.
     *
     * @return the scheme, for the geometries of {@link Geometry#natural} and {@link Geometry#euclidean}
     */
    static Scheme conjugateGradients() {
        return RiemannianConjugateGradients.INSTANCE;
    }

    /**
     * Newton's method by conjugate gradients: the Newton equation is solved to the relative residual min(½, √‖g‖), lengths in the dual metric, with Hessian products (∇f(x + hd) − ∇f(x − hd))/2h, which count as two calls of the oracle each, to a relative error of the order of 1e-10. A direction without positive curvature ends the solve; if it
     * is the first one, it is taken. The metric of the geometry is the preconditioner: with {@link Geometry#euclidean} there is none. The step rule is {@link StepRule#armijoFrom} 1 unless another one is set.
     *
     * <p>Source: J. Nocedal and S. J. Wright, Numerical Optimization (2006), algorithm 7.1 (line search Newton–CG).
     *
     * @return the scheme, for the geometries of {@link Geometry#natural} and {@link Geometry#euclidean}
     */
    static Scheme newtonConjugateGradients() {
        return NewtonConjugateGradients.INSTANCE;
    }

    /**
     * L-BFGS in the coordinates y of the geometry: with v = (∂x/∂y)ᵀ∇f the differential in y, the step is y(t) = y − t·Hv, where H is made by the BFGS updates of the last m pairs (Δy, Δv) from ΔyᵀΔv/|Δv|²
     * times the identity. Log weights on the simplex with {@link Geometry#exponentiatedGradient}, square roots of weights with {@link Geometry#hellinger} (much the better where the optimum has zeros: there log weights run to −∞), x itself with
     * half the squared norm. At the ends of a box the coordinates that the gradient pushes outwards are held, and H is taken on the others (two-metric projection).
     *
     * <p>The step rule is {@link StepRule#wolfe()} unless another one is set. A pair of no positive curvature is dropped.
     *
     * <p>Source: J. Nocedal, Updating quasi-Newton matrices with limited storage, Math. Comp. 35 (1980); D. P. Bertsekas, Projected Newton methods for optimization problems with simple
     * constraints, SIAM J. Control Optim. 20 (1982), for the box.
     *
     * @param pairs m, at least 1; 10 to 40 for most purposes
     * @return the scheme, for geometries whose points are a smooth function of their dual points
     * @throws DomainException if m is not positive
     */
    static Scheme quasiNewton(int pairs) {
        return new QuasiNewton(pairs);
    }

    /**
     * Dual averaging, or lazy mirror descent: x_{k+1} minimises ⟨S_{k+1}, x⟩ + T_{k+1} r(x) + D_φ(x, x₀) with S_{k+1} = Σ_{i≤k} tᵢ∇f(xᵢ) and T_{k+1} = Σ_{i≤k} tᵢ. The dual point ∇φ(x₀) − S is kept as
     * it is; each iterate is its projection, where mirror descent projects what was projected before. The step rule gives the lengths tᵢ; one that searches for a decrease finds it, but theory speaks of lengths
     * given beforehand.
     *
     * <p>Regret: Σ_{i&lt;k} tᵢ(⟨∇f(xᵢ), xᵢ − u⟩ + r(x_{i+1}) − r(u)) ≤ D_φ(u, x₀) + ½ Σ_{i&lt;k} tᵢ²‖∇f(xᵢ)‖*² for φ strongly convex with modulus 1 in a norm; so {@link #averaged} iterates satisfy F(x̄_k) − F(u) ≤ that over Σ tᵢ if r = 0.
     *
     * <p>Source: Y. Nesterov, Primal-dual subgradient methods for convex problems, Math. Program. 120 (2009), §2, with constant β; with r L. Xiao, Dual averaging methods for regularized stochastic learning, J. Mach.
     * Learn. Res. 11 (2010).
     *
     * @return the scheme
     */
    static Scheme dualAveraging() {
        return DualAveraging.INSTANCE;
    }

    /**
     * Simple dual averaging: x_{k+1} minimises ⟨Σ_{i≤k} ∇f(xᵢ), x⟩ + (k + 1)r(x) + γβ_{k+1} D_φ(x, x₀) with β₀ = β₁ = 1 and β_{k+1} = β_k + 1/β_k, which grows as √(2k). The recorded step is
     * 1/(γβ_{k+1}).
     *
     * <p>Regret with r = 0: Σ_{i≤k} ⟨∇f(xᵢ), xᵢ − u⟩ ≤ γβ_{k+1} D_φ(u, x₀) + Σ_{i≤k} ‖∇f(xᵢ)‖*²/(2γβᵢ) for φ strongly convex with modulus 1 in a norm.
     *
     * <p>Source: Y. Nesterov, Primal-dual subgradient methods for convex problems, Math. Program. 120 (2009), theorem 1 and the method of simple dual averages.
     *
     * @param scale γ, positive; G/√(2D) is best for gradients of norm G and a distance D_φ(u, x₀) = D
     * @return the scheme
     * @throws DomainException if γ is not positive and finite
     */
    static Scheme dualAveraging(double scale) {
        return new ScaledDualAveraging(scale);
    }

    /**
     * Optimistic mirror descent: a step along 2∇f(x_k) − ∇f(x_{k−1}) in place of ∇f(x_k). For the operator of a saddle point its iterates themselves converge, by one call of the oracle a step. The step rule
     * gives the length; to a search the direction need not be one of descent.
     *
     * <p>Source: L. D. Popov, A modification of the Arrow–Hurwicz method for search of saddle points, Math. Notes 28 (1980); C. Daskalakis, A. Ilyas, V. Syrgkanis and H. Zeng, Training GANs with optimism, ICLR
     * 2018, equation 5.
     *
     * @return the scheme
     */
    static Scheme optimistic() {
        return Optimistic.INSTANCE;
    }

    /**
     * Averages of the points from which another scheme steps, weighted by the lengths of the steps: x̄_k = Σ_{i&lt;k} tᵢxᵢ / Σ_{i&lt;k} tᵢ (and x̄₀ = x₀). What bounds a regret bounds the value at this average.
     * An average has no dual point; each iterate costs one more call of the oracle than the scheme alone.
     *
     * <p>Source: A. Nemirovsky and D. Yudin, Problem Complexity and Method Efficiency in Optimization (1983), chapter 3.
     *
     * @param scheme the scheme to average
     * @return the scheme of its averages
     */
    static Scheme averaged(Scheme scheme) {
        return new Averaged(scheme, false);
    }

    /**
     * As {@link #averaged}, with equal weights whatever the lengths: x̄_k = (x₀ + … + x_{k−1})/k. It goes with {@link #dualAveraging(double)}, and with steps of the order of 1/k (B. T. Polyak and A. B. Juditsky,
     * Acceleration of stochastic approximation by averaging, SIAM J. Control Optim. 30, 1992).
     *
     * @param scheme the scheme to average
     * @return the scheme of its averages
     */
    static Scheme evenlyAveraged(Scheme scheme) {
        return new Averaged(scheme, true);
    }

    /**
     * Mirror-prox with a constant step: w_k minimises t⟨F(z_k), w⟩ + t·r(w) + D(w, z_k), z_{k+1} minimises t⟨F(w_k), z⟩ + t·r(z) + D(z, z_k), and the iterates are the averages of the w. The differential of the objective is
     * the monotone operator F: for a saddle point of φ(p, q) it is (∂φ/∂p, −∂φ/∂q), and its value should be the gap. Two calls of the oracle a step, and one for the average.
     *
     * <p>Bound: for r = 0, any u and F with Lipschitz constant at most 1/t (in a norm where the mirror map is strongly convex with modulus 1, against its dual norm) the average satisfies Σ ⟨F(w_i), w_i − u⟩/k ≤ D(u, z₀)/(tk). So a matrix game with
     * entries in [−1, 1] has, from uniform weights with unit step, a gap of at most (ln m + ln n)/k.
     *
     * <p>Source: A. Nemirovski, Prox-method with rate of convergence O(1/t) for variational inequalities with Lipschitz continuous monotone operators, SIAM J. Optim. 15 (2004), theorem 3.2.
     *
     * @param step t
     * @return the scheme
     * @throws DomainException if the step is not positive and finite
     */
    static Scheme mirrorProx(double step) {
        return new MirrorProx(DomainException.requirePositive("step", step));
    }

    /**
     * As {@link #mirrorProx(double)}, with a search in place of the Lipschitz constant: from twice the previous step (1 at first) the step is halved until
     * t⟨F(w) − F(z), w − z₊⟩ ≤ D(z₊, w) + D(w, z), which is all that the proof of the bound asks for; the average is weighted by the steps, and tk in the bound is their sum.
     *
     * @return the scheme
     */
    static Scheme mirrorProx() {
        return new MirrorProx(0);
    }

    /**
     * Accelerated Bregman proximal gradient with the exponent γ = 2 and nothing that adapts; {@link Accelerated} has the variants: {@code Scheme.accelerated(1).adaptiveGain()}.
     *
     * @param smoothness L: f is smooth relative to the mirror map with this constant
     * @return the scheme
     * @throws DomainException if L is not positive and finite
     */
    static Accelerated accelerated(double smoothness) {
        return Accelerated.of(smoothness);
    }

    /**
     * AdaGrad: x₊ᵢ = xᵢ − t∂ᵢf/(δ + √Σⱼ(∂ᵢfⱼ)²), the sum over all iterates so far, clipped to the box if there is one: mirror descent with the mirror map ½Σ hᵢxᵢ², which changes from step to step. The step rule gives t.
     *
     * <p>Regret: Σ_{k&lt;K} ⟨g_k, x_k − u⟩ ≤ (R²/2t)(nδ + Σᵢ‖g_{·,i}‖₂) + tΣᵢ‖g_{·,i}‖₂ for constant t, with R the greatest |x_{k,i} − uᵢ|.
     *
     * <p>Source: J. Duchi, E. Hazan and Y. Singer, Adaptive subgradient methods for online learning and stochastic optimization, J. Mach. Learn. Res. 12 (2011), algorithm 1 (composite mirror descent, diagonal matrices) and theorem 5.
     *
     * @param delta δ ≥ 0
     * @return the scheme, for half the squared norm on the whole space or a box, and for {@link Geometry#euclidean}; refused elsewhere
     * @throws DomainException if δ is negative or not finite
     */
    static Scheme adaGrad(double delta) {
        return new AdaGrad(delta);
    }

    /**
     * Mini-batch stochastic mirror descent on a {@link FiniteSum}: every step follows the mean differential of a batch of terms, its length being first/(k + 1)^power at the k-th step of the run. Between two iterates
     * there are {@link Sampling#steps} of them: an iterate, whose own value and differential are measured for the trace, should be an epoch or so.
     *
     * <p>Source: A. Nemirovski, A. Juditsky, G. Lan and A. Shapiro, Robust stochastic approximation approach to stochastic programming, SIAM J. Optim. 19 (2009), §2.3.
     *
     * @param sampling what is drawn
     * @param first the length of the first step
     * @param power the exponent, ≥ 0
     * @return the scheme
     * @throws DomainException if the first length is not positive or the power negative, or one is not finite
     */
    static Scheme stochastic(Sampling sampling, double first, double power) {
        return new Stochastic(sampling, first, power, false);
    }

    /**
     * As {@link #stochastic}; the iterates are the averages of all points that were stepped from, weighted by the lengths of the steps. In the mean over what is drawn, F(x̄) − F(u) ≤ (D_φ(u, x₀) + ½Σ tₖ²E‖gₖ‖*²)/Σ tₖ for φ
     * strongly convex with modulus 1.
     *
     * @param sampling what is drawn
     * @param first the length of the first step
     * @param power the exponent, ≥ 0
     * @return the scheme
     * @throws DomainException if the first length is not positive or the power negative, or one is not finite
     */
    static Scheme stochasticAverages(Sampling sampling, double first, double power) {
        return new Stochastic(sampling, first, power, true);
    }

    /**
     * Variance-reduced stochastic mirror descent (SVRG) on a {@link FiniteSum}. An iterate x̃ is a snapshot with its full differential; {@link Sampling#steps} steps follow ∇f_B(x) − ∇f_B(x̃) + ∇f(x̃) for batches B, and the last
     * point is the next snapshot. The variance of the steps vanishes with the distance to the optimum, so that a constant length converges to it.
     *
     * <p>Source: R. Johnson and T. Zhang, Accelerating stochastic gradient descent using predictive variance reduction, NIPS 2013 (option I); with a proximal step L. Xiao and T. Zhang, A proximal stochastic
     * gradient method with progressive variance reduction, SIAM J. Optim. 24 (2014).
     *
     * @param sampling what is drawn
     * @param step the length of every step
     * @return the scheme
     * @throws DomainException if the length is not positive and finite
     */
    static Scheme varianceReduced(Sampling sampling, double step) {
        return new VarianceReduced(sampling, step);
    }
}
