package org.legendre.properties;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What the laws said on many seeds: of each law the samples drawn, those that were informative, and the alarms. */
final class Scan {
    /** So many samples of each law, on everything together, are wanted. */
    private static final long WANTED = 100_000;

    private final long first;
    private final long seeds;
    private final int samples;
    private final Map<String, Tally> tallies = new TreeMap<>();
    private int subjects;

    Scan(long first, long seeds, int samples) {
        this.first = first;
        this.seeds = seeds;
        this.samples = samples;
    }

    private record Tally(long drawn, long informative, long alarms, long nanoseconds) {
        Tally plus(Tally other) {
            return new Tally(
                    drawn + other.drawn,
                    informative + other.informative,
                    alarms + other.alarms,
                    nanoseconds + other.nanoseconds);
        }
    }

    /** Holds a subject to everything that the laws claim of it; each alarm is one line, with what repeats it. */
    List<String> alarms(Subject subject, int number) {
        List<String> alarms = new ArrayList<>();
        for (Claim<?> claim : Laws.of(subject)) {
            for (long seed = first; seed < first + seeds; seed++) {
                long start = System.nanoTime();
                Verdict verdict = claim.check(seed, samples);
                long time = System.nanoTime() - start;
                add(
                        claim.law().id(),
                        new Tally(verdict.samples(), verdict.informative(), verdict.held() ? 0 : 1, time));
                if (!verdict.held()) {
                    String alarm = line(subject, number, verdict, seed);
                    System.out.println(alarm);
                    alarms.add(alarm);
                }
            }
        }
        finished();
        return alarms;
    }

    private synchronized void finished() {
        subjects++;
    }

    private synchronized void add(String law, Tally tally) {
        tallies.merge(law, tally, Tally::plus);
    }

    private String line(Subject subject, int number, Verdict verdict, long seed) {
        String detail = verdict.evidence().map(Evidence::detail).orElse("too few informative samples");
        return String.join(
                "; ",
                "seed " + seed,
                verdict.law() + " on subject " + number + ", " + subject + ": " + verdict.outcome(),
                "residual " + verdict.residual() + ", bound " + verdict.bound(),
                "Laws.named(\"" + verdict.law() + "\", subject).check(" + seed + ", " + samples + ")",
                verdict.evidence().map(Evidence::replay).orElse(""),
                detail.replace('\n', ' '));
    }

    /** The table: fewest samples first, with the number of seeds that would make as many as are wanted. */
    @Override
    public synchronized String toString() {
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT,
                "seeds %d to %d, %d samples of each law on each of %d subjects, fewer of costly laws%n",
                first,
                first + seeds - 1,
                samples,
                subjects));
        table.append(String.format(
                Locale.ROOT, "%9s %11s %6s %8s  %-30s %s%n", "samples", "informative", "alarms", "seconds", "law", ""));
        tallies.entrySet().stream()
                .sorted(Comparator.comparingLong(entry -> entry.getValue().drawn()))
                .forEach(entry -> table.append(row(entry.getKey(), entry.getValue())));
        Tally total = tallies.values().stream().reduce(new Tally(0, 0, 0, 0), Tally::plus);
        return table.append(row("all", total)).toString();
    }

    private String row(String law, Tally tally) {
        long needed = (WANTED * seeds + tally.drawn() - 1) / Math.max(1, tally.drawn());
        return String.format(
                Locale.ROOT,
                "%9d %11d %6d %8.1f  %-30s %s%n",
                tally.drawn(),
                tally.informative(),
                tally.alarms(),
                tally.nanoseconds() * 1e-9,
                law,
                tally.drawn() < WANTED ? needed + " seeds would make 100 000" : "");
    }
}
