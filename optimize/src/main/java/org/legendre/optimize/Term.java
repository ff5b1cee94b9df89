package org.legendre.optimize;

import org.legendre.geometry.DomainException;

/** A simple convex term r of a composite objective f + r, which steps keep as it is while f is linearised. {@link Proximal} has its steps. */
public interface Term {
    /**
     * r(x).
     *
     * @param x a point
     * @return the value, +∞ where r has none
     */
    double value(double[] x);

    /**
     * r(x) = λ Σ|xᵢ|.
     *
     * @param weight λ, not negative
     * @return the term
     * @throws DomainException if the weight is negative or not finite
     */
    static Term l1(double weight) {
        return new Absolute(DomainException.requireNonnegative("weight", weight));
    }

    /**
     * r(x) = ½λ Σ xᵢ².
     *
     * @param weight λ, not negative
     * @return the term
     * @throws DomainException if the weight is negative or not finite
     */
    static Term squares(double weight) {
        return new Squares(DomainException.requireNonnegative("weight", weight));
    }

    /**
     * r(x) = 0 on a set and +∞ elsewhere.
     *
     * @param set the set
     * @return the term
     */
    static Term indicator(Constraint set) {
        return new Indicator(set);
    }

    /**
     * λ Σ|xᵢ|.
     *
     * @param weight λ
     */
    record Absolute(double weight) implements Term {
        @Override
        public double value(double[] x) {
            return weight * CrossPolytope.norm(x);
        }
    }

    /**
     * ½λ Σ xᵢ².
     *
     * @param weight λ
     */
    record Squares(double weight) implements Term {
        @Override
        public double value(double[] x) {
            double sum = 0;
            for (double entry : x) {
                sum += entry * entry;
            }
            return 0.5 * weight * sum;
        }
    }

    /**
     * 0 on a set, +∞ elsewhere.
     *
     * @param set the set
     */
    record Indicator(Constraint set) implements Term {
        @Override
        public double value(double[] x) {
            return set.diagnose(x).isEmpty() ? 0 : Double.POSITIVE_INFINITY;
        }
    }
}
