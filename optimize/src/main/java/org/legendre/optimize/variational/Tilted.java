package org.legendre.optimize.variational;

import java.util.Arrays;

/**
 * The tilted distribution N(z; a, v)·exp f(z)/Z of one predictor: log Z, mean and variance. The variable z = m + w·sinh t, with a {@linkplain Peak centre and width}, makes features of all widths from w upward visible to a trapezoidal rule in t, whose step is halved until rounding hides the change; moments are those of
 * u = (z − m)/w, so that a narrow likelihood costs no digits of the variance.
 *
 * <p>Source of the substitution: H. Takahasi and M. Mori, Double exponential formulas for numerical integration, Publ. RIMS 9 (1974).
 */
final class Tilted {
    private static final double FIRST_STEP = 0.25;
    private static final int HALVINGS = 8;
    /** Where the normal density is below rounding, in its deviations. */
    private static final double RANGE = 8.5;
    /** Beyond e⁷⁰⁰ there is no number. */
    private static final double END = 700;

    private static final double ROUNDING = 1e-14;
    private static final double RESOLVED = 1e-6;
    private static final double NEGLIGIBLE = 1e-18;

    private final double[] f = new double[3];
    private final double[] sums = new double[3];
    private final double[] sizes = new double[3];

    private double logNormaliser;
    private double mean;
    private double variance;

    double logNormaliser() {
        return logNormaliser;
    }

    double mean() {
        return mean;
    }

    double variance() {
        return variance;
    }

    /** Measures it; says why it cannot, or nothing. */
    String measure(PredictorLikelihood likelihood, double a, double v) {
        String which = "the tilted distribution around " + a + " with the variance " + v;
        Peak peak = new Peak(likelihood, a, v);
        if (!peak.find()) {
            return which + " has no mass in binary64";
        }
        if (!integrate(likelihood, peak, a, v)) {
            return which + " is not resolved around " + peak.centre() + " by a width of " + peak.width();
        }
        double w = peak.width();
        double first = sums[1] / sums[0];
        logNormaliser = peak.height() + Math.log(sums[0]) + Math.log(w / Math.sqrt(2 * Math.PI * v));
        mean = peak.centre() + w * first;
        variance = w * w * (sums[2] / sums[0] - first * first);
        boolean proper = Double.isFinite(logNormaliser) && variance > 0 && Double.isFinite(variance);
        return proper ? "" : which + " has no mass or no variance in binary64";
    }

    /** Leaves ∫ uᵏ exp(h − h(m)) du, k = 0, 1, 2, in the sums; false if the last halving still changes them. */
    private boolean integrate(PredictorLikelihood likelihood, Peak peak, double a, double v) {
        // The points themselves are rounded, and so are the logarithms.
        double noise = Math.ulp(peak.centre()) / peak.width() + Math.ulp(peak.height());
        double rounding = ROUNDING + noise;
        Arrays.fill(sums, 0);
        Arrays.fill(sizes, 0);
        double step = FIRST_STEP;
        add(likelihood, peak, a, v, 0);
        points(likelihood, peak, a, v, step, step);
        double[] before = new double[3];
        double change = Double.POSITIVE_INFINITY;
        for (int k = 0; k < HALVINGS && !(change <= rounding); k++) {
            System.arraycopy(sums, 0, before, 0, 3);
            points(likelihood, peak, a, v, 0.5 * step, step);
            step *= 0.5;
            change = 0;
            for (int i = 0; i < 3; i++) {
                change = Math.max(change, Math.abs(sums[i] - 2 * before[i]) / sizes[i]);
            }
        }
        for (int i = 0; i < 3; i++) {
            sums[i] *= step;
        }
        return change <= RESOLVED && noise <= RESOLVED;
    }

    /** Adds ±first, ±(first + step), … to either side until nothing more is visible, the whole range of the normal density being passed. */
    private void points(PredictorLikelihood likelihood, Peak peak, double a, double v, double first, double step) {
        for (int side = -1; side <= 1; side += 2) {
            boolean visible = true;
            for (int k = 0; visible; k++) {
                double t = first + k * step;
                visible = t < END && add(likelihood, peak, a, v, side * t);
            }
        }
    }

    /** Adds one point; false if neither it nor what lies beyond it can be seen. */
    private boolean add(PredictorLikelihood likelihood, Peak peak, double a, double v, double t) {
        double m = peak.centre();
        double u = Math.sinh(t);
        double z = m + peak.width() * u;
        likelihood.derivatives(z, f);
        double h = f[0] - 0.5 * (z - a) * ((z - a) / v);
        double term = h == Double.NEGATIVE_INFINITY ? 0 : Math.exp(h - peak.height()) * Math.cosh(t);
        boolean visible = (t < 0 ? a - z : z - a) < RANGE * Math.sqrt(v);
        for (int i = 0; i < 3; i++) {
            sums[i] += term;
            sizes[i] += Math.abs(term);
            visible |= Math.abs(term) > NEGLIGIBLE * sizes[i];
            term *= u;
        }
        return visible;
    }
}
