package org.legendre.optimize.online;

/** The round that is being entered, as theorems see it. */
final class Seen implements Round {
    double[] g = new double[0];
    private int number;
    private double rate;
    private double previousRate;

    void is(int round, double itsRate, double rateBefore, double[] differential) {
        this.number = round;
        this.rate = itsRate;
        this.previousRate = rateBefore;
        this.g = differential;
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public double rate() {
        return rate;
    }

    @Override
    public double previousRate() {
        return previousRate;
    }

    @Override
    public double least() {
        double least = Double.POSITIVE_INFINITY;
        for (double entry : g) {
            least = Math.min(least, entry);
        }
        return least;
    }

    @Override
    public double greatest() {
        double greatest = Double.NEGATIVE_INFINITY;
        for (double entry : g) {
            greatest = Math.max(greatest, entry);
        }
        return greatest;
    }

    @Override
    public double norm(DualNorm norm) {
        return norm.of(g);
    }
}
