package org.legendre.optimize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.legendre.geometry.Differential;
import org.legendre.geometry.Domain;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Metric;
import org.legendre.geometry.PositiveDefinite;
import org.legendre.geometry.Potential;
import org.legendre.geometry.Potentials;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;
import org.legendre.optimize.problem.ChannelCapacity;
import org.legendre.optimize.problem.DOptimalDesign;
import org.legendre.optimize.problem.KullbackLeiblerRegression;
import org.legendre.optimize.problem.LogOptimalPortfolio;
import org.legendre.optimize.problem.PoissonInverse;

/** The lines of the package page's table beside the loops of their inventors, step by step. */
class ClassicalIterationsTest {
    private static final int STEPS = 100;

    /** Each step from the same point, and the whole run, agree with the loop. */
    private static void assertEqualLoops(
            Objective<Weights, Differential<Weights>> objective,
            Geometry<Weights, Differential<Weights>> geometry,
            double step,
            double[] start,
            UnaryOperator<double[]> loop) {
        Run<Weights, Differential<Weights>> run = Descent.of(objective, geometry)
                .step(StepRule.constant(step))
                .until(Stopping.iterations(STEPS))
                .run(Vec.of(start));
        assertEquals(STEPS, run.last().iteration(), run.toString());
        double[] x = start;
        for (int k = 0; k < STEPS; k++) {
            double[] before = run.trace().get(k).point().toArray();
            double[] once = loop.apply(before);
            x = loop.apply(x);
            double[] actual = run.trace().get(k + 1).point().toArray();
            for (int i = 0; i < x.length; i++) {
                assertEquals(once[i], actual[i], 1e-14 * (before[i] + once[i]), "step " + k + ", entry " + i);
                assertEquals(x[i], actual[i], 1e-12, "run to step " + k + ", entry " + i);
            }
            assertTrue(run.trace().get(k + 1).change() <= 1e-15, "step " + k);
        }
    }

    private static double[][] random(SplittableRandom random, int rows, int columns, double from, double to) {
        double[][] a = new double[rows][];
        Arrays.setAll(a, i -> random.doubles(columns, from, to).toArray());
        return a;
    }

    private static double[] uniform(int n) {
        return Problems.uniform(n).toArray();
    }

