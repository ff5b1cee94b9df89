package org.legendre.examples.chapter;

import org.legendre.geometry.Expectation;
import org.legendre.geometry.Vec;
import org.legendre.geometry.family.Normal;
import org.legendre.geometry.family.Support;
import org.legendre.geometry.family.Univariate;
import org.legendre.geometry.special.Sums;

/**
 * The mixture ½N(−a, 1) + ½N(a, 1), a target for fits.
 *
 * @param a the distance of each peak from 0
 */
record TwoPeaks(double a) implements Univariate {
    /** Nodes of a trapezoidal rule for expectations under N(0, 1): for analytic integrands its error is below rounding here. */
    private static final double REACH = 10;

    private static final double NODE_STEP = .01;

    @Override
    public Support support() {
        return Support.REALS;
    }

    @Override
    public double logDensityAt(double x) {
        return -0.5 * (x * x + a * a) + logCosh(a * x) - 0.5 * Math.log(2 * Math.PI);
    }

    @Override
    public double center() {
        return 0;
    }

    @Override
    public double spread() {
        return Math.sqrt(1 + a * a);
    }

    /** E[(X, X²)]. */
    Vec<Expectation> moments() {
        return Vec.of(0, 1 + a * a);
    }

    /** What a reverse fit by q = N(μ, v) needs: E_q[log p], E_q[(log p)′] and E_q[(log p)″]. */
    double[] expectations(Normal q) {
        int nodes = 2 * (int) Math.round(REACH / NODE_STEP) + 1;
        double[][] terms = new double[3][nodes];
        double deviation = q.deviation();
        for (int k = 0; k < nodes; k++) {
            double z = (k - nodes / 2) * NODE_STEP;
            double weight = NODE_STEP * Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
            double x = q.mean() + deviation * z;
            double tanh = Math.tanh(a * x);
            terms[0][k] = weight * logDensityAt(x);
            terms[1][k] = weight * (a * tanh - x);
            terms[2][k] = weight * (a * a * (1 - tanh * tanh) - 1);
        }
        return new double[] {Sums.sum(terms[0]), Sums.sum(terms[1]), Sums.sum(terms[2])};
    }

    private static double logCosh(double x) {
        return Math.abs(x) + Math.log1p(Math.exp(-2 * Math.abs(x))) - Math.log(2);
    }
}
