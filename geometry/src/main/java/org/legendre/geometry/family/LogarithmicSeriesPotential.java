package org.legendre.geometry.family;

import org.legendre.geometry.Domain;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.Potential;

/** ψ(θ) = log(−log(1 − e^θ)) on θ &lt; 0, the log-partition of the logarithmic series distributions. */
final class LogarithmicSeriesPotential implements Potential {
    private static final Domain NEGATIVE = Domain.negative(1);

    @Override
    public Domain domain() {
        return NEGATIVE;
    }

    /** What all derivatives are made of, at one θ. */
    private record Point(double p, double rest, double normaliser, double excess) {
        /** p = e^θ, 1 − p, L = −log(1 − p) and 1 − p/L, which for a small p is no difference. */
        static Point of(double t) {
            double p = Math.exp(t);
            double normaliser = -GeometricPotential.log1mexp(t);
            return new Point(p, -Math.expm1(t), normaliser, LogarithmicSeriesKernel.excess(p, normaliser));
        }

        double mean() {
            return p / rest / normaliser;
        }

        double variance() {
            return mean() * (excess / rest);
        }
    }

    @Override
    public double value(double[] t) {
        Point point = Point.of(t[0]);
        // log L = θ + log(L/p), where L may be too small for a double.
        return point.p < 0.5 ? t[0] - LogarithmicSeriesKernel.logRatio(point.p) : Math.log(point.normaliser);
    }

    @Override
    public void gradient(double[] t, double[] out) {
        out[0] = Point.of(t[0]).mean();
    }

    @Override
    public Hessian hessian(double[] t) {
        return Hessian.diagonal(Point.of(t[0]).variance());
    }

    @Override
    public void third(double[] t, double[] u, double[] v, double[] out) {
        Point point = Point.of(t[0]);
        double mean = point.mean();
        // The derivative of the variance η/(1 − p) − η².
        double slope = point.variance() * (1 / point.rest - 2 * mean) + mean * (point.p / point.rest / point.rest);
        out[0] = slope * u[0] * v[0];
    }
}
