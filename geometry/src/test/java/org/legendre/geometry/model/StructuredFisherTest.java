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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.legendre.geometry.Differential;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.PositiveDefinite;
import org.legendre.geometry.SymmetricEigen;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;

/** Diagonal blocks, and low rank plus diagonal, beside the whole Fisher matrix. */
class StructuredFisherTest {
    static Stream<ModelCase<?, ?>> all() {
        return ModelCase.all();
    }

    static Stream<ModelCase<?, ?>> layered() {
        return all().filter(model -> model.likelihood().model() instanceof Perceptron);
    }

    @ParameterizedTest
    @MethodSource("layered")
    void blocksAreThoseOfTheWholeMatrix(ModelCase<?, ?> model) {
        ExactFisher exact = model.likelihood().fisher(model.w());
        MonteCarloFisher sampled = model.likelihood().monteCarloFisher(model.w(), 3, 2);
        KroneckerFisher<ExactFisher> kronecker = exact.kronecker();
        BlockFisher<ExactFisher> layers = exact.blocksByLayer();
        assertEquals(kronecker.layers(), layers.blocks());
        int units = 0;
        for (int l = 0; l < layers.blocks(); l++) {
            assertEquals(kronecker.outputFactor(l).length * kronecker.inputFactor(l).length, layers.block(l).length);
            units += kronecker.outputFactor(l).length;
        }
        assertEquals(units, exact.blocksByUnit().blocks());
        check(exact.toMatrix(), layers);
        check(exact.toMatrix(), exact.blocksByUnit());
        check(sampled.toMatrix(), sampled.blocksByLayer());
        check(sampled.toMatrix(), sampled.blocksByUnit());
    }

    private static void check(double[][] whole, BlockFisher<?> blocks) {
        double[][] expected = new double[whole.length][whole.length];
        int from = 0;
        for (int k = 0; k < blocks.blocks(); k++) {
            int size = blocks.block(k).length;
            for (int i = from; i < from + size; i++) {
                System.arraycopy(whole[i], from, expected[i], from, size);
            }
            from += size;
        }
        assertEquals(whole.length, from);
        assertIs(expected, blocks, 1e-14);
    }

    /** An approximation against the matrix that it has to be. */
    private static void assertIs(double[][] expected, FisherApproximation<?> form, double tolerance) {
        double[][] matrix = form.toMatrix();
        double largest = Arrays.stream(expected)
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .max()
                .orElseThrow();
        for (int i = 0; i < expected.length; i++) {
            assertArrayEquals(expected[i], matrix[i], tolerance * largest, "row " + i + " of " + form);
        }
        SplittableRandom random = new SplittableRandom(6);
        Vec<Weights> v = Vec.generate(expected.length, j -> random.nextDouble(-1, 1));
        double square = form.squaredNorm(v);
        assertEquals(square, form.inner(v, v), 1e-12 * square);
        Damped<? extends FisherForm> damped = form.damped(0.02);
        for (int j = 0; j < expected.length; j++) {
            matrix[j][j] += 0.02;
        }
        PositiveDefinite dense = PositiveDefinite.symmetrized(matrix);
        Vec<Differential<Weights>> g = Vec.of(v.toArray());
        assertEquals(
                dense.quadratic(v.toArray()) - 0.02 * Covariance.dot(v.toArray(), v.toArray()), square, 1e-12 * square);
        assertEquals(square + 0.02 * Covariance.dot(v.toArray(), v.toArray()), damped.squaredNorm(v), 1e-12 * square);
        double[] solution = new double[expected.length];
        dense.solve(g.toArray(), solution);
        assertArrayEquals(solution, damped.raise(g).toArray(), 1e-10);
        form.damped(0.015).hessian().damped(0.005).solve(g.toArray(), solution);
        assertArrayEquals(damped.raise(g).toArray(), solution, 1e-10);
        double dual = dense.inverseQuadratic(g.toArray());
        assertEquals(dual, damped.squaredDualNorm(g), 1e-11 * dual);
        assertEquals(dense.logDeterminant(), damped.logDeterminant(), 1e-11);
        assertEquals(damped.squaredNorm(v), damped.inner(v, v), 1e-12 * damped.squaredNorm(v));
    }

    /** Measuring takes no factor: only what raises is refused. */
    @Test
    void singularBlocksMeasure() {
        Likelihood<?, ?> softmax =
                Likelihood.of(ParametricModel.linear(2, Output.categorical(2)), new double[][] {{1, 2}}, List.of(0));
        Vec<Weights> w = Vec.of(0.5, 0.25, 1, -1);
        Vec<Weights> v = Vec.of(1, -2, 0.5, 3);
        double square = softmax.fisher(w).squaredNorm(v);
        assertTrue(square > 0.1);
        for (BlockFisher<ExactFisher> blocks :
                List.of(softmax.fisher(w).blocksByLayer(), softmax.fisher(w).blocksByUnit())) {
            double expected = blocks.squaredNorm(v);
            assertEquals(expected, blocks.damped(0).squaredNorm(v), 1e-15 * expected);
            assertEquals(expected + 14.25 * 1e-20, blocks.damped(1e-20).squaredNorm(v), 1e-15 * expected);
            assertEquals(
                    expected + 14.25 * 0.75,
                    blocks.damped(0.5).hessian().damped(0.25).quadratic(v.toArray()),
                    1e-14 * expected + 1e-14);
            // Along the null space it is the damping and no rounding of what cancels.
            Vec<Weights> flat = Vec.of(2, -1, -4, 2);
            assertEquals(25e-20, blocks.damped(1e-20).squaredNorm(flat), 1e-34);
            assertThrows(DomainException.class, () -> blocks.damped(0).raise(Vec.of(1, -1, 2, 0)));
        }
    }

