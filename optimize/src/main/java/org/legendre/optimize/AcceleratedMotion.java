package org.legendre.optimize;

import java.util.Arrays;
import java.util.Optional;
import org.legendre.optimize.Accelerated.Adaptive;

/** An accelerated method in one run. */
final class AcceleratedMotion implements Motion {
    /** By which the gain falls and rises. */
    private static final double GAIN = 1.2;
    /** By which the exponent falls. */
    private static final double EXPONENT = 0.2;

    private static final double LEAST_GAIN = 1e-100;
    private static final double GREATEST_GAIN = 1e100;
    /** Values decide on (1) where its right-hand side is this many resolutions. */
    private static final double VISIBLE = 10;
    /** Where values deny (1) with a right-hand side of this many resolutions, and at all smaller ones that are visible, they contradict the differential. */
    private static final double CONTRADICTION = 1e8;
    /** Steps without a visible change of the value after which the run has converged. */
    private static final int IDLE_STEPS = 200;

    // What is kept: z, ∇φ(z) and the origin, n numbers each, then those below.
    private static final int THETA = 0;
    private static final int EXPONENT_NOW = 1;
    private static final int GAIN_NOW = 2;
    private static final int LOG_GAINS = 3;
    private static final int STEPS = 4;
    private static final int VIOLATION = 5;
    private static final int IDLE = 6;
    private static final int IDLE_VALUE = 7;
    private static final int IDLE_GAP = 8;
    private static final int NUMBERS = 9;

    private final Accelerated method;
    private final Stage stage;
    private final int n;
    private final double[] momentum;
    private final Curve curve;
    private final double[] z;
    private final double[] zDual;
    private final double[] y;
    private final double[] g;
    private final double[] nextZ;
    private final double[] nextDual;
    private final double[] trialDual;
    /** f(y) of the trial. */
    private double valueAtY;
    /** The greatest right-hand side of (1), in units of what is visible, for which values have denied it in this step. */
    private double denied;
    /** Whether slopes decided on the trial. */
    private boolean blind;

    AcceleratedMotion(Accelerated method, Stage stage) {
        this.method = method;
        this.stage = stage;
        this.n = stage.size();
        this.momentum = stage.momentum();
        this.curve = stage.newCurve();
        this.z = new double[n];
        this.zDual = new double[n];
        this.y = new double[n];
        this.g = new double[n];
        this.nextZ = new double[n];
        this.nextDual = new double[n];
        this.trialDual = new double[n];
    }

    static int momentumSize(int n) {
        return 3 * n + NUMBERS;
    }

    static double[] origin(double[] momentum, int n) {
        return Arrays.copyOfRange(momentum, 2 * n, 3 * n);
    }

    static Accelerated.Rate rate(Accelerated method, double[] momentum, int n) {
        int at = 3 * n;
        int steps = (int) momentum[at + STEPS];
        int violation = (int) momentum[at + VIOLATION];
        double gamma = momentum[at + EXPONENT_NOW];
        double factor = steps > 0 && violation == 0
                ? method.smoothness * momentum[at + GAIN_NOW] * Math.pow(momentum[at + THETA], gamma)
                : Double.POSITIVE_INFINITY;
        double gain = steps > 0 ? Math.exp(momentum[at + LOG_GAINS] / (steps - 1 + gamma)) : 1;
        return new Accelerated.Rate(factor, gain, gamma, steps, violation);
    }

    private double get(int entry) {
        return momentum[3 * n + entry];
    }

    private void set(int entry, double value) {
        momentum[3 * n + entry] = value;
    }

    @Override
    public void start() {
        curve.toDual(stage.point(), trialDual);
        begin(trialDual);
        set(EXPONENT_NOW, method.exponent);
        set(GAIN_NOW, 1);
        set(IDLE_VALUE, Double.POSITIVE_INFINITY);
        set(IDLE_GAP, Double.POSITIVE_INFINITY);
    }

    /** z = x, of which the dual point is known. */
    private void begin(double[] dual) {
        System.arraycopy(stage.point(), 0, momentum, 0, n);
        System.arraycopy(dual, 0, momentum, n, n);
        System.arraycopy(stage.point(), 0, momentum, 2 * n, n);
        set(THETA, 0);
        set(LOG_GAINS, 0);
        set(STEPS, 0);
        set(VIOLATION, 0);
    }

    @Override
    public Optional<Outcome> advance() {
        Optional<Outcome> end = step();
        if (end.isPresent()) {
            return end;
        }
        double value = stage.nextValue() + stage.term(stage.nextPoint());
        if (method.restart && get(STEPS) > 1 && value > stage.from().value() + resolution(value) && canRestart()) {
            begin(trialDual);
            end = step();
            if (end.isPresent()) {
                return end;
            }
            value = stage.nextValue() + stage.term(stage.nextPoint());
        }
        return atRest(value);
    }

    /** Whether x has a dual point: an average may have underflowed. */
    private boolean canRestart() {
        curve.toDual(stage.point(), trialDual);
        for (double entry : trialDual) {
            if (!Double.isFinite(entry)) {
                return false;
            }
        }
        return true;
    }

