package org.legendre.optimize;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.legendre.geometry.Hessian;

/** A run of {@link LevenbergMarquardt}. */
final class DampedMotion implements Motion, Damping {
    /** Where λ is in the momentum, and where the step before begins. */
    private static final int LAMBDA = 2;

    private static final int BEFORE = 3;

    /** Trials at rounding level after which the run has converged. */
    private static final int BLIND_TRIALS = 10;

    private final Stage stage;
    private final double initial;
    private final SolvedCurve curve;
    private final double[] momentum;
    private final double[] image;
    /** x ↦ (v ↦ Fv); the identity, not used, without momentum. */
    private final Function<double[], UnaryOperator<double[]>> model;

    private UnaryOperator<double[]> products = UnaryOperator.identity();
    /** The step before; empty without momentum. */
    private final double[] before;

    private final double[] best;

    /** The factor of the next rise. */
    private double rise = 2;

    DampedMotion(LevenbergMarquardt scheme, Stage stage) {
        this.stage = stage;
        this.initial = scheme.initial();
        this.curve = (SolvedCurve) stage.curve();
        this.momentum = stage.momentum();
        this.image = new double[stage.size()];
        this.model = scheme.model().orElse(x -> UnaryOperator.identity());
        this.before = new double[scheme.model().isPresent() ? stage.size() : 0];
        this.best = before.clone();
        curve.damp(this);
    }

    @Override
    public double lambda(Hessian metric, double[] g) {
        if (momentum[LAMBDA] == 0) {
            momentum[LAMBDA] = initial > 0 ? initial : quotient(metric, g);
        }
        return momentum[LAMBDA];
    }

    /** ⟨g, Gg⟩/|g|², and 1 where that says nothing. */
    private double quotient(Hessian metric, double[] g) {
        metric.multiply(g, image);
        double found = dot(g, image) / dot(g, g);
        return found > 0 && found < Double.POSITIVE_INFINITY ? found : 1;
    }

    @Override
    public boolean raise() {
        double raised = momentum[LAMBDA] * rise;
        rise *= 2;
        if (!(raised < Double.POSITIVE_INFINITY)) {
            return false;
        }
        momentum[LAMBDA] = raised;
        return true;
    }

    @Override
    public Optional<Outcome> advance() {
        // A resumed run does not know how often the solve at its iterate failed.
        rise = 2;
        Row from = stage.from();
        Search search = stage.along(curve);
        double resolution = search.resolution();
        products = model.apply(stage.point());
        System.arraycopy(momentum, BEFORE, before, 0, before.length);
        Shares shares = new Shares();
        int blind = 0;
        String obstacle = "";
        do {
            combine();
            double predicted = predicted();
            if (!search.move(1)) {
                obstacle = search.obstacle();
                continue;
            }
            double linear = -search.linear();
            if (!(predicted < Double.POSITIVE_INFINITY)) {
                obstacle = "the decrease that the model promises overflows";
                continue;
            }
            boolean visible = predicted > Backtracking.VISIBLE * resolution && linear > search.linearRounding();
            if (!visible && shares.contradict()) {
                return Backtracking.violated(
                        from,
                        "the values of the objective contradict its differential: extrapolated to short steps the objective decreases by "
                                + shares.limit() + " of what the differential predicts; is the gradient right?");
            }
            if (!(linear > search.linearRounding())) {
                return obstacle.isEmpty()
                        ? Backtracking.converged(
                                from,
                                "with λ = " + momentum[LAMBDA]
                                        + " the differential predicts no decrease beyond its own rounding")
                        : failed(from, obstacle);
            }
            if (!visible && ++blind > BLIND_TRIALS) {
                return Backtracking.converged(from, "neither values nor slopes show a decrease");
            }
            double change = search.trialGradient() - from.value();
            if (!(change < Double.POSITIVE_INFINITY)) {
                obstacle = "the objective is +∞ there";
                continue;
            }
            obstacle = "";
            double ratio = visible ? -change / predicted : 0.5 * (linear - search.trialSlope()) / predicted;
            if (visible) {
                shares.add(momentum[LAMBDA], ratio);
            }
            if (ratio > 0 && (visible || change <= resolution)) {
                accept(ratio);
                return visible ? Backtracking.accepted(momentum) : Backtracking.accepted(momentum, from);
            }
        } while (again());
        return failed(from, "none lowers the objective");
    }

    private static Optional<Outcome> failed(Row from, String obstacle) {
        return Optional.of(new Outcome.Failed(
                "no step from iterate " + from.iteration() + ", however damped, is acceptable: " + obstacle,
                from.iteration()));
    }

    /** With momentum, turns from the solution v to the best step in its plane with the step before. */
    private void combine() {
        if (before.length > 0) {
            Plane.combine(stage.differential(), products, momentum[LAMBDA], curve.direction(), before, best);
            curve.turn(best);
        }
    }

    /** ½(λ|d|² − ⟨g, d⟩), which is that of every best step in a plane, too. */
    private double predicted() {
        double[] v = curve.direction();
        return 0.5 * (momentum[LAMBDA] * dot(v, v) + dot(stage.differential(), v));
    }

    private boolean again() {
        if (!raise()) {
            return false;
        }
        curve.solve();
        return true;
    }

    private void accept(double ratio) {
        double c = 2 * ratio - 1;
        momentum[LAMBDA] = Math.max(momentum[LAMBDA] * Math.max(1.0 / 3, 1 - c * c * c), Double.MIN_NORMAL);
        rise = 2;
        double[] direction = curve.direction();
        for (int i = 0; i < before.length; i++) {
            momentum[BEFORE + i] = -direction[i];
        }
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** The last two ratios of visible trials: they tend to 1, linearly in 1/λ. */
    private static final class Shares {
        private double damping = Double.NaN;
        private double ratio = Double.NaN;
        private double limit = Double.NaN;

        void add(double lambda, double share) {
            double slope = (share - ratio) * damping / (lambda - damping);
            limit = Math.abs(share - ratio) <= 1 ? share + slope : Double.NaN;
            damping = lambda;
            ratio = share;
        }

        boolean contradict() {
            return limit < 0.5;
        }

        double limit() {
            return limit;
        }
    }
}
