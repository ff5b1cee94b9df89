package org.legendre.optimize.variational;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.numbers.gamma.Erfc;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.PositiveDefinite;
import org.legendre.geometry.Vec;
import org.legendre.geometry.family.MultivariateNormal;
import org.legendre.geometry.family.Normal;
import org.legendre.geometry.special.Quadrature;
import org.legendre.optimize.Outcome;

/** Expectation propagation against closed forms and against quadratures over the weights. */
class ExpectationPropagationTest {
    private static final PositiveDefinite COVARIANCE = PositiveDefinite.of(new double[][] {{2, 0.5}, {0.5, 1}});

    private static double normal(double x) {
        return 0.5 * Erfc.value(-x / Math.sqrt(2));
    }

    /** One observation: the approximation has the moments of the posterior itself (Rasmussen and Williams 2006, equations 3.80 to 3.85). */
    @Test
    void oneObservationIsExact() {
        MultivariateNormal prior = new MultivariateNormal(Vec.of(0.3, -0.2), COVARIANCE);
        double[] x = {1, -2};
        ExpectationPropagation.Fit fit = ExpectationPropagation.of(
                        prior, new double[][] {x}, List.of(PredictorLikelihood.probit(1)))
                .run();
        double a = 0.3 + 0.4;
        double v = COVARIANCE.quadratic(x);
        double z = a / Math.sqrt(1 + v);
        double ratio = new Normal(0, 1).density(z) / normal(z);
        double mean = a + v * ratio / Math.sqrt(1 + v);
        double variance = v - v * v * ratio / (1 + v) * (z + ratio);
        assertEquals(Math.log(normal(z)), fit.logEvidence(), 1e-12);
        assertEquals(
                mean, fit.posterior().mean().get(0) - 2 * fit.posterior().mean().get(1), 1e-12);
        assertEquals(variance, fit.posterior().covariance().quadratic(x), 1e-12);
        assertInstanceOf(Outcome.Converged.class, fit.outcome());
    }

    /** Normal factors are their own sites: posterior and evidence are those of Bayes' theorem. */
    @Test
    void normalFactorsAreExact() {
        MultivariateNormal prior = new MultivariateNormal(Vec.of(0.3, -0.2), COVARIANCE);
        double[][] x = {{1, 0.5}, {1, -1}, {1, 2}};
        double[] y = {0.4, -2, 3};
        List<PredictorLikelihood> likelihoods = new ArrayList<>();
        for (double each : y) {
            likelihoods.add(PredictorLikelihood.normal(each, 0.7));
        }
        ExpectationPropagation.Fit fit =
                ExpectationPropagation.of(prior, x, likelihoods).run();
        var bayes = VariationalBayes.of(prior).and(LinearPredictors.linear(0.7, x, y));
        MultivariateNormal exact = bayes.at(
                bayes.method(1).step(bayes.method(1).start(bayes.start())).point());
        assertArrayEquals(exact.mean().toArray(), fit.posterior().mean().toArray(), 1e-11);
        assertArrayEquals(
                exact.covariance().toPacked(), fit.posterior().covariance().toPacked(), 1e-11);
        assertEquals(bayes.evidenceLowerBound(exact).value(), fit.logEvidence(), 1e-11);
    }

    /** At a fixed point each predictor has mean and variance of its tilted distribution, here by an adaptive quadrature of its own. */
    @Test
    void predictorsHaveTheMomentsOfTheirTiltedDistributions() {
        double[][] x = {{1, 0.5}, {1, -1}, {1, 2}, {1, 0.1}};
        List<PredictorLikelihood> likelihoods = List.of(
                PredictorLikelihood.logistic(1),
                PredictorLikelihood.logistic(0),
                PredictorLikelihood.probit(1),
                PredictorLikelihood.poisson(2));
        MultivariateNormal prior = MultivariateNormal.standard(2);
        MultivariateNormal q =
                ExpectationPropagation.of(prior, x, likelihoods).run().posterior();
        Sites sites = new Sites(prior, x);
        sites.normal();
        for (int sweep = 0; sweep < 60; sweep++) {
            for (int i = 0; i < x.length; i++) {
                double v = sites.variance(i);
                double cavity = 1 / v - sites.precisions[i];
                double centre = (sites.mean(i) / v - sites.shifts[i]) / cavity;
                double[] moments = moments(likelihoods.get(i), centre, 1 / cavity);
                sites.move(
                        i,
                        1 / moments[1] - cavity - sites.precisions[i],
                        moments[0] / moments[1] - centre * cavity - sites.shifts[i]);
            }
        }
        MultivariateNormal expected = sites.normal();
        assertArrayEquals(expected.mean().toArray(), q.mean().toArray(), 1e-8);
        assertArrayEquals(expected.covariance().toPacked(), q.covariance().toPacked(), 1e-8);
    }

