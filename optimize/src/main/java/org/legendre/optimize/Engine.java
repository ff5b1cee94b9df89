package org.legendre.optimize;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.legendre.geometry.Coordinates;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Vec;

/** One run in motion: the current iterate with its measurements, and the trial point. Arrays are made at the start or when they are first needed, none by the step. */
final class Engine<X extends Coordinates<Y>, Y extends Coordinates<X>> {
    private final Geometry<X, Y> geometry;
    private final StepRule rule;
    private final Oracle<X, Y> oracle;
    private final Measurements row;
    private final Curve curve;
    private final @Nullable Gauge gauge;
    private final Trial trial;
    private final Motion motion;
    private final boolean dual;
    private final double[] memory;
    private final double[] memoryBefore;
    private final double[] momentum;
    private final double[] momentumBefore;

    private Place here;

    /** The decrement at the next iterate, where the curve is a gauge. */
    private double ahead;

    /** What the geometry could not do at the current iterate: the next step ends with it. */
    private @Nullable Outcome obstructed;

    Engine(Objective<X, Y> objective, Geometry<X, Y> geometry, Scheme scheme, StepRule rule) {
        this(
                geometry,
                scheme,
                rule,
                new Oracle<>(objective, geometry.term().orElse(null)),
                new double[rule.memorySize()]);
    }

    private Engine(Geometry<X, Y> geometry, Scheme scheme, StepRule rule, Oracle<X, Y> oracle, double[] memory) {
        int n = oracle.objective().size();
        this.geometry = geometry;
        this.rule = rule;
        this.oracle = oracle;
        this.row = new Measurements(oracle);
        this.curve = geometry.curve();
        this.memory = memory;
        this.memoryBefore = memory.clone();
        this.momentum = new double[scheme.momentumSize(n)];
        this.momentumBefore = momentum.clone();
        this.dual = scheme.dual();
        this.gauge = dual && curve instanceof Gauge found && found.gauges() ? found : null;
        this.here = new Place(n, geometry.dual() && dual);
        Place there = new Place(n, geometry.dual() && dual);
        this.trial = new Trial(row, curve, oracle, memory, here, there);
        this.motion = scheme.motion(new RunStage<>(this, oracle, trial, rule));
    }

    /** An engine of another scheme with the same oracle and step rule. */
    Engine<X, Y> inner(Scheme scheme) {
        return new Engine<>(geometry, scheme, rule, oracle, memory);
    }

    /** Begins at a point, already diagnosed. */
    void start(double[] x0) {
        System.arraycopy(x0, 0, here.x, 0, x0.length);
        makeDual();
        evaluateStart();
    }

    private void makeDual() {
        try {
            if (dual) {
                curve.toDual(here.x, here.y);
            }
        } catch (RuntimeException failure) {
            throw new StepException(new Outcome.Failed("the geometry failed at the start: " + failure, 0, failure));
        }
    }

    /** Begins where another run stands, whose oracle is shared. */
    void start(Engine<X, Y> other) {
        System.arraycopy(other.here.x, 0, here.x, 0, here.x.length);
        System.arraycopy(other.here.g, 0, here.g, 0, here.g.length);
        here.value = other.here.value;
        here.term = other.here.term;
        row.start(here.value);
        makeDual();
        beginBoth();
    }

    /** Begins at a dual point. */
    void startAtDual(double[] y0) {
        System.arraycopy(y0, 0, here.y, 0, y0.length);
        if (!curve.fromDual(here.y, here.x)) {
            throw new DomainException("dual start", y0, "the dual coordinates of a point (" + curve.obstacle() + ")");
        }
        evaluateStart();
    }

    private void evaluateStart() {
        double f = oracle.gradient(here.x, here.g, 0, Double.NaN);
        here.term = oracle.term(here.x, 0, Double.NaN);
        here.value = f + here.term;
        row.start(here.value);
        beginBoth();
    }

    private void beginBoth() {
        begin(false);
        if (obstructed == null) {
            begin(motion);
        }
    }

    private void begin(Motion first) {
        try {
            first.start();
        } catch (StepException failure) {
            obstructed = failure.outcome();
        } catch (RuntimeException failure) {
            obstructed = new Outcome.Failed("the scheme failed at the start: " + failure, 0, failure);
        }
    }

