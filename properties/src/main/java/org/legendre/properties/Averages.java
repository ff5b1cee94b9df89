package org.legendre.properties;

import java.util.function.ToDoubleFunction;
import org.legendre.geometry.Estimate;

/**
 * Expectations under one member, by integrating its density, with bounds on their errors: those of the integral, the rounding of the log densities and the
 * rounding of the member's parameters.
 */
final class Averages {
    private static final double[] NO_CUTS = {};

    private final SampleSpace space;
    private final double[] theta;
    private final ToDoubleFunction<Object> logDensity;
    /** By how much the log density may be off, in the mean square. */
    final double rounding;
    /** How far the member may be from θ, in Fisher lengths. */
    final double displaced;

    Averages(ObservationSubject subject, Point p) {
        this.space = subject.space().orElseThrow();
        this.theta = p.theta;
        this.logDensity = subject.logDensity(p.theta);
        this.rounding = rounding(subject, p);
        this.displaced = Rounding.absoluteDot(p.uncertainty(), p.units);
    }

    /** √E[w²]ε with w the size of the terms of log q: by how much the log density of another member may be off where this one has its mass. */
    double rounding(ObservationSubject subject, Point q) {
        double psi = subject.family().value(q.theta);
        Estimate squares = total(x -> square(subject, q, psi, x));
        return squares.error() < squares.value()
                ? Rounding.ofTerms(q.size(), Math.sqrt(squares.value()))
                : Double.POSITIVE_INFINITY;
    }

    private static double square(ObservationSubject subject, Point p, double psi, Object x) {
        double base = subject.logBaseMeasure(x);
        double terms = Rounding.absoluteDot(p.theta, subject.statistic(x)) + Math.abs(base) + Math.abs(psi);
        return 1 + terms * terms;
    }

    /** Whether binary64 resolves the member at all. */
    boolean resolved() {
        return rounding < Double.POSITIVE_INFINITY;
    }

    private Estimate total(ToDoubleFunction<Object> g, double... cuts) {
        return space.total(x -> weighted(logDensity, x, g), cuts, theta);
    }

    private static double weighted(ToDoubleFunction<Object> logDensity, Object x, ToDoubleFunction<Object> g) {
        double density = Math.exp(logDensity.applyAsDouble(x));
        // Where there is no density, the statistic may overflow; where it is infinite, an integrable singularity is.
        return density > 0 && density < Double.POSITIVE_INFINITY ? density * g.applyAsDouble(x) : density;
    }

    /** E[1]. */
    Estimate one() {
        Estimate one = total(x -> 1);
        return new Estimate(one.value(), one.error() + rounding, one.method());
    }

    /** E[g] of a function of order 1 and of either sign: as ¼E[(1 + g)²] − ¼E[(1 − g)²], for the integrals are of nonnegative functions. */
    Estimate of(ToDoubleFunction<Object> g) {
        return of(g, NO_CUTS);
    }

    /** The same for a function with jumps. */
    Estimate of(ToDoubleFunction<Object> g, double[] cuts) {
        Estimate above = total(x -> squared(1 + g.applyAsDouble(x)), cuts);
        Estimate below = total(x -> squared(1 - g.applyAsDouble(x)), cuts);
        if (!(above.error() + below.error() < Double.POSITIVE_INFINITY)) {
            return new Estimate(0, Double.POSITIVE_INFINITY, above.method());
        }
        double norm = Math.sqrt(0.5 * above.value() + 0.5 * below.value());
        double error = 0.25 * (above.error() + below.error()) + unit() * norm;
        return new Estimate(0.25 * (above.value() - below.value()), error, above.method());
    }

    /** E[g²] of a function of order 1. */
    Estimate square(ToDoubleFunction<Object> g) {
        return square(g, NO_CUTS);
    }

    /** The same for a function with jumps. */
    Estimate square(ToDoubleFunction<Object> g, double[] cuts) {
        Estimate square = total(x -> squared(g.applyAsDouble(x)), cuts);
        if (!(square.error() < Double.POSITIVE_INFINITY)) {
            return new Estimate(0, Double.POSITIVE_INFINITY, square.method());
        }
        // √E[g⁴] is taken for no more than four times E[g²].
        return new Estimate(square.value(), square.error() + 4 * unit() * square.value(), square.method());
    }

    /** (E_{θ+tv}[g] − E_{θ−tv}[g])/2t of a nonnegative function of order 1. */
    Estimate rise(
            ObservationSubject subject, Point p, double[] v, double t, ToDoubleFunction<Object> g, double[] cuts) {
        Estimate above = at(subject, Rounding.axpy(t, v, p.theta), g, cuts);
        Estimate below = at(subject, Rounding.axpy(-t, v, p.theta), g, cuts);
        double error = above.error() + below.error();
        return error < Double.POSITIVE_INFINITY
                ? new Estimate(
                        (above.value() - below.value()) / (2 * t),
                        (error + 2 * unit() * (above.value() + below.value())) / (2 * t),
                        above.method())
                : new Estimate(0, Double.POSITIVE_INFINITY, above.method());
    }

    private Estimate at(ObservationSubject subject, double[] there, ToDoubleFunction<Object> g, double[] cuts) {
        ToDoubleFunction<Object> density = subject.logDensity(there);
        return space.total(x -> weighted(density, x, g), cuts, there);
    }

    /** By how much log densities may be off for all reasons. */
    double unit() {
        return rounding + displaced;
    }

    private static double squared(double x) {
        return x * x;
    }
}
