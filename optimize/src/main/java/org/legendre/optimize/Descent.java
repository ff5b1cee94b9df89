package org.legendre.optimize;

import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.legendre.geometry.Coordinates;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Vec;

/**
 * A method: objective × geometry × scheme × step rule × stopping rule. Immutable; each run starts afresh, and the same start gives the same bits.
 *
 * <p>By default it backtracks ({@link StepRule#armijo()}; schemes and geometries may have a better default) until a duality gap of 1e-8, a stall at rounding level or 1000 iterations.
 *
 * @param <X> the tag of the coordinates x
 * @param <Y> the dual tag
 */
public final class Descent<X extends Coordinates<Y>, Y extends Coordinates<X>> {
    private final Objective<X, Y> objective;
    private final Geometry<X, Y> geometry;
    private final Scheme scheme;
    private final @Nullable StepRule rule;
    private final Stopping stopping;
    private final boolean points;

    private Descent(
            Objective<X, Y> objective,
            Geometry<X, Y> geometry,
            Scheme scheme,
            @Nullable StepRule rule,
            Stopping stopping,
            boolean points) {
        if (rule != null && !scheme.searches()) {
            throw new DomainException("step rule", rule, "none: " + scheme + " has its own step lengths");
        }
        scheme.diagnose(objective, geometry).ifPresent(reason -> {
            throw new DomainException("scheme", scheme, "one that goes with objective and geometry (" + reason + ")");
        });
        this.objective = objective;
        this.geometry = geometry;
        this.scheme = scheme;
        this.rule = rule;
        this.stopping = stopping;
        this.points = points;
    }

    /**
     * The method with its default step and stopping rules.
     *
     * @param <X> the tag of the coordinates x
     * @param <Y> the dual tag
     * @param objective what to minimise
     * @param geometry how a differential becomes a step
     * @return the method
     * @throws DomainException if the dimensions differ
     */
    public static <X extends Coordinates<Y>, Y extends Coordinates<X>> Descent<X, Y> of(
            Objective<X, Y> objective, Geometry<X, Y> geometry) {
        if (objective.size() != geometry.size()) {
            throw new DomainException(
                    "dimension of the geometry", geometry.size(), "that of the objective, " + objective.size());
        }
        Stopping stopping = Stopping.gapBelow(1e-8).or(Stopping.iterations(1000));
        return new Descent<>(objective, geometry, Scheme.descent(), null, stopping, true);
    }

    /**
     * The same method with another step rule.
     *
     * @param other the step rule
     * @return the method
     * @throws DomainException if the scheme has its own step lengths
     */
    public Descent<X, Y> step(StepRule other) {
        return new Descent<>(objective, geometry, scheme, other, stopping, points);
    }

    /**
     * The same method with another scheme: how the next iterate follows from the present one and the past.
     *
     * @param other the scheme
     * @return the method
     * @throws DomainException if a step rule was set and the scheme has its own step lengths, or the scheme does not go with objective and geometry
     */
    public Descent<X, Y> by(Scheme other) {
        return new Descent<>(objective, geometry, other, rule, stopping, points);
    }

    /**
     * The same method with another stopping rule. Failures, violated assumptions and a stall at rounding level end a run besides.
     *
     * @param other the stopping rule
     * @return the method
     */
    public Descent<X, Y> until(Stopping other) {
        return new Descent<>(objective, geometry, scheme, rule, other, points);
    }

    /**
     * The same method with or without the points in its trace.
     *
     * @param keep whether the trace keeps every point
     * @return the method
     */
    public Descent<X, Y> keepPoints(boolean keep) {
        return new Descent<>(objective, geometry, scheme, rule, stopping, keep);
    }

    /**
     * Runs from a start.
     *
     * @param x0 the start
     * @return the run
     * @throws DomainException if the start is outside the domain of the geometry
     */
    public Run<X, Y> run(Vec<X> x0) {
        double[] start = require(x0);
        return run(engine -> engine.start(start), null);
    }

    /**
     * Runs from a start and shows every iterate, the start included, to an observer.
     *
     * @param x0 the start
     * @param observer sees each iterate; {@link Progress} is one
     * @return the run
     * @throws DomainException if the start is outside the domain of the geometry
     */
    public Run<X, Y> run(Vec<X> x0, Consumer<? super Iterate<X>> observer) {
        double[] start = require(x0);
        return run(engine -> engine.start(start), observer);
    }

    /**
     * Goes on from a state. Its trace begins with the iterate of the state; from there it equals the unbroken run bit for bit (but for the
     * seconds). Iterations and oracle calls count from the very start.
     *
     * @param state the state, left by the same method
     * @return the run
     * @throws DomainException if the state does not fit this method
     */
    public Run<X, Y> resume(State<X, Y> state) {
        return run(engine -> engine.restore(state), null);
    }

    /**
     * Goes on from a state and shows every iterate to an observer.
     *
     * @param state the state, left by the same method
     * @param observer sees each iterate, that of the state first
     * @return the run
     * @throws DomainException if the state does not fit this method
     */
    public Run<X, Y> resume(State<X, Y> state, Consumer<? super Iterate<X>> observer) {
        return run(engine -> engine.restore(state), observer);
    }

