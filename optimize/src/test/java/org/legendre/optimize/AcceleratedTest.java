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
import org.legendre.geometry.NegativeEntropy;
import org.legendre.geometry.Potentials;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;

class AcceleratedTest {
    /** Smooth with L = 1, of condition 1e4. */
    private static final double[] C = {1, 1e-2, 1e-4};

    private static Legendre<Weights, Differential<Weights>> square(int n) {
        return Potentials.halfSquaredNorm(n);
    }

    private static Descent<Weights, Differential<Weights>> bowl(Scheme scheme) {
        return Descent.of(Problems.bowl(0, C), Geometry.mirror(square(3))).by(scheme);
    }

    private static List<Accelerated> variants(double smoothness) {
        Accelerated fixed = Scheme.accelerated(smoothness);
        return List.of(
                fixed,
                fixed.exponent(1),
                fixed.exponent(1.5),
                fixed.exponent(2.5).adaptiveExponent(),
                fixed.adaptiveGain(),
                fixed.exponent(1.5).adaptiveGain(),
                fixed.restarting(),
                fixed.adaptiveGain().restarting());
    }

    @Test
    void theWeightSolvesItsEquation() {
        for (double gamma : new double[] {0.2, 1, 1.5, 2, 3.7, 10}) {
            for (double c : new double[] {1e-12, 1e-3, 0.5, 1, 7, 1e6, 1e30, 1e200}) {
                if (Math.pow(c, -1 / gamma) == 0) {
                    continue;
                }
                double theta = TriangleScaling.weight(c, gamma);
                assertTrue(theta > 0 && theta <= 1, c + ", " + gamma);
                double power = c * Math.pow(theta, gamma);
                assertEquals(1, power + theta, 4e-15 * gamma + 1e-14, c + ", " + gamma);
            }
        }
        for (double c : new double[] {1e-3, 1, 1e12}) {
            assertEquals(2 / (1 + Math.sqrt(1 + 4 * c)), TriangleScaling.weight(c, 2), 4e-16);
            assertEquals(1 / (1 + c), TriangleScaling.weight(c, 1), 4e-16);
        }
    }

    /** With γ = 2 and φ = ½‖x‖²: θ₊ = ½(√(θ⁴ + 4θ²) − θ²), a loop of its own. */
    @Test
    void withTheSquaredNormItIsTheTextbooksLoop() {
        Run<Weights, Differential<Weights>> run =
                bowl(Scheme.accelerated(1)).until(Stopping.iterations(80)).run(Vec.of(3, -2, 5));
        Objective<Weights, Differential<Weights>> f = Problems.bowl(0, C);
        double[] x = {3, -2, 5};
        double[] z = x.clone();
        double[] g = new double[3];
        double theta = 1;
        for (int k = 0; k < 80; k++) {
            double[] y = new double[3];
            for (int i = 0; i < 3; i++) {
                y[i] = (1 - theta) * x[i] + theta * z[i];
            }
            f.gradient(y, g);
            for (int i = 0; i < 3; i++) {
                z[i] -= g[i] / theta;
                x[i] = (1 - theta) * x[i] + theta * z[i];
            }
            assertArrayEquals(x, run.trace().get(k + 1).point().toArray(), 1e-12, "iterate " + k);
            theta = 0.5 * (Math.sqrt(theta * theta * theta * theta + 4 * theta * theta) - theta * theta);
        }
    }

