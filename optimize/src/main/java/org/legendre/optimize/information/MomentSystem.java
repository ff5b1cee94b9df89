package org.legendre.optimize.information;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.legendre.geometry.Probabilities;
import org.legendre.geometry.information.LinearFamily;
import org.legendre.geometry.special.Sums;

/**
 * The equations Σ pᵢ gⱼ(i) = 0 of a linear family on the outcomes that are allowed, gⱼ = (fⱼ − bⱼ)/sⱼ with sⱼ = max |fⱼ − bⱼ|, without those that follow from the others.
 * Differences from the moments, not features, are summed: next to the boundary the probabilities are small in proportion to them.
 */
final class MomentSystem {
    /** A feature whose part independent of the others (and of the constant) is smaller, for features of order 1, depends on them. */
    private static final double DEPENDENT = 1e-11;

    final Support support;
    /** The outcomes allowed. */
    final int[] outcomes;
    /** The constraints kept. */
    final int[] kept;
    /** gⱼ(i), a row for each constraint kept, an entry for each outcome allowed. */
    final double[][] rows;

    final double[] scales;
    final double[] logBase;

    private MomentSystem(
            Support support, int[] outcomes, int[] kept, double[][] rows, double[] scales, double[] logBase) {
        this.support = support;
        this.outcomes = outcomes;
        this.kept = kept;
        this.rows = rows;
        this.scales = scales;
        this.logBase = logBase;
    }

    /**
     * The system.
     *
     * @throws InfeasibleException if two constraints contradict each other for all outcomes
     */
    static MomentSystem of(Probabilities base, LinearFamily family, Support support) {
        boolean[] allowed = support.allowed;
        int[] outcomes =
                IntStream.range(0, allowed.length).filter(i -> allowed[i]).toArray();
        List<double[]> rows = new ArrayList<>();
        List<Integer> kept = new ArrayList<>();
        List<Double> scales = new ArrayList<>();
        List<Direction> basis = new ArrayList<>();
        double reach = Math.sqrt(outcomes.length);
        for (int j = 0; j < family.constraints(); j++) {
            double b = family.moment(j);
            int feature = j;
            double[] row = IntStream.of(outcomes)
                    .mapToDouble(i -> family.feature(feature, i) - b)
                    .toArray();
            double scale = Arrays.stream(row).map(Math::abs).max().orElse(0);
            if (scale <= support.rounding(j)) {
                continue;
            }
            Arrays.setAll(row, i -> row[i] / scale);
            Direction rest = Direction.of(row, j, scale, family.constraints());
            for (int pass = 0; pass < 2; pass++) {
                basis.forEach(rest::subtract);
            }
            if (rest.norm() > DEPENDENT * reach) {
                rest.normalise();
                basis.add(rest);
                rows.add(row);
                kept.add(j);
                scales.add(scale);
            } else if (Math.abs(rest.mean) > Probabilities.TOLERANCE) {
                double sign = -Math.signum(rest.mean);
                double[] d = Arrays.stream(rest.combination).map(c -> sign * c).toArray();
                throw new InfeasibleException(family, Separation.along(d, family, support));
            }
        }
        return new MomentSystem(
                support,
                outcomes,
                kept.stream().mapToInt(Integer::intValue).toArray(),
                rows.toArray(double[][]::new),
                scales.stream().mapToDouble(Double::doubleValue).toArray(),
                IntStream.of(outcomes).mapToDouble(base::logProbability).toArray());
    }

    /** A combination of features: what it is on the outcomes, its mean taken out. */
    private static final class Direction {
        private final double[] values;
        private final double[] combination;
        private double mean;

        private Direction(double[] values, double[] combination, double mean) {
            this.values = values;
            this.combination = combination;
            this.mean = mean;
        }

        static Direction of(double[] row, int j, double scale, int constraints) {
            double mean = Sums.sum(row) / row.length;
            double[] combination = new double[constraints];
            combination[j] = 1 / scale;
            return new Direction(Arrays.stream(row).map(g -> g - mean).toArray(), combination, mean);
        }

        void subtract(Direction unit) {
            double c = Sums.dot(values, unit.values);
            Arrays.setAll(values, i -> values[i] - c * unit.values[i]);
            Arrays.setAll(combination, j -> combination[j] - c * unit.combination[j]);
            mean -= c * unit.mean;
        }

        double norm() {
            return Math.sqrt(Sums.dot(values, values));
        }

        void normalise() {
            double norm = norm();
            Arrays.setAll(values, i -> values[i] / norm);
            Arrays.setAll(combination, j -> combination[j] / norm);
            mean /= norm;
        }
    }

    int size() {
        return rows.length;
    }

    /** The multipliers of the family's features, from those of the scaled rows. */
    double[] multipliers(double[] lambda, int constraints) {
        double[] full = new double[constraints];
        for (int j = 0; j < kept.length; j++) {
            full[kept[j]] = lambda[j] / scales[j];
        }
        return full;
    }

    /** A distribution of the outcomes allowed, among all. */
    Probabilities extended(Probabilities p, int n) {
        double[] logits = new double[n];
        Arrays.fill(logits, Double.NEGATIVE_INFINITY);
        for (int i = 0; i < outcomes.length; i++) {
            logits[outcomes[i]] = p.logProbability(i);
        }
        return Probabilities.ofLogits(logits);
    }
}
