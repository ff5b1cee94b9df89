package org.legendre.properties;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import org.legendre.geometry.Probabilities;
import org.legendre.geometry.special.RelativeEntropy;
import org.legendre.properties.Sample.Spread;

/** Kullback–Leibler divergences and entropies as energy, money, bits and chances: each theorem with its own sums. */
final class CostLaws {
    private static final String BOOK =
            "T. M. Cover and J. A. Thomas, Elements of Information Theory (2nd edition, 2006), ";
    private static final double LOG_2 = Math.log(2);
    /** The length of messages and of the sequences that are looked at one by one. */
    private static final int MESSAGE = 400;

    private static final int SEQUENCE = 5;

    private CostLaws() {}

    static List<Law<CostSubject>> all() {
        return List.of(freeEnergy(), growth(), surprise(), prefixCode(), arithmeticCode(), exponent(), typicalSet());
    }

    private static Law<CostSubject> law(
            String id,
            String statement,
            String source,
            double resolution,
            BiFunction<CostSubject, Sample, Finding> examination) {
        return Law.forAll(CostSubject.class, id, statement, source, resolution, examination)
                .on(Spread.MODERATE, Spread.WIDE);
    }

    private static double kl(double[] p, double[] q) {
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            sum += RelativeEntropy.term(p[i], q[i]);
        }
        return sum;
    }

    private static double entropy(double[] p) {
        double sum = 0;
        for (double x : p) {
            sum -= x == 0 ? 0 : x * Math.log(x);
        }
        return sum;
    }

    private static Law<CostSubject> freeEnergy() {
        return law(
                "free-energy",
                "F(q) = E_q[E] − T H(q) and F(q) − F(p) = T KL(q‖p) for the Gibbs law p ∝ e^(−E/T), where F(p) = −T log Σ e^(−E/T)",
                "D. J. C. MacKay, Information Theory, Inference, and Learning Algorithms (2003), section 33.1",
                1e-12,
                (subject, sample) -> {
                    double[] q = Grid.fine(sample.point());
                    double[] energies = Arrays.stream(sample.direction())
                            .map(x -> Math.max(-20, Math.min(20, x)))
                            .toArray();
                    double t = 1 + Grid.weight(sample.direction()[0]);
                    double partition = 0;
                    double mean = 0;
                    double sizes = t * entropy(q);
                    for (int i = 0; i < q.length; i++) {
                        partition += Math.exp(-energies[i] / t);
                        mean += q[i] * energies[i];
                        sizes += Math.abs(energies[i]);
                    }
                    double own = mean - t * entropy(q);
                    double least = -t * Math.log(partition);
                    double value = subject.freeEnergy(q, energies, t);
                    double excess = subject.excess(q, energies, t);
                    double bound = Rounding.ofTerms(q.length, sizes + Math.abs(least) + t);
                    return Finding.of(
                                    Math.abs(value - own),
                                    bound,
                                    Math.abs(own),
                                    () -> "F(" + Arrays.toString(q) + ") = " + value + ", not " + own)
                            .or(Finding.of(
                                    Math.abs(excess - (own - least)),
                                    bound,
                                    excess,
                                    () -> "T KL = " + excess + ", F(q) − F(p) = " + (own - least)));
                });
    }

    private static Law<CostSubject> growth() {
        return law(
                "growth-lost",
                "W(p) − W(b) = KL(p‖b) and W(b) = Σ p log(b o) for bets b at odds o",
                BOOK + "theorem 6.1.2",
                1e-12,
                (subject, sample) -> {
                    double[] p = Grid.fine(sample.point());
                    double[] b = Grid.fine(sample.second());
                    double[] odds = CostSubject.odds(p.length);
                    double own = 0;
                    double sizes = 0;
                    for (int i = 0; i < p.length; i++) {
                        double term = p[i] == 0 ? 0 : p[i] * (Math.log(b[i]) + Math.log(odds[i]));
                        own += term;
                        sizes += Math.abs(term) + (p[i] == 0 ? 0 : p[i] * Math.abs(Math.log(p[i])));
                    }
                    double value = subject.growth(p, b);
                    if (own == Double.NEGATIVE_INFINITY) {
                        return Comparison.holds(value == own, () -> "all is lost, but the growth is " + value);
                    }
                    double best = subject.growth(p, p);
                    double expected = own;
                    double bound = Rounding.ofTerms(p.length, sizes + Math.log(4));
                    return Finding.of(
                                    Math.abs(value - expected),
                                    bound,
                                    Math.abs(expected),
                                    () -> "W = " + value + ", not " + expected)
                            .or(Finding.of(
                                    Math.abs(best - value - kl(p, b)),
                                    bound,
                                    kl(p, b),
                                    () -> "lost " + (best - value) + " of KL " + kl(p, b)));
                });
    }

    private static Law<CostSubject> surprise() {
        return law(
                "surprise-mean",
                "the mean of KL(posterior‖prior) over the observations of an experiment is the mutual information of hypothesis and observation",
                "D. V. Lindley, Ann. Math. Statist. 27 (1956)",
                1e-12,
                (subject, sample) -> {
                    double[] prior = Grid.coarse(sample.point());
                    double[][] rows = Grid.kernel(sample.second(), prior.length, 3);
                    double[] evidence = Grid.push(prior, rows);
                    double information = 0;
                    double mean = 0;
                    for (int y = 0; y < evidence.length; y++) {
                        double[] likelihoods = new double[prior.length];
                        for (int i = 0; i < prior.length; i++) {
                            likelihoods[i] = rows[i][y];
                            information += RelativeEntropy.term(prior[i] * rows[i][y], prior[i] * evidence[y]);
                        }
                        mean += evidence[y] == 0 ? 0 : evidence[y] * subject.surprise(prior, likelihoods);
                    }
                    double sum = mean;
                    double expected = information;
                    double bound = Rounding.ofTerms(9, expected) + 1e-15;
                    return Finding.of(
                            Math.abs(sum - expected),
                            bound,
                            expected,
                            () -> "mean surprise " + sum + ", information " + expected);
                });
    }

    private static Law<CostSubject> prefixCode() {
        return law(
                "prefix-code",
                "lengths of an optimal code have Σ 2^(−l) = 1, H ≤ Σ q l < H + 1 bits, no less likely symbol a shorter word; and with q = 2^(−l), l = −log q",
                BOOK + "theorems 5.2.1 and 5.4.1, lemma 5.8.1",
                0.1,
                (subject, sample) -> {
                    double[] q = Grid.coarse(sample.point());
                    long support = Arrays.stream(q).filter(x -> x > 0).count();
                    if (support < 2) {
                        return Finding.nothing("one symbol");
                    }
                    int[] lengths = subject.words(q);
                    double kraft = 0;
                    double mean = 0;
                    boolean ordered = true;
                    for (int i = 0; i < q.length; i++) {
                        kraft += q[i] > 0 ? Math.scalb(1.0, -lengths[i]) : 0;
                        mean += q[i] * lengths[i];
                        for (int j = 0; j < q.length; j++) {
                            ordered &= !(q[i] > q[j] && q[j] > 0) || lengths[i] <= lengths[j];
                        }
                    }
                    double entropy = entropy(q) / LOG_2;
                    boolean right = kraft == 1 && mean >= entropy * (1 - 1e-12) && mean < entropy + 1 && ordered;
                    double[] dyadic = support == 2 ? new double[] {.5, .5} : new double[] {.25, .25, .5};
                    int[] ideal = subject.words(dyadic);
                    for (int i = 0; i < dyadic.length; i++) {
                        right &= ideal[i] == Math.round(-Math.log(dyadic[i]) / LOG_2);
                    }
                    String detail = "q = " + Arrays.toString(q) + ": lengths " + Arrays.toString(lengths) + ", mean "
                            + mean + ", entropy " + entropy + ", of dyadic " + Arrays.toString(ideal);
                    return Comparison.holds(right, () -> detail);
                });
    }

    private static Law<CostSubject> arithmeticCode() {
        return law(
                "arithmetic-code",
                "a message is written in at least −log₂ q̂(message) bits, and in at most two and a half more, where q̂ is q in whole numbers of 2⁻²³, of"
                        + " which a possible class has at least one",
                "I. H. Witten, R. M. Neal and J. G. Cleary, Comm. ACM 30 (1987)",
                1e-2,
                (subject, sample) -> {
                    double[] q = Grid.distribution(sample.point(), 12);
                    double[] p = Grid.kernel(sample.second(), 1, q.length)[0];
                    // A class rarer than any number of the code, three times in the message.
                    double rare = Math.scalb(1 + Grid.weight(sample.direction()[0]), -40);
                    double[] skew = {1 - rare, rare};
                    int[] surprising = new int[MESSAGE];
                    Arrays.fill(surprising, 0, 3, 1);
                    return written(subject, q, message(p, q)).or(written(subject, skew, surprising));
                });
    }

    private static Finding written(CostSubject subject, double[] q, int... message) {
        double[] counts = Arrays.stream(q)
                .map(x -> x == 0 ? 0 : Math.max(1, Math.rint(Math.scalb(x, 23))))
                .toArray();
        double total = Arrays.stream(counts).sum();
        double ideal = 0;
        for (int symbol : message) {
            ideal -= Math.log(counts[symbol] / total) / LOG_2;
        }
        double bits = subject.message(q, message);
        double least = ideal;
        // The rounding of the interval, as the code states it, is far below a bit.
        boolean right = bits >= least - 1e-9 && bits <= least + 2.5;
        return new Finding(right ? 0 : 1, 0, least > 60, () -> "ideal " + least + " bits, written in " + bits);
    }

    /** Symbols in the proportions of p, as far as q allows them, in an order without pattern. */
    private static int[] message(double[] p, double[] q) {
        int[] message = new int[MESSAGE];
        for (int i = 0; i < MESSAGE; i++) {
            double u = (i * 0.6180339887498949) % 1;
            int symbol = 0;
            while (symbol < p.length - 1 && u >= p[symbol]) {
                u -= p[symbol++];
            }
            while (q[symbol] == 0) {
                symbol = (symbol + 1) % q.length;
            }
            message[i] = symbol;
        }
        return message;
    }

    private static Law<CostSubject> exponent() {
        return law(
                "sanov-exponent",
                "min KL(r‖p) over E_r[f] ≥ c is KL(Bernoulli(c)‖Bernoulli(p₀)) for f = 1 on class 0, never falls with c, is at most KL(r‖p) of any such r, and"
                        + " e^(−D) bounds P(f ≥ c)",
                BOOK + "theorem 11.4.1",
                1e-12,
                (subject, sample) -> {
                    double[] p = Grid.fine(sample.point());
                    double[] r = Grid.fine(sample.second());
                    if (!(p[0] > 0 && p[0] < 1)) {
                        return Finding.nothing("a certain or impossible event");
                    }
                    double[] indicator = new double[p.length];
                    indicator[0] = 1;
                    double c = p[0] + (1 - p[0]) * Grid.weight(sample.direction()[0]);
                    double coin = kl(new double[] {c, 1 - c}, new double[] {p[0], 1 - p[0]});
                    double value = subject.exponent(p, indicator, c);
                    // c − p₀ is known to the rounding of c only.
                    double slope = Math.abs(Math.log(c / p[0])) + Math.abs(Math.log((1 - c) / (1 - p[0])));
                    double bound = Rounding.ofTerms(p.length, coin) + 4 * Rounding.EPSILON * slope;
                    Finding closed = c < 1
                            ? Finding.of(
                                    Math.abs(value - coin),
                                    bound,
                                    coin,
                                    () -> "c = " + c + ", p₀ = " + p[0] + ": " + value + ", not " + coin)
                            : Finding.nothing("c rounds to 1");
                    double mean = 0;
                    double[] f = new double[p.length];
                    for (int i = 0; i < p.length; i++) {
                        f[i] = i * i;
                        mean += r[i] * f[i];
                    }
                    double least = kl(r, p);
                    if (least == Double.POSITIVE_INFINITY) {
                        return closed;
                    }
                    double reached = mean * (1 - 1e-15);
                    double nearest = subject.exponent(p, f, reached);
                    double chance = 0;
                    for (int i = 0; i < p.length; i++) {
                        chance += f[i] >= reached ? p[i] : 0;
                    }
                    double most = -Math.log(chance);
                    double earlier = subject.exponent(p, indicator, p[0] + 0.5 * (c - p[0]));
                    int top = p.length - 1;
                    while (p[top] == 0) {
                        top--;
                    }
                    double summit = subject.exponent(p, f, f[top]);
                    double largest = -Math.log(p[top]);
                    // One more class, of probability 0 and the largest value of all.
                    double[] values = Arrays.copyOf(f, p.length + 1);
                    values[p.length] = 1e6;
                    double padded = subject.exponent(Arrays.copyOf(p, p.length + 1), values, reached);
                    double ceiling = subject.exponent(Arrays.copyOf(p, p.length + 1), values, f[top]);
                    Finding ends = Finding.of(
                                    Math.abs(summit - largest),
                                    Rounding.ofTerms(p.length, largest),
                                    largest,
                                    () -> "D = " + summit + " at the largest value, not −log p = " + largest)
                            .or(Finding.of(
                                    Math.max(Math.abs(padded - nearest), Math.abs(ceiling - summit)),
                                    Rounding.ofTerms(p.length, largest),
                                    largest,
                                    () -> "with an impossible class " + padded + " and " + ceiling + ", without "
                                            + nearest + " and " + summit));
                    return ends.or(closed)
                            .or(Comparison.atMost(
                                    earlier, value, p.length, () -> "D falls from " + earlier + " to " + value))
                            .or(Comparison.atMost(
                                    nearest, least, p.length, () -> "D = " + nearest + " above KL(r‖p) = " + least))
                            .or(new Finding(
                                    Math.max(0, nearest - most),
                                    Rounding.ofTerms(p.length, 1 + most),
                                    most > 1e-3,
                                    () -> "D = " + nearest + " above −log P = " + most));
                });
    }

    private static Law<CostSubject> typicalSet() {
        return law(
                "typical-set",
                "P(|−(1/n) log p(x) − H| ≤ ε), by looking at every sequence of five symbols",
                BOOK + "section 3.1",
                1e-12,
                (subject, sample) -> {
                    double[] p = Grid.coarse(sample.point());
                    double entropy = Probabilities.of(p).entropy();
                    double epsilon = 0.05 + Grid.weight(sample.direction()[0]);
                    double inside = 0;
                    int all = (int) Math.pow(p.length, SEQUENCE);
                    for (int code = 0; code < all; code++) {
                        double product = 1;
                        for (int rest = code, i = 0; i < SEQUENCE; i++, rest /= p.length) {
                            product *= p[rest % p.length];
                        }
                        double distance = Math.abs(-Math.log(product) / SEQUENCE - entropy);
                        if (Math.abs(distance - epsilon) < 1e-9) {
                            return Finding.nothing("a sequence on the boundary");
                        }
                        inside += distance <= epsilon ? product : 0;
                    }
                    double expected = inside;
                    double value = subject.typical(p, SEQUENCE, epsilon);
                    return Comparison.equal(
                            value, expected, all, () -> "P(A) = " + value + ", by sequences " + expected);
                });
    }
}
