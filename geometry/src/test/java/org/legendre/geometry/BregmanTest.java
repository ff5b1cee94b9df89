package org.legendre.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.junit.jupiter.api.Test;
import org.legendre.geometry.family.InverseGaussian;

class BregmanTest {
    private static final DfpField DIGITS = new DfpField(60);
    private static final double[] SEPARATIONS = {1e-3, 1e-5, 1e-7, 1e-9, 1e-11, 1e-13, 1e-15};

    private static Dfp exact(double x) {
        return DIGITS.newDfp(x);
    }

    private static double relativeError(double actual, Dfp expected) {
        return Math.abs(exact(actual).subtract(expected).divide(expected).toDouble());
    }

    private static double of(Potential psi, double a, double b) {
        return Bregman.divergence(psi, new double[] {a}, new double[] {b});
    }

    /** e^a − e^b − e^b(a − b). */
    private static Dfp exponential(double a, double b) {
        Dfp eb = exact(b).exp();
        return exact(a).exp().subtract(eb).subtract(eb.multiply(exact(a).subtract(exact(b))));
    }

    /** a/b − 1 − log(a/b). */
    private static Dfp burg(double a, double b) {
        Dfp ratio = exact(a).divide(exact(b));
        return ratio.subtract(exact(1)).subtract(ratio.log());
    }

    /** a log(a/b) − a + b. */
    private static Dfp entropy(double a, double b) {
        return exact(a).multiply(exact(a).divide(exact(b)).log())
                .subtract(exact(a))
                .add(exact(b));
    }

    @Test
    void nearArgumentsKeepFullRelativeAccuracy() {
        for (double b : new double[] {0.013, 0.7, Math.E, 41.5}) {
            for (double relative : SEPARATIONS) {
                for (double a : new double[] {b * (1 + relative), b * (1 - relative)}) {
                    String at = "a = " + a + ", b = " + b;
                    assertEquals(
                            0, relativeError(of(TestPotentials.exponential(), a, b), exponential(a, b)), 2e-14, at);
                    assertEquals(0, relativeError(of(TestPotentials.burg(), a, b), burg(a, b)), 2e-14, at);
                    assertEquals(0, relativeError(of(TestPotentials.entropy(), a, b), entropy(a, b)), 2e-14, at);
                }
            }
        }
    }

    @Test
    void farArgumentsKeepFullRelativeAccuracy() {
        for (double a : new double[] {1e-12, 1e-3, 0.5, 1, 1.7, Math.E, 30, 300}) {
            for (double b : new double[] {1e-12, 1e-3, 0.6, 1, 1.6, 29, 310}) {
                if (a != b) {
                    String at = "a = " + a + ", b = " + b;
                    assertEquals(
                            0, relativeError(of(TestPotentials.exponential(), a, b), exponential(a, b)), 2e-14, at);
                    assertEquals(0, relativeError(of(TestPotentials.burg(), a, b), burg(a, b)), 2e-14, at);
                    assertEquals(0, relativeError(of(TestPotentials.entropy(), a, b), entropy(a, b)), 2e-14, at);
                }
            }
        }
    }

    @Test
    void extremeScalesKeepFullRelativeAccuracy() {
        double[][] pairs = {{1e-200, 1}, {1, 1e-200}, {1e200, 1e-200}, {1e-150, 1.01e-150}, {1e150, 1.000001e150}};
        for (double[] pair : pairs) {
            String at = pair[0] + ", " + pair[1];
            if (pair[0] / pair[1] <= 1e300) {
                double actual = of(TestPotentials.burg(), pair[0], pair[1]);
                assertEquals(0, relativeError(actual, burg(pair[0], pair[1])), 2e-14, at);
            }
            double actual = of(TestPotentials.entropy(), pair[0], pair[1]);
            assertEquals(0, relativeError(actual, entropy(pair[0], pair[1])), 2e-14, at);
        }
    }

