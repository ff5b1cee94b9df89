package org.legendre.optimize.variational;

import org.legendre.geometry.ConvergenceException;

/** The tilted distribution N(z; a, v)·exp f(z)/Z of one predictor: log Z, mean and variance, by quadrature. */
final class Tilted {
    private static final double RANGE = 8;

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

    /** Measures it. False if it has no positive finite mass and variance in binary64, or is not resolved. */
    boolean measure(PredictorLikelihood likelihood, double a, double v) {
        double deviation = Math.sqrt(v);
        double[] f = new double[3];
        double top = Double.NEGATIVE_INFINITY;
        for (double t = -RANGE; t <= RANGE; t += 0.5) {
            likelihood.derivatives(a + deviation * t, f);
            top = Math.max(top, f[0] - 0.5 * t * t);
        }
        if (!Double.isFinite(top)) {
            return false;
        }
        double shift = top;
        double[] moments = new double[3];
        NormalQuadrature.Integrand weighted = (z, out) -> {
            likelihood.derivatives(z, f);
            double t = (z - a) / deviation;
            out[0] = Math.exp(f[0] - shift);
            out[1] = t * out[0];
            out[2] = t * out[1];
        };
        try {
            NormalQuadrature.expectation(weighted, a, v, moments);
        } catch (ConvergenceException unresolved) {
            return false;
        }
        double first = moments[1] / moments[0];
        logNormaliser = shift + Math.log(moments[0]);
        mean = a + deviation * first;
        variance = v * (moments[2] / moments[0] - first * first);
        return Double.isFinite(logNormaliser) && variance > 0 && Double.isFinite(variance);
    }
}
