package org.legendre.optimize.variational;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.legendre.geometry.Euclidean;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Natural;
import org.legendre.geometry.PositiveDefinite;
import org.legendre.geometry.Vec;
import org.legendre.geometry.family.Beta;
import org.legendre.geometry.family.ConjugateModel;
import org.legendre.geometry.family.ConjugateModels;
import org.legendre.geometry.family.Gamma;
import org.legendre.geometry.family.Member;
import org.legendre.geometry.family.MultivariateNormal;
import org.legendre.geometry.family.Normal;
import org.legendre.optimize.State;

/** With conjugate factors one step of ρ = 1 is Bayes' theorem, from any start, and the ELBO there is the log evidence. */
class ConjugateRecoveryTest {
    private static final double EXACT = 1e-12;

    private static <T, M extends Member<T, M>, A, P extends Member<A, P>> void recovers(
            ConjugateModel<T, M, A, P> model, List<T> data, P start) {
        VariationalBayes<A, P> bayes = VariationalBayes.of(model, data);
        State<Expectation, Natural> state = bayes.method(1).start(start.expectation());
        P found = bayes.at(bayes.method(1).step(state).point());
        P posterior = model.posterior(data);
        close(posterior.natural(), found.natural());
        close(posterior.expectation(), found.expectation());
        assertEquals(
                model.logEvidence(data),
                bayes.evidenceLowerBound(found).value(),
                EXACT * Math.abs(model.logEvidence(data)));
    }

    private static void close(Vec<?> expected, Vec<?> found) {
        double scale = expected.stream().map(Math::abs).max().orElseThrow();
        assertArrayEquals(expected.toArray(), found.toArray(), EXACT * scale);
    }

    @Test
    void betaAndBernoulli() {
        recovers(ConjugateModels.bernoulli(new Beta(2, 3.5)), List.of(1, 0, 1, 1, 0, 1, 1), new Beta(7, 0.4));
    }

    @Test
    void gammaAndPoisson() {
        recovers(ConjugateModels.poisson(new Gamma(2.5, 0.8)), List.of(4L, 0L, 7L, 3L), new Gamma(11, 2));
    }

    @Test
    void normalAndNormal() {
        recovers(ConjugateModels.normalMean(2.5, new Normal(-1, 3)), List.of(0.3, 2.8, -1.7), new Normal(5, 0.1));
    }

    @Test
    void multivariateNormalMean() {
        PositiveDefinite noise = PositiveDefinite.of(new double[][] {{2, 0.6}, {0.6, 1}});
        recovers(
                ConjugateModels.normalMean(noise, MultivariateNormal.standard(2)),
                List.of(Vec.of(1, 2), Vec.of(-0.3, 0.8), Vec.of(2.2, -1)),
                new MultivariateNormal(Vec.of(-2, 4), noise));
    }

    /** Σ = (S⁻¹ + XᵀX/s)⁻¹, μ = Σ(S⁻¹m + Xᵀy/s), and the evidence is the density of y under N(Xm, XSXᵀ + sI). */
    @Test
    void bayesianLinearRegression() {
        SplittableRandom random = new SplittableRandom(3);
        int n = 25;
        int d = 4;
        double s = 0.7;
        double[][] x = new double[n][d];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < d; j++) {
                x[i][j] = random.nextGaussian();
            }
            y[i] = random.nextGaussian(x[i][0] - 2 * x[i][1], 0.8);
        }
        PositiveDefinite prior = PositiveDefinite.of(
                new double[][] {{2, 0.3, 0, 0.1}, {0.3, 1, 0, 0}, {0, 0, 0.5, 0.2}, {0.1, 0, 0.2, 3}});
        Vec<Euclidean> m = Vec.of(0.5, -1, 0, 2);
        VariationalBayes<Vec<Euclidean>, MultivariateNormal> bayes =
                VariationalBayes.of(new MultivariateNormal(m, prior)).and(LinearPredictors.linear(s, x, y));
        MultivariateNormal start = new MultivariateNormal(Vec.of(3, 3, -3, 1), PositiveDefinite.identity(d));
        State<Expectation, Natural> state = bayes.method(1).start(start.expectation());
        MultivariateNormal found = bayes.at(bayes.method(1).step(state).point());

        double[][] precision = prior.inverse().toMatrix();
        double[] shift = new double[d];
        prior.solve(m.toArray(), shift);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < d; j++) {
                shift[j] += x[i][j] * y[i] / s;
                for (int k = 0; k < d; k++) {
                    precision[j][k] += x[i][j] * x[i][k] / s;
                }
            }
        }
        PositiveDefinite lambda = PositiveDefinite.symmetrized(precision);
        double[] mean = new double[d];
        lambda.solve(shift, mean);
        assertArrayEquals(mean, found.mean().toArray(), EXACT);
        assertArrayEquals(lambda.inverse().toPacked(), found.covariance().toPacked(), EXACT);

        double[][] marginal = new double[n][n];
        double[] centre = new double[n];
        for (int i = 0; i < n; i++) {
            double[] spread = new double[d];
            prior.multiply(x[i], spread);
            for (int k = 0; k < n; k++) {
                for (int j = 0; j < d; j++) {
                    marginal[i][k] += x[k][j] * spread[j];
                }
            }
            marginal[i][i] += s;
            for (int j = 0; j < d; j++) {
                centre[i] += x[i][j] * m.get(j);
            }
        }
        double evidence =
                new MultivariateNormal(Vec.of(centre), PositiveDefinite.symmetrized(marginal)).logDensity(Vec.of(y));
        assertEquals(evidence, bayes.evidenceLowerBound(found).value(), EXACT * Math.abs(evidence));
    }

    /** Conjugate data and a conjugate regression on the same parameter: still one step. */
    @Test
    void severalConjugateFactors() {
        PositiveDefinite noise = PositiveDefinite.of(new double[][] {{2, 0.6}, {0.6, 1}});
        ConjugateModel<Vec<Euclidean>, MultivariateNormal, Vec<Euclidean>, MultivariateNormal> model =
                ConjugateModels.normalMean(noise, MultivariateNormal.standard(2));
        List<Vec<Euclidean>> data = List.of(Vec.of(1, 2), Vec.of(-0.3, 0.8));
        double[][] x = {{1, 0.5}, {1, -2}};
        VariationalBayes<Vec<Euclidean>, MultivariateNormal> bayes =
                VariationalBayes.of(model, data).and(LinearPredictors.linear(0.4, x, 3, -1));
        MultivariateNormal once = bayes.at(
                bayes.method(1).step(bayes.method(1).start(bayes.start())).point());
        VariationalBayes<Vec<Euclidean>, MultivariateNormal> second =
                VariationalBayes.of(model.posterior(data)).and(LinearPredictors.linear(0.4, x, 3, -1));
        MultivariateNormal sequential = second.at(
                second.method(1).step(second.method(1).start(second.start())).point());
        close(sequential.natural(), once.natural());
    }
}
