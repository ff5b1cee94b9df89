package org.legendre.geometry.family;

import java.util.Arrays;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * Sums Σ w(x) f(x) over the counts, w unimodal: nodes as offsets from an anchor near the mode, which is the first, and weights.
 *
 * <p>Where w is wide and smooth every h-th point is enough: by Poisson's summation formula the sum and h times the sum over a lattice of step h both
 * differ from ∫ w f by the Fourier transform of w f at 2π/h and beyond, e^(−2π²σ²/h²) for a width σ.
 */
final class LatticeRule {
    /** What a tail may hold of all weights but the anchor's. */
    private static final double NEGLIGIBLE = 1e-20;

    /** The points that are summed one by one before an integral takes over, and those that Gregory's rule mends at the seam. */
    private static final int HEAD = 64;
    /** |Gⱼ| in 1/log(1 + z) = 1/z + Σ (−1)ʲ⁻¹|Gⱼ|zʲ⁻¹, Gregory's coefficients. */
    private static final double[] GREGORY = {
        1.0 / 2,
        1.0 / 12,
        1.0 / 24,
        19.0 / 720,
        3.0 / 160,
        863.0 / 60480,
        275.0 / 24192,
        33953.0 / 3628800,
        8183.0 / 1036800,
        3250433.0 / 479001600
    };

    private static final GaussIntegrator RULE = new GaussIntegratorFactory().legendre(16);
    /** The ratio of the ends of a panel. */
    private static final double PANEL = 1.125;

    /** At least so many nodes on each side, however small their weights: moments of second order may hang on the second. */
    private static final int FEWEST = 4;

    private final double anchor;
    private double[] points = new double[64];
    private double[] offsets = new double[64];
    private double[] weights = new double[64];
    private int size;

    private LatticeRule(double anchor) {
        this.anchor = anchor;
    }

    /** The logarithm of w, which is 0 at the anchor or known up to a constant. */
    interface LogWeight {
        /** At x, where offset is x less the anchor, whichever is the better known. */
        double at(double x, double offset);
    }

    /** Every step-th point outwards from the anchor, from lowest to highest, until the weights are negligible. */
    static LatticeRule outwards(double anchor, double lowest, double highest, double step, LogWeight logWeight) {
        LatticeRule rule = new LatticeRule(anchor);
        rule.add(anchor, 0, step * Math.exp(logWeight.at(anchor, 0)));
        double others = 0;
        for (int side = 1; side >= -1; side -= 2) {
            for (int j = 1; ; j++) {
                double offset = side * j * step;
                double x = anchor + offset;
                if (!(x >= lowest && x <= highest)) {
                    break;
                }
                double weight = step * Math.exp(logWeight.at(x, offset));
                if (!(weight > NEGLIGIBLE * others) && (j > FEWEST || !(weight > 0))) {
                    break;
                }
                others += weight;
                rule.add(x, offset, weight);
            }
        }
        return rule;
    }

    /**
     * All counts 0, 1, 2, …, the anchor being one of them, for a w that changes by less than a tenth from one count to the next beyond the first few: the
     * head one by one, then ∫ w f by Gauss–Legendre on panels of growing length, and Gregory's rule where the two meet.
     */
    static LatticeRule smooth(double anchor, LogWeight logWeight) {
        LatticeRule rule = new LatticeRule(anchor);
        rule.add(anchor, 0, anchor < HEAD ? Math.exp(logWeight.at(anchor, 0)) : 0);
        for (int x = 0; x < HEAD + GREGORY.length; x++) {
            if (x != anchor || x >= HEAD) {
                rule.add(x, x < HEAD ? 1 : seam(x - HEAD), logWeight);
            }
        }
        double highest = 0;
        for (double low = HEAD; ; low *= PANEL) {
            double half = 0.5 * (PANEL - 1) * low;
            double largest = 0;
            for (int k = 0; k < RULE.getNumberOfPoints(); k++) {
                double weight = rule.add(low + half * (1 + RULE.getPoint(k)), half * RULE.getWeight(k), logWeight);
                largest = Math.max(largest, weight);
            }
            highest = Math.max(highest, largest);
            if (low > anchor && !(largest > NEGLIGIBLE * highest)) {
                return rule;
            }
        }
    }

    private double add(double x, double share, LogWeight logWeight) {
        double offset = x - anchor;
        double weight = share * Math.exp(logWeight.at(x, offset));
        add(x, offset, weight);
        return weight;
    }

    private void add(double x, double offset, double weight) {
        if (size == points.length) {
            points = Arrays.copyOf(points, 2 * size);
            offsets = Arrays.copyOf(offsets, 2 * size);
            weights = Arrays.copyOf(weights, 2 * size);
        }
        points[size] = x;
        offsets[size] = offset;
        weights[size++] = weight;
    }

    /** Gregory's Σ₀^∞ f(k) − ∫₀^∞ f = Σⱼ (−1)ʲ|Gⱼ₊₁| Δʲf(0): the weight of f(i). */
    private static double seam(int i) {
        double sum = 0;
        double binomial = 1;
        for (int j = i; j < GREGORY.length; j++) {
            sum += GREGORY[j] * binomial;
            binomial *= (j + 1.0) / (j + 1 - i);
        }
        return i % 2 == 0 ? sum : -sum;
    }

    int size() {
        return size;
    }

    double point(int i) {
        return points[i];
    }

    /** The node less the anchor. */
    double offset(int i) {
        return offsets[i];
    }

    /** The weight, its step or quadrature weight included. */
    double weight(int i) {
        return weights[i];
    }
}
