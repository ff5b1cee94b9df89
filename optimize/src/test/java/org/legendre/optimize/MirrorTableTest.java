package org.legendre.optimize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.legendre.geometry.Differential;
import org.legendre.geometry.Domain;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.PositiveDefinite;
import org.legendre.geometry.Potentials;
import org.legendre.geometry.SeparablePotential;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;
import org.legendre.optimize.MirrorPairs.Pair;

class MirrorTableTest {
    private static final double[] LENGTHS = {1e-6, 0.1, 1, 10, 100};

    /** One step: start, its dual point, differential, end, its dual point. */
    private static final class Step {
        private final double[] x0;
        private final double[] y0;
        private final double[] g;
        private final double t;
        private final double[] x;
        private final double[] y;
        private final Curve curve;

        private Step(double[] x0, double[] g, double t, Curve curve) {
            this.x0 = x0;
            this.g = g;
            this.t = t;
            this.curve = curve;
            this.y0 = new double[x0.length];
            this.x = new double[x0.length];
            this.y = new double[x0.length];
        }

        static Step of(Pair pair, SplittableRandom random, double t) {
            double[] x0 = pair.point().apply(random);
            return of(pair, x0, random.doubles(x0.length, -1, 1).toArray(), t);
        }

        static Step of(Pair pair, double[] x0, double[] g, double t) {
            assertEquals(Optional.empty(), pair.geometry().diagnose(x0), pair.name());
            Step step = new Step(x0, g, t, pair.geometry().curve());
            step.curve.toDual(x0, step.y0);
            step.curve.begin(x0, step.y0, g);
            assertTrue(step.curve.move(t, step.x, step.y), () -> pair + ", t = " + t + ": " + step.curve.obstacle());
            return step;
        }

        /** tg + ∇φ(x) − ∇φ(x₀): the differential at x of what the step minimises. */
        double[] residual() {
            double[] h = new double[x.length];
            Arrays.setAll(h, i -> t * g[i] + y[i] - y0[i]);
            return h;
        }

        double size() {
            double size = 1;
            for (int i = 0; i < x.length; i++) {
                size += Math.abs(t * g[i]) + Math.abs(y[i]) * (1 + Math.abs(x[i])) + Math.abs(y0[i]);
            }
            return size;
        }

        @Override
        public String toString() {
            return "t = " + t + ", x₀ = " + Arrays.toString(x0) + ", g = " + Arrays.toString(g) + ", x = "
                    + Arrays.toString(x) + ", y = " + Arrays.toString(y);
        }
    }

    /** x is optimal iff the Frank–Wolfe gap of tg + ∇φ(x) − ∇φ(x₀) at x is 0; on an affine set, iff that covector has no tangential part. */
    @Test
    void everyStepSolvesItsProximalProblem() {
        SplittableRandom random = new SplittableRandom(17);
        for (Pair pair : MirrorPairs.all()) {
            for (double t : LENGTHS) {
                for (int k = 0; k < 20; k++) {
                    Step step = Step.of(pair, random, t);
                    String what = pair + ", " + step;
                    assertEquals(Optional.empty(), pair.set().diagnose(step.x), what);
                    double gap;
                    if (pair.name().contains("affine")) {
                        double[] tangential = new double[step.x.length];
                        step.curve.tangential(step.residual(), tangential);
                        gap = Arrays.stream(tangential).map(Math::abs).sum();
                    } else {
                        gap = pair.set().gap(step.x, step.residual());
                    }
                    assertEquals(0, gap, 1e-13 * step.size(), what);
                }
            }
        }
    }

    /** The dual point that is carried along is that of the point, wherever the point has not underflowed or rounded to an end. */
    @Test
    void theDualPointIsThatOfThePoint() {
        SplittableRandom random = new SplittableRandom(19);
        for (Pair pair : MirrorPairs.all()) {
            for (double t : new double[] {1e-6, 0.1, 1, 10}) {
                Step step = Step.of(pair, random, t);
                double[] back = new double[step.x.length];
                pair.phi().conjugate().potential().gradient(step.y, back);
                for (int i = 0; i < back.length; i++) {
                    assertEquals(
                            step.x[i], back[i], 1e-12 * (1 + step.size() * Math.abs(step.x[i])), pair + ", " + step);
                }
            }
        }
    }

