package org.legendre.geometry.special;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

class RelativeEntropyLoopsTest {
    private static final int BLOCK = RelativeEntropy.BLOCK;
    private static final double[] EXTREMES = {
        0,
        Double.MIN_VALUE,
        1e-310,
        Double.MIN_NORMAL,
        Math.nextDown(0x1p-480),
        0x1p-480,
        Math.nextDown(0x1p544),
        0x1p544,
        Double.MAX_VALUE,
        -0.0,
        -1,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY
    };

    /** Loops that cannot be made. */
    static final class Broken extends LoopsOfNobody {
        Broken() {
            throw new IllegalStateException("broken");
        }
    }

    /** Loops that do nothing. */
    static class LoopsOfNobody implements RelativeEntropyLoops {
        @Override
        public boolean terms(double[] p, double[] q, double[] out) {
            return true;
        }

        @Override
        public void terms(double[] p, double[] q, double[] differences, double[] out) {}

        @Override
        public boolean add(double[] p, int fromP, double[] q, int fromQ, RelativeEntropyTotals totals) {
            return true;
        }
    }

    @Test
    void loopsAreFoundByModuleAndName() {
        String name = LoopsOfNobody.class.getName();
        assertEquals(Optional.empty(), RelativeEntropyLoops.find("no.such.module", name));
        assertEquals(Optional.empty(), RelativeEntropyLoops.find("java.base", name + "s"));
        assertEquals(
                LoopsOfNobody.class,
                RelativeEntropyLoops.find("java.base", name).orElseThrow().getClass());
        assertThrows(LinkageError.class, () -> RelativeEntropyLoops.find("java.base", Broken.class.getName()));
        assertThrows(ClassCastException.class, () -> RelativeEntropyLoops.find("java.base", "java.lang.String"));
    }

    @Test
    @DisabledIfSystemProperty(named = "legendre.vector", matches = "true")
    void loopsAreScalarByDefault() {
        assertEquals(
                ScalarRelativeEntropyLoops.class, RelativeEntropyLoops.fastest().getClass());
    }

    @Test
    @EnabledIfSystemProperty(named = "legendre.vector", matches = "true")
    void vectorLoopsHaveTheBitsOfScalarOnes() {
        RelativeEntropyLoops vector = RelativeEntropyLoops.VECTOR.orElseThrow();
        assertEquals(vector, RelativeEntropyLoops.fastest());
        RelativeEntropyLoops scalar = new ScalarRelativeEntropyLoops();
        SplittableRandom random = new SplittableRandom(91);
        for (int trial = 0; trial < 4000; trial++) {
            double[] p = masses(random, BLOCK, trial % 4 == 3);
            double[] q = near(random, p, masses(random, BLOCK, trial % 4 == 3), trial);
            double[] expected = new double[BLOCK];
            double[] actual = new double[BLOCK];
            assertEquals(scalar.terms(p, q, expected), vector.terms(p, q, actual));
            assertArrayEquals(expected, actual);
            if (trial % 4 != 3) {
                double[] differences = new double[BLOCK];
                Arrays.setAll(differences, i -> (q[i] - p[i]) * (1 + 1e-3 * random.nextDouble()));
                scalar.terms(p, q, differences, expected);
                vector.terms(p, q, differences, actual);
                assertArrayEquals(expected, actual);
            }
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "legendre.vector", matches = "true")
    void vectorTotalsHaveTheBitsOfScalarOnes() {
        RelativeEntropy vector = new RelativeEntropy(RelativeEntropyLoops.VECTOR.orElseThrow());
        RelativeEntropy scalar = new RelativeEntropy(new ScalarRelativeEntropyLoops());
        SplittableRandom random = new SplittableRandom(92);
        for (int trial = 0; trial < 2000; trial++) {
            int n = random.nextInt(6 * BLOCK);
            boolean extreme = trial % 2 == 1;
            double[] p = masses(random, n + 7, extreme);
            double[] q = near(random, Arrays.copyOfRange(p, 2, n + 7), masses(random, n + 5, extreme), trial);
            double expected = scalar.total(p, 7, q, 5, n);
            assertEquals(expected, vector.total(p, 7, q, 5, n));
            assertEquals(scalar.massOfP(), vector.massOfP());
            assertEquals(scalar.massOfQ(), vector.massOfQ());
            assertFalse(expected < 0);
            assertTrue(extreme || expected < Double.POSITIVE_INFINITY);
        }
    }

    /** Of very different size; if extreme, some at the ends of the range and beyond, in half of the arrays legal ones only. */
    private static double[] masses(SplittableRandom random, int n, boolean extreme) {
        double[] masses = new double[n];
        double spread = Math.exp(random.nextDouble(-3, Math.log(300)));
        Arrays.setAll(masses, i -> Math.exp(random.nextDouble(-spread, spread)));
        int kinds = random.nextBoolean() ? EXTREMES.length : 9;
        for (int i = 0; extreme && i < 4; i++) {
            masses[random.nextInt(n)] = EXTREMES[random.nextInt(kinds)];
        }
        return masses;
    }

    /** Some of q as p or near it, or at a power of two from it. */
    private static double[] near(SplittableRandom random, double[] p, double[] q, int trial) {
        double[] near = q.clone();
        for (int i = 0; i < q.length; i++) {
            switch (random.nextInt(6)) {
                case 0 -> near[i] = p[i];
                case 1 -> near[i] = p[i] * (1 + 1e-9 * random.nextDouble());
                case 2 -> near[i] = p[i] * (0.5 + 1.5 * random.nextDouble());
                case 3 -> near[i] = trial % 2 == 0 ? Math.nextUp(Math.scalb(p[i], random.nextInt(-3, 4))) : near[i];
                default -> {}
            }
        }
        return near;
    }
}
