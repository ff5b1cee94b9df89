package org.legendre.geometry.family;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.legendre.geometry.Domain;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Euclidean;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Metric;
import org.legendre.geometry.Natural;
import org.legendre.geometry.Vec;

/** Values are from 50-digit arithmetic (mpmath) over the eight states. */
class BoltzmannMachineTest {
    private static final double H = 0x1p-30;
    private static final double[] A = {0.5, -1, 0.25, 0.75, -0.5, 1.125};
    private static final double[] B = {-0.25, 0.625, 1, -1.5, 0.25, 0.5};
    /** Nearly certain: its entropy is 1.7e-16. */
    private static final double[] CERTAIN = {40, -60, 30, -20, 10, 15.5};
    /** Probabilities that underflow. */
    private static final double[] EXTREME = {-300, 500, 2, -900, 25, 3};

    private static BoltzmannMachine machine(double[] theta) {
        double[] parameters = new double[theta.length + 1];
        parameters[0] = 3;
        System.arraycopy(theta, 0, parameters, 1, theta.length);
        return BoltzmannMachine.of(parameters);
    }

    @Test
    void divergencesAreRightNearFarAndCertain() {
        double[] step = new double[6];
        double[] shifted = new double[6];
        Arrays.setAll(step, i -> A[i] + H * (i + 1));
        Arrays.setAll(shifted, i -> CERTAIN[i] + H);
        check(A, B, 0.4978024024748567, 0.09016190522010165, -0.3591952805497255, -0.7512254295601704);
        check(A, step, 2.6743142210270642e-17, 5.014339168496364e-18, -2.0057356646847998e-17, -5.348628453632777e-17);
        check(A, CERTAIN, 63.976512141020265, 0.5459885266474036, -64.84936484206897, -2.1839541065900128);
        check(CERTAIN, A, 2.1839541065900128, 1.6379068990445367, -1.0919770532950064, -133.13209181192997);
        check(CERTAIN, EXTREME, 778.0067153484891, 23.630036241409023, -490.75335767424457, -129.98656930302175);
        check(EXTREME, CERTAIN, 94.76434511394442, 70.87667883712228, -62.489927215503265, -1046.006715348489);
        check(
                CERTAIN,
                shifted,
                7.370054441487984e-36,
                1.381885207135513e-36,
                -5.527540832831925e-36,
                -1.4740108864672592e-35);
    }

    private static void check(double[] p, double[] q, double kl, double quarter, double threeHalves, double minusOne) {
        relative(kl, machine(p).klTo(machine(q)));
        relative(quarter, machine(p).skewedJensen(machine(q), 0.25));
        relative(threeHalves, machine(p).skewedJensen(machine(q), 1.5));
        relative(minusOne, machine(p).skewedJensen(machine(q), -1));
        assertEquals(0, machine(p).klTo(machine(p)));
    }

    private static void relative(double expected, double actual) {
        assertEquals(expected, actual, 1e-12 * Math.abs(expected));
    }

    @Test
    void statesOfUnderflownProbabilityStillCount() {
        // log(1 + e⁻⁵¹) − log(1 + e⁻⁷⁶⁰), and P(x = 1) times 709 is below all.
        relative(Math.log1p(Math.exp(-51)), BoltzmannMachine.independent(-760).klTo(BoltzmannMachine.independent(-51)));
    }

    @Test
    void rarePairsKeepTheirDigits() {
        expectation(
                new double[] {3, 2, -60},
                new double[] {0.7053845126982412, 0.25949646034241913, 4.564003510069564e-26});
        expectation(new double[] {5, -0.5, 2.5, -40, -700, 1.5}, new double[] {
            0.7598553944429778,
            0.17265201117508236,
            0.23191938485892385,
            1.9579627895607053e-18,
            9.127037259957393e-304,
            0.16954665585170994
        });
        expectation(new double[] {50, 40, -3, -30, -100, 2}, new double[] {
            0.9999999971807183,
            0.9999546021314255,
            7.58221617445277e-10,
            0.9999545993121439,
            1.3684857467558723e-44,
            7.58221617445277e-10
        });
    }

    private static void expectation(double[] theta, double[] expected) {
        double[] eta = BoltzmannMachine.family(theta.length == 3 ? 2 : 3)
                .member(Vec.of(theta))
                .expectation()
                .toArray();
        for (int i = 0; i < expected.length; i++) {
            // The exponential of an energy of a hundred loses a hundred roundings.
            assertEquals(expected[i], eta[i], 2e-13 * expected[i], Arrays.toString(eta));
        }
    }

    @Test
    void entropyAndLogPartitionAreRightForCertainMachines() {
        relative(1.95776850099657, machine(A).entropy());
        relative(1.7419236109755134e-16, machine(CERTAIN).entropy());
        relative(0.04017960311054235, machine(EXTREME).entropy());
        relative(2.4339541065900128, logPartition(A));
        relative(80, logPartition(CERTAIN));
        relative(505.00671534848914, logPartition(EXTREME));
    }

    private static double logPartition(double[] theta) {
        return BoltzmannMachine.family(3).potential().value(Vec.of(theta));
    }

