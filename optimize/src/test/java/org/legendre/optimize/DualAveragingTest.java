package org.legendre.optimize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.legendre.geometry.Differential;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Potentials;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;

class DualAveragingTest {
    /** max over j of |xⱼ − aⱼ| with one subgradient: norm 1, not smooth. */
    static Objective<Weights, Differential<Weights>> farthest(double... a) {
        return new Objective<>() {
            @Override
            public int size() {
                return a.length;
            }

            private int worst(double[] x) {
                int worst = 0;
                for (int i = 1; i < a.length; i++) {
                    worst = Math.abs(x[i] - a[i]) > Math.abs(x[worst] - a[worst]) ? i : worst;
                }
                return worst;
            }

            @Override
            public double value(double[] x) {
                int worst = worst(x);
                return Math.abs(x[worst] - a[worst]);
            }

            @Override
            public double gradient(double[] x, double[] out) {
                int worst = worst(x);
                Arrays.fill(out, 0);
                out[worst] = x[worst] >= a[worst] ? 1 : -1;
                return value(x);
            }
        };
    }

    private static Geometry<Weights, Differential<Weights>> box() {
        Legendre<Weights, Differential<Weights>> square = Potentials.halfSquaredNorm(3);
        return Geometry.mirror(square, Constraint.box(new double[] {0, 0, 0}, new double[] {1, 1, 1}));
    }

    /** The first step goes far beyond the box; the way back to the optimum 0.8 is the longer for it. */
    @Test
    void theUnprojectedDualPointIsKept() {
        Objective<Weights, Differential<Weights>> f = Objective.of(
                3,
                x -> 4 * (x.get(0) - 0.8) * (x.get(0) - 0.8) + x.get(1) * x.get(1) + x.get(2),
                x -> Vec.of(8 * (x.get(0) - 0.8), 2 * x.get(1), 1));
        Run<Weights, Differential<Weights>> lazy = Descent.of(f, box())
                .by(Scheme.dualAveraging())
                .step(StepRule.decaying(0.5, 0.5))
                .until(Stopping.iterations(30))
                .run(Vec.of(0.25, 0.5, 0));
        Run<Weights, Differential<Weights>> eager = Descent.of(f, box())
                .step(StepRule.decaying(0.5, 0.5))
                .until(Stopping.iterations(30))
                .run(Vec.of(0.25, 0.5, 0));
        double[] z = {0.25, 0.5, 0};
        double[] g = new double[3];
        double difference = 0;
        for (int k = 0; k <= 30; k++) {
            double[] x = new double[3];
            Arrays.setAll(x, i -> Math.min(1, Math.max(0, z[i])));
            assertArrayEquals(x, lazy.trace().get(k).point().toArray(), 1e-14, "iterate " + k);
            difference = Math.max(
                    difference, Math.abs(x[0] - eager.trace().get(k).point().get(0)));
            f.gradient(x, g);
            for (int i = 0; i < 3; i++) {
                z[i] -= 0.5 / Math.sqrt(k + 1.0) * g[i];
            }
        }
        assertTrue(difference > 0.01, "lazy and eager steps agree: the test shows nothing");
    }

    @Test
    void withTheEntropyOnTheSimplexLazyAndEagerStepsAreTheSame() {
        Descent<Weights, Differential<Weights>> eager = Descent.of(Problems.race(), Geometry.exponentiatedGradient(4))
                .step(StepRule.constant(0.25))
                .until(Stopping.iterations(50));
        Run<Weights, Differential<Weights>> a = eager.run(Problems.uniform(4));
        Run<Weights, Differential<Weights>> b = eager.by(Scheme.dualAveraging()).run(Problems.uniform(4));
        for (int k = 0; k <= 50; k++) {
            assertArrayEquals(
                    a.trace().get(k).point().toArray(), b.trace().get(k).point().toArray(), 1e-14);
        }
    }

    @Test
    void aSearchFindsTheOptimum() {
        Run<Weights, Differential<Weights>> run = Descent.of(Problems.design(), Problems.burgSimplex(6))
                .by(Scheme.dualAveraging())
                .until(Stopping.gapBelow(1e-3).or(Stopping.iterations(20_000)))
                .run(Problems.uniform(6));
        assertInstanceOf(Outcome.Certified.class, run.outcome(), run::toString);
        assertEquals(Problems.DESIGN_OPTIMUM, run.last().value(), 1e-3);
    }

