package org.legendre.geometry.regression;

import java.util.Arrays;
import org.legendre.geometry.Differential;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Form;
import org.legendre.geometry.Metric;
import org.legendre.geometry.Probabilities;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;
import org.legendre.geometry.family.Categorical;
import org.legendre.geometry.special.Sums;

/**
 * Softmax regression, given its data: labels yᵢ ~ Categorical with logits ⟨w_c, xᵢ⟩, one weight vector w_c for each of the k classes, one after the other
 * in w. It keeps all k logits, so adding one vector to every w_c changes nothing, and the Fisher matrix is only semidefinite: {@link #fisher} is a form.
 * {@link #metric} completes it in the directions that do nothing, so that it can raise.
 *
 * <p>Source: D. Böhning, Multinomial logistic regression algorithm, Ann. Inst. Statist. Math. 44 (1992), equations 2.1 to 2.4, there with k − 1 logits.
 */
public final class SoftmaxRegression {
    private final Inputs inputs;
    private final int[] labels;
    private final int classes;

    private SoftmaxRegression(int classes, double[][] inputs, int[] labels) {
        if (classes < 2) {
            throw new DomainException("number of classes", classes, "an integer ≥ 2");
        }
        this.classes = classes;
        this.inputs = new Inputs(inputs);
        this.labels = labels.clone();
        if (labels.length != inputs.length) {
            throw new DomainException("number of labels", labels.length, "one for each row, " + inputs.length);
        }
        for (int label : labels) {
            if (label < 0 || label >= classes) {
                throw new DomainException("label", label, "a class 0, …, " + (classes - 1));
            }
        }
    }

    /**
     * The model of given data.
     *
     * @param classes k, at least 2
     * @param inputs the rows x₁, …, xₙ, with a 1 where an intercept is wanted
     * @param labels y₁, …, yₙ, each of 0, …, k − 1
     * @return the model
     * @throws DomainException if an input is not finite, a label no class, or a length is wrong
     */
    public static SoftmaxRegression of(int classes, double[][] inputs, int... labels) {
        return new SoftmaxRegression(classes, inputs, labels);
    }

    /**
     * The dimension of w.
     *
     * @return k times the number of columns of the inputs
     */
    public int size() {
        return classes * inputs.width();
    }

    /**
     * The negative log-likelihood −Σ log p(yᵢ | w, xᵢ).
     *
     * @param w the weights
     * @return the value in nats, ≥ 0
     * @throws DomainException if the length is wrong
     */
    public double value(Vec<Weights> w) {
        double[] v = require(w);
        double[] terms = new double[labels.length];
        Arrays.setAll(terms, i -> -probabilities(inputs.row(i), v).logProbability(labels[i]));
        return Sums.sum(terms);
    }

    /**
     * The differential of {@link #value}: Σ (p_c − [yᵢ = c]) xᵢ for each class c. The parts of the classes sum to 0.
     *
     * @param w the weights
     * @return the differential
     * @throws DomainException if the length is wrong
     */
    public Vec<Differential<Weights>> gradient(Vec<Weights> w) {
        double[] v = require(w);
        double[] out = new double[size()];
        for (int i = 0; i < labels.length; i++) {
            Probabilities p = probabilities(inputs.row(i), v);
            double others = 0;
            for (int c = 0; c < classes; c++) {
                if (c != labels[i]) {
                    others += p.get(c);
                    inputs.add(i, p.get(c), out, c * inputs.width());
                }
            }
            // 1 − p of the label itself would cancel.
            inputs.add(i, -others, out, labels[i] * inputs.width());
        }
        return Vec.of(out);
    }

    /**
     * The Fisher form Σ (diag(p) − ppᵀ) ⊗ xᵢxᵢᵀ: exact, semidefinite, 0 on weights that are the same for all classes.
     *
     * @param w the weights
     * @return the form at w
     * @throws DomainException if the length is wrong
     */
    public Form<Weights, Differential<Weights>> fisher(Vec<Weights> w) {
        return Metric.of(gram(w, 0));
    }

    /**
     * The Fisher form completed to a metric, with 11ᵀ/k added to each diag(p) − ppᵀ. On weights of mean 0 over the classes it is the Fisher form, and the
     * differential of the likelihood is raised to such weights: to the natural gradient of least change.
     *
     * @param w the weights
     * @return the metric at w; raising an index throws a {@link DomainException} where the matrix is singular
     * @throws DomainException if the length is wrong
     */
    public Metric<Weights, Differential<Weights>> metric(Vec<Weights> w) {
        return Metric.of(gram(w, 1));
    }

    private SoftmaxGram gram(Vec<Weights> w, double completion) {
        double[] v = require(w);
        double[][] p = new double[labels.length][];
        Arrays.setAll(p, i -> probabilities(inputs.row(i), v).toArray());
        return new SoftmaxGram(inputs, p, completion);
    }

    /**
     * A bound on the curvature of {@link #value} in the Euclidean norm: half the largest eigenvalue of XᵀX, by power iteration (Böhning 1992).
     *
     * @return L for steps 1/L of gradient descent
     */
    public double smoothness() {
        return 0.5 * inputs.largestEigenvalue();
    }

    /**
     * The distribution of a label at new inputs.
     *
     * @param w the weights
     * @param x the inputs, as many as a row has
     * @return the categorical of logits ⟨w_c, x⟩
     * @throws DomainException if a length is wrong or an input is not finite
     */
    public Categorical predict(Vec<Weights> w, double... x) {
        double[] v = require(w);
        return new Categorical(probabilities(inputs.require(x), v));
    }

    private Probabilities probabilities(double[] x, double[] w) {
        double[] logits = new double[classes];
        Arrays.setAll(logits, c -> Inputs.predictor(x, w, c * inputs.width()));
        return Probabilities.ofLogits(logits);
    }

    private double[] require(Vec<Weights> w) {
        return DomainException.requireLength("w", w.toArray(), size());
    }

    @Override
    public String toString() {
        return "softmax regression of " + labels.length + " labels in " + classes + " × " + inputs.width() + " weights";
    }
}
