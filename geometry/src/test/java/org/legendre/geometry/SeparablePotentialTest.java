package org.legendre.geometry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.legendre.geometry.special.EntropyTerms;

/** What a separable potential of one's own gets for its four functions: here Σ wᵢ eˣⁱ. */
class SeparablePotentialTest {
    private static final double[] WEIGHTS = {2, 0.25, 7};

    /** Σ wᵢ eˣⁱ. */
    private static final class Exponentials extends SeparablePotential {
        Exponentials(Domain domain) {
            super(domain);
        }

        @Override
        public double value(int i, double x) {
            return WEIGHTS[i] * Math.exp(x);
        }

        @Override
        public double derivative(int i, double x) {
            return WEIGHTS[i] * Math.exp(x);
        }

        @Override
        public double second(int i, double x) {
            return WEIGHTS[i] * Math.exp(x);
        }

        @Override
        public double third(int i, double x) {
            return WEIGHTS[i] * Math.exp(x);
        }
    }

    private static Exponentials exponentials() {
        double infinity = Double.POSITIVE_INFINITY;
        return new Exponentials(Domain.box(new double[] {-3, -infinity, 0}, new double[] {5, 2, infinity}));
    }

    @Test
    void knowsTheEndsOfItsIntervals() {
        Exponentials phi = exponentials();
        assertEquals(-3, phi.lower(0));
        assertEquals(5, phi.upper(0));
        assertEquals(Double.NEGATIVE_INFINITY, phi.lower(1));
        assertEquals(2, phi.upper(1));
        assertEquals(0, phi.lower(2));
        assertEquals(Double.POSITIVE_INFINITY, phi.upper(2));
        assertThrows(DomainException.class, () -> new Exponentials(PackedCone.natural(2)));
    }

    /** wᵢ eᵇ (e^(a−b) − 1 − (a − b)), far and near. */
    @Test
    void theDivergenceOfACoordinateIsFoundFromItsFunctions() {
        Exponentials phi = exponentials();
        for (int i = 0; i < 3; i++) {
            for (double step : new double[] {1, -0.5, 1e-3, -1e-7, 1e-12}) {
                double b = 1.25;
                double a = b + step;
                double expected = WEIGHTS[i] * Math.exp(b) * EntropyTerms.expm1mx(a - b);
                assertEquals(expected, phi.divergence(i, a, b), 2e-14 * expected, i + " " + step);
            }
            assertEquals(0, phi.divergence(i, 1.25, 1.25));
        }
    }

    @Test
    void sumsItsCoordinates() {
        Exponentials phi = exponentials();
        double[] x = {0, 1, 2};
        double[] out = new double[3];
        double[] terms = {2, 0.25 * Math.E, 7 * Math.exp(2)};
        assertEquals(terms[0] + terms[1] + terms[2], phi.value(x), 1e-14);
        phi.gradient(x, out);
        assertArrayEquals(terms, out, 1e-14);
        phi.hessian(x).multiply(new double[] {1, 1, 1}, out);
        assertArrayEquals(terms, out, 1e-14);
        phi.third(x, new double[] {1, 2, 3}, new double[] {5, -1, 0.5}, out);
        assertArrayEquals(new double[] {5 * terms[0], -2 * terms[1], 1.5 * terms[2]}, out, 1e-13);
    }

    @Test
    void shippedPotentialsSayWhatTheyAre() {
        Hypentropy hypentropy = (Hypentropy)
                Potentials.<Weights, Differential<Weights>>hypentropy(2, 0.25).potential();
        assertEquals(0.25, hypentropy.beta());
        Tsallis tsallis = (Tsallis)
                Potentials.<Weights, Differential<Weights>>tsallis(2, 0.5).potential();
        assertEquals(0.5, tsallis.order());
        Legendre<Weights, Differential<Weights>> norms = Potentials.powerNorm(2, 1.25);
        assertEquals(1.25, ((PowerNorm) norms.potential()).exponent());
        assertEquals(5, ((PowerNorm) norms.conjugate().potential()).exponent(), 1e-15);
        VonNeumann quantum = (VonNeumann)
                Potentials.<Weights, Differential<Weights>>vonNeumann(3).potential();
        assertEquals(3, quantum.dimension());
        LogDeterminant stein = (LogDeterminant)
                Potentials.<Weights, Differential<Weights>>logDeterminant(4).potential();
        assertEquals(4, stein.dimension());
        FermiDirac fermiDirac =
                (FermiDirac) Potentials.<Weights, Differential<Weights>>fermiDirac(new double[] {0}, new double[] {1})
                        .potential();
        List<Potential> all = List.of(
                hypentropy,
                tsallis,
                norms.potential(),
                quantum,
                stein,
                fermiDirac,
                new Burg(1),
                new NegativeEntropy(1),
                new HalfSquaredNorm(1),
                Quadratic.of(PositiveDefinite.identity(1)));
        List<String> names = List.of(
                "hyperbolic entropy",
                "Tsallis entropy of order 0.5",
                "norm",
                "von Neumann's entropy",
                "log-determinant",
                "Fermi–Dirac entropy",
                "Burg's entropy",
                "negative entropy",
                "half the squared norm",
                "quadratic form");
        for (int i = 0; i < all.size(); i++) {
            String name = all.get(i).toString();
            assertTrue(name.contains(names.get(i)), name);
        }
        assertEquals(
                "Legendre function on (−∞, ∞)", Potentials.halfSquaredNorm(1).toString());
    }

    @Test
    void aQuadraticFormHasNoThirdDerivative() {
        double[] out = {3, 4};
        Potential phi = Quadratic.of(PositiveDefinite.diagonal(2, 5));
        phi.third(new double[] {1, 2}, new double[] {1, 1}, new double[] {1, -1}, out);
        assertArrayEquals(new double[] {0, 0}, out);
    }

    /** D_φ(a, b) = D_φ*(∇φ(b), ∇φ(a)). */
    @Test
    void divergencesOfConjugatesAreThoseOfThePairTurnedRound() {
        List<Legendre<Weights, Differential<Weights>>> all = List.of(
                Potentials.burg(2),
                Potentials.negativeEntropy(2),
                Potentials.halfSquaredNorm(2),
                Potentials.hypentropy(2, 0.25),
                Potentials.tsallis(2, 0.5),
                Potentials.powerNorm(2, 1.25),
                Potentials.fermiDirac(new double[] {0, -1}, new double[] {1, 3}),
                Potentials.quadratic(PositiveDefinite.diagonal(2, 5)));
        Vec<Weights> a = Vec.of(0.3, 0.7);
        Vec<Weights> b = Vec.of(0.6, 0.2);
        for (Legendre<Weights, Differential<Weights>> phi : all) {
            double expected = phi.bregman(a, b);
            double dual = phi.conjugate().bregman(phi.gradient(b), phi.gradient(a));
            assertTrue(expected > 0, phi::toString);
            assertEquals(expected, dual, 1e-13 * expected, phi.toString());
        }
    }
}
