package org.legendre.optimize;

import org.legendre.geometry.DomainException;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.SeparablePotential;

/** The proximal step of a separable map φ and a term r that is a sum over coordinates, with what a run of a composite objective has to know of r. */
abstract class SeparableProximal implements Proximal {
    final SeparablePotential phi;
    final SeparablePotential dual;

    SeparableProximal(SeparablePotential phi, SeparablePotential dual) {
        this.phi = phi;
        this.dual = dual;
    }

    /** The step of a pair, or a refusal that names the pairs there are. */
    static SeparableProximal of(Legendre<?, ?> phi, Term term) {
        if (phi.potential() instanceof SeparablePotential separable
                && phi.conjugate().potential() instanceof SeparablePotential dual) {
            if (term instanceof Term.Absolute l1) {
                return new ThresholdStep(separable, dual, l1);
            }
            if (term instanceof Term.Squares squares) {
                return new ShrinkStep(separable, dual, squares);
            }
        }
        throw new DomainException(
                "proximal step",
                phi.potential() + " with " + term,
                "a pair whose step is known: Term.l1 or Term.squares with any separable map; Term.indicator of a set with a map that has a mirror step on it");
    }

    /** The s ∈ ∂rᵢ(x) for which |g + s| is least. */
    abstract double subgradient(int i, double x, double g);

    /** rᵢ(x) − rᵢ(x₀) − s(x − x₀) ≥ 0, s being a subgradient at x₀. */
    abstract double excess(int i, double x, double x0, double s);

    /** The greatest g(x − u) + rᵢ(x) − rᵢ(u) with u in the closed interval of φᵢ: no term is negative. */
    abstract double gap(int i, double x, double g);
}