    /**
     * The state at a start, for stepping by hand: {@code var s = method.start(x0); s = method.step(s); …}.
     *
     * @param x0 the start
     * @return the state
     * @throws DomainException if the start is outside the domain of the geometry
     * @throws StepException if the objective fails there
     */
    public State<X, Y> start(Vec<X> x0) {
        Engine<X, Y> engine = engine();
        engine.start(require(x0));
        return engine.lastState();
    }

    /**
     * The state at a start given by its dual point: log weights for exponentiated gradient, however small.
     *
     * @param y0 the dual point
     * @return the state
     * @throws DomainException if no point has these dual coordinates, or the geometry has none
     * @throws StepException if the objective fails there
     */
    public State<X, Y> startAtDual(Vec<Y> y0) {
        if (!geometry.dual() || !scheme.dual()) {
            throw new DomainException(
                    "dual start", y0, "a method that keeps a dual point, not " + scheme + " with " + geometry);
        }
        Engine<X, Y> engine = engine();
        engine.startAtDual(DomainException.requireLength("dual start", y0.toArray(), geometry.size()));
        return engine.lastState();
    }

    /**
     * One step. The stopping rule is not asked.
     *
     * @param state where to step from
     * @return the state after the step
     * @throws StepException if there is no step to take, with the outcome that a run would have
     * @throws DomainException if the state does not fit this method
     */
    public State<X, Y> step(State<X, Y> state) {
        Engine<X, Y> engine = engine();
        engine.restore(state);
        Outcome end = engine.advance();
        if (end != null) {
            throw new StepException(end);
        }
        return engine.lastState();
    }

    /**
     * The iterates one at a time, each computed when it is asked for, the start first; the stream ends where a run would.
     *
     * @param x0 the start
     * @return the stream; it throws a {@link StepException} where a run would fail
     * @throws DomainException if the start is outside the domain of the geometry
     */
    public Stream<Iterate<X>> iterates(Vec<X> x0) {
        double[] start = require(x0);
        int traits = Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE;
        return StreamSupport.stream(
                new Spliterators.AbstractSpliterator<>(Long.MAX_VALUE, traits) {
                    private @Nullable Engine<X, Y> engine;
                    private boolean over;

                    @Override
                    public boolean tryAdvance(Consumer<? super Iterate<X>> action) {
                        if (over) {
                            return false;
                        }
                        Engine<X, Y> current = engine;
                        if (current == null) {
                            over = true; // unless the start succeeds
                            current = engine();
                            current.start(start);
                            engine = current;
                        } else {
                            Outcome end = current.advance();
                            if (end != null) {
                                over = true;
                                if (end instanceof Outcome.Converged) {
                                    return false;
                                }
                                throw new StepException(end);
                            }
                        }
                        Outcome end = stop(current);
                        over = end != null;
                        action.accept(Iterate.of(current.row(), current.vector()));
                        if (end instanceof Outcome.Failed) {
                            throw new StepException(end);
                        }
                        return true;
                    }
                },
                false);
    }

    private Run<X, Y> run(Consumer<Engine<X, Y>> begin, @Nullable Consumer<? super Iterate<X>> observer) {
        Engine<X, Y> engine = engine();
        Trace<X> trace = new Trace<>(points);
        try {
            begin.accept(engine);
        } catch (StepException failure) {
            return new Run<>(failure.outcome(), trace, null, 0, new double[0]);
        }
        Best best = new Best();
        int bestPlace = 0;
        Outcome end = null;
        while (end == null) {
            if (engine.improves(best)) {
                bestPlace = trace.size();
            }
            end = record(engine, trace, observer);
            if (end == null) {
                end = stop(engine);
            }
            if (end == null) {
                end = engine.advance();
            }
        }
        return new Run<>(end, trace, engine.lastState(), bestPlace, best.point());
    }

    private @Nullable Outcome stop(Engine<X, Y> engine) {
        try {
            return stopping.check(engine.row()).orElse(null);
        } catch (RuntimeException failure) {
            return new Outcome.Failed(
                    "the stopping rule threw at iterate " + engine.row().iteration() + ": " + failure,
                    engine.row().iteration(),
                    failure);
        }
    }

    private @Nullable Outcome record(
            Engine<X, Y> engine, Trace<X> trace, @Nullable Consumer<? super Iterate<X>> observer) {
        Vec<X> point = points || observer != null ? engine.vector() : null;
        trace.add(engine.row(), point);
        if (observer != null && point != null) {
            try {
                observer.accept(Iterate.of(engine.row(), point));
            } catch (RuntimeException failure) {
                return new Outcome.Failed(
                        "the observer threw at iterate " + engine.row().iteration() + ": " + failure,
                        engine.row().iteration(),
                        failure);
            }
        }
        return null;
    }

    private Engine<X, Y> engine() {
        return new Engine<>(objective, geometry, scheme, rule());
    }

    private StepRule rule() {
        return rule == null ? scheme.rule().or(geometry::rule).orElseGet(StepRule::armijo) : rule;
    }

    private double[] require(Vec<X> x0) {
        double[] start = x0.toArray();
        geometry.diagnose(start).ifPresent(reason -> {
            throw new DomainException("start", start, "a start for " + geometry + " (" + reason + ")");
        });
        return start;
    }
}
