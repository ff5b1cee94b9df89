package org.legendre.optimize.theory;

import org.legendre.geometry.Coordinates;
import org.legendre.geometry.Vec;
import org.legendre.optimize.Iterate;

/**
 * One step of a run with what theorems assume about: everything is measured, nothing taken on trust.
 *
 * @param <X> the tag of the coordinates x
 * @param <Y> the dual tag
 * @param from the iterate x
 * @param to the next iterate x₊
 * @param differential ∇f(x)
 * @param moved ⟨∇f(x), x₊ − x⟩
 * @param divergence D(x₊, x); NaN where φ has no value in binary64 (a weight that has underflowed)
 * @param toComparison ⟨∇f(x), u − x⟩
 * @param comparison f(u)
 * @param comparisonDivergence D(u, x); NaN where φ has no value
 * @param rounding a bound on the rounding error of the values and pairings
 */
public record Step<X extends Coordinates<Y>, Y extends Coordinates<X>>(
        Iterate<X> from,
        Iterate<X> to,
        Vec<Y> differential,
        double moved,
        double divergence,
        double toComparison,
        double comparison,
        double comparisonDivergence,
        double rounding) {}
