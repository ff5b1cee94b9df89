package org.legendre.optimize.information;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.legendre.geometry.ConvergenceException;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Probabilities;
import org.legendre.geometry.Vec;
import org.legendre.geometry.information.LinearFamily;
import org.legendre.optimize.Outcome;

/** Newton's method on the dual, its certificates, boundaries and refusals. */
class InformationProjectionTest {
    private static final double[][] PIPS = {{1, 2, 3, 4, 5, 6}};
    private static final Probabilities FAIR = Probabilities.uniform(6);

    private static InformationProjection die(double mean) {
        return InformationProjection.of(FAIR, LinearFamily.of(PIPS, mean));
    }

    /** λ and H of the reference page: maximum entropy die with mean 4.5. */
    @Test
    void theDieWithMeanFourAndAHalf() {
        InformationProjection die = die(4.5);
        assertEquals(.371048938081033, die.multipliers()[0], 5e-16);
        assertEquals(1.613581098153829, die.probabilities().entropy(), 1e-15);
        assertEquals(Math.log(6) - 1.613581098153829, die.divergence(), 2e-15);
        assertInstanceOf(Outcome.Certified.class, die.outcome());
        assertTrue(die.gap() < 1e-28, die.toString());
        assertTrue(die.family().violation(die.probabilities()) < 1e-15);
        // Two loaded dice of the same mean.
        assertEquals(0, die.pythagoreanResidual(Probabilities.of(0, 0, 0, .5, .5, 0)), 2e-15);
        assertEquals(0, die.pythagoreanResidual(Probabilities.of(.3, 0, 0, 0, 0, .7)), 2e-15);
        assertThrows(DomainException.class, () -> die.pythagoreanResidual(FAIR));
    }

    /** The same point by the family of the library, ψ(Aλ + b), and its numeric conjugate. */
    @Test
    void theProjectionIsTheMemberOfTheExponentialFamilyWithTheMoments() {
        LinearFamily family = LinearFamily.of(new double[][] {{1, 2, 3, 4, 5, 6}, {1, 4, 9, 16, 25, 36}}, 4.1, 18.5);
        Probabilities base = Probabilities.of(.1, .1, .3, .2, .2, .1);
        InformationProjection projection = InformationProjection.of(base, family);
        var exponential = family.exponentialFamily(base);
        var member = exponential.atExpectation(Vec.<Expectation>of(4.1 - 6, 18.5 - 36));
        assertArrayEquals(member.natural().toArray(), projection.multipliers(), 1e-12);
        for (int i = 0; i < 6; i++) {
            assertEquals(projection.probabilities().logProbability(i), member.logDensity(i), 1e-12);
        }
        assertTrue(family.violation(projection.probabilities()) < 4e-16);
        Probabilities through = Probabilities.of(.2, .1, .1, .1, .2, .3);
        InformationProjection forward = InformationProjection.forward(through, family.features(), base);
        assertEquals(0, forward.pythagoreanResidual(through), 1e-15);
        for (double step : new double[] {-1e-3, 1e-3}) {
            var beside = exponential.member(Vec.of(forward.multipliers()[0] + step, forward.multipliers()[1]));
            double[] p = IntStream.range(0, 6).mapToDouble(beside::density).toArray();
            assertTrue(through.klTo(Probabilities.normalized(p)) > through.klTo(forward.probabilities()));
        }
    }

    /** Next to the boundary p₅ = δ to first order, whatever δ; the sums are over differences from the mean. */
    @Test
    void momentsCloseToTheBoundaryKeepTheirRelativeAccuracy() {
        for (double delta : new double[] {1e-3, 1e-6, 0x1p-40, 0x1p-49}) {
            InformationProjection die = die(6 - delta);
            double t = Math.exp(-die.multipliers()[0]);
            double missing =
                    (t * (1 + t * (2 + t * (3 + t * (4 + t * 5)))) / (1 + t * (1 + t * (1 + t * (1 + t * (1 + t))))));
            assertEquals(1, missing / (6 - (6 - delta)), 1e-12, "δ = " + delta);
            assertInstanceOf(Outcome.Certified.class, die.outcome());
        }
    }

    @Test
    void momentsOnTheBoundaryHaveZerosAndAreExact() {
        assertEquals(Probabilities.of(0, 0, 0, 0, 0, 1), die(6).probabilities());
        assertEquals(Probabilities.of(1, 0, 0, 0, 0, 0), die(1).probabilities());
        // On the hypotenuse of a triangle with a fourth point on it and one inside: no single moment is at its bound.
        double[][] features = {{0, 1, 0, .5, .2}, {0, 0, 1, .5, .2}};
        for (double[] b : new double[][] {{.3, .7}, {.5, .5}}) {
            InformationProjection edge =
                    InformationProjection.of(Probabilities.uniform(5), LinearFamily.of(features, b));
            assertEquals(0, edge.probabilities().get(0));
            assertEquals(0, edge.probabilities().get(4));
            assertTrue(edge.family().violation(edge.probabilities()) < 1e-15);
            assertInstanceOf(Outcome.Certified.class, edge.outcome());
            Probabilities p = Probabilities.of(0, b[0], b[1], 0, 0);
            assertEquals(0, edge.pythagoreanResidual(p), 1e-15);
        }
    }

