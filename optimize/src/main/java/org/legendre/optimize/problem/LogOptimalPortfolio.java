package org.legendre.optimize.problem;

import java.util.Arrays;
import org.legendre.geometry.Differential;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Probabilities;
import org.legendre.geometry.Weights;
import org.legendre.optimize.Objective;

/**
 * The log-optimal portfolio: f(x) = −(1/T) Σₜ log⟨x, rₜ⟩, minus the mean log return of the portfolio x, rebalanced in each of T periods with price relatives rₜ, over the
 * simplex. In nats a period.
 *
 * <p>Differential −wᵢ with wᵢ = (1/T) Σₜ rₜᵢ/⟨x, rₜ⟩, so that Σ xᵢwᵢ = 1. By Jensen's inequality f(x) − f(u) = mean log(⟨u, r⟩/⟨x, r⟩) ≤ log Σ uᵢwᵢ for every portfolio u, whence the gap
 * log max wᵢ ≤ max wᵢ − 1.
 *
 * <p>Source: T. M. Cover, An algorithm for maximizing expected log investment return, IEEE Trans. Inf. Theory 30 (1984), which has the gap as the upper bound of its algorithm.
 */
public final class LogOptimalPortfolio implements Objective<Weights, Differential<Weights>> {
    private final Rows relatives;
    /** The probability of each period, or nothing where all are as likely. */
    private final double[] likelihood;

    private LogOptimalPortfolio(Rows relatives, double... likelihood) {
        this.relatives = relatives;
        this.likelihood = likelihood;
    }

    /**
     * The problem of given price relatives.
     *
     * @param relatives a row a period: the price of each asset at its end over that at its beginning, not negative, not all 0 in a row
     * @return the objective
     * @throws DomainException if a number is negative or not finite, a row has nothing but zeros, or rows have different lengths
     */
    public static LogOptimalPortfolio of(double[]... relatives) {
        return new LogOptimalPortfolio(Rows.nonnegative("price relatives", relatives));
    }

    /**
     * The problem of periods that are not equally likely, f(x) = −Σₜ pₜ log⟨x, rₜ⟩: what somebody believes who expects some of them rather than others.
     *
     * @param likelihood p, the probability of each period, positive
     * @param relatives the price relatives, as of {@link #of(double[]...)}
     * @return the objective
     * @throws DomainException as of {@link #of(double[]...)}, or if there are not as many probabilities as periods, or one is 0
     */
    public static LogOptimalPortfolio of(Probabilities likelihood, double[]... relatives) {
        DomainException.requireLength("probabilities of periods", likelihood.toArray(), relatives.length);
        if (!likelihood.isPositive()) {
            throw new DomainException("probabilities of periods", likelihood, "a positive probability of each period");
        }
        return new LogOptimalPortfolio(Rows.nonnegative("price relatives", relatives), likelihood.toArray());
    }

    @Override
    public int size() {
        return relatives.size;
    }

    @Override
    public double value(double[] x) {
        double sum = 0;
        for (int t = 0; t < relatives.count; t++) {
            sum -= weight(t) * Math.log(relatives.dot(t, x));
        }
        return sum / total();
    }

    @Override
    public double gradient(double[] x, double[] out) {
        Arrays.fill(out, 0);
        double sum = 0;
        for (int t = 0; t < relatives.count; t++) {
            double growth = relatives.dot(t, x);
            sum -= weight(t) * Math.log(growth);
            relatives.add(t, -weight(t) / (growth * total()), out);
        }
        return sum / total();
    }

    private double weight(int t) {
        return likelihood.length == 0 ? 1 : likelihood[t];
    }

    private double total() {
        return likelihood.length == 0 ? relatives.count : 1;
    }

    /** {@inheritDoc} Each ⟨x, r⟩ is rounded before its logarithm is taken: an error of a unit in the last place of 1, whatever the value. */
    @Override
    public double resolution(double value) {
        return Math.ulp(1.0) + 8 * Math.ulp(value);
    }

    @Override
    public double gap(double[] x, double[] g) {
        return LogHomogeneous.gap(1, x, g);
    }

    @Override
    public String toString() {
        return "log-optimal portfolio of " + relatives.size + " assets in " + relatives.count + " periods";
    }
}
