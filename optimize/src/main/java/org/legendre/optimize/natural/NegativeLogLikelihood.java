package org.legendre.optimize.natural;

import java.util.stream.IntStream;
import org.legendre.geometry.Differential;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Weights;
import org.legendre.geometry.model.Likelihood;
import org.legendre.optimize.FiniteSum;

/**
 * The mean negative log-likelihood −(1/n) Σ log p(yᵢ | xᵢ; w) of a parametric model, in nats, if asked for with a ridge ½ρ‖w‖². It is +∞ at weights where a θ(xᵢ; w) is outside the domain of the output family, so that
 * step rules turn back from there. Its terms are those of the observations, each with the whole ridge.
 *
 * <p>Where θ is linear in w its Hessian is F(w) + ρI: natural gradient with the exact Fisher information and the damping λ = ρ is then Newton's method.
 */
public final class NegativeLogLikelihood implements FiniteSum<Weights, Differential<Weights>> {
    private final Likelihood<?, ?> likelihood;
    private final double ridge;
    private final int[] all;

    private NegativeLogLikelihood(Likelihood<?, ?> likelihood, double ridge) {
        this.likelihood = likelihood;
        this.ridge = ridge;
        this.all = IntStream.range(0, likelihood.observations()).toArray();
    }

    /**
     * The objective of a likelihood.
     *
     * @param likelihood the model with its data
     * @return the objective
     */
    public static NegativeLogLikelihood of(Likelihood<?, ?> likelihood) {
        return new NegativeLogLikelihood(likelihood, 0);
    }

    /**
     * The same with ½ρ‖w‖² added, the negative log-density of a normal prior per observation, but for a constant.
     *
     * @param rho ρ ≥ 0
     * @return the objective
     * @throws DomainException if ρ is negative or not finite
     */
    public NegativeLogLikelihood withRidge(double rho) {
        return new NegativeLogLikelihood(likelihood, DomainException.requireNonnegative("ridge ρ", rho));
    }

    @Override
    public int size() {
        return likelihood.size();
    }

    @Override
    public int terms() {
        return likelihood.observations();
    }

    @Override
    public double value(double[] x) {
        return penalty(x) - likelihood.logLikelihood(x);
    }

    @Override
    public double gradient(double[] x, double[] out) {
        double value = penalty(x) - likelihood.logLikelihood(x, all, all.length, out);
        for (int j = 0; j < out.length; j++) {
            out[j] = ridge * x[j] - out[j];
        }
        return value;
    }

    /**
     * {@inheritDoc}
     *
     * @throws DomainException if it is +∞: a batch has no step rule to turn back
     */
    @Override
    public double partial(double[] x, int[] indices, int count, double[] out) {
        double value = penalty(x) - likelihood.logLikelihood(x, indices, count, out);
        if (value == Double.POSITIVE_INFINITY) {
            throw new DomainException("w", x, "weights at which the " + likelihood + " is positive");
        }
        for (int j = 0; j < out.length; j++) {
            out[j] = ridge * x[j] - out[j];
        }
        return value;
    }

    private double penalty(double[] x) {
        double sum = 0;
        for (double entry : x) {
            sum += 0.5 * ridge * entry * entry; // In this order: without a ridge nothing overflows.
        }
        return sum;
    }

    @Override
    public String toString() {
        return "negative log-" + likelihood + (ridge == 0 ? "" : " with the ridge " + ridge);
    }
}