    /** With as many directions as weights, and with as many as F has rank, nothing is approximated. */
    @ParameterizedTest
    @MethodSource("all")
    void ofFullRankItIsTheFisherInformation(ModelCase<?, ?> model) {
        ExactFisher exact = model.likelihood().fisher(model.w());
        int rank = rank(exact.toMatrix());
        assertIs(exact.toMatrix(), exact.lowRank(exact.size()), 1e-13);
        assertIs(exact.toMatrix(), exact.lowRank(rank), 1e-11);
        MonteCarloFisher sampled = model.likelihood().monteCarloFisher(model.w(), 2, 5);
        assertIs(sampled.toMatrix(), sampled.lowRank(exact.size()), 1e-13);
    }

    private static double[] eigenvalues(double[][] matrix) {
        SymmetricEigen eigen = new SymmetricEigen(matrix.length);
        double[] packed = new double[matrix.length * (matrix.length + 1) / 2];
        for (int i = 0, k = 0; i < matrix.length; i++) {
            for (int j = 0; j <= i; j++, k++) {
                packed[k] = matrix[i][j];
            }
        }
        eigen.decompose(packed, 1);
        double[] values = eigen.values(value -> -value);
        Arrays.sort(values);
        return Arrays.stream(values).map(value -> -value).toArray();
    }

    private static int rank(double[][] matrix) {
        double[] values = eigenvalues(matrix);
        return (int)
                Arrays.stream(values).filter(value -> value > 1e-12 * values[0]).count();
    }

    /** The diagonal of F; off it no farther than 1.1 times the best matrix of that rank, whose error is √(Σ λ²) over the eigenvalues left out. */
    @Test
    void ofLowRankItIsNearlyTheBest() {
        ModelCase<?, ?> model = all().filter(each -> each.name().equals("perceptron with twenty classes"))
                .findFirst()
                .orElseThrow();
        ExactFisher exact = model.likelihood().fisher(model.w());
        double[][] whole = exact.toMatrix();
        double[] eigenvalues = eigenvalues(whole);
        for (int rank : new int[] {1, 3, 8, 15}) {
            LowRankFisher<ExactFisher> low = exact.lowRank(rank);
            assertEquals(rank, low.rank());
            double[][] matrix = low.toMatrix();
            double off = 0;
            for (int i = 0; i < whole.length; i++) {
                assertEquals(whole[i][i], matrix[i][i], 1e-15 * eigenvalues[0]);
                for (int j = 0; j < whole.length; j++) {
                    off += (whole[i][j] - matrix[i][j]) * (whole[i][j] - matrix[i][j]);
                }
            }
            double best = 0;
            for (int k = rank; k < eigenvalues.length; k++) {
                best += eigenvalues[k] * eigenvalues[k];
            }
            assertTrue(off < 1.21 * best, "rank " + rank + ": " + Math.sqrt(off / best));
            assertIs(matrix, low, 1e-15);
        }
    }

    @Test
    void refusalsSayWhatIsWrong() {
        ModelCase<?, ?> model = all().findFirst().orElseThrow();
        ExactFisher fisher = model.likelihood().fisher(model.w());
        assertThrows(DomainException.class, () -> fisher.lowRank(0));
        assertThrows(DomainException.class, () -> fisher.lowRank(4));
        assertThrows(DomainException.class, () -> fisher.lowRank(1).damped(-1));
        assertThrows(DomainException.class, () -> fisher.blocksByUnit().damped(Double.NaN));
        Likelihood<?, ?> softmax = Likelihood.of(
                ParametricModel.linear(1, Output.categorical(2)), new double[][] {{1}, {2}}, List.of(0, 1));
        ExactFisher singular = softmax.fisher(Vec.of(0.5, 0.25));
        String reason = String.valueOf(assertThrows(
                        DomainException.class,
                        () -> singular.blocksByLayer().damped(0).raise(Vec.of(1, -1)))
                .getMessage());
        assertTrue(reason.contains("λ = 0.0 is too small for this block"), reason);
        assertEquals(2, singular.blocksByUnit().damped(0).raise(Vec.of(1, -1)).size());
        assertEquals(
                "rank 1 plus diagonal of the " + fisher + " + 0.5 I",
                fisher.lowRank(1).damped(0.5).toString());
        assertEquals("blocks by unit of the " + fisher, fisher.blocksByUnit().toString());
    }
}
