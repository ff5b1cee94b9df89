package org.legendre.examples.chapter;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntToDoubleFunction;
import org.legendre.examples.figure.Figure;
import org.legendre.geometry.Bits;
import org.legendre.geometry.Probabilities;
import org.legendre.geometry.information.FreeEnergy;
import org.legendre.geometry.information.NeymanPearson;
import org.legendre.geometry.information.Sanov;
import org.legendre.geometry.information.TypicalSet;

/** Typical sequences, and how fast what is not typical becomes impossible: Stein, Sanov, Gibbs. */
public final class LargeNumbers implements Example {
    private static final Probabilities COIN = Probabilities.of(.4, .6);
    private static final Probabilities RARE = Probabilities.of(.1, .9);
    private static final Probabilities FAIR = Probabilities.of(.5, .5);
    private static final Probabilities BENT = Probabilities.of(.8, .2);

    @Override
    public String title() {
        return "Large numbers";
    }

    @Override
    public String prose() {
        return """
                Throw a coin a great many times, and the sequence will be *typical*: its probability is about e^(−nH), for −(1/n) log p(x) is a mean, and tends to the entropy H. There are about e^(nH) such sequences, and they have nearly all of the probability, however few of all 2ⁿ they are:                 that is why nH bits are enough to store them. Left, for a coin of (0.1, 0.9), the exact probability of being typical to within 0.1 bit (it zigzags, for counts are whole numbers); right, the rate (1/n) log₂ of their number, which stays between its bounds and comes to lie below H + 0.1, while the rate of all sequences is 1.                 The textbook's case, (0.4, 0.6) and n = 25, has 26,366,510 of them, with 93.6 % of the probability. The most likely sequence of all, without a single tail, is not typical.

                What is not typical becomes impossible at an exponential rate, and the rate is always a Kullback–Leibler divergence. *Stein*: test a fair coin p against q = (0.8, 0.2), reject p wrongly at most once in twenty times; then the chance to accept it wrongly falls like e^(−n KL(p‖q)), and the level of a twentieth does not matter                 in the limit, though it shows for long: the rate is off by about 1/√n. *Sanov*: the chance that n dice have a mean of 4.5 falls like e^(−nD), where D = min KL(r‖die) over all r with that mean. The minimiser is the die of maximum entropy, r ∝ e^(λk) with λ = 0.371: if the improbable happens, it happens in the most probable way.                 Here the rate is off by about (log n)/(2n), which no exponent sees.

                Physics says it with a temperature: the free energy F(q) = E_q[E] − T H(q) is least for the Gibbs law p ∝ e^(−E/T), the same tilted law, and F(q) − F(p) = T KL(q‖p).""";
    }

    @Override
    public Findings work(boolean full, Consumer<String> progress) {
        // begin: typical
        TypicalSet set = TypicalSet.of(COIN, 25, new Bits(.1));
        double probability = set.probability();
        double sequences = set.size().doubleValue();
        // end: typical

        // begin: exponents
        double stein = FAIR.klTo(BENT);
        Sanov dice = Sanov.of(Probabilities.uniform(6), new double[] {1, 2, 3, 4, 5, 6}, 4.5);
        double missed = -NeymanPearson.of(FAIR, BENT, 400).logTypeTwoError(.05) / 400;
        double sixes = -dice.logProbability(20) / 20;
        // end: exponents

        // begin: energy
        FreeEnergy energy = FreeEnergy.of(2, 0, 1, 3);
        Probabilities q = Probabilities.uniform(3);
        double excess = energy.excess(q);
        double difference = energy.of(q) - energy.least();
        // end: energy
        progress.accept("sequences of up to " + (full ? 2000 : 1000) + " symbols");
        return Findings.NONE
                .number("probability of the typical set, n = 25, ε = 0.1 bit", probability, "")
                .number("… number of its sequences", sequences, "")
                .number("… of all sequences", sequences / (1 << 25), "")
                .number("Stein: KL(fair‖(0.8, 0.2))", stein, "nats")
                .number("… rate of the best test at n = 400, level 0.05", missed, "nats")
                .number("Sanov: exponent of a mean of 4.5 of dice", dice.exponent(), "nats")
                .number("… its tilt λ", dice.tilt(), "")
                .number("… rate at n = 20", sixes, "nats")
                .number("free energy of the uniform law above the least", excess, "")
                .number("… as a difference", difference, "")
                .picture(
                        "large-numbers-typical",
                        "Exactly, by counting: the probability that a sequence of n throws of the coin (0.1, 0.9) is typical to within 0.1 bit, and the rate of the number of such sequences between its bounds.",
                        probabilities(full ? 2000 : 1000),
                        rates(full ? 2000 : 1000))
                .picture(
                        "large-numbers-exponents",
                        "Rates −(1/n) log P come to Kullback–Leibler divergences: the best test of a fair coin against (0.8, 0.2) at level 0.05 and ½ (Stein), and a mean of 4.5 from dice (Sanov).",
                        stein(stein),
                        sanov(dice));
    }

