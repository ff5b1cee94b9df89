package org.legendre.optimize;

import java.util.Arrays;
import java.util.Locale;
import org.legendre.geometry.Coordinates;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Estimate;
import org.legendre.geometry.SmoothFunction;
import org.legendre.geometry.Vec;

/**
 * Whether the differential that an objective states is that of its values. Two views at one point: each entry against an extrapolated difference quotient with its own error (or against automatic differentiation),
 * and the slope of |f(x + tv) − f(x) − t⟨∇f(x), v⟩| against t in doubly logarithmic scales, 2 for a right differential and 1 for a wrong one.
 *
 * @param passed whether every entry agrees within the error of its quotient
 * @param entry the entry that is worst for its error
 * @param stated the partial derivative that the objective states there
 * @param expected the derivative of the values, with a bound on its error
 * @param slope the median slope; +∞ where f is linear to rounding
 */
public record GradientCheck(boolean passed, int entry, double stated, Estimate expected, double slope) {
    private static final int HALVINGS = 7;
    private static final int SCALES = 26;

    /**
     * Checks the differential by values, at about 16n + 26 of them.
     *
     * @param <X> the tag of the coordinates x
     * @param <Y> the dual tag
     * @param f the objective
     * @param x a point inside its domain
     * @return the finding
     * @throws DomainException if the objective or its differential is not finite at x
     */
    public static <X extends Coordinates<Y>, Y extends Coordinates<X>> GradientCheck of(Objective<X, Y> f, Vec<X> x) {
        double[] point = x.toArray();
        double[] stated = f.gradient(x).toArray();
        Estimate[] expected = new Estimate[point.length];
        for (int i = 0; i < point.length; i++) {
            expected[i] = derivative(f, point, i);
        }
        return worst(stated, expected, slope(f, point, stated));
    }

    /**
     * Checks the differential against automatic differentiation of a formula of the same function.
     *
     * @param <X> the tag of the coordinates x
     * @param <Y> the dual tag
     * @param f the objective
     * @param formula the formula
     * @param x a point inside the domain
     * @return the finding; entries may differ by 10⁻¹⁰ of the largest one, which allows for the rounding of both
     * @throws DomainException if the objective or its differential is not finite at x
     */
    public static <X extends Coordinates<Y>, Y extends Coordinates<X>> GradientCheck against(
            Objective<X, Y> f, SmoothFunction formula, Vec<X> x) {
        double[] stated = f.gradient(x).toArray();
        double[] exact = Objective.<X, Y>smooth(f.size(), formula).gradient(x).toArray();
        double largest = 0;
        for (double entry : exact) {
            largest = Math.max(largest, Math.abs(entry));
        }
        Estimate[] expected = new Estimate[exact.length];
        for (int i = 0; i < exact.length; i++) {
            expected[i] = new Estimate(exact[i], 1e-10 * largest, "automatic differentiation");
        }
        return worst(stated, expected, slope(f, x.toArray(), stated));
    }

    private static GradientCheck worst(double[] stated, Estimate[] expected, double slope) {
        int worst = 0;
        double most = -1;
        boolean passed = true;
        for (int i = 0; i < stated.length; i++) {
            double off = Math.abs(stated[i] - expected[i].value());
            passed &= off <= expected[i].error();
            double ratio = off == 0 ? 0 : off / expected[i].error();
            if (ratio > most) {
                most = ratio;
                worst = i;
            }
        }
        return new GradientCheck(passed, worst, stated[worst], expected[worst], slope);
    }

    /** Central differences of halved steps, extrapolated; the widest steps that stay inside the domain. */
    private static Estimate derivative(Objective<?, ?> f, double[] x, int i) {
        double h = Math.max(Math.abs(x[i]), 1e-3) / 8;
        for (int shrink = 0; shrink < 40; shrink++, h /= 4) {
            Estimate found = extrapolated(f, x, i, h);
            if (found.error() < Double.POSITIVE_INFINITY) {
                return found;
            }
        }
        throw new DomainException("point", x, "one with room for differences in entry " + i);
    }

    private static Estimate extrapolated(Objective<?, ?> f, double[] x, int i, double widest) {
        double[] above = new double[HALVINGS + 1];
        double best = 0;
        double error = Double.POSITIVE_INFINITY;
        double noise = f.resolution(f.value(x));
        double h = widest;
        for (int k = 0; k <= HALVINGS; k++, h /= 2) {
            double[] row = new double[HALVINGS + 1];
            row[0] = quotient(f, x, i, h);
            if (!Double.isFinite(row[0])) {
                return new Estimate(0, Double.POSITIVE_INFINITY, "Richardson");
            }
            double power = 1;
            for (int j = 1; j <= k; j++) {
                power *= 4;
                row[j] = row[j - 1] + (row[j - 1] - above[j - 1]) / (power - 1);
                double change = Math.max(Math.abs(row[j] - row[j - 1]), Math.abs(row[j] - above[j - 1]));
                double bound = 10 * change + 4 * noise / h;
                if (bound < error) {
                    error = bound;
                    best = row[j];
                }
            }
            above = row;
        }
        return new Estimate(best, error, "Richardson");
    }

    private static double quotient(Objective<?, ?> f, double[] x, int i, double h) {
        double[] there = x.clone();
        there[i] = x[i] + h;
        double up = there[i] - x[i];
        double plus = valueOrNaN(f, there);
        there[i] = x[i] - h;
        double down = x[i] - there[i];
        return (plus - valueOrNaN(f, there)) / (up + down);
    }

    /** An objective may refuse points outside its domain by an exception as well as by +∞. */
    private static double valueOrNaN(Objective<?, ?> f, double[] x) {
        try {
            return f.value(x);
        } catch (DomainException outside) {
            return Double.NaN;
        }
    }

    /** Along v with vᵢ = ±|xᵢ|, or ±1 where xᵢ is 0. */
    private static double slope(Objective<?, ?> f, double[] x, double[] g) {
        double[] v = new double[x.length];
        double rise = 0;
        for (int i = 0; i < x.length; i++) {
            v[i] = (i % 2 == 0 ? 1 : -1) * (x[i] == 0 ? 1 : Math.abs(x[i]));
            rise += g[i] * v[i];
        }
        double value = f.value(x);
        double noise = 100 * f.resolution(value);
        double[] slopes = new double[SCALES];
        int count = 0;
        double before = Double.NaN;
        for (int k = 2; k < SCALES + 2; k++) {
            double t = Math.scalb(1.0, -k);
            double[] there = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                there[i] = x[i] + t * v[i];
            }
            double remainder = Math.abs(valueOrNaN(f, there) - value - t * rise);
            if (!(remainder > noise + Math.ulp(1.0) * Math.abs(rise)) || remainder == Double.POSITIVE_INFINITY) {
                before = Double.NaN;
                continue;
            }
            if (!Double.isNaN(before)) {
                slopes[count++] = Math.log(before / remainder) / Math.log(2);
            }
            before = remainder;
        }
        if (count == 0) {
            return Double.POSITIVE_INFINITY;
        }
        double[] sorted = Arrays.copyOf(slopes, count);
        Arrays.sort(sorted);
        return sorted[count / 2];
    }

    @Override
    public String toString() {
        String both = "entry " + entry + " is stated as " + stated + ", its values show " + expected.value() + " ± "
                + expected.error() + " (" + expected.method() + "); slope "
                + String.format(Locale.ROOT, "%.2f", slope);
        return (passed ? "the differential agrees with the values; worst: " : "the differential is wrong: ") + both;
    }
}
