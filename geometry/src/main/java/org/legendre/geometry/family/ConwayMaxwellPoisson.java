package org.legendre.geometry.family;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import org.apache.commons.numbers.gamma.LogGamma;
import org.legendre.geometry.Differential;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Metric;
import org.legendre.geometry.Natural;
import org.legendre.geometry.Potential;
import org.legendre.geometry.Source;
import org.legendre.geometry.Vec;
import org.legendre.geometry.special.Logs;

/**
 * The Conway–Maxwell–Poisson distribution, with probabilities λᵏ/((k!)^ν Z(λ, ν)) on k = 0, 1, 2, …: the Poisson distribution for ν = 1, more dispersed
 * for ν &lt; 1 and less for ν &gt; 1.
 *
 * <p>θ = (log λ, −ν), T(k) = (k, log k!), η = (E[X], E[log X!]), h(k) = 1, ψ(θ) = log Z = log Σ λᵏ/(k!)^ν.
 *
 * <p>For λ^(1/ν) not small the mean is near λ^(1/ν) − (ν − 1)/(2ν). The family is not steep: at ν = 0, λ &lt; 1 it ends with the geometric distributions,
 * whose moments are finite, and no member of a given mean is as dispersed as those. So an η belongs to a member exactly if η₂ is between the mean of
 * log X! of the two counts next to η₁ and that of the geometric distribution of mean η₁; any other is refused with the reason. η → θ is as good as η
 * itself: its rounding matters much where the mean is large, for η₂ ≈ log Γ(η₁ + 1) + 1/(2ν), and η₁ above about 1e15 leaves ν unknown unless it is
 * almost 0.
 *
 * <p>Source: G. Shmueli, T. P. Minka, J. B. Kadane, S. Borle and P. Boatwright, A useful distribution for fitting discrete data, J. R. Stat. Soc. C 54
 * (2005).
 *
 * @param lambda λ, positive and finite
 * @param nu ν, positive and finite
 */
public record ConwayMaxwellPoisson(double lambda, double nu) implements Counts<ConwayMaxwellPoisson> {
    /** The family of all Conway–Maxwell–Poisson distributions. */
    public static final ExponentialFamily<Long, ConwayMaxwellPoisson> FAMILY = new Family();

    /** Up to this mode a count that a draw can reach fits a long. */
    private static final double COUNTABLE = 1e15;

    /**
     * Checks the parameters.
     *
     * @param lambda λ
     * @param nu ν
     * @throws DomainException if a parameter is not positive and finite
     */
    public ConwayMaxwellPoisson {
        DomainException.requirePositive("lambda", lambda);
        DomainException.requirePositive("nu", nu);
    }

    @Override
    public ExponentialFamily<Long, ConwayMaxwellPoisson> family() {
        return FAMILY;
    }

    private ConwayMaxwellPoissonMoments moments() {
        return ConwayMaxwellPoissonMoments.of(Math.log(lambda), nu);
    }

    @Override
    public Vec<Natural> natural() {
        return Vec.of(Math.log(lambda), -nu);
    }

    @Override
    public Vec<Expectation> expectation() {
        return FAMILY.potential().gradient(natural());
    }

    @Override
    public Vec<Source> source() {
        return Vec.of(lambda, nu);
    }

    /** {@inheritDoc} In (λ, ν) it is ((Var X/λ², −Cov(X, log X!)/λ), (·, Var log X!)). */
    @Override
    public Metric<Source, Differential<Source>> fisherInSource() {
        PlaneHessian fisher = moments().covariance();
        return Metric.of(
                new PlaneHessian(fisher.xx() / lambda / lambda, -fisher.xy() / lambda, fisher.yy(), fisher.schur()));
    }

    @Override
    public double logDensityAt(double x) {
        return Support.COUNTS.contains(x) ? moments().logProbability(x) : Double.NEGATIVE_INFINITY;
    }

    /** {@inheritDoc} It is log Z − ⟨θ, η⟩ without its large terms. */
    @Override
    public double entropy() {
        return moments().entropy();
    }

    /** {@inheritDoc} For near members from the difference of their θ. */
    @Override
    public double klTo(ConwayMaxwellPoisson q) {
        OptionalDouble near = NearbyMembers.bregman(potential(), natural().toArray(), q.minus(this));
        return near.orElseGet(() -> Counts.super.klTo(q));
    }

    /** {@inheritDoc} For near members from the difference of their θ. */
    @Override
    public double skewedJensen(ConwayMaxwellPoisson q, double alpha) {
        OptionalDouble near =
                NearbyMembers.skewedJensen(potential(), q.natural().toArray(), minus(q), alpha);
        return near.orElseGet(() -> Counts.super.skewedJensen(q, alpha));
    }

