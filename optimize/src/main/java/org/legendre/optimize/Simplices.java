package org.legendre.optimize;

import java.util.Optional;
import org.legendre.geometry.DomainException;

/** A product of simplices, coordinates one after the other. */
final class Simplices implements UnitSums {
    private final int[] ends;

    Simplices(int... sizes) {
        ends = new int[sizes.length];
        int end = 0;
        for (int k = 0; k < sizes.length; k++) {
            if (sizes[k] < 1) {
                throw new DomainException("size of block " + k, sizes[k], "at least 1");
            }
            end = Math.addExact(end, sizes[k]);
            ends[k] = end;
        }
        if (end == 0) {
            throw new DomainException("number of simplices", 0, "at least 1");
        }
    }

    @Override
    public int[] ends(int n) {
        if (n != ends[ends.length - 1]) {
            throw new DomainException("dimension of the mirror map", n, ends[ends.length - 1] + ", that of " + this);
        }
        return ends;
    }

    @Override
    public double cap(int i) {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public Optional<String> diagnose(double[] x) {
        int n = ends[ends.length - 1];
        return x.length == n
                ? UnitSums.diagnose(this, ends, x)
                : Optional.of("length " + x.length + " instead of " + n);
    }

    @Override
    public double gap(double[] x, double[] g) {
        double sum = 0;
        for (int k = 0, from = 0; k < ends.length; from = ends[k++]) {
            sum += UnitSums.gap(x, g, from, ends[k]);
        }
        return sum;
    }

    @Override
    public boolean minimise(double[] g, double[] out) {
        return UnitSums.vertices(ends, g, out);
    }

    @Override
    public String toString() {
        return "a product of " + ends.length + " simplices";
    }
}
