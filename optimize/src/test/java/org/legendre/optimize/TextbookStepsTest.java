package org.legendre.optimize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.legendre.geometry.Differential;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.PositiveDefinite;
import org.legendre.geometry.Potentials;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;

/** Mirror steps beside the loops of textbooks. */
class TextbookStepsTest {
    private static double[] step(Geometry<Weights, Differential<Weights>> geometry, double[] x0, double[] g, double t) {
        Curve curve = geometry.curve();
        double[] y0 = new double[x0.length];
        double[] x = new double[x0.length];
        double[] y = new double[x0.length];
        curve.toDual(x0, y0);
        curve.begin(x0, y0, g);
        assertTrue(curve.move(t, x, y), curve::obstacle);
        return x;
    }

    private static Legendre<Weights, Differential<Weights>> square(int n) {
        return Potentials.halfSquaredNorm(n);
    }

    /** The threshold of J. Duchi et al., Efficient projections onto the l1-ball, ICML 2008, figure 1: sort and scan. */
    private static double threshold(double[] v, double total) {
        double[] sorted = v.clone();
        Arrays.sort(sorted);
        double sum = 0;
        double theta = 0;
        for (int j = 1; j <= sorted.length; j++) {
            double mu = sorted[sorted.length - j];
            sum += mu;
            if (mu - (sum - total) / j > 0) {
                theta = (sum - total) / j;
            }
        }
        return theta;
    }

    @Test
    void projectedGradientOnTheSimplexAndTheBallIsSortAndScan() {
        SplittableRandom random = new SplittableRandom(3);
        for (int k = 0; k < 200; k++) {
            int n = 1 + random.nextInt(30);
            double[] x0 = new double[n];
            Arrays.fill(x0, 1.0 / n);
            double[] g = random.doubles(n, -1, 1).toArray();
            double t = Math.exp(random.nextDouble(-8, 4));
            double[] moved = new double[n];
            Arrays.setAll(moved, i -> x0[i] - t * g[i]);
            double theta = threshold(moved, 1);
            double[] expected = new double[n];
            Arrays.setAll(expected, i -> Math.max(0, moved[i] - theta));
            assertArrayEquals(
                    expected, step(Geometry.mirror(square(n), Constraint.simplex()), x0, g, t), 1e-14 * (1 + t));
            double[] sizes = Arrays.stream(moved).map(Math::abs).toArray();
            double soft = Math.max(0, threshold(sizes, 1.25));
            Arrays.setAll(expected, i -> Math.copySign(Math.max(0, sizes[i] - soft), moved[i]));
            assertArrayEquals(
                    expected, step(Geometry.mirror(square(n), Constraint.l1Ball(1.25)), x0, g, t), 1e-14 * (1 + t));
        }
    }

    /** M. Herbster and M. K. Warmuth, Tracking the best linear predictor, JMLR 1 (2001): cap the largest, rescale the others, until none is above its cap. */
    @Test
    void exponentiatedGradientUnderCapsIsCapAndRescale() {
        SplittableRandom random = new SplittableRandom(5);
        for (int k = 0; k < 200; k++) {
            int n = 3 + random.nextInt(20);
            double[] caps = random.doubles(n, 1.0 / n, 3.0 / n).toArray();
            double[] x0 = new double[n];
            Arrays.fill(x0, 1.0 / n);
            double[] g = random.doubles(n, -3, 3).toArray();
            double[] w = new double[n];
            Arrays.setAll(w, i -> x0[i] * Math.exp(-g[i]));
            boolean[] full = new boolean[n];
            boolean changed = true;
            while (changed) {
                changed = false;
                double rest = 1;
                double sum = 0;
                for (int i = 0; i < n; i++) {
                    rest -= full[i] ? caps[i] : 0;
                    sum += full[i] ? 0 : w[i];
                }
                for (int i = 0; i < n; i++) {
                    w[i] = full[i] ? caps[i] : w[i] * rest / sum;
                }
                for (int i = 0; i < n; i++) {
                    changed |= !full[i] && w[i] > caps[i];
                    full[i] |= w[i] > caps[i];
                }
            }
            Legendre<Weights, Differential<Weights>> entropy = Potentials.negativeEntropy(n);
            assertArrayEquals(w, step(Geometry.mirror(entropy, Constraint.cappedSimplex(caps)), x0, g, 1), 1e-14);
        }
    }

    /** With u − v = x and uv = β²/4, a step of the hyperbolic entropy multiplies u by e^(−tg) and v by e^(tg) (Ghai, Hazan and Singer 2020, §2). */
    @Test
    void theHyperbolicEntropyIsExponentiatedGradientOnBothSigns() {
        double beta = 0.5;
        double[] x0 = {0.25, -2, 0};
        double[] g = {1, -0.5, 2};
        Legendre<Weights, Differential<Weights>> phi = Potentials.hypentropy(3, beta);
        double[] x = step(Geometry.mirror(phi), x0, g, 0.75);
        for (int i = 0; i < 3; i++) {
            double root = Math.hypot(x0[i], beta);
            double u = 0.5 * (root + x0[i]) * Math.exp(-0.75 * g[i]);
            double v = 0.5 * (root - x0[i]) * Math.exp(0.75 * g[i]);
            assertEquals(u - v, x[i], 2e-15 * (u + v));
        }
    }

