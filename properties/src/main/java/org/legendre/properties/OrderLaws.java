package org.legendre.properties;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** What divergences with an order are at the orders that have a name, and under an exchange of the arguments. */
final class OrderLaws {
    /** So near a limit that the first order of the distance from it is below rounding in all but extreme pairs. */
    private static final double STEP = 0x1p-46;

    private OrderLaws() {}

    static List<Law<OrderingSubject>> all() {
        return List.of(renyiSkew(), renyiNamed(), renyiLimits(), alphaSkew(), alphaNamed(), alphaLimits());
    }

    private interface OnPair {
        Finding at(OrderingSubject subject, Pair pair);
    }

    private static Law<OrderingSubject> law(
            String id, String statement, String source, double resolution, OnPair examination) {
        return Law.forAll(
                OrderingSubject.class,
                id,
                statement,
                source,
                resolution,
                (subject, sample) -> examination.at(subject, new Pair(sample)));
    }

    private static Law<OrderingSubject> renyiSkew() {
        return law(
                "renyi-skew",
                "(1 − a) D_a(p‖q) = a D_(1−a)(q‖p) for 0 < a < 1",
                "T. van Erven and P. Harremoës, IEEE Trans. Inf. Theory 60 (2014), proposition 2",
                1e-12,
                (subject, x) -> x.same(
                        (1 - x.weight) * subject.renyi(x.p, x.q, x.weight),
                        x.weight * subject.renyi(x.q, x.p, 1 - x.weight),
                        "order " + x.weight));
    }

    private static Law<OrderingSubject> renyiNamed() {
        return law(
                "renyi-named",
                "1 − exp(−½ D_½) = H², D_1 = KL, D_2 = log(1 + χ²) and D_∞ = log max p/q, all of (p‖q)",
                "T. van Erven and P. Harremoës, IEEE Trans. Inf. Theory 60 (2014), sections I and II",
                1e-12,
                (subject, x) -> x.same(
                                -Math.expm1(-0.5 * subject.renyi(x.p, x.q, 0.5)),
                                subject.hellingerSquared(x.p, x.q),
                                "order ½")
                        .or(x.same(subject.renyi(x.p, x.q, 1), subject.kl(x.p, x.q), "order 1"))
                        .or(x.same(subject.renyi(x.p, x.q, 2), Math.log1p(subject.chiSquared(x.p, x.q)), "order 2"))
                        .or(x.same(subject.renyi(x.p, x.q, Double.POSITIVE_INFINITY), x.largest, "order ∞")));
    }

    private static Law<OrderingSubject> renyiLimits() {
        return law(
                "renyi-limits",
                "D_a(p‖q) → KL(p‖q) for a → 1 and → −log Q(p > 0) for a → 0, which is not KL(q‖p)",
                "T. van Erven and P. Harremoës, IEEE Trans. Inf. Theory 60 (2014), theorems 4 and 5",
                1e-12,
                (subject, x) -> {
                    double atZero = x.zeroOrder();
                    Finding zero = x.near(
                                    subject.renyi(x.p, x.q, STEP), atZero, STEP * (2 * x.spread + atZero), "a → 0")
                            .or(x.same(subject.renyi(x.p, x.q, 0), atZero, "order 0"));
                    if (!x.firstInSecond) {
                        return zero;
                    }
                    double kl = subject.kl(x.p, x.q);
                    double second = STEP * x.secondMoment();
                    return zero.or(x.near(subject.renyi(x.p, x.q, 1 - STEP), kl, second, "a → 1 from below"))
                            .or(x.near(subject.renyi(x.p, x.q, 1 + STEP), kl, second, "a → 1 from above"));
                });
    }

    private static Law<OrderingSubject> alphaSkew() {
        return law(
                "alpha-skew",
                "D^(α)(p‖q) = D^(−α)(q‖p): changing the sign of α swaps the arguments",
                "S. Amari and H. Nagaoka, Methods of Information Geometry (2000), section 3.5",
                1e-12,
                (subject, x) -> {
                    Finding worst = Finding.nothing("no order");
                    for (double alpha : new double[] {x.weight, 1, 1 + x.weight, 3}) {
                        worst = worst.or(x.same(
                                subject.alpha(x.p, x.q, alpha), subject.alpha(x.q, x.p, -alpha), "α = " + alpha));
                    }
                    return worst;
                });
    }

