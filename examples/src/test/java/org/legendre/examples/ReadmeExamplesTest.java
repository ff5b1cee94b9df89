package org.legendre.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.legendre.geometry.Differential;
import org.legendre.geometry.Domain;
import org.legendre.geometry.Estimate;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Natural;
import org.legendre.geometry.Potentials;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;
import org.legendre.geometry.divergence.Divergences;
import org.legendre.geometry.family.Bernoulli;
import org.legendre.geometry.family.Beta;
import org.legendre.geometry.family.ConjugateModels;
import org.legendre.geometry.family.ConjugatePrior;
import org.legendre.geometry.family.Families;
import org.legendre.geometry.family.Gamma;
import org.legendre.geometry.family.MultivariateNormal;
import org.legendre.geometry.family.Normal;
import org.legendre.geometry.family.OwnFamily;
import org.legendre.geometry.family.OwnMember;
import org.legendre.geometry.regression.GeneralizedLinearModel;
import org.legendre.optimize.Constraint;
import org.legendre.optimize.Descent;
import org.legendre.optimize.Geometry;
import org.legendre.optimize.Objective;
import org.legendre.optimize.Outcome;
import org.legendre.optimize.Run;
import org.legendre.optimize.Scheme;
import org.legendre.optimize.StepRule;
import org.legendre.optimize.Stopping;
import org.legendre.optimize.online.Hedge;
import org.legendre.optimize.online.Learner;
import org.legendre.optimize.problem.DOptimalDesign;
import org.legendre.optimize.theory.Theorem;
import org.legendre.optimize.variational.LinearPredictors;
import org.legendre.optimize.variational.VariationalBayes;
import org.legendre.properties.Conjecture;
import org.legendre.properties.FamilySubject;
import org.legendre.properties.Laws;
import org.legendre.properties.Search;
import org.legendre.properties.Verdict;

/** The Java of the README. */
class ReadmeExamplesTest {
    @Test
    void dualCoordinates() {
        // begin: dual
        Normal p = new Normal(0, 1);
        Normal q = Normal.meanDeviation(1, 1.5);
        double kl = p.klTo(q); // 0.34990955255260886 nats

        Legendre<Natural, Expectation> psi = Normal.FAMILY.potential();
        Vec<Natural> theta = p.natural();
        Vec<Expectation> eta = psi.gradient(theta); // dual coordinates: η = ∇ψ(θ)
        double inTheta = psi.bregman(q.natural(), theta); // the same, arguments swapped
        double inEta = psi.conjugate().bregman(eta, q.expectation()); // and once more, in η
        // end: dual
        assertEquals(.3499095525526088, kl, 1e-16);
        assertEquals(kl, inTheta, 1e-15);
        assertEquals(kl, inEta, 1e-15);
    }

    @Test
    void distances() {
        // begin: distances
        Normal p = new Normal(0, 1);
        Normal q = Normal.meanDeviation(1, 1.5);
        double renyi = Divergences.renyi(p, q, 2); // 0.47026301768293, of order 2; of order 1 it is KL
        double alpha = Divergences.alpha(p, q, -1); // Amari's α: −1 is KL(p‖q), 1 is KL(q‖p)
        double hellinger = Divergences.hellinger(p, q); // 0.332212841247645 = √(1 − ∫√(pq))
        double chernoff = Divergences.chernoff(p, q).information(); // max over α of −log ∫p^α q^(1−α)
        double distance = p.fisherRaoTo(q); // 0.980258143468547 = √2 log 2, along the geodesic
        // end: distances
        assertEquals(.47026301768293, renyi, 1e-14);
        assertEquals(p.klTo(q), alpha);
        assertEquals(.332212841247645, hellinger, 1e-15);
        assertEquals(.120608898479822, chernoff, 1e-15);
        assertEquals(.980258143468547, distance, 1e-15);
    }

    @Test
    void fit() {
        Gamma truth = Gamma.shapeRate(2, 3);
        SplittableRandom random = new SplittableRandom(1);
        List<Double> data =
                Stream.generate(() -> truth.sample(random)).limit(1000).toList();
        // begin: fit
        Legendre<Natural, Expectation> psi = Gamma.FAMILY.potential();
        Vec<Expectation> mean = Gamma.FAMILY.meanStatistic(data); // of (log x, x)
        Objective<Natural, Expectation> loss = Objective.of(
                2,
                theta -> psi.value(theta) - theta.dot(mean),
                theta -> psi.gradient(theta).minus(mean));
        Run<Natural, Expectation> run = Descent.of(loss, Geometry.natural(psi))
                .until(Stopping.decrementBelow(1e-20))
                .run(new Gamma(1, 1).natural());
        Gamma fitted = Gamma.FAMILY.member(run.point());
        Gamma mostLikely = Gamma.FAMILY.maximumLikelihood(data); // the same, by one equation
        // end: fit
        assertInstanceOf(Outcome.Converged.class, run.outcome());
        assertEquals(mostLikely.shape(), fitted.shape(), 1e-8);
        assertEquals(mostLikely.rate(), fitted.rate(), 1e-8);
        assertEquals(2, fitted.shape(), .3);
    }

