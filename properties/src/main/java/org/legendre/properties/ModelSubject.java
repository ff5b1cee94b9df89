package org.legendre.properties;

import java.util.List;
import java.util.function.Consumer;
import org.legendre.geometry.Domain;
import org.legendre.geometry.Estimate;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.family.Member;
import org.legendre.geometry.model.ParametricModel;

/**
 * A parametric model p(y | x; w) with inputs, part by part: θ(x; w) and its Jacobian products, likelihood and score, the kinds of Fisher matrices, what raises a differential, and steps of natural gradient in any chart of
 * the weights. Weights and inputs are plain arrays, outputs are objects of the family's own type. Each part can be replaced ({@code with…}), which is how a mutant is made.
 */
public final class ModelSubject implements Subject {
    private final Parts parts;

    private ModelSubject(Parts parts) {
        this.parts = parts;
    }

    /** θ. */
    public interface Natural {
        /**
         * The natural coordinates of an output.
         *
         * @param x the inputs
         * @param w the weights
         * @return θ(x; w)
         */
        double[] of(double[] x, double[] w);
    }

    /** A product with the Jacobian J = ∂θ/∂w or with its transpose. */
    public interface Product {
        /**
         * Jv or Jᵀv.
         *
         * @param x the inputs
         * @param w the weights
         * @param v a tangent of w, or a covector of θ
         * @return the product
         */
        double[] of(double[] x, double[] w, double[] v);
    }

    /**
     * What a model says of data.
     *
     * @param <R> the type of that
     */
    public interface OnData<R> {
        /**
         * What it says.
         *
         * @param x the rows of inputs
         * @param y the outputs, one for each row
         * @param w the weights
         * @return such as the mean log-likelihood
         */
        R of(double[][] x, List<?> y, double[] w);
    }

    /** A Monte-Carlo estimate of vᵀFv. */
    public interface Sampled {
        /**
         * Estimates.
         *
         * @param x the rows of inputs
         * @param y the observed outputs
         * @param w the weights
         * @param draws how many outputs are drawn for each input
         * @param seed the seed
         * @param v a tangent
         * @return vᵀFv with its standard error
         */
        Estimate of(double[][] x, List<?> y, double[] w, int draws, long seed, double[] v);
    }

    /** What raises a differential with damping. */
    public interface Raise {
        /**
         * (F + λI)⁻¹g.
         *
         * @param x the rows of inputs
         * @param y the outputs
         * @param w the weights
         * @param lambda λ
         * @param g a covector
         * @return the tangent
         */
        double[] of(double[][] x, List<?> y, double[] w, double lambda, double[] g);
    }

    /** A step of natural gradient up the likelihood. */
    public interface Step {
        /**
         * The step z + tF(z)⁻¹s(z) with F and the score s in the coordinates z.
         *
         * @param chart w = c(z)
         * @param x the rows of inputs
         * @param y the outputs
         * @param z where from
         * @param t the length
         * @return where to
         */
        double[] of(Reparametrisation chart, double[][] x, List<?> y, double[] z, double t);
    }

    /** What a subject is made of; a copy is changed before a subject is made of it, and not after. */
    static final class Parts {
        String name;
        int size;
        double[][] inputs;
        boolean identified;
        ObservationSubject outputs;
        Natural natural;
        Product push;
        Product pull;
        OnData<Double> logLikelihood;
        OnData<double[]> score;
        OnData<Hessian> fisher;
        OnData<Hessian> empirical;
        Sampled monteCarlo;
        Raise raise;
        Raise iterate;
        Step step;

        <T, M extends Member<T, M>> Parts(String name, LibraryModel<T, M> model, double[][] inputs) {
            this.name = name;
            this.size = model.size();
            this.inputs = inputs;
            this.outputs = model.outputs();
            this.natural = model::natural;
            this.push = model::push;
            this.pull = model::pull;
            this.logLikelihood = model::logLikelihood;
            this.score = model::score;
            this.fisher = model::fisher;
            this.empirical = model::empirical;
            this.monteCarlo = model::monteCarlo;
            this.raise = model::raise;
            this.iterate = model::iterate;
            this.step = model::step;
        }

        Parts(Parts other) {
            this.name = other.name;
            this.size = other.size;
            this.inputs = other.inputs;
            this.identified = other.identified;
            this.outputs = other.outputs;
            this.natural = other.natural;
            this.push = other.push;
            this.pull = other.pull;
            this.logLikelihood = other.logLikelihood;
            this.score = other.score;
            this.fisher = other.fisher;
            this.empirical = other.empirical;
            this.monteCarlo = other.monteCarlo;
            this.raise = other.raise;
            this.iterate = other.iterate;
            this.step = other.step;
        }
    }

