package org.legendre.geometry.family;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.legendre.geometry.Chart;
import org.legendre.geometry.ConvergenceException;
import org.legendre.geometry.Differential;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Metric;
import org.legendre.geometry.Natural;
import org.legendre.geometry.Probabilities;
import org.legendre.geometry.Source;
import org.legendre.geometry.Vec;

/**
 * The Dirichlet distribution on probability vectors, with density Π xᵢ^(αᵢ − 1) / B(α) in the first k − 1 coordinates.
 *
 * <p>θ = α (not α − 1), T(x) = log x, η = E[log x] = ψ(αᵢ) − ψ(Σα) with digamma ψ, h(x) = 1/Πxᵢ, log-partition Σ log Γ(αᵢ) − log Γ(Σα).
 *
 * @param concentration α₁, …, αₖ, positive, k ≥ 2
 */
public record Dirichlet(Vec<Source> concentration) implements Member<Probabilities, Dirichlet> {
    /**
     * Checks the parameters.
     *
     * @param concentration α₁, …, αₖ
     * @throws DomainException if an entry is not positive, their sum overflows, or there are fewer than 2
     */
    public Dirichlet {
        requireClasses(concentration.size());
        for (int i = 0; i < concentration.size(); i++) {
            DomainException.requirePositive("concentration " + i, concentration.get(i));
        }
        DomainException.requireFinite(
                "sum of the concentrations", concentration.stream().sum());
    }

    /**
     * The Dirichlet distribution of the given concentrations.
     *
     * @param concentration α₁, …, αₖ, positive, k ≥ 2
     * @return the distribution
     * @throws DomainException if an entry is not positive and finite, or there are fewer than 2
     */
    public static Dirichlet of(double... concentration) {
        return new Dirichlet(Vec.of(concentration));
    }

    /**
     * All Dirichlet distributions over k classes.
     *
     * @param k the number of classes, at least 2
     * @return the family
     * @throws DomainException if k &lt; 2
     */
    public static ExponentialFamily<Probabilities, Dirichlet> family(int k) {
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
        return concentration.size();
    }

    @Override
    public ExponentialFamily<Probabilities, Dirichlet> family() {
        return new Family(size());
    }

    @Override
    public Vec<Natural> natural() {
        return Vec.of(concentration.toArray());
    }

    @Override
    public Vec<Expectation> expectation() {
        return family().potential().gradient(natural());
    }

    @Override
    public Vec<Source> source() {
        return concentration;
    }

    /** {@inheritDoc} It is diag(ψ′(αᵢ)) − ψ′(Σα) 11ᵀ in α, with trigamma ψ′: the same as in natural coordinates. */
    @Override
    public Metric<Source, Differential<Source>> fisherInSource() {
        return Metric.of(new DirichletPotential(size()).hessian(concentration.toArray()));
    }

    /** {@inheritDoc} At x with a zero entry it is −∞ or +∞ as αᵢ is above or below 1; entries with αᵢ = 1 do not matter. */
    @Override
    public double logDensity(Probabilities x) {
        if (x.size() != size()) {
            throw new DomainException("observation", x, "probabilities of " + size() + " classes");
        }
        double sum = -new DirichletPotential(size()).value(concentration.toArray());
        double zeros = 0;
        for (int i = 0; i < size(); i++) {
            double power = concentration.get(i) - 1;
            if (x.logProbability(i) == Double.NEGATIVE_INFINITY) {
                zeros = Math.max(zeros, power);
                sum = power < 0 ? Double.POSITIVE_INFINITY : sum;
            } else if (sum < Double.POSITIVE_INFINITY) {
                sum += power * x.logProbability(i);
            }
        }
        return zeros > 0 ? Double.NEGATIVE_INFINITY : sum;
    }

    /** {@inheritDoc} Its reference is Lebesgue measure in the first k − 1 coordinates; the uniform law has −log (k − 1)!, the most. */
    @Override
    public double entropy() {
        return DirichletKernel.entropy(concentration.toArray());
    }

    @Override
    public double klTo(Dirichlet q) {
        requireSameSize(q);
        return DirichletBlock.kl(concentration.toArray(), q.concentration.toArray());
    }

