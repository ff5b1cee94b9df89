package org.legendre.properties;

import java.util.Arrays;
import java.util.List;
import org.legendre.properties.Sample.Spread;

/** What entropies with an order are at the orders that have a name, between them, and of independent pairs. */
final class EntropyLaws {
    /** So near 1 that the first order of the distance from it is hardly above rounding. */
    private static final double STEP = 0x1p-46;

    private static final double[] ORDERS = {0, 0.25, 0.5, 0.75, 1, 1.5, 2, 4, 16, Double.POSITIVE_INFINITY};

    private EntropyLaws() {}

    static List<Law<EntropySubject>> all() {
        return List.of(named(), limits(), order(), products(), degrees());
    }

    private interface OnPair {
        Finding at(EntropySubject subject, double[] p, double[] r);
    }

    private static Law<EntropySubject> law(
            String id, String statement, String source, double resolution, OnPair examination) {
        return Law.forAll(
                EntropySubject.class,
                id,
                statement,
                source,
                resolution,
                (subject, sample) ->
                        examination.at(subject, Grid.coarse(sample.point()), Grid.coarse(sample.second())));
    }

    private static Finding same(double a, double b, double[] p, String what) {
        return Comparison.equal(a, b, p.length, () -> what + " of p = " + Arrays.toString(p) + ": " + a + " and " + b);
    }

    private static Law<EntropySubject> named() {
        return law(
                "entropy-named",
                "H_0 = log |support|, H_1 = −Σ p log p, H_2 = −log Σ p² and H_∞ = −log max p for Rényi; |support| − 1, −Σ p log p and 1 − Σ p² for Tsallis",
                "A. Rényi (1961); C. Tsallis (1988)",
                1e-12,
                (subject, p, r) -> {
                    double support =
                            (double) Arrays.stream(p).filter(x -> x > 0).count();
                    double squares = Arrays.stream(p).map(x -> x * x).sum();
                    // Σ p (1 − p), by what the others sum to.
                    double gini = 0;
                    for (int i = 0; i < p.length; i++) {
                        for (int j = 0; j < p.length; j++) {
                            gini += i == j ? 0 : p[i] * p[j];
                        }
                    }
                    double largest = Arrays.stream(p).max().orElseThrow();
                    return same(subject.renyi(p, 0), Math.log(support), p, "Rényi's order 0")
                            .or(same(subject.renyi(p, 1), shannon(p), p, "Rényi's order 1"))
                            .or(same(
                                    subject.renyi(p, 2),
                                    gini < 0.5 ? -Math.log1p(-gini) : -Math.log(squares),
                                    p,
                                    "Rényi's order 2"))
                            .or(same(
                                    subject.renyi(p, Double.POSITIVE_INFINITY),
                                    -Math.log(largest),
                                    p,
                                    "Rényi's order ∞"))
                            .or(same(subject.tsallis(p, 0), support - 1, p, "Tsallis' order 0"))
                            .or(same(subject.tsallis(p, 1), shannon(p), p, "Tsallis' order 1"))
                            .or(same(subject.tsallis(p, 2), gini, p, "Tsallis' order 2"));
                });
    }

    private static double shannon(double[] p) {
        double sum = 0;
        for (double x : p) {
            sum -= x == 0 ? 0 : x * Math.log(x);
        }
        return sum;
    }

    private static Law<EntropySubject> limits() {
        return law(
                "entropy-limits",
                "H_a → −Σ p log p for a → 1, from both sides, for Rényi, Tsallis and (degree too) Sharma–Mittal",
                "A. Rényi (1961); B. D. Sharma and D. P. Mittal (1975)",
                1e-12,
                (subject, p, r) -> {
                    double limit = shannon(p);
                    double second = limit * limit;
                    for (double x : p) {
                        second += x == 0 ? 0 : x * Math.log(x) * Math.log(x);
                    }
                    double bound = STEP * second + Rounding.ofTerms(p.length, limit);
                    double worst = 0;
                    for (double order : new double[] {1 - STEP, 1 + STEP}) {
                        for (double value : new double[] {
                            subject.renyi(p, order),
                            subject.tsallis(p, order),
                            subject.sharmaMittal(p, order, 1),
                            subject.sharmaMittal(p, 1, order),
                            subject.sharmaMittal(p, order, 2 - order)
                        }) {
                            double distance = Math.abs(value - limit);
                            worst = distance <= worst ? worst : distance;
                        }
                    }
                    double most = worst;
                    return Finding.of(
                            most, bound, limit, () -> "p = " + Arrays.toString(p) + ": " + most + " from " + limit);
                });
    }

