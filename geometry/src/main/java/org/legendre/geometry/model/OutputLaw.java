package org.legendre.geometry.model;

import java.util.Arrays;
import org.legendre.geometry.Probabilities;
import org.legendre.geometry.Vec;
import org.legendre.geometry.family.Bernoulli;
import org.legendre.geometry.family.Categorical;
import org.legendre.geometry.family.ExponentialFamily;
import org.legendre.geometry.family.Gamma;
import org.legendre.geometry.family.Member;
import org.legendre.geometry.family.Poisson;
import org.legendre.geometry.special.EntropyTerms;
import org.legendre.geometry.special.Logistic;

/**
 * What a likelihood needs of the member at θ: log p(y), T(y) − η and the covariance of T. For discrete outputs from θ itself, since probabilities round to 0 and 1 where log-odds do not.
 *
 * @param <T> the type of an output
 */
interface OutputLaw<T> {
    /** log p(y; θ), t being T(y); −∞ only where it overflows. */
    double logDensity(T y, double[] t, double[] theta);

    /** The score T(y) − η(θ). */
    void score(double[] t, double[] theta, double[] out);

    /** ∇²ψ(θ). */
    Covariance covariance(double[] theta);

    /** The law of a family. */
    static <T, M extends Member<T, M>> OutputLaw<T> of(ExponentialFamily<T, M> family) {
        if (family.equals(Bernoulli.FAMILY)) {
            return new Binary<>();
        }
        if (family.equals(Poisson.FAMILY)) {
            return new Count<>();
        }
        if (family.equals(Gamma.FAMILY)) {
            return new Waiting<>(new Any<>(family));
        }
        return family.equals(Categorical.family(family.dimension() + 1)) ? new Classes<>() : new Any<>(family);
    }

    /** Any family: its members know their own densities. */
    record Any<T, M extends Member<T, M>>(ExponentialFamily<T, M> family) implements OutputLaw<T> {
        @Override
        public double logDensity(T y, double[] t, double[] theta) {
            return family.member(Vec.of(theta)).logDensity(y);
        }

        @Override
        public void score(double[] t, double[] theta, double[] out) {
            family.potential().potential().gradient(theta, out);
            for (int i = 0; i < out.length; i++) {
                out[i] = t[i] - out[i];
            }
        }

        @Override
        public Covariance covariance(double[] theta) {
            return Covariance.of(family.potential().potential().hessian(theta));
        }
    }

    /** Gamma, θ = (a, −b): the covariance of (log y, y) is that of (log y, by) with the scale taken out, whose squares overflow and underflow where the weights of a logarithmic link are moderate. */
    record Waiting<T>(OutputLaw<T> any) implements OutputLaw<T> {
        @Override
        public double logDensity(T y, double[] t, double[] theta) {
            return any.logDensity(y, t, theta);
        }

        @Override
        public void score(double[] t, double[] theta, double[] out) {
            any.score(t, theta, out);
        }

        @Override
        public Covariance covariance(double[] theta) {
            double rate = -theta[1];
            Covariance unit = any.covariance(new double[] {theta[0], -1});
            return new Covariance() {
                @Override
                public void multiply(double[] u, double[] out) {
                    unit.multiply(new double[] {u[0], u[1] / rate}, out);
                    out[1] /= rate;
                }

                @Override
                public double quadratic(double[] u) {
                    return unit.quadratic(new double[] {u[0], u[1] / rate});
                }

                @Override
                public double[][] columns() {
                    double[][] columns = unit.columns();
                    for (double[] column : columns) {
                        column[1] /= rate;
                    }
                    return columns;
                }
            };
        }
    }

    /** Bernoulli, θ the log-odds. */
    record Binary<T>() implements OutputLaw<T> {
        @Override
        public double logDensity(T y, double[] t, double[] theta) {
            return -Logistic.log1pexp(t[0] == 1 ? -theta[0] : theta[0]);
        }

        @Override
        public void score(double[] t, double[] theta, double[] out) {
            out[0] = t[0] == 1 ? Logistic.logistic(-theta[0]) : -Logistic.logistic(theta[0]);
        }

        @Override
        public Covariance covariance(double[] theta) {
            return Covariance.scalar(Logistic.logistic(theta[0]) * Logistic.logistic(-theta[0]));
        }
    }

    /** Poisson, θ the logarithm of the mean. */
    record Count<T>() implements OutputLaw<T> {
        /** What the likeliest mean y gives, less μ − y − y log(μ/y), μ = e^θ, by the distance of θ from log y. */
        @Override
        public double logDensity(T y, double[] t, double[] theta) {
            double count = t[0];
            return count == 0
                    ? -Math.exp(theta[0])
                    : new Poisson(count).logDensityAt(count) - count * EntropyTerms.expm1mx(theta[0] - Math.log(count));
        }

        @Override
        public void score(double[] t, double[] theta, double[] out) {
            out[0] = t[0] == 0 ? -Math.exp(theta[0]) : -t[0] * Math.expm1(theta[0] - Math.log(t[0]));
        }

        @Override
        public Covariance covariance(double[] theta) {
            return Covariance.scalar(Math.exp(theta[0]));
        }
    }

    /** Categorical, θ the log-odds against the last class. */
    record Classes<T>() implements OutputLaw<T> {
        private static Probabilities probabilities(double[] theta) {
            return Probabilities.ofLogits(Arrays.copyOf(theta, theta.length + 1));
        }

        private static int label(double[] t) {
            int c = 0;
            while (c < t.length && t[c] == 0) {
                c++;
            }
            return c;
        }

        @Override
        public double logDensity(T y, double[] t, double[] theta) {
            return probabilities(theta).logProbability(label(t));
        }

        /** 1 − p of the label is the sum of the others, which does not cancel. */
        @Override
        public void score(double[] t, double[] theta, double[] out) {
            Probabilities p = probabilities(theta);
            int label = label(t);
            double others = 0;
            for (int c = 0; c < p.size(); c++) {
                others += c == label ? 0 : p.get(c);
            }
            for (int c = 0; c < out.length; c++) {
                out[c] = c == label ? others : -p.get(c);
            }
        }

        @Override
        public Covariance covariance(double[] theta) {
            return new ClassCovariance(probabilities(theta));
        }
    }
}
