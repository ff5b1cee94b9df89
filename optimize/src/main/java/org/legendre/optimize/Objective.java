package org.legendre.optimize;

import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.legendre.geometry.Coordinates;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.SmoothFunction;
import org.legendre.geometry.Vec;

/**
 * A differentiable function f to be minimised. Methods call the array face, which allocates nothing; the typed face is for people: the
 * differential of a function of x has type {@code Vec<Y>} and cannot be added to x.
 *
 * @param <X> the tag of the coordinates x
 * @param <Y> the dual tag, of differentials
 */
public interface Objective<X extends Coordinates<Y>, Y extends Coordinates<X>> {
    /**
     * The dimension.
     *
     * @return n
     */
    int size();

    /**
     * f(x). A value of +∞ means that x is outside the function's own domain; NaN ends the run.
     *
     * @param x the point, length n, not to be changed or kept
     * @return the value
     */
    double value(double[] x);

    /**
     * The differential of f at x, and its value.
     *
     * @param x the point, length n, not to be changed or kept
     * @param out takes the partial derivatives, length n
     * @return f(x), the same number as {@link #value(double[])} to rounding
     */
    double gradient(double[] x, double[] out);

    /**
     * The rounding error of a value: a difference of two values below this means nothing. Step rules allow for it. Override it where a
     * value is a small difference of large terms.
     *
     * @param value f(x)
     * @return the resolution; by default eight units in the last place
     */
    default double resolution(double value) {
        return 8 * Math.ulp(value);
    }

    /**
     * A bound on f(x) − min f that the problem knows from the differential: a dual value, where there is one in closed form. The minimum is that over the constraint
     * which the objective is made for (its documentation says which); the gap of a run is the smaller one of this and the {@link Geometry#gap geometry's}, and only the latter where the geometry adds a
     * {@linkplain Geometry#term term}.
     *
     * @param x the point, not to be changed or kept
     * @param g the differential there, not to be changed or kept
     * @return the gap, never negative but for rounding; +∞ (the default) where none is known
     */
    default double gap(double[] x, double[] g) {
        return Double.POSITIVE_INFINITY;
    }

    /**
     * f(x).
     *
     * @param x the point
     * @return the value
     * @throws DomainException if the length is wrong
     */
    default double value(Vec<X> x) {
        return value(DomainException.requireLength("x", x.toArray(), size()));
    }

    /**
     * The differential of f at x.
     *
     * @param x the point
     * @return ∇f(x)
     * @throws DomainException if the length is wrong or a derivative is not finite
     */
    default Vec<Y> gradient(Vec<X> x) {
        double[] out = new double[size()];
        gradient(DomainException.requireLength("x", x.toArray(), size()), out);
        return Vec.of(out);
    }

    /**
     * An objective from its value and its differential.
     *
     * @param <X> the tag of the coordinates x
     * @param <Y> the dual tag
     * @param n the dimension
     * @param value x ↦ f(x)
     * @param gradient x ↦ ∇f(x), of length n
     * @return the objective
     */
    static <X extends Coordinates<Y>, Y extends Coordinates<X>> Objective<X, Y> of(
            int n, ToDoubleFunction<Vec<X>> value, Function<Vec<X>, Vec<Y>> gradient) {
        return new FunctionObjective<>(n, value, gradient);
    }

    /**
     * An objective from its formula alone, written in derivative arithmetic; the differential comes by automatic differentiation.
     *
     * @param <X> the tag of the coordinates x
     * @param <Y> the dual tag
     * @param n the dimension
     * @param formula the formula
     * @return the objective
     */
    static <X extends Coordinates<Y>, Y extends Coordinates<X>> Objective<X, Y> smooth(int n, SmoothFunction formula) {
        return new SmoothObjective<>(n, formula);
    }
}
