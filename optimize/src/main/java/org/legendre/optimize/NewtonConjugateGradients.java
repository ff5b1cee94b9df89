package org.legendre.optimize;

import java.util.Arrays;
import java.util.Optional;
import org.legendre.geometry.Hessian;

/** Truncated Newton steps by conjugate gradients on differences of differentials, preconditioned by the metric. */
final class NewtonConjugateGradients implements Scheme {
    static final NewtonConjugateGradients INSTANCE = new NewtonConjugateGradients();

    private NewtonConjugateGradients() {}

    @Override
    public Optional<StepRule> rule() {
        return Optional.of(StepRule.armijoFrom(1));
    }

    @Override
    public Optional<String> diagnose(Objective<?, ?> objective, Geometry<?, ?> geometry) {
        return Schemes.metric(geometry);
    }

    @Override
    public Motion motion(Stage stage) {
        return new Solve(stage);
    }

    @Override
    public String toString() {
        return "Newton steps by conjugate gradients";
    }

    private static final class Solve implements Motion {
        private final Stage stage;
        private final int n;
        private final SolvedCurve curve;
        private final double[] solution;
        private final double[] residual;
        private final double[] raised;
        private final double[] direction;
        private final double[] image;
        private final double[] probe;
        private final double[] other;

        Solve(Stage stage) {
            this.stage = stage;
            this.n = stage.size();
            this.curve = (SolvedCurve) stage.curve();
            this.solution = new double[n];
            this.residual = new double[n];
            this.raised = new double[n];
            this.direction = new double[n];
            this.image = new double[n];
            this.probe = new double[n];
            this.other = new double[n];
        }

        @Override
        public Optional<Outcome> advance() {
            Hessian metric = curve.metric();
            Arrays.fill(solution, 0);
            System.arraycopy(stage.differential(), 0, residual, 0, n);
            System.arraycopy(curve.direction(), 0, direction, 0, n);
            double square = DampedMotion.dot(residual, direction);
            double length = Math.sqrt(square);
            double target = Math.min(0.5, Math.sqrt(length)) * length;
            for (int k = 0; k < 2 * n + 10 && Math.sqrt(square) > target; k++) {
                multiply();
                double curvature = DampedMotion.dot(direction, image);
                if (!(curvature > 0)) {
                    if (k == 0) {
                        System.arraycopy(direction, 0, solution, 0, n);
                    }
                    break;
                }
                double step = square / curvature;
                for (int i = 0; i < n; i++) {
                    solution[i] += step * direction[i];
                    residual[i] -= step * image[i];
                }
                metric.solve(residual, raised);
                double next = DampedMotion.dot(residual, raised);
                for (int i = 0; i < n; i++) {
                    direction[i] = raised[i] + next / square * direction[i];
                }
                square = next;
            }
            curve.turn(solution);
            return stage.search(curve);
        }

        /** image = H·direction by central differences of the differential, whose error is of the order of ε^⅔; the step is as short beside the way to the edge of the domain as it is beside x. */
        private void multiply() {
            double[] x = stage.point();
            double largest = 1;
            double longest = 0;
            for (int i = 0; i < n; i++) {
                largest = Math.max(largest, Math.abs(x[i]));
                longest = Math.max(longest, Math.abs(direction[i]));
            }
            double reach = largest / longest;
            while (reach > 0 && !inside(reach)) {
                reach /= 2;
            }
            double h = Math.cbrt(Math.ulp(1.0)) * reach;
            for (int i = 0; i < n; i++) {
                probe[i] = x[i] + h * direction[i];
            }
            stage.gradient(probe, image);
            for (int i = 0; i < n; i++) {
                probe[i] = x[i] - h * direction[i];
            }
            stage.gradient(probe, other);
            for (int i = 0; i < n; i++) {
                image[i] = (image[i] - other[i]) / (2 * h);
            }
        }

        /** Whether x ± reach·direction are inside. */
        private boolean inside(double reach) {
            for (int i = 0; i < n; i++) {
                image[i] = -direction[i];
            }
            curve.turn(image);
            boolean there = curve.move(reach, probe, other);
            curve.turn(direction);
            return there && curve.move(reach, probe, other);
        }
    }
}
