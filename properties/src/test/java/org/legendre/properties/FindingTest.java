package org.legendre.properties;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.legendre.geometry.Domain;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Potential;
import org.legendre.geometry.family.Normal;

/** What counts as a violation, what as a witness and what as nothing. */
class FindingTest {
    private static final FamilySubject NORMAL = FamilySubject.of(Normal.FAMILY);
    private static final FamilySubject SWAPPED = NORMAL.withKl((p, q) -> NORMAL.kl(q, p));

    @Test
    void pointsBeyondTheRangeSayNothingAndAloneAreVacuous() {
        FamilySubject poisson = Textbook.poisson();
        FamilySubject flat = poisson.withFisher(t -> Hessian.diagonal(new double[] {1e-280}));
        FamilySubject mostlyBeyond =
                poisson.withFisher(t -> t[0] > 4 && t[0] < 4.25 ? poisson.fisher(t) : flat.fisher(t));
        for (FamilySubject subject : List.of(flat, mostlyBeyond)) {
            for (Claim<?> claim : Laws.of(subject)) {
                // One witness among few points is a witness.
                boolean decided = claim.law().existence() && subject == mostlyBeyond;
                assertTrue(decided || !claim.check(1, 100).held(), claim.toString());
            }
        }
        assertFalse(flat.resolves(new double[] {0}));
        assertFalse(poisson.resolves(new double[] {-800}));
        assertTrue(poisson.resolves(new double[] {-500}));
    }

    @Test
    void aMetricThatThrowsAtFewCentralPointsIsAViolation() {
        FamilySubject poisson = Textbook.poisson();
        FamilySubject seldom =
                poisson.withFisher(t -> t[0] > 1 && t[0] < 3 ? notPositiveDefinite(t) : poisson.fisher(t));
        FamilySubject farOut = poisson.withFisher(t -> t[0] > 5 ? notPositiveDefinite(t) : poisson.fisher(t));
        FamilySubject always = poisson.withFisher(FindingTest::notPositiveDefinite);
        assertEquals(
                Verdict.Outcome.VIOLATED,
                Laws.named("hessian", always).check(1, 100).outcome());
        assertEquals(
                Verdict.Outcome.VIOLATED,
                Laws.named("hessian", seldom).check(1, 100).outcome());
        assertTrue(seldom.resolves(new double[] {2}));
        assertFalse(farOut.resolves(new double[] {5.5}));
        Sample far = Sample.of(new double[] {5.5}, new double[] {1}, new double[] {1});
        assertEquals(
                Verdict.Outcome.VACUOUS,
                Laws.named("hessian", farOut).replay(far).outcome());
    }

    private static Hessian notPositiveDefinite(double[] theta) {
        throw new DomainException("matrix at θ", theta, "a positive definite one");
    }

    @Test
    void whatThrowsOrIsNotANumberIsNoWitness() {
        FamilySubject throwing = NORMAL.withKl((p, q) -> {
            throw new IllegalStateException("no KL today");
        });
        FamilySubject undefined = NORMAL.withKl((p, q) -> Double.NaN);
        for (FamilySubject subject : List.of(throwing, undefined)) {
            Verdict verdict = Laws.named("asymmetric", subject).check(1, 50);
            assertEquals(Verdict.Outcome.VIOLATED, verdict.outcome());
            Sample sample = verdict.evidence().orElseThrow().sample();
            assertEquals(
                    Verdict.Outcome.VIOLATED,
                    Laws.named("asymmetric", subject).replay(sample).outcome());
        }
    }

    @Test
    void aNegativeSymmetricDivergenceIsNoWitnessOfAsymmetry() {
        FamilySubject negative = Textbook.location().withSymmetric(false);
        FamilySubject mirrored = negative.withKl((p, q) -> -negative.kl(p, q));
        assertEquals(
                Verdict.Outcome.VIOLATED,
                Laws.named("asymmetric", mirrored).check(1, 50).outcome());
    }

    @Test
    void klFisherSeesEitherDirectionAlone() {
        FamilySubject exponential = Textbook.exponential();
        double anchor = exponential.domain().fromChart(new double[1])[0];
        for (int sign : new int[] {1, -1}) {
            FamilySubject wrong =
                    exponential.withKl((p, q) -> exponential.kl(p, q) * (p[0] == anchor ^ sign > 0 ? 1 + 1e-9 : 1));
            Sample sample = Sample.of(new double[1], new double[1], new double[] {1});
            assertTrue(Laws.named("kl-fisher", wrong).examine(sample).violated());
            assertFalse(Laws.named("kl-fisher", exponential).examine(sample).violated());
        }
    }

    @Test
    void twoFindingsAreAsBadAsTheWorse() {
        Finding fine = new Finding(1, 2, true, () -> "fine");
        Finding wide = new Finding(1, 3, false, () -> "wide");
        Finding bad = new Finding(5, 4, true, () -> "bad");
        Finding undefined = new Finding(Double.NaN, 4, true, () -> "undefined");
        assertTrue(fine.and(bad).violated() && bad.and(fine).violated());
        assertTrue(fine.and(undefined).violated() && undefined.and(fine).violated());
        assertFalse(fine.and(wide).violated() || wide.and(fine).violated());
        assertFalse(fine.and(wide).informative() || wide.and(fine).informative());
        assertEquals("fine", wide.and(fine).detail().get());
    }

    @Test
    void onlyASmallExcessMayBeAFormulasOwn() {
        FamilySubject cancelling = FamilySubject.of(
                "geometric",
                Legendre.of(Potential.of(
                        Domain.negative(1), t -> t[0].exp().negate().log1p().negate())));
        Sample sample = Sample.of(new double[] {5.203157378911707}, new double[] {0}, new double[] {0.1});
        Verdict small = Laws.named("gradient", cancelling).replay(sample);
        assertEquals(Verdict.Outcome.VIOLATED, small.outcome());
        assertTrue(small.toString().contains("loses digits"));
        assertFalse(Laws.named("kl-bregman", SWAPPED).check(1, 50).toString().contains("loses digits"));
    }
}
