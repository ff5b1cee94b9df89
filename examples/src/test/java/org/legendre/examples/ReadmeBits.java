package org.legendre.examples;

import java.util.Arrays;
import java.util.PriorityQueue;
import org.legendre.examples.chapter.WastedBits;
import org.legendre.examples.data.Texts;

/** Bits a byte of the README by the bare formulas, which change with every edit of it. */
final class ReadmeBits {
    private static final double[] README = frequencies(Texts.readme(), 0);

    private ReadmeBits() {}

    private static double[] frequencies(int[] text, double more) {
        double[] p = new double[256];
        for (int symbol : text) {
            p[symbol] += 1;
        }
        for (int i = 0; i < p.length; i++) {
            p[i] = (p[i] + more) / (text.length + 256 * more);
        }
        return p;
    }

    static double entropy() {
        return kl(uniform(), -8);
    }

    static double klToUniform() {
        return kl(uniform(), 0);
    }

    static double klToJava() {
        return kl(frequencies(Texts.source(WastedBits.class), 1), 0);
    }

    private static double[] uniform() {
        double[] uniform = new double[256];
        Arrays.fill(uniform, 1.0 / 256);
        return uniform;
    }

    /** |Σ p log₂(p/q) + shift|. */
    private static double kl(double[] q, double shift) {
        double sum = shift;
        for (int i = 0; i < q.length; i++) {
            sum += README[i] == 0 ? 0 : README[i] * Math.log(README[i] / q[i]) / Math.log(2);
        }
        return Math.abs(sum);
    }

    /** What Huffman's code wastes: the mean length is the sum of all weights that are made by merging two. */
    static double huffman() {
        PriorityQueue<Double> weights = new PriorityQueue<>();
        for (double weight : README) {
            if (weight > 0) {
                weights.add(weight);
            }
        }
        double mean = 0;
        while (weights.size() > 1) {
            double merged = weights.remove() + weights.remove();
            mean += merged;
            weights.add(merged);
        }
        return mean - entropy();
    }
}
