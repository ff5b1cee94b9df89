package org.legendre.optimize.information;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Probabilities;
import org.legendre.geometry.family.ConjugatePrior;
import org.legendre.geometry.family.ExponentialFamily;
import org.legendre.geometry.family.Member;
import org.legendre.geometry.mixture.Mixture;
import org.legendre.optimize.Outcome;

/**
 * Expectation maximization: fits the weights and components of a mixture of one exponential family to data. Each step takes the responsibilities of the
 * components for the observations, and then the components of maximum likelihood for the observations weighted by these. The log-likelihood never falls. Three lines fit two normals:
 *
 * <pre>{@code
 * var start = ExpectationMaximization.start(Normal.FAMILY, data, 2, new SplittableRandom(1));
 * var fit = ExpectationMaximization.of(Normal.FAMILY, data).run(start);
 * Mixture<Double, Normal> mixture = fit.mixture();
 * }</pre>
 *
 * <p>The likelihood of a mixture may be unbounded (a normal that shrinks to one observation). The run then ends as failed, and says so; with a conjugate
 * prior ({@link #prior}) it finds the maximum a posteriori, which exists.
 *
 * <p>Source: A. P. Dempster, N. M. Laird and D. B. Rubin, Maximum likelihood from incomplete data via the EM algorithm, J. R. Statist. Soc. B 39 (1977),
 * theorem 1 and section 4.3.
 *
 * @param <T> the type of an observation
 * @param <M> the type of a component
 */
public final class ExpectationMaximization<T, M extends Member<T, M>> {
    /** Responsibilities below this fraction of the largest do not count as observations of a component. */
    private static final double NEGLIGIBLE = 1e-10;
    /** A fall of the log-likelihood by this fraction of itself is rounding. */
    private static final double ROUNDING = 1e-10;

    private final ExponentialFamily<T, M> family;
    private final List<T> data;
    private final @Nullable ConjugatePrior<T, M> prior;
    private final double tolerance;
    private final int iterations;

    /**
     * The result of a run.
     *
     * @param <T> the type of an observation
     * @param <M> the type of a component
     * @param mixture the last mixture
     * @param logLikelihoods the log-likelihood of the start and after each step, the last of this mixture; with the log density of the prior, up to its
     *     normaliser, where there is one
     * @param outcome why the run ended
     */
    public record Fit<T, M extends Member<T, M>>(Mixture<T, M> mixture, List<Double> logLikelihoods, Outcome outcome) {
        /**
         * Copies the list.
         *
         * @param mixture the last mixture
         * @param logLikelihoods the trace
         * @param outcome why the run ended
         */
        public Fit {
            logLikelihoods = List.copyOf(logLikelihoods);
        }
    }

    private ExpectationMaximization(
            ExponentialFamily<T, M> family,
            List<T> data,
            @Nullable ConjugatePrior<T, M> prior,
            double tolerance,
            int iterations) {
        this.family = family;
        this.data = data;
        this.prior = prior;
        this.tolerance = tolerance;
        this.iterations = iterations;
    }

    /**
     * Maximum likelihood for given data, to an increase below 10⁻¹⁰ of the log-likelihood in one step, in at most 10 000 steps.
     *
     * @param <T> the type of an observation
     * @param <M> the type of a component
     * @param family the family of the components
     * @param data the observations, at least one
     * @return the method
     * @throws DomainException if there are no data
     */
    public static <T, M extends Member<T, M>> ExpectationMaximization<T, M> of(
            ExponentialFamily<T, M> family, List<? extends T> data) {
        if (data.isEmpty()) {
            throw new DomainException("data", data, "at least one observation");
        }
        return new ExpectationMaximization<>(family, List.copyOf(data), null, 1e-10, 10_000);
    }

    /**
     * This method with a conjugate prior on the natural coordinates of each component: the maximum a posteriori.
     *
     * @param knowledge the prior, of the family of the components
     * @return the method
     * @throws DomainException if it is a prior of another family
     */
    public ExpectationMaximization<T, M> prior(ConjugatePrior<T, M> knowledge) {
        requireFamily(knowledge.mode());
        return new ExpectationMaximization<>(family, data, knowledge, tolerance, iterations);
    }

    /**
     * This method with other limits.
     *
     * @param increase the relative increase of the log-likelihood in one step below which the run has converged, ≥ 0
     * @param steps the largest number of steps, at least 1
     * @return the method
     * @throws DomainException if a limit is outside its domain
     */
    public ExpectationMaximization<T, M> until(double increase, int steps) {
        DomainException.requireNonnegative("relative increase", increase);
        if (steps < 1) {
            throw new DomainException("steps", steps, "an integer ≥ 1");
        }
        return new ExpectationMaximization<>(family, data, prior, increase, steps);
    }

