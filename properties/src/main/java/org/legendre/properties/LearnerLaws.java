package org.legendre.properties;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.legendre.properties.Sample.Spread;

/**
 * What is true of online learners whatever the losses. Losses are drawn with a seed that is a function of the sample; they are multiples of 2⁻²⁰, so that sums of them
 * and of constants are exact.
 */
final class LearnerLaws {
    private static final int ROUNDS = 64;
    private static final double RATE = 0.125;
    private static final double GRAIN = 0x1p-20;

    private LearnerLaws() {}

    static List<Law<LearnerSubject>> all() {
        return List.of(regret(), stays(), foresight(), common(), scaled(), exponential(), resumes());
    }

    private static Law<LearnerSubject> regret() {
        Law<LearnerSubject> law = Law.forAll(
                LearnerSubject.class,
                "online-regret",
                "Σ⟨x_t, ℓ_t⟩ − minᵢ Σℓ_{t,i} ≤ the bound of the learner, for any losses ℓ_t in [0, 1]ⁿ: log(n)/η + ηT/8 for Hedge",
                "N. Cesa-Bianchi and G. Lugosi, Prediction, Learning, and Games (2006), Theorem 2.2; S. Shalev-Shwartz, Found. Trends Mach. Learn. 4 (2012), section 2",
                1,
                (subject, sample) -> {
                    int n = subject.domain().size();
                    // The rate of that theorem for so many rounds.
                    double rate = Math.sqrt(8 * Math.log(n) / ROUNDS);
                    Finding worst = regret(subject, LearnerAdversary.against(subject, ROUNDS, rate), rate);
                    return regret(subject, losses(sample, n), rate)
                            .and(regret(subject, alternating(n), rate))
                            .and(worst);
                });
        return law.on(Spread.MODERATE).costly(4);
    }

    private static Finding regret(LearnerSubject subject, List<double[]> losses, double rate) {
        List<double[]> points = subject.play(losses, rate);
        int n = subject.domain().size();
        double[] sums = new double[n];
        double loss = 0;
        for (int t = 0; t < losses.size(); t++) {
            loss += Rounding.dot(losses.get(t), points.get(t));
            sums = Rounding.axpy(1, losses.get(t), sums);
        }
        double found = loss - Arrays.stream(sums).min().orElseThrow();
        double bound = subject.bound().after(losses.size(), rate);
        return new Finding(
                Math.max(0, found - bound),
                Rounding.ofTerms(n, losses.size()),
                true,
                () -> losses.size() + " rounds, η = " + rate + ": regret " + found + ", bound " + bound);
    }

    private static Law<LearnerSubject> stays() {
        Law<LearnerSubject> law = Law.forAll(
                LearnerSubject.class,
                "online-feasible",
                "every point played has weights ≥ 0 that sum to 1, however large the losses",
                "Y. Freund and R. E. Schapire, J. Comput. Syst. Sci. 55 (1997), section 2 (the weights are a distribution)",
                1e-9,
                (subject, sample) -> {
                    int n = subject.domain().size();
                    double worst = 0;
                    for (double size : new double[] {1, 1000}) {
                        List<double[]> losses = losses(sample, n).stream()
                                .map(round -> Rounding.axpy(size - 1, round, round))
                                .toList();
                        for (double[] point : subject.play(losses, RATE)) {
                            double off = subject.outside().applyAsDouble(point);
                            worst = Math.max(worst, Double.isNaN(off) ? Double.POSITIVE_INFINITY : off);
                        }
                    }
                    double found = worst;
                    return Finding.of(
                            found, Rounding.ofTerms(n, 1), 1, () -> "a point is outside the simplex by " + found);
                });
        return law.on(Spread.MODERATE);
    }