    /** {@inheritDoc} It is the weighted sum of the divergences from the mean of the parameters to both, without cancellation. */
    @Override
    public double skewedJensen(Dirichlet q, double weight) {
        DomainException.requireFinite("α", weight);
        requireSameSize(q);
        return DirichletKernel.skewedJensen(concentration.toArray(), q.concentration.toArray(), weight);
    }

    /**
     * {@inheritDoc} It is log Β(q) − Σ (qᵢ − 1) E_p[log xᵢ], or entropy and divergence are added where these are smaller.
     *
     * @throws ConvergenceException if its parts overflow with opposite signs (parameters below 10⁻³⁰⁷)
     */
    @Override
    public double crossEntropyTo(Dirichlet q) {
        requireSameSize(q);
        return DirichletKernel.crossEntropy(concentration.toArray(), q.concentration.toArray());
    }

    private void requireSameSize(Dirichlet q) {
        if (q.size() != size()) {
            throw new DomainException("second argument", q, "a Dirichlet distribution over " + size() + " classes");
        }
    }

    /** {@inheritDoc} Independent gamma variates over their sum, in logarithms: small α underflow nothing. */
    @Override
    public Probabilities sample(RandomGenerator random) {
        double[] logits = new double[size()];
        Arrays.setAll(logits, i -> logGamma(concentration.get(i), random));
        return Probabilities.ofLogits(logits);
    }

    /** The logarithm of a gamma variate: that of shape α + 1 (Marsaglia and Tsang 2000) times U^(1/α). */
    private static double logGamma(double shape, RandomGenerator random) {
        double d = shape + 1 - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double z = random.nextGaussian();
            double v = 1 + c * z;
            double u = 1 - random.nextDouble();
            if (v > 0 && Math.log(u) < 0.5 * z * z + d * (1 - v * v * v + 3 * Math.log(v))) {
                return Math.log(d) + 3 * Math.log(v) + Math.log(1 - random.nextDouble()) / shape;
            }
        }
    }

    @Override
    public String toString() {
        return "Dirichlet(" + concentration + ")";
    }

    /** All Dirichlet distributions over k classes. */
    private record Family(int classes) implements ExponentialFamily<Probabilities, Dirichlet> {
        @Override
        public String name() {
            return "dirichlet";
        }

        @Override
        public String toString() {
            return name() + " (" + dimension() + " coordinates)";
        }

        @Override
        public List<String> parameterNames() {
            return IntStream.rangeClosed(1, classes).mapToObj(i -> "alpha" + i).toList();
        }

        @Override
        public Legendre<Natural, Expectation> potential() {
            return Legendre.of(new DirichletPotential(classes), new DirichletPotential.Conjugate(classes));
        }

        @Override
        public Vec<Expectation> statistic(Probabilities x) {
            requireSize(x);
            if (!x.isPositive()) {
                throw new DomainException("observation", x, "positive probabilities");
            }
            return Vec.generate(classes, x::logProbability);
        }

        @Override
        public double logBaseMeasure(Probabilities x) {
            requireSize(x);
            if (!x.isPositive()) {
                return Double.NEGATIVE_INFINITY;
            }
            double sum = 0;
            for (int i = 0; i < classes; i++) {
                sum -= x.logProbability(i);
            }
            return sum;
        }

        private void requireSize(Probabilities x) {
            if (x.size() != classes) {
                throw new DomainException("observation", x, "probabilities of " + classes + " classes");
            }
        }

        @Override
        public Dirichlet member(Vec<Natural> theta) {
            return new Dirichlet(Vec.of(potential().domain().require("θ", theta.toArray())));
        }

        @Override
        public Dirichlet atExpectation(Vec<Expectation> eta) {
            potential().conjugate().domain().require("η", eta.toArray());
            return member(potential().conjugate().gradient(eta));
        }

        @Override
        public Dirichlet of(double... parameters) {
            DomainException.requireLength("parameters (alpha1 .. alphak)", parameters, classes);
            return Dirichlet.of(parameters);
        }

        @Override
        public Dirichlet maximumLikelihood(List<? extends Probabilities> data) {
            Vec<Expectation> mean = meanStatistic(data);
            if (data.stream().distinct().count() < 2) {
                throw new DomainException(
                        "data", data, "observations that are not all equal (no likelihood is the largest)");
            }
            return atExpectation(mean);
        }

        /** {@inheritDoc} The source coordinates are θ themselves. */
        @Override
        public Chart<Source, Natural> source() {
            return IdentityChart.of(this);
        }
    }
}
