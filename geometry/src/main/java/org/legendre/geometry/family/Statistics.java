package org.legendre.geometry.family;

import java.util.Arrays;
import java.util.List;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Vec;

/** Means of sufficient statistics. */
final class Statistics {
    private Statistics() {}

    /** The mean statistic of the data, by running means, which do not overflow. */
    static <T, M extends Member<T, M>> Vec<Expectation> mean(ExponentialFamily<T, M> family, List<? extends T> data) {
        return mean(family, data, ones(data));
    }

    /** The weighted mean statistic of the data; observations of weight 0 are checked all the same. */
    static <T, M extends Member<T, M>> Vec<Expectation> mean(
            ExponentialFamily<T, M> family, List<? extends T> data, double[] weights) {
        double largest = requireObservations(family, data, weights);
        double[] mean = new double[family.dimension()];
        double seen = 0;
        int index = 0;
        for (T x : data) {
            Vec<Expectation> statistic = family.statistic(x);
            double weight = weights[index++] / largest;
            seen += weight;
            for (int i = 0; i < mean.length && weight > 0; i++) {
                mean[i] += weight * (statistic.get(i) - mean[i]) / seen;
            }
        }
        return Vec.of(mean);
    }

    /** Each observation once. */
    static double[] ones(List<?> data) {
        double[] weights = new double[data.size()];
        Arrays.fill(weights, 1);
        return weights;
    }

    /** Checks that there are data of the support, and as many weights; the largest weight. */
    static <T, M extends Member<T, M>> double requireObservations(
            ExponentialFamily<T, M> family, List<? extends T> data, double[] weights) {
        requireData(data);
        if (weights.length != data.size()) {
            throw new DomainException("number of weights", weights.length, data.size() + ", one for each observation");
        }
        double largest = 0;
        for (double weight : weights) {
            largest = Math.max(largest, DomainException.requireNonnegative("weight", weight));
        }
        DomainException.requirePositive("largest weight", largest);
        for (T x : data) {
            if (family.logBaseMeasure(x) == Double.NEGATIVE_INFINITY) {
                throw new DomainException(
                        "observation", String.valueOf(x), "a value that the " + family.name() + " family can take");
            }
        }
        return largest;
    }

    /** A sample variance that some likelihood makes the largest. */
    static double requireVariance(String name, double variance) {
        if (!(variance > 0)) {
            throw new DomainException(
                    name, variance, "observations that are not all equal (no likelihood is the largest)");
        }
        return variance;
    }

    /** 1/x of a positive observation, as a part of its statistic. */
    static double reciprocal(double x) {
        double reciprocal = 1 / DomainException.requirePositive("observation", x);
        if (reciprocal == Double.POSITIVE_INFINITY) {
            throw new DomainException("observation", x, "at least 5.6e-309: 1/x, a part of the statistic, overflows");
        }
        return reciprocal;
    }

    static void requireData(List<?> data) {
        if (data.isEmpty()) {
            throw new DomainException("data", data, "at least one observation");
        }
    }
}
