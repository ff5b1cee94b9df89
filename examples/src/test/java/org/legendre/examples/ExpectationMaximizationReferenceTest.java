package org.legendre.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.legendre.examples.data.Datasets;
import org.legendre.geometry.Euclidean;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Natural;
import org.legendre.geometry.Vec;
import org.legendre.geometry.family.Bernoulli;
import org.legendre.geometry.family.Independent;
import org.legendre.geometry.family.IndependentFamily;
import org.legendre.geometry.family.Member;
import org.legendre.geometry.family.MultivariateNormal;
import org.legendre.geometry.mixture.Mixture;
import org.legendre.optimize.Iterate;
import org.legendre.optimize.Outcome;
import org.legendre.optimize.Run;
import org.legendre.optimize.Stopping;
import org.legendre.optimize.information.ExpectationMaximization;
import org.legendre.optimize.information.MixtureLikelihood;

/** Expectation maximization as mirror descent on the irises (three normals) and on digits of black and white (ten products of coins). */
class ExpectationMaximizationReferenceTest {
    private static List<Vec<Euclidean>> irises() {
        return Arrays.stream(Datasets.iris())
                .map(row -> Vec.<Euclidean>of(Arrays.copyOf(row, 4)))
                .toList();
    }

    /** Pixels of at least half the greatest grey are 1. */
    private static List<List<Integer>> digits() {
        return Arrays.stream(Datasets.digits())
                .map(row -> IntStream.range(0, 64)
                        .mapToObj(i -> row[i] >= 8 ? 1 : 0)
                        .toList())
                .toList();
    }

    /** The log-likelihood never falls, each step gains at least the divergence it moves by, and the least of T divergences is at most (L(θ₀) − L*)/T. */
    private static <T, M extends Member<T, M>> void assertBound(
            MixtureLikelihood<T, M> likelihood, Run<Natural, Expectation> run) {
        List<Iterate<Natural>> iterates = run.trace().iterates();
        double least = Double.POSITIVE_INFINITY;
        Mixture<T, M> before = likelihood.mixture(iterates.get(0).point());
        for (int t = 1; t < iterates.size(); t++) {
            Mixture<T, M> next = likelihood.mixture(iterates.get(t).point());
            double moved = likelihood.completeData().divergence(next, before);
            assertTrue(iterates.get(t).change() <= 1e-13 - moved, "step " + t);
            least = Math.min(least, moved);
            double bound = (iterates.get(0).value() - run.last().value()) / t;
            assertTrue(least <= bound + 1e-13, "step " + t);
            before = next;
        }
    }

    @Test
    void irisesAreThreeNormals() {
        List<Vec<Euclidean>> data = irises();
        List<MultivariateNormal> species = new ArrayList<>();
        for (int j = 0; j < 3; j++) {
            species.add(MultivariateNormal.family(4).maximumLikelihood(data.subList(50 * j, 50 * j + 50)));
        }
        Mixture<Vec<Euclidean>, MultivariateNormal> start = Mixture.uniform(species);
        MixtureLikelihood<Vec<Euclidean>, MultivariateNormal> likelihood =
                MixtureLikelihood.of(MultivariateNormal.family(4), data, 3);
        Run<Natural, Expectation> run = likelihood
                .expectationMaximization()
                .until(Stopping.iterations(150))
                .run(likelihood.start(start));
        assertInstanceOf(Outcome.Exhausted.class, run.outcome(), run.outcome().reason());
        assertBound(likelihood, run);
        assertEquals(-180.185, -150 * run.last().value(), 1e-3);
        var textbook = ExpectationMaximization.of(MultivariateNormal.family(4), data)
                .until(0, 150)
                .run(start);
        for (int t = 0; t < textbook.logLikelihoods().size(); t++) {
            double value = textbook.logLikelihoods().get(t);
            assertEquals(value, -150 * run.trace().get(t).value(), 1e-10 * Math.abs(value), "step " + t);
        }
    }

    @Test
    void digitsOfBlackAndWhiteAreTenProductsOfCoins() {
        List<List<Integer>> data = digits();
        IndependentFamily<Integer, Bernoulli> family = new IndependentFamily<>(Bernoulli.FAMILY, 64);
        SplittableRandom random = new SplittableRandom(1);
        List<Independent<Integer, Bernoulli>> components = new ArrayList<>();
        for (int j = 0; j < 10; j++) {
            components.add(new Independent<>(IntStream.range(0, 64)
                    .mapToObj(i -> new Bernoulli(0.25 + 0.5 * random.nextDouble()))
                    .toList()));
        }
        Mixture<List<Integer>, Independent<Integer, Bernoulli>> start = Mixture.uniform(components);
        Mixture<List<Integer>, Independent<Integer, Bernoulli>> guess = Mixture.uniform(
                Collections.nCopies(10, new Independent<>(Collections.nCopies(64, new Bernoulli(0.5)))));
        MixtureLikelihood<List<Integer>, Independent<Integer, Bernoulli>> likelihood =
                MixtureLikelihood.of(family, data, 10).prior(guess, 10);
        Run<Natural, Expectation> run = likelihood
                .expectationMaximization()
                .until(Stopping.iterations(40))
                .run(likelihood.start(start));
        assertInstanceOf(Outcome.Exhausted.class, run.outcome(), run.outcome().reason());
        assertBound(likelihood, run);
        assertEquals(19.7081646788, run.last().value(), 1e-9);
    }
}
