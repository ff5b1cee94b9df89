package org.legendre.geometry.special;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.legendre.geometry.ExactSums;

/** Against 100-digit arithmetic, at all lengths about the blocks' and in all ranges. */
class JensenShannonSumTest {
    private static void check(double[] p, double[] q) {
        double exact = ExactSums.jensenShannon(p, q).toDouble();
        assertEquals(exact, JensenShannonSum.of(p, q, p.length), 4e-15 * exact, () -> p.length + " masses");
    }

    /** Sums of p and q are equal here, for the terms have them in it: the masses change in pairs. */
    private static double[] moved(double[] p, double factor) {
        double[] q = p.clone();
        for (int i = 0; i + 1 < q.length; i += 2) {
            double d = Math.min(q[i], q[i + 1]) * factor;
            q[i] += d;
            q[i + 1] -= d;
        }
        return q;
    }

    private static double[] masses(int n, double scale) {
        SplittableRandom random = new SplittableRandom(n);
        double[] p = new double[n];
        for (int i = 0; i < n; i++) {
            p[i] = scale * (1 + random.nextInt(1 << 12));
        }
        return p;
    }

    @Test
    void blocksAndWhatIsLeftOfThem() {
        for (int n : new int[] {0, 1, 2, 255, 256, 257, 700}) {
            for (double factor : new double[] {0x1p-35, 0x1p-10, 0.5, 1}) {
                double[] p = masses(n, 0x1p-20);
                check(p, moved(p, factor));
                check(moved(p, factor), p);
            }
        }
    }

    @Test
    void massesOutsideTheBoundsOfTheLoops() {
        for (double scale : new double[] {0x1p-500, 0x1p-900, 0x1p560}) {
            double[] p = masses(300, scale);
            check(p, moved(p, 0x1p-20));
        }
        double[] p = masses(300, 0x1p-20);
        double[] q = p.clone();
        p[7] = 0;
        q[7] = 0;
        p[10] = 0x1p-700;
        q[10] = 0x1p-700;
        q[11] *= 3;
        p[12] = q[11] - p[11] + q[12];
        check(p, q);
    }

    @Test
    void massesWhoseSumOverflows() {
        check(new double[] {1.5e308}, new double[] {1e308});
        check(new double[] {1e308}, new double[] {1.5e308});
        check(new double[] {Double.MAX_VALUE}, new double[] {0x1p1000});
        check(new double[] {Double.MAX_VALUE}, new double[] {0});
    }

    @Test
    void equalMassesAreAtZero() {
        double[] p = masses(300, 1);
        assertEquals(0, JensenShannonSum.of(p, p, 300));
        assertEquals(0, JensenShannonSum.of(p, p, 0));
        assertThrows(IndexOutOfBoundsException.class, () -> JensenShannonSum.of(p, p, 301));
    }
}
