package org.legendre.properties;

import java.util.List;
import java.util.Optional;
import org.legendre.geometry.Estimate;

/** The Monte-Carlo Fisher information estimates the exact one: a law of chance, wrong once in 10⁹ samples by theorems that hold for every number of draws. */
final class ModelChanceLaws {
    private static final int DRAWS = 2000;
    /** The probability of a false alarm at one sample. */
    private static final double LEVEL = 1e-9;

    private static final double RESOLUTION = 0.5;

    private ModelChanceLaws() {}

    static List<Law<ModelSubject>> all() {
        return List.of(unbiased());
    }

    private static Law<ModelSubject> unbiased() {
        return ModelPoint.law(
                        "model-monte-carlo",
                        "the mean of ⟨s, v⟩² over outputs drawn from the model estimates vᵀFv without bias: of outputs that are finitely many P(|difference| ≥ δ) ≤ 2 exp(−2n²Sδ²/Σ Bᵢ²), Bᵢ the largest"
                                + " ⟨s, v⟩² at input i; of others P(vᵀFv − mean ≥ δ) ≤ exp(−n²Sδ²/2Σ E[⟨s, v⟩⁴]); level 1e-9",
                        "W. Hoeffding (1963), theorem 2; A. Maurer, A bound on the deviation probability for sums of non-negative random variables (2003), theorem 1",
                        RESOLUTION,
                        ModelChanceLaws::examine)
                .costly(20)
                .where(subject -> subject.outputs().space().isPresent());
    }

    private static Finding examine(ModelPoint p, List<Object> y) {
        int n = p.x.length;
        double exact = p.parts.fisher.of(p.x, y, p.w).quadratic(p.v);
        double spread = 0;
        boolean finite = !space(p).points().isEmpty();
        for (int i = 0; i < n; i++) {
            Optional<Double> fourth = finite ? Optional.of(largest(p, i)) : fourth(p, i, y.get(i));
            if (fourth.isEmpty()) {
                return Finding.nothing("the fourth moment of the score is not resolved");
            }
            spread += fourth.get();
        }
        double allowed = finite
                ? Math.sqrt(0.5 * Math.log(2 / LEVEL) * spread / DRAWS) / n
                : Math.sqrt(2 * Math.log(1 / LEVEL) * spread / DRAWS) / n;
        Estimate estimate = p.parts.monteCarlo.of(p.x, y, p.w, DRAWS, p.seed(), p.v);
        double difference = exact - estimate.value();
        return new Finding(
                finite ? Math.abs(difference) : Math.max(0, difference),
                allowed,
                allowed < 0.5 * RESOLUTION * exact,
                () -> p + ": vᵀFv = " + exact + ", estimated " + estimate);
    }

    private static SampleSpace space(ModelPoint p) {
        return p.parts.outputs.space().orElseThrow();
    }

    /** The square of the largest ⟨s, v⟩². */
    private static double largest(ModelPoint p, int i) {
        double largest = 0;
        for (Object output : space(p).points()) {
            double score = Rounding.dot(p.parts.score.of(p.row(i), List.of(output), p.w), p.v);
            largest = Math.max(largest, score * score);
        }
        return largest * largest;
    }

    /** E[⟨s, v⟩⁴]; empty if it cannot be integrated. */
    private static Optional<Double> fourth(ModelPoint p, int i, Object y) {
        double square = p.parts.fisher.of(p.row(i), List.of(y), p.w).quadratic(p.v);
        Averages averages = new Averages(p.parts.outputs, p.outputs[i]);
        if (!averages.resolved() || !(square > 0)) {
            return Optional.empty();
        }
        Estimate fourth = averages.square(output -> {
            double score = Rounding.dot(p.parts.score.of(p.row(i), List.of(output), p.w), p.v);
            return score * score / square;
        });
        return fourth.error() < fourth.value()
                ? Optional.of((fourth.value() + fourth.error()) * square * square)
                : Optional.empty();
    }
}
