package org.legendre.geometry.family;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.legendre.geometry.Differential;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Euclidean;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Metric;
import org.legendre.geometry.Natural;
import org.legendre.geometry.Source;
import org.legendre.geometry.Vec;
import org.legendre.geometry.special.BesselRatio;
import org.legendre.geometry.special.InverseBesselRatio;
import org.legendre.geometry.special.NormalizedBessel;

/**
 * The von Mises–Fisher distribution of unit vectors x of ℝᵈ, d ≥ 2, with density κ^ν e^(κ⟨m, x⟩)/((2π)^(d/2) I_ν(κ)), ν = d/2 − 1, relative to
 * the area of the sphere.
 *
 * <p>θ = κm, T(x) = x, η = A(κ) m with A = I_{ν+1}/I_ν, h(x) = 1/area of the sphere, ψ(θ) = log(Γ(ν+1) (2/κ)^ν I_ν(κ)).
 *
 * <p>No chart by directions covers a sphere, so the source coordinates are the vector κm = θ. κ = 0 is the uniform distribution; its mean
 * direction is (1, 0, …, 0) by convention, so that it has one name only.
 *
 * @param mean m, a unit vector to rounding, of d ≥ 2 entries; (1, 0, …, 0) if κ = 0
 * @param kappa κ, the concentration, nonnegative and finite
 */
public record VonMisesFisher(Vec<Euclidean> mean, double kappa) implements Member<Vec<Euclidean>, VonMisesFisher> {
    /**
     * Checks the parameters.
     *
     * @param mean m
     * @param kappa κ
     * @throws DomainException if the mean is no unit vector of at least two entries, the concentration not nonnegative and finite, or κ = 0 with
     *     another mean direction than (1, 0, …, 0)
     */
    public VonMisesFisher {
        requireDimension(mean.size());
        UnitVectors.require("mean", mean, mean.size());
        DomainException.requireNonnegative("kappa", kappa);
        if (kappa == 0 && !mean.equals(UnitVectors.first(mean.size()))) {
            throw new DomainException(
                    "mean", mean, "(1, 0, …, 0) where kappa = 0: the uniform distribution has no mean direction");
        }
    }

    /**
     * The uniform distribution on the unit sphere of ℝᵈ, κ = 0.
     *
     * @param dimension d, at least 2
     * @return the distribution
     * @throws DomainException if d &lt; 2
     */
    public static VonMisesFisher uniform(int dimension) {
        return new VonMisesFisher(UnitVectors.first(requireDimension(dimension)), 0);
    }

    /**
     * The distribution of mean direction m and concentration κ.
     *
     * @param parameters the d entries of m, then κ
     * @return the distribution
     * @throws DomainException as the constructor
     */
    public static VonMisesFisher of(double... parameters) {
        if (parameters.length < 3) {
            throw new DomainException("parameters (mean(d), kappa)", parameters, "at least 3 numbers");
        }
        int dimension = parameters.length - 1;
        return new VonMisesFisher(Vec.of(Arrays.copyOf(parameters, dimension)), parameters[dimension]);
    }

    /**
     * All von Mises–Fisher distributions on the unit sphere of ℝᵈ.
     *
     * @param dimension d, at least 2
     * @return the family
     * @throws DomainException if d &lt; 2
     */
    public static ExponentialFamily<Vec<Euclidean>, VonMisesFisher> family(int dimension) {
        return new Family(requireDimension(dimension));
    }

    private static int requireDimension(int dimension) {
        if (dimension < 2) {
            throw new DomainException("dimension of a von Mises–Fisher distribution", dimension, "a number ≥ 2");
        }
        return dimension;
    }

    /**
     * The dimension d of the space around the sphere.
     *
     * @return d
     */
    public int dimension() {
        return mean.size();
    }

    private double order() {
        return 0.5 * dimension() - 1;
    }

    @Override
    public ExponentialFamily<Vec<Euclidean>, VonMisesFisher> family() {
        return new Family(dimension());
    }

    @Override
    public Vec<Natural> natural() {
        return Vec.generate(dimension(), i -> kappa * mean.get(i));
    }

    @Override
    public Vec<Expectation> expectation() {
        double length = BesselRatio.value(order(), kappa);
        return Vec.generate(dimension(), i -> length * mean.get(i));
    }

    @Override
    public Vec<Source> source() {
        return Vec.of(natural().toArray());
    }

    @Override
    public double[] parameters() {
        double[] parameters = Arrays.copyOf(mean.toArray(), dimension() + 1);
        parameters[dimension()] = kappa;
        return parameters;
    }

    /** {@inheritDoc} In κm it is (A(κ)/κ) (I − mmᵀ) + A′(κ) mmᵀ. */
    @Override
    public Metric<Source, Differential<Source>> fisherInSource() {
        return Metric.of(family().potential().potential().hessian(natural().toArray()));
    }

    /** {@inheritDoc} The density is relative to the area of the sphere; −∞ for a vector that is not of length 1 to rounding. */
    @Override
    public double logDensity(Vec<Euclidean> x) {
        double base = family().logBaseMeasure(x);
        return base == Double.NEGATIVE_INFINITY
                ? base
                : base - kappa * UnitVectors.versine(x, mean) - NormalizedBessel.logScaled(order(), kappa);
    }

