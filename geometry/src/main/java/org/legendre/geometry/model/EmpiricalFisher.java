package org.legendre.geometry.model;

/**
 * The empirical Fisher matrix (1/n) Σᵢ sᵢsᵢᵀ of the scores sᵢ = Jᵢᵀ(T(yᵢ) − ∇ψ(θᵢ)) at the <em>observed</em> outputs. It is <em>no</em> Fisher information: no expectation over the model is taken. It tends to the Fisher
 * information only where the model is right, w is the true one, and the data are many; far from there it can be larger where the curvature is smaller, and the scores of a good fit make it vanish. Therefore it is no
 * {@link FisherInformation}, and what asks for one does not take it.
 *
 * <p>Source: F. Kunstner, P. Hennig and L. Balles, Limitations of the empirical Fisher approximation for natural gradient descent, NeurIPS 2019; J. Martens, New insights and perspectives on the natural gradient
 * method, J. Mach. Learn. Res. 21 (2020), §11 (the empirical Fisher).
 */
public final class EmpiricalFisher extends MeanGram {
    EmpiricalFisher(int size, Linearization[] rows, Covariance[] covariances) {
        super(size, rows, covariances);
    }

    /**
     * This with damping.
     *
     * @param lambda λ ≥ 0
     * @return the empirical matrix + λI, a metric that is still not that of the Fisher information
     * @throws org.legendre.geometry.DomainException if λ is negative or not finite
     */
    public Damped<EmpiricalFisher> damped(double lambda) {
        return Damped.of(this, lambda);
    }

    /**
     * This with damping, solved in the space of the samples, as {@link FisherInformation#dampedInSampleSpace} says: by a matrix of as many rows as there are observations.
     *
     * @param lambda λ &gt; 0
     * @return the empirical matrix + λI
     * @throws org.legendre.geometry.DomainException if λ is not positive and finite
     */
    public Damped<EmpiricalFisher> dampedInSampleSpace(double lambda) {
        return Damped.inSampleSpace(this, lambda);
    }

    @Override
    public String toString() {
        return "empirical Fisher matrix of " + size() + " weights over " + observations() + " observations";
    }
}
