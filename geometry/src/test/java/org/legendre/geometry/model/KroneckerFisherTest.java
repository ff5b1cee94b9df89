package org.legendre.geometry.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.legendre.geometry.Differential;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.PositiveDefinite;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;
import org.legendre.geometry.family.Member;

/** K-FAC and EKFAC beside explicit Kronecker products and the blocks of the exact Fisher information. */
class KroneckerFisherTest {
    static Stream<ModelCase<?, ?>> cases() {
        return ModelCase.all().filter(model -> model.likelihood().model() instanceof Perceptron);
    }

    /** Where the weights of a layer are, and how many a unit has. */
    private record Block(int from, int units, int stride) {
        int to() {
            return from + units * stride;
        }

        /** The weight of a unit that is multiplied by 1: the bias at the end, or the first input of the linear models. */
        int one() {
            return from == 0 && stride == 3 ? 0 : stride - 1;
        }

        double[][] of(double[][] matrix) {
            return Arrays.stream(matrix, from, to())
                    .map(row -> Arrays.copyOfRange(row, from, to()))
                    .toArray(double[][]::new);
        }
    }

    private static Block block(KroneckerFisher<?> fisher, int layer) {
        int from = 0;
        for (int l = 0; l < layer; l++) {
            from += fisher.outputFactor(l).length * fisher.inputFactor(l).length;
        }
        return new Block(from, fisher.outputFactor(layer).length, fisher.inputFactor(layer).length);
    }

    /** The score of a weight is g_c a_j, that of one that is multiplied by 1 is g_c. */
    @ParameterizedTest
    @MethodSource("cases")
    <T, M extends Member<T, M>> void theFactorsAreMeanSquaresOfWhatScoresAreProductsOf(ModelCase<T, M> model) {
        KroneckerFisher<ExactFisher> fisher =
                model.likelihood().fisher(model.w()).kronecker();
        double[][] matrix = fisher.toMatrix();
        double[][] expected = new double[matrix.length][matrix.length];
        for (int l = 0; l < fisher.layers(); l++) {
            Block block = block(fisher, l);
            int units = block.units();
            int stride = block.stride();
            double[] covectors = model.expectation((i, y) -> {
                double[] s = model.single(i, y).score(model.w()).toArray();
                double[] square = new double[units * units];
                Arrays.setAll(
                        square,
                        k -> s[block.from() + k / units * stride + block.one()]
                                * s[block.from() + k % units * stride + block.one()]);
                return square;
            });
            int n = model.inputs().rows().length;
            double[] received = new double[stride * stride];
            for (int i = 0; i < n; i++) {
                M member = model.likelihood()
                        .model()
                        .predict(model.w(), model.inputs().rows()[i]);
                double[] s = model.single(i, model.nodes().apply(member).get(0).y())
                        .score(model.w())
                        .toArray();
                double g = s[block.from() + block.one()];
                for (int k = 0; k < received.length; k++) {
                    received[k] += s[block.from() + k / stride] / g * (s[block.from() + k % stride] / g) / n;
                }
            }
            double[][] product = kronecker(square(covectors), square(received));
            for (int i = 0; i < product.length; i++) {
                System.arraycopy(product[i], 0, expected[block.from() + i], block.from(), product.length);
            }
            assertMatrix(square(covectors), fisher.outputFactor(l), 1e-11);
            assertMatrix(square(received), fisher.inputFactor(l), 1e-11);
        }
        assertMatrix(expected, matrix, 1e-11);
    }

    private static double[][] square(double[] entries) {
        int n = (int) Math.round(Math.sqrt(entries.length));
        double[][] rows = new double[n][];
        Arrays.setAll(rows, i -> Arrays.copyOfRange(entries, i * n, (i + 1) * n));
        return rows;
    }

    private static double[][] kronecker(double[][] g, double[][] a) {
        double[][] product = new double[g.length * a.length][g.length * a.length];
        for (int i = 0; i < product.length; i++) {
            for (int j = 0; j < product.length; j++) {
                product[i][j] = g[i / a.length][j / a.length] * a[i % a.length][j % a.length];
            }
        }
        return product;
    }

