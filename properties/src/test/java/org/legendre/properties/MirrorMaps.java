package org.legendre.properties;

import java.util.stream.Stream;
import org.legendre.geometry.Differential;
import org.legendre.geometry.Domain;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.PositiveDefinite;
import org.legendre.geometry.Potential;
import org.legendre.geometry.Potentials;
import org.legendre.geometry.Weights;

/** The shipped mirror potentials besides the oldest three, which have to obey the laws of potentials as the log-partitions of families do. */
final class MirrorMaps {
    private MirrorMaps() {}

    static Stream<PotentialSubject> all() {
        return Stream.of(
                subject("Tsallis entropy of order ½", Potentials.tsallis(3, 0.5)),
                subject("Tsallis entropy of order −1", Potentials.tsallis(2, -1)),
                subject("hyperbolic entropy", Potentials.hypentropy(3, 0.5)),
                subject("Fermi–Dirac entropy", Potentials.fermiDirac(new double[3], new double[] {1, 2, 4})),
                subject("quadratic form", Potentials.quadratic(PositiveDefinite.ofPacked(3, 2, 0.5, 1, 0, 0.25, 3)))
                        .declaredQuadratic(),
                subject("half the squared 1.5-norm", positive(Potentials.powerNorm(3, 1.5))),
                subject("log-determinant", Potentials.logDeterminant(2)),
                subject("log-determinant of 3×3 matrices", Potentials.logDeterminant(3)),
                subject("von Neumann's entropy", Potentials.vonNeumann(2)).withReach(Subjects.REACH),
                subject("von Neumann's entropy of 3×3 matrices", Potentials.vonNeumann(3))
                        .withReach(Subjects.REACH));
    }

    private static PotentialSubject subject(String name, Legendre<Weights, Differential<Weights>> phi) {
        return PotentialSubject.of(name, phi);
    }

    /** On the orthant, for the laws differentiate twice: across the faces the power norm has no second derivative. */
    private static Legendre<Weights, Differential<Weights>> positive(Legendre<Weights, Differential<Weights>> phi) {
        return Legendre.of(
                new Restricted(phi.potential()), new Restricted(phi.conjugate().potential()));
    }

    /** A potential on ℝⁿ whose gradient maps the orthant onto itself. */
    private record Restricted(Potential whole) implements Potential {
        @Override
        public Domain domain() {
            return Domain.positive(whole.domain().size());
        }

        @Override
        public double value(double[] x) {
            return whole.value(x);
        }

        @Override
        public void gradient(double[] x, double[] out) {
            whole.gradient(x, out);
        }

        @Override
        public Hessian hessian(double[] x) {
            return whole.hessian(x);
        }
    }
}
