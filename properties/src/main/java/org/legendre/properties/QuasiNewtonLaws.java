package org.legendre.properties;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.legendre.geometry.DomainException;
import org.legendre.properties.Form.QuasiNewton;
import org.legendre.properties.Sample.Spread;

/** Quasi-Newton steps in mirror coordinates: their matrix satisfies the secant equation, and a search makes them descend. */
final class QuasiNewtonLaws {
    private static final double LENGTH = 0.5;
    private static final int STEPS = 4;
    /** A pair with less curvature than this, as a cosine, is as good as none. */
    private static final double CURVED = 1e-3;
    /** The constants of {@link org.legendre.optimize.StepRule#wolfe}. */
    private static final double DECREASE = 1e-4;

    private static final double SLOPE = 0.9;

    private QuasiNewtonLaws() {}

    static List<Law<SchemeSubject>> all() {
        return List.of(secant(), wolfe());
    }

    private static Law<SchemeSubject> secant() {
        Law<SchemeSubject> law = Law.forAll(
                SchemeSubject.class,
                "secant-equation",
                "y_{k+1} = y_k − tHv_k, H made of γI, γ = ΔyᵀΔv/|Δv|², by BFGS updates (I − ρΔyΔvᵀ)H(I − ρΔvΔyᵀ) + ρΔyΔyᵀ, ρ = 1/ΔyᵀΔv, with the last pairs, so that HΔv = Δy"
                        + " for the newest; H = 1/max(1, Σ|vᵢ|) at first (pairs with ΔyᵀΔv > 0)",
                "J. Nocedal, Updating quasi-Newton matrices with limited storage, Math. Comp. 35 (1980), section 3",
                1e-10,
                (subject, sample) -> Mirror.triple(
                        subject.plain(),
                        sample,
                        (mirror, x, a, b) -> Agreement.of(
                                subject.domain(),
                                sample.point(),
                                subject::run,
                                (task, start, t, steps) -> dense(form(subject), task, start, t, steps),
                                mirror.between(a, b),
                                LENGTH,
                                STEPS,
                                "limited memory and the dense matrix")));
        return law.where(subject -> subject.form() instanceof QuasiNewton).on(Spread.MODERATE);
    }

    /** The textbook's matrix in full; the run ends where a pair is too nearly flat, or where a point overflows. */
    private static List<double[]> dense(QuasiNewton form, Task task, double[] start, double t, int steps) {
        List<double[]> points = new ArrayList<>(List.of(start));
        List<double[]> moves = new ArrayList<>();
        List<double[]> changes = new ArrayList<>();
        double[] y = form.toDual().apply(start.clone());
        double[] v = form.pull().of(start.clone(), task.gradient(start));
        for (int k = 0; k < steps; k++) {
            double[] direction = moves.isEmpty() ? first(v) : multiply(matrix(moves, changes), v);
            double[] x;
            try {
                x = form.fromDual().apply(Rounding.axpy(-t, direction, y));
            } catch (DomainException overflow) {
                return points;
            }
            points.add(x);
            double[] nextY = form.toDual().apply(x.clone());
            double[] nextV = form.pull().of(x.clone(), task.gradient(x));
            double[] move = Rounding.minus(nextY, y);
            double[] change = Rounding.minus(nextV, v);
            double curvature = Rounding.dot(move, change);
            if (!(curvature > CURVED * Math.sqrt(Rounding.dot(move, move) * Rounding.dot(change, change)))) {
                return points;
            }
            moves.add(move);
            changes.add(change);
            if (moves.size() > form.pairs()) {
                moves.remove(0);
                changes.remove(0);
            }
            y = nextY;
            v = nextV;
        }
        return points;
    }

    private static double[] first(double[] v) {
        double sum = Arrays.stream(v).map(Math::abs).sum();
        return Rounding.axpy(1 / Math.max(1, sum), v, new double[v.length]);
    }

