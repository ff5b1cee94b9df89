package org.legendre.properties;

import java.util.function.Supplier;

/** Comparisons of two divergences that allow for the rounding of both. */
final class Comparison {
    private Comparison() {}

    /** The two are equal but for the rounding of n terms; two infinities are, and say nothing more. */
    static Finding equal(double a, double b, int n, Supplier<String> detail) {
        double scale = Math.max(Math.abs(a), Math.abs(b));
        if (a == b && Double.isInfinite(a)) {
            return Finding.nothing("both are infinite");
        }
        double bound = Double.isInfinite(scale) ? 0 : Rounding.ofTerms(n, scale);
        return new Finding(Math.abs(a - b), bound, scale > 0 && Double.isFinite(scale), detail);
    }

    /** The first is no larger but for the rounding of n terms. */
    static Finding atMost(double smaller, double larger, int n, Supplier<String> detail) {
        if (larger == Double.POSITIVE_INFINITY && !Double.isNaN(smaller)) {
            return Finding.nothing("the upper side is infinite");
        }
        double excess = Double.isNaN(smaller) || Double.isNaN(larger) ? Double.NaN : Math.max(0, smaller - larger);
        return new Finding(excess, Rounding.ofTerms(n, Math.abs(larger)), larger > 0, detail);
    }

    /** True or false. */
    static Finding holds(boolean right, Supplier<String> detail) {
        return new Finding(right ? 0 : 1, 0, true, detail);
    }
}