    /** F(x_k) − F(u) ≤ rate · D(u, x₀) for several u, and the rate is at most LĜ(γ₀/(k − 1 + γ₀))^γ. */
    @Test
    void everyIterateObeysItsRate() {
        Descent<Weights, Differential<Weights>> design = Descent.of(Problems.design(), Problems.burgSimplex(6));
        double[][] designs = {
            {0.32, 0.01, 0.33, 0.01, 0.01, 0.32}, {0.3, 0.05, 0.3, 0.05, 0.05, 0.25}, {0.1, 0.2, 0.3, 0.1, 0.2, 0.1}
        };
        Legendre<Weights, Differential<Weights>> burg = Potentials.burg(6);
        Descent<Weights, Differential<Weights>> quadratic =
                Descent.of(Problems.bowl(0, 1, 0.5, 0.25), Geometry.exponentiatedGradient(3));
        double[][] weights = {{0.2, 0.4, 0.4}, {0, 0.5, 0.5}, {1, 0, 0}, {4.0 / 7, 1.0 / 7, 2.0 / 7}};
        Legendre<Weights, Differential<Weights>> entropy = Potentials.negativeEntropy(3);
        for (Accelerated scheme : variants(1)) {
            check(scheme, design, Problems.uniform(6), Problems.design(), burg, designs);
            check(scheme, quadratic, Problems.uniform(3), Problems.bowl(0, 1, 0.5, 0.25), entropy, weights);
        }
    }

    private static void check(
            Accelerated scheme,
            Descent<Weights, Differential<Weights>> problem,
            Vec<Weights> start,
            Objective<Weights, Differential<Weights>> f,
            Legendre<Weights, Differential<Weights>> phi,
            double[][] others) {
        Descent<Weights, Differential<Weights>> method = problem.by(scheme);
        State<Weights, Differential<Weights>> state = method.start(start);
        assertEquals(Double.POSITIVE_INFINITY, scheme.rate(state).factor());
        for (int k = 1; k <= 60; k++) {
            state = method.step(state);
            Accelerated.Rate rate = scheme.rate(state);
            assertEquals(0, rate.violation(), scheme + ", iterate " + k);
            double gamma = rate.exponent();
            double first = scheme.exponent;
            double power = Math.pow(first / (rate.steps() - 1 + first), gamma);
            assertTrue(rate.factor() <= power * rate.gain() * (1 + 1e-12), scheme + ", iterate " + k + ": " + rate);
            if (k == 1) {
                assertEquals(rate.gain(), rate.factor(), 1e-15);
            }
            double[] origin = scheme.origin(state).toArray();
            for (double[] u : others) {
                boolean entropy = phi.potential() instanceof NegativeEntropy;
                double distance = 0;
                for (int i = 0; i < u.length; i++) {
                    // Entropy is finite at the boundary.
                    distance += entropy && u[i] > 0 ? u[i] * Math.log(u[i] / origin[i]) : 0;
                }
                if (!entropy) {
                    distance = phi.potential().bregman(u, origin);
                }
                assertTrue(
                        state.value() - f.value(u) <= rate.factor() * distance + 1e-14,
                        scheme + ", iterate " + k + ": " + rate);
            }
        }
    }

    @Test
    void accelerationIsWorthItOnIllConditionedProblems() {
        Vec<Weights> start = Vec.of(3, -2, 5);
        Stopping close = Stopping.valueBelow(1e-16).or(Stopping.iterations(200_000));
        int plain = bowl(Scheme.descent())
                .step(StepRule.constant(1))
                .until(close)
                .run(start)
                .last()
                .iteration();
        int accelerated =
                bowl(Scheme.accelerated(1)).until(close).run(start).last().iteration();
        int restarted = bowl(Scheme.accelerated(1).restarting())
                .until(close)
                .run(start)
                .last()
                .iteration();
        assertTrue(plain > 50_000, "plain " + plain);
        assertTrue(accelerated < 15_000, "accelerated " + accelerated);
        assertTrue(restarted < 1500 && restarted < accelerated, "restarted " + restarted);
    }

    /** With restarts the gain keeps every step below the one before. */
    @Test
    void restartsMakeTheValuesDescend() {
        Accelerated scheme = Scheme.accelerated(1).adaptiveGain().restarting();
        Run<Weights, Differential<Weights>> run =
                bowl(scheme).until(Stopping.iterations(600)).run(Vec.of(3, -2, 5));
        double[] values = run.trace().column(Column.VALUE);
        for (int k = 1; k < values.length; k++) {
            assertTrue(values[k] <= values[k - 1] + 1e-15, "iterate " + k);
        }
        Accelerated.Rate rate = scheme.rate(run.state());
        assertTrue(rate.steps() < run.last().iteration(), rate::toString);
        assertTrue(!scheme.origin(run.state()).equals(Vec.<Weights>of(3, -2, 5)));
    }