    @Test
    void impossibleMomentsAreRefusedWithAProof() {
        InfeasibleException seven = assertThrows(InfeasibleException.class, () -> die(7));
        assertEquals(
                "moments = [7.0], expected those of some distribution: 1.0·f0 is at most 6.0 for every outcome that the base measure allows, and its "
                        + "expectation would have to be 7.0",
                seven.getMessage());
        assertThrows(InfeasibleException.class, () -> die(6 + 1e-7));
        LinearFamily square = LinearFamily.of(new double[][] {{0, 1, 0}, {0, 0, 1}}, .6, .6);
        InfeasibleException beyond = assertThrows(
                InfeasibleException.class, () -> InformationProjection.of(Probabilities.uniform(3), square));
        assertTrue(beyond.separation().required() > beyond.separation().greatest());
        // Two constraints that say the same of different values.
        LinearFamily twice = LinearFamily.of(new double[][] {{1, 2, 3}, {3, 5, 7}}, 2, 5.5);
        assertThrows(InfeasibleException.class, () -> InformationProjection.of(Probabilities.uniform(3), twice));
        // Possible, but not where the base measure is positive.
        LinearFamily three = LinearFamily.of(new double[][] {{1, 2, 3}}, 2.5);
        assertThrows(InfeasibleException.class, () -> InformationProjection.of(Probabilities.of(.5, .5, 0), three));
        assertThrows(DomainException.class, () -> InformationProjection.of(FAIR, three));
        assertThrows(DomainException.class, () -> LinearFamily.of(PIPS, Double.NaN));
        assertThrows(DomainException.class, () -> LinearFamily.of(PIPS, 1, 2));
        assertThrows(DomainException.class, () -> new Separation(Vec.of(1), 2, 2));
    }

    /** Small integer features make faces and dependent constraints; moments of a random member of a face are always possible. */
    @Test
    void randomFamiliesAreProjectedOntoOrRefused() {
        SplittableRandom random = new SplittableRandom(7);
        int boundary = 0;
        int refused = 0;
        int uncertified = 0;
        for (int trial = 0; trial < 300; trial++) {
            int n = random.nextInt(2, 12);
            int m = random.nextInt(1, 6);
            double[][] features = new double[m][];
            Arrays.setAll(features, j -> random.ints(n, 0, 4).asDoubleStream().toArray());
            double[] weights = random.ints(n, 0, 3).asDoubleStream().toArray();
            weights[random.nextInt(n)] = 1;
            Probabilities member = Probabilities.normalized(weights);
            Probabilities base = Probabilities.ofLogits(
                    random.doubles(n, trial % 3 == 0 ? -30 : -3, 0).toArray());
            LinearFamily family = LinearFamily.through(features, member);
            InformationProjection projection = InformationProjection.of(base, family);
            String what = "trial " + trial + ": " + projection;
            boolean certified = projection.outcome() instanceof Outcome.Certified;
            // Where masses below rounding decide a multiplier, the moments are met and there is no certificate.
            assertTrue(certified || (trial % 3 == 0 && projection.gap() == Double.POSITIVE_INFINITY), what);
            uncertified += certified ? 0 : 1;
            assertTrue(!certified || projection.gap() <= 1e-20, what);
            assertTrue(family.violation(projection.probabilities()) < 1e-13, what);
            double scale = 1 + member.klTo(base);
            assertEquals(
                    0,
                    projection.pythagoreanResidual(member),
                    2e-12 * scale,
                    () -> what + Arrays.toString(projection.multipliers()));
            boundary += projection.probabilities().isPositive() ? 0 : 1;
            double[] beyond = family.moments();
            beyond[0] = Arrays.stream(features[0]).max().orElseThrow() + 1e-3;
            assertThrows(
                    InfeasibleException.class,
                    () -> InformationProjection.of(base, LinearFamily.of(features, beyond)),
                    what);
            // A point on the other side of the mean from a vertex may or may not be possible; whoever refuses has a
            // proof.
            double[] mirrored = new double[m];
            Arrays.setAll(mirrored, j -> 2 * family.moment(j) - features[j][0]);
            LinearFamily other = LinearFamily.of(features, mirrored);
            try {
                assertTrue(other.violation(InformationProjection.of(base, other).probabilities()) < 1e-8, what);
            } catch (InfeasibleException impossible) {
                refused++;
                double excess = impossible.separation().required()
                        - impossible.separation().greatest();
                assertTrue(excess > 1e-9, what);
            }
        }
        assertTrue(uncertified <= 3, uncertified + " without a certificate");
        assertTrue(boundary > 20 && refused > 20, boundary + " on the boundary, " + refused + " refused");
    }

