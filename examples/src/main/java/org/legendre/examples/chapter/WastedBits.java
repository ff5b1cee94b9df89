package org.legendre.examples.chapter;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.legendre.examples.data.Texts;
import org.legendre.examples.figure.Figure;
import org.legendre.geometry.Bits;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Probabilities;
import org.legendre.geometry.information.code.ArithmeticCode;
import org.legendre.geometry.information.code.Bitstring;
import org.legendre.geometry.information.code.HuffmanCode;

/** The project's README, written with codes that were built for other texts: what KL costs. */
public final class WastedBits implements Example {
    private static final int BYTES = 256;

    @Override
    public String title() {
        return "Wasted bits";
    }

    @Override
    public String prose() {
        return """
                A code is a belief: it gives short words to what it expects. Written with a code for q, symbols that come with p cost H(p) + KL(p‖q) bits each, and the divergence is what the wrong belief wastes. Here the text is the project's own README, \
                byte by byte, and p its frequencies of bytes; the codes are real ones, which write bits and read them back. The *arithmetic* code turns the whole text into one number and pays for whole bits once only: its waste is the divergence itself, to the last thousandth of a bit. The *Huffman* code \
                pays whole bits for each byte, and so behaves as if its belief were 2^(−length): what it wastes is KL(p‖2^(−length)), some hundredths of a bit even if built for p itself.

                The wrong beliefs: a code for Java (the source of this chapter, each byte counted once more than it occurs, so that none is impossible), and codes for mixtures of p with it and with the uniform distribution, on the way from the right belief to a wrong one. A belief of zero would cost infinitely \
                many bits: no such code can write the text at all, and it says so.""";
    }

    // begin: frequencies
    /** Relative frequencies of bytes, each counted so much more than it occurs. */
    private static Probabilities frequencies(int[] text, double more) {
        double[] counts = new double[BYTES];
        Arrays.fill(counts, more);
        for (int symbol : text) {
            counts[symbol]++;
        }
        return Probabilities.normalized(counts);
    }
    // end: frequencies

    // begin: codes
    /** Bits a byte of a text, written with an arithmetic code for q and read back. */
    private static double arithmetic(int[] text, Probabilities q) {
        ArithmeticCode code = ArithmeticCode.of(q);
        Bitstring bits = code.encode(text);
        requireSame(text, code.decode(bits, text.length));
        return bits.length() / (double) text.length;
    }

    /** Bits a byte of a text, written with Huffman's code for q and read back. */
    private static double huffman(int[] text, Probabilities q) {
        HuffmanCode code = HuffmanCode.of(q);
        Bitstring bits = code.encode(text);
        requireSame(text, code.decode(bits, text.length));
        return bits.length() / (double) text.length;
    }
    // end: codes

    private static void requireSame(int[] text, int[] read) {
        if (!Arrays.equals(text, read)) {
            throw new DomainException("text that was read back", Arrays.hashCode(read), "the text that was written");
        }
    }

    @Override
    public Findings work(boolean full, Consumer<String> progress) {
        int[] text = Texts.readme();
        Probabilities p = frequencies(text, 0);
        Probabilities java = frequencies(Texts.source(WastedBits.class), 1);
        Probabilities uniform = Probabilities.uniform(BYTES);
        double entropy = Bits.ofNats(p.entropy()).value();
        progress.accept(text.length + " bytes, there and back");
        Findings findings = Findings.NONE
                .number("bytes of the README", text.length, "")
                .number("entropy of a byte", entropy, "bits")
                .number("arithmetic code for p: wasted", arithmetic(text, p) - entropy, "bits a byte")
                .number("Huffman's code for p: wasted", huffman(text, p) - entropy, "bits a byte")
                .number("KL(README‖Java)", Bits.ofNats(p.klTo(java)).value(), "bits")
                .number("arithmetic code for Java: wasted", arithmetic(text, java) - entropy, "bits a byte")
                .number("Huffman's code for Java: wasted", huffman(text, java) - entropy, "bits a byte")
                .number("KL(README‖uniform)", Bits.ofNats(p.klTo(uniform)).value(), "bits")
                .number(
                        "arithmetic code for uniform bytes: wasted",
                        arithmetic(text, uniform) - entropy,
                        "bits a byte");
        int steps = full ? 41 : 17;
        double[] divergence = new double[2 * steps];
        double[] byArithmetic = new double[2 * steps];
        double[] byHuffman = new double[2 * steps];
        for (int i = 0; i < steps; i++) {
            double share = (double) i / (steps - 1);
            Probabilities towardsJava = mixture(p, java, share * share);
            Probabilities towardsUniform = mixture(p, uniform, share * share);
            for (int side = 0; side < 2; side++) {
                Probabilities q = side == 0 ? towardsJava : towardsUniform;
                divergence[side * steps + i] = Bits.ofNats(p.klTo(q)).value();
                byArithmetic[side * steps + i] = arithmetic(text, q) - entropy;
                byHuffman[side * steps + i] = huffman(text, q) - entropy;
            }
        }
        double most = Arrays.stream(divergence).max().orElseThrow();
        return findings.picture(
                "wasted-bits",
                "Bits that real codes waste on the README, for a byte, against the divergence KL(p‖q) of the belief q that they were built for: the arithmetic code lies on the diagonal, Huffman's beside it, for its words are whole bits.",
                Figure.titled("The price of a wrong belief")
                        .axes("KL(p‖q), bits", "wasted, bits a byte")
                        .reference("KL(p‖q)", new double[] {0, most}, new double[] {0, most})
                        .points("arithmetic code for q", divergence, byArithmetic)
                        .points("Huffman's code for q", divergence, byHuffman));
    }

    private static Probabilities mixture(Probabilities p, Probabilities q, double share) {
        double[] weights = new double[BYTES];
        Arrays.setAll(weights, i -> (1 - share) * p.get(i) + share * q.get(i));
        return Probabilities.normalized(weights);
    }

    @Override
    public List<String> listings() {
        return List.of("frequencies", "codes");
    }
}
