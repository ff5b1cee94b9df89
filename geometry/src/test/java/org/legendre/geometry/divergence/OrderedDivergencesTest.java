package org.legendre.geometry.divergence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Probabilities;
import org.legendre.geometry.family.Bernoulli;
import org.legendre.geometry.family.Beta;
import org.legendre.geometry.family.Categorical;
import org.legendre.geometry.family.Distribution;
import org.legendre.geometry.family.Exponential;
import org.legendre.geometry.family.Families;
import org.legendre.geometry.family.Gamma;
import org.legendre.geometry.family.HardCases;
import org.legendre.geometry.family.Member;
import org.legendre.geometry.family.Normal;
import org.legendre.geometry.family.Poisson;
import org.legendre.geometry.special.Quadrature;

/** Rényi, Tsallis, α-divergences, Hellinger distance and Chernoff information. */
class OrderedDivergencesTest {
    private static final double INFINITY = Double.POSITIVE_INFINITY;
    private static final double LOG_2 = Math.log(2);
    /** Near 0 and 1, and away from them. */
    private static final double[] ORDERS = {
        0, 1e-300, 1e-15, 1e-8, 0.1, 0.3, 0.5, 0.9, 1 - 1e-8, 1 - 0x1p-53, 1, 1 + 0x1p-52, 1 + 1e-8, 1.25, 2, 5
    };

    @Test
    void matchHighPrecision() {
        Map<String, Double> worst = new TreeMap<>();
        List<String> failures = new ArrayList<>();
        for (String line : HardCases.lines("divergences.csv")) {
            String[] row = line.split(",", -1);
            Families.Entry entry = Families.named(row[2]);
            double expected = Double.parseDouble(row[5]);
            double actual = divergence(
                    row[0], Double.parseDouble(row[1]), (Member<?, ?>) entry.of(HardCases.numbers(row[3])), (Member<
                                    ?, ?>)
                            entry.of(HardCases.numbers(row[4])));
            double error = actual == expected ? 0 : Math.abs(actual - expected) / Math.abs(expected);
            worst.merge(row[0], error, Math::max);
            if (!(error <= 1e-13)) {
                failures.add(line + " gives " + actual + ", relative error " + error);
            }
        }
        System.out.println("divergences with an order, worst relative errors: " + worst);
        assertEquals(5, worst.size());
        assertTrue(failures.isEmpty(), () -> String.join("\n", failures));
    }

    private static <T, M extends Member<T, M>> double divergence(
            String name, double order, Member<T, M> first, Member<?, ?> second) {
        M p = first.family().of(first.parameters());
        M q = first.family().of(second.parameters());
        return switch (name) {
            case "renyi" -> Divergences.renyi(p, q, order);
            case "tsallis" -> Divergences.tsallis(p, q, order);
            case "alpha" -> Divergences.alpha(p, q, order);
            case "hellinger-squared" -> Divergences.hellingerSquared(p, q);
            case "chernoff" -> Divergences.chernoff(p, q).information();
            default -> throw new IllegalArgumentException(name);
        };
    }

    @Test
    void matchTheirDefinitions() {
        Normal p = new Normal(0.5, 1);
        Normal q = new Normal(-1, 2);
        for (double a : new double[] {0.25, 0.5, 1.5, 1.9}) {
            double integral = integral(p, q, a);
            assertEquals(Math.log(integral) / (a - 1), Divergences.renyi(p, q, a), 1e-10);
            assertEquals((integral - 1) / (a - 1), Divergences.tsallis(p, q, a), 1e-10);
            double amari = 1 - 2 * a;
            assertEquals(4 / (1 - amari * amari) * (1 - integral), Divergences.alpha(p, q, amari), 1e-9);
        }
        assertEquals(1 - integral(p, q, 0.5), Divergences.hellingerSquared(p, q), 1e-10);
        assertEquals(-Math.log(integral(p, q, 0.5)), Divergences.bhattacharyya(p, q), 1e-10);
        assertEquals(Math.sqrt(Divergences.hellingerSquared(p, q)), Divergences.hellinger(p, q));
    }

