package org.legendre.optimize;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.legendre.geometry.Chart;
import org.legendre.geometry.Coordinates;
import org.legendre.geometry.Differential;
import org.legendre.geometry.Domain;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Metric;
import org.legendre.geometry.Potentials;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;

/**
 * How a differential becomes a step. A covector is not a direction; a mirror map or a metric makes it one.
 *
 * <p>Mirror descent in η with ψ* and natural gradient in θ with ∇²ψ are the same iterates (Raskutti and Mukherjee, The information geometry of
 * mirror descent, IEEE Trans. Inf. Theory 61, 2015, theorem 1); so are mirror descent in θ with ψ and natural gradient in η with ∇²ψ*, another
 * algorithm.
 *
 * @param <X> the tag of the coordinates x
 * @param <Y> the dual tag, of differentials
 */
public interface Geometry<X extends Coordinates<Y>, Y extends Coordinates<X>> {
    /**
     * The dimension.
     *
     * @return n
     */
    int size();

    /**
     * Whether a dual point is carried along, as mirror methods do.
     *
     * @return true if a state has a dual point
     */
    boolean dual();

    /**
     * Whether steps are those of a mirror map: straight lines y − tg in dual points, each brought to its point x. Schemes that add up differentials, or combine steps from several points, build on that.
     *
     * @return by default whether there are dual points
     */
    default boolean mirrors() {
        return dual();
    }

    /**
     * Whether steps are those of exponential weights: x₊ ∝ x·exp(−t∇f(x)) on the probability simplex.
     *
     * @return true for {@link #exponentiatedGradient}; false by default
     */
    default boolean exponentialWeights() {
        return false;
    }

    /**
     * Whether steps are x₊ = x − t∇f(x) in the whole space, so that a scheme may put a metric of its own in the place of the identity.
     *
     * @return true for {@link #euclidean}; false by default
     */
    default boolean isEuclidean() {
        return false;
    }

    /**
     * Says why a run cannot start at a point.
     *
     * @param x the point
     * @return the reason in words; empty if it can
     */
    Optional<String> diagnose(double[] x);

    /**
     * The step rule of a method for which neither the user nor the scheme sets one.
     *
     * @return the rule; empty (the default) for {@link StepRule#armijo()}
     */
    default Optional<StepRule> rule() {
        return Optional.empty();
    }

    /**
     * The workspace of a run.
     *
     * @return a new workspace
     */
    Curve curve();

    /**
     * A bound on f(x) − min f for convex f, from the differential alone; on F(x) − min F with a {@linkplain #term term} r, F = f + r.
     *
     * @param x the point
     * @param g the differential of f there
     * @return the gap, or +∞ where there is no bound, as without a bounded constraint
     */
    default double gap(double[] x, double[] g) {
        return Double.POSITIVE_INFINITY;
    }

    /**
     * The term r of a composite objective F = f + r whose steps keep r as it is. The values of a run are then those of F; differentials are those of f.
     *
     * @return r; empty for f alone
     */
    default Optional<Term> term() {
        return Optional.empty();
    }

    /**
     * Mirror descent: ∇φ(x₊) = ∇φ(x) − t∇f(x). The dual point is carried along, not recomputed.
     *
     * <p>The tags of a shipped potential cannot be inferred through two calls; name them:
     *
     * <pre>{@code
     * Geometry.mirror(Potentials.<Weights, Differential<Weights>>burg(n))
     * }</pre>
     *
     * <p>Source: A. Nemirovsky and D. Yudin, Problem Complexity and Method Efficiency in Optimization (1983), chapter 3.
     *
     * @param <X> the tag of the coordinates x
     * @param <Y> the dual tag
     * @param phi the mirror potential φ
     * @return the geometry
     */
    static <X extends Coordinates<Y>, Y extends Coordinates<X>> Geometry<X, Y> mirror(Legendre<X, Y> phi) {
        return MirrorTable.unconstrained(phi);
    }

    /**
     * Mirror descent followed by the Bregman projection onto a constraint: x₊ minimises ⟨t∇f(x), ·⟩ + D_φ(·, x) on it. The pairs with a step in closed form or by one
     * equation in one unknown, its residual certified to 1e-13:
     *
     * <ul>
     *   <li>on the simplex, capped simplices and products of simplices: every separable map (with the negative entropy the projection onto a product of simplices is the
     *       normalisation, done in logarithms)
     *   <li>on a box: every separable map
     *   <li>on the l1 ball: half the squared norm and the hyperbolic entropy
     *   <li>on an affine set: half the squared norm and quadratic forms
     *   <li>on the spectrahedron: von Neumann's entropy and the log-determinant
     * </ul>
     *
     * @param <X> the tag of the coordinates x
     * @param <Y> the dual tag
     * @param phi the mirror potential φ
     * @param constraint the set
     * @return the geometry, which also knows the Frank–Wolfe gap of the set
     * @throws DomainException if the projection is not known for this pair (the message names those that are), the dimensions differ, or the set does not meet the
     *     domain of φ
     */
    static <X extends Coordinates<Y>, Y extends Coordinates<X>> Geometry<X, Y> mirror(
            Legendre<X, Y> phi, Constraint constraint) {
        return MirrorTable.resolve(phi, constraint);
    }

