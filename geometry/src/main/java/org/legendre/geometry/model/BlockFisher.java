package org.legendre.geometry.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.FactoredHessian;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.PositiveDefinite;

/**
 * The diagonal blocks of a Fisher information, of the weights of each layer or of each unit, and 0 between them. Within a block nothing is approximated.
 *
 * <p>Source: by units N. Le Roux, P.-A. Manzagol and Y. Bengio, Topmoumoute online natural gradient algorithm, NIPS 2007.
 *
 * @param <F> what it approximates
 */
public final class BlockFisher<F extends FisherInformation> extends FisherApproximation<F> {
    private final LayerPass pass;
    private final List<LayerBlock> blocks;
    private final List<double[][]> matrices = new ArrayList<>();
    private final String name;

    private BlockFisher(F fisher, LayerPass pass, List<LayerBlock> blocks, String name) {
        super(fisher);
        this.pass = pass;
        this.blocks = blocks;
        this.name = name;
        blocks.forEach(block -> matrices.add(new double[block.size()][block.size()]));
        double share = 1.0 / pass.observations();
        pass.forEach((received, covectors) -> {
            for (int k = 0; k < blocks.size(); k++) {
                blocks.get(k).add(share, received, covectors, blocks.get(k), matrices.get(k), 0, 0);
            }
        });
        matrices.forEach(MeanGram::mirror);
    }

    static <F extends MeanGram & FisherInformation> BlockFisher<F> byLayer(F fisher) {
        LayerPass pass = fisher.layerPass();
        return new BlockFisher<>(fisher, pass, LayerBlock.layers(pass.layers()), "blocks by layer");
    }

    static <F extends MeanGram & FisherInformation> BlockFisher<F> byUnit(F fisher) {
        LayerPass pass = fisher.layerPass();
        return new BlockFisher<>(fisher, pass, LayerBlock.units(pass.layers()), "blocks by unit");
    }

    /**
     * The number of blocks.
     *
     * @return how many layers or units
     */
    public int blocks() {
        return blocks.size();
    }

    /**
     * A block.
     *
     * @param block which, from 0
     * @return its rows, a new array
     */
    public double[][] block(int block) {
        return Arrays.stream(matrices.get(block)).map(double[]::clone).toArray(double[][]::new);
    }

    @Override
    public Damped<BlockFisher<F>> damped(double lambda) {
        return new Damped<>(this, lambda, plus(lambda), "");
    }

    @Override
    Hessian plus(double lambda) {
        Hessian[] dense =
                matrices.stream().map(matrix -> new Dense(matrix, lambda)).toArray(Hessian[]::new);
        return new DampedBlocks(this, lambda, Hessian.block(dense));
    }

    @Override
    double quadratic(double[] v) {
        double[] sum = new double[1];
        pass.forEach((received, covectors) -> {
            for (LayerBlock block : blocks) {
                sum[0] += block.quadratic(v, received[block.layer()], covectors[block.layer()]);
            }
        });
        return sum[0] / pass.observations();
    }

    @Override
    String name() {
        return name;
    }

    /** A block + λI. */
    private static final class Dense extends FactoredHessian {
        private final double[][] block;
        private final double lambda;

        Dense(double[][] block, double lambda) {
            this.block = block;
            this.lambda = lambda;
        }

        @Override
        public int size() {
            return block.length;
        }

        @Override
        public Hessian damped(double more) {
            return new Dense(block, lambda + DomainException.requireNonnegative("damping λ", more));
        }

        @Override
        public void multiply(double[] v, double[] out) {
            for (int i = 0; i < v.length; i++) {
                out[i] = Covariance.dot(block[i], v) + lambda * v[i];
            }
        }

        @Override
        public double quadratic(double[] v) {
            return factored().quadratic(v);
        }

        @Override
        public double[][] toMatrix() {
            double[][] matrix = Arrays.stream(block).map(double[]::clone).toArray(double[][]::new);
            for (int i = 0; i < matrix.length; i++) {
                matrix[i][i] += lambda;
            }
            return matrix;
        }

        @Override
        protected PositiveDefinite factorize() {
            return PositiveDefinite.regular(
                    toMatrix(), "its damping λ = " + lambda + " is too small for this block, which is singular");
        }
    }
}
