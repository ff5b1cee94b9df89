package org.legendre.geometry.family;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.legendre.geometry.Domain;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.Potential;
import org.legendre.geometry.Probabilities;
import org.legendre.geometry.Vec;

class DirichletTest {
    static List<double[]> concentrations() {
        return List.of(
                new double[] {0.8, 2.5, 1.2},
                new double[] {4, 1.5, 7, 0.1},
                new double[] {1e-3, 2e-3},
                new double[] {1e-8, 1e-8, 1e-9},
                new double[] {1e6, 3e5},
                new double[] {1e5, 1e-5, 1},
                new double[] {1e-6, 50});
    }

    @ParameterizedTest
    @MethodSource("concentrations")
    void expectationComesBack(double[] alpha) {
        Dirichlet p = Dirichlet.of(alpha);
        Dirichlet back = p.family().atExpectation(p.expectation());
        // The residual is certified in η; in α that is worth the condition of the map, largest for large totals.
        double total = 0;
        for (double a : alpha) {
            total += a;
        }
        double tolerance = 1e-13 * (1 + total);
        for (int i = 0; i < alpha.length; i++) {
            assertEquals(alpha[i], back.concentration().get(i), tolerance * alpha[i]);
        }
        double[] eta = p.expectation().toArray();
        double[] again = back.expectation().toArray();
        for (int i = 0; i < eta.length; i++) {
            assertEquals(eta[i], again[i], 2e-14 * Math.abs(eta[i]));
        }
    }

    @ParameterizedTest
    @MethodSource("concentrations")
    void theHessianSolvesWhatItMultiplies(double[] alpha) {
        Hessian hessian = new DirichletPotential(alpha.length).hessian(alpha);
        double[] v = new double[alpha.length];
        java.util.Arrays.setAll(v, i -> alpha[i] * (1 + 0.5 * i));
        double[] product = new double[alpha.length];
        double[] back = new double[alpha.length];
        hessian.multiply(v, product);
        hessian.solve(product, back);
        for (int i = 0; i < v.length; i++) {
            assertEquals(v[i], back[i], 1e-9 * Math.abs(v[i]));
        }
        double pairing = 0;
        for (int i = 0; i < v.length; i++) {
            pairing += v[i] * product[i];
        }
        assertEquals(pairing, hessian.quadratic(v), 1e-9 * pairing);
        assertEquals(pairing, hessian.inverseQuadratic(product), 1e-9 * pairing);
    }

    @Test
    void theSolveConvergesOnTheWholeDomain() {
        Domain domain = Dirichlet.family(3).potential().conjugate().domain();
        for (double a : new double[] {-300, -20, 0, 5, 30}) {
            for (double b : new double[] {-100, 0, 20}) {
                for (double c : new double[] {-12, -3, 0, 3, 8, 100}) {
                    double[] eta = domain.fromChart(new double[] {a, b, c});
                    if (domain.contains(eta)) {
                        double[] back = Dirichlet.family(3)
                                .atExpectation(Vec.of(eta))
                                .expectation()
                                .toArray();
                        for (int i = 0; i < 3; i++) {
                            assertEquals(eta[i], back[i], 2e-14 * Math.abs(eta[i]));
                        }
                    }
                }
            }
        }
    }

    @Test
    void slackAgreesWithHigherPrecision() {
        // 1 - ψ′(α₀) Σ 1/ψ′(αᵢ) over ψ′(α₀), in 60-digit arithmetic.
        SLACKS.forEach(row -> {
            double[] alpha = java.util.Arrays.copyOf(row, row.length - 1);
            double expected = row[row.length - 1];
            assertEquals(expected, DirichletPotential.excess(alpha), 4e-15 * expected);
        });
    }

    private static final List<double[]> SLACKS = List.of(
            new double[] {1000000.0, 300000.0, 0.499999702990973},
            new double[] {0.001, 0.002, 3.999895228716592e-06},
            new double[] {1e-08, 1e-08, 1e-09, 2.399999999999997e-16},
            new double[] {1.0, 1e-10, 8.885012281707753e-11},
            new double[] {100000.0, 1e-05, 1.0, 0.39208289803763996},
            new double[] {0.8, 2.5, 1.2, 0.7572624094432614},
            new double[] {10000000000.0, 0.5, 0.25, 0.4892090684228327},
            new double[] {30.0, 40.0, 1.5, 0.926495287221231});

    @Test
    void derivativesAgreeWithDifferences() {
        Potential psi = new DirichletPotential(3);
        double[] a = {0.8, 2.5, 1.2};
        double[] gradient = new double[3];
        psi.gradient(a, gradient);
        double h = 1e-3;
        for (int i = 0; i < 3; i++) {
            double slope = 0;
            double[] weights = {1.0 / 12, -2.0 / 3, 0, 2.0 / 3, -1.0 / 12};
            double[] column = new double[3];
            for (int k = -2; k <= 2; k++) {
                double[] moved = a.clone();
                moved[i] += k * h;
                slope += weights[k + 2] * psi.value(moved) / h;
                double[] there = new double[3];
                psi.gradient(moved, there);
                for (int j = 0; j < 3; j++) {
                    column[j] += weights[k + 2] * there[j] / h;
                }
            }
            assertEquals(gradient[i], slope, 1e-10);
            assertArrayEquals(psi.hessian(a).toMatrix()[i], column, 1e-10);
        }
        double[] u = {1, -0.5, 2};
        double[] v = {0.3, 1, 0.4};
        double[] expected = new double[3];
        double[] actual = new double[3];
        org.legendre.geometry.Potential plain = new Potential() {
            @Override
            public Domain domain() {
                return psi.domain();
            }

            @Override
            public double value(double[] x) {
                return psi.value(x);
            }

            @Override
            public void gradient(double[] x, double[] out) {
                psi.gradient(x, out);
            }

            @Override
            public Hessian hessian(double[] x) {
                return psi.hessian(x);
            }
        };
        plain.third(a, u, v, expected);
        psi.third(a, u, v, actual);
        assertArrayEquals(expected, actual, 1e-8);
    }

