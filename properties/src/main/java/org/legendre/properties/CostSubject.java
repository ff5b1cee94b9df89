package org.legendre.properties;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import org.legendre.geometry.Domain;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Probabilities;
import org.legendre.geometry.information.BayesianSurprise;
import org.legendre.geometry.information.FreeEnergy;
import org.legendre.geometry.information.HorseRace;
import org.legendre.geometry.information.Sanov;
import org.legendre.geometry.information.TypicalSet;
import org.legendre.geometry.information.code.ArithmeticCode;
import org.legendre.geometry.information.code.Bitstring;
import org.legendre.geometry.information.code.HuffmanCode;

/**
 * What entropy and KL cost in energy, money, bits and chances, on plain arrays. Each part can be replaced ({@code with…}), which is how a mutant is made, and how
 * your own implementation is held to the theorems.
 */
public final class CostSubject implements Subject {
    private static final int CLASSES = 3;

    private final Parts parts;

    private CostSubject(Parts parts) {
        this.parts = parts;
    }

    /** A function of a distribution, of numbers that belong to its classes, and of one number more. */
    @FunctionalInterface
    public interface WithValues {
        /**
         * The function.
         *
         * @param p probabilities
         * @param values a number for each class
         * @param x the further number
         * @return its value
         */
        double of(double[] p, double[] values, double x);
    }

    /** What a subject is made of; a copy is changed before a subject is made of it, and not after. */
    private static final class Parts {
        private WithValues freeEnergy =
                (q, energies, t) -> FreeEnergy.of(t, energies).of(Probabilities.of(q));
        private WithValues excess =
                (q, energies, t) -> FreeEnergy.of(t, energies).excess(Probabilities.of(q));
        private ToDoubleBiFunction<double[], double[]> growth =
                (p, bets) -> HorseRace.of(Probabilities.of(p), odds(p.length)).growth(Probabilities.of(bets));
        private ToDoubleBiFunction<double[], double[]> surprise =
                (prior, likelihoods) -> BayesianSurprise.of(Probabilities.of(prior), likelihoods);
        private Function<double[], int[]> words = CostSubject::huffman;
        private ToDoubleBiFunction<double[], int[]> message = CostSubject::arithmetic;
        private WithValues exponent =
                (p, f, c) -> Sanov.of(Probabilities.of(p), f, c).exponent();
        private WithValues typical = (p, n, epsilon) ->
                TypicalSet.of(Probabilities.of(p), (int) n[0], epsilon).probability();

        Parts() {}

        Parts(Parts other) {
            this.freeEnergy = other.freeEnergy;
            this.excess = other.excess;
            this.growth = other.growth;
            this.surprise = other.surprise;
            this.words = other.words;
            this.message = other.message;
            this.exponent = other.exponent;
            this.typical = other.typical;
        }
    }

    /** 2, 3, 4, …: no class is like another. */
    static double[] odds(int horses) {
        double[] odds = new double[horses];
        Arrays.setAll(odds, i -> i + 2.0);
        return odds;
    }

    private static int[] huffman(double[] q) {
        HuffmanCode code = HuffmanCode.of(Probabilities.of(q));
        int[] lengths = new int[q.length];
        Arrays.setAll(lengths, i -> q[i] > 0 ? code.length(i) : 0);
        return lengths;
    }

    /** The bits of the message, which has to come back. */
    private static double arithmetic(double[] q, int... message) {
        ArithmeticCode code = ArithmeticCode.of(Probabilities.of(q));
        Bitstring bits = code.encode(message);
        int[] back = code.decode(bits, message.length);
        if (!Arrays.equals(back, message)) {
            throw new DomainException("message", Arrays.toString(back), Arrays.toString(message));
        }
        return bits.length();
    }

    /**
     * The costs of this library.
     *
     * @return the subject
     */
    public static CostSubject shipped() {
        return new CostSubject(new Parts());
    }

    @Override
    public String name() {
        return "costs of information";
    }

    /** {@inheritDoc} Coordinates of distributions of three classes, as of {@link FiniteDivergenceSubject}. */
    @Override
    public Domain domain() {
        return Domain.reals(CLASSES);
    }

    double freeEnergy(double[] q, double[] energies, double temperature) {
        return parts.freeEnergy.of(q, energies, temperature);
    }

    double excess(double[] q, double[] energies, double temperature) {
        return parts.excess.of(q, energies, temperature);
    }

    double growth(double[] p, double[] bets) {
        return parts.growth.applyAsDouble(p, bets);
    }

    double surprise(double[] prior, double[] likelihoods) {
        return parts.surprise.applyAsDouble(prior, likelihoods);
    }

    int[] words(double[] q) {
        return parts.words.apply(q);
    }

    double message(double[] q, int... message) {
        return parts.message.applyAsDouble(q, message);
    }

    double exponent(double[] p, double[] f, double c) {
        return parts.exponent.of(p, f, c);
    }

    double typical(double[] p, int n, double epsilon) {
        return parts.typical.of(p, new double[] {n}, epsilon);
    }

    /**
     * The same subject with another free energy.
     *
     * @param other (q, E, T) ↦ F(q)
     * @return the subject
     */
    public CostSubject withFreeEnergy(WithValues other) {
        return with(copy -> copy.freeEnergy = other);
    }

    /**
     * The same subject with another excess of free energy.
     *
     * @param other (q, E, T) ↦ F(q) − F(Gibbs' law)
     * @return the subject
     */
    public CostSubject withExcess(WithValues other) {
        return with(copy -> copy.excess = other);
    }

    /**
     * The same subject with another rate of growth, at odds 2, 3, 4, …
     *
     * @param other (p, b) ↦ W(b) in nats
     * @return the subject
     */
    public CostSubject withGrowth(ToDoubleBiFunction<double[], double[]> other) {
        return with(copy -> copy.growth = other);
    }

    /**
     * The same subject with another surprise.
     *
     * @param other (prior, likelihoods) ↦ KL(posterior‖prior) in nats
     * @return the subject
     */
    public CostSubject withSurprise(ToDoubleBiFunction<double[], double[]> other) {
        return with(copy -> copy.surprise = other);
    }

    /**
     * The same subject with another prefix code.
     *
     * @param other q ↦ the lengths of the words, 0 for a symbol of probability 0
     * @return the subject
     */
    public CostSubject withWords(Function<double[], int[]> other) {
        return with(copy -> copy.words = other);
    }

    /**
     * The same subject with another code of messages.
     *
     * @param other (q, message) ↦ how many bits it is written in
     * @return the subject
     */
    public CostSubject withMessage(ToDoubleBiFunction<double[], int[]> other) {
        return with(copy -> copy.message = other);
    }

    /**
     * The same subject with another exponent of large deviations.
     *
     * @param other (p, f, c) ↦ min KL(r‖p) over E_r[f] ≥ c
     * @return the subject
     */
    public CostSubject withExponent(WithValues other) {
        return with(copy -> copy.exponent = other);
    }

    /**
     * The same subject with another probability of typical sequences.
     *
     * @param other (p, (n), ε) ↦ P(|−(1/n) log p(x) − H| ≤ ε)
     * @return the subject
     */
    public CostSubject withTypical(WithValues other) {
        return with(copy -> copy.typical = other);
    }

    private CostSubject with(Consumer<Parts> change) {
        Parts copy = new Parts(parts);
        change.accept(copy);
        return new CostSubject(copy);
    }

    @Override
    public String toString() {
        return name();
    }
}
