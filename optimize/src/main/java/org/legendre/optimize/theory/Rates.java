package org.legendre.optimize.theory;

import java.util.List;
import java.util.Optional;
import org.legendre.geometry.Coordinates;
import org.legendre.geometry.DomainException;
import org.legendre.optimize.theory.Theorem.Quantity;

/** The theorems that {@link Theorem} offers. */
final class Rates {
    private Rates() {}

    static <X extends Coordinates<Y>, Y extends Coordinates<X>> Theorem<X, Y> relativeSmoothness() {
        return new Stated<>(
                "f(x_k) − f(u) ≤ D(u, x₀)/Σtᵢ",
                "Bauschke, Bolte and Teboulle (2017), theorem 1; Lu, Freund and Nesterov (2018), theorem 3.1",
                List.of(Assumptions.MODEL, Assumptions.CONVEX),
                Quantity.LAST,
                (steps, divergence) -> divergence / steps.sum(),
                step -> Assumptions.model(step).or(() -> Assumptions.convex(step, 0)));
    }

    static <X extends Coordinates<Y>, Y extends Coordinates<X>> Theorem<X, Y> relativeStrongConvexity(
            double mu, double smoothness) {
        DomainException.requirePositive("μ", mu);
        DomainException.requirePositive("L", smoothness);
        if (!(mu < smoothness)) {
            throw new DomainException("μ", mu, "less than L = " + smoothness);
        }
        return new Stated<>(
                "f(x_k) − f(u) ≤ μD(u, x₀)/((1 + μ/(L − μ))ᵏ − 1), μ = " + mu + ", L = " + smoothness,
                "Lu, Freund and Nesterov (2018), theorem 3.1",
                List.of(
                        "steps of 1/L",
                        Assumptions.MODEL,
                        "f is μ-strongly convex relative to φ: f(u) ≥ f(x) + ⟨∇f(x), u − x⟩ + μD(u, x)"),
                Quantity.LAST,
                (steps, divergence) -> mu * divergence / Math.expm1(steps.count() * Math.log1p(mu / (smoothness - mu))),
                step -> Assumptions.length(step, 1 / smoothness, "1/L")
                        .or(() -> Assumptions.model(step))
                        .or(() -> Assumptions.convex(step, mu)));
    }

    static <X extends Coordinates<Y>, Y extends Coordinates<X>> Theorem<X, Y> lipschitz(double lipschitz) {
        DomainException.requirePositive("G", lipschitz);
        return new Stated<>(
                "min f(x_i) − f(u) ≤ (D(u, x₀) + ½G²Σtᵢ²)/Σtᵢ over i < k, G = " + lipschitz,
                "Nemirovsky and Yudin (1983), chapter 3; Beck and Teboulle (2003), theorem 4.1",
                List.of(
                        "‖∇f(x)‖ ≤ G in the norm dual to one for which φ is 1-strongly convex: t⟨∇f(x), x − x₊⟩ − D(x₊, x) ≤ ½t²G²",
                        Assumptions.CONVEX),
                Quantity.BEST,
                (steps, divergence) -> regret(lipschitz, steps, divergence),
                step -> Assumptions.lipschitz(step, lipschitz).or(() -> Assumptions.convex(step, 0)));
    }

    static <X extends Coordinates<Y>, Y extends Coordinates<X>> Theorem<X, Y> averages(double lipschitz) {
        DomainException.requirePositive("G", lipschitz);
        return new Stated<>(
                "f(x̄_k) − f(u) ≤ (D(u, x₀) + ½G²Σtᵢ²)/Σtᵢ, G = " + lipschitz,
                "Nesterov (2009), theorem 1 and (for mirror descent) Nemirovsky and Yudin (1983), chapter 3",
                List.of(
                        "‖∇f‖ ≤ G at the points averaged, in the norm dual to one for which φ is 1-strongly convex (not seen from the averages)",
                        Assumptions.CONVEX),
                Quantity.LAST,
                (steps, divergence) -> regret(lipschitz, steps, divergence),
                step -> Assumptions.convex(step, 0));
    }

    private static double regret(double lipschitz, Steps steps, double divergence) {
        return (divergence + 0.5 * lipschitz * lipschitz * steps.squares()) / steps.sum();
    }

    static <X extends Coordinates<Y>, Y extends Coordinates<X>> Theorem<X, Y> accelerated(
            double smoothness, double exponent) {
        DomainException.requirePositive("L", smoothness);
        if (!(exponent >= 1 && exponent < Double.POSITIVE_INFINITY)) {
            throw new DomainException("γ", exponent, "a finite number ≥ 1");
        }
        return new Stated<>(
                "f(x_k) − f(u) ≤ (γ/(k − 1 + γ))^γ·L·D(u, x₀), L = " + smoothness + ", γ = " + exponent,
                "Hanzely, Richtárik and Xiao (2021), theorem 1",
                List.of(
                        "f is L-smooth relative to φ and γ a triangle scaling exponent of D (not seen from the iterates: Accelerated.rate says whether each step kept its inequality)",
                        Assumptions.CONVEX),
                Quantity.LAST,
                (steps, divergence) ->
                        Math.pow(exponent / (steps.count() - 1 + exponent), exponent) * smoothness * divergence,
                step -> Assumptions.convex(step, 0));
    }

    static <X extends Coordinates<Y>, Y extends Coordinates<X>> Theorem<X, Y> mirrorProx() {
        return new Stated<>(
                "gap(w̄_k) ≤ max D(u, z₀)/Σtᵢ",
                "Nemirovski (2004), theorem 3.2",
                List.of(
                        "the operator is monotone, and t‖F(w) − F(z)‖ ≤ ‖w − z‖ in the norm for which φ is 1-strongly convex (not seen from the averages)"),
                Quantity.GAP,
                (steps, divergence) -> divergence / steps.sum(),
                step -> Optional.empty());
    }
}