    private static Law<LearnerSubject> foresight() {
        Law<LearnerSubject> law = Law.forAll(
                LearnerSubject.class,
                "no-foresight",
                "the point of a round is the same, bit for bit, whatever the losses of that round and of later ones",
                "N. Cesa-Bianchi and G. Lugosi, Prediction, Learning, and Games (2006), chapter 2 (the protocol)",
                1e-12,
                (subject, sample) -> {
                    int n = subject.domain().size();
                    List<double[]> losses = losses(sample, n);
                    int from = ROUNDS / 2;
                    List<double[]> others = new ArrayList<>(losses);
                    for (int t = from; t < ROUNDS; t++) {
                        others.set(t, losses.get(t - from));
                    }
                    List<double[]> points = subject.play(losses, RATE);
                    List<double[]> elsewhere = subject.play(others, RATE);
                    int equal = 0;
                    while (equal < points.size() && Arrays.equals(points.get(equal), elsewhere.get(equal))) {
                        equal++;
                    }
                    int common = equal;
                    return new Finding(
                            common > from ? 0 : 1,
                            0,
                            common < points.size(),
                            () -> "the losses differ from round " + (from + 1) + " on, the points from round "
                                    + (common + 1));
                });
        return law.on(Spread.MODERATE);
    }

    private static Law<LearnerSubject> common() {
        Law<LearnerSubject> law = Law.forAll(
                LearnerSubject.class,
                "common-losses",
                "adding one number to all losses of a round changes no point on the simplex",
                "S. de Rooij, T. van Erven, P. D. Grünwald and W. M. Koolen, Follow the leader if you can, hedge if you must, J. Mach. Learn. Res. 15 (2014) (invariance under translation)",
                1e-9,
                (subject, sample) -> {
                    int n = subject.domain().size();
                    List<double[]> losses = losses(sample, n);
                    SplittableRandom random = new SplittableRandom(sample.hashCode());
                    List<double[]> shifted = losses.stream()
                            .map(round -> {
                                double shift = random.nextInt(-4, 5);
                                return Arrays.stream(round)
                                        .map(loss -> loss + shift)
                                        .toArray();
                            })
                            .toList();
                    return same(subject.play(losses, RATE), subject.play(shifted, RATE), "with losses in common");
                });
        return law.on(Spread.MODERATE);
    }

    private static Law<LearnerSubject> scaled() {
        Law<LearnerSubject> law = Law.forAll(
                LearnerSubject.class,
                "scaled-losses",
                "multiplying the losses of all rounds by one positive number changes no point (learners that declare it)",
                "S. de Rooij, T. van Erven, P. D. Grünwald and W. M. Koolen, Follow the leader if you can, hedge if you must, J. Mach. Learn. Res. 15 (2014) (invariance under scaling)",
                1e-9,
                (subject, sample) -> {
                    List<double[]> losses = losses(sample, subject.domain().size());
                    List<double[]> points = subject.play(losses, RATE);
                    Finding larger = same(points, subject.play(scaled(losses, 3e40), RATE), "with larger losses");
                    return same(points, subject.play(scaled(losses, 3e-40), RATE), "with smaller losses")
                            .and(larger);
                });
        return law.where(LearnerSubject::scaleFree).on(Spread.MODERATE);
    }

    private static List<double[]> scaled(List<double[]> losses, double factor) {
        return losses.stream()
                .map(round -> Arrays.stream(round).map(loss -> factor * loss).toArray())
                .toList();
    }

    private static Law<LearnerSubject> exponential() {
        Law<LearnerSubject> law = Law.forAll(
                LearnerSubject.class,
                "exponential-weights",
                "x_{t,i} = exp(−ηL_{t,i})/Σⱼ exp(−ηL_{t,j}) with L_t = Σ_{s<t} ℓ_s (learners that declare it)",
                "N. Cesa-Bianchi and G. Lugosi, Prediction, Learning, and Games (2006), chapter 2",
                1e-10,
                (subject, sample) -> {
                    int n = subject.domain().size();
                    List<double[]> losses = losses(sample, n);
                    List<double[]> expected = new ArrayList<>();
                    double[] sums = new double[n];
                    for (int t = 0; t <= losses.size(); t++) {
                        expected.add(weights(sums));
                        sums = t < losses.size() ? Rounding.axpy(1, losses.get(t), sums) : sums;
                    }
                    return same(expected, subject.play(losses, RATE), "as the formula has them");
                });
        return law.where(LearnerSubject::exponential).on(Spread.MODERATE);
    }

