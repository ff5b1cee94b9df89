package org.legendre.properties;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.legendre.geometry.ConvergenceException;
import org.legendre.geometry.Domain;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Potentials;
import org.legendre.geometry.Vec;
import org.legendre.geometry.family.Binomial;
import org.legendre.geometry.family.Dirichlet;
import org.legendre.geometry.family.GeneralizedInverseGaussian;
import org.legendre.geometry.family.Normal;
import org.legendre.geometry.family.VonMisesFisher;
import org.legendre.properties.Sample.Spread;

/** Samples at the edge of what binary64 holds, what is excused there, and numbers that were wrong there. */
class ExtremesTest {
    private static final double[] NONE = {0};

    @Test
    void oneCoordinateIsAtTheEdge() {
        int far = 0;
        int huge = 0;
        int tiny = 0;
        for (int i = 0; i < 400; i++) {
            Sample sample = Sample.random(3, Spread.EXTREME, 5, i);
            assertEquals(sample, Sample.random(3, Spread.EXTREME, 5, i));
            double largest = Arrays.stream(sample.point()).map(Math::abs).max().orElseThrow();
            double least = Arrays.stream(sample.point()).map(Math::abs).min().orElseThrow();
            far += largest > 20 && largest < 231 ? 1 : 0;
            huge += largest > 1e10 ? 1 : 0;
            tiny += least < 1e-10 ? 1 : 0;
            assertTrue(Arrays.stream(sample.second()).allMatch(Double::isFinite));
        }
        assertTrue(far > 60 && huge > 60 && tiny > 60, far + " far, " + huge + " huge, " + tiny + " tiny of 400");
    }

    @Test
    void extremeCoordinatesShrinkByOrdersOfMagnitude() {
        Sample huge = Sample.of(new double[] {-3.7e87}, NONE, NONE);
        double found = huge.shrink(s -> s.point()[0] < -25).point()[0];
        assertTrue(found < -25 && found >= -60, () -> "shrunk to " + found);
        Sample tiny = Sample.of(new double[] {3.7e-87}, NONE, NONE);
        double larger =
                tiny.shrink(s -> s.point()[0] > 0 && s.point()[0] < 1e-5).point()[0];
        assertTrue(larger > 1e-12, () -> "shrunk to " + larger);
    }

    @Test
    void anIterationMayGiveUpFarOutOnly() {
        FamilySubject right = FamilySubject.of(Normal.FAMILY);
        FamilySubject refusing = right.withKl((p, q) -> {
            throw new ConvergenceException("no", 1);
        });
        Claim<?> claim = Laws.named("nonnegative", refusing);
        double[] none = new double[2];
        assertTrue(claim.examine(Sample.of(new double[] {0, 7}, none, none)).violated());
        Finding excused = claim.examine(Sample.of(new double[] {0, 9}, none, none));
        assertFalse(excused.violated() || excused.informative());
    }

    @Test
    void aRefusalIsExcusedOnlyWhereThePointsBetweenRoundOut() {
        double[] none = new double[2];
        Sample far = Sample.of(new double[] {0, 9}, new double[] {1, 0}, none);
        FamilySubject right = FamilySubject.of(Normal.FAMILY);
        FamilySubject refusing = right.withKl((p, q) -> {
            throw new DomainException("σ²", 0, "a number > 0");
        });
        assertTrue(Laws.named("nonnegative", refusing).examine(far).violated());
        Sample wrong = Sample.of(new double[] {0, 20}, new double[] {1, 0}, none);
        FamilySubject failing = right.withKl((p, q) -> {
            throw new IllegalStateException("a bug");
        });
        assertTrue(Laws.named("nonnegative", failing).examine(wrong).violated());
    }

    @Test
    void aSubjectMayDeclareItsReach() {
        FamilySubject right = FamilySubject.of(Normal.FAMILY);
        Sample far = Sample.of(new double[] {20, 0}, new double[] {1, 0}, new double[2]);
        assertTrue(Laws.named("nonnegative", right).examine(far).informative());
        assertFalse(Laws.named("nonnegative", right.withReach(10)).examine(far).informative());
        assertThrows(DomainException.class, () -> right.withReach(3.9));
    }

