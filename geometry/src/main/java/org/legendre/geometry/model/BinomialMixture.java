package org.legendre.geometry.model;

import java.util.Arrays;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.family.Categorical;
import org.legendre.geometry.family.ExponentialFamily;
import org.legendre.geometry.special.Logistic;
import org.legendre.geometry.special.Sums;

/**
 * A mixture of K binomials of m trials, whose weights and log-odds may depend on inputs (a mixture of experts):
 *
 * <pre>{@code
 * p(y | x; w) = Σ_k π_k q_k(y),    π = softmax(⟨a₁, x⟩, …, ⟨a_{K−1}, x⟩, 0),    q_k = Binomial(m, logistic⟨b_k, x⟩),
 * }</pre>
 *
 * y = 0, …, m, w = (a₁, …, a_{K−1}, b₁, …, b_K). With the one input 1 it is a plain mixture.
 *
 * <p>Mixtures are no exponential family. But all distributions of m + 1 outcomes are one, the {@link Categorical}, and the mixture is a curved model in it: θ_y = log p(y) − log p(m). So its score, its exact Fisher information and the rest are those of what is
 * observed, y alone, not of y together with the component that it came from. Where two components agree, or a weight is 0, the Fisher information is singular. A mixture of an infinite family has no such finite-dimensional family around it, and is no {@link ParametricModel}.
 *
 * <p>Source: R. A. Jacobs, M. I. Jordan, S. J. Nowlan and G. E. Hinton, Adaptive mixtures of local experts, Neural Comput. 3 (1991), for weights that depend on inputs; S. Amari, H. Park and T. Ozeki, Singularities affect dynamics of learning in neuromanifolds, Neural Comput. 18
 * (2006), for the singularities.
 *
 * <p>Error: θ to a few units in the last place of the largest logarithm log p(y); the Jacobian from responsibilities, to the same absolute error.
 */
public final class BinomialMixture implements ParametricModel<Integer, Categorical> {
    private final int inputs;
    private final int trials;
    private final int components;
    private final ExponentialFamily<Integer, Categorical> family;
    /** log (m choose y). */
    private final double[] logCounts;

    private BinomialMixture(int inputs, int trials, int components) {
        this.inputs = atLeast("number of inputs", inputs, 1);
        this.trials = atLeast("number of trials", trials, 1);
        this.components = atLeast("number of components", components, 1);
        this.family = Categorical.family(trials + 1);
        this.logCounts = new double[trials + 1];
        double sum = 0;
        double error = 0;
        // (m choose y) = (m choose m − y); compensated, as the roundings of so many additions drift.
        for (int y = 1; y <= trials / 2; y++) {
            double term = Math.log((trials - y + 1) / (double) y);
            double next = sum + term;
            error += Sums.additionError(sum, term, next);
            sum = next;
            logCounts[y] = sum + error;
            logCounts[trials - y] = logCounts[y];
        }
    }

    private static int atLeast(String what, int value, int least) {
        if (value < least) {
            throw new DomainException(what, value, "at least " + least);
        }
        return value;
    }

    /**
     * The model.
     *
     * @param inputs the length of x, at least 1
     * @param trials m, at least 1
     * @param components K, at least 1
     * @return the model of an output 0, …, m with (2K − 1) × inputs weights
     * @throws DomainException if a number is below its least value
     */
    public static BinomialMixture of(int inputs, int trials, int components) {
        return new BinomialMixture(inputs, trials, components);
    }

    @Override
    public int size() {
        return (2 * components - 1) * inputs;
    }

    @Override
    public int inputs() {
        return inputs;
    }

    @Override
    public ExponentialFamily<Integer, Categorical> family() {
        return family;
    }

    @Override
    public Linearization at(double[] x, double[] w) {
        double[] predictors = new double[2 * components - 1];
        for (int c = 0; c < predictors.length; c++) {
            for (int j = 0; j < inputs; j++) {
                predictors[c] += w[c * inputs + j] * x[j];
            }
        }
        return new Mixed(x, predictors);
    }

    @Override
    public String toString() {
        return "mixture of " + components + " binomials of " + trials + " trials with " + inputs + " inputs";
    }

    /** θ and its Jacobian in the predictors ⟨a_k, x⟩ and ⟨b_k, x⟩; that of the weights is a product with x. */
    private final class Mixed implements Linearization {
        private final double[] x;
        private final double[] theta = new double[trials];
        /** Of log p(y), y by predictor. */
        private final double[][] slopes;

        Mixed(double[] x, double[] predictors) {
            this.x = x;
            this.slopes = new double[trials + 1][predictors.length];
            double[] logs = new double[trials + 1];
            double[] terms = new double[components];
            for (int y = 0; y <= trials; y++) {
                double largest = Double.NEGATIVE_INFINITY;
                for (int k = 0; k < components; k++) {
                    double logOdds = predictors[components - 1 + k];
                    // log(1 + e^b) taken apart, so that y b − m log(1 + e^b) is a sum of terms of one sign.
                    terms[k] = (k < components - 1 ? predictors[k] : 0)
                            - y * Logistic.log1pexp(-logOdds)
                            - (trials - y) * Logistic.log1pexp(logOdds);
                    largest = Math.max(largest, terms[k]);
                }
                double sum = 0;
                for (int k = 0; k < components; k++) {
                    terms[k] = Math.exp(terms[k] - largest);
                    sum += terms[k];
                }
                logs[y] = logCounts[y] + largest + Math.log(sum);
                for (int k = 0; k < components; k++) {
                    double responsibility = terms[k] / sum;
                    double logOdds = predictors[components - 1 + k];
                    if (k < components - 1) {
                        slopes[y][k] = responsibility;
                    }
                    slopes[y][components - 1 + k] = responsibility
                            * (y * Logistic.logistic(-logOdds) - (trials - y) * Logistic.logistic(logOdds));
                }
            }
            Arrays.setAll(theta, y -> logs[y] - logs[trials]);
        }

        @Override
        public double[] natural() {
            return theta;
        }

        @Override
        public void push(double[] v, double[] out) {
            Arrays.fill(out, 0);
            for (int c = 0; c < slopes[0].length; c++) {
                double tangent = 0;
                for (int j = 0; j < inputs; j++) {
                    tangent += v[c * inputs + j] * x[j];
                }
                for (int y = 0; y < trials; y++) {
                    out[y] += (slopes[y][c] - slopes[trials][c]) * tangent;
                }
            }
        }

        @Override
        public void pull(double[] u, double[] out) {
            for (int c = 0; c < slopes[0].length; c++) {
                double covector = 0;
                for (int y = 0; y < trials; y++) {
                    covector += u[y] * (slopes[y][c] - slopes[trials][c]);
                }
                for (int j = 0; j < inputs; j++) {
                    out[c * inputs + j] += covector * x[j];
                }
            }
        }
    }
}