    @Test
    void categoricalKeepsFullRelativeAccuracy() {
        double[] b = {0.3, -2.5, 4.1, -30};
        double[] directions = {1, -0.7, 0.4, 2};
        for (double relative : new double[] {1, 1e-2, 1e-5, 1e-8, 1e-11, 1e-14}) {
            double[] a = new double[4];
            for (int i = 0; i < 4; i++) {
                a[i] = b[i] * (1 + relative * directions[i]);
            }
            Dfp sumA = exact(1);
            Dfp sumB = exact(1);
            Dfp tangent = exact(0);
            for (int i = 0; i < 4; i++) {
                sumA = sumA.add(exact(a[i]).exp());
                sumB = sumB.add(exact(b[i]).exp());
                tangent = tangent.add(exact(b[i]).exp().multiply(exact(a[i]).subtract(exact(b[i]))));
            }
            Dfp expected = sumA.log().subtract(sumB.log()).subtract(tangent.divide(sumB));
            double actual = Bregman.divergence(TestPotentials.categorical(4), a, b);
            assertEquals(0, relativeError(actual, expected), 3e-14, "relative " + relative);
        }
    }

    /** The normal of mean m and variance s at large means, where ψ cancels between its own terms. */
    @Test
    void normalKeepsRelativeAccuracyAtLargeMeans() {
        for (double mean : new double[] {0, 1, 1e3, 1e6}) {
            for (double relative : new double[] {1e3, 1, 1e-3, 1e-6, 1e-10}) {
                double[] b = {mean / 1.3, -0.5 / 1.3};
                double variance = 1.3 * (1 + relative);
                double[] a = {mean / variance, -0.5 / variance};
                Dfp expected = normal(a, b);
                double actual = Bregman.divergence(TestPotentials.normal(), a, b);
                assertEquals(
                        0, relativeError(actual, expected), 5e-14 * (1 + mean * mean * 1e-3), mean + " " + relative);
            }
        }
    }

    private static Dfp normal(double[] a, double[] b) {
        Dfp mean = exact(b[0]).divide(exact(b[1])).multiply(exact(-0.5));
        Dfp second = mean.multiply(mean).subtract(exact(0.5).divide(exact(b[1])));
        return psi(a).subtract(psi(b))
                .subtract(mean.multiply(exact(a[0]).subtract(exact(b[0]))))
                .subtract(second.multiply(exact(a[1]).subtract(exact(b[1]))));
    }

    private static Dfp psi(double[] t) {
        return exact(t[0])
                .multiply(exact(t[0]))
                .divide(exact(t[1]))
                .multiply(exact(-0.25))
                .subtract(exact(t[1]).multiply(exact(-2)).log().multiply(exact(0.5)));
    }

    @Test
    void isNeverNegativeNorNaNAndZeroOnlyAtEquality() {
        SplittableRandom random = new SplittableRandom(20260101);
        Potential[] potentials = {
            TestPotentials.exponential(),
            TestPotentials.burg(),
            TestPotentials.entropy(),
            TestPotentials.softplus(),
            TestPotentials.normal(),
            TestPotentials.categorical(3)
        };
        for (int trial = 0; trial < 100_000; trial++) {
            Potential psi = potentials[trial % potentials.length];
            int n = psi.domain().size();
            double[] b = psi.domain().fromChart(random.doubles(n, -6, 6).toArray());
            double separation = Math.pow(10, random.nextDouble(-17, 1));
            double[] a = b.clone();
            int moved = random.nextInt(n);
            a[moved] *= 1 + separation * random.nextDouble(-1, 1);
            if (!psi.domain().contains(a)) {
                a[moved] = b[moved] * 1.5;
            }
            double divergence = Bregman.divergence(psi, a, b);
            assertTrue(a[moved] == b[moved] ? divergence == 0 : divergence > 0, () -> psi.domain() + " " + divergence);
        }
    }

    /** ∇² = 1/x from 1 to 5e13: every halving next to 1 leaves half of the error, and none of it is rounding. By mpmath 1.3.0 at 60 digits. */
    @Test
    void anIntegralIsRefinedWhereItsErrorStaysInOneHalf() {
        double[] a = {1, 1, 1};
        double[] b = {1, 5.433561777143279e13, 1};
        double expected = 18831290131109.78;
        Potential entropy = Potentials.negativeEntropy(3).potential();
        assertEquals(expected, SkewedJensen.divergence(entropy, a, b, 0.5), 2e-14 * expected);
    }

