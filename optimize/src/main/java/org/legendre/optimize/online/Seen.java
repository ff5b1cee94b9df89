package org.legendre.optimize.online;

import org.legendre.geometry.special.Sums;

/** The round that is being entered, as theorems see it. */
final class Seen implements Round {
    private final Manner manner;
    double[] g = new double[0];
    private double[] x = new double[0];
    private int number;
    private double rate;
    private double previousRate;
    private boolean linear;

    Seen(Manner manner) {
        this.manner = manner;
    }

    void is(int round, double itsRate, double rateBefore, double[] point, double[] differential, boolean isLinear) {
        this.number = round;
        this.rate = itsRate;
        this.previousRate = rateBefore;
        this.x = point;
        this.g = differential;
        this.linear = isLinear;
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public int size() {
        return manner.size();
    }

    @Override
    public boolean lazy() {
        return manner.lazy();
    }

    @Override
    public boolean exponentialWeights() {
        return manner.exponentialWeights();
    }

    @Override
    public boolean equalStart() {
        return manner.equalStart();
    }

    @Override
    public boolean linear() {
        return linear;
    }

    @Override
    public double pairing() {
        return Sums.dot(x, g);
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
