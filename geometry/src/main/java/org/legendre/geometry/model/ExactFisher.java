package org.legendre.geometry.model;

/**
 * The exact Fisher information F(w) = (1/n) Σᵢ Jᵢᵀ ∇²ψ(θᵢ) Jᵢ, with θᵢ = θ(xᵢ; w) and Jᵢ = ∂θᵢ/∂w. Positive semidefinite; per observation, in nats.
 *
 * <p><b>It is the covariance of the score.</b> As log p(y | x; w) = ⟨θ, T(y)⟩ − ψ(θ) + log h(y), the score is s = Jᵀ(T(y) − ∇ψ(θ)). Under the model E[T] = ∇ψ(θ) and Cov[T] = ∇²ψ(θ), so that E[s] = 0 and
 * E[ssᵀ] = Jᵀ∇²ψ(θ)J.
 *
 * <p><b>It is the generalized Gauss–Newton matrix.</b> The loss −log p is a function ℓ(θ) = ψ(θ) − ⟨θ, T(y)⟩ − log h(y) of the natural coordinates, and its generalized Gauss–Newton matrix is Jᵀ∇²ℓ(θ)J. But ∇²ℓ = ∇²ψ
 * whatever y is, so that the mean over the data of Jᵀ∇²ℓJ is F, label by label and without an expectation. The Hessian of −log p in w has besides it Σ_c (∂ℓ/∂θ_c)∇²θ_c, which is 0 where θ is linear in w, and 0 in the
 * mean over outputs drawn from the model. With outputs in other coordinates than natural ones ∇²ℓ depends on y, and the two matrices part.
 *
 * <p>Source: J. Martens, New insights and perspectives on the natural gradient method, J. Mach. Learn. Res. 21 (2020), §9 (connections to the generalized Gauss–Newton matrix); F. Kunstner, P. Hennig and L. Balles, Limitations of the empirical Fisher approximation for
 * natural gradient descent, NeurIPS 2019.
 *
 * <p>Error: vᵀFv is a mean of nonnegative terms, to the rounding of Jv.
 */
public final class ExactFisher extends MeanGram implements FisherInformation {
    ExactFisher(int size, Linearization[] rows, Covariance[] covariances) {
        super(size, rows, covariances);
    }

    @Override
    public Damped<ExactFisher> damped(double lambda) {
        return Damped.of(this, lambda);
    }

    @Override
    public Damped<ExactFisher> dampedInSampleSpace(double lambda) {
        return Damped.inSampleSpace(this, lambda);
    }

    @Override
    public KroneckerFisher<ExactFisher> kronecker() {
        return KroneckerFisher.of(this);
    }

    @Override
    public BlockFisher<ExactFisher> blocksByLayer() {
        return BlockFisher.byLayer(this);
    }

    @Override
    public BlockFisher<ExactFisher> blocksByUnit() {
        return BlockFisher.byUnit(this);
    }

    @Override
    public LowRankFisher<ExactFisher> lowRank(int rank) {
        return LowRankFisher.of(this, rank);
    }

    @Override
    public String toString() {
        return "exact Fisher information of " + size() + " weights over " + observations() + " inputs";
    }
}