    private static double integral(Normal p, Normal q, double a) {
        return Quadrature.integrate(
                        x -> Math.exp(a * p.logDensityAt(x) + (1 - a) * q.logDensityAt(x)), -40, 40, -1, 0, 0.5)
                .value();
    }

    @Test
    void areContinuousInTheirOrder() {
        continuous(new Bernoulli(0.3), new Bernoulli(0.3 + 1e-12));
        continuous(Categorical.of(0.25, 0.25, 0.5), Categorical.of(0.25, 0.125, 0.625));
        continuous(new Poisson(3), new Poisson(3 + 1e-10));
        continuous(new Normal(1, 2), new Normal(1 + 1e-9, 2 - 1e-10));
        continuous(new Exponential(3), new Exponential(2));
        continuous(new Gamma(1e10, 1), new Gamma(1e10 + 1, 1));
        continuous(new Beta(2, 3), new Beta(2 + 1e-11, 3));
    }

    private static <T, M extends Member<T, M>> void continuous(M p, M q) {
        double kl = p.klTo(q);
        double reverse = q.klTo(p);
        for (double h : new double[] {0x1p-40, 0x1p-52}) {
            String what = p + ", " + q + ", " + h;
            // The slopes in the order are of the size of the divergences themselves.
            double bound = 8 * h * (1 + kl + reverse) + 1e-14;
            assertEquals(kl, Divergences.renyi(p, q, 1 - h), bound * kl, what);
            assertEquals(kl, Divergences.renyi(p, q, 1 + h), bound * kl, what);
            assertEquals(reverse, Divergences.renyi(p, q, h) / h, bound * reverse, what);
            assertEquals(kl, Divergences.tsallis(p, q, 1 - h), bound * kl, what);
            assertEquals(kl, Divergences.tsallis(p, q, 1 + h), bound * kl, what);
            assertEquals(kl, Divergences.alpha(p, q, -1 + h), bound * kl, what);
            assertEquals(kl, Divergences.alpha(p, q, -1 - h), bound * kl, what);
            assertEquals(reverse, Divergences.alpha(p, q, 1 - h), bound * reverse, what);
            assertEquals(reverse, Divergences.alpha(p, q, 1 + h), bound * reverse, what);
        }
        assertEquals(kl, Divergences.renyi(p, q, 1));
        assertEquals(kl, Divergences.tsallis(p, q, 1));
        assertEquals(kl, Divergences.alpha(p, q, -1));
        assertEquals(reverse, Divergences.alpha(p, q, 1));
        assertEquals(0, Divergences.renyi(p, q, 0));
        assertEquals(0, Divergences.tsallis(p, q, 0));
    }

    @Test
    void renyiNeverFallsAsTheOrderRises() {
        monotone(new Bernoulli(0.3), new Bernoulli(0.3 + 1e-12));
        monotone(new Bernoulli(0), new Bernoulli(0.5));
        monotone(new Bernoulli(0.5), new Bernoulli(1));
        monotone(Categorical.of(0.5, 0.5, 0), Categorical.of(0.25, 0.25, 0.5));
        monotone(new Poisson(2), new Poisson(9));
        monotone(new Poisson(0), new Poisson(9));
        monotone(new Normal(0, 4), new Normal(1, 1));
        monotone(new Exponential(3), new Exponential(2));
        monotone(new Gamma(1e10, 1), new Gamma(1e10 + 1, 1));
        monotone(new Beta(2, 3), new Beta(0.5, 30));
    }

    private static <T, M extends Member<T, M>> void monotone(M p, M q) {
        double last = -1;
        for (double order : ORDERS) {
            double next = Divergences.renyi(p, q, order);
            assertTrue(next >= last * (1 - 2e-15), p + ", " + q + ", " + order + ": " + next + " after " + last);
            last = next;
        }
    }

