package org.legendre.geometry.model;

import java.util.Arrays;
import java.util.List;
import org.legendre.geometry.Hessian;

/**
 * Eigenvalue-corrected Kronecker-factored Fisher information (EKFAC): each layer has the eigenvectors v_c⊗u_j of the block G⊗A of {@link KroneckerFisher}, and in place of the products of eigenvalues the numbers
 * s_cj = (v_c⊗u_j)ᵀF(v_c⊗u_j) = (1/n) Σᵢ E[⟨v_c, gᵢ⟩²]⟨u_j, aᵢ⟩². Of all matrices with these eigenvectors it is the nearest to the block of F in the Frobenius norm, so that it is never farther than K-FAC: QᵀFQ − diag(s) has
 * least squares if s is the diagonal of QᵀFQ. Its trace is that of F.
 *
 * <p>It costs one more pass through the data than K-FAC, with d² + u² multiplications for each observation and layer of d inputs and u units.
 *
 * <p>Source: T. George, C. Laurent, X. Bouthillier, N. Ballas and P. Vincent, Fast approximate natural gradient descent in a Kronecker-factored eigenbasis, NeurIPS 2018, §3.
 *
 * @param <F> what it approximates
 */
public final class EigenKroneckerFisher<F extends FisherInformation> extends FisherApproximation<F> {
    private final List<KroneckerFactors> layers;
    private final double[][] diagonals;

    EigenKroneckerFisher(F fisher, LayerPass pass, List<KroneckerFactors> layers) {
        super(fisher);
        this.layers = layers;
        this.diagonals = new double[layers.size()][];
        Arrays.setAll(
                diagonals,
                l -> new double
                        [layers.get(l).covectorBasis().size()
                                * layers.get(l).receivedBasis().size()]);
        pass.forEach((received, covectors) -> {
            for (int l = 0; l < diagonals.length; l++) {
                add(layers.get(l), received[l], covectors[l], diagonals[l]);
            }
        });
        for (double[] diagonal : diagonals) {
            for (int k = 0; k < diagonal.length; k++) {
                diagonal[k] /= pass.observations();
            }
        }
    }

    private static void add(KroneckerFactors factors, double[] received, double[][] covectors, double[] out) {
        Eigenbasis left = factors.covectorBasis();
        Eigenbasis right = factors.receivedBasis();
        double[] squares = new double[right.size()];
        for (int j = 0; j < squares.length; j++) {
            double coordinate = right.coordinate(j, received, 0);
            squares[j] = coordinate * coordinate;
        }
        for (int c = 0; c < left.size(); c++) {
            double variance = 0;
            for (double[] g : covectors) {
                double coordinate = left.coordinate(c, g, 0);
                variance += coordinate * coordinate;
            }
            for (int j = 0; j < squares.length; j++) {
                out[c * squares.length + j] += variance * squares[j];
            }
        }
    }

    /** {@inheritDoc} Exactly so, in the eigenvectors of the factors. */
    @Override
    public Damped<EigenKroneckerFisher<F>> damped(double lambda) {
        return new Damped<>(this, lambda, plus(lambda), "");
    }

    @Override
    Hessian plus(double lambda) {
        Hessian[] blocks = new Hessian[diagonals.length];
        Arrays.setAll(blocks, l -> {
            KroneckerFactors factors = layers.get(l);
            double[] s =
                    Arrays.stream(diagonals[l]).map(value -> value + lambda).toArray();
            return new KroneckerEigenHessian(factors.covectorBasis(), factors.receivedBasis(), s);
        });
        return Hessian.block(blocks);
    }

    @Override
    String name() {
        return "eigenvalue-corrected Kronecker factors";
    }
}
