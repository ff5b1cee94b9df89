package org.legendre.geometry.family;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.legendre.geometry.PositiveDefinite;
import org.legendre.geometry.special.Logs;
import org.legendre.geometry.special.Means;

class PositiveDefinitePencilTest {
    /** A congruence TDTᵀ with whole numbers in T has the eigenvalues of D against TTᵀ: all of them are exact. */
    private static PositiveDefinite congruent(double a, double b, double c) {
        double[][] t = {{1, 0, 0}, {2, 1, 0}, {-1, 3, 1}};
        double[] diagonal = {a, b, c};
        double[][] rows = new double[3][3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                for (int k = 0; k < 3; k++) {
                    rows[i][j] += t[i][k] * diagonal[k] * t[j][k];
                }
            }
        }
        return PositiveDefinite.of(rows);
    }

    private static final PositiveDefinite ONE = congruent(1, 1, 1);

    @Test
    void knownEigenvaluesGiveEveryDivergence() {
        double h = 0x1p-30;
        double[][] cases = {
            {2, 0.25, 1},
            {1 + h, 1 - 2 * h, 1},
            {1.25, 1, 0.75},
            {0x1p-20, 1, 0x1p20},
            {1.6, 1, 0.5},
            {0x1p12, 0x1p-8, 8}
        };
        for (double[] lambda : cases) {
            PositiveDefinite p = congruent(lambda[0], lambda[1], lambda[2]);
            double itakuraSaito = Arrays.stream(lambda).map(Logs::xm1mlogx).sum();
            relative(itakuraSaito, PositiveDefinitePencil.itakuraSaito(p, ONE));
            relative(itakuraSaito, PositiveDefinitePencil.itakuraSaito(0.3, p, 0.3, ONE));
            for (double alpha : new double[] {0.5, 1e-9, 0.999, 1.0001, -0.001}) {
                double gap = Arrays.stream(lambda)
                        .map(x -> Means.logRatio(x, 1, alpha))
                        .sum();
                relative(gap, PositiveDefinitePencil.logDeterminantGap(p, ONE, alpha));
            }
            double distance =
                    Arrays.stream(lambda).map(x -> Math.log(x) * Math.log(x)).sum();
            double found = Arrays.stream(PositiveDefinitePencil.logEigenvalues(p, ONE))
                    .map(x -> x * x)
                    .sum();
            relative(distance, found);
        }
    }

    @Test
    void factorsCountAsMultiples() {
        PositiveDefinite p = congruent(2, 0.25, 1);
        PositiveDefinite threeP = congruent(6, 0.75, 3);
        PositiveDefinite fourP = congruent(8, 1, 4);
        assertEquals(0, PositiveDefinitePencil.itakuraSaito(3, p, 1, threeP));
        relative(
                PositiveDefinitePencil.itakuraSaito(fourP, ONE),
                PositiveDefinitePencil.itakuraSaito(1e280, p, 0.25e280, ONE));
        relative(
                PositiveDefinitePencil.logDeterminantGap(fourP, ONE, 0.3),
                PositiveDefinitePencil.logDeterminantGap(1e-280, p, 0.25e-280, ONE, 0.3));
    }

    @Test
    void aMeanThatIsNotPositiveDefiniteHasNoLogarithm() {
        assertEquals(
                Double.NEGATIVE_INFINITY, PositiveDefinitePencil.logDeterminantGap(congruent(2, 0.25, 1), ONE, 1.5));
    }

    private static void relative(double expected, double actual) {
        assertEquals(expected, actual, 2e-14 * Math.abs(expected));
    }
}
