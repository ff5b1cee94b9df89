package org.legendre.optimize.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import org.legendre.optimize.StepRule;
import org.legendre.optimize.Stopping;

class CertificateTest {
    private static final Legendre<Weights, Differential<Weights>> BURG = Potentials.burg(3);
    private static final Legendre<Weights, Differential<Weights>> ENTROPY = Potentials.negativeEntropy(3);
    private static final Legendre<Weights, Differential<Weights>> SQUARE = Potentials.halfSquaredNorm(3);
    private static final Vec<Weights> UNIFORM = Vec.of(1 / 3.0, 1 / 3.0, 1 / 3.0);

    /** −p·log(x) with a p that has a zero: the optimum on the simplex is p itself. */
    private static Objective<Weights, Differential<Weights>> bets(double... p) {
        return Objective.of(
                3,
                x -> {
                    double sum = 0;
                    for (int i = 0; i < 3; i++) {
                        sum -= p[i] == 0 ? 0 : p[i] * Math.log(x.get(i));
                    }
                    return sum;
                },
                x -> Vec.generate(3, i -> p[i] == 0 ? 0 : -p[i] / x.get(i)));
    }

    private static Objective<Weights, Differential<Weights>> bowl(double... c) {
        return Objective.of(
                3,
                x -> {
                    double sum = 0;
                    for (int i = 0; i < 3; i++) {
                        sum += 0.5 * c[i] * x.get(i) * x.get(i);
                    }
                    return sum;
                },
                x -> Vec.generate(3, i -> c[i] * x.get(i)));
    }

    private static <T extends Certificate.Verdict> T judge(
            Class<T> kind,
            Theorem<Weights, Differential<Weights>> theorem,
            Objective<Weights, Differential<Weights>> f,
            Legendre<Weights, Differential<Weights>> phi,
            Geometry<Weights, Differential<Weights>> geometry,
            StepRule rule,
            Vec<Weights> start,
            Vec<Weights> u,
            boolean vacuous) {
        Certificate<Weights, Differential<Weights>> certificate = theorem.certify(f, phi, u);
        Descent.of(f, geometry).step(rule).until(Stopping.iterations(60)).run(start, certificate);
        assertEquals(vacuous, certificate.vacuous());
        return assertInstanceOf(kind, certificate.verdict(), certificate.toString());
    }

    /** Σpᵢ = 1, so f is 1-smooth relative to Burg's entropy: each pᵢ is at most 1. */
    @Test
    void relativeSmoothnessIsKeptAndABoundaryOptimumIsComparedFromInside() {
        Geometry<Weights, Differential<Weights>> geometry = Geometry.mirror(BURG, Constraint.simplex());
        for (StepRule rule : new StepRule[] {StepRule.constant(1), StepRule.relativeSmoothness()}) {
            Certificate.Verdict.Kept inner = judge(
                    Certificate.Verdict.Kept.class,
                    Theorem.relativeSmoothness(),
                    bets(0.5, 0.3, 0.2),
                    BURG,
                    geometry,
                    rule,
                    UNIFORM,
                    Vec.of(0.5, 0.3, 0.2),
                    false);
            assertTrue(inner.slack() >= 0);
            Certificate.Verdict.Kept edge = judge(
                    Certificate.Verdict.Kept.class,
                    Theorem.relativeSmoothness(),
                    bets(0.7, 0.3, 0),
                    BURG,
                    geometry,
                    rule,
                    UNIFORM,
                    Vec.of(0.7, 0.3, 0),
                    true);
            assertTrue(edge.slack() >= 0 && edge.reason().contains("vacuous"), edge.reason());
        }
    }

    /** The bound from inside: min over s of f(u(s)) − f(u) + D(u(s), x₀)/k, here by a fine scan of s. */
    @Test
    void theBestInteriorPointIsFoundToADecade() {
        Vec<Weights> u = Vec.of(0.7, 0.3, 0);
        Objective<Weights, Differential<Weights>> f = bets(0.7, 0.3, 0);
        Comparison<Weights, Differential<Weights>> comparison = new Comparison<>(f, BURG, u, UNIFORM);
        assertEquals(Double.POSITIVE_INFINITY, comparison.divergence());
        for (double k : new double[] {1, 100, 1e6}) {
            double least = Double.POSITIVE_INFINITY;
            for (double s = 1; s > 1e-12; s *= 0.99) {
                Vec<Weights> point = u.times(1 - s).plus(UNIFORM.times(s));
                least = Math.min(least, f.value(point) - f.value(u) + BURG.bregman(point, UNIFORM) / k);
            }
            double bound = comparison.bound(divergence -> divergence / k);
            assertTrue(bound >= least * (1 - 1e-3) && bound <= 2.5 * least, bound + " against " + least);
        }
    }