    private static double[] weights(double[] sums) {
        double least = Arrays.stream(sums).min().orElseThrow();
        double[] weights =
                Arrays.stream(sums).map(sum -> Math.exp(RATE * (least - sum))).toArray();
        double total = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(weight -> weight / total).toArray();
    }

    /** Points that agree to what the rounding of log weights of some dozens leaves. */
    private static Finding same(List<double[]> expected, List<double[]> found, String what) {
        double worst = 0;
        int n = expected.get(0).length;
        for (int t = 0; t < expected.size(); t++) {
            for (int i = 0; i < n; i++) {
                double apart = Math.abs(expected.get(t)[i] - found.get(t)[i]);
                worst = Math.max(worst, Double.isNaN(apart) ? Double.POSITIVE_INFINITY : apart);
            }
        }
        double apart = worst;
        return Finding.of(
                apart, Rounding.ofTerms(n, ROUNDS), 1, () -> "points and points " + what + " are apart by " + apart);
    }

    private static Law<LearnerSubject> resumes() {
        Law<LearnerSubject> law = Law.forAll(
                LearnerSubject.class,
                "learner-resumes",
                "a learner that is stopped, stored and resumed after each round plays the points of the unbroken one, bit for bit",
                "the library's contract of a state",
                1e-12,
                (subject, sample) -> {
                    Optional<Player> interrupted = subject.interrupted();
                    if (interrupted.isEmpty()) {
                        return Finding.nothing("it cannot be interrupted");
                    }
                    List<double[]> losses = losses(sample, subject.domain().size());
                    List<double[]> whole = subject.play(losses, RATE);
                    List<double[]> parts = interrupted.get().play(losses, RATE);
                    int equal = 0;
                    while (equal < Math.min(whole.size(), parts.size())
                            && Arrays.equals(whole.get(equal), parts.get(equal))) {
                        equal++;
                    }
                    int common = equal;
                    return new Finding(
                            common == whole.size() && whole.size() == parts.size() ? 0 : 1,
                            0,
                            true,
                            () -> "the first " + common + " of " + whole.size() + " points are equal");
                });
        return law.where(subject -> subject.interrupted().isPresent())
                .on(Spread.MODERATE)
                .costly(4);
    }

    /** One action is better than the others, by so much as the sample says; in half of the samples losses are 0 or 1, which is the worst. */
    private static List<double[]> losses(Sample sample, int n) {
        SplittableRandom random = new SplittableRandom(sample.hashCode());
        double advantage = Math.min(1, Math.abs(sample.direction()[0]) / 2);
        int better = random.nextInt(n);
        double grain = sample.point()[0] > 0 ? 1 : GRAIN;
        List<double[]> losses = new ArrayList<>();
        for (int t = 0; t < ROUNDS; t++) {
            double[] round = new double[n];
            for (int i = 0; i < n; i++) {
                double loss = random.nextDouble() * (i == better ? 1 - advantage : 1);
                round[i] = grain * Math.rint(loss / grain);
            }
            losses.add(round);
        }
        return losses;
    }

    /** Each action in its turn loses, as often as all others: who runs after the leader loses most. */
    private static List<double[]> alternating(int n) {
        List<double[]> losses = new ArrayList<>();
        for (int t = 0; t < ROUNDS; t++) {
            double[] round = new double[n];
            round[t % n] = 1;
            losses.add(round);
        }
        return losses;
    }
}
