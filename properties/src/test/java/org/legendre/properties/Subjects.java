package org.legendre.properties;

import java.util.stream.Stream;
import org.legendre.geometry.family.Families;

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

    static Stream<Subject> all() {
        return Stream.<Stream<? extends Subject>>of(shipped(), textbook(), Mirrors.all())
                .flatMap(subjects -> subjects);
    }
}
