package org.legendre.optimize.information;

import java.util.Optional;
import org.legendre.geometry.Domain;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.Potential;
import org.legendre.geometry.family.Member;

/** A*(π, s₁, …, s_k) = Σ πⱼ log πⱼ + Σ πⱼψ*(sⱼ/πⱼ), π_k = 1 − Σ πⱼ. */
final class CompleteDataConjugate<T, M extends Member<T, M>> implements Potential {
    private final CompleteData<T, M> data;
    private final Potential psi;
    private final Potential conjugate;

    CompleteDataConjugate(CompleteData<T, M> data) {
        this.data = data;
        this.psi = data.family().potential().potential();
        this.conjugate = data.family().potential().conjugate().potential();
    }

    private double weight(double[] y, int j) {
        if (j < data.components() - 1) {
            return y[j];
        }
        double rest = 1;
        for (int i = 0; i < j; i++) {
            rest -= y[i];
        }
        return rest;
    }

    private double[] mean(double[] y, int j) {
        double weight = weight(y, j);
        double[] mean = data.part(y, j);
        for (int i = 0; i < mean.length; i++) {
            mean[i] /= weight;
        }
        return mean;
    }

    @Override
    public Domain domain() {
        return new Expectations();
    }

    @Override
    public double value(double[] y) {
        double sum = 0;
        for (int j = 0; j < data.components(); j++) {
            double weight = weight(y, j);
            sum += weight * (Math.log(weight) + conjugate.value(mean(y, j)));
        }
        return sum;
    }

    @Override
    public void gradient(double[] y, double[] out) {
        int k = data.components();
        double last = 0;
        for (int j = k - 1; j >= 0; j--) {
            double[] theta = new double[conjugate.domain().size()];
            conjugate.gradient(mean(y, j), theta);
            System.arraycopy(theta, 0, out, k - 1 + j * theta.length, theta.length);
            double level = Math.log(weight(y, j)) - psi.value(theta);
            if (j == k - 1) {
                last = level;
            } else {
                out[j] = level - last;
            }
        }
    }

    @Override
    public Hessian hessian(double[] y) {
        int k = data.components();
        double[] weights = new double[k];
        double[][] means = new double[k][];
        Hessian[] covariances = new Hessian[k];
        for (int j = 0; j < k; j++) {
            weights[j] = weight(y, j);
            means[j] = mean(y, j);
            covariances[j] = conjugate.hessian(means[j]).inverse();
        }
        return new CompleteDataHessian(weights, means, covariances).inverse();
    }

    /** Positive weights, and every sⱼ/πⱼ an expectation of the family; charted by log-odds against the last weight and the charts of the components. */
    private final class Expectations implements Domain {
        @Override
        public int size() {
            return data.size();
        }

        @Override
        public Optional<String> diagnose(double[] y) {
            if (y.length != size()) {
                return Optional.of("length " + y.length + " instead of " + size());
            }
            for (int j = 0; j < data.components(); j++) {
                double weight = weight(y, j);
                if (!(weight > 0)) {
                    return Optional.of("the weight " + weight + " of component " + j + " is not positive");
                }
                Optional<String> reason = conjugate.domain().diagnose(mean(y, j));
                if (reason.isPresent()) {
                    return Optional.of("component " + j + ": " + reason.get());
                }
            }
            return Optional.empty();
        }

        @Override
        public double[] fromChart(double[] u) {
            DomainException.requireLength("chart coordinates", u, size());
            int k = data.components();
            double sum = 1;
            for (int j = 0; j < k - 1; j++) {
                sum += Math.exp(u[j]);
            }
            double[] y = new double[u.length];
            for (int j = 0; j < k; j++) {
                double weight = j < k - 1 ? Math.exp(u[j]) / sum : 1 / sum;
                double[] mean = conjugate.domain().fromChart(data.part(u, j));
                for (int i = 0; i < mean.length; i++) {
                    y[k - 1 + j * mean.length + i] = weight * mean[i];
                }
                if (j < k - 1) {
                    y[j] = weight;
                }
            }
            return y;
        }

        @Override
        public double[] toChart(double[] y) {
            require("point", y);
            int k = data.components();
            double[] u = new double[y.length];
            for (int j = 0; j < k; j++) {
                double[] chart = conjugate.domain().toChart(mean(y, j));
                System.arraycopy(chart, 0, u, k - 1 + j * chart.length, chart.length);
                if (j < k - 1) {
                    u[j] = Math.log(y[j] / weight(y, k - 1));
                }
            }
            return u;
        }

        @Override
        public String toString() {
            return "the expectations of " + data;
        }
    }
}
