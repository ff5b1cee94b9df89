package org.legendre.geometry.family;

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

/** −log ∫ p^α q^(1−α) of every family that overrides it: against high precision, against its definition, and at its ends. */
class SkewedJensenOfFamiliesTest {
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    private static Member<?, ?> member(String family, String parameters) {
        return (Member<?, ?>) Families.named(family).of(HardCases.numbers(parameters));
    }

    @Test
    void matchesHighPrecision() {
        Map<String, Double> worst = new TreeMap<>();
        List<String> failures = new ArrayList<>();
        for (String line : HardCases.lines("skewed-jensen.csv")) {
            String[] row = line.split(",", -1);
            double alpha = Double.parseDouble(row[1]);
            double expected = Double.parseDouble(row[4]);
            double actual = Families.skewedJensen(member(row[0], row[2]), member(row[0], row[3]), alpha);
            double error = actual == expected ? 0 : Math.abs(actual - expected) / Math.abs(expected);
            boolean inside = alpha >= 0 && alpha <= 1;
            // Normals in several dimensions answer for the condition of their correlations.
            double bound = row[0].equals("multivariate-normal") ? 1e-12 : 2e-14;
            worst.merge(row[0] + (inside ? " between" : " beyond"), error, Math::max);
            if (!(error <= bound)) {
                failures.add(line + " gives " + actual + ", relative error " + error);
            }
        }
        System.out.println("skewed Jensen, worst relative errors: " + worst);
        assertTrue(worst.size() >= 18, worst::toString);
        assertTrue(failures.isEmpty(), () -> String.join("\n", failures));
    }

    @Test
    void isMinusTheLogarithmOfTheIntegral() {
        List<Member<?, ?>[]> pairs = List.of(
                pair("bernoulli", "0.3", "0.55"),
                pair("categorical", "0.25 0.5 0.25", "0.125 0.125 0.75"),
                pair("poisson", "3.5", "7"),
                pair("normal", "0.5 2", "-1 3"),
                pair("exponential", "0.5", "0.8"),
                pair("gamma", "2.5 3", "4 2.5"),
                pair("beta", "2 3.5", "1.5 2"));
        for (Member<?, ?>[] pair : pairs) {
            Univariate p = (Univariate) pair[0];
            Univariate q = (Univariate) pair[1];
            for (double alpha : new double[] {0.5, 0.125, 0.875, 1.25, -0.25}) {
                double integral = LineIntegral.of(
                        p, q, x -> Math.exp(alpha * p.logDensityAt(x) + (1 - alpha) * q.logDensityAt(x)));
                double jensen = Families.skewedJensen(pair[0], pair[1], alpha);
                assertEquals(integral, Math.exp(-jensen), 1e-10 * integral, p + ", " + q + ", " + alpha);
            }
        }
    }

    private static Member<?, ?>[] pair(String family, String p, String q) {
        return new Member<?, ?>[] {member(family, p), member(family, q)};
    }

    @Test
    void swappingTheArgumentsSwapsTheWeights() {
        for (Families.Entry entry : Families.all()) {
            List<Member<?, ?>> members = SampleMembers.of(entry);
            if (members.isEmpty()) {
                continue;
            }
            Member<?, ?> p = members.get(0);
            Member<?, ?> q = members.get(1);
            for (double alpha : new double[] {0.5, 0.25, 0.0625, 1.125, -0.0625}) {
                double there = Families.skewedJensen(p, q, alpha);
                double back = Families.skewedJensen(q, p, 1 - alpha);
                assertEquals(there, back, there == back ? 0 : 1e-13 * Math.abs(there), p + ", " + q + ", " + alpha);
            }
            assertEquals(0, Families.skewedJensen(p, p, 0.3));
            assertThrows(DomainException.class, () -> Families.skewedJensen(p, q, Double.NaN));
        }
    }

    @Test
    void categoricalsFromLogitsKeepTheirAccuracy() {
        // Of two log-odds that differ by 1e-20 the probabilities are equal.
        Categorical p = logits(0, 1e-20);
        Categorical q = logits(0, 0);
        assertEquals(0.5 * 0.25 * 0.25e-40, p.skewedJensen(q, 0.5), 1e-55);
        assertEquals(0.5e-20, p.fisherRaoTo(q), 1e-34);
        // −log ½(e^−400 + e^−400) less the normalisers, of probabilities that underflow.
        assertEquals(400 - Math.log(2), logits(-800, 0).skewedJensen(logits(0, -800), 0.5), 1e-12);
        assertEquals(0.8, logits(-800, 0).skewedJensen(logits(0, -800), 1e-3), 1e-15);
        // The geometric mean of e^−800 and ¼ does not underflow for a small weight.
        double sum = Math.pow(0.25, 0.9999) * Math.exp(-0.08) + Math.pow(0.75, 0.9999);
        double small = logits(-800, 0).skewedJensen(logits(0, Math.log(3)), 1e-4);
        assertEquals(-Math.log(sum), small, 1e-14);
        assertEquals(Math.PI, logits(-800, 0).fisherRaoTo(logits(0, -800)), 1e-15);
        assertEquals(
                INFINITY, logits(0, Double.NEGATIVE_INFINITY).skewedJensen(logits(Double.NEGATIVE_INFINITY, 0), 0.5));
    }

    private static Categorical logits(double... logits) {
        return new Categorical(Probabilities.ofLogits(logits));
    }
}
