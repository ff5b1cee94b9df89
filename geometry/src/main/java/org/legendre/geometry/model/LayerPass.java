package org.legendre.geometry.model;

import java.util.Arrays;
import java.util.List;
import org.legendre.geometry.DomainException;

/**
 * Passes through the layers of a model for all observations. The block of F between the weights of two layers is (1/n) Σᵢ Σₖ gᵢₖhᵢₖᵀ ⊗ aᵢbᵢᵀ: with Cᵢ = Σₖ cₖcₖᵀ, the covectors gᵢₖ and hᵢₖ are cₖ pulled back to the sums of the one and of the
 * other, and aᵢ and bᵢ is what they receive.
 */
final class LayerPass {
    private final LayeredLinearization[] rows;
    private final Covariance[] covariances;

    /** What is done for each observation with what each layer receives and with the covectors gᵢₖ of each layer; the arrays are used again afterwards. */
    @FunctionalInterface
    interface Visitor {
        void visit(double[][] received, double[][][] covectors);
    }

    LayerPass(Linearization[] rows, Covariance[] covariances) {
        this.rows = new LayeredLinearization[rows.length];
        for (int i = 0; i < rows.length; i++) {
            if (!(rows[i] instanceof LayeredLinearization layered)) {
                throw new DomainException(
                        "model",
                        rows[i].getClass().getSimpleName(),
                        "a model of layers: a perceptron, or a linear one");
            }
            this.rows[i] = layered;
        }
        this.covariances = covariances;
    }

    List<Layer> layers() {
        return rows[0].layers();
    }

    int observations() {
        return rows.length;
    }

    /** Observation by observation. */
    void forEach(Visitor visitor) {
        List<Layer> layers = layers();
        double[][] received = new double[layers.size()][];
        Arrays.setAll(received, l -> new double[layers.get(l).stride()]);
        double[][][] covectors = new double[layers.size()][0][];
        double[][] one = new double[layers.size()][];
        for (int i = 0; i < rows.length; i++) {
            double[][] columns = covariances[i].columns();
            for (int l = 0; l < one.length; l++) {
                if (covectors[l].length != columns.length) {
                    covectors[l] = new double[columns.length][layers.get(l).units()];
                }
            }
            for (int k = 0; k < columns.length; k++) {
                for (int l = 0; l < one.length; l++) {
                    one[l] = covectors[l][k];
                }
                rows[i].covectors(columns[k], one);
            }
            for (int l = 0; l < one.length; l++) {
                rows[i].received(l, received[l]);
            }
            visitor.visit(received, covectors);
        }
    }
}
