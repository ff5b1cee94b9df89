package org.legendre.optimize.variational;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Euclidean;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Natural;
import org.legendre.geometry.PositiveDefinite;
import org.legendre.geometry.Vec;
import org.legendre.geometry.family.DiagonalNormal;
import org.legendre.geometry.family.MultivariateNormal;
import org.legendre.geometry.family.Normal;
import org.legendre.geometry.special.Quadrature;
import org.legendre.optimize.Descent;
import org.legendre.optimize.GradientCheck;
import org.legendre.optimize.Iterate;
import org.legendre.optimize.Outcome;
import org.legendre.optimize.Run;
import org.legendre.optimize.StepRule;
import org.legendre.optimize.Stopping;

/** Variational inference with factors that are not conjugate. */
class VariationalBayesTest {
    private static final int D = 3;
    private static final double[][] INPUTS = inputs();

    private static double[][] inputs() {
        SplittableRandom random = new SplittableRandom(11);
        double[][] rows = new double[8][D];
        for (double[] row : rows) {
            Arrays.setAll(row, j -> j == 0 ? 1 : random.nextGaussian());
        }
        return rows;
    }

    /** Two of each kind. */
    private static List<PredictorLikelihood> mixed() {
        return List.of(
                PredictorLikelihood.logistic(1),
                PredictorLikelihood.logistic(0),
                PredictorLikelihood.probit(0),
                PredictorLikelihood.probit(1),
                PredictorLikelihood.poisson(3),
                PredictorLikelihood.poisson(0),
                PredictorLikelihood.normal(0.4, 0.5),
                PredictorLikelihood.normal(-1, 2));
    }

    private static MultivariateNormal prior() {
        return new MultivariateNormal(Vec.of(0.2, -0.1, 0.5), PositiveDefinite.of(new double[][] {
            {1.5, 0.2, 0}, {0.2, 1, -0.3}, {0, -0.3, 0.8}
        }));
    }

    private static VariationalBayes<Vec<Euclidean>, MultivariateNormal> full() {
        return VariationalBayes.of(prior()).and(LinearPredictors.full(INPUTS, mixed()));
    }

    private static VariationalBayes<Vec<Euclidean>, DiagonalNormal> diagonal() {
        return VariationalBayes.of(new DiagonalNormal(Vec.of(0.2, -0.1, 0.5), Vec.of(1.5, 1, 0.8)))
                .and(LinearPredictors.diagonal(INPUTS, mixed()));
    }

    static Stream<VariationalBayes<Vec<Euclidean>, ?>> models() {
        return Stream.of(full(), diagonal());
    }

    @ParameterizedTest
    @MethodSource("models")
    void theDifferentialIsThatOfTheBound(VariationalBayes<Vec<Euclidean>, ?> bayes) {
        Vec<Expectation> m = bayes.method(0.3)
                .until(Stopping.iterations(2))
                .run(bayes.start())
                .point();
        assertTrue(
                GradientCheck.of(bayes, m).passed(), GradientCheck.of(bayes, m).toString());
    }

    @ParameterizedTest
    @MethodSource("models")
    void halfStepsRaiseTheBoundToAStationaryPoint(VariationalBayes<Vec<Euclidean>, ?> bayes) {
        Run<Expectation, Natural> run =
                bayes.method(0.5).until(Stopping.decrementBelow(1e-25)).run(bayes.start());
        assertInstanceOf(Outcome.Converged.class, run.outcome());
        double before = Double.POSITIVE_INFINITY;
        for (Iterate<Expectation> iterate : run.trace().iterates()) {
            assertTrue(iterate.value() <= before + 1e-13, iterate.toString());
            before = iterate.value();
        }
        double[] differential = bayes.gradient(run.point()).toArray();
        assertArrayEquals(new double[differential.length], differential, 1e-11);
    }

    /** λ₊ = (1 − ρ)λ + ρ(λ₀ + ∇ₘE_q[log p]) in means and precisions, as the textbook writes it. */
    @Test
    void stepsAreThoseOfTheTextbook() {
        double rho = 0.4;
        double[][] precision = prior().covariance().inverse().toMatrix();
        double[] shift = new double[D];
        prior().covariance().solve(prior().mean().toArray(), shift);
        double[][] priorPrecision = precision;
        double[] priorShift = shift;
        List<Iterate<Expectation>> iterates = full().method(rho)
                .until(Stopping.iterations(12))
                .run(full().start())
                .trace()
                .iterates();
        for (Iterate<Expectation> iterate : iterates) {
            PositiveDefinite lambda = PositiveDefinite.symmetrized(precision);
            PositiveDefinite covariance = lambda.inverse();
            double[] mean = new double[D];
            lambda.solve(shift, mean);
            MultivariateNormal found = full().at(iterate.point());
            assertArrayEquals(mean, found.mean().toArray(), 1e-12);
            assertArrayEquals(covariance.toPacked(), found.covariance().toPacked(), 1e-12);
            double[][] nextPrecision = new double[D][D];
            double[] nextShift = new double[D];
            for (int j = 0; j < D; j++) {
                nextShift[j] = (1 - rho) * shift[j] + rho * priorShift[j];
                for (int k = 0; k < D; k++) {
                    nextPrecision[j][k] = (1 - rho) * precision[j][k] + rho * priorPrecision[j][k];
                }
            }
            for (int i = 0; i < INPUTS.length; i++) {
                double a = 0;
                for (int j = 0; j < D; j++) {
                    a += INPUTS[i][j] * mean[j];
                }
                double[] e = new double[3];
                mixed().get(i).expectation(a, covariance.quadratic(INPUTS[i]), e);
                for (int j = 0; j < D; j++) {
                    nextShift[j] += rho * (e[1] - e[2] * a) * INPUTS[i][j];
                    for (int k = 0; k < D; k++) {
                        nextPrecision[j][k] -= rho * e[2] * INPUTS[i][j] * INPUTS[i][k];
                    }
                }
            }
            precision = nextPrecision;
            shift = nextShift;
        }
    }

