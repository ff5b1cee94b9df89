package org.legendre.optimize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.PositiveDefinite;

/** Sets and their linear minimisation, beside the plainest way to compute it. */
class ConstraintTest {
    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** The least ⟨g, s⟩ under caps: fill the cheapest coordinates one after the other. */
    private static double leastUnderCaps(double[] g, double[] caps) {
        Integer[] order = new Integer[g.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (i, j) -> Double.compare(g[i], g[j]));
        double rest = 1;
        double sum = 0;
        for (int i : order) {
            double part = Math.min(rest, caps[i]);
            sum += part * g[i];
            rest -= part;
        }
        return sum;
    }

    @Test
    void theGapOfTheCappedSimplexIsThatOfTheGreedyFill() {
        SplittableRandom random = new SplittableRandom(2);
        for (int k = 0; k < 500; k++) {
            int n = 2 + random.nextInt(12);
            double[] caps = random.doubles(n, 1.0 / n, 4.0 / n).toArray();
            double[] x = new double[n];
            Arrays.fill(x, 1.0 / n);
            double scale = Math.exp(random.nextDouble(-200, 200));
            // Ties included.
            double[] g =
                    random.ints(n, -4, 4).asDoubleStream().map(e -> scale * e).toArray();
            double expected = dot(g, x) - leastUnderCaps(g, caps);
            double gap = Constraint.cappedSimplex(caps).gap(x, g);
            assertEquals(expected, gap, 1e-14 * scale);
            assertTrue(gap >= 0);
        }
    }

    @Test
    void theGapsOfBoxesBallsAndProductsAreThoseOfTheirVertices() {
        double[] g = {3, -1, 0, 2, -4};
        double[] x = {0.25, 0.5, 0.125, 0.25, -0.25};
        double[] lower = {0, 0, 0, -1, -2};
        double[] upper = {1, 1, 1, 1, 1};
        assertEquals(
                dot(g, x) - (0 - 1 + 0 - 2 - 4), Constraint.box(lower, upper).gap(x, g), 1e-15);
        assertEquals(dot(g, x) + 1.5 * 4, Constraint.l1Ball(1.5).gap(x, g), 1e-15);
        double[] w = {0.25, 0.75, 0.5, 0.25, 0.25};
        assertEquals(dot(g, w) + 1 + 4, Constraint.simplices(2, 3).gap(w, g), 1e-15);
        double[] open = {1, 1, 1, 1, Double.POSITIVE_INFINITY};
        assertEquals(Double.POSITIVE_INFINITY, Constraint.box(lower, open).gap(x, g));
        assertEquals(
                Double.POSITIVE_INFINITY,
                Constraint.affine(new double[][] {{1, 0, 0, 0, 0}}, new double[] {1})
                        .gap(x, g));
    }

    /** ⟨G, X⟩ − λ_min(G): here G = diag(−1, 2) + off-diagonal 2, with eigenvalues −2 and 3. */
    @Test
    void theGapOfTheSpectrahedronIsAboveTheLeastEigenvalue() {
        double[] g = {-1, 4, 2};
        double[] x = {0.5, 0.25, 0.5};
        assertEquals(dot(g, x) + 2, Constraint.spectrahedron(2).gap(x, g), 1e-15);
        // The eigenvector (2, −1)/√5 of −2 is the optimum.
        assertEquals(0, Constraint.spectrahedron(2).gap(new double[] {0.8, -0.4, 0.2}, g), 1e-15);
    }

    private static void says(String words, Constraint set, double... x) {
        String reason = set.diagnose(x).orElse("inside");
        assertTrue(reason.contains(words), reason);
    }

    @Test
    void pointsOutsideAreDiagnosedInWords() {
        says("above its cap", Constraint.cappedSimplex(0.5, 1), 0.75, 0.25);
        says("sum to 0.75", Constraint.cappedSimplex(0.5, 1), 0.25, 0.5);
        says("the entries of block 1 sum to 2.0", Constraint.simplices(1, 2), 1, 1, 1);
        says("length 2", Constraint.simplices(1, 2), 1, 1);
        says("not in [0.0, 1.0]", Constraint.box(new double[] {0}, new double[] {1}), 2);
        says("not in", Constraint.box(new double[] {0}, new double[] {1}), Double.NaN);
        says("not ≤ 1.0", Constraint.l1Ball(1), 0.75, -0.5);
        says("not ≤ 1.0", Constraint.l1Ball(1), 0.75, Double.NaN);
        says("equation 0 is off by 1.0", Constraint.affine(new double[][] {{1, 1}}, new double[] {3}), 1, 1);
        says("off by NaN", Constraint.affine(new double[][] {{1, 1}}, new double[] {3}), 1, Double.NaN);
        says("the trace is 2.0", Constraint.spectrahedron(2), 1, 0, 1);
        says("an eigenvalue is", Constraint.spectrahedron(2), 0.5, 0.75, 0.5);
        says("entry 1 is NaN", Constraint.spectrahedron(2), 0.5, Double.NaN, 0.5);
        says("inside", Constraint.spectrahedron(2), 1, 0, 0);
        says("inside", Constraint.l1Ball(1), 0.75, -0.25);
        says("length 1 instead of 2", Constraint.affine(new double[][] {{1, 1}}, new double[] {3}), 3);
        says("length 2 instead of 1", Constraint.box(new double[] {0}, new double[] {1}), 0, 0);
        says("length 1 instead of 2", Constraint.cappedSimplex(1, 1), 1);
        says("length 2 instead of 3", Constraint.spectrahedron(2), 1, 0);
        double[] packed = PositiveDefinite.identity(2).toPacked();
        says("not 1 within", Constraint.spectrahedron(2), packed);
    }

    private static void refused(String words, Supplier<Constraint> call) {
        DomainException refusal = assertThrows(DomainException.class, call::get);
        String message = String.valueOf(refusal.getMessage());
        assertTrue(message.contains(words), message);
    }

    @Test
    void badSetsAreRefusedInWords() {
        refused("a number > 1", () -> Constraint.cappedSimplex(0.5, 0.5));
        refused("cap 1 = 0.0", () -> Constraint.cappedSimplex(2, 0));
        refused("cap 0 = NaN", () -> Constraint.cappedSimplex(Double.NaN, 1));
        refused("size of block 1 = 0", () -> Constraint.simplices(2, 0));
        refused("number of simplices = 0", Constraint::simplices);
        refused("lower < upper", () -> Constraint.box(new double[] {0}, new double[] {0}));
        refused("upper ends", () -> Constraint.box(new double[] {0}, new double[2]));
        refused("radius = -1.0", () -> Constraint.l1Ball(-1));
        refused("radius = NaN", () -> Constraint.l1Ball(Double.NaN));
        refused("number of equations = 0", () -> Constraint.affine(new double[0][], new double[0]));
        refused("right-hand side", () -> Constraint.affine(new double[][] {{1}}, new double[2]));
        refused("row 1", () -> Constraint.affine(new double[][] {{1, 2}, {1}}, new double[2]));
        refused("entry of row 0 = NaN", () -> Constraint.affine(new double[][] {{Double.NaN}}, new double[1]));
        refused("dimension of the matrices = 0", () -> Constraint.spectrahedron(0));
    }
}
