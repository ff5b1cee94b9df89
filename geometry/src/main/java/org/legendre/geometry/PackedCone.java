package org.legendre.geometry;

import java.util.Arrays;
import java.util.Optional;

/**
 * Packed lower triangles whose matrix, after the diagonal and the off-diagonal entries have been multiplied, is positive definite; charted by the
 * log-Cholesky chart of that matrix.
 *
 * @param name what the matrix is called where a point is refused
 * @param d the dimension
 * @param diagonal by what the diagonal is multiplied
 * @param off by what the entries off the diagonal are multiplied
 */
public record PackedCone(String name, int d, double diagonal, double off) implements Domain {
    /**
     * Natural coordinates: packed −B with off-diagonals doubled.
     *
     * @param d the dimension
     * @return the cone
     */
    public static PackedCone natural(int d) {
        return new PackedCone("the matrix −θ", d, -1, -0.5);
    }

    /**
     * Expectation coordinates: a packed matrix as it is.
     *
     * @param d the dimension
     * @return the cone
     */
    public static PackedCone expectation(int d) {
        return new PackedCone("the expected matrix", d, 1, 1);
    }

    /**
     * A packed triangle with its diagonal and its off-diagonal entries multiplied.
     *
     * @param d the dimension
     * @param packed the triangle
     * @param diagonal the factor of the diagonal
     * @param off the factor off the diagonal
     * @return the products, a new array
     */
    public static double[] scaled(int d, double[] packed, double diagonal, double off) {
        double[] out = new double[packed.length];
        for (int i = 0, k = 0; i < d; i++) {
            for (int j = 0; j <= i; j++, k++) {
                out[k] = (i == j ? diagonal : off) * packed[k];
            }
        }
        return out;
    }

    /**
     * The positive definite matrix of a point.
     *
     * @param packed the point
     * @return the matrix, entries multiplied
     */
    public PositiveDefinite matrix(double[] packed) {
        return PositiveDefinite.ofPacked(d, scaled(d, packed, diagonal, off));
    }

    @Override
    public int size() {
        return LogCholesky.packedSize(d);
    }

    @Override
    public Optional<String> diagnose(double[] x) {
        if (x.length != size()) {
            return Optional.of("length " + x.length + " instead of " + size());
        }
        if (!Arrays.stream(x).allMatch(Double::isFinite)) {
            return Optional.of("an entry is not finite");
        }
        return LogCholesky.diagnose(name, d, scaled(d, x, diagonal, off));
    }

    @Override
    public double[] fromChart(double[] u) {
        DomainException.requireLength("chart coordinates", u, size());
        return scaled(d, LogCholesky.fromChart(d, u), 1 / diagonal, 1 / off);
    }

    @Override
    public double[] toChart(double[] x) {
        return LogCholesky.toChart(d, scaled(d, require("x", x), diagonal, off));
    }

    @Override
    public String toString() {
        return "{packed " + d + "×" + d + " matrices: " + name + " positive definite}";
    }
}
