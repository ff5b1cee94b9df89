package org.legendre.properties;

import java.util.stream.Stream;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.legendre.geometry.Differential;
import org.legendre.geometry.Domain;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Potential;
import org.legendre.geometry.Potentials;
import org.legendre.geometry.Weights;

/** Potentials that belong to no family: the shipped mirror maps, their conjugates, and some by formula alone. */
final class PotentialExamples {
    /** Beyond this products of fourth powers overflow. */
    private static final double FOURTH_POWERS = 1e50;

    /** As the formula is differentiated, its second derivative is the difference of two numbers near 1 further out. */
    private static final double SOFTPLUS = 4;

    private PotentialExamples() {}

    static Stream<PotentialSubject> all() {
        Legendre<Weights, Differential<Weights>> entropy = Potentials.negativeEntropy(3);
        Legendre<Weights, Differential<Weights>> burg = Potentials.burg(2);
        Legendre<Weights, Differential<Weights>> square = Potentials.halfSquaredNorm(3);
        return Stream.of(
                PotentialSubject.of("negative entropy", entropy),
                PotentialSubject.of("conjugate of the negative entropy", entropy.conjugate()),
                PotentialSubject.of("Burg's entropy", burg),
                PotentialSubject.of("conjugate of Burg's entropy", burg.conjugate()),
                PotentialSubject.of("half the squared norm", square).declaredQuadratic(),
                PotentialSubject.of(
                                "softplus", own(Domain.reals(1), x -> x[0].exp().log1p()))
                        .withReach(SOFTPLUS),
                PotentialSubject.of("coupled quartic", quartic()).withReach(FOURTH_POWERS),
                PotentialSubject.of(
                                "conjugate of the coupled quartic", quartic().conjugate())
                        .withReach(FOURTH_POWERS),
                PotentialSubject.of("logarithmic barrier of a wedge", wedge()));
    }

    /** x⁴/12 + y⁴/12 + (x² + xy + y²)/2: nothing of it is known but the formula. */
    static Legendre<Weights, Differential<Weights>> quartic() {
        return own(Domain.reals(2), x -> {
            DerivativeStructure squares = x[0].multiply(x[0]).add(x[1].multiply(x[1]));
            DerivativeStructure fourths = x[0].pow(4).add(x[1].pow(4));
            return squares.add(x[0].multiply(x[1])).multiply(0.5).add(fourths.divide(12));
        });
    }

    /** −log x − log y − log(x + y) on the positive quadrant. */
    static Legendre<Weights, Differential<Weights>> wedge() {
        return own(
                Domain.positive(2),
                x -> x[0].log().add(x[1].log()).add(x[0].add(x[1]).log()).negate());
    }

    private static Legendre<Weights, Differential<Weights>> own(
            Domain domain, org.legendre.geometry.SmoothFunction psi) {
        return Legendre.of(Potential.of(domain, psi));
    }
}
