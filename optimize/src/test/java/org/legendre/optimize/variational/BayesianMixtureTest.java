package org.legendre.optimize.variational;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Natural;
import org.legendre.geometry.Probabilities;
import org.legendre.geometry.family.Beta;
import org.legendre.geometry.family.ConjugateModel;
import org.legendre.geometry.family.ConjugateModels;
import org.legendre.geometry.family.Dirichlet;
import org.legendre.geometry.family.Gamma;
import org.legendre.geometry.family.Normal;
import org.legendre.geometry.family.NormalGamma;
import org.legendre.geometry.family.Poisson;
import org.legendre.geometry.mixture.Mixture;
import org.legendre.geometry.special.Polygamma;
import org.legendre.optimize.Descent;
import org.legendre.optimize.GradientCheck;
import org.legendre.optimize.Iterate;
import org.legendre.optimize.Outcome;
import org.legendre.optimize.Run;
import org.legendre.optimize.Sampling;
import org.legendre.optimize.Scheme;
import org.legendre.optimize.Stopping;

/** Bayesian mixtures: coordinate ascent and stochastic variational inference. */
class BayesianMixtureTest {
    private static final NormalGamma PRIOR = new NormalGamma(0.5, 0.1, 2, 1.5);
    private static final Mixture<Double, Normal> TRUTH =
            new Mixture<>(Probabilities.of(0.4, 0.6), List.of(new Normal(-2, 0.5), new Normal(2.5, 1)));
    private static final Mixture<Double, Normal> START =
            new Mixture<>(Probabilities.of(0.5, 0.5), List.of(new Normal(-1, 1), new Normal(1, 1)));

