package org.legendre.geometry;

/** A sum Σ φ(xᵢ) of one scalar function on one interval: everything is diagonal. */
abstract class SeparablePotential implements Potential {
    private final Domain domain;

    SeparablePotential(Domain domain) {
        this.domain = domain;
    }

    /** φ(x). */
    abstract double value(double x);

    /** φ′(x). */
    abstract double derivative(double x);

    /** φ″(x) &gt; 0. */
    abstract double second(double x);

    /** φ‴(x). */
    abstract double third(double x);

    @Override
    public final Domain domain() {
        return domain;
    }

    @Override
    public final double value(double[] x) {
        double sum = 0;
        for (double entry : x) {
            sum += value(entry);
        }
        return sum;
    }

    @Override
    public final void gradient(double[] x, double[] out) {
        for (int i = 0; i < x.length; i++) {
            out[i] = derivative(x[i]);
        }
    }

    @Override
    public final Hessian hessian(double[] x) {
        double[] diagonal = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            diagonal[i] = second(x[i]);
        }
        return Hessian.diagonal(diagonal);
    }

    @Override
    public final void third(double[] x, double[] u, double[] v, double[] out) {
        for (int i = 0; i < x.length; i++) {
            out[i] = third(x[i]) * u[i] * v[i];
        }
    }
}
