package org.legendre.geometry.model;

import java.util.ArrayList;
import java.util.List;
import org.legendre.geometry.special.InnerProduct;

/**
 * Some units of a layer, whose weights stand together.
 *
 * @param layer which layer
 * @param unit the first unit
 * @param units how many
 * @param from where their weights begin in w
 * @param stride how many weights a unit has
 */
record LayerBlock(int layer, int unit, int units, int from, int stride) {
    int size() {
        return units * stride;
    }

    /** One block for each layer. */
    static List<LayerBlock> layers(List<Layer> layers) {
        List<LayerBlock> blocks = new ArrayList<>();
        for (int l = 0; l < layers.size(); l++) {
            Layer layer = layers.get(l);
            blocks.add(new LayerBlock(l, 0, layer.units(), layer.from(), layer.stride()));
        }
        return blocks;
    }

    /** One block for each unit. */
    static List<LayerBlock> units(List<Layer> layers) {
        List<LayerBlock> blocks = new ArrayList<>();
        for (LayerBlock layer : layers(layers)) {
            for (int c = 0; c < layer.units; c++) {
                blocks.add(new LayerBlock(layer.layer, c, 1, layer.from + c * layer.stride, layer.stride));
            }
        }
        return blocks;
    }

    /** The lower triangle of F, layer against layer. */
    static void add(LayerPass pass, double[][] matrix) {
        List<LayerBlock> blocks = layers(pass.layers());
        double share = 1.0 / pass.observations();
        pass.forEach((received, covectors) -> {
            for (LayerBlock row : blocks) {
                for (LayerBlock column : blocks.subList(0, row.layer + 1)) {
                    row.add(share, received, covectors, column, matrix, row.from, column.from);
                }
            }
        });
    }

    /** Adds c Σₖ gₖhₖᵀ ⊗ abᵀ between these units and others, up to the diagonal if they are the same, to a matrix in which they begin at given places. */
    void add(
            double c,
            double[][] received,
            double[][][] covectors,
            LayerBlock other,
            double[][] matrix,
            int top,
            int left) {
        double[] a = received[layer];
        double[] b = received[other.layer];
        boolean same = equals(other);
        for (int p = 0; p < units; p++) {
            for (int q = 0; q < (same ? p + 1 : other.units); q++) {
                double covariance = 0;
                for (int k = 0; k < covectors[layer].length; k++) {
                    covariance += covectors[layer][k][unit + p] * covectors[other.layer][k][other.unit + q];
                }
                for (int i = 0; i < stride; i++) {
                    double factor = c * covariance * a[i];
                    if (factor != 0) {
                        double[] row = matrix[top + p * stride + i];
                        int start = left + q * other.stride;
                        int end = same && p == q ? i + 1 : other.stride;
                        for (int j = 0; j < end; j++) {
                            row[start + j] += factor * b[j];
                        }
                    }
                }
            }
        }
    }

    /** Σₖ (Σ_c gₖ_c⟨v_c, a⟩)²: n times what an observation adds to the form of the block. */
    double quadratic(double[] v, double[] received, double[][] covectors) {
        double[] sums = new double[units];
        for (int p = 0; p < units; p++) {
            sums[p] = InnerProduct.of(v, from + p * stride, received, 0, stride);
        }
        double squares = 0;
        for (double[] g : covectors) {
            double sum = InnerProduct.of(g, unit, sums, 0, units);
            squares += sum * sum;
        }
        return squares;
    }
}