    private static Law<OrderingSubject> alphaNamed() {
        return law(
                "alpha-named",
                "D^(−1) = KL(p‖q), D^(1) = KL(q‖p), D^(0) = 4H², D^(−3) = ½χ²(p‖q)",
                "S. Amari and H. Nagaoka, Methods of Information Geometry (2000), section 3.5",
                1e-12,
                (subject, x) -> x.same(subject.alpha(x.p, x.q, -1), subject.kl(x.p, x.q), "α = −1")
                        .or(x.same(subject.alpha(x.p, x.q, 1), subject.kl(x.q, x.p), "α = 1"))
                        .or(x.same(subject.alpha(x.p, x.q, 0), 4 * subject.hellingerSquared(x.p, x.q), "α = 0"))
                        .or(x.same(subject.alpha(x.p, x.q, -3), 0.5 * subject.chiSquared(x.p, x.q), "α = −3")));
    }

    private static Law<OrderingSubject> alphaLimits() {
        return law(
                "alpha-limits",
                "D^(α)(p‖q) → KL(p‖q) for α → −1 and → KL(q‖p) for α → 1",
                "S. Amari and H. Nagaoka, Methods of Information Geometry (2000), section 3.5",
                1e-12,
                (subject, x) -> {
                    if (!x.firstInSecond) {
                        return Finding.nothing("q excludes what p allows");
                    }
                    double kl = subject.kl(x.p, x.q);
                    double second = STEP * (x.secondMoment() + kl + kl * kl);
                    Finding worst = Finding.nothing("no order");
                    for (double alpha : new double[] {-1 + STEP, -1 - STEP}) {
                        worst = worst.or(x.near(subject.alpha(x.p, x.q, alpha), kl, second, "α → −1"))
                                .or(x.near(subject.alpha(x.q, x.p, -alpha), kl, second, "α → 1"));
                    }
                    return worst;
                });
    }

    /** Two distributions and what a law has to know of their ratios. */
    private static final class Pair {
        private final double[] p;
        private final double[] q;
        private final double weight;
        private final boolean firstInSecond;
        /** max log p/q where p > 0. */
        private final double largest;
        /** max |log p/q| where both are > 0. */
        private final double spread;

        Pair(Sample sample) {
            p = Grid.fine(sample.point());
            q = Grid.fine(sample.second());
            weight = Grid.weight(sample.direction()[0]);
            boolean within = true;
            double largestRatio = Double.NEGATIVE_INFINITY;
            double widest = 0;
            for (int i = 0; i < p.length; i++) {
                if (p[i] > 0) {
                    double ratio = logRatio(i);
                    within &= q[i] > 0;
                    largestRatio = Math.max(largestRatio, ratio);
                    widest = Math.max(widest, q[i] > 0 ? Math.abs(ratio) : 0);
                }
            }
            firstInSecond = within;
            largest = largestRatio;
            spread = widest;
        }

        private double logRatio(int i) {
            double w = (p[i] - q[i]) / q[i];
            return Math.abs(w) <= 0.5 ? Math.log1p(w) : Math.log(p[i] / q[i]);
        }

        /** E_p[(log p/q)²]: half of it times a − 1 is what the order a is off the order 1. */
        double secondMoment() {
            double sum = 0;
            for (int i = 0; i < p.length; i++) {
                sum += p[i] > 0 ? p[i] * logRatio(i) * logRatio(i) : 0;
            }
            return sum;
        }

        /** −log Q(p > 0), by the smaller of the two sums. */
        double zeroOrder() {
            double without = 0;
            double with = 0;
            for (int i = 0; i < p.length; i++) {
                without += p[i] == 0 ? q[i] : 0;
                with += p[i] > 0 ? q[i] : 0;
            }
            return without <= 0.5 ? 0 - Math.log1p(-without) : -Math.log(with);
        }

        Finding same(double a, double b, String what) {
            return Comparison.equal(a, b, p.length, detail(a, b, what));
        }

        /** Equal but for what the distance from the limit makes. */
        Finding near(double value, double limit, double off, String what) {
            if (value == limit) {
                return Double.isInfinite(limit) ? Finding.nothing("infinite") : same(value, limit, what);
            }
            double bound = off + Rounding.ofTerms(p.length, Math.abs(limit));
            return new Finding(
                    Math.abs(value - limit), bound, bound <= Finding.SHARP * limit, detail(value, limit, what));
        }

        private Supplier<String> detail(double a, double b, String what) {
            return () -> what + ", p = " + Arrays.toString(p) + ", q = " + Arrays.toString(q) + ": " + a + " and " + b;
        }
    }
}
