package org.legendre.geometry.information;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.legendre.geometry.Bits;
import org.legendre.geometry.DomainException;

/** Reference values: the definitions in 60-digit arithmetic (mpmath), unless a textbook is named. */
class InformationTest {
    private static final double LOG_2 = Math.log(2);
    private static final JointTable THREE = JointTable.ofCounts(new int[] {2, 2, 2}, 5, 10, 15, 20, 8, 12, 13, 17);

    private static void assertRelative(double expected, double actual) {
        assertEquals(expected, actual, 1e-14 * Math.abs(expected));
    }

    private static double bits(double nats) {
        return Bits.ofNats(nats).value();
    }

    /** T. M. Cover and J. A. Thomas, Elements of Information Theory (2nd edition, 2006), example 2.2.1. */
    @Test
    void coverAndThomas() {
        JointTable table = JointTable.of(new double[][] {
            {0.125, 0.0625, 0.03125, 0.03125},
            {0.0625, 0.125, 0.03125, 0.03125},
            {0.0625, 0.0625, 0.0625, 0.0625},
            {0.25, 0, 0, 0}
        });
        // The rows are y, the columns x.
        assertRelative(1.75, bits(Information.entropy(table, 1)));
        assertRelative(2, bits(Information.entropy(table, 0)));
        assertRelative(3.375, bits(Information.entropy(table, 0, 1)));
        assertRelative(11.0 / 8, bits(Information.conditionalEntropy(table, 1, 0)));
        assertRelative(13.0 / 8, bits(Information.conditionalEntropy(table, 0, 1)));
        assertRelative(0.375, bits(Information.mutualInformation(table, 0, 1)));
        assertRelative(1, bits(Information.pointwise(table, 0, 1, 3, 0)));
        assertEquals(Double.NEGATIVE_INFINITY, Information.pointwise(table, 0, 1, 3, 1));
    }

    @Test
    void threeVariables() {
        assertRelative(2.009451989922349, Information.entropy(THREE, 0, 1, 2));
        assertRelative(2.009451989922349, Information.entropy(THREE, 2, 0, 1));
        assertRelative(0.6868114506705066, Information.conditionalEntropy(THREE, 0, 1, 2));
        assertRelative(0.6876385260573878, Information.conditionalEntropy(THREE, 0, 1));
        assertRelative(0.005508654502557509, Information.mutualInformation(THREE, 0, 1));
        assertRelative(0.006129016755192877, Information.conditionalMutualInformation(THREE, 0, 1, 2));
        assertRelative(0.006129016755192877, Information.conditionalMutualInformation(THREE, 1, 0, 2));
        assertRelative(0.008000376407179809, Information.totalCorrelation(THREE));
        assertRelative(0.008620738659815178, Information.dualTotalCorrelation(THREE));
        assertEquals(0.008000376407179809 - 0.008620738659815178, Information.oInformation(THREE), 1e-16);
        assertRelative(-0.1541506798272583, Information.pointwise(THREE, 0, 1, 0, 0));
    }

    @Test
    void chainRuleThroughGroups() {
        double pair = Information.mutualInformation(THREE.grouped(new int[] {0}, new int[] {1, 2}), 0, 1);
        double chain =
                Information.mutualInformation(THREE, 0, 1) + Information.conditionalMutualInformation(THREE, 0, 2, 1);
        assertRelative(chain, pair);
    }

    @Test
    void exclusiveOrIsAllSynergy() {
        JointTable xor = JointTable.ofCounts(new int[] {2, 2, 2}, 1, 0, 0, 1, 0, 1, 1, 0);
        assertEquals(0, Information.mutualInformation(xor, 0, 1));
        assertEquals(0, Information.mutualInformation(xor, 1, 2));
        assertRelative(LOG_2, Information.conditionalMutualInformation(xor, 0, 1, 2));
        assertRelative(LOG_2, Information.totalCorrelation(xor));
        assertRelative(2 * LOG_2, Information.dualTotalCorrelation(xor));
        assertRelative(-LOG_2, Information.oInformation(xor));
        assertEquals(0, Information.conditionalEntropy(xor, 0, 1, 2));
    }

    @Test
    void nearlyIndependentVariables() {
        double k = 0x1p-50;
        JointTable table = JointTable.of(new double[][] {
            {3.0 / 32 + k, 5.0 / 32 - k},
            {9.0 / 32 - k, 15.0 / 32 + k}
        });
        assertRelative(8.975484077181282e-30, Information.mutualInformation(table, 0, 1));
        assertRelative(k * 32 / 3, Information.pointwise(table, 0, 1, 0, 0));
        // A margin keeps what its cells know.
        JointTable split = JointTable.of(
                new int[] {2, 2, 2},
                3.0 / 64 + k,
                3.0 / 64,
                5.0 / 64,
                5.0 / 64 - k,
                9.0 / 64,
                9.0 / 64 - k,
                15.0 / 64 + k,
                15.0 / 64);
        assertRelative(8.975484077181282e-30, Information.mutualInformation(split.marginalOver(0, 1), 0, 1));
    }

