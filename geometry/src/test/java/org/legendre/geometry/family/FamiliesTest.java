package org.legendre.geometry.family;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.legendre.geometry.DomainException;

class FamiliesTest {
    @Test
    void theCatalogueIsInItsOrderAndReadsAsMathematics() {
        assertEquals(
                List.of(
                        "bernoulli(p)",
                        "categorical(p1 .. pk)",
                        "poisson(rate)",
                        "binomial(n, p)",
                        "multinomial(n, p1 .. pk)",
                        "geometric(p)",
                        "negative-binomial(r, p)",
                        "logarithmic-series(p)",
                        "conway-maxwell-poisson(lambda, nu)",
                        "normal(mean, variance)",
                        "exponential(rate)",
                        "gamma(shape, rate)",
                        "beta(alpha, beta)",
                        "dirichlet(alpha1 .. alphak)",
                        "multivariate-normal(d, mean(d), covariance(d x d))",
                        "multivariate-normal-known-covariance(d, mean(d), covariance(d x d))",
                        "multivariate-normal-known-mean(d, mean(d), covariance(d x d))",
                        "diagonal-normal(d, mean(d), variance(d))",
                        "isotropic-normal(d, mean(d), variance)",
                        "wishart(df, d, scale(d x d))",
                        "inverse-wishart(df, d, scale(d x d))",
                        "normal-gamma(mean, count, shape, rate)",
                        "normal-inverse-wishart(d, mean(d), count, df, scale(d x d))",
                        "matrix-normal(rows, columns, mean(rows x columns), covariance(rows x rows), covariance(columns x columns))",
                        "boltzmann-machine(units, biases(units), couplings(units (units - 1)/2))",
                        "log-normal(mu, sigma2)",
                        "inverse-gamma(shape, scale)",
                        "chi-squared(degrees)",
                        "laplace(scale)",
                        "weibull(shape, scale)",
                        "pareto(minimum, shape)",
                        "rayleigh(sigma)",
                        "inverse-gaussian(mean, shape)",
                        "cauchy(location, scale)",
                        "normal-known-variance(mean, variance)",
                        "normal-known-mean(mean, variance)",
                        "generalized-inverse-gaussian(order, rate, inverse-rate)",
                        "von-mises(mean, kappa)",
                        "von-mises-fisher(mean(d), kappa)"),
                Families.all().stream().map(Families.Entry::toString).toList());
        assertEquals("gamma", Gamma.FAMILY.toString());
        assertEquals("categorical (2 coordinates)", Categorical.family(3).toString());
    }

    @Test
    void everyRowMakesItsFamiliesFromWhatTheirMembersShare() {
        for (Families.Entry entry : Families.all()) {
            String row = entry.toString();
            assertEquals(entry.name() + "(" + String.join(", ", entry.parameterNames()) + ")", row);
            assertTrue(
                    entry.parameterNames().containsAll(entry.sharedNames())
                            || entry.sharedNames().contains("k")
                            || entry.sharedNames().contains("d"),
                    row);
            if (!entry.exponential()) {
                assertTrue(entry.examples().isEmpty(), row);
                assertThrows(DomainException.class, entry::family, row);
                continue;
            }
            assertTrue(!entry.examples().isEmpty(), row);
            for (ExponentialFamily<?, ?> family : entry.examples()) {
                assertEquals(entry.name(), family.name());
                assertTrue(family.toString().contains(entry.name()), family::toString);
                assertTrue(family.dimension() > 0, row);
            }
            assertThrows(DomainException.class, () -> entry.family(1, 2, 3, 4, 5, 6, 7), row);
            if (entry.sharedNames().isEmpty()) {
                assertEquals(1, entry.examples().size(), row);
            } else {
                assertThrows(DomainException.class, entry::family, row);
                assertThrows(DomainException.class, () -> entry.family(Double.NaN), row);
            }
        }
        assertEquals("[k]", Families.named("categorical").sharedNames().toString());
        assertEquals(4, Families.named("categorical").family(5).dimension());
        assertEquals(3, Families.named("multinomial").family(25, 4).dimension());
        assertEquals(14 - 5, Families.named("multivariate-normal").family(3).dimension());
        assertEquals(
                3,
                Families.named("multivariate-normal-known-mean").family(2, 0, 0).dimension());
        assertEquals(4, Families.named("isotropic-normal").family(3).dimension());
        for (String counted : List.of("categorical", "dirichlet", "multivariate-normal", "wishart")) {
            refuses("2.5", () -> Families.named(counted).family(2.5));
        }
    }

    @Test
    void membersOfUnknownTypesAreComparedWithinTheirFamilyOnly() {
        Distribution<?, ?> gamma = Families.named("gamma").of(2, 3);
        assertEquals(
                new Gamma(2, 3).klTo(new Gamma(4, 5)),
                Families.kl(gamma, Families.named("gamma").of(4, 5)));
        refuses("N(0.0, 1.0)", () -> Families.kl(gamma, new Normal(0, 1)));
        refuses("gama", () -> Families.named("gama"));
    }

    private static void refuses(String value, Executable call) {
        DomainException refusal = assertThrows(DomainException.class, call);
        assertTrue(String.valueOf(refusal.getMessage()).contains(" = " + value + ", expected "), refusal::toString);
    }

    @Test
    void theMeanStatisticIsWhatMaximumLikelihoodMatches() {
        List<Double> data = List.of(0.2, 0.4, 0.6, 1.1);
        // log(mean) − mean of logs = log a − ψ(a) has the root a = 2.90431605293218 (40-digit arithmetic).
        Gamma fitted = Gamma.FAMILY.maximumLikelihood(data);
        assertEquals(2.90431605293218, fitted.shape(), 1e-13);
        assertEquals(0.575, Gamma.FAMILY.meanStatistic(data).get(1), 1e-15);
        assertEquals(
                fitted.expectation().get(0), Gamma.FAMILY.meanStatistic(data).get(0), 1e-14);
        refuses("[]", () -> Gamma.FAMILY.meanStatistic(List.of()));
        refuses("-1.0", () -> Gamma.FAMILY.meanStatistic(List.of(1.0, -1.0)));
    }
}
