package org.legendre.optimize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.legendre.geometry.Differential;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Potentials;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;

/** Dual points lead back to where they came from, or there is said to be no way back. */
class DualCoordinatesTest {
    private static final double[] POINT = {0.25, 0.5, 0.125, 0.125};

    private static Geometry<Weights, Differential<Weights>> composite(
            Legendre<Weights, Differential<Weights>> phi, Term term) {
        return Geometry.mirror(phi, term);
    }

    @Test
    void theWayThereAndBack() {
        List<Geometry<Weights, Differential<Weights>>> geometries = List.of(
                Geometry.exponentiatedGradient(4),
                Geometry.mirror(Potentials.<Weights, Differential<Weights>>burg(4)),
                Geometry.mirror(Potentials.<Weights, Differential<Weights>>burg(4), Constraint.simplex()),
                Geometry.mirror(Potentials.<Weights, Differential<Weights>>tsallis(4, 0.5), Constraint.simplex()),
                composite(Potentials.negativeEntropy(4), Term.l1(0.5)),
                composite(Potentials.burg(4), Term.l1(0.5)),
                Geometry.mirror(Potentials.<Weights, Differential<Weights>>halfSquaredNorm(4)));
        for (Geometry<Weights, Differential<Weights>> geometry : geometries) {
            assertTrue(geometry.dual(), geometry::toString);
            Curve curve = geometry.curve();
            double[] y = new double[4];
            double[] back = new double[4];
            curve.toDual(POINT, y);
            assertTrue(curve.fromDual(y, back), geometry::toString);
            assertArrayEquals(POINT, back, 1e-14, geometry.toString());
        }
    }

    /** Burg's −1/x is never positive, and exp of ∞ is no number. */
    @Test
    void whatIsNoDualPointIsRefused() {
        Curve burg = composite(Potentials.burg(2), Term.l1(0.5)).curve();
        double[] x = new double[2];
        assertFalse(burg.fromDual(new double[] {-1, 1}, x));
        assertEquals("entry 1 of the dual point, 1.0, is that of no point", burg.obstacle());
        assertFalse(burg.fromDual(new double[] {0, -1}, x));
        assertEquals("entry 0 of the dual point, 0.0, is that of no point", burg.obstacle());
        Curve entropy = composite(Potentials.negativeEntropy(2), Term.l1(0.5)).curve();
        assertFalse(entropy.fromDual(new double[] {0, 1000}, x));
        assertTrue(entropy.obstacle().contains("entry 1"), entropy.obstacle());
        Curve segment = Geometry.<Weights, Differential<Weights>>frankWolfe(2, Constraint.simplex())
                .curve();
        assertFalse(segment.fromDual(new double[] {0, 0}, x));
        assertEquals("a Frank–Wolfe step has no dual point", segment.obstacle());
    }

    /** A line of quasi-Newton steps is told by the geometry in which it ends: a start next to the edge, from where the first step leaves. */
    @Test
    void stepsThatLeaveAreShortened() {
        Objective<Weights, Differential<Weights>> away =
                Objective.of(2, x -> 4 * (x.get(0) + x.get(1)) - Math.log(x.get(0)), x -> Vec.of(4 - 1 / x.get(0), 4));
        Run<Weights, Differential<Weights>> run = Descent.of(
                        away, Geometry.mirror(Potentials.<Weights, Differential<Weights>>burg(2)))
                .by(Scheme.quasiNewton(5))
                .until(Stopping.iterations(200))
                .run(Vec.of(1, 1));
        assertFalse(run.outcome() instanceof Outcome.Failed, run::toString);
        assertEquals(0.25, run.point().get(0), 1e-6);
        assertTrue(run.point().get(1) > 0 && run.point().get(1) < 1e-2, run::toString);
    }
}
