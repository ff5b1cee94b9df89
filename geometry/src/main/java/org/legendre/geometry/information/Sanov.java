package org.legendre.geometry.information;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.legendre.geometry.ConvergenceException;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Probabilities;
import org.legendre.geometry.special.EntropyTerms;
import org.legendre.geometry.special.Logs;
import org.legendre.geometry.special.Sums;

/**
 * How unlikely it is that the mean of f over n independent symbols reaches c: the probability is at most e^(−n D) with D = min KL(r‖p) over all r with E_r[f] ≥ c, and
 * has this exponent. The nearest r is p tilted, r ∝ p e^(λf).
 *
 * <p>Formula: D = −log Σ p e^(λ(f − c)) where E_r[f] = c, λ by Newton's steps between bounds.
 *
 * <p>Error: relative error of D at most 1e-13 given c − E_p[f] and f − c, near the mean too.
 *
 * <p>Source: I. N. Sanov (1957) and H. Cramér (1938), as in T. M. Cover and J. A. Thomas, Elements of Information Theory (2nd edition, 2006), theorem 11.4.1 and
 * example 11.4.1.
 */
public final class Sanov {
    private static final int MOST_STEPS = 2000;
    /** A mean below c by no more, in proportion to the mean of |f − c|, reaches it. */
    private static final double BOUNDARY = 1e-12;

    private final Probabilities p;
    /** The symbols that are possible; of the others neither the value nor the number matters. */
    private final int[] possible;
    /** f − c of these. */
    private final double[] above;

    private final double bound;
    /** c − E_p[f], the distance to go; not positive where the mean is there already. */
    private final double shortfall;

    private final double tilt;

