package org.legendre.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

class HessianTest {
    private static final double[] MEAN = {0.7, -1.3, 0.4};
    private static final double[][] SIGMA = {{2, 0.3, -0.5}, {0.3, 1.5, 0.2}, {-0.5, 0.2, 0.8}};

    /** Each structure with its dense matrix, written down entry by entry from the definition. */
    private static Map<String, Map.Entry<Hessian, double[][]>> structures() {
        Map<String, Map.Entry<Hessian, double[][]>> all = new TreeMap<>();
        double[] d = {0.5, 2, 3.25};
        double[] u = {0.5, -1, 0.75};
        all.put("diagonal", Map.entry(Hessian.diagonal(d), rankOne(d, 0, u)));
        all.put("plus a positive rank one", Map.entry(Hessian.diagonalPlusRankOne(d, 1.75, u), rankOne(d, 1.75, u)));
        all.put("plus a negative rank one", Map.entry(Hessian.diagonalPlusRankOne(d, -0.6, u), rankOne(d, -0.6, u)));
        double[] p = {0.125, 0.25, 0.5};
        all.put("categorical", Map.entry(Hessian.diagonalPlusRankOne(p, -1, p, 0.125), rankOne(p, -1, p)));
        all.put("dense", Map.entry(Hessian.dense(PositiveDefinite.of(SIGMA)), SIGMA));
        Hessian gaussian = Hessian.gaussian(MEAN, PositiveDefinite.of(SIGMA));
        all.put("Gaussian", Map.entry(gaussian, gaussianMoments()));
        PositiveDefinite sigma = PositiveDefinite.of(SIGMA);
        all.put("operator", Map.entry(Hessian.operator(3, sigma::multiply), SIGMA));
        double[][] blocks = new double[5][5];
        for (int i = 0; i < 3; i++) {
            System.arraycopy(SIGMA[i], 0, blocks[i + 2], 2, 3);
        }
        blocks[0][0] = 4;
        blocks[1][1] = 9;
        all.put("block", Map.entry(Hessian.block(Hessian.diagonal(4, 9), Hessian.dense(sigma)), blocks));
        double[][] left = {{1.5, 0.4}, {0.4, 0.9}};
        double[][] product = new double[6][6];
        for (int i = 0; i < 6; i++) {
            for (int j = 0; j < 6; j++) {
                product[i][j] = left[i / 3][j / 3] * SIGMA[i % 3][j % 3];
            }
        }
        all.put("Kronecker", Map.entry(Hessian.kronecker(PositiveDefinite.of(left), sigma), product));
        double[][] lowRank = rankOne(d, 1, u);
        double[] second = {-0.25, 1.5, 1};
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                lowRank[i][j] += second[i] * second[j];
            }
        }
        all.put("plus a low rank", Map.entry(Hessian.diagonalPlusLowRank(d, u, second), lowRank));
        all.put("plus no rank", Map.entry(Hessian.diagonalPlusLowRank(d), rankOne(d, 0, u)));
        return all;
    }

    @TestFactory
    List<DynamicTest> everyStructureAgreesWithItsDenseMatrix() {
        return structures().entrySet().stream()
                .map(e -> DynamicTest.dynamicTest(
                        e.getKey(),
                        () -> agree(e.getValue().getKey(), e.getValue().getValue())))
                .toList();
    }

    @TestFactory
    List<DynamicTest> everyInverseAgreesWithTheInverseOfTheDenseMatrix() {
        return structures().entrySet().stream()
                .map(e -> DynamicTest.dynamicTest(e.getKey(), () -> {
                    Hessian inverse = e.getValue().getKey().inverse();
                    assertSame(e.getValue().getKey(), inverse.inverse());
                    agree(inverse, inverse(e.getValue().getValue()));
                }))
                .toList();
    }

    /** Twice, as an adaptive scheme does it, in every structure. */
    @TestFactory
    List<DynamicTest> everyStructureTakesDamping() {
        return structures().entrySet().stream()
                .map(e -> DynamicTest.dynamicTest(e.getKey(), () -> {
                    Hessian hessian = e.getValue().getKey();
                    double[][] sum = Arrays.stream(e.getValue().getValue())
                            .map(double[]::clone)
                            .toArray(double[][]::new);
                    for (int i = 0; i < sum.length; i++) {
                        sum[i][i] += 0.75;
                    }
                    agree(hessian.damped(0.5).damped(0.25), sum);
                    agree(hessian.damped(0), e.getValue().getValue());
                    for (double wrong : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
                        assertThrows(DomainException.class, () -> hessian.damped(wrong));
                        assertThrows(
                                DomainException.class, () -> hessian.damped(1).damped(wrong));
                    }
                }))
                .toList();
    }

    private static void agree(Hessian hessian, double[][] dense) {
        int n = dense.length;
        assertEquals(n, hessian.size());
        double[][] matrix = hessian.toMatrix();
        double[][] inverse = inverse(dense);
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                assertEquals(dense[i][j], matrix[i][j], 1e-13);
                assertEquals(matrix[i][j], matrix[j][i], 0);
            }
        }
        for (int trial = 0; trial < 20; trial++) {
            double[] v = random.doubles(n, -2, 2).toArray();
            double[] out = random.doubles(n).toArray();
            hessian.multiply(v, out);
            near(times(dense, v), out);
            hessian.solve(v, out);
            near(times(inverse, v), out);
            assertEquals(1, hessian.quadratic(v) / dot(v, times(dense, v)), 1e-12);
            assertEquals(1, hessian.inverseQuadratic(v) / dot(v, times(inverse, v)), 1e-11);
        }
        assertEquals(logDeterminant(dense), hessian.logDeterminant(), 1e-12);
    }

    private static void near(double[] expected, double[] actual) {
        double size = Math.sqrt(dot(expected, expected));
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], actual[i], 1e-11 * size);
        }
    }

    @Test
    void categoricalFormKeepsRelativeAccuracyWhereEntriesNearlyAgree() {
        // vᵀ(diag p − ppᵀ)v with v nearly constant and a last class of 2⁻⁹⁰: the dense form would be all rounding.
        double last = 0x1p-90;
        double[] p = {0.5, 0.25, 0.125, 0.125};
        Hessian hessian = Hessian.diagonalPlusRankOne(p, -1, p, last);
        for (double delta : new double[] {1e-3, 1e-7, 1e-11, 1e-14}) {
            double[] v = {1, 1 + delta, 1 - 0.5 * delta, 1 + 0.25 * delta};
            BigDecimal mean = BigDecimal.ZERO;
            for (int i = 0; i < p.length; i++) {
                mean = mean.add(exact(p[i]).multiply(exact(v[i])));
            }
            // The slack stands for the exact 1 − Σp = 2⁻⁹⁰ that these binary p do not show.
            BigDecimal form = exact(last).multiply(mean).multiply(mean);
            for (int i = 0; i < p.length; i++) {
                BigDecimal centred = exact(v[i]).subtract(mean);
                form = form.add(exact(p[i]).multiply(centred).multiply(centred));
            }
            assertEquals(1, hessian.quadratic(v) / form.doubleValue(), 2e-15, "delta " + delta);
        }
    }

    @Test
    void rankOneFormsKeepRelativeAccuracyForGeneralRatios() {
        // v and g along D⁻¹u and u but for a relative delta, so that the centred part is small.
        double[] d = {0.3, 1.7, 2.9, 0.011};
        double[] u = {0.21, -1.3, 0.77, 0.05};
        for (double delta : new double[] {1e-3, 1e-7, 1e-11}) {
            double[] v = new double[4];
            double[] g = new double[4];
            for (int i = 0; i < 4; i++) {
                v[i] = u[i] / d[i] * (1 + delta * (i - 1.3));
                g[i] = u[i] * (1 + delta * (i - 1.3));
            }
            double slack = 1e-40;
            double weight = 0;
            for (int i = 0; i < 4; i++) {
                weight += u[i] / d[i] * u[i];
            }
            double sigma = -1 / weight;
            Hessian nearlySingular = Hessian.diagonalPlusRankOne(d, sigma, u, slack);
            assertEquals(1, nearlySingular.quadratic(v) / centred(d, u, v, false), 1e-11 + 1e-27 / delta, "v " + delta);
            Hessian stiff = Hessian.diagonalPlusRankOne(d, 1e60, u);
            assertEquals(1, stiff.inverseQuadratic(g) / centred(d, u, g, true), 1e-11 + 1e-27 / delta, "g " + delta);
        }
    }

    /** Σd(v − m u/d)² with m = ⟨u,v⟩/W, or Σ(g − m u)²/d with m = ⟨u,g/d⟩/W, in 60 digits. */
    private static double centred(double[] d, double[] u, double[] v, boolean dual) {
        MathContext digits = new MathContext(60);
        BigDecimal weight = BigDecimal.ZERO;
        BigDecimal pairing = BigDecimal.ZERO;
        BigDecimal squares = BigDecimal.ZERO;
        for (int i = 0; i < d.length; i++) {
            BigDecimal ratio = exact(u[i]).divide(exact(d[i]), digits);
            weight = weight.add(exact(u[i]).multiply(ratio));
            pairing = pairing.add((dual ? ratio : exact(u[i])).multiply(exact(v[i])));
            BigDecimal square = exact(v[i]).multiply(exact(v[i]));
            squares = squares.add(dual ? square.divide(exact(d[i]), digits) : square.multiply(exact(d[i])));
        }
        return squares.subtract(pairing.multiply(pairing).divide(weight, digits))
                .doubleValue();
    }

    @Test
    void gaussianFormKeepsRelativeAccuracyForALargeMean() {
        // N(μ, σ²): a tangent that changes the variance almost alone, w = −2Mμ(1 + δ). vᵀHv = (w + 2Mμ)²σ² + 2(Mσ²)².
        double mean = 1e8 / 3;
        double variance = 1.7;
        double m = 0.37e-9;
        double w = -2 * m * mean * (1 + 1e-10);
        Hessian hessian = Hessian.gaussian(new double[] {mean}, PositiveDefinite.diagonal(variance));
        BigDecimal h = exact(w).add(exact(2).multiply(exact(m)).multiply(exact(mean)));
        BigDecimal s = exact(m).multiply(exact(variance));
        BigDecimal form =
                h.multiply(h).multiply(exact(variance)).add(exact(2).multiply(s).multiply(s));
        assertEquals(1, hessian.quadratic(new double[] {w, m}) / form.doubleValue(), 2e-15);
        // gᵀH⁻¹g = g₁²/σ² + ½((g₂ − 2μg₁)/σ²)².
        double g1 = 0.3;
        double g2 = 2 * mean * g1 * (1 + 1e-9);
        BigDecimal r = exact(g2).subtract(exact(2).multiply(exact(mean)).multiply(exact(g1)));
        double expected = g1 * g1 / variance + 0.5 * Math.pow(r.doubleValue() / variance, 2);
        assertEquals(1, hessian.inverseQuadratic(new double[] {g1, g2}) / expected, 4e-15);
    }

    @Test
    void formsNeitherUnderflowNorOverflowOnTheWay() {
        double[] tiny = {1e-200, 2e-200};
        Hessian categorical = Hessian.diagonalPlusRankOne(tiny, -1, tiny, 1);
        assertEquals(1, categorical.quadratic(new double[] {1, 1}) / 3e-200, 1e-15);
        assertEquals(1, categorical.inverseQuadratic(tiny) / 3e-200, 1e-15);
        assertEquals(1, Hessian.diagonal(1e-200).inverseQuadratic(new double[] {1e-200}) / 1e-200, 1e-15);
        Hessian operator = Hessian.operator(1, (v, out) -> out[0] = 4 * v[0]);
        double[] x = new double[1];
        operator.solve(new double[] {1e-200}, x);
        assertEquals(1, x[0] / 0.25e-200, 1e-12);
        operator.solve(new double[] {1e200}, x);
        assertEquals(1, x[0] / 0.25e200, 1e-12);
        operator.solve(new double[] {0}, x);
        assertEquals(0, x[0]);
    }

    @Test
    void gaussianOfAnIllConditionedCovarianceStillMeasures() {
        Hessian hessian = Hessian.gaussian(new double[4], PositiveDefinite.diagonal(1, 1e-150, 1e-150, 1e-150));
        double[] v = new double[14];
        v[0] = 1;
        double[] x = new double[14];
        hessian.solve(v, x);
        assertEquals(1, x[0], 1e-15);
        assertEquals(1, hessian.quadratic(v), 1e-15);
    }

    private static void refused(String words, double[] d, double sigma, double[] u, double slack) {
        DomainException refusal =
                assertThrows(DomainException.class, () -> Hessian.diagonalPlusRankOne(d, sigma, u, slack));
        assertTrue(String.valueOf(refusal.getMessage()).contains(words), refusal::toString);
    }

    /** The slack may be better than 1 + σ Σ uᵢ²/dᵢ, to a millionth of the size of its terms. */
    @Test
    void aRankOnePartSaysWhatIsWrongWithIt() {
        double[] d = {2, 4};
        double[] u = {2, 4};
        refused("diagonal entry 0 = -4.0", new double[] {-4, 1}, 1, new double[] {1, 1}, 1.75);
        refused("u entry 1 = NaN", d, 1, new double[] {1, Double.NaN}, 1);
        refused("sigma = NaN", d, Double.NaN, u, 1);
        refused("slack", d, -0.5, u, -2);
        refused("which is about 7.0", d, 1, u, 7.1);
        refused("which is about 7.0", d, 1, u, 7 + 2e-5);
        assertEquals(
                Math.log(8 * (7 + 2e-6)),
                Hessian.diagonalPlusRankOne(d, 1, u, 7 + 2e-6).logDeterminant(),
                1e-14);
        double[] small = {2e-6, 4e-6};
        double large = 1 + 6e6;
        assertEquals(2, Hessian.diagonalPlusRankOne(small, 1, u, large + 3).size());
        refused("slack", small, 1, u, large + 10);
    }

    /** The columns are the images of symmetric matrices with a 1 on the diagonal, or with a 1 at both places off it. */
    @Test
    void theFormsOfAHessianOfMatricesAreItsColumns() {
        SymmetricHessian hessian = new SymmetricHessian(PositiveDefinite.of(SIGMA), 0.75);
        double[][] forms = hessian.forms(0.5);
        double[] v = {1, -2, 0.5, 3, 0.25, -1};
        double[] image = new double[6];
        hessian.multiply(v, image);
        for (int i = 0, row = 0; i < 3; i++) {
            for (int j = 0; j <= i; j++, row++) {
                double sum = 0;
                for (int k = 0; k < 6; k++) {
                    boolean diagonal = k == 0 || k == 2 || k == 5;
                    sum += forms[row][k] * (diagonal ? v[k] : 0.5 * v[k]);
                }
                assertEquals(i == j ? image[row] : 0.5 * image[row], sum, 1e-13);
            }
        }
    }

    @Test
    void aRankOnePartOfNothingIsNone() {
        Hessian hessian = Hessian.diagonalPlusRankOne(new double[] {2, 3}, -1, new double[2]);
        assertEquals(2 * 25 + 3 * 49, hessian.quadratic(new double[] {5, 7}));
        assertEquals(25 / 2.0 + 49 / 3.0, hessian.inverseQuadratic(new double[] {5, 7}), 1e-14);
        Hessian other = Hessian.diagonalPlusRankOne(new double[] {2, 3}, 1, new double[2]);
        assertEquals(2 * 25 + 3 * 49, other.quadratic(new double[] {5, 7}));
        assertEquals(25 / 2.0 + 49 / 3.0, other.inverseQuadratic(new double[] {5, 7}), 1e-14);
    }

    /** A turn of the plane has curvature 1 in every direction, but is not symmetric: conjugate gradients go round in circles. */
    @Test
    void anOperatorThatIsNotSymmetricIsFoundOut() {
        Hessian turn = Hessian.operator(2, (v, out) -> {
            out[0] = v[0] + 50 * v[1];
            out[1] = v[1] - 50 * v[0];
        });
        ConvergenceException failure =
                assertThrows(ConvergenceException.class, () -> turn.solve(new double[] {1, 2}, new double[2]));
        assertTrue(failure.residual() > 1e-12, failure::toString);
        assertTrue(String.valueOf(failure.getMessage()).contains("did not reach"), failure::toString);
    }

    @Test
    void operatorsSayWhatIsWrongWithThem() {
        Hessian indefinite = Hessian.operator(2, (v, out) -> {
            out[0] = v[0];
            out[1] = -v[1];
        });
        ConvergenceException failure =
                assertThrows(ConvergenceException.class, () -> indefinite.solve(new double[] {1, 2}, new double[2]));
        assertTrue(String.valueOf(failure.getMessage()).contains("not positive definite"));
        assertThrows(DomainException.class, () -> indefinite.quadratic(new double[] {0, 1}));
        assertThrows(DomainException.class, () -> indefinite.solve(new double[] {1, Double.NaN}, new double[2]));
        Hessian nan = Hessian.operator(1, (v, out) -> out[0] = Double.NaN);
        assertThrows(ConvergenceException.class, () -> nan.solve(new double[] {1}, new double[1]));
        assertThrows(DomainException.class, () -> nan.quadratic(new double[] {1}));
    }

    @Test
    void conjugateGradientsCertifyTheirResidualOnAnIllConditionedMatrix() {
        int n = 30;
        Hessian hilbertLike = Hessian.operator(n, (v, out) -> {
            for (int i = 0; i < n; i++) {
                out[i] = v[i] * Math.pow(10, -6.0 * i / n);
            }
        });
        double[] g = new SplittableRandom(3).doubles(n, -1, 1).toArray();
        double[] x = new double[n];
        hilbertLike.solve(g, x);
        double[] image = new double[n];
        hilbertLike.multiply(x, image);
        double squared = 0;
        for (int i = 0; i < n; i++) {
            squared += (image[i] - g[i]) * (image[i] - g[i]);
        }
        assertTrue(Math.sqrt(squared / dot(g, g)) <= OperatorHessian.TOLERANCE * 1.001);
    }

    /** λI + bbᵀ and its multiple of b: all of the right side cancels but λ/(λ + |b|²) of it. */
    @Test
    void aLowRankPartSolvesWhatItSpans() {
        double[] b = {1, 1.5};
        for (double[] each : new double[][] {{1e-4, 1e-15}, {1e-8, 1e-14}, {1e-12, 1e-7}}) {
            double lambda = each[0];
            Hessian hessian = Hessian.diagonalPlusLowRank(new double[] {lambda, lambda}, b);
            double[] x = new double[2];
            hessian.solve(b, x);
            for (int j = 0; j < 2; j++) {
                assertEquals(1, x[j] * (lambda + 3.25) / b[j], each[1], "λ = " + lambda);
            }
            assertEquals(1, hessian.inverseQuadratic(b) * (lambda + 3.25) / 3.25, 2 * each[1], "λ = " + lambda);
        }
    }

    /** It was 0, with a squared length of 0: a stationary point that is none. */
    @Test
    void aDiagonalBelowTheRoundingOfALowRankPartIsRefused() {
        double[] b = {1, 1.5};
        for (double lambda : new double[] {1e-15, 1e-17, 1e-300, Double.MIN_VALUE}) {
            Hessian hessian = Hessian.diagonalPlusLowRank(new double[] {lambda, 1}, b, new double[] {0.5, 1});
            for (Executable call : List.<Executable>of(
                    () -> hessian.solve(b, new double[2]),
                    () -> hessian.inverseQuadratic(b),
                    hessian::logDeterminant)) {
                String reason =
                        String.valueOf(assertThrows(DomainException.class, call).getMessage());
                assertTrue(reason.startsWith("least entry of the diagonal = " + lambda), reason);
                assertTrue(reason.endsWith("the damping is too small"), reason);
            }
            assertEquals(1 + lambda + 0.25, hessian.quadratic(new double[] {1, 0}), 1e-15);
        }
    }

    @Test
    void badEntriesAreRefusedWithValueAndDomain() {
        for (double bad : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            DomainException refusal = assertThrows(DomainException.class, () -> Hessian.diagonal(1, bad));
            assertEquals("diagonal entry 1 = " + bad + ", expected a finite number > 0", refusal.getMessage());
        }
        double[] ones = {1, 1};
        assertThrows(DomainException.class, () -> Hessian.diagonalPlusLowRank(new double[] {1, -1}));
        assertThrows(DomainException.class, () -> Hessian.diagonalPlusLowRank(new double[0]));
        assertThrows(DomainException.class, () -> Hessian.diagonalPlusLowRank(ones, new double[] {1}));
        assertThrows(DomainException.class, () -> Hessian.diagonalPlusLowRank(ones, new double[] {1, Double.NaN}));
        Hessian flat = Hessian.diagonalPlusLowRank(new double[] {1, 0}, new double[] {1, 2});
        assertEquals(5, flat.quadratic(new double[] {-1, 0}) + 3 * flat.quadratic(new double[] {2, -1}) - 9);
        assertThrows(DomainException.class, () -> flat.solve(ones, new double[2]));
        assertThrows(DomainException.class, flat::logDeterminant);
        assertThrows(DomainException.class, () -> Hessian.diagonalPlusRankOne(ones, -0.5, ones));
        assertThrows(DomainException.class, () -> Hessian.diagonalPlusRankOne(ones, -0.5, new double[] {1}));
        assertThrows(DomainException.class, () -> Hessian.diagonalPlusRankOne(ones, Double.NaN, ones, 1));
        assertThrows(DomainException.class, () -> Hessian.diagonalPlusRankOne(ones, -0.25, ones, 0.75));
        assertThrows(DomainException.class, () -> Hessian.gaussian(ones, PositiveDefinite.identity(3)));
        assertThrows(
                DomainException.class,
                () -> Hessian.gaussian(new double[] {1, Double.NaN}, PositiveDefinite.identity(2)));
        assertThrows(DomainException.class, () -> Hessian.operator(0, (v, out) -> {}));
    }

    /** Covariances of (x, packed xxᵀ) under N(μ, Σ), by Isserlis's theorem entry by entry. */
    private static double[][] gaussianMoments() {
        int[][] index = {{0}, {1}, {2}, {0, 0}, {1, 0}, {1, 1}, {2, 0}, {2, 1}, {2, 2}};
        double[][] out = new double[9][9];
        for (int a = 0; a < 9; a++) {
            for (int b = 0; b < 9; b++) {
                int i = index[a][0];
                int k = index[b][0];
                if (a < 3 && b < 3) {
                    out[a][b] = SIGMA[i][k];
                } else if (a < 3 || b < 3) {
                    int single = a < 3 ? i : k;
                    int[] pair = a < 3 ? index[b] : index[a];
                    out[a][b] = MEAN[pair[0]] * SIGMA[single][pair[1]] + MEAN[pair[1]] * SIGMA[single][pair[0]];
                } else {
                    int j = index[a][1];
                    int l = index[b][1];
                    out[a][b] = SIGMA[i][k] * SIGMA[j][l]
                            + SIGMA[i][l] * SIGMA[j][k]
                            + MEAN[i] * MEAN[k] * SIGMA[j][l]
                            + MEAN[i] * MEAN[l] * SIGMA[j][k]
                            + MEAN[j] * MEAN[k] * SIGMA[i][l]
                            + MEAN[j] * MEAN[l] * SIGMA[i][k];
                }
            }
        }
        return out;
    }

    private static double[][] rankOne(double[] d, double sigma, double[] u) {
        double[][] out = new double[d.length][d.length];
        for (int i = 0; i < d.length; i++) {
            for (int j = 0; j < d.length; j++) {
                out[i][j] = (i == j ? d[i] : 0) + sigma * u[i] * u[j];
            }
        }
        return out;
    }

    /** Gauss and Jordan, with the logarithm of the determinant as the last row's only entry. */
    private static double[][] eliminated(double[][] matrix) {
        int n = matrix.length;
        double[][] work = new double[n][];
        double log = 0;
        for (int i = 0; i < n; i++) {
            work[i] = Arrays.copyOf(matrix[i], 2 * n);
            work[i][n + i] = 1;
        }
        for (int k = 0; k < n; k++) {
            double pivot = work[k][k];
            log += Math.log(pivot);
            for (int j = 0; j < 2 * n; j++) {
                work[k][j] /= pivot;
            }
            for (int i = 0; i < n; i++) {
                double factor = work[i][k];
                for (int j = 0; i != k && j < 2 * n; j++) {
                    work[i][j] -= factor * work[k][j];
                }
            }
        }
        double[][] out = new double[n + 1][];
        for (int i = 0; i < n; i++) {
            out[i] = Arrays.copyOfRange(work[i], n, 2 * n);
        }
        out[n] = new double[] {log};
        return out;
    }

    private static double[][] inverse(double[][] matrix) {
        return Arrays.copyOf(eliminated(matrix), matrix.length);
    }

    private static double logDeterminant(double[][] matrix) {
        return eliminated(matrix)[matrix.length][0];
    }

    private static double[] times(double[][] matrix, double[] v) {
        return Arrays.stream(matrix).mapToDouble(row -> dot(row, v)).toArray();
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static BigDecimal exact(double x) {
        return new BigDecimal(x);
    }
}
