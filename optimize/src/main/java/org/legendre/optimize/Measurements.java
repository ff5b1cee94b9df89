package org.legendre.optimize;

/** What a run in motion has measured of its current iterate. */
final class Measurements implements Row {
    private final Oracle<?, ?> oracle;
    private final long startedAt = System.nanoTime();

    private int iteration;
    private double value;
    private double change = Double.POSITIVE_INFINITY;
    private double step;
    private double decrement;
    private double residual;
    private double damping;
    private double gap;
    private double earlierSeconds;

    Measurements(Oracle<?, ?> oracle) {
        this.oracle = oracle;
    }

    /** At a start. */
    void start(double f) {
        value = f;
    }

    /** After a step. */
    void advance(double f, double length) {
        change = f - value;
        value = f;
        step = length;
        iteration++;
    }

    /** Where another run stood. */
    void restore(Row other) {
        iteration = other.iteration();
        value = other.value();
        change = other.change();
        step = other.step();
        earlierSeconds = other.seconds();
        oracle.count(other.oracleCalls());
    }

    /** Forgets what the geometry has measured. */
    void clear() {
        gap = Double.POSITIVE_INFINITY;
        decrement = Double.POSITIVE_INFINITY;
        residual = 0;
        damping = 0;
    }

    void bound(double found) {
        if (Double.isNaN(found)) {
            throw new ArithmeticException("the duality gap is NaN");
        }
        gap = found;
    }

    void solve(double found, double lambda) {
        residual = found;
        damping = lambda;
    }

    void decrease(double found) {
        decrement = found;
    }

    @Override
    public int iteration() {
        return iteration;
    }

    @Override
    public double value() {
        return value;
    }

    @Override
    public double change() {
        return change;
    }

    @Override
    public double step() {
        return step;
    }

    @Override
    public double decrement() {
        return decrement;
    }

    @Override
    public double residual() {
        return residual;
    }

    @Override
    public double damping() {
        return damping;
    }

    @Override
    public double gap() {
        return gap;
    }

    @Override
    public long oracleCalls() {
        return oracle.calls();
    }

    @Override
    public double seconds() {
        return earlierSeconds + (System.nanoTime() - startedAt) * 1e-9;
    }
}