    /** One step with (1), or without it if nothing adapts. */
    private Optional<Outcome> step() {
        System.arraycopy(momentum, 0, z, 0, n);
        System.arraycopy(momentum, n, zDual, 0, n);
        Row from = stage.from();
        double previous = 1 / (get(GAIN_NOW) * Math.pow(get(THETA), get(EXPONENT_NOW)));
        boolean first = get(STEPS) == 0;
        double gamma = get(EXPONENT_NOW);
        double gain = method.adaptive == Adaptive.GAIN ? Math.max(get(GAIN_NOW) / GAIN, LEAST_GAIN) : 1;
        double theta = 1;
        boolean again = true;
        denied = 0;
        while (again) {
            // An exponent that falls leaves θ as it is: (1 − θ)/θ^γ falls with it.
            if (!first && (method.adaptive == Adaptive.GAIN || gamma == get(EXPONENT_NOW))) {
                theta = TriangleScaling.weight(gain * previous, gamma);
            }
            double length = 1 / (gain * Math.pow(theta, gamma - 1) * method.smoothness);
            boolean inside = trial(theta, length, first);
            boolean holds = inside && holds(theta, gain * Math.pow(theta, gamma) * method.smoothness);
            if (holds && blind && denied > CONTRADICTION) {
                break;
            }
            if (holds || (inside && method.adaptive == Adaptive.NOTHING)) {
                keep(theta, gamma, gain, holds);
                return Optional.empty();
            }
            if (method.adaptive == Adaptive.GAIN) {
                gain *= GAIN;
                again = gain < GREATEST_GAIN;
            } else if (method.adaptive == Adaptive.EXPONENT) {
                gamma -= EXPONENT;
                again = gamma > 0;
            } else {
                return Schemes.leaves(stage, curve);
            }
        }
        return Optional.of(new Outcome.AssumptionViolated(
                "at iterate " + from.iteration() + " no " + (method.adaptive == Adaptive.GAIN ? "gain" : "exponent")
                        + " is enough: the objective is not smooth relative to the mirror map with the constant "
                        + method.smoothness + ", or its values contradict its differential",
                from.iteration()));
    }

    /** Makes y, z₊ and x₊. False if the step leaves the domain. */
    private boolean trial(double theta, double length, boolean first) {
        double[] x = stage.point();
        if (first) {
            // y = x, where the differential is known.
            System.arraycopy(x, 0, y, 0, n);
            System.arraycopy(stage.differential(), 0, g, 0, n);
            valueAtY = stage.from().value() - stage.term(x);
        } else {
            combine(theta, x, z, y);
            valueAtY = stage.gradient(y, g);
        }
        curve.begin(z, zDual, g);
        if (!curve.move(length, nextZ, nextDual)) {
            return false;
        }
        combine(theta, x, nextZ, stage.nextPoint());
        stage.place(length);
        return true;
    }

    private static void combine(double theta, double[] x, double[] z, double[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = theta == 1 ? z[i] : (1 - theta) * x[i] + theta * z[i];
        }
    }

    /** (1), by values where they show it, else by slopes. */
    private boolean holds(double theta, double factor) {
        double bound = factor * curve.divergence(nextZ, nextDual);
        if (!Double.isFinite(bound)) {
            return false;
        }
        double[] after = stage.nextDifferential();
        double linear = 0;
        double slope = 0;
        double size = 0;
        double rounding = 0;
        for (int i = 0; i < n; i++) {
            double d = theta * (nextZ[i] - z[i]);
            linear += g[i] * d;
            slope += (after[i] - g[i]) * d;
            size += (Math.abs(after[i]) + Math.abs(g[i])) * Math.abs(d);
            rounding += Math.abs(g[i]) * (Math.abs(d) + Math.abs(y[i]));
        }
        double allowance = resolution(valueAtY) + Math.ulp(1.0) * rounding;
        blind = !(bound > VISIBLE * allowance);
        if (blind) {
            return 0.5 * slope <= bound + Math.ulp(1.0) * size;
        }
        boolean holds = stage.nextValue() - valueAtY - linear <= bound + allowance;
        denied = holds ? denied : Math.max(denied, bound / allowance);
        return holds;
    }

    private double resolution(double value) {
        return stage.objective().resolution(value);
    }

    private void keep(double theta, double gamma, double gain, boolean holds) {
        System.arraycopy(nextZ, 0, momentum, 0, n);
        System.arraycopy(nextDual, 0, momentum, n, n);
        double steps = get(STEPS);
        set(THETA, theta);
        set(EXPONENT_NOW, gamma);
        set(GAIN_NOW, gain);
        set(LOG_GAINS, get(LOG_GAINS) + (steps == 0 ? gamma : 1) * Math.log(gain));
        set(STEPS, steps + 1);
        if (!holds && get(VIOLATION) == 0) {
            set(VIOLATION, steps + 1);
        }
    }

    /** Whether for many steps neither the value nor the gap has changed by more than rounding. */
    private Optional<Outcome> atRest(double value) {
        Row from = stage.from();
        boolean still = Arrays.equals(stage.nextPoint(), stage.point()) && Arrays.equals(nextZ, z);
        double resolution = resolution(value);
        boolean progress = Math.abs(value - from.value()) > resolution
                || value < get(IDLE_VALUE) - resolution
                || from.gap() < 0.5 * get(IDLE_GAP);
        if (progress) {
            set(IDLE, 0);
            set(IDLE_VALUE, value);
            set(IDLE_GAP, from.gap());
        } else {
            set(IDLE, get(IDLE) + 1);
        }
        if (!still && get(IDLE) < IDLE_STEPS) {
            return Optional.empty();
        }
        String how = still ? "the step moves nothing" : "value and gap have not moved for " + IDLE_STEPS + " steps";
        String gap = from.gap() < Double.POSITIVE_INFINITY ? ", gap " + from.gap() : "";
        return Optional.of(new Outcome.Converged("no progress is measurable at iterate " + from.iteration() + ": " + how
                + " (value " + from.value() + gap + ")"));
    }
}
