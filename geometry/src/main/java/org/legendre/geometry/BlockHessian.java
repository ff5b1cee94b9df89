package org.legendre.geometry;

import java.util.Arrays;

/** A block-diagonal matrix. */
final class BlockHessian implements Hessian {
    private final Hessian[] blocks;
    private final int size;

    BlockHessian(Hessian[] blocks) {
        this.blocks = blocks;
        this.size = Arrays.stream(blocks).mapToInt(Hessian::size).sum();
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Hessian damped(double lambda) {
        return new BlockHessian(
                Arrays.stream(blocks).map(block -> block.damped(lambda)).toArray(Hessian[]::new));
    }

    @Override
    public void multiply(double[] v, double[] out) {
        int from = 0;
        for (Hessian block : blocks) {
            double[] image = new double[block.size()];
            block.multiply(part(v, from, block), image);
            System.arraycopy(image, 0, out, from, image.length);
            from += image.length;
        }
    }

    @Override
    public void solve(double[] g, double[] out) {
        int from = 0;
        for (Hessian block : blocks) {
            double[] image = new double[block.size()];
            block.solve(part(g, from, block), image);
            System.arraycopy(image, 0, out, from, image.length);
            from += image.length;
        }
    }

    @Override
    public double quadratic(double[] v) {
        double sum = 0;
        int from = 0;
        for (Hessian block : blocks) {
            sum += block.quadratic(part(v, from, block));
            from += block.size();
        }
        return sum;
    }

    @Override
    public double inverseQuadratic(double[] g) {
        double sum = 0;
        int from = 0;
        for (Hessian block : blocks) {
            sum += block.inverseQuadratic(part(g, from, block));
            from += block.size();
        }
        return sum;
    }

    @Override
    public double logDeterminant() {
        return Arrays.stream(blocks).mapToDouble(Hessian::logDeterminant).sum();
    }

    private static double[] part(double[] v, int from, Hessian block) {
        return Arrays.copyOfRange(v, from, from + block.size());
    }
}
