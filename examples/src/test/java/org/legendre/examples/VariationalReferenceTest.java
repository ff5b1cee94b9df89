package org.legendre.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.legendre.examples.chapter.UncertainWeights;
import org.legendre.geometry.Estimate;
import org.legendre.geometry.Euclidean;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Natural;
import org.legendre.geometry.Vec;
import org.legendre.geometry.family.MultivariateNormal;
import org.legendre.optimize.Outcome;
import org.legendre.optimize.Run;
import org.legendre.optimize.Stopping;
import org.legendre.optimize.variational.VariationalBayes;

/** Bayesian logistic regression on breast_cancer, standardised, with an intercept, and a standard normal prior on all 31 weights. */
class VariationalReferenceTest {
    /** Thirty-digit arithmetic at the optimum gives −55.465136501532619. */
    private static final double OPTIMUM = -55.46513650153262;

    @Test
    void theEvidenceLowerBoundIsTheKnownOneAfterFortySteps() {
        VariationalBayes<Vec<Euclidean>, MultivariateNormal> bayes = UncertainWeights.model();
        Run<Expectation, Natural> run =
                bayes.method(0.5).until(Stopping.iterations(60)).run(bayes.start());
        assertInstanceOf(Outcome.Exhausted.class, run.outcome());
        assertTrue(-run.trace().get(35).value() >= OPTIMUM - 1e-8);
        assertTrue(-run.trace().get(40).value() >= OPTIMUM - 5e-10);
        for (int k = 1; k <= 40; k++) {
            assertTrue(run.trace().get(k).change() < 0, "step " + k);
        }
        Estimate bound = bayes.evidenceLowerBound(bayes.at(run.point()));
        assertEquals(OPTIMUM, bound.value(), 2e-12);
        assertTrue(bound.error() < 1e-12, bound.toString());
    }
}
