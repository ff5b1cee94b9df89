package org.legendre.properties;

import java.util.List;
import java.util.function.UnaryOperator;
import org.legendre.geometry.Domain;

/** A theorem about a method, held to runs that satisfy its assumptions, for L = 2 and for μ = 1 if it is about strong convexity: what it bounds, and its bound, at each iterate. */
public final class CertificateSubject implements Subject {
    private final String name;
    private final MethodSubject plain;
    private final boolean strong;
    private final Trial trial;

    private CertificateSubject(String name, MethodSubject plain, boolean strong, Trial trial) {
        this.name = name;
        this.plain = plain;
        this.strong = strong;
        this.trial = trial;
    }

    /** A run with its certificate. */
    @FunctionalInterface
    public interface Trial {
        /**
         * Holds a run to the theorem.
         *
         * @param objective what is minimised, convex and 2-smooth relative to the mirror map, and 1-strongly convex if the theorem assumes that
         * @param start the first point
         * @param u the point to compare with
         * @param steps how many steps to take
         * @return what the certificate says
         */
        Certified of(Task objective, double[] start, double[] u, int steps);
    }

    /**
     * What a certificate says of a run.
     *
     * @param quantities what the theorem bounds, after each step
     * @param bounds its bounds
     * @param objection what it objects to, in words; empty if nothing
     */
    public record Certified(List<Double> quantities, List<Double> bounds, String objection) {
        /**
         * Copies the lists.
         *
         * @param quantities what the theorem bounds
         * @param bounds its bounds
         * @param objection what it objects to
         */
        public Certified {
            quantities = List.copyOf(quantities);
            bounds = List.copyOf(bounds);
        }
    }

    /**
     * A theorem.
     *
     * @param name the name
     * @param plain the method of the single steps, with its mirror map
     * @param strong whether it assumes that f is 1-strongly convex relative to the mirror map
     * @param trial runs with their certificates
     * @return the subject
     */
    public static CertificateSubject of(String name, MethodSubject plain, boolean strong, Trial trial) {
        return new CertificateSubject(name, plain, strong, trial);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Domain domain() {
        return plain.domain();
    }

    @Override
    public boolean resolves(double[] x) {
        return plain.resolves(x);
    }

    /**
     * The method of the single steps.
     *
     * @return the method, with its mirror map
     */
    public MethodSubject plain() {
        return plain;
    }

    /**
     * Whether the theorem is about strong convexity.
     *
     * @return true if it assumes that f is 1-strongly convex relative to the mirror map
     */
    public boolean strong() {
        return strong;
    }

    /**
     * Runs with their certificates.
     *
     * @return the trial
     */
    public Trial trial() {
        return trial;
    }

    /**
     * The same subject with another trial.
     *
     * @param change what becomes of the trial
     * @return the subject
     */
    public CertificateSubject withTrial(UnaryOperator<Trial> change) {
        return new CertificateSubject(name, plain, strong, change.apply(trial));
    }

    @Override
    public String toString() {
        return name;
    }
}
