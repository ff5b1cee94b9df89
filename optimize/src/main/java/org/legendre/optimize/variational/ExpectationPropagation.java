package org.legendre.optimize.variational;

import java.util.ArrayList;
import java.util.List;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.family.MultivariateNormal;
import org.legendre.optimize.Outcome;

/**
 * Expectation propagation for weights w ~ N(m, S) and observations with linear predictors: each factor p(yᵢ | ⟨xᵢ, w⟩) is replaced by a Gaussian site exp(νᵢz − ½τᵢz²), such that the approximation has, in the direction of xᵢ, mean and variance of the
 * tilted distribution: the approximation without the site, times the factor itself. Probit regression:
 *
 * <pre>{@code
 * var fit = ExpectationPropagation.of(MultivariateNormal.standard(d), inputs, likelihoods).run();
 * fit.posterior();
 * fit.logEvidence();
 * }</pre>
 *
 * <p>A fixed point is a stationary point of no bound: there is nothing to descend, and no promise to converge. With log-concave factors sites keep positive precisions; with others a site or the whole may lose its positive definiteness, and the run ends as failed and says where. A
 * {@linkplain #damped damped} run moves each site by a part of the way only.
 *
 * <p>Source: T. P. Minka, Expectation propagation for approximate Bayesian inference, UAI 2001; C. E. Rasmussen and C. K. I. Williams, Gaussian Processes for Machine Learning (2006), section 3.6.
 */
public final class ExpectationPropagation {
    private final MultivariateNormal prior;
    private final double[][] inputs;
    private final List<PredictorLikelihood> likelihoods;
    private final double damping;
    private final double tolerance;
    private final int sweeps;

    /**
     * The result of a run.
     *
     * @param posterior the last approximation
     * @param logEvidence the approximation of log p(data): log ∫ prior × sites, each site scaled as its tilted distribution; NaN if the run failed
     * @param changes how far the tilted distributions were from the approximation, for each sweep: the greatest difference of a predictor's mean (in its deviation) or relative difference of its variance, before its site moved; without damping, what the move changed
     * @param outcome why the run ended
     */
    public record Fit(MultivariateNormal posterior, double logEvidence, List<Double> changes, Outcome outcome) {
        /**
         * Copies the list.
         *
         * @param posterior the last approximation
         * @param logEvidence the approximation of log p(data)
         * @param changes the trace
         * @param outcome why the run ended
         */
        public Fit {
            changes = List.copyOf(changes);
        }
    }

    private ExpectationPropagation(
            MultivariateNormal prior,
            double[][] inputs,
            List<PredictorLikelihood> likelihoods,
            double damping,
            double tolerance,
            int sweeps) {
        this.prior = prior;
        this.inputs = inputs;
        this.likelihoods = likelihoods;
        this.damping = damping;
        this.tolerance = tolerance;
        this.sweeps = sweeps;
    }

    /**
     * The method for a model, undamped, until the moments agree to 10⁻¹⁰ in a sweep, in at most 200 sweeps.
     *
     * @param prior N(m, S)
     * @param inputs the rows x₁, …, xₙ, as long as w
     * @param likelihoods what each observation says of its predictor
     * @return the method
     * @throws DomainException if an input is not finite, or a length is wrong
     */
    public static ExpectationPropagation of(
            MultivariateNormal prior, double[][] inputs, List<? extends PredictorLikelihood> likelihoods) {
        double[][] rows = Rows.require(inputs, likelihoods.size());
        DomainException.requireLength("inputs of row 0", rows[0], prior.size());
        return new ExpectationPropagation(prior, rows, List.copyOf(likelihoods), 1, 1e-10, 200);
    }

    /**
     * This method with sites that move by a part of the way.
     *
     * @param part in (0, 1]; 1 is undamped
     * @return the method
     * @throws DomainException if the part is outside its domain
     */
    public ExpectationPropagation damped(double part) {
        if (!(part > 0 && part <= 1)) {
            throw new DomainException("part of the way", part, "a number in (0, 1]");
        }
        return new ExpectationPropagation(prior, inputs, likelihoods, part, tolerance, sweeps);
    }

    /**
     * This method with other limits.
     *
     * @param change how far tilted distributions may be from the approximation where it has converged (see {@link Fit#changes}), ≥ 0
     * @param most the largest number of sweeps, at least 1
     * @return the method
     * @throws DomainException if a limit is outside its domain
     */
    public ExpectationPropagation until(double change, int most) {
        DomainException.requireNonnegative("change", change);
        if (most < 1) {
            throw new DomainException("sweeps", most, "an integer ≥ 1");
        }
        return new ExpectationPropagation(prior, inputs, likelihoods, damping, change, most);
    }

