package org.legendre.geometry.information;

import org.legendre.geometry.DomainException;
import org.legendre.geometry.Probabilities;
import org.legendre.geometry.special.Sums;

/**
 * Kelly's gambler: horse i wins with probability pᵢ and pays oᵢ for 1. Who bets the shares b of all money, race after race, grows it at the rate
 * W(b) = Σ pᵢ log(bᵢoᵢ). To bet b = p is best whatever the odds, and who believes q and bets b = q loses W(p) − W(q) = KL(p‖q).
 *
 * <p>Source: J. L. Kelly, A new interpretation of information rate, Bell System Tech. J. 35 (1956); T. M. Cover and J. A. Thomas, Elements of Information Theory (2nd
 * edition, 2006), theorems 6.1.2, 6.2.1 and equation 6.12.
 */
public final class HorseRace {
    private final Probabilities p;
    private final double[] odds;

    private HorseRace(Probabilities p, double[] odds) {
        this.p = p;
        this.odds = odds;
    }

    /**
     * A race.
     *
     * @param p the probabilities of winning
     * @param odds what 1 on each horse pays if it wins, positive and finite
     * @return the race
     * @throws DomainException if the lengths differ or odds are not positive
     */
    public static HorseRace of(Probabilities p, double... odds) {
        DomainException.requireLength("odds", odds, p.size());
        for (int i = 0; i < odds.length; i++) {
            DomainException.requirePositive("odds of horse " + i, odds[i]);
        }
        return new HorseRace(p, odds.clone());
    }

    /**
     * The rate of growth W(b) = Σ p log(b o).
     *
     * @param bets b, the shares of all money
     * @return the rate in nats a race; −∞ for nothing on a horse that may win
     * @throws DomainException if the sizes differ
     */
    public double growth(Probabilities bets) {
        return best() - lost(bets);
    }

    /**
     * The best rate of growth, W(p) = Σ p log o − H(p).
     *
     * @return the rate in nats a race
     */
    public double best() {
        double[] terms = new double[odds.length];
        for (int i = 0; i < terms.length; i++) {
            terms[i] = p.get(i) > 0 ? p.get(i) * (Math.log(odds[i]) + p.logProbability(i)) : 0;
        }
        return Sums.sum(terms);
    }

    /**
     * What bets lose of the best rate, without the subtraction.
     *
     * @param bets b, the shares of all money
     * @return W(p) − W(b) = KL(p‖b) in nats a race, ≥ 0
     * @throws DomainException if the sizes differ
     */
    public double lost(Probabilities bets) {
        return p.klTo(bets);
    }

    /**
     * By what the money of given bets is multiplied if a horse wins.
     *
     * @param bets b, the shares of all money
     * @param winner the horse, from 0
     * @return bᵢoᵢ
     * @throws DomainException if the sizes differ or there is no such horse
     */
    public double payoff(Probabilities bets, int winner) {
        if (bets.size() != odds.length) {
            throw new DomainException("bets", bets, "shares of " + odds.length + " horses");
        }
        if (winner < 0 || winner >= odds.length) {
            throw new DomainException("winner", winner, "0, …, " + (odds.length - 1));
        }
        return bets.get(winner) * odds[winner];
    }

    /**
     * What a hint is worth: the growth that betting p(horse|hint) instead of p(horse) adds, whatever the odds.
     *
     * @param table the joint distribution of horse and hint
     * @param horse the variable that is the winner
     * @param hint the variable that is known before
     * @return the mutual information in nats a race, ≥ 0
     * @throws DomainException if there are no such variables
     */
    public static double valueOfHint(JointTable table, int horse, int hint) {
        return Information.mutualInformation(table, horse, hint);
    }

    @Override
    public String toString() {
        return "race of " + odds.length + " horses won by " + p;
    }
}
