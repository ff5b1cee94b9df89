package org.legendre.geometry.family;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.legendre.geometry.DomainException;

/** Maximum likelihood of the Cauchy distribution. Expected values: 40-digit arithmetic (mpmath 1.3, findroot on the likelihood equations). */
class CauchyLikelihoodTest {
    private static void fits(double location, double scale, Double... data) {
        Cauchy found = Cauchy.maximumLikelihood(List.of(data));
        assertEquals(location, found.location(), 4e-16 * Math.max(Math.abs(location), scale), found::toString);
        assertEquals(scale, found.scale(), 1e-15 * scale, found::toString);
    }

    @Test
    void highPrecisionValues() {
        fits(-0.3225806451612903, 0.8380891004365535, -1.0, 0.0, 5.0);
        fits(1.0526315789473684, 0.6862318321265946, 0.0, 1.0, 1.5, 10.0);
        fits(0.14607347976583537, 1.547995901528403, -3.25, -0.5, 0.25, 0.75, 1.5, 40.0, -7.0);
        fits(2.315529178572544, 1.5611880889013647, 2.0, 2.0, 2.0, -1.0, 5.0, 6.0, 11.0);
        fits(0.2500005062502091, 0.9682460544062149, 0.0, 0.0, 1.0, 1e6, -1e7);
    }

    @Test
    void farFromZeroAndAtTheEndsOfTheRange() {
        fits(1000000000.581081, 0.9830558637553087, 1e9 + 0.5, 1e9 + 2, 1e9 - 1.5, 1e9 + 0.25, 1e9 + 3.5);
        fits(8.75e307, 4.841229182759271e307, -1e308, 1.5e308, 1e308, 0.5e308);
        fits(1.4e-300, 1.2e-300, 1e-300, 2e-300, 5e-300, -1e-300);
    }

    /** T. S. Ferguson, Maximum likelihood estimates of the parameters of the Cauchy distribution for samples of size 3 and 4, JASA 73 (1978). */
    @Test
    void threeObservationsInClosedForm() {
        SplittableRandom random = new SplittableRandom(3);
        for (int run = 0; run < 200; run++) {
            double[] x = random.doubles(3).sorted().toArray();
            double a = x[0];
            double b = x[1];
            double c = x[2];
            double squares = (b - a) * (b - a) + (c - b) * (c - b) + (c - a) * (c - a);
            double location = (a * (c - b) * (c - b) + b * (c - a) * (c - a) + c * (b - a) * (b - a)) / squares;
            double scale = Math.sqrt(3) * (c - b) * (c - a) * (b - a) / squares;
            Cauchy found = Cauchy.maximumLikelihood(List.of(b, c, a));
            assertEquals(location, found.location(), 1e-15 + 1e-14 * scale);
            assertEquals(scale, found.scale(), 1e-14 * scale);
        }
    }

    @Test
    void drawsAreFoundToTheirStandardErrorAndNothingNearIsMoreLikely() {
        SplittableRandom random = new SplittableRandom(8);
        Cauchy truth = new Cauchy(3, 0.5);
        List<Double> data = new ArrayList<>();
        for (int i = 0; i < 4000; i++) {
            data.add(truth.sample(random));
        }
        Cauchy found = Cauchy.maximumLikelihood(data);
        // The Fisher information of either is 1/2γ²: five standard errors.
        double error = 5 * 0.5 * Math.sqrt(2.0 / 4000);
        assertEquals(3, found.location(), error);
        assertEquals(0.5, found.scale(), error);
        double top = logLikelihood(found, data);
        for (double step : new double[] {-1e-4, 1e-4}) {
            assertTrue(top > logLikelihood(new Cauchy(found.location() + step, found.scale()), data));
            assertTrue(top > logLikelihood(new Cauchy(found.location(), found.scale() + step), data));
        }
    }

    private static double logLikelihood(Cauchy p, List<Double> data) {
        return data.stream().mapToDouble(p::logDensity).sum();
    }

    /** Nearly half of the observations at one place: the scale nearly vanishes, and does not. */
    @Test
    void nearlyHalfCoincide() {
        List<Double> data = new ArrayList<>(Collections.nCopies(499, 1.0));
        for (int i = 0; i < 501; i++) {
            data.add(2 + i * 0.01);
        }
        Cauchy found = Cauchy.maximumLikelihood(data);
        double first = 0;
        double second = 0;
        for (double x : data) {
            double y = (x - found.location()) / found.scale();
            first += 2 * y / (1 + y * y);
            second += (1 - y * y) / (1 + y * y);
        }
        assertEquals(0, first, 1e-9);
        assertEquals(0, second, 1e-9);
    }

    @Test
    void halfOfTheDataAtOnePlaceIsRefusedWithTheReason() {
        for (Double[] data : new Double[][] {
            {1.0}, {1.0, 2.0}, {1.0, 1.0, 2.0}, {1.0, 3.0, 1.0, 2.0}, {0.0, -0.0, 1.0, 2.0}, {4.0, 4.0, 4.0}
        }) {
            DomainException refused = assertThrows(
                    DomainException.class, () -> Cauchy.maximumLikelihood(List.of(data)), Arrays.toString(data));
            assertTrue(String.valueOf(refused.getMessage()).contains("less than half"), refused::getMessage);
        }
        assertThrows(DomainException.class, () -> Cauchy.maximumLikelihood(List.of()));
        assertThrows(DomainException.class, () -> Cauchy.maximumLikelihood(List.of(1.0, 2.0, Double.NaN)));
        assertThrows(
                DomainException.class, () -> Cauchy.maximumLikelihood(List.of(1.0, 2.0, Double.POSITIVE_INFINITY)));
    }
}
