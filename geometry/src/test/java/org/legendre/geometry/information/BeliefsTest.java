package org.legendre.geometry.information;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.hipparchus.dfp.Dfp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.legendre.geometry.Bits;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.ExactSums;
import org.legendre.geometry.Probabilities;

/** Bayesian surprise, free energy and Kelly's races. */
class BeliefsTest {
    private static double bits(double nats) {
        return Bits.ofNats(nats).value();
    }

    @Test
    void blackSwan() {
        assertEquals(6.643856, bits(BayesianSurprise.of(Probabilities.of(.01, .99), 1, 0)), 5e-7);
        assertEquals(1, bits(BayesianSurprise.of(Probabilities.of(.5, .5), 1, 0)), 1e-15);
        assertEquals(0, BayesianSurprise.of(Probabilities.of(.3, .7), 5, 5));
    }

    /** The smaller the change of mind, the more digits a difference of logarithms would lose. */
    @Test
    void smallSurprisesAreExact() {
        Probabilities prior = Probabilities.of(.1, .2, .7);
        assertEquals(0, BayesianSurprise.of(prior, .3, .3, .3));
        assertEquals(prior, BayesianSurprise.posterior(prior, 1, 1, 1));
        assertEquals(prior, BayesianSurprise.posterior(prior, .3, .3, .3));
        double[] dyadic = {.125, .25, .625};
        for (double scale : new double[] {1, 1e-300, 1e300}) {
            for (double t : new double[] {0x1p-51, 1e-12, 1e-7, 1e-3, .5, 1}) {
                double[] likelihoods = {scale * (1 - t), scale, scale * (1 + t)};
                Dfp mean = ExactSums.exact(0);
                for (int i = 0; i < 3; i++) {
                    mean = mean.add(ExactSums.exact(dyadic[i]).multiply(ExactSums.exact(likelihoods[i])));
                }
                Dfp sum = ExactSums.exact(0);
                for (int i = 0; i < 3; i++) {
                    Dfp ratio = ExactSums.exact(likelihoods[i]).divide(mean);
                    Dfp term = ratio.multiply(ExactSums.exact(dyadic[i]));
                    sum = ratio.isZero() ? sum : sum.add(term.multiply(ratio.log()));
                }
                double exact = sum.toDouble();
                double value = BayesianSurprise.of(Probabilities.of(dyadic), likelihoods);
                assertEquals(exact, value, 4e-15 * exact, scale + " and " + t);
            }
        }
    }

    @Test
    void posteriorsAreBayesRule() {
        Probabilities posterior = BayesianSurprise.posterior(Probabilities.of(.01, .99), .95, .05);
        double exact = .0095 / (.0095 + .0495);
        assertEquals(exact, posterior.get(0), 1e-15);
        // A likelihood below all that a product with the prior could hold.
        assertEquals(
                .5,
                BayesianSurprise.posterior(Probabilities.of(1 - 0x1p-1000, 0x1p-1000), 0x1p-1070, 0x1p-70)
                        .get(0),
                1e-12);
    }

    /** The mean surprise is the information that the experiment promises. */
    @Test
    void expectedSurpriseIsTheMeanOfTheSurprises() {
        Probabilities prior = Probabilities.of(.2, .3, .5);
        List<Probabilities> rows =
                List.of(Probabilities.of(.7, .3), Probabilities.of(.5, .5), Probabilities.of(.1, .9));
        double mean = 0;
        for (int y = 0; y < 2; y++) {
            double[] likelihoods = {
                rows.get(0).get(y), rows.get(1).get(y), rows.get(2).get(y)
            };
            double evidence = 0;
            for (int i = 0; i < 3; i++) {
                evidence += prior.get(i) * likelihoods[i];
            }
            mean += evidence * BayesianSurprise.of(prior, likelihoods);
        }
        assertEquals(mean, BayesianSurprise.expected(prior, rows), 1e-15);
    }

    @Test
    void freeEnergyIsLeastForGibbsLaw() {
        FreeEnergy energy = FreeEnergy.of(2, 1, 3, -2, 0);
        Probabilities p = energy.law();
        double sum = Math.exp(-.5) + Math.exp(-1.5) + Math.exp(1) + 1;
        assertEquals(Math.exp(1) / sum, p.get(2), 1e-15);
        assertEquals(-2 * Math.log(sum), energy.least(), 1e-15);
        assertEquals(energy.least(), energy.of(p), 1e-14);
        Probabilities q = Probabilities.of(.1, .2, .3, .4);
        assertEquals(energy.of(q) - energy.least(), energy.excess(q), 1e-14);
        assertEquals(2 * q.klTo(p), energy.excess(q));
        // The certain state has no entropy.
        assertEquals(-2, energy.of(Probabilities.of(0, 0, 1, 0)));
        assertEquals(-2 - energy.least(), energy.excess(Probabilities.of(0, 0, 1, 0)), 1e-14);
    }

