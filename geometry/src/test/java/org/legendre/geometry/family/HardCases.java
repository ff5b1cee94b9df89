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
        try (InputStream stream =
                HardCases.class.getResourceAsStream("/org/legendre/geometry/reference/hard/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("no file " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(HardCases::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double[][] parse(String line) {
        return Arrays.stream(line.split(",", -1))
                .map(field -> Arrays.stream(field.strip().split(" +"))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toArray(double[][]::new);
    }
}
