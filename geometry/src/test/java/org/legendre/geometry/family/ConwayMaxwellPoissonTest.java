package org.legendre.geometry.family;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.legendre.geometry.Domain;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Natural;
import org.legendre.geometry.Vec;

class ConwayMaxwellPoissonTest {
    private static final ExponentialFamily<Long, ConwayMaxwellPoisson> FAMILY = ConwayMaxwellPoisson.FAMILY;

    /**
     * (λ, ν) of the two, α and the skewed Jensen divergence (KL for α = NaN): mpmath 1.3.0, sums of all counts at 40 digits from these binary64
     * numbers.
     */
    private static final double[][] DIVERGENCES = {
        {1.5, 0.5, 2.5, 1.25, Double.NaN, 0.32527852683469993},
        {1.5, 0.5, 2.5, 1.25, 0.25, 0.03465219073090387},
        {40.0, 1.7, 40.000000001, 1.7, Double.NaN, 1.6105191815498282e-21},
        {40.0, 1.7, 40.000000001, 1.7, 0.25, 3.01972346541702e-22},
        {40.0, 1.7, 3.0, 0.6, Double.NaN, 0.3499909351022068},
        {40.0, 1.7, 3.0, 0.6, 0.25, 0.10773594107216986},
        {0.9, 0.0625, 0.8, 0.125, Double.NaN, 0.26090990488768545},
        {0.9, 0.0625, 0.8, 0.125, 0.25, 0.03310815671928962},
        {3.0, 0.5, 3.0, 0.5000000001, Double.NaN, 4.891666965810595e-19},
        {3.0, 0.5, 3.0, 0.5000000001, 0.25, 9.171875558636082e-20},
        {1e-05, 2.0, 2e-05, 3.0, Double.NaN, 3.068455181677098e-06},
        {1e-05, 2.0, 2e-05, 3.0, 0.25, 6.820523218537628e-07},
        {300.0, 1.5, 310.0, 1.5, Double.NaN, 0.016178805443099777},
        {300.0, 1.5, 310.0, 1.5, 0.25, 0.003050141486522086},
        {0.5, 0.001, 0.5, 0.002, Double.NaN, 9.865450592860048e-07},
        {0.5, 0.001, 0.5, 0.002, 0.25, 1.846300537144626e-07},
        {10000.0, 1.0, 11000.0, 1.0, Double.NaN, 46.8982019567514},
        {10000.0, 1.0, 11000.0, 1.0, 0.25, 9.005013560584006}
    };

    /** (E[X], E[log X!]) and (λ, ν): the root of the two equations by mpmath 1.3.0 at 30 digits. */
    private static final double[][] SOLUTIONS = {
        {2.5, 1.9, 1.2331159753570344, 0.4018919166245965},
        {0.3, 0.05, 0.24325306517930165, 0.15775823591620797},
        {1.0, 0.015625, 42.369350574615375, 10.810747596301596},
        {100.0, 364.25, 89.45943024730033, 0.9758393424066769},
        {7.0, 9.0, 7.007838632148782, 1.0005542070054425},
        {20.0, 43.0, 8.981607625889167, 0.7350140377347391},
        {3.0, 1.875, 1465.0245625986945, 5.917244891787688},
        {30.0, 80.0, 1.2428261406390788, 0.06962718893616265}
    };

    private static void refuses(String part, Executable call) {
        DomainException refusal = assertThrows(DomainException.class, call);
        assertTrue(String.valueOf(refusal.getMessage()).contains(part), refusal::toString);
    }

    private static ConwayMaxwellPoisson at(double mean, double meanLogFactorial) {
        return FAMILY.atExpectation(Vec.of(mean, meanLogFactorial));
    }

    /** p(0) = 1/Z, and p(1) = λ/Z, also where the weights are anchored at a large mode. */
    @Test
    void nothingIsACountWithADensity() {
        for (double[] p : new double[][] {{20, 0.37}, {20, 1}, {1.5, 0.5}, {1e3, 0.9}}) {
            ConwayMaxwellPoisson member = new ConwayMaxwellPoisson(p[0], p[1]);
            double logZ = member.family().potential().value(member.natural());
            assertEquals(-logZ, member.logDensityAt(0), 1e-13 * logZ, member.toString());
            assertEquals(Math.log(p[0]) - logZ, member.logDensityAt(1), 1e-13 * logZ, member.toString());
        }
    }

    @Test
    void divergencesMatchHighPrecision() {
        for (double[] row : DIVERGENCES) {
            ConwayMaxwellPoisson p = new ConwayMaxwellPoisson(row[0], row[1]);
            ConwayMaxwellPoisson q = new ConwayMaxwellPoisson(row[2], row[3]);
            double actual = Double.isNaN(row[4]) ? p.klTo(q) : p.skewedJensen(q, row[4]);
            assertEquals(row[5], actual, 1e-13 * row[5], p + " to " + q + " at " + row[4]);
        }
    }

