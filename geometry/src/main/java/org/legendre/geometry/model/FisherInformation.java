package org.legendre.geometry.model;

/**
 * The Fisher information of the weights of a {@link ParametricModel}, F(w) = (1/n) Σᵢ E[s sᵀ], s = ∂ log p(y | xᵢ; w)/∂w, with the expectation over outputs y that the <em>model</em> distributes: exact, or an unbiased
 * estimate. What only looks like it, the {@link EmpiricalFisher}, is none, nor is a {@link FisherApproximation}.
 *
 * <p>It is a mean over inputs, as the log-likelihood is; n F is the information in all the data.
 */
public sealed interface FisherInformation extends FisherForm permits ExactFisher, MonteCarloFisher {
    @Override
    Damped<? extends FisherInformation> damped(double lambda);

    /**
     * The Kronecker-factored approximation (K-FAC), {@link KroneckerFisher#eigenvalueCorrected} for EKFAC.
     *
     * @return a block G⊗A for each layer
     * @throws org.legendre.geometry.DomainException unless the model is made of layers, as a {@link Perceptron} and {@link ParametricModel#linear} are
     */
    KroneckerFisher<? extends FisherInformation> kronecker();

    /**
     * This with damping, solved in the space of the samples by a matrix of as many rows as the Jacobians of all observations have, N = n·m (of a {@link MonteCarloFisher} n·S): (F + λI)⁻¹g = (g − Bᵀ(λI + BBᵀ)⁻¹Bg)/λ with F = BᵀB. It
     * costs N²p multiplications and N³/3 more, where {@link #damped} costs np² and p³/3: take it where N is less than the number p of weights. The solution is the same to the rounding of either.
     *
     * <p>Source: M. A. Woodbury, Inverting modified matrices, Princeton memorandum 42, 1950.
     *
     * @param lambda λ &gt; 0
     * @return F + λI
     * @throws org.legendre.geometry.DomainException if λ is not positive and finite: without damping a F of fewer samples than weights is singular
     */
    Damped<? extends FisherInformation> dampedInSampleSpace(double lambda);

    /**
     * The diagonal blocks of the layers.
     *
     * @return a block for each layer
     * @throws org.legendre.geometry.DomainException unless the model is made of layers
     */
    BlockFisher<? extends FisherInformation> blocksByLayer();

    /**
     * The diagonal blocks of the units.
     *
     * @return a block for each unit of each layer
     * @throws org.legendre.geometry.DomainException unless the model is made of layers
     */
    BlockFisher<? extends FisherInformation> blocksByUnit();

    /**
     * A matrix of low rank plus a diagonal.
     *
     * @param rank r, at least 1 and at most the number of weights
     * @return the approximation
     * @throws org.legendre.geometry.DomainException if the rank is none
     */
    LowRankFisher<? extends FisherInformation> lowRank(int rank);
}
