package org.legendre.geometry;

import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * An immutable vector of finite numbers, tagged with the coordinates that it lives in.
 *
 * <p>Vectors of the same tag add and scale; a vector pairs with one of the dual tag only ({@link #dot}). The differential of a
 * function of θ is a {@code Vec<Expectation>}, so {@code theta.minus(gradient)} does not compile: a metric has to raise it first.
 *
 * <p>The method names are those that Kotlin reads as operators: {@code a + b}, {@code a - b}, {@code a * 2.0}, {@code -a},
 * {@code a[0]}.
 *
 * @param <C> the tag of the coordinates
 */
public final class Vec<C> implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    /** The entries, all finite. */
    private final double[] x;

    private Vec(double[] x) {
        this.x = x;
    }

    /**
     * A vector of the given entries, which are copied.
     *
     * @param <C> the tag of the coordinates
     * @param entries the entries, all finite
     * @return the vector
     * @throws DomainException if an entry is NaN or infinite
     */
    public static <C> Vec<C> of(double... entries) {
        return owning(entries.clone());
    }

    /**
     * A vector of n zeros.
     *
     * @param <C> the tag of the coordinates
     * @param n the length
     * @return the zero vector
     */
    public static <C> Vec<C> zeros(int n) {
        requireDimension(n);
        return new Vec<>(new double[n]);
    }

    /**
     * A vector whose i-th entry is f(i).
     *
     * @param <C> the tag of the coordinates
     * @param n the length
     * @param f the entries, all finite
     * @return the vector
     * @throws DomainException if an entry is NaN or infinite
     */
    public static <C> Vec<C> generate(int n, IntToDoubleFunction f) {
        requireDimension(n);
        double[] x = new double[n];
        Arrays.setAll(x, f);
        return owning(x);
    }

    private static void requireDimension(int n) {
        if (n < 0) {
            throw new DomainException("length of a vector", n, "a number ≥ 0");
        }
    }

    /** Takes the array without copying it: for arrays that nobody else holds. */
    static <C> Vec<C> owning(double[] x) {
        for (int i = 0; i < x.length; i++) {
            if (!Double.isFinite(x[i])) {
                throw new DomainException("entry " + i, x[i], "finite entries in a vector of length " + x.length);
            }
        }
        return new Vec<>(x);
    }

    /**
     * The number of entries.
     *
     * @return the length n
     */
    public int size() {
        return x.length;
    }

    /**
     * The i-th entry, counted from 0.
     *
     * @param i the index
     * @return the entry
     */
    public double get(int i) {
        return x[i];
    }

    /**
     * The sum of two vectors in the same coordinates.
     *
     * @param other the other vector, of the same length
     * @return this + other
     * @throws DomainException if the lengths differ or the result overflows
     */
    public Vec<C> plus(Vec<C> other) {
        return axpy(1, other);
    }

    /**
     * The difference of two vectors in the same coordinates.
     *
     * @param other the other vector, of the same length
     * @return this − other
     * @throws DomainException if the lengths differ or the result overflows
     */
    public Vec<C> minus(Vec<C> other) {
        return axpy(-1, other);
    }

    /**
     * This vector scaled.
     *
     * @param factor the factor, finite
     * @return factor · this
     * @throws DomainException if the factor is not finite or the result overflows
     */
    public Vec<C> times(double factor) {
        DomainException.requireFinite("factor", factor);
        double[] y = new double[x.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = factor * x[i];
        }
        return owning(y);
    }

    /**
     * The opposite vector.
     *
     * @return −this
     */
    public Vec<C> unaryMinus() {
        double[] y = new double[x.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = 0 - x[i]; // not −x: −0.0 and 0.0 are different entries to equals
        }
        return new Vec<>(y);
    }

    /**
     * The pairing ⟨this, other⟩ = Σ xᵢyᵢ of dual vectors; two vectors of the same (not self-dual) tag do not pair.
     *
     * @param <D> the dual tag
     * @param other a vector in the dual coordinates, of the same length
     * @return the pairing
     * @throws DomainException if the lengths differ or the sum overflows
     */
    public <D extends Coordinates<C>> double dot(Vec<D> other) {
        requireSize(other.x.length);
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * other.x[i];
        }
        return DomainException.requireFinite("pairing", sum);
    }

    /**
     * The entries, copied.
     *
     * @return a new array
     */
    public double[] toArray() {
        return x.clone();
    }

    /**
     * The entries as a stream.
     *
     * @return the entries in order
     */
    public DoubleStream stream() {
        return Arrays.stream(x);
    }

    private Vec<C> axpy(double factor, Vec<C> other) {
        requireSize(other.x.length);
        double[] y = new double[x.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = x[i] + factor * other.x[i];
        }
        return owning(y);
    }

    private void requireSize(int length) {
        if (length != x.length) {
            throw new DomainException("length", length, "a vector of length " + x.length);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Vec<?> that && Arrays.equals(x, that.x);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(x);
    }

    /** {@inheritDoc} */
    @Override
    public String toString() {
        if (x.length <= 12) {
            return Arrays.toString(x);
        }
        String head = Arrays.toString(Arrays.copyOf(x, 12));
        return head.substring(0, head.length() - 1) + ", … (" + x.length + " entries)]";
    }
}
