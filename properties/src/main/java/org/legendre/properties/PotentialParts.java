package org.legendre.properties;

import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.legendre.geometry.Coordinates;
import org.legendre.geometry.Domain;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Potential;
import org.legendre.geometry.Vec;

/** What a {@link PotentialSubject} is made of; a copy is changed before a subject is made of it, and not after. */
final class PotentialParts {
    String name;
    final Domain domain;
    final Domain dualDomain;
    ToDoubleFunction<double[]> value;
    UnaryOperator<double[]> gradient;
    Function<double[], Hessian> hessian;
    PotentialSubject.Third third;
    ToDoubleBiFunction<double[], double[]> bregman;
    PotentialSubject.Skewed skewedJensen;
    ToDoubleFunction<double[]> conjugateValue;
    UnaryOperator<double[]> conjugateGradient;
    Function<double[], Hessian> conjugateHessian;
    ToDoubleBiFunction<double[], double[]> conjugateBregman;
    UnaryOperator<double[]> rounded = UnaryOperator.identity();
    boolean quadratic;
    /** How far out in the chart it claims its digits. */
    double reach = Double.POSITIVE_INFINITY;

    <X extends Coordinates<Y>, Y extends Coordinates<X>> PotentialParts(String name, Legendre<X, Y> psi) {
        Potential potential = psi.potential();
        Legendre<Y, X> dual = psi.conjugate();
        Potential conjugate = dual.potential();
        this.name = name;
        this.domain = potential.domain();
        this.dualDomain = conjugate.domain();
        this.value = potential::value;
        this.gradient = x -> gradient(potential, x);
        this.hessian = potential::hessian;
        this.third = (x, u, v) -> {
            double[] out = new double[x.length];
            potential.third(x, u, v, out);
            return out;
        };
        this.bregman = (a, b) -> psi.bregman(Vec.of(a), Vec.of(b));
        this.skewedJensen = (a, b, alpha) -> psi.skewedJensen(Vec.of(a), Vec.of(b), alpha);
        this.conjugateValue = conjugate::value;
        this.conjugateGradient = y -> gradient(conjugate, y);
        this.conjugateHessian = conjugate::hessian;
        this.conjugateBregman = (a, b) -> dual.bregman(Vec.of(a), Vec.of(b));
    }

    PotentialParts(PotentialParts other) {
        this.name = other.name;
        this.domain = other.domain;
        this.dualDomain = other.dualDomain;
        this.value = other.value;
        this.gradient = other.gradient;
        this.hessian = other.hessian;
        this.third = other.third;
        this.bregman = other.bregman;
        this.skewedJensen = other.skewedJensen;
        this.conjugateValue = other.conjugateValue;
        this.conjugateGradient = other.conjugateGradient;
        this.conjugateHessian = other.conjugateHessian;
        this.conjugateBregman = other.conjugateBregman;
        this.rounded = other.rounded;
        this.quadratic = other.quadratic;
        this.reach = other.reach;
    }

    private static double[] gradient(Potential potential, double[] x) {
        double[] out = new double[x.length];
        potential.gradient(x, out);
        return out;
    }
}
