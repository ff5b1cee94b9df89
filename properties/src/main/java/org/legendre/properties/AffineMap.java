package org.legendre.properties;

import java.util.Optional;
import org.legendre.geometry.Domain;

/**
 * x = Az + b with A = I + wvᵀ and 1 + vᵀw ≠ 0: an affine change of coordinates that is easily undone (Sherman and Morrison, 1950), and what it makes of
 * points, covectors, metrics and domains.
 */
public final class AffineMap {
    private final double[] w;
    private final double[] v;
    private final double[] b;
    private final double bend;

    AffineMap(double[] w, double[] v, double[] b) {
        this(w, v, b, 0);
    }

    private AffineMap(double[] w, double[] v, double[] b, double bend) {
        this.bend = bend;
        this.w = w;
        this.v = v;
        this.b = b;
    }

    /**
     * The point x = Az + b.
     *
     * @param z the point in the new coordinates
     * @return x
     */
    public double[] to(double[] z) {
        return Rounding.axpy(1, b, push(z));
    }

    /**
     * The point z = A⁻¹(x − b).
     *
     * @param x the point
     * @return its new coordinates
     */
    public double[] from(double[] x) {
        return solve(Rounding.minus(x, b));
    }

    /** The same map, but metrics at z get their diagonal larger by {@link Perturbation#SIZE} of itself: what the rounding of their entries does shows in small. */
    AffineMap bent() {
        return new AffineMap(w, v, b, Perturbation.SIZE);
    }

    /** Az. */
    double[] push(double[] z) {
        return Rounding.axpy(Rounding.dot(v, z), w, z);
    }

    /**
     * Aᵀg: a covector at x, seen at z.
     *
     * @param g the covector
     * @return its new coordinates
     */
    public double[] pull(double[] g) {
        return Rounding.axpy(Rounding.dot(w, g), v, g);
    }

    private double[] solve(double[] x) {
        return Rounding.axpy(-Rounding.dot(v, x) / (1 + Rounding.dot(v, w)), w, x);
    }

    /**
     * AᵀGA: a metric at x, seen at z.
     *
     * @param metric G
     * @return its matrix in the new coordinates, exactly symmetric
     */
    public double[][] pull(double[][] metric) {
        int n = metric.length;
        double[][] pulled = new double[n][];
        for (int j = 0; j < n; j++) {
            double[] axis = new double[n];
            axis[j] = 1;
            double[] along = push(axis);
            double[] image = new double[n];
            for (int i = 0; i < n; i++) {
                image[i] = Rounding.dot(metric[i], along);
            }
            pulled[j] = pull(image);
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                pulled[i][j] = pulled[j][i];
            }
            pulled[i][i] *= 1 + bend;
        }
        return pulled;
    }

    /**
     * The z whose x is in a domain.
     *
     * @param domain the domain of x
     * @return that of z
     */
    public Domain preimage(Domain domain) {
        return new Domain() {
            @Override
            public int size() {
                return domain.size();
            }

            @Override
            public Optional<String> diagnose(double[] z) {
                return domain.diagnose(to(z));
            }

            @Override
            public double[] fromChart(double[] u) {
                return from(domain.fromChart(u));
            }

            @Override
            public double[] toChart(double[] z) {
                return domain.toChart(to(z));
            }
        };
    }
}
