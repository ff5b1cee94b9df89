package org.legendre.optimize;

import java.util.Optional;
import org.legendre.geometry.ConvergenceException;
import org.legendre.geometry.SeparablePotential;

/** Mirror steps of an even separable map on the l1 ball: soft thresholding of the dual point, by the one λ ≥ 0 that brings Σ|xᵢ| to the radius. */
final class BallStep implements MirrorStep {
    private final SeparablePotential phi;
    private final SeparablePotential dual;
    private final CrossPolytope ball;
    private final Shift shift;
    private final double[] sizes;
    private final double[] points;

    BallStep(SeparablePotential phi, SeparablePotential dual, CrossPolytope ball) {
        this.phi = phi;
        this.dual = dual;
        this.ball = ball;
        this.shift = new Shift(dual, Simplex.INSTANCE);
        this.sizes = new double[phi.domain().size()];
        this.points = sizes.clone();
    }

    @Override
    public Optional<String> diagnose(double[] x) {
        return phi.domain().diagnose(x).or(() -> ball.diagnose(x));
    }

    @Override
    public void toDual(double[] x, double[] y) {
        phi.gradient(x, y);
    }

    @Override
    public String project(double[] y, double[] x) {
        dual.gradient(y, x);
        if (CrossPolytope.norm(x) <= ball.radius()) {
            return "";
        }
        for (int i = 0; i < y.length; i++) {
            sizes[i] = Math.abs(y[i]);
        }
        try {
            shift.solve(sizes, points, 0, y.length, ball.radius());
        } catch (ConvergenceException failure) {
            return String.valueOf(failure.getMessage());
        }
        for (int i = 0; i < y.length; i++) {
            x[i] = Math.copySign(points[i], y[i]);
            y[i] = points[i] > 0 ? Math.copySign(sizes[i], y[i]) : 0;
        }
        return "";
    }

    private boolean active(double[] x) {
        return CrossPolytope.norm(x) >= ball.radius() * (1 - 1e-12);
    }

    @Override
    public double decrement(double[] x, double[] y, double[] g) {
        double c = active(x) ? multiplier(x, y, g) : 0;
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double slope = slope(x[i], g[i], c);
            sum += dual.second(i, y[i]) * slope * slope;
        }
        return 0.5 * sum;
    }

    /** gᵢ + c times the subgradient of |xᵢ| that makes it least. */
    private static double slope(double x, double g, double c) {
        return x != 0 ? g + Math.copySign(c, x) : Math.copySign(Math.max(0, Math.abs(g) - c), g);
    }

    /** The least c ≥ 0 for which the direction does not raise Σ|xᵢ|: a decreasing, convex, piecewise linear equation, climbed by Newton's method from 0. */
    private double multiplier(double[] x, double[] y, double[] g) {
        double c = 0;
        for (int k = 0; k <= x.length + 1; k++) {
            double rise = 0;
            double weight = 0;
            for (int i = 0; i < x.length; i++) {
                double slope = slope(x[i], g[i], c);
                double w = dual.second(i, y[i]);
                if (x[i] != 0) {
                    rise -= Math.copySign(1, x[i]) * w * slope;
                    weight += w;
                } else if (slope != 0) {
                    rise += w * Math.abs(slope);
                    weight += w;
                }
            }
            double next = c + rise / weight;
            if (!(next > c)) {
                return c;
            }
            c = next;
        }
        return c;
    }

    @Override
    public double divergence(double[] x, double[] y, double[] x0, double[] y0) {
        return SumStep.separable(phi, dual, x, y, x0, y0);
    }
}
