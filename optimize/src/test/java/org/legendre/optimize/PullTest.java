package org.legendre.optimize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.legendre.geometry.Differential;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Potentials;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;
import org.legendre.optimize.MirrorPairs.Pair;

/** Differentials in dual coordinates against difference quotients of the projection itself. */
class PullTest {
    private static List<Geometry<Weights, Differential<Weights>>> geometries() {
        double[] lower = {0, 0, 0, 0};
        double[] upper = {9, 9, 9, 9};
        return List.of(
                Geometry.exponentiatedGradient(4),
                Geometry.mirror(
                        Potentials.<Weights, Differential<Weights>>negativeEntropy(4), Constraint.simplices(2, 2)),
                Geometry.mirror(Potentials.<Weights, Differential<Weights>>negativeEntropy(4)),
                Geometry.mirror(Potentials.<Weights, Differential<Weights>>burg(4), Constraint.simplex()),
                Geometry.mirror(Potentials.<Weights, Differential<Weights>>burg(4)),
                Geometry.mirror(
                        Potentials.<Weights, Differential<Weights>>halfSquaredNorm(4), Constraint.box(lower, upper)),
                Geometry.mirror(
                        Potentials.<Weights, Differential<Weights>>halfSquaredNorm(4),
                        Constraint.affine(new double[][] {{1, 1, 1, 1}}, new double[] {1})),
                Geometry.hellinger(4));
    }

    @Test
    void thePulledDifferentialIsThatOfTheFunctionInDualCoordinates() {
        double[] x = {0.1, 0.2, 0.3, 0.4};
        double[] pairs = {0.5, 0.5, 0.3, 0.7};
        double[] g = {1, -2, 0.5, 3};
        for (Geometry<Weights, Differential<Weights>> geometry : geometries()) {
            double[] point = geometry.diagnose(x).isEmpty() ? x : pairs;
            compare(geometry.toString(), geometry.curve(), point, g, 1e-5, 1e-9);
        }
    }

    /** Matrices too: every pair of the table that has a smooth projection, at random points. */
    @Test
    void everySmoothPairOfTheTablePullsBack() {
        SplittableRandom random = new SplittableRandom(11);
        int smooth = 0;
        for (Pair pair : MirrorPairs.all()) {
            Curve curve = pair.geometry().curve();
            double[] x = pair.point().apply(random);
            boolean[] held = new boolean[x.length];
            double[] g = random.doubles(x.length, -1, 1).toArray();
            curve.held(x, g, held);
            boolean inside = true;
            for (boolean one : held) {
                inside &= !one;
            }
            if (curve.pulls() && inside) {
                smooth++;
                compare(pair.name(), curve, x, g, 1e-5, 1e-7);
            }
        }
        assertTrue(smooth >= 6, "smooth pairs: " + smooth);
    }

    private static void compare(String what, Curve curve, double[] x, double[] g, double h, double tolerance) {
        assertTrue(curve.pulls(), what);
        int n = x.length;
        double[] y = new double[n];
        double[] pulled = new double[n];
        curve.toDual(x, y);
        curve.begin(x, y, g);
        curve.pull(x, y, g, pulled);
        double scale = 0;
        for (double entry : pulled) {
            scale = Math.max(scale, Math.abs(entry));
        }
        for (int i = 0; i < n; i++) {
            double width = h * Math.max(Math.abs(y[i]), 0.1);
            double difference = (linear(curve, y, g, i, width) - linear(curve, y, g, i, -width)) / (2 * width);
            assertEquals(difference, pulled[i], tolerance * scale + 1e-10, what + ", entry " + i);
        }
        // The decrement is half of what g pairs with on the raised differential.
        if (!what.startsWith("square roots")) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                sum += g[i] * pulled[i];
            }
            assertEquals(0.5 * sum, curve.decrement(), 1e-12 * Math.abs(sum) + 1e-14, what);
        }
    }

    private static double linear(Curve curve, double[] y, double[] g, int i, double shift) {
        double[] there = y.clone();
        there[i] += shift;
        double[] x = new double[y.length];
        assertTrue(curve.fromDual(there, x), curve::obstacle);
        double sum = 0;
        for (int k = 0; k < x.length; k++) {
            sum += g[k] * x[k];
        }
        return sum;
    }

    @Test
    void squareRootsOfWeightsHaveTheMetricOfExponentiatedGradient() {
        double[] x = {0.1, 0.2, 0.3, 0.4};
        double[] g = {1, -2, 0.5, 3};
        double[] y = new double[4];
        Curve roots = Geometry.hellinger(4).curve();
        Curve logs = Geometry.exponentiatedGradient(4).curve();
        double[] log = new double[4];
        logs.toDual(x, log);
        logs.begin(x, log, g);
        roots.toDual(x, y);
        roots.begin(x, y, g);
        assertEquals(logs.decrement(), roots.decrement(), 1e-15 * logs.decrement());
        double[] a = new double[4];
        double[] b = new double[4];
        double t = 1e-4;
        assertTrue(roots.move(t, a, new double[4]) && logs.move(t, b, new double[4]));
        double moved = 0;
        for (int i = 0; i < 4; i++) {
            // They part to second order.
            assertEquals(b[i], a[i], 20 * t * t, "entry " + i);
            moved = Math.max(moved, Math.abs(a[i] - x[i]));
        }
        assertTrue(moved > 1000 * t * t, "moved " + moved);
        // Half the squared length of the step, to leading order.
        assertEquals(t * t * roots.decrement(), roots.divergence(a, y), 1e-2 * t * t * roots.decrement());
    }

    @Test
    void aWeightOfZeroStaysAndBadStartsAreRefused() {
        Geometry<Weights, Differential<Weights>> geometry = Geometry.hellinger(3);
        Run<Weights, Differential<Weights>> run = Descent.of(Problems.bowl(0, 1, 2, 3), geometry)
                .until(Stopping.iterations(50))
                .run(Vec.of(0.5, 0, 0.5));
        assertEquals(0, run.point().get(1));
        // ½(x₁ − 1)² + 3/2(x₃ − 1)² on the edge: x₁ − 1 = 3(x₃ − 1), x₁ = ¼.
        assertEquals(0.25, run.point().get(0), 1e-7);
        assertThrows(
                DomainException.class,
                () -> Descent.of(Problems.bowl(0, 1, 2, 3), geometry).run(Vec.of(0.5, 0.6, 0)));
        assertThrows(DomainException.class, () -> Geometry.hellinger(0));
        assertTrue(geometry.diagnose(new double[] {1}).isPresent());
    }

    @Test
    void projectionsWithKinksDoNotPullBack() {
        Curve capped = Geometry.mirror(
                        Potentials.<Weights, Differential<Weights>>negativeEntropy(3),
                        Constraint.cappedSimplex(new double[] {0.5, 0.5, 0.5}))
                .curve();
        assertFalse(capped.pulls());
        Curve ball = Geometry.mirror(
                        Potentials.<Weights, Differential<Weights>>halfSquaredNorm(3), Constraint.l1Ball(1))
                .curve();
        assertFalse(ball.pulls());
        double[] any = new double[3];
        assertThrows(UnsupportedOperationException.class, () -> ball.pull(any, any, any, any));
        assertFalse(
                Geometry.<Weights, Differential<Weights>>euclidean(3).curve().pulls());
    }
}
