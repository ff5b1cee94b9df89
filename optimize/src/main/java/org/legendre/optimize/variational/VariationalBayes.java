package org.legendre.optimize.variational;

import java.util.List;
import java.util.stream.Stream;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Estimate;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Natural;
import org.legendre.geometry.Vec;
import org.legendre.geometry.family.ConjugateModel;
import org.legendre.geometry.family.ExponentialFamily;
import org.legendre.geometry.family.Member;
import org.legendre.optimize.Descent;
import org.legendre.optimize.Geometry;
import org.legendre.optimize.Objective;
import org.legendre.optimize.StepRule;

/**
 * Variational inference in an exponential family that holds the prior: the objective −ELBO(m) = KL(q‖prior) − Σ E_q[log p(data | φ)] as a function of the expectation coordinates m of q. Bayesian logistic regression:
 *
 * <pre>{@code
 * var bayes = VariationalBayes.of(MultivariateNormal.standard(d)).and(LinearPredictors.logistic(inputs, labels));
 * var run = bayes.method(0.5).until(Stopping.valueChangeBelow(1e-12)).run(bayes.start());
 * MultivariateNormal posterior = bayes.at(run.point());
 * }</pre>
 *
 * <p>The differential in m is λ − λ₀ − Σ ∇ₘE_q[log p]: a vector of natural coordinates, and the natural gradient in λ with no Fisher matrix to solve for. Mirror descent in m with ψ* is therefore λ₊ = (1 − ρ)λ + ρ(λ₀ + Σ ∇ₘE_q[log p]): the Bayesian
 * learning rule. If all factors are conjugate, the step ρ = 1 lands on the posterior of Bayes' theorem from anywhere. A step out of the domain, as where a covariance would not be positive definite, ends a run of constant steps as
 * {@linkplain org.legendre.optimize.Outcome.Failed failed}, with the matrix in words; {@link StepRule#armijoFrom} turns back instead.
 *
 * <p>Source: M. E. Khan and W. Lin, Conjugate-computation variational inference, AISTATS 2017; M. E. Khan and H. Rue, The Bayesian learning rule, J. Mach. Learn. Res. 24 (2023).
 *
 * @param <A> the type of the parameter φ
 * @param <P> the variational family
 */
public final class VariationalBayes<A, P extends Member<A, P>> implements Objective<Expectation, Natural> {
    private final P prior;
    private final ExponentialFamily<A, P> family;
    private final double[] priorNatural;
    private final List<ExpectedLogLikelihood<? super P>> factors;

    private VariationalBayes(P prior, List<ExpectedLogLikelihood<? super P>> factors) {
        this.prior = prior;
        this.family = prior.family();
        this.priorNatural = prior.natural().toArray();
        this.factors = factors;
    }

    /**
     * A prior alone.
     *
     * @param <A> the type of the parameter φ
     * @param <P> the variational family
     * @param prior the prior of φ, of the variational family
     * @return the model, to which factors are added by {@link #and}
     * @throws DomainException if the prior is a boundary member
     */
    public static <A, P extends Member<A, P>> VariationalBayes<A, P> of(P prior) {
        return new VariationalBayes<>(prior, List.of());
    }

    /**
     * A conjugate model with its prior and data.
     *
     * @param <T> the type of an observation
     * @param <M> the distribution of an observation
     * @param <A> the type of the parameter φ
     * @param <P> the variational family
     * @param model the conjugate pair with its prior
     * @param data the observations, at least one
     * @return the model
     * @throws DomainException if there are no data, or an observation is off the support
     */
    public static <T, M extends Member<T, M>, A, P extends Member<A, P>> VariationalBayes<A, P> of(
            ConjugateModel<T, M, A, P> model, List<? extends T> data) {
        return VariationalBayes.<A, P>of(model.prior()).and(ExpectedLogLikelihood.conjugate(model, data));
    }

    /**
     * The model with another factor of its likelihood, conjugate or not.
     *
     * @param factor the factor
     * @return the model with it
     */
    public VariationalBayes<A, P> and(ExpectedLogLikelihood<? super P> factor) {
        return new VariationalBayes<>(
                prior, Stream.concat(factors.stream(), Stream.of(factor)).toList());
    }

    /**
     * The mirror geometry of ψ*: dual points are natural coordinates.
     *
     * @return the geometry
     */
    public Geometry<Expectation, Natural> geometry() {
        return Geometry.mirror(family.potential().conjugate());
    }

    /**
     * Natural gradient with constant steps. Any other rule or scheme is {@code Descent.of(bayes, bayes.geometry())} with it.
     *
     * @param rho ρ, positive; 1 for conjugate factors
     * @return the method
     * @throws DomainException if ρ is not positive and finite
     */
    public Descent<Expectation, Natural> method(double rho) {
        return Descent.of(this, geometry()).step(StepRule.constant(rho));
    }

    /**
     * The prior as a start.
     *
     * @return its expectation coordinates
     */
    public Vec<Expectation> start() {
        return prior.expectation();
    }

    /**
     * The variational distribution at a point of a run.
     *
     * @param m its expectation coordinates
     * @return q
     * @throws DomainException if no member has this expectation
     */
    public P at(Vec<Expectation> m) {
        return family.atExpectation(m);
    }

    /**
     * The evidence lower bound: ELBO(q) = Σ E_q[log p(data | φ)] − KL(q‖prior) = log p(data) − KL(q‖posterior).
     *
     * @param q a distribution of the parameter
     * @return the bound in nats, with that on what its quadratures leave out
     */
    public Estimate evidenceLowerBound(P q) {
        double error = 0;
        for (ExpectedLogLikelihood<? super P> factor : factors) {
            error += factor.error(q);
        }
        return new Estimate(0 - negative(q, new double[size()]), error, "quadrature");
    }

    @Override
    public int size() {
        return priorNatural.length;
    }

    @Override
    public double value(double[] m) {
        return negative(at(Vec.of(m)), new double[size()]);
    }

    @Override
    public double gradient(double[] m, double[] out) {
        return differential(at(Vec.of(m)), out);
    }

    /** Fills out with the differential in m at q. */
    double differential(P q, double[] out) {
        double[] added = new double[size()];
        double value = negative(q, added);
        Vec<Natural> lambda = q.natural();
        for (int i = 0; i < out.length; i++) {
            out[i] = lambda.get(i) - (priorNatural[i] + added[i]);
        }
        return value;
    }

    /** −ELBO(q); what the factors add to the natural coordinates is added to an array. */
    double negative(P q, double[] added) {
        double expected = 0;
        for (ExpectedLogLikelihood<? super P> factor : factors) {
            expected += factor.gradient(q, added);
        }
        return q.klTo(prior) - expected;
    }

    @Override
    public String toString() {
        return "negative evidence lower bound with the prior " + prior + " and " + factors.size() + " factors";
    }
}
