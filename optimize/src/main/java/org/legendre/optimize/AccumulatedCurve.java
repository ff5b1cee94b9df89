package org.legendre.optimize;

/** The curve of dual averaging: x(t) minimises ⟨S + tg, x⟩ + (T + t)r(x) + D(x, x₀), where S and T are the sums so far of differentials and of lengths. What measures a step is that of the iterate. */
final class AccumulatedCurve implements Curve {
    private final Curve here;
    private final Curve line;
    private final double[] momentum;
    private final double[] origin;
    private final double[] average;
    private double[] x0 = new double[0];
    private double[] g0 = new double[0];

    /**
     * @param here a curve of the geometry
     * @param line another one
     * @param momentum S, ∇φ(x₀) and T, one after the other
     */
    AccumulatedCurve(Curve here, Curve line, double[] momentum) {
        this.here = here;
        this.line = line;
        this.momentum = momentum;
        this.origin = new double[momentum.length / 2];
        this.average = new double[origin.length];
    }

    @Override
    public void toDual(double[] x, double[] y) {
        here.toDual(x, y);
    }

    @Override
    public boolean fromDual(double[] y, double[] x) {
        return here.fromDual(y, x);
    }

    @Override
    public void begin(double[] x, double[] y, double[] g) {
        here.begin(x, y, g);
        x0 = x;
        g0 = g;
    }

    @Override
    public double decrement() {
        return here.decrement();
    }

    @Override
    public boolean pulls() {
        return here.pulls();
    }

    @Override
    public void pull(double[] x, double[] y, double[] g, double[] out) {
        here.pull(x, y, g, out);
    }

    @Override
    public void held(double[] x, double[] g, boolean[] out) {
        here.held(x, g, out);
    }

    @Override
    public boolean move(double t, double[] x, double[] y) {
        int n = average.length;
        double length = momentum[2 * n] + t;
        for (int i = 0; i < n; i++) {
            average[i] = (momentum[i] + t * g0[i]) / length;
        }
        System.arraycopy(momentum, n, origin, 0, n);
        line.begin(x0, origin, average);
        return line.move(length, x, y);
    }

    @Override
    public String obstacle() {
        return line.obstacle();
    }

    @Override
    public double divergence(double[] x, double[] y) {
        return here.divergence(x, y);
    }

    @Override
    public void tangential(double[] g, double[] out) {
        here.tangential(g, out);
    }

    @Override
    public double excess(double[] x) {
        return here.excess(x);
    }
}
