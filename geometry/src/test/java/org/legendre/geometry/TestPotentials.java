package org.legendre.geometry;

import java.util.Arrays;
import org.legendre.geometry.special.Logs;

/** Potentials written by hand for the tests, without the automatic differentiation that some of them are compared with. */
final class TestPotentials {
    private TestPotentials() {}

    /** A function of one variable from value, first and second derivative. */
    record Scalar(Domain domain, Function value, Function first, Function second) implements Potential {
        @Override
        public double value(double[] x) {
            return value.at(x[0]);
        }

        @Override
        public void gradient(double[] x, double[] out) {
            out[0] = first.at(x[0]);
        }

        @Override
        public Hessian hessian(double[] x) {
            return Hessian.diagonal(second.at(x[0]));
        }
    }

    /** A function of one variable. */
    interface Function {
        double at(double x);
    }

    static Potential exponential() {
        return new Scalar(Domain.reals(1), Math::exp, Math::exp, Math::exp);
    }

    static Potential burg() {
        return new Scalar(Domain.positive(1), x -> -Math.log(x), x -> -1 / x, x -> 1 / x / x);
    }

    static Potential entropy() {
        return new Scalar(Domain.positive(1), x -> x * Math.log(x) - x, Math::log, x -> 1 / x);
    }

    static Potential softplus() {
        return new Scalar(
                Domain.reals(1),
                x -> Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))),
                x -> 1 / (1 + Math.exp(-x)),
                x -> Math.exp(-Math.abs(x)) / Math.pow(1 + Math.exp(-Math.abs(x)), 2));
    }

    /** log(1 + Σ exp xᵢ). */
    static Potential categorical(int k) {
        return new Potential() {
            @Override
            public Domain domain() {
                return Domain.reals(k);
            }

            @Override
            public double value(double[] x) {
                double[] all = Arrays.copyOf(x, k + 1);
                return Logs.logSumExp(all, 0, k + 1);
            }

            @Override
            public void gradient(double[] x, double[] out) {
                double log = value(x);
                for (int i = 0; i < k; i++) {
                    out[i] = Math.exp(x[i] - log);
                }
            }

            @Override
            public Hessian hessian(double[] x) {
                double[] p = new double[k];
                gradient(x, p);
                return Hessian.diagonalPlusRankOne(p, -1, p, Math.exp(-value(x)));
            }
        };
    }

    /** −θ₁²/4θ₂ − ½ log(−2θ₂). */
    static Potential normal() {
        return new Potential() {
            @Override
            public Domain domain() {
                return Domain.product(Domain.reals(1), Domain.negative(1));
            }

            @Override
            public double value(double[] t) {
                return -0.25 * t[0] / t[1] * t[0] - 0.5 * Math.log(-2 * t[1]);
            }

            @Override
            public void gradient(double[] t, double[] out) {
                out[0] = -0.5 * t[0] / t[1];
                out[1] = out[0] * out[0] - 0.5 / t[1];
            }

            @Override
            public Hessian hessian(double[] t) {
                return Hessian.gaussian(new double[] {-0.5 * t[0] / t[1]}, PositiveDefinite.diagonal(-0.5 / t[1]));
            }
        };
    }

    /** The same by automatic differentiation. */
    static Potential normalFromItsFormula() {
        return Potential.of(
                Domain.product(Domain.reals(1), Domain.negative(1)),
                t -> t[0].multiply(t[0])
                        .divide(t[1])
                        .multiply(-0.25)
                        .subtract(t[1].multiply(-2).log().multiply(0.5)));
    }

    /** −½ log(y₂ − y₁²) − ½, the closed-form conjugate; the chart of its domain is (y₁, log(y₂ − y₁²)). */
    static double normalConjugate(double[] y) {
        return -0.5 * Math.log(y[1] - y[0] * y[0]) - 0.5;
    }
}