    private static void assertMatrix(double[][] expected, double[][] actual, double tolerance) {
        double largest = Arrays.stream(expected)
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .max()
                .orElseThrow();
        assertEquals(expected.length, actual.length);
        for (int i = 0; i < expected.length; i++) {
            assertArrayEquals(expected[i], actual[i], tolerance * largest, "row " + i);
        }
    }

    /** One observation: nothing is averaged, and the blocks of F are Kronecker products. */
    @ParameterizedTest
    @MethodSource("cases")
    <T, M extends Member<T, M>> void ofOneObservationTheBlocksAreExact(ModelCase<T, M> model) {
        Likelihood<T, M> single = model.single(
                0,
                model.likelihood()
                        .model()
                        .predict(model.w(), model.inputs().rows()[0])
                        .sample(new SplittableRandom(3)));
        ExactFisher exact = single.fisher(model.w());
        MonteCarloFisher sampled = single.monteCarloFisher(model.w(), 7, 3);
        for (int l = 0; l < exact.kronecker().layers(); l++) {
            Block block = block(exact.kronecker(), l);
            double[][] expected = block.of(exact.toMatrix());
            assertMatrix(expected, block.of(exact.kronecker().toMatrix()), 1e-13);
            assertMatrix(
                    expected, block.of(exact.kronecker().eigenvalueCorrected().toMatrix()), 1e-13);
            assertMatrix(
                    block.of(sampled.toMatrix()), block.of(sampled.kronecker().toMatrix()), 1e-13);
        }
    }

    /** A normal with known variance has the same covariance everywhere, so that a linear model is one Kronecker product. */
    @Test
    void ofLinearRegressionItIsExact() {
        ModelCase<?, ?> model = ModelCase.all()
                .filter(each -> each.name().equals("linear regression"))
                .findFirst()
                .orElseThrow();
        ExactFisher exact = model.likelihood().fisher(model.w());
        assertMatrix(exact.toMatrix(), exact.kronecker().toMatrix(), 1e-14);
        Vec<Differential<Weights>> g = Vec.of(1, -2, 0.5);
        assertArrayEquals(
                exact.damped(0.1).raise(g).toArray(),
                exact.kronecker().damped(0.1).raise(g).toArray(),
                1e-13);
    }

    /** G^a ⊗ A^b span all matrices with the eigenvectors of G⊗A: that the difference is orthogonal to them says that none is nearer. */
    @ParameterizedTest
    @MethodSource("cases")
    void theCorrectedEigenvaluesAreNearest(ModelCase<?, ?> model) {
        ExactFisher exact = model.likelihood().fisher(model.w());
        KroneckerFisher<ExactFisher> kronecker = exact.kronecker();
        EigenKroneckerFisher<ExactFisher> corrected = kronecker.eigenvalueCorrected();
        for (int l = 0; l < kronecker.layers(); l++) {
            Block block = block(kronecker, l);
            double[][] fisher = block.of(exact.toMatrix());
            double[][] plain = block.of(kronecker.toMatrix());
            double[][] best = block.of(corrected.toMatrix());
            double[][] left = identity(block.units());
            for (int a = 0; a < 3; a++) {
                double[][] right = identity(block.stride());
                for (int b = 0; b < 4; b++) {
                    double[][] direction = kronecker(left, right);
                    assertEquals(
                            0,
                            inner(minus(fisher, best), direction),
                            1e-12 * norm(fisher) * norm(direction),
                            "G^" + a + "⊗A^" + b);
                    right = product(right, kronecker.inputFactor(l));
                }
                left = product(left, kronecker.outputFactor(l));
            }
            double[][] commutator = minus(product(best, plain), product(plain, best));
            assertEquals(0, norm(commutator), 1e-13 * norm(best) * norm(plain));
            double difference = norm(minus(fisher, plain)) - norm(minus(fisher, best));
            boolean exactAlready = norm(minus(fisher, plain)) < 1e-13 * norm(fisher);
            assertTrue(exactAlready || difference > 1e-6 * norm(fisher), "nearer by " + difference);
        }
    }

