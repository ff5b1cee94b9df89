package org.legendre.geometry.information.code;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.legendre.geometry.Bits;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Probabilities;

/**
 * The prefix code of least mean length for symbols of given probabilities q. It writes whole bits for each symbol, and so spends as if the probabilities were
 * {@link #law} 2^(−length): on symbols that come with p it wastes KL(p‖law), of which less than one bit is due to the whole bits if p = q.
 *
 * <p>Source: D. A. Huffman, A method for the construction of minimum-redundancy codes, Proc. IRE 40 (1952).
 */
public final class HuffmanCode {
    private static final double LOG_TWO = Math.log(2);

    /** Of each node its parent, −1 for the root and for symbols without a word. */
    private final int[] parents;

    private final boolean[] bits;
    private final int[][] children;
    private final int symbols;
    private final int root;

    private record Node(double weight, int index) {}

    private HuffmanCode(Probabilities q) {
        symbols = q.size();
        int most = 2 * symbols;
        parents = new int[most];
        bits = new boolean[most];
        children = new int[most][];
        Arrays.fill(parents, -1);
        PriorityQueue<Node> queue =
                new PriorityQueue<>(Comparator.comparingDouble(Node::weight).thenComparingInt(Node::index));
        for (int i = 0; i < symbols; i++) {
            if (q.get(i) > 0) {
                queue.add(new Node(q.get(i), i));
            }
        }
        int next = symbols;
        while (queue.size() > 1) {
            Node first = queue.remove();
            Node second = queue.remove();
            children[next] = new int[] {first.index, second.index};
            parents[first.index] = next;
            parents[second.index] = next;
            bits[second.index] = true;
            queue.add(new Node(first.weight + second.weight, next++));
        }
        root = queue.remove().index;
    }

    /**
     * The code for given probabilities.
     *
     * @param q the probabilities; a symbol of probability 0, or one that underflows, gets no word
     * @return the code, the same for the same q
     */
    public static HuffmanCode of(Probabilities q) {
        return new HuffmanCode(q);
    }

    /**
     * The number of bits of a symbol's word.
     *
     * @param symbol the symbol, from 0
     * @return its length; 0 only where there is but one symbol
     * @throws DomainException if the symbol has no word
     */
    public int length(int symbol) {
        requireWord(symbol);
        int length = 0;
        for (int node = symbol; node != root; node = parents[node]) {
            length++;
        }
        return length;
    }

    private void requireWord(int symbol) {
        if (symbol < 0 || symbol >= symbols || (symbol != root && parents[symbol] < 0)) {
            throw new DomainException("symbol", symbol, "one of positive probability out of " + symbols);
        }
    }

    /**
     * The distribution for which this code is ideal, 2^(−length) for each symbol with a word: a sum of 1 (Kraft's equality).
     *
     * @return the distribution: exact, or by logarithms if a word is so long that its probability underflows
     */
    public Probabilities law() {
        double[] law = new double[symbols];
        double[] logits = new double[symbols];
        boolean underflow = false;
        for (int i = 0; i < symbols; i++) {
            boolean word = i == root || parents[i] >= 0;
            int length = word ? length(i) : 0;
            law[i] = word ? Math.scalb(1.0, -length) : 0;
            logits[i] = word ? -length * LOG_TWO : Double.NEGATIVE_INFINITY;
            underflow |= word && law[i] < Double.MIN_NORMAL;
        }
        return underflow ? Probabilities.ofLogits(logits) : Probabilities.of(law);
    }

    /**
     * What the code wastes on symbols that come with p, the mean length less the entropy, without the subtraction.
     *
     * @param p the probabilities that symbols come with
     * @return KL(p‖law), ≥ 0, in bits a symbol; infinite if p has a symbol without a word
     */
    public Bits wasted(Probabilities p) {
        return Bits.ofNats(p.klTo(law()));
    }

    /**
     * Writes a message.
     *
     * @param message its symbols
     * @return their words, one after another
     * @throws DomainException if a symbol has no word
     */
    public Bitstring encode(int... message) {
        Bitstring.Writer out = new Bitstring.Writer();
        boolean[] word = new boolean[symbols];
        for (int symbol : message) {
            int length = length(symbol);
            int at = length;
            for (int node = symbol; node != root; node = parents[node]) {
                word[--at] = bits[node];
            }
            for (int i = 0; i < length; i++) {
                out.write(word[i]);
            }
        }
        return out.finish();
    }

    /**
     * Reads a message.
     *
     * @param code what {@link #encode} wrote
     * @param count the number of symbols, at least 0
     * @return the symbols
     * @throws DomainException if the number is negative or the bits end before
     */
    public int[] decode(Bitstring code, int count) {
        requireCount(count);
        int[] message = new int[count];
        int at = 0;
        for (int i = 0; i < count; i++) {
            int node = root;
            while (node >= symbols) {
                node = children[node][code.get(at++) ? 1 : 0];
            }
            message[i] = node;
        }
        return message;
    }

    static void requireCount(int count) {
        if (count < 0) {
            throw new DomainException("number of symbols", count, "an integer ≥ 0");
        }
    }
}