    /** The loop of proximal acceleration (Beck and Teboulle), in the form with z. */
    @Test
    void aTermIsKeptAsItIs() {
        double lambda = 0.001;
        Descent<Weights, Differential<Weights>> sparse =
                Descent.of(Problems.bowl(2, C), Geometry.mirror(square(3), Term.l1(lambda)));
        double[] expected = {1 - lambda, 1 - lambda / 1e-2, 0};
        double least = Problems.bowl(2, C).value(expected) + lambda * (expected[0] + expected[1]);
        for (Accelerated scheme : variants(1)) {
            Run<Weights, Differential<Weights>> run =
                    sparse.by(scheme).until(Stopping.iterations(4000)).run(Vec.of(3, -2, 0.5));
            double slack = scheme.exponent == 1 ? 1e-2 : scheme.exponent == 1.5 ? 1e-4 : 1e-6;
            assertTrue(run.last().value() - least <= slack, scheme + ": " + run);
            assertTrue(run.last().value() - least >= -1e-14, scheme + ": " + run);
            Accelerated.Rate rate = scheme.rate(run.state());
            double distance = square(3)
                    .potential()
                    .bregman(expected, scheme.origin(run.state()).toArray());
            assertTrue(run.last().value() - least <= rate.factor() * distance + 1e-14, scheme + ": " + rate);
        }
    }

    /** The values end near 100, so what they show is 1e-13; no budget is burnt on what they do not. */
    @Test
    void aStallAtRoundingLevelIsRecognised() {
        for (Accelerated scheme : variants(1)) {
            if (scheme.exponent == 1) {
                continue;
            }
            Run<Weights, Differential<Weights>> run = Descent.of(
                            Problems.bowl(100, 1, 0.5, 0.25), Geometry.mirror(square(3)))
                    .by(scheme)
                    .until(Stopping.iterations(20_000))
                    .run(Vec.of(3, -2, 5));
            assertInstanceOf(Outcome.Converged.class, run.outcome(), scheme + ": " + run);
            assertEquals(100, run.last().value(), 3e-13, scheme + ": " + run);
            assertTrue(run.last().iteration() < 2500, scheme + ": " + run);
            double calls = (double) run.last().oracleCalls() / run.last().iteration();
            assertTrue(calls < 5, scheme + " takes " + calls + " calls an iterate");
            assertTrue(scheme.rate(run.state()).gain() <= 1.5, scheme + ": " + scheme.rate(run.state()));
        }
        // At the optimum from the start.
        Run<Weights, Differential<Weights>> at =
                bowl(Scheme.accelerated(1).adaptiveGain()).run(Vec.of(1, 1, 1));
        assertInstanceOf(Outcome.Converged.class, at.outcome(), at::toString);
        assertEquals(0, at.last().iteration());
    }

    /** Steps that each gain less than the resolution, and a hundred of which gain a hundred times as much, are no stall. */
    @Test
    void slowProgressIsNoStall() {
        Objective<Weights, Differential<Weights>> f = Problems.bowl(0, 1);
        Objective<Weights, Differential<Weights>> coarse = new Objective<>() {
            @Override
            public int size() {
                return 1;
            }

            @Override
            public double value(double[] x) {
                return f.value(x);
            }

            @Override
            public double gradient(double[] x, double[] out) {
                return f.gradient(x, out);
            }

            @Override
            public double resolution(double value) {
                return 1e-3;
            }
        };
        Run<Weights, Differential<Weights>> run = Descent.of(coarse, Geometry.mirror(square(1)))
                .by(Scheme.accelerated(1e4).exponent(1))
                .until(Stopping.iterations(3000))
                .run(Vec.of(3));
        assertEquals(3000, run.last().iteration(), run::toString);
        assertTrue(run.trace().column(Column.CHANGE)[2500] > -1e-3);
    }