    private static double[][] identity(int n) {
        return PositiveDefinite.identity(n).toMatrix();
    }

    private static double[][] product(double[][] a, double[][] b) {
        double[][] product = new double[a.length][b.length];
        for (int i = 0; i < a.length; i++) {
            for (int k = 0; k < b.length; k++) {
                for (int j = 0; j < b.length; j++) {
                    product[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        return product;
    }

    private static double[][] minus(double[][] a, double[][] b) {
        double[][] difference = new double[a.length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                difference[i][j] = a[i][j] - b[i][j];
            }
        }
        return difference;
    }

    private static double inner(double[][] a, double[][] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Covariance.dot(a[i], b[i]);
        }
        return sum;
    }

    private static double norm(double[][] a) {
        return Math.sqrt(inner(a, a));
    }

    /** What a damped one does against its own matrix, and that matrix against its definition. */
    @ParameterizedTest
    @MethodSource("cases")
    void dampedOnesSolveMeasureAndHaveDeterminants(ModelCase<?, ?> model) {
        KroneckerFisher<ExactFisher> fisher =
                model.likelihood().fisher(model.w()).kronecker();
        EigenKroneckerFisher<ExactFisher> corrected = fisher.eigenvalueCorrected();
        double lambda = 0.03;
        assertMatrix(plus(fisher.toMatrix(), lambda), fisher.damped(lambda).toMatrix(), 1e-14);
        assertMatrix(
                plus(corrected.toMatrix(), lambda), corrected.damped(lambda).toMatrix(), 1e-14);
        double[][] inFactors = fisher.dampedInFactors(lambda).toMatrix();
        for (int l = 0; l < fisher.layers(); l++) {
            double[][] a = fisher.inputFactor(l);
            double[][] g = fisher.outputFactor(l);
            double pi = Math.sqrt(trace(a) / a.length / (trace(g) / g.length));
            double[][] expected = kronecker(plus(g, Math.sqrt(lambda) / pi), plus(a, pi * Math.sqrt(lambda)));
            assertMatrix(expected, block(fisher, l).of(inFactors), 1e-14);
        }
        SplittableRandom random = new SplittableRandom(4);
        for (Damped<?> damped :
                List.of(fisher.damped(lambda), corrected.damped(lambda), fisher.dampedInFactors(lambda))) {
            PositiveDefinite dense = PositiveDefinite.symmetrized(damped.toMatrix());
            Vec<Differential<Weights>> g = Vec.generate(dense.size(), j -> random.nextDouble(-1, 1));
            Vec<Weights> v = damped.raise(g);
            assertTrue(damped.residual(v, g) < 1e-12, damped.toString());
            double[] byFactor = new double[dense.size()];
            dense.solve(g.toArray(), byFactor);
            assertArrayEquals(byFactor, v.toArray(), 1e-10);
            double dual = dense.inverseQuadratic(g.toArray());
            assertEquals(dual, damped.squaredDualNorm(g), 1e-11 * dual);
            assertEquals(dual, damped.squaredNorm(v), 1e-11 * dual);
            assertEquals(dense.logDeterminant(), damped.logDeterminant(), 1e-10);
            PositiveDefinite more = PositiveDefinite.symmetrized(plus(damped.toMatrix(), 0.5));
            double[] solution = new double[dense.size()];
            damped.hessian().damped(0.5).solve(g.toArray(), solution);
            more.solve(g.toArray(), byFactor);
            assertArrayEquals(byFactor, solution, 1e-11);
        }
        Vec<Weights> v = Vec.generate(fisher.size(), j -> random.nextDouble(-1, 1));
        for (FisherApproximation<?> form : List.of(fisher, corrected)) {
            double square = inner(
                    new double[][] {product(new double[][] {v.toArray()}, form.toMatrix())[0]},
                    new double[][] {v.toArray()});
            assertEquals(square, form.squaredNorm(v), 1e-12 * square);
            assertEquals(square, form.inner(v, v), 1e-12 * square);
        }
    }

    /** Of one observation x both factors have rank one: in directions that are orthogonal to x the form is 0 but for the square of rounding, and never below. */
    @Test
    void theFormIsNeverNegative() {
        SplittableRandom random = new SplittableRandom(9);
        for (int trial = 0; trial < 20; trial++) {
            double[] x = random.doubles(6, -1, 1).toArray();
            Likelihood<?, ?> likelihood =
                    Likelihood.of(ParametricModel.linear(6, Output.bernoulli()), new double[][] {x}, List.of(1));
            KroneckerFisher<?> fisher = likelihood.fisher(Vec.zeros(6)).kronecker();
            double[] v = random.doubles(6, -1, 1).toArray();
            double along = Covariance.dot(v, x) / Covariance.dot(x, x);
            double square = fisher.squaredNorm(Vec.generate(6, j -> v[j] - along * x[j]));
            assertTrue(square >= 0 && square < 1e-15, "square " + square);
        }
    }

    private static double[][] plus(double[][] matrix, double lambda) {
        double[][] sum = Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
        for (int j = 0; j < sum.length; j++) {
            sum[j][j] += lambda;
        }
        return sum;
    }

    private static double trace(double[][] matrix) {
        double sum = 0;
        for (int j = 0; j < matrix.length; j++) {
            sum += matrix[j][j];
        }
        return sum;
    }

    @Test
    void namesSayWhatIsApproximatedAndHowItIsDamped() {
        ModelCase<?, ?> model = cases().findFirst().orElseThrow();
        assertEquals(
                "Kronecker factors of the exact Fisher information of 3 weights over 4 inputs + 0.5 I, in the factors",
                model.likelihood()
                        .fisher(model.w())
                        .kronecker()
                        .dampedInFactors(0.5)
                        .toString());
        assertEquals(
                "eigenvalue-corrected Kronecker factors of the Monte-Carlo Fisher information of 3 weights over 4 inputs with 2 draws each + 0.5 I",
                model.likelihood()
                        .monteCarloFisher(model.w(), 2, 1)
                        .kronecker()
                        .eigenvalueCorrected()
                        .damped(0.5)
                        .toString());
    }

    @Test
    void refusalsSayWhatIsWrong() {
        Likelihood<?, ?> formula = ModelCase.all()
                .filter(each -> each.name().contains("differentiation"))
                .findFirst()
                .orElseThrow()
                .likelihood();
        refused("a model of layers", () -> formula.fisher(Vec.zeros(6)).kronecker());
        Likelihood<?, ?> softmax = Likelihood.of(
                ParametricModel.linear(1, Output.categorical(2)), new double[][] {{1}, {2}}, List.of(0, 1));
        KroneckerFisher<?> singular = softmax.fisher(Vec.of(0.5, 0.25)).kronecker();
        refused("its damping is too small", () -> singular.damped(0).raise(Vec.of(1, -1)));
        refused("its damping is too small", () -> singular.damped(0).squaredDualNorm(Vec.of(1, -1)));
        refused("the damping λ = 0.0 is too small", () -> singular.dampedInFactors(0));
        refused("damping λ = -1.0", () -> singular.damped(-1));
        refused("damping λ = NaN", () -> singular.dampedInFactors(Double.NaN));
        refused("length 2, not 1", () -> singular.squaredNorm(Vec.of(1)));
        assertEquals(2, singular.dampedInFactors(1e-3).raise(Vec.of(1, -1)).size());
        // All outputs certain: G is 0, and what is left is the damping.
        KroneckerFisher<?> certain = Likelihood.of(
                        ParametricModel.linear(1, Output.bernoulli()), new double[][] {{4}}, List.of(1))
                .fisher(Vec.of(1000))
                .kronecker();
        assertArrayEquals(
                new double[][] {{0.25 + 8}}, certain.dampedInFactors(0.25).toMatrix());
    }

    private static void refused(String message, Executable call) {
        String text = String.valueOf(assertThrows(DomainException.class, call).getMessage());
        assertTrue(text.contains(message), text);
    }
}
