package org.legendre.geometry.special;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;

/**
 * Integrals and sums of nonnegative functions on the line, with an error that is measured.
 *
 * <p>{@link #integrate} cuts the line at given points (peaks, ends of supports), and where these leave long gaps, and takes each piece by the double exponential rule, whose nodes
 * crowd towards both ends of a piece: a peak at a cut is not missed however narrow, and an integrable singularity there does no harm.
 * {@link #sum} adds up a lattice outwards from given points and bounds the tails.
 */
public final class Quadrature {
    /** No more than this many terms of a sum. */
    private static final int TERMS = 1 << 25;

    private static final double EPSILON = Math.ulp(1.0);

    /** The fewest numbers of binary64 in a piece of an interval. */
    private static final int NUMBERS = 256;

    /** Pieces may be so many times longer than the one before. */
    private static final double STRETCH = 256;

    private Quadrature() {}

    /**
     * An integral or sum with its error.
     *
     * @param value the value; +∞ if the integral was seen to diverge
     * @param error an estimate of the absolute error, meant as a bound: the change from the last halving of the step, what is missing at ends
     *     that binary64 does not resolve, and rounding; +∞ if nothing is known
     */
    public record Integral(double value, double error) {}

    /**
     * The points at which to cut the line for a peak.
     *
     * @param center where it is
     * @param spread its width
     * @return the centre and the centre ± 1, 4, 16 widths
     */
    public static double[] around(double center, double spread) {
        double[] points = {-16, -4, -1, 0, 1, 4, 16};
        for (int i = 0; i < points.length; i++) {
            points[i] = Math.fma(points[i], spread, center);
        }
        return points;
    }

    /**
     * ∫ f over (lower, upper).
     *
     * <p>Formula: the trapezoidal rule after x = tanh(½π sinh t) on a finite piece and x = exp(½π sinh t) on an infinite one; the step is halved
     * until the value stands still.
     *
     * <p>Source: H. Takahasi and M. Mori, Double exponential formulas for numerical integration, Publ. RIMS 9 (1974), section 3.
     *
     * <p>Error: as reported. Analytic between the cuts, f is integrated to about 1e-14 relative.
     *
     * @param f a function that is not negative
     * @param lower the lower end, possibly −∞
     * @param upper the upper end, possibly ∞
     * @param points where to cut; those outside are ignored, but an infinite interval needs one inside
     * @return the integral
     * @throws IllegalArgumentException if an infinite interval has no cut inside, or lower ≥ upper
     * @throws ArithmeticException if f is NaN somewhere
     */
    public static Integral integrate(DoubleUnaryOperator f, double lower, double upper, double... points) {
        if (!(lower < upper)) {
            throw new IllegalArgumentException("no interval (" + lower + ", " + upper + ")");
        }
        double[] cuts = apart(Arrays.stream(points)
                .filter(x -> x > lower && x < upper && Double.isFinite(x))
                .sorted()
                .toArray());
        boolean infinite = Double.isInfinite(lower) || Double.isInfinite(upper);
        if (infinite && cuts.length == 0) {
            throw new IllegalArgumentException("an infinite interval needs a point inside to start from");
        }
        DoubleExponentialPanel[] panels = panels(f, lower, upper, cuts);
        double total = refine(panels);
        double error = 8 * EPSILON * total;
        for (DoubleExponentialPanel panel : panels) {
            error += panel.error(total);
        }
        return total == Double.POSITIVE_INFINITY || !(error < Double.POSITIVE_INFINITY)
                ? new Integral(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY)
                : new Integral(total, error);
    }

    /** The sorted points without those that are next to another: a piece of a few numbers has no nodes to judge its ends by. */
    private static double[] apart(double[] sorted) {
        double[] kept = new double[sorted.length];
        int count = 0;
        for (double x : sorted) {
            if (count == 0 || x - kept[count - 1] >= NUMBERS * Math.ulp(Math.max(x, -kept[count - 1]))) {
                kept[count++] = x;
            }
        }
        return Arrays.copyOf(kept, count);
    }

    /**
     * More ends between two that are so far apart, compared with their distances to the next ones, that the nodes of a piece would pass over what is left of a
     * peak beside it: at distances that grow by {@link #STRETCH}.
     */
    private static double[] bridged(double[] ends) {
        DoubleStream.Builder more = DoubleStream.builder();
        for (int i = 1; i < ends.length; i++) {
            double half = 0.5 * ends[i] - 0.5 * ends[i - 1];
            if (!(half < Double.POSITIVE_INFINITY)) {
                continue;
            }
            if (i > 1) {
                for (double d = STRETCH * (ends[i - 1] - ends[i - 2]); d < half; d *= STRETCH) {
                    more.add(ends[i - 1] + d);
                }
            }
            if (i + 1 < ends.length) {
                for (double d = STRETCH * (ends[i + 1] - ends[i]); d < half; d *= STRETCH) {
                    more.add(ends[i] - d);
                }
            }
        }
        return apart(
                DoubleStream.concat(Arrays.stream(ends), more.build()).sorted().toArray());
    }

