package org.legendre.optimize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.legendre.geometry.Differential;
import org.legendre.geometry.Domain;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Metric;
import org.legendre.geometry.Potentials;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;

/** Steps that leave the domain, starts outside it, and iterates without dual points: each says what it is. */
class StepsOutsideTest {
    private static final Vec<Weights> ONES = Vec.of(1, 1);

    /** Rises so steeply that Burg's mirror step of length 1 against its negative has no point. */
    private static final Objective<Weights, Differential<Weights>> STEEP =
            Objective.of(2, x -> -3 * (x.get(0) + x.get(1)), x -> Vec.of(-3, -3));

    private static Descent<Weights, Differential<Weights>> inBurg(Objective<Weights, Differential<Weights>> objective) {
        return Descent.of(objective, Geometry.mirror(Potentials.<Weights, Differential<Weights>>burg(2)));
    }

    private static void fails(Run<Weights, Differential<Weights>> run, String words) {
        Outcome.Failed failed = assertInstanceOf(Outcome.Failed.class, run.outcome());
        assertTrue(failed.reason().contains(words), failed.reason());
        assertEquals(0, failed.iteration());
        assertEquals(1, run.trace().size());
    }

    @Test
    void rulesThatCannotGiveWayFail() {
        fails(inBurg(STEEP).step(StepRule.openLoop()).run(ONES), "the step leaves the domain: ");
        fails(inBurg(STEEP).step(StepRule.constant(1)).run(ONES), "the step 1.0 from iterate 0 leaves the domain: ");
    }

    /** The second of two terms of a sum, alone, is too steep. */
    @Test
    void stochasticStepsFailToo() {
        FiniteSum<Weights, Differential<Weights>> sum = new FiniteSum<>() {
            @Override
            public int size() {
                return 2;
            }

            @Override
            public int terms() {
                return 2;
            }

            @Override
            public double value(double[] x) {
                return -3 * (x[0] + x[1]);
            }

            @Override
            public double gradient(double[] x, double[] out) {
                out[0] = -3;
                out[1] = -3;
                return value(x);
            }

            @Override
            public double partial(double[] x, int[] indices, int count, double[] out) {
                return gradient(x, out);
            }
        };
        Sampling sampling = new Sampling(1, 2, 1);
        for (Scheme scheme : List.of(
                Scheme.varianceReduced(sampling, 1),
                Scheme.stochastic(sampling, 1, 0.5),
                Scheme.stochasticAverages(sampling, 1, 0.5))) {
            fails(inBurg(sum).by(scheme).run(ONES), "leaves the domain");
            DomainException refusal = assertThrows(
                    DomainException.class,
                    () -> inBurg(sum).by(scheme).step(StepRule.armijo()).run(ONES));
            assertTrue(String.valueOf(refusal.getMessage()).contains("step rule"), refusal.toString());
        }
    }

    @Test
    void aStartOutsideAMetricIsRefused() {
        Metric<Weights, Differential<Weights>> identity = Metric.of(Hessian.diagonal(1, 1));
        Geometry<Weights, Differential<Weights>> natural = Geometry.natural(Domain.positive(2), x -> identity);
        DomainException refusal = assertThrows(
                DomainException.class, () -> Descent.of(STEEP, natural).run(Vec.of(1, -1)));
        assertTrue(String.valueOf(refusal.getMessage()).contains("start = "), refusal.toString());
    }

    /** Where no dual point is kept, none is shown. */
    @Test
    void whatHasNoDualPointSaysSo() {
        Objective<Weights, Differential<Weights>> race = Problems.race();
        Vec<Weights> uniform = Problems.uniform(4);
        assertTrue(Descent.of(race, Geometry.frankWolfe(4, Constraint.simplex()))
                .start(uniform)
                .dual()
                .isEmpty());
        assertTrue(
                Descent.of(race, Geometry.replicator(4)).start(uniform).dual().isEmpty());
        assertTrue(Descent.of(race, Geometry.exponentiatedGradient(4))
                .start(uniform)
                .dual()
                .isPresent());
    }

    @Test
    void aStreamEndsWhereTheRunConverges() {
        Descent<Weights, Differential<Weights>> bowl = Descent.of(Problems.bowl(0, 1, 3), Problems.euclidean(2));
        assertEquals(1, bowl.iterates(ONES).count());
        Run<Weights, Differential<Weights>> run = bowl.run(Vec.of(1, 2));
        assertEquals(
                run.trace().size(), bowl.iterates(Vec.of(1, 2)).limit(10_000).count());
    }

    @Test
    void theCauseOfAFailureIsKept() {
        IllegalStateException cause = new IllegalStateException("disk full");
        Descent<Weights, Differential<Weights>> descent = Descent.of(
                Objective.of(
                        2,
                        x -> {
                            throw cause;
                        },
                        x -> Vec.of(0, 0)),
                Problems.euclidean(2));
        StepException thrown = assertThrows(StepException.class, () -> descent.start(ONES));
        assertSame(cause, thrown.getCause());
    }

    /** The proximal step of the indicator of a set is the projection of the mirror map, and its value is 0 there and +∞ elsewhere. */
    @Test
    void proximalStepsOfSetsAreProjections() {
        Legendre<Weights, Differential<Weights>> entropy = Potentials.negativeEntropy(2);
        Proximal proximal = Proximal.of(entropy, Term.indicator(Constraint.simplex()));
        assertEquals(0, proximal.value(new double[] {0.25, 0.75}));
        assertEquals(Double.POSITIVE_INFINITY, proximal.value(new double[] {0.5, 0.75}));
        double[] x = new double[2];
        assertEquals("", proximal.solve(1, new double[] {0, Math.log(3)}, x));
        assertEquals(0.25, x[0], 1e-15);
        String reason = proximal.solve(1, new double[] {Double.NaN, 0}, x);
        assertTrue(Optional.of(reason).filter(text -> !text.isEmpty()).isPresent(), reason);
    }
}