    @Test
    void divergenceIsTheBregmanDivergence() {
        Dirichlet p = Dirichlet.of(0.8, 2.5, 1.2);
        Dirichlet q = Dirichlet.of(4, 1.5, 7);
        double kl = p.klTo(q);
        assertEquals(kl, p.family().potential().bregman(q.natural(), p.natural()), 1e-13 * kl);
    }

    @Test
    void densityIntegratesToOneAndItsEntropyAgrees() {
        Dirichlet p = Dirichlet.of(1.8, 2.5, 3.2);
        int n = 400;
        double mass = 0;
        double entropy = 0;
        // The density and its first derivatives vanish on the boundary: the trapezoidal rule on a triangle.
        for (int i = 1; i < n; i++) {
            for (int j = 1; j < n - i; j++) {
                double x = (double) i / n;
                double y = (double) j / n;
                double log = p.logDensity(Probabilities.of(x, y, 1 - x - y));
                mass += Math.exp(log) / n / n;
                entropy -= log * Math.exp(log) / n / n;
            }
        }
        assertEquals(1, mass, 1e-4);
        assertEquals(entropy, p.entropy(), 1e-3);
    }

    @Test
    void logDensityAtZeros() {
        Probabilities x = Probabilities.of(0, 0.25, 0.75);
        assertEquals(Double.NEGATIVE_INFINITY, Dirichlet.of(2, 1, 1).logDensity(x));
        assertEquals(Double.POSITIVE_INFINITY, Dirichlet.of(0.5, 1, 1).logDensity(x));
        assertEquals(Math.log(2), Dirichlet.of(1, 1, 1).logDensity(x), 1e-15);
    }

    @Test
    void sampleMeansOfLogarithmsAgree() {
        for (double[] alpha : List.of(new double[] {0.8, 2.5, 1.2}, new double[] {1e-3, 2e-3})) {
            Dirichlet p = Dirichlet.of(alpha);
            SplittableRandom random = new SplittableRandom(5);
            int n = 20_000;
            double[] sum = new double[alpha.length];
            for (int i = 0; i < n; i++) {
                Vec<Expectation> t = p.family().statistic(p.sample(random));
                for (int j = 0; j < sum.length; j++) {
                    sum[j] += t.get(j) / n;
                }
            }
            double[][] covariance = p.fisher().toMatrix();
            for (int j = 0; j < sum.length; j++) {
                assertEquals(p.expectation().get(j), sum[j], 5 * Math.sqrt(covariance[j][j] / n));
            }
        }
    }

    @Test
    void maximumLikelihoodMatchesTheMeanLogarithm() {
        Dirichlet p = Dirichlet.of(3, 1, 0.5);
        SplittableRandom random = new SplittableRandom(9);
        List<Probabilities> data = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            data.add(p.sample(random));
        }
        Dirichlet fit = p.family().maximumLikelihood(data);
        double likelihood = data.stream().mapToDouble(fit::logDensity).sum();
        for (int i = 0; i < 3; i++) {
            for (double factor : new double[] {0.99, 1.01}) {
                double[] other = fit.parameters();
                other[i] *= factor;
                Dirichlet moved = Dirichlet.of(other);
                assertTrue(data.stream().mapToDouble(moved::logDensity).sum() < likelihood);
            }
        }
        Probabilities same = Probabilities.of(0.25, 0.25, 0.5);
        assertThrows(DomainException.class, () -> p.family().maximumLikelihood(List.of(same, same)));
        assertThrows(
                DomainException.class,
                () -> p.family().maximumLikelihood(List.of(same, Probabilities.of(0, 0.5, 0.5))));
    }

    @Test
    void theDomainSaysWhatIsWrong() {
        Domain domain = Dirichlet.family(2).potential().conjugate().domain();
        assertTrue(domain.contains(new double[] {-1, -1}));
        assertFalse(domain.contains(new double[] {-0.5, -0.5}));
        assertTrue(domain.diagnose(new double[] {-0.5, -0.5}).orElse("").contains("Σ exp"));
        assertTrue(domain.diagnose(new double[] {0.5, -0.5}).orElse("").contains("entry 0"));
        double[] u = {1.5, -0.3};
        assertArrayEquals(u, domain.toChart(domain.fromChart(u)), 1e-13);
        // One entry next to 0: 1 - Σ exp is not lost.
        assertTrue(domain.contains(new double[] {-1e-20, -100}));
        assertFalse(domain.contains(new double[] {-1e-50, -100}));
    }
}