    /** Hedge with a simplex for each player is Hedge for each. */
    @Test
    void aProductOfSimplicesIsOneGeometryEach() {
        double[] x0 = {0.25, 0.75, 0.5, 0.25, 0.25};
        double[] g = {1, -1, 3, 0.5, -2};
        Legendre<Weights, Differential<Weights>> entropy = Potentials.negativeEntropy(5);
        double[] both = step(Geometry.mirror(entropy, Constraint.simplices(2, 3)), x0, g, 0.5);
        double[] first = step(Geometry.exponentiatedGradient(2), Arrays.copyOf(x0, 2), Arrays.copyOf(g, 2), 0.5);
        double[] second =
                step(Geometry.exponentiatedGradient(3), Arrays.copyOfRange(x0, 2, 5), Arrays.copyOfRange(g, 2, 5), 0.5);
        assertArrayEquals(first, Arrays.copyOf(both, 2));
        assertArrayEquals(second, Arrays.copyOfRange(both, 2, 5));
    }

    /** On diagonal matrices the matrix exponentiated gradient is exponentiated gradient, and so it is in another basis. */
    @Test
    void theMatrixExponentiatedGradientActsOnEigenvalues() {
        double[] x0 = {0.2, 0.3, 0.5};
        double[] g = {1, -2, 0.5};
        double[] expected = step(Geometry.exponentiatedGradient(3), x0, g, 0.5);
        // The columns are orthonormal.
        double[][] basis = {{2 / 3.0, -2 / 3.0, 1 / 3.0}, {1 / 3.0, 2 / 3.0, 2 / 3.0}, {2 / 3.0, 1 / 3.0, -2 / 3.0}};
        Legendre<Weights, Differential<Weights>> phi = Potentials.vonNeumann(3);
        double[] x =
                step(Geometry.mirror(phi, Constraint.spectrahedron(3)), turned(basis, x0, 1), turned(basis, g, 2), 0.5);
        assertArrayEquals(turned(basis, expected, 1), x, 1e-15);
    }

    private static double[] turned(double[][] basis, double[] values, double off) {
        double[] packed = new double[6];
        for (int i = 0, at = 0; i < 3; i++) {
            for (int j = 0; j <= i; j++, at++) {
                for (int k = 0; k < 3; k++) {
                    packed[at] += (i == j ? 1 : off) * values[k] * basis[i][k] * basis[j][k];
                }
            }
        }
        return packed;
    }

    /** The minimum of ½xᵀQx on one plane is Q⁻¹a b/(aᵀQ⁻¹a); the unit step of a quadratic form towards its own gradient gets there at once. */
    @Test
    void aQuadraticIsMinimisedOnAPlaneInOneStep() {
        PositiveDefinite q = PositiveDefinite.ofPacked(3, 2, 0.5, 1, 0, 0.25, 3);
        double[] a = {1, 2, -1};
        double[] raised = new double[3];
        q.solve(a, raised);
        double scale = 4 / (a[0] * raised[0] + a[1] * raised[1] + a[2] * raised[2]);
        double[] x0 = {4, 0, 0};
        double[] g = new double[3];
        q.multiply(x0, g);
        Legendre<Weights, Differential<Weights>> phi = Potentials.quadratic(q);
        Geometry<Weights, Differential<Weights>> geometry =
                Geometry.mirror(phi, Constraint.affine(new double[][] {a}, new double[] {4}));
        double[] x = step(geometry, x0, g, 1);
        for (int i = 0; i < 3; i++) {
            assertEquals(scale * raised[i], x[i], 1e-15);
        }
    }

    /** Weights that underflow come back, because their dual points are kept: with caps and on a box too. */
    @Test
    void whatUnderflowsComesBack() {
        Legendre<Weights, Differential<Weights>> entropy = Potentials.negativeEntropy(3);
        Legendre<Weights, Differential<Weights>> fermi = Potentials.fermiDirac(new double[3], new double[] {1, 1, 1});
        Vec<Weights> start = Vec.of(0.25, 0.25, 0.5);
        for (Geometry<Weights, Differential<Weights>> geometry :
                List.of(Geometry.mirror(entropy, Constraint.cappedSimplex(0.75, 0.75, 0.75)), Geometry.mirror(fermi))) {
            Objective<Weights, Differential<Weights>> there = linear(1000, 0, 0);
            Objective<Weights, Differential<Weights>> back = linear(-1000, 0, 0);
            StepRule unit = StepRule.constant(1);
            State<Weights, Differential<Weights>> state = Descent.of(there, geometry)
                    .step(unit)
                    .step(Descent.of(there, geometry).step(unit).start(start));
            assertEquals(0, state.point().get(0), geometry.toString());
            Vec<Differential<Weights>> dual = state.dual().orElseThrow();
            State<Weights, Differential<Weights>> again =
                    Descent.of(back, geometry).step(unit).startAtDual(dual);
            Vec<Weights> point =
                    Descent.of(back, geometry).step(unit).step(again).point();
            assertEquals(0.25, point.get(0), 1e-12, geometry.toString());
        }
    }