    /** Σ tᵢ⟨gᵢ, xᵢ − u⟩ ≤ D(u, x₀) + ½Σ tᵢ²‖gᵢ‖², at the optimum, at corners and elsewhere. */
    @Test
    void theRegretOfLazyStepsIsBounded() {
        Objective<Weights, Differential<Weights>> f = farthest(0.25, 0.75, 2);
        double[] start = {0.9, 0.1, 0};
        Run<Weights, Differential<Weights>> run = Descent.of(f, box())
                .by(Scheme.dualAveraging())
                .step(StepRule.constant(0.05))
                .until(Stopping.iterations(400))
                .run(Vec.of(start));
        double[] g = new double[3];
        for (double[] u : new double[][] {{0.25, 0.75, 1}, {0, 0, 0}, {1, 1, 1}, {0.5, 0.1, 0.9}}) {
            double bound = halfSquare(u, start);
            double regret = 0;
            for (int k = 0; k < 400; k++) {
                double[] x = run.trace().get(k).point().toArray();
                f.gradient(x, g);
                for (int i = 0; i < 3; i++) {
                    regret += 0.05 * g[i] * (x[i] - u[i]);
                    bound += 0.5 * 0.05 * 0.05 * g[i] * g[i];
                }
                assertTrue(regret <= bound + 1e-13, "iterate " + k + ": " + regret + " > " + bound);
            }
        }
    }

    private static double halfSquare(double[] u, double[] x) {
        double sum = 0;
        for (int i = 0; i < u.length; i++) {
            sum += 0.5 * (u[i] - x[i]) * (u[i] - x[i]);
        }
        return sum;
    }

    /** x_{k+1} = clip(x₀ − Σg/(γβ_{k+1})), its regret, and the value at the even average. */
    @Test
    void simpleDualAveragesAreThoseOfTheTextbookAndObeyTheirBound() {
        Objective<Weights, Differential<Weights>> f = farthest(0.25, 0.75, 2);
        double gamma = 0.75;
        double[] start = {0.9, 0.1, 0};
        Descent<Weights, Differential<Weights>> method =
                Descent.of(f, box()).by(Scheme.dualAveraging(gamma)).until(Stopping.iterations(500));
        Run<Weights, Differential<Weights>> run = method.run(Vec.of(start));
        Run<Weights, Differential<Weights>> averages =
                method.by(Scheme.evenlyAveraged(Scheme.dualAveraging(gamma))).run(Vec.of(start));
        double[] u = {0.25, 0.75, 1};
        double least = f.value(u);
        double[] sum = new double[3];
        double[] average = new double[3];
        double[] g = new double[3];
        double beta = 1;
        double previous = 1;
        double regret = 0;
        double squares = 0;
        for (int k = 0; k < 500; k++) {
            double[] x = run.trace().get(k).point().toArray();
            f.gradient(x, g);
            double[] expected = new double[3];
            for (int i = 0; i < 3; i++) {
                regret += g[i] * (x[i] - u[i]);
                squares += g[i] * g[i] / (2 * gamma * previous);
                sum[i] += g[i];
                average[i] += x[i];
                expected[i] = Math.min(1, Math.max(0, start[i] - sum[i] / (gamma * beta)));
            }
            assertArrayEquals(expected, run.trace().get(k + 1).point().toArray(), 1e-14);
            assertEquals(1 / (gamma * beta), run.trace().get(k + 1).step(), 1e-15);
            double bound = gamma * beta * halfSquare(u, start) + squares;
            assertTrue(regret <= bound, "iterate " + k);
            double[] mean = new double[3];
            double count = k + 1.0;
            Arrays.setAll(mean, i -> average[i] / count);
            assertArrayEquals(mean, averages.trace().get(k + 1).point().toArray(), 1e-13);
            assertTrue(averages.trace().get(k + 1).value() - least <= bound / count, "average " + k);
            assertTrue(beta >= Math.sqrt(2 * k + 1.0) && beta <= 1 / (1 + Math.sqrt(3)) + Math.sqrt(2 * k + 1.0));
            previous = beta;
            beta += 1 / beta;
        }
    }

    /** Xiao's closed form: x_{k+1} = −(T/β) S(ḡ, λ), with x₀ = 0 and constant β. */
    @Test
    void aTermIsWeightedByAllLengths() {
        double lambda = 0.375;
        double t = 0.125;
        Objective<Weights, Differential<Weights>> f = Problems.bowl(0, 1, 3, 0.25);
        Geometry<Weights, Differential<Weights>> geometry =
                Geometry.mirror(Potentials.<Weights, Differential<Weights>>halfSquaredNorm(3), Term.l1(lambda));
        Run<Weights, Differential<Weights>> run = Descent.of(f, geometry)
                .by(Scheme.dualAveraging())
                .step(StepRule.constant(t))
                .until(Stopping.iterations(40))
                .run(Vec.of(0, 0, 0));
        double[] sum = new double[3];
        double[] g = new double[3];
        for (int k = 0; k < 40; k++) {
            f.gradient(run.trace().get(k).point().toArray(), g);
            double[] expected = new double[3];
            for (int i = 0; i < 3; i++) {
                sum[i] += g[i];
                double mean = sum[i] / (k + 1);
                expected[i] = -t * (k + 1) * Math.signum(mean) * Math.max(0, Math.abs(mean) - lambda);
            }
            assertArrayEquals(expected, run.trace().get(k + 1).point().toArray(), 1e-14);
        }
    }