    /**
     * Bregman proximal gradient for f + r: x₊ minimises t⟨∇f(x), ·⟩ + t·r + D_φ(·, x). Values, gaps and decrements are those of f + r, and a step rule sees ⟨∇f(x), x₊ − x⟩ + r(x₊) − r(x)
     * as the predicted change: with it the inequality f(x₊) ≤ f(x) + ⟨∇f(x), x₊ − x⟩ + D(x₊, x)/t of relative smoothness is one for f + r, for r(x₊) stands on both of its sides; and as
     * the predicted change is at most −(D(x₊, x) + D(x, x₊))/t, Armijo's condition holds for all short steps.
     *
     * <p>Σ|xᵢ| and Σ xᵢ² go with every separable map, the indicator of a set with the maps that {@link #mirror(Legendre, Constraint)} has for it, being the same as that constraint. The gap is
     * max over u of ⟨∇f(x), x − u⟩ + r(x) − r(u), u in the closure of the domain of φ: finite for Σ xᵢ² and on bounded boxes always, for Σ|xᵢ| on the line where |∂ᵢf| ≤ λ.
     *
     * <p>Source: H. H. Bauschke, J. Bolte and M. Teboulle, A descent lemma beyond Lipschitz gradient continuity, Math. Oper. Res. 42 (2017), §4 (algorithm NoLips).
     *
     * @param <X> the tag of the coordinates x
     * @param <Y> the dual tag
     * @param phi the mirror potential φ
     * @param term r
     * @return the geometry
     * @throws DomainException if the step is not known for this pair; the message names those that are
     */
    static <X extends Coordinates<Y>, Y extends Coordinates<X>> Geometry<X, Y> mirror(Legendre<X, Y> phi, Term term) {
        return term instanceof Term.Indicator indicator
                ? mirror(phi, indicator.set())
                : new CompositeGeometry<>(phi, term);
    }

    /**
     * Exponentiated gradient on the simplex of n weights: x₊ ∝ x·exp(−t∇f(x)), kept as log weights, so that a weight that underflows can come
     * back. Short for {@code mirror(Potentials.negativeEntropy(n), Constraint.simplex())}.
     *
     * <p>Source: J. Kivinen and M. K. Warmuth, Exponentiated gradient versus gradient descent for linear predictors, Inf. Comput. 132
     * (1997), §3.
     *
     * @param n the number of weights, at least 1
     * @return the geometry
     * @throws DomainException if n is not positive
     */
    static Geometry<Weights, Differential<Weights>> exponentiatedGradient(int n) {
        Legendre<Weights, Differential<Weights>> entropy = Potentials.negativeEntropy(n);
        return mirror(entropy, Constraint.simplex());
    }

    /**
     * Frank–Wolfe steps (conditional gradient) x₊ = x + t(s − x), 0 &lt; t ≤ 1, towards a point s of a bounded set at which ⟨∇f(x), s⟩ is least. No projection and no mirror map: the iterates are mixtures of the start and of extreme points. Twice the decrement is
     * the Frank–Wolfe gap. Steps: {@link StepRule#exact()}, the default, for convex objectives, {@link StepRule#armijo()} or {@link StepRule#openLoop()}; a step has no proximal term, so relative smoothness cannot be asked for.
     *
     * <p>Source: M. Frank and P. Wolfe, An algorithm for quadratic programming, Naval Res. Logist. Quart. 3 (1956); M. Jaggi, Revisiting Frank–Wolfe, ICML 2013, algorithm 1.
     *
     * @param <X> the tag of the coordinates x
     * @param <Y> the dual tag
     * @param n the dimension
     * @param set a bounded set with {@linkplain Constraint#minimise linear minimisation}
     * @return the geometry
     * @throws DomainException if the set is not bounded or of another dimension
     */
    static <X extends Coordinates<Y>, Y extends Coordinates<X>> Geometry<X, Y> frankWolfe(int n, Constraint set) {
        return FrankWolfe.towards(n, set);
    }

