package org.legendre.properties;

import org.legendre.geometry.Domain;
import org.legendre.geometry.Probabilities;
import org.legendre.geometry.information.LinearFamily;
import org.legendre.optimize.information.InformationProjection;

/**
 * A method that finds the I-projection of a base measure onto the distributions of given moments, on plain arrays. Another one, or your own, takes its place by {@link #withMethod}.
 */
public final class ProjectionSubject implements Subject {
    /** The outcomes of the distributions that laws speak of. */
    static final int OUTCOMES = 5;

    private final String name;
    private final Method method;

    private ProjectionSubject(String name, Method method) {
        this.name = name;
        this.method = method;
    }

    /** What is held to the laws. */
    @FunctionalInterface
    public interface Method {
        /**
         * The distribution p of Σ pᵢ fⱼ(i) = bⱼ that has the least KL(p‖q).
         *
         * @param base q, positive
         * @param features f, a row for each feature
         * @param moments b
         * @return p
         */
        double[] project(double[] base, double[][] features, double[] moments);
    }

    /**
     * Newton's method on the dual, as of {@link InformationProjection#of}.
     *
     * @return the subject
     */
    public static ProjectionSubject shipped() {
        return of(
                "I-projection by Newton's method",
                (base, features, moments) -> InformationProjection.of(
                                Probabilities.normalized(base), LinearFamily.of(features, moments))
                        .probabilities()
                        .toArray());
    }

    /**
     * Any method.
     *
     * @param name its name
     * @param method the method
     * @return the subject
     */
    public static ProjectionSubject of(String name, Method method) {
        return new ProjectionSubject(name, method);
    }

    /**
     * The same subject with another method.
     *
     * @param other the method
     * @return the subject
     */
    public ProjectionSubject withMethod(Method other) {
        return new ProjectionSubject(name, other);
    }

    double[] project(double[] base, double[][] features, double[] moments) {
        return method.project(base.clone(), features, moments.clone());
    }

    @Override
    public String name() {
        return name;
    }

    /** {@inheritDoc} Logarithms of the weights of a distribution. */
    @Override
    public Domain domain() {
        return Domain.reals(OUTCOMES);
    }

    @Override
    public String toString() {
        return name;
    }
}
