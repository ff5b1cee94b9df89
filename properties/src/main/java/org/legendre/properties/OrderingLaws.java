package org.legendre.properties;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** Inequalities between divergences of finite distributions, looked at where they are equalities too: near uniform, at half overlap, under a condition. */
final class OrderingLaws {
    private static final double[] ORDERS = {0, 0.0625, 0.5, 0.9375, 1, 1.0625, 2, 5, Double.POSITIVE_INFINITY};

    private OrderingLaws() {}

    static List<Law<OrderingSubject>> all() {
        return List.of(
                law(
                        "pinsker",
                        "2 TV(p, q)² ≤ KL(p‖q), in nats",
                        "I. Csiszár (1967); S. Kullback, IEEE Trans. Inf. Theory 13 (1967), with the constant 2",
                        1e-11,
                        (subject, p, q) -> {
                            double variation = subject.totalVariation(p, q);
                            return new Sides(2 * variation * variation, subject.kl(p, q));
                        }),
                law(
                        "bretagnolle-huber",
                        "TV(p, q)² ≤ 1 − exp(−KL(p‖q))",
                        "J. Bretagnolle and C. Huber, Estimation des densités: risque minimax (1979)",
                        1e-11,
                        (subject, p, q) -> {
                            double variation = subject.totalVariation(p, q);
                            return new Sides(variation * variation, -Math.expm1(-subject.kl(p, q)));
                        }),
                law(
                        "kl-chi-squared",
                        "KL(p‖q) ≤ log(1 + χ²(p‖q)), the same argument order",
                        "A. L. Gibbs and F. E. Su, On choosing and bounding probability metrics, Int. Stat. Rev. 70 (2002)",
                        1e-12,
                        (subject, p, q) -> new Sides(subject.kl(p, q), Math.log1p(subject.chiSquared(p, q)))),
                law(
                        "hellinger-below-variation",
                        "H²(p, q) ≤ TV(p, q), H² = 1 − Σ√(pq)",
                        "L. Le Cam, Asymptotic Methods in Statistical Decision Theory (1986)",
                        1e-12,
                        (subject, p, q) -> new Sides(subject.hellingerSquared(p, q), subject.totalVariation(p, q))),
                law(
                        "variation-below-hellinger",
                        "TV(p, q)² ≤ H²(p, q)(2 − H²(p, q)), H² = 1 − Σ√(pq)",
                        "L. Le Cam, Asymptotic Methods in Statistical Decision Theory (1986)",
                        1e-12,
                        (subject, p, q) -> {
                            double variation = subject.totalVariation(p, q);
                            double hellinger = subject.hellingerSquared(p, q);
                            return new Sides(variation * variation, hellinger * (2 - hellinger));
                        }),
                law(
                        "hellinger-kl",
                        "H²(p, q) ≤ 1 − exp(−½ KL(p‖q)), H² = 1 − Σ√(pq): Rényi's divergence of order ½ is below that of order 1",
                        "A. L. Gibbs and F. E. Su (2002); by Jensen's inequality",
                        1e-12,
                        (subject, p, q) ->
                                new Sides(subject.hellingerSquared(p, q), -Math.expm1(-0.5 * subject.kl(p, q)))),
                law(
                        "jensen-shannon-variation",
                        "JS(p, q) ≤ log 2 · TV(p, q), in nats",
                        "J. Lin, IEEE Trans. Inf. Theory 37 (1991)",
                        1e-12,
                        (subject, p, q) ->
                                new Sides(subject.jensenShannon(p, q), Math.log(2) * subject.totalVariation(p, q))),
                monotone());
    }

    /** What is to be at most what. */
    private record Sides(double smaller, double larger) {}

    private interface Inequality {
        Sides of(OrderingSubject subject, double[] p, double[] q);
    }

    private static Law<OrderingSubject> law(
            String id, String statement, String source, double resolution, Inequality inequality) {
        return Law.forAll(OrderingSubject.class, id, statement, source, resolution, (subject, sample) -> {
            Finding worst = Finding.nothing("no pair");
            for (double[][] pair : pairs(sample)) {
                Sides sides = inequality.of(subject, pair[0], pair[1]);
                Finding finding = Comparison.atMost(
                        sides.smaller, sides.larger, pair[0].length, detail(pair, sides.smaller, sides.larger));
                worst = worst.or(finding);
            }
            return worst;
        });
    }

    private static Law<OrderingSubject> monotone() {
        return Law.forAll(
                OrderingSubject.class,
                "renyi-monotone",
                "D_a(p‖q) ≤ D_b(p‖q) for 0 ≤ a ≤ b ≤ ∞: Rényi's divergence does not fall as its order rises",
                "T. van Erven and P. Harremoës, IEEE Trans. Inf. Theory 60 (2014), theorem 3",
                1e-12,
                (subject, sample) -> {
                    Finding worst = Finding.nothing("no pair");
                    for (double[][] pair : pairs(sample)) {
                        double below = subject.renyi(pair[0], pair[1], ORDERS[0]);
                        for (int i = 1; i < ORDERS.length; i++) {
                            double above = subject.renyi(pair[0], pair[1], ORDERS[i]);
                            double order = ORDERS[i];
                            double lower = below;
                            worst = worst.or(Comparison.atMost(
                                    lower,
                                    above,
                                    pair[0].length,
                                    () -> detail(pair, lower, above).get() + ", the latter of order " + order));
                            below = above;
                        }
                    }
                    return worst;
                });
    }

    private static Supplier<String> detail(double[][] pair, double smaller, double larger) {
        return () -> "p = " + Arrays.toString(pair[0]) + ", q = " + Arrays.toString(pair[1]) + ": " + smaller + " and "
                + larger;
    }

    /** A pair of the sample, and pairs at which one or the other inequality is an equality or next to one. */
    static List<double[][]> pairs(Sample sample) {
        double a = Grid.weight(sample.point()[0]);
        double step = Math.scalb(0.5 * Grid.weight(sample.displacement()[0]), -20);
        double d = 0.5 * a;
        double rest = Math.scalb(a, -36);
        return List.of(
                new double[][] {Grid.fine(sample.point()), Grid.fine(sample.second())},
                // TV = d, KL = 2d² + O(d⁴)
                new double[][] {{0.5 + step, 0.5 - step}, {0.5, 0.5}},
                // H² = TV = 1 − a, JS = log 2 · TV
                new double[][] {{a, 1 - a, 0}, {a, 0, 1 - a}},
                // TV = 2d, (1 − H²)² = 1 − 4d²
                new double[][] {{0.5 + d, 0.5 - d}, {0.5 - d, 0.5 + d}},
                // p is q under a condition of probability ½: of every order, log 2
                new double[][] {{a, 1 - a, 0}, {0.5 * a, 0.5 * (1 - a), 0.5}},
                // TV = 1 − s and KL = −log s
                new double[][] {{1, 0}, {rest, 1 - rest}});
    }
}
