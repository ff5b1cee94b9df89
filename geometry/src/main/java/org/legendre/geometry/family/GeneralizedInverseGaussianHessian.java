package org.legendre.geometry.family;

import java.util.function.DoubleUnaryOperator;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.special.BesselWeight;
import org.legendre.geometry.special.EntropyTerms;

/**
 * The covariance of (log x, ±x, ±1/x), x = x₀eˢ, for a generalized inverse Gaussian variate of mode x₀ of its logarithm.
 *
 * <p>Where s is small the three are nearly one. So x = x₀ (1 + s + ½(C + D)) and 1/x = (1 − s + ½(C − D))/x₀ with C = 2(cosh s − 1) and
 * D = 2(sinh s − s), of orders s² and s³, and these are made uncorrelated one after the other (Gram–Schmidt): C = b₂₁s + …, D = b₃₁s + b₃₂(C − b₂₁s) + ….
 */
final class GeneralizedInverseGaussianHessian implements Hessian {
    /** x₀ with the sign. */
    private final double mode;

    private final double[] variance = new double[3];
    private final double b21;
    private final double b31;
    private final double b32;

    GeneralizedInverseGaussianHessian(double mode, BesselWeight weight, int sign) {
        this.mode = sign * DomainException.requirePositive("mode", mode);
        DoubleUnaryOperator first = centred(weight, s -> s);
        variance[0] = positive(weight.product(first, first));
        DoubleUnaryOperator c = centred(weight, GeneralizedInverseGaussianHessian::even);
        b21 = weight.product(c, first) / variance[0];
        DoubleUnaryOperator second = s -> c.applyAsDouble(s) - b21 * first.applyAsDouble(s);
        variance[1] = positive(weight.product(second, second));
        DoubleUnaryOperator d = centred(weight, GeneralizedInverseGaussianHessian::odd);
        b31 = weight.product(d, first) / variance[0];
        b32 = weight.product(d, second) / variance[1];
        DoubleUnaryOperator third =
                s -> d.applyAsDouble(s) - b31 * first.applyAsDouble(s) - b32 * second.applyAsDouble(s);
        variance[2] = positive(weight.product(third, third));
    }

    private static double positive(double variance) {
        return DomainException.requirePositive("variance of a part of (log x, x, 1/x)", variance);
    }

    private static DoubleUnaryOperator centred(BesselWeight weight, DoubleUnaryOperator f) {
        double mean = weight.mean(f);
        return s -> f.applyAsDouble(s) - mean;
    }

    /** 2 (cosh s − 1). */
    private static double even(double s) {
        return EntropyTerms.expm1mx(s) + EntropyTerms.expm1mx(-s);
    }

    /** 2 (sinh s − s). */
    static double odd(double s) {
        if (Math.abs(s) > 1) {
            return 2 * (Math.sinh(s) - s);
        }
        double q = s * s;
        double sum = 1;
        // s³/3 (1 + s²/(4·5) (1 + s²/(6·7) (1 + …))).
        for (int k = 20; k >= 4; k -= 2) {
            sum = 1 + q / (k * (k + 1)) * sum;
        }
        return s * q / 3 * sum;
    }

    @Override
    public int size() {
        return 3;
    }

    /** The coefficients of ⟨v, (log x, x, 1/x)⟩ on the three uncorrelated parts. */
    private double[] parts(double[] v) {
        double up = mode * v[1];
        double down = v[2] / mode;
        double c = 0.5 * (up + down);
        double d = 0.5 * (up - down);
        return new double[] {v[0] + (up - down) + b21 * c + b31 * d, c + b32 * d, d};
    }

    /** The covariances with the three uncorrelated parts, from those with (log x, x, 1/x). */
    private double[] covariances(double[] g) {
        double up = g[1] / mode;
        double down = g[2] * mode;
        double second = up + down - b21 * g[0];
        double third = up - down - 2 * g[0] - b31 * g[0] - b32 * second;
        return new double[] {g[0], second, third};
    }

    @Override
    public void multiply(double[] v, double[] out) {
        double[] q = parts(v);
        for (int i = 0; i < 3; i++) {
            q[i] *= variance[i];
        }
        double c = b21 * q[0] + q[1];
        double d = b31 * q[0] + b32 * q[1] + q[2];
        out[0] = q[0];
        out[1] = mode * (q[0] + 0.5 * (c + d));
        out[2] = (0.5 * (c - d) - q[0]) / mode;
    }

    @Override
    public void solve(double[] g, double[] out) {
        double[] q = covariances(g);
        double d = q[2] / variance[2];
        double c = q[1] / variance[1] - b32 * d;
        double first = q[0] / variance[0] - b21 * c - b31 * d;
        out[0] = first - 2 * d;
        out[1] = (c + d) / mode;
        out[2] = (c - d) * mode;
    }

    @Override
    public double quadratic(double[] v) {
        double[] e = parts(v);
        return variance[0] * e[0] * e[0] + variance[1] * e[1] * e[1] + variance[2] * e[2] * e[2];
    }

    @Override
    public double inverseQuadratic(double[] g) {
        double[] q = covariances(g);
        return q[0] * q[0] / variance[0] + q[1] * q[1] / variance[1] + q[2] * q[2] / variance[2];
    }

    /** The map to (s, C, D) has determinant ½. */
    @Override
    public double logDeterminant() {
        return Math.log(variance[0]) + Math.log(variance[1]) + Math.log(variance[2]) - 2 * Math.log(2);
    }
}
