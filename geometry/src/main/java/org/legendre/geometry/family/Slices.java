package org.legendre.geometry.family;

import java.util.Arrays;
import java.util.List;
import org.legendre.geometry.Vec;

/** Vectors put one after the other, and taken apart again. */
final class Slices {
    private Slices() {}

    static <C> Vec<C> join(List<Vec<C>> parts) {
        return Vec.of(joined(parts.stream().map(Vec::toArray).toList()));
    }

    static double[] joined(List<double[]> parts) {
        return parts.stream().flatMapToDouble(Arrays::stream).toArray();
    }

    /** The entries from (included) to (excluded). */
    static <C> Vec<C> slice(Vec<C> x, int from, int to) {
        return Vec.of(Arrays.copyOfRange(x.toArray(), from, to));
    }

    /** A block-diagonal matrix. */
    static double[][] block(List<double[][]> blocks) {
        int size = blocks.stream().mapToInt(block -> block.length).sum();
        double[][] rows = new double[size][size];
        int from = 0;
        for (double[][] block : blocks) {
            for (int i = 0; i < block.length; i++) {
                System.arraycopy(block[i], 0, rows[from + i], from, block.length);
            }
            from += block.length;
        }
        return rows;
    }
}
