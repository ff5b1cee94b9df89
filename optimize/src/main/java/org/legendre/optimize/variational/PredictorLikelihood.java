package org.legendre.optimize.variational;

import org.legendre.geometry.DomainException;

/**
 * What one observation says of its linear predictor z: log p(y | z) with its first two derivatives. Its expectations under z ~ N(a, v) are all that a Gaussian posterior asks for, for ∂/∂a E[f(z)] = E[f′(z)] and ∂/∂v E[f(z)] = ½E[f″(z)].
 *
 * <p>Source: R. Price, A useful theorem for nonlinear devices having Gaussian inputs, IRE Trans. Inf. Theory 4 (1958); for variational posteriors M. Opper and C. Archambeau, The variational Gaussian approximation revisited, Neural Comput.
 * 21 (2009).
 */
@FunctionalInterface
public interface PredictorLikelihood {
    /**
     * f(z) = log p(y | z), f′(z), f″(z).
     *
     * @param z the predictor
     * @param out takes the three
     */
    void derivatives(double z, double[] out);

    /**
     * E[f(z)], E[f′(z)], E[f″(z)] for z ~ N(a, v). This default is a trapezoidal rule whose step is halved until rounding hides the change, at most ten times: about 70 to 70000 points.
     *
     * @param mean a
     * @param variance v ≥ 0
     * @param out takes the three
     * @return how much the last halving changed E[f(z)], a bound on its error where halvings converge; 0 in closed form
     * @throws org.legendre.geometry.ConvergenceException if the last halving changed one of the three by more than 10⁻⁶ of the expectation of its absolute value, as where the likelihood is far narrower than the predictor's distribution
     */
    default double expectation(double mean, double variance, double[] out) {
        return NormalQuadrature.expectation(this::derivatives, mean, variance, out);
    }

    /**
     * A label of log-odds z: log p(y | z) = yz − log(1 + eᶻ).
     *
     * @param label y, 0 or 1
     * @return its likelihood
     * @throws DomainException if y is neither
     */
    static PredictorLikelihood logistic(int label) {
        return new PredictorLikelihoods.LogOdds(requireLabel(label));
    }

    /**
     * A label of probability Φ(z), Φ the standard normal distribution function.
     *
     * @param label y, 0 or 1
     * @return its likelihood
     * @throws DomainException if y is neither
     */
    static PredictorLikelihood probit(int label) {
        return new PredictorLikelihoods.Probit(requireLabel(label));
    }

    /**
     * A count whose mean is eᶻ: log p(y | z) = yz − eᶻ − log y!. Its expectations are in closed form.
     *
     * @param count y, 0, 1, 2, …
     * @return its likelihood
     * @throws DomainException if y is negative
     */
    static PredictorLikelihood poisson(long count) {
        if (count < 0) {
            throw new DomainException("count", count, "0, 1, 2, …");
        }
        return new PredictorLikelihoods.Count(count);
    }

    /**
     * An observation with normal error of known variance: y ~ N(z, s). Its expectations are in closed form, and it is conjugate to a normal posterior.
     *
     * @param y the observation
     * @param variance s, positive
     * @return its likelihood
     * @throws DomainException if a number is outside its domain
     */
    static PredictorLikelihood normal(double y, double variance) {
        return new PredictorLikelihoods.Real(
                DomainException.requireFinite("observation", y), DomainException.requirePositive("variance", variance));
    }

    /**
     * An observation with Student's error of k degrees of freedom, y = z + s·t. It is not log-concave: a full natural-gradient step may leave the domain, and then the run says so.
     *
     * @param y the observation
     * @param degrees k, positive
     * @param scale s, positive
     * @return its likelihood
     * @throws DomainException if a number is outside its domain
     */
    static PredictorLikelihood student(double y, double degrees, double scale) {
        return new PredictorLikelihoods.Student(
                DomainException.requireFinite("observation", y),
                DomainException.requirePositive("degrees of freedom", degrees),
                DomainException.requirePositive("scale", scale));
    }

    private static int requireLabel(int label) {
        if (label != 0 && label != 1) {
            throw new DomainException("label", label, "0 or 1");
        }
        return label;
    }
}
