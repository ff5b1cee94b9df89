package org.legendre.examples.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.legendre.geometry.DomainException;

/** Readers of the data sets. Each call reads anew and returns arrays of the caller's own. */
public final class Datasets {
    private Datasets() {}

    /**
     * Daily price relatives (today's close over yesterday's) of 36 stocks of the New York Stock Exchange, 1962–1984 (Cover 1991).
     *
     * @return 5651 rows of 36
     */
    public static double[][] nyse() {
        return rows("nyse_o.csv", 0);
    }

    /**
     * Fisher's irises (1936).
     *
     * @return 150 rows: sepal length, sepal width, petal length, petal width in cm, class 0–2 (setosa, versicolor, virginica)
     */
    public static double[][] iris() {
        return rows("iris.csv", 1);
    }

    /**
     * Handwritten digits (Alpaydin and Kaynak 1998).
     *
     * @return 1797 rows: 64 pixels of 8×8 images, 0–16, and the digit 0–9
     */
    public static double[][] digits() {
        return rows("digits.csv", 0);
    }

    /**
     * Those aboard the Titanic (Dawson 1995), as counts in row-major order.
     *
     * @return 32 counts by class (first, second, third, crew), sex (male, female), age (child, adult) and survival (no, yes), the last fastest
     */
    public static long[] titanic() {
        return Arrays.stream(rows("titanic.csv", 1))
                .mapToLong(row -> (long) row[4])
                .toArray();
    }

    /**
     * Regressors of a D-optimal design problem: standard normal numbers.
     *
     * @return H, 80 rows (coefficients) of 200 (points)
     */
    public static double[][] design() {
        return rows("dopt_80_200.csv", 0);
    }

    /**
     * The matrix of a Poisson linear inverse problem, columns summing to 1.
     *
     * @return A, 200 rows of 100
     */
    public static double[][] poissonMatrix() {
        return rows("poisson_200_100_A.csv", 0);
    }

    /**
     * The observations of a Poisson linear inverse problem.
     *
     * @return b, 200 numbers
     */
    public static double[] poissonObservations() {
        return Arrays.stream(rows("poisson_200_100_b.csv", 0))
                .mapToDouble(row -> row[0])
                .toArray();
    }

    /**
     * Tumours of the breast by the shapes of their cell nuclei (Street, Wolberg and Mangasarian 1993).
     *
     * @return 569 rows: 30 features, class 0–1 (malignant, benign)
     */
    public static double[][] breastCancer() {
        return rows("breast_cancer.csv", 1);
    }

    private static double[][] rows(String name, int header) {
        try (InputStream in = Datasets.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new DomainException("data set", name, "a file among the resources");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            List<double[]> rows = reader.lines()
                    .skip(header)
                    .filter(line -> !line.isBlank())
                    .map(Datasets::row)
                    .toList();
            return rows.toArray(double[][]::new);
        } catch (IOException e) {
            throw new UncheckedIOException("the data set " + name + " could not be read", e);
        }
    }

    private static double[] row(String line) {
        return Arrays.stream(line.split(",", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