    @Test
    void theEntropyOfABoundaryPointIsALimit() {
        Vec<Weights> u = Vec.of(0.7, 0.3, 0);
        Comparison<Weights, Differential<Weights>> comparison =
                new Comparison<>(bets(0.7, 0.3, 0), ENTROPY, u, UNIFORM);
        double expected = 0.7 * Math.log(2.1) + 0.3 * Math.log(0.9);
        assertEquals(expected, comparison.divergence(), 1e-14);
        assertEquals(expected / 7, comparison.bound(divergence -> divergence / 7), 1e-14);
    }

    @Test
    void aStepThatIsTooLongNamesTheSmoothnessItShows() {
        // The second derivative is 4: steps of 0.3 are longer than 1/4 but still descend, those of 0.6 do not.
        Objective<Weights, Differential<Weights>> f = bowl(4, 1, 1);
        Geometry<Weights, Differential<Weights>> geometry = Geometry.mirror(SQUARE);
        Vec<Weights> origin = Vec.of(0, 0, 0);
        Certificate.Verdict.Unfounded unfounded = judge(
                Certificate.Verdict.Unfounded.class,
                Theorem.relativeSmoothness(),
                f,
                SQUARE,
                geometry,
                StepRule.constant(0.3),
                Vec.of(1, 0, 0),
                origin,
                false);
        assertEquals(0, unfounded.iteration());
        assertTrue(
                unfounded.reason().contains("shows L ≥ 4.0")
                        || unfounded.reason().contains("shows L ≥ 3.99"),
                unfounded.reason());
        Certificate.Verdict.Exceeded exceeded = judge(
                Certificate.Verdict.Exceeded.class,
                Theorem.relativeSmoothness(),
                f,
                SQUARE,
                geometry,
                StepRule.constant(0.6),
                Vec.of(1, 0, 0),
                origin,
                false);
        assertTrue(exceeded.reason().contains("broken at iterate 0"), exceeded.reason());
    }

    /** On a quadratic with equal curvature one step arrives; with μ claimed too large the bound is exceeded and convexity is named. */
    @Test
    void relativeStrongConvexityIsKeptAndAFalseOneIsNamed() {
        Geometry<Weights, Differential<Weights>> geometry = Geometry.mirror(SQUARE);
        Vec<Weights> start = Vec.of(1, -2, 3);
        Vec<Weights> origin = Vec.of(0, 0, 0);
        judge(
                Certificate.Verdict.Kept.class,
                Theorem.relativeStrongConvexity(1, 4),
                bowl(1, 2, 4),
                SQUARE,
                geometry,
                StepRule.constant(0.25),
                start,
                origin,
                false);
        Certificate.Verdict.Exceeded exceeded = judge(
                Certificate.Verdict.Exceeded.class,
                Theorem.relativeStrongConvexity(2, 4),
                bowl(1, 2, 4),
                SQUARE,
                geometry,
                StepRule.constant(0.25),
                start,
                origin,
                false);
        assertTrue(exceeded.reason().contains("μD(u, x)"), exceeded.reason());
        Certificate.Verdict wrongStep = judge(
                Certificate.Verdict.Unfounded.class,
                Theorem.relativeStrongConvexity(1, 4),
                bowl(1, 2, 4),
                SQUARE,
                geometry,
                StepRule.constant(0.2499),
                start,
                origin,
                false);
        assertTrue(wrongStep.reason().contains("not 1/L"), wrongStep.reason());
    }

    @Test
    void aFunctionThatIsNotConvexIsNamed() {
        // A double well: at 1 the tangent passes above the well at −1.2.
        Objective<Weights, Differential<Weights>> wells = Objective.of(
                3,
                x -> Math.pow(x.get(0) * x.get(0) - 1, 2) + 0.2 * x.get(0),
                x -> Vec.of(4 * x.get(0) * (x.get(0) * x.get(0) - 1) + 0.2, 0, 0));
        Certificate.Verdict.Unfounded unfounded = judge(
                Certificate.Verdict.Unfounded.class,
                Theorem.relativeSmoothness(),
                wells,
                SQUARE,
                Geometry.mirror(SQUARE),
                StepRule.constant(0.05),
                Vec.of(1.2, 0, 0),
                Vec.of(-1.02, 0, 0),
                false);
        assertTrue(unfounded.reason().contains("f(u) − f(x) − ⟨∇f(x), u − x⟩"), unfounded.reason());
    }

    /** A linear function on the simplex: gradients of size 1 in the largest entry. */
    @Test
    void theLipschitzBoundIsKeptAndATooSmallConstantIsNamed() {
        Objective<Weights, Differential<Weights>> linear =
                Objective.of(3, x -> x.get(0) - x.get(1) + 0.5 * x.get(2), x -> Vec.of(1, -1, 0.5));
        Geometry<Weights, Differential<Weights>> geometry = Geometry.mirror(ENTROPY, Constraint.simplex());
        for (StepRule rule : new StepRule[] {StepRule.constant(0.2), StepRule.decaying(1, 0.5)}) {
            judge(
                    Certificate.Verdict.Kept.class,
                    Theorem.lipschitz(1),
                    linear,
                    ENTROPY,
                    geometry,
                    rule,
                    UNIFORM,
                    Vec.of(0, 1, 0),
                    false);
        }
        Certificate.Verdict.Unfounded unfounded = judge(
                Certificate.Verdict.Unfounded.class,
                Theorem.lipschitz(0.5),
                linear,
                ENTROPY,
                geometry,
                StepRule.constant(0.2),
                UNIFORM,
                Vec.of(0, 1, 0),
                false);
        assertTrue(unfounded.reason().contains("shows G ≥ 0."), unfounded.reason());
    }

