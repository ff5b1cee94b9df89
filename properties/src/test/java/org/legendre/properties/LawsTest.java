package org.legendre.properties;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class LawsTest {
    private static final int SAMPLES = 200;

    @TestFactory
    Stream<DynamicTest> everyFamilyObeysEveryLaw() {
        return Subjects.all()
                .flatMap(subject -> Laws.of(subject).stream()
                        .map(law -> DynamicTest.dynamicTest(
                                law.id() + " on " + subject,
                                () -> law.check(subject, 20261120, SAMPLES).requireHeld())));
    }

    @Test
    void everyMutantDiesAndEveryLawKills() throws IOException {
        KillMatrix matrix = KillMatrix.of(Laws.all(), Mutants.all(), 1, 60);
        Path file = Path.of("target", "kill-matrix.txt");
        Files.createDirectories(file.getParent());
        Files.writeString(file, matrix.toString());
        assertEquals(List.of(), matrix.defects());
    }
}
