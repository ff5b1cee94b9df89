package org.legendre.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.junit.jupiter.api.Test;
import org.legendre.geometry.special.Logs;

class PotentialsTest {
    private static final int N = 4;

    /** A shipped potential beside its formula, written once more in derivative arithmetic. */
    private record Case(
            Legendre<Weights, Differential<Weights>> shipped, SmoothFunction formula, SmoothFunction dual) {}

    private static final List<Case> CASES = List.of(
            new Case(
                    Potentials.negativeEntropy(N),
                    x -> sum(x, t -> t.multiply(t.log()).subtract(t)),
                    y -> sum(y, DerivativeStructure::exp)),
            new Case(
                    Potentials.halfSquaredNorm(N),
                    x -> sum(x, t -> t.square().multiply(0.5)),
                    y -> sum(y, t -> t.square().multiply(0.5))),
            new Case(
                    Potentials.burg(N),
                    x -> sum(x, t -> t.log().negate()),
                    y -> sum(y, t -> t.negate().log().negate().subtract(1))),
            new Case(
                    Potentials.hypentropy(N, 0.25),
                    x -> sum(
                            x,
                            t -> t.multiply(t.divide(0.25).asinh())
                                    .subtract(t.square().add(0.0625).sqrt())),
                    y -> sum(y, t -> t.cosh().multiply(0.25))),
            new Case(
                    Potentials.tsallis(N, 0.5),
                    x -> sum(x, t -> t.sqrt().subtract(1).multiply(-4)),
                    y -> sum(y, t -> t.reciprocal().multiply(-4).subtract(4))),
            new Case(
                    Potentials.fermiDirac(new double[] {0, 0, -1, -1}, new double[] {1, 1, 3, 3}),
                    x -> binaryEntropy(x[0], 0, 1)
                            .add(binaryEntropy(x[1], 0, 1))
                            .add(binaryEntropy(x[2], -1, 3))
                            .add(binaryEntropy(x[3], -1, 3)),
                    y -> y[0].exp()
                            .log1p()
                            .add(y[1].exp().log1p())
                            .add(y[2].exp().log1p().multiply(4).subtract(y[2]))
                            .add(y[3].exp().log1p().multiply(4).subtract(y[3]))));

    private static DerivativeStructure binaryEntropy(DerivativeStructure x, double lower, double upper) {
        DerivativeStructure z = x.subtract(lower).divide(upper - lower);
        DerivativeStructure rest = z.subtract(1).negate();
        return z.multiply(z.log()).add(rest.multiply(rest.log())).multiply(upper - lower);
    }

    private interface Term {
        DerivativeStructure of(DerivativeStructure t);
    }

    private static DerivativeStructure sum(DerivativeStructure[] x, Term term) {
        DerivativeStructure sum = term.of(x[0]);
        for (int i = 1; i < x.length; i++) {
            sum = sum.add(term.of(x[i]));
        }
        return sum;
    }

    @Test
    void everyDerivativeAgreesWithAutomaticDifferentiation() {
        SplittableRandom random = new SplittableRandom(7);
        for (Case c : CASES) {
            for (int k = 0; k < 20; k++) {
                double[] x =
                        c.shipped.domain().fromChart(random.doubles(N, -3, 3).toArray());
                compare(c.shipped.potential(), Potential.of(c.shipped.domain(), c.formula), x, random);
                Legendre<?, ?> dual = c.shipped.conjugate();
                double[] y = dual.domain().fromChart(random.doubles(N, -3, 3).toArray());
                compare(dual.potential(), Potential.of(dual.domain(), c.dual), y, random);
            }
        }
    }

    private static void compare(Potential shipped, Potential automatic, double[] x, SplittableRandom random) {
        assertEquals(automatic.value(x), shipped.value(x), 1e-14 * (1 + Math.abs(automatic.value(x))));
        double[] a = new double[N];
        double[] b = new double[N];
        shipped.gradient(x, a);
        automatic.gradient(x, b);
        assertClose(b, a);
        double[] u = random.doubles(N, -1, 1).toArray();
        double[] v = random.doubles(N, -1, 1).toArray();
        shipped.hessian(x).multiply(u, a);
        automatic.hessian(x).multiply(u, b);
        assertClose(b, a);
        shipped.third(x, u, v, a);
        automatic.third(x, u, v, b);
        assertClose(b, a);
    }

