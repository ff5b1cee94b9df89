package org.legendre.geometry.family;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Metric;
import org.legendre.geometry.Vec;

/** Densities, entropies, divergences and distances of the continuous families on the line against quadrature and high precision. */
class ContinuousDivergencesTest {
    private static final double NONE = Double.NEGATIVE_INFINITY;

    /** Values of mpmath 1.3.0 with 60 digits, from the textbook formulas. */
    @Test
    void logDensitiesNeitherOverflowNorCancelAtTheEndsOfTheDoubles() {
        close(-285.1677666809824, new Weibull(4.5, 1e100).logDensity(1e93));
        close(-229.95640730791908, new Weibull(4.5, 1e100).logDensity(1.1e100));
        close(-713.8013788281542, new Rayleigh(1e300).logDensity(1e290));
        close(-9.980000000000002e+293, new InverseGamma(1e-3, 1e294).logDensity(1.002004008016032));
        close(-4144.937850259756, new InverseGamma(2.5, 1e-300).logDensity(1e300));
        close(-1.931471805599453e299, new InverseGamma(1e300, 1e100).logDensity(2e-200));
        close(-5e+89, new InverseGaussian(1e-100, 1e-120).logDensity(1e10));
        close(79.67153972153693, new InverseGaussian(1e100, 1e-50).logDensity(1e-40));
        close(-6666666197.20358, new InverseGaussian(1e-200, 1e-190).logDensity(3e-200));
        close(-1.8518521582359547e+278, new InverseGaussian(3, 1e300).logDensity(3.0000000001));
        close(-2112.145256532144, new Cauchy(1e308, 1e-300).logDensity(-1.5e308));
        close(-692.0064354803042, new Cauchy(1e-5, 1e300).logDensity(3e299));
        close(-1382.695785682277, new Cauchy(0, 1e-200).logDensity(1e200));
        close(459.59808006560445, new LogNormal(0, 1e200).logDensity(1e-300));
        close(-702.3022688737419, new Pareto(1e-300, 1e-5).logDensity(1e300));
        close(-4.054651081081643e+199, new Pareto(1e100, 1e200).logDensity(1.5e100));
        // Here x/λ overflows, and its power comes from its logarithm; there σ² of the logarithm is small against its
        // rounding.
        assertEquals(-6.913754406977442e+302, new Weibull(0.5, 1e-300).logDensity(4.78e305), 1e290);
        assertEquals(-697.5507820576165, new LogNormal(700, 1e-3).logDensity(1e304), 1e-10);
        assertEquals(7.788517898613531, new InverseGamma(1e9, 3e9).logDensity(3.0001), 1e-6);
    }

    /** Values of mpmath 1.3.0 with 60 digits: ½ log(2πe/λ) + 3/2 (log μ − e^z E₁(z)), z = 2λ/μ; one of them also by its quadrature of the density. */
    @Test
    void theEntropyOfAnInverseGaussianIsRightAtAllScales() {
        double[][] values = {
            {1, 1, 0.8769456078723389},
            {3, 0.5, 1.6782215018716868},
            {0.4, 20, -1.4682166148136548},
            {1e200, 1, 3.32448280139689},
            {1e-100, 1e50, -401.5334527407533},
            {1e300, 1e-300, -687.4510450968169},
            {2, 1e-5, -8.188621700153021},
            {1e10, 1e9, 23.356058889243794},
            {1.5, 3e8, -7.732510324693318}
        };
        for (double[] row : values) {
            InverseGaussian p = new InverseGaussian(row[0], row[1]);
            close(row[2], p.entropy());
            assertEquals(row[2], p.crossEntropyTo(p), 2e-15 * Math.abs(row[2]));
        }
    }

    private static void close(double expected, double actual) {
        assertEquals(expected, actual, 2e-15 * Math.abs(expected));
    }

