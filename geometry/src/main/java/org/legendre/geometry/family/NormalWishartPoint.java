package org.legendre.geometry.family;

import java.util.Arrays;
import org.legendre.geometry.Euclidean;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.LogCholesky;
import org.legendre.geometry.PackedCone;
import org.legendre.geometry.PositiveDefinite;
import org.legendre.geometry.Vec;

/**
 * A law of a normal's mean and precision Λ: Λ of the matrix gamma distribution of shape a and rate B, and given Λ the mean normal about m with
 * precision κΛ. Both the normal–gamma (in one dimension) and the normal–inverse-Wishart distributions are such laws, in other parameters.
 *
 * <p>θ = (a, packed −(B + ½κmmᵀ) with off-diagonals doubled, κm, −½κ), η = ((log Γ_d)′(a) − log det B, packed M, Mm, mᵀMm + d/κ) with M = aB⁻¹.
 */
record NormalWishartPoint(double shape, PositiveDefinite rate, Vec<Euclidean> mean, double count) {
    /** The number of coordinates. */
    static int dimension(int d) {
        return 2 + Packed.size(d) + d;
    }

    private static int place(int d) {
        return 1 + Packed.size(d);
    }

    int d() {
        return rate.size();
    }

    static NormalWishartPoint ofNatural(int d, double[] t) {
        double count = -2 * t[t.length - 1];
        Vec<Euclidean> mean = Vec.generate(d, i -> t[place(d) + i] / count);
        return new NormalWishartPoint(t[0], PositiveDefinite.ofPacked(d, packedRate(d, t)), mean, count);
    }

    /** B = −θ₂ + ¼θ₃θ₃ᵀ/θ₄. */
    static double[] packedRate(int d, double[] t) {
        double[] rate = PackedCone.scaled(d, Arrays.copyOfRange(t, 1, place(d)), -1, -0.5);
        double[] shift = Arrays.copyOfRange(t, place(d), place(d) + d);
        Packed.addProduct(0.25 / t[t.length - 1], shift, shift, 1, rate, 0);
        return rate;
    }

    double[] natural() {
        double[] t = Arrays.copyOf(WishartPotential.natural(shape, rate, 1), dimension(d()));
        double[] m = mean.toArray();
        Packed.addProduct(-0.5 * count, m, m, 2, t, 1);
        for (int i = 0; i < m.length; i++) {
            t[place(d()) + i] = count * m[i];
        }
        t[t.length - 1] = -0.5 * count;
        return t;
    }

    double[] expectation() {
        int d = d();
        PositiveDefinite precision = Packed.divided(rate.inverse(), 1 / shape);
        double[] e =
                Arrays.copyOf(Packed.vector(meanLogDeterminant(), precision).toArray(), dimension(d));
        double[] m = mean.toArray();
        double[] pulled = new double[d];
        rate.solve(m, pulled);
        for (int i = 0; i < d; i++) {
            e[place(d) + i] = shape * pulled[i];
        }
        e[e.length - 1] = shape * rate.inverseQuadratic(m) + d / count;
        return e;
    }

    /** E[log det Λ]. */
    double meanLogDeterminant() {
        return new MultivariateGamma(d()).digamma(shape) - rate.logDeterminant();
    }

    static NormalWishartPoint ofExpectation(int d, double[] e) {
        return of(new MultivariateGamma(d).shape(WishartPotential.gap(d, e)), d / spread(d, e), d, e);
    }

    /** The point of η whose shape and κ are known. */
    static NormalWishartPoint of(double shape, double count, int d, double[] e) {
        PositiveDefinite precision = WishartPotential.mean(d, e);
        double[] m = new double[d];
        precision.solve(shift(d, e), m);
        return new NormalWishartPoint(shape, Packed.divided(precision.inverse(), 1 / shape), Vec.of(m), count);
    }

    private static double[] shift(int d, double[] e) {
        return Arrays.copyOfRange(e, place(d), place(d) + d);
    }

    /** d/κ = η₄ − η₃ᵀM⁻¹η₃. */
    static double spread(int d, double[] e) {
        return e[e.length - 1] - WishartPotential.mean(d, e).inverseQuadratic(shift(d, e));
    }

    /** ψ = log Γ_d(a) − a log det B − ½d log κ. */
    double potential() {
        return WishartPotential.value(d(), shape, rate.logDeterminant()) - 0.5 * d() * Math.log(count);
    }

    /**
     * The Fisher matrix: a tangent (u, U, w, z) is the statistic u log det Λ + tr UΛ + wᵀΛx + z xᵀΛx of a mean x. With h = w + 2zm it has, given Λ,
     * the variance hᵀΛh/κ + 2dz²/κ² and the mean of the Wishart statistic (u, U + ½(hmᵀ + mhᵀ) − zmmᵀ): squares, after two shears.
     */
    Hessian fisher() {
        int d = d();
        Hessian parts = Hessian.block(
                WishartPotential.fisher(shape, rate),
                Hessian.dense(Packed.divided(rate.inverse(), count / shape)),
                Hessian.diagonal(2 * d / count / count));
        return new ShearedHessian(new ShearedHessian(parts, new ToMatrix(mean)), new ToSlope(mean));
    }

    /** w ↦ w + 2zm. */
    private record ToSlope(Vec<Euclidean> mean) implements ShearedHessian.Shear {
        @Override
        public void add(double[] v, double sign) {
            int last = v.length - 1;
            for (int i = 0; i < mean.size(); i++) {
                int k = last - mean.size() + i;
                v[k] = Math.fma(2 * sign * v[last], mean.get(i), v[k]);
            }
        }

        @Override
        public void addTransposed(double[] g, double sign) {
            int last = g.length - 1;
            for (int i = 0; i < mean.size(); i++) {
                g[last] = Math.fma(2 * sign * g[last - mean.size() + i], mean.get(i), g[last]);
            }
        }
    }

    /** U ↦ U + ½(hmᵀ + mhᵀ) − zmmᵀ. */
    private record ToMatrix(Vec<Euclidean> mean) implements ShearedHessian.Shear {
        @Override
        public void add(double[] v, double sign) {
            double[] m = mean.toArray();
            double[] h = Arrays.copyOfRange(v, place(m.length), place(m.length) + m.length);
            Packed.addProduct(sign, h, m, 2, v, 1);
            Packed.addProduct(-sign * v[v.length - 1], m, m, 2, v, 1);
        }

        @Override
        public void addTransposed(double[] g, double sign) {
            double[] m = mean.toArray();
            int d = m.length;
            double form = 0;
            for (int i = 0; i < d; i++) {
                double image = 0;
                for (int j = 0; j < d; j++) {
                    image += g[1 + LogCholesky.index(Math.max(i, j), Math.min(i, j))] * m[j];
                }
                g[place(d) + i] += sign * image;
                form += image * m[i];
            }
            g[g.length - 1] -= sign * form;
        }
    }
}
