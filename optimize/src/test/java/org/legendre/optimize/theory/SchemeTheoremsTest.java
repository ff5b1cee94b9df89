package org.legendre.optimize.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.legendre.geometry.Differential;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Potentials;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;
import org.legendre.optimize.Constraint;
import org.legendre.optimize.Descent;
import org.legendre.optimize.Geometry;
import org.legendre.optimize.Objective;
import org.legendre.optimize.Scheme;
import org.legendre.optimize.StepRule;
import org.legendre.optimize.Stopping;
import org.legendre.optimize.problem.MatrixGame;

/** The theorems of averages, acceleration and mirror-prox on runs of those schemes, and on runs that cannot keep them. */
class SchemeTheoremsTest {
    private static final Legendre<Weights, Differential<Weights>> ENTROPY = Potentials.negativeEntropy(3);
    private static final Vec<Weights> UNIFORM = Vec.of(1 / 3.0, 1 / 3.0, 1 / 3.0);

    /** Σ cᵢxᵢ² with curvatures from 10⁻⁴ to 1: a slow bowl. */
    private static Objective<Weights, Differential<Weights>> bowl(int n) {
        return Objective.of(
                n,
                x -> {
                    double sum = 0;
                    for (int i = 0; i < n; i++) {
                        sum += 0.5 * Math.pow(10, -4.0 * i / n) * x.get(i) * x.get(i);
                    }
                    return sum;
                },
                x -> Vec.generate(n, i -> Math.pow(10, -4.0 * i / n) * x.get(i)));
    }

    @Test
    void accelerationKeepsItsRateAndPlainDescentDoesNot() {
        int n = 20;
        Legendre<Weights, Differential<Weights>> square = Potentials.halfSquaredNorm(n);
        Vec<Weights> start = Vec.generate(n, i -> 100.0);
        Vec<Weights> origin = Vec.generate(n, i -> 0.0);
        Certificate<Weights, Differential<Weights>> kept =
                Theorem.<Weights, Differential<Weights>>accelerated(1, 2).certify(bowl(n), square, origin);
        Descent.of(bowl(n), Geometry.mirror(square))
                .by(Scheme.accelerated(1))
                .until(Stopping.iterations(300))
                .run(start, kept);
        assertInstanceOf(Certificate.Verdict.Kept.class, kept.verdict(), kept.toString());
        // (2/(300 − 1 + 2))²·D with D = ½·20·100².
        assertEquals(4 * 1e5 / (301 * 301), kept.lines().get(299).bound(), 1e-12);
        Certificate<Weights, Differential<Weights>> plain =
                Theorem.<Weights, Differential<Weights>>accelerated(1, 2).certify(bowl(n), square, origin);
        Descent.of(bowl(n), Geometry.mirror(square))
                .step(StepRule.constant(1))
                .until(Stopping.iterations(300))
                .run(start, plain);
        assertInstanceOf(Certificate.Verdict.Exceeded.class, plain.verdict(), plain.toString());
    }

    @Test
    void averagesKeepTheBoundOfTheRegret() {
        // |x₁ − ½| + |x₂ − ½|: not smooth, gradients of ±1.
        Objective<Weights, Differential<Weights>> kinks = Objective.of(
                3,
                x -> Math.abs(x.get(0) - 0.5) + Math.abs(x.get(1) - 0.5),
                x -> Vec.of(Math.signum(x.get(0) - 0.5), Math.signum(x.get(1) - 0.5), 0));
        Geometry<Weights, Differential<Weights>> simplex = Geometry.mirror(ENTROPY, Constraint.simplex());
        for (Scheme scheme : List.of(Scheme.averaged(Scheme.descent()), Scheme.averaged(Scheme.dualAveraging()))) {
            Certificate<Weights, Differential<Weights>> certificate =
                    Theorem.<Weights, Differential<Weights>>averages(1).certify(kinks, ENTROPY, Vec.of(0.5, 0.5, 0));
            Descent.of(kinks, simplex)
                    .by(scheme)
                    .step(StepRule.constant(0.05))
                    .until(Stopping.iterations(400))
                    .run(UNIFORM, certificate);
            Certificate.Verdict.Kept kept =
                    assertInstanceOf(Certificate.Verdict.Kept.class, certificate.verdict(), certificate.toString());
            // (D + ½·0.05²·400)/20 with D = log 1.5.
            Certificate.Line last = certificate.lines().get(399);
            assertEquals((Math.log(1.5) + 0.5) / 20, last.bound(), 1e-12);
            assertTrue(kept.slack() >= 0 && last.quantity() > 0);
            assertEquals(last.bound() - last.quantity(), last.slack());
        }
    }

