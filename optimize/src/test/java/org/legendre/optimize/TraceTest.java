package org.legendre.optimize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.legendre.geometry.Differential;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;

class TraceTest {
    private static final Descent<Weights, Differential<Weights>> DESCENT = Descent.of(
                    Problems.race(), Geometry.exponentiatedGradient(4))
            .step(StepRule.constant(0.3))
            .until(Stopping.iterations(30));

    @Test
    void csvReadsBackToTheSameNumbersWhateverTheLocale() {
        Trace<Weights> trace = DESCENT.run(Problems.uniform(4)).trace();
        Locale before = Locale.getDefault();
        String csv;
        try {
            Locale.setDefault(Locale.GERMANY);
            csv = trace.csv();
        } finally {
            Locale.setDefault(before);
        }
        List<String> lines = csv.lines().toList();
        assertEquals("iteration,value,change,step,decrement,residual,damping,gap,oracleCalls,seconds", lines.get(0));
        assertEquals(32, lines.size());
        Column[] columns = Column.values();
        for (int c = 0; c < columns.length; c++) {
            int place = c;
            double[] read = lines.stream()
                    .skip(1)
                    .mapToDouble(line -> Double.parseDouble(
                            Arrays.asList(line.split(",", -1)).get(place)))
                    .toArray();
            assertArrayEquals(trace.column(columns[c]), read, columns[c].header());
        }
        assertTrue(lines.get(1).startsWith("0,"), lines.get(1));
        assertTrue(lines.get(1).contains(",Infinity,0.0,"), lines.get(1));
        assertTrue(csv.endsWith("\n"));
    }

    @Test
    void iteratesAgreeWithTheColumnsAndTheObjective() {
        Trace<Weights> trace = DESCENT.run(Problems.uniform(4)).trace();
        List<Iterate<Weights>> iterates = trace.iterates();
        assertEquals(31, iterates.size());
        for (int k = 0; k <= 30; k++) {
            Iterate<Weights> iterate = iterates.get(k);
            assertEquals(k, iterate.iteration());
            assertEquals(k + 1, iterate.oracleCalls());
            assertEquals(Problems.race().value(iterate.point()), iterate.value());
            assertEquals(k == 0 ? 0 : 0.3, iterate.step());
            double change = k == 0
                    ? Double.POSITIVE_INFINITY
                    : iterate.value() - iterates.get(k - 1).value();
            assertEquals(change, iterate.change());
            assertEquals(trace.column(Column.GAP)[k], iterate.gap());
            assertEquals(trace.column(Column.SECONDS)[k], iterate.seconds());
        }
        assertThrows(IndexOutOfBoundsException.class, () -> trace.get(31));
    }

    @Test
    void pointsNeedNotBeKept() {
        Run<Weights, Differential<Weights>> with = DESCENT.run(Problems.uniform(4));
        Run<Weights, Differential<Weights>> without = DESCENT.keepPoints(false).run(Problems.uniform(4));
        assertThrows(IllegalStateException.class, () -> without.trace().get(0));
        assertArrayEquals(with.trace().column(Column.VALUE), without.trace().column(Column.VALUE));
        assertEquals(with.point(), without.point());
        assertEquals(with.best().point(), without.best().point());
    }

    @Test
    void theBestIterateIsTheSmallestValueEvenIfTheRunGoesOnUphill() {
        // Three halvings from 9 towards 1, then steps three times too long, which climb.
        Run<Weights, Differential<Weights>> run = Descent.of(Problems.bowl(0, 1), Problems.euclidean(1))
                .step(search -> {
                    search.move(search.from().iteration() < 3 ? 0.5 : 3);
                    return Optional.empty();
                })
                .until(Stopping.iterations(8))
                .run(Vec.of(9));
        assertEquals(3, run.best().iteration());
        assertEquals(2, run.best().point().get(0));
        assertEquals(8, run.last().iteration());
        assertTrue(run.last().value() > run.best().value());
    }

