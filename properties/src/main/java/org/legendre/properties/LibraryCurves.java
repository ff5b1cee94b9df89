package org.legendre.properties;

import java.util.List;
import org.legendre.geometry.Chart;
import org.legendre.geometry.Differential;
import org.legendre.geometry.Domain;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Potentials;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;
import org.legendre.optimize.Constraint;
import org.legendre.optimize.Geometry;

/** The curves of the library's own geometries. */
final class LibraryCurves {
    private LibraryCurves() {}

    static List<CurveSubject> all() {
        Legendre<Weights, Differential<Weights>> burg = Potentials.burg(2);
        Legendre<Weights, Differential<Weights>> entropy = Potentials.negativeEntropy(3);
        return List.of(
                replicator(),
                hellinger(),
                onSimplex("exponentiated gradient", Geometry.mirror(entropy, Constraint.simplex())),
                mirror("unnormalised exponentiated gradient", entropy, Geometry.unnormalizedExponentiatedGradient(3)),
                mirror("mirror descent with Burg's entropy", burg, Geometry.mirror(burg)),
                mirror(
                        "mirror descent with the hyperbolic entropy",
                        MirrorPair.HYPENTROPY,
                        Geometry.mirror(MirrorPair.HYPENTROPY)),
                natural("natural gradient with Burg's metric", burg),
                mirror("natural gradient with Burg's metric in logarithms", burg, Geometry.natural(burg, logarithms())),
                CurveSubject.of(
                        "gradient descent",
                        Domain.reals(2),
                        Geometry.<Weights, Differential<Weights>>euclidean(2),
                        (x, g) -> g));
    }

    /** x = exp z. */
    private static Chart<Weights, Weights> logarithms() {
        return Chart.of(
                z -> Vec.generate(z.size(), i -> Math.exp(z.get(i))),
                x -> Vec.generate(x.size(), i -> Math.log(x.get(i))),
                z -> {
                    double[][] rows = new double[z.size()][z.size()];
                    for (int i = 0; i < rows.length; i++) {
                        rows[i][i] = Math.exp(z.get(i));
                    }
                    return rows;
                });
    }

    static CurveSubject replicator() {
        return onSimplex("natural gradient on the simplex", Geometry.replicator(4));
    }

    static CurveSubject hellinger() {
        return onSimplex("square roots of weights", Geometry.hellinger(4));
    }

    /** With the Fisher metric: G⁻¹g = x∘(g − ⟨x, g⟩). */
    private static CurveSubject onSimplex(String name, Geometry<Weights, Differential<Weights>> geometry) {
        return CurveSubject.of(name, new SimplexInterior(geometry.size()), geometry, (x, g) -> {
            double mean = Rounding.dot(x, g);
            double[] raised = new double[x.length];
            for (int i = 0; i < raised.length; i++) {
                raised[i] = x[i] * (g[i] - mean);
            }
            return raised;
        });
    }

    private static CurveSubject mirror(
            String name,
            Legendre<Weights, Differential<Weights>> phi,
            Geometry<Weights, Differential<Weights>> geometry) {
        return CurveSubject.of(name, phi.domain(), geometry, (x, g) -> {
            Hessian hessian = phi.potential().hessian(x);
            return Rounding.solve(hessian, g);
        });
    }

    private static CurveSubject natural(String name, Legendre<Weights, Differential<Weights>> psi) {
        return mirror(name, psi, Geometry.natural(psi));
    }
}
