package org.legendre.examples.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * The marks of an axis. Both renderers write the same ones; powers of ten are set with Unicode superscripts.
 *
 * @param marks from the low end to the high one
 */
record Ticks(List<Mark> marks) {
    /** A place and what is written there. */
    record Mark(double at, String text) {}

    private static final int MOST_DECADES = 8;
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    static Ticks of(Axis axis, Range range, int about) {
        if (!axis.names().isEmpty()) {
            List<Mark> marks = new ArrayList<>();
            for (int i = 0; i < axis.names().size(); i++) {
                marks.add(new Mark(i, axis.names().get(i)));
            }
            return new Ticks(marks);
        }
        return axis.log() ? logarithmic(range, about) : linear(range, about);
    }

    private static Ticks linear(Range range, int about) {
        BigDecimal step = niceStep(range.length() / about);
        List<Mark> marks = new ArrayList<>();
        double slack = 1e-9 * range.length();
        long first = (long) Math.ceil((range.low() - slack) / step.doubleValue());
        long last = (long) Math.floor((range.high() + slack) / step.doubleValue());
        double largest = Math.max(Math.abs(range.low()), Math.abs(range.high()));
        boolean scientific = largest >= 1e6 || largest < 1e-3;
        for (long k = first; k <= last; k++) {
            BigDecimal at = step.multiply(BigDecimal.valueOf(k));
            marks.add(new Mark(at.doubleValue(), scientific ? scientific(at) : plain(at, Math.max(0, step.scale()))));
        }
        return new Ticks(marks);
    }

    /** The least of 1, 2 and 5 times a power of ten that is not below the given step. */
    private static BigDecimal niceStep(double step) {
        int exponent = (int) Math.floor(Math.log10(step));
        for (int nice : new int[] {1, 2, 5}) {
            BigDecimal candidate = BigDecimal.valueOf(nice).scaleByPowerOfTen(exponent);
            if (candidate.doubleValue() >= step * (1 - 1e-9)) {
                return candidate;
            }
        }
        return BigDecimal.ONE.scaleByPowerOfTen(exponent + 1);
    }

    private static Ticks logarithmic(Range range, int about) {
        double low = Math.log10(range.low());
        double high = Math.log10(range.high());
        List<Mark> marks = new ArrayList<>();
        if (high - low < 1.5) {
            double step = high - low < 0.3 ? 0 : 1;
            if (step == 0) {
                return linear(range, about);
            }
            for (int decade = (int) Math.floor(low); decade <= high; decade++) {
                for (int digit : new int[] {1, 2, 5}) {
                    BigDecimal at = BigDecimal.valueOf(digit).scaleByPowerOfTen(decade);
                    if (range.holds(at.doubleValue())) {
                        marks.add(
                                new Mark(at.doubleValue(), decade < -3 || decade > 4 ? scientific(at) : plain(at, 0)));
                    }
                }
            }
            return new Ticks(marks);
        }
        int every = (int) Math.max(1, Math.ceil((high - low) / MOST_DECADES));
        for (int decade = (int) Math.ceil(low - 1e-9); decade <= high + 1e-9; decade++) {
            if (Math.floorMod(decade, every) == 0) {
                marks.add(new Mark(BigDecimal.ONE.scaleByPowerOfTen(decade).doubleValue(), power(decade)));
            }
        }
        return new Ticks(marks);
    }

    private static String plain(BigDecimal at, int digits) {
        BigDecimal rounded = at.scale() < digits ? at.setScale(digits, RoundingMode.UNNECESSARY) : at;
        return rounded.toPlainString().replace('-', '−');
    }

    private static String scientific(BigDecimal at) {
        if (at.signum() == 0) {
            return "0";
        }
        BigDecimal digits = at.round(new MathContext(6)).stripTrailingZeros();
        int exponent = digits.precision() - digits.scale() - 1;
        String mantissa = digits.scaleByPowerOfTen(-exponent).toPlainString().replace('-', '−');
        return switch (mantissa) {
            case "1" -> power(exponent);
            case "−1" -> "−" + power(exponent);
            default -> mantissa + "·" + power(exponent);
        };
    }

    private static String power(int exponent) {
        if (exponent == 0) {
            return "1";
        }
        if (exponent == 1) {
            return "10";
        }
        StringBuilder text = new StringBuilder(exponent < 0 ? "10⁻" : "10");
        for (char digit : Integer.toString(Math.abs(exponent)).toCharArray()) {
            text.append(SUPERSCRIPTS.charAt(digit - '0'));
        }
        return text.toString();
    }
}
