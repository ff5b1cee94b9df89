package org.legendre.geometry.information;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.legendre.geometry.Bits;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Probabilities;

/** The typical set against the textbook's table, exact rationals and all sequences one by one. */
class TypicalSetTest {
    private static final Probabilities COIN = Probabilities.of(.4, .6);

    /** T. M. Cover and J. A. Thomas, Elements of Information Theory (2nd edition, 2006), problem 3.13. */
    @Test
    void coverAndThomas() {
        TypicalSet set = TypicalSet.of(COIN, 25, new Bits(.1));
        assertEquals(.9362462771170672, set.probability(), 1e-14);
        assertEquals(BigInteger.valueOf(26366510), set.size());
        assertEquals(Math.log(26366510) / 25, set.rate(), 1e-15);
        assertTrue(set.contains(25 - 11, 11) && set.contains(25 - 19, 19));
        assertFalse(set.contains(25 - 10, 10) || set.contains(25 - 20, 20));
        assertTrue(set.logSmallest() <= 25 * set.rate() && 25 * set.rate() <= set.logLargest());
        assertEquals(1, set.probability() + set.rest(), 1e-14);
    }

    /** Σ over the same counts of C(1000, k) .6ᵏ .4¹⁰⁰⁰⁻ᵏ in exact decimal arithmetic: .6 and .4 as the nearest doubles. */
    @Test
    void longSequencesAgainstExactArithmetic() {
        int n = 1000;
        TypicalSet set = TypicalSet.of(COIN, n, new Bits(.05));
        BigDecimal inside = BigDecimal.ZERO;
        BigDecimal outside = BigDecimal.ZERO;
        BigInteger size = BigInteger.ZERO;
        MathContext digits = new MathContext(60);
        for (int k = 0; k <= n; k++) {
            BigInteger ways = binomial(n, k);
            BigDecimal mass = new BigDecimal(COIN.get(1))
                    .pow(k, digits)
                    .multiply(new BigDecimal(COIN.get(0)).pow(n - k, digits))
                    .multiply(new BigDecimal(ways), digits);
            if (set.contains(n - k, k)) {
                inside = inside.add(mass);
                size = size.add(ways);
            } else {
                outside = outside.add(mass);
            }
        }
        assertEquals(inside.doubleValue(), set.probability(), 1e-13);
        assertEquals(outside.doubleValue(), set.rest(), 1e-12 * outside.doubleValue());
        assertEquals(size, set.size());
        assertTrue(set.rest() < 1e-7 && set.rest() > 0);
    }

    private static BigInteger binomial(int n, int k) {
        BigInteger value = BigInteger.ONE;
        for (int i = 1; i <= k; i++) {
            value = value.multiply(BigInteger.valueOf(n - k + i)).divide(BigInteger.valueOf(i));
        }
        return value;
    }

    /** Every sequence of 8 symbols out of 3, one by one. */
    @Test
    void allSequencesOfThreeSymbols() {
        double[] p = {.5, .3, .2};
        int n = 8;
        double epsilon = .11;
        TypicalSet set = TypicalSet.of(Probabilities.of(p), n, epsilon);
        double entropy = Probabilities.of(p).entropy();
        long count = 0;
        double probability = 0;
        for (int code = 0; code < 6561; code++) {
            double log = 0;
            for (int rest = code, i = 0; i < n; i++, rest /= 3) {
                log += Math.log(p[rest % 3]);
            }
            if (Math.abs(-log / n - entropy) <= epsilon) {
                count++;
                probability += Math.exp(log);
            }
        }
        assertEquals(BigInteger.valueOf(count), set.size());
        assertEquals(probability, set.probability(), 1e-14);
    }

    @Test
    void boundariesAndImpossibleSymbols() {
        // Of (¼, ¾) with ε = ¼ log 3 exactly the counts from 0 to ½ are in, whichever way ¼ log 3 rounds.
        TypicalSet set = TypicalSet.of(Probabilities.of(.25, .75), 8, .25 * Math.log(3));
        assertTrue(set.contains(0, 8) && set.contains(4, 4));
        assertFalse(set.contains(5, 3));
        // All sequences of a fair coin are equally likely, so all are typical.
        assertEquals(
                BigInteger.ONE.shiftLeft(40),
                TypicalSet.of(Probabilities.uniform(2), 40, 1e-9).size());
        TypicalSet certain = TypicalSet.of(Probabilities.of(1, 0), 5, .1);
        assertEquals(BigInteger.ONE, certain.size());
        assertEquals(1, certain.probability());
        // A coin of .9 has no count out of 2 that is typical for small ε.
        TypicalSet empty = TypicalSet.of(Probabilities.of(.1, .9), 2, 1e-3);
        assertEquals(BigInteger.ZERO, empty.size());
        assertEquals(0, empty.probability());
        assertEquals(Double.NEGATIVE_INFINITY, empty.rate());
    }

    @Test
    void badInputIsRefusedWithItsValue() {
        refuses("ε = 0.0", () -> TypicalSet.of(COIN, 5, 0));
        refuses("ε = NaN", () -> TypicalSet.of(COIN, 5, Double.NaN));
        refuses("number of symbols = 0", () -> TypicalSet.of(COIN, 0, .1));
        refuses("number of types = ", () -> TypicalSet.of(Probabilities.uniform(20), 100, .1));
        // The number itself has 60 000 digits.
        DomainException tooMany =
                assertThrows(DomainException.class, () -> TypicalSet.of(Probabilities.uniform(100_000), 100_000, .1));
        assertTrue(String.valueOf(tooMany.getMessage()).length() < 200, tooMany::toString);
        // C(6325, 2) = 19 999 650 types are visited, C(6326, 2) are not.
        assertEquals(
                Math.log(3), TypicalSet.of(Probabilities.uniform(3), 6323, .1).rate(), 1e-12);
        refuses("number of types = more than 2·10⁷", () -> TypicalSet.of(Probabilities.uniform(3), 6324, .1));
        TypicalSet set = TypicalSet.of(COIN, 5, .1);
        refuses("sum of counts = 4", () -> set.contains(2, 2));
        refuses("count 0 = -1", () -> set.contains(-1, 6));
        refuses("counts = 3 of them", () -> set.contains(1, 2, 2));
    }

    private static void refuses(String part, Executable call) {
        String message =
                String.valueOf(assertThrows(DomainException.class, call).getMessage());
        assertTrue(message.contains(part), message);
    }
}