    @Test
    void symmetries() {
        Gamma p = new Gamma(2, 3);
        Gamma q = new Gamma(0.7, 11);
        for (double a : new double[] {0.125, 0.25, 0.5, 0.75}) {
            double there = (1 - a) * Divergences.renyi(p, q, a);
            assertEquals(there, a * Divergences.renyi(q, p, 1 - a), 1e-14 * there);
        }
        for (double alpha : new double[] {0, 0.3, 1, 2, -0.9}) {
            assertEquals(Divergences.alpha(p, q, alpha), Divergences.alpha(q, p, -alpha));
        }
        assertEquals(4 * Divergences.hellingerSquared(p, q), Divergences.alpha(p, q, 0), 1e-15);
        assertEquals(0.5 * Divergences.renyi(p, q, 0.5), Divergences.bhattacharyya(p, q), 1e-16);
        assertEquals(Divergences.hellinger(p, q), Divergences.hellinger(q, p), 1e-16);
        Chernoff chernoff = Divergences.chernoff(p, q);
        Chernoff back = Divergences.chernoff(q, p);
        assertEquals(chernoff.information(), back.information(), 1e-15);
        assertEquals(1 - chernoff.alpha(), back.alpha(), 1e-13);
        for (double order : ORDERS) {
            assertEquals("0.0", "" + Divergences.renyi(p, p, order));
            assertEquals("0.0", "" + Divergences.tsallis(p, p, order));
            assertEquals("0.0", "" + Divergences.alpha(p, p, order - 1));
        }
        assertEquals("0.0", "" + Divergences.hellinger(p, p));
        assertEquals(new Chernoff(0, 0.5), Divergences.chernoff(p, p));
    }

    @Test
    void boundaryMembersTakeTheirLimits() {
        Bernoulli never = new Bernoulli(0);
        Bernoulli fair = new Bernoulli(0.5);
        Bernoulli always = new Bernoulli(1);
        // All of p's mass is on half of q's: log 2 at every order.
        for (double order : ORDERS) {
            assertEquals(LOG_2, Divergences.renyi(never, fair, order), 4e-16);
            assertEquals(
                    order < 1 ? order / (1 - order) * LOG_2 : INFINITY,
                    Divergences.renyi(fair, never, order),
                    2e-15 * Math.max(1, order < 1 ? 1 / (1 - order) : 1));
            assertEquals(INFINITY, Divergences.renyi(never, always, order));
            assertEquals(order < 1 ? 1 / (1 - order) : INFINITY, Divergences.tsallis(never, always, order));
        }
        assertEquals(1, Divergences.hellinger(never, always));
        assertEquals(INFINITY, Divergences.bhattacharyya(never, always));
        assertEquals(INFINITY, Divergences.chernoff(never, always).information());
        assertEquals(LOG_2, Divergences.chernoff(never, fair).information(), 1e-15);
        assertEquals(0, Divergences.chernoff(never, fair).alpha(), 1e-15);
        assertEquals(4, Divergences.alpha(never, always, 0));
        assertEquals(INFINITY, Divergences.alpha(never, always, 1));
        assertEquals(INFINITY, Divergences.alpha(never, always, -3));
        assertEquals(9, Divergences.renyi(new Poisson(0), new Poisson(9), 0));
        assertEquals(9, Divergences.renyi(new Poisson(0), new Poisson(9), 3), 1e-14);
        assertEquals(INFINITY, Divergences.renyi(new Poisson(9), new Poisson(0), 1.5));
    }

    @Test
    void divergeWhereTheIntegralDoes() {
        // a + 4(1 − a) > 0 for a < 4/3
        Normal p = new Normal(0, 4);
        Normal q = new Normal(0, 1);
        assertTrue(Divergences.renyi(p, q, 1.33) < INFINITY);
        assertEquals(INFINITY, Divergences.renyi(p, q, 1.34));
        assertEquals(INFINITY, Divergences.tsallis(p, q, 2));
        assertEquals(INFINITY, Divergences.alpha(p, q, -3));
        assertTrue(Divergences.alpha(q, p, -3) < INFINITY);
        assertEquals(INFINITY, Divergences.renyi(new Exponential(1), new Exponential(2), 2));
        assertTrue(Divergences.renyi(new Exponential(1), new Exponential(2), 1.999) < INFINITY);
    }

