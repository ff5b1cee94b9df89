package org.legendre.optimize.problem;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.PositiveDefinite;
import org.legendre.geometry.Probabilities;

/** Gaps beside their plainest formula, in fifty digits where they are differences; resolutions; refusals. */
class DualBoundsTest {
    private static final DfpField FIELD = new DfpField(50);
    private static final int M = 7;
    private static final int N = 4;

    private static double[][] matrix(SplittableRandom random) {
        double[][] a = new double[M][];
        Arrays.setAll(a, i -> random.doubles(N, 0, 1).toArray());
        return a;
    }

    private static Dfp[] predictions(double[][] a, double[] x) {
        Dfp[] u = new Dfp[a.length];
        for (int i = 0; i < u.length; i++) {
            u[i] = FIELD.getZero();
            for (int j = 0; j < x.length; j++) {
                u[i] = u[i].add(FIELD.newDfp(a[i][j]).multiply(x[j]));
            }
        }
        return u;
    }

    /** b is Ax₀ with a relative disturbance, so that x near x₀ is nearly optimal. */
    private static double[] observations(double[][] a, double[] x0, double noise, SplittableRandom random) {
        return Arrays.stream(predictions(a, x0))
                .mapToDouble(u -> u.toDouble() * (1 + noise * random.nextDouble(-1, 1)))
                .toArray();
    }

    private static Dfp number(double x) {
        return FIELD.newDfp(x);
    }

    /** f(x) − Σ b log(y/c) with y = b/Ax. */
    @Test
    void thePoissonGapIsThatOfTheScaledDualPoint() {
        SplittableRandom random = new SplittableRandom(7);
        for (int k = 0; k < 60; k++) {
            double[][] a = matrix(random);
            double[] x0 = random.doubles(N, 0.1, 1).toArray();
            double noise = Math.pow(10, random.nextDouble(-7, 0));
            double[] b = observations(a, x0, noise, random);
            double[] x = Arrays.stream(x0)
                    .map(e -> e * (1 + noise * random.nextDouble(-1, 1)))
                    .toArray();
            PoissonInverse problem = PoissonInverse.of(a, b);
            Dfp[] u = predictions(a, x);
            Dfp value = FIELD.getZero();
            Dfp dual = FIELD.getZero();
            Dfp c = FIELD.getZero();
            for (int j = 0; j < N; j++) {
                Dfp top = FIELD.getZero();
                Dfp bottom = FIELD.getZero();
                for (int i = 0; i < M; i++) {
                    top = top.add(number(a[i][j]).multiply(b[i]).divide(u[i]));
                    bottom = bottom.add(number(a[i][j]));
                }
                Dfp ratio = top.divide(bottom);
                c = ratio.greaterThan(c) ? ratio : c;
            }
            for (int i = 0; i < M; i++) {
                value = value.add(number(b[i]).divide(u[i]).log().multiply(b[i]))
                        .add(u[i])
                        .subtract(number(b[i]));
                dual = dual.add(number(b[i]).divide(u[i]).divide(c).log().multiply(b[i]));
            }
            double expected = value.subtract(dual).toDouble();
            double[] g = new double[N];
            double found = problem.gradient(x, g);
            assertEquals(value.toDouble(), found, problem.resolution(found), "resolution at noise " + noise);
            // The differential is rounded to some 1e-16 in terms of the column sums; the gap cannot know better.
            assertEquals(expected, problem.gap(x, g), 1e-14 * expected + 1e-15, "noise " + noise);
            PoissonInverse shares = problem.onSimplex();
            double[] share = new double[N];
            Arrays.setAll(share, j -> x[j] * problem.columnSums()[j] / problem.total());
            assertEquals(found, shares.gradient(share, g), 8 * problem.resolution(found));
            assertEquals(expected, shares.gap(share, g), 1e-14 * expected + 1e-15, "shares, noise " + noise);
        }
    }

