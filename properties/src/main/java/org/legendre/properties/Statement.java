package org.legendre.properties;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.legendre.geometry.Probabilities;

/** The forms of the famous statements about finite distributions. */
final class Statement {
    private Statement() {}

    static Conjecture<Probabilities> pairs(
            String statement, ToDoubleFunction<List<Probabilities>> left, ToDoubleFunction<List<Probabilities>> right) {
        return Conjecture.onSimplex(statement, 3, 2, left, right);
    }

    /** A divergence between two of the points. */
    interface Divergence {
        double between(List<Probabilities> x, int i, int j);
    }

    static Conjecture<Probabilities> triangle(String what, Divergence d) {
        return Conjecture.onSimplex(
                "d(p, r) ≤ d(p, q) + d(q, r) for d = " + what,
                3,
                3,
                x -> d.between(x, 0, 2),
                x -> d.between(x, 0, 1) + d.between(x, 1, 2));
    }

    static Conjecture<Probabilities> jointlyConvex(String what, Divergence d) {
        return Conjecture.onSimplex(
                what + " is jointly convex in (p, q), at the middle of (p, q) and (r, s)",
                2,
                4,
                x -> d.between(
                        List.of(
                                SimplexDivergences.middle(x.get(0), x.get(2)),
                                SimplexDivergences.middle(x.get(1), x.get(3))),
                        0,
                        1),
                x -> 0.5 * d.between(x, 0, 1) + 0.5 * d.between(x, 2, 3));
    }
}