    /** Begins where another run stood. */
    void restore(State<X, Y> state) {
        copy("point of the state", state.x, here.x);
        copy("dual point of the state", state.y, here.y);
        copy("differential of the state", state.g, here.g);
        copy("memory of the state's step rule", state.memory, memory);
        copy("memory of the state's scheme", state.momentum, momentum);
        here.value = state.value();
        here.term = oracle.term(here.x, state.iteration(), Double.NaN);
        row.restore(state);
        begin(false);
    }

    private static void copy(String what, double[] from, double[] to) {
        System.arraycopy(DomainException.requireLength(what, from, to.length), 0, to, 0, to.length);
    }

    /** The state, to which the arrays are left: the engine is not to be used any more. */
    State<X, Y> lastState() {
        return new State<>(row, here.x, here.y, here.g, memory, momentum);
    }

    Vec<X> vector() {
        return Vec.of(here.x);
    }

    /** Shows the current iterate to what keeps the best one; true if this is it. */
    boolean improves(Best best) {
        return best.update(here, trial.to());
    }

    /** Takes one step. Returns how the run ends if it cannot; then the current iterate is still the old one. */
    @Nullable
    Outcome advance() {
        if (obstructed != null) {
            return obstructed;
        }
        long calls = oracle.calls();
        System.arraycopy(memory, 0, memoryBefore, 0, memory.length);
        System.arraycopy(momentum, 0, momentumBefore, 0, momentum.length);
        Outcome end = move();
        if (end != null) {
            // The state stays that of the last iterate: a resumed run repeats the search that led nowhere.
            oracle.count(calls);
            System.arraycopy(memoryBefore, 0, memory, 0, memory.length);
            System.arraycopy(momentumBefore, 0, momentum, 0, momentum.length);
            if (gauge != null) {
                curve.begin(here.x, here.y, here.g);
            }
            return end;
        }
        here = trial.accept();
        row.advance(here.value, trial.step());
        begin(gauge != null);
        return null;
    }

    private @Nullable Outcome move() {
        try {
            Optional<Outcome> end = motion.advance();
            if (end.isPresent()) {
                return end.get();
            }
            if (!trial.acceptable()) {
                return new Outcome.Failed(
                        "the step rule or the scheme accepted a step without a trial point inside the domain",
                        row.iteration());
            }
            oracle.countPartials();
            if (gauge == null) {
                trial.evaluateGradient();
            } else {
                trial.evaluateUnchecked();
                curve.begin(trial.to().x, trial.to().y, trial.to().g);
                ahead = curve.decrement();
                // NaN or infinite where an entry of the differential is.
                if (!(ahead < Double.POSITIVE_INFINITY)) {
                    trial.requireFinite();
                }
            }
            return null;
        } catch (StepException failure) {
            return failure.outcome();
        } catch (RuntimeException failure) {
            return new Outcome.Failed(
                    "the step from iterate " + row.iteration() + " failed: " + failure, row.iteration(), failure);
        }
    }

    /**
     * Prepares the curve at an iterate that is finished: what fails here is a matter of the next step.
     *
     * @param measured whether that is done, together with the check of the differential
     */
    private void begin(boolean measured) {
        trial.begin(curve);
        obstructed = null;
        row.clear();
        try {
            if (gauge == null) {
                row.bound(Math.min(geometry.gap(here.x, here.g), oracle.gap(here.x, here.g)));
            }
            if (!dual) {
                return;
            }
            if (!measured) {
                curve.begin(here.x, here.y, here.g);
            }
            double found = measured ? ahead : curve.decrement();
            if (gauge != null) {
                row.bound(Math.min(gauge.gap(), oracle.gap(here.x, here.g)));
            }
            if (found >= 0) {
                row.decrease(found);
                row.solve(curve.residual(), curve.damping());
            } else {
                obstructed = new Outcome.AssumptionViolated(
                        "the geometry gives no descent direction at iterate " + row.iteration() + ": ½⟨g, G⁻¹g⟩ = "
                                + found,
                        row.iteration());
            }
        } catch (RuntimeException failure) {
            obstructed = new Outcome.Failed(
                    "the geometry failed at iterate " + row.iteration() + ": " + failure, row.iteration(), failure);
        }
    }

    Row row() {
        return row;
    }

    Place here() {
        return here;
    }

    double[] momentum() {
        return momentum;
    }

    double[] ruleMemory() {
        return memory;
    }

    Curve curve() {
        return curve;
    }

    Curve newCurve() {
        return geometry.curve();
    }
}
