package org.legendre.properties;

import java.util.Arrays;
import java.util.List;
import org.legendre.properties.Form.AdaGrad;
import org.legendre.properties.Sample.Spread;

/** AdaGrad: mirror steps in a metric that grows with the squares of the differentials. */
final class AdaGradLaws {
    private static final double LENGTH = 0.5;
    private static final int STEPS = 4;
    private static final int ROUNDS = 32;
    private static final String SOURCE =
            "J. Duchi, E. Hazan and Y. Singer, Adaptive subgradient methods for online learning and stochastic optimization, J. Mach. Learn. Res. 12 (2011)";

    private AdaGradLaws() {}

    static List<Law<SchemeSubject>> all() {
        return List.of(threePoint(), regret());
    }

    private static Law<SchemeSubject> threePoint() {
        Law<SchemeSubject> law = Law.forAll(
                SchemeSubject.class,
                "adagrad-three-point",
                "t⟨g_k, x_{k+1} − u⟩ = ½(|u − x_k|² − |u − x_{k+1}|² − |x_{k+1} − x_k|²) for every u, |v|² = Σ hᵢvᵢ², hᵢ = δ + √(g_{0i}² + … + g_{ki}²) (≤ where a step ends on a face)",
                SOURCE + ", algorithm 1",
                1e-10,
                (subject, sample) -> Mirror.pair(subject.plain(), sample, (mirror, x, u) -> {
                    Task task = Task.bowl(u, sample.direction());
                    List<double[]> points = subject.run(task, x, LENGTH, STEPS);
                    double[] squares = new double[x.length];
                    Finding worst = Finding.nothing("no step");
                    for (int k = 0; k + 1 < points.size(); k++) {
                        double[] g = task.gradient(points.get(k));
                        double[] h = new double[g.length];
                        for (int i = 0; i < g.length; i++) {
                            squares[i] += g[i] * g[i];
                            h[i] = ((AdaGrad) subject.form()).delta() + Math.sqrt(squares[i]);
                        }
                        Finding finding = step(mirror, points.get(k), points.get(k + 1), u, g, h);
                        worst = k == 0 ? finding : worst.and(finding);
                    }
                    return worst;
                }));
        return law.where(subject -> subject.form() instanceof AdaGrad).on(Spread.MODERATE);
    }

    private static Finding step(Mirror mirror, double[] x, double[] after, double[] u, double[] g, double[] h) {
        double left = 0;
        double right = 0;
        double rounding = 0;
        double size = 0;
        for (int i = 0; i < x.length; i++) {
            double difference = after[i] - u[i];
            left += LENGTH * g[i] * difference;
            right += h[i] * (x[i] - after[i]) * difference;
            size += Math.abs(LENGTH * g[i] * difference) + Math.abs(h[i] * (x[i] - after[i]) * difference);
            rounding += (h[i] * (Math.abs(x[i]) + Math.abs(after[i])) + LENGTH * Math.abs(g[i])) * Math.abs(difference);
        }
        double pairing = left;
        double metric = right;
        return Finding.of(
                mirror.failure(left, right),
                Rounding.ofTerms(x.length, rounding),
                size,
                () -> "x = " + Arrays.toString(x) + ", g = " + Arrays.toString(g) + ", h = " + Arrays.toString(h)
                        + ", t = " + LENGTH + ", x₊ = " + Arrays.toString(after) + ", u = " + Arrays.toString(u)
                        + ": t⟨g, x₊ − u⟩ = " + pairing + ", Σ hᵢ(x − x₊)ᵢ(x₊ − u)ᵢ = " + metric);
    }

    private static Law<SchemeSubject> regret() {
        Law<SchemeSubject> law = Law.forAll(
                SchemeSubject.class,
                "adagrad-regret",
                "Σ ⟨g_k, x_k − u⟩ ≤ (R²/2t)·Σᵢ(δ + ‖g_{·,i}‖₂) + t·Σᵢ‖g_{·,i}‖₂ for every u, R the greatest |x_{k,i} − uᵢ|",
                SOURCE + ", theorem 5",
                1,
                (subject, sample) -> Mirror.pair(subject.plain(), sample, (mirror, x, u) -> {
                    Task task = Task.bowl(u, sample.direction());
                    List<double[]> points = subject.run(task, x, LENGTH, ROUNDS);
                    if (points.size() <= ROUNDS) {
                        return Finding.nothing("the run ended early");
                    }
                    double[] squares = new double[x.length];
                    double loss = 0;
                    double radius = 0;
                    for (int k = 0; k < ROUNDS; k++) {
                        double[] g = task.gradient(points.get(k));
                        double[] difference = Rounding.minus(points.get(k), u);
                        loss += Rounding.dot(g, difference);
                        for (int i = 0; i < g.length; i++) {
                            squares[i] += g[i] * g[i];
                            radius = Math.max(radius, Math.abs(difference[i]));
                        }
                    }
                    double norms = Arrays.stream(squares).map(Math::sqrt).sum();
                    double delta = ((AdaGrad) subject.form()).delta();
                    double bound = radius * radius / (2 * LENGTH) * (x.length * delta + norms) + LENGTH * norms;
                    double found = loss;
                    return Finding.of(
                            Math.max(0, loss - bound),
                            Rounding.ofTerms(ROUNDS * x.length, bound),
                            bound,
                            () -> "x₀ = " + Arrays.toString(x) + ", u = " + Arrays.toString(u) + ", t = " + LENGTH
                                    + ", " + ROUNDS + " steps: regret " + found + ", bound " + bound);
                }));
        return law.where(subject -> subject.form() instanceof AdaGrad).on(Spread.MODERATE);
    }
}
