package org.legendre.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Every shipped mirror potential against 80-digit arithmetic: near-equal arguments, zeros and many orders of magnitude included. */
class PotentialReferenceTest {
    /** A row of the table. */
    private record Row(String name, String parameters, String a, String b, String gradient, String numbers) {
        static Row of(String line) {
            String[] cell = line.split("\t", -1);
            return new Row(
                    cell[0], cell[1], cell[2], cell[3], cell[5], String.join(" ", cell[4], cell[6], cell[7], cell[8]));
        }

        Legendre<Weights, Differential<Weights>> potential() {
            double[] p = parse(parameters);
            int n = parse(a).length;
            return switch (name) {
                case "tsallis" -> Potentials.tsallis(n, p[0]);
                case "hypentropy" -> Potentials.hypentropy(n, p[0]);
                case "fermiDirac" -> Potentials.fermiDirac(Arrays.copyOf(p, n), Arrays.copyOfRange(p, n, 2 * n));
                case "powerNorm" -> Potentials.powerNorm(n, p[0]);
                case "logDeterminant" -> Potentials.logDeterminant((int) p[0]);
                case "vonNeumann" -> Potentials.vonNeumann((int) p[0]);
                case "quadratic" -> Potentials.quadratic(PositiveDefinite.ofPacked(n, p));
                default -> throw new IllegalArgumentException(name);
            };
        }

        /** The relative error of a divergence. */
        double bound() {
            double p = parse(parameters)[0];
            return name.equals("powerNorm") ? 1e-15 * (4 + p / (p - 1)) : 5e-15;
        }

        boolean separable() {
            return List.of("tsallis", "hypentropy", "fermiDirac", "powerNorm").contains(name);
        }
    }

    private static double[] parse(String numbers) {
        return Arrays.stream(numbers.split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private static List<Row> rows() throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(PotentialReferenceTest.class.getResourceAsStream("potentials.tsv")),
                StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Row::of)
                    .toList();
        }
    }

    @Test
    void valuesGradientsConjugatesAndDivergencesAreThoseOfEightyDigits() throws IOException {
        List<Row> rows = rows();
        assertTrue(rows.size() > 250, "only " + rows.size() + " rows");
        for (Row row : rows) {
            String what = row.toString();
            Legendre<Weights, Differential<Weights>> phi = row.potential();
            Vec<Weights> a = Vec.of(parse(row.a));
            Vec<Weights> b = Vec.of(parse(row.b));
            double[] gradient = parse(row.gradient);
            double[] expected = parse(row.numbers);
            double size = Math.abs(expected[0]);
            for (int i = 0; i < gradient.length; i++) {
                size += Math.abs(a.get(i) * gradient[i]);
            }
            assertEquals(expected[0], phi.value(a), 1e-14 * size, what);
            assertClose(gradient, phi.gradient(a).toArray(), row.separable(), 1e-15, what);
            assertEquals(
                    expected[1], phi.conjugate().value(Vec.of(gradient)), 1e-14 * (size + Math.abs(expected[1])), what);
            assertClose(
                    a.toArray(), phi.conjugate().gradient(Vec.of(gradient)).toArray(), row.separable(), 5e-14, what);
            assertEquals(expected[2], phi.bregman(a, b), row.bound() * expected[2], what);
            assertEquals(expected[3], phi.bregman(b, a), row.bound() * expected[3], what);
        }
    }

    /** To a relative bound, entry by entry or of the largest. */
    private static void assertClose(double[] expected, double[] actual, boolean each, double bound, String what) {
        double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], actual[i], bound * (each ? Math.abs(expected[i]) : largest), what);
        }
    }
}
