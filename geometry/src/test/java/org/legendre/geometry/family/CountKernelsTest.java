package org.legendre.geometry.family;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Entropies and moments of counts against tables of high-precision values, at every scale. */
class CountKernelsTest {
    private static void check(String file, int rows, double bound, ToDoubleFunction<double[]> function) {
        List<double[][]> table = HardCases.read(file);
        assertEquals(rows, table.size());
        for (double[][] row : table) {
            double expected = row[1][0];
            assertEquals(
                    expected,
                    function.applyAsDouble(row[0]),
                    bound * Math.abs(expected),
                    () -> file + " at " + Arrays.toString(row[0]));
        }
    }

    @Test
    void entropyOfTheBinomial() {
        check("binomial-entropy.csv", 160, 1e-13, x -> new Binomial((long) x[0], x[1]).entropy());
    }

    @Test
    void entropyOfTheNegativeBinomial() {
        check("negative-binomial-entropy.csv", 96, 1e-13, x -> new NegativeBinomial(x[0], x[1]).entropy());
    }

    @Test
    void entropyOfTheMultinomial() {
        check("multinomial-entropy.csv", 42, 1e-14, x -> Multinomial.of(x).entropy());
    }

    @Test
    void entropyOfTheLogarithmicSeries() {
        check("logarithmic-series-entropy.csv", 21, 1e-13, x -> new LogarithmicSeries(x[0]).entropy());
    }

    @Test
    void momentsOfTheConwayMaxwellPoisson() {
        List<double[][]> table = HardCases.read("conway-maxwell-poisson.csv");
        assertEquals(58, table.size());
        for (double[][] row : table) {
            ConwayMaxwellPoissonMoments m = ConwayMaxwellPoissonMoments.of(row[0][0], row[0][1]);
            PlaneHessian covariance = m.covariance();
            double[] actual = {
                m.logPartition(),
                m.mean(),
                m.meanLogFactorial(),
                m.entropy(),
                covariance.xx(),
                covariance.xy(),
                covariance.yy(),
                covariance.schur()
            };
            for (int i = 0; i < actual.length; i++) {
                String what = "value " + i + " at " + Arrays.toString(row[0]);
                assertEquals(row[1][i], actual[i], 1e-13 * Math.abs(row[1][i]), what);
            }
            third(row, m, covariance);
        }
    }

    /** The third cumulants, to a part of the product of the three standard deviations. */
    private static void third(double[][] row, ConwayMaxwellPoissonMoments m, PlaneHessian covariance) {
        double[] u = {1, 0.5};
        double[] v = {-0.3, 1};
        double[] third = new double[2];
        m.third(u, v, third);
        double[] deviation = {Math.sqrt(covariance.xx()), Math.sqrt(covariance.yy())};
        double scale = (deviation[0] + 0.5 * deviation[1]) * (0.3 * deviation[0] + deviation[1]);
        for (int i = 0; i < 2; i++) {
            String what = "third " + i + " at " + Arrays.toString(row[0]);
            assertEquals(row[1][8 + i], third[i], 1e-13 * (scale * deviation[i] + Math.abs(row[1][8 + i])), what);
        }
    }
}
