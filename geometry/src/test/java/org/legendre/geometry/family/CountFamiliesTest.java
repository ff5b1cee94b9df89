package org.legendre.geometry.family;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Probabilities;
import org.legendre.geometry.divergence.Divergences;

/** Families of counts at their boundaries and extremes. */
class CountFamiliesTest {
    private static void refuses(String part, Executable call) {
        DomainException refusal = assertThrows(DomainException.class, call);
        assertTrue(String.valueOf(refusal.getMessage()).contains(part), refusal::toString);
    }

    private static void close(double expected, double actual, double tolerance) {
        assertEquals(expected, actual, tolerance * Math.abs(expected));
    }

    @Test
    void boundaryMembersTakeTheirLimits() {
        close(10 * Math.log(2), new Binomial(10, 1).klTo(new Binomial(10, 0.5)), 1e-15);
        assertEquals(Double.POSITIVE_INFINITY, new Binomial(10, 0.5).klTo(new Binomial(10, 0)));
        assertEquals(0, new Binomial(10, 0).entropy());
        assertEquals(0, new Binomial(10, 1).logDensity(10L));
        close(-Math.log(0.25), new Geometric(1).klTo(new Geometric(0.25)), 1e-15);
        assertEquals(Double.POSITIVE_INFINITY, new Geometric(0.25).klTo(new Geometric(1)));
        assertEquals(0, new NegativeBinomial(2.5, 1).entropy());
        // P(1) of the second is −½/log ½.
        close(Math.log(2 * Math.log(2)), new LogarithmicSeries(0).klTo(new LogarithmicSeries(0.5)), 1e-14);
        Multinomial sure = Multinomial.of(7, 1, 0);
        assertEquals(0, sure.entropy());
        for (long n : new long[] {1, 1000, 1L << 53}) {
            assertEquals(0, Multinomial.of(n, 0, 1, 0, 0).entropy());
            assertEquals(
                    Multinomial.of(n, 0.25, 0.75).entropy(),
                    Multinomial.of(n, 0, 0.25, 0, 0.75).entropy());
        }
        assertEquals(List.of(7L, 0L), sure.sample(new SplittableRandom(1)));
        refuses("boundary member", sure::natural);
        refuses("boundary member", () -> new Binomial(3, 0).natural());
        refuses("boundary member", () -> new LogarithmicSeries(0).natural());
    }

    @Test
    void extremesOfScale() {
        close(11.087424271117934, new Binomial(1_000_000_000, 0.5).entropy(), 1e-15);
        // log(q/p) up to q/2.
        close(23.025850929940457, new Geometric(1e-20).fisherRaoTo(new Geometric(1e-10)), 1e-11);
        close(1e-300, new LogarithmicSeries(2e-300).expectation().get(0) - 1 + 1e-300, 1e-15);
        close(0.5e-300, new LogarithmicSeries(1e-300).fisher().toMatrix()[0][0], 1e-12);
    }

    @Test
    void membersThatDoNotShareTheirParametersAreRefused() {
        refuses("= 11, expected 10", () -> new Binomial(10, 0.5).klTo(new Binomial(11, 0.5)));
        refuses("= 3.0, expected 2.5", () -> new NegativeBinomial(2.5, 0.5).fisherRaoTo(new NegativeBinomial(3, 0.5)));
        refuses("= 8, expected 7", () -> Multinomial.of(7, 0.5, 0.5).klTo(Multinomial.of(8, 0.5, 0.5)));
        refuses("= 2, expected 3", () -> Multinomial.of(7, 0.2, 0.3, 0.5).klTo(Multinomial.of(7, 0.5, 0.5)));
        refuses("= 11.0", () -> Binomial.family(10).of(11, 0.5));
        refuses("= NaN", () -> new Geometric(Double.NaN));
        refuses("= 0.0", () -> new Geometric(0));
        refuses("= 0,", () -> new Binomial(0, 0.5));
        refuses("= 1.5", () -> Families.named("binomial").of(1.5, 0.5));
        refuses("= 1.0", () -> new LogarithmicSeries(1));
        refuses("[3, 3]", () -> Multinomial.family(7, 2).statistic(List.of(3L, 3L)));
    }

    @Test
    void multinomialProbabilitiesSumToOne() {
        Multinomial p = Multinomial.of(6, 0.2, 0.5, 0.3);
        double sum = 0;
        double entropy = 0;
        for (long i = 0; i <= 6; i++) {
            for (long j = 0; i + j <= 6; j++) {
                double log = p.logDensity(List.of(i, j, 6 - i - j));
                sum += Math.exp(log);
                entropy -= log * Math.exp(log);
            }
        }
        assertEquals(1, sum, 1e-14);
        close(entropy, p.entropy(), 1e-14);
        assertEquals(Double.NEGATIVE_INFINITY, p.logDensity(List.of(1L, 1L, 1L)));
        assertEquals(Double.NEGATIVE_INFINITY, p.logDensity(List.of(3L, 3L)));
    }

