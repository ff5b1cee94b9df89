package org.legendre.optimize;

/** Straight lines that end: what the curves of Frank–Wolfe methods have in common. No dual points, no proximal term. */
abstract class Segment implements Curve {
    private final Constraint set;
    /** Where blocks of numbers with a given sum end; none on other sets. */
    final int[] ends;

    /** Where the segment begins. */
    double[] start = new double[0];

    Segment(Constraint set, int size) {
        this.set = set;
        this.ends = set instanceof UnitSums sums ? sums.ends(size) : new int[0];
    }

    /** −⟨g, d⟩ for the direction d = x′(0): the rate of decrease, as a sum of nonnegative terms. */
    abstract double rate();

    @Override
    public final void toDual(double[] x, double[] y) {}

    @Override
    public final boolean fromDual(double[] y, double[] x) {
        return false;
    }

    @Override
    public final double decrement() {
        return 0.5 * rate();
    }

    @Override
    public final String obstacle() {
        return "a Frank–Wolfe step has no dual point";
    }

    @Override
    public final double divergence(double[] x, double[] y) {
        throw new UnsupportedOperationException(
                "a Frank–Wolfe step has no proximal term; use StepRule.exact(), armijo() or openLoop()");
    }

    /** {@inheritDoc} Where numbers sum to 1, their mean is taken from g. */
    @Override
    public final void tangential(double[] g, double[] out) {
        if (set instanceof UnitSums sums) {
            UnitSums.centre(sums, ends, start, g, out);
        } else {
            System.arraycopy(g, 0, out, 0, g.length);
        }
    }
}