    private Sanov(Probabilities p, double[] f, int[] possible, double bound) {
        this.p = p;
        this.possible = possible;
        this.above = new double[possible.length];
        this.bound = bound;
        double scale = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < above.length; i++) {
            above[i] = DomainException.requireFinite("value above the bound " + i, f[possible[i]] - bound);
            scale = Math.max(scale, Math.abs(above[i]));
            most = Math.max(most, above[i]);
        }
        if (scale > 0) {
            DomainException.requireFinite("1/(largest difference of a value from the bound)", 1 / scale);
        }
        this.shortfall = shortfall(f);
        this.tilt = most == 0 ? Double.POSITIVE_INFINITY : shortfall > 0 ? solve(1 / scale) : 0;
    }

    /**
     * The event that the mean of f is at least c.
     *
     * @param p the probabilities of a symbol
     * @param f its value, one for each symbol, finite
     * @param c what the mean is to reach, at most the largest value of a possible symbol
     * @return the event with its exponent
     * @throws DomainException if the lengths differ, a number is not finite (f − c for a possible symbol, and the inverse of the largest |f − c|, included) or c is out of reach:
     *     the event is impossible
     */
    public static Sanov of(Probabilities p, double[] f, double c) {
        DomainException.requireLength("values", f, p.size());
        DomainException.requireFinite("bound of the mean", c);
        double most = Double.NEGATIVE_INFINITY;
        int[] possible = IntStream.range(0, f.length)
                .filter(i -> p.logProbability(i) > Double.NEGATIVE_INFINITY)
                .toArray();
        for (int i = 0; i < f.length; i++) {
            DomainException.requireFinite("value " + i, f[i]);
            most = p.logProbability(i) > Double.NEGATIVE_INFINITY ? Math.max(most, f[i]) : most;
        }
        if (c > most) {
            throw new DomainException("bound of the mean", c, "at most " + most + ", the largest value of a symbol");
        }
        return new Sanov(p, f, possible, c);
    }

    /** c − E[f], with one rounding. */
    private double shortfall(double[] f) {
        int k = possible.length;
        double[] weights = new double[k + 1];
        double[] values = new double[k + 1];
        for (int i = 0; i < k; i++) {
            weights[i] = p.get(possible[i]);
            values[i] = f[possible[i]];
        }
        weights[k] = -1;
        values[k] = bound;
        return 0 - Sums.dot(weights, values);
    }

    /**
     * The root of an increasing function of λ: near the mean of m = Σ p d (e^(λd) − 1), d = f − c, whose terms are all nonnegative; far from it, where these
     * come to their limits, of the logarithm of the parts with d &gt; 0 over those with d &lt; 0.
     */
    private double solve(double unit) {
        boolean near = gain(unit, 1) >= shortfall;
        double low = near ? 0 : unit;
        double high = unit;
        while (!near && logOdds(high)[0] < 0) {
            low = high;
            high *= 2;
        }
        double tilt = low + 0.5 * (high - low);
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] far = near ? new double[2] : logOdds(tilt);
            double residual = near ? gain(tilt, 1) - shortfall : far[0];
            double slope = near ? gain(tilt, 2) : far[1];
            if (residual < 0) {
                low = tilt;
            } else {
                high = tilt;
            }
            double next = tilt - residual / slope;
            if (Math.abs(next - tilt) <= 2 * Math.ulp(tilt)) {
                return next;
            }
            next = next > low && next < high ? next : low + 0.5 * (high - low);
            if (next == tilt || !(low < next && next < high)) {
                return next;
            }
            tilt = next;
        }
        throw new ConvergenceException("the tilt is between " + low + " and " + high, high - low);
    }

    /** Σ p d (e^(λd) − 1) for power 1, and its derivative Σ p d² e^(λd) for power 2. */
    private double gain(double tilt, int power) {
        double[] terms = new double[above.length];
        for (int i = 0; i < terms.length; i++) {
            double d = above[i];
            terms[i] = p.get(possible[i]) * d * (power == 1 ? Math.expm1(tilt * d) : d * Math.exp(tilt * d));
        }
        return Sums.sum(terms);
    }

    /** log Σ⁺ p d e^(λd) − log Σ⁻ p |d| e^(λd) and its derivative, the difference of the two means of d. */
    private double[] logOdds(double tilt) {
        double[] value = new double[2];
        for (int sign = 1; sign >= -1; sign -= 2) {
            double[] exponents = new double[above.length];
            for (int i = 0; i < exponents.length; i++) {
                double d = sign * above[i];
                exponents[i] = d > 0
                        ? p.logProbability(possible[i]) + Math.log(d) + sign * tilt * d
                        : Double.NEGATIVE_INFINITY;
            }
            double total = Logs.logSumExp(exponents, 0, exponents.length);
            value[0] += sign * total;
            for (int i = 0; i < exponents.length; i++) {
                value[1] += sign * above[i] * Math.exp(exponents[i] - total);
            }
        }
        return value;
    }

    /**
     * The exponent min KL(r‖p) over E_r[f] ≥ c.
     *
     * @return D in nats, ≥ 0; 0 where the mean under p reaches c itself
     */
    public double exponent() {
        if (tilt == 0) {
            return 0;
        }
        double[] terms = new double[above.length];
        double[] exponents = exponents();
        for (int i = 0; i < terms.length; i++) {
            terms[i] = p.get(possible[i]) * EntropyTerms.expm1mx(tilt * above[i]);
        }
        // Half of the first part remains near the mean: −½λm.
        double excess = Sums.sum(terms) - tilt * shortfall;
        return Math.abs(excess) <= 0.5 ? 0 - Math.log1p(excess) : 0 - Logs.logSumExp(exponents, 0, exponents.length);
    }

    /**
     * The nearest distribution with such a mean: given the event, a symbol is distributed like this in the limit (the conditional limit theorem).
     *
     * @return r ∝ p e^(λf)
     */
    public Probabilities nearest() {
        double[] exponents = exponents();
        double[] logits = new double[p.size()];
        Arrays.fill(logits, Double.NEGATIVE_INFINITY);
        for (int i = 0; i < exponents.length; i++) {
            logits[possible[i]] = exponents[i];
        }
        return Probabilities.ofLogits(logits);
    }

    /** log p + λ(f − c); for λ = ∞ the classes where f is largest remain. */
    private double[] exponents() {
        double[] exponents = new double[above.length];
        for (int i = 0; i < exponents.length; i++) {
            double d = above[i];
            exponents[i] = p.logProbability(possible[i]) + (d == 0 ? 0 : tilt * d);
        }
        return exponents;
    }

    /**
     * The tilt.
     *
     * @return λ ≥ 0; +∞ where only the largest value remains
     */
    public double tilt() {
        return tilt;
    }

    /**
     * The probability of the event, exactly, by summing over types.
     *
     * @param n the number of symbols, at least 1
     * @return the logarithm of the probability in nats, at most −n D; a mean reaches c, if Σ nᵢ(fᵢ − c) is not below 0 by more than 1e-12 of Σ nᵢ|fᵢ − c|
     * @throws DomainException if n is not positive or there are too many types
     */
    public double logProbability(int n) {
        double[] logs = {Double.NEGATIVE_INFINITY, 0};
        int[] all = new int[p.size()];
        TypeClasses.forEach(possible.length, n, counts -> {
            double[] terms = new double[above.length];
            double size = 0;
            for (int i = 0; i < terms.length; i++) {
                // Shares, not numbers: these sums do not overflow.
                terms[i] = above[i] * ((double) counts[i] / n);
                size += Math.abs(terms[i]);
                all[possible[i]] = counts[i];
            }
            if (Sums.sum(terms) >= -BOUNDARY * size) {
                logs[1] = TypeClasses.logProbability(p, all);
                logs[0] = Logs.logSumExp(logs, 0, 2);
            }
        });
        return logs[0];
    }

    @Override
    public String toString() {
        return "mean ≥ " + bound + " under " + p + ": exponent " + exponent();
    }
}
