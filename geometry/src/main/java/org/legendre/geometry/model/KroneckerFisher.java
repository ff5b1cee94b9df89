package org.legendre.geometry.model;

import java.util.Arrays;
import java.util.List;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Hessian;

/**
 * Kronecker-factored Fisher information (K-FAC) of a model of layers: for each layer the block G⊗A, W ↦ GWA on its weights W, unit by unit with their biases, and nothing between layers. A = (1/n) Σ aᵢaᵢᵀ is the mean square of
 * what the layer receives, with a 1 at its end for the biases; G = (1/n) Σ E[gᵢgᵢᵀ] that of the differentials g = ∂ log p(y | xᵢ; w)/∂s at its sums s, with the expectation over outputs y of the model, in closed form, of a
 * {@link MonteCarloFisher} over those that it drew. The block of F is E[ggᵀ ⊗ aaᵀ]; K-FAC takes the two for independent. It is exact for a single observation, and where aaᵀ or the covariance of g is the same for all.
 *
 * <p>A layer of d inputs and u units costs O(d³ + u³) once and O(du(d + u)) a solve, where its block would cost O(d³u³).
 *
 * <p>Source: J. Martens and R. Grosse, Optimizing neural networks with Kronecker-factored approximate curvature, ICML 2015: §3 (factors), §4.2 (block-diagonal), §6.3 (damping in the factors).
 *
 * @param <F> what it approximates
 */
public final class KroneckerFisher<F extends FisherInformation> extends FisherApproximation<F> {
    private final LayerPass pass;
    private final List<KroneckerFactors> layers;

    private KroneckerFisher(F fisher, LayerPass pass) {
        super(fisher);
        this.pass = pass;
        this.layers = KroneckerFactors.of(pass);
    }

    static <F extends MeanGram & FisherInformation> KroneckerFisher<F> of(F fisher) {
        return new KroneckerFisher<>(fisher, fisher.layerPass());
    }

    /**
     * The number of layers.
     *
     * @return the number of blocks
     */
    public int layers() {
        return layers.size();
    }

    /**
     * The factor A of a layer.
     *
     * @param layer which, from 0
     * @return A, its last row and column those of the biases, if there are any; a new array
     */
    public double[][] inputFactor(int layer) {
        return copy(layers.get(layer).received());
    }

    /**
     * The factor G of a layer.
     *
     * @param layer which, from 0
     * @return G, a new array
     */
    public double[][] outputFactor(int layer) {
        return copy(layers.get(layer).covectors());
    }

    private static double[][] copy(double[][] matrix) {
        return Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
    }

    /** {@inheritDoc} Exactly so, in the eigenvectors of the factors. */
    @Override
    public Damped<KroneckerFisher<F>> damped(double lambda) {
        return new Damped<>(this, lambda, plus(lambda), "");
    }

    /**
     * This with damping in its factors: (G + (√λ/π)I) ⊗ (A + π√λ I) for each layer, with π² = (tr A/d)/(tr G/u). It is more than F + λI by √λ(πG⊗I + I⊗A/π), and needs no eigenvectors.
     *
     * @param lambda λ ≥ 0
     * @return the metric; raising is refused where a factor is singular
     * @throws DomainException if λ is negative or not finite, or a factor is singular with it
     */
    public Damped<KroneckerFisher<F>> dampedInFactors(double lambda) {
        DomainException.requireNonnegative("damping λ", lambda);
        Hessian[] blocks =
                layers.stream().map(layer -> layer.dampedInFactors(lambda)).toArray(Hessian[]::new);
        return new Damped<>(this, lambda, Hessian.block(blocks), ", in the factors");
    }

    /**
     * The same eigenvectors with the best eigenvalues.
     *
     * @return the eigenvalue-corrected approximation
     */
    public EigenKroneckerFisher<F> eigenvalueCorrected() {
        return new EigenKroneckerFisher<>(of(), pass, layers);
    }

    @Override
    Hessian plus(double lambda) {
        return Hessian.block(layers.stream().map(layer -> layer.plus(lambda)).toArray(Hessian[]::new));
    }

    @Override
    String name() {
        return "Kronecker factors";
    }
}
