package org.legendre.geometry.model;

import org.legendre.geometry.Differential;
import org.legendre.geometry.Form;
import org.legendre.geometry.Weights;

/**
 * The Fisher information of the weights of a {@link ParametricModel}, F(w) = (1/n) Σᵢ E[s sᵀ], s = ∂ log p(y | xᵢ; w)/∂w, with the expectation over outputs y that the <em>model</em> distributes: exact, or an unbiased
 * estimate. What only looks like it, the {@link EmpiricalFisher}, is none.
 *
 * <p>It is a mean over inputs, as the log-likelihood is; n F is the information in all the data.
 */
public sealed interface FisherInformation extends Form<Weights, Differential<Weights>>
        permits ExactFisher, MonteCarloFisher {
    /**
     * This with damping.
     *
     * @param lambda λ ≥ 0
     * @return F + λI
     * @throws org.legendre.geometry.DomainException if λ is negative or not finite
     */
    Damped<? extends FisherInformation> damped(double lambda);
}
