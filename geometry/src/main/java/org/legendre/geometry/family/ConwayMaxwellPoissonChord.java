package org.legendre.geometry.family;

import org.legendre.geometry.special.GammaRemainder;
import org.legendre.geometry.special.Logs;

/**
 * Weights with b of the chord from the anchor, the count ⌊m⌋, to the heavier of its two neighbours, for large ν, where nearly all mass may sit on one or
 * two counts: b is 0 there, not but for rounding, so that the covariances come from the small weights of the others alone.
 *
 * <p>Above the anchor log w = νd log(m/(x₀+1)) − ν Σ log((x₀+j)/(x₀+1)), below it νd log(m/x₀) − ν Σ log(x₀/(x₀−j)): all terms have one sign.
 */
final class ConwayMaxwellPoissonChord extends ConwayMaxwellPoissonWeights {
    /** So many terms are summed one by one. */
    private static final double FEW = 32;

    private final double nu;
    /** log w of the two neighbours, above and below. */
    private final double above;

    private final double below;
    private final boolean upwards;

    ConwayMaxwellPoissonChord(double theta, double nu, double m, double logAnchor) {
        this(
                nu,
                Math.floor(m),
                // log λ itself, wherever it is the logarithm that matters.
                m < 1 ? theta : nu * Logs.logRatio(m, Math.floor(m) + 1),
                m < 1 ? Double.NEGATIVE_INFINITY : m < 2 ? -theta : -nu * Logs.logRatio(m, Math.floor(m)),
                logAnchor);
    }

    private ConwayMaxwellPoissonChord(double nu, double anchor, double above, double below, double logAnchor) {
        super(anchor, Math.log(above >= below ? anchor + 1 : anchor), logAnchor);
        this.nu = nu;
        this.above = above;
        this.below = below;
        this.upwards = above >= below;
    }

    @Override
    double log(double x, double d) {
        return d > 0 ? above * d - nu * rises(x, d) : d < 0 ? below * -d - nu * falls(x, -d) : 0;
    }

    @Override
    double bend(double x, double d) {
        if (d > 0) {
            return upwards ? rises(x, d) : rises(x, d) + d * Math.log1p(1 / anchor());
        }
        if (d < 0) {
            return upwards ? falls(x, -d) - d * Math.log1p(1 / anchor()) : falls(x, -d);
        }
        return 0;
    }

    /** log x! − log x₀! − d log(x₀ + 1) ≥ 0 for x = x₀ + d above the anchor. */
    private double rises(double x, double d) {
        double next = anchor() + 1;
        if (d > FEW) {
            return aboveTangent(anchor(), x, d) + GammaRemainder.derivative(next) * d;
        }
        double sum = 0;
        for (int j = 1; j < d; j++) {
            sum += Math.log1p(j / next);
        }
        return sum;
    }

    /** log x! − log x₀! + k log x₀ ≥ 0 for x = x₀ − k below the anchor. */
    private double falls(double x, double k) {
        double anchor = anchor();
        if (k > FEW) {
            return aboveTangent(anchor, x, -k) - (GammaRemainder.derivative(anchor + 1) + Math.log1p(1 / anchor)) * k;
        }
        double sum = 0;
        for (int j = 1; j < k; j++) {
            sum -= Math.log1p(-j / anchor);
        }
        return sum;
    }
}