    /**
     * Runs from the prior, sites of 0. Moments of tilted distributions come from quadratures around a maximum of each, whose step is halved until rounding hides the change; a run fails where the last of eight halvings changes one by more than 10⁻⁶.
     *
     * @return the fit: converged, exhausted, or failed with the reason, with the last approximation that there was
     */
    public Fit run() {
        Sites sites = new Sites(prior, inputs);
        MultivariateNormal posterior = sites.normal();
        List<Double> changes = new ArrayList<>();
        Tilted tilted = new Tilted();
        for (int sweep = 1; sweep <= sweeps; sweep++) {
            double most = 0;
            for (int i = 0; i < inputs.length; i++) {
                double mean = sites.mean(i);
                double variance = sites.variance(i);
                String obstacle = variance == 0 ? "" : update(sites, tilted, i);
                if (!obstacle.isEmpty()) {
                    String reason = "observation " + i + " in sweep " + sweep + ": " + obstacle;
                    return new Fit(posterior, Double.NaN, changes, new Outcome.Failed(reason, sweep));
                }
                if (variance > 0) {
                    // Not by what the site moved: a part of the way can be as short as one likes.
                    double apart = Math.abs(tilted.mean() - mean) / Math.sqrt(variance);
                    most = Math.max(most, Math.max(apart, Math.abs(tilted.variance() / variance - 1)));
                }
            }
            changes.add(most);
            try {
                posterior = sites.normal();
            } catch (DomainException singular) {
                String reason = "sweep " + sweep + ": " + singular.getMessage();
                return new Fit(posterior, Double.NaN, changes, new Outcome.Failed(reason, sweep, singular));
            }
            if (most <= tolerance) {
                String reason =
                        "sweep " + sweep + " found no tilted distribution further from the approximation than " + most;
                return new Fit(posterior, evidence(sites, posterior), changes, new Outcome.Converged(reason));
            }
        }
        Outcome end = new Outcome.Exhausted("after " + sweeps + " sweeps");
        return new Fit(posterior, evidence(sites, posterior), changes, end);
    }

    /** Moves one site towards the moments of its tilted distribution; says why it cannot. */
    private String update(Sites sites, Tilted tilted, int i) {
        double mean = sites.mean(i);
        double variance = sites.variance(i);
        double cavity = 1 / variance - sites.precisions[i];
        if (!(cavity > 0)) {
            return "without its site the predictor has the precision " + cavity + ", which is not positive";
        }
        double centre = (mean / variance - sites.shifts[i]) / cavity;
        String obstacle = tilted.measure(likelihoods.get(i), centre, 1 / cavity);
        if (!obstacle.isEmpty()) {
            return obstacle;
        }
        double precision = 1 / tilted.variance() - cavity;
        double shift = tilted.mean() / tilted.variance() - centre * cavity;
        boolean possible =
                sites.move(i, damping * (precision - sites.precisions[i]), damping * (shift - sites.shifts[i]));
        return possible ? "" : "a site of the precision " + precision + " makes the covariance lose its definiteness";
    }

    /** Ψ(q) − Ψ(prior) + Σ (log Zᵢ + φ(cavityᵢ) − φ(marginalᵢ)), Ψ and φ the log-partitions of normals in d dimensions and in one. */
    private double evidence(Sites sites, MultivariateNormal posterior) {
        double sum = posterior.family().potential().value(posterior.natural())
                - prior.family().potential().value(prior.natural());
        Tilted tilted = new Tilted();
        for (int i = 0; i < inputs.length; i++) {
            double mean = sites.mean(i);
            double variance = sites.variance(i);
            if (variance == 0) {
                double[] f = new double[3];
                likelihoods.get(i).derivatives(mean, f);
                sum += f[0];
                continue;
            }
            double cavity = 1 / variance - sites.precisions[i];
            double centre = (mean / variance - sites.shifts[i]) / cavity;
            if (!(cavity > 0)
                    || !tilted.measure(likelihoods.get(i), centre, 1 / cavity).isEmpty()) {
                return Double.NaN;
            }
            sum += tilted.logNormaliser()
                    + 0.5 * (centre * centre * cavity - Math.log(cavity))
                    - 0.5 * (mean * mean / variance + Math.log(variance));
        }
        return sum;
    }

    @Override
    public String toString() {
        return "expectation propagation with " + inputs.length + " sites and the prior " + prior;
    }
}
