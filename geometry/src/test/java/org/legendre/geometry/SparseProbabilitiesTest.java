package org.legendre.geometry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.hipparchus.dfp.Dfp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.legendre.geometry.divergence.Divergences;
import org.legendre.geometry.divergence.FDivergence;

/** Sparse distributions against dense ones, and vectors of ten million entries against 100-digit sums. */
class SparseProbabilitiesTest {
    private static final long FAR = Long.MAX_VALUE;
    private static final SparseProbabilities P = SparseProbabilities.of(new long[] {-5, 7, FAR}, .5, .25, .25);
    private static final SparseProbabilities Q =
            SparseProbabilities.of(new long[] {-5, 0, 7, FAR}, .125, .125, .25, .5);

    @Test
    void divergencesAreThoseOfTheUnion() {
        Probabilities p = Probabilities.of(.5, 0, .25, .25);
        Probabilities q = Probabilities.of(.125, .125, .25, .5);
        assertEquals(p.klTo(q), P.klTo(Q), 1e-16);
        assertEquals(Double.POSITIVE_INFINITY, Q.klTo(P));
        assertEquals(p.jensenShannonTo(q), P.jensenShannonTo(Q), 1e-16);
        assertEquals(q.jensenShannonTo(p), Q.jensenShannonTo(P), 1e-16);
        assertEquals(p.entropy(), P.entropy(), 1e-16);
        assertEquals(p.entropy() + p.klTo(q), P.crossEntropyTo(Q), 1e-15);
        assertEquals(Divergences.hellinger(q, p), Q.onUnion(P, Divergences::hellinger));
        assertEquals(FDivergence.LE_CAM.between(p, q), P.onUnion(Q, FDivergence.LE_CAM::between));
    }

    @Test
    void missingAbsoluteContinuityIsInfiniteWhereItIs() {
        SparseProbabilities other = SparseProbabilities.of(new long[] {-4, 6, FAR - 1}, .5, .25, .25);
        assertEquals(Double.POSITIVE_INFINITY, P.klTo(other));
        assertEquals(Double.POSITIVE_INFINITY, P.crossEntropyTo(other));
        assertEquals(Math.log(2), P.jensenShannonTo(other));
        assertEquals(1, P.onUnion(other, FDivergence.TOTAL_VARIATION::between));
        // Sums above 1 within the tolerance do not carry the divergence above log 2.
        SparseProbabilities heavy = SparseProbabilities.of(new long[] {1, 2}, .5 + 4e-10, .5);
        assertEquals(Math.log(2), P.jensenShannonTo(heavy));
        SparseProbabilities last = SparseProbabilities.of(new long[] {-5, 7, 8}, .5, .25, .25);
        assertEquals(Double.POSITIVE_INFINITY, P.klTo(last));
    }

    @Test
    void whatWasGivenIsKept() {
        assertEquals(3, P.supportSize());
        assertEquals(.25, P.get(7));
        assertEquals(0, P.get(8));
        assertArrayEquals(new long[] {-5, 7, FAR}, P.support());
        assertEquals(Probabilities.of(.5, .25, .25), P.onSupport());
        assertEquals("{-5: 0.5, 7: 0.25, 9223372036854775807: 0.25}", P.toString());
        SparseProbabilities counted = SparseProbabilities.normalized(new long[] {-5, 7, FAR}, 2, 1, 1);
        assertEquals(P, counted);
        assertEquals(P.hashCode(), counted.hashCode());
        assertNotEquals(P, Q);
    }

    @Test
    void nothingIsNormalisedOrDroppedSilently() {
        refuses(() -> SparseProbabilities.of(new long[] {1, 2}, .5, .4), "these sum to 0.9");
        refuses(() -> SparseProbabilities.of(new long[] {2, 2}, .5, .5), "outcome 1 = 2");
        refuses(() -> SparseProbabilities.of(new long[] {2, 1}, .5, .5), "outcome 1 = 1");
        refuses(() -> SparseProbabilities.of(new long[] {1, 2}, 1, 0), "outcome 2 = 0.0");
        refuses(() -> SparseProbabilities.of(new long[] {1, 2}, 1.5, -.5), "outcome 2 = -0.5");
        refuses(() -> SparseProbabilities.of(new long[] {1, 2}, 1.5, .5), "outcome 1 = 1.5");
        refuses(() -> SparseProbabilities.of(new long[] {1, 2}, Double.NaN, .5), "outcome 1 = NaN");
        refuses(() -> SparseProbabilities.of(new long[] {1, 2}, 1), "length 2, not 1");
        refuses(() -> SparseProbabilities.of(new long[0]), "these sum to 0.0");
        refuses(() -> SparseProbabilities.normalized(new long[] {1, 2}, 1e-320, 1e300), "outcome 1 = 0.0");
        refuses(() -> SparseProbabilities.normalized(new long[] {1, 2}, 1, Double.POSITIVE_INFINITY), "Infinity");
    }

    private static void refuses(Executable call, String part) {
        String message =
                String.valueOf(assertThrows(DomainException.class, call).getMessage());
        assertTrue(message.contains(part), message);
    }

