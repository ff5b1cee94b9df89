package org.legendre.geometry.model;

import org.legendre.geometry.Estimate;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;
import org.legendre.geometry.special.Sums;

/**
 * An unbiased estimate of the {@link ExactFisher}: (1/nS) Σᵢ Σₖ sᵢₖsᵢₖᵀ with scores at S outputs yᵢₖ drawn from the model for each input, not at the observed ones. What is drawn is a function of the seed, of w and of the
 * place of the input: the same seed at the same w gives the same bits.
 *
 * <p>Source: J. Martens, New insights and perspectives on the natural gradient method, J. Mach. Learn. Res. 21 (2020).
 */
public final class MonteCarloFisher extends MeanGram implements FisherInformation {
    private final double[][][] scores;

    /** @param scores T(y) − η of each draw for each input */
    MonteCarloFisher(int size, Linearization[] rows, Covariance[] covariances, double[][][] scores) {
        super(size, rows, covariances);
        this.scores = scores;
    }

    /**
     * The number of draws for each input.
     *
     * @return S
     */
    public int draws() {
        return scores[0].length;
    }

    /**
     * The quadratic form with its standard error: the draws for one input are independent, so that the variance of the estimate is (1/n²) Σᵢ (sample variance of ⟨sᵢₖ, v⟩² over k)/S.
     *
     * @param v a tangent
     * @return vᵀFv, an unbiased estimate, and its standard error
     * @throws org.legendre.geometry.DomainException if the length is wrong
     */
    public Estimate estimate(Vec<Weights> v) {
        double[] tangent = require(v);
        int n = observations();
        int draws = draws();
        double[] means = terms(tangent);
        double[] variances = new double[n];
        for (int i = 0; i < n; i++) {
            double[] image = tangent(i, tangent);
            for (double[] score : scores[i]) {
                double projected = Covariance.dot(score, image);
                double deviation = projected * projected - means[i];
                variances[i] += deviation * deviation / (draws - 1) / draws;
            }
        }
        return new Estimate(
                Sums.sum(means) / n,
                Math.sqrt(Sums.sum(variances)) / n,
                "Monte Carlo, " + draws + " outputs drawn for each of " + n + " inputs; standard error");
    }

    @Override
    public Damped<MonteCarloFisher> damped(double lambda) {
        return Damped.of(this, lambda);
    }

    @Override
    public Damped<MonteCarloFisher> dampedInSampleSpace(double lambda) {
        return Damped.inSampleSpace(this, lambda);
    }

    @Override
    public KroneckerFisher<MonteCarloFisher> kronecker() {
        return KroneckerFisher.of(this);
    }

    @Override
    public BlockFisher<MonteCarloFisher> blocksByLayer() {
        return BlockFisher.byLayer(this);
    }

    @Override
    public BlockFisher<MonteCarloFisher> blocksByUnit() {
        return BlockFisher.byUnit(this);
    }

    @Override
    public LowRankFisher<MonteCarloFisher> lowRank(int rank) {
        return LowRankFisher.of(this, rank);
    }

    @Override
    public String toString() {
        return "Monte-Carlo Fisher information of " + size() + " weights over " + observations() + " inputs with "
                + draws() + " draws each";
    }
}
