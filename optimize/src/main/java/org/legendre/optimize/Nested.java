package org.legendre.optimize;

import java.util.Arrays;
import java.util.Optional;
import org.legendre.geometry.Coordinates;
import org.legendre.geometry.Vec;

/** A run inside another one, whose oracle and step rule it shares. */
final class Nested<X extends Coordinates<Y>, Y extends Coordinates<X>> implements Inner {
    private static final int MEASUREMENTS = 4;

    private final Engine<X, Y> outer;
    private final Engine<X, Y> engine;

    Nested(Engine<X, Y> outer, Engine<X, Y> engine) {
        this.outer = outer;
        this.engine = engine;
    }

    @Override
    public void start() {
        engine.start(outer);
    }

    @Override
    public Optional<Outcome> advance() {
        return Optional.ofNullable(engine.advance());
    }

    @Override
    public double[] point() {
        return engine.here().x;
    }

    @Override
    public double length() {
        return engine.row().step();
    }

    @Override
    public void save(double[] to, int from) {
        int n = engine.here().x.length;
        to[from] = engine.row().iteration();
        to[from + 1] = engine.row().value();
        to[from + 2] = engine.row().change();
        to[from + 3] = engine.row().step();
        int at = from + MEASUREMENTS;
        System.arraycopy(engine.here().x, 0, to, at, n);
        System.arraycopy(engine.here().y, 0, to, at + n, engine.here().y.length);
        System.arraycopy(engine.here().g, 0, to, at + 2 * n, n);
        System.arraycopy(engine.momentum(), 0, to, at + 3 * n, engine.momentum().length);
    }

    @Override
    public void restore(double[] saved, int from) {
        int n = engine.here().x.length;
        int at = from + MEASUREMENTS;
        double[] x = Arrays.copyOfRange(saved, at, at + n);
        Row row = new Iterate<X>(
                (int) saved[from],
                Vec.of(x),
                saved[from + 1],
                saved[from + 2],
                saved[from + 3],
                0,
                0,
                0,
                Double.POSITIVE_INFINITY,
                outer.row().oracleCalls(),
                0);
        engine.restore(new State<X, Y>(
                row,
                x,
                Arrays.copyOfRange(saved, at + n, at + n + engine.here().y.length),
                Arrays.copyOfRange(saved, at + 2 * n, at + 3 * n),
                engine.ruleMemory().clone(),
                Arrays.copyOfRange(saved, at + 3 * n, at + 3 * n + engine.momentum().length)));
    }
}