    /**
     * Frank–Wolfe with away steps, on the simplex or a product of simplices: where it is the steeper of the two, x₊ = x + t(x − v), v being the worst vertex among those that x uses (in each simplex the greatest ∂f among weights that are not 0), up
     * to the t at which one of them is not used any more: its weight is then exactly 0. For a strongly convex f on the simplex the gap falls linearly, where it falls as 1/k without away steps.
     *
     * <p>Source: S. Lacoste-Julien and M. Jaggi, On the global linear convergence of Frank–Wolfe optimization variants, NIPS 2015, algorithm 1 and theorem 1; for D-optimal designs S. D. Ahipaşaoğlu, P. Sun and M. J. Todd, Linear convergence of a modified
     * Frank–Wolfe algorithm for computing minimum-volume enclosing ellipsoids, Optim. Methods Softw. 23 (2008). That on a product the support of x is all that an away step has to know: D. Garber and O. Meshi, Linear-memory and decomposition-invariant linearly convergent conditional gradient, NIPS 2016.
     *
     * @param <X> the tag of the coordinates x
     * @param <Y> the dual tag
     * @param n the dimension
     * @param set the simplex or a product of simplices
     * @return the geometry
     * @throws DomainException if the set is another or of another dimension
     */
    static <X extends Coordinates<Y>, Y extends Coordinates<X>> Geometry<X, Y> frankWolfeAway(int n, Constraint set) {
        return FrankWolfe.away(n, set);
    }

    /**
     * Gradient steps in the square roots of the weights of the simplex: x = y²/|y|², y(t) = y − t(∂x/∂y)ᵀ∇f with |y| = 2. There the Fisher metric of the categorical distributions is that of a sphere of radius 2, so that
     * small steps are those of exponentiated gradient; a weight can reach 0, and weights that are 0 stay 0. The coordinates for {@linkplain Scheme#quasiNewton quasi-Newton} steps on the simplex.
     *
     * <p>Source: S. Amari and H. Nagaoka, Methods of Information Geometry (2000), section 2.6 (the representation of α = 0).
     *
     * @param n the number of weights, at least 1
     * @return the geometry
     * @throws DomainException if n is not positive
     */
    static Geometry<Weights, Differential<Weights>> hellinger(int n) {
        return new HellingerGeometry(n);
    }

    /**
     * Exponentiated gradient without normalisation (EGU), on the orthant: x₊ = x·exp(−t∇f(x)), kept as logarithms. Short for {@code mirror(Potentials.negativeEntropy(n))}.
     *
     * <p>Source: J. Kivinen and M. K. Warmuth, Exponentiated gradient versus gradient descent for linear predictors, Inf. Comput. 132 (1997), §3.
     *
     * @param n the number of weights, at least 1
     * @return the geometry
     * @throws DomainException if n is not positive
     */
    static Geometry<Weights, Differential<Weights>> unnormalizedExponentiatedGradient(int n) {
        Legendre<Weights, Differential<Weights>> entropy = Potentials.negativeEntropy(n);
        return mirror(entropy);
    }

    /**
     * Exponentiated gradient for signed weights (EG±), on the l1 ball of radius r: x = r(p⁺ − p⁻) with 2n weights that sum to 1, p^± ∝ p^± exp(∓t∇f(x)). A start is strictly inside the ball; 0
     * has equal weights. The step t is ηr of the source. Without the bound on Σ|xᵢ| it is {@code mirror(Potentials.hypentropy(n, β))}, where the products of the two
     * weights of a coordinate stay β²/4.
     *
     * <p>Source: J. Kivinen and M. K. Warmuth, Exponentiated gradient versus gradient descent for linear predictors, Inf. Comput. 132 (1997), §3 (EG±).
     *
     * @param n the dimension, at least 1
     * @param radius r, positive
     * @return the geometry, which knows the Frank–Wolfe gap of the ball
     * @throws DomainException if n or the radius is not positive
     */
    static Geometry<Weights, Differential<Weights>> signedExponentiatedGradient(int n, double radius) {
        if (n < 1) {
            throw new DomainException("dimension", n, "at least 1");
        }
        CrossPolytope ball = new CrossPolytope(radius);
        return new MirrorGeometry<>(
                n, "signed exponentiated gradient on " + ball, ball, () -> new SignedEntropyStep(ball));
    }