    private static Potential potential() {
        return FAMILY.potential().potential();
    }

    /** The difference of θ. */
    private double[] minus(ConwayMaxwellPoisson q) {
        return new double[] {Logs.logRatio(lambda, q.lambda), q.nu - nu};
    }

    /**
     * {@inheritDoc} Exact at every scale, by rejection from a piecewise exponential hat.
     *
     * @throws DomainException if the mode λ^(1/ν) or the scale 1/ν is above 1e15
     */
    @Override
    public Long sample(RandomGenerator random) {
        double theta = Math.log(lambda);
        double mode = ConwayMaxwellPoissonWeights.mode(theta, nu);
        if (!(mode <= COUNTABLE && 1 / nu <= COUNTABLE)) {
            throw new DomainException("mode, scale", mode + ", " + 1 / nu, "at most " + COUNTABLE);
        }
        ConwayMaxwellPoissonWeights weights = ConwayMaxwellPoissonWeights.atCount(theta, nu);
        // The anchor of the weights is 0 for modes below 2, but the hat needs the mode.
        long top = (long) Math.floor(mode);
        long above = top - (long) weights.anchor();
        double height = weights.log((double) top, (double) above);
        LogConcaveSampler.LogRatio ratio = d -> top + d >= 0
                ? weights.log((double) (top + d), (double) (above + d)) - height
                : Double.NEGATIVE_INFINITY;
        // √(2m/ν) above a large mode; where the mode is 0 the weights fall like a geometric series.
        double width = mode < 1 ? Math.min(1 / -theta, 1 / nu) : Math.sqrt(2 * (mode + 1) / nu);
        return top + new LogConcaveSampler(ratio, width).sample(random);
    }

    @Override
    public double center() {
        double mode = Math.floor(ConwayMaxwellPoissonWeights.mode(Math.log(lambda), nu));
        return Math.min(mode, Double.MAX_VALUE);
    }

    /** {@inheritDoc} Here the standard deviation and 1, for a lattice has no scale below its step. */
    @Override
    public double spread() {
        return Math.sqrt(moments().covariance().xx() + 1);
    }

    @Override
    public String toString() {
        return "ConwayMaxwellPoisson(lambda " + lambda + ", nu " + nu + ")";
    }

    /** log k!. */
    static double logFactorial(double k) {
        return k < 2 ? 0 : LogGamma.value(k + 1);
    }

    /** The family of all Conway–Maxwell–Poisson distributions. */
    private static final class Family extends NamedFamily<Long, ConwayMaxwellPoisson> {
        private static final ConwayMaxwellPoissonPotential PSI = new ConwayMaxwellPoissonPotential();

        Family() {
            super(
                    "conway-maxwell-poisson",
                    List.of("lambda", "nu"),
                    Legendre.of(PSI, new ConwayMaxwellPoissonConjugate(PSI)));
        }

        @Override
        ConwayMaxwellPoisson create(double[] parameters) {
            return new ConwayMaxwellPoisson(parameters[0], parameters[1]);
        }

        @Override
        ConwayMaxwellPoisson atNatural(double[] theta) {
            return new ConwayMaxwellPoisson(Math.exp(theta[0]), -theta[1]);
        }

        @Override
        double[][] jacobian(Vec<Source> source) {
            return new double[][] {{1 / source.get(0), 0}, {0, -1}};
        }

        @Override
        public ConwayMaxwellPoisson atExpectation(Vec<Expectation> eta) {
            Optional<String> missing = ConwayMaxwellPoissonConjugate.missing(eta.toArray());
            if (missing.isPresent()) {
                throw new DomainException(
                        "mean statistic",
                        eta.toArray(),
                        "that of a member: no likelihood is the largest, for " + missing.get());
            }
            return atNatural(potential().conjugate().gradient(eta).toArray());
        }

        /**
         * {@inheritDoc}
         *
         * @throws DomainException if the data hold no more than two neighbouring counts, or are as dispersed as a geometric distribution
         */
        @Override
        public ConwayMaxwellPoisson maximumLikelihood(List<? extends Long> data) {
            Vec<Expectation> statistic = meanStatistic(data);
            if (Collections.max(data) - Collections.min(data) <= 1) {
                throw new DomainException(
                        "counts from " + Collections.min(data) + " to",
                        Collections.max(data),
                        "data of more than two neighbouring counts (no likelihood is the largest: ν → ∞)");
            }
            return atExpectation(statistic);
        }

        @Override
        public Vec<Expectation> statistic(Long x) {
            double count = Support.requireCount(x);
            return Vec.of(count, logFactorial(count));
        }

        @Override
        public double logBaseMeasure(Long x) {
            return x >= 0 ? 0 : Double.NEGATIVE_INFINITY;
        }
    }
}