    @Test
    void membersOfGivenExpectationsMatchHighPrecision() {
        for (double[] row : SOLUTIONS) {
            ConwayMaxwellPoisson p = at(row[0], row[1]);
            // At (100, 364.25) an error of η₂ by half a unit in its last place makes one of 5e-14 in ν and of 3e-13 in
            // λ.
            assertEquals(row[2], p.lambda(), 1e-12 * row[2], p.toString());
            assertEquals(row[3], p.nu(), 2e-13 * row[3], p.toString());
        }
    }

    @Test
    void itIsThePoissonDistributionForNuOne() {
        for (double rate : new double[] {1e-3, 0.7, 6.5, 240}) {
            ConwayMaxwellPoisson p = new ConwayMaxwellPoisson(rate, 1);
            ConwayMaxwellPoisson q = new ConwayMaxwellPoisson(1.25 * rate, 1);
            Poisson poisson = new Poisson(rate);
            assertEquals(poisson.entropy(), p.entropy(), 1e-14 * poisson.entropy());
            double kl = poisson.klTo(new Poisson(1.25 * rate));
            assertEquals(kl, p.klTo(q), 1e-13 * kl);
            double log = poisson.logDensityAt(3);
            assertEquals(log, p.logDensityAt(3), -1e-13 * log);
            assertEquals(rate, p.expectation().get(0), 1e-14 * rate);
        }
        assertEquals(Double.NEGATIVE_INFINITY, new ConwayMaxwellPoisson(2, 1).logDensityAt(0.5));
    }

    @Test
    void everyPointOfTheDomainOfMeansHasItsMember() {
        Legendre<Natural, Expectation> psi = FAMILY.potential();
        Domain domain = psi.conjugate().domain();
        // From 2e-9 to 5e8, at whole numbers and between; from next to one neighbour only to next to geometric.
        for (double logMean : new double[] {-20, -3, -0.1, 0, Math.log(2), 1.5, 3, 8, 20}) {
            for (double odds : new double[] {-20, -8, -2, 0, 2, 8, 20, 30}) {
                double[] u = {logMean, odds};
                double[] eta = domain.fromChart(u);
                Vec<Natural> theta = psi.conjugate().gradient(Vec.of(eta));
                double[] back = psi.gradient(theta).toArray();
                // Half a unit in the last place of log λ moves the expectations by so much.
                double bound = 2e-14 * (1 + Math.abs(theta.get(0)));
                assertEquals(eta[0], back[0], bound * eta[0], Arrays.toString(u));
                assertEquals(eta[1], back[1], bound * eta[1], Arrays.toString(u));
                assertEquals(u[0], domain.toChart(eta)[0], 1e-14 * (1 + Math.abs(u[0])));
            }
        }
        assertArrayEquals(new double[] {1.5, 3}, domain.toChart(domain.fromChart(new double[] {1.5, 3})), 1e-13);
        for (double[] row :
                new double[][] {{1e-100, 0.7}, {0.5, 500}, {1, 1e-10}, {0.3, 1e-6}, {40, 30}, {1e300, 50}}) {
            ConwayMaxwellPoisson p = new ConwayMaxwellPoisson(row[0], row[1]);
            ConwayMaxwellPoisson q = FAMILY.atExpectation(p.expectation());
            // As large as the rounding of η makes it, which is most for the last, of mean 1e6.
            assertTrue(p.klTo(q) < 1e-12, p + " came back as " + q);
        }
    }

    @Test
    void expectationsOfNoMemberAreRefusedWithTheReason() {
        // Between 2 and 3 log X! is at least on the chord from log 2 to log 6.
        double chord = 0.5 * (Math.log(2) + Math.log(6));
        refuses("ν → ∞", () -> at(2.5, chord));
        refuses("ν → ∞", () -> at(2.5, chord * (1 - 1e-9)));
        assertTrue(at(2.5, chord * (1 + 1e-9)).nu() > 30);
        // Σ log(k!) 2ᵏ/3ᵏ⁺¹ = Σ log(k) (2/3)ᵏ, the geometric distribution of mean 2.
        double geometric = 0;
        for (int k = 200; k >= 2; k--) {
            geometric += Math.log(k) * Math.pow(2.0 / 3, k);
        }
        double most = geometric;
        refuses("ν = 0", () -> at(2, most));
        refuses("ν = 0", () -> at(2, most * (1 + 1e-9)));
        assertTrue(at(2, most * (1 - 1e-9)).nu() < 1e-8);
        refuses("η₁", () -> at(0, 0));
        refuses("NaN", () -> at(Double.NaN, 1));
        refuses("a number up to", () -> at(2, 1e200));
        refuses("length 1", () -> FAMILY.atExpectation(Vec.of(2.0)));
        refuses("ν → ∞", () -> at(1e20, 4.5e21));
        refuses("= 0.0", () -> new ConwayMaxwellPoisson(0, 1));
        refuses("= NaN", () -> new ConwayMaxwellPoisson(1, Double.NaN));
    }