    /** D(x, x₀) = Σ x log(x/x₀) where x₀ has underflowed, and log x₀ is known still. */
    @Test
    void divergencesFromWhatHasUnderflowedAreThoseOfTheDualPoints() {
        Legendre<Weights, Differential<Weights>> entropy = Potentials.negativeEntropy(3);
        Geometry<Weights, Differential<Weights>> geometry =
                Geometry.mirror(entropy, Constraint.cappedSimplex(0.75, 0.75, 0.75));
        Curve curve = geometry.curve();
        double[] y0 = {-1000, Math.log(0.5), Math.log(0.5)};
        double[] x0 = new double[3];
        assertTrue(curve.fromDual(y0, x0));
        assertEquals(0, x0[0]);
        curve.begin(x0, y0, new double[] {-1000, 0, 0});
        double[] x = new double[3];
        double[] y = new double[3];
        assertTrue(curve.move(1, x, y));
        assertEquals(1 / 2.0, x[0], 1e-12);
        double expected = 0.5 * (Math.log(0.5) + 1000) + 0.5 * Math.log(0.5);
        assertEquals(expected, curve.divergence(x, y), 1e-12 * expected);
    }

    /** One weight far above its cap does not spoil the others: they are measured from the largest one that is free. */
    @Test
    void aWeightFarAboveItsCapSpoilsNothing() {
        Legendre<Weights, Differential<Weights>> entropy = Potentials.negativeEntropy(4);
        double[] x0 = {0.25, 0.25, 0.25, 0.25};
        double[] x = step(
                Geometry.mirror(entropy, Constraint.cappedSimplex(0.5, 1, 1, 1)), x0, new double[] {-1e12, 0, 1, 2}, 1);
        double sum = 1 + Math.exp(-1) + Math.exp(-2);
        assertEquals(0.5, x[0]);
        for (int i = 1; i < 4; i++) {
            assertEquals(0.5 * Math.exp(1 - i) / sum, x[i], 1e-15);
        }
    }

    private static Objective<Weights, Differential<Weights>> linear(double... g) {
        Vec<Differential<Weights>> slope = Vec.of(g);
        return Objective.of(g.length, slope::dot, x -> slope);
    }

    @Test
    void stepsOfTheOneEquationAllocateNothing() {
        int n = 2000;
        double[] caps = new double[n];
        Arrays.fill(caps, 2.0 / n);
        double[] lower = new double[n];
        double[] upper = new double[n];
        Arrays.fill(lower, 0.25 / n);
        Arrays.fill(upper, 4.0 / n);
        Legendre<Weights, Differential<Weights>> burg = Potentials.burg(n);
        Legendre<Weights, Differential<Weights>> entropy = Potentials.negativeEntropy(n);
        for (Geometry<Weights, Differential<Weights>> geometry : List.of(
                Geometry.mirror(burg, Constraint.simplex()),
                Geometry.mirror(entropy, Constraint.cappedSimplex(caps)),
                Geometry.mirror(entropy, Constraint.simplices(n / 2, n / 2)),
                Geometry.mirror(square(n), Constraint.simplex()),
                Geometry.mirror(square(n), Constraint.l1Ball(0.5)),
                Geometry.mirror(entropy, Constraint.box(lower, upper)))) {
            double[] x0 = new double[n];
            Arrays.fill(x0, (geometry.toString().contains("simplices") ? 2.0 : 1.0) / n);
            double[] g = new double[n];
            Arrays.setAll(g, i -> (double) i / n);
            Curve curve = geometry.curve();
            double[] y0 = new double[n];
            double[] x = new double[n];
            double[] y = new double[n];
            curve.toDual(x0, y0);
            var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
            long bytes = Long.MAX_VALUE;
            for (int k = 0; k < 5; k++) {
                long before = threads.getCurrentThreadAllocatedBytes();
                curve.begin(x0, y0, g);
                assertTrue(curve.move(0.01, x, y), curve::obstacle);
                double sum = curve.decrement() + curve.divergence(x, y) + geometry.gap(x, g);
                assertTrue(sum > 0);
                bytes = Math.min(bytes, threads.getCurrentThreadAllocatedBytes() - before);
            }
            assertTrue(bytes < 2000, geometry + " allocates " + bytes + " bytes a step");
        }
    }
}
