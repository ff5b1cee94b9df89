package org.legendre.optimize.theory;

import java.util.List;
import java.util.Optional;
import org.legendre.geometry.Coordinates;

/** f(x_k) − f(u) ≤ D(u, x₀)/Σtᵢ. */
final class RelativeSmoothnessRate<X extends Coordinates<Y>, Y extends Coordinates<X>> implements Theorem<X, Y> {
    @Override
    public String statement() {
        return "f(x_k) − f(u) ≤ D(u, x₀)/Σtᵢ";
    }

    @Override
    public String citation() {
        return "Bauschke, Bolte and Teboulle (2017), theorem 1; Lu, Freund and Nesterov (2018), theorem 3.1";
    }

    @Override
    public List<String> assumptions() {
        return List.of(Assumptions.MODEL, Assumptions.CONVEX);
    }

    @Override
    public Quantity quantity() {
        return Quantity.LAST;
    }

    @Override
    public double bound(Steps steps, double divergence) {
        return steps.count() == 0 ? Double.POSITIVE_INFINITY : divergence / steps.sum();
    }

    @Override
    public Optional<String> broken(Step<X, Y> step) {
        return Assumptions.model(step).or(() -> Assumptions.convex(step, 0));
    }
}
