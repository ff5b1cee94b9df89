package org.legendre.geometry.family;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class OpenBallTest {
    private final OpenBall ball = new OpenBall(2);

    @Test
    void theChartGoesThereAndBack() {
        for (double[] u : new double[][] {{0, 0}, {0.3, -2}, {1e-200, 1e-190}, {40, 70}}) {
            double[] eta = ball.fromChart(u);
            assertTrue(ball.contains(eta));
            // Near the sphere 1 − ‖η‖ rounds.
            assertArrayEquals(u, ball.toChart(eta), 1e-11 * Math.hypot(u[0], u[1]));
        }
        assertArrayEquals(new double[] {0.6, 0}, ball.fromChart(new double[] {0.75, 0}), 1e-16);
    }

    @Test
    void theSphereAndWhatIsNoPointAreOutside() {
        for (double[] eta :
                new double[][] {{1, 0}, {0.8, 0.7}, {Double.NaN, 0}, {Double.POSITIVE_INFINITY, 0}, {0.5}}) {
            assertFalse(ball.contains(eta));
        }
        assertEquals(
                "the length 1.0 is not below 1",
                ball.diagnose(new double[] {0, -1}).orElse(""));
    }
}
