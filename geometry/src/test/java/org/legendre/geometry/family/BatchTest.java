package org.legendre.geometry.family;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.PositiveDefinite;
import org.legendre.geometry.Vec;

class BatchTest {
    private static final double[] BAD = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};

    @Test
    void normalRowsHaveTheBitsOfKlTo() {
        SplittableRandom random = new SplittableRandom(41);
        for (int n : new int[] {0, 1, 7, 256, 257, 1000}) {
            for (double spread : new double[] {1e-12, 1, 300, 1300}) {
                double[] meanP = numbers(
                        n + 3, () -> random.nextDouble(-9, 9) * Math.exp(random.nextDouble(-1, 1) * spread / 2));
                double[] varianceP = numbers(n + 3, () -> Math.exp(random.nextDouble(-0.5, 0.5) * spread));
                double[] meanQ = numbers(n + 5, () -> random.nextDouble(-9, 9));
                double[] varianceQ = numbers(n + 5, () -> Math.exp(random.nextDouble(-0.5, 0.5) * spread));
                if (n > 5) {
                    meanQ[9] = meanP[7];
                    varianceQ[9] = varianceP[7];
                }
                double[] out = new double[n + 2];
                out[0] = -7;
                out[n + 1] = -8;
                Batch.normalKl(meanP, varianceP, 3, meanQ, varianceQ, 5, out, 1, n);
                assertEquals(-7, out[0]);
                assertEquals(-8, out[n + 1]);
                for (int i = 0; i < n; i++) {
                    Normal p = new Normal(meanP[3 + i], varianceP[3 + i]);
                    Normal q = new Normal(meanQ[5 + i], varianceQ[5 + i]);
                    assertEquals(p.klTo(q), out[1 + i], () -> p + " " + q);
                    assertTrue(out[1 + i] >= 0);
                    assertEquals(p.equals(q), out[1 + i] == 0, () -> p + " " + q);
                }
            }
        }
    }

    @Test
    void extremeNormals() {
        double[] meanP = {0, 1e308, 1e-200, 1e308, 5};
        double[] varianceP = {1e-300, 1, 1e-310, 1e308, Double.MIN_VALUE};
        double[] meanQ = {0, 0, 0, -1e308, 5};
        double[] varianceQ = {1e-300 * (1 + 1e-8), 1, 1e-310, 1e308, Double.MAX_VALUE};
        double[] out = new double[5];
        Batch.normalKl(meanP, varianceP, meanQ, varianceQ, out);
        double w = (varianceP[0] - varianceQ[0]) / varianceQ[0];
        assertEquals(0.25 * w * w, out[0], 1e-7 * 0.25 * w * w);
        assertEquals(Double.POSITIVE_INFINITY, out[1]);
        // (10⁻²⁰⁰)²/(2·10⁻³¹⁰), whose square underflows; the subnormal variance has 11 digits.
        assertEquals(0.5e-90, out[2], 1e-10 * 0.5e-90);
        // (2·10³⁰⁸)²/(2·10³⁰⁸), whose difference of means overflows, though the result does not: 2·10³⁰⁸ is beyond it.
        assertEquals(Double.POSITIVE_INFINITY, out[3]);
        // ½ (log 2¹⁰²⁴ + log 2¹⁰⁷⁴ − 1), nearly.
        assertEquals(0.5 * (2098 * Math.log(2) - 1), out[4], 1e-9);
        assertEquals(0.5e308, new Normal(5e307, 1e308).klTo(new Normal(-5e307, 1e308)), 1e294);
        assertEquals(1.28e308, new Normal(0.8e308, 1e308).klTo(new Normal(-0.8e308, 1e308)), 1e294);
    }

    @Test
    void badNormalsAreRefusedWithTheirRow() {
        for (int row : new int[] {0, 300}) {
            for (int which = 0; which < 4; which++) {
                for (double bad : BAD) {
                    refusesNormal(which, row, bad, which % 2 == 0 ? "mean" : "variance");
                }
                if (which % 2 == 1) {
                    refusesNormal(which, row, 0, "variance");
                    refusesNormal(which, row, -1, "variance");
                }
            }
        }
        double[] one = {1};
        refuses("length 1, not 2", () -> Batch.normalKl(one, one, new double[2], one, one));
        assertThrows(IndexOutOfBoundsException.class, () -> Batch.normalKl(one, one, 0, one, one, 0, one, 1, 1));
        assertThrows(IndexOutOfBoundsException.class, () -> Batch.normalKl(one, one, 0, one, one, 0, one, 0, -1));
    }

    private static void refusesNormal(int which, int row, double bad, String name) {
        double[][] x = new double[4][400];
        Arrays.stream(x).forEach(a -> Arrays.fill(a, 2));
        Arrays.fill(x[0], 1);
        x[which][row] = bad;
        String of = which < 2 ? "p" : "q";
        refuses(
                name + " of " + of + " in row " + row + " = " + bad,
                () -> Batch.normalKl(x[0], x[1], x[2], x[3], new double[400]));
        // Both of a kind bad, so that their difference or ratio looks harmless.
        x[(which + 2) % 4][row] = bad;
        refuses(
                name + " of p in row " + row + " = " + bad,
                () -> Batch.normalKl(x[0], x[1], x[2], x[3], new double[400]));
    }

    private static void refuses(String message, Executable code) {
        String actual = String.valueOf(assertThrows(DomainException.class, code).getMessage());
        assertTrue(actual.contains(message), () -> actual + " does not say " + message);
    }

    @Test
    void categoricalRowsHaveTheBitsOfKlTo() {
        SplittableRandom random = new SplittableRandom(42);
        for (int classes : new int[] {2, 3, 10, 255, 256, 257, 1000}) {
            for (int rows : new int[] {0, 1, 2, 130}) {
                double[] p = new double[3 + rows * classes];
                double[] q = new double[5 + rows * classes];
                for (int row = 0; row < rows; row++) {
                    System.arraycopy(probabilities(random, classes, row % 3), 0, p, 3 + row * classes, classes);
                    System.arraycopy(probabilities(random, classes, row % 3), 0, q, 5 + row * classes, classes);
                    if (row % 5 == 0) {
                        System.arraycopy(p, 3 + row * classes, q, 5 + row * classes, classes);
                    }
                }
                double[] out = new double[rows + 1];
                Batch.categoricalKl(p, 3, q, 5, out, 1, rows, classes);
                for (int row = 0; row < rows; row++) {
                    Categorical a = Categorical.of(Arrays.copyOfRange(p, 3 + row * classes, 3 + (row + 1) * classes));
                    Categorical b = Categorical.of(Arrays.copyOfRange(q, 5 + row * classes, 5 + (row + 1) * classes));
                    assertEquals(a.klTo(b), out[1 + row]);
                    assertEquals(a.equals(b), out[1 + row] == 0);
                }
            }
        }
    }

    /** Moderate ones, ones with zeros, or ones of very different size. */
    private static double[] probabilities(SplittableRandom random, int classes, int kind) {
        double[] weights = new double[classes];
        Arrays.setAll(weights, i -> kind == 2 ? Math.exp(random.nextDouble(-500, 0)) : random.nextDouble(0.1, 1));
        if (kind == 1) {
            weights[random.nextInt(classes)] = 0;
        }
        double sum = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(w -> w / sum).toArray();
    }

    @Test
    void badProbabilitiesAreRefusedWithTheirRow() {
        for (int classes : new int[] {2, 10, 300}) {
            for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, -0.5, 1.5, 0.25}) {
                for (boolean ofP : new boolean[] {true, false}) {
                    double[] p = new double[70 * classes];
                    Arrays.fill(p, 1.0 / classes);
                    double[] q = p.clone();
                    (ofP ? p : q)[66 * classes + 1] = bad;
                    refuses(
                            " of " + (ofP ? "p" : "q") + " in row 66 = " + (bad == 0.25 ? "" : bad),
                            () -> Batch.categoricalKl(p, 0, q, 0, new double[70], 0, 70, classes));
                }
            }
        }
        refuses("number of classes = 1", () -> Batch.categoricalKl(new double[] {1}, new double[] {1}));
        refuses("length 2, not 3", () -> Batch.categoricalKl(new double[] {.5, .5}, new double[3]));
        double[] half = {.5, .5};
        assertThrows(
                IndexOutOfBoundsException.class, () -> Batch.categoricalKl(half, 0, half, 0, new double[1], 1, 1, 2));
        assertThrows(
                IndexOutOfBoundsException.class, () -> Batch.categoricalKl(half, 0, half, 1, new double[1], 0, 1, 2));
    }

    @Test
    void sumsAtTheToleranceAreJudgedAsByProbabilities() {
        for (double excess : new double[] {0, 0.95e-9, 0.9999999e-9, 1.0000001e-9, -0.9999999e-9, -1.0000001e-9}) {
            double[] p = {0.5, 0.5 + excess};
            boolean legal;
            try {
                Categorical.of(p);
                legal = true;
            } catch (DomainException e) {
                legal = false;
            }
            if (legal) {
                assertArrayEquals(new double[] {0.0}, new double[] {Batch.categoricalKl(p, p)}, "excess " + excess);
            } else {
                refuses("sum of p in row 0", () -> Batch.categoricalKl(p, p));
            }
        }
    }

    private static double[] numbers(int n, DoubleSupplier next) {
        double[] x = new double[n];
        Arrays.setAll(x, i -> next.getAsDouble());
        return x;
    }

    @Test
    void dirichletRowsHaveTheBitsOfKlTo() {
        SplittableRandom random = new SplittableRandom(43);
        for (int classes : new int[] {2, 10, 300}) {
            for (int rows : new int[] {0, 1, 57}) {
                double[] p = new double[3 + rows * classes];
                double[] q = new double[5 + rows * classes];
                for (int row = 0; row < rows; row++) {
                    // Every third row extreme, every third near equality.
                    double spread = row % 3 == 0 ? 60 : 2;
                    for (int i = 0; i < classes; i++) {
                        p[3 + row * classes + i] = Math.exp(random.nextDouble(-1, 1) * spread);
                        q[5 + row * classes + i] = row % 3 == 1
                                ? p[3 + row * classes + i] * (1 + 1e-10 * random.nextDouble())
                                : Math.exp(random.nextDouble(-1, 1) * spread);
                    }
                    if (row % 10 == 5) {
                        System.arraycopy(p, 3 + row * classes, q, 5 + row * classes, classes);
                    }
                }
                double[] out = new double[rows + 1];
                Batch.dirichletKl(p, 3, q, 5, out, 1, rows, classes);
                for (int row = 0; row < rows; row++) {
                    double[] a = Arrays.copyOfRange(p, 3 + row * classes, 3 + (row + 1) * classes);
                    double[] b = Arrays.copyOfRange(q, 5 + row * classes, 5 + (row + 1) * classes);
                    assertEquals(Dirichlet.of(a).klTo(Dirichlet.of(b)), out[1 + row]);
                    assertEquals(row % 10 == 5, out[1 + row] == 0);
                    double chain = DirichletKernel.kl(a, b);
                    assertEquals(chain, out[1 + row], 1e-13 * chain, () -> Arrays.toString(a) + Arrays.toString(b));
                }
            }
        }
    }

    @Test
    void badConcentrationsAreRefusedWithTheirRow() {
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, -1, 0}) {
            for (boolean ofP : new boolean[] {true, false}) {
                double[] p = new double[70 * 3];
                Arrays.fill(p, 2);
                double[] q = p.clone();
                (ofP ? p : q)[66 * 3 + 1] = bad;
                refuses(
                        "concentration 1 of " + (ofP ? "p" : "q") + " in row 66 = " + bad,
                        () -> Batch.dirichletKl(p, 0, q, 0, new double[70], 0, 70, 3));
            }
        }
    }

    @Test
    void matricesHaveTheBitsOfKlTo() {
        SplittableRandom random = new SplittableRandom(44);
        for (int d : new int[] {1, 2, 5, 11}) {
            List<MultivariateNormal> normals = Stream.generate(() -> multivariateNormal(random, d))
                    .limit(20)
                    .toList();
            isTheMatrixOfKlTo(normals, normals.subList(3, 20));
        }
        List<Gamma> gammas = Stream.generate(() -> new Gamma(random.nextDouble(1, 9), random.nextDouble(1, 9)))
                .limit(40)
                .toList();
        isTheMatrixOfKlTo(gammas, gammas);
        assertEquals(0, Batch.klMatrix(List.<Gamma>of(), gammas).length);
        assertEquals(0, Batch.kl(List.<Gamma>of(), List.of()).length);
    }

    private static <T, M extends Distribution<T, M>> void isTheMatrixOfKlTo(List<M> p, List<M> q) {
        double[][] matrix = Batch.klMatrix(p, q);
        double[] pairs = Batch.kl(p.subList(0, q.size()), q);
        for (int i = 0; i < p.size(); i++) {
            for (int j = 0; j < q.size(); j++) {
                assertEquals(p.get(i).klTo(q.get(j)), matrix[i][j]);
                assertEquals(p.get(i).equals(q.get(j)), matrix[i][j] == 0);
            }
        }
        for (int i = 0; i < q.size(); i++) {
            assertEquals(matrix[i][i], pairs[i]);
        }
    }

    private static MultivariateNormal multivariateNormal(SplittableRandom random, int d) {
        double[][] rows = new double[d][d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                rows[i][j] = (i == j ? 2 * d : 0) + random.nextDouble();
            }
        }
        double[] mean = new double[d];
        Arrays.setAll(mean, i -> random.nextDouble());
        return new MultivariateNormal(Vec.of(mean), PositiveDefinite.symmetrized(rows));
    }

    @Test
    void pairsThatCannotBeComparedAreRefusedWithTheirNumbers() {
        MultivariateNormal plane = MultivariateNormal.standard(2);
        MultivariateNormal space = MultivariateNormal.standard(3);
        refuses("pair of row 1 and row 0", () -> Batch.klMatrix(List.of(plane, space), List.of(plane)));
        refuses("pair of row 1 and row 1", () -> Batch.kl(List.of(plane, plane), List.of(plane, space)));
        refuses("number of second arguments = 2", () -> Batch.kl(List.of(plane), List.of(plane, plane)));
    }

    @Test
    void multivariateKernelKeepsNothingOfThePairBefore() {
        SplittableRandom random = new SplittableRandom(45);
        for (int d : new int[] {1, 2, 3, 4, 5, 8, 9, 17}) {
            MultivariateNormalDivergence used = new MultivariateNormalDivergence(d);
            for (int i = 0; i < 10; i++) {
                MultivariateNormal p = multivariateNormal(random, d);
                MultivariateNormal q = multivariateNormal(random, d);
                assertEquals(p.klTo(q), used.kl(p, q));
                double expected = textbook(p, q);
                assertEquals(expected, used.kl(p, q), 1e-12 * (d + expected));
            }
        }
    }

    /** ½ (tr Σ_q⁻¹Σ_p − d − log det Σ_p + log det Σ_q + ΔᵀΣ_q⁻¹Δ), column by column. */
    private static double textbook(MultivariateNormal p, MultivariateNormal q) {
        int d = p.size();
        double trace = 0;
        double[] column = new double[d];
        for (int j = 0; j < d; j++) {
            int k = j;
            Arrays.setAll(column, i -> p.covariance().get(i, k));
            q.covariance().solve(column, column);
            trace += column[j];
        }
        double squared =
                q.covariance().inverseQuadratic(p.mean().minus(q.mean()).toArray());
        return 0.5
                * (trace - d - p.covariance().logDeterminant() + q.covariance().logDeterminant() + squared);
    }

    @Test
    void oneExtremeRowAloneIsSeen() {
        double[][] rows = {
            {0, 1e-300, 0, 3e-300},
            {0, 1e-305, 1e-153, 1e-305},
            {0, 1e300, 0, 2e301},
            {0, Double.MIN_VALUE, 0, 2 * Double.MIN_VALUE},
            {2, 1e-300, 1, 1e-2}
        };
        for (double[] row : rows) {
            double[] out = new double[1];
            Batch.normalKl(
                    new double[] {row[0]}, new double[] {row[1]}, new double[] {row[2]}, new double[] {row[3]}, out);
            assertEquals(new Normal(row[0], row[1]).klTo(new Normal(row[2], row[3])), out[0]);
            double ratio = row[1] / row[3];
            double move = row[0] - row[2];
            double expected = 0.5 * (ratio - 1 - Math.log(row[1]) + Math.log(row[3])) + 0.5 * move / row[3] * move;
            assertEquals(expected, out[0], 1e-12 * expected);
        }
    }

    @Test
    void negativeProbabilitiesOfMassOneAreRefused() {
        double[] good = {0.25, 0.75};
        double[] bad = {1.5, -0.5};
        refuses(" of q in row 0 = 1.5", () -> Batch.categoricalKl(good, bad));
        refuses(" of p in row 0 = 1.5", () -> Batch.categoricalKl(bad, good));
    }

    @Test
    void sumsOfManyAtTheToleranceAreJudgedAsByProbabilities() {
        SplittableRandom random = new SplittableRandom(46);
        int refused = 0;
        for (int i = 0; i < 1000; i++) {
            double[] x = numbers(200, random::nextDouble);
            double scale = (1 + 1e-9 + random.nextDouble(-2e-15, 2e-15))
                    / Arrays.stream(x).sum();
            double[] p = Arrays.stream(x).map(entry -> entry * scale).toArray();
            boolean legal;
            try {
                Categorical.of(p);
                legal = true;
            } catch (DomainException e) {
                legal = false;
                refused++;
            }
            if (legal) {
                assertEquals(0, Batch.categoricalKl(p, p));
            } else {
                refuses("sum of p in row 0", () -> Batch.categoricalKl(p, p));
            }
        }
        assertTrue(refused > 100 && refused < 900, "refused " + refused);
    }

    /** Beta(1, ε) and Beta(2, ε): ε (ψ′(1) + ψ(1) − ψ(2)) = ε (π²/6 − 1), to first order in ε. */
    @Test
    void cancellingDirichletRowsAreTakenByTheChain() {
        double epsilon = 1e-10;
        double[] out = new double[1];
        Batch.dirichletKl(new double[] {1, epsilon}, 0, new double[] {2, epsilon}, 0, out, 0, 1, 2);
        double expected = epsilon * (Math.PI * Math.PI / 6 - 1);
        assertEquals(expected, out[0], 1e-9 * expected);
        assertEquals(Dirichlet.of(1, epsilon).klTo(Dirichlet.of(2, epsilon)), out[0]);
    }

    @Test
    void dirichletRowsWhoseSumsAreTooLargeAreTakenByTheChain() {
        for (double rise : new double[] {1e-9, 1e-3, 0.2}) {
            double[] p = {3e9, 2e9, 0.5};
            double[] q = {3e9 * (1 + rise), 2e9 * (1 - rise), 0.6};
            assertEquals(DirichletKernel.kl(p, q), Dirichlet.of(p).klTo(Dirichlet.of(q)));
        }
    }

    @Test
    void dimensionsMayDifferFromPairToPair() {
        MultivariateNormal plane = MultivariateNormal.standard(2);
        MultivariateNormal space = MultivariateNormal.standard(3);
        MultivariateNormal moved = new MultivariateNormal(Vec.of(0, 0, 2), PositiveDefinite.identity(3));
        assertArrayEquals(new double[] {0, 2}, Batch.kl(List.of(plane, space), List.of(plane, moved)));
        refuses("pair of row 0 and row 0", () -> Batch.kl(List.of(plane), List.of(space)));
        refuses("pair of row 0 and row 0", () -> Batch.kl(List.of(space), List.of(plane)));
    }

    @Test
    void rowsBeyondAllIntegersAreBeyondTheArrays() {
        double[] x = new double[1 << 17];
        int classes = (1 << 15) + 1;
        assertThrows(
                IndexOutOfBoundsException.class,
                () -> Batch.categoricalKl(x, 0, x, 0, new double[1 << 17], 0, 1 << 17, classes));
    }
}
