package org.legendre.geometry.special;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class GammaRemainderBlockTest {
    private static final int BLOCK = RelativeEntropy.BLOCK;

    @Test
    void bregmanMatchesTable() {
        int[] accepted = {0};
        ReferenceTable.of("gamma-remainder-bregman")
                .binary(
                        (a, b) -> {
                            if (!(GammaRemainderBlock.accepts(a) && GammaRemainderBlock.accepts(b))) {
                                return GammaRemainder.bregman(a, b);
                            }
                            accepted[0]++;
                            return GammaRemainderBlock.bregman(a, b, a - b);
                        },
                        2e-15);
        assertTrue(accepted[0] > 100, () -> accepted[0] + " rows");
    }

    @Test
    void blocksHaveTheBitsOfOneAtATime() {
        SplittableRandom random = new SplittableRandom(51);
        GammaRemainderBlock block = new GammaRemainderBlock();
        double[] a = new double[BLOCK];
        double[] b = new double[BLOCK];
        double[] d = new double[BLOCK];
        double[] out = new double[BLOCK];
        for (int trial = 0; trial < 200; trial++) {
            double spread = random.nextDouble(0.1, 22);
            Arrays.setAll(a, i -> Math.exp(random.nextDouble(-1, 1) * spread));
            Arrays.setAll(
                    b,
                    i -> i % 3 == 0
                            ? a[i] * (1 + 1e-9 * random.nextDouble())
                            : Math.exp(random.nextDouble(-1, 1) * spread));
            b[7] = a[7];
            Arrays.setAll(d, i -> a[i] - b[i]);
            block.bregman(a, b, d, out);
            for (int i = 0; i < BLOCK; i++) {
                assertEquals(GammaRemainderBlock.bregman(a[i], b[i], d[i]), out[i]);
                double expected = GammaRemainder.bregman(a[i], b[i], d[i]);
                assertEquals(expected, out[i], 4e-15 * expected);
                assertEquals(d[i] == 0, out[i] == 0);
            }
        }
    }

    @Test
    void bounds() {
        assertTrue(GammaRemainderBlock.accepts(0x1p-480));
        assertTrue(GammaRemainderBlock.accepts(Math.nextDown(0x1p32)));
        for (double x : new double[] {Math.nextDown(0x1p-480), 0x1p32, 0, -1, Double.NaN}) {
            assertFalse(GammaRemainderBlock.accepts(x));
        }
    }
}
