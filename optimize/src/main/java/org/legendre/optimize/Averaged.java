package org.legendre.optimize;

import java.util.Optional;

/** Averages of the points from which another scheme steps. It keeps the sum of the weights, and the other scheme's run. */
record Averaged(Scheme scheme, boolean even) implements Scheme {
    @Override
    public int momentumSize(int n) {
        return 1 + Inner.savedSize(scheme, n);
    }

    @Override
    public boolean dual() {
        return false;
    }

    @Override
    public boolean searches() {
        return scheme.searches();
    }

    @Override
    public Optional<StepRule> rule() {
        return scheme.rule();
    }

    @Override
    public Optional<String> diagnose(Objective<?, ?> objective, Geometry<?, ?> geometry) {
        return scheme.diagnose(objective, geometry);
    }

    @Override
    public Motion motion(Stage stage) {
        int n = stage.size();
        double[] momentum = stage.momentum();
        double[] left = new double[n];
        Inner inner = stage.inner(scheme);
        return new Motion() {
            private boolean running;

            @Override
            public void start() {
                inner.start();
                inner.save(momentum, 1);
                running = true;
            }

            @Override
            public Optional<Outcome> advance() {
                if (!running) {
                    inner.restore(momentum, 1);
                    running = true;
                }
                System.arraycopy(inner.point(), 0, left, 0, n);
                Optional<Outcome> end = inner.advance();
                if (end.isPresent()) {
                    return end;
                }
                double weight = even ? 1 : inner.length();
                momentum[0] += weight;
                double share = weight / momentum[0];
                double[] average = stage.point();
                double[] next = stage.nextPoint();
                for (int i = 0; i < n; i++) {
                    next[i] = average[i] + share * (left[i] - average[i]);
                }
                stage.place(inner.length());
                inner.save(momentum, 1);
                return end;
            }
        };
    }

    @Override
    public String toString() {
        return "averages of " + scheme;
    }
}
