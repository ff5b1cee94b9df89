package org.legendre.properties;

import org.legendre.geometry.Differential;
import org.legendre.geometry.Domain;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Potentials;
import org.legendre.geometry.Weights;
import org.legendre.optimize.Constraint;
import org.legendre.optimize.Geometry;

/** A mirror geometry and what it is held to on its own: what schemes are put on. */
record MirrorPair(MethodSubject plain, Geometry<Weights, Differential<Weights>> geometry) {
    static final int ROWS = 2;
    static final Legendre<Weights, Differential<Weights>> HYPENTROPY = Potentials.hypentropy(3, 0.5);

    static MirrorPair onSimplex() {
        Legendre<Weights, Differential<Weights>> phi = Potentials.negativeEntropy(3);
        return new MirrorPair(
                MethodSubject.onSimplex("exponentiated gradient", phi), Geometry.mirror(phi, Constraint.simplex()));
    }

    static MirrorPair onSimplices() {
        Legendre<Weights, Differential<Weights>> phi = Potentials.negativeEntropy(5);
        Constraint set = Constraint.simplices(ROWS, 3);
        Domain domain = Domain.product(new SimplexInterior(ROWS), new SimplexInterior(3));
        return new MirrorPair(
                MethodSubject.onSet("exponentiated gradient on two simplices", phi, set, domain, true),
                Geometry.mirror(phi, set));
    }

    static MirrorPair burg() {
        Legendre<Weights, Differential<Weights>> phi = Potentials.burg(2);
        return new MirrorPair(MethodSubject.mirror("Burg's entropy", phi), Geometry.mirror(phi));
    }

    static MirrorPair unconstrained() {
        return new MirrorPair(MethodSubject.mirror("the hyperbolic entropy", HYPENTROPY), Geometry.mirror(HYPENTROPY));
    }

    static MirrorPair flat() {
        Legendre<Weights, Differential<Weights>> phi = Potentials.halfSquaredNorm(3);
        return new MirrorPair(MethodSubject.mirror("half the squared norm", phi), Geometry.mirror(phi));
    }

    static MirrorPair inBox() {
        return inBox("the hyperbolic entropy in a box", Potentials.hypentropy(2, 0.5));
    }

    static MirrorPair flatInBox() {
        return inBox("half the squared norm in a box", Potentials.halfSquaredNorm(2));
    }

    private static MirrorPair inBox(String name, Legendre<Weights, Differential<Weights>> phi) {
        double[] lower = {-1, 0};
        double[] upper = {1, 3};
        Constraint set = Constraint.box(lower, upper);
        return new MirrorPair(
                MethodSubject.onSet(name, phi, set, Domain.box(lower, upper), false)
                        .withOutside(x -> Math.max(0, Math.max(Math.abs(x[0]) - 1, Math.abs(x[1] - 1.5) - 1.5))),
                Geometry.mirror(phi, set));
    }
}
