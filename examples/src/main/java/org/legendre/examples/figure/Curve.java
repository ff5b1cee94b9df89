package org.legendre.examples.figure;

import java.util.function.DoubleUnaryOperator;
import org.legendre.geometry.DomainException;

/** Points (x₀, y₀), (x₁, y₁), … in the plane, all finite; immutable. */
public final class Curve {
    private final double[] x;
    private final double[] y;

    private Curve(double[] x, double[] y) {
        this.x = x;
        this.y = y;
    }

    /**
     * The curve through given points.
     *
     * @param x the abscissas
     * @param y the ordinates, as many
     * @return the curve
     * @throws DomainException if there is no point, the lengths differ or a number is not finite
     */
    public static Curve of(double[] x, double[] y) {
        if (x.length == 0) {
            throw new DomainException("x", x, "at least one point");
        }
        DomainException.requireLength("y", y, x.length);
        for (int i = 0; i < x.length; i++) {
            DomainException.requireFinite("x[" + i + "]", x[i]);
            DomainException.requireFinite("y[" + i + "]", y[i]);
        }
        return new Curve(x.clone(), y.clone());
    }

    /**
     * The graph of a function, at equally spaced abscissas.
     *
     * @param from the first abscissa
     * @param to the last abscissa
     * @param n the number of points, at least 2
     * @param f the function, finite everywhere between
     * @return the curve
     * @throws DomainException if n is less than 2 or f is not finite
     */
    public static Curve sampled(double from, double to, int n, DoubleUnaryOperator f) {
        double[] x = spaced(from, to, n);
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            y[i] = f.applyAsDouble(x[i]);
        }
        return of(x, y);
    }

    /**
     * Equally spaced numbers, both ends included.
     *
     * @param from the first number
     * @param to the last number
     * @param n how many, at least 2
     * @return the numbers
     * @throws DomainException if n is less than 2 or an end is not finite
     */
    public static double[] spaced(double from, double to, int n) {
        DomainException.requireFinite("from", from);
        DomainException.requireFinite("to", to);
        if (n < 2) {
            throw new DomainException("number of points", n, "at least 2");
        }
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            double t = (double) i / (n - 1);
            x[i] = from * (1 - t) + to * t;
        }
        return x;
    }

    /**
     * The number of points.
     *
     * @return the number of points
     */
    public int size() {
        return x.length;
    }

    /**
     * One abscissa.
     *
     * @param i the index of the point
     * @return its abscissa
     */
    public double x(int i) {
        return x[i];
    }

    /**
     * One ordinate.
     *
     * @param i the index of the point
     * @return its ordinate
     */
    public double y(int i) {
        return y[i];
    }
}
