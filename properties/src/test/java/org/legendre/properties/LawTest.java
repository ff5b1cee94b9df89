package org.legendre.properties;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.legendre.geometry.Domain;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.family.ConwayMaxwellPoisson;
import org.legendre.geometry.family.Normal;
import org.legendre.properties.Sample.Spread;

class LawTest {
    private static final FamilySubject NORMAL = FamilySubject.of(Normal.FAMILY);
    private static final FamilySubject SWAPPED = NORMAL.withKl((p, q) -> NORMAL.kl(q, p));

    @Test
    void aViolationCarriesASmallSampleThatReplays() {
        Verdict verdict = Laws.named("kl-bregman", SWAPPED).check(7, 100);
        assertEquals(Verdict.Outcome.VIOLATED, verdict.outcome());
        Evidence evidence = verdict.evidence().orElseThrow();
        double[] displacement = evidence.sample().displacement();
        for (double coordinate : displacement) {
            assertTrue(Double.toString(coordinate).length() <= 5, () -> "not small: " + evidence.sample());
        }
        assertTrue(Laws.named("kl-bregman", SWAPPED).examine(evidence.sample()).violated());
        assertEquals(
                Verdict.Outcome.VIOLATED,
                Laws.named("kl-bregman", SWAPPED).replay(evidence.sample()).outcome());
        assertTrue(verdict.toString().contains("Laws.named(\"kl-bregman\", subject).replay(Sample.of("));
        assertThrows(AssertionError.class, verdict::requireHeld);
    }

    @Test
    void theSameSeedGivesTheSameVerdict() {
        for (Claim<?> claim : Laws.of(SWAPPED)) {
            assertEquals(claim.check(3, 40).toString(), claim.check(3, 40).toString());
        }
    }

    @Test
    void tooFewSamplesAreRefused() {
        DomainException refusal = assertThrows(
                DomainException.class,
                () -> Laws.named("nonnegative", FamilySubject.of(Normal.FAMILY)).check(1, 9));
        assertEquals("samples = 9, expected an integer ≥ 10", refusal.getMessage());
    }

    @Test
    void aLawWithoutInformativeSamplesIsVacuous() {
        Law<FamilySubject> law = Law.forAll(
                FamilySubject.class, "empty", "0 = 0", "none", 1, (subject, sample) -> Finding.nothing("always"));
        Verdict verdict = law.check(NORMAL, 1, 50);
        assertEquals(Verdict.Outcome.VACUOUS, verdict.outcome());
        assertFalse(verdict.held());
        assertThrows(AssertionError.class, verdict::requireHeld);
    }

    @Test
    void aLawOfExistenceShowsItsWitnessAndFailsWithout() {
        Verdict witness = Laws.named("asymmetric", NORMAL).check(1, 50);
        assertTrue(witness.held() && witness.evidence().isPresent());
        FamilySubject undeclared = Textbook.location().withSymmetric(false);
        assertEquals(
                Verdict.Outcome.VIOLATED,
                Laws.named("asymmetric", undeclared).check(1, 50).outcome());
    }

    @Test
    void aFamilyThatDeclaresSymmetryGetsThatLawInstead() {
        String ids = Laws.of(Textbook.location()).stream()
                .map(claim -> claim.law().id())
                .collect(Collectors.joining(" "));
        assertTrue(ids.contains("symmetric") && !ids.contains("asymmetric"));
        assertThrows(
                IllegalArgumentException.class,
                () -> Laws.named("asymmetric", Textbook.location()).check(1, 10));
    }

    @Test
    void anExceptionAtAPointOfTheDomainIsAViolationWithItsSample() {
        FamilySubject throwing = NORMAL.withKl((p, q) -> {
            throw new IllegalStateException("no KL today");
        });
        Verdict verdict = Laws.named("nonnegative", throwing).check(1, 20);
        assertEquals(Verdict.Outcome.VIOLATED, verdict.outcome());
        assertTrue(verdict.evidence().orElseThrow().detail().contains("no KL today"));
    }

    @Test
    void aNotANumberIsAViolation() {
        FamilySubject undefined = NORMAL.withKl((p, q) -> Double.NaN);
        for (String id : new String[] {"nonnegative", "definite", "kl-bregman", "kl-fisher", "kl-integral"}) {
            assertEquals(
                    Verdict.Outcome.VIOLATED,
                    Laws.named(id, undefined).check(1, 20).outcome(),
                    id);
        }
    }

    @Test
    void anExpectationOutsideItsDomainIsExcusedByItsRoundingOnly() {
        // λ = e², ν = e⁻³: of a mean of 2.8e17 binary64 does not know the dispersion.
        Sample large = Sample.of(new double[] {2, 3}, new double[] {0.1, 0.1}, new double[] {1, 1});
        FamilySubject counts = FamilySubject.of(ConwayMaxwellPoisson.FAMILY);
        // The variance that belongs to these expectations is negative, by far.
        Sample ordinary = Sample.of(new double[] {0.5, 0.5}, new double[] {0.1, 0.1}, new double[] {1, 1});
        FamilySubject outside = NORMAL.withGradient(theta -> new double[] {1, 0.5});
        for (String id :
                new String[] {"kl-dual-bregman", "kl-canonical", "fenchel-young", "dual-of-primal", "natural-is-mirror"
                }) {
            assertEquals(
                    Verdict.Outcome.VACUOUS,
                    Laws.named(id, counts).replay(large).outcome(),
                    id);
            assertEquals(
                    Verdict.Outcome.VIOLATED,
                    Laws.named(id, outside).replay(ordinary).outcome(),
                    id);
        }
    }

    @Test
    void aDivergenceAloneIsASubject() {
        DivergenceSubject squares = DivergenceSubject.of(
                        "squared distance",
                        Domain.reals(2),
                        (p, q) -> Math.pow(p[0] - q[0], 2) + Math.pow(p[1] - q[1], 2))
                .declaredSymmetric();
        Laws.check(squares, 1, 100).forEach(Verdict::requireHeld);
    }

    @Test
    void nearPairsAreNearAndSamplesRepeat() {
        for (int i = 0; i < 100; i++) {
            Sample sample = Sample.random(3, Spread.NEAR, 9, i);
            assertEquals(sample, Sample.random(3, Spread.NEAR, 9, i));
            for (double coordinate : sample.displacement()) {
                assertTrue(Math.abs(coordinate) < 0.02);
            }
        }
    }

    @Test
    void aSampleShrinksToTheSimplestOfItsKind() {
        Sample sample = Sample.of(new double[] {1.234567, -3.3}, new double[] {2.71828, 0.1}, new double[] {5, 5});
        Sample shrunk = sample.shrink(s -> s.displacement()[0] > 1.5);
        assertEquals(
                "Sample.of(new double[] {0.0, 0.0}, new double[] {2.0, 0.0}, new double[] {0.0, 0.0})",
                positive(shrunk));
    }

    private static String positive(Sample sample) {
        return sample.toString().replace("-0.0", "0.0");
    }

    @Test
    void anUnknownIdListsTheKnownOnes() {
        IllegalArgumentException thrown =
                assertThrows(IllegalArgumentException.class, () -> Laws.named("no-such-law", NORMAL));
        assertTrue(String.valueOf(thrown.getMessage()).contains("kl-bregman"));
    }
}
