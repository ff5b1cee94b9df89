package org.legendre.geometry;

/**
 * A sum Σ φᵢ(xᵢ) of scalar functions on intervals: everything is diagonal, and a Bregman projection onto a set with one linear equation is one
 * equation in one unknown. A separable mirror map of your own, with a separable conjugate, has the mirror steps of the shipped ones.
 */
public abstract class SeparablePotential implements Potential {
    private final BoxDomain domain;

    /**
     * A potential on a product of intervals.
     *
     * @param domain the product, as of {@link Domain#box}, {@link Domain#positive} or {@link Domain#reals}
     * @throws DomainException if the domain is of another kind
     */
    protected SeparablePotential(Domain domain) {
        if (!(domain instanceof BoxDomain box)) {
            throw new DomainException("domain of a separable potential", domain, "a product of intervals");
        }
        this.domain = box;
    }

    /**
     * The lower end of an interval.
     *
     * @param i the coordinate, from 0
     * @return where φᵢ begins, possibly −∞
     */
    public final double lower(int i) {
        return domain.lower(i);
    }

    /**
     * The upper end of an interval.
     *
     * @param i the coordinate, from 0
     * @return where φᵢ ends, possibly ∞
     */
    public final double upper(int i) {
        return domain.upper(i);
    }

    /**
     * φᵢ(x).
     *
     * @param i the coordinate, from 0
     * @param x a number of its interval
     * @return the value
     */
    public abstract double value(int i, double x);

    /**
     * φᵢ′(x).
     *
     * @param i the coordinate, from 0
     * @param x a number of its interval
     * @return the derivative
     */
    public abstract double derivative(int i, double x);

    /**
     * φᵢ″(x).
     *
     * @param i the coordinate, from 0
     * @param x a number of its interval
     * @return the second derivative, positive
     */
    public abstract double second(int i, double x);

    /**
     * φᵢ‴(x).
     *
     * @param i the coordinate, from 0
     * @param x a number of its interval
     * @return the third derivative
     */
    public abstract double third(int i, double x);

    /**
     * φᵢ(a) − φᵢ(b) − φᵢ′(b)(a − b). This default is the general one of {@link Potential#bregman}, in one dimension.
     *
     * @param i the coordinate, from 0
     * @param a a number of its interval
     * @param b a number of its interval
     * @return the divergence ≥ 0
     */
    public double divergence(int i, double a, double b) {
        return Bregman.divergence(new Coordinate(this, i), new double[] {a}, new double[] {b});
    }

    /** {@inheritDoc} It is Σ {@link #divergence(int, double, double)}: no coordinate hides what another one does. */
    @Override
    public double bregman(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += divergence(i, a[i], b[i]);
        }
        return sum;
    }

    @Override
    public final Domain domain() {
        return domain;
    }

    @Override
    public final double value(double[] x) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += value(i, x[i]);
        }
        return sum;
    }

    @Override
    public final void gradient(double[] x, double[] out) {
        for (int i = 0; i < x.length; i++) {
            out[i] = derivative(i, x[i]);
        }
    }

    @Override
    public final Hessian hessian(double[] x) {
        double[] diagonal = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            diagonal[i] = second(i, x[i]);
        }
        return Hessian.diagonal(diagonal);
    }

    @Override
    public final void third(double[] x, double[] u, double[] v, double[] out) {
        for (int i = 0; i < x.length; i++) {
            out[i] = third(i, x[i]) * u[i] * v[i];
        }
    }

    /** φᵢ alone; its points are of the domain already. */
    private static final class Coordinate extends SeparablePotential {
        private static final Domain LINE = Domain.reals(1);
        private final SeparablePotential whole;
        private final int index;

        Coordinate(SeparablePotential whole, int index) {
            super(LINE);
            this.whole = whole;
            this.index = index;
        }

        @Override
        public double value(int i, double x) {
            return whole.value(index, x);
        }

        @Override
        public double derivative(int i, double x) {
            return whole.derivative(index, x);
        }

        @Override
        public double second(int i, double x) {
            return whole.second(index, x);
        }

        @Override
        public double third(int i, double x) {
            return whole.third(index, x);
        }
    }
}
