package org.legendre.optimize.theory;

import java.util.List;
import java.util.Optional;
import org.legendre.geometry.Coordinates;
import org.legendre.geometry.DomainException;

/** min f(x_i) − f(u) ≤ (D(u, x₀) + ½G²Σtᵢ²)/Σtᵢ. */
final class LipschitzRate<X extends Coordinates<Y>, Y extends Coordinates<X>> implements Theorem<X, Y> {
    private final double lipschitz;

    LipschitzRate(double lipschitz) {
        this.lipschitz = DomainException.requirePositive("G", lipschitz);
    }

    @Override
    public String statement() {
        return "min f(x_i) − f(u) ≤ (D(u, x₀) + ½G²Σtᵢ²)/Σtᵢ over i < k, G = " + lipschitz;
    }

    @Override
    public String citation() {
        return "Nemirovsky and Yudin (1983), chapter 3; Beck and Teboulle (2003), theorem 4.1";
    }

    @Override
    public List<String> assumptions() {
        return List.of(
                "‖∇f(x)‖ ≤ G in the norm dual to one for which φ is 1-strongly convex: t⟨∇f(x), x − x₊⟩ − D(x₊, x) ≤ ½t²G²",
                Assumptions.CONVEX);
    }

    @Override
    public Quantity quantity() {
        return Quantity.BEST;
    }

    @Override
    public double bound(Steps steps, double divergence) {
        return steps.count() == 0
                ? Double.POSITIVE_INFINITY
                : (divergence + 0.5 * lipschitz * lipschitz * steps.squares()) / steps.sum();
    }

    @Override
    public Optional<String> broken(Step<X, Y> step) {
        double t = step.to().step();
        double gained = -t * step.moved() - step.divergence();
        if (gained > 0.5 * t * t * lipschitz * lipschitz + t * step.rounding()) {
            return Optional.of("the step needs G = " + lipschitz + " and shows G ≥ " + Math.sqrt(2 * gained) / t);
        }
        return Assumptions.convex(step, 0);
    }
}
