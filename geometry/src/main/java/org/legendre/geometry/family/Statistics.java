package org.legendre.geometry.family;

import java.util.List;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Vec;

/** Means of sufficient statistics. */
final class Statistics {
    private Statistics() {}

    /** The mean statistic of the data, by running means, which do not overflow. */
    static <T, M extends Member<T, M>> Vec<Expectation> mean(ExponentialFamily<T, M> family, List<? extends T> data) {
        requireData(data);
        double[] mean = new double[family.dimension()];
        int count = 0;
        for (T x : data) {
            if (family.logBaseMeasure(x) == Double.NEGATIVE_INFINITY) {
                throw new DomainException(
                        "observation", String.valueOf(x), "a value that the " + family.name() + " family can take");
            }
            Vec<Expectation> statistic = family.statistic(x);
            count++;
            for (int i = 0; i < mean.length; i++) {
                mean[i] += (statistic.get(i) - mean[i]) / count;
            }
        }
        return Vec.of(mean);
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
