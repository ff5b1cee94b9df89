package org.legendre.optimize.online;

import org.legendre.geometry.DomainException;

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
        if (memory[0] == 0) {
            return Double.POSITIVE_INFINITY;
        }
        double rate = logSize / memory[0];
        if (!(rate < Double.POSITIVE_INFINITY)) {
            throw new DomainException("Δ", memory[0], "0, or a number by which ln " + size + " can be divided");
        }
        return rate;
    }

    @Override
    public void learn(double[] x, double[] y, double[] losses, double rate, double[] memory) {
        memory[0] += mixabilityGap(x, y, losses, rate);
    }

    /**
     * δ = (1/η) log Σ xᵢ exp(zᵢ) with zᵢ = −η(ℓᵢ − ⟨x, ℓ⟩). As Σ xᵢzᵢ = 0, the sum is 1 + Σ xᵢ(exp(zᵢ) − 1 − zᵢ): no term is negative. Where an exponential overflows, the
     * logarithms y of the weights are taken instead, for x may have underflowed; where a zᵢ does, δ is the mean loss less the mix loss.
     */
    private static double mixabilityGap(double[] x, double[] y, double[] losses, double rate) {
        double least = Double.POSITIVE_INFINITY;
        double greatestLoss = Double.NEGATIVE_INFINITY;
        for (double loss : losses) {
            least = Math.min(least, loss);
            greatestLoss = Math.max(greatestLoss, loss);
        }
        DomainException.requireFinite("range of the losses", greatestLoss - least);
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
            // −∞ is one whose part 1 + z counts.
            excess +=
                    z == Double.NEGATIVE_INFINITY ? rate * (x[i] * (losses[i] - least - mean)) : x[i] * beyondLinear(z);
        }
        if (steepest == Double.POSITIVE_INFINITY) {
            return mean + logarithmOfMix(y, losses, least, 0, rate) / rate;
        }
        if (steepest <= STEEP) {
            return Math.log1p(excess) / rate;
        }
        return logarithmOfMix(y, losses, least, mean, rate) / rate;
    }

    /** log Σ exp(yᵢ + η(c − (ℓᵢ − min ℓ))). */
    private static double logarithmOfMix(double[] y, double[] losses, double least, double c, double rate) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < y.length; i++) {
            greatest = Math.max(greatest, y[i] + rate * (c - (losses[i] - least)));
        }
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            sum += Math.exp(y[i] + rate * (c - (losses[i] - least)) - greatest);
        }
        return greatest + Math.log(sum);
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
