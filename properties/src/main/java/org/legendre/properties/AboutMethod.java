package org.legendre.properties;

import java.util.List;
import org.legendre.geometry.Domain;

/** What subjects about a kind of methods have in common: the run as a method, to whose laws it is held besides, and the method of its single steps. */
abstract class AboutMethod implements Subject {
    private final MethodSubject method;
    private final MethodSubject plain;

    AboutMethod(MethodSubject method, MethodSubject plain) {
        this.method = method;
        this.plain = plain;
    }

    @Override
    public final String name() {
        return method.name();
    }

    @Override
    public final Domain domain() {
        return plain.domain();
    }

    @Override
    public final boolean resolves(double[] x) {
        return plain.resolves(x);
    }

    @Override
    public final List<Subject> aspects() {
        return List.of(this, method);
    }

    /**
     * The method as such.
     *
     * @return its run, with what it can do besides, such as be interrupted
     */
    public final MethodSubject method() {
        return method;
    }

    /**
     * The method of its single steps.
     *
     * @return the method, with its mirror map
     */
    public final MethodSubject plain() {
        return plain;
    }

    @Override
    public final String toString() {
        return name();
    }
}
