package org.legendre.geometry.family;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DirichletKernelTest {
    @Test
    void theDivergenceIsRightWhereTheUsualFormulaCancels() {
        List<double[][]> rows = HardCases.read("dirichlet-kl.csv");
        assertEquals(145, rows.size());
        for (double[][] row : rows) {
            assertEquals(
                    row[2][0],
                    DirichletKernel.kl(row[0], row[1]),
                    2e-14 * row[2][0],
                    () -> Arrays.toString(row[0]) + " to " + Arrays.toString(row[1]));
        }
    }

    @Test
    void divergenceAndEntropyAreRightOnTheReferenceRowsOfTheDirichlet() {
        int rows = 0;
        for (ReferenceTable.Row row : ReferenceTable.resources()) {
            double[] p = row.p().stream().mapToDouble(x -> x).toArray();
            double expected = row.value().get(0);
            if (row.family().equals("dirichlet") && row.quantity().equals("kl")) {
                double[] q = row.q().stream().mapToDouble(x -> x).toArray();
                assertEquals(expected, DirichletKernel.kl(p, q), 1e-14 * expected, row::toString);
                rows++;
            } else if (row.family().equals("dirichlet") && row.quantity().equals("entropy")) {
                assertEquals(expected, DirichletKernel.entropy(p), -1e-14 * expected, row::toString);
                rows++;
            }
        }
        assertEquals(62, rows);
    }

    @Test
    void theOrderOfTheComponentsDoesNotMatter() {
        double[] p = {1e-6, 3, 1e7, 0.2};
        double[] q = {1e-6, 3, 4e7, 0.2000001};
        double[] p2 = {1e7, 0.2, 1e-6, 3};
        double[] q2 = {4e7, 0.2000001, 1e-6, 3};
        double kl = DirichletKernel.kl(p, q);
        assertTrue(kl > 0);
        assertEquals(kl, DirichletKernel.kl(p2, q2), 1e-13 * kl);
        assertEquals(0, DirichletKernel.kl(p, p));
    }

    @Test
    void theUniformLawHasTheLargestEntropy() {
        assertEquals(0, DirichletKernel.entropy(new double[] {1, 1}));
        assertEquals(-Math.log(2), DirichletKernel.entropy(new double[] {1, 1, 1}), 1e-16);
        // To second order −½ vᵀ∇²F v with ψ′(1) = π²/6 and ψ′(2) = π²/6 − 1.
        double v = 1e-9;
        assertEquals(-0.5 * v * v, DirichletKernel.entropy(new double[] {1 + v, 1}), 1e-6 * v * v);
    }
}
