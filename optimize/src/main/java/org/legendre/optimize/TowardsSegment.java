package org.legendre.optimize;

/** The segment from the iterate to the extreme point of least ⟨g, s⟩. */
final class TowardsSegment extends Segment {
    private final Constraint set;
    private final double[] end;
    private double rate;

    TowardsSegment(Constraint set, int size) {
        super(set, size);
        this.set = set;
        this.end = new double[size];
    }

    @Override
    public void begin(double[] x, double[] y, double[] g) {
        start = x;
        if (!set.minimise(g, end)) {
            throw new ArithmeticException("no point of " + set + " is least along the differential");
        }
        rate = set.gap(x, g);
    }

    @Override
    double rate() {
        return rate;
    }

    @Override
    public double longest() {
        return 1;
    }

    @Override
    public boolean move(double t, double[] x, double[] y) {
        for (int i = 0; i < x.length; i++) {
            x[i] = t < 1 ? start[i] + t * (end[i] - start[i]) : end[i];
        }
        return true;
    }
}