    @Test
    void twentyIndependentUnitsAreBernoullis() {
        int n = BoltzmannMachine.MAXIMUM_UNITS;
        double[] biases = new double[n];
        double[] others = new double[n];
        double entropy = 0;
        double kl = 0;
        for (int i = 0; i < n; i++) {
            biases[i] = 0.25 * i - 2;
            others[i] = 1 - 0.125 * i;
            Bernoulli first = Bernoulli.FAMILY.member(Vec.of(biases[i]));
            entropy += first.entropy();
            kl += first.klTo(Bernoulli.FAMILY.member(Vec.of(others[i])));
        }
        BoltzmannMachine p = BoltzmannMachine.independent(biases);
        assertEquals(entropy, p.entropy(), 1e-13 * entropy);
        assertEquals(kl, p.klTo(BoltzmannMachine.independent(others)), 1e-13 * kl);
        Vec<Expectation> eta = p.expectation();
        double first = Bernoulli.FAMILY.member(Vec.of(biases[0])).p();
        double last = Bernoulli.FAMILY.member(Vec.of(biases[n - 1])).p();
        assertEquals(first, eta.get(0), 1e-15);
        assertEquals(first * last, eta.get(n + (n - 1) * (n - 2) / 2), 1e-15);
        Metric<Natural, Expectation> fisher = p.fisher();
        Vec<Natural> pair = Vec.generate(eta.size(), i -> i == n + (n - 1) * (n - 2) / 2 ? 1 : 0);
        double variance = first * last * (1 - first * last);
        assertEquals(variance, fisher.squaredNorm(pair), 1e-13 * variance);
        assertEquals(first * (1 - first) * last, fisher.lower(pair).get(0), 1e-15);
        Vec<Natural> raised = fisher.raise(fisher.lower(pair));
        for (int i = 0; i < eta.size(); i++) {
            assertEquals(pair.get(i), raised.get(i), 1e-10);
        }
    }

    @Test
    void theSolveReturnsToNearlyCertainMachines() {
        double[] theta = {6, -5, 4, 3, -2, 1};
        Vec<Expectation> eta = machine(theta).expectation();
        double[] found = BoltzmannMachine.family(3).atExpectation(eta).natural().toArray();
        for (int i = 0; i < 6; i++) {
            assertEquals(theta[i], found[i], 1e-8);
        }
    }

    @Test
    void statesOffTheCubeHaveNoDensity() {
        BoltzmannMachine p = machine(A);
        assertEquals(Double.NEGATIVE_INFINITY, p.logDensity(Vec.of(0, 0.5, 1)));
        assertEquals(0.75 + 0.5 - 1 - 2.43395410659001, p.logDensity(Vec.of(1, 1, 0)), 1e-14);
        refuses("0 and 1", () -> p.family().statistic(Vec.of(0, 2, 1)));
        refuses("family can take", () -> p.family().maximumLikelihood(List.of(Vec.<Euclidean>of(0, 2, 1))));
    }

    @Test
    void dataWithoutEveryPairOfStatesHaveNoMaximum() {
        ExponentialFamily<Vec<Euclidean>, BoltzmannMachine> family = BoltzmannMachine.family(2);
        List<Vec<Euclidean>> data = List.of(Vec.of(0, 0), Vec.of(0, 1), Vec.of(1, 0));
        refuses("units 0 and 1 are on and on", () -> family.maximumLikelihood(data));
        refuses("unit 0 is on", () -> family.maximumLikelihood(data.subList(0, 2)));
        // Each pair shows its four states, but all three units are never equal: on a facet of the correlation polytope.
        List<Vec<Euclidean>> unequal = List.of(
                Vec.of(1, 0, 0), Vec.of(0, 1, 0), Vec.of(0, 0, 1), Vec.of(1, 1, 0), Vec.of(1, 0, 1), Vec.of(0, 1, 1));
        assertThrows(DomainException.class, () -> BoltzmannMachine.family(3).maximumLikelihood(unequal));
    }

    @Test
    void expectationsThatNoMachineHasAreDiagnosed() {
        // Units that are on with probabilities .4 and .4 cannot both be on with .8.
        double[] eta = {0.4, 0.4, 0.8};
        Domain domain = BoltzmannMachine.family(2).potential().conjugate().domain();
        assertTrue(domain.diagnose(eta).orElseThrow().contains("outside the image"));
        assertTrue(domain.contains(new double[] {0.4, 0.4, 0.1}));
    }

    @Test
    void badParametersAreRefused() {
        refuses("1 to 20", () -> BoltzmannMachine.family(21));
        refuses("1 to 20", () -> BoltzmannMachine.independent());
        refuses("length", () -> new BoltzmannMachine(Vec.of(1, 2), Vec.of()));
        refuses("dimension", () -> BoltzmannMachine.of());
        refuses("length", () -> BoltzmannMachine.of(2, 1, 1));
        refuses("units", () -> BoltzmannMachine.family(2).of(3, 1, 1, 1));
        refuses("dimension", () -> machine(A).klTo(BoltzmannMachine.independent(1, 2)));
        refuses("finite", () -> machine(A).skewedJensen(machine(B), Double.POSITIVE_INFINITY));
        assertTrue(BoltzmannMachine.independent(new double[20]).toString().length() < 150);
    }

    private static void refuses(String part, Runnable call) {
        DomainException refused = assertThrows(DomainException.class, call::run);
        assertTrue(String.valueOf(refused.getMessage()).contains(part), refused::getMessage);
    }
}
