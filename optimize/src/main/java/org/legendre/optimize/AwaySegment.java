package org.legendre.optimize;

/** The segment towards the best vertex of a product of simplices, or away from the worst one in use. The active set is the support of x. */
final class AwaySegment extends Segment {
    private final UnitSums set;
    /** In each simplex the vertex at the least derivative, and at the greatest of a weight that is not 0. */
    private final int[] best;

    private final int[] worst;
    /** In each simplex the weight besides that of the worst vertex. */
    private final double[] rest;

    private boolean away;
    private double rate;
    private double longest;

    AwaySegment(UnitSums set, int size) {
        super(set, size);
        this.set = set;
        best = new int[ends.length];
        worst = new int[ends.length];
        rest = new double[ends.length];
    }

    @Override
    public void begin(double[] x, double[] y, double[] g) {
        start = x;
        double forward = 0;
        double backward = 0;
        longest = Double.POSITIVE_INFINITY;
        for (int k = 0, from = 0; k < ends.length; from = ends[k++]) {
            choose(k, from, x, g);
            rest[k] = 0;
            for (int i = from; i < ends[k]; i++) {
                forward += x[i] * (g[i] - g[best[k]]);
                if (x[i] > 0 && i != worst[k]) {
                    backward += x[i] * (g[worst[k]] - g[i]);
                    rest[k] += x[i];
                }
            }
            if (rest[k] > 0) {
                longest = Math.min(longest, x[worst[k]] / rest[k]);
            }
        }
        // At a vertex there is nothing to go away from.
        away = backward > forward && longest > 0;
        rate = away ? backward : forward;
        longest = away ? longest : 1;
    }

    private void choose(int k, int from, double[] x, double[] g) {
        best[k] = from;
        worst[k] = -1;
        for (int i = from; i < ends[k]; i++) {
            if (g[i] < g[best[k]]) {
                best[k] = i;
            }
            if (x[i] > 0 && (worst[k] < 0 || g[i] > g[worst[k]])) {
                worst[k] = i;
            }
        }
    }

    @Override
    double rate() {
        return rate;
    }

    @Override
    public double longest() {
        return longest;
    }

    @Override
    public boolean move(double t, double[] x, double[] y) {
        for (int k = 0, from = 0; k < ends.length; from = ends[k++]) {
            if (away) {
                moveAway(k, from, t, x);
            } else {
                for (int i = from; i < ends[k]; i++) {
                    double target = i == best[k] ? set.total(k) : 0;
                    x[i] = t < 1 ? start[i] + t * (target - start[i]) : target;
                }
            }
        }
        return true;
    }

    private void moveAway(int k, int from, double t, double[] x) {
        double moved = rest[k] > 0 ? t : 0;
        for (int i = from; i < ends[k]; i++) {
            x[i] = start[i] + moved * start[i];
        }
        // At the end of the segment the worst vertex drops out, whatever the rounding of the difference.
        double left = start[worst[k]] - moved * rest[k];
        x[worst[k]] = moved > 0 && (left <= 0 || t >= start[worst[k]] / rest[k]) ? 0 : left;
    }
}
