package org.legendre.optimize.natural;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.model.Likelihood;
import org.legendre.optimize.FiniteSum;
import org.legendre.optimize.Geometry;
import org.legendre.optimize.Motion;
import org.legendre.optimize.Objective;
import org.legendre.optimize.Sampling;
import org.legendre.optimize.Scheme;
import org.legendre.optimize.Stage;

/**
 * Natural gradient from batches of observations, with a running average of their exact Fisher information: at the k-th step of a run, k = 1, 2, …,
 *
 * <pre>{@code
 * A ← εA + (1 − ε)F_B(w),    ε = min(1 − 1/k, most),    w ← w − η_k (A + λ_k I)⁻¹ ∇f_B(w),
 * }</pre>
 *
 * with the mean differential ∇f_B of the batch and its Fisher information F_B. The average, p² numbers, is in the state. The metric is the scheme's own: the geometry of the method is {@link Geometry#euclidean}.
 *
 * <pre>{@code
 * var method = Descent.of(loss, Geometry.euclidean(n))
 *         .by(NaturalGradient.stochastic(likelihood, new Sampling(32, 100, seed), 0.1, 0).damped(1e-3));
 * }</pre>
 *
 * <p>Source: J. Martens and R. Grosse, Optimizing neural networks with Kronecker-factored approximate curvature, ICML 2015, §5 of the long version (arXiv:1503.05671), for the average and its ε.
 *
 * @see NaturalGradient#stochastic
 * @see NaturalGradient#online
 */
public final class StochasticNaturalGradient implements Scheme {
    /** Entries that an array holds on every machine. */
    private static final int LARGEST = Integer.MAX_VALUE - 8;

    final Likelihood<?, ?> likelihood;
    /** Null to take the observations one by one in their order. */
    final @Nullable Sampling sampling;
    /** Steps from one iterate to the next. */
    final int steps;

    final double first;
    final double power;
    final double damping;
    final double most;

    private StochasticNaturalGradient(
            Likelihood<?, ?> likelihood,
            @Nullable Sampling sampling,
            int steps,
            double first,
            double power,
            double damping,
            double most) {
        this.likelihood = likelihood;
        this.sampling = sampling;
        this.steps = steps;
        this.first = DomainException.requirePositive("rate", first);
        this.power = DomainException.requireNonnegative("power", power);
        this.damping = DomainException.requireNonnegative("damping λ", damping);
        if (!(most >= 0 && most <= 1)) {
            throw new DomainException("share of the past", most, "a number in [0, 1]");
        }
        this.most = most;
    }

    static StochasticNaturalGradient drawn(Likelihood<?, ?> likelihood, Sampling sampling, double first, double power) {
        return new StochasticNaturalGradient(likelihood, sampling, sampling.steps(), first, power, 0, 0.95);
    }

    static StochasticNaturalGradient inOrder(Likelihood<?, ?> likelihood, double precision, int steps) {
        if (steps < 1) {
            throw new DomainException("observations between two iterates", steps, "at least 1");
        }
        return new StochasticNaturalGradient(
                likelihood, null, steps, 1, 1, DomainException.requirePositive("precision τ", precision), 1);
    }

    /**
     * The same with another damping.
     *
     * @param lambda λ ≥ 0; 0 at first. In the online rule it is τ, and λ_k = τ/k
     * @return the scheme
     * @throws DomainException if λ is negative or not finite, or 0 in the online rule
     */
    public StochasticNaturalGradient damped(double lambda) {
        if (sampling == null) {
            DomainException.requirePositive("precision τ", lambda);
        }
        return new StochasticNaturalGradient(likelihood, sampling, steps, first, power, lambda, most);
    }

    /**
     * The same with a longer or shorter memory.
     *
     * @param share the most that ε may be: 0.95 at first, 0 for the batch alone, 1 for equal weights of all batches
     * @return the scheme
     * @throws DomainException if it is not in [0, 1]
     */
    public StochasticNaturalGradient remembering(double share) {
        return new StochasticNaturalGradient(likelihood, sampling, steps, first, power, damping, share);
    }

    @Override
    public int momentumSize(int n) {
        return Math.multiplyExact(n, n);
    }

    @Override
    public boolean searches() {
        return false;
    }

    @Override
    public Optional<String> diagnose(Objective<?, ?> objective, Geometry<?, ?> geometry) {
        if (!geometry.isEuclidean()) {
            return Optional.of("it has a metric of its own, and that of " + geometry
                    + " would be forgotten: it goes with Geometry.euclidean");
        }
        if (!(objective instanceof FiniteSum<?, ?> sum)) {
            return Optional.of("it draws terms, and the objective is no FiniteSum");
        }
        if ((long) sum.size() * sum.size() > LARGEST) {
            return Optional.of("the average Fisher matrix of " + sum.size() + " weights is too large for an array");
        }
        return sum.size() == likelihood.size() && sum.terms() == likelihood.observations()
                ? Optional.empty()
                : Optional.of("the objective has " + sum.terms() + " terms of " + sum.size() + " weights, and the "
                        + likelihood + " " + likelihood.observations() + " of " + likelihood.size());
    }

    @Override
    public Motion motion(Stage stage) {
        return new Batches(this, stage);
    }

    @Override
    public String toString() {
        return sampling == null
                ? "online natural gradient with τ = " + damping
                : "stochastic natural gradient with " + sampling + " and damping " + damping;
    }
}
