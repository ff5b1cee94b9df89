package org.legendre.geometry.information;

import org.legendre.geometry.DomainException;
import org.legendre.geometry.Probabilities;
import org.legendre.geometry.special.EntropyTerms;
import org.legendre.geometry.special.Logs;
import org.legendre.geometry.special.Sums;

/**
 * Entropies with an order, in nats ({@link org.legendre.geometry.Bits#ofNats} converts). Each is continuous in its orders, Shannon's entropy
 * {@link Probabilities#entropy} being the value at 1, and exact near it: no limit is reached by a difference of numbers that nearly agree.
 *
 * <p>Formula: all are made of S = Σ p (e^((a−1) log p) − 1) = Σ pᵃ − 1, whose terms have one sign.
 *
 * <p>Error: relative error at most 1e-13, given the probabilities; what their sum lacks of 1 adds as much.
 */
public final class Entropies {
    /** Below this 1 + S cancels. */
    private static final double FAR = -0.5;

    private Entropies() {}

    /**
     * The Rényi entropy log Σ pᵃ/(1 − a) of order a: the logarithm of the number of possible classes (Hartley) for a = 0, Shannon's entropy for a = 1,
     * −log Σ p² (collision) for a = 2, −log max p (minimum) for a = ∞. It never rises with the order.
     *
     * <p>Source: A. Rényi, On measures of entropy and information, Proc. 4th Berkeley Symposium 1 (1961), equation 1.21.
     *
     * @param p probabilities
     * @param order a, in [0, ∞]
     * @return the entropy in nats, in [0, log k]
     * @throws DomainException if the order is negative or NaN
     */
    public static double renyi(Probabilities p, double order) {
        if (order == Double.POSITIVE_INFINITY) {
            return minimum(p);
        }
        DomainException.requireNonnegative("order", order);
        if (order == 1) {
            return p.entropy();
        }
        double excess = excess(p, order);
        return excess >= FAR ? Math.log1p(excess) / (1 - order) + 0.0 : fromMinimum(p, order);
    }

    /**
     * The Tsallis entropy (1 − Σ pᵃ)/(a − 1) of order a: one less than the number of possible classes for a = 0, Shannon's entropy for a = 1, the Gini
     * index 1 − Σ p² for a = 2.
     *
     * <p>Source: J. Havrda and F. Charvát, Kybernetika 3 (1967); C. Tsallis, Possible generalization of Boltzmann–Gibbs statistics, J. Stat. Phys. 52
     * (1988), equation 1.
     *
     * @param p probabilities
     * @param order a, nonnegative and finite
     * @return the entropy, ≥ 0
     * @throws DomainException if the order is negative or not finite
     */
    public static double tsallis(Probabilities p, double order) {
        DomainException.requireNonnegative("order", order);
        return order == 1 ? p.entropy() : excess(p, order) / (1 - order) + 0.0;
    }

    /**
     * The Sharma–Mittal entropy ((Σ pᵃ)^((1−b)/(1−a)) − 1)/(1 − b) of order a and degree b: Rényi's for b = 1, Tsallis' for b = a, Shannon's where
     * both are 1.
     *
     * <p>Formula: (e^((1−b) H) − 1)/(1 − b) of the Rényi entropy H of order a.
     *
     * <p>Source: B. D. Sharma and D. P. Mittal, New non-additive measures of entropy for discrete probability distributions, J. Math. Sci. 10 (1975);
     * F. Nielsen and R. Nock, A closed-form expression for the Sharma–Mittal entropy of exponential families, J. Phys. A 45 (2012), equation 1.
     *
     * @param p probabilities
     * @param order a, in [0, ∞]
     * @param degree b, finite
     * @return the entropy, ≥ 0; relative error at most 1e-13 (1 + |1 − b| H)
     * @throws DomainException if the order is negative or NaN, or the degree is not finite
     */
    public static double sharmaMittal(Probabilities p, double order, double degree) {
        DomainException.requireFinite("degree", degree);
        double renyi = renyi(p, order);
        return degree == 1 ? renyi : EntropyTerms.expm1Over((1 - degree) * renyi, 1 - degree);
    }

    private static double minimum(Probabilities p) {
        double log = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < p.size(); i++) {
            log = Math.max(log, p.logProbability(i));
        }
        return 0 - log;
    }

    private static double excess(Probabilities p, double order) {
        double[] terms = new double[p.size()];
        for (int i = 0; i < terms.length; i++) {
            double log = p.logProbability(i);
            if (log > Double.NEGATIVE_INFINITY) {
                double exponent = (order - 1) * log;
                // A probability that underflows may have a power that does not.
                terms[i] = exponent > 1 ? Math.exp(order * log) - p.get(i) : p.get(i) * Math.expm1(exponent);
            }
        }
        return Sums.sum(terms);
    }

    /** With the minimum entropy h: a h/(a − 1) + log Σ e^(a (log p + h))/(1 − a), where powers of the greatest probability do not overflow. */
    private static double fromMinimum(Probabilities p, double order) {
        double minimum = minimum(p);
        double[] exponents = new double[p.size()];
        for (int i = 0; i < exponents.length; i++) {
            exponents[i] = order * (p.logProbability(i) + minimum);
        }
        return order / (order - 1) * minimum + Logs.logSumExp(exponents, 0, exponents.length) / (1 - order);
    }
}
