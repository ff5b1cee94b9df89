package org.legendre.geometry.family;

import java.util.Arrays;
import java.util.Optional;
import org.legendre.geometry.Domain;
import org.legendre.geometry.PositiveDefinite;

/**
 * Packed lower triangles whose matrix, after the diagonal and the off-diagonal entries have been multiplied, is positive definite; charted by the
 * log-Cholesky chart of that matrix.
 */
record PackedCone(String name, int d, double diagonal, double off) implements Domain {
    /** Natural coordinates: packed −B with off-diagonals doubled. */
    static PackedCone natural(int d) {
        return new PackedCone("the matrix −θ", d, -1, -0.5);
    }

    /** Expectation coordinates: a packed matrix as it is. */
    static PackedCone expectation(int d) {
        return new PackedCone("the expected matrix", d, 1, 1);
    }

    PositiveDefinite matrix(double[] packed) {
        return PositiveDefinite.ofPacked(d, Packed.scaled(d, packed, diagonal, off));
    }

    @Override
    public int size() {
        return Packed.size(d);
    }

    @Override
    public Optional<String> diagnose(double[] x) {
        if (x.length != size()) {
            return Optional.of("length " + x.length + " instead of " + size());
        }
        if (!Arrays.stream(x).allMatch(Double::isFinite)) {
            return Optional.of("an entry is not finite");
        }
        return LogCholesky.diagnose(name, d, Packed.scaled(d, x, diagonal, off));
    }

    @Override
    public double[] fromChart(double[] u) {
        return Packed.scaled(d, LogCholesky.fromChart(d, u), 1 / diagonal, 1 / off);
    }

    @Override
    public double[] toChart(double[] x) {
        return LogCholesky.toChart(d, Packed.scaled(d, x, diagonal, off));
    }

    @Override
    public String toString() {
        return "{packed " + d + "×" + d + " matrices: " + name + " positive definite}";
    }
}
