package org.legendre.properties;

import java.util.Optional;
import org.legendre.properties.CurveSubject.Parts;

/** A curve with factors on what it does: 1 leaves a part as it is. */
record ScaledCurve(Parts right, double step, double decrement, double divergence, double tangential) implements Parts {
    @Override
    public Optional<double[]> move(double[] x, double[] g, double t) {
        return right.move(x, g, step * t);
    }

    @Override
    public double decrement(double[] x, double[] g) {
        return decrement * right.decrement(x, g);
    }

    @Override
    public double divergence(double[] x, double[] g, double t) {
        return divergence * right.divergence(x, g, t);
    }

    @Override
    public double[] tangential(double[] x, double[] g, double[] v) {
        double[] w = right.tangential(x, g, v);
        return Rounding.axpy(tangential, w, new double[w.length]);
    }
}
