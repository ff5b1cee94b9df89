package org.legendre.optimize;

import java.util.Arrays;
import java.util.Optional;

/** {x ≥ 0, Σ xᵢ = 1}. */
enum Simplex implements UnitSums {
    INSTANCE;

    @Override
    public int[] ends(int n) {
        return new int[] {n};
    }

    @Override
    public double cap(int i) {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public Optional<String> diagnose(double[] x) {
        return UnitSums.diagnose(this, ends(x.length), x);
    }

    @Override
    public double gap(double[] x, double[] g) {
        return UnitSums.gap(x, g, 0, x.length);
    }

    @Override
    public boolean minimise(double[] g, double[] out) {
        Arrays.fill(out, 0);
        out[UnitSums.least(g, 0, g.length)] = 1;
        return true;
    }

    @Override
    public String toString() {
        return "the simplex";
    }
}
