package org.legendre.geometry.model;

import org.legendre.geometry.Differential;
import org.legendre.geometry.Form;
import org.legendre.geometry.Weights;

/**
 * What natural gradient in weights is made of: {@link FisherInformation}, exact or an unbiased estimate, or a {@link FisherApproximation} of it, whose structure makes it cheap. The expectation is over outputs that the
 * <em>model</em> distributes. An {@link EmpiricalFisher} is neither.
 */
public sealed interface FisherForm extends Form<Weights, Differential<Weights>>
        permits FisherInformation, FisherApproximation {
    /**
     * This with damping.
     *
     * @param lambda λ ≥ 0
     * @return F + λI
     * @throws org.legendre.geometry.DomainException if λ is negative or not finite
     */
    Damped<? extends FisherForm> damped(double lambda);
}
