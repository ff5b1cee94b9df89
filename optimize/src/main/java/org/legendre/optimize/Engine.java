package org.legendre.optimize;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.legendre.geometry.Coordinates;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Vec;

/** One run in motion: the arrays of the current iterate and of the trial point, which change places when a trial is accepted. */
final class Engine<X extends Coordinates<Y>, Y extends Coordinates<X>> implements Row, Search {
    private final Oracle<X, Y> oracle;
    private final Geometry<X, Y> geometry;
    private final StepRule rule;
    private final Curve curve;

    private double[] x;
    private double[] y;
    private double[] g;
    private double[] trialX;
    private double[] trialY;
    private double[] trialG;
    private final double[] tangential;
    private final double[] trialTangential;
    private final double[] memory;
    private final double[] memoryBefore;

    private int iteration;
    private double value;
    private double change = Double.POSITIVE_INFINITY;
    private double step;
    private double decrement;
    private double gap;
    private double earlierSeconds;
    private final long startedAt = System.nanoTime();

    private double trialStep = Double.NaN;
    private double trialValue;
    private boolean trialValueKnown;
    private boolean trialGradientKnown;
    private boolean tangentialKnown;
    /** What the geometry could not do at the current iterate: the next step ends with it. */
    private @Nullable Outcome obstructed;

    Engine(Objective<X, Y> objective, Geometry<X, Y> geometry, StepRule rule) {
        this.oracle = new Oracle<>(objective);
        this.geometry = geometry;
        this.rule = rule;
        this.curve = geometry.curve();
        int n = objective.size();
        int dual = geometry.dual() ? n : 0;
        this.x = new double[n];
        this.y = new double[dual];
        this.g = new double[n];
        this.trialX = new double[n];
        this.trialY = new double[dual];
        this.trialG = new double[n];
        this.tangential = new double[n];
        this.trialTangential = new double[n];
        this.memory = new double[rule.memorySize()];
        this.memoryBefore = memory.clone();
    }

    /** Begins at a point, already diagnosed. */
    void start(double[] x0) {
        System.arraycopy(x0, 0, x, 0, x.length);
        curve.toDual(x, y);
        evaluateStart();
    }

    /** Begins at a dual point. */
    void startAtDual(double[] y0) {
        System.arraycopy(y0, 0, y, 0, y.length);
        if (!curve.fromDual(y, x)) {
            throw new DomainException("dual start", y0, "the dual coordinates of a point (" + curve.obstacle() + ")");
        }
        evaluateStart();
    }

    private void evaluateStart() {
        value = oracle.gradient(x, g, 0, Double.NaN);
        begin();
    }

    /** Begins where another run stood. */
    void restore(State<X, Y> state) {
        DomainException.requireLength("point of the state", state.x, x.length);
        DomainException.requireLength("dual point of the state", state.y, y.length);
        DomainException.requireLength("memory of the state's step rule", state.memory, memory.length);
        System.arraycopy(state.x, 0, x, 0, x.length);
        System.arraycopy(state.y, 0, y, 0, y.length);
        System.arraycopy(state.g, 0, g, 0, g.length);
        System.arraycopy(state.memory, 0, memory, 0, memory.length);
        iteration = state.iteration();
        value = state.value();
        change = state.change();
        step = state.step();
        oracle.count(state.oracleCalls());
        earlierSeconds = state.seconds();
        begin();
    }

    State<X, Y> state() {
        return new State<>(this, x.clone(), y.clone(), g.clone(), memory.clone());
    }

    Vec<X> point() {
        return Vec.of(x);
    }

    /** Copies the current point. */
    void copyPoint(double[] out) {
        System.arraycopy(x, 0, out, 0, x.length);
    }