    /** f(x) − Σ b(1 − e^(v + τ)) with v = log(Ax/b). */
    @Test
    void theGapOfTheRegressionIsThatOfTheShiftedDualPoint() {
        SplittableRandom random = new SplittableRandom(8);
        for (int k = 0; k < 60; k++) {
            double[][] a = matrix(random);
            double[] x0 = random.doubles(N, 0.1, 1).toArray();
            double noise = Math.pow(10, random.nextDouble(-7, 0));
            double[] b = observations(a, x0, noise, random);
            double[] x = Arrays.stream(x0)
                    .map(e -> e * (1 + noise * random.nextDouble(-1, 1)))
                    .toArray();
            KullbackLeiblerRegression problem = KullbackLeiblerRegression.of(a, b);
            Dfp[] u = predictions(a, x);
            Dfp value = FIELD.getZero();
            Dfp[] v = new Dfp[M];
            for (int i = 0; i < M; i++) {
                v[i] = u[i].divide(number(b[i])).log();
                value = value.add(u[i].multiply(v[i])).subtract(u[i]).add(number(b[i]));
            }
            Dfp least = FIELD.newDfp(1e9);
            for (int j = 0; j < N; j++) {
                Dfp top = FIELD.getZero();
                Dfp bottom = FIELD.getZero();
                for (int i = 0; i < M; i++) {
                    top = top.add(v[i].multiply(number(a[i][j])));
                    bottom = bottom.add(number(a[i][j]));
                }
                Dfp ratio = top.divide(bottom);
                least = ratio.lessThan(least) ? ratio : least;
            }
            Dfp dual = FIELD.getZero();
            for (int i = 0; i < M; i++) {
                dual = dual.add(number(b[i]).subtract(v[i].subtract(least).exp().multiply(b[i])));
            }
            double expected = value.subtract(dual).toDouble();
            double[] g = new double[N];
            double found = problem.gradient(x, g);
            assertEquals(value.toDouble(), found, problem.resolution(found), "resolution at noise " + noise);
            assertEquals(expected, problem.gap(x, g), 1e-14 * expected + 1e-15, "noise " + noise);
        }
    }

    @Test
    void gapsOfLogHomogeneousProblemsHoldOffTheSimplexToo() {
        DOptimalDesign design = DOptimalDesign.of(Cases.DESIGN);
        double[] x = {0.5, 0.1, 0.7, 0.2, 0.3, 0.9};
        double[] g = new double[6];
        double value = design.gradient(x, g);
        double most = Arrays.stream(g).map(e -> -e).max().orElseThrow();
        assertEquals(3 * Math.log(most / 3), design.gap(x, g), 1e-15);
        assertTrue(design.gap(x, g) >= value + Math.log(4.0 / 27));
        assertEquals(3, design.coefficients());
        LogOptimalPortfolio portfolio = LogOptimalPortfolio.of(Cases.RACES);
        double[] bets = {0.5, 0.75, 1.5};
        double[] w = new double[3];
        portfolio.gradient(bets, w);
        // The winner's weight is a half of the races over its bet.
        assertEquals(Math.log(0.5 / 0.5), portfolio.gap(bets, w), 1e-15);
        bets[0] = 0.125;
        portfolio.gradient(bets, w);
        assertEquals(Math.log(4), portfolio.gap(bets, w), 1e-15);
    }

    @Test
    void aSingularDesignIsInfinitelyBad() {
        DOptimalDesign design = DOptimalDesign.of(Cases.DESIGN);
        double[] vertex = {1, 0, 0, 0, 0, 0};
        double[] two = {0.5, 0, 0, 0, 0.5, 0};
        assertEquals(Double.POSITIVE_INFINITY, design.value(vertex));
        assertEquals(Double.POSITIVE_INFINITY, design.gradient(two, new double[6]));
        SplittableRandom random = new SplittableRandom(10);
        for (int k = 0; k < 200; k++) {
            double[][] h = new double[5][];
            Arrays.setAll(h, i -> random.doubles(8, -1, 1).toArray());
            double[] x = new double[8];
            Arrays.setAll(x, i -> i % 2 == 0 ? random.nextDouble() : 0);
            assertEquals(Double.POSITIVE_INFINITY, DOptimalDesign.of(h).value(x), "four points for five coefficients");
            // Rounding leaves a pivot that is positive now and then.
            double a = random.nextDouble();
            double b = random.nextDouble();
            DOptimalDesign parallel = DOptimalDesign.of(new double[] {a, 3 * a, 5 * a}, new double[] {b, 3 * b, 5 * b});
            assertEquals(
                    Double.POSITIVE_INFINITY, parallel.value(random.doubles(3).toArray()), "points on a line");
        }
    }

    /** The blocks of four, the rest of one to three points, and weights of 0. */
    @Test
    void designsOfAllSizesAgreeWithTheirDefinition() {
        SplittableRandom random = new SplittableRandom(9);
        for (int m = 1; m <= 9; m++) {
            for (int n = m; n <= m + 5; n++) {
                double[][] h = new double[m][];
                int columns = n;
                Arrays.setAll(h, i -> random.doubles(columns, -1, 1).toArray());
                double[] x = random.doubles(n, 0.1, 1).toArray();
                for (int k = m; k < n; k += 2) {
                    x[k] = 0;
                }
                double[][] rows = new double[m][m];
                for (int i = 0; i < m; i++) {
                    for (int j = 0; j < m; j++) {
                        for (int k = 0; k < n; k++) {
                            rows[i][j] += x[k] * (h[i][k] * h[j][k]);
                        }
                    }
                }
                PositiveDefinite information = PositiveDefinite.of(rows);
                double[] g = new double[n];
                double value = DOptimalDesign.of(h).gradient(x, g);
                assertEquals(-information.logDeterminant(), value, 1e-9, m + "×" + n);
                for (int k = 0; k < n; k++) {
                    double[] point = new double[m];
                    for (int i = 0; i < m; i++) {
                        point[i] = h[i][k];
                    }
                    double w = information.inverseQuadratic(point);
                    assertEquals(-w, g[k], 1e-9 * w, m + "×" + n);
                }
            }
        }
    }

