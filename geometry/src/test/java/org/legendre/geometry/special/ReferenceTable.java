package org.legendre.geometry.special;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;

/**
 * A table of exact arguments and 30-digit values, compared in decimal arithmetic so that the reference is not rounded.
 */
final class ReferenceTable {

    private final String name;
    private final List<String[]> rows = new ArrayList<>();

    private ReferenceTable(String name) {
        this.name = name;
        InputStream stream =
                Objects.requireNonNull(ReferenceTable.class.getResourceAsStream(name + ".csv"), "no table " + name);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            reader.lines().filter(line -> !line.startsWith("#")).forEach(line -> rows.add(line.split(",", -1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertTrue(rows.size() > 100, () -> name + " has only " + rows.size() + " rows");
    }

    static ReferenceTable of(String name) {
        return new ReferenceTable(name);
    }

    void unary(DoubleUnaryOperator function, double bound) {
        relative(row -> function.applyAsDouble(Double.parseDouble(row[0])), bound);
    }

    void binary(DoubleBinaryOperator function, double bound) {
        relative(row -> function.applyAsDouble(Double.parseDouble(row[0]), Double.parseDouble(row[1])), bound);
    }

    void ternary(ToDoubleFunction<double[]> function, double bound) {
        relative(
                row -> function.applyAsDouble(
                        new double[] {Double.parseDouble(row[0]), Double.parseDouble(row[1]), Double.parseDouble(row[2])
                        }),
                bound);
    }

    /** Two vectors, each a field of words. */
    void vectors(ToDoubleBiFunction<double[], double[]> function, double bound) {
        relative(row -> function.applyAsDouble(words(row[0]), words(row[1])), bound);
    }

    private static double[] words(String field) {
        return Arrays.stream(field.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    private void relative(ToDoubleFunction<String[]> function, double bound) {
        for (String[] row : rows) {
            double actual = function.applyAsDouble(row);
            BigDecimal expected = expected(row);
            if (expected.signum() == 0) {
                assertTrue(actual == 0, () -> name + describe(row, actual));
            } else {
                double error = difference(actual, expected, row)
                        .divide(expected.abs(), MathContext.DECIMAL64)
                        .doubleValue();
                assertTrue(error <= bound, () -> name + describe(row, actual) + ", relative error " + error);
            }
        }
    }

    /** Absolute error against bound times a scale that depends on the arguments and the expected value. */
    void vector(ToDoubleFunction<double[]> function, DoubleBinaryOperator scaleOfMaximumAndResult, double bound) {
        for (String[] row : rows) {
            double[] x = words(row[0]);
            double max = Arrays.stream(x).max().getAsDouble();
            double actual = function.applyAsDouble(x);
            BigDecimal expected = expected(row);
            double scale = scaleOfMaximumAndResult.applyAsDouble(max, expected.doubleValue());
            double error = difference(actual, expected, row)
                    .divide(new BigDecimal(scale), MathContext.DECIMAL64)
                    .doubleValue();
            assertTrue(error <= bound, () -> name + describe(row, actual) + ", error " + error);
        }
    }

    private BigDecimal difference(double actual, BigDecimal expected, String[] row) {
        assertTrue(Double.isFinite(actual), () -> name + describe(row, actual));
        return new BigDecimal(actual).subtract(expected).abs();
    }

    private static BigDecimal expected(String[] row) {
        return new BigDecimal(row[row.length - 1]);
    }

    private static String describe(String[] row, double actual) {
        return "(" + String.join(", ", row) + ") gives " + actual;
    }
}