    /** The last places of the margins, of their products and of the total decide here. */
    @Test
    void nearlyIndependentVariablesOfUnroundNumbers() {
        double e = 1e-12;
        JointTable table = JointTable.of(new double[][] {{0.03 + e, 0.07 - e}, {0.27 - e, 0.63 + e}});
        assertRelative(2.645475548043575e-23, Information.mutualInformation(table, 0, 1));
        JointTable three = JointTable.of(
                new int[] {2, 2, 2},
                0.0030000000007,
                0.0270000000003,
                0.006999999999300001,
                0.06299999999970002,
                0.026999999999300004,
                0.2429999999997,
                0.0630000000007,
                0.5670000000003);
        assertRelative(2.6454731157723517e-23, Information.mutualInformation(three, 0, 1));
        assertRelative(2.6454731157723517e-23, Information.mutualInformation(three.marginalOver(0, 1), 0, 1));
        assertRelative(
                2.6454731157723517e-23,
                Information.mutualInformation(three.grouped(new int[] {1}, new int[] {0}), 0, 1));
    }

    @Test
    void dependenceUnderARareCondition() {
        double rare = 1e-200;
        JointTable table = JointTable.of(
                new int[] {2, 2, 2}, 0.25, 0.4 * rare, 0.25, 0.1 * rare, 0.25, 0.1 * rare, 0.25, 0.4 * rare);
        assertRelative(0.19274475702175742 * rare, Information.conditionalMutualInformation(table, 0, 1, 2));
    }

    @Test
    void independentCountsHaveNoInformation() {
        JointTable table = JointTable.ofCounts(new int[] {2, 3}, 3, 21, 9, 7, 49, 21);
        assertEquals(0, Information.mutualInformation(table, 0, 1));
        assertEquals(0, Information.pointwise(table, 0, 1, 1, 2));
        assertTrue(Information.mutualInformation(JointTable.ofCounts(new int[] {2, 2}, 1, 1, 1, 2), 0, 1) > 0.01);
    }

    @Test
    void rareEvents() {
        // H(ε) = ε(1 − log ε) but for ε²
        JointTable table = JointTable.of(new double[][] {{1e-200, 0}, {0, 1}});
        assertRelative(4.6151701859880915e-198, Information.mutualInformation(table, 0, 1));
        assertRelative(4.6151701859880915e-198, Information.entropy(table, 0));
        JointTable tiny = JointTable.of(new double[][] {{1e-310, 0}, {0, 1}});
        assertEquals(1e-310 * (1 + 310 * Math.log(10)), Information.mutualInformation(tiny, 0, 1), 1e-320);
        assertEquals(310 * Math.log(10), Information.pointwise(tiny, 0, 1, 0, 0), 1e-9);
    }

    @Test
    void nearlyCertainVariables() {
        double e = 0x1p-45;
        JointTable table = JointTable.of(new double[][] {{1 - e, e}, {0, 0}});
        assertRelative(9.149409585574382e-13, Information.entropy(table, 1));
        assertEquals(0, Information.entropy(table, 0));
        assertEquals(0, Information.mutualInformation(table, 0, 1));
        // The same certainty as a sum of many small cells.
        JointTable sum = JointTable.of(
                new int[] {2, 4}, 0.25 - e / 4, 0.25 - e / 4, 0.25 - e / 4, 0.25 - e / 4, e / 4, e / 4, e / 4, e / 4);
        assertRelative(9.149409585574382e-13, Information.entropy(sum, 0));
        assertRelative(9.149409585574382e-13, Information.conditionalEntropy(sum, 0, 1));
    }

    @Test
    void badQuestionsAreRefused() {
        assertThrows(DomainException.class, () -> Information.entropy(THREE));
        assertThrows(DomainException.class, () -> Information.entropy(THREE, 3));
        assertThrows(DomainException.class, () -> Information.entropy(THREE, 0, 0));
        assertThrows(DomainException.class, () -> Information.mutualInformation(THREE, 1, 1));
        assertThrows(DomainException.class, () -> Information.conditionalMutualInformation(THREE, 0, 1, 1));
        assertThrows(DomainException.class, () -> Information.pointwise(THREE, 0, 1, 2, 0));
        JointTable certain = JointTable.of(new double[][] {{1, 0}, {0, 0}});
        assertThrows(DomainException.class, () -> Information.pointwise(certain, 0, 1, 1, 0));
    }
}
