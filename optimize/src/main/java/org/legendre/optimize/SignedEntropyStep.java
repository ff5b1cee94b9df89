package org.legendre.optimize;

import java.util.Optional;
import org.legendre.geometry.special.EntropyTerms;

/**
 * EG±: the point is x = r(p⁺ − p⁻), the 2n weights p^± ∝ e^±y sum to 1. The mirror map is φ(x) = r Σ p log p over both, its conjugate φ*(y) = r log Σ 2 cosh yᵢ, which is why nothing has to be
 * projected: every y is the dual point of a point inside the l1 ball.
 */
final class SignedEntropyStep implements MirrorStep {
    private static final int STEPS = 200;

    private final CrossPolytope ball;

    SignedEntropyStep(CrossPolytope ball) {
        this.ball = ball;
    }

    @Override
    public Optional<String> diagnose(double[] x) {
        return ball.diagnose(x)
                .or(() -> CrossPolytope.norm(x) < ball.radius()
                        ? Optional.empty()
                        : Optional.of("Σ|xᵢ| is " + ball.radius() + ", which is on the boundary"));
    }

    /** {@inheritDoc} With s = Σ 2 cosh yᵢ it is yᵢ = arsinh(sxᵢ/2r), so that s solves Σ (√(4 + s²aᵢ²) − saᵢ) = (1 − Σ aᵢ)s with a = |x|/r: Newton's method from below, where the equation is convex. */
    @Override
    public void toDual(double[] x, double[] y) {
        double slack = (ball.radius() - CrossPolytope.norm(x)) / ball.radius();
        double s = 2 * x.length;
        for (int k = 0; k < STEPS; k++) {
            double excess = -slack * s;
            double slope = -slack;
            for (double entry : x) {
                double a = Math.abs(entry) / ball.radius();
                double root = Math.hypot(2, s * a);
                double rest = 4 / (root + s * a);
                excess += rest;
                slope -= a * rest / root;
            }
            double next = s - excess / slope;
            if (!(next > s)) {
                break;
            }
            s = next;
        }
        for (int i = 0; i < x.length; i++) {
            double sinh = 0.5 * s * (Math.abs(x[i]) / ball.radius());
            double size = Math.log1p(sinh + sinh * (sinh / (1 + Math.hypot(1, sinh))));
            y[i] = Math.copySign(size, x[i]);
        }
    }

    @Override
    public String project(double[] y, double[] x) {
        double largest = largest(y);
        double sum = sum(y, largest);
        for (int i = 0; i < y.length; i++) {
            double size = Math.abs(y[i]);
            x[i] = Math.copySign(ball.radius() * (Math.exp(size - largest) * -Math.expm1(-2 * size) / sum), y[i]);
        }
        return "";
    }

    private static double largest(double[] y) {
        double largest = 0;
        for (double entry : y) {
            largest = Math.max(largest, Math.abs(entry));
        }
        return largest;
    }

    /** Σ 2 cosh yᵢ, divided by the exponential of the largest |yᵢ|. */
    private static double sum(double[] y, double largest) {
        double sum = 0;
        for (double entry : y) {
            double size = Math.abs(entry);
            sum += Math.exp(size - largest) * (1 + Math.exp(-2 * size));
        }
        return sum;
    }

    private static double logSum(double[] y) {
        double largest = largest(y);
        return largest + Math.log(sum(y, largest));
    }

    private double mean(double[] x, double[] g) {
        double mean = 0;
        for (int i = 0; i < x.length; i++) {
            mean += x[i] * g[i];
        }
        return mean / ball.radius();
    }

    /** {@inheritDoc} It is ½r times the variance of ±gᵢ under the weights. */
    @Override
    public double decrement(double[] x, double[] y, double[] g) {
        double mean = mean(x, g);
        double log = logSum(y);
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += Math.exp(y[i] - log) * (g[i] - mean) * (g[i] - mean);
            sum += Math.exp(-y[i] - log) * (g[i] + mean) * (g[i] + mean);
        }
        return 0.5 * ball.radius() * sum;
    }

    @Override
    public boolean pulls() {
        return true;
    }

    @Override
    public void pull(double[] x, double[] y, double[] g, double[] out) {
        double mean = mean(x, g);
        double log = logSum(y);
        for (int i = 0; i < x.length; i++) {
            out[i] = ball.radius() * (Math.exp(y[i] - log) * (g[i] - mean) + Math.exp(-y[i] - log) * (g[i] + mean));
        }
    }

    /** {@inheritDoc} It is r times the relative entropy of the weights, by their logarithms. */
    @Override
    public double divergence(double[] x, double[] y, double[] x0, double[] y0) {
        double log = logSum(y);
        // Its rounding counts only squared, for the weights sum to 1 on either side.
        double shift = logSum(y0) - log;
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            double d = y0[i] - y[i];
            sum += term(y[i] - log, d - shift) + term(-y[i] - log, -d - shift);
        }
        return ball.radius() * sum;
    }

    /** p log(p/q) − p + q from log p and c = log(q/p). */
    private static double term(double logP, double c) {
        double p = Math.exp(logP);
        return c <= 30 ? p * EntropyTerms.expm1mx(c) : Math.exp(logP + c) - p * (c + 1);
    }
}
