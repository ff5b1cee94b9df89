package org.legendre.geometry.family;

import java.util.random.RandomGenerator;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.PackedCone;
import org.legendre.geometry.PositiveDefinite;
import org.legendre.geometry.SymmetricHessian;
import org.legendre.geometry.special.GammaRemainder;

/**
 * What Wishart, inverse Wishart and normal–inverse-Wishart distributions share: matrix gamma distributions of shape a = n/2 and rate B, where n is
 * the degrees of freedom, with mean aB⁻¹.
 */
final class WishartKernel {
    private WishartKernel() {}

    static double requireDegrees(double degrees, int d) {
        if (!(degrees > d - 1 && degrees <= Double.MAX_VALUE)) {
            throw new DomainException(
                    "degrees of freedom", degrees, "a finite number > " + (d - 1) + " in dimension " + d);
        }
        return degrees;
    }

    /**
     * The divergence a_q (tr R − d − log det R) + B_G(a_q, a_p) where R is the mean of p relative to that of q, and G of {@link MultivariateGamma}:
     * two nonnegative terms. The matrices are the scales of p and q, or the inverse scales of q and p: n_p P and n_q Q are compared.
     */
    static double kl(double degreesP, PositiveDefinite p, double degreesQ, PositiveDefinite q) {
        return 0.5 * degreesQ * PositiveDefinitePencil.itakuraSaito(degreesP, p, degreesQ, q)
                + new MultivariateGamma(p.size()).bregman(0.5 * degreesQ, 0.5 * degreesP);
    }

    /**
     * The skewed Jensen divergence: that of G at the shapes, and ā = αa_p + βa_q times the gap of log det between the inverse means, of weights
     * αa_p/ā and βa_q/ā; two terms of one sign. The matrices are as for {@link #kl}.
     */
    static double skewedJensen(double degreesP, PositiveDefinite p, double degreesQ, PositiveDefinite q, double alpha) {
        double beta = 1 - DomainException.requireFinite("α", alpha);
        double ofShapes = new MultivariateGamma(p.size()).skewedJensen(0.5 * degreesP, 0.5 * degreesQ, alpha);
        if (alpha == 0 || beta == 0 || ofShapes == Double.NEGATIVE_INFINITY) {
            return ofShapes;
        }
        double ofP = alpha * degreesP;
        double ofQ = beta * degreesQ;
        double whole = ofP + ofQ;
        // The smaller weight is the one that is known to full relative accuracy.
        double gap = Math.abs(ofP) <= Math.abs(ofQ)
                ? PositiveDefinitePencil.logDeterminantGap(degreesQ, q, degreesP, p, ofP / whole)
                : PositiveDefinitePencil.logDeterminantGap(degreesP, p, degreesQ, q, ofQ / whole);
        return 0.5 * whole * gap + ofShapes;
    }

    /**
     * log p(X) = −½n (tr R − d − log det R) − G(n/2) − ½(d+1) log det X with R the observation relative to the mean: no large terms cancel. The
     * matrices are X and V, or Ψ and X: R is the first over n times the second.
     */
    static double logDensity(double degrees, PositiveDefinite first, PositiveDefinite second, double logDeterminant) {
        int d = first.size();
        return -0.5 * degrees * PositiveDefinitePencil.itakuraSaito(1, first, degrees, second)
                - new MultivariateGamma(d).value(0.5 * degrees)
                - 0.5 * (d + 1) * logDeterminant;
    }

    /**
     * The entropy of the matrix gamma distribution of log det B = {@code logRate}, and with sign −1 of the inverse of its draws: Σ [g(xᵢ) −
     * (a ∓ (d+1)/2) g′(xᵢ) − (i/2 ∓ (d+1)/2) log xᵢ + i/2] ∓ ½(d+1) log det B + ¼d(d−1) log π.
     */
    static double entropy(int d, double degrees, double logRate, int sign) {
        double a = 0.5 * degrees;
        double half = sign * 0.5 * (d + 1);
        double sum = new MultivariateGamma(d).constant() - half * logRate;
        for (int i = 0; i < d; i++) {
            double x = 0.5 * (degrees - i);
            sum += GammaRemainder.value(x)
                    - (a - half) * GammaRemainder.derivative(x)
                    - (0.5 * i - half) * Math.log(x)
                    + 0.5 * i;
        }
        return sum;
    }

    /** Fisher in (n, C) where C is proportional to B⁻¹ (sign 1) or to B (sign −1): ¼(log Γ_d)″ dn² ± dn tr(C⁻¹dC) + (n/2) tr(C⁻¹dC C⁻¹dC). */
    static Hessian fisher(double degrees, PositiveDefinite c, int sign) {
        int d = c.size();
        double schur = 0.25 * new MultivariateGamma(d).secondDerivative(0.5 * degrees);
        return ShearedHessian.tilted(
                schur,
                new SymmetricHessian(c, 2 / degrees).inverse(),
                PackedCone.scaled(d, c.toPacked(), sign / degrees, sign / degrees));
    }

    /**
     * A lower triangular factor A of a draw AAᵀ of n degrees and unit scale: aᵢᵢ² of χ² with n − i degrees, aᵢⱼ standard normal (M. S. Bartlett, On
     * the theory of statistical regression, Proc. R. Soc. Edinb. 53 (1933)).
     */
    static double[][] bartlett(int d, double degrees, RandomGenerator random) {
        double[][] a = new double[d][d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < i; j++) {
                a[i][j] = random.nextGaussian();
            }
            a[i][i] = Math.sqrt(2 * GammaKernel.sample(0.5 * (degrees - i), random));
        }
        return a;
    }

    /** L A for the Cholesky factor L of a scale: a factor of a Wishart draw. */
    static double[][] scaled(PositiveDefinite scale, double[][] a) {
        int d = a.length;
        double[][] out = new double[d][d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j <= i; j++) {
                for (int k = j; k <= i; k++) {
                    out[i][j] += scale.factor(i, k) * a[k][j];
                }
            }
        }
        return out;
    }

    /**
     * L B⁻ᵀ for the Cholesky factor L of an inverse scale, lower triangular: the Cholesky factor of the inverse of a Wishart draw BBᵀ. B is A with rows
     * and columns reversed, upper triangular; the law of AAᵀ does not know the order of the coordinates.
     */
    static double[][] inverselyScaled(PositiveDefinite inverseScale, double[][] a) {
        int d = a.length;
        double[][] out = new double[d][d];
        for (int i = 0; i < d; i++) {
            for (int j = i; j >= 0; j--) {
                double sum = inverseScale.factor(i, j);
                for (int k = j + 1; k <= i; k++) {
                    sum -= a[d - 1 - j][d - 1 - k] * out[i][k];
                }
                out[i][j] = sum / a[d - 1 - j][d - 1 - j];
            }
        }
        return out;
    }
}
