package org.legendre.properties;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/** A counterexample in as few and as round digits as it survives. */
final class RoundNumbers {
    private static final int DIGITS = 6;

    private final Conjecture<?> conjecture;

    private RoundNumbers(Conjecture<?> conjecture) {
        this.conjecture = conjecture;
    }

    /** The rounded counterexample; empty if it does not survive six digits. */
    static Optional<double[][]> of(Conjecture<?> conjecture, double[][] found) {
        RoundNumbers numbers = new RoundNumbers(conjecture);
        return numbers.rounded(found).map(numbers::simplified);
    }

    /** All coordinates to as few digits as the violation survives; empty if it does not even survive six. */
    private Optional<double[][]> rounded(double[][] found) {
        for (int digits = 1; digits <= DIGITS; digits++) {
            int keep = digits;
            double[][] decimals = mapped(found, entry -> decimals(entry, keep));
            if (violates(decimals)) {
                return Optional.of(decimals);
            }
            double[][] significant = mapped(found, entry -> significant(entry, keep));
            if (violates(significant)) {
                return Optional.of(significant);
            }
        }
        return Optional.empty();
    }

    /** Coordinate by coordinate to shorter numbers, until none gets shorter. */
    private double[][] simplified(double[][] round) {
        double[][] x = round;
        boolean simpler = true;
        while (simpler) {
            simpler = false;
            for (double[] point : x) {
                for (int i = 0; i < point.length; i++) {
                    simpler |= simplify(x, point, i);
                }
            }
        }
        return x;
    }

    private boolean simplify(double[][] x, double[] point, int i) {
        double old = point[i];
        double[] candidates = {
            0,
            1,
            -1,
            0.5,
            -0.5,
            0.1,
            0.9,
            Math.rint(old),
            significant(old, 1),
            tenths(old, RoundingMode.FLOOR),
            tenths(old, RoundingMode.CEILING),
            significant(old, 2)
        };
        for (double candidate : candidates) {
            if (cost(candidate) < cost(old)) {
                point[i] = candidate;
                if (violates(x)) {
                    return true;
                }
            }
        }
        point[i] = old;
        return false;
    }

    private boolean violates(double[][] x) {
        for (double[] point : x) {
            if (!conjecture.domain().contains(point)) {
                return false;
            }
        }
        return conjecture.at(x).violated();
    }

    private static double[][] mapped(double[][] x, DoubleUnaryOperator entrywise) {
        return Arrays.stream(x)
                .map(point -> Arrays.stream(point).map(entrywise).toArray())
                .toArray(double[][]::new);
    }

    private static double decimals(double x, int digits) {
        return BigDecimal.valueOf(x).setScale(digits, RoundingMode.HALF_EVEN).doubleValue();
    }

    private static double tenths(double x, RoundingMode direction) {
        return BigDecimal.valueOf(x).setScale(1, direction).doubleValue();
    }

    private static double significant(double x, int digits) {
        return BigDecimal.valueOf(x).round(new MathContext(digits)).doubleValue();
    }

    /** How long the number is without an exponent: 0.1 is simpler than 1e-9. */
    private static int cost(double x) {
        return x == 0
                ? 0
                : new BigDecimal(Double.toString(x))
                        .stripTrailingZeros()
                        .toPlainString()
                        .length();
    }
}