    /**
     * A model of the library or of one's own.
     *
     * @param <T> the type of an output
     * @param <M> the distribution of an output
     * @param name the name
     * @param model the model
     * @param inputs the rows of inputs at which it is examined, at least one; outputs are drawn
     * @return the subject
     */
    public static <T, M extends Member<T, M>> ModelSubject of(
            String name, ParametricModel<T, M> model, double[]... inputs) {
        double[][] rows = new double[inputs.length][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = inputs[i].clone();
        }
        return new ModelSubject(new Parts(name, new LibraryModel<>(model), rows));
    }

    @Override
    public String name() {
        return parts.name;
    }

    @Override
    public Domain domain() {
        return Domain.reals(parts.size);
    }

    /** The parts, to be read. */
    Parts parts() {
        return parts;
    }

    /**
     * The family of the outputs: densities, draws and what integrates over them.
     *
     * @return the observations
     */
    public ObservationSubject outputs() {
        return parts.outputs;
    }

    /**
     * Whether different weights are different distributions at these inputs, so that the Fisher information has an inverse: declared, and needed by the laws about steps without damping.
     *
     * @return true if it was declared
     */
    public boolean identified() {
        return parts.identified;
    }

    /**
     * The same subject, whose Fisher information has an inverse.
     *
     * @return the subject
     */
    public ModelSubject asIdentified() {
        return with(copy -> copy.identified = true);
    }

    /**
     * The same subject with another Jacobian–vector product; the other parts stay.
     *
     * @param other (x, w, v) ↦ Jv
     * @return the subject
     */
    public ModelSubject withPush(Product other) {
        return with(copy -> copy.push = other);
    }

    /**
     * The same subject with another vector–Jacobian product; the other parts stay.
     *
     * @param other (x, w, u) ↦ Jᵀu
     * @return the subject
     */
    public ModelSubject withPull(Product other) {
        return with(copy -> copy.pull = other);
    }

    /**
     * The same subject with another mean log-likelihood; the other parts stay.
     *
     * @param other the mean log-likelihood
     * @return the subject
     */
    public ModelSubject withLogLikelihood(OnData<Double> other) {
        return with(copy -> copy.logLikelihood = other);
    }

    /**
     * The same subject with another score; the other parts stay.
     *
     * @param other the mean score
     * @return the subject
     */
    public ModelSubject withScore(OnData<double[]> other) {
        return with(copy -> copy.score = other);
    }

    /**
     * The same subject with another Fisher information; the other parts stay.
     *
     * @param other F, which need not solve
     * @return the subject
     */
    public ModelSubject withFisher(OnData<Hessian> other) {
        return with(copy -> copy.fisher = other);
    }

    /**
     * The same subject with another empirical Fisher matrix; the other parts stay.
     *
     * @param other the matrix, which need not solve
     * @return the subject
     */
    public ModelSubject withEmpirical(OnData<Hessian> other) {
        return with(copy -> copy.empirical = other);
    }

    /**
     * The same subject with another Monte-Carlo estimate; the other parts stay.
     *
     * @param other the estimate
     * @return the subject
     */
    public ModelSubject withMonteCarlo(Sampled other) {
        return with(copy -> copy.monteCarlo = other);
    }

    /**
     * The same subject with another direct solve; the other parts stay.
     *
     * @param other (F + λI)⁻¹g
     * @return the subject
     */
    public ModelSubject withRaise(Raise other) {
        return with(copy -> copy.raise = other);
    }

    /**
     * The same subject with another solve by conjugate gradients, to a relative residual of 1e-12; the other parts stay.
     *
     * @param other (F + λI)⁻¹g
     * @return the subject
     */
    public ModelSubject withIterate(Raise other) {
        return with(copy -> copy.iterate = other);
    }

    /**
     * The same subject with other steps; the other parts stay.
     *
     * @param other the steps
     * @return the subject
     */
    public ModelSubject withStep(Step other) {
        return with(copy -> copy.step = other);
    }

    private ModelSubject with(Consumer<Parts> change) {
        Parts copy = new Parts(parts);
        change.accept(copy);
        return new ModelSubject(copy);
    }

    @Override
    public String toString() {
        return name();
    }
}
