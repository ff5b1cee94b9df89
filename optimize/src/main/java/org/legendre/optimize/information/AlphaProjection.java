package org.legendre.optimize.information;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.legendre.geometry.ConvergenceException;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Estimate;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Vec;
import org.legendre.geometry.divergence.Divergences;
import org.legendre.geometry.family.ExponentialFamily;
import org.legendre.geometry.family.Member;
import org.legendre.geometry.family.Univariate;
import org.legendre.optimize.Descent;
import org.legendre.optimize.Geometry;
import org.legendre.optimize.StepRule;
import org.legendre.optimize.Stopping;

/**
 * Fits of a member q of an exponential family on the line to any target density P, by Amari's α-divergence: α = −1 is the forward KL(P‖q), which matches moments and covers what P covers; α = 1 the reverse
 * KL(q‖P), which avoids where P has nothing and may settle on one of its peaks; and all between.
 *
 * <pre>{@code
 * var fits = AlphaProjection.of(Normal.FAMILY, target);
 * fits.forward().member();            // the moments of the target
 * fits.stationaryPoints(1);           // the minima, maxima and saddles of KL(q‖P) that are found, the least first
 * fits.from(new Normal(2, 1), 0.5);   // downhill from a start
 * }</pre>
 *
 * <p>The forward fit is unique: the divergence is convex in θ. Others may have many stationary points, where E_r[T] = E_q[T] under r ∝ P^((1−α)/2) q^((1+α)/2).
 *
 * <p>Source: S. Amari, Information Geometry and Its Applications (2016), chapter 4; T. Minka, Divergence measures and message passing (2005).
 *
 * @param <M> the type of a member
 */
public final class AlphaProjection<M extends Member<Double, M> & Univariate> {
    /** Squared Fisher lengths of the differential at which to try Newton's method for what is left. */
    private static final double NEAR = 1e-5;

    private static final double NEARER = 1e-10;
    /** A Fisher length below which a point is stationary. */
    private static final double STATIONARY = 1e-9;

    private static final int STEPS = 60;
    private static final int DESCENT = 2000;
    private static final double SHORTEST = 0x1p-30;

    private final ExponentialFamily<Double, M> family;
    private final Univariate target;

    private AlphaProjection(ExponentialFamily<Double, M> family, Univariate target) {
        this.family = family;
        this.target = target;
    }

    /**
     * A stationary point of the divergence.
     *
     * @param <M> the type of a member
     * @param member q
     * @param alpha α
     * @param divergence D(P‖q) in nats: KL(P‖q) for α = −1, KL(q‖P) for α = 1, with a bound on its error
     * @param slope the Fisher length of the differential that is left
     * @param falling in how many independent directions the divergence falls: 0 at a minimum, all at a maximum, else a saddle
     */
    public record Fit<M>(M member, double alpha, Estimate divergence, double slope, int falling) {}

    /**
     * The fits of members of a family to a target.
     *
     * @param <M> the type of a member
     * @param family a family of densities on the line
     * @param target P, a density
     * @return the fits
     * @throws DomainException if the target is on a lattice
     */
    public static <M extends Member<Double, M> & Univariate> AlphaProjection<M> of(
            ExponentialFamily<Double, M> family, Univariate target) {
        if (target.support().lattice()) {
            throw new DomainException("target", target, "a density, not probabilities on a lattice");
        }
        return new AlphaProjection<>(family, target);
    }

    /**
     * The forward fit: the member of the target's expected statistic.
     *
     * @return the only minimum of KL(P‖q)
     * @throws DomainException if no member has these expectations, or the target has density where no member has
     * @throws ConvergenceException if the expectations are not resolved to 1e-9
     */
    public Fit<M> forward() {
        return fit(matched(target), -1);
    }

    private M matched(Univariate density) {
        int n = family.dimension();
        SharedNodes.Result result = SharedNodes.over(density.support(), density).integrate(n, x -> {
            double p = Math.exp(density.logDensityAt(x));
            return p == 0
                    ? new double[n]
                    : family.statistic(x).stream().map(t -> p * t).toArray();
        });
        Vec<Expectation> moments = Vec.of(result.values);
        double scale = 1 + moments.stream().map(Math::abs).max().orElse(0);
        double error = Arrays.stream(result.errors).max().orElse(0);
        if (!(error <= STATIONARY * scale)) {
            throw new ConvergenceException("the expected statistic of " + density + " is not resolved", error);
        }
        return family.atExpectation(moments);
    }

    /**
     * The reverse fit downhill from a start.
     *
     * @param start where to begin
     * @return a stationary point of KL(q‖P), a local minimum but for starts that symmetry keeps from one
     * @throws ConvergenceException if none is reached
     */
    public Fit<M> reverse(M start) {
        return from(start, 1);
    }

    /**
     * The fit downhill from a start: natural gradient descent, then Newton's method.
     *
     * @param start where to begin
     * @param alpha α, in [−1, 1]
     * @return a stationary point of the α-divergence
     * @throws DomainException if α is outside
     * @throws ConvergenceException if none is reached
     */
    public Fit<M> from(M start, double alpha) {
        AlphaObjective<M> objective = objective(alpha);
        Optional<Fit<M>> early = settled(objective, start, alpha, NEAR);
        // Newton's method from too far away may climb to a saddle; from nearer it shows what the descent was heading
        // for.
        return early.isPresent() && early.get().falling() == 0
                ? early.get()
                : settled(objective, start, alpha, NEARER)
                        .orElseThrow(() -> new ConvergenceException(
                                "the fit for α = " + alpha + " from " + start + " did not settle", NEARER));
    }