    /** What a rule is told of a lazy step is about the iterate and the trial, not about the unprojected point. */
    @Test
    void aSearchMeasuresFromTheIterate() {
        Legendre<Weights, Differential<Weights>> square = Potentials.halfSquaredNorm(1);
        Objective<Weights, Differential<Weights>> f = Problems.bowl(0, 1);
        Descent<Weights, Differential<Weights>> sparse =
                Descent.of(f, Geometry.mirror(square, Term.l1(0.5))).by(Scheme.dualAveraging());
        Descent<Weights, Differential<Weights>> clipped = Descent.of(
                        f, Geometry.mirror(square, Constraint.box(new double[] {-1}, new double[] {0.5})))
                .by(Scheme.dualAveraging());
        // x₀ = −1 with ∇f = −2 goes to −1 + 6 − 1.5 = 3.5: across 0, where |x| has its kink.
        sparse.step(search -> {
                    assertTrue(search.move(3));
                    assertEquals(-2 * 4.5 + 0.5 * 2.5, search.linear(), 1e-14);
                    assertEquals(0.5 * 4.5 * 4.5, search.divergence(), 1e-14);
                    return Optional.of(new Outcome.Converged("seen"));
                })
                .run(Vec.of(-1));
        // Two steps of 2: from −1 to ½ (unprojected 3), then by g = −½ to 4.
        State<Weights, Differential<Weights>> second = clipped.step(StepRule.constant(2))
                .step(clipped.step(StepRule.constant(2)).start(Vec.of(-1)));
        assertEquals(0.5, second.point().get(0));
        Outcome end = clipped.step(search -> {
                    assertTrue(search.move(2));
                    assertEquals(0, search.divergence());
                    return Optional.of(new Outcome.Converged("seen"));
                })
                .until(Stopping.iterations(9))
                .resume(second)
                .outcome();
        assertEquals("seen", end.reason());
    }

    /** A weight of e^−1000 comes back to e^−1/(1 + e^−1): its divergence is known by the dual point of the iterate, not by that of the start. */
    @Test
    void theDivergenceFromAnUnderflowedWeightIsThatOfTheIterate() {
        Objective<Weights, Differential<Weights>> f =
                Objective.of(2, x -> 0, x -> Vec.of(0, x.get(1) > 0.25 ? 1000 : -999));
        Descent<Weights, Differential<Weights>> method =
                Descent.of(f, Geometry.exponentiatedGradient(2)).by(Scheme.dualAveraging());
        Descent<Weights, Differential<Weights>> unit = method.step(StepRule.constant(1));
        State<Weights, Differential<Weights>> state = unit.step(unit.start(Vec.of(0.5, 0.5)));
        assertEquals(0, state.point().get(1));
        double weight = Math.exp(-1) / (1 + Math.exp(-1));
        double expected = weight * (Math.log(weight) + 1000) + (1 - weight) * Math.log(1 - weight);
        Outcome end = method.step(search -> {
                    assertTrue(search.move(1));
                    assertEquals(expected, search.divergence(), 1e-11);
                    return Optional.of(new Outcome.Converged("seen"));
                })
                .until(Stopping.iterations(9))
                .resume(state)
                .outcome();
        assertEquals("seen", end.reason());
    }

    @Test
    void refusalsSayWhatDoesNotGoTogether() {
        Descent<Weights, Differential<Weights>> natural = Descent.of(Problems.bowl(0, 1, 2), Problems.euclidean(2));
        for (Scheme scheme : new Scheme[] {
            Scheme.dualAveraging(),
            Scheme.dualAveraging(1),
            Scheme.averaged(Scheme.dualAveraging()),
            Scheme.mirrorProx(),
            Scheme.mirrorProx(1)
        }) {
            DomainException refusal = assertThrows(DomainException.class, () -> natural.by(scheme));
            assertTrue(
                    String.valueOf(refusal.getMessage()).contains("has none: a mirror geometry has"),
                    refusal::getMessage);
        }
        Descent<Weights, Differential<Weights>> stepped =
                Descent.of(Problems.bowl(0, 1, 2, 3), box()).step(StepRule.constant(1));
        assertThrows(DomainException.class, () -> stepped.by(Scheme.dualAveraging(1)));
        assertThrows(DomainException.class, () -> stepped.by(Scheme.averaged(Scheme.dualAveraging(1))));
        assertThrows(DomainException.class, () -> Scheme.dualAveraging(-1));
        assertThrows(DomainException.class, () -> Scheme.dualAveraging(Double.NaN));
        // Burg's dual points are negative: one step of this length leaves them.
        Run<Weights, Differential<Weights>> out = Descent.of(
                        Problems.bowl(0, 1, 30), Geometry.mirror(Potentials.<Weights, Differential<Weights>>burg(2)))
                .by(Scheme.dualAveraging(0.01))
                .run(Vec.of(0.5, 0.5));
        assertTrue(out.outcome().reason().contains("leaves the domain: dual point"), out::toString);
    }
}
