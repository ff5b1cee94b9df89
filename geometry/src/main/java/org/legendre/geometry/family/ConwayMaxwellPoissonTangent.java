package org.legendre.geometry.family;

import org.apache.commons.numbers.gamma.LogGamma;
import org.legendre.geometry.special.GammaRemainder;

/** Weights with b of a tangent, that of log x! at the anchor or nearly so: log w = slope·d − νb(d). */
final class ConwayMaxwellPoissonTangent extends ConwayMaxwellPoissonWeights {
    private final double nu;
    private final boolean real;
    private final double slope;

    /** Anchored at the mode itself if real, else at a count. */
    ConwayMaxwellPoissonTangent(double nu, double anchor, boolean real, double rise, double slope, double logAnchor) {
        super(anchor, rise, logAnchor);
        this.nu = nu;
        this.real = real;
        this.slope = slope;
    }

    @Override
    double log(double x, double d) {
        return slope * d - nu * bend(x, d);
    }

    @Override
    double bend(double x, double d) {
        double anchor = anchor();
        if (d == 0) {
            return 0;
        }
        if (anchor == 0) {
            return LogGamma.value(x + 1);
        }
        if (real && x == 0) {
            // log 0! = 0, and g has a pole there.
            return logAnchor() / nu;
        }
        if (real) {
            // log x! = x log x − x + log x + g(x)
            return (Math.log1p(d / anchor) + GammaRemainder.derivative(anchor) * d)
                    + (GammaRemainder.bregman(x, anchor, d) - PoissonKernel.deviance(x, -d, anchor));
        }
        return aboveTangent(anchor, x, d);
    }
}