    private static double[] moments(PredictorLikelihood likelihood, double a, double v) {
        double[] totals = new double[3];
        for (int power = 0; power < 3; power++) {
            int each = power;
            double[] f = new double[3];
            totals[power] = Quadrature.integrate(
                            z -> {
                                likelihood.derivatives(z, f);
                                return Math.pow(z - a, each) * Math.exp(f[0]) * new Normal(a, v).density(z);
                            },
                            a - 10 * Math.sqrt(v),
                            a + 10 * Math.sqrt(v),
                            a)
                    .value();
        }
        double mean = totals[1] / totals[0];
        return new double[] {a + mean, totals[2] / totals[0] - mean * mean};
    }

    /** Probit regression with two weights, against a grid over both. An input separates the labels, so that the posterior is skewed and the approximation no better than this. */
    @Test
    void probitRegressionIsNearItsPosterior() {
        SplittableRandom random = new SplittableRandom(9);
        int n = 12;
        double[][] x = new double[n][];
        List<PredictorLikelihood> likelihoods = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            x[i] = new double[] {1, random.nextGaussian()};
            likelihoods.add(PredictorLikelihood.probit(random.nextGaussian(0.3 + x[i][1], 1) > 0 ? 1 : 0));
        }
        MultivariateNormal prior = MultivariateNormal.standard(2);
        ExpectationPropagation.Fit fit =
                ExpectationPropagation.of(prior, x, likelihoods).run();
        assertInstanceOf(Outcome.Converged.class, fit.outcome());
        // The fixed point itself, from a program in numpy with the closed moments of a probit factor.
        assertEquals(-4.175651911455384, fit.logEvidence(), 1e-9);
        double[] sums = new double[6];
        double[] f = new double[3];
        double h = 0.05;
        for (double u = -6; u <= 6; u += h) {
            for (double w = -6; w <= 6; w += h) {
                double log = prior.logDensity(Vec.of(u, w));
                for (int i = 0; i < n; i++) {
                    likelihoods.get(i).derivatives(u + x[i][1] * w, f);
                    log += f[0];
                }
                double mass = h * h * Math.exp(log);
                double[] terms = {1, u, w, u * u, u * w, w * w};
                for (int k = 0; k < 6; k++) {
                    sums[k] += mass * terms[k];
                }
            }
        }
        double u = sums[1] / sums[0];
        double w = sums[2] / sums[0];
        assertEquals(Math.log(sums[0]), fit.logEvidence(), 0.03);
        assertArrayEquals(new double[] {u, w}, fit.posterior().mean().toArray(), 0.01);
        assertArrayEquals(
                new double[] {sums[3] / sums[0] - u * u, sums[4] / sums[0] - u * w, sums[5] / sums[0] - w * w},
                fit.posterior().covariance().toPacked(),
                0.03);
    }

    /** Minka's clutter problem: half of the observations N(θ, 1), half N(0, 10), θ ~ N(0, 100). */
    @ParameterizedTest
    @ValueSource(doubles = {1, 0.5})
    void clutterIsSeenThrough(double part) {
        double[] y = {1.8, 2.6, 2.2, -4.1, 1.1, 3.0, 2.4, 0.9, 5.2, 2.1};
        List<PredictorLikelihood> likelihoods = new ArrayList<>();
        double[][] x = new double[y.length][];
        for (int i = 0; i < y.length; i++) {
            double each = y[i];
            x[i] = new double[] {1};
            likelihoods.add((z, out) ->
                    out[0] = Math.log(0.5 * new Normal(z, 1).density(each) + 0.5 * new Normal(0, 10).density(each)));
        }
        MultivariateNormal prior = new MultivariateNormal(Vec.of(0), PositiveDefinite.diagonal(100));
        ExpectationPropagation.Fit fit =
                ExpectationPropagation.of(prior, x, likelihoods).damped(part).run();
        assertInstanceOf(Outcome.Converged.class, fit.outcome(), fit.outcome().reason());
        double[] totals = new double[3];
        double[] f = new double[3];
        for (int power = 0; power < 3; power++) {
            int each = power;
            totals[power] = Quadrature.integrate(
                            z -> {
                                double log = new Normal(0, 100).logDensity(z);
                                for (PredictorLikelihood likelihood : likelihoods) {
                                    likelihood.derivatives(z, f);
                                    log += f[0];
                                }
                                return Math.pow(z - 2, each) * Math.exp(log + 20);
                            },
                            -20,
                            20,
                            1,
                            2,
                            3)
                    .value();
        }
        double mean = totals[1] / totals[0];
        assertEquals(Math.log(totals[0]) - 20, fit.logEvidence(), 0.02);
        assertEquals(2 + mean, fit.posterior().mean().get(0), 0.01);
        assertEquals(
                totals[2] / totals[0] - mean * mean,
                fit.posterior().covariance().get(0, 0),
                0.03);
    }

    /** A factor with two peaks takes back what a sharp one has said: its site has a negative precision, and without the sharp one's site nothing proper is left. */
    @Test
    void whatCannotBePropagatedIsTold() {
        PredictorLikelihood peaks =
                (z, out) -> out[0] = Math.log(new Normal(-1, 0.01).density(z) + new Normal(1, 0.01).density(z));
        ExpectationPropagation.Fit fit = ExpectationPropagation.of(
                        MultivariateNormal.standard(1),
                        new double[][] {{1}, {1}},
                        List.of(PredictorLikelihood.normal(0, 0.01), peaks))
                .run();
        assertInstanceOf(Outcome.Failed.class, fit.outcome());
        String reason = fit.outcome().reason();
        assertTrue(reason.startsWith("observation 0 in sweep 2: without its site"), reason);
        assertTrue(Double.isNaN(fit.logEvidence()));
        assertEquals(1, fit.changes().size());
        PredictorLikelihood impossible = (z, out) -> out[0] = Double.NEGATIVE_INFINITY;
        Outcome nothing = ExpectationPropagation.of(
                        MultivariateNormal.standard(1), new double[][] {{1}}, List.of(impossible))
                .run()
                .outcome();
        assertTrue(nothing.reason().contains("no mass"), nothing.reason());
    }

    @Test
    void aFactorOfNoWeightOnlyScalesTheEvidence() {
        ExpectationPropagation.Fit fit = ExpectationPropagation.of(
                        MultivariateNormal.standard(1), new double[][] {{0}}, List.of(PredictorLikelihood.probit(1)))
                .run();
        assertEquals(Math.log(0.5), fit.logEvidence(), 1e-15);
        assertEquals(1, fit.posterior().covariance().get(0, 0), 1e-15);
    }

    /** One observation of Φ(z) = ½ on average has the mean 1/√π. A part of the way is not the way. */
    @Test
    void aDampedRunConvergesByAgreementOnly() {
        ExpectationPropagation method = ExpectationPropagation.of(
                MultivariateNormal.standard(1), new double[][] {{1}}, List.of(PredictorLikelihood.probit(1)));
        ExpectationPropagation.Fit still = method.damped(1e-11).run();
        assertInstanceOf(Outcome.Exhausted.class, still.outcome());
        assertEquals(1 / Math.sqrt(Math.PI), still.changes().get(0), 1e-12);
        ExpectationPropagation.Fit slow = method.damped(0.01).until(1e-6, 5000).run();
        assertInstanceOf(Outcome.Converged.class, slow.outcome());
        assertEquals(1 / Math.sqrt(Math.PI), slow.posterior().mean().get(0), 2e-6);
    }

    @Test
    void whatDoesNotFitIsRefused() {
        MultivariateNormal prior = MultivariateNormal.standard(1);
        List<PredictorLikelihood> one = List.of(PredictorLikelihood.probit(1));
        assertThrows(DomainException.class, () -> ExpectationPropagation.of(prior, new double[][] {{1, 2}}, one));
        assertThrows(DomainException.class, () -> ExpectationPropagation.of(prior, new double[][] {{1}, {2}}, one));
        ExpectationPropagation method = ExpectationPropagation.of(prior, new double[][] {{1}}, one);
        assertThrows(DomainException.class, () -> method.damped(0));
        assertThrows(DomainException.class, () -> method.damped(1.5));
        assertThrows(DomainException.class, () -> method.until(-1, 3));
        assertThrows(DomainException.class, () -> method.until(1e-3, 0));
        assertInstanceOf(Outcome.Exhausted.class, method.until(0, 1).run().outcome());
    }
}
