package org.legendre.geometry.family;

import org.legendre.geometry.ConvergenceException;
import org.legendre.geometry.Domain;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Natural;
import org.legendre.geometry.Potential;
import org.legendre.geometry.Vec;
import org.legendre.geometry.special.GammaRemainder;
import org.legendre.geometry.special.Logs;

/**
 * The multivariate gamma function Γ_d(a) = π^(d(d−1)/4) Π Γ(a − i/2), i = 0, …, d − 1, on a &gt; (d − 1)/2, through its remainder after the part
 * that is like an entropy, G(a) = log Γ_d(a) − d (a log a − a).
 *
 * <p>G is convex and decreasing like −¼d(d+1) log a, and as the remainder g of {@link GammaRemainder} keeps the divergences of large shapes free of
 * cancellation. With xᵢ = a − i/2, G(a) = ¼d(d−1) log π + Σ [g(xᵢ) + (xᵢ log(xᵢ/a) − xᵢ + a) − (i/2) log a].
 *
 * <p>Source: A. T. James, Distributions of matrix variates and latent roots derived from normal samples, Ann. Math. Statist. 35 (1964), for Γ_d.
 */
record MultivariateGamma(int d) {
    private static final double LOG_PI = 1.1447298858494002;
    /** A solved shape reproduces its equation to this relative residual. */
    private static final double CERTIFIED = 1e-13;

    /** The infimum (d − 1)/2 of the shapes. */
    double infimum() {
        return 0.5 * (d - 1);
    }

    /** ¼d(d−1) log π. */
    double constant() {
        return 0.25 * d * (d - 1) * LOG_PI;
    }

    /** xᵢ from z = a − (d − 1)/2: near the boundary no digit of the smallest is lost. */
    private double argument(double z, int i) {
        return z + 0.5 * (d - 1 - i);
    }

    private double excess(double a) {
        return DomainException.requirePositive("shape less (d − 1)/2", a - infimum());
    }

    /** G(a). */
    double value(double a) {
        double z = excess(a);
        double sum = constant();
        for (int i = 0; i < d; i++) {
            double x = argument(z, i);
            sum += GammaRemainder.value(x) + Logs.relativeEntropyTerm(x, a) - 0.5 * i * Math.log(a);
        }
        return sum;
    }

    /** G′(a) = Σ [g′(xᵢ) + log(xᵢ/a)] &lt; 0. */
    double derivative(double a) {
        return derivativeAt(excess(a));
    }

    private double derivativeAt(double z) {
        double a = z + infimum();
        double sum = 0;
        for (int i = 0; i < d; i++) {
            double x = argument(z, i);
            double share = 0.5 * i / a;
            sum += GammaRemainder.derivative(x) + (share <= 0.5 ? Math.log1p(-share) : Logs.logRatio(x, a));
        }
        return sum;
    }

    /** G″(a) = Σ [g″(xᵢ) + (i/2)/(a xᵢ)] &gt; 0. */
    double secondDerivative(double a) {
        return secondDerivativeAt(excess(a));
    }

    private double secondDerivativeAt(double z) {
        double a = z + infimum();
        double sum = 0;
        for (int i = 0; i < d; i++) {
            double x = argument(z, i);
            sum += GammaRemainder.secondDerivative(x) + 0.5 * i / a / x;
        }
        return sum;
    }

    /** The mean logarithm −ψ*′ of a determinant of rate 1, (log Γ_d)′(a) = G′(a) + d log a. */
    double digamma(double a) {
        return derivative(a) + d * Math.log(a);
    }

    /**
     * The Bregman divergence G(a) − G(b) − G′(b)(a − b) ≥ 0: of g at each xᵢ, yᵢ, and of (a − s) log(a − s) − a log a for each s = i/2, which is
     * s φ(w) − a φ(sw/a) with w = (a − b)/(b − s) and φ(w) = w − log(1 + w).
     */
    double bregman(double a, double b) {
        double difference = a - b;
        double zA = excess(a);
        double zB = excess(b);
        double sum = 0;
        for (int i = 0; i < d; i++) {
            double x = argument(zA, i);
            double y = argument(zB, i);
            sum += GammaRemainder.bregman(x, y, difference);
            if (i > 0) {
                double s = 0.5 * i;
                double w = difference / y;
                double u = s / a * w;
                double whole = w >= -0.5 ? Logs.xmlog1p(w) : w - Logs.logRatio(x, y);
                double part = u >= -0.5 ? Logs.xmlog1p(u) : u - (Logs.logRatio(x, y) - Logs.logRatio(a, b));
                sum += s * whole - a * part;
            }
        }
        return sum;
    }

    /** The skewed Jensen divergence αG(a) + (1−α)G(b) − G(αa + (1−α)b), by its positive integral where the direct formula would cancel. */
    double skewedJensen(double a, double b, double alpha) {
        Legendre<Natural, Expectation> g = Legendre.of(new Remainder(this));
        return g.skewedJensen(Vec.of(a), Vec.of(b), alpha);
    }

    /**
     * The shape a with d log a − (log Γ_d)′(a) = s, s &gt; 0: the multivariate digamma equation −G′(a) = s, by Newton's iteration on the logarithms
     * of s and of z = a − (d − 1)/2, between which the curve is nearly straight, its slope −1 at either end. A bracket guards it.
     */
    double shape(double gap) {
        DomainException.requirePositive("log det of the mean less mean of log det", gap);
        double z = 0.25 * d * (d + 1) / gap;
        double lower = 0;
        double upper = Double.POSITIVE_INFINITY;
        for (int k = 0; k < 200; k++) {
            double value = -derivativeAt(z);
            double residual = Logs.logRatio(value, gap);
            if (Math.abs(residual) <= 2 * Math.ulp(1.0)) {
                return z + infimum();
            }
            if (residual > 0) {
                lower = z;
            } else {
                upper = z;
            }
            double next = z * Math.exp(Math.min(8, Math.max(-8, residual * value / (z * secondDerivativeAt(z)))));
            if (!(next > lower && next < upper)) {
                next = upper == Double.POSITIVE_INFINITY
                        ? 2 * z
                        : lower == 0 ? z / 2 : Math.sqrt(lower) * Math.sqrt(upper);
            }
            if (next == z || (k >= 12 && Math.abs(residual) <= CERTIFIED) || !(upper - lower > Math.ulp(lower))) {
                return certified(z, residual, gap);
            }
            z = next;
        }
        throw new ConvergenceException(
                "the multivariate digamma equation for " + gap + " was not solved by " + z, CERTIFIED);
    }

    private double certified(double z, double residual, double gap) {
        if (!(Math.abs(residual) <= CERTIFIED)) {
            throw new ConvergenceException(
                    "the multivariate digamma equation for " + gap + " was not solved: the steps vanish at "
                            + (z + infimum()),
                    residual);
        }
        return z + infimum();
    }

    /** G as a potential in one dimension. */
    private record Remainder(MultivariateGamma gamma) implements Potential {
        @Override
        public Domain domain() {
            return Domain.box(new double[] {gamma.infimum()}, new double[] {Double.POSITIVE_INFINITY});
        }

        @Override
        public double value(double[] a) {
            return gamma.value(a[0]);
        }

        @Override
        public void gradient(double[] a, double[] out) {
            out[0] = gamma.derivative(a[0]);
        }

        @Override
        public Hessian hessian(double[] a) {
            return Hessian.diagonal(gamma.secondDerivative(a[0]));
        }
    }
}
