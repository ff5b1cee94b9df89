package org.legendre.properties;

import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/** A method for f + r whose steps keep the convex r as it is: x₊ minimises t⟨g, ·⟩ + t·r + D_φ(·, x). Held to the laws of a method besides. */
public final class CompositeSubject extends AboutMethod {
    private final ToDoubleFunction<double[]> term;
    private final UnaryOperator<double[]> lower;
    private final UnaryOperator<double[]> upper;

    private CompositeSubject(
            MethodSubject method,
            MethodSubject plain,
            ToDoubleFunction<double[]> term,
            UnaryOperator<double[]> lower,
            UnaryOperator<double[]> upper) {
        super(method, plain);
        this.term = term;
        this.lower = lower;
        this.upper = upper;
    }

    /**
     * A method for f + r with r a sum over coordinates.
     *
     * @param method its run, given f, and what it can do besides
     * @param plain the method of f alone, with its mirror map φ
     * @param term r
     * @param lower x ↦ the left derivatives of r in each coordinate
     * @param upper x ↦ the right derivatives: ∂r(x) is the box between the two
     * @return the subject
     */
    public static CompositeSubject of(
            MethodSubject method,
            MethodSubject plain,
            ToDoubleFunction<double[]> term,
            UnaryOperator<double[]> lower,
            UnaryOperator<double[]> upper) {
        return new CompositeSubject(method, plain, term, lower, upper);
    }

    /**
     * r(x).
     *
     * @param x a point
     * @return the value
     */
    public double term(double[] x) {
        return term.applyAsDouble(x.clone());
    }

    /**
     * The least subgradient in each coordinate.
     *
     * @param x a point
     * @return the left derivatives of r
     */
    public double[] lower(double[] x) {
        return lower.apply(x.clone());
    }

    /**
     * The greatest subgradient in each coordinate.
     *
     * @param x a point
     * @return the right derivatives of r
     */
    public double[] upper(double[] x) {
        return upper.apply(x.clone());
    }

    /**
     * The same subject with another run.
     *
     * @param change what becomes of the run
     * @return the subject
     */
    public CompositeSubject withRun(UnaryOperator<Method> change) {
        return new CompositeSubject(method().withRun(change), plain(), term, lower, upper);
    }
}
