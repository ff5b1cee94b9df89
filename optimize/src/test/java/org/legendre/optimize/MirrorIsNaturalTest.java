package org.legendre.optimize;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.legendre.geometry.Domain;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Natural;
import org.legendre.geometry.Potential;
import org.legendre.geometry.Potentials;
import org.legendre.geometry.Vec;
import org.legendre.geometry.family.Normal;

/** Mirror descent with one potential is natural gradient in the dual coordinates, step by step, both ways round. */
class MirrorIsNaturalTest {
    private static final int STEPS = 500;
    private static final double DRIFT = 1e-13;

    record Case(String name, Legendre<Natural, Expectation> psi, Vec<Natural> start, Vec<Natural> target, double step) {
        @Override
        public String toString() {
            return name;
        }

        /** D_ψ(θ, θ*) as a function of θ: differential ∇ψ(θ) − η*. */
        Objective<Natural, Expectation> inNatural() {
            Vec<Expectation> eta = psi.gradient(target);
            return Objective.of(
                    psi.size(),
                    t -> psi.bregman(t, target),
                    t -> psi.gradient(t).minus(eta));
        }

        /** The same function of η: its differential is the natural gradient ∇²ψ(θ)⁻¹(η − η*) = ∇²ψ*(η)(η − η*). */
        Objective<Expectation, Natural> inExpectation() {
            Legendre<Expectation, Natural> dual = psi.conjugate();
            Vec<Expectation> eta = psi.gradient(target);
            return Objective.of(
                    psi.size(),
                    e -> psi.bregman(dual.gradient(e), target),
                    e -> dual.metric(e).lower(e.minus(eta)));
        }
    }

    static List<Case> cases() {
        Legendre<Natural, Expectation> categorical = Legendre.of(Potential.of(
                Domain.reals(2), t -> t[0].exp().add(t[1].exp()).add(1).log()));
        Legendre<Expectation, Natural> entropy = Potentials.negativeEntropy(3);
        Legendre<Expectation, Natural> burg = Potentials.burg(2);
        return List.of(
                new Case(
                        "normal",
                        Normal.FAMILY.potential(),
                        new Normal(2, 9).natural(),
                        new Normal(-1, 0.5).natural(),
                        0.01),
                new Case("categorical, numeric conjugate", categorical, Vec.of(1, -2), Vec.of(-0.5, 0.3), 0.02),
                new Case("Poisson means", entropy.conjugate(), Vec.of(1, -1, 0.5), Vec.of(-0.7, 0.4, 2), 0.02),
                new Case("exponential rates", burg.conjugate(), Vec.of(-1, -0.2), Vec.of(-0.3, -3), 0.02));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void naturalGradientInThetaIsMirrorDescentInEtaWithTheConjugate(Case c) {
        Run<Natural, Expectation> natural = Descent.of(c.inNatural(), Geometry.natural(c.psi))
                .step(StepRule.constant(c.step))
                .until(Stopping.iterations(STEPS))
                .run(c.start);
        Run<Expectation, Natural> mirror = Descent.of(c.inExpectation(), Geometry.mirror(c.psi.conjugate()))
                .step(StepRule.constant(c.step))
                .until(Stopping.iterations(STEPS))
                .run(c.psi.gradient(c.start));
        assertSamePath(c, natural.trace(), mirror.trace());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void mirrorDescentInThetaIsNaturalGradientInEta(Case c) {
        Run<Natural, Expectation> mirror = Descent.of(c.inNatural(), Geometry.mirror(c.psi))
                .step(StepRule.constant(c.step))
                .until(Stopping.iterations(STEPS))
                .run(c.start);
        Run<Expectation, Natural> natural = Descent.of(c.inExpectation(), Geometry.natural(c.psi.conjugate()))
                .step(StepRule.constant(c.step))
                .until(Stopping.iterations(STEPS))
                .run(c.psi.gradient(c.start));
        assertSamePath(c, mirror.trace(), natural.trace());
    }

    /** The two algorithms are different ones: their paths have to part, or the tests above compare a thing with itself. */
    @ParameterizedTest
    @MethodSource("cases")
    void theTwoPairsAreDifferentAlgorithms(Case c) {
        Descent<Natural, Expectation> natural =
                Descent.of(c.inNatural(), Geometry.natural(c.psi)).step(StepRule.constant(c.step));
        Descent<Natural, Expectation> mirror =
                Descent.of(c.inNatural(), Geometry.mirror(c.psi)).step(StepRule.constant(c.step));
        Stopping stop = Stopping.iterations(20);
        Vec<Natural> a = natural.until(stop).run(c.start).point();
        Vec<Natural> b = mirror.until(stop).run(c.start).point();
        assertTrue(distance(a, b) > 1e-4, c + ": " + a + " " + b);
    }

    private static void assertSamePath(Case c, Trace<Natural> theta, Trace<Expectation> eta) {
        double worst = 0;
        for (int k = 0; k <= STEPS; k++) {
            Vec<Expectation> image = c.psi.gradient(theta.get(k).point());
            worst = Math.max(worst, distance(image, eta.get(k).point()));
        }
        assertTrue(worst <= DRIFT, c + " drifts by " + worst);
        double moved = distance(eta.get(0).point(), eta.get(STEPS).point());
        assertTrue(moved > 0.3, c + " hardly moved: " + moved);
    }

    private static <C> double distance(Vec<C> a, Vec<C> b) {
        double worst = 0;
        for (int i = 0; i < a.size(); i++) {
            worst = Math.max(worst, Math.abs(a.get(i) - b.get(i)) / (1 + Math.abs(b.get(i))));
        }
        return worst;
    }
}
