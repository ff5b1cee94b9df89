package org.legendre.properties;

import java.util.stream.Stream;
import org.apache.commons.numbers.gamma.LogGamma;
import org.legendre.geometry.Domain;
import org.legendre.geometry.family.Families;
import org.legendre.geometry.family.OwnFamily;
import org.legendre.geometry.family.Support;

/** Everything that has to obey the laws. */
final class Subjects {
    private Subjects() {}

    /** The typical families of the whole catalogue. */
    static Stream<FamilySubject> shipped() {
        return Families.all().stream()
                .flatMap(entry -> entry.examples().stream())
                .map(family -> FamilySubject.of(family));
    }

    static Stream<FamilySubject> textbook() {
        return Stream.of(
                Textbook.poisson(),
                Textbook.exponential(),
                Textbook.categorical(2),
                Textbook.categorical(4),
                Textbook.location(),
                Textbook.gamma());
    }

    static Stream<FamilySubject> all() {
        return Stream.concat(shipped(), textbook());
    }

    /** Families from lambdas alone: derivatives by automatic differentiation, the conjugate by Newton's method. */
    static Stream<FamilySubject> own() {
        return Stream.of(
                FamilySubject.of(OwnFamily.onCounts(
                        "own poisson", Domain.reals(1), t -> t[0].exp(), x -> -LogGamma.value(x + 1), x -> x)),
                FamilySubject.of(OwnFamily.onPositive(
                        "own exponential",
                        Domain.negative(1),
                        t -> t[0].negate().log().negate(),
                        x -> 0,
                        x -> x)),
                FamilySubject.of(OwnFamily.onLine(
                        "own bernoulli",
                        new Support(0, 1, true),
                        Domain.reals(1),
                        t -> t[0].exp().log1p(),
                        x -> 0,
                        x -> x)),
                FamilySubject.of(OwnFamily.onReals(
                        "own normal",
                        Domain.product(Domain.reals(1), Domain.negative(1)),
                        t -> t[0].multiply(t[0])
                                .divide(t[1])
                                .multiply(-0.25)
                                .subtract(t[1].multiply(-2).log().multiply(0.5)),
                        x -> -0.5 * Math.log(2 * Math.PI),
                        x -> x,
                        x -> x * x)));
    }
}
