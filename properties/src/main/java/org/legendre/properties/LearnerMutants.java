package org.legendre.properties;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.legendre.geometry.Differential;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Potentials;
import org.legendre.geometry.Weights;

/** Mistakes in an online learner. */
final class LearnerMutants {
    private LearnerMutants() {}

    static List<Mutant> all() {
        LearnerSubject hedge = LearnerSubject.hedge(3);
        Legendre<Weights, Differential<Weights>> square = Potentials.halfSquaredNorm(3);
        LearnerSubject leader = LearnerSubject.followTheRegularisedLeader(
                "follow the regularised leader with the squared norm",
                square,
                (rounds, rate) -> (1 - 1 / 3.0) / (2 * rate) + 3 / 8.0 * rate * rounds);
        return List.of(
                new Mutant(
                        "sign of the losses wrong",
                        hedge.withPlay(player -> (losses, rate) -> player.play(scaled(losses, -1), rate)),
                        List.of("online-regret", "exponential-weights")),
                new Mutant(
                        "sign of the losses wrong",
                        leader.withPlay(player -> (losses, rate) -> player.play(scaled(losses, -1), rate)),
                        List.of("online-regret")),
                new Mutant(
                        "rate divided by the number of rounds played",
                        hedge.withPlay(player -> (losses, rate) -> player.play(fading(losses), rate)),
                        List.of("online-regret", "exponential-weights")),
                new Mutant(
                        "rate of ten times its size",
                        hedge.withPlay(player -> (losses, rate) -> player.play(losses, 10 * rate)),
                        List.of("online-regret", "exponential-weights")),
                new Mutant(
                        "rate off by a relative 1e-9",
                        hedge.withPlay(player -> (losses, rate) -> player.play(losses, rate * (1 + 1e-9))),
                        List.of("exponential-weights")),
                new Mutant(
                        "weights that are not normalised",
                        hedge.withPlay(player -> LearnerMutants::unnormalised),
                        List.of("online-feasible", "common-losses")),
                new Mutant(
                        "weights multiplied by 1 − ηℓ for exp(−ηℓ)",
                        hedge.withPlay(player -> LearnerMutants::linearised),
                        List.of("common-losses", "exponential-weights", "online-feasible")),
                new Mutant(
                        "losses of the round seen before it is played",
                        hedge.withPlay(player -> (losses, rate) -> {
                            List<double[]> points = player.play(losses, rate);
                            List<double[]> ahead = new ArrayList<>(points.subList(1, points.size()));
                            ahead.add(points.get(points.size() - 1));
                            return ahead;
                        }),
                        List.of("no-foresight", "exponential-weights")),
                new Mutant(
                        "losses forgotten when it is stored",
                        hedge.withInterruption((losses, rate) -> {
                            List<double[]> points = new ArrayList<>();
                            for (int t = 0; t <= losses.size(); t++) {
                                List<double[]> last = losses.subList(Math.max(0, t - 1), t);
                                points.add(hedge.play(last, rate).get(last.size()));
                            }
                            return points;
                        }),
                        List.of("learner-resumes")),
                new Mutant(
                        "rate that depends on the scale of the losses, declared not to",
                        hedge.withScaleFreedom(),
                        List.of("scaled-losses")),
                new Mutant(
                        "rates that stay those of a round whose losses were in [0, 1]",
                        LearnerSubject.anytimeHedge(3).withScaleFreedom(),
                        List.of("scaled-losses")),
                new Mutant(
                        "rate of twice its size",
                        hedge.withPlay(player -> (losses, rate) -> player.play(losses, 2 * rate)),
                        List.of("online-regret", "exponential-weights")),
                new Mutant(
                        "three quarters of the bound",
                        hedge.withBound((rounds, rate) -> 0.75 * (Math.log(3) / rate + rate * rounds / 8)),
                        List.of("online-regret")),
                new Mutant(
                        "nine tenths of the bound",
                        LearnerSubject.hedge(2)
                                .withBound((rounds, rate) -> 0.9 * (Math.log(2) / rate + rate * rounds / 8)),
                        List.of("online-regret")),
                new Mutant(
                        "half the bound",
                        hedge.withBound((rounds, rate) -> (Math.log(3) / rate + rate * rounds / 8) / 2),
                        List.of("online-regret")));
    }

    private static List<double[]> scaled(List<double[]> losses, double factor) {
        return losses.stream()
                .map(round -> Arrays.stream(round).map(loss -> factor * loss).toArray())
                .toList();
    }

    private static List<double[]> fading(List<double[]> losses) {
        List<double[]> fading = new ArrayList<>();
        for (int t = 0; t < losses.size(); t++) {
            double factor = 1 / (t + 1.0);
            fading.add(Arrays.stream(losses.get(t)).map(loss -> factor * loss).toArray());
        }
        return fading;
    }

    private static List<double[]> unnormalised(List<double[]> losses, double rate) {
        double[] x = {1 / 3.0, 1 / 3.0, 1 / 3.0};
        List<double[]> points = new ArrayList<>(List.of(x.clone()));
        for (double[] round : losses) {
            for (int i = 0; i < x.length; i++) {
                x[i] *= Math.exp(-rate * round[i]);
            }
            points.add(x.clone());
        }
        return points;
    }

    private static List<double[]> linearised(List<double[]> losses, double rate) {
        double[] x = {1 / 3.0, 1 / 3.0, 1 / 3.0};
        List<double[]> points = new ArrayList<>(List.of(x.clone()));
        for (double[] round : losses) {
            double sum = 0;
            for (int i = 0; i < x.length; i++) {
                x[i] *= 1 - rate * round[i];
                sum += x[i];
            }
            for (int i = 0; i < x.length; i++) {
                x[i] /= sum;
            }
            points.add(x.clone());
        }
        return points;
    }
}
