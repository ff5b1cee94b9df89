package org.legendre.optimize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.legendre.geometry.Differential;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.PositiveDefinite;
import org.legendre.geometry.Potentials;
import org.legendre.geometry.Weights;

/** Every kind of pair in the table of mirror steps, with points of the set. */
final class MirrorPairs {
    private MirrorPairs() {}

    /** A mirror map on a set, and a map from standard normals to points of the set that are inside the domain of φ. */
    record Pair(
            String name,
            Legendre<Weights, Differential<Weights>> phi,
            Constraint set,
            Function<SplittableRandom, double[]> point) {
        Geometry<Weights, Differential<Weights>> geometry() {
            return Geometry.mirror(phi, set);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static final double[] CAPS = {0.5, 0.3, 0.25, 2, 0.4};
    private static final double[] LOWER = {0.125, -1, 0, 0.5, 0.25};
    private static final double[] UPPER = {0.5, 2, 1, 3, 0.75};
    private static final double[][] ROWS = {{1, 1, 1, 1, 1}, {1, -2, 0.5, 3, 0}};

    static List<Pair> all() {
        List<Pair> pairs = new ArrayList<>();
        List<Legendre<Weights, Differential<Weights>>> separable = List.of(
                Potentials.negativeEntropy(5),
                Potentials.burg(5),
                Potentials.tsallis(5, 0.5),
                Potentials.tsallis(5, -1),
                Potentials.fermiDirac(new double[5], new double[] {1, 1, 1, 1, 1}),
                Potentials.fermiDirac(new double[] {-1, -1, 0, 0, -2}, new double[] {1, 2, 1.5, 1.25, 1}),
                Potentials.halfSquaredNorm(5),
                Potentials.hypentropy(5, 0.125));
        for (Legendre<Weights, Differential<Weights>> phi : separable) {
            String name = phi.potential().toString();
            pairs.add(new Pair(name + " on the simplex", phi, Constraint.simplex(), r -> weights(r, 5, 0)));
            pairs.add(new Pair(
                    name + " on simplices",
                    phi,
                    Constraint.simplices(2, 3),
                    r -> join(weights(r, 2, 0), weights(r, 3, 0))));
            pairs.add(new Pair(
                    name + " on simplices with totals",
                    phi,
                    Constraint.simplices(new double[] {0.5, 0.75}, 2, 3),
                    r -> join(scaled(0.5, weights(r, 2, 0)), scaled(0.75, weights(r, 3, 0)))));
            pairs.add(new Pair(
                    name + " on the capped simplex", phi, Constraint.cappedSimplex(CAPS), r -> weights(r, 5, 0.75)));
            pairs.add(new Pair(name + " on the box", phi, Constraint.box(LOWER, UPPER), MirrorPairs::inBox));
        }
        for (Legendre<Weights, Differential<Weights>> phi : separable.subList(6, 8)) {
            pairs.add(new Pair(phi.potential() + " on the ball", phi, Constraint.l1Ball(1.5), r -> inBall(r, 1.5)));
        }
        PositiveDefinite form = PositiveDefinite.ofPacked(5, 2, 0.5, 1, 0, 0.25, 3, 0.5, 0, 0, 1, 0, 0, 0.125, 0, 2);
        for (Legendre<Weights, Differential<Weights>> phi :
                List.<Legendre<Weights, Differential<Weights>>>of(separable.get(6), Potentials.quadratic(form))) {
            pairs.add(new Pair(
                    phi.potential() + " on an affine set",
                    phi,
                    Constraint.affine(ROWS, new double[] {1, 0.5}),
                    MirrorPairs::onPlane));
        }
        pairs.add(new Pair("von Neumann", Potentials.vonNeumann(3), Constraint.spectrahedron(3), r -> state(r, 3)));
        pairs.add(new Pair(
                "log-determinant", Potentials.logDeterminant(3), Constraint.spectrahedron(3), r -> state(r, 3)));
        return pairs;
    }

    private static double[] join(double[] a, double[] b) {
        double[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    private static double[] scaled(double total, double[] x) {
        return Arrays.stream(x).map(entry -> total * entry).toArray();
    }

    /** Positive weights that sum to 1, mixed with equal ones. */
    static double[] weights(SplittableRandom random, int n, double mix) {
        double[] x = new double[n];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            x[i] = Math.exp(2 * random.nextGaussian());
            sum += x[i];
        }
        for (int i = 0; i < n; i++) {
            x[i] = (1 - mix) * x[i] / sum + mix / n;
        }
        if (mix > 0) {
            // Under caps of at least 1/4 after this.
            for (int i = 0; i < n; i++) {
                x[i] = 0.2 + (x[i] - 0.2) * 0.25;
            }
        }
        return x;
    }

    private static double[] inBox(SplittableRandom random) {
        double[] x = new double[5];
        // Inside the second Fermi–Dirac box as well.
        double[] above = {0.4, 0.9, 0.45, 0.7, 0.7};
        for (int i = 0; i < 5; i++) {
            double below = Math.max(LOWER[i], 0);
            x[i] = below + (above[i] - below) * random.nextDouble(0.01, 1);
        }
        return x;
    }

    private static double[] inBall(SplittableRandom random, double radius) {
        double[] x = weights(random, 5, 0);
        double size = radius * Math.min(1, 1.5 * random.nextDouble());
        for (int i = 0; i < 5; i++) {
            x[i] *= random.nextBoolean() ? size : -size;
        }
        return x;
    }

    /** Any point, corrected along the rows. */
    private static double[] onPlane(SplittableRandom random) {
        double[] x = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian(), random.nextGaussian(), 0};
        // The last coordinate is free of the second row, the fourth then solves that.
        x[3] = (0.5 - x[0] + 2 * x[1] - 0.5 * x[2]) / 3;
        x[4] = 1 - x[0] - x[1] - x[2] - x[3];
        return x;
    }

    private static double[] state(SplittableRandom random, int d) {
        double[][] l = new double[d][d];
        double trace = 0;
        for (int i = 0; i < d; i++) {
            for (int j = 0; j <= i; j++) {
                l[i][j] = i == j ? Math.exp(random.nextGaussian()) : random.nextGaussian();
                trace += l[i][j] * l[i][j];
            }
        }
        double[] packed = PositiveDefinite.ofFactor(l).toPacked();
        for (int k = 0; k < packed.length; k++) {
            packed[k] /= trace;
        }
        return packed;
    }
}
