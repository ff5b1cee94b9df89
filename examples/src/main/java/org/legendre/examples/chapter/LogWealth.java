package org.legendre.examples.chapter;

import java.util.Arrays;
import org.legendre.geometry.Differential;
import org.legendre.geometry.Weights;
import org.legendre.optimize.Objective;

/** −(1/T) Σ log⟨w, xₜ⟩: the negative growth rate of the constant-rebalanced portfolio w over T days of price relatives. */
final class LogWealth implements Objective<Weights, Differential<Weights>> {
    private final double[][] days;

    LogWealth(double[]... days) {
        this.days = days;
    }

    @Override
    public int size() {
        return days[0].length;
    }

    @Override
    public double value(double[] w) {
        double sum = 0;
        for (double[] day : days) {
            sum -= Math.log(dot(w, day));
        }
        return sum / days.length;
    }

    @Override
    public double gradient(double[] w, double[] out) {
        Arrays.fill(out, 0);
        double sum = 0;
        for (double[] day : days) {
            double relative = dot(w, day);
            sum -= Math.log(relative);
            for (int j = 0; j < out.length; j++) {
                out[j] -= day[j] / relative / days.length;
            }
        }
        return sum / days.length;
    }

    /** {@inheritDoc} Each ⟨w, x⟩ is near 1 and rounded there, so that is what its logarithm, and their mean, can resolve. */
    @Override
    public double resolution(double value) {
        return Math.ulp(1.0);
    }

    /** ⟨w, x⟩, by what the money grows in one day. */
    static double dot(double[] w, double[] day) {
        double sum = 0;
        for (int j = 0; j < w.length; j++) {
            sum += w[j] * day[j];
        }
        return sum;
    }
}