    @Test
    void chernoffInformationOfEqualScalesAndOfPoissonLaws() {
        Chernoff normals = Divergences.chernoff(new Normal(0, 2), new Normal(3, 2));
        assertEquals(9 / 16.0, normals.information(), 1e-15);
        assertEquals(0.5, normals.alpha(), 1e-14);
        double r = 5;
        double alpha = Math.log((r - 1) / Math.log(r)) / Math.log(r);
        Chernoff poisson = Divergences.chernoff(new Poisson(10), new Poisson(2));
        assertEquals(alpha, poisson.alpha(), 1e-13);
        assertEquals(2 * (alpha * (r - 1) + 1 - Math.pow(r, alpha)), poisson.information(), 1e-14);
    }

    @Test
    void chernoffInformationAndItsWeightMatchHighPrecision() {
        double worst = 0;
        for (String line : HardCases.lines("chernoff.csv")) {
            String[] row = line.split(",", -1);
            Families.Entry entry = Families.named(row[0]);
            Chernoff chernoff =
                    chernoff((Member<?, ?>) entry.of(HardCases.numbers(row[1])), entry.of(HardCases.numbers(row[2])));
            double information = Double.parseDouble(row[3]);
            assertEquals(information, chernoff.information(), 1e-14 * information, line);
            double alpha = Double.parseDouble(row[4]);
            assertEquals(alpha, chernoff.alpha(), 3e-12 * Math.min(alpha, 1 - alpha), line);
            worst = Math.max(worst, Math.abs(alpha / chernoff.alpha() - 1));
        }
        System.out.println("weight of the Chernoff information, worst relative error: " + worst);
    }

    /** −log(e^(−aα) + e^(−b(1−α))) is nearly a kink: its derivative is 0 at α = (b + log(a/b))/(a + b). */
    @Test
    void chernoffInformationOfLawsThatNearlyExcludeEachOther() {
        double[][] pairs = {{50, 64}, {1e3, 64}, {1e6, 64}, {1e9, 64}, {2e3, 1e3}, {1e6, 2e6}, {1e12, 3e12}};
        for (double[] pair : pairs) {
            double a = pair[0];
            double b = pair[1];
            Categorical p = new Categorical(Probabilities.ofLogits(-a, 0));
            Categorical q = new Categorical(Probabilities.ofLogits(0, -b));
            double alpha = (b + Math.log(a / b)) / (a + b);
            // There the first term is b/(a + b) of the sum.
            double information = a * alpha + Math.log(b / (a + b));
            Chernoff chernoff = Divergences.chernoff(p, q);
            assertEquals(information, chernoff.information(), 1e-14 * information);
            // J″ in the log-odds is −ab (α(1−α))², which may be nearly flat.
            double slack = alpha * (1 - alpha);
            double tolerance = 1e-13 * slack * (1 + information / (a * b * slack * slack));
            assertEquals(alpha, chernoff.alpha(), tolerance);
            assertEquals(1 - alpha, Divergences.chernoff(q, p).alpha(), tolerance);
        }
    }

    private static <T, M extends Member<T, M>> Chernoff chernoff(Member<T, M> p, Distribution<?, ?> q) {
        M first = p.family().of(p.parameters());
        return Divergences.chernoff(first, p.family().of(((Member<?, ?>) q).parameters()));
    }

    @Test
    void refuseBadOrders() {
        Poisson p = new Poisson(1);
        for (double order : new double[] {-0.1, Double.NaN, INFINITY}) {
            assertThrows(DomainException.class, () -> Divergences.renyi(p, p, order));
            assertThrows(DomainException.class, () -> Divergences.tsallis(p, p, order));
        }
        assertThrows(DomainException.class, () -> Divergences.alpha(p, p, Double.NaN));
        assertThrows(DomainException.class, () -> Divergences.alpha(p, p, INFINITY));
    }
}