    @Test
    void conjecture() {
        // begin: conjecture
        Search search = Conjecture.onSimplex(
                        "KL(p‖r) ≤ KL(p‖q) + KL(q‖r)",
                        2, // classes
                        3, // vectors p, q, r
                        x -> x.get(0).klTo(x.get(2)),
                        x -> x.get(0).klTo(x.get(1)) + x.get(1).klTo(x.get(2)))
                .search(42, 300);
        boolean refuted = search.refuted(); // at [0.5, 0.5], [0.4, 0.6], [0.1, 0.9]
        // end: conjecture
        assertTrue(refuted);
        assertEquals(List.of("[0.5, 0.5]", "[0.4, 0.6]", "[0.1, 0.9]"), search.points());
    }

    @Test
    void lawsOnAFamilyOfOnesOwn() {
        List<Double> speeds = List.of(0.4, 1.1, 0.7);
        // begin: own
        OwnFamily<Double> maxwell = OwnFamily.onPositive(
                "maxwell", // speeds of the molecules of a gas
                Domain.negative(1), // θ = −m/2kT < 0
                theta -> theta[0].multiply(-2).log().multiply(-1.5), // ψ(θ) = −(3/2) log(−2θ)
                x -> 0.5 * Math.log(2 / Math.PI) + 2 * Math.log(x), // log h(x)
                x -> x * x); // T(x) = x²
        OwnMember<Double> cold = maxwell.of(-2);
        OwnMember<Double> likeliest = maxwell.maximumLikelihood(speeds);
        OwnMember<Double> plausible = maxwell.maximumAPosteriori(speeds, ConjugatePrior.around(cold, 2));
        double[] nats = {cold.entropy(), cold.klTo(likeliest), cold.skewedJensen(likeliest, 0.5)};
        Gamma posterior = ConjugateModels.rate(maxwell, new Gamma(1, 1)).posterior(speeds); // of −θ
        Laws.check(FamilySubject.of(maxwell), 42, 200).forEach(Verdict::requireHeld);
        // end: own
        assertTrue(Laws.check(FamilySubject.of(maxwell), 42, 200).size() >= 8);
        assertEquals(1, maxwell.of(-.5).totalProbability().value(), 1e-10);
        // −θ = (3/2)/E[x²].
        assertEquals(-1.5 / .62, likeliest.natural().get(0), 1e-12);
        assertEquals(-1.5 * 5 / (1.86 + 2 * .75), plausible.natural().get(0), 1e-12);
        assertEquals(1 + 3 * 1.5, posterior.shape(), 1e-12);
        assertEquals(1 + 1.86, posterior.rate(), 1e-12);
        assertEquals(Math.log(.5 * Math.sqrt(2 * Math.PI)) + .5772156649015329 - .5, nats[0], 1e-13);
        double r = likeliest.natural().get(0) / -2;
        assertEquals(1.5 * (r - 1 - Math.log(r)), nats[1], 1e-14);
        assertEquals(1.5 * Math.log((1 + r) / 2 / Math.sqrt(r)), nats[2], 1e-14);
    }

    @Test
    void bayes() {
        List<Integer> tosses = List.of(1, 0, 1, 1);
        // begin: bayes
        Beta prior = new Beta(2, 2); // p ~ Beta(2, 2)
        Beta posterior = ConjugateModels.bernoulli(prior).posterior(tosses); // p | x ~ Beta(2 + Σx, 2 + Σ(1 − x))
        double logEvidence = ConjugateModels.bernoulli(prior).logEvidence(tosses);
        // end: bayes
        assertEquals(new Beta(5, 3), posterior);
        // Β(5, 3)/Β(2, 2) = (1/105)/(1/6).
        assertEquals(Math.log(6.0 / 105), logEvidence, 1e-14);
    }

