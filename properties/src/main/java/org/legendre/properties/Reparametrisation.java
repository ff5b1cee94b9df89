package org.legendre.properties;

/** A change of the weights, w = c(z), with its derivative ∂w/∂z. */
public interface Reparametrisation {
    /**
     * The weights.
     *
     * @param z the new coordinates
     * @return c(z)
     */
    double[] to(double[] z);

    /**
     * The new coordinates.
     *
     * @param w the weights
     * @return c⁻¹(w)
     */
    double[] from(double[] w);

    /**
     * Pushes a tangent forward.
     *
     * @param z the new coordinates
     * @param v a tangent there
     * @return (∂w/∂z)v
     */
    double[] push(double[] z, double[] v);

    /**
     * Pulls a covector back.
     *
     * @param z the new coordinates
     * @param u a covector of w
     * @return (∂w/∂z)ᵀu
     */
    double[] pull(double[] z, double[] u);

    /**
     * The weights as they are.
     *
     * @param size how many
     * @return w = z
     */
    static Reparametrisation identity(int size) {
        return affine(new AffineMap(new double[size], new double[size], new double[size]));
    }

    /**
     * An affine change.
     *
     * @param map w = Az + b
     * @return the change
     */
    static Reparametrisation affine(AffineMap map) {
        return new Reparametrisation() {
            @Override
            public double[] to(double[] z) {
                return map.to(z);
            }

            @Override
            public double[] from(double[] w) {
                return map.from(w);
            }

            @Override
            public double[] push(double[] z, double[] v) {
                return map.push(v);
            }

            @Override
            public double[] pull(double[] z, double[] u) {
                return map.pull(u);
            }
        };
    }

    /**
     * A change that is not affine, wⱼ = sinh zⱼ.
     *
     * @return the change
     */
    static Reparametrisation sinh() {
        return new Reparametrisation() {
            @Override
            public double[] to(double[] z) {
                double[] w = z.clone();
                for (int j = 0; j < w.length; j++) {
                    w[j] = Math.sinh(z[j]);
                }
                return w;
            }

            @Override
            public double[] from(double[] w) {
                double[] z = w.clone();
                for (int j = 0; j < w.length; j++) {
                    double size = Math.abs(w[j]);
                    z[j] = Math.copySign(Math.log1p(size + size * size / (1 + Math.hypot(1, size))), w[j]);
                }
                return z;
            }

            @Override
            public double[] push(double[] z, double[] v) {
                double[] out = v.clone();
                for (int j = 0; j < out.length; j++) {
                    out[j] *= Math.cosh(z[j]);
                }
                return out;
            }

            @Override
            public double[] pull(double[] z, double[] u) {
                return push(z, u);
            }
        };
    }
}
