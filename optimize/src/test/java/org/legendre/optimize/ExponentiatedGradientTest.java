package org.legendre.optimize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.legendre.geometry.Differential;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Potentials;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;

class ExponentiatedGradientTest {
    /** w ← w·exp(−ηg)/Σ, as textbooks print it. */
    @Test
    void equalsTheMultiplicativeLoop() {
        Objective<Weights, Differential<Weights>> objective = Problems.race();
        int steps = 200;
        double eta = 0.05;
        double[] w = Problems.uniform(4).toArray();
        double[] g = new double[4];
        Run<Weights, ?> run = Descent.of(objective, Geometry.exponentiatedGradient(4))
                .step(StepRule.constant(eta))
                .until(Stopping.iterations(steps))
                .run(Problems.uniform(4));
        for (int k = 0; k <= steps; k++) {
            for (int i = 0; i < 4; i++) {
                assertEquals(w[i], run.trace().get(k).point().get(i), 1e-14 * w[i], "step " + k);
            }
            objective.gradient(w, g);
            double sum = 0;
            for (int i = 0; i < 4; i++) {
                w[i] *= Math.exp(-eta * g[i]);
                sum += w[i];
            }
            for (int i = 0; i < 4; i++) {
                w[i] /= sum;
            }
        }
    }

    @Test
    void anUnderflowedWeightComesBack() {
        Objective<Weights, Differential<Weights>> linear = Objective.of(2, x -> x.get(0), x -> Vec.of(1, 0));
        Descent<Weights, Differential<Weights>> descent =
                Descent.of(linear, Geometry.exponentiatedGradient(2)).step(StepRule.constant(50));
        State<Weights, Differential<Weights>> state = descent.startAtDual(Vec.of(0, -2000));
        assertEquals(0, state.point().get(1));
        assertEquals(-2000, state.dual().orElseThrow().get(1));
        State<Weights, Differential<Weights>> last =
                descent.until(Stopping.iterations(41)).resume(state).state();
        assertEquals(1, last.point().get(1), 1e-15);
        assertEquals(Math.exp(-50), last.point().get(0), 1e-14 * Math.exp(-50));
    }

    @Test
    void anUnderflowedWeightComesBackOnTheOrthantToo() {
        Objective<Weights, Differential<Weights>> objective = Problems.bowl(0, 1, 1);
        Legendre<Weights, Differential<Weights>> entropy = Potentials.negativeEntropy(2);
        Descent<Weights, Differential<Weights>> descent =
                Descent.of(objective, Geometry.mirror(entropy)).step(StepRule.constant(0.5));
        State<Weights, Differential<Weights>> state = descent.startAtDual(Vec.of(0.5, -2000));
        assertEquals(0, state.point().get(1));
        Run<Weights, Differential<Weights>> run =
                descent.until(Stopping.iterations(4100)).resume(state);
        assertEquals(1, run.point().get(0), 1e-12);
        assertEquals(1, run.point().get(1), 1e-12);
    }

    @Test
    void theDualPointIsTheLogarithmOfTheWeights() {
        Descent<Weights, Differential<Weights>> descent =
                Descent.of(Problems.race(), Geometry.exponentiatedGradient(4)).step(StepRule.constant(0.1));
        State<Weights, Differential<Weights>> state = descent.start(Problems.uniform(4));
        for (int k = 0; k < 100; k++) {
            state = descent.step(state);
        }
        double sum = 0;
        for (int i = 0; i < 4; i++) {
            double w = state.point().get(i);
            sum += w;
            assertEquals(Math.log(w), state.dual().orElseThrow().get(i), 1e-14 * (1 + Math.abs(Math.log(w))));
        }
        assertEquals(1, sum, 1e-15);
    }

    /** Half the squared dual length in the metric diag(1/w) along the simplex is half the variance of the gradient. */
    @Test
    void theDecrementIsHalfTheVarianceOfTheGradient() {
        State<Weights, Differential<Weights>> state =
                Descent.of(Problems.race(), Geometry.exponentiatedGradient(4)).start(Vec.of(0.1, 0.2, 0.3, 0.4));
        double first = 0;
        double second = 0;
        for (int i = 0; i < 4; i++) {
            double w = state.point().get(i);
            double g = state.differential().get(i);
            first += w * g;
            second += w * g * g;
        }
        assertEquals(0.5 * (second - first * first), state.decrement(), 1e-14);
        assertTrue(state.decrement() > 0.1);
    }
}
