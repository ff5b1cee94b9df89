package org.legendre.optimize;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.legendre.geometry.Differential;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Potentials;
import org.legendre.geometry.Weights;
import org.legendre.optimize.problem.ChannelCapacity;
import org.legendre.optimize.problem.DOptimalDesign;
import org.legendre.optimize.problem.EntropicTransport;
import org.legendre.optimize.problem.KullbackLeiblerRegression;
import org.legendre.optimize.problem.LogOptimalPortfolio;
import org.legendre.optimize.problem.MatrixGame;
import org.legendre.optimize.problem.PoissonInverse;

/** What messages, traces and tables call things. */
class NamesTest {
    private static final double[][] IDENTITY = {{1, 0}, {0, 1}};
    private static final double[] ONES = {1, 1};

    private static void assertNames(Map<String, Object> named) {
        named.forEach((name, thing) -> assertEquals(name, thing.toString()));
    }

    @Test
    void schemesSayWhatTheyAre() {
        Sampling sampling = new Sampling(2, 10, 7);
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("descent", Scheme.descent());
        named.put("quasi-Newton steps, 5 pairs", Scheme.quasiNewton(5));
        named.put("dual averaging", Scheme.dualAveraging());
        named.put("dual averaging scaled by 0.5", Scheme.dualAveraging(0.5));
        named.put("optimistic descent", Scheme.optimistic());
        named.put("averages of optimistic descent", Scheme.averaged(Scheme.optimistic()));
        named.put("mirror-prox", Scheme.mirrorProx());
        named.put("mirror-prox with the step 0.25", Scheme.mirrorProx(0.25));
        named.put("AdaGrad with δ = 0.125", Scheme.adaGrad(0.125));
        named.put("stochastic descent with " + sampling, Scheme.stochastic(sampling, 1, 0.5));
        named.put("averages of stochastic descent with " + sampling, Scheme.stochasticAverages(sampling, 1, 0.5));
        named.put(
                "variance-reduced descent with " + sampling + " and the step 0.5",
                Scheme.varianceReduced(sampling, 0.5));
        assertNames(named);
    }

    @Test
    void rulesSayWhatTheyAre() {
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("constant step 0.5", StepRule.constant(0.5));
        named.put("step 2.0/(k + 1)^0.5", StepRule.decaying(2, 0.5));
        named.put("Armijo backtracking", StepRule.armijo());
        named.put("step 2/(k + 2)", StepRule.openLoop());
        named.put("exact line search to 0.01", StepRule.exact(0.01));
        named.put("Wolfe search", StepRule.wolfe());
        named.put("relative-smoothness backtracking", StepRule.relativeSmoothness());
        assertNames(named);
    }

    @Test
    void setsSayWhatTheyAre() {
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("the simplex", Constraint.simplex());
        named.put("the capped simplex", Constraint.cappedSimplex(0.75, 0.75));
        named.put("a product of 2 simplices", Constraint.simplices(2, 3));
        named.put(
                "a product of 2 simplices with the totals [1.0, 4.0]", Constraint.simplices(new double[] {1, 4}, 2, 3));
        named.put("a box", Constraint.box(new double[2], ONES));
        named.put("the l1 ball of radius 3.0", Constraint.l1Ball(3));
        named.put("an affine set", Constraint.affine(IDENTITY, ONES));
        named.put("the spectrahedron of 2×2 matrices", Constraint.spectrahedron(2));
        assertNames(named);
    }

    @Test
    void geometriesSayWhatTheyAre() {
        Legendre<Weights, Differential<Weights>> square = Potentials.halfSquaredNorm(2);
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("mirror descent on (−∞, ∞)^2", Geometry.mirror(square));
        named.put(
                "mirror descent with half the squared norm on a box",
                Geometry.mirror(square, Constraint.box(new double[2], ONES)));
        named.put(
                "mirror descent with half the squared norm and the term " + Term.l1(2),
                Geometry.mirror(square, Term.l1(2)));
        named.put("Frank–Wolfe on the simplex", Geometry.frankWolfe(2, Constraint.simplex()));
        named.put("Frank–Wolfe with away steps on the simplex", Geometry.frankWolfeAway(2, Constraint.simplex()));
        named.put("square roots of weights on the simplex", Geometry.hellinger(2));
        named.put("natural gradient on the simplex", Geometry.replicator(2));
        assertNames(named);
    }

    @Test
    void problemsSayWhatTheyAre() {
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("capacity of a channel with 2 inputs and 2 outputs", ChannelCapacity.of(IDENTITY));
        named.put("D-optimal design of 2 coefficients at 2 points", DOptimalDesign.of(IDENTITY));
        named.put(
                "entropic transport of 2 masses to 2 at the temperature 0.5",
                EntropicTransport.of(IDENTITY, new double[] {0.5, 0.5}, new double[] {0.5, 0.5}, 0.5));
        named.put(
                "Kullback–Leibler regression of 2 observations on 2 columns",
                KullbackLeiblerRegression.of(IDENTITY, ONES));
        named.put("log-optimal portfolio of 2 assets in 2 periods", LogOptimalPortfolio.of(IDENTITY));
        named.put("2×2 matrix game", MatrixGame.of(IDENTITY));
        named.put("Poisson inverse problem of 2 intensities and 2 counts", PoissonInverse.of(IDENTITY, ONES));
        assertNames(named);
    }
}
