package org.legendre.properties;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Losses chosen after each point is seen. At first the heaviest actions lose, as many as have half of the weight: that is the most that exponential weights pay for being
 * changed, η/8 a round. At last all but the heaviest lose,
 * until its weight is so near 1 that this pays less: that is what they pay for starting far from it, log(n)/η.
 */
final class LearnerAdversary {
    private static final double HALF = 0.5 - 1e-9;

    private LearnerAdversary() {}

    static List<double[]> against(LearnerSubject subject, int rounds, double rate) {
        int n = subject.domain().size();
        double last = Math.ceil(Math.log(8 * (n - 1) / rate) / rate);
        List<double[]> losses = new ArrayList<>();
        for (int t = 0; t < rounds; t++) {
            double[] point = subject.play(losses, rate).get(t);
            losses.add(t < rounds - last ? half(point) : allButTheHeaviest(point));
        }
        return losses;
    }

    private static double[] half(double[] point) {
        int[] byWeight = byWeight(point);
        double[] losses = new double[point.length];
        double weight = 0;
        for (int k = 0; k < point.length && weight < HALF; k++) {
            losses[byWeight[k]] = 1;
            weight += point[byWeight[k]];
        }
        return losses;
    }

    private static double[] allButTheHeaviest(double[] point) {
        double[] losses = new double[point.length];
        Arrays.fill(losses, 1);
        losses[byWeight(point)[0]] = 0;
        return losses;
    }

    private static int[] byWeight(double[] point) {
        return IntStream.range(0, point.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -point[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
