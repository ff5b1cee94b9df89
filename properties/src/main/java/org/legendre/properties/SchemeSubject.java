package org.legendre.properties;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A scheme that remembers more than its last point, on plain arrays: its run, what it claims to make of the differentials, and the method whose single steps it puts
 * together, with the mirror map and the set of that. It is held to the laws of a method besides, as far as its {@link #method} claims them.
 */
public final class SchemeSubject extends AboutMethod {
    private final Form form;

    private SchemeSubject(MethodSubject method, MethodSubject plain, Form form) {
        super(method, plain);
        this.form = form;
    }

    /**
     * A scheme.
     *
     * @param method its run and what it can do besides, such as be interrupted; the mirror map of its steps is that of the plain method
     * @param plain the method of its single steps, with its mirror map
     * @param form what it claims to make of the differentials
     * @return the subject
     */
    public static SchemeSubject of(MethodSubject method, MethodSubject plain, Form form) {
        return new SchemeSubject(method, plain, form);
    }

    /**
     * A run.
     *
     * @param task what to minimise
     * @param start the first point
     * @param step the step length
     * @param steps how many steps to take
     * @return the start and the points after each step; fewer if a step could not be taken
     */
    public List<double[]> run(Task task, double[] start, double step, int steps) {
        return method().run(task, start, step, steps);
    }

    /**
     * What it claims.
     *
     * @return the form
     */
    public Form form() {
        return form;
    }

    /**
     * The same subject with another run.
     *
     * @param change what becomes of the run
     * @return the subject
     */
    public SchemeSubject withRun(UnaryOperator<Method> change) {
        return new SchemeSubject(method().withRun(change), plain(), form);
    }

    /**
     * The same subject with another claim.
     *
     * @param other the form
     * @return the subject
     */
    public SchemeSubject withForm(Form other) {
        return new SchemeSubject(method(), plain(), other);
    }
}
