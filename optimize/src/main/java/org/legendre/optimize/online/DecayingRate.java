package org.legendre.optimize.online;

/** η₁/√t. */
record DecayingRate(double first) implements LearningRate {
    @Override
    public double at(int round, double[] memory) {
        return first / Math.sqrt(round);
    }

    @Override
    public String toString() {
        return "rates " + first + "/√t";
    }
}
