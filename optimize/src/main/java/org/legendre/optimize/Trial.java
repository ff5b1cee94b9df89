package org.legendre.optimize;

import org.legendre.geometry.DomainException;

/** The trial point of a run in motion: what a step rule sees. */
final class Trial implements Search {
    private final Row row;
    private final Oracle<?, ?> oracle;
    private final double[] memory;
    /** Made when they are first needed. */
    private double[] tangential = new double[0];

    private double[] trialTangential = tangential;
    private boolean[] held = new boolean[0];

    private Curve curve;
    private Place from;
    private Place to;
    private double step = Double.NaN;
    private boolean inside;
    private double smooth;
    private boolean valueKnown;
    private boolean gradientKnown;
    private boolean tangentialKnown;
    private boolean measured;
    private double linear;
    private double rounding;

    /** @param to where the trial point is kept */
    Trial(Row row, Curve curve, Oracle<?, ?> oracle, double[] memory, Place from, Place to) {
        this.row = row;
        this.curve = curve;
        this.oracle = oracle;
        this.memory = memory;
        this.from = from;
        this.to = to;
    }

    /** Before the search at an iterate, on a curve begun there. */
    void begin(Curve along) {
        curve = along;
        step = Double.NaN;
        inside = false;
        tangentialKnown = false;
        measured = false;
    }

    /** The point that was written to {@link #to} is the trial. */
    void place(double length) {
        step = DomainException.requirePositive("step", length);
        valueKnown = false;
        gradientKnown = false;
        measured = false;
        inside = true;
    }

    Place to() {
        return to;
    }

    /** Whether there is a trial point to accept. */
    boolean acceptable() {
        return inside;
    }

    double step() {
        return step;
    }

    /** The trial point with value and gradient becomes the iterate, whose arrays take the next trial. */
    Place accept() {
        Place accepted = to;
        to = from;
        from = accepted;
        return accepted;
    }

    void evaluateGradient() {
        if (!gradientKnown) {
            keep(oracle.gradient(to.x, to.g, row.iteration(), step));
            gradientKnown = true;
        }
    }

    @Override
    public Row from() {
        return row;
    }

    @Override
    public double longest() {
        return curve.longest();
    }

    @Override
    public boolean move(double t) {
        step = Math.min(DomainException.requirePositive("step", t), curve.longest());
        valueKnown = false;
        gradientKnown = false;
        measured = false;
        inside = curve.move(step, to.x, to.y);
        return inside;
    }

    @Override
    public String obstacle() {
        return curve.obstacle();
    }

    @Override
    public double trialValue() {
        if (!valueKnown) {
            keep(oracle.value(to.x, row.iteration(), step));
        }
        return to.value;
    }

    private void keep(double f) {
        smooth = f;
        to.term = oracle.term(to.x, row.iteration(), step);
        to.value = f + to.term;
        valueKnown = true;
    }

    /** f at the trial point, without the term of a composite objective. */
    double smoothValue() {
        trialValue();
        return smooth;
    }

    @Override
    public double trialGradient() {
        if (!gradientKnown) {
            keep(oracle.trial(to.x, to.g, row.iteration(), step));
            gradientKnown = to.value < Double.POSITIVE_INFINITY;
        }
        return to.value;
    }

    @Override
    public double trialSlope() {
        evaluateGradient();
        if (trialTangential.length == 0) {
            trialTangential = new double[from.x.length];
        }
        curve.tangential(to.g, trialTangential);
        return pair(trialTangential) + curve.excess(to.x);
    }

    @Override
    public double linear() {
        measure();
        return linear;
    }

    private double pair(double[] covector) {
        double sum = 0;
        for (int i = 0; i < covector.length; i++) {
            sum += covector[i] * (to.x[i] - from.x[i]);
        }
        return sum;
    }

    @Override
    public double linearRounding() {
        measure();
        return rounding;
    }

    /** The predicted change and its rounding, in one pass. */
    private void measure() {
        if (measured) {
            return;
        }
        double[] tangent = tangent();
        double sum = 0;
        double error = 0;
        for (int i = 0; i < tangent.length; i++) {
            double moved = to.x[i] - from.x[i];
            sum += tangent[i] * moved;
            // Coordinates that are held do not move at all: what the differential has there is no source of rounding.
            error += held[i] && moved == 0 ? 0 : Math.abs(tangent[i]) * (Math.abs(moved) + Math.abs(from.x[i]));
        }
        linear = sum + curve.excess(to.x);
        rounding = Math.ulp(1.0) * error;
        measured = true;
    }

    private double[] tangent() {
        if (!tangentialKnown) {
            if (tangential.length == 0) {
                tangential = new double[from.x.length];
                held = new boolean[from.x.length];
            }
            curve.tangential(from.g, tangential);
            curve.held(from.x, from.g, held);
            tangentialKnown = true;
        }
        return tangential;
    }

    @Override
    public double divergence() {
        return curve.divergence(to.x, to.y);
    }

    @Override
    public double resolution() {
        return oracle.resolution(from.value, from.term);
    }

    @Override
    public double[] memory() {
        return memory;
    }
}
