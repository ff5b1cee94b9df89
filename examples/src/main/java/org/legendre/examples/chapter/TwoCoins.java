package org.legendre.examples.chapter;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import org.legendre.examples.figure.Figure;
import org.legendre.geometry.Bits;
import org.legendre.geometry.Probabilities;
import org.legendre.geometry.divergence.Divergences;

/** Kullback–Leibler divergence on two coins: asymmetry, units, surprise, impossibility, Gibbs' inequality. */
public final class TwoCoins implements Example {
    @Override
    public String title() {
        return "Two coins";
    }

    @Override
    public String prose() {
        return """
                A fair coin p = (½, ½) and a bent one q = (0.9, 0.1). `KL(p‖q)` is the mean of log p(x)/q(x) over throws of the first coin: what believing q costs when p is true. \
                The other way round it is another number, for the other coin is throwing.

                A black swan: whoever gave an event the probability 0.01 and then learns that it is certain has gained log₂ 100 = 6.64 bits; from a prior of ½ it is one bit. \
                Who gave it the probability 0 is surprised infinitely: KL((½, ½)‖(1, 0)) = ∞, and no finite penalty stands in for that.

                Gibbs' inequality: KL(p‖q) ≥ 0, with equality only for q = p. Both curves below touch zero at the fair coin and nowhere else.""";
    }

    @Override
    public Findings work(boolean full, Consumer<String> progress) {
        // begin: coins
        Probabilities fair = Probabilities.of(.5, .5);
        Probabilities bent = Probabilities.of(.9, .1);
        double forward = Divergences.kl(fair, bent);
        double reverse = Divergences.reverseKl(fair, bent);
        Bits forwardInBits = Bits.ofNats(forward);
        // end: coins

        // begin: surprise
        Probabilities certain = Probabilities.of(1, 0);
        Bits blackSwan = Bits.ofNats(Divergences.kl(certain, Probabilities.of(.01, .99)));
        Bits coinToss = Bits.ofNats(Divergences.kl(certain, fair));
        double impossible = Divergences.kl(fair, certain);
        // end: surprise

        double[] heads = new double[999];
        Arrays.setAll(heads, i -> (i + 1) / 1000.0);
        double[] from = curve(heads, q -> Divergences.kl(fair, q));
        double[] to = curve(heads, q -> Divergences.kl(q, fair));
        int lowest = 0;
        for (int i = 1; i < from.length; i++) {
            lowest = from[i] < from[lowest] ? i : lowest;
        }
        return Findings.NONE
                .number("KL(fair‖bent)", forward, "nats")
                .number("KL(bent‖fair)", reverse, "nats")
                .number("KL(fair‖bent) in bits", forwardInBits.value(), "bits")
                .number("KL(bent‖fair) in bits", Bits.ofNats(reverse).value(), "bits")
                .number("Jeffreys' divergence, the sum of both", Divergences.jeffreys(fair, bent), "nats")
                .number("Jensen–Shannon divergence", Divergences.jensenShannon(fair, bent), "nats")
                .number("black swan: prior 0.01, then certain", blackSwan.value(), "bits")
                .number("even chance: prior 0.5, then certain", coinToss.value(), "bits")
                .number("infinite surprise: KL(fair‖(1, 0))", impossible, "nats")
                .number("Gibbs: the least KL(fair‖q) over 999 coins q", from[lowest], "nats")
                .number("… reached at q(heads)", heads[lowest], "")
                .picture(
                        "two-coins",
                        "KL from and to the fair coin p against the other coin's chance of heads. Both are zero at q = p only (Gibbs); they differ everywhere else.",
                        Figure.titled("The fair coin p against a coin q")
                                .axes("q(heads)", "divergence (nats)")
                                .line("KL(p‖q): p throws", heads, from)
                                .line("KL(q‖p): q throws", heads, to)
                                .points("q = (0.9, 0.1)", new double[] {.9, .9}, new double[] {forward, reverse})
                                .yRange(0, 2));
    }

    private static double[] curve(double[] heads, ToDoubleFunction<Probabilities> f) {
        return Arrays.stream(heads)
                .map(h -> f.applyAsDouble(Probabilities.of(h, 1 - h)))
                .toArray();
    }

    @Override
    public List<String> listings() {
        return List.of("coins", "surprise");
    }
}
