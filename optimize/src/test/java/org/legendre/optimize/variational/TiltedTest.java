package org.legendre.optimize.variational;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.legendre.geometry.family.MultivariateNormal;
import org.legendre.optimize.Outcome;

/** Tilted distributions far narrower than the normal density, or far from it: closed forms, and mpmath's quadrature in 30 digits, the axis cut at 0.3137 ± s·4ⁿ or at the mode and multiples of its width. */
class TiltedTest {
    private static void measures(
            PredictorLikelihood likelihood,
            double a,
            double v,
            double log,
            double mean,
            double variance,
            double error) {
        Tilted tilted = new Tilted();
        assertEquals("", tilted.measure(likelihood, a, v));
        assertEquals(log, tilted.logNormaliser(), error * Math.max(1, Math.abs(log)));
        assertEquals(mean, tilted.mean(), error * Math.sqrt(variance) + Math.ulp(mean));
        assertEquals(variance, tilted.variance(), error * variance);
    }

    /** With one degree of freedom and the observation at 5 there are two peaks, of widths 1e-5 and 1, both of which count. */
    @ParameterizedTest
    @CsvSource({
        "10, 1e-3, 0.3137, -0.96814294169939523955, 0.31369960787572717184, 1.249997733137475016e-6",
        "10, 1e-5, 0.3137, -0.96814237826102225452, 0.31369999996078747887, 1.2499999997733133054e-10",
        "1, 1e-5, 5, -13.324558934946908403, 4.5923483478666824492, 1.7820156783379683114"
    })
    void student(double k, double s, double y, double log, double mean, double variance) {
        measures(PredictorLikelihood.student(y, k, s), 0, 1, log, mean, variance, 1e-9);
    }

    @ParameterizedTest
    @CsvSource({
        "1e-2, -0.97263037684907855891, 0.31059405940594057307, 0.0099009900990099011942",
        "1e-5, -0.96814688614614323711, 0.31369686303136966516, 9.9999000009999908181e-6",
        "1e-10, -0.96814237824975235065, 0.31369999996862997886, 9.9999999990000003644e-11"
    })
    void normal(double s, double log, double mean, double variance) {
        measures(PredictorLikelihood.normal(0.3137, s), 0, 1, log, mean, variance, 1e-11);
    }

    @ParameterizedTest
    @CsvSource({
        "1000, 100, -10.367832392958482025, 6.9071860918581375487, 0.0010005592911063070709",
        "10000, 1, -52.539810748771309138, 9.2093689688414396542, 0.00010008716852279013814",
        "1000000, 100, -17.991375770428123261, 13.815509919809017952, 1.0000006281554004437e-6"
    })
    void poisson(long count, double v, double log, double mean, double variance) {
        measures(PredictorLikelihood.poisson(count), 0, v, log, mean, variance, 2e-9);
    }

    /** Rasmussen and Williams (2006), equations 3.80 to 3.85, in 60 digits. */
    @ParameterizedTest
    @CsvSource({
        "-100, -2505.1777350290113172, -49.99000399600590873, 0.50009988019958661378",
        "-1000, -250007.48012222189684, -499.99900000399996, 0.5000009999880002"
    })
    void probit(double a, double log, double mean, double variance) {
        measures(PredictorLikelihood.probit(1), a, 1, log, mean, variance, 1e-10);
    }

    /** The precision 1 of the cavity is the difference of two of 8e9, in units of 1e-6: so many digits has the evidence. */
    @Test
    void propagationOfANarrowFactorIsExact() {
        ExpectationPropagation.Fit fit = ExpectationPropagation.of(
                        MultivariateNormal.standard(1),
                        new double[][] {{1}},
                        List.of(PredictorLikelihood.student(0.3137, 10, 1e-5)))
                .run();
        assertInstanceOf(Outcome.Converged.class, fit.outcome());
        assertEquals(-0.9681423782610222, fit.logEvidence(), 1e-6);
        assertEquals(1.2499999997733133e-10, fit.posterior().covariance().get(0, 0), 1e-18);
    }

    /** A normal density narrower than the numbers around its mean. */
    @Test
    void whatIsNotResolvedIsTold() {
        String obstacle = new Tilted().measure(PredictorLikelihood.normal(0.3137, 1e-32), 0, 1);
        assertTrue(obstacle.contains("not resolved"), obstacle);
    }
}
