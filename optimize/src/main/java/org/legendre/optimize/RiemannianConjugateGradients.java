package org.legendre.optimize;

import java.util.Optional;

/** Nonlinear conjugate gradients of the metric. It keeps the direction, the gradient and its squared length of the iterate before. */
final class RiemannianConjugateGradients implements Scheme {
    static final RiemannianConjugateGradients INSTANCE = new RiemannianConjugateGradients();

    private RiemannianConjugateGradients() {}

    @Override
    public int momentumSize(int n) {
        return 2 * n + 1;
    }

    @Override
    public Optional<StepRule> rule() {
        return Optional.of(StepRule.wolfe());
    }

    @Override
    public Optional<String> diagnose(Objective<?, ?> objective, Geometry<?, ?> geometry) {
        return Schemes.metric(geometry);
    }

    @Override
    public Motion motion(Stage stage) {
        int n = stage.size();
        SolvedCurve curve = (SolvedCurve) stage.curve();
        double[] momentum = stage.momentum();
        double[] direction = new double[n];
        return () -> {
            double[] g = stage.differential();
            double[] gradient = curve.direction();
            double square = 0;
            double mixed = 0;
            for (int i = 0; i < n; i++) {
                square += g[i] * gradient[i];
                mixed += g[i] * momentum[n + i];
            }
            double before = momentum[2 * n];
            double beta = before > 0 ? Math.max(0, (square - mixed) / before) : 0;
            double slope = 0;
            for (int i = 0; i < n; i++) {
                direction[i] = gradient[i] + beta * momentum[i];
                slope += g[i] * direction[i];
            }
            if (!(slope > 0)) {
                System.arraycopy(gradient, 0, direction, 0, n);
            }
            System.arraycopy(direction, 0, momentum, 0, n);
            System.arraycopy(gradient, 0, momentum, n, n);
            momentum[2 * n] = square;
            curve.turn(direction);
            return stage.search(curve);
        };
    }

    @Override
    public String toString() {
        return "Riemannian conjugate gradients";
    }
}
