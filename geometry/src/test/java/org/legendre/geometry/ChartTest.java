package org.legendre.geometry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ChartTest {
    /** Tag of (r, φ). */
    private interface Polar extends Coordinates<Differential<Polar>> {}

    private static final Chart<Polar, Euclidean> POLAR = Chart.of(
            p -> Vec.of(p.get(0) * Math.cos(p.get(1)), p.get(0) * Math.sin(p.get(1))),
            z -> Vec.of(Math.hypot(z.get(0), z.get(1)), Math.atan2(z.get(1), z.get(0))),
            p -> new double[][] {
                {Math.cos(p.get(1)), -p.get(0) * Math.sin(p.get(1))},
                {Math.sin(p.get(1)), p.get(0) * Math.cos(p.get(1))}
            });

    private final Vec<Polar> point = Vec.of(2, Math.PI / 6);

    @Test
    void forwardAndInverseUndoEachOther() {
        assertArrayEquals(point.toArray(), POLAR.inverse(POLAR.forward(point)).toArray(), 1e-15);
        assertArrayEquals(new double[] {Math.sqrt(3), 1}, POLAR.forward(point).toArray(), 1e-15);
    }

    @Test
    void tangentsPushForward() {
        // The unit tangent in φ at radius r is r times the unit vector across.
        assertArrayEquals(
                new double[] {-1, Math.sqrt(3)}, POLAR.push(point, Vec.of(0, 1)).toArray(), 1e-15);
        assertArrayEquals(
                new double[] {Math.sqrt(3) / 2, 0.5},
                POLAR.push(point, Vec.of(1, 0)).toArray(),
                1e-15);
    }

    @Test
    void covectorsPullBackAndKeepThePairing() {
        // d(xy) = (y, x); in polar coordinates xy = ½r² sin 2φ has the differential (r sin 2φ, r² cos 2φ).
        Vec<Euclidean> z = POLAR.forward(point);
        Vec<Euclidean> differential = Vec.of(z.get(1), z.get(0));
        Vec<Differential<Polar>> pulled = POLAR.pull(point, differential);
        assertArrayEquals(new double[] {2 * Math.sin(Math.PI / 3), 4 * Math.cos(Math.PI / 3)}, pulled.toArray(), 1e-14);
        Vec<Polar> v = Vec.of(0.3, -1.7);
        assertEquals(differential.dot(POLAR.push(point, v)), pulled.dot(v), 1e-14);
    }

    @Test
    void theEuclideanMetricPullsBackToOneAndRadiusSquared() {
        double[][] metric = POLAR.pull(point, new double[][] {{1, 0}, {0, 1}});
        assertArrayEquals(new double[] {1, 0}, metric[0], 1e-15);
        assertArrayEquals(new double[] {0, 4}, metric[1], 1e-14);
        double[][] general = {{2, 0.5}, {0.5, 3}};
        double[][] pulled = POLAR.pull(point, general);
        Vec<Polar> v = Vec.of(0.3, -1.7);
        Vec<Euclidean> w = POLAR.push(point, v);
        double expected = 2 * w.get(0) * w.get(0) + w.get(0) * w.get(1) + 3 * w.get(1) * w.get(1);
        double actual = pulled[0][0] * 0.09 - 2 * pulled[0][1] * 0.51 + pulled[1][1] * 2.89;
        assertEquals(expected, actual, 1e-13);
        assertEquals(pulled[0][1], pulled[1][0], 0);
    }

    @Test
    void chartsBetweenDifferentDimensionsPullBack() {
        // t ↦ (t, t²): the metric 1 + 4t².
        Chart<Weights, Euclidean> parabola =
                Chart.of(t -> Vec.of(t.get(0), t.get(0) * t.get(0)), z -> Vec.of(z.get(0)), t ->
                        new double[][] {{1}, {2 * t.get(0)}});
        assertEquals(37, parabola.pull(Vec.of(3), new double[][] {{1, 0}, {0, 1}})[0][0]);
        assertEquals(Vec.of(1, 6), parabola.push(Vec.of(3), Vec.of(1)));
        Vec<Euclidean> covector = Vec.of(1, 2);
        assertEquals(Vec.of(13), parabola.<Differential<Weights>, Euclidean>pull(Vec.of(3), covector));
    }

    @Test
    void wrongLengthsAreRefused() {
        assertThrows(DomainException.class, () -> POLAR.push(point, Vec.of(1)));
        assertThrows(DomainException.class, () -> POLAR.push(point, Vec.of(1, 2, 3)));
        Vec<Euclidean> three = Vec.of(1, 2, 3);
        assertThrows(DomainException.class, () -> POLAR.<Differential<Polar>, Euclidean>pull(point, three));
        assertThrows(DomainException.class, () -> POLAR.pull(point, new double[][] {{1}}));
        assertThrows(DomainException.class, () -> POLAR.pull(point, new double[][] {{1, 0}, {0}}));
    }
}
