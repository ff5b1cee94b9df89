package org.legendre.properties;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Every law on everything that has to obey it, for many seeds: {@code mvn -Pscan -Dlegendre.scan.seeds=20}. The daily build draws from one seed only, and a
 * rare fault may hide from that. Each alarm is one line, with what repeats it.
 */
@Tag("scan")
class SeedScanTest {
    private static final long FIRST = Long.getLong("legendre.scan.first", 1);
    private static final long SEEDS = Long.getLong("legendre.scan.seeds", 5);
    private static final int SAMPLES = Integer.getInteger("legendre.scan.samples", 200);

    @TestFactory
    Stream<DynamicTest> noSeedRaisesAnAlarm() {
        AtomicInteger index = new AtomicInteger();
        return Stream.concat(Subjects.all(), Subjects.own()).map(subject -> {
            int number = index.getAndIncrement();
            return DynamicTest.dynamicTest(
                    number + " " + subject, () -> assertEquals(List.of(), alarms(subject, number)));
        });
    }

    private static List<String> alarms(Subject subject, int number) {
        List<String> alarms = new ArrayList<>();
        for (long seed = FIRST; seed < FIRST + SEEDS; seed++) {
            for (Verdict verdict : Laws.check(subject, seed, SAMPLES)) {
                if (!verdict.held()) {
                    String alarm = line(subject, number, verdict, seed);
                    System.out.println(alarm);
                    alarms.add(alarm);
                }
            }
        }
        return alarms;
    }

    private static String line(Subject subject, int number, Verdict verdict, long seed) {
        String detail = verdict.evidence().map(Evidence::detail).orElse("too few informative samples");
        return String.join(
                "; ",
                "seed " + seed,
                verdict.law() + " on subject " + number + ", " + subject + ": " + verdict.outcome(),
                "Laws.named(\"" + verdict.law() + "\", subject).check(" + seed + ", " + SAMPLES + ")",
                verdict.evidence().map(Evidence::replay).orElse(""),
                detail.replace('\n', ' '));
    }
}