    /** Takes one step. Returns how the run ends if it cannot; then the current iterate is still the old one. */
    @Nullable
    Outcome advance() {
        if (obstructed != null) {
            return obstructed;
        }
        long calls = oracle.calls();
        System.arraycopy(memory, 0, memoryBefore, 0, memory.length);
        Outcome end = search();
        if (end != null) {
            // The state stays that of the last iterate: a resumed run repeats the search that led nowhere.
            oracle.count(calls);
            System.arraycopy(memoryBefore, 0, memory, 0, memory.length);
            return end;
        }
        accept();
        begin();
        return null;
    }

    private @Nullable Outcome search() {
        try {
            trialStep = Double.NaN;
            Optional<Outcome> end = rule.choose(this);
            if (end.isPresent()) {
                return end.get();
            }
            if (!(trialStep > 0)) {
                return new Outcome.Failed("the step rule accepted a step without a trial", iteration);
            }
            evaluateTrialGradient();
            return null;
        } catch (StepException failure) {
            return failure.outcome();
        } catch (RuntimeException failure) {
            return new Outcome.Failed("the step from iterate " + iteration + " failed: " + failure, iteration, failure);
        }
    }

    private void accept() {
        double[] swap = x;
        x = trialX;
        trialX = swap;
        swap = y;
        y = trialY;
        trialY = swap;
        swap = g;
        g = trialG;
        trialG = swap;
        change = trialValue - value;
        value = trialValue;
        step = trialStep;
        iteration++;
    }

    /** Prepares the curve at an iterate that is finished: what fails here is a matter of the next step. */
    private void begin() {
        tangentialKnown = false;
        obstructed = null;
        gap = Double.POSITIVE_INFINITY;
        decrement = Double.POSITIVE_INFINITY;
        try {
            gap = geometry.gap(x, g);
            curve.begin(x, y, g);
            double found = curve.decrement();
            if (found >= 0) {
                decrement = found;
            } else {
                obstructed = new Outcome.AssumptionViolated(
                        "the geometry gives no descent direction at iterate " + iteration + ": ½⟨g, G⁻¹g⟩ = " + found,
                        iteration);
            }
        } catch (RuntimeException failure) {
            obstructed = new Outcome.Failed(
                    "the geometry failed at iterate " + iteration + ": " + failure, iteration, failure);
        }
    }

    @Override
    public Row from() {
        return this;
    }

    @Override
    public boolean move(double t) {
        DomainException.requirePositive("step", t);
        trialStep = t;
        trialValueKnown = false;
        trialGradientKnown = false;
        return curve.move(t, trialX, trialY);
    }

    @Override
    public String obstacle() {
        return curve.obstacle();
    }

    @Override
    public double trialValue() {
        if (!trialValueKnown) {
            trialValue = oracle.value(trialX, iteration, trialStep);
            trialValueKnown = true;
        }
        return trialValue;
    }

    @Override
    public double trialSlope() {
        evaluateTrialGradient();
        curve.tangential(trialG, trialTangential);
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += trialTangential[i] * (trialX[i] - x[i]);
        }
        return sum;
    }

    private void evaluateTrialGradient() {
        if (!trialGradientKnown) {
            trialValue = oracle.gradient(trialX, trialG, iteration, trialStep);
            trialValueKnown = true;
            trialGradientKnown = true;
        }
    }

    @Override
    public double linear() {
        double[] tangent = tangent();
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += tangent[i] * (trialX[i] - x[i]);
        }
        return sum;
    }

    @Override
    public double linearRounding() {
        double[] tangent = tangent();
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += Math.abs(tangent[i]) * (Math.abs(trialX[i] - x[i]) + Math.abs(x[i]));
        }
        return Math.ulp(1.0) * sum;
    }

    private double[] tangent() {
        if (!tangentialKnown) {
            curve.tangential(g, tangential);
            tangentialKnown = true;
        }
        return tangential;
    }

    @Override
    public double divergence() {
        return curve.divergence(trialX, trialY);
    }

    @Override
    public double resolution() {
        return oracle.resolution(value);
    }

    @Override
    public double[] memory() {
        return memory;
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
