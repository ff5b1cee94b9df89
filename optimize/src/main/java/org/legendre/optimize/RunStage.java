package org.legendre.optimize;

import java.util.Optional;
import org.legendre.geometry.Coordinates;

/** What the scheme of a run sees of its engine. */
final class RunStage<X extends Coordinates<Y>, Y extends Coordinates<X>> implements Stage {
    private final Engine<X, Y> engine;
    private final Oracle<X, Y> oracle;
    private final Trial trial;
    private final StepRule rule;

    RunStage(Engine<X, Y> engine, Oracle<X, Y> oracle, Trial trial, StepRule rule) {
        this.engine = engine;
        this.oracle = oracle;
        this.trial = trial;
        this.rule = rule;
    }

    @Override
    public int size() {
        return engine.here().x.length;
    }

    @Override
    public Row from() {
        return engine.row();
    }

    @Override
    public double[] point() {
        return engine.here().x;
    }

    @Override
    public double[] dual() {
        return engine.here().y;
    }

    @Override
    public double[] differential() {
        return engine.here().g;
    }

    @Override
    public double[] momentum() {
        return engine.momentum();
    }

    @Override
    public Curve curve() {
        return engine.curve();
    }

    @Override
    public Curve newCurve() {
        return engine.newCurve();
    }

    @Override
    public Inner inner(Scheme scheme) {
        return new Nested<>(engine, engine.inner(scheme));
    }

    @Override
    public Optional<Outcome> search(Curve along) {
        trial.begin(along);
        return rule.choose(trial);
    }

    @Override
    public Search along(Curve along) {
        trial.begin(along);
        return trial;
    }

    @Override
    public void place(double length) {
        trial.place(length);
    }

    @Override
    public double[] nextPoint() {
        return trial.to().x;
    }

    @Override
    public double[] nextDual() {
        return trial.to().y;
    }

    @Override
    public double[] nextDifferential() {
        trial.evaluateGradient();
        return trial.to().g;
    }

    @Override
    public double nextStep() {
        return trial.step();
    }

    @Override
    public double nextValue() {
        return trial.smoothValue();
    }

    @Override
    public double value(double[] x) {
        return oracle.value(x, iteration(), trial.step());
    }

    @Override
    public double gradient(double[] x, double[] out) {
        return oracle.gradient(x, out, iteration(), trial.step());
    }

    @Override
    public double term(double[] x) {
        return oracle.term(x, iteration(), trial.step());
    }

    @Override
    public double partial(double[] x, int[] indices, int count, double[] out) {
        return oracle.partial(x, indices, count, out, iteration());
    }

    @Override
    public Objective<X, Y> objective() {
        return oracle.objective();
    }

    private int iteration() {
        return engine.row().iteration();
    }
}
