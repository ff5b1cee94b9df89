package org.legendre.optimize.theory;

import java.util.List;
import java.util.Optional;
import org.legendre.geometry.Coordinates;
import org.legendre.geometry.DomainException;

/** f(x_k) − f(u) ≤ μD(u, x₀)/((1 + μ/(L − μ))ᵏ − 1). */
final class RelativeStrongConvexityRate<X extends Coordinates<Y>, Y extends Coordinates<X>> implements Theorem<X, Y> {
    private final double mu;
    private final double smoothness;

    RelativeStrongConvexityRate(double mu, double smoothness) {
        this.mu = DomainException.requirePositive("μ", mu);
        this.smoothness = DomainException.requirePositive("L", smoothness);
        if (!(mu < smoothness)) {
            throw new DomainException("μ", mu, "less than L = " + smoothness);
        }
    }

    @Override
    public String statement() {
        return "f(x_k) − f(u) ≤ μD(u, x₀)/((1 + μ/(L − μ))ᵏ − 1), μ = " + mu + ", L = " + smoothness;
    }

    @Override
    public String citation() {
        return "Lu, Freund and Nesterov (2018), theorem 3.1";
    }

    @Override
    public List<String> assumptions() {
        return List.of(
                "steps of 1/L",
                Assumptions.MODEL,
                "f is μ-strongly convex relative to φ: f(u) ≥ f(x) + ⟨∇f(x), u − x⟩ + μD(u, x)");
    }

    @Override
    public Quantity quantity() {
        return Quantity.LAST;
    }

    @Override
    public double bound(Steps steps, double divergence) {
        return steps.count() == 0
                ? Double.POSITIVE_INFINITY
                : mu * divergence / Math.expm1(steps.count() * Math.log1p(mu / (smoothness - mu)));
    }

    @Override
    public Optional<String> broken(Step<X, Y> step) {
        double t = step.to().step();
        if (!(Math.abs(t * smoothness - 1) <= 1e-12)) {
            return Optional.of("the step is " + t + ", not 1/L = " + 1 / smoothness);
        }
        return Assumptions.model(step).or(() -> Assumptions.convex(step, mu));
    }
}