    /** D(u, z) ≥ D(u, x) + D(x, z) for the projection x of z and every u of the set; = on affine sets. */
    @Test
    void projectionsObeyTheGeneralisedPythagorasInequality() {
        SplittableRandom random = new SplittableRandom(23);
        for (Pair pair : MirrorPairs.all()) {
            double strict = 0;
            for (int k = 0; k < 40; k++) {
                Step step = Step.of(pair, random, 1);
                Vec<Weights> u = Vec.of(pair.point().apply(random));
                double[] z = new double[step.x.length];
                Arrays.setAll(z, i -> step.y0[i] - step.g[i]);
                if (!pair.phi().conjugate().domain().contains(z)
                        || !pair.phi().domain().contains(step.x)) {
                    continue;
                }
                Vec<Weights> outside = pair.phi().conjugate().gradient(Vec.of(z));
                Vec<Weights> x = Vec.of(step.x);
                double left = pair.phi().bregman(u, outside);
                double right = pair.phi().bregman(u, x) + pair.phi().bregman(x, outside);
                assertTrue(left >= right - 1e-12 * (1 + left), pair + ", " + step + ": " + left + " < " + right);
                strict = Math.max(strict, left - right);
                if (pair.name().contains("affine")) {
                    assertEquals(left, right, 1e-12 * (1 + left));
                }
            }
            boolean flat = !(pair.name().contains("box") || pair.name().contains("ball"));
            assertTrue(flat || strict > 1e-3, pair + " never left its set");
        }
    }

    /** The decrement is half the rate at which the step gains, D(x(t), x) = t² times it, and the projection of g pairs as g with steps. */
    @Test
    void decrementsAndDivergencesAreThoseOfTheStep() {
        SplittableRandom random = new SplittableRandom(29);
        for (Pair pair : MirrorPairs.all()) {
            for (int k = 0; k < 10; k++) {
                double[] x0 = pair.point().apply(random);
                if (k >= 5) {
                    // From where constraints are active.
                    x0 = Step.of(pair, x0, random.doubles(x0.length, -1, 1).toArray(), 2).x;
                }
                if (pair.geometry().diagnose(x0).isPresent()) {
                    continue;
                }
                double[] g = random.doubles(x0.length, -1, 1).toArray();
                double t = 1e-6
                        * Math.min(
                                1,
                                100
                                        * Arrays.stream(x0)
                                                .map(Math::abs)
                                                .filter(e -> e > 0)
                                                .min()
                                                .orElse(1));
                Step step = Step.of(pair, x0, g, t);
                double rate = 0;
                double tangential = 0;
                double[] out = new double[g.length];
                step.curve.tangential(g, out);
                for (int i = 0; i < g.length; i++) {
                    rate -= g[i] * (step.x[i] - x0[i]) / t;
                    tangential -= out[i] * (step.x[i] - x0[i]) / t;
                }
                String what = pair + ", " + step;
                if (pair.name().contains("simplex") || pair.name().matches("von Neumann|log-determinant")) {
                    double mean = 0;
                    for (int i = 0; i < g.length; i++) {
                        mean += x0[i] * out[i];
                    }
                    assertEquals(0, mean, 1e-15, what);
                }
                double tolerance = 1e-4 * rate + 1e-9 / t * 1e-6;
                assertEquals(rate, tangential, tolerance, what);
                assertEquals(rate / 2, step.curve.decrement(), tolerance, what);
                assertEquals(0.5 * t * t * rate, step.curve.divergence(step.x, step.y), tolerance * t * t, what);
            }
        }
    }

    @Test
    void divergencesOfLongStepsAreThoseOfTheMap() {
        SplittableRandom random = new SplittableRandom(31);
        for (Pair pair : MirrorPairs.all()) {
            Step step = Step.of(pair, random, 0.5);
            if (pair.phi().domain().contains(step.x)) {
                double divergence = pair.phi().bregman(Vec.of(step.x), Vec.of(step.x0));
                assertEquals(
                        divergence, step.curve.divergence(step.x, step.y), 1e-11 * divergence + 1e-15, pair.name());
            }
        }
    }

    private static void refused(String words, Supplier<Geometry<Weights, Differential<Weights>>> call) {
        DomainException refusal = assertThrows(DomainException.class, call::get);
        String message = String.valueOf(refusal.getMessage());
        assertTrue(message.contains(words), message);
    }

    @Test
    void pairsWithoutAStepAreRefusedWithThoseThatHaveOne() {
        Legendre<Weights, Differential<Weights>> entropy = Potentials.negativeEntropy(3);
        Legendre<Weights, Differential<Weights>> norm = Potentials.powerNorm(3, 1.5);
        refused(
                "the negative entropy on the l1 ball of radius 1.0",
                () -> Geometry.mirror(entropy, Constraint.l1Ball(1)));
        refused("half the squared 1.5-norm on the simplex", () -> Geometry.mirror(norm, Constraint.simplex()));
        refused("von Neumann's entropy on the spectrahedron", () -> Geometry.mirror(norm, Constraint.simplex()));
    }

