package org.legendre.geometry;

import java.util.Arrays;

/** φ(x) = ½xᵀAx on ℝⁿ; ∇φ(x) = Ax. Made by {@link Potentials#quadratic}. */
public final class Quadratic implements Potential {
    private final Domain domain;
    private final Hessian hessian;

    private Quadratic(Hessian hessian) {
        this.domain = Domain.reals(hessian.size());
        this.hessian = hessian;
    }

    static Quadratic of(PositiveDefinite a) {
        return new Quadratic(Hessian.dense(a));
    }

    /** ½yᵀA⁻¹y. */
    Quadratic conjugate() {
        return new Quadratic(hessian.inverse());
    }

    @Override
    public Domain domain() {
        return domain;
    }

    @Override
    public double value(double[] x) {
        return 0.5 * hessian.quadratic(x);
    }

    @Override
    public void gradient(double[] x, double[] out) {
        hessian.multiply(x, out);
    }

    @Override
    public Hessian hessian(double[] x) {
        return hessian;
    }

    @Override
    public void third(double[] x, double[] u, double[] v, double[] out) {
        Arrays.fill(out, 0);
    }

    /** {@inheritDoc} It is ½(a−b)ᵀA(a−b). */
    @Override
    public double bregman(double[] a, double[] b) {
        double[] difference = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            difference[i] = a[i] - b[i];
        }
        return 0.5 * hessian.quadratic(difference);
    }

    @Override
    public String toString() {
        return "a quadratic form";
    }
}