    /** Values of Σ xᵢ log pᵢ + log n!/∏ xᵢ! for these binary64 numbers, by mpmath 1.3.0 at 60 digits. */
    @Test
    void multinomialProbabilitiesKeepTheProbabilitiesTheyAreGiven() {
        // The probabilities sum to 1 + 5e-10, as they may, and n times that counts.
        Multinomial p = Multinomial.of(100_000_000, 0.25, 0.25, 0.5 + 5e-10);
        close(-18.475689862349828, p.logDensity(List.of(25_000_000L, 25_000_000L, 50_000_000L)), 1e-14);
        Multinomial q = Multinomial.of(100, 0.25, 0.25, 0.5 + 5e-10);
        close(-5.704321239784984, q.logDensity(List.of(30L, 20L, 50L)), 1e-14);
        // e^−740 has few digits as a number, but all of them as a logarithm.
        Multinomial rare = new Multinomial(3, Probabilities.ofLogits(-740, 0));
        close(Math.log(3) - 740, rare.logDensity(List.of(1L, 2L)), 1e-15);
        close(Math.log(3) - 1480, rare.logDensity(List.of(2L, 1L)), 1e-15);
    }

    @Test
    void centresOfNegativeBinomialsAreTheirModes() {
        for (double r : new double[] {0.3, 1, 1.5, 3.5, 400.25}) {
            for (double p : new double[] {0.9, 0.25, 1e-3}) {
                NegativeBinomial law = new NegativeBinomial(r, p);
                double mode = law.center();
                double top = law.logDensityAt(mode);
                assertTrue(top >= law.logDensityAt(mode + 1) && top >= law.logDensityAt(mode - 1), law::toString);
            }
        }
    }

    @Test
    void drawsThatMightNotFitALongAreRefused() {
        SplittableRandom random = new SplittableRandom(1);
        assertTrue(new NegativeBinomial(1e15, 0.5).sample(random) > 999_999_000_000_000L);
        assertTrue(new NegativeBinomial(0.5, 1.01e-15).sample(random) >= 0);
        refuses("mean = 1.01E15", () -> new NegativeBinomial(1.01e15, 0.5).sample(random));
        refuses("mean = ", () -> new NegativeBinomial(0.5, 0.9e-15).sample(random));
        assertTrue(new Geometric(1e-16).sample(random) >= 0);
        refuses("p = 9.9E-17", () -> new Geometric(0.99e-16).sample(random));
    }

    @Test
    void likelihoodsAtTheBoundary() {
        assertEquals(new Binomial(5, 0), Binomial.family(5).maximumLikelihood(List.of(0L, 0L)));
        assertEquals(new Geometric(1), Geometric.FAMILY.maximumLikelihood(List.of(0L)));
        assertEquals(new LogarithmicSeries(0), LogarithmicSeries.FAMILY.maximumLikelihood(List.of(1L)));
        refuses("6", () -> Binomial.family(5).maximumLikelihood(List.of(6L)));
    }

    /** KL is ½ δ² Var(X), to first order in δ = log(q/p), the reference being free of cancellation only there. */
    @Test
    void nearLogarithmicSeriesKeepTheirDivergence() {
        for (double p : new double[] {1e-8, 0.3, 0.9}) {
            double q = p * (1 + 1e-9);
            double delta = Math.log1p((q - p) / p);
            double variance = new LogarithmicSeries(p).fisher().toMatrix()[0][0];
            double expected = 0.5 * delta * delta * variance;
            close(expected, new LogarithmicSeries(p).klTo(new LogarithmicSeries(q)), 1e-6);
            close(expected / 4, new LogarithmicSeries(p).skewedJensen(new LogarithmicSeries(q), 0.5), 1e-6);
        }
    }

