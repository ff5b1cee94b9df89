package org.legendre.properties;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.legendre.geometry.Domain;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Probabilities;
import org.legendre.geometry.family.Poisson;

class ConjectureTest {
    private static final List<Long> SEEDS = List.of(1L, 2L, 3L, 20261120L);
    private static final int SAMPLES = 300;
    private static final Pattern NUMBER = Pattern.compile("-?[0-9.]+(E-?[0-9]+)?(?=[,}])");

    @TestFactory
    Stream<DynamicTest> famousFalseConjecturesAreRefutedInFewDigits() {
        return Conjectures.famous().stream()
                .filter(famous -> !famous.holds())
                .map(famous -> DynamicTest.dynamicTest(famous.name(), () -> {
                    for (long seed : SEEDS) {
                        Search search = famous.conjecture().search(seed, SAMPLES);
                        assertTrue(search.refuted() && search.comparison().violated(), search::toString);
                        Matcher number = NUMBER.matcher(search.replay());
                        while (number.find()) {
                            assertTrue(number.group().length() <= 6, search::toString);
                        }
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> famousTrueConjecturesStand() {
        return Conjectures.famous().stream()
                .filter(Conjectures.Famous::holds)
                .map(famous -> DynamicTest.dynamicTest(famous.name(), () -> {
                    for (long seed : SEEDS) {
                        Search search =
                                famous.conjecture().search(seed, SAMPLES).requireUnrefuted();
                        assertTrue(search.steps() > SAMPLES, search::toString);
                    }
                }));
    }

    @Test
    void thereAreEnoughOfBothKindsAndNamesAreDistinct() {
        List<Conjectures.Famous> famous = Conjectures.famous();
        assertTrue(famous.stream().filter(conjecture -> !conjecture.holds()).count() >= 10);
        assertTrue(famous.stream().filter(Conjectures.Famous::holds).count() >= 8);
        assertEquals(
                famous.size(),
                famous.stream().map(Conjectures.Famous::name).distinct().count());
        assertThrows(IllegalArgumentException.class, () -> Conjectures.named("no-such-conjecture"));
    }

    @Test
    void aCounterexampleReplaysFromItsCoordinates() {
        Conjecture<?> symmetric = Conjectures.named("kl-symmetric").conjecture();
        Conjecture.Comparison comparison = symmetric.at(new double[] {0.1, 0.1}, new double[] {0.1, 0.2});
        assertTrue(comparison.violated());
        assertEquals(0.1 * Math.log(0.5) + 0.8 * Math.log(8 / 7.0), comparison.left(), 1e-15);
        assertEquals(0.2 * Math.log(2) + 0.7 * Math.log(7 / 8.0), comparison.right(), 1e-15);
        assertFalse(
                symmetric.at(new double[] {0.1, 0.1}, new double[] {0.1, 0.1}).violated());
    }

    /** Both sides are the same but for formulas that lose half the digits, or all of them. */
    @Test
    void roundingRefutesNothing() {
        List<Conjecture<Probabilities>> identities = List.of(
                Conjecture.onSimplex(
                        "√(1 − Σ√(pq)), by a difference, is the Hellinger distance",
                        3,
                        2,
                        x -> Math.sqrt(1 - affinity(x)),
                        x -> Math.sqrt(-Math.expm1(-x.get(0).skewedJensenTo(x.get(1), 0.5)))),
                Conjecture.onSimplex(
                        "−log cos is the Bhattacharyya distance",
                        2,
                        2,
                        x -> -Math.log(Math.cos(x.get(0).angleTo(x.get(1)))),
                        x -> x.get(0).skewedJensenTo(x.get(1), 0.5)),
                Conjecture.onSimplex(
                        "KL, with a large term added and taken away, is KL",
                        2,
                        2,
                        x -> x.get(0).klTo(x.get(1))
                                + 1e11 * Math.log(x.get(0).get(0) / x.get(1).get(0))
                                - 1e11
                                        * (Math.log(x.get(0).get(0))
                                                - Math.log(x.get(1).get(0))),
                        x -> x.get(0).klTo(x.get(1))),
                Conjecture.onSimplex(
                                "(1 − exp(−εKL))/ε, by a difference, is −expm1(−εKL)/ε",
                                2,
                                2,
                                x -> (1 - Math.exp(-1e-11 * x.get(0).klTo(x.get(1)))) / 1e-11,
                                x -> -Math.expm1(-1e-11 * x.get(0).klTo(x.get(1))) / 1e-11)
                        .within(1e-4));
        for (Conjecture<Probabilities> conjecture : identities) {
            for (long seed : SEEDS) {
                conjecture.search(seed, SAMPLES).requireUnrefuted();
                conjecture.identity().search(seed, SAMPLES).requireUnrefuted();
            }
        }
    }

    private static double affinity(List<Probabilities> x) {
        double sum = 0;
        for (int i = 0; i < x.get(0).size(); i++) {
            sum += Math.sqrt(x.get(0).get(i) * x.get(1).get(i));
        }
        return sum;
    }

    @Test
    void membersArePointsToo() {
        Conjecture<Poisson> conjecture = Conjecture.onMembers(
                "KL(p‖q) ≤ KL(q‖p)",
                Poisson.FAMILY,
                2,
                x -> x.get(0).klTo(x.get(1)),
                x -> x.get(1).klTo(x.get(0)));
        Search search = conjecture.search(5, SAMPLES);
        assertTrue(search.refuted(), search::toString);
        assertThrows(AssertionError.class, search::requireUnrefuted);
        assertTrue(search.toString().contains("conjecture.at(new double[] {"), search::toString);
    }

    /** The violation at 3.01 < x < 3.03 is found by climbing: the left side falls off on both sides. */
    @Test
    void theClimbFindsANarrowViolation() {
        Conjecture<double[]> narrow = Conjecture.on(
                "the top stays below 1", Domain.reals(1), 1, x -> 1.0001 - Math.pow(x.get(0)[0] - 3.02, 2), x -> 1);
        Search search = narrow.search(1, 20);
        assertTrue(search.refuted(), search::toString);
        assertEquals("conjecture.at(new double[] {3.02});", search.replay());
    }

    @Test
    void anIdentityFailsOnEitherSide() {
        Conjecture<double[]> below =
                Conjecture.on("x − 1 = x", Domain.reals(1), 1, x -> x.get(0)[0] - 1, x -> x.get(0)[0]);
        assertFalse(below.search(1, 50).refuted());
        assertTrue(below.identity().search(1, 50).refuted());
    }

    @Test
    void whatNoRoundNumberShowsIsUnconfirmed() {
        Conjecture<double[]> irrational = Conjecture.on(
                "no number has more than seven digits",
                Domain.reals(1),
                1,
                x -> BigDecimal.valueOf(x.get(0)[0]).precision() > 7 ? 2 : 0,
                x -> 1);
        assertEquals(Search.Outcome.UNCONFIRMED, irrational.search(1, 50).outcome());
    }

    @Test
    void whatRefusesEverywhereIsVacuous() {
        Conjecture<double[]> nowhere = Conjecture.on(
                "nothing is known",
                Domain.reals(1),
                1,
                x -> {
                    throw new DomainException("x", x.get(0), "another one");
                },
                x -> 1);
        Search search = nowhere.search(1, 50);
        assertEquals(Search.Outcome.VACUOUS, search.outcome());
        assertThrows(AssertionError.class, search::requireUnrefuted);
        Conjecture<double[]> infinite =
                Conjecture.on("∞ ≤ 1", Domain.reals(1), 1, x -> Double.POSITIVE_INFINITY, x -> 1);
        assertEquals(Search.Outcome.VACUOUS, infinite.search(1, 50).outcome());
    }

    @Test
    void theSameSeedGivesTheSameSearch() {
        Conjecture<?> conjecture = Conjectures.named("jeffreys-root-metric").conjecture();
        assertEquals(conjecture.search(9, 50), conjecture.search(9, 50));
    }

    @Test
    void badQuestionsAreRefused() {
        Conjecture<?> conjecture = Conjectures.named("pinsker").conjecture();
        assertThrows(DomainException.class, () -> conjecture.search(1, 9));
        assertThrows(DomainException.class, () -> conjecture.at(new double[] {0.1, 0.1}));
        assertThrows(DomainException.class, () -> conjecture.at(new double[] {0.1, 0.1}, new double[] {0.5, 0.5}));
        assertThrows(DomainException.class, () -> conjecture.within(Double.NaN));
        assertThrows(DomainException.class, () -> Conjecture.on("0 ≤ 1", Domain.reals(1), 0, x -> 0, x -> 1));
    }
}
