package org.legendre.properties;

import java.util.Arrays;
import java.util.function.BiPredicate;
import java.util.function.BinaryOperator;
import java.util.function.ToDoubleBiFunction;
import org.jspecify.annotations.Nullable;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Natural;
import org.legendre.optimize.Geometry;

/** What a {@link FamilySubject} is made of; a copy is changed before a subject is made of it, and not after. */
final class FamilyParts {
    PotentialSubject potential;
    boolean symmetric;
    ToDoubleBiFunction<double[], double[]> kl;
    BinaryOperator<double[]> raise;
    Geometry<Natural, Expectation> natural;
    Geometry<Expectation, Natural> mirror;
    Geometry<Natural, Expectation> mirrorInNatural;
    Geometry<Expectation, Natural> naturalInExpectation;
    BiPredicate<double[], double[]> same = Arrays::equals;

    @Nullable
    ObservationSubject observations;

    @Nullable
    ChartSubject charts;

    FamilyParts(String name, Legendre<Natural, Expectation> psi, ToDoubleBiFunction<double[], double[]> kl) {
        PotentialSubject whole = PotentialSubject.of(name, psi);
        this.potential = whole;
        this.kl = kl;
        this.raise = (theta, covector) -> Rounding.solve(whole.hessian(theta), covector);
        this.natural = Geometry.natural(psi);
        this.mirror = Geometry.mirror(psi.conjugate());
        this.mirrorInNatural = Geometry.mirror(psi);
        this.naturalInExpectation = Geometry.natural(psi.conjugate());
    }

    FamilyParts(FamilyParts other) {
        this.potential = other.potential;
        this.symmetric = other.symmetric;
        this.kl = other.kl;
        this.raise = other.raise;
        this.natural = other.natural;
        this.mirror = other.mirror;
        this.mirrorInNatural = other.mirrorInNatural;
        this.naturalInExpectation = other.naturalInExpectation;
        this.same = other.same;
        this.observations = other.observations;
        this.charts = other.charts;
    }
}
