package org.legendre.optimize.online;

/** The same rate in every round. */
record ConstantRate(double eta) implements LearningRate {
    @Override
    public double at(int round, double[] memory) {
        return eta;
    }

    @Override
    public String toString() {
        return "rate " + eta;
    }
}