    /**
     * Natural gradient in the coordinates of ψ with metric ∇²ψ: x₊ = x − t∇²ψ(x)⁻¹∇f(x). With the log-partition of a family this is
     * natural gradient in θ.
     *
     * <p>Source: S. Amari, Natural gradient works efficiently in learning, Neural Comput. 10 (1998), theorem 1.
     *
     * @param <X> the tag of the coordinates x
     * @param <Y> the dual tag
     * @param psi the potential ψ
     * @return the geometry
     */
    static <X extends Coordinates<Y>, Y extends Coordinates<X>> Geometry<X, Y> natural(Legendre<X, Y> psi) {
        return new NaturalGeometry<>(psi.domain(), psi.potential()::hessian, false);
    }

    /**
     * Natural gradient along the straight lines of a chart: z₊ = z − t(JᵀGJ)⁻¹Jᵀ∇f(x), with x = c(z), J = ∂x/∂z and G = ∇²ψ(x). The objective stays a function of x.
     *
     * <p>All charts have the same tangent −G⁻¹∇f, and affine charts have the same steps; others part from each other like t². With the log-partition ψ of a family, in θ: the straight lines of θ, by {@link #natural(Legendre)}, are the e-geodesics; those of η are the m-geodesics,
     * and the step along them, η₊ = η − t∂f/∂θ, is that of {@link #mirror(Legendre) mirror(ψ)}; those of the source parameters belong to no connection of the family's own.
     *
     * <pre>{@code
     * Geometry.natural(Normal.FAMILY.potential(), Normal.FAMILY.source())
     * }</pre>
     *
     * <p>Source: S. Amari and H. Nagaoka, Methods of Information Geometry (2000), section 2.3 (e- and m-connection); J. Martens, New insights and perspectives on the natural gradient method, J. Mach. Learn. Res. 21 (2020) (invariance to first order).
     *
     * @param <X> the tag of the coordinates x
     * @param <Y> the dual tag
     * @param psi the potential ψ
     * @param chart z ↦ x; a step to where it throws a {@link DomainException} leaves the domain
     * @return the geometry
     */
    static <X extends Coordinates<Y>, Y extends Coordinates<X>> Geometry<X, Y> natural(
            Legendre<X, Y> psi, Chart<?, X> chart) {
        return new ChartGeometry<>(psi, chart);
    }

    /**
     * Natural gradient on the simplex in the expectation coordinates of the categorical distributions, with all n probabilities as coordinates: x₊ = x − t·x∘(∇f(x) − ⟨x, ∇f(x)⟩), a step of the replicator dynamics. The sum stays 1; a step that would make a weight
     * negative leaves the domain, and weights that become 0 stay 0. Where Σ xᵢ∂f/∂xᵢ = −m for all x, as of log-homogeneous functions, the step 1/m is x₊ = −x∘∇f(x)/m: the multiplicative updates of Cover, of D-optimal design and of expectation maximization.
     *
     * <p>Source: J. Hofbauer and K. Sigmund, Evolutionary Games and Population Dynamics (1998), chapter 7 (Shahshahani gradients); the metric is the Fisher information, S. Amari, Neural Comput. 10 (1998).
     *
     * @param n the number of weights, at least 1
     * @return the geometry
     * @throws DomainException if n is not positive
     */
    static Geometry<Weights, Differential<Weights>> replicator(int n) {
        return new ReplicatorGeometry(n);
    }

    /**
     * Natural gradient with a metric of your own: x₊ = x − tG(x)⁻¹∇f(x). With the Fisher information of a regression it is Fisher scoring.
     *
     * @param <X> the tag of the coordinates x
     * @param <Y> the dual tag
     * @param domain the open set of admissible x, such as {@code Domain.reals(n)}
     * @param metric x ↦ G(x)
     * @return the geometry
     */
    static <X extends Coordinates<Y>, Y extends Coordinates<X>> Geometry<X, Y> natural(
            Domain domain, Function<Vec<X>, ? extends Metric<X, Y>> metric) {
        return new NaturalGeometry<>(domain, x -> metric.apply(Vec.of(x)).hessian(), false);
    }

    /**
     * Plain gradient descent x₊ = x − t∇f(x). It needs an identification of covectors with tangents, here the identity matrix in the
     * coordinates at hand; in other coordinates it is another algorithm.
     *
     * @param <X> the tag of the coordinates x
     * @param <Y> the dual tag
     * @param n the dimension, at least 1
     * @return the geometry
     * @throws DomainException if n is not positive
     */
    static <X extends Coordinates<Y>, Y extends Coordinates<X>> Geometry<X, Y> euclidean(int n) {
        if (n < 1) {
            throw new DomainException("dimension", n, "at least 1");
        }
        Domain reals = Domain.reals(n);
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        Hessian identity = Hessian.diagonal(ones);
        return new NaturalGeometry<>(reals, x -> identity, true);
    }
}