    /** {@inheritDoc} It is the logarithm of the area of the sphere less κA(κ) − ψ(κ), the divergence from the uniform distribution. */
    @Override
    public double entropy() {
        return VonMisesFisherKernel.entropy(dimension(), kappa);
    }

    /**
     * {@inheritDoc} It is D(κ_q, κ_p) + ½ A(κ_p) κ_q ‖m_p − m_q‖² with D the Bregman divergence of ψ as a function of κ: two nonnegative terms,
     * neither of which cancels.
     */
    @Override
    public double klTo(VonMisesFisher q) {
        return pair(q).kl();
    }

    @Override
    public double skewedJensen(VonMisesFisher q, double alpha) {
        return pair(q).skewedJensen(alpha);
    }

    private VonMisesFisherKernel pair(VonMisesFisher q) {
        if (q.dimension() != dimension()) {
            throw new DomainException(
                    "second argument",
                    q,
                    "a von Mises–Fisher distribution of dimension " + dimension() + " as " + this);
        }
        return new VonMisesFisherKernel(
                order(),
                kappa,
                q.kappa,
                UnitVectors.versine(mean, q.mean),
                UnitVectors.versine(mean, q.mean.unaryMinus()));
    }

    /** {@inheritDoc} By the rejection of Ulrich (1984) as corrected by Wood (1994). */
    @Override
    public Vec<Euclidean> sample(RandomGenerator random) {
        double[] m = mean.toArray();
        double versine = VonMisesFisherKernel.sampleVersine(dimension(), kappa, random);
        double across = Math.sqrt(Math.max(0, versine * (2 - versine)));
        double[] x = UnitVectors.sampleAcross(m, random);
        Arrays.setAll(x, i -> (1 - versine) * m[i] + across * x[i]);
        return Vec.of(UnitVectors.direction(x));
    }

    @Override
    public String toString() {
        return "VonMisesFisher(m " + mean + ", κ " + kappa + ")";
    }

    /** All von Mises–Fisher distributions of one dimension. */
    private static final class Family extends NamedFamily<Vec<Euclidean>, VonMisesFisher> {
        private final int dimension;

        Family(int dimension) {
            super("von-mises-fisher", names(dimension), potential(new VonMisesFisherPotential(dimension)));
            this.dimension = dimension;
        }

        private static List<String> names(int dimension) {
            List<String> names = new ArrayList<>();
            for (int i = 1; i <= dimension; i++) {
                names.add("mean" + i);
            }
            names.add("kappa");
            return names;
        }

        private static Legendre<Natural, Expectation> potential(VonMisesFisherPotential psi) {
            return Legendre.of(psi, psi.conjugate());
        }

        @Override
        VonMisesFisher create(double[] parameters) {
            return VonMisesFisher.of(parameters);
        }

        @Override
        VonMisesFisher atNatural(double[] t) {
            return along(t, UnitVectors.norm(t));
        }

        @Override
        VonMisesFisher atSource(double[] source) {
            return member(Vec.of(source));
        }

        private VonMisesFisher along(double[] vector, double kappa) {
            return kappa == 0 ? uniform(dimension) : new VonMisesFisher(Vec.of(UnitVectors.direction(vector)), kappa);
        }

        @Override
        double[][] jacobian(Vec<Source> source) {
            double[][] identity = new double[dimension][dimension];
            for (int i = 0; i < dimension; i++) {
                identity[i][i] = 1;
            }
            return identity;
        }

        @Override
        public VonMisesFisher atExpectation(Vec<Expectation> eta) {
            double[] e = potential().conjugate().domain().require("η", eta.toArray());
            return along(e, InverseBesselRatio.value(0.5 * dimension - 1, UnitVectors.norm(e)));
        }

        @Override
        public Vec<Expectation> statistic(Vec<Euclidean> x) {
            return Vec.of(UnitVectors.require("observation", x, dimension).toArray());
        }

        @Override
        public double logBaseMeasure(Vec<Euclidean> x) {
            return x.size() == dimension && UnitVectors.isUnit(x)
                    ? -VonMisesFisherKernel.logArea(dimension)
                    : Double.NEGATIVE_INFINITY;
        }

        /** {@inheritDoc} 1 − A(κ) is summed as the mean of ½‖x − m‖², so that data close together cost no accuracy. */
        @Override
        public VonMisesFisher maximumLikelihood(List<? extends Vec<Euclidean>> data) {
            double[] mean = meanStatistic(data).toArray();
            Vec<Euclidean> first = data.get(0);
            if (data.stream().allMatch(first::equals)) {
                throw new DomainException(
                        "data", first, "observations that are not all equal (no likelihood is the largest)");
            }
            if (UnitVectors.norm(mean) < 0.5) {
                return atExpectation(Vec.of(mean));
            }
            Vec<Euclidean> direction = Vec.of(UnitVectors.direction(mean));
            double complement = 0;
            int count = 0;
            for (Vec<Euclidean> x : data) {
                count++;
                complement += (UnitVectors.versine(x, direction) - complement) / count;
            }
            return along(mean, InverseBesselRatio.ofComplement(0.5 * dimension - 1, complement));
        }
    }
}