    /** Outside [0, 1] it is ½ α(1 − α) δ² Var(X), to first order. */
    @Test
    void nearLogarithmicSeriesKeepTheirJensenDivergenceOutsideTheUnitInterval() {
        for (double p : new double[] {1e-8, 0.3, 0.9}) {
            LogarithmicSeries series = new LogarithmicSeries(p);
            LogarithmicSeries near = new LogarithmicSeries(p * (1 + 1e-13));
            double delta = Math.log1p((near.p() - p) / p);
            double variance = series.fisher().toMatrix()[0][0];
            for (double alpha : new double[] {-3, -0.5, -1e-6, 1 + 1e-6, 1.25, 4}) {
                double expected = 0.5 * alpha * (1 - alpha) * delta * delta * variance;
                close(expected, series.skewedJensen(near, alpha), 1e-10);
            }
        }
        LogarithmicSeries p = new LogarithmicSeries(0.5);
        LogarithmicSeries q = new LogarithmicSeries(0.515625);
        for (double alpha : new double[] {-2, 1.5, 2.75}) {
            double theta = alpha * Math.log(p.p()) + (1 - alpha) * Math.log(q.p());
            double expected =
                    alpha * logPartition(p.p()) + (1 - alpha) * logPartition(q.p()) - logPartition(Math.exp(theta));
            close(expected, p.skewedJensen(q, alpha), 1e-11);
        }
    }

    private static double logPartition(double p) {
        return Math.log(-Math.log1p(-p));
    }

    /** P(1) = 1/(2 log 2) for p = ½. */
    @Test
    void theJensenDivergenceFromTheSeriesThatIsAlwaysOne() {
        LogarithmicSeries one = new LogarithmicSeries(0);
        LogarithmicSeries half = new LogarithmicSeries(0.5);
        double log = Math.log(2 * Math.log(2));
        for (double alpha : new double[] {0, 0.25, 1, 3}) {
            assertEquals((1 - alpha) * log, one.skewedJensen(half, alpha), 1e-15);
            assertEquals((1 - alpha) * log, half.skewedJensen(one, 1 - alpha), 1e-15);
        }
        assertEquals(Double.NEGATIVE_INFINITY, one.skewedJensen(half, -0.5));
        assertEquals(Double.NEGATIVE_INFINITY, half.skewedJensen(one, 1.5));
        assertEquals(0, one.skewedJensen(one, 2));
        assertEquals(0.5 * log, Divergences.bhattacharyya(half, one), 1e-15);
        refuses("NaN", () -> half.skewedJensen(one, Double.NaN));
    }

    @Test
    void drawsOfHugeCountsHaveTheirMeanAndVariance() {
        SplittableRandom random = new SplittableRandom(5);
        Binomial binomial = new Binomial(1_000_000_000_000_000L, 0.3);
        moments(3e14, 2.1e14, () -> binomial.sample(random));
        NegativeBinomial negative = new NegativeBinomial(40, 1e-9);
        moments(40e9, 40e18, () -> negative.sample(random));
        LogarithmicSeries series = new LogarithmicSeries(1 - 1e-6);
        double mean = series.expectation().get(0);
        moments(mean, mean * (1e6 - mean), () -> series.sample(random));
    }

    private static void moments(double mean, double variance, DoubleSupplier draw) {
        int n = 20_000;
        double sum = 0;
        double square = 0;
        for (int i = 0; i < n; i++) {
            double z = (draw.getAsDouble() - mean) / Math.sqrt(variance);
            sum += z / n;
            square += z * z / n;
        }
        assertEquals(0, sum, 5 / Math.sqrt(n));
        assertEquals(1, square, 0.15);
    }

    /** With one member that is always 1 the sum over p^α q^(1−α) has one term. */
    @Test
    void skewedJensenOfTheBoundaryLogarithmicSeries() {
        LogarithmicSeries sure = new LogarithmicSeries(0);
        LogarithmicSeries other = new LogarithmicSeries(0.5);
        double log = Math.log(2 * Math.log(2)); // −log P(1) of the other
        for (double alpha : new double[] {0, 0.3, 1, 1.7}) {
            assertEquals((1 - alpha) * log, sure.skewedJensen(other, alpha), 1e-15);
            assertEquals((1 - alpha) * log, other.skewedJensen(sure, 1 - alpha), 1e-15);
        }
        assertEquals(Double.NEGATIVE_INFINITY, sure.skewedJensen(other, -0.1));
        assertEquals(Double.NEGATIVE_INFINITY, other.skewedJensen(sure, 1.1));
        assertEquals(0, sure.skewedJensen(sure, 0.4));
        assertThrows(DomainException.class, () -> sure.skewedJensen(other, Double.NaN));
        // The limit of members that are nearly sure.
        assertEquals(sure.skewedJensen(other, 0.4), new LogarithmicSeries(1e-200).skewedJensen(other, 0.4), 1e-15);
    }

    @Test
    void boundaryBinomialsHaveOneCount() {
        for (long x = 0; x <= 3; x++) {
            assertEquals(x == 0 ? 0 : Double.NEGATIVE_INFINITY, new Binomial(3, 0).logDensity(x));
            assertEquals(x == 3 ? 0 : Double.NEGATIVE_INFINITY, new Binomial(3, 1).logDensity(x));
        }
    }
}