    @Test
    void divergencesOfParametersFarApartNeitherOverflowNorVanish() {
        // (10⁻¹⁰⁰)⁴, the rate of a Weibull, is no double; its ratios are.
        Weibull huge = new Weibull(4, 1e100);
        assertEquals(16 - 1 - 4 * Math.log(2), new Weibull(4, 2e100).klTo(huge), 1e-14);
        assertEquals(8 * Math.log(1e100), new Weibull(4, 1e-100).fisherRaoTo(huge), 1e-12);
        assertEquals(4 * Math.log(1e100) - 1, huge.klTo(new Weibull(4, 1e200)), 1e-12);
        refuses("0.0", () -> new Weibull(4, 1e200).natural());
        double h = 0x1p-40;
        // KL = ½(kh)² + O(h³) and J = ½α(1 − α)(kh)² where log λ differs by h.
        Weibull base = new Weibull(4, 0x1p332);
        Weibull near = new Weibull(4, 0x1p332 * (1 + h));
        double square = 16 * h * h;
        assertEquals(0.5 * square, near.klTo(base), 1e-10 * square);
        assertEquals(0.5 * 0.3 * 0.7 * square, near.skewedJensen(base, 0.3), 1e-10 * square);
        assertEquals(4 * h, near.fisherRaoTo(base), 1e-10 * h);
        Cauchy narrow = new Cauchy(1e308, 1e-300);
        Cauchy other = new Cauchy(-1e308, 1e-300);
        double log = 2 * Math.log(1e308) - 2 * Math.log(1e-300);
        assertEquals(log, narrow.klTo(other), 1e-12);
        assertEquals(Math.sqrt(2) * (Math.log(2) + 0.5 * log), narrow.fisherRaoTo(other), 1e-12);
        assertEquals(narrow.entropy() + log, narrow.crossEntropyTo(other), 1e-12);
        InverseGaussian slow = new InverseGaussian(1e150, 1e-60);
        assertEquals(5e289, slow.klTo(new InverseGaussian(1e-100, 1e-60)), 1e275);
        assertEquals(0, slow.klTo(slow));
    }

    /** The quartiles are m ± γ; Kolmogorov's statistic of 10⁴ draws is below 2.5/√n but for 7e-6 in probability. */
    @Test
    void drawsOfACauchyHaveItsDistributionFunction() {
        Cauchy p = new Cauchy(-2, 3);
        RandomGenerator random = new Random(11);
        double[] x = new double[10_000];
        Arrays.setAll(x, i -> p.sample(random));
        Arrays.sort(x);
        double worst = 0;
        for (int i = 0; i < x.length; i++) {
            double u = 0.5 + Math.atan((x[i] + 2) / 3) / Math.PI;
            worst = Math.max(worst, Math.max(Math.abs(u - (double) i / x.length), Math.abs(u - (i + 1.0) / x.length)));
        }
        assertTrue(worst < 2.5 / Math.sqrt(x.length), "Kolmogorov's statistic " + worst);
    }

    @Test
    void aCauchyHasTheDivergencesOfItsDensity() {
        for (Distribution<?, ?> first : SampleMembers.distributions(Families.named("cauchy"))) {
            Cauchy p = (Cauchy) first;
            assertEquals(p, Cauchy.of(p.parameters()));
            assertEquals(1, integral(p, x -> 1), 1e-10);
            assertEquals(p.entropy(), integral(p, x -> -p.logDensityAt(x)), 1e-9);
            for (Distribution<?, ?> second : SampleMembers.distributions(Families.named("cauchy"))) {
                Cauchy q = (Cauchy) second;
                assertEquals(p.klTo(q), integral(p, x -> p.logDensityAt(x) - q.logDensityAt(x)), 1e-9);
                assertEquals(p.crossEntropyTo(q), integral(p, x -> -q.logDensityAt(x)), 1e-9);
                assertEquals(p.klTo(q), q.klTo(p), 1e-15);
            }
        }
        refuses("[1.0]", () -> Cauchy.of(1));
        assertTrue(!Families.named("cauchy").exponential());
        refuses("cauchy", () -> Families.named("cauchy").family());
    }

    private static double integral(Univariate p, DoubleUnaryOperator f) {
        return LineIntegral.of(p, x -> Math.exp(p.logDensityAt(x)) * f.applyAsDouble(x));
    }

    /** J_α = −log ∫ p^α q^(1−α), by quadrature, for weights inside and outside of [0, 1]. */
    @Test
    void skewedJensenDivergencesAreThoseOfTheDensities() {
        for (String name : NAMES) {
            List<Member<?, ?>> members = SampleMembers.of(Families.named(name));
            for (Member<?, ?> p : members) {
                for (Member<?, ?> q : members) {
                    for (double alpha : new double[] {0.5, 0.2, 1.03, -0.05}) {
                        skewed(p, q, alpha);
                    }
                }
            }
        }
    }

    private static void skewed(Member<?, ?> p, Member<?, ?> q, double alpha) {
        double jensen = Families.skewedJensen(p, q, alpha);
        assertTrue((alpha > 0 && alpha < 1) ? jensen >= 0 : jensen <= 0);
        if (jensen == NONE || jensen < -5) {
            return;
        }
        Univariate a = (Univariate) p;
        Univariate b = (Univariate) q;
        double integral =
                LineIntegral.of(a, b, x -> Math.exp(alpha * a.logDensityAt(x) + (1 - alpha) * b.logDensityAt(x)));
        assertEquals(Math.exp(-jensen), integral, 1e-8, () -> p + ", " + q + ", α = " + alpha);
    }