    private static Figure probabilities(int most) {
        double[] n = grid(1, most, Math.max(1, most / 300));
        return Figure.titled("Probability of being typical")
                .axes("n", "probability")
                .line("ε = 0.1 bit", n, values(n, k -> set(k).probability()))
                .reference("1", new double[] {0, most}, new double[] {1, 1});
    }

    private static Figure rates(int most) {
        double[] n = grid(20, most, Math.max(1, most / 300));
        double entropy = Bits.ofNats(RARE.entropy()).value();
        double[] ends = {0, most};
        return Figure.titled("Number of typical sequences")
                .axes("n", "(1/n) log₂ of the number")
                .line(
                        "(1/n) log₂ |A|",
                        n,
                        values(n, k -> Bits.ofNats(set(k).rate()).value()))
                .line(
                        "lower bound",
                        n,
                        values(n, k -> Bits.ofNats(set(k).logSmallest() / k).value()))
                .reference("H + ε", ends, new double[] {entropy + .1, entropy + .1})
                .dashed("H", ends, new double[] {entropy, entropy})
                .yRange(.1, .65);
    }

    private static TypicalSet set(int n) {
        return TypicalSet.of(RARE, n, new Bits(.1));
    }

    private static Figure stein(double limit) {
        double[] n = grid(5, 400, 5);
        return Figure.titled("Stein: testing a fair coin")
                .axes("n", "−(1/n) log P (nats)")
                .line(
                        "level 0.05",
                        n,
                        values(n, k -> -NeymanPearson.of(FAIR, BENT, k).logTypeTwoError(.05) / k))
                .line(
                        "level ½",
                        n,
                        values(n, k -> -NeymanPearson.of(FAIR, BENT, k).logTypeTwoError(.5) / k))
                .dashed("KL(p‖q)", new double[] {0, 400}, new double[] {limit, limit})
                .yRange(0, .35);
    }

    private static Figure sanov(Sanov dice) {
        double[] n = grid(2, 30, 2);
        double[] limit = {dice.exponent(), dice.exponent()};
        return Figure.titled("Sanov: a mean of 4.5 from dice")
                .axes("n", "−(1/n) log P (nats)")
                .line("exact", n, values(n, k -> -dice.logProbability(k) / k))
                .dashed("min KL(r‖die)", new double[] {0, 30}, limit)
                .yRange(0, .8);
    }

    private static double[] grid(int from, int to, int step) {
        double[] n = new double[(to - from) / step + 1];
        Arrays.setAll(n, i -> from + (double) i * step);
        return n;
    }

    private static double[] values(double[] n, IntToDoubleFunction f) {
        return Arrays.stream(n).map(k -> f.applyAsDouble((int) k)).toArray();
    }

    @Override
    public List<String> listings() {
        return List.of("typical", "exponents", "energy");
    }
}