    @Test
    void mirrorProxKeepsTheBoundOfTheGameAndATooLongStepDoesNot() {
        int n = 12;
        SplittableRandom random = new SplittableRandom(5);
        double[][] payoffs = new double[n][];
        for (int i = 0; i < n; i++) {
            payoffs[i] = random.doubles(n, -1, 1).toArray();
        }
        MatrixGame game = MatrixGame.of(payoffs);
        Legendre<Weights, Differential<Weights>> entropy = Potentials.negativeEntropy(2 * n);
        Vec<Weights> uniform = Vec.generate(2 * n, i -> 1.0 / n);
        // A pair of pure strategies is as far from uniform weights as any.
        Vec<Weights> pure = Vec.generate(2 * n, i -> i % n == 0 ? 1.0 : 0.0);
        for (double t : new double[] {1, 300}) {
            Certificate<Weights, Differential<Weights>> certificate =
                    Theorem.<Weights, Differential<Weights>>mirrorProx().certify(game, entropy, pure);
            Descent.of(game, Geometry.mirror(entropy, game.strategies()))
                    .by(Scheme.mirrorProx(t))
                    .until(Stopping.iterations(200))
                    .run(uniform, certificate);
            Certificate.Line last = certificate.lines().get(199);
            assertEquals(2 * Math.log(n) / (200 * t), last.bound(), 1e-9 / t);
            Class<? extends Certificate.Verdict> expected =
                    t == 1 ? Certificate.Verdict.Kept.class : Certificate.Verdict.Exceeded.class;
            assertInstanceOf(expected, certificate.verdict(), certificate.toString());
        }
    }

    @Test
    void theBoundsAreThoseOfTheBooks() {
        Steps five = Steps.constant(5, 0.5);
        // After k + 1 steps (γ/(k + γ))^γ: 4/(k + 2)² for γ = 2.
        assertEquals(
                7 * 3 * 4 / 36.0,
                Theorem.<Weights, Differential<Weights>>accelerated(7, 2).bound(five, 3),
                1e-13);
        assertEquals(
                7 * 3 / 5.0,
                Theorem.<Weights, Differential<Weights>>accelerated(7, 1).bound(five, 3),
                1e-13);
        assertEquals(
                7 * 3.0,
                Theorem.<Weights, Differential<Weights>>accelerated(7, 2).bound(Steps.constant(1, 1), 3),
                1e-13);
        assertEquals(
                3 / 2.5, Theorem.<Weights, Differential<Weights>>mirrorProx().bound(five, 3), 1e-15);
        assertEquals(
                (3 + 0.5 * 4 * 1.25) / 2.5,
                Theorem.<Weights, Differential<Weights>>averages(2).bound(five, 3),
                1e-15);
        assertEquals(
                Double.POSITIVE_INFINITY,
                Theorem.<Weights, Differential<Weights>>mirrorProx().bound(Steps.NONE, 3));
        for (double bad : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThrows(DomainException.class, () -> Theorem.accelerated(bad, 2));
            assertThrows(DomainException.class, () -> Theorem.accelerated(1, bad));
            assertThrows(DomainException.class, () -> Theorem.averages(bad));
        }
        assertTrue(
                Theorem.<Weights, Differential<Weights>>mirrorProx().toString().contains("Nemirovski"));
    }
}
