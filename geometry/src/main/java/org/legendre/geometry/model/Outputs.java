package org.legendre.geometry.model;

import java.util.Arrays;
import org.legendre.geometry.family.Categorical;
import org.legendre.geometry.family.ExponentialFamily;
import org.legendre.geometry.family.Gamma;
import org.legendre.geometry.family.Member;

/** The shipped outputs. */
final class Outputs {
    private Outputs() {}

    /** θ = cz. */
    record Scaled<T, M extends Member<T, M>>(ExponentialFamily<T, M> family, double scale) implements Output<T, M> {
        @Override
        public int predictors() {
            return family.dimension();
        }

        @Override
        public void natural(double[] z, double[] theta) {
            scale(z, theta);
        }

        @Override
        public void push(double[] z, double[] v, double[] out) {
            scale(v, out);
        }

        @Override
        public void pull(double[] z, double[] u, double[] out) {
            scale(u, out);
        }

        private void scale(double[] from, double[] to) {
            for (int i = 0; i < from.length; i++) {
                to[i] = scale * from[i];
            }
        }
    }

    /** What another output makes of the sum Σ z_k. */
    record Summed<T, M extends Member<T, M>>(Output<T, M> output, int predictors) implements Output<T, M> {
        @Override
        public ExponentialFamily<T, M> family() {
            return output.family();
        }

        @Override
        public void natural(double[] z, double[] theta) {
            output.natural(sum(z), theta);
        }

        @Override
        public void push(double[] z, double[] v, double[] out) {
            output.push(sum(z), sum(v), out);
        }

        @Override
        public void pull(double[] z, double[] u, double[] out) {
            double[] covector = new double[1];
            output.pull(sum(z), u, covector);
            Arrays.fill(out, covector[0]);
        }

        private static double[] sum(double[] z) {
            double sum = 0;
            for (double entry : z) {
                sum += entry;
            }
            return new double[] {sum};
        }
    }

    /** θ_c = z_c − z_k. */
    record Logits(ExponentialFamily<Integer, Categorical> family) implements Output<Integer, Categorical> {
        @Override
        public int predictors() {
            return family.dimension() + 1;
        }

        @Override
        public void natural(double[] z, double[] theta) {
            for (int c = 0; c < theta.length; c++) {
                theta[c] = z[c] - z[theta.length];
            }
        }

        @Override
        public void push(double[] z, double[] v, double[] out) {
            natural(v, out);
        }

        @Override
        public void pull(double[] z, double[] u, double[] out) {
            double sum = 0;
            for (int c = 0; c < u.length; c++) {
                out[c] = u[c];
                sum += u[c];
            }
            out[u.length] = -sum;
        }
    }

    /** θ = (a, −a exp(−z)). */
    record Shaped(double shape) implements Output<Double, Gamma> {
        @Override
        public ExponentialFamily<Double, Gamma> family() {
            return Gamma.FAMILY;
        }

        @Override
        public int predictors() {
            return 1;
        }

        private double rate(double z) {
            return shape * Math.exp(-z);
        }

        @Override
        public void natural(double[] z, double[] theta) {
            theta[0] = shape;
            theta[1] = -rate(z[0]);
        }

        @Override
        public void push(double[] z, double[] v, double[] out) {
            out[0] = 0;
            out[1] = rate(z[0]) * v[0];
        }

        @Override
        public void pull(double[] z, double[] u, double[] out) {
            out[0] = rate(z[0]) * u[1];
        }
    }
}
