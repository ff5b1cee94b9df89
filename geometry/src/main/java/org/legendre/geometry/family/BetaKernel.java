package org.legendre.geometry.family;

import java.util.Arrays;
import org.legendre.geometry.ConvergenceException;
import org.legendre.geometry.special.GammaRemainder;
import org.legendre.geometry.special.Logs;
import org.legendre.geometry.special.Polygamma;
import org.legendre.geometry.special.PolygammaDifference;

/** Density, Fisher determinant and the expectation equations of the beta distribution. */
final class BetaKernel {
    /** A solved pair reproduces each expectation to this relative residual. */
    private static final double CERTIFIED = 1e-13;

    private BetaKernel() {}

    /** log Β(α, β) = α log(α/s) + β log(β/s) + g(α) + g(β) − g(s), s = α + β. */
    static double logBeta(double alpha, double beta) {
        double remainder =
                GammaRemainder.value(alpha) + GammaRemainder.value(beta) - GammaRemainder.value(alpha + beta);
        return alpha * logShare(alpha, beta) + beta * logShare(beta, alpha) + remainder;
    }

    /** log(α/(α + β)). */
    private static double logShare(double alpha, double beta) {
        return beta <= alpha ? -Math.log1p(beta / alpha) : Logs.logRatio(alpha, alpha + beta);
    }

    /** As {@link GammaKernel#logDensity}: −s KL((α, β)/s‖(x, 1 − x)) − (g(α) + g(β) − g(s)) − log x(1 − x). */
    static double logDensity(double x, double alpha, double beta) {
        double sum = alpha + beta;
        double deviance = deviance(alpha, sum, x) + deviance(beta, sum, 1 - x);
        double remainder = GammaRemainder.value(alpha) + GammaRemainder.value(beta) - GammaRemainder.value(sum);
        return -deviance - remainder - Math.log(x) - Math.log1p(-x);
    }

    /** a log(a/sx) − a + sx, by logarithms where sx underflows. */
    private static double deviance(double a, double sum, double x) {
        double share = sum * x;
        return share >= Double.MIN_NORMAL
                ? Logs.relativeEntropyTerm(a, share)
                : share + a * (Logs.logRatio(a, sum) - Math.log(x) - 1);
    }

    /**
     * ψ′(α)ψ′(β) − ψ′(s)(ψ′(α) + ψ′(β)). With ψ′(x) = 1/x + g″(x) the terms 1/(αβ) cancel exactly and leave
     * [α²g″(α) − s²g″(s) + β²g″(β)]/(αβs) + g″(β)(g″(α) − g″(s)) − g″(α)g″(s).
     */
    static double determinant(double alpha, double beta) {
        double a = Math.max(alpha, beta);
        double b = Math.min(alpha, beta);
        double s = a + b;
        double ofA = GammaRemainder.secondDerivative(a);
        double ofB = GammaRemainder.secondDerivative(b);
        double ofS = GammaRemainder.secondDerivative(s);
        double leading = (a * a * ofA - s * s * ofS + b * b * ofB) / a / b / s;
        return leading + (ofB * PolygammaDifference.remainder(a, b) - ofA * ofS);
    }

    /**
     * The (α, β) with ψ(α) − ψ(α + β) = η₁ and ψ(β) − ψ(α + β) = η₂. First s = α + β by a bracketed solve of the two as one equation in s (the
     * fixed point of T. Minka, Estimating a Dirichlet distribution, 2000, equation 9), then Newton's iteration on
     * (log α, log β), whose residuals keep their accuracy where one parameter is far below the other.
     */
    static double[] solve(double[] eta) {
        double[] theta = start(eta);
        double[] best = theta;
        double least = Double.POSITIVE_INFINITY;
        int idle = 0;
        for (int i = 0; i < 200 && idle < 4; i++) {
            double first = eta[0] + PolygammaDifference.digamma(theta[0], theta[1]);
            double second = eta[1] + PolygammaDifference.digamma(theta[1], theta[0]);
            double residual = Math.max(Math.abs(first / eta[0]), Math.abs(second / eta[1]));
            if (residual < least) {
                least = residual;
                best = theta;
                idle = 0;
            } else {
                idle++;
            }
            if (residual <= Math.ulp(1.0)) {
                break;
            }
            double[] step = new double[2];
            BetaPotential.fisher(theta[0], theta[1]).solve(new double[] {first, second}, step);
            theta = new double[] {move(theta[0], step[0]), move(theta[1], step[1])};
        }
        if (!(least <= CERTIFIED)) {
            throw new ConvergenceException(
                    "the expectations " + Arrays.toString(eta)
                            + " of log x and log(1 − x) were not reached: stopped at " + Arrays.toString(best),
                    least);
        }
        return best;
    }

    /** A step in the logarithm, at most a factor e. */
    private static double move(double x, double step) {
        double relative = step / x;
        return Math.abs(relative) < 0.1 ? x + step : x * Math.exp(Math.max(-1, Math.min(1, relative)));
    }

    private static double[] start(double[] eta) {
        // The larger parameter has the larger expectation.
        boolean swap = eta[0] < eta[1];
        double[] larger = startOrdered(swap ? eta[1] : eta[0], swap ? eta[0] : eta[1]);
        return swap ? new double[] {larger[1], larger[0]} : larger;
    }

    /** The sum s, by ψ(s) − ψ(s − b) = −η_a with b = ψ⁻¹(η_b + ψ(s)): the difference does not cancel where b is far below s. */
    private static double[] startOrdered(double etaA, double etaB) {
        double lower = Math.log(1e-300);
        double upper = Math.log(1e300);
        double log = 0;
        double[] theta = {1, 1};
        for (int i = 0; i < 200 && upper - lower > 1e-6; i++) {
            double sum = Math.exp(log);
            double b = Polygamma.inverseDigamma(etaB + Polygamma.digamma(sum));
            double a = sum - b;
            double newton = Double.NaN;
            if (!(a > 0)) {
                lower = log;
            } else {
                theta = new double[] {a, b};
                double rise = PolygammaDifference.digamma(a, b);
                double residual = Logs.logRatio(rise, -etaA);
                double mixed = Polygamma.trigamma(a) * (Polygamma.trigamma(sum) / Polygamma.trigamma(b));
                double step = residual * rise / (sum * (mixed - PolygammaDifference.trigamma(a, b)));
                if (Math.abs(step) < 1e-7) {
                    break;
                }
                if (residual > 0) {
                    lower = log;
                } else {
                    upper = log;
                }
                newton = log - step;
            }
            log = newton > lower && newton < upper ? newton : 0.5 * (lower + upper);
        }
        return theta;
    }
}
