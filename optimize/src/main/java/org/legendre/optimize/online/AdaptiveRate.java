package org.legendre.optimize.online;

import org.legendre.geometry.special.Logs;

/** AdaHedge's rate ln n/Δ. Remembers Δ = Σ δ, a sum of nonnegative terms. */
final class AdaptiveRate implements LearningRate {
    /** Beyond this exp(z) overflows. */
    private static final double STEEP = 700;

    private final int size;
    private final double logSize;

    AdaptiveRate(int size) {
        this.size = size;
        this.logSize = Math.log(size);
    }

    @Override
    public int memorySize() {
        return 1;
    }

    @Override
    public double at(int round, double[] memory) {
        return memory[0] > 0 ? logSize / memory[0] : Double.POSITIVE_INFINITY;
    }

    @Override
    public void learn(double[] x, double[] y, double[] losses, double rate, double[] memory) {
        memory[0] += mixabilityGap(x, y, losses, rate);
    }

    /**
     * δ = (1/η) log Σ xᵢ exp(zᵢ) with zᵢ = −η(ℓᵢ − ⟨x, ℓ⟩). As Σ xᵢzᵢ = 0, the sum is 1 + Σ xᵢ(exp(zᵢ) − 1 − zᵢ): no term is negative.
     */
    private static double mixabilityGap(double[] x, double[] y, double[] losses, double rate) {
        double least = Double.POSITIVE_INFINITY;
        for (double loss : losses) {
            least = Math.min(least, loss);
        }
        // From the least loss on, equal losses have a mean of exactly 0.
        double mean = 0;
        for (int i = 0; i < x.length; i++) {
            mean += x[i] * (losses[i] - least);
        }
        if (rate == Double.POSITIVE_INFINITY) {
            return mean;
        }
        double excess = 0;
        double steepest = 0;
        for (int i = 0; i < x.length; i++) {
            double z = rate * (mean - (losses[i] - least));
            steepest = Math.max(steepest, z);
            excess += x[i] * beyondLinear(z);
        }
        if (steepest <= STEEP) {
            return Math.log1p(excess) / rate;
        }
        double[] exponents = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            exponents[i] = y[i] + rate * (mean - (losses[i] - least));
        }
        return Logs.logSumExp(exponents, 0, exponents.length) / rate;
    }

    /** exp(z) − 1 − z ≥ 0 to full relative accuracy. */
    static double beyondLinear(double z) {
        if (!(Math.abs(z) < 0.5)) {
            return Math.expm1(z) - z;
        }
        double sum = 1;
        for (int k = 16; k > 2; k--) {
            sum = 1 + z / k * sum;
        }
        return 0.5 * z * z * sum;
    }

    @Override
    public String toString() {
        return "rates ln " + size + "/Δ";
    }
}
