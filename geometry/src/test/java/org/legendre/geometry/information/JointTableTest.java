package org.legendre.geometry.information;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Probabilities;

class JointTableTest {
    /** Cell (i, j, k) of outcomes 2, 3, 2 occurred 100i + 10j + k + 1 times. */
    private static final JointTable TABLE =
            JointTable.ofCounts(new int[] {2, 3, 2}, 1, 2, 11, 12, 21, 22, 101, 102, 111, 112, 121, 122);

    private static final double TOTAL = 738;

    @Test
    void cellsAndSizes() {
        assertEquals(3, TABLE.variables());
        assertEquals(3, TABLE.size(1));
        assertEquals(122 / TOTAL, TABLE.probability(1, 2, 1));
        assertEquals(12 / TOTAL, TABLE.probability(0, 1, 1));
        assertEquals(12, TABLE.joint().size());
    }

    @Test
    void marginalsInAnyOrder() {
        assertArrayEquals(
                new double[] {69 / TOTAL, 669 / TOTAL}, TABLE.marginal(0).toArray(), 1e-16);
        assertArrayEquals(
                new double[] {206 / TOTAL, 246 / TOTAL, 286 / TOTAL},
                TABLE.marginal(1).toArray(),
                1e-16);
        JointTable turned = TABLE.marginalOver(2, 0, 1);
        assertEquals(2, turned.size(0));
        assertEquals(TABLE.probability(1, 2, 0), turned.probability(0, 1, 2));
        JointTable pair = TABLE.marginalOver(1, 0);
        assertEquals(223 / TOTAL, pair.probability(1, 1), 1e-16);
        assertEquals(TABLE, turned.marginalOver(1, 2, 0));
        assertNotEquals(TABLE, turned);
    }

    @Test
    void conditionals() {
        Probabilities conditional = TABLE.conditional(0, 1, 2);
        assertArrayEquals(new double[] {43.0 / 286, 243.0 / 286}, conditional.toArray(), 1e-16);
        JointTable certain = JointTable.of(new double[][] {{1, 0}, {0, 0}});
        assertThrows(DomainException.class, () -> certain.conditional(0, 1, 1));
        assertThrows(DomainException.class, () -> certain.conditional(0, 1, 2));
        assertThrows(DomainException.class, () -> certain.conditional(0, 0, 0));
    }

    @Test
    void groupsAreVariables() {
        JointTable grouped = TABLE.grouped(new int[] {2, 0}, new int[] {1});
        assertEquals(4, grouped.size(0));
        assertEquals(TABLE.probability(0, 2, 1), grouped.probability(2, 2));
        assertThrows(DomainException.class, () -> TABLE.grouped(new int[] {0, 1}));
        assertThrows(DomainException.class, () -> TABLE.grouped(new int[] {0}, new int[] {0}));
    }

    @Test
    void channels() {
        JointTable table = JointTable.ofChannel(
                Probabilities.of(0.25, 0.75), List.of(Probabilities.of(0.5, 0.5), Probabilities.of(0, 1)));
        assertEquals(JointTable.of(new double[][] {{0.125, 0.125}, {0, 0.75}}), table);
        assertThrows(
                DomainException.class,
                () -> JointTable.ofChannel(Probabilities.of(1), List.of(Probabilities.of(1), Probabilities.of(1))));
    }

    @Test
    void badTablesAreRefusedWithTheirValue() {
        DomainException sum =
                assertThrows(DomainException.class, () -> JointTable.of(new double[][] {{0.5, 0.25}, {0.125, 0.0625}}));
        assertTrue(String.valueOf(sum.getMessage()).contains("0.9375"));
        assertThrows(DomainException.class, () -> JointTable.of(new double[][] {{0.5, 0.75}, {-0.25, 0}}));
        assertThrows(DomainException.class, () -> JointTable.of(new double[][] {{Double.NaN, 0.5}, {0.25, 0.25}}));
        assertThrows(DomainException.class, () -> JointTable.of(new double[][] {{0.5, 0.25}, {0.25}}));
        assertThrows(DomainException.class, () -> JointTable.of(new int[] {4}, 0.25, 0.25, 0.25, 0.25));
        assertThrows(DomainException.class, () -> JointTable.of(new int[] {2, 3}, 0.25, 0.25, 0.25, 0.25));
        assertThrows(DomainException.class, () -> JointTable.of(new int[] {0, 3}));
        assertThrows(DomainException.class, () -> JointTable.of(new int[] {1 << 16, 1 << 16, 1 << 16}, 1));
        assertThrows(DomainException.class, () -> JointTable.ofCounts(new int[] {1, 2}, 0, 0));
        assertThrows(DomainException.class, () -> JointTable.ofCounts(new int[] {1, 2}, 3, -1));
        assertThrows(DomainException.class, () -> JointTable.ofCounts(new int[] {1, 2}, 3, (1L << 53) + 1));
        assertThrows(DomainException.class, () -> TABLE.probability(0, 0));
        assertThrows(DomainException.class, () -> TABLE.probability(0, 3, 0));
        assertThrows(DomainException.class, () -> TABLE.size(3));
    }
}