    @Test
    void theTextPlotFallsFromTheTopLeftToTheBottomRight() {
        String plot = DESCENT.run(Problems.uniform(4)).trace().plot(Problems.raceOptimum());
        List<String> lines = plot.lines().toList();
        assertEquals(18, lines.size());
        assertTrue(lines.get(0).startsWith("log10(value − "));
        assertEquals('*', lines.get(1).charAt(11));
        assertEquals('*', lines.get(15).charAt(70));
        assertTrue(lines.get(17).trim().startsWith("0") && lines.get(17).endsWith("30"), lines.get(17));
        int stars = (int) plot.chars().filter(c -> c == '*').count();
        assertTrue(stars >= 15 && stars <= 31, plot);
        String own = DESCENT.run(Problems.uniform(4)).trace().plot();
        assertTrue(own.lines().count() == 18, own);
    }

    /** A line from (0, 1) to (2, −1) by its middle, in 61 columns and 15 rows. */
    @Test
    void everyPointIsWhereItBelongs() {
        List<String> lines = TextPlot.of("a line", new double[] {0, 1, 2, 3}, new double[] {1, 0, -1, Double.NaN})
                .lines()
                .toList();
        assertEquals("a line", lines.get(0));
        assertEquals("     1.00 |*", lines.get(1));
        assertEquals("          |", lines.get(2));
        assertEquals("     0.00 |" + " ".repeat(30) + "*", lines.get(8));
        assertEquals("    -1.00 |" + " ".repeat(59) + "*", lines.get(15));
        assertEquals("          +" + "-".repeat(60), lines.get(16));
        assertEquals("           0" + " ".repeat(58) + "2", lines.get(17));
    }

    @Test
    void nothingToDrawIsSaid() {
        String plot = DESCENT.until(Stopping.iterations(0))
                .run(Problems.uniform(4))
                .trace()
                .plot();
        assertTrue(plot.endsWith("nothing to draw\n"), plot);
    }

    @Test
    void aPlotAboveNothingFiniteIsRefused() {
        Trace<Weights> trace = DESCENT.run(Problems.uniform(4)).trace();
        assertThrows(DomainException.class, () -> trace.plot(Double.NaN));
        assertThrows(DomainException.class, () -> trace.plot(Double.NEGATIVE_INFINITY));
    }

    @Test
    void progressPrintsAtMostOnceAPeriod() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Progress progress = Progress.every(Duration.ofSeconds(2), new PrintStream(bytes, true, StandardCharsets.UTF_8));
        for (int k = 0; k < 50; k++) {
            progress.accept(new Iterate<Weights>(
                    k, Vec.of(1), 1.25, -1, 1, 0.5, 0, 0, k < 25 ? 0.125 : Double.POSITIVE_INFINITY, k, 0.1 * k));
        }
        List<String> lines = bytes.toString(StandardCharsets.UTF_8).lines().toList();
        assertEquals(3, lines.size(), lines.toString());
        assertEquals("     0.0 s  iteration 0  value 1.25000000000000  gap 1.250e-01", lines.get(0));
        assertEquals("     4.0 s  iteration 40  value 1.25000000000000  decrement 5.000e-01", lines.get(2));
    }

    @Test
    void progressIsAnObserver() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DESCENT.run(
                Problems.uniform(4),
                Progress.every(Duration.ofDays(1), new PrintStream(bytes, true, StandardCharsets.UTF_8)));
        assertEquals(1, bytes.toString(StandardCharsets.UTF_8).lines().count());
    }

    @Test
    void anIterateRefusesNan() {
        assertThrows(
                DomainException.class, () -> new Iterate<Weights>(0, Vec.of(1), 1, 1, 1, Double.NaN, 0, 0, 1, 1, 0));
        assertThrows(
                DomainException.class, () -> new Iterate<Weights>(0, Vec.of(1), 1, 1, 1, 1, 0, Double.NaN, 1, 1, 0));
    }
}
