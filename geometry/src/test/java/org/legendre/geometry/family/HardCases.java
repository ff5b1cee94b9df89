package org.legendre.geometry.family;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The files of hard cases: fields by comma, numbers of a field by spaces. */
public final class HardCases {
    private HardCases() {}

    /**
     * The rows of a file.
     *
     * @param name its name
     * @return rows of fields of numbers
     */
    public static List<double[][]> read(String name) {
        return lines(name).stream().map(HardCases::parse).toList();
    }

    /**
     * The rows of a file as text, without comments.
     *
     * @param name its name
     * @return the lines
     */
    public static List<String> lines(String name) {
        try (InputStream stream =
                HardCases.class.getResourceAsStream("/org/legendre/geometry/reference/hard/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("no file " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double[][] parse(String line) {
        return Arrays.stream(line.split(",", -1)).map(HardCases::numbers).toArray(double[][]::new);
    }

    /**
     * The numbers of a field.
     *
     * @param field numbers by spaces
     * @return the numbers
     */
    public static double[] numbers(String field) {
        return Arrays.stream(field.strip().split(" +"))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
