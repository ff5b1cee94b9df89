package org.legendre.properties;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.legendre.geometry.Estimate;
import org.legendre.geometry.family.Binomial;
import org.legendre.geometry.family.BoltzmannMachine;
import org.legendre.geometry.family.Exponential;
import org.legendre.geometry.family.Multinomial;
import org.legendre.geometry.family.MultivariateNormal;

class SampleSpaceTest {
    private static final double[] NO_CUTS = {};

    @Test
    void theLineIsIntegratedWithJumpsAtTheCuts() {
        SampleSpace line = ObservationSubject.of(Exponential.FAMILY).space().orElseThrow();
        Estimate below =
                line.total(x -> (Double) x <= 0.7 ? Math.exp(-(Double) x) : 0, new double[] {0.7}, new double[] {-1});
        assertEquals(1 - Math.exp(-0.7), below.value(), 1e-15);
        assertTrue(below.error() < 1e-14);
        assertEquals(1.5, line.position(1.5));
        assertTrue(line.points().isEmpty());
        assertTrue(line.extreme(Double.MIN_VALUE));
        assertFalse(line.extreme(1e-300));
    }

    @Test
    void finiteSpacesAreEnumerated() {
        SampleSpace lists =
                ObservationSubject.of(Multinomial.family(3, 3)).space().orElseThrow();
        assertEquals(10, lists.total(x -> 1, NO_CUTS, new double[] {0, 0}).value());
        assertEquals(10, lists.points().size());
        assertEquals(0, lists.position(List.of(0L, 0L, 3L)));
        assertThrows(IllegalArgumentException.class, () -> lists.position(List.of(1L, 1L, 3L)));
        SampleSpace corners =
                ObservationSubject.of(BoltzmannMachine.family(3)).space().orElseThrow();
        assertEquals(8, corners.total(x -> 1, NO_CUTS, new double[6]).value());
        SampleSpace counts = ObservationSubject.of(Binomial.family(10)).space().orElseThrow();
        assertEquals(11, counts.points().size());
        assertEquals(7L, counts.points().get(7));
    }

    @Test
    void vectorsAreOutOfReach() {
        assertTrue(ObservationSubject.of(MultivariateNormal.family(2)).space().isEmpty());
    }

    @Test
    void whatNumbersDoNotResolveHasNoIntegral() {
        SampleSpace line =
                ObservationSubject.of(Binomial.family(1L << 40)).space().orElseThrow();
        assertEquals(
                Double.POSITIVE_INFINITY,
                line.total(x -> 1, NO_CUTS, new double[] {0}).error());
    }
}
