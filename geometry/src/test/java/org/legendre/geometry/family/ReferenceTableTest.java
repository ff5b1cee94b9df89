package org.legendre.geometry.family;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every catalogue family against the reference values: relative error at most 1e-12, no exceptions granted. */
class ReferenceTableTest {
    private static final double TOLERANCE = 1e-12;

    @Test
    void everyRowOfTheResourcesIsRight() {
        Report report = check(ReferenceTable.resources());
        System.out.println(report);
        assertTrue(report.checked > 0, "no row was checked");
        assertTrue(report.failures.isEmpty(), () -> String.join("\n", report.failures));
        assertTrue(report.skipped.isEmpty(), () -> "rows that nothing answers: " + report.skipped);
    }

    @Test
    void everyRowOfTheGivenFolderIsRight() {
        String folder = System.getProperty("legendre.reference", "");
        assumeFalse(folder.isEmpty(), "no -Dlegendre.reference=DIR");
        Report report = check(ReferenceTable.folder(Path.of(folder)));
        System.out.println(report);
        assertTrue(report.checked > 0, "no row was checked");
        assertTrue(report.failures.isEmpty(), () -> String.join("\n", report.failures));
        assertTrue(report.skipped.isEmpty(), () -> "rows that nothing answers: " + report.skipped);
    }

    @Test
    void aRowIsWrongBeyondTheToleranceNegativeNaNOrFalselyInfinite() {
        double[] one = {1};
        assertTrue(error(one, new double[] {1 + 0.9e-12}) <= TOLERANCE);
        assertFalse(error(one, new double[] {1 + 1.1e-12}) <= TOLERANCE);
        assertFalse(error(one, new double[] {Double.NaN}) <= TOLERANCE);
        assertFalse(error(one, new double[] {Double.POSITIVE_INFINITY}) <= TOLERANCE);
        assertFalse(error(one, new double[] {-1}) <= TOLERANCE);
        assertFalse(error(new double[] {0}, new double[] {Double.MIN_VALUE}) <= TOLERANCE);
        assertFalse(error(new double[] {Double.POSITIVE_INFINITY}, new double[] {Double.MAX_VALUE}) <= TOLERANCE);
        assertFalse(error(one, new double[] {1, 1}) <= TOLERANCE);
        assertEquals(0, error(new double[] {Double.POSITIVE_INFINITY}, new double[] {Double.POSITIVE_INFINITY}));
    }

    private static Report check(List<ReferenceTable.Row> rows) {
        Report report = new Report();
        for (ReferenceTable.Row row : rows) {
            Optional<Families.Entry> entry = Families.all().stream()
                    .filter(e -> e.name().equals(row.family()))
                    .findFirst();
            if (entry.isEmpty()) {
                report.skipped.merge("family " + row.family(), 1, Integer::sum);
                continue;
            }
            double[] actual = quantity(row, entry.get());
            if (actual == null) {
                report.skipped.merge("quantity " + row.quantity() + " of " + row.family(), 1, Integer::sum);
                continue;
            }
            report.add(row, actual, error(array(row.value()), actual));
        }
        return report;
    }

    /** The quantity of a row; null where the distribution does not offer it. */
    private static double @Nullable [] quantity(ReferenceTable.Row row, Families.Entry entry) {
        Distribution<?, ?> p = entry.of(array(row.p()));
        return switch (row.quantity()) {
            case "kl" -> new double[] {Families.kl(p, entry.of(array(row.q())))};
            case "entropy" -> new double[] {p.entropy()};
            case "fisher" ->
                p instanceof Parametric point ? flat(point.fisherInSource().toMatrix()) : null;
            case "fisher-rao" ->
                p instanceof FisherRao<?> point && entry.of(array(row.q())) instanceof FisherRao<?> other
                        ? new double[] {Families.fisherRao(point, other)}
                        : null;
            case "bhattacharyya" ->
                p instanceof Member<?, ?> member && entry.of(array(row.q())) instanceof Member<?, ?> other
                        ? new double[] {Families.skewedJensen(member, other, 0.5)}
                        : null;
            default -> null;
        };
    }

    /** The largest relative error of an entry; +∞ for NaN, a wrong shape, a wrong infinity and anything but 0 for 0. */
    private static double error(double[] expected, double[] actual) {
        if (expected.length != actual.length) {
            return Double.POSITIVE_INFINITY;
        }
        double worst = 0;
        for (int i = 0; i < expected.length; i++) {
            if (expected[i] == actual[i]) {
                continue;
            }
            double error = Math.abs(actual[i] - expected[i]) / Math.abs(expected[i]);
            worst = Math.max(worst, Double.isNaN(error) ? Double.POSITIVE_INFINITY : error);
        }
        return worst;
    }

    private static double[] array(List<Double> x) {
        return x.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double[] flat(double[][] rows) {
        double[] x = new double[rows.length * rows.length];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(rows[i], 0, x, i * rows.length, rows.length);
        }
        return x;
    }

    /** What was found, by quantity and regime. */
    private static final class Report {
        private final Map<String, double[]> cells = new TreeMap<>();
        private final Map<String, Integer> skipped = new TreeMap<>();
        private final List<String> failures = new ArrayList<>();
        private int checked;

        void add(ReferenceTable.Row row, double[] actual, double error) {
            checked++;
            boolean negative =
                    !row.quantity().equals("fisher") && !row.quantity().equals("entropy") && !(actual[0] >= 0);
            boolean right = error <= TOLERANCE && !negative;
            if (!right) {
                failures.add(
                        row + ": " + actual[0] + " instead of " + row.value().get(0) + ", relative error " + error);
            }
            for (String name : List.of(row.family(), "all")) {
                double[] cell = cells.computeIfAbsent(
                        String.format("%-20s %-13s %-9s", name, row.quantity(), row.regime()), key -> new double[3]);
                cell[0]++;
                cell[1] += right ? 1 : 0;
                cell[2] = Math.max(cell[2], error);
            }
        }

        @Override
        public String toString() {
            StringBuilder text = new StringBuilder(String.format(
                    "%-20s %-13s %-9s %5s %5s  %s%n", "family", "quantity", "regime", "rows", "right", "worst"));
            cells.forEach((key, cell) ->
                    text.append(String.format("%s %5.0f %5.0f  %.1e%n", key, cell[0], cell[1], cell[2])));
            skipped.forEach((key, count) -> text.append(String.format("skipped: %s, %d rows%n", key, count)));
            return text.toString();
        }
    }
}
