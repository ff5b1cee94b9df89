package org.legendre.geometry.family;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.legendre.geometry.Chart;
import org.legendre.geometry.Differential;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Metric;
import org.legendre.geometry.Natural;
import org.legendre.geometry.Probabilities;
import org.legendre.geometry.Source;
import org.legendre.geometry.Vec;
import org.legendre.geometry.special.Sums;

/**
 * The categorical distribution: class i of 0, …, k − 1 with probability pᵢ.
 *
 * <p>θᵢ = log(pᵢ/pₖ) against the last class, k − 1 of them; T(x) indicates the first k − 1 classes; η = (p₁, …, pₖ₋₁), h = 1, ψ(θ) = log(1 + Σ exp θᵢ).
 * Zero probabilities are legal; such a boundary member has no θ.
 *
 * @param probabilities p₁, …, pₖ, k ≥ 2
 */
public record Categorical(Probabilities probabilities)
        implements Member<Integer, Categorical>, Univariate, FisherRao<Categorical> {
    /**
     * Checks the number of classes.
     *
     * @param probabilities p₁, …, pₖ
     * @throws DomainException if there is only one class
     */
    public Categorical {
        requireClasses(probabilities.size());
    }

    /**
     * The categorical of the given probabilities, which have to sum to 1.
     *
     * @param probabilities p₁, …, pₖ
     * @return the categorical
     * @throws DomainException if they are not probabilities or fewer than 2
     */
    public static Categorical of(double... probabilities) {
        return new Categorical(Probabilities.of(probabilities));
    }

    /**
     * All categoricals on k classes.
     *
     * @param k the number of classes, at least 2
     * @return the family
     * @throws DomainException if k &lt; 2
     */
    public static ExponentialFamily<Integer, Categorical> family(int k) {
        return new Family(requireClasses(k));
    }

    private static int requireClasses(int k) {
        if (k < 2) {
            throw new DomainException("number of classes", k, "an integer ≥ 2");
        }
        return k;
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
    public ExponentialFamily<Integer, Categorical> family() {
        return new Family(size());
    }

    @Override
    public Vec<Natural> natural() {
        requireInterior();
        return Vec.generate(size() - 1, i -> probabilities.logOdds(i, size() - 1));
    }

    @Override
    public Vec<Expectation> expectation() {
        return Vec.generate(size() - 1, probabilities::get);
    }

    @Override
    public Vec<Source> source() {
        return Vec.generate(size() - 1, probabilities::get);
    }

    /** {@inheritDoc} All k probabilities. */
    @Override
    public double[] parameters() {
        return probabilities.toArray();
    }

    /** {@inheritDoc} It is diag(p) − ppᵀ, also where a probability rounds to 1: O(k) to raise. */
    @Override
    public Metric<Natural, Expectation> fisher() {
        requireInterior();
        return Metric.of(new CategoricalHessian(probabilities));
    }

    /** {@inheritDoc} In (p₁, …, pₖ₋₁) it is diag(1/p) + 11ᵀ/pₖ. */
    @Override
    public Metric<Source, Differential<Source>> fisherInSource() {
        requireInterior();
        return Metric.of(
                CategoricalPotential.inverseCovariance(expectation().toArray(), probabilities.get(size() - 1)));
    }

    private void requireInterior() {
        if (!probabilities.isPositive()) {
            throw new DomainException(
                    "probabilities", probabilities, "positive entries: a boundary member has no natural coordinates");
        }
    }

    @Override
    public double logDensity(Integer x) {
        return x >= 0 && x < size() ? probabilities.logProbability(x) : Double.NEGATIVE_INFINITY;
    }

    @Override
    public double logDensityAt(double x) {
        return support().contains(x) ? probabilities.logProbability((int) x) : Double.NEGATIVE_INFINITY;
    }

    @Override
    public double entropy() {
        return probabilities.entropy();
    }

    @Override
    public double klTo(Categorical q) {
        return probabilities.klTo(q.probabilities);
    }

    /** {@inheritDoc} It is −log Σ pᵢ^α qᵢ^(1−α). */
    @Override
    public double skewedJensen(Categorical q, double alpha) {
        return probabilities.skewedJensenTo(q.probabilities, alpha);
    }

    /** {@inheritDoc} It is 4 arcsin(½ ‖√p − √q‖), twice the angle between √p and √q and at most π. */
    @Override
    public double fisherRaoTo(Categorical q) {
        return 2 * probabilities.angleTo(q.probabilities);
    }

    @Override
    public Integer sample(RandomGenerator random) {
        double u = random.nextDouble();
        int last = 0;
        for (int i = 0; i < size(); i++) {
            if (probabilities.get(i) > 0) {
                last = i;
                u -= probabilities.get(i);
                if (u < 0) {
                    return i;
                }
            }
        }
        return last;
    }

    @Override
    public Support support() {
        return new Support(0, size() - 1, true);
    }

    @Override
    public double center() {
        return IntStream.range(0, size()).reduce(0, (i, j) -> probabilities.get(j) > probabilities.get(i) ? j : i);
    }

    @Override
    public double spread() {
        return size();
    }

    @Override
    public String toString() {
        return "Categorical(" + probabilities + ")";
    }

    /** All categoricals on k classes. */
    private record Family(int classes) implements ExponentialFamily<Integer, Categorical> {
        @Override
        public String name() {
            return "categorical";
        }

        @Override
        public String toString() {
            return name() + " (" + dimension() + " coordinates)";
        }

        @Override
        public List<String> parameterNames() {
            return IntStream.rangeClosed(1, classes).mapToObj(i -> "p" + i).toList();
        }

        @Override
        public Legendre<Natural, Expectation> potential() {
            return CategoricalPotential.legendre(classes);
        }

        @Override
        public Vec<Expectation> statistic(Integer x) {
            if (x < 0 || x >= classes) {
                throw new DomainException("observation", x, "a class 0, …, " + (classes - 1));
            }
            return Vec.generate(classes - 1, i -> i == x ? 1 : 0);
        }

        @Override
        public double logBaseMeasure(Integer x) {
            return x >= 0 && x < classes ? 0 : Double.NEGATIVE_INFINITY;
        }

        @Override
        public Categorical member(Vec<Natural> theta) {
            return new Categorical(
                    CategoricalPotential.softmax(potential().domain().require("θ", theta.toArray())));
        }

        /** {@inheritDoc} The last probability is 1 − Σηᵢ; a sum that exceeds 1 by no more than k roundings makes it 0. */
        @Override
        public Categorical atExpectation(Vec<Expectation> eta) {
            double[] p = new double[classes];
            DomainException.requireLength("η", eta.toArray(), classes - 1);
            for (int i = 0; i < classes - 1; i++) {
                p[i] = DomainException.requireProbability("η entry " + i, eta.get(i));
            }
            double last = CategoricalPotential.remainder(eta.toArray());
            if (!(last >= -classes * Math.ulp(1.0))) {
                throw new DomainException("η", eta, "entries with sum ≤ 1, not " + Sums.sum(p));
            }
            p[classes - 1] = Math.max(last, 0);
            return of(p);
        }

        @Override
        public Categorical of(double... parameters) {
            DomainException.requireLength("parameters (p1 .. pk)", parameters, classes);
            return Categorical.of(parameters);
        }

        /** {@inheritDoc} The relative frequencies of all k classes; classes that do not occur get probability 0. */
        @Override
        public Categorical maximumLikelihood(List<? extends Integer> data) {
            Statistics.requireData(data);
            double[] counts = new double[classes];
            for (int x : data) {
                if (x < 0 || x >= classes) {
                    throw new DomainException("observation", x, "a class 0, …, " + (classes - 1));
                }
                counts[x]++;
            }
            return new Categorical(Probabilities.normalized(counts));
        }

        @Override
        public Chart<Source, Natural> source() {
            return Chart.of(
                    s -> atExpectation(Vec.of(s.toArray())).natural(),
                    t -> member(t).source(),
                    s -> CategoricalPotential.inverseCovariance(
                                    s.toArray(), CategoricalPotential.remainder(s.toArray()))
                            .toMatrix());
        }
    }
}
