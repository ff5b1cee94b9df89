package org.legendre.examples.figure;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import org.legendre.geometry.DomainException;

/** A function sampled on a rectangular grid with equal steps: z(i, j) belongs to (x(i), y(j)); immutable. */
public final class Grid {
    private static final double STEP_TOLERANCE = 1e-6;

    private final double[] x;
    private final double[] y;
    private final double[][] z;

    private Grid(double[] x, double[] y, double[][] z) {
        this.x = x;
        this.y = y;
        this.z = z;
    }

    /**
     * Given values on a grid.
     *
     * @param x the abscissas, increasing by equal steps, at least 2
     * @param y the ordinates, increasing by equal steps, at least 2
     * @param z the values, {@code z[i][j]} at {@code (x[i], y[j])}
     * @return the grid
     * @throws DomainException if a length is wrong, a number is not finite or steps are unequal
     */
    public static Grid of(double[] x, double[] y, double[][] z) {
        requireSteps("x", x);
        requireSteps("y", y);
        if (z.length != x.length) {
            throw new DomainException("z", z.length + " rows", x.length + " rows, one for each x");
        }
        double[][] copy = new double[x.length][];
        for (int i = 0; i < x.length; i++) {
            DomainException.requireLength("z[" + i + "]", z[i], y.length);
            for (double value : z[i]) {
                DomainException.requireFinite("z[" + i + "]", value);
            }
            copy[i] = z[i].clone();
        }
        return new Grid(x.clone(), y.clone(), copy);
    }

    /**
     * A function on a grid.
     *
     * @param x the abscissas, increasing by equal steps, at least 2
     * @param y the ordinates, increasing by equal steps, at least 2
     * @param f the function, finite on the grid
     * @return the grid
     * @throws DomainException if a number is not finite or steps are unequal
     */
    public static Grid of(double[] x, double[] y, DoubleBinaryOperator f) {
        double[][] z = new double[x.length][y.length];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < y.length; j++) {
                z[i][j] = f.applyAsDouble(x[i], y[j]);
            }
        }
        return of(x, y, z);
    }

    private static void requireSteps(String what, double[] t) {
        if (t.length < 2) {
            throw new DomainException(what, t, "at least 2 numbers");
        }
        double step = (t[t.length - 1] - t[0]) / (t.length - 1);
        for (int i = 0; i < t.length; i++) {
            DomainException.requireFinite(what, t[i]);
            if (!(step > 0) || !(Math.abs(t[i] - t[0] - i * step) <= STEP_TOLERANCE * step)) {
                throw new DomainException(what, t, "numbers that increase by equal steps");
            }
        }
    }

    /**
     * The number of abscissas.
     *
     * @return the number of columns
     */
    public int columns() {
        return x.length;
    }

    /**
     * The number of ordinates.
     *
     * @return the number of rows
     */
    public int rows() {
        return y.length;
    }

    /**
     * One abscissa.
     *
     * @param i its index
     * @return the abscissa
     */
    public double x(int i) {
        return x[i];
    }

    /**
     * One ordinate.
     *
     * @param j its index
     * @return the ordinate
     */
    public double y(int j) {
        return y[j];
    }

    /**
     * One value.
     *
     * @param i the index of the abscissa
     * @param j the index of the ordinate
     * @return the value there
     */
    public double z(int i, int j) {
        return z[i][j];
    }

    /**
     * The smallest and the largest value.
     *
     * @return their range
     */
    public Range values() {
        double low = Arrays.stream(z).flatMapToDouble(Arrays::stream).min().orElseThrow();
        double high = Arrays.stream(z).flatMapToDouble(Arrays::stream).max().orElseThrow();
        return low < high ? new Range(low, high) : new Range(low - 1, low + 1);
    }

    /**
     * The two opposite corners of the picture: each sample is the centre of its cell.
     *
     * @return the lower left and the upper right corner
     */
    Curve corners() {
        double halfX = (x[1] - x[0]) / 2;
        double halfY = (y[1] - y[0]) / 2;
        return Curve.of(
                new double[] {x[0] - halfX, x[x.length - 1] + halfX},
                new double[] {y[0] - halfY, y[y.length - 1] + halfY});
    }
}