    @Test
    void mapsAndSetsThatDoNotGoTogetherAreRefusedAtConstruction() {
        Legendre<Weights, Differential<Weights>> entropy = Potentials.negativeEntropy(3);
        Legendre<Weights, Differential<Weights>> norm = Potentials.halfSquaredNorm(3);
        Legendre<Weights, Differential<Weights>> narrow =
                Potentials.fermiDirac(new double[3], new double[] {0.25, 0.25, 0.25});
        Legendre<Weights, Differential<Weights>> state = Potentials.vonNeumann(2);
        refused("dimension of the mirror map = 3", () -> Geometry.mirror(entropy, Constraint.simplices(2, 2)));
        refused("dimension of the mirror map = 3", () -> Geometry.mirror(norm, Constraint.cappedSimplex(1, 1)));
        refused("sums of 1 between 0.0 and 0.75", () -> Geometry.mirror(narrow, Constraint.simplex()));
        refused(
                "sums of 0.5 between 0.0 and 0.25",
                () -> Geometry.mirror(narrow, Constraint.simplices(new double[] {0.25, 0.5}, 2, 1)));
        refused(
                "one that meets the domain of the negative entropy",
                () -> Geometry.mirror(entropy, Constraint.box(new double[] {-2, -2, -2}, new double[] {1, -1, 1})));
        refused(
                "lower ends of the box",
                () -> Geometry.mirror(norm, Constraint.box(new double[] {0}, new double[] {1})));
        refused(
                "positive definite",
                () -> Geometry.mirror(norm, Constraint.affine(new double[][] {{1, 1, 1}, {2, 2, 2}}, new double[] {1, 2
                })));
        refused(
                "dimension of the mirror map = 3",
                () -> Geometry.mirror(norm, Constraint.affine(new double[][] {{1, 1}}, new double[] {1})));
        refused("dimension of the mirror map = 3", () -> Geometry.mirror(state, Constraint.spectrahedron(3)));
        PositiveDefinite two = PositiveDefinite.identity(2);
        refused(
                "dimension of the mirror map = 2",
                () -> Geometry.mirror(
                        Potentials.<Weights, Differential<Weights>>quadratic(two),
                        Constraint.affine(new double[][] {{1, 1, 0}}, new double[] {1})));
    }

    @Test
    void startsOutsideAreRefusedInWords() {
        for (Pair pair : MirrorPairs.all()) {
            double[] x = pair.point().apply(new SplittableRandom(1));
            Geometry<Weights, Differential<Weights>> geometry = pair.geometry();
            assertEquals(Optional.empty(), geometry.diagnose(x), pair.name());
            assertTrue(geometry.diagnose(new double[2]).orElse("").contains("length 2 instead of"), pair.name());
            x[0] = 7;
            assertTrue(geometry.diagnose(x).isPresent(), pair.name());
            x[0] = Double.NaN;
            assertTrue(geometry.diagnose(x).isPresent(), pair.name());
        }
    }

    /** A map of one's own has the steps of the shipped ones; one whose conjugate is not what it says is found out by the residual. */
    @Test
    void residualsAreCertified() {
        Legendre<Weights, Differential<Weights>> honest = Legendre.of(new Square(0), new Square(0));
        Legendre<Weights, Differential<Weights>> coarse = Legendre.of(new Square(0), new Square(0.3));
        double[] y = {1, 2, 4};
        double[] x = new double[3];
        assertTrue(Geometry.mirror(honest, Constraint.simplex()).curve().fromDual(y, x));
        assertEquals(1, x[2]);
        Curve curve = Geometry.mirror(coarse, Constraint.simplex()).curve();
        assertFalse(curve.fromDual(new double[] {1, 2, 4}, x));
        assertTrue(curve.obstacle().contains("was found only with Σ xᵢ = "), curve.obstacle());
    }

    /** ½‖x‖² in three dimensions, its derivative rounded to multiples of a grid. */
    private static final class Square extends SeparablePotential {
        private final double grid;

        Square(double grid) {
            super(Domain.reals(3));
            this.grid = grid;
        }

        @Override
        public double value(int i, double x) {
            return 0.5 * x * x;
        }

        @Override
        public double derivative(int i, double x) {
            return grid == 0 ? x : grid * Math.rint(x / grid);
        }

        @Override
        public double second(int i, double x) {
            return 1;
        }

        @Override
        public double third(int i, double x) {
            return 0;
        }
    }
}