    /** In one dimension everything is an integral: ELBO = E_q[log p(data, w) − log q(w)]. */
    @Test
    void theBoundIsAnIntegral() {
        double[][] x = {{1.5}, {-0.4}};
        List<PredictorLikelihood> likelihoods =
                List.of(PredictorLikelihood.logistic(1), PredictorLikelihood.student(0.3, 4, 1));
        VariationalBayes<Vec<Euclidean>, MultivariateNormal> bayes =
                VariationalBayes.of(MultivariateNormal.standard(1)).and(LinearPredictors.full(x, likelihoods));
        Normal q = new Normal(0.7, 0.36);
        double[] out = new double[3];
        double integral = Quadrature.integrate(
                        w -> {
                            double sum = new Normal(0, 1).logDensity(w) - q.logDensity(w);
                            for (int i = 0; i < x.length; i++) {
                                likelihoods.get(i).derivatives(x[i][0] * w, out);
                                sum += out[0];
                            }
                            return q.density(w) * sum;
                        },
                        -6,
                        7.5)
                .value();
        MultivariateNormal found = new MultivariateNormal(Vec.of(0.7), PositiveDefinite.diagonal(0.36));
        assertEquals(integral, bayes.evidenceLowerBound(found).value(), 1e-11);
        assertTrue(bayes.evidenceLowerBound(found).error() < 1e-13);
    }

    @Test
    void aStoppedRunResumesToTheLastBit() {
        Descent<Expectation, Natural> method = full().method(0.5);
        Run<Expectation, Natural> unbroken =
                method.until(Stopping.iterations(9)).run(full().start());
        Run<Expectation, Natural> first = method.until(Stopping.iterations(4)).run(full().start());
        Run<Expectation, Natural> second = method.until(Stopping.iterations(9)).resume(first.state());
        assertArrayEquals(unbroken.point().toArray(), second.point().toArray(), 0);
        assertEquals(unbroken.last().value(), second.last().value());
    }

    /** Five outliers on one side of a Student likelihood have E f″ > 0: the step would make the precision negative. */
    @Test
    void aStepOutOfTheConeIsToldInWordsAndASearchTurnsBack() {
        double[][] x = {{1}, {1}, {1}, {1}, {1}};
        List<PredictorLikelihood> far = new ArrayList<>();
        for (int i = 0; i < x.length; i++) {
            far.add(PredictorLikelihood.student(3 + 0.01 * i, 1, 0.5));
        }
        VariationalBayes<Vec<Euclidean>, MultivariateNormal> bayes = VariationalBayes.of(
                        new MultivariateNormal(Vec.zeros(1), PositiveDefinite.diagonal(9)))
                .and(LinearPredictors.full(x, far));
        Vec<Expectation> start = new MultivariateNormal(Vec.of(0), PositiveDefinite.diagonal(0.5)).expectation();
        Outcome outcome =
                bayes.method(1).until(Stopping.iterations(30)).run(start).outcome();
        assertInstanceOf(Outcome.Failed.class, outcome);
        assertTrue(outcome.reason().contains("precision"), outcome.reason());
        assertTrue(outcome.reason().contains("leaves the domain"), outcome.reason());
        Run<Expectation, Natural> search = Descent.of(bayes, bayes.geometry())
                .step(StepRule.armijoFrom(1))
                .until(Stopping.decrementBelow(1e-18))
                .run(start);
        assertInstanceOf(Outcome.Converged.class, search.outcome());
        assertEquals(3, bayes.at(search.point()).mean().get(0), 0.1);
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThrows(DomainException.class, () -> LinearPredictors.logistic(new double[][] {{1}}, 1, 0));
        assertThrows(DomainException.class, () -> LinearPredictors.logistic(new double[][] {{Double.NaN}}, 1));
        assertThrows(DomainException.class, () -> LinearPredictors.logistic(new double[][] {{1}, {1, 2}}, 1, 0));
        assertThrows(
                DomainException.class,
                () -> full().and(LinearPredictors.logistic(new double[][] {{1}}, 1))
                        .gradient(full().start()));
        assertThrows(DomainException.class, () -> full().method(0));
    }
}
