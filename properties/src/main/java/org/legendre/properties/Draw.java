package org.legendre.properties;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A step that a stochastic method may have drawn: where it starts, and along what. */
final class Draw {
    final double[] start;
    final double[] covector;

    private Draw(double[] start, double[] covector) {
        this.start = start;
        this.covector = covector;
    }

    /** The steps that may lead to the iterate after x, one for each term; none if the first of two could not be taken. */
    static List<Draw> of(StochasticSubject subject, List<Task> terms, double[] x, double t) {
        List<Draw> draws = new ArrayList<>();
        double[] full = Terms.mean(terms).gradient(x);
        double[] z = x;
        if (subject.reduced()) {
            Optional<double[]> first = subject.plain().step(x, full, t);
            if (first.isEmpty() || !subject.resolves(first.get())) {
                return draws;
            }
            z = first.get();
        }
        for (Task term : terms) {
            double[] g = term.gradient(z);
            double[] covector = subject.reduced() ? Rounding.axpy(1, Rounding.minus(g, term.gradient(x)), full) : g;
            draws.add(new Draw(z, covector));
        }
        return draws;
    }
}
