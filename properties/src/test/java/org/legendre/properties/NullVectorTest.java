package org.legendre.properties;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class NullVectorTest {
    @Test
    void theVectorIsMappedToZero() {
        double[][] matrix = {{1, 2, 3, -1}, {0, 5, -4, 2}, {7, 1, 1, 3}};
        double[] a = NullVector.of(matrix).orElseThrow();
        double norm = 0;
        for (double entry : a) {
            norm += Math.abs(entry);
        }
        assertEquals(1, norm, 1e-15);
        for (double[] row : matrix) {
            assertEquals(0, Rounding.dot(row, a), 1e-15);
        }
    }

    @Test
    void twoNumbersAreWeighed() {
        assertArrayEquals(
                new double[] {0.75, -0.25},
                NullVector.of(new double[][] {{1, 3}}).orElseThrow(),
                1e-15);
    }

    @Test
    void dependentRowsHaveNoOneDirection() {
        assertTrue(NullVector.of(new double[][] {{1, 2, 3}, {2, 4, 6}}).isEmpty());
    }
}