    @Test
    void onTheSimplexTheGapCertifies() {
        Run<Weights, Differential<Weights>> run = Descent.of(Problems.design(), Problems.burgSimplex(6))
                .by(Scheme.accelerated(1).adaptiveGain())
                .until(Stopping.gapBelow(1e-5).or(Stopping.iterations(5000)))
                .run(Problems.uniform(6));
        assertInstanceOf(Outcome.Certified.class, run.outcome(), run::toString);
        assertEquals(Problems.DESIGN_OPTIMUM, run.last().value(), 1e-5);
        assertTrue(run.state().dual().isEmpty());
    }

    /** L = 1/50 is too small: a fixed exponent says from where its bound is void, an adaptive one gives up in words, a gain adapts. */
    @Test
    void aWrongConstantIsNoticed() {
        Accelerated fixed = Scheme.accelerated(0.02);
        State<Weights, Differential<Weights>> state =
                bowl(fixed).step(bowl(fixed).start(Vec.of(3, -2, 5)));
        assertEquals(1, fixed.rate(state).violation());
        assertEquals(Double.POSITIVE_INFINITY, fixed.rate(state).factor());
        Run<Weights, Differential<Weights>> falling =
                bowl(fixed.adaptiveExponent()).run(Vec.of(3, -2, 5));
        assertInstanceOf(Outcome.AssumptionViolated.class, falling.outcome());
        assertTrue(falling.outcome().reason().contains("no exponent is enough"), falling::toString);
        Accelerated gain = fixed.adaptiveGain();
        Run<Weights, Differential<Weights>> adapted =
                bowl(gain).until(Stopping.iterations(3000)).run(Vec.of(3, -2, 5));
        assertTrue(adapted.last().value() < 1e-6, adapted::toString);
        assertTrue(gain.rate(adapted.state()).gain() > 5);
        Objective<Weights, Differential<Weights>> f = Problems.bowl(0, 1, 1);
        Objective<Weights, Differential<Weights>> wrong =
                Objective.of(2, f::value, x -> f.gradient(x).times(-1));
        Run<Weights, Differential<Weights>> ascent = Descent.of(wrong, Geometry.mirror(square(2)))
                .by(Scheme.accelerated(1).adaptiveGain())
                .run(Vec.of(3, 3));
        assertInstanceOf(Outcome.AssumptionViolated.class, ascent.outcome(), ascent::toString);
        assertTrue(ascent.outcome().reason().contains("contradict its differential"), ascent::toString);
    }

    @Test
    void refusalsAreInWords() {
        assertThrows(DomainException.class, () -> Scheme.accelerated(0));
        assertThrows(DomainException.class, () -> Scheme.accelerated(Double.NaN));
        assertThrows(DomainException.class, () -> Scheme.accelerated(1).exponent(0.5));
        assertThrows(DomainException.class, () -> Scheme.accelerated(1).exponent(Double.POSITIVE_INFINITY));
        assertThrows(DomainException.class, () -> bowl(Scheme.accelerated(1)).step(StepRule.constant(1)));
        assertThrows(
                DomainException.class,
                () -> Descent.of(Problems.bowl(0, C), Problems.euclidean(3)).by(Scheme.accelerated(1)));
        State<Weights, Differential<Weights>> other = bowl(Scheme.optimistic()).start(Vec.of(1, 2, 3));
        assertThrows(DomainException.class, () -> Scheme.accelerated(1).rate(other));
        assertThrows(DomainException.class, () -> Scheme.accelerated(1).origin(other));
        Run<Weights, Differential<Weights>> out = Descent.of(
                        Problems.bowl(0, -100, -100),
                        Geometry.mirror(Potentials.<Weights, Differential<Weights>>burg(2)))
                .by(Scheme.accelerated(1))
                .run(Vec.of(2, 2));
        assertTrue(out.outcome().reason().contains("leaves the domain"), out::toString);
    }
}
