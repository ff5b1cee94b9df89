package org.legendre.geometry.information.code;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.legendre.geometry.Bits;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Probabilities;

/** Codes that are written and read again, and the bits that they spend. */
class CodesTest {
    private static final Probabilities DYADIC = Probabilities.of(.5, .25, .125, .125);

    private static int[] draw(Probabilities p, int n, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] message = new int[n];
        for (int i = 0; i < n; i++) {
            double u = random.nextDouble();
            int symbol = 0;
            while (symbol < p.size() - 1 && u >= p.get(symbol)) {
                u -= p.get(symbol++);
            }
            message[i] = p.get(symbol) > 0 ? symbol : 0;
        }
        return message;
    }

    private static Probabilities frequencies(int size, int... message) {
        double[] counts = new double[size];
        for (int symbol : message) {
            counts[symbol]++;
        }
        return Probabilities.normalized(counts);
    }

    @Test
    void huffmanIsIdealForDyadicProbabilities() {
        HuffmanCode code = HuffmanCode.of(DYADIC);
        assertEquals(DYADIC, code.law());
        assertEquals(new Bits(0), code.wasted(DYADIC));
        assertEquals("0", code.encode(0).toString().replace('1', '0'));
        assertEquals(3, code.length(3));
        int[] message = {0, 1, 2, 3, 0};
        assertEquals(10, code.encode(message).length());
        assertArrayEquals(message, code.decode(code.encode(message), 5));
    }

    /** Weights that fall by the golden ratio make words as long as there are symbols, of probabilities below binary64. */
    @Test
    void huffmanWordsWhoseLawUnderflows() {
        int k = 1500;
        double[] logits = new double[k];
        double ratio = Math.log((1 + Math.sqrt(5)) / 2) + 1e-6;
        Arrays.setAll(logits, i -> -i * ratio);
        Probabilities q = Probabilities.ofLogits(logits);
        HuffmanCode code = HuffmanCode.of(q);
        assertEquals(k - 1, code.length(k - 1));
        for (int i : new int[] {0, 1, 500, 1100, k - 1}) {
            double log = -code.length(i) * Math.log(2);
            assertEquals(log, code.law().logProbability(i), -1e-15 * log);
        }
        double mean = 0;
        for (int i = 0; i < k; i++) {
            mean += q.get(i) * code.length(i);
        }
        assertEquals(mean - Bits.ofNats(q.entropy()).value(), code.wasted(q).value(), 1e-13);
    }

    /** Huffman's own example has a mean of 1.9; no prefix code of five words has less, by trying all lengths. */
    @Test
    void huffmanHasTheLeastMeanLength() {
        SplittableRandom random = new SplittableRandom(5);
        for (int trial = 0; trial < 50; trial++) {
            double[] weights = new double[5];
            Arrays.setAll(weights, i -> random.nextExponential());
            Probabilities q = Probabilities.normalized(weights);
            HuffmanCode code = HuffmanCode.of(q);
            double mean = 0;
            for (int i = 0; i < 5; i++) {
                mean += q.get(i) * code.length(i);
            }
            assertEquals(best(q), mean, 1e-14);
            double wasted = code.wasted(q).value();
            assertEquals(mean - Bits.ofNats(q.entropy()).value(), wasted, 1e-14);
            assertTrue(wasted >= 0 && wasted < 1);
        }
    }

    private static double best(Probabilities q) {
        double best = Double.POSITIVE_INFINITY;
        for (int code = 0; code < 1024; code++) {
            double kraft = 0;
            double mean = 0;
            for (int i = 0, rest = code; i < 5; i++, rest /= 4) {
                int length = 1 + rest % 4;
                kraft += Math.scalb(1.0, -length);
                mean += q.get(i) * length;
            }
            best = kraft <= 1 ? Math.min(best, mean) : best;
        }
        return best;
    }

    @Test
    void everyMessageIsReadAsItWasWritten() {
        SplittableRandom random = new SplittableRandom(1);
        for (int trial = 0; trial < 300; trial++) {
            int k = 1 + random.nextInt(40);
            double[] weights = new double[k];
            double sharpness = random.nextInt(30);
            Arrays.setAll(weights, i -> Math.exp(-sharpness * random.nextExponential()));
            Probabilities q = Probabilities.normalized(weights);
            int[] message = random.ints(random.nextInt(60), 0, k).toArray();
            HuffmanCode huffman = HuffmanCode.of(q);
            assertArrayEquals(message, huffman.decode(huffman.encode(message), message.length));
            ArithmeticCode arithmetic = ArithmeticCode.of(q);
            assertArrayEquals(message, arithmetic.decode(arithmetic.encode(message), message.length));
            long[] counts = random.longs(k, 0, 5).toArray();
            Arrays.stream(message).forEach(symbol -> counts[symbol]++);
            counts[0]++;
            ArithmeticCode counted = ArithmeticCode.ofCounts(counts);
            assertArrayEquals(message, counted.decode(counted.encode(message), message.length));
        }
    }

    /** Sums of −log₂ law over the message: what an ideal code spends, exactly. The bits written are above by less than two and the stated rounding. */
    @Test
    void arithmeticCodesSpendTheInformationAndTwoBits() {
        Probabilities p = Probabilities.of(.02, .08, .9);
        Probabilities q = Probabilities.of(.3, .3, .4);
        int n = 20_000;
        int[] message = draw(p, n, 9);
        Probabilities observed = frequencies(3, message);
        for (Probabilities believed : new Probabilities[] {observed, q}) {
            ArithmeticCode code = ArithmeticCode.of(believed);
            assertEquals(believed.get(0), code.law().get(0), 1e-6);
            double ideal = n
                    * Bits.ofNats(observed.entropy())
                            .plus(code.wasted(observed))
                            .value();
            double spent = code.encode(message).bits().value();
            assertTrue(spent >= ideal - 1e-6, spent + " is less than " + ideal);
            assertTrue(spent <= ideal + 2 + 1e-4 * n, spent + " is more than " + ideal);
        }
        double wrong = ArithmeticCode.of(q).encode(message).length();
        double right = ArithmeticCode.of(observed).encode(message).length();
        assertEquals(Bits.ofNats(observed.klTo(q)).value(), (wrong - right) / n, 2e-4);
    }

    /** The mean length of the words of a message is exactly H + KL(observed‖law). */
    @Test
    void huffmanSpendsEntropyAndKlToItsLaw() {
        int n = 5000;
        int[] message = draw(Probabilities.of(.6, .2, .15, .05), n, 2);
        Probabilities observed = frequencies(4, message);
        HuffmanCode wrong = HuffmanCode.of(Probabilities.of(.05, .15, .2, .6));
        double mean = wrong.encode(message).length() / (double) n;
        assertEquals(
                Bits.ofNats(observed.entropy()).plus(wrong.wasted(observed)).value(), mean, 1e-13);
    }

    /** Rare symbols one after another, which straddle the middle of the interval, and symbols that cannot be told but by their count. */
    @Test
    void extremeProbabilities() {
        ArithmeticCode skew = ArithmeticCode.ofCounts(1, (1 << 24) - 2, 1);
        int[] message = new int[3000];
        Arrays.setAll(message, i -> i % 7 == 0 ? 2 : i % 5 == 0 ? 0 : 1);
        assertArrayEquals(message, skew.decode(skew.encode(message), message.length));
        ArithmeticCode middle = ArithmeticCode.ofCounts(3, 2, 3);
        int[] ones = new int[500];
        Arrays.fill(ones, 1);
        assertArrayEquals(ones, middle.decode(middle.encode(ones), 500));
        ArithmeticCode single = ArithmeticCode.ofCounts(0, 5, 0);
        assertEquals(2, single.encode(ones).length());
        assertArrayEquals(ones, single.decode(single.encode(ones), 500));
        HuffmanCode certain = HuffmanCode.of(Probabilities.of(0, 1));
        assertEquals(0, certain.encode(1, 1, 1).length());
        assertArrayEquals(new int[] {1, 1}, certain.decode(certain.encode(1, 1), 2));
        double[] halves = new double[90];
        Arrays.setAll(halves, i -> Math.scalb(1.0, -i));
        HuffmanCode deep = HuffmanCode.of(Probabilities.normalized(halves));
        assertTrue(deep.length(89) > 64);
        assertArrayEquals(new int[] {89, 0, 88}, deep.decode(deep.encode(89, 0, 88), 3));
    }

    @Test
    void symbolsWithoutProbabilityAreInfinitelyLong() {
        Probabilities q = Probabilities.of(.5, 0, .5);
        assertEquals(new Bits(Double.POSITIVE_INFINITY), HuffmanCode.of(q).wasted(Probabilities.uniform(3)));
        assertEquals(new Bits(Double.POSITIVE_INFINITY), ArithmeticCode.of(q).wasted(Probabilities.uniform(3)));
        refuses("symbol = 1", () -> HuffmanCode.of(q).encode(0, 1));
        refuses("symbol = 1", () -> ArithmeticCode.of(q).encode(0, 1));
        refuses("symbol = 3", () -> HuffmanCode.of(q).length(3));
        refuses("symbol = -1", () -> ArithmeticCode.of(q).encode(-1));
        refuses("count 1 = -2", () -> ArithmeticCode.ofCounts(3, -2));
        refuses("sum of counts = 0", () -> ArithmeticCode.ofCounts(0, 0));
        refuses("sum of counts = 16777217", () -> ArithmeticCode.ofCounts(1 << 24, 1));
    }

    @Test
    void stringsThatEndAreRefused() {
        HuffmanCode huffman = HuffmanCode.of(DYADIC);
        Bitstring code = huffman.encode(3, 3);
        refuses("the string ends", () -> huffman.decode(code, 3));
        ArithmeticCode arithmetic = ArithmeticCode.of(DYADIC);
        Bitstring other = arithmetic.encode(3, 3);
        refuses("the string ends", () -> arithmetic.decode(other, 1000));
        assertNotEquals(code, huffman.encode(3));
        assertEquals(code, huffman.encode(3, 3));
        assertEquals(code.hashCode(), huffman.encode(3, 3).hashCode());
        assertTrue(huffman.encode(new int[100]).toString().endsWith("… (100 bits)"));
    }

    /** One count of symbols fits a string, up to symbols that are due no bit. */
    @Test
    void messagesOfAnotherNumberOfBitsAreRefused() {
        ArithmeticCode skew = ArithmeticCode.of(Probabilities.of(.9, .1));
        Bitstring code = skew.encode(0, 1, 0);
        assertArrayEquals(new int[] {0, 1, 0}, skew.decode(code, 3));
        // Ten symbols would have had more bits, none would have had two.
        refuses("the string ends", () -> skew.decode(code, 40));
        refuses("exactly 2", () -> skew.decode(code, 0));
        ArithmeticCode dyadic = ArithmeticCode.of(DYADIC);
        for (int n = 0; n < 40; n++) {
            int[] message = draw(DYADIC, n, n);
            Bitstring written = dyadic.encode(message);
            assertArrayEquals(message, dyadic.decode(written, n));
            int other = n + 1;
            // Every symbol of this code is due at least one bit.
            refuses("the string ends", () -> dyadic.decode(written, other));
            if (n > 0) {
                refuses("exactly", () -> dyadic.decode(written, other - 2));
            }
        }
        refuses("number of symbols = -1", () -> skew.decode(code, -1));
        refuses("number of symbols = -1", () -> HuffmanCode.of(DYADIC).decode(code, -1));
    }

    private static void refuses(String part, Executable call) {
        String message =
                String.valueOf(assertThrows(DomainException.class, call).getMessage());
        assertTrue(message.contains(part), message);
    }
}
