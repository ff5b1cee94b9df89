package org.legendre.geometry.special;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RelativeEntropyTest {
    private static final int BLOCK = RelativeEntropy.BLOCK;

    @Test
    void termMatchesTables() {
        ReferenceTable.of("relative-entropy-term").binary(RelativeEntropy::term, 1.2e-15);
        ReferenceTable.of("relative-entropy-reduction").binary(RelativeEntropy::term, 4.5e-16);
    }

    @Test
    void blockMatchesTables() {
        ReferenceTable.of("relative-entropy-term").binary(RelativeEntropyTest::inBlock, 1.2e-15);
        ReferenceTable.of("relative-entropy-reduction").binary(RelativeEntropyTest::inBlock, 4.5e-16);
    }

    private static double inBlock(double p, double q) {
        return new RelativeEntropy().terms(new double[] {3, p}, 1, new double[] {q}, 0, 1)[0];
    }

    @Test
    void blocksHaveTheBitsOfTerms() {
        RelativeEntropy entropy = new RelativeEntropy();
        SplittableRandom random = new SplittableRandom(31);
        for (int trial = 0; trial < 400; trial++) {
            // Extreme masses in some blocks only, so that both ways through a block are gone.
            double[] p = masses(random, BLOCK + 9, trial % 2 == 0);
            double[] q = masses(random, BLOCK + 9, trial % 2 == 0);
            for (int i = 0; i < p.length; i++) {
                q[i] = random.nextInt(3) == 0 ? p[i] * (1 + 1e-9 * random.nextDouble()) : q[i];
            }
            int n = random.nextInt(BLOCK + 1);
            double[] terms = entropy.terms(p, 4, q, 9, n);
            for (int i = 0; i < n; i++) {
                assertEquals(RelativeEntropy.term(p[4 + i], q[9 + i]), terms[i]);
            }
            assertEquals(
                    RelativeEntropy.areOrdinary(p, 4, n) && RelativeEntropy.areOrdinary(q, 9, n),
                    entropy.wasOrdinary());
        }
    }

    private static double[] masses(SplittableRandom random, int n, boolean extreme) {
        double[] masses = new double[n];
        Arrays.setAll(masses, i -> Math.exp(random.nextDouble(-9, 9)));
        if (extreme) {
            double[] some = {0, 1e-320, 1e-200, 1e200, Double.MAX_VALUE};
            masses[random.nextInt(n)] = some[random.nextInt(some.length)];
        }
        return masses;
    }

    @Test
    void totalHasTheBitsOfSum() {
        RelativeEntropy entropy = new RelativeEntropy();
        SplittableRandom random = new SplittableRandom(32);
        for (int n : new int[] {0, 1, 2, 7, BLOCK - 1, BLOCK, BLOCK + 1, 2 * BLOCK, 5 * BLOCK + 13}) {
            double[] p = masses(random, n + 3, false);
            double[] q = masses(random, n + 5, false);
            assertEquals(RelativeEntropy.sum(p, 3, q, 5, n), entropy.total(p, 3, q, 5, n));
            assertEquals(Sums.sum(p, 3, n + 3), entropy.massOfP(), 1e-13 * Sums.sum(p, 3, n + 3));
            assertEquals(Sums.sum(q, 5, n + 5), entropy.massOfQ(), 1e-13 * Sums.sum(q, 5, n + 5));
        }
    }

    @Test
    void sumIsTheCompensatedSumOfTerms() {
        SplittableRandom random = new SplittableRandom(33);
        int n = 20_000;
        double[] p = masses(random, n, false);
        double[] q = masses(random, n, false);
        double[] terms = new double[n];
        Arrays.setAll(terms, i -> RelativeEntropy.term(p[i], q[i]));
        double expected = Sums.sum(terms);
        assertEquals(expected, RelativeEntropy.sum(p, 0, q, 0, n), 2 * Math.ulp(expected));
        assertEquals(Sums.sum(Arrays.copyOf(terms, BLOCK)), RelativeEntropy.sum(p, 0, q, 0, BLOCK));
    }

    @Test
    void ends() {
        assertEquals(0, RelativeEntropy.term(7, 7));
        assertEquals(2.5, RelativeEntropy.term(0, 2.5));
        assertEquals(0, RelativeEntropy.term(0, 0));
        assertEquals(Double.POSITIVE_INFINITY, RelativeEntropy.term(1, 0));
        for (double bad : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertEquals(Double.NaN, RelativeEntropy.term(bad, 1));
            assertEquals(Double.NaN, RelativeEntropy.term(1, bad));
            assertEquals(Double.NaN, RelativeEntropy.term(bad, bad));
            double[] x = masses(new SplittableRandom(1), 2 * BLOCK, false);
            double[] y = x.clone();
            y[BLOCK + 3] = bad;
            assertEquals(Double.NaN, RelativeEntropy.sum(x, 0, y, 0, x.length));
            assertFalse(RelativeEntropy.areOrdinary(y, 0, y.length));
            assertTrue(RelativeEntropy.areOrdinary(y, 0, BLOCK));
        }
        double[] certain = new double[2 * BLOCK];
        certain[1] = 1;
        double[] excluded = new double[2 * BLOCK];
        excluded[0] = 1;
        assertEquals(Double.POSITIVE_INFINITY, RelativeEntropy.sum(certain, 0, excluded, 0, 2 * BLOCK));
        assertEquals(0, RelativeEntropy.sum(certain, 0, certain, 0, 2 * BLOCK));
        assertThrows(IndexOutOfBoundsException.class, () -> RelativeEntropy.sum(certain, 1, excluded, 0, 2 * BLOCK));
    }

    @Test
    void termsAddedOneByOneAreCompensated() {
        RelativeEntropyTotals totals = new RelativeEntropyTotals();
        totals.add(3, 1e100);
        totals.add(3, 1);
        totals.add(3, -1e100);
        totals.add(7, 2);
        assertEquals(3, totals.sum());
        totals.clear();
        assertEquals(0, totals.sum());
    }

    @Test
    void bounds() {
        assertTrue(RelativeEntropy.isOrdinary(0x1p-480));
        assertFalse(RelativeEntropy.isOrdinary(Math.nextDown(0x1p-480)));
        assertTrue(RelativeEntropy.isOrdinary(Math.nextDown(0x1p544)));
        assertFalse(RelativeEntropy.isOrdinary(0x1p544));
        assertArrayEquals(
                new double[] {0, 0},
                Arrays.copyOf(
                        new RelativeEntropy()
                                .terms(new double[] {0x1p-480, 0x1p543}, 0, new double[] {0x1p-480, 0x1p543}, 0, 2),
                        2));
    }
}
