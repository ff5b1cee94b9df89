package org.legendre.geometry.divergence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.hipparchus.dfp.Dfp;
import org.junit.jupiter.api.Test;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.ExactSums;
import org.legendre.geometry.Probabilities;
import org.legendre.geometry.family.Poisson;
import org.legendre.geometry.information.Entropies;

/** The divergence of two parameters, against its definition in 100-digit arithmetic. */
class SharmaMittalTest {
    private static final double[] P = {.5, .25, .125, .125};
    private static final double[] FAR = {.125, .125, .5, .25};
    private static final double[] NEAR = {.5 + 0x1p-40, .25 - 0x1p-40, .125 + 0x1p-41, .125 - 0x1p-41};
    private static final double[] ORDERS = {0.25, .5, 1 - 1e-9, 1 + 1e-12, 2, 3.5};

    @Test
    void definitionNearAndFarFromOrdersAndDegreesOfOne() {
        for (double[] q : new double[][] {FAR, NEAR}) {
            for (double order : ORDERS) {
                Dfp sum = ExactSums.exact(0);
                for (int i = 0; i < P.length; i++) {
                    Dfp ratio = ExactSums.exact(P[i]).divide(ExactSums.exact(q[i]));
                    sum = sum.add(
                            ratio.log().multiply(ExactSums.exact(order)).exp().multiply(ExactSums.exact(q[i])));
                }
                Dfp renyi = sum.log().divide(ExactSums.exact(order).subtract(1));
                for (double degree : new double[] {-1, .5, 1 - 1e-9, 1 + 1e-12, 2, 3}) {
                    Dfp rest = ExactSums.exact(degree).subtract(1);
                    double expected =
                            renyi.multiply(rest).exp().subtract(1).divide(rest).toDouble();
                    double actual = Divergences.sharmaMittal(Probabilities.of(P), Probabilities.of(q), order, degree);
                    assertEquals(expected, actual, 1e-13 * expected, "order " + order + ", degree " + degree);
                    assertTrue(actual >= 0);
                }
            }
        }
    }

    @Test
    void itsSpecialCasesAreTheOthers() {
        Probabilities p = Probabilities.of(P);
        Probabilities q = Probabilities.of(FAR);
        assertEquals(p.klTo(q), Divergences.sharmaMittal(p, q, 1, 1));
        assertEquals(Divergences.renyi(p, q, 3), Divergences.sharmaMittal(p, q, 3, 1));
        assertEquals(Divergences.tsallis(p, q, 3), Divergences.sharmaMittal(p, q, 3, 3), 1e-14);
        assertEquals(Divergences.chiSquared(p, q), Divergences.sharmaMittal(p, q, 2, 2), 1e-14);
        Poisson three = new Poisson(3);
        Poisson four = new Poisson(4);
        assertEquals(three.klTo(four), Divergences.sharmaMittal(three, four, 1, 1));
        assertEquals(Divergences.tsallis(three, four, .5), Divergences.sharmaMittal(three, four, .5, .5), 1e-15);
        assertEquals(Divergences.renyi(three, four, .5), Divergences.sharmaMittal(three, four, .5, 1));
    }

    /** e^710.03 overflows, and e^710.03/339.2 does not. */
    @Test
    void largeExponentsWhoseQuotientIsANumber() {
        Probabilities p = Probabilities.of(.9, .1);
        Probabilities q = Probabilities.of(.1, .9);
        for (double degree : new double[] {300, 340.2, 341}) {
            double exact = quotient(Divergences.renyi(p, q, 2), degree - 1);
            double value = Divergences.sharmaMittal(p, q, 2, degree);
            assertEquals(exact, value, 2e-13 * exact, "degree " + degree);
        }
        assertEquals(Double.POSITIVE_INFINITY, Divergences.sharmaMittal(p, q, 2, 350));
        // Of the entropy the large exponents are those of negative degrees: e^((1 − b) log 2)/(1 − b).
        double entropy = Entropies.sharmaMittal(Probabilities.uniform(2), 2, -1027);
        assertEquals(0x1p1020 / 1028 * 256, entropy, 2e-13 * entropy);
        // And of Tsallis' divergence those of large orders, where one term is all: p^a q^(1−a)/(a − 1).
        Dfp power = ExactSums.exact(.9)
                .log()
                .multiply(324)
                .subtract(ExactSums.exact(.1).log().multiply(323))
                .exp();
        double tsallis = power.divide(323).toDouble();
        assertEquals(tsallis, Divergences.tsallis(p, q, 324), 2e-13 * tsallis);
    }

    private static double quotient(double renyi, double rest) {
        return ExactSums.exact(renyi)
                .multiply(ExactSums.exact(rest))
                .exp()
                .subtract(1)
                .divide(ExactSums.exact(rest))
                .toDouble();
    }

    @Test
    void exclusionIsInfiniteOrTheGreatestValue() {
        Probabilities p = Probabilities.of(1, 0);
        Probabilities q = Probabilities.of(0, 1);
        assertEquals(Double.POSITIVE_INFINITY, Divergences.sharmaMittal(p, q, .5, 1));
        assertEquals(Double.POSITIVE_INFINITY, Divergences.sharmaMittal(p, q, .5, 2));
        assertEquals(2, Divergences.sharmaMittal(p, q, .5, .5));
        assertThrows(DomainException.class, () -> Divergences.sharmaMittal(p, q, .5, Double.NaN));
        assertThrows(DomainException.class, () -> Divergences.sharmaMittal(p, q, -1, 1));
    }
}