    @Test
    void theGameIsAnOperatorWhoseFrankWolfeGapIsItsDualityGap() {
        MatrixGame game = MatrixGame.of(new double[] {3, -1}, new double[] {-2, 4});
        double[] z = {0.25, 0.75, 0.5, 0.5};
        double[] f = new double[4];
        // Aq = (1, 1), Aᵀp = (−0.75, 2.75).
        assertEquals(1.75, game.gradient(z, f));
        assertEquals(1.75, game.value(z));
        assertEquals(1.75, game.gap(z, f));
        assertEquals(1.75, game.strategies().gap(z, f));
        assertEquals(1, f[0]);
        assertEquals(-2.75, f[3]);
        double[] optimum = {0.6, 0.4, 0.5, 0.5};
        assertEquals(0, game.gradient(optimum, f), 4e-16);
        assertEquals(0, game.gap(optimum, f), 4e-16);
        MatrixGame rock = MatrixGame.rockPaperScissors();
        assertEquals(0, rock.value(rock.uniform().toArray()), 1e-16);
        MatrixGame wide = MatrixGame.of(new double[] {1, 2, 3});
        assertArrayEquals(
                new double[] {1, 1 / 3.0, 1 / 3.0, 1 / 3.0}, wide.uniform().toArray());
        assertEquals(4, wide.size());
        // Aᵀp = (1, 2, 3), Aq = 1.75.
        assertEquals(1.25, wide.gap(new double[] {1, 0.5, 0.25, 0.25}, gradient(wide)), 1e-15);
    }

    private static double[] gradient(MatrixGame game) {
        double[] f = new double[game.size()];
        game.gradient(new double[] {1, 0.5, 0.25, 0.25}, f);
        return f;
    }

    private static void refused(String words, Executable call) {
        String message =
                String.valueOf(assertThrows(DomainException.class, call).getMessage());
        assertTrue(message.contains(words), message);
    }

    @Test
    void badDataAreRefusedInWords() {
        double[] ones = {1, 1};
        refused("entry 1 in row 0 of price relatives", () -> LogOptimalPortfolio.of(new double[] {1, -1}));
        refused(
                "entry 0 in row 1 of price relatives",
                () -> LogOptimalPortfolio.of(ones, new double[] {Double.NaN, 1}));
        refused("sum of row 0 of price relatives", () -> LogOptimalPortfolio.of(new double[] {0, 0}));
        refused("row 1 of price relatives", () -> LogOptimalPortfolio.of(ones, new double[] {1}));
        refused("price relatives", () -> LogOptimalPortfolio.of());
        refused("probabilities of periods", () -> LogOptimalPortfolio.of(Probabilities.uniform(2), ones));
        refused(
                "a positive probability of each period",
                () -> LogOptimalPortfolio.of(Probabilities.of(1, 0), ones, ones));
        refused("number of columns", () -> DOptimalDesign.of(new double[] {1}, new double[] {2}));
        refused("of regressors", () -> DOptimalDesign.of(new double[] {1, Double.POSITIVE_INFINITY}));
        refused("sum of row 1 of channel", () -> ChannelCapacity.of(new double[] {1, 0}, new double[] {0.5, 0.25}));
        refused("of channel", () -> ChannelCapacity.of(new double[] {1.5, -0.5}));
        refused("of payoffs", () -> MatrixGame.of(new double[] {Double.NaN}));
        double[][] a = {{1, 1}, {1, 0}};
        refused("b", () -> PoissonInverse.of(a, new double[3]));
        refused("sum of b", () -> PoissonInverse.of(a, new double[2]));
        refused("entry 1 of b", () -> PoissonInverse.of(a, new double[] {1, -1}));
        refused("sum of column 1 of A", () -> PoissonInverse.of(new double[][] {{1, 0}}, new double[] {1}));
        refused("sum of row 1 of A", () -> PoissonInverse.of(new double[][] {{1, 1}, {0, 0}}, ones));
        refused("entry 0 of b", () -> KullbackLeiblerRegression.of(a, new double[] {0, 1}));
    }
}