    @Test
    void whereNearlyAllMassIsOnTwoCountsTheSmallExpectationsLeadBack() {
        for (double[] row : new double[][] {{1.35, 735}, {0.01, 500}, {1e-3, 900}, {1e20, 130}, {300, 9}, {7, 700}}) {
            ConwayMaxwellPoisson p = new ConwayMaxwellPoisson(row[0], row[1]);
            Vec<Expectation> eta = p.expectation();
            ConwayMaxwellPoisson q = FAMILY.atExpectation(eta);
            // η₁ rounds by half a unit in its last place, which matters by so much in standard deviations.
            double deviations = 1e-15 * eta.get(0) / Math.sqrt(p.fisher().toMatrix()[0][0]);
            assertTrue(p.klTo(q) <= 1e-26 + deviations * deviations, p + " came back as " + q);
            assertEquals(eta.get(1), q.expectation().get(1), 1e-12 * eta.get(1), p.toString());
        }
    }

    @Test
    void metricsThatUnderflowOrOverflowAreRefused() {
        refuses("underflow", () -> new ConwayMaxwellPoisson(1, 1200).fisher());
        refuses("underflow", () -> new ConwayMaxwellPoisson(Math.exp(700), 3000).fisher());
        refuses("overflow", () -> new ConwayMaxwellPoisson(1e61, 0.2).fisher());
        refuses("mode", () -> new ConwayMaxwellPoisson(1e30, 0.01).entropy());
        // Only the metric: the rest is right still.
        assertEquals(Math.log(2), new ConwayMaxwellPoisson(1, 1200).entropy(), 1e-16);
    }

    /** Modes below, between and above 1 and 2: (k!)^ν P(k)/λᵏ is one constant; each frequency within five standard deviations of its probability. */
    @Test
    void drawsOfFewCountsHaveTheirFrequencies() {
        for (double[] row : new double[][] {{0.5, 0.3}, {1.65, 1.49}, {1.9, 1}, {2.5, 1.2}, {3, 4}}) {
            ConwayMaxwellPoisson p = new ConwayMaxwellPoisson(row[0], row[1]);
            SplittableRandom random = new SplittableRandom(11);
            int draws = 50_000;
            int[] seen = new int[6];
            for (int i = 0; i < draws; i++) {
                seen[(int) Math.min(5, p.sample(random))]++;
            }
            double total = 0;
            double[] weights = new double[6];
            double weight = 1;
            for (int k = 0; k < 200; k++) {
                weights[Math.min(5, k)] += weight;
                total += weight;
                weight *= row[0] / Math.pow(k + 1, row[1]);
            }
            for (int k = 0; k < 6; k++) {
                double expected = weights[k] / total;
                double deviation = Math.sqrt(expected * (1 - expected) / draws);
                assertEquals(expected, (double) seen[k] / draws, 5 * deviation, p + " at " + k);
            }
        }
    }

    @Test
    void maximumLikelihoodFindsTheMemberOrSaysWhyThereIsNone() {
        for (double[] row : new double[][] {{1.5, 0.5}, {40, 1.7}, {0.8, 0.1}}) {
            ConwayMaxwellPoisson p = new ConwayMaxwellPoisson(row[0], row[1]);
            SplittableRandom random = new SplittableRandom(7);
            List<Long> data = new ArrayList<>();
            for (int i = 0; i < 20_000; i++) {
                data.add(p.sample(random));
            }
            ConwayMaxwellPoisson fitted = FAMILY.maximumLikelihood(data);
            // 2n KL is about χ² of 2 degrees of freedom.
            assertTrue(2 * data.size() * p.klTo(fitted) < 20, fitted.toString());
        }
        refuses("neighbouring", () -> FAMILY.maximumLikelihood(List.of(3L, 4L, 3L)));
        refuses("neighbouring", () -> FAMILY.maximumLikelihood(List.of(0L, 0L)));
        // More dispersed than geometric.
        refuses("ν = 0", () -> FAMILY.maximumLikelihood(List.of(0L, 0L, 0L, 0L, 50L)));
        refuses("-1", () -> FAMILY.maximumLikelihood(List.of(1L, -1L)));
    }
}
