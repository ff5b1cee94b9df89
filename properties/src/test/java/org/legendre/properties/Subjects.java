package org.legendre.properties;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.legendre.geometry.family.Families;

/** Everything that has to obey the laws. */
final class Subjects {
    private Subjects() {}

    /** The whole catalogue, series of families in sizes 2, 3 and 5. */
    static Stream<FamilySubject> shipped() {
        return Families.all().stream()
                .flatMap(entry -> (entry.sized() ? IntStream.of(2, 3, 5) : IntStream.of(1))
                        .mapToObj(size -> FamilySubject.of(entry.family(size))));
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
}
