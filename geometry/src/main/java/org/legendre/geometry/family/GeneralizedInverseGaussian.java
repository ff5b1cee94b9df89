package org.legendre.geometry.family;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.legendre.geometry.Differential;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Metric;
import org.legendre.geometry.Natural;
import org.legendre.geometry.Source;
import org.legendre.geometry.Vec;
import org.legendre.geometry.special.EntropyTerms;

/**
 * The generalized inverse Gaussian distribution with density proportional to x^(p−1) e^(−ax−b/x) on x &gt; 0. Its normaliser is
 * (a/b)^(p/2)/(2K_p(2√(ab))). It holds the inverse Gaussian (p = −½); the gamma (b = 0 &lt; p) and inverse gamma (a = 0 &gt; p) distributions are
 * on its boundary.
 *
 * <p>θ = (p, −a, −b), T(x) = (log x, x, 1/x), η = (E[log x], E[x], E[1/x]), h(x) = 1/x, ψ(θ) = log(2K_p(2√(ab))) + ½ p log(b/a).
 *
 * <p>ψ is not steep: as b → 0 at p &gt; 1, E[1/x] stays below what the gamma distribution has, so not every mean of T, and not every data set,
 * belongs to a member. Next to that boundary b is not only small but may be beyond the doubles: where log E[x] + log E[1/x] = S is 5, α ≈ 1 + e⁻ˢ being
 * the shape of the gamma distribution, b ≈ e^(−800) at a relative distance of 1e-5 from it, and for S = 10, e^(−740) at 1e-3. Then η → θ says so by a
 * {@link org.legendre.geometry.DomainException}; it finds every member whose a and b are normal doubles. Source: O. Barndorff-Nielsen, Information and Exponential Families (1978); B. Jørgensen, Statistical Properties of the
 * Generalized Inverse Gaussian Distribution (1982), where p = λ, a = ψ/2, b = χ/2.
 *
 * @param order p, finite
 * @param rate a, positive and finite
 * @param inverseRate b, positive and finite
 */