    private static Law<EntropySubject> order() {
        return law(
                "entropy-order",
                "0 ≤ H_b ≤ H_a ≤ log |support| for a ≤ b (Rényi), with equality for a uniform distribution",
                "A. Rényi (1961); C. Beck and F. Schlögl, Thermodynamics of Chaotic Systems (1993), section 5.3",
                1e-12,
                (subject, p, r) -> {
                    double before = Math.log(
                            (double) Arrays.stream(p).filter(x -> x > 0).count());
                    Finding worst = Finding.nothing("certain");
                    for (double order : ORDERS) {
                        double value = subject.renyi(p, order);
                        double larger = before;
                        worst = worst.or(Comparison.atMost(
                                        value,
                                        larger,
                                        p.length,
                                        () -> "order " + order + " of p = " + Arrays.toString(p) + ": " + value
                                                + " after " + larger))
                                .or(Comparison.holds(value >= 0, () -> "order " + order + ": " + value));
                        before = value;
                        double[] uniform = {0.25, 0.25, 0, 0.25, 0.25};
                        worst = worst.or(same(subject.renyi(uniform, order), Math.log(4), uniform, "order " + order));
                    }
                    return worst;
                });
    }

    private static Law<EntropySubject> products() {
        Law<EntropySubject> law = law(
                "entropy-products",
                "H_a(p × r) = H_a(p) + H_a(r) for Rényi, and S_a(p × r) = S_a(p) + S_a(r) + (1 − a) S_a(p) S_a(r) for Tsallis",
                "A. Rényi (1961), postulate 4; C. Tsallis (1988)",
                1e-11,
                (subject, p, r) -> {
                    double[] product = Grid.product(p, r);
                    Finding worst = Finding.nothing("no order");
                    for (double order : ORDERS) {
                        worst = worst.or(same(
                                subject.renyi(product, order),
                                subject.renyi(p, order) + subject.renyi(r, order),
                                product,
                                "Rényi's order " + order));
                        if (Double.isFinite(order)) {
                            double a = subject.tsallis(p, order);
                            double b = subject.tsallis(r, order);
                            double whole = subject.tsallis(product, order);
                            double bound = Rounding.ofTerms(product.length, a + b + Math.abs(1 - order) * a * b);
                            worst = worst.or(Finding.of(
                                    Math.abs(whole - (a + b + (1 - order) * a * b)),
                                    bound,
                                    whole,
                                    () -> "Tsallis' order " + order + " of " + Arrays.toString(p) + " and "
                                            + Arrays.toString(r) + ": " + whole));
                        }
                    }
                    return worst;
                });
        return law.on(Spread.MODERATE, Spread.WIDE);
    }

    private static Law<EntropySubject> degrees() {
        return law(
                "sharma-mittal-special",
                "Sharma and Mittal's entropy of degree b is Rényi's for b = 1, Tsallis' for b = a, and 1 + (1 − b) H_(a,b) = e^((1−b) H_a)",
                "F. Nielsen and R. Nock, J. Phys. A 45 (2012)",
                1e-12,
                (subject, p, r) -> {
                    Finding worst = Finding.nothing("no order");
                    for (double order : new double[] {0.25, 0.5, 1, 2, 4}) {
                        worst = worst.or(
                                        same(subject.sharmaMittal(p, order, 1), subject.renyi(p, order), p, "degree 1"))
                                .or(same(
                                        subject.sharmaMittal(p, order, order),
                                        subject.tsallis(p, order),
                                        p,
                                        "degree " + order))
                                .or(same(
                                        subject.sharmaMittal(p, order, 1.5),
                                        -2 * Math.expm1(-0.5 * subject.renyi(p, order)),
                                        p,
                                        "degree 1.5, order " + order));
                    }
                    return worst;
                });
    }
}
