package org.legendre.geometry.family;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The reference files: rows of exact parameters and 30-digit values. */
final class ReferenceTable {
    /** The families whose files are in the resources. */
    static final List<String> FAMILIES = List.of(
            "bernoulli",
            "binomial",
            "multinomial",
            "geometric",
            "negative-binomial",
            "categorical",
            "poisson",
            "normal",
            "exponential",
            "gamma",
            "beta",
            "dirichlet",
            "multivariate-normal",
            "von-mises",
            "wishart",
            "log-normal",
            "inverse-gamma",
            "chi-squared",
            "laplace",
            "weibull",
            "pareto",
            "rayleigh",
            "inverse-gaussian",
            "cauchy");

    private static final String RESOURCES = "/org/legendre/geometry/reference/";

    private ReferenceTable() {}

    /** A row; q is empty where the quantity has one argument. */
    record Row(String family, String regime, String quantity, List<Double> p, List<Double> q, List<Double> value) {
        static Row parse(String line) {
            String[] fields = line.split(",", -1);
            if (fields.length != 6) {
                throw new IllegalArgumentException("not six fields: " + line);
            }
            return new Row(fields[0], fields[1], fields[2], numbers(fields[3]), numbers(fields[4]), numbers(fields[5]));
        }

        private static List<Double> numbers(String text) {
            return text.isBlank()
                    ? List.of()
                    : Arrays.stream(text.strip().split(" +"))
                            .map(Double::valueOf)
                            .toList();
        }

        @Override
        public String toString() {
            return family + " " + regime + " " + quantity + " p = " + brief(p)
                    + (q.isEmpty() ? "" : " q = " + brief(q));
        }

        private static String brief(List<Double> x) {
            return x.size() <= 6 ? x.toString() : x.size() + " parameters from " + x.get(0);
        }
    }

    /** The rows of the resources. */
    static List<Row> resources() {
        List<Row> rows = new ArrayList<>();
        for (String family : FAMILIES) {
            try (InputStream stream = ReferenceTable.class.getResourceAsStream(RESOURCES + family + ".csv")) {
                if (stream == null) {
                    throw new IllegalStateException("no reference file for " + family);
                }
                rows.addAll(parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return rows;
    }

    /** The rows of all CSV files of a folder. */
    static List<Row> folder(Path folder) {
        List<Row> rows = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> tables =
                    files.filter(f -> f.toString().endsWith(".csv")).sorted().toList();
            for (Path file : tables) {
                rows.addAll(parse(Files.readString(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    private static List<Row> parse(String text) {
        return text.lines()
                .filter(line -> !line.startsWith("#") && !line.startsWith("family,") && !line.isBlank())
                .map(Row::parse)
                .toList();
    }
}
