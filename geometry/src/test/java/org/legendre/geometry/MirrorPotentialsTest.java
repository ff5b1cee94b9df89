package org.legendre.geometry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class MirrorPotentialsTest {
    private static Legendre<Weights, Differential<Weights>> powerNorm(double p) {
        return Potentials.powerNorm(3, p);
    }

    private static void refused(String words, Supplier<?> call) {
        DomainException refusal = assertThrows(DomainException.class, call::get);
        String message = String.valueOf(refusal.getMessage());
        assertTrue(message.contains(words), message);
    }

    @Test
    void badParametersAreRefusedInWords() {
        refused("not steep at 0", () -> Potentials.tsallis(2, 1.5));
        refused("not steep at 0", () -> Potentials.tsallis(2, Double.NaN));
        refused("order q = -Infinity", () -> Potentials.tsallis(2, Double.NEGATIVE_INFINITY));
        refused("β = 0.0", () -> Potentials.hypentropy(2, 0));
        refused("β = NaN", () -> Potentials.hypentropy(2, Double.NaN));
        refused("p = 1.0, expected a number in (1, 2]", () -> Potentials.powerNorm(2, 1));
        refused("p = 2.5", () -> Potentials.powerNorm(2, 2.5));
        refused("lower < upper", () -> Potentials.fermiDirac(new double[] {0, 1}, new double[] {1, 1}));
        refused(
                "a finite number",
                () -> Potentials.fermiDirac(new double[] {0}, new double[] {Double.POSITIVE_INFINITY}));
        refused("dimension = 0", () -> Potentials.fermiDirac(new double[0], new double[0]));
        refused("dimension = 0", () -> Potentials.logDeterminant(0));
        refused("dimension = 0", () -> Potentials.vonNeumann(0));
        refused("dimension = 0", () -> Potentials.hypentropy(0, 1));
        refused("dimension = 0", () -> Potentials.tsallis(0, 0.5));
        refused("dimension = 0", () -> Potentials.powerNorm(0, 1.5));
    }

    /** Of these binary64 numbers, by mpmath 1.3.0 at 60 digits. The second coordinate of the first pair hides in the other ones. */
    @Test
    void divergencesOfTsallisEntropiesAreRightToTheLastDigits() {
        Legendre<Weights, Differential<Weights>> half = Potentials.tsallis(3, 0.5);
        Vec<Weights> a = Vec.of(1, 1.9287498479639178e-22, 1);
        Vec<Weights> b = Vec.of(1, 9.395532250050115e-14, 0.7408182206817179);
        equal(0.04508505129378075, half.bregman(a, b));
        Legendre<Weights, Differential<Weights>> line = Potentials.tsallis(1, -1);
        equal(3.75657330919867e-15, line.bregman(Vec.of(1.1), Vec.of(1.1000001)));
        equal(3.75e29, line.bregman(Vec.of(3e20), Vec.of(2e-5)));
        equal(6.249996876748688e-14, line.conjugate().bregman(Vec.of(-2), Vec.of(-2.000001)));
        equal(3.999999997333333e9, half.conjugate().bregman(Vec.of(-1e-9, -1, -1), Vec.of(-3, -1, -1)));
        assertEquals(0, line.bregman(Vec.of(1e-200), Vec.of(1e-200)));
        // A power that leaves the range, and a divergence that does not: 1/(2a) − 1/b + a/(2b²).
        equal(5e249, line.bregman(Vec.of(1e-250), Vec.of(1e200)));
        assertEquals(Double.POSITIVE_INFINITY, line.bregman(Vec.of(1), Vec.of(1e-320)));
        assertEquals(Double.POSITIVE_INFINITY, line.bregman(Vec.of(1e-320), Vec.of(1)));
    }

    private static void equal(double expected, double actual) {
        assertEquals(expected, actual, 1e-14 * expected);
    }

    @Test
    void pointsOutsideTheConeAreRefusedInWords() {
        Legendre<Weights, Differential<Weights>> cone = Potentials.vonNeumann(2);
        refused("leading 2×2 block", () -> cone.gradient(Vec.of(1, 2, 1)));
        Legendre<Weights, Differential<Weights>> logDeterminant = Potentials.logDeterminant(2);
        refused("leading 2×2 block", () -> logDeterminant.value(Vec.of(1, 1, 1)));
        refused("the matrix −θ", () -> logDeterminant.conjugate().value(Vec.of(1, 0, -1)));
    }

    /** ½‖·‖ₚ² for p < 2 has no second derivative where an entry is 0; its gradient and divergence are there all the same. */
    @Test
    void theHessianOfAPowerNormIsRefusedWhereThereIsNone() {
        Vec<Weights> zero = Vec.of(1, 0, -2);
        refused("entry 1", () -> powerNorm(1.5).metric(zero));
        refused("no regular Hessian", () -> powerNorm(1.5).conjugate().metric(Vec.of(1, 0, -2)));
        assertEquals(0, powerNorm(1.5).gradient(zero).get(1));
        assertEquals(0.5 * 4, powerNorm(2).bregman(zero, Vec.of(1, 2, -2)));
        assertEquals(1, powerNorm(2).metric(zero).toMatrix()[1][1]);
        assertEquals(powerNorm(1.5).value(zero), powerNorm(1.5).bregman(zero, Vec.of(0, 0, 0)));
        assertEquals(powerNorm(1.5).value(zero), powerNorm(1.5).bregman(Vec.of(0, 0, 0), zero), 1e-15);
    }

    @Test
    void aPowerNormNeitherOverflowsNorUnderflows() {
        Vec<Weights> large = Vec.of(1e150, -2e150, 5e149);
        Vec<Weights> small = Vec.of(1e-300, -2e-300, 5e-301);
        Vec<Weights> one = Vec.of(1, -2, 0.5);
        for (int i = 0; i < 3; i++) {
            double expected = powerNorm(1.25).gradient(one).get(i);
            assertEquals(1e150 * expected, powerNorm(1.25).gradient(large).get(i), 1e137);
            assertEquals(1e-300 * expected, powerNorm(1.25).gradient(small).get(i), 1e-314);
        }
    }

    /** The eigenvalues of a graded matrix, whose smallest is far below the rounding of the largest: here 1e20, 1 and 1e-20 but for 1e-4 of each. */
    @Test
    void smallEigenvaluesOfGradedMatricesAreAccurate() {
        SymmetricEigen eigen = new SymmetricEigen(2);
        // λ₁λ₂ = det = ¾ and λ₁ + λ₂ = 1e20 + 1e-20.
        eigen.decompose(new double[] {1e20, 0.5, 1e-20}, 1);
        double smaller = Math.min(eigen.value(0), eigen.value(1));
        assertEquals(0.75e-20, smaller, 1e-35);
        eigen.decomposePositive(new double[] {1e20, 0.5, 1e-20});
        assertEquals(0.75e-20, Math.min(eigen.value(0), eigen.value(1)), 1e-35);
    }

    /** det = 2⁻⁵², and the eigenvalues sum to 2 + 2⁻⁵². */
    @Test
    void nearlySingularMatricesHaveNoEigenvalueZero() {
        SymmetricEigen eigen = new SymmetricEigen(2);
        eigen.decomposePositive(new double[] {1, 1, 1 + 0x1p-52});
        assertEquals(0x1p-53, Math.min(eigen.value(0), eigen.value(1)), 1e-31);
        assertEquals(2, Math.max(eigen.value(0), eigen.value(1)), 1e-15);
        refused("positive definite", () -> {
            eigen.decomposePositive(new double[] {1, 1, 1});
            return eigen;
        });
    }

    @Test
    void functionsOfAMatrixAreThoseOfItsEigenvalues() {
        SymmetricEigen eigen = new SymmetricEigen(3);
        double[] packed = {2, 0.5, 1, -0.25, 0.125, 3};
        eigen.decompose(packed, 1);
        double[] back = new double[6];
        eigen.compose(eigen.values(x -> x), 1, back);
        assertArrayEquals(packed, back, 4e-15);
        double[] inverse = new double[6];
        eigen.compose(eigen.values(x -> 1 / x), 1, inverse);
        assertArrayEquals(PositiveDefinite.ofPacked(3, packed).inverse().toPacked(), inverse, 4e-15);
    }

    /** A commuting pair: the quantum relative entropy of diagonal matrices is that of their diagonals, and Stein's loss that of Itakura and Saito. */
    @Test
    void diagonalMatricesAreVectors() {
        Legendre<Weights, Differential<Weights>> quantum = Potentials.vonNeumann(2);
        Legendre<Weights, Differential<Weights>> classical = Potentials.negativeEntropy(2);
        Legendre<Weights, Differential<Weights>> stein = Potentials.logDeterminant(2);
        Legendre<Weights, Differential<Weights>> burg = Potentials.burg(2);
        Vec<Weights> a = Vec.of(0.25, 0, 3);
        Vec<Weights> b = Vec.of(1, 0, 2);
        double entropy = classical.bregman(Vec.of(0.25, 3), Vec.of(1, 2));
        assertEquals(entropy, quantum.bregman(a, b), 1e-14);
        assertEquals(burg.bregman(Vec.of(0.25, 3), Vec.of(1, 2)), stein.bregman(a, b), 1e-14);
    }

    @Test
    void hessiansOfFunctionsOfMatricesSolveWhatTheyMultiply() {
        Legendre<Weights, Differential<Weights>> phi = Potentials.vonNeumann(3);
        Vec<Weights> x = Vec.of(2, 0.5, 1, -0.25, 0.125, 3);
        double[] v = {1, -2, 0.5, 3, 0.25, -1};
        for (Hessian h : new Hessian[] {
            phi.potential().hessian(x.toArray()),
            phi.conjugate().potential().hessian(phi.gradient(x).toArray())
        }) {
            double[] image = new double[6];
            double[] back = new double[6];
            h.multiply(v, image);
            h.solve(image, back);
            assertArrayEquals(v, back, 1e-13);
            double pairing = 0;
            for (int i = 0; i < 6; i++) {
                pairing += v[i] * image[i];
            }
            assertEquals(pairing, h.quadratic(v), 1e-13 * pairing);
            assertEquals(pairing, h.inverseQuadratic(image), 1e-13 * pairing);
            assertEquals(PositiveDefinite.of(h.toMatrix()).logDeterminant(), h.logDeterminant(), 1e-12);
        }
    }

    /** By differences of the gradient, extrapolated once: of the order of the fourth power of the step. */
    @Test
    void theHessianOfAPowerNormIsThatOfItsGradient() {
        double[] x = {0.7, -1.5, 2};
        double[] v = {1, -2, 0.5};
        for (double p : new double[] {1.25, 1.75, 2}) {
            for (Potential phi : new Potential[] {
                powerNorm(p).potential(), powerNorm(p).conjugate().potential()
            }) {
                double[] image = new double[3];
                phi.hessian(x).multiply(v, image);
                double h = 1e-3;
                double[] wide = quotient(phi, x, v, 2 * h);
                double[] narrow = quotient(phi, x, v, h);
                for (int i = 0; i < 3; i++) {
                    assertEquals((4 * narrow[i] - wide[i]) / 3, image[i], 1e-9 * (1 + Math.abs(image[i])), "p = " + p);
                }
            }
        }
    }

    private static double[] quotient(Potential phi, double[] x, double[] v, double h) {
        double[] above = new double[x.length];
        double[] below = new double[x.length];
        double[] point = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            point[i] = x[i] + h * v[i];
        }
        phi.gradient(point, above);
        for (int i = 0; i < x.length; i++) {
            point[i] = x[i] - h * v[i];
        }
        phi.gradient(point, below);
        for (int i = 0; i < x.length; i++) {
            above[i] = (above[i] - below[i]) / (2 * h);
        }
        return above;
    }

    /** In four dimensions, where transposed places of a packed triangle are no neighbours. */
    @Test
    void functionsOfMatricesOfFourDimensionsHaveTheHessiansOfTheirGradients() {
        double[] x = {2, 0.5, 1.5, -0.25, 0.125, 3, 0.375, -0.5, 0.25, 2.5};
        double[] v = {1, -2, 0.5, 3, 0.25, -1, 0.75, 1.5, -0.5, 2};
        for (Legendre<Weights, Differential<Weights>> phi : List.<Legendre<Weights, Differential<Weights>>>of(
                Potentials.vonNeumann(4), Potentials.logDeterminant(4))) {
            double[] image = new double[10];
            phi.potential().hessian(x).multiply(v, image);
            double h = 1e-4;
            double[] wide = quotient(phi.potential(), x, v, 2 * h);
            double[] narrow = quotient(phi.potential(), x, v, h);
            for (int i = 0; i < 10; i++) {
                assertEquals((4 * narrow[i] - wide[i]) / 3, image[i], 1e-9 * (1 + Math.abs(image[i])));
            }
        }
    }

    /** ∇²φ*(∇φ(x)) is the inverse of ∇²φ(x), where neither is diagonal. */
    @Test
    void hessiansOfConjugatesAreInverses() {
        Legendre<Weights, Differential<Weights>> quantum = Potentials.vonNeumann(2);
        Legendre<Weights, Differential<Weights>> stein = Potentials.logDeterminant(2);
        Vec<Weights> x = Vec.of(2, 0.5, 1);
        for (Legendre<Weights, Differential<Weights>> phi : List.of(quantum, stein, powerNorm(1.25))) {
            Hessian h = phi.potential().hessian(x.toArray());
            Hessian inverse =
                    phi.conjugate().potential().hessian(phi.gradient(x).toArray());
            double[] v = {1, -2, 0.5};
            double[] image = new double[3];
            double[] back = new double[3];
            h.multiply(v, image);
            inverse.multiply(image, back);
            assertArrayEquals(v, back, 1e-14);
            h.solve(image, back);
            assertArrayEquals(v, back, 1e-14);
            inverse.solve(v, back);
            assertArrayEquals(image, back, 1e-14);
            assertEquals(-h.logDeterminant(), inverse.logDeterminant(), 1e-14);
        }
    }
}
