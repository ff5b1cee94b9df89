package org.legendre.optimize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.legendre.geometry.Differential;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.PositiveDefinite;
import org.legendre.geometry.Potentials;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;

class AdaGradTest {
    private static Legendre<Weights, Differential<Weights>> square() {
        return Potentials.halfSquaredNorm(3);
    }

    private static Geometry<Weights, Differential<Weights>> box() {
        return Geometry.mirror(square(), Constraint.box(new double[] {-1, -1, -1}, new double[] {1, 0.5, 1}));
    }

    /** x₊ = clip(x − tg/(δ + √Σg²)), in a loop of its own. */
    @Test
    void eachCoordinateHasItsOwnScale() {
        Objective<Weights, Differential<Weights>> f = Problems.bowl(0, 1, 100, 0.01);
        for (Geometry<Weights, Differential<Weights>> geometry :
                List.of(box(), Geometry.mirror(square()), Problems.euclidean(3))) {
            Run<Weights, Differential<Weights>> run = Descent.of(f, geometry)
                    .by(Scheme.adaGrad(0.25))
                    .step(StepRule.constant(0.5))
                    .until(Stopping.iterations(60))
                    .run(Vec.of(-1, 0.25, -0.5));
            double upper = geometry.toString().contains("box") ? 0.5 : Double.POSITIVE_INFINITY;
            double[] x = {-1, 0.25, -0.5};
            double[] squares = new double[3];
            double[] g = new double[3];
            for (int k = 0; k <= 60; k++) {
                assertArrayEquals(x, run.trace().get(k).point().toArray(), 1e-14, geometry + ", " + k);
                f.gradient(x, g);
                for (int i = 0; i < 3; i++) {
                    squares[i] += g[i] * g[i];
                    x[i] -= 0.5 * g[i] / (0.25 + Math.sqrt(squares[i]));
                }
                x[1] = Math.min(upper, x[1]);
                if (upper < 1) {
                    x[0] = Math.min(1, x[0]);
                    x[2] = Math.min(1, x[2]);
                }
            }
        }
    }

    /** Σ⟨g_k, x_k − u⟩ ≤ (R²/2t)(nδ + Σᵢ‖g_{·,i}‖₂) + t Σᵢ‖g_{·,i}‖₂ with R the greatest |x_{k,i} − uᵢ|. */
    @Test
    void itsRegretIsBounded() {
        Objective<Weights, Differential<Weights>> f = DualAveragingTest.farthest(0.25, 0.75, -2);
        double t = 0.75;
        double delta = 0.125;
        Run<Weights, Differential<Weights>> run = Descent.of(f, box())
                .by(Scheme.adaGrad(delta))
                .step(StepRule.constant(t))
                .until(Stopping.iterations(300))
                .run(Vec.of(1, -1, 1));
        for (double[] u : new double[][] {{0.25, 0.5, -1}, {-1, -1, -1}, {1, 0.5, 1}, {0, 0, 0}}) {
            double regret = 0;
            double radius = 0;
            double[] squares = new double[3];
            double[] g = new double[3];
            for (int k = 0; k < 300; k++) {
                double[] x = run.trace().get(k).point().toArray();
                f.gradient(x, g);
                double norms = 0;
                for (int i = 0; i < 3; i++) {
                    regret += g[i] * (x[i] - u[i]);
                    squares[i] += g[i] * g[i];
                    norms += Math.sqrt(squares[i]);
                    radius = Math.max(radius, Math.abs(x[i] - u[i]));
                }
                double bound = radius * radius / (2 * t) * (3 * delta + norms) + t * norms;
                assertTrue(regret <= bound, "iterate " + k + ": " + regret + " > " + bound);
            }
        }
    }

    /** With δ = 0 the first step is t in every coordinate, whatever the units; a derivative of 0 moves nothing. */
    @Test
    void withoutDeltaTheUnitsOfTheObjectiveDoNotMatter() {
        for (double unit : new double[] {1, 1024, 0x1p-400}) {
            Run<Weights, Differential<Weights>> run = Descent.of(
                            Problems.bowl(0, unit, 0.5 * unit, 8 * unit), Problems.euclidean(3))
                    .by(Scheme.adaGrad(0))
                    .step(StepRule.constant(0.25))
                    .until(Stopping.iterations(1))
                    .run(Vec.of(3, -1, 1));
            assertEquals(Vec.of(2.75, -0.75, 1), run.point());
        }
    }

    @Test
    void aSearchFindsTheOptimum() {
        Run<Weights, Differential<Weights>> run = Descent.of(Problems.bowl(1, 1, 100, 0.01), box())
                .by(Scheme.adaGrad(1))
                .run(Vec.of(-1, 0.25, -0.5));
        assertInstanceOf(Outcome.Certified.class, run.outcome(), run::toString);
        assertArrayEquals(new double[] {1, 0.5, 1}, run.point().toArray(), 1e-3);
    }

    @Test
    void whereScalingNeedsAnotherProjectionItIsRefused() {
        PositiveDefinite form = PositiveDefinite.ofPacked(3, 2, 0.5, 1, 0, 0.25, 3);
        for (Geometry<Weights, Differential<Weights>> geometry : List.<Geometry<Weights, Differential<Weights>>>of(
                Geometry.exponentiatedGradient(3),
                Geometry.mirror(square(), Constraint.simplex()),
                Geometry.mirror(square(), Constraint.l1Ball(1)),
                Geometry.mirror(square(), Term.l1(1)),
                Geometry.mirror(Potentials.<Weights, Differential<Weights>>burg(3)),
                Geometry.mirror(
                        Potentials.<Weights, Differential<Weights>>hypentropy(3, 1),
                        Constraint.box(new double[3], new double[] {1, 1, 1})),
                Geometry.natural(square()),
                Geometry.mirror(Potentials.<Weights, Differential<Weights>>quadratic(form)))) {
            Descent<Weights, Differential<Weights>> method = Descent.of(Problems.bowl(0, 1, 2, 3), geometry);
            DomainException refusal =
                    assertThrows(DomainException.class, () -> method.by(Scheme.adaGrad(1)), geometry::toString);
            assertTrue(
                    String.valueOf(refusal.getMessage()).contains("each coordinate has a scale of its own"),
                    refusal::getMessage);
        }
        assertThrows(DomainException.class, () -> Scheme.adaGrad(-1));
        assertThrows(DomainException.class, () -> Scheme.adaGrad(Double.NaN));
    }
}