    /** Outcomes that a base measure all but excludes. */
    @Test
    void hugeRatiosOfTheBaseMeasureDoNoHarm() {
        Probabilities base = Probabilities.ofLogits(0, -2000, -5000);
        InformationProjection projection =
                InformationProjection.of(base, LinearFamily.of(new double[][] {{0, 1, 2}}, 1));
        // pᵢ ∝ qᵢ e^{λi} with mean 1: p₀ = p₂, and p₁²/(p₀p₂) = q₁²/(q₀q₂) = e^1000.
        assertEquals(1, projection.probabilities().get(1), 1e-15);
        assertEquals(
                projection.probabilities().logProbability(0),
                projection.probabilities().logProbability(2),
                1e-9);
        assertEquals(2500, projection.multipliers()[0], 1e-9);
        assertEquals(2000, projection.divergence(), 1e-9);
    }

    /** The moments of a distribution are rounded; on a face all that is left of the differences is that. */
    @Test
    void momentsOfDistributionsOnFacesAreNotRefused() {
        SplittableRandom random = new SplittableRandom(3);
        double[][] two = {{1, 1, 1, 0}, {0, 1, 2, 5}};
        for (int trial = 0; trial < 300; trial++) {
            double[] weights = random.doubles(4).toArray();
            Probabilities three = Probabilities.normalized(Arrays.copyOf(weights, 3));
            InformationProjection constant =
                    InformationProjection.forward(three, new double[][] {{1, 1, 1}}, Probabilities.uniform(3));
            assertEquals(0, constant.divergence(), 1e-15);
            weights[3] = 0;
            Probabilities p = Probabilities.normalized(weights);
            Probabilities base = Probabilities.uniform(4);
            InformationProjection face = InformationProjection.forward(p, new double[][] {{1, 1, 1, 0}}, base);
            assertTrue(face.family().violation(face.probabilities()) < 1e-15, face.toString());
            LinearFamily family = LinearFamily.through(two, p);
            for (InformationProjection projection : new InformationProjection[] {
                InformationProjection.of(base, family),
                IterativeScaling.of(20_000).project(base, family)
            }) {
                assertTrue(family.violation(projection.probabilities()) < 1e-12, projection.toString());
            }
        }
        assertThrows(
                InfeasibleException.class,
                () -> InformationProjection.of(
                        Probabilities.uniform(3), LinearFamily.of(new double[][] {{1, 1, 1}}, 1 + 1e-12)));
    }

    /** Every outcome of the base measure is below what is required, those too that were cut before the contradiction was found. */
    @Test
    void proofsHoldForAllOutcomesThatTheBaseMeasureAllows() {
        double[][] cut = {{0, 1, 1}, {5, 0, 1}};
        proves(cut, 1, 3);
        proves(new double[][] {{0, 1, 1, 0}, {5, 0, 1, 0}, {1, 1, 0, 9}}, 1, 1, .5);
        // On the hypotenuse, which no single moment finds, and beyond what is left there.
        proves(new double[][] {{0, 1, 0, .2}, {0, 0, 1, .2}, {7, 0, 1, 9}}, .5, .5, 3);
        double[][] corner = {{1, 0, 0}, {0, 1, 0}};
        for (double e : new double[] {1e-2, 1e-6, 1e-8, 3e-9, 1e-9, 5e-10}) {
            if (e >= 1e-8) {
                proves(corner, .5, .5 + e);
            } else {
                LinearFamily hidden = LinearFamily.of(corner, .5, .5 + e);
                assertThrows(
                        ConvergenceException.class, () -> InformationProjection.of(Probabilities.uniform(3), hidden));
            }
        }
        LinearFamily beyond = LinearFamily.of(corner, .5, .5 + 1e-10);
        InformationProjection nearly = InformationProjection.of(Probabilities.uniform(3), beyond);
        assertFalse(nearly.outcome() instanceof Outcome.Certified, nearly.toString());
        assertTrue(nearly.outcome().toString().contains("violat"), nearly.toString());
    }

    private static void proves(double[][] features, double... moments) {
        LinearFamily family = LinearFamily.of(features, moments);
        Separation proof = assertThrows(
                        InfeasibleException.class,
                        () -> InformationProjection.of(Probabilities.uniform(family.outcomes()), family))
                .separation();
        assertTrue(proof.required() > proof.greatest(), proof.toString());
        for (int i = 0; i < family.outcomes(); i++) {
            double value = 0;
            for (int j = 0; j < features.length; j++) {
                value += proof.direction().get(j) * features[j][i];
            }
            assertTrue(value <= proof.greatest() + 1e-15, "outcome " + i + ": " + value + "; " + proof);
        }
    }
}