    /** Near equilibrium the difference F(q) − F(p) has no digit left, and the excess all. */
    @Test
    void excessNearEquilibriumIsExact() {
        FreeEnergy energy = FreeEnergy.of(1, 0, 0);
        double t = 0x1p-40;
        Probabilities q = Probabilities.of(.5 + t, .5 - t);
        Dfp exact = ExactSums.kl(new double[] {.5 + t, .5 - t}, new double[] {.5, .5});
        assertEquals(exact.toDouble(), energy.excess(q), 1e-14 * exact.toDouble());
    }

    @Test
    void gamblersLoseKlARace() {
        Probabilities p = Probabilities.of(.5, .25, .125, .125);
        Probabilities q = Probabilities.of(.125, .125, .5, .25);
        HorseRace race = HorseRace.of(p, 4, 4, 4, 4);
        // Cover and Thomas, example 6.1.1 extended: W = log 4 − H(p) = 2 − 1.75 bits.
        assertEquals(.25, bits(race.best()), 1e-15);
        assertEquals(.5 * 2 + .25 * 1 - .125 * 2 - .125, bits(race.lost(q)), 1e-15);
        assertEquals(race.best() - race.lost(q), race.growth(q), 1e-16);
        double growth = 0;
        for (int i = 0; i < 4; i++) {
            growth += p.get(i) * Math.log(race.payoff(q, i));
        }
        assertEquals(growth, race.growth(q), 1e-15);
        assertEquals(Double.NEGATIVE_INFINITY, race.growth(Probabilities.of(1, 0, 0, 0)));
    }

    /** 10⁵ races; the standard error of the mean log payoff is 1.3/√10⁵, and five of them are allowed. */
    @Test
    void simulatedMoneyGrowsAtTheRate() {
        Probabilities p = Probabilities.of(.5, .3, .2);
        Probabilities q = Probabilities.of(.2, .3, .5);
        HorseRace race = HorseRace.of(p, 2, 3, 6);
        SplittableRandom random = new SplittableRandom(3);
        int races = 100_000;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < races; i++) {
            double u = random.nextDouble();
            double log = Math.log(race.payoff(q, u < .5 ? 0 : u < .8 ? 1 : 2));
            sum += log;
            squares += log * log;
        }
        double mean = sum / races;
        double error = Math.sqrt((squares / races - mean * mean) / races);
        assertEquals(race.growth(q), mean, 5 * error);
        assertTrue(Math.abs(race.best() - mean) > 20 * error, "the loss is seen");
    }

    @Test
    void aHintIsWorthItsInformation() {
        JointTable table = JointTable.of(new double[][] {{.4, .1}, {.1, .4}});
        double with = 0;
        for (int y = 0; y < 2; y++) {
            Probabilities given = table.conditional(0, 1, y);
            with += table.marginal(1).get(y) * HorseRace.of(given, 2, 2).best();
        }
        double without = HorseRace.of(table.marginal(0), 2, 2).best();
        assertEquals(with - without, HorseRace.valueOfHint(table, 0, 1), 1e-15);
    }

    @Test
    void badInputIsRefusedWithItsValue() {
        Probabilities p = Probabilities.uniform(2);
        refuses("likelihood 1 = -1.0", () -> BayesianSurprise.of(p, 1, -1));
        refuses("likelihood 0 = NaN", () -> BayesianSurprise.of(p, Double.NaN, 1));
        refuses("likelihoods = [0.0, 1.0]", () -> BayesianSurprise.of(Probabilities.of(1, 0), 0, 1));
        refuses("length 2, not 1", () -> BayesianSurprise.of(p, 1));
        refuses("temperature = 0.0", () -> FreeEnergy.of(0, 1, 2));
        refuses("temperature = NaN", () -> FreeEnergy.of(Double.NaN, 1, 2));
        refuses("energy 1 = Infinity", () -> FreeEnergy.of(1, 0, Double.POSITIVE_INFINITY));
        refuses("energy over temperature of state 0 = ", () -> FreeEnergy.of(1e-300, 1e300, 0));
        refuses("one of 2 states", () -> FreeEnergy.of(1, 0, 0).excess(Probabilities.uniform(3)));
        refuses("odds of horse 0 = 0.0", () -> HorseRace.of(p, 0, 2));
        refuses("length 2, not 3", () -> HorseRace.of(p, 1, 2, 3));
        refuses("winner = 2", () -> HorseRace.of(p, 2, 2).payoff(p, 2));
        refuses("bets = ", () -> HorseRace.of(p, 2, 2).payoff(Probabilities.uniform(3), 0));
    }

    private static void refuses(String part, Executable call) {
        String message =
                String.valueOf(assertThrows(DomainException.class, call).getMessage());
        assertTrue(message.contains(part), message);
    }
}
