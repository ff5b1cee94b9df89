package org.legendre.geometry.family;

import java.util.function.DoubleUnaryOperator;

/**
 * ∫ f(x) dx or Σ f(x) over the support of a distribution on the line. The integral is the trapezoidal rule after a double exponential
 * substitution (H. Takahasi and M. Mori, Publ. RIMS 9 (1974)), good to about 1e-12 for the densities of the tests.
 */
final class LineIntegral {
    private static final double STEP = 1.0 / 64;
    private static final double END = 5;

    private LineIntegral() {}

    static double of(Univariate p, DoubleUnaryOperator f) {
        return of(p, p, f);
    }

    /** Over where p or q has its probability; on a continuum the rule, centred at p, reaches both. */
    static double of(Univariate p, Univariate q, DoubleUnaryOperator f) {
        Support support = p.support();
        if (support.lattice()) {
            double first = Math.min(p.center() - reach(p), q.center() - reach(q));
            double last = Math.min(support.upper(), Math.max(p.center() + reach(p), q.center() + reach(q)));
            double sum = 0;
            for (double k = Math.max(support.lower(), first); k <= last; k++) {
                sum += f.applyAsDouble(k);
            }
            return sum;
        }
        double sum = 0;
        for (double t = -END; t <= END; t += STEP) {
            double inner = 0.5 * Math.PI * Math.sinh(t);
            double slope = 0.5 * Math.PI * Math.cosh(t);
            double value;
            if (!Double.isInfinite(support.upper())) {
                double width = support.upper() - support.lower();
                value = f.applyAsDouble(support.lower() + width / (1 + Math.exp(-2 * inner)));
                value *= 0.5 * width / Math.cosh(inner) / Math.cosh(inner);
            } else {
                // Half lines from the lower end or, on the whole line, from the centre to both sides: it may be a kink.
                boolean whole = Double.isInfinite(support.lower());
                double end = whole ? p.center() : support.lower();
                double scale = p.center() > end ? p.center() - end : p.spread();
                double distance = scale * Math.exp(inner);
                value = f.applyAsDouble(end + distance) + (whole ? f.applyAsDouble(end - distance) : 0);
                value *= distance;
            }
            value *= slope;
            // Far out the density is 0 and the Jacobian may overflow.
            sum += Double.isFinite(value) ? value : 0;
        }
        return STEP * sum;
    }

    private static double reach(Univariate p) {
        return 40 * p.spread() + 60;
    }
}
