package org.legendre.optimize;

import org.legendre.geometry.Coordinates;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Legendre;

/**
 * The Bregman proximal step of a mirror map φ and a term r: x₊ minimises t⟨g, x⟩ + t·r(x) + D_φ(x, x₀). In dual points it is a function of y = ∇φ(x₀) − tg alone, which is what
 * {@link #solve} takes. An object is the workspace of one run.
 *
 * <p>Source: H. H. Bauschke, J. Bolte and M. Teboulle, A descent lemma beyond Lipschitz gradient continuity, Math. Oper. Res. 42 (2017), equation 12.
 */
public interface Proximal {
    /**
     * The term r at a point.
     *
     * @param x a point
     * @return r(x)
     */
    double value(double[] x);

    /**
     * The point x that minimises φ(x) − ⟨y, x⟩ + t·r(x).
     *
     * @param t the step length, positive
     * @param y the dual point ∇φ(x₀) − tg; it is replaced by ∇φ(x), which may be known where x has underflowed
     * @param x takes the point
     * @return why there is no such point in binary64; empty if there is
     */
    String solve(double t, double[] y, double[] x);

    /**
     * The step of a pair: Σ|xᵢ| and Σ xᵢ² with every separable map (thresholds, and one scalar equation a coordinate), the indicator of a set with the maps that {@link Geometry#mirror(Legendre, Constraint)} has for that
     * set.
     *
     * @param <X> the tag of the coordinates x
     * @param <Y> the dual tag
     * @param phi the mirror map φ
     * @param term r
     * @return the step
     * @throws DomainException if there is none for this pair, naming those there are
     */
    static <X extends Coordinates<Y>, Y extends Coordinates<X>> Proximal of(Legendre<X, Y> phi, Term term) {
        if (term instanceof Term.Indicator indicator) {
            MirrorStep step = MirrorTable.step(phi, indicator.set());
            return new Proximal() {
                @Override
                public double value(double[] x) {
                    return term.value(x);
                }

                @Override
                public String solve(double t, double[] y, double[] x) {
                    return step.project(y, x);
                }
            };
        }
        return SeparableProximal.of(phi, term);
    }
}
