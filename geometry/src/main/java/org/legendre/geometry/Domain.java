package org.legendre.geometry;

import java.util.Arrays;
import java.util.Optional;

/**
 * An open convex set in ℝⁿ, given by a smooth one-to-one map from all of ℝⁿ onto it and by a diagnosis in words of what is
 * outside. One object so serves checking, random generation and shrinking, joint constraints included.
 */
public interface Domain {
    /**
     * The dimension.
     *
     * @return n
     */
    int size();

    /**
     * Says why a point is outside.
     *
     * @param x the point
     * @return the reason in words; empty if the point is inside. NaN, infinite entries and a wrong length are always outside.
     */
    Optional<String> diagnose(double[] x);

    /**
     * Maps ℝⁿ onto the domain.
     *
     * @param u any finite point of ℝⁿ; (0, …, 0) maps to a moderate point
     * @return the point of the domain, a new array. Entries that overflow, underflow or round to an end of an interval may leave the domain.
     * @throws DomainException if the length is wrong
     */
    double[] fromChart(double[] u);

    /**
     * The inverse of {@link #fromChart}.
     *
     * @param x a point of the domain
     * @return its chart coordinates, a new array
     * @throws DomainException if the point is outside
     */
    double[] toChart(double[] x);

    /**
     * Whether the point is inside.
     *
     * @param x the point
     * @return true if it is in the domain
     */
    default boolean contains(double[] x) {
        return diagnose(x).isEmpty();
    }

    /**
     * Checks a point.
     *
     * @param what the name of the quantity, for the message
     * @param x the point
     * @return the point
     * @throws DomainException if the point is outside, with the point, the domain and the reason
     */
    default double[] require(String what, double[] x) {
        Optional<String> reason = diagnose(x);
        if (reason.isPresent()) {
            throw new DomainException(what, x, "a point of " + this + " (" + reason.get() + ")");
        }
        return x;
    }

    /**
     * All of ℝⁿ.
     *
     * @param n the dimension
     * @return the domain
     */
    static Domain reals(int n) {
        return box(fill(n, Double.NEGATIVE_INFINITY), fill(n, Double.POSITIVE_INFINITY));
    }

    /**
     * The open positive orthant.
     *
     * @param n the dimension
     * @return the domain
     */
    static Domain positive(int n) {
        return box(fill(n, 0), fill(n, Double.POSITIVE_INFINITY));
    }

    /**
     * The open negative orthant.
     *
     * @param n the dimension
     * @return the domain
     */
    static Domain negative(int n) {
        return box(fill(n, Double.NEGATIVE_INFINITY), fill(n, 0));
    }

    /**
     * The product of open intervals (lowerᵢ, upperᵢ), either end possibly infinite.
     *
     * @param lower the lower ends
     * @param upper the upper ends, each above its lower end
     * @return the domain
     * @throws DomainException if the lengths differ or an interval is empty
     */
    static Domain box(double[] lower, double[] upper) {
        return new BoxDomain(lower.clone(), upper.clone());
    }

    /**
     * The product of domains, coordinates one after the other.
     *
     * @param factors the domains
     * @return the product
     */
    static Domain product(Domain... factors) {
        return new ProductDomain(factors.clone());
    }

    private static double[] fill(int n, double value) {
        if (n < 0) {
            throw new DomainException("dimension", n, "a number ≥ 0");
        }
        double[] x = new double[n];
        Arrays.fill(x, value);
        return x;
    }
}
