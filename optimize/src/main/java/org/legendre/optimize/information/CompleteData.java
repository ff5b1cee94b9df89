package org.legendre.optimize.information;

import java.util.ArrayList;
import java.util.List;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Natural;
import org.legendre.geometry.Probabilities;
import org.legendre.geometry.Vec;
import org.legendre.geometry.family.ExponentialFamily;
import org.legendre.geometry.family.Member;
import org.legendre.geometry.mixture.Mixture;
import org.legendre.geometry.special.RelativeEntropy;

/**
 * Mixtures of k members of one family with the component z of each observation known: the joint distribution of (z, x), which is an exponential family although that of x is none. log p(z = j, x) = ωⱼ + ⟨θⱼ, T(x)⟩ + log h(x) − A(θ) with ω_k = 0:
 * natural coordinates (ω₁, …, ω_{k−1}, θ₁, …, θ_k), statistic (1[z = j], j &lt; k; 1[z = j]T(x)), expectation (π₁, …, π_{k−1}, π₁η₁, …, π_kη_k), log-partition A = log Σ exp(ωⱼ + ψ(θⱼ)), conjugate A* = Σ πⱼ log πⱼ + Σ πⱼψ*(ηⱼ).
 *
 * @param <T> the type of an observation
 * @param <M> the type of a component
 */
public final class CompleteData<T, M extends Member<T, M>> {
    private final ExponentialFamily<T, M> family;
    private final int k;

    private CompleteData(ExponentialFamily<T, M> family, int k) {
        this.family = family;
        this.k = k;
    }

    /**
     * The joint distributions of component and observation.
     *
     * @param <T> the type of an observation
     * @param <M> the type of a component
     * @param family the family of the components
     * @param components k, at least 1
     * @return the family
     * @throws DomainException if there are no components
     */
    public static <T, M extends Member<T, M>> CompleteData<T, M> of(ExponentialFamily<T, M> family, int components) {
        if (components < 1) {
            throw new DomainException("number of components", components, "an integer ≥ 1");
        }
        return new CompleteData<>(family, components);
    }

    ExponentialFamily<T, M> family() {
        return family;
    }

    /**
     * The number of components.
     *
     * @return k
     */
    public int components() {
        return k;
    }

    /**
     * The dimension.
     *
     * @return k − 1 + k·dim θⱼ
     */
    public int size() {
        return k - 1 + k * family.dimension();
    }

    /**
     * The log-partition A.
     *
     * @return the Legendre function A with its conjugate
     */
    public Legendre<Natural, Expectation> potential() {
        return Legendre.of(new CompleteDataPotential<>(this), new CompleteDataConjugate<>(this));
    }

    /**
     * The natural coordinates of a mixture.
     *
     * @param mixture k components of the family, with positive weights
     * @return θ
     * @throws DomainException if the number of components is another, a weight is 0 or a component on the boundary
     */
    public Vec<Natural> natural(Mixture<T, M> mixture) {
        require(mixture);
        double[] theta = new double[size()];
        double[] levels = new double[k];
        for (int j = 0; j < k; j++) {
            Vec<Natural> part = mixture.components().get(j).natural();
            write(part, theta, j);
            levels[j] = mixture.weights().logProbability(j) - family.potential().value(part);
            DomainException.requireFinite("log weight of component " + j, levels[j]);
        }
        for (int j = 0; j < k - 1; j++) {
            theta[j] = levels[j] - levels[k - 1];
        }
        return Vec.of(theta);
    }

    /**
     * The expectation coordinates of a mixture.
     *
     * @param mixture k components of the family
     * @return η
     * @throws DomainException if the number of components is another
     */
    public Vec<Expectation> expectation(Mixture<T, M> mixture) {
        require(mixture);
        double[] eta = new double[size()];
        for (int j = 0; j < k; j++) {
            double weight = mixture.weights().get(j);
            write(mixture.components().get(j).expectation().times(weight), eta, j);
            if (j < k - 1) {
                eta[j] = weight;
            }
        }
        return Vec.of(eta);
    }

    /**
     * The mixture at natural coordinates.
     *
     * @param theta θ
     * @return the mixture
     * @throws DomainException if θ is outside the domain of A
     */
    public Mixture<T, M> mixture(Vec<Natural> theta) {
        double[] t = DomainException.requireLength("θ", theta.toArray(), size());
        List<M> components = new ArrayList<>();
        for (int j = 0; j < k; j++) {
            components.add(family.member(Vec.of(part(t, j))));
        }
        return new Mixture<>(weights(t), components);
    }

    /**
     * The divergence of the complete data, KL(p‖q) = Σ πⱼ log(πⱼ/ρⱼ) + Σ πⱼ KL(pⱼ‖qⱼ) ≥ that of the mixtures: D_A with its arguments swapped.
     *
     * @param p the first mixture
     * @param q the second mixture
     * @return the divergence in nats, a sum of nonnegative terms
     * @throws DomainException if the numbers of components are others
     */
    public double divergence(Mixture<T, M> p, Mixture<T, M> q) {
        require(p);
        require(q);
        double sum = 0;
        for (int j = 0; j < k; j++) {
            double weight = p.weights().get(j);
            sum += RelativeEntropy.term(weight, q.weights().get(j))
                    + (weight > 0
                            ? weight * p.components().get(j).klTo(q.components().get(j))
                            : 0);
        }
        return sum;
    }

    private void require(Mixture<T, M> mixture) {
        if (mixture.size() != k) {
            throw new DomainException("mixture", mixture, k + " components");
        }
    }

    /** π at natural coordinates. */
    Probabilities weights(double[] theta) {
        double[] levels = new double[k];
        for (int j = 0; j < k; j++) {
            levels[j] =
                    (j < k - 1 ? theta[j] : 0) + family.potential().potential().value(part(theta, j));
        }
        return Probabilities.ofLogits(levels);
    }

    /** The coordinates of component j. */
    double[] part(double[] x, int j) {
        double[] out = new double[family.dimension()];
        System.arraycopy(x, k - 1 + j * out.length, out, 0, out.length);
        return out;
    }

    private void write(Vec<?> part, double[] x, int j) {
        System.arraycopy(part.toArray(), 0, x, k - 1 + j * part.size(), part.size());
    }

    @Override
    public String toString() {
        return "complete data of " + k + " components, " + family;
    }
}
