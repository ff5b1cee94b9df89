package org.legendre.optimize;

import java.util.Optional;

/** Optimistic mirror descent: the differential that is to come is guessed to be the last one. It keeps the one before. */
final class Optimistic implements Scheme {
    static final Optimistic INSTANCE = new Optimistic();

    private Optimistic() {}

    @Override
    public int momentumSize(int n) {
        return n;
    }

    @Override
    public Motion motion(Stage stage) {
        int n = stage.size();
        double[] before = stage.momentum();
        double[] guess = new double[n];
        Curve curve = stage.newCurve();
        return new Motion() {
            @Override
            public void start() {
                System.arraycopy(stage.differential(), 0, before, 0, n);
            }

            @Override
            public Optional<Outcome> advance() {
                double[] g = stage.differential();
                for (int i = 0; i < n; i++) {
                    guess[i] = g[i] + (g[i] - before[i]);
                }
                curve.begin(stage.point(), stage.dual(), guess);
                Optional<Outcome> end = stage.search(curve);
                System.arraycopy(g, 0, before, 0, n);
                return end;
            }
        };
    }

    @Override
    public String toString() {
        return "optimistic descent";
    }
}
