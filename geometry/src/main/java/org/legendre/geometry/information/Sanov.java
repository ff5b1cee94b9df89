package org.legendre.geometry.information;

import java.util.Arrays;
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

    private final Probabilities p;
    private final double[] f;
    private final double bound;
    /** c − E_p[f], the distance to go; not positive where the mean is there already. */
    private final double shortfall;

    private final double tilt;

    private Sanov(Probabilities p, double[] f, double bound, double most) {
        this.p = p;
        this.f = f;
        this.bound = bound;
        this.shortfall = shortfall(p, f, bound);
        this.tilt = bound == most ? Double.POSITIVE_INFINITY : shortfall > 0 ? solve() : 0;
    }

    /**
     * The event that the mean of f is at least c.
     *
     * @param p the probabilities of a symbol
     * @param f its value, one for each symbol, finite
     * @param c what the mean is to reach, at most the largest value of a possible symbol
     * @return the event with its exponent
     * @throws DomainException if the lengths differ, a number is not finite or c is out of reach: the event is impossible
     */
    public static Sanov of(Probabilities p, double[] f, double c) {
        DomainException.requireLength("values", f, p.size());
        DomainException.requireFinite("bound of the mean", c);
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < f.length; i++) {
            DomainException.requireFinite("value " + i, f[i]);
            most = p.logProbability(i) > Double.NEGATIVE_INFINITY ? Math.max(most, f[i]) : most;
        }
        if (c > most) {
            throw new DomainException("bound of the mean", c, "at most " + most + ", the largest value of a symbol");
        }
        return new Sanov(p, f.clone(), c, most);
    }

    /** c − E[f], with one rounding. */
    private static double shortfall(Probabilities p, double[] f, double c) {
        double[] weights = Arrays.copyOf(p.toArray(), f.length + 1);
        double[] values = Arrays.copyOf(f, f.length + 1);
        weights[f.length] = -1;
        values[f.length] = c;
        return 0 - Sums.dot(weights, values);
    }

    /**
     * The root of an increasing function of λ: near the mean of m = Σ p d (e^(λd) − 1), d = f − c, whose terms are all nonnegative; far from it, where these
     * come to their limits, of the logarithm of the parts with d &gt; 0 over those with d &lt; 0.
     */
    private double solve() {
        double scale = 0;
        for (int i = 0; i < f.length; i++) {
            scale = p.logProbability(i) > Double.NEGATIVE_INFINITY ? Math.max(scale, Math.abs(f[i] - bound)) : scale;
        }
        double unit = 1 / scale;
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
        double[] terms = new double[f.length];
        for (int i = 0; i < terms.length; i++) {
            double d = f[i] - bound;
            terms[i] = p.get(i) * d * (power == 1 ? Math.expm1(tilt * d) : d * Math.exp(tilt * d));
        }
        return Sums.sum(terms);
    }

    /** log Σ⁺ p d e^(λd) − log Σ⁻ p |d| e^(λd) and its derivative, the difference of the two means of d. */
    private double[] logOdds(double tilt) {
        double[] value = new double[2];
        for (int sign = 1; sign >= -1; sign -= 2) {
            double[] exponents = new double[f.length];
            for (int i = 0; i < exponents.length; i++) {
                double d = sign * (f[i] - bound);
                exponents[i] = d > 0 ? p.logProbability(i) + Math.log(d) + sign * tilt * d : Double.NEGATIVE_INFINITY;
            }
            double total = Logs.logSumExp(exponents, 0, exponents.length);
            value[0] += sign * total;
            for (int i = 0; i < exponents.length; i++) {
                value[1] += sign * (f[i] - bound) * Math.exp(exponents[i] - total);
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
        double[] terms = new double[f.length];
        double[] exponents = exponents();
        for (int i = 0; i < terms.length; i++) {
            terms[i] = p.get(i) * EntropyTerms.expm1mx(tilt * (f[i] - bound));
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
        return Probabilities.ofLogits(exponents());
    }

    /** log p + λ(f − c); for λ = ∞ the classes where f is largest remain. */
    private double[] exponents() {
        double[] exponents = new double[f.length];
        for (int i = 0; i < exponents.length; i++) {
            double d = f[i] - bound;
            exponents[i] = p.logProbability(i) + (d == 0 ? 0 : tilt * d);
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
     * @return the logarithm of the probability in nats, at most −n D; a mean on the boundary reaches it, if it does so to 1e-12
     * @throws DomainException if n is not positive or there are too many types
     */
    public double logProbability(int n) {
        double[] logs = {Double.NEGATIVE_INFINITY, 0};
        double scale = 0;
        for (double value : f) {
            scale = Math.max(scale, Math.abs(value - bound));
        }
        double tolerance = 1e-12 * scale * n;
        TypeClasses.forEach(p.size(), n, counts -> {
            double sum = 0;
            for (int i = 0; i < f.length; i++) {
                sum += counts[i] * (f[i] - bound);
            }
            if (sum >= -tolerance) {
                logs[1] = TypeClasses.logProbability(p, counts);
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