    @Test
    void theBoundsAreThoseOfTheBooks() {
        Steps ten = Steps.constant(10, 0.25);
        assertEquals(
                4 * 3.0 / 10,
                Theorem.<Weights, Differential<Weights>>relativeSmoothness().bound(ten, 3),
                1e-15);
        // μ → 0 gives (L − μ)D/k.
        assertEquals(
                4 * 3.0 / 10,
                Theorem.<Weights, Differential<Weights>>relativeStrongConvexity(1e-9, 4)
                        .bound(ten, 3),
                1e-8);
        assertEquals(
                3 / (Math.pow(4 / 3.0, 10) - 1),
                Theorem.<Weights, Differential<Weights>>relativeStrongConvexity(1, 4)
                        .bound(ten, 3),
                1e-15);
        assertEquals(
                (3 + 0.5 * 4 * 10 * 0.0625) / 2.5,
                Theorem.<Weights, Differential<Weights>>lipschitz(2).bound(ten, 3),
                1e-15);
        assertEquals(
                ten,
                java.util.stream.IntStream.range(0, 10).boxed().reduce(Steps.NONE, (s, i) -> s.and(0.25), (a, b) -> b));
        assertEquals(
                Double.POSITIVE_INFINITY,
                Theorem.<Weights, Differential<Weights>>relativeSmoothness().bound(Steps.NONE, 3));
    }

    @Test
    void theBestValueIsThatOfThePointsSteppedFrom() {
        Certificate<Weights, Differential<Weights>> certificate =
                Theorem.<Weights, Differential<Weights>>lipschitz(9).certify(bowl(1, 1, 1), SQUARE, Vec.of(0, 0, 0));
        Descent.of(bowl(1, 1, 1), Geometry.mirror(SQUARE))
                .step(StepRule.constant(0.5))
                .until(Stopping.iterations(2))
                .run(Vec.of(2, 0, 0), certificate);
        assertEquals(2, certificate.lines().get(0).quantity(), 1e-15);
        assertEquals(0.5, certificate.lines().get(1).quantity(), 1e-15);
        assertFalse(certificate.vacuous());
    }

    /** Its first iterate is the start: D(u, x₁₀) is smaller than D(u, x₀), and the steps count from there. */
    @Test
    void aResumedRunIsHeldToTheBoundFromWhereItGoesOn() {
        Descent<Weights, Differential<Weights>> method =
                Descent.of(bowl(1, 2, 4), Geometry.mirror(SQUARE)).step(StepRule.constant(0.25));
        Vec<Weights> origin = Vec.of(0, 0, 0);
        var first = method.until(Stopping.iterations(10)).run(Vec.of(1, -2, 3));
        Certificate<Weights, Differential<Weights>> certificate =
                Theorem.<Weights, Differential<Weights>>relativeSmoothness().certify(bowl(1, 2, 4), SQUARE, origin);
        method.until(Stopping.iterations(12)).resume(first.state(), certificate);
        assertInstanceOf(Certificate.Verdict.Kept.class, certificate.verdict(), certificate.toString());
        assertEquals(2, certificate.lines().size());
        assertEquals(11, certificate.lines().get(0).iteration());
        assertEquals(
                SQUARE.bregman(origin, first.point()) / 0.25,
                certificate.lines().get(0).bound(),
                1e-15);
        assertEquals(
                SQUARE.bregman(origin, first.point()) / 0.5,
                certificate.lines().get(1).bound(),
                1e-15);
    }

    @Test
    void badInputIsRefused() {
        Theorem<Weights, Differential<Weights>> theorem = Theorem.relativeSmoothness();
        assertThrows(DomainException.class, () -> theorem.certify(bets(0.5, 0.3, 0.2), BURG, Vec.of(1, 0, 0)));
        assertThrows(DomainException.class, () -> theorem.certify(bowl(1, 1, 1), Potentials.burg(2), UNIFORM));
        assertThrows(DomainException.class, () -> Theorem.lipschitz(Double.NaN));
        assertThrows(DomainException.class, () -> Theorem.relativeStrongConvexity(2, 2));
        assertThrows(DomainException.class, () -> Theorem.relativeStrongConvexity(0, 2));
        assertInstanceOf(
                Certificate.Verdict.Empty.class,
                theorem.certify(bowl(1, 1, 1), SQUARE, UNIFORM).verdict());
    }
}