    /**
     * A mixture to start from: equal weights, each component half one observation and half the whole of the data. The observations are drawn at random, each
     * in proportion to the divergence of its component from the nearest one already there, so that they lie apart.
     *
     * <p>Source: R. Nock, P. Luosto and J. Kivinen, Mixed Bregman clustering with approximation guarantees, ECML PKDD (2008): k-means++ with a Bregman
     * divergence.
     *
     * @param <T> the type of an observation
     * @param <M> the type of a component
     * @param family the family of the components
     * @param data the observations
     * @param components k, at least 1
     * @param random the source of randomness; the same seed draws the same
     * @return the start
     * @throws DomainException if there are no components or no data, or the member of greatest likelihood for the whole of them does not exist or is on
     *     the boundary
     */
    public static <T, M extends Member<T, M>> Mixture<T, M> start(
            ExponentialFamily<T, M> family, List<? extends T> data, int components, RandomGenerator random) {
        if (components < 1) {
            throw new DomainException("number of components", components, "an integer ≥ 1");
        }
        ConjugatePrior<T, M> whole = ConjugatePrior.around(family.maximumLikelihood(data), 1);
        List<M> candidates = new ArrayList<>();
        for (T x : data) {
            candidates.add(family.maximumAPosteriori(List.of(x), whole));
        }
        double[] distances = new double[candidates.size()];
        Arrays.fill(distances, 1);
        List<M> chosen = new ArrayList<>();
        for (int j = 0; j < components; j++) {
            M next = candidates.get(draw(distances, random));
            for (int i = 0; i < distances.length; i++) {
                double distance = candidates.get(i).klTo(next);
                distances[i] = j == 0 ? distance : Math.min(distances[i], distance);
            }
            chosen.add(next);
        }
        return Mixture.uniform(chosen);
    }

    /** An index in proportion to weights; any if all are 0. */
    private static int draw(double[] weights, RandomGenerator random) {
        double u = random.nextDouble() * Arrays.stream(weights).sum();
        for (int i = 0; i < weights.length; i++) {
            u -= weights[i];
            if (u < 0) {
                return i;
            }
        }
        return random.nextInt(weights.length);
    }

    /**
     * Runs from a start.
     *
     * @param start the first mixture, under which every observation has a positive density
     * @return the fit: converged, exhausted, or failed with the reason, with the last mixture that there was
     * @throws DomainException if an observation has density 0 under the start, or a component is of another family
     */
    public Fit<T, M> run(Mixture<T, M> start) {
        start.components().forEach(this::requireFamily);
        Mixture<T, M> mixture = start;
        List<Double> trace = new ArrayList<>(List.of(objective(start)));
        DomainException.requireFinite("log-likelihood of the start", trace.get(0));
        for (int step = 1; step <= iterations; step++) {
            Mixture<T, M> next;
            double value;
            try {
                next = step(mixture);
                value = objective(next);
            } catch (DomainException nowhere) {
                String reason = String.valueOf(nowhere.getMessage());
                return new Fit<>(mixture, trace, new Outcome.Failed(reason, step, nowhere));
            }
            double increase = value - trace.get(trace.size() - 1);
            double scale = Math.abs(value) + data.size();
            if (!(increase >= -ROUNDING * scale)) {
                String reason = "the log-likelihood fell from " + trace.get(trace.size() - 1) + " to " + value;
                return new Fit<>(mixture, trace, new Outcome.AssumptionViolated(reason, step));
            }
            mixture = next;
            trace.add(value);
            if (increase <= tolerance * scale) {
                String reason = "the log-likelihood rose by " + increase + " in step " + step;
                return new Fit<>(mixture, trace, new Outcome.Converged(reason));
            }
        }
        return new Fit<>(mixture, trace, new Outcome.Exhausted("after " + iterations + " steps"));
    }

    /** Members that differ in what a family shares refuse to be compared. */
    private void requireFamily(M member) {
        family.of(member.parameters()).klTo(member);
    }

    private double objective(Mixture<T, M> mixture) {
        double sum = mixture.logLikelihood(data);
        if (prior != null) {
            for (M component : mixture.components()) {
                sum += prior.logDensity(component);
            }
        }
        return sum;
    }

    /** One expectation and one maximization. */
    private Mixture<T, M> step(Mixture<T, M> mixture) {
        int k = mixture.size();
        double[] totals = new double[k];
        double[][] shares = new double[k][data.size()];
        for (int i = 0; i < data.size(); i++) {
            Probabilities responsibilities = mixture.responsibilities(data.get(i));
            for (int j = 0; j < k; j++) {
                shares[j][i] = responsibilities.get(j);
                totals[j] += shares[j][i];
            }
        }
        List<M> components = new ArrayList<>();
        for (int j = 0; j < k; j++) {
            components.add(component(j, totals[j], shares[j]));
        }
        return new Mixture<>(Probabilities.normalized(totals), components);
    }

    private M component(int j, double total, double[] shares) {
        ConjugatePrior<T, M> knowledge = prior;
        if (knowledge != null) {
            return total > 0 ? family.weightedMaximumAPosteriori(data, shares, knowledge) : knowledge.mode();
        }
        if (!(total > 0)) {
            throw new DomainException(
                    "responsibility of component " + j,
                    total,
                    "a positive number: it has died, no observation is its own");
        }
        requireBounded(j, shares);
        return family.weightedMaximumLikelihood(data, shares);
    }

    /** A component that only a few values make up may have no greatest likelihood; the family itself says why. */
    private void requireBounded(int j, double[] shares) {
        double largest = Arrays.stream(shares).max().orElse(0);
        Set<T> own = new LinkedHashSet<>();
        for (int i = 0; i < shares.length && own.size() <= family.dimension() + 1; i++) {
            if (shares[i] > NEGLIGIBLE * largest) {
                own.add(data.get(i));
            }
        }
        if (own.size() > family.dimension() + 1) {
            return;
        }
        try {
            family.maximumLikelihood(List.copyOf(own));
        } catch (DomainException unbounded) {
            DomainException reason = new DomainException(
                    "component " + j,
                    own,
                    "more observations of its own, for the likelihood is unbounded: " + unbounded.getMessage());
            reason.initCause(unbounded);
            throw reason;
        }
    }
}
