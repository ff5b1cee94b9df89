package org.legendre.properties;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;

/** What the laws said on many seeds: of each law the samples drawn, those that were informative, and the alarms. */
final class Scan {
    private final long first;
    private final long seeds;
    private final int samples;
    private final long wanted;
    private final Map<String, List<Line>> laws = new LinkedHashMap<>();
    private final Map<String, Tally> tallies = new TreeMap<>();
    private final List<String> alarms = new ArrayList<>();
    private final int subjects;

    /**
     * A scan of some seeds for every subject, and of more until each law has had so many samples on all subjects together. The further seeds are shared out by
     * time: subjects that are cheap to examine take more of them.
     */
    Scan(List<? extends Subject> subjects, long first, long seeds, int samples, long wanted) {
        this.first = first;
        this.seeds = seeds;
        this.samples = samples;
        this.wanted = wanted;
        this.subjects = subjects.size();
        for (int number = 0; number < subjects.size(); number++) {
            for (Claim<?> claim : Laws.of(subjects.get(number))) {
                laws.computeIfAbsent(claim.law().id(), id -> new ArrayList<>()).add(new Line(claim, number, first, 0));
            }
        }
    }

    /** A claim about the subject of that number, the next seed to try it on, and the time it has had. */
    private record Line(Claim<?> claim, int number, long seed, long nanoseconds) {}

    private record Tally(long drawn, long informative, long alarms, long nanoseconds) {
        static final Tally NONE = new Tally(0, 0, 0, 0);

        Tally plus(Tally other) {
            return new Tally(
                    drawn + other.drawn,
                    informative + other.informative,
                    alarms + other.alarms,
                    nanoseconds + other.nanoseconds);
        }
    }

    /** The ids of the laws, for {@link #scan}. */
    List<String> laws() {
        return List.copyOf(laws.keySet());
    }

    /** Holds everything that a law claims something of to it; each alarm is one line of the output, with what repeats it. */
    void scan(String law) {
        PriorityQueue<Line> queue = new PriorityQueue<>(Comparator.comparingLong(Line::nanoseconds));
        for (Line line : laws.getOrDefault(law, List.of())) {
            Line next = line;
            for (int k = 0; k < seeds; k++) {
                next = check(next);
            }
            queue.add(next);
        }
        Tally tally = tally(law);
        // A law of existence stops at its first witness: more samples say no more of it.
        boolean existence = queue.stream().anyMatch(line -> line.claim().law().existence());
        while (!existence && tally.drawn() < wanted && tally.drawn() > 0) {
            queue.add(check(queue.remove()));
            tally = tally(law);
        }
    }

    private Line check(Line line) {
        long start = System.nanoTime();
        Verdict verdict = line.claim().check(line.seed(), samples);
        long time = System.nanoTime() - start;
        record(
                line.claim().law().id(),
                new Tally(verdict.samples(), verdict.informative(), verdict.held() ? 0 : 1, time));
        if (!verdict.held()) {
            alarm(line, verdict);
        }
        return new Line(line.claim(), line.number(), line.seed() + 1, line.nanoseconds() + time);
    }

    private synchronized Tally tally(String law) {
        return tallies.getOrDefault(law, Tally.NONE);
    }

    private synchronized void record(String law, Tally tally) {
        tallies.merge(law, tally, Tally::plus);
    }

    private synchronized void alarm(Line line, Verdict verdict) {
        String alarm = String.join(
                "; ",
                "seed " + line.seed(),
                verdict.law() + " on subject " + line.number() + ", "
                        + line.claim().subject() + ": " + verdict.outcome(),
                "residual " + verdict.residual() + ", bound " + verdict.bound(),
                "Laws.named(\"" + verdict.law() + "\", subject).check(" + line.seed() + ", " + samples + ")",
                verdict.evidence().map(Evidence::replay).orElse(""),
                verdict.evidence()
                        .map(Evidence::detail)
                        .orElse("too few informative samples")
                        .replace('\n', ' '));
        System.out.println(alarm);
        alarms.add(alarm);
    }

    /** The lines of all alarms up to now. */
    synchronized List<String> alarms() {
        return List.copyOf(alarms);
    }

    /** The table: fewest samples first. */
    @Override
    public synchronized String toString() {
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT,
                "seeds from %d, %d at least for each of %d subjects, %d samples each, fewer of costly laws; more seeds, shared out by time, up to %d samples of"
                        + " each law that claims no existence%n",
                first,
                seeds,
                subjects,
                samples,
                wanted));
        table.append(String.format(
                Locale.ROOT, "%9s %11s %6s %8s  %s%n", "samples", "informative", "alarms", "seconds", "law"));
        tallies.entrySet().stream()
                .sorted(Comparator.comparingLong(entry -> entry.getValue().drawn()))
                .forEach(entry -> table.append(row(entry.getKey(), entry.getValue())));
        Tally total = tallies.values().stream().reduce(Tally.NONE, Tally::plus);
        return table.append(row("all", total)).toString();
    }

    private static String row(String law, Tally tally) {
        return String.format(
                Locale.ROOT,
                "%9d %11d %6d %8.1f  %s%n",
                tally.drawn(),
                tally.informative(),
                tally.alarms(),
                tally.nanoseconds() * 1e-9,
                law);
    }
}