    @Test
    void regression() {
        double[][] inputs = {{1, 0.5}, {1, -1.5}, {1, 0.2}, {1, 1.1}, {1, -0.7}, {1, 0.9}};
        int[] labels = {1, 0, 0, 1, 1, 0};
        // begin: regression
        GeneralizedLinearModel<Bernoulli> model = GeneralizedLinearModel.logistic(inputs, labels);
        Objective<Weights, Differential<Weights>> loss = Objective.of(2, model::value, model::gradient);
        Vec<Weights> w = Descent.of(loss, Geometry.natural(Domain.reals(2), model::fisher))
                .until(Stopping.decrementBelow(1e-20))
                .run(Vec.zeros(2))
                .point();
        // end: regression
        assertEquals(0, model.gradient(w).stream().map(Math::abs).max().orElse(1), 1e-9);
    }

    @Test
    void variational() {
        double[][] inputs = {{1, 0.5}, {1, -1.5}, {1, 0.2}, {1, 1.1}, {1, -0.7}, {1, 0.9}};
        int[] labels = {1, 0, 0, 1, 1, 0};
        // begin: variational
        var bayes = VariationalBayes.of(MultivariateNormal.standard(2)).and(LinearPredictors.logistic(inputs, labels));
        var run = bayes.method(0.5).until(Stopping.decrementBelow(1e-18)).run(bayes.start());
        MultivariateNormal posterior = bayes.at(run.point());
        Estimate bound = bayes.evidenceLowerBound(posterior); // log evidence − KL(posterior‖true posterior)
        // end: variational
        double evidence = 0;
        GeneralizedLinearModel<Bernoulli> model = GeneralizedLinearModel.logistic(inputs, labels);
        for (double u = -7; u <= 7; u += 0.1) {
            for (double v = -7; v <= 7; v += 0.1) {
                double prior = MultivariateNormal.standard(2).density(Vec.of(u, v));
                evidence += 0.01 * prior * Math.exp(-model.value(Vec.of(u, v)));
            }
        }
        assertEquals(Math.log(evidence), bound.value(), 0.01);
        assertTrue(bound.value() < Math.log(evidence));
    }

    @Test
    void certified() {
        double[] points = {-1, -0.6, 0, 0.3, 0.8, 1};
        double[][] regressors = {
            {1, 1, 1, 1, 1, 1}, points, Arrays.stream(points).map(x -> x * x).toArray()
        };
        Vec<Weights> start = Vec.generate(6, i -> 1 / 6.0);
        // begin: certified
        DOptimalDesign design = DOptimalDesign.of(regressors);
        Run<Weights, Differential<Weights>> best = Descent.of(design, Geometry.hellinger(6))
                .by(Scheme.quasiNewton(10))
                .run(start);
        double atMost = best.last().gap(); // −log det is within this of the least there is: a duality gap

        Legendre<Weights, Differential<Weights>> burg = Potentials.burg(6);
        Theorem<Weights, Differential<Weights>> theorem = Theorem.relativeSmoothness();
        var certificate = theorem.certify(design, burg, best.point());
        Descent.of(design, Geometry.mirror(burg, Constraint.simplex()))
                .step(StepRule.constant(1)) // f is 1-smooth relative to Burg's entropy
                .run(start, certificate);
        // end: certified
        assertTrue(atMost <= 1e-8, best.toString());
        assertEquals(-Math.log(4.0 / 27), best.last().value(), 1e-8);
        assertInstanceOf(
                org.legendre.optimize.theory.Certificate.Verdict.Kept.class,
                certificate.verdict(),
                certificate.toString());
    }

    @Test
    void online() {
        // begin: online
        Learner<Weights, Differential<Weights>> learner =
                Hedge.over(2).horizon(2).start();
        learner.observe(1, 0); // what the actions lost in the round, after the weights were played
        learner.observe(0, 1);
        double regret = learner.account().regret(); // .5 + .8409 − 1 = .3409: lost more than by the best action
        double bound = learner.account().bound(); // √(T ln n/2) = .8326, whatever the losses in [0, 1]
        // end: online
        assertEquals(0.5 + 1 / (1 + Math.exp(-2 * Math.sqrt(Math.log(2)))) - 1, regret, 1e-14);
        assertEquals(0.3409, regret, 1e-4);
        assertEquals(0.8326, bound, 1e-4);
    }

    @Test
    void catalogue() {
        // begin: catalogue
        double kl = Families.kl(
                Families.named("gamma").of(2, 3), Families.named("gamma").of(3, 4));
        // end: catalogue
        assertEquals(new Gamma(2, 3).klTo(new Gamma(3, 4)), kl, 0);
    }
}
