package org.legendre.properties;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleFunction;

/** Relative errors planted in each part of a correct learner. */
final class LearnerPlants {
    private LearnerPlants() {}

    static Map<String, DoubleFunction<? extends Subject>> all() {
        LearnerSubject hedge = LearnerSubject.hedge(3);
        Map<String, DoubleFunction<? extends Subject>> planted = new TreeMap<>();
        planted.put(
                "rate of a learner",
                e -> hedge.withPlay(player -> (losses, rate) -> player.play(losses, rate * (1 + e))));
        planted.put(
                "sum of a learner's weights",
                e -> hedge.withPlay(player -> (losses, rate) -> times(player.play(losses, rate), 1 + e)));
        planted.put(
                "resumed learner",
                e -> hedge.withInterruption((losses, rate) -> times(hedge.play(losses, rate), 1 + e)));
        planted.put(
                "losses seen beforehand",
                e -> hedge.withPlay(player -> (losses, rate) -> {
                    List<double[]> points = new ArrayList<>(player.play(losses, rate));
                    for (int t = 0; t < losses.size(); t++) {
                        points.set(t, Rounding.axpy(e * losses.get(t)[0], points.get(t), points.get(t)));
                    }
                    return points;
                }));
        planted.put(
                "losses in common",
                e -> hedge.withPlay(player -> (losses, rate) -> {
                    List<double[]> points = new ArrayList<>(player.play(losses, rate));
                    double sum = 0;
                    for (int t = 0; t < losses.size(); t++) {
                        sum += losses.get(t)[0];
                        points.set(t + 1, Rounding.axpy(e * sum, points.get(t + 1), points.get(t + 1)));
                    }
                    return points;
                }));
        planted.put(
                "scale of a learner's losses",
                e -> LearnerSubject.adaptiveHedge(3).withPlay(player -> (losses, rate) -> {
                    double first = losses.isEmpty() ? 0 : losses.get(0)[0];
                    return times(player.play(losses, rate), 1 + e * first / (1 + first));
                }));
        return planted;
    }

    private static List<double[]> times(List<double[]> points, double factor) {
        return points.stream()
                .map(point -> Rounding.axpy(factor - 1, point, point))
                .toList();
    }
}