    private static double[] product(double[][] a, double[] x) {
        double[] out = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < x.length; j++) {
                out[i] += a[i][j] * x[j];
            }
        }
        return out;
    }

    private static double[][] transposed(double[][] a) {
        double[][] out = new double[a[0].length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[0].length; j++) {
                out[j][i] = a[i][j];
            }
        }
        return out;
    }

    private static void normalise(double[] x, double total) {
        double sum = Arrays.stream(x).sum();
        for (int i = 0; i < x.length; i++) {
            x[i] *= total / sum;
        }
    }

    /** Blahut (1972), Arimoto (1972). */
    @Test
    void blahutArimotoIsExponentiatedGradientWithUnitStep() {
        double[][] channel = random(new SplittableRandom(1), 6, 9, 0, 1);
        for (double[] row : channel) {
            row[1] *= 5;
            normalise(row, 1);
        }
        assertEqualLoops(ChannelCapacity.of(channel), Geometry.exponentiatedGradient(6), 1, uniform(6), x -> {
            double[] r = product(transposed(channel), x);
            double[] next = x.clone();
            for (int i = 0; i < 6; i++) {
                double divergence = 0;
                for (int j = 0; j < 9; j++) {
                    divergence += channel[i][j] * Math.log(channel[i][j] / r[j]);
                }
                next[i] *= Math.exp(divergence);
            }
            normalise(next, 1);
            return next;
        });
    }

    /** J. N. Darroch and D. Ratcliff, Generalized iterative scaling for log-linear models, Ann. Math. Statist. 43 (1972): features that sum to 1 for each outcome. */
    @Test
    void generalizedIterativeScalingIsExponentiatedGradientOnTheOrthant() {
        SplittableRandom random = new SplittableRandom(2);
        double[][] features = transposed(random(random, 8, 4, 0.1, 1));
        double[][] outcomes = transposed(features);
        for (double[] row : outcomes) {
            normalise(row, 1);
        }
        double[][] a = transposed(outcomes);
        double[] b = product(a, random.doubles(8, 0.1, 0.2).toArray());
        assertEqualLoops(
                KullbackLeiblerRegression.of(a, b), Geometry.unnormalizedExponentiatedGradient(8), 1, uniform(8), x -> {
                    double[] expected = product(a, x);
                    double[] next = x.clone();
                    for (int j = 0; j < 8; j++) {
                        for (int i = 0; i < 4; i++) {
                            next[j] *= Math.pow(b[i] / expected[i], a[i][j]);
                        }
                    }
                    return next;
                });
    }

    /** R. Sinkhorn (1964); W. E. Deming and F. F. Stephan (1940). As a mirror step: F. Léger, A gradient descent perspective on Sinkhorn, Appl. Math. Optim. 84 (2021). */
    @Test
    void sinkhornIsAMirrorStepOnTheRowSumsAmongMatricesOfGivenColumnSums() {
        SplittableRandom random = new SplittableRandom(3);
        int m = 4;
        int n = 3;
        int size = m * n;
        double[] mu = random.doubles(m, 0.1, 1).toArray();
        double[] nu = random.doubles(n, 0.1, 1).toArray();
        normalise(mu, 1);
        normalise(nu, 1);
        // Entry (i, j) is coordinate i + mj; the rows of A sum along rows.
        double[][] sums = new double[m][size];
        for (int k = 0; k < size; k++) {
            sums[k % m][k] = 1;
        }
        Legendre<Weights, Differential<Weights>> entropy = Potentials.negativeEntropy(size);
        Constraint columns = Constraint.simplices(nu, m, m, m);
        double[] kernel = random.doubles(size, -2, 2).map(Math::exp).toArray();
        UnaryOperator<double[]> scaleColumns = x -> {
            double[] next = x.clone();
            for (int j = 0; j < n; j++) {
                double[] column = Arrays.copyOfRange(next, m * j, m * (j + 1));
                normalise(column, nu[j]);
                System.arraycopy(column, 0, next, m * j, m);
            }
            return next;
        };
        assertEqualLoops(
                KullbackLeiblerRegression.of(sums, mu),
                Geometry.mirror(entropy, columns),
                1,
                scaleColumns.apply(kernel),
                x -> {
                    double[] rows = product(sums, x);
                    double[] next = x.clone();
                    for (int k = 0; k < size; k++) {
                        next[k] *= mu[k % m] / rows[k % m];
                    }
                    return scaleColumns.apply(next);
                });
    }

    /** L. A. Shepp and Y. Vardi (1982); W. H. Richardson (1972), L. B. Lucy (1974). */
    @Test
    void expectationMaximizationOfPoissonCountsIsNaturalGradientWithUnitStep() {
        SplittableRandom random = new SplittableRandom(4);
        double[][] a = random(random, 9, 5, 0, 1);
        double[] b = random.doubles(9, 0, 4).toArray();
        PoissonInverse problem = PoissonInverse.of(a, b);
        double[] s = problem.columnSums();
        UnaryOperator<double[]> mlem = x -> {
            double[] u = product(a, x);
            double[] ratio = new double[9];
            Arrays.setAll(ratio, i -> b[i] / u[i]);
            double[] back = product(transposed(a), ratio);
            double[] next = new double[5];
            Arrays.setAll(next, j -> x[j] * back[j] / s[j]);
            return next;
        };
        Geometry<Weights, Differential<Weights>> natural = Geometry.natural(Domain.positive(5), x -> {
            double[] diagonal = new double[5];
            Arrays.setAll(diagonal, j -> s[j] / x.get(j));
            return Metric.of(Hessian.diagonal(diagonal));
        });
        assertEqualLoops(problem, natural, 1, new double[] {1, 2, 0.5, 1, 1}, mlem);
        // In shares u = xs/B it is natural gradient on the simplex, with the step 1/B.
        double total = problem.total();
        assertEqualLoops(problem.onSimplex(), Geometry.replicator(5), 1 / total, uniform(5), u -> {
            double[] x = new double[5];
            Arrays.setAll(x, j -> u[j] * total / s[j]);
            double[] next = mlem.apply(x);
            Arrays.setAll(next, j -> next[j] * s[j] / total);
            return next;
        });
    }

    /** MLEM is the mirror step in θ = log x of ψ = Σ sⱼ exp θⱼ: ∇ψ(θ₊) = ∇ψ(θ) − ∂f/∂θ. */
    @Test
    void expectationMaximizationOfPoissonCountsIsAMirrorStepInTheirLogarithms() {
        SplittableRandom random = new SplittableRandom(5);
        double[][] a = random(random, 9, 5, 0, 1);
        double[] b = random.doubles(9, 0, 4).toArray();
        PoissonInverse problem = PoissonInverse.of(a, b);
        double[] s = problem.columnSums();
        Legendre<Weights, Differential<Weights>> psi = Legendre.of(Potential.of(
                Domain.reals(5),
                t -> t[0].exp()
                        .multiply(s[0])
                        .add(t[1].exp().multiply(s[1]))
                        .add(t[2].exp().multiply(s[2]))
                        .add(t[3].exp().multiply(s[3]))
                        .add(t[4].exp().multiply(s[4]))));
        Objective<Weights, Differential<Weights>> inLogarithms =
                Objective.of(5, t -> problem.value(t.stream().map(Math::exp).toArray()), t -> {
                    double[] x = t.stream().map(Math::exp).toArray();
                    double[] g = new double[5];
                    problem.gradient(x, g);
                    return Vec.generate(5, j -> x[j] * g[j]);
                });
        Run<Weights, Differential<Weights>> run = Descent.of(inLogarithms, Geometry.mirror(psi))
                .step(StepRule.constant(1))
                .until(Stopping.iterations(30))
                .run(Vec.of(0, 0, 0, 0, 0));
        double[] x = {1, 1, 1, 1, 1};
        double[] g = new double[5];
        for (int k = 0; k <= 30; k++) {
            for (int j = 0; j < 5; j++) {
                assertEquals(x[j], Math.exp(run.trace().get(k).point().get(j)), 1e-11, "step " + k);
            }
            problem.gradient(x, g);
            for (int j = 0; j < 5; j++) {
                x[j] -= x[j] * g[j] / s[j];
            }
        }
    }

    /** T. M. Cover (1984): each weight times the mean of what its asset gains more than the portfolio. */
    @Test
    void coversUpdateIsNaturalGradientWithUnitStep() {
        double[][] relatives = random(new SplittableRandom(6), 40, 7, 0.5, 1.6);
        LogOptimalPortfolio problem = LogOptimalPortfolio.of(relatives);
        assertEqualLoops(problem, Geometry.replicator(7), 1, uniform(7), x -> {
            double[] gains = product(relatives, x);
            double[] next = new double[7];
            for (int t = 0; t < 40; t++) {
                for (int j = 0; j < 7; j++) {
                    next[j] += x[j] * relatives[t][j] / gains[t] / 40;
                }
            }
            return next;
        });
    }

    /** D. M. Titterington, Algorithms for computing D-optimal designs on a finite design space (1976). */
    @Test
    void theMultiplicativeUpdateOfDesignsIsNaturalGradient() {
        double[][] h = random(new SplittableRandom(7), 4, 12, -1, 1);
        DOptimalDesign problem = DOptimalDesign.of(h);
        assertEqualLoops(problem, Geometry.replicator(12), 1.0 / problem.coefficients(), uniform(12), x -> {
            double[][] information = new double[4][4];
            for (int i = 0; i < 4; i++) {
                for (int j = 0; j < 4; j++) {
                    for (int k = 0; k < 12; k++) {
                        information[i][j] += x[k] * (h[i][k] * h[j][k]);
                    }
                }
            }
            PositiveDefinite matrix = PositiveDefinite.of(information);
            double[] next = new double[12];
            for (int k = 0; k < 12; k++) {
                next[k] = x[k] * matrix.inverseQuadratic(new double[] {h[0][k], h[1][k], h[2][k], h[3][k]}) / 4;
            }
            return next;
        });
    }

    /** In n − 1 expectation coordinates, with the Hessian of ψ*(η) = Σ ηᵢ log ηᵢ over all n probabilities. */
    @Test
    void replicatorStepsAreNaturalGradientInExpectationCoordinates() {
        Objective<Weights, Differential<Weights>> race = Problems.race();
        Objective<Weights, Differential<Weights>> minimal = Objective.of(
                3, e -> race.value(Vec.of(e.get(0), e.get(1), e.get(2), 1 - e.get(0) - e.get(1) - e.get(2))), e -> {
                    Vec<Differential<Weights>> g =
                            race.gradient(Vec.of(e.get(0), e.get(1), e.get(2), 1 - e.get(0) - e.get(1) - e.get(2)));
                    return Vec.generate(3, i -> g.get(i) - g.get(3));
                });
        Geometry<Weights, Differential<Weights>> fisher = Geometry.natural(Domain.positive(3), e -> {
            double last = 1 - e.get(0) - e.get(1) - e.get(2);
            double[][] rows = new double[3][3];
            for (int i = 0; i < 3; i++) {
                Arrays.fill(rows[i], 1 / last);
                rows[i][i] += 1 / e.get(i);
            }
            return Metric.of(Hessian.dense(PositiveDefinite.of(rows)));
        });
        StepRule rule = StepRule.constant(0.3);
        Run<Weights, Differential<Weights>> expected = Descent.of(minimal, fisher)
                .step(rule)
                .until(Stopping.iterations(40))
                .run(Vec.of(0.25, 0.25, 0.25));
        Run<Weights, Differential<Weights>> actual = Descent.of(race, Geometry.replicator(4))
                .step(rule)
                .until(Stopping.iterations(40))
                .run(Problems.uniform(4));
        for (int k = 0; k <= 40; k++) {
            Vec<Weights> e = expected.trace().get(k).point();
            Vec<Weights> x = actual.trace().get(k).point();
            for (int i = 0; i < 3; i++) {
                assertEquals(e.get(i), x.get(i), 1e-14, "step " + k);
            }
            double decrement = expected.trace().get(k).decrement();
            assertEquals(decrement, actual.trace().get(k).decrement(), 4e-15 * Math.sqrt(decrement), "step " + k);
        }
    }

    @Test
    void replicatorStepsKeepTheSumAndRefuseNegativeWeights() {
        // ⟨x, g⟩ = 100: a rounded sum that is not divided out would grow elevenfold a step.
        Objective<Weights, Differential<Weights>> f = Objective.of(
                4, x -> Problems.race().value(x) + 100 * (x.get(0) + x.get(1) + x.get(2) + x.get(3)), x -> {
                    Vec<Differential<Weights>> g = Problems.race().gradient(x);
                    return Vec.generate(4, i -> g.get(i) + 100);
                });
        Run<Weights, Differential<Weights>> run = Descent.of(f, Geometry.replicator(4))
                .step(StepRule.constant(0.1))
                .until(Stopping.iterations(200))
                .run(Problems.uniform(4));
        assertEquals(1, run.point().stream().sum(), 1e-13);
        assertArrayEquals(Problems.RACE, run.point().toArray(), 1e-8);
        Run<Weights, Differential<Weights>> far = Descent.of(Problems.race(), Geometry.replicator(4))
                .step(StepRule.constant(10))
                .run(Problems.uniform(4));
        assertTrue(far.outcome().reason().contains("weight 2 would become -"), far.toString());
        Run<Weights, Differential<Weights>> searched = Descent.of(Problems.race(), Geometry.replicator(4))
                .step(StepRule.relativeSmoothness())
                .until(Stopping.gapBelow(1e-12).or(Stopping.iterations(500)))
                .run(Problems.uniform(4));
        assertInstanceOf(Outcome.Certified.class, searched.outcome(), searched.toString());
        Descent<Weights, Differential<Weights>> method = Descent.of(Problems.race(), Geometry.replicator(4));
        assertThrows(DomainException.class, () -> method.run(Vec.of(1, 0, 0, 0)));
        assertThrows(DomainException.class, () -> method.run(Vec.of(1, 1, 1, 1)));
        assertThrows(DomainException.class, () -> Geometry.replicator(0));
    }
}