    @Test
    void chartsAnswerEverywhere() {
        List<Domain> domains = Subjects.shipped()
                .flatMap(family -> Stream.of(family.domain(), family.potential().dualDomain()))
                .toList();
        for (Domain domain : domains) {
            for (int i = 0; i < domain.size(); i++) {
                for (double reach : new double[] {50, 800, 1e7, 1e100}) {
                    double[] u = new double[domain.size()];
                    u[i] = reach;
                    assertEquals(u.length, domain.fromChart(u).length);
                    u[i] = -reach;
                    assertEquals(u.length, domain.fromChart(u).length);
                }
            }
            SplittableRandom random = new SplittableRandom(5);
            for (int k = 0; k < 2000; k++) {
                double scale = Math.exp(random.nextDouble(-3, 6));
                double[] u = random.doubles(domain.size(), -scale, scale).toArray();
                assertEquals(u.length, domain.fromChart(u).length);
            }
        }
    }

    /** α₁ = 1 beside α₂ = 1e80: the length of α itself is α₁²ψ′(α₁) + α₂²ψ′(α₂) − α₀²ψ′(α₀) = π²/6 − 1, for xψ′(x)x is x + ½ far out. */
    @Test
    void fisherOfADirichletWithOneDominantParameter() {
        double[] alpha = {1, 1e80};
        Hessian fisher = Dirichlet.family(2).potential().potential().hessian(alpha);
        double expected = Math.PI * Math.PI / 6 - 1;
        assertEquals(expected, fisher.quadratic(alpha), 4e-16);
        double[] covector = new double[2];
        fisher.multiply(alpha, covector);
        assertEquals(expected, fisher.inverseQuadratic(covector), 1e-15);
        double[] back = new double[2];
        fisher.solve(covector, back);
        assertArrayEquals(new double[] {1, 1}, new double[] {back[0], back[1] / 1e80}, 1e-15);
        double[] along = {1e-3, 1e80};
        // δα₂² = α₁, −2ψ′(α₀)v₁v₂ = −2v₁, ψ′(1)v₁².
        assertEquals(1 - 2e-3 + 1e-6 * Math.PI * Math.PI / 6, fisher.quadratic(along), 1e-15);
    }

    /** Between opposite directions ψ ≈ ‖θ‖ bends within 1 of the origin, which no panel of a quadrature over 1e75 meets. */
    @Test
    void divergenceThroughASpikeOfTheHessian() {
        Legendre<?, ?> psi = VonMisesFisher.family(3).potential();
        double[] a = {0, 9e73, 0};
        double[] b = {0, -9e74, 0};
        assertEquals(1.8e74, psi.potential().bregman(a, b), 1e60);
        assertEquals(1.8e75, psi.potential().bregman(b, a), 1e61);
    }

    /** At this projection a bracket's end is the root but for rounding. */
    @Test
    void rootsAtTheEndOfABracket() {
        FamilySubject family = FamilySubject.of(GeneralizedInverseGaussian.FAMILY);
        Sample sample = Sample.of(
                new double[] {-0.005600839150218274, -1.0110634584290232, -1.2138863860539921},
                new double[] {-1.9235370023427463, -0.9620709565627369, 1.1045114444203181},
                new double[] {-0.9420702949717404, 0.890075346365288, -0.9055732445755457});
        assertFalse(
                Laws.named("pythagoras-e-projection", family).examine(sample).violated());
    }

    /** P(0) and P(1) differ by 4e-12: the sampler's hat must not be flat beyond them. */
    @Test
    void drawsOfAFairCoinThatIsNotQuite() {
        AtomicInteger drawn = new AtomicInteger();
        SplittableRandom source = new SplittableRandom(1);
        RandomGenerator counting = () -> {
            assertTrue(drawn.incrementAndGet() < 10_000, "the sampler rejects nearly everything");
            return source.nextLong();
        };
        Binomial nearlyFair = Binomial.family(1).member(Vec.of(-4e-12));
        long heads = 0;
        for (int i = 0; i < 400; i++) {
            heads += nearlyFair.sample(counting);
        }
        // Five standard deviations.
        assertEquals(200, (double) heads, 50);
    }

    /** ½(a − b)²/(ab²) in each coordinate. */
    @Test
    void divergenceOfALayerAtTheEnd() {
        double[] a = {1, 5e8};
        double[] b = {1.125, 3e19};
        double expected = 0.5 * 0.125 * 0.125 / (1.125 * 1.125) + 0.5 / 5e8;
        assertEquals(expected, Potentials.tsallis(2, -1).potential().bregman(a, b), 1e-12 * expected);
    }
}
