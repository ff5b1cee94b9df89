package org.legendre.optimize.variational;

/**
 * Where a tilted density N(z; a, v)·exp f(z) is to be cut into points: a local maximum of h(z) = f(z) − (z − a)²/2v, and the width (1/v − f″)^(−½) of the normal density that osculates there, at most √v. With a likelihood that is not log-concave there may be two, one near a and one where f is
 * greatest; the narrower is taken, unless it is negligible.
 */
final class Peak {
    private static final double RANGE = 8;
    private static final double STRIDE = 0.5;
    private static final int ASCENTS = 200;
    /** In widths: a centre need not be exact. */
    private static final double NEAR = 1e-3;
    /** Below the highest, in nats: e⁻⁴⁰ is below rounding. */
    private static final double NEGLIGIBLE = 40;

    private final PredictorLikelihood likelihood;
    private final double a;
    private final double v;
    private final double[] f = new double[3];

    private double centre = Double.NaN;
    private double width = Double.NaN;
    private double height = Double.NEGATIVE_INFINITY;

    Peak(PredictorLikelihood likelihood, double a, double v) {
        this.likelihood = likelihood;
        this.a = a;
        this.v = v;
    }

    double centre() {
        return centre;
    }

    double width() {
        return width;
    }

    /** h at the centre. */
    double height() {
        return height;
    }

    /** Finds it. False if h is finite nowhere, or infinite. */
    boolean find() {
        double deviation = Math.sqrt(v);
        double likeliest = a;
        double highest = a;
        double greatest = Double.NEGATIVE_INFINITY;
        double top = Double.NEGATIVE_INFINITY;
        boolean concave = true;
        for (double t = -RANGE; t <= RANGE; t += STRIDE) {
            double z = a + deviation * t;
            double h = at(z, 1 / v);
            concave &= !(f[2] > 0);
            if (h > top) {
                top = h;
                highest = z;
            }
            if (f[0] > greatest) {
                greatest = f[0];
                likeliest = z;
            }
        }
        if (!Double.isFinite(top)) {
            return false;
        }
        take(ascend(highest, 1 / v));
        if (!concave) {
            take(ascend(ascend(likeliest, 0), 1 / v));
        }
        return Double.isFinite(height) && Double.isFinite(centre) && width > 0;
    }

    private void take(double z) {
        double h = at(z, 1 / v);
        double across = width(1 / v);
        boolean narrower = across < width && h > height - NEGLIGIBLE;
        if (Double.isNaN(width) || narrower || h > height + NEGLIGIBLE) {
            centre = z;
            width = across;
            height = h;
        }
    }

    /** h, with the precision 1/v, or f itself with the precision 0; leaves the derivatives of f in place. */
    private double at(double z, double precision) {
        likelihood.derivatives(z, f);
        return f[0] - 0.5 * (z - a) * ((z - a) * precision);
    }

    private double width(double precision) {
        return 1 / Math.sqrt(Math.max(precision - f[2], 1 / v));
    }

    /** Newton's method uphill, by the size of the curvature where that is positive, the step halved until it rises. */
    private double ascend(double start, double precision) {
        double z = start;
        double h = at(z, precision);
        for (int k = 0; k < ASCENTS; k++) {
            double across = 1 / Math.sqrt(Math.max(Math.abs(precision - f[2]), 1 / v));
            boolean concave = precision - f[2] > 0;
            double step = (f[1] - (z - a) * precision) * across * across;
            double next = z + step;
            double there = at(next, precision);
            while (!(there > h) && Math.abs(step) > NEAR * across) {
                step *= 0.5;
                next = z + step;
                there = at(next, precision);
            }
            if (!(there > h)) {
                return z;
            }
            z = next;
            h = there;
            if (concave && Math.abs(step) <= NEAR * across) {
                return z;
            }
        }
        return z;
    }
}
