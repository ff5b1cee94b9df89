package org.legendre.geometry.family;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.legendre.geometry.Differential;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Euclidean;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Metric;
import org.legendre.geometry.Natural;
import org.legendre.geometry.Source;
import org.legendre.geometry.Vec;

/**
 * The fully visible Boltzmann machine on n units x ∈ {0, 1}ⁿ, p(x) ∝ exp(Σ bᵢxᵢ + Σ_{i&gt;j} wᵢⱼxᵢxⱼ), computed exactly over the 2ⁿ states, n ≤ 20.
 *
 * <p>θ = (b₁, …, bₙ, w₂₁, w₃₁, w₃₂, …), T(x) = (xᵢ, then xᵢxⱼ), η = (P(xᵢ = 1), P(xᵢ = xⱼ = 1)), h(x) = 1, ψ(θ) = log Σₓ exp⟨θ, T(x)⟩. Each pair is
 * counted once; there are no self-couplings, for xᵢ² = xᵢ.
 *
 * <p>Source: D. H. Ackley, G. E. Hinton and T. J. Sejnowski, A learning algorithm for Boltzmann machines, Cognitive Science 9 (1985); S. Amari, K. Kurata and H.
 * Nagaoka, Information geometry of Boltzmann machines, IEEE Trans. Neural Networks 3 (1992).
 *
 * @param biases b, length n
 * @param couplings the strict lower triangle of w row by row, length n(n − 1)/2
 */