    /** Random supports, merged in every order of arrival. */
    @Test
    void randomSupports() {
        SplittableRandom random = new SplittableRandom(7);
        for (int trial = 0; trial < 200; trial++) {
            double[] p = new double[30];
            double[] q = new double[30];
            for (int i = 0; i < 30; i++) {
                p[i] = random.nextInt(3) == 0 ? 0 : random.nextExponential();
                q[i] = p[i] == 0 && random.nextInt(2) == 0 ? 0 : random.nextExponential();
            }
            Probabilities denseP = Probabilities.normalized(p);
            Probabilities denseQ = Probabilities.normalized(q);
            SparseProbabilities sparseP = sparse(denseP);
            SparseProbabilities sparseQ = sparse(denseQ);
            assertRelative(denseP.klTo(denseQ), sparseP.klTo(sparseQ), 1e-15);
            assertRelative(denseQ.jensenShannonTo(denseP), sparseQ.jensenShannonTo(sparseP), 1e-15);
            assertRelative(denseP.jensenShannonTo(denseQ), sparseP.jensenShannonTo(sparseQ), 1e-15);
        }
    }

    private static SparseProbabilities sparse(Probabilities p) {
        long[] outcomes = new long[p.size()];
        double[] masses = new double[p.size()];
        int n = 0;
        for (int i = 0; i < p.size(); i++) {
            if (p.get(i) > 0) {
                outcomes[n] = 1000L * i;
                masses[n++] = p.get(i);
            }
        }
        return SparseProbabilities.of(Arrays.copyOf(outcomes, n), Arrays.copyOf(masses, n));
    }

    private static void assertRelative(double expected, double actual, double error) {
        assertEquals(expected, actual, error * Math.abs(expected));
        assertTrue(actual >= 0);
    }

    /** 10 · 2²⁰ classes of dyadic probabilities that sum to exactly 1; the second vector is the first to 1e-12 relatively, and far. */
    @Test
    void tenMillionEntriesAreExact() {
        int copies = 1 << 20;
        double[] pattern = {0x1p-23, 0x1p-23, 0x1p-22, 0x1p-22, 0x1p-24, 0x1p-24, 0x1p-25, 0x1p-25, 0x1p-26, 0x1p-26};
        double rest = 0x1p-20 - Arrays.stream(pattern).sum();
        pattern[0] += rest;
        for (double t : new double[] {0x1p-40, 0.5}) {
            double[] moved = pattern.clone();
            for (int i = 2; i < moved.length; i += 2) {
                moved[i] *= 1 + t;
                moved[i + 1] *= 1 - t;
            }
            assertEquals(0x1p-20, Arrays.stream(moved).sum(), 0);
            double[] p = repeated(pattern, copies);
            double[] q = repeated(moved, copies);
            assertRelative(
                    ExactSums.kl(pattern, moved).multiply(copies),
                    Probabilities.of(p).klTo(Probabilities.of(q)));
            long[] outcomes = new long[p.length];
            Arrays.setAll(outcomes, i -> 3L * i);
            SparseProbabilities sparseP = SparseProbabilities.of(outcomes, p);
            SparseProbabilities sparseQ = SparseProbabilities.of(outcomes, q);
            assertRelative(ExactSums.kl(moved, pattern).multiply(copies), sparseQ.klTo(sparseP));
            assertRelative(ExactSums.jensenShannon(pattern, moved).multiply(copies), sparseP.jensenShannonTo(sparseQ));
            assertRelative(ExactSums.entropy(moved).multiply(copies), sparseQ.entropy());
        }
    }

    private static double[] repeated(double[] pattern, int copies) {
        double[] all = new double[pattern.length * copies];
        Arrays.setAll(all, i -> pattern[i % pattern.length]);
        return all;
    }

    /** Entries from 1e-320 to 1, near-equal and far. */
    @Test
    void entriesOfAllSizesAreExact() {
        double[] p = {
            .5, .25, .25 - 0x1p-30, 0x1p-31, 0x1p-31, 0x1p-400, 0x1p-400, 0x1p-1000, 0x1p-1000, 0x1p-1063, 0x1p-1063
        };
        for (double t : new double[] {0x1p-10, 0x1p-8, 0.5}) {
            double[] q = p.clone();
            for (int i = 3; i < p.length; i += 2) {
                q[i] *= 1 + t;
                q[i + 1] *= 1 - t;
            }
            check(p, q);
            // The smallest alone, as a part of the sum that nothing hides.
            for (int i = 3; i + 2 < p.length; i++) {
                q[i] = p[i];
            }
            check(p, q);
        }
        double[] near = p.clone();
        near[0] += 0x1p-41;
        near[1] -= 0x1p-41;
        check(p, near);
    }

    private static void check(double[] p, double[] q) {
        Probabilities denseP = Probabilities.of(p);
        Probabilities denseQ = Probabilities.of(q);
        assertRelative(ExactSums.kl(p, q), denseP.klTo(denseQ));
        assertRelative(ExactSums.kl(q, p), denseQ.klTo(denseP));
        assertRelative(ExactSums.jensenShannon(p, q), denseP.jensenShannonTo(denseQ));
        assertRelative(ExactSums.entropy(p), denseP.entropy());
        long[] outcomes = new long[p.length];
        Arrays.setAll(outcomes, i -> i);
        assertRelative(
                ExactSums.kl(p, q), SparseProbabilities.of(outcomes, p).klTo(SparseProbabilities.of(outcomes, q)));
    }

    /** 1e-12 where the result is a normal number; a subnormal one knows its digits only. */
    private static void assertRelative(Dfp expected, double actual) {
        double value = expected.toDouble();
        assertEquals(value, actual, Math.max(1e-12 * value, 16 * Double.MIN_VALUE));
        assertTrue(actual >= 0, () -> "negative: " + actual);
    }
}