    private static double[][] matrix(List<double[]> moves, List<double[]> changes) {
        double[] newestMove = moves.get(moves.size() - 1);
        double[] newest = changes.get(changes.size() - 1);
        int n = newest.length;
        double[][] h = new double[n][n];
        double scale = Rounding.dot(newestMove, newest) / Rounding.dot(newest, newest);
        for (int i = 0; i < n; i++) {
            h[i][i] = scale;
        }
        for (int k = 0; k < moves.size(); k++) {
            update(h, moves.get(k), changes.get(k));
        }
        return h;
    }

    /** H − ρ(s(Hr)ᵀ + (Hr)sᵀ) + ρ(1 + ρrᵀHr)ssᵀ. */
    private static void update(double[][] h, double[] s, double[] r) {
        double rho = 1 / Rounding.dot(s, r);
        double[] hr = multiply(h, r);
        double factor = rho * (1 + rho * Rounding.dot(r, hr));
        for (int i = 0; i < s.length; i++) {
            for (int j = 0; j < s.length; j++) {
                h[i][j] += factor * s[i] * s[j] - rho * (s[i] * hr[j] + hr[i] * s[j]);
            }
        }
    }

    private static double[] multiply(double[][] h, double[] v) {
        double[] out = new double[v.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = Rounding.dot(h[i], v);
        }
        return out;
    }

    private static Law<SchemeSubject> wolfe() {
        Law<SchemeSubject> law = Law.forAll(
                SchemeSubject.class,
                "wolfe",
                "f(x₊) ≤ f(x) + 10⁻⁴⟨∇f(x), x₊ − x⟩ and ⟨∇f(x₊), x₊ − x⟩ ≥ 0.9⟨∇f(x), x₊ − x⟩, with ⟨∇f(x), x₊ − x⟩ < 0: each step descends, and far enough (steps that rounding does not hide)",
                "P. Wolfe, Convergence conditions for ascent methods, SIAM Review 11 (1969)",
                1,
                (subject, sample) -> Mirror.triple(subject.plain(), sample, (mirror, x, a, b) -> {
                    Task task = mirror.between(a, b);
                    List<double[]> points = form(subject).searched().run(task, x.clone(), 1, STEPS);
                    Finding worst = Finding.nothing("no step");
                    for (int k = 0; k + 1 < points.size(); k++) {
                        Finding finding = descends(task, points.get(k), points.get(k + 1));
                        worst = k == 0 ? finding : worst.and(finding);
                        if (!finding.informative()) {
                            return worst;
                        }
                    }
                    return worst;
                }));
        return law.where(subject -> subject.form() instanceof QuasiNewton).on(Spread.MODERATE);
    }

    private static Finding descends(Task task, double[] x, double[] after) {
        double[] move = Rounding.minus(after, x);
        double slope = Rounding.dot(task.gradient(x), move);
        double slopeAfter = Rounding.dot(task.gradient(after), move);
        double change = task.value(after) - task.value(x);
        double excess = Math.max(Math.max(slope, change - DECREASE * slope), SLOPE * slope - slopeAfter);
        double rounding = Rounding.ofTerms(
                x.length,
                Math.abs(task.value(x))
                        + Math.abs(task.value(after))
                        + Rounding.absoluteDot(task.gradient(x), x)
                        + Rounding.absoluteDot(task.gradient(after), x));
        return Finding.of(
                Math.max(0, excess),
                rounding,
                Math.abs(slope),
                CURVED,
                () -> "x = " + Arrays.toString(x) + ", x₊ = " + Arrays.toString(after) + ": f(x₊) − f(x) = " + change
                        + ", ⟨∇f(x), x₊ − x⟩ = " + slope + ", ⟨∇f(x₊), x₊ − x⟩ = " + slopeAfter);
    }

    private static QuasiNewton form(SchemeSubject subject) {
        return (QuasiNewton) subject.form();
    }
}
