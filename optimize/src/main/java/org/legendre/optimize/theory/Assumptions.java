package org.legendre.optimize.theory;

import java.util.Optional;

/** The checks of assumptions that theorems share. */
final class Assumptions {
    static final String CONVEX = "f is convex: f(u) ≥ f(x) + ⟨∇f(x), u − x⟩";
    static final String MODEL = "each step lies below its model: f(x₊) ≤ f(x) + ⟨∇f(x), x₊ − x⟩ + D(x₊, x)/t";

    private Assumptions() {}

    static Optional<String> convex(Step<?, ?> step, double mu) {
        double margin = step.comparison() - step.from().value() - step.toComparison();
        double needed = mu == 0 ? 0 : mu * step.comparisonDivergence();
        // NaN, where D has no value, says nothing.
        return margin < needed - step.rounding()
                ? Optional.of("f(u) − f(x) − ⟨∇f(x), u − x⟩ = " + margin
                        + (mu == 0 ? ", negative" : ", below μD(u, x) = " + needed))
                : Optional.empty();
    }

    static Optional<String> model(Step<?, ?> step) {
        double t = step.to().step();
        double above = step.to().value() - step.from().value() - step.moved();
        return above > step.divergence() / t + step.rounding()
                ? Optional.of("the step needs relative smoothness L ≤ 1/t = " + 1 / t + " and shows L ≥ "
                        + above / step.divergence())
                : Optional.empty();
    }
}
