package org.legendre.properties;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Random samples in the chart and a climb from the best; what was found is made of {@link RoundNumbers}. */
final class CounterexampleSearch {
    /** Standard deviations in the chart: from the middle of the domain to its boundary. */
    private static final double[] SPREADS = {0.5, 1, 2, 4};

    /** Probabilities are above e^(−2·REACH): further out the formulas are on trial, not the conjecture. */
    private static final double REACH = 12;

    private static final int CLIMBS = 10;
    /** At least so many steps for each coordinate. */
    private static final int STEPS = 100;

    private static final int TRIALS = 30;
    /** A relative excess that is well beyond rounding. */
    private static final double CLEAR = 1e-2;

    private static final double SHORTEST = 1e-6;

    private final Conjecture<?> conjecture;
    private final long seed;
    private final int samples;
    private final int points;
    private final int size;
    private final SplittableRandom random;
    private int steps;
    private boolean suspicious;

    /** A point of the search in chart coordinates, all points one after the other, with the relative excess there. */
    private record Candidate(List<Double> chart, double excess) {
        double reach() {
            return chart.stream().mapToDouble(Math::abs).max().orElse(0);
        }
    }

    CounterexampleSearch(Conjecture<?> conjecture, long seed, int samples) {
        this.conjecture = conjecture;
        this.seed = seed;
        this.samples = samples;
        this.points = conjecture.points();
        this.size = conjecture.domain().size();
        this.random = new SplittableRandom(seed);
    }

    Search run() {
        List<Candidate> best = new ArrayList<>();
        for (int i = 0; i < samples; i++) {
            best.add(candidate(start(i)));
        }
        best.removeIf(candidate -> Double.isNaN(candidate.excess));
        if (best.isEmpty()) {
            double[][] middle = split(new double[points * size]);
            return result(Search.Outcome.VACUOUS, middle, Double.NaN);
        }
        Search refuted = firstRefuted(central(best));
        if (refuted != null) {
            return refuted;
        }
        best.sort(Comparator.comparingDouble((Candidate candidate) -> -candidate.excess));
        Candidate nearest = best.get(0);
        for (Candidate from : best.subList(0, Math.min(CLIMBS, best.size()))) {
            // Just beyond equality there are often rounder numbers than at the top.
            Candidate beyond = climb(from, CLEAR);
            Candidate top = climb(beyond, 1);
            nearest = top.excess > nearest.excess ? top : nearest;
            refuted = firstRefuted(List.of(beyond, top));
            if (refuted != null) {
                return refuted;
            }
        }
        Search.Outcome outcome = suspicious ? Search.Outcome.UNCONFIRMED : Search.Outcome.UNREFUTED;
        return result(outcome, split(array(nearest.chart)), nearest.excess);
    }

    /** Those that seem to violate, from the middle of the chart outwards: rounder numbers are there. */
    private static List<Candidate> central(List<Candidate> candidates) {
        return candidates.stream()
                .filter(candidate -> candidate.excess > 0)
                .sorted(Comparator.comparingDouble(Candidate::reach))
                .limit(TRIALS)
                .toList();
    }

    private @Nullable Search firstRefuted(List<Candidate> candidates) {
        for (Candidate candidate : candidates) {
            double[][] found = split(array(candidate.chart));
            if (candidate.excess > 0 && conjecture.at(found).violated()) {
                suspicious = true;
                Optional<double[][]> round = RoundNumbers.of(conjecture, found);
                if (round.isPresent()) {
                    return result(Search.Outcome.REFUTED, round.get(), candidate.excess);
                }
            }
        }
        return null;
    }

    private Search result(Search.Outcome outcome, double[][] x, double closest) {
        return new Search(
                conjecture.statement(),
                outcome,
                Arrays.stream(x).map(conjecture::show).toList(),
                conjecture.at(x),
                closest,
                samples,
                steps,
                seed,
                "conjecture.at(" + java(x) + ");");
    }

    /** Two of three samples are of independent points; in the third all are near the first. */
    private double[] start(int i) {
        double spread = SPREADS[i % SPREADS.length];
        double near = i % 3 == 2 ? Math.pow(10, -random.nextDouble(0, 4)) : 0;
        double[] chart = new double[points * size];
        for (int j = 0; j < chart.length; j++) {
            boolean follows = near > 0 && j >= size;
            chart[j] = follows ? chart[j - size] + near * random.nextGaussian() : spread * random.nextGaussian();
        }
        return chart;
    }

    private Candidate candidate(double[] chart) {
        double[][] x = split(chart);
        boolean within = Arrays.stream(chart).allMatch(u -> Math.abs(u) <= REACH);
        for (double[] point : x) {
            if (!within || !conjecture.domain().contains(point)) {
                return new Candidate(boxed(chart), Double.NaN);
            }
        }
        return new Candidate(boxed(chart), conjecture.relativeExcess(x));
    }

    /** A pattern search: along each coordinate and along as many random directions, the step doubled after a success and halved after a round without. */
    private Candidate climb(Candidate from, double enough) {
        Candidate top = from;
        double step = 1;
        int budget = samples + STEPS * points * size;
        while (step > SHORTEST && budget > 0 && top.excess < enough) {
            double before = top.excess;
            for (int k = 0; k < 2 * points * size; k++) {
                double[] direction = direction(k);
                for (int sign = -1; sign <= 1; sign += 2) {
                    Candidate trial = candidate(Rounding.axpy(sign * step, direction, array(top.chart)));
                    budget--;
                    steps++;
                    if (trial.excess > top.excess) {
                        top = trial;
                    }
                }
            }
            step = top.excess == before ? step / 2 : Math.min(2 * step, 4);
        }
        return top;
    }

    private double[] direction(int k) {
        double[] direction = new double[points * size];
        if (k < direction.length) {
            direction[k] = 1;
        } else {
            Arrays.setAll(direction, i -> random.nextGaussian());
        }
        return direction;
    }

    private double[][] split(double[] chart) {
        double[][] x = new double[points][];
        for (int k = 0; k < points; k++) {
            x[k] = conjecture.domain().fromChart(Arrays.copyOfRange(chart, k * size, (k + 1) * size));
        }
        return x;
    }

    private static List<Double> boxed(double[] x) {
        return Arrays.stream(x).boxed().toList();
    }

    private static double[] array(List<Double> x) {
        return x.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static String java(double[][] x) {
        return Arrays.stream(x)
                .map(point -> Arrays.stream(point)
                        .mapToObj(Double::toString)
                        .collect(Collectors.joining(", ", "new double[] {", "}")))
                .collect(Collectors.joining(", "));
    }
}