public record GeneralizedInverseGaussian(double order, double rate, double inverseRate)
        implements Line<GeneralizedInverseGaussian> {
    /** The family of all generalized inverse Gaussian distributions. */
    public static final ExponentialFamily<Double, GeneralizedInverseGaussian> FAMILY = new Family();

    /**
     * Checks the parameters.
     *
     * @param order p
     * @param rate a
     * @param inverseRate b
     * @throws DomainException if the order is not finite or a rate not positive and finite
     */
    public GeneralizedInverseGaussian {
        DomainException.requireFinite("order", order);
        DomainException.requirePositive("rate", rate);
        DomainException.requirePositive("inverse rate", inverseRate);
    }

    /**
     * The distribution in the parameters of Jørgensen, with density proportional to x^(λ−1) e^(−½(χ/x + ψx)).
     *
     * @param lambda λ, finite
     * @param chi χ, positive
     * @param psi ψ, positive
     * @return the distribution of p = λ, a = ψ/2, b = χ/2
     */
    public static GeneralizedInverseGaussian jorgensen(double lambda, double chi, double psi) {
        return new GeneralizedInverseGaussian(lambda, 0.5 * psi, 0.5 * chi);
    }

    private GeneralizedInverseGaussianKernel kernel() {
        return GeneralizedInverseGaussianKernel.of(order, rate, inverseRate);
    }

    @Override
    public ExponentialFamily<Double, GeneralizedInverseGaussian> family() {
        return FAMILY;
    }

    @Override
    public Vec<Natural> natural() {
        return Vec.of(order, -rate, -inverseRate);
    }

    @Override
    public Vec<Expectation> expectation() {
        return FAMILY.potential().gradient(natural());
    }

    @Override
    public Vec<Source> source() {
        return Vec.of(order, rate, inverseRate);
    }

    /** {@inheritDoc} In (p, a, b) it is the covariance of (log x, −x, −1/x). */
    @Override
    public Metric<Source, Differential<Source>> fisherInSource() {
        return Metric.of(new GeneralizedInverseGaussianHessian(kernel().mode(), kernel().weight(), -1));
    }

    /** {@inheritDoc} The density is with respect to dx on x &gt; 0. */
    @Override
    public double logDensityAt(double x) {
        return x > 0 && x <= Double.MAX_VALUE ? kernel().logDensity(x) : Double.NEGATIVE_INFINITY;
    }

    /** {@inheritDoc} It is ψ(θ) − ⟨θ, η⟩ + E[log x], computed about the mode of log x, where it is a sum of moderate terms. */
    @Override
    public double entropy() {
        return kernel().entropy();
    }

    /** {@inheritDoc} By a quadrature of terms of one sign. */
    @Override
    public double klTo(GeneralizedInverseGaussian q) {
        return divergence(q, q.order - order, q.rate - rate, q.inverseRate - inverseRate);
    }

    private double divergence(GeneralizedInverseGaussian q, double order, double a, double b) {
        return order == 0 && a == 0 && b == 0 ? 0 : kernel().divergence(q.kernel(), order, a, b);
    }

    /**
     * {@inheritDoc} With m at αθ_p + (1−α)θ_q it is α KL(m‖p) + (1−α) KL(m‖q) for weights in [0, 1], and −KL(p‖m) − (α−1) KL(p‖q) for α &gt; 1.
     */
    @Override
    public double skewedJensen(GeneralizedInverseGaussian q, double alpha) {
        DomainException.requireFinite("α", alpha);
        if (alpha < 0) {
            return q.beyond(this, -alpha);
        }
        if (alpha > 1) {
            return beyond(q, alpha - 1);
        }
        double beta = 1 - alpha;
        double[] d = {order - q.order, rate - q.rate, inverseRate - q.inverseRate};
        GeneralizedInverseGaussian m = new GeneralizedInverseGaussian(
                alpha * order + beta * q.order,
                alpha * rate + beta * q.rate,
                alpha * inverseRate + beta * q.inverseRate);
        return alpha * m.divergence(this, beta * d[0], beta * d[1], beta * d[2])
                + beta * m.divergence(q, -alpha * d[0], -alpha * d[1], -alpha * d[2]);
    }

    private double beyond(GeneralizedInverseGaussian q, double excess) {
        double p = excess * (order - q.order);
        double a = excess * (rate - q.rate);
        double b = excess * (inverseRate - q.inverseRate);
        if (!(rate + a > 0 && inverseRate + b > 0)) {
            return Double.NEGATIVE_INFINITY;
        }
        GeneralizedInverseGaussian m = new GeneralizedInverseGaussian(order + p, rate + a, inverseRate + b);
        return 0 - divergence(m, p, a, b) - (excess == 0 ? 0 : excess * klTo(q));
    }

    /** {@inheritDoc} By the rejection of Devroye (2014). A draw below the smallest positive double is that one, and likewise above. */
    @Override
    public Double sample(RandomGenerator random) {
        double x = kernel().mode() * Math.exp(kernel().sample(random));
        return Math.min(Double.MAX_VALUE, Math.max(Double.MIN_VALUE, x));
    }

    @Override
    public Support support() {
        return Support.POSITIVE;
    }

    /** {@inheritDoc} It is the mode of log x, or where that is beyond the doubles the nearest of them. */
    @Override
    public double center() {
        return Math.min(Double.MAX_VALUE, Math.max(Double.MIN_VALUE, kernel().mode()));
    }

    @Override
    public double spread() {
        return center() / Math.sqrt(1 + Math.hypot(order, 2 * Math.sqrt(rate) * Math.sqrt(inverseRate)));
    }

    @Override
    public String toString() {
        return "GeneralizedInverseGaussian(order " + order + ", rate " + rate + ", inverse rate " + inverseRate + ")";
    }

    /** The family of all generalized inverse Gaussian distributions. */
    private static final class Family extends NamedFamily<Double, GeneralizedInverseGaussian> {
        private static final GeneralizedInverseGaussianPotential PSI = new GeneralizedInverseGaussianPotential();

        Family() {
            super(
                    "generalized-inverse-gaussian",
                    List.of("order", "rate", "inverse-rate"),
                    Legendre.of(PSI, new GeneralizedInverseGaussianConjugate(PSI)));
        }

        @Override
        GeneralizedInverseGaussian create(double[] parameters) {
            return new GeneralizedInverseGaussian(parameters[0], parameters[1], parameters[2]);
        }

        @Override
        GeneralizedInverseGaussian atNatural(double[] t) {
            return new GeneralizedInverseGaussian(t[0], -t[1], -t[2]);
        }

        @Override
        double[][] jacobian(Vec<Source> source) {
            return new double[][] {{1, 0, 0}, {0, -1, 0}, {0, 0, -1}};
        }

        @Override
        public GeneralizedInverseGaussian atExpectation(Vec<Expectation> eta) {
            return member(potential().conjugate().gradient(eta));
        }

        @Override
        public Vec<Expectation> statistic(Double x) {
            DomainException.requirePositive("observation", x);
            return Vec.of(Math.log(x), x, 1 / x);
        }

        @Override
        public double logBaseMeasure(Double x) {
            return x > 0 && x <= Double.MAX_VALUE ? -Math.log(x) : Double.NEGATIVE_INFINITY;
        }

        /**
         * {@inheritDoc} The gaps log(mean) − mean of logs of x and 1/x are summed from z = log x − mean of logs, so that data close together cost
         * no accuracy.
         *
         * @throws DomainException if the data are all equal, or a gamma or inverse gamma distribution, on the boundary, is the most likely
         */
        @Override
        public GeneralizedInverseGaussian maximumLikelihood(List<? extends Double> data) {
            Vec<Expectation> statistic = meanStatistic(data);
            double mean = statistic.get(0);
            double plus = 0;
            double minus = 0;
            double odd = 0;
            int count = 0;
            for (double x : data) {
                double z = Math.log(x) - mean;
                count++;
                plus += (EntropyTerms.expm1mx(z) - plus) / count;
                minus += (EntropyTerms.expm1mx(-z) - minus) / count;
                odd += (GeneralizedInverseGaussianHessian.odd(z) - odd) / count;
            }
            if (!(minus > 0)) {
                throw new DomainException(
                        "data", data.get(0), "observations that are not all equal (no likelihood is the largest)");
            }
            double difference = GeneralizedInverseGaussianSolve.difference(plus, minus, odd);
            double sum = Math.log1p(plus) + Math.log1p(minus);
            Optional<String> missing = GeneralizedInverseGaussianConjugate.missing(sum, difference);
            if (missing.isPresent()) {
                throw new DomainException(
                        "mean statistic",
                        statistic.toArray(),
                        "that of a member: no likelihood is the largest, for " + missing.get());
            }
            return atNatural(GeneralizedInverseGaussianConjugate.natural(sum, difference, statistic.get(1)));
        }
    }
}
