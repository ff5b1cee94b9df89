package org.legendre.examples.chapter;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** How the atlas prints numbers: ten significant digits, trailing zeros dropped. */
final class Numbers {
    private static final MathContext TEN = new MathContext(10, RoundingMode.HALF_EVEN);

    private Numbers() {}

    static String print(double value) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "-∞";
        }
        BigDecimal rounded = new BigDecimal(value).round(TEN).stripTrailingZeros();
        boolean plain = value == 0 || (Math.abs(value) >= 1e-4 && Math.abs(value) < 1e10);
        return plain
                ? rounded.toPlainString()
                : rounded.toString().replace("E+", "e").replace("E", "e");
    }
}
