package org.legendre.geometry.family;

import java.util.List;
import java.util.random.RandomGenerator;
import org.legendre.geometry.Differential;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Metric;
import org.legendre.geometry.Natural;
import org.legendre.geometry.Probabilities;
import org.legendre.geometry.Source;
import org.legendre.geometry.Vec;

/**
 * The multinomial distribution: how often each of k classes comes up in n independent trials. An observation is the list of all k counts, which sum
 * to n.
 *
 * <p>θᵢ = log(pᵢ/pₖ) against the last class, k − 1 of them; T(x) = (x₁, …, xₖ₋₁); η = n (p₁, …, pₖ₋₁), h(x) = n!/∏ xᵢ!, ψ(θ) = n log(1 + Σ exp θᵢ). The
 * members of a family share n and k. Zero probabilities are legal; such a boundary member has no θ.
 *
 * @param trials n, from 1 to 2⁵³
 * @param probabilities p₁, …, pₖ, k ≥ 2
 */
public record Multinomial(long trials, Probabilities probabilities)
        implements Member<List<Long>, Multinomial>, FisherRao<Multinomial> {
    /**
     * Checks the parameters.
     *
     * @param trials n
     * @param probabilities p₁, …, pₖ
     * @throws DomainException if n is not from 1 to 2⁵³ or there is only one class
     */
    public Multinomial {
        Trials.require(trials);
        MultinomialFamily.requireClasses(probabilities.size());
    }

    /**
     * The multinomial of the given probabilities, which have to sum to 1.
     *
     * @param trials n
     * @param probabilities p₁, …, pₖ
     * @return the multinomial
     * @throws DomainException if n is not from 1 to 2⁵³, or the probabilities are not such or fewer than 2
     */
    public static Multinomial of(long trials, double... probabilities) {
        return new Multinomial(trials, Probabilities.of(probabilities));
    }

    /** From (n, p₁, …, pₖ). */
    static Multinomial of(double[] parameters) {
        if (parameters.length < 3) {
            throw new DomainException("parameters (n, p1 .. pk)", parameters, "n and at least two probabilities");
        }
        return of(Trials.of(parameters[0]), MultinomialFamily.tail(parameters));
    }

    /**
     * All multinomials of n trials with k classes.
     *
     * @param trials n
     * @param k the number of classes, at least 2
     * @return the family
     * @throws DomainException if n is not from 1 to 2⁵³ or k &lt; 2
     */
    public static ExponentialFamily<List<Long>, Multinomial> family(long trials, int k) {
        return new MultinomialFamily(Trials.require(trials), MultinomialFamily.requireClasses(k));
    }

    /**
     * The number of classes.
     *
     * @return k
     */
    public int size() {
        return probabilities.size();
    }

    @Override
    public ExponentialFamily<List<Long>, Multinomial> family() {
        return new MultinomialFamily(trials, size());
    }

    /** Exactly, for n is at most 2⁵³. */
    private double n() {
        return (double) trials;
    }

    /** The same with one trial. */
    private Categorical trial() {
        return new Categorical(probabilities);
    }

    private Probabilities comparable(Multinomial q) {
        if (trials != q.trials) {
            throw new DomainException("trials of the second argument", q.trials, trials + ", as of the first");
        }
        if (size() != q.size()) {
            throw new DomainException("classes of the second argument", q.size(), size() + ", as of the first");
        }
        return q.probabilities;
    }

    @Override
    public Vec<Natural> natural() {
        return trial().natural();
    }

    @Override
    public Vec<Expectation> expectation() {
        return trial().expectation().times(n());
    }

    @Override
    public Vec<Source> source() {
        return trial().source();
    }

    /** {@inheritDoc} The shared n and all k probabilities. */
    @Override
    public double[] parameters() {
        double[] parameters = new double[1 + size()];
        parameters[0] = n();
        System.arraycopy(probabilities.toArray(), 0, parameters, 1, size());
        return parameters;
    }

    /** {@inheritDoc} It is n (diag(p) − ppᵀ), also where a probability rounds to 1: O(k) to raise. */
    @Override
    public Metric<Natural, Expectation> fisher() {
        natural();
        return Metric.of(new ScaledHessian(new CategoricalHessian(probabilities), n()));
    }

    /** {@inheritDoc} In (p₁, …, pₖ₋₁) it is n (diag(1/p) + 11ᵀ/pₖ). */
    @Override
    public Metric<Source, Differential<Source>> fisherInSource() {
        natural();
        return Metric.of(new ScaledHessian(
                CategoricalPotential.inverseCovariance(source().toArray(), probabilities.get(size() - 1)), n()));
    }

    /** {@inheritDoc} Of counts that are as many as there are classes. */
    @Override
    public double logDensity(List<Long> x) {
        return MultinomialFamily.possible(x, trials, size())
                ? BinomialKernel.logProbability(MultinomialFamily.array(x), n(), probabilities)
                : Double.NEGATIVE_INFINITY;
    }

    /** {@inheritDoc} By sums over one count at a time, whatever n and k; relative error at most 1e-14. */
    @Override
    public double entropy() {
        return BinomialKernel.entropy(n(), probabilities.toArray());
    }

    /** {@inheritDoc} It is n times that of one trial. */
    @Override
    public double klTo(Multinomial q) {
        return n() * probabilities.klTo(comparable(q));
    }

    /** {@inheritDoc} It is −n log Σ pᵢ^α qᵢ^(1−α). */
    @Override
    public double skewedJensen(Multinomial q, double alpha) {
        return n() * probabilities.skewedJensenTo(comparable(q), alpha);
    }

    /** {@inheritDoc} It is √n times that of one trial, 4√n arcsin(½ ‖√p − √q‖). */
    @Override
    public double fisherRaoTo(Multinomial q) {
        return 2 * Math.sqrt(n()) * probabilities.angleTo(comparable(q));
    }

    /** {@inheritDoc} A binomial draw for each class among the trials that are left. */
    @Override
    public List<Long> sample(RandomGenerator random) {
        return MultinomialFamily.sample(trials, probabilities, random);
    }

    @Override
    public String toString() {
        return "Multinomial(" + trials + ", " + probabilities + ")";
    }
}