    private static final List<String> NAMES = List.of(
            "log-normal",
            "inverse-gamma",
            "chi-squared",
            "laplace",
            "weibull",
            "pareto",
            "rayleigh",
            "inverse-gaussian",
            "normal-known-variance",
            "normal-known-mean");

    @Test
    void skewedJensenDivergencesMatchHighPrecision() {
        double worst = 0;
        for (String line : HardCases.lines("skewed-jensen-continuous.csv")) {
            String[] row = line.split(",", -1);
            double alpha = Double.parseDouble(row[1]);
            double expected = Double.parseDouble(row[4]);
            Families.Entry entry = Families.named(row[0]);
            double actual = Families.skewedJensen(
                    (Member<?, ?>) entry.of(HardCases.numbers(row[2])),
                    (Member<?, ?>) entry.of(HardCases.numbers(row[3])),
                    alpha);
            double error = actual == expected ? 0 : Math.abs(actual - expected) / Math.abs(expected);
            assertTrue(error <= 1e-14, () -> line + " gives " + actual + ", relative error " + error);
            worst = Math.max(worst, error);
        }
        assertTrue(worst > 0);
    }

    @Test
    void theDistanceOfInverseGaussiansMatchesHighPrecision() {
        for (String line : HardCases.lines("inverse-gaussian-distance.csv")) {
            String[] row = line.split(",", -1);
            double expected = Double.parseDouble(row[2]);
            double actual = new InverseGaussian(HardCases.numbers(row[0])[0], HardCases.numbers(row[0])[1])
                    .fisherRaoTo(new InverseGaussian(HardCases.numbers(row[1])[0], HardCases.numbers(row[1])[1]));
            assertEquals(expected, actual, 2e-15 * expected, line);
        }
    }

    /** The distance d to p as a function of q solves the eikonal equation G⁻¹(∇d, ∇d) = 1 of its metric and tends to √(2 KL): no other does. */
    @Test
    void fisherRaoDistancesAreThoseOfTheirMetric() {
        List<String> checked = new ArrayList<>();
        for (Families.Entry entry : Families.all()) {
            for (Distribution<?, ?> p : SampleMembers.distributions(entry)) {
                for (Distribution<?, ?> q : SampleMembers.distributions(entry)) {
                    if (p instanceof FisherRao<?> from
                            && q instanceof FisherRao<?> to
                            && q instanceof Parametric point) {
                        checked.add(entry.name());
                        double distance = Families.fisherRao(from, to);
                        assertEquals(distance, Families.fisherRao(to, from), 1e-14 * distance);
                        assertEquals(p.equals(q), distance == 0);
                        if (!p.equals(q)) {
                            eikonal(from, point);
                        }
                    }
                }
            }
        }
        assertTrue(checked.containsAll(List.of("normal", "log-normal", "cauchy", "inverse-gaussian", "weibull")));
    }

    private static void eikonal(FisherRao<?> from, Parametric to) {
        double[] x = to.source().toArray();
        double[] slope = Slopes.of(y -> new double[] {Families.fisherRao(from, (FisherRao<?>) at(to, y))}, x)[0];
        Metric<?, ?> metric = to.fisherInSource();
        assertEquals(1, metric.hessian().inverseQuadratic(slope), 1e-7, () -> from + " to " + to);
        double[] near = x.clone();
        near[0] += 1e-7 * Math.max(1, Math.abs(x[0]));
        Distribution<?, ?> q = at(to, near);
        double distance = Families.fisherRao((FisherRao<?>) to, (FisherRao<?>) q);
        double length = Math.sqrt(2 * Families.kl(at(to, x), q));
        assertEquals(length, distance, 1e-5 * length);
    }

    /** The distribution of other source coordinates and the same shared parameters. */
    private static Distribution<?, ?> at(Parametric p, double[] source) {
        return p instanceof Member<?, ?> member
                ? member(member.family(), source)
                : Families.named("cauchy").of(source);
    }

    private static <T, M extends Member<T, M>> M member(ExponentialFamily<T, M> family, double[] source) {
        return family.member(family.source().forward(Vec.of(source)));
    }

    private static void refuses(String value, Executable call) {
        String message =
                String.valueOf(assertThrows(DomainException.class, call).getMessage());
        assertTrue(message.contains(value) && message.contains(", expected "), message);
    }
}
