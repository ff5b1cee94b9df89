package org.legendre.optimize.theory;

import java.util.function.DoubleUnaryOperator;
import org.legendre.geometry.Coordinates;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Vec;
import org.legendre.optimize.Objective;

/**
 * The points u(s) = (1 − s)u + s·x₀ to compare with. Where D(u, x₀) is infinite, as Burg's is for an optimum on the boundary, the bound at u says nothing; at interior points near it
 * the same theorem does, and the best of them gives f(x_k) − f(u) ≤ min f(u(s)) − f(u) + bound(D(u(s), x₀)).
 */
final class Comparison<X extends Coordinates<Y>, Y extends Coordinates<X>> {
    /** s = 10^−j. */
    private static final int DECADES = 300;

    private final double value;
    private final double atPoint;
    private final double[] excess;
    private final double[] divergence;
    private final boolean infinite;

    Comparison(Objective<X, Y> f, Legendre<X, Y> phi, Vec<X> u, Vec<X> start) {
        this.value = f.value(u);
        this.atPoint = divergence(phi, u, start);
        int points = atPoint < Double.POSITIVE_INFINITY ? 0 : DECADES + 1;
        this.excess = new double[points];
        this.divergence = new double[points];
        for (int j = 0; j < points; j++) {
            double s = Math.pow(10, -j);
            Vec<X> point = u.times(1 - s).plus(start.times(s));
            double there = f.value(point);
            excess[j] = Double.isNaN(there) ? Double.POSITIVE_INFINITY : there - value;
            divergence[j] = divergence(phi, point, start);
        }
        // A finite D(u, x₀) is the limit; an infinite one keeps growing with the decades.
        this.infinite = points > 0 && !(divergence[DECADES] <= 1.01 * divergence[DECADES / 2]);
    }

    /** D(a, b), +∞ where a is on the boundary, NaN where b is. */
    static <X extends Coordinates<Y>, Y extends Coordinates<X>> double divergence(
            Legendre<X, Y> phi, Vec<X> a, Vec<X> b) {
        if (phi.domain().diagnose(b.toArray()).isPresent()) {
            return Double.NaN;
        }
        return phi.domain().diagnose(a.toArray()).isPresent() ? Double.POSITIVE_INFINITY : phi.bregman(a, b);
    }

    /** f(u). */
    double value() {
        return value;
    }

    /** D(u, x₀): by its limit for u on the boundary. */
    double divergence() {
        if (atPoint < Double.POSITIVE_INFINITY) {
            return atPoint;
        }
        return infinite ? Double.POSITIVE_INFINITY : divergence[DECADES];
    }

    /** The bound on what exceeds f(u): that of the theorem at u, or at the best point on the way to the start. */
    double bound(DoubleUnaryOperator theorem) {
        double least = theorem.applyAsDouble(divergence());
        if (infinite) {
            for (int j = 0; j <= DECADES; j++) {
                if (divergence[j] < Double.POSITIVE_INFINITY) {
                    least = Math.min(least, excess[j] + theorem.applyAsDouble(divergence[j]));
                }
            }
        }
        return least;
    }

    static <X extends Coordinates<Y>, Y extends Coordinates<X>> void require(Objective<X, Y> f, Vec<X> u) {
        double value = f.value(u);
        if (!Double.isFinite(value)) {
            throw new DomainException("comparison point", u, "one where the objective is finite, not " + value);
        }
    }
}
