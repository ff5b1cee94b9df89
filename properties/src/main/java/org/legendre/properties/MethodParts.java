package org.legendre.properties;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import org.legendre.geometry.Domain;

/** What a {@link MethodSubject} is made of; a copy is changed before a subject is made of it, and not after. */
final class MethodParts {
    String name;
    final Domain domain;
    Method method;
    Optional<Method> interrupted = Optional.empty();
    Optional<PotentialSubject> mirror = Optional.empty();
    ToDoubleBiFunction<double[], double[]> divergence = (u, x) -> Double.NaN;
    Optional<ToDoubleBiFunction<double[], double[]>> gap = Optional.empty();
    ToDoubleFunction<double[]> least = g -> Arrays.stream(g).min().orElseThrow();
    Optional<ToDoubleFunction<double[]>> outside = Optional.empty();
    Optional<Function<AffineMap, Method>> elsewhere = Optional.empty();
    boolean invariant;
    boolean sums;
    boolean flat = true;
    boolean hedges;

    MethodParts(String name, Domain domain, Method method) {
        this.name = name;
        this.domain = domain;
        this.method = method;
    }

    MethodParts(MethodParts other) {
        this.name = other.name;
        this.domain = other.domain;
        this.method = other.method;
        this.interrupted = other.interrupted;
        this.mirror = other.mirror;
        this.divergence = other.divergence;
        this.gap = other.gap;
        this.least = other.least;
        this.outside = other.outside;
        this.elsewhere = other.elsewhere;
        this.invariant = other.invariant;
        this.sums = other.sums;
        this.flat = other.flat;
        this.hedges = other.hedges;
    }
}