    private static List<Double> data(int n) {
        SplittableRandom random = new SplittableRandom(2);
        List<Double> data = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            data.add(TRUTH.sample(random));
        }
        return data;
    }

    private static BayesianMixture<Double, Normal, Normal, NormalGamma> model(int n) {
        return BayesianMixture.of(Dirichlet.of(1, 1), ConjugateModels.normal(PRIOR), data(n));
    }

    @Test
    void theDifferentialIsThatOfTheBound() {
        BayesianMixture<Double, Normal, Normal, NormalGamma> model = model(20);
        GradientCheck check = GradientCheck.of(model, model.start(START));
        assertTrue(check.passed(), check.toString());
    }

    /** Updates of α, (m, κ, a, b) and the responsibilities as Bishop (2006), section 10.2, has them, in one dimension. */
    @Test
    void coordinateAscentIsTheTextbooksLoop() {
        int n = 30;
        List<Double> data = data(n);
        BayesianMixture<Double, Normal, Normal, NormalGamma> model = model(n);
        double[][] r = new double[n][];
        for (int i = 0; i < n; i++) {
            r[i] = START.responsibilities(data.get(i)).toArray();
        }
        Run<Expectation, Natural> run =
                model.coordinateAscent().until(Stopping.iterations(15)).run(model.start(START));
        for (Iterate<Expectation> iterate : run.trace().iterates()) {
            double[] alpha = new double[2];
            NormalGamma[] q = new NormalGamma[2];
            for (int j = 0; j < 2; j++) {
                double count = 0;
                double first = 0;
                for (int i = 0; i < n; i++) {
                    count += r[i][j];
                    first += r[i][j] * data.get(i);
                }
                double mean = first / count;
                double scatter = 0;
                for (int i = 0; i < n; i++) {
                    scatter += r[i][j] * (data.get(i) - mean) * (data.get(i) - mean);
                }
                double off = mean - PRIOR.mean();
                alpha[j] = 1 + count;
                q[j] = new NormalGamma(
                        (PRIOR.count() * PRIOR.mean() + first) / (PRIOR.count() + count),
                        PRIOR.count() + count,
                        PRIOR.shape() + 0.5 * count,
                        PRIOR.rate()
                                + 0.5 * scatter
                                + 0.5 * PRIOR.count() * count / (PRIOR.count() + count) * off * off);
            }
            assertArrayEquals(alpha, model.at(iterate.point()).first().natural().toArray(), 1e-10);
            for (int j = 0; j < 2; j++) {
                NormalGamma found =
                        model.at(iterate.point()).second().components().get(j);
                assertArrayEquals(q[j].parameters(), found.parameters(), 1e-9);
            }
            for (int i = 0; i < n; i++) {
                double[] scores = new double[2];
                for (int j = 0; j < 2; j++) {
                    double off = data.get(i) - q[j].mean();
                    scores[j] = Polygamma.digamma(alpha[j])
                            + 0.5
                                    * (Polygamma.digamma(q[j].shape())
                                            - Math.log(q[j].rate())
                                            - q[j].shape() / q[j].rate() * off * off
                                            - 1 / q[j].count());
                }
                r[i] = Probabilities.ofLogits(scores).toArray();
                assertArrayEquals(
                        r[i], model.responsibilities(i, iterate.point()).toArray(), 1e-9);
            }
        }
    }

    @Test
    void coordinateAscentNeverLowersTheBound() {
        BayesianMixture<Double, Normal, Normal, NormalGamma> model = model(150);
        Run<Expectation, Natural> run =
                model.coordinateAscent().until(Stopping.decrementBelow(1e-16)).run(model.start(START));
        assertInstanceOf(Outcome.Converged.class, run.outcome(), run.outcome().reason());
        for (Iterate<Expectation> iterate :
                run.trace().iterates().subList(1, run.trace().size())) {
            assertTrue(iterate.change() <= 1e-11, iterate.toString());
        }
        NormalGamma low = model.at(run.point()).second().components().get(0);
        assertEquals(-2, low.mean(), 0.3);
    }

    /** The evidence sums over all 2⁶ labelings; the bound is below it, and near it where labels are sure. */
    @Test
    void theBoundIsBelowTheEvidence() {
        List<Long> data = List.of(1L, 0L, 2L, 30L, 41L, 35L);
        Gamma prior = new Gamma(1, 0.1);
        ConjugateModel<Long, Poisson, Double, Gamma> component = ConjugateModels.poisson(prior);
        double evidence = 0;
        for (int labels = 0; labels < 64; labels++) {
            List<Long> zeros = new ArrayList<>();
            List<Long> ones = new ArrayList<>();
            List<Integer> coins = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                int label = labels >> i & 1;
                (label == 0 ? zeros : ones).add(data.get(i));
                coins.add(label);
            }
            double log = ConjugateModels.bernoulli(new Beta(1, 1)).logEvidence(coins)
                    + (zeros.isEmpty() ? 0 : component.logEvidence(zeros))
                    + (ones.isEmpty() ? 0 : component.logEvidence(ones));
            evidence += Math.exp(log);
        }
        BayesianMixture<Long, Poisson, Double, Gamma> model = BayesianMixture.of(Dirichlet.of(1, 1), component, data);
        Run<Expectation, Natural> run = model.coordinateAscent()
                .until(Stopping.decrementBelow(1e-18))
                .run(model.start(Mixture.uniform(List.of(new Poisson(1), new Poisson(20)))));
        double bound = -run.last().value();
        assertTrue(bound < Math.log(evidence));
        // The two ways to name the components are equally likely: log 2 is what one of them lacks.
        assertEquals(Math.log(evidence) - Math.log(2), bound, 1e-3);
    }

    @Test
    void miniBatchesWithDecreasingStepsComeNear() {
        BayesianMixture<Double, Normal, Normal, NormalGamma> model = model(150);
        Run<Expectation, Natural> full =
                model.coordinateAscent().until(Stopping.decrementBelow(1e-16)).run(model.start(START));
        Descent<Expectation, Natural> method =
                Descent.of(model, model.geometry()).by(Scheme.stochastic(new Sampling(15, 10, 4), 1, 0.9));
        Run<Expectation, Natural> run = method.until(Stopping.iterations(100)).run(model.start(START));
        assertInstanceOf(Outcome.Exhausted.class, run.outcome(), run.outcome().reason());
        assertTrue(run.last().value() >= full.last().value());
        assertEquals(full.last().value(), run.last().value(), 0.05);
        Run<Expectation, Natural> again = method.until(Stopping.iterations(100)).run(model.start(START));
        assertEquals(run.point(), again.point());
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThrows(
                DomainException.class,
                () -> BayesianMixture.of(Dirichlet.of(1, 1), ConjugateModels.normal(PRIOR), List.of()));
        assertThrows(DomainException.class, () -> model(3).start(Mixture.uniform(List.of(new Normal(0, 1)))));
        assertThrows(
                DomainException.class,
                () -> BayesianMixture.of(Dirichlet.of(1, 1), ConjugateModels.poisson(new Gamma(1, 1)), List.of(-1L)));
    }
}