    private static DoubleExponentialPanel[] panels(DoubleUnaryOperator f, double lower, double upper, double[] cuts) {
        double[] ends = bridged(DoubleStream.concat(
                        DoubleStream.of(lower), DoubleStream.concat(Arrays.stream(cuts), DoubleStream.of(upper)))
                .toArray());
        DoubleExponentialPanel[] panels = new DoubleExponentialPanel[ends.length - 1];
        // The width of a tail: the nodes cover hundreds of orders of magnitude about it.
        double scale = cuts.length > 1 ? cuts[cuts.length - 1] - cuts[0] : 1;
        for (int i = 0; i < panels.length; i++) {
            double a = ends[i];
            double b = ends[i + 1];
            if (b == Double.POSITIVE_INFINITY) {
                panels[i] = DoubleExponentialPanel.infinite(f, a, scale);
            } else if (a == Double.NEGATIVE_INFINITY) {
                panels[i] = DoubleExponentialPanel.infinite(x -> f.applyAsDouble(-x), -b, scale);
            } else {
                panels[i] = DoubleExponentialPanel.finite(f, a, b);
            }
        }
        return panels;
    }

    private static double refine(DoubleExponentialPanel[] panels) {
        double total = 0;
        boolean changed = true;
        while (changed) {
            double[] values = Arrays.stream(panels)
                    .mapToDouble(DoubleExponentialPanel::value)
                    .toArray();
            total = Sums.sum(values);
            changed = false;
            for (DoubleExponentialPanel panel : panels) {
                if (panel.change() > 16 * EPSILON * total && total < Double.POSITIVE_INFINITY) {
                    changed |= panel.halve();
                }
            }
        }
        return total;
    }

    /**
     * Σ f(x) over the integers from lower to upper.
     *
     * <p>Formula: the terms between the points, then outwards to both sides until what is left, bounded by a geometric series with the last
     * ratio of terms, is below the rounding of the sum. The bound holds where ratios of terms do not grow outwards.
     *
     * <p>Source: elementary.
     *
     * <p>Error: as reported, at most a few 1e-16 relative where the terms die out within 3·10⁷ steps.
     *
     * @param f a function that is not negative
     * @param lower the lower end, an integer or −∞
     * @param upper the upper end, an integer or ∞
     * @param points where the large terms are, at least one between the ends
     * @return the sum
     * @throws IllegalArgumentException if no point is between the ends, or the points are more than 3·10⁷ apart
     * @throws ArithmeticException if f is NaN somewhere
     */
    public static Integral sum(DoubleUnaryOperator f, double lower, double upper, double... points) {
        double[] inside = Arrays.stream(points)
                .map(x -> Math.rint(Math.max(lower, Math.min(upper, x))))
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        if (inside.length == 0 || !(lower <= upper)) {
            throw new IllegalArgumentException("no lattice point to start from in [" + lower + ", " + upper + "]");
        }
        double first = inside[0];
        double last = inside[inside.length - 1];
        if (!(last - first <= TERMS) || !(Math.abs(first) < 1 / EPSILON) || !(Math.abs(last) < 1 / EPSILON)) {
            throw new IllegalArgumentException(
                    "a sum over the integers from " + first + " to " + last + " is too long");
        }
        LatticeSum sum = new LatticeSum(f);
        for (double x = first; x <= last; x++) {
            sum.add(x);
        }
        double tails = sum.outwards(last, upper, 1) + sum.outwards(first, lower, -1);
        double value = sum.value();
        return new Integral(value, tails + 4 * EPSILON * value);
    }

    /** A compensated sum with its tails. */
    private static final class LatticeSum {
        private final DoubleUnaryOperator f;
        private double sum;
        private double low;
        private int terms;

        LatticeSum(DoubleUnaryOperator f) {
            this.f = f;
        }

        double add(double x) {
            double term = require(f.applyAsDouble(x), x);
            double next = sum + term;
            low += sum >= term ? (sum - next) + term : (term - next) + sum;
            sum = next;
            terms++;
            return term;
        }

        double value() {
            return Double.isFinite(sum) ? sum + low : sum;
        }

        /** Goes from a point to an end; returns a bound for what it left out. */
        double outwards(double from, double end, int step) {
            double previous = f.applyAsDouble(from);
            int settled = 0;
            for (double x = from + step; step > 0 ? x <= end : x >= end; x += step) {
                double term = add(x);
                double tail = tail(term, previous);
                // One small term may be a dip, as where two probabilities cross and their divergence has a zero.
                settled = tail <= 0.5 * EPSILON * sum ? settled + 1 : 0;
                if (settled == 3 || terms > TERMS) {
                    return tail;
                }
                previous = term;
            }
            return 0;
        }
    }

    /** The geometric series that goes on with the last ratio. */
    private static double tail(double term, double previous) {
        if (term == 0) {
            return 0;
        }
        double ratio = term / previous;
        return ratio < 1 ? term * ratio / (1 - ratio) : Double.POSITIVE_INFINITY;
    }

    static double require(double value, double x) {
        if (Double.isNaN(value)) {
            throw new ArithmeticException("the integrand is NaN at " + x);
        }
        return value;
    }
}
