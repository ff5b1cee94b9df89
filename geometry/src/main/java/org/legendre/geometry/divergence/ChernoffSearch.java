package org.legendre.geometry.divergence;

import java.util.function.DoubleUnaryOperator;
import org.legendre.geometry.special.Logistic;

/**
 * The largest J_α = −log ∫p^α q^(1−α) over the log-odds u of α, where the slope of log J is between −1 and 1.
 *
 * <p>Values alone tell the place of a smooth maximum to the root of their rounding only. So golden section comes near it, and Newton steps on the
 * derivative finish: central differences, extrapolated (C. J. F. Ridders, Accurate computation of F′(x) and F′(x) F″(x), 1982). The derivative
 * KL(p_α‖p) − KL(p_α‖q) would need the member p_α, which nearly equal members lose to the rounding of θ.
 */
final class ChernoffSearch {
    private static final double EPSILON = Math.ulp(1.0);
    private static final double GOLDEN = 0.5 * (Math.sqrt(5) - 1);
    /** α from 4e-18 to 1 − 4e-18: for J is concave, the ends beyond hide no more than this part of the maximum. */
    private static final double WIDEST = 40;
    /** Far below the rounding of a smooth maximum, for there may be a kink: a bracket of width w leaves J a relative error of w. */
    private static final double NARROWEST = 1e-15;
    /** The widest difference; it is halved as long as that helps. */
    private static final double STEP = 0.5;

    private static final int HALVINGS = 32;
    private static final int COLUMNS = 8;
    private static final int NEWTON_STEPS = 2;
    /** What a place may fall short of the highest value seen, by rounding. */
    private static final double SHORTFALL = 1e-14;

    private final DoubleUnaryOperator jensen;
    private double information;
    private double place;

    private ChernoffSearch(DoubleUnaryOperator jensen, double half) {
        this.jensen = jensen;
        this.information = half;
    }

    static <D> Chernoff of(OrderedDivergences.Kind<D> kind, D p, D q) {
        double half = kind.jensen(p, q, 0.5);
        if (half == 0 || half == Double.POSITIVE_INFINITY) {
            return new Chernoff(half, 0.5);
        }
        // By the smaller of the two weights, which is exact.
        ChernoffSearch search = new ChernoffSearch(
                u -> u <= 0 ? kind.jensen(p, q, Logistic.logistic(u)) : kind.jensen(q, p, Logistic.logistic(-u)), half);
        search.section();
        search.refine();
        return new Chernoff(search.information, Logistic.logistic(search.place));
    }

    private double at(double u) {
        double value = jensen.applyAsDouble(u);
        if (value > information) {
            information = value;
            place = u;
        }
        return value;
    }

    private void section() {
        double lower = -WIDEST;
        double upper = WIDEST;
        double left = upper - GOLDEN * (upper - lower);
        double right = lower + GOLDEN * (upper - lower);
        double atLeft = at(left);
        double atRight = at(right);
        while (upper - lower > NARROWEST * Math.max(1, Math.abs(lower)) && left < right) {
            if (atLeft > atRight) {
                upper = right;
                right = left;
                atRight = atLeft;
                left = upper - GOLDEN * (upper - lower);
                atLeft = at(left);
            } else {
                lower = left;
                left = right;
                atLeft = atRight;
                right = lower + GOLDEN * (upper - lower);
                atRight = at(right);
            }
        }
    }

    /** Where J keeps rising to an end, or a step does not reach a value as high, the place stays. */
    private void refine() {
        double u = place;
        for (int i = 0; i < NEWTON_STEPS; i++) {
            Slopes slopes = slopes(u);
            double step = -slopes.first / slopes.second;
            if (!(slopes.second < 0 && Math.abs(step) <= STEP)) {
                return;
            }
            u += step;
            double value = jensen.applyAsDouble(u);
            if (!(value >= information * (1 - SHORTFALL))) {
                return;
            }
            information = Math.max(information, value);
            place = u;
            if (Math.abs(step) <= EPSILON * Math.max(1, Math.abs(u))) {
                return;
            }
        }
    }

    private record Slopes(double first, double second) {}

    /** J′ and J″, from the entry of the extrapolation whose neighbours differ the least. */
    private Slopes slopes(double u) {
        double middle = jensen.applyAsDouble(u);
        double[] first = new double[COLUMNS];
        double[] second = new double[COLUMNS];
        Slopes best = new Slopes(0, 0);
        double error = Double.POSITIVE_INFINITY;
        double h = STEP;
        for (int row = 0; row < HALVINGS; row++, h *= 0.5) {
            double above = jensen.applyAsDouble(u + h) - middle;
            double below = jensen.applyAsDouble(u - h) - middle;
            double newFirst = (above - below) / (2 * h);
            double newSecond = (above + below) / h / h;
            double weight = 1;
            for (int column = 0; column < COLUMNS; column++) {
                double oldFirst = first[column];
                double oldSecond = second[column];
                first[column] = newFirst;
                second[column] = newSecond;
                if (column == row) {
                    break;
                }
                weight *= 4;
                double change = (newFirst - oldFirst) / (weight - 1);
                if (Math.abs(change) + EPSILON * middle / h < error) {
                    error = Math.abs(change) + EPSILON * middle / h;
                    best = new Slopes(newFirst + change, newSecond + (newSecond - oldSecond) / (weight - 1));
                }
                newFirst += change;
                newSecond += (newSecond - oldSecond) / (weight - 1);
            }
            if (error <= 2 * EPSILON * middle / h) {
                break;
            }
        }
        return best;
    }
}
