package org.legendre.optimize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.legendre.geometry.Differential;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Potentials;
import org.legendre.geometry.SeparablePotential;
import org.legendre.geometry.Weights;

class ProximalTest {
    private static final int N = 4;

    private static List<Legendre<Weights, Differential<Weights>>> separable() {
        return List.of(
                Potentials.negativeEntropy(N),
                Potentials.burg(N),
                Potentials.tsallis(N, 0.5),
                Potentials.hypentropy(N, 0.25),
                Potentials.halfSquaredNorm(N),
                Potentials.fermiDirac(new double[] {-1, 0, -2, -0.25}, new double[] {1, 1, 0.5, 3}));
    }

    private static double[] solve(Proximal proximal, double t, double[] y, double[] z) {
        System.arraycopy(y, 0, z, 0, y.length);
        double[] x = new double[y.length];
        assertEquals("", proximal.solve(t, z, x), () -> proximal + ", y = " + Arrays.toString(y));
        return x;
    }

    /** (y − ∇φ(x))/t is a subgradient of r at x: λ sgn xᵢ, or within ±λ where xᵢ = 0. */
    @Test
    void thresholdsSolveTheirOptimalityCondition() {
        SplittableRandom random = new SplittableRandom(41);
        int zeros = 0;
        for (Legendre<Weights, Differential<Weights>> phi : separable()) {
            for (int k = 0; k < 50; k++) {
                double[] y = phi.conjugate()
                        .domain()
                        .fromChart(random.doubles(N, -2, 2).toArray());
                double[] z = new double[N];
                double[] x = solve(Proximal.of(phi, Term.l1(0.75)), 0.5, y, z);
                for (int i = 0; i < N; i++) {
                    double subgradient = (y[i] - z[i]) / 0.5;
                    double rounding = 1e-14 * (1 + Math.abs(y[i]));
                    if (x[i] != 0) {
                        assertEquals(Math.copySign(0.75, x[i]), subgradient, rounding, phi.potential() + " " + x[i]);
                    } else {
                        assertTrue(Math.abs(subgradient) <= 0.75 + rounding);
                        zeros++;
                    }
                }
                double[] back = new double[N];
                phi.conjugate().potential().gradient(z, back);
                assertArrayEquals(back, x);
            }
        }
        assertTrue(zeros > 20, "only " + zeros + " zeros");
    }

    /** ∇φ(x) + tλx = y, for y beyond the domain of φ* as well. */
    @Test
    void shrinkageSolvesItsOptimalityCondition() {
        SplittableRandom random = new SplittableRandom(43);
        for (Legendre<Weights, Differential<Weights>> phi : separable()) {
            SeparablePotential dual = (SeparablePotential) phi.conjugate().potential();
            for (int k = 0; k < 50; k++) {
                double scale = Math.exp(random.nextDouble(-5, 5));
                double[] y = random.doubles(N, -scale, scale).toArray();
                double a = Math.exp(random.nextDouble(-5, 5));
                double[] z = new double[N];
                double[] x = solve(Proximal.of(phi, Term.squares(2 * a)), 0.5, y, z);
                for (int i = 0; i < N; i++) {
                    double size = Math.abs(y[i]) + Math.abs(z[i]) + a * Math.abs(x[i]);
                    double slope = 1 + a * dual.second(i, z[i]);
                    assertEquals(
                            y[i],
                            z[i] + a * x[i],
                            4e-15 * size * slope,
                            phi.potential().toString());
                }
            }
        }
    }

    @Test
    void shrinkageHasTheClosedFormsOfTextbooks() {
        double[] y = {-3, -0.5, 0, 2};
        double[] z = new double[N];
        Legendre<Weights, Differential<Weights>> square = Potentials.halfSquaredNorm(N);
        Legendre<Weights, Differential<Weights>> burg = Potentials.burg(N);
        double[] halved = solve(Proximal.of(square, Term.squares(2)), 0.5, y, z);
        double[] roots = solve(Proximal.of(burg, Term.squares(2)), 0.5, y, z);
        for (int i = 0; i < N; i++) {
            assertEquals(y[i] / 2, halved[i], 1e-15);
            // x² − yx − 1 = 0.
            assertEquals(0.5 * (y[i] + Math.hypot(y[i], 2)), roots[i], 1e-15 * (1 + roots[i]));
        }
        // A weight of e^−1000 underflows; its dual point does not.
        Legendre<Weights, Differential<Weights>> entropy = Potentials.negativeEntropy(1);
        double[] log = new double[1];
        assertArrayEquals(new double[] {0}, solve(Proximal.of(entropy, Term.squares(1)), 1, new double[] {-1000}, log));
        assertEquals(-1000, log[0]);
    }

    @Test
    void theIndicatorOfASetIsItsMirrorStep() {
        Legendre<Weights, Differential<Weights>> phi = Potentials.negativeEntropy(N);
        double[] z = new double[N];
        double[] x = solve(Proximal.of(phi, Term.indicator(Constraint.simplex())), 3, new double[] {1, 1, 1, 1}, z);
        assertArrayEquals(new double[] {0.25, 0.25, 0.25, 0.25}, x, 1e-16);
        assertEquals(Math.log(0.25), z[2], 1e-15);
        assertEquals(0, Proximal.of(phi, Term.indicator(Constraint.simplex())).value(x));
        assertEquals(
                Double.POSITIVE_INFINITY, Term.indicator(Constraint.simplex()).value(new double[] {1, 1}));
        assertEquals(1.5, Term.l1(0.5).value(new double[] {1, -2}));
        assertEquals(1.25, Term.squares(0.5).value(new double[] {1, -2}));
    }

    private static void refused(String words, Supplier<?> call) {
        DomainException refusal = assertThrows(DomainException.class, call::get);
        String message = String.valueOf(refusal.getMessage());
        assertTrue(message.contains(words), message);
    }

    @Test
    void pairsWithoutAStepAreRefusedInWords() {
        Legendre<Weights, Differential<Weights>> norm = Potentials.powerNorm(N, 1.5);
        Legendre<Weights, Differential<Weights>> negative = Potentials.fermiDirac(new double[] {-2}, new double[] {-1});
        refused("half the squared 1.5-norm with Absolute", () -> Proximal.of(norm, Term.l1(1)));
        refused("1.5-norm on the simplex", () -> Proximal.of(norm, Term.indicator(Constraint.simplex())));
        refused("do not end at or below 0", () -> Proximal.of(negative, Term.l1(1)));
        refused("weight = -1.0", () -> Term.l1(-1));
        refused("weight = NaN", () -> Term.squares(Double.NaN));
        Legendre<Weights, Differential<Weights>> burg = Potentials.burg(1);
        refused("step = 0.0", () -> Proximal.of(burg, Term.l1(1)).solve(0, new double[] {-1}, new double[1]));
        String obstacle = Proximal.of(burg, Term.l1(1)).solve(1, new double[] {3}, new double[1]);
        assertTrue(obstacle.contains("is that of no point"), obstacle);
        String free = Proximal.of(burg, Term.squares(0)).solve(1, new double[] {3}, new double[1]);
        assertTrue(free.contains("is that of no point"), free);
    }
}
