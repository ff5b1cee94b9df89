package org.legendre.geometry.family;

import java.util.random.RandomGenerator;
import org.legendre.geometry.Probabilities;
import org.legendre.geometry.special.GammaRemainder;
import org.legendre.geometry.special.Sums;

/**
 * Probabilities and entropies of binomial and multinomial counts.
 *
 * <p>With D(x; μ) = x log(x/μ) − x + μ and s(x) = log x! − x log x + x the logarithm of a binomial probability is
 * −log P(x) = D(x; np) + D(n − x; nq) + s(x) + s(n − x) − s(n), in which no large terms cancel (C. Loader, Fast and accurate computation of binomial
 * probabilities, 2000).
 */
final class BinomialKernel {
    /** A wider distribution is summed at every third part of its standard deviation only. */
    private static final double WIDE = 12;

    private BinomialKernel() {}

    /** log P(x) of a count 0 ≤ x ≤ n. */
    static double logProbability(double x, double n, double p) {
        if (p == 0 || p == 1) {
            return (p == 0) == (x == 0) && (p == 1) == (x == n) ? 0 : Double.NEGATIVE_INFINITY;
        }
        double q = 1 - p;
        return logProbability(new Chances(n, p, q), x, n - x, Math.fma(-n, p, x));
    }

    /** log P(x) of multinomial counts x that sum to n: Σ xᵢ log(npᵢ/xᵢ) − Σ s(xᵢ) + s(n), the first through D(xᵢ; npᵢ). */
    static double logProbability(double[] x, double n, Probabilities p) {
        double sum = 0;
        double[] excess = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            if (x[i] == n) {
                return n * p.logProbability(i);
            }
            excess[i] = Math.fma(-n, p.get(i), x[i]);
            if (x[i] > 0 && p.get(i) >= Double.MIN_NORMAL) {
                sum += PoissonKernel.deviance(x[i], -excess[i], n * p.get(i)) - stirling(x[i]);
            } else if (x[i] > 0) {
                sum += x[i] * (Math.log(n / x[i]) + p.logProbability(i) + 1) - n * p.get(i) - stirling(x[i]);
            } else {
                sum -= n * p.get(i);
            }
        }
        // Σ (xᵢ − npᵢ) is 0 only up to the rounding of the probabilities.
        return sum - Sums.sum(excess) + stirling(n);
    }

    /** The trials with both probabilities, each to its own relative accuracy. */
    private record Chances(double n, double p, double q) {
        double deviation() {
            return Math.sqrt(n * p * q);
        }
    }

    /** log P at real x, where y = n − x and d = x − np. */
    private static double logProbability(Chances t, double x, double y, double d) {
        if (x == 0) {
            return t.n * logarithm(t.q, t.p);
        }
        if (y == 0) {
            return t.n * logarithm(t.p, t.q);
        }
        return PoissonKernel.deviance(x, -d, t.n * t.p)
                + PoissonKernel.deviance(y, d, t.n * t.q)
                - (stirling(x) + (stirling(y) - stirling(t.n)));
    }

    /** log p = log(1 − q) by the smaller of the two. */
    private static double logarithm(double p, double q) {
        return p < q ? Math.log(p) : Math.log1p(-q);
    }

    /** s(x) = log x! − x log x + x, with s(0) = 0. */
    static double stirling(double x) {
        return x == 0 ? 0 : Math.log(x) + GammaRemainder.value(x);
    }

    /** What is averaged over the counts x, given y = n − x and d = x − np. */
    private interface Term {
        double at(double x, double y, double d);
    }

    private static double expectation(Chances t, Term term) {
        double deviation = t.deviation();
        boolean wide = deviation > WIDE;
        double x0 = wide ? t.n * t.p : Math.min(t.n, Math.floor((t.n + 1) * t.p));
        double y0 = wide ? t.n * t.q : t.n - x0;
        double d0 = wide ? 0 : t.p <= t.q ? Math.fma(-t.n, t.p, x0) : Math.fma(t.n, t.q, -y0);
        LatticeRule rule = LatticeRule.outwards(
                x0, 0, t.n, wide ? deviation / 3 : 1, (x, d) -> logProbability(t, x, y0 - d, d0 + d));
        double sum = 0;
        double total = 0;
        for (int i = 0; i < rule.size(); i++) {
            double d = rule.offset(i);
            double weight = rule.weight(i);
            total += weight;
            sum += weight * term.at(rule.point(i), y0 - d, d0 + d);
        }
        // The weights sum to 1 up to the rounding of the common s(n), which cancels here.
        return sum / total;
    }

    static double entropy(double n, double p) {
        if (p == 0 || p == 1) {
            return 0;
        }
        Chances t = new Chances(n, p, 1 - p);
        return expectation(t, (x, y, d) -> 0 - logProbability(t, x, y, d));
    }

    static long sample(long n, double p, RandomGenerator random) {
        if (p == 0 || p == 1) {
            return p == 0 ? 0 : n;
        }
        double trials = (double) n;
        long mode = Math.min(n, (long) ((trials + 1) * p));
        double top = logProbability((double) mode, trials, p);
        LogConcaveSampler.LogRatio ratio = d -> {
            long x = mode + d;
            return x >= 0 && x <= n ? logProbability((double) x, trials, p) - top : Double.NEGATIVE_INFINITY;
        };
        return mode + new LogConcaveSampler(ratio, Math.sqrt(2 * trials * p * (1 - p))).sample(random);
    }

    /**
     * The entropy of multinomial counts, Σᵢ E[D(Xᵢ; npᵢ) + s(Xᵢ)] − s(n): for −log P(x) is the same without the expectation, and only binomial
     * marginals are left. s(n) is taken from the most probable class, whose s(X) it nearly equals where one class has nearly all.
     */
    static double entropy(double n, double[] p) {
        int largest = 0;
        for (int i = 1; i < p.length; i++) {
            largest = p[i] > p[largest] ? i : largest;
        }
        double others = 0;
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            if (i != largest) {
                others += p[i];
                sum += share(new Chances(n, p[i], 1 - p[i]), 0);
            }
        }
        return sum + share(new Chances(n, p[largest], others), stirling(n));
    }

    /** E[D(X; np) + s(X)] − part. */
    private static double share(Chances t, double part) {
        return expectation(
                t,
                (x, y, d) ->
                        x == 0 ? t.n * t.p - part : (stirling(x) - part) - PoissonKernel.deviance(x, -d, t.n * t.p));
    }
}