    private static void assertClose(double[] expected, double[] actual) {
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], actual[i], 1e-14 * (1 + Math.abs(expected[i])));
        }
    }

    @Test
    void conjugateUndoesTheGradientAndFenchelYoungIsTight() {
        SplittableRandom random = new SplittableRandom(11);
        for (Case c : CASES) {
            assertSame(c.shipped, c.shipped.conjugate().conjugate());
            for (int k = 0; k < 20; k++) {
                Vec<Weights> x = Vec.of(
                        c.shipped.domain().fromChart(random.doubles(N, -3, 3).toArray()));
                Vec<Differential<Weights>> y = c.shipped.gradient(x);
                assertClose(x.toArray(), c.shipped.conjugate().gradient(y).toArray());
                double pairing = 0;
                for (int i = 0; i < N; i++) {
                    pairing += x.get(i) * y.get(i);
                }
                double both = c.shipped.value(x) + c.shipped.conjugate().value(y);
                assertEquals(pairing, both, 1e-13 * (1 + Math.abs(pairing) + Math.abs(c.shipped.value(x))));
            }
        }
    }

    @Test
    void divergencesAreKullbackLeiblerItakuraSaitoAndHalfTheSquaredDistance() {
        Vec<Weights> a = Vec.of(0.2, 3, 1, 1e-3);
        Vec<Weights> b = Vec.of(0.5, 1, 1 + 1e-9, 2e-3);
        double kullbackLeibler = 0;
        double itakuraSaito = 0;
        double squares = 0;
        for (int i = 0; i < N; i++) {
            kullbackLeibler += Logs.relativeEntropyTerm(a.get(i), b.get(i));
            itakuraSaito += Logs.itakuraSaitoTerm(a.get(i), b.get(i));
            squares += 0.5 * (a.get(i) - b.get(i)) * (a.get(i) - b.get(i));
        }
        assertEquals(kullbackLeibler, CASES.get(0).shipped.bregman(a, b), 1e-13 * kullbackLeibler);
        assertEquals(squares, CASES.get(1).shipped.bregman(a, b), 1e-13 * squares);
        assertEquals(itakuraSaito, CASES.get(2).shipped.bregman(a, b), 1e-13 * itakuraSaito);
    }

    @Test
    void pointsOutsideAreRefusedInWords() {
        for (int i : new int[] {0, 2}) {
            DomainException refusal = assertThrows(
                    DomainException.class, () -> CASES.get(i).shipped.value(Vec.of(1, 0, 1, 1)));
            String message = String.valueOf(refusal.getMessage());
            assertTrue(message.contains("entry 1 is 0.0"), message);
        }
        assertThrows(
                DomainException.class, () -> CASES.get(2).shipped.conjugate().value(Vec.of(-1, -1, 1, -1)));
        assertThrows(DomainException.class, () -> Potentials.negativeEntropy(0));
        assertThrows(DomainException.class, () -> Potentials.halfSquaredNorm(-1));
        assertThrows(DomainException.class, () -> Potentials.halfSquaredNorm(0));
        assertThrows(DomainException.class, () -> Potentials.fermiDirac(new double[] {-1e308}, new double[] {1.5e308}));
    }

    @Test
    void farFromTheOriginNothingOverflows() {
        // arsinh x = log 2x, and log(1 + eʸ) = y.
        Legendre<Weights, Differential<Weights>> hypentropy = Potentials.hypentropy(1, 1);
        assertEquals(
                Math.log(2) + Math.log(1e300),
                hypentropy.gradient(Vec.of(1e300)).get(0),
                1e-12);
        assertEquals(
                -Math.log(2) - Math.log(1e10),
                hypentropy.gradient(Vec.of(-1e10)).get(0),
                1e-14);
        Legendre<Differential<Weights>, Weights> dual = Potentials.<Weights, Differential<Weights>>fermiDirac(
                        new double[] {0}, new double[] {1})
                .conjugate();
        assertEquals(800, dual.value(Vec.of(800)));
        assertEquals(0, dual.value(Vec.of(-800)));
        assertEquals(1, dual.gradient(Vec.of(800)).get(0));
        assertThrows(DomainException.class, () -> Potentials.burg(0));
    }
}
