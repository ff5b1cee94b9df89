package org.legendre.properties;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class LawsTest {
    private static final int SAMPLES = 200;

    private static final Map<String, Long> NANOSECONDS = new ConcurrentHashMap<>();

    /** What the laws may take together on two cores; shown beside what they took, for a test of time would fail on a busy machine. */
    private static final double BUDGET_SECONDS = 240;

    @AfterAll
    static void writeTheTimeOfEachLaw() throws IOException {
        double total = NANOSECONDS.values().stream().mapToLong(Long::longValue).sum() * 1e-9;
        String table = NANOSECONDS.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(entry -> String.format(Locale.ROOT, "%9.3f  %s", entry.getValue() * 1e-9, entry.getKey()))
                .collect(Collectors.joining(
                        "\n",
                        String.format(
                                Locale.ROOT,
                                "seconds of each law on all subjects, slowest first: %.0f together of a budget of %.0f, %.1f for each of %d laws on average%n",
                                total,
                                BUDGET_SECONDS,
                                BUDGET_SECONDS / Math.max(1, NANOSECONDS.size()),
                                NANOSECONDS.size()),
                        "\n"));
        System.out.print(table);
        write("law-times.txt", table);
    }

    private static void write(String name, String text) throws IOException {
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target", name), text);
    }

    @TestFactory
    Stream<DynamicTest> everySubjectObeysEveryLaw() {
        return Subjects.all()
                .flatMap(subject -> Laws.of(subject).stream()
                        .map(claim -> DynamicTest.dynamicTest(claim.toString(), () -> hold(claim))));
    }

    private static void hold(Claim<?> claim) {
        long start = System.nanoTime();
        Verdict verdict = claim.check(20261120, SAMPLES);
        NANOSECONDS.merge(claim.law().id(), System.nanoTime() - start, Long::sum);
        verdict.requireHeld();
    }

    @Test
    void everyMutantDiesAndEveryLawKills() throws IOException {
        KillMatrix matrix = KillMatrix.of(Mutants.all(), 1, 60);
        write("kill-matrix.txt", matrix.toString());
        assertEquals(List.of(), matrix.defects());
    }
}