    /** ψ = −2√(xy) − ½log(−2y), by mpmath 1.3.0 at 50 digits: what x adds next to 0 is 1e-11 of the rest, and no panel is halved for it. */
    @Test
    void aLowSpikeIsNotOverlooked() {
        double[] a = {-4.906094730649281e-35, -1};
        double[] b = {-1.0112214926104486e-43, -0.8187307530779818};
        double expected = 0.010701379080224506;
        assertEquals(
                expected, Bregman.divergence(InverseGaussian.FAMILY.potential().potential(), a, b), 5e-13 * expected);
    }

    @Test
    void signsOfZeroAreEqual() {
        assertEquals(0, of(TestPotentials.exponential(), 0.0, -0.0));
    }

    @Test
    void overflowIsInfiniteOrRefusedNeverNaN() {
        assertEquals(Double.POSITIVE_INFINITY, of(TestPotentials.exponential(), 800, 1));
        DomainException refusal = assertThrows(DomainException.class, () -> of(TestPotentials.exponential(), 800, 799));
        assertTrue(String.valueOf(refusal.getMessage()).contains("Infinity"));
    }

    @Test
    void aHessianThatIsNoNumberEndsInAnExceptionAtOnce() {
        Potential broken = new TestPotentials.Scalar(Domain.reals(1), x -> x * x, x -> 2 * x, x -> Double.NaN);
        assertThrows(DomainException.class, () -> of(broken, 1, 1 + 1e-9));
        Potential nan = new TestPotentials.Scalar(Domain.reals(1), x -> Double.NaN, x -> 2 * x, x -> 2);
        assertThrows(DomainException.class, () -> of(nan, 1, 2));
    }

    @Test
    void aRoughHessianEndsInAnAnswerOrAnExceptionWithinTheBudget() {
        // Rounding noise of a relative 1e-10 that no halving removes: the answer is good to that.
        Potential noisy = new TestPotentials.Scalar(
                Domain.reals(1), x -> x * x, x -> 2 * x, x -> 2 * (1 + 1e-10 * Math.sin(1e15 * x)));
        assertEquals(1, of(noisy, 1 + 1e-7, 1) / Math.pow((1 + 1e-7) - 1, 2), 1e-9);
        // Not the Hessian of this function at all, and rough: refused.
        Potential wrong =
                new TestPotentials.Scalar(Domain.reals(1), x -> x * x, x -> 2 * x, x -> 2 + Math.sin(1e15 * x));
        ConvergenceException failure = assertThrows(ConvergenceException.class, () -> of(wrong, 1 + 1e-7, 1));
        assertTrue(failure.residual() > 1e-8, failure::toString);
        Legendre<Weights, Differential<Weights>> psi = Legendre.of(wrong);
        ConvergenceException skewed =
                assertThrows(ConvergenceException.class, () -> psi.skewedJensen(Vec.of(1 + 1e-7), Vec.of(1), 0.5));
        assertTrue(skewed.residual() > 1e-8, skewed::toString);
    }

    /** Next to 1e15 the values tell nothing, and the integral of the Hessian overflows. */
    @Test
    void aHessianThatOverflowsIsRefused() {
        Potential huge = new TestPotentials.Scalar(Domain.reals(1), x -> x * x, x -> 2 * x, x -> 1e300);
        DomainException refusal = assertThrows(DomainException.class, () -> of(huge, 1e15 + 1e5, 1e15));
        assertTrue(String.valueOf(refusal.getMessage()).contains("Infinity"), refusal::toString);
    }

    @Test
    void bothWaysAgreeWithTheConjugate() {
        Legendre<Weights, Differential<Weights>> psi = Legendre.of(TestPotentials.exponential());
        for (double separation : new double[] {1, 1e-4, 1e-9}) {
            Vec<Weights> a = Vec.of(0.3 + separation);
            Vec<Weights> b = Vec.of(0.3);
            double dual = psi.conjugate().bregman(psi.gradient(b), psi.gradient(a));
            assertEquals(1, dual / psi.bregman(a, b), 1e-14 + 4e-16 / separation);
        }
    }
}