public record BoltzmannMachine(Vec<Source> biases, Vec<Source> couplings)
        implements Member<Vec<Euclidean>, BoltzmannMachine> {
    /** The largest number of units: the states are enumerated. */
    public static final int MAXIMUM_UNITS = 20;

    /**
     * Checks the parameters.
     *
     * @param biases b
     * @param couplings w
     * @throws DomainException if there is no unit or more than 20, or the number of couplings is not that of pairs
     */
    public BoltzmannMachine {
        requireUnits(biases.size());
        DomainException.requireLength(
                "couplings", couplings.toArray(), BinaryTables.dimension(biases.size()) - biases.size());
    }

    /**
     * The machine without couplings, of independent units.
     *
     * @param biases b
     * @return the machine
     * @throws DomainException if there is no unit or more than 20
     */
    public static BoltzmannMachine independent(double... biases) {
        requireUnits(biases.length);
        return new BoltzmannMachine(Vec.of(biases), Vec.zeros(BinaryTables.dimension(biases.length) - biases.length));
    }

    /**
     * All Boltzmann machines on n units.
     *
     * @param units n, 1 to 20
     * @return the family
     * @throws DomainException if n is outside
     */
    public static ExponentialFamily<Vec<Euclidean>, BoltzmannMachine> family(int units) {
        return new BoltzmannFamily(requireUnits(units));
    }

    /**
     * The machine of flat parameters: n, then b, then w.
     *
     * @param parameters 1 + n(n + 1)/2 numbers
     * @return the machine
     * @throws DomainException if the length is wrong or n outside
     */
    public static BoltzmannMachine of(double... parameters) {
        return new BoltzmannFamily(
                        requireUnits(Packed.dimension("parameters (units, biases, couplings)", parameters, 0)))
                .of(parameters);
    }

    private static int requireUnits(int units) {
        if (units < 1 || units > MAXIMUM_UNITS) {
            throw new DomainException("number of units", units, "1 to " + MAXIMUM_UNITS);
        }
        return units;
    }

    /**
     * The number of units.
     *
     * @return n
     */
    public int units() {
        return biases.size();
    }

    private double[] theta() {
        double[] t = Arrays.copyOf(biases.toArray(), BinaryTables.dimension(units()));
        System.arraycopy(couplings.toArray(), 0, t, units(), couplings.size());
        return t;
    }

    private BoltzmannStates states() {
        return BoltzmannStates.of(units(), theta());
    }

    @Override
    public ExponentialFamily<Vec<Euclidean>, BoltzmannMachine> family() {
        return new BoltzmannFamily(units());
    }

    @Override
    public Vec<Natural> natural() {
        return Vec.of(theta());
    }

    @Override
    public Vec<Expectation> expectation() {
        return Vec.of(states().expectation());
    }

    /** {@inheritDoc} θ itself. */
    @Override
    public Vec<Source> source() {
        return Vec.of(theta());
    }

    /** {@inheritDoc} n, then b, then w. */
    @Override
    public double[] parameters() {
        return Packed.after(units(), source());
    }

    /** {@inheritDoc} O(2ⁿ) to lower; to raise, O(2ⁿ + n⁶) once and O(n⁴) after. */
    @Override
    public Metric<Natural, Expectation> fisher() {
        return Metric.of(new BoltzmannHessian(states()));
    }

    /** {@inheritDoc} In (b, w) it is that of natural coordinates, the covariance of T. */
    @Override
    public Metric<Source, Differential<Source>> fisherInSource() {
        return Metric.of(new BoltzmannHessian(states()));
    }

    /** {@inheritDoc} −∞ if an entry of x is neither 0 nor 1. */
    @Override
    public double logDensity(Vec<Euclidean> x) {
        int state = BoltzmannFamily.state(units(), x);
        return state < 0 ? Double.NEGATIVE_INFINITY : states().logProbability(state);
    }

    @Override
    public double entropy() {
        return states().entropy();
    }

    /** {@inheritDoc} With s = ⟨θ_p − θ_q, T⟩ less its mean under p it is log(1 + E_p[e^(−s) − 1 + s]): nonnegative terms. */
    @Override
    public double klTo(BoltzmannMachine q) {
        BoltzmannStates states = states();
        return states.logMeanExp(states.centred(difference(q)), -1);
    }

    /**
     * {@inheritDoc} With m = αθ_p + (1−α)θ_q and s centred under m it is α log E_m[e^((1−α)s)] + (1−α) log E_m[e^(−αs)], and for α outside [0, 1]
     * the like about p or q: terms of one sign.
     */
    @Override
    public double skewedJensen(BoltzmannMachine q, double alpha) {
        double beta = 1 - DomainException.requireFinite("α", alpha);
        double[] difference = difference(q);
        if (alpha == 0 || beta == 0) {
            return 0;
        }
        if (beta < 0) {
            return 0 - aboutFirst(difference, -beta);
        }
        if (alpha < 0) {
            return 0 - q.aboutFirst(Arrays.stream(difference).map(d -> -d).toArray(), -alpha);
        }
        double[] mean = q.theta();
        for (int i = 0; i < mean.length; i++) {
            mean[i] = Math.fma(alpha, difference[i], mean[i]);
        }
        BoltzmannStates states = BoltzmannStates.of(units(), mean);
        double[] centred = states.centred(difference);
        return alpha * states.logMeanExp(centred, beta) + beta * states.logMeanExp(centred, -alpha);
    }

    /** log E[e^(γs)] + γ log E[e^(−s)] ≥ 0 under this, γ = α − 1. */
    private double aboutFirst(double[] difference, double excess) {
        BoltzmannStates states = states();
        double[] centred = states.centred(difference);
        return states.logMeanExp(centred, excess) + excess * states.logMeanExp(centred, -1);
    }

    private double[] difference(BoltzmannMachine q) {
        Packed.requireSameSize(this, units(), q, q.units());
        double[] difference = MultivariateNormalDivergence.minus(theta(), q.theta());
        for (double entry : difference) {
            DomainException.requireFinite("difference of parameters", entry);
        }
        return difference;
    }

    /** {@inheritDoc} Exact, by inversion over the states. */
    @Override
    public Vec<Euclidean> sample(RandomGenerator random) {
        int state = states().quantile(random.nextDouble());
        return Vec.generate(units(), i -> state >> i & 1);
    }

    @Override
    public String toString() {
        return "BoltzmannMachine(biases " + Packed.brief(biases) + ", couplings " + Packed.brief(couplings) + ")";
    }
}
