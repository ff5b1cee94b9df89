package org.legendre.geometry.model;

import org.legendre.geometry.ConjugateGradients;
import org.legendre.geometry.Differential;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Form;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.Metric;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;

/**
 * A form F with damping, F + λI: a metric whose type still says of what. It raises by a Cholesky factor of the whole matrix, or {@linkplain #by by conjugate gradients} without it.
 *
 * <p>Kronecker factors can be damped {@linkplain KroneckerFisher#dampedInFactors one by one} instead, which is more than F + λI; the name says so.
 *
 * <p>The identity belongs to the coordinates w: with λ &gt; 0 the steps are not invariant under a change of them. λ = 0 is allowed; raising is refused where F is singular.
 *
 * @param <F> the kind of the form, such as {@link ExactFisher}
 */
public final class Damped<F extends Form<Weights, Differential<Weights>>>
        implements Metric<Weights, Differential<Weights>> {
    private final F form;
    private final double lambda;
    private final Hessian hessian;
    private final String manner;
    private final Metric<Weights, Differential<Weights>> metric;

    /**
     * @param hessian the damped matrix
     * @param manner what the name does not say yet: how it is damped, how it solves
     */
    Damped(F form, double lambda, Hessian hessian, String manner) {
        this.form = form;
        this.lambda = DomainException.requireNonnegative("damping λ", lambda);
        this.hessian = hessian;
        this.manner = manner;
        this.metric = Metric.of(hessian);
    }

    /** F + λI by a factor of the whole matrix. */
    static <F extends MeanGram> Damped<F> of(F form, double lambda) {
        return new Damped<>(form, lambda, new DampedHessian(form, lambda), "");
    }

    /** F + λI by a factor of the matrix of the products of the rows of the Jacobians. */
    static <F extends MeanGram> Damped<F> inSampleSpace(F form, double lambda) {
        return new Damped<>(form, lambda, form.inSampleSpace(lambda), " in sample space");
    }

    /**
     * The form without damping.
     *
     * @return F
     */
    public F form() {
        return form;
    }

    /**
     * The damping.
     *
     * @return λ
     */
    public double damping() {
        return lambda;
    }

    /**
     * The same, raising by conjugate gradients on products with F, without a factor of it. Of {@link ExactFisher}, {@link MonteCarloFisher} and {@link EmpiricalFisher} a product is linear in data × weights and forms no matrix; of an approximation it costs what its structure
     * costs, such as the squares of the sizes of the blocks of a {@link BlockFisher}.
     *
     * @param conjugateGradients when they end
     * @return the metric; raising throws a {@link org.legendre.geometry.ConvergenceException} where they do not reach their tolerance
     */
    public Damped<F> by(ConjugateGradients conjugateGradients) {
        return new Damped<>(
                form, lambda, new IteratedHessian(hessian, conjugateGradients), " by " + conjugateGradients);
    }

    @Override
    public int size() {
        return metric.size();
    }

    @Override
    public Vec<Differential<Weights>> lower(Vec<Weights> v) {
        return metric.lower(v);
    }

    @Override
    public double squaredNorm(Vec<Weights> v) {
        return metric.squaredNorm(v);
    }

    @Override
    public Vec<Weights> raise(Vec<Differential<Weights>> g) {
        return metric.raise(g);
    }

    @Override
    public double squaredDualNorm(Vec<Differential<Weights>> g) {
        return metric.squaredDualNorm(g);
    }

    @Override
    public double logDeterminant() {
        return metric.logDeterminant();
    }

    @Override
    public double[][] toMatrix() {
        return metric.toMatrix();
    }

    @Override
    public Hessian hessian() {
        return hessian;
    }

    @Override
    public String toString() {
        return form + " + " + lambda + " I" + manner;
    }
}