    /** Natural gradient descent to a decrement, then Newton's method. */
    private Optional<Fit<M>> settled(AlphaObjective<M> objective, M start, double alpha, double decrement) {
        var run = Descent.of(objective, Geometry.natural(family.potential()))
                .step(StepRule.armijo())
                .until(Stopping.decrementBelow(decrement).or(Stopping.iterations(DESCENT)))
                .keepPoints(false)
                .run(start.natural());
        return newton(objective, family.member(run.point()), alpha);
    }

    /**
     * The fits as α goes along a path, each found from the one before.
     *
     * @param start where to begin, for the first α
     * @param alphas α₁, α₂, …, each in [−1, 1]
     * @return a fit for each
     * @throws DomainException if an α is outside
     * @throws ConvergenceException if a fit is not reached
     */
    public List<Fit<M>> along(M start, double... alphas) {
        List<Fit<M>> fits = new ArrayList<>();
        M from = start;
        for (double alpha : alphas) {
            Fit<M> fit = from(from, alpha);
            fits.add(fit);
            from = fit.member();
        }
        return fits;
    }

    /**
     * The stationary points that Newton's method reaches from the moments of each part of the target, of the whole, and from between any two of these (in expectation coordinates). For two peaks these
     * are all; in general there may be more, which {@link #stationaryPoints(double, List)} with other starts may find.
     *
     * @param alpha α, in [−1, 1]
     * @return the stationary points, the least divergence first
     * @throws DomainException if α is outside
     */
    public List<Fit<M>> stationaryPoints(double alpha) {
        List<M> corners = new ArrayList<>();
        corners.add(matched(target));
        if (target.parts().size() > 1) {
            target.parts().forEach(part -> corners.add(matched(part)));
        }
        List<M> starts = new ArrayList<>(corners);
        for (int a = 0; a < corners.size(); a++) {
            for (int b = 0; b < a; b++) {
                for (double t = 0.125; t < 1; t += 0.125) {
                    Vec<Expectation> eta = corners.get(a)
                            .expectation()
                            .times(t)
                            .plus(corners.get(b).expectation().times(1 - t));
                    starts.add(family.atExpectation(eta));
                }
            }
        }
        return stationaryPoints(alpha, starts);
    }

    /**
     * The stationary points that Newton's method reaches from given starts.
     *
     * @param alpha α, in [−1, 1]
     * @param starts where to begin
     * @return the different ones, the least divergence first
     * @throws DomainException if α is outside
     */
    public List<Fit<M>> stationaryPoints(double alpha, List<M> starts) {
        AlphaObjective<M> objective = objective(alpha);
        List<Fit<M>> found = new ArrayList<>();
        for (M start : starts) {
            newton(objective, start, alpha).ifPresent(fit -> {
                boolean known = found.stream().anyMatch(other -> other.member().klTo(fit.member()) < STATIONARY);
                if (!known) {
                    found.add(fit);
                }
            });
        }
        found.sort(Comparator.comparingDouble(fit -> fit.divergence().value()));
        return found;
    }

    private AlphaObjective<M> objective(double alpha) {
        if (!(alpha >= -1 && alpha <= 1)) {
            throw new DomainException("α", alpha, "a number in [−1, 1]");
        }
        return new AlphaObjective<>(family, target, alpha);
    }

    /** Newton's method for a zero of the differential, its steps halved until that gets shorter. */
    private Optional<Fit<M>> newton(AlphaObjective<M> objective, M start, double alpha) {
        M q = start;
        AlphaObjective.Local here = objective.at(q.natural().toArray());
        double length = length(q, here.gradient);
        try {
            for (int k = 0; k < STEPS; k++) {
                double[] step = new LUDecomposition(here.hessian)
                        .getSolver()
                        .solve(MatrixUtils.createRealVector(here.gradient))
                        .toArray();
                double factor = 1;
                boolean moved = false;
                while (!moved && factor > SHORTEST) {
                    double[] theta = q.natural().toArray();
                    for (int i = 0; i < theta.length; i++) {
                        theta[i] -= factor * step[i];
                    }
                    if (family.potential().domain().contains(theta)) {
                        M next = family.member(Vec.of(theta));
                        AlphaObjective.Local there = objective.at(theta);
                        double shorter = length(next, there.gradient);
                        if (shorter < (1 - 0.1 * factor) * length) {
                            q = next;
                            here = there;
                            length = shorter;
                            moved = true;
                        }
                    }
                    factor /= 2;
                }
                if (!moved) {
                    break;
                }
            }
            return length <= STATIONARY ? Optional.of(fit(q, alpha)) : Optional.empty();
        } catch (MathRuntimeException | DomainException nowhere) {
            // A singular Hessian, or a step to where nothing can be computed: this start leads nowhere.
            return Optional.empty();
        }
    }

    private double length(M q, double[] gradient) {
        return Math.sqrt(q.fisher().hessian().inverseQuadratic(gradient));
    }

    private Fit<M> fit(M q, double alpha) {
        AlphaObjective.Local local = objective(alpha).at(q.natural().toArray());
        int falling = 0;
        for (double eigenvalue : new EigenDecompositionSymmetric(local.hessian).getEigenvalues()) {
            falling += eigenvalue < 0 ? 1 : 0;
        }
        Estimate divergence = alpha == -1
                ? Divergences.klByQuadrature(target, q)
                : alpha == 1
                        ? Divergences.klByQuadrature(q, target)
                        : new Estimate(
                                local.value,
                                local.error + 1e-15 * (1 + local.value),
                                "double exponential rule, change at half the nodes");
        return new Fit<>(q, alpha, divergence, length(q, local.gradient), falling);
    }
}
