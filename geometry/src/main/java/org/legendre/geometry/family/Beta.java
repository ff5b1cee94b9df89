package org.legendre.geometry.family;

import java.util.List;
import java.util.random.RandomGenerator;
import org.legendre.geometry.Chart;
import org.legendre.geometry.ConvergenceException;
import org.legendre.geometry.Differential;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Metric;
import org.legendre.geometry.Natural;
import org.legendre.geometry.Source;
import org.legendre.geometry.Vec;
import org.legendre.geometry.special.Logistic;

/**
 * The beta distribution with density x^(α−1) (1 − x)^(β−1)/Β(α, β) on 0 &lt; x &lt; 1.
 *
 * <p>θ = (α, β), T(x) = (log x, log(1 − x)), η = (ψ(α) − ψ(α + β), ψ(β) − ψ(α + β)), h(x) = 1/(x(1 − x)), ψ(θ) = log Β(α, β).
 *
 * @param alpha α, positive and finite
 * @param beta β, positive and finite
 */
public record Beta(double alpha, double beta) implements Member<Double, Beta>, Univariate {
    /** The family of all beta distributions. */
    public static final ExponentialFamily<Double, Beta> FAMILY = new Family();

    /**
     * Checks the parameters.
     *
     * @param alpha α
     * @param beta β
     * @throws DomainException if a parameter or the sum of both is not positive and finite
     */
    public Beta {
        DomainException.requirePositive("alpha", alpha);
        DomainException.requirePositive("beta", beta);
        DomainException.requirePositive("alpha + beta", alpha + beta);
    }

    @Override
    public ExponentialFamily<Double, Beta> family() {
        return FAMILY;
    }

    @Override
    public Vec<Natural> natural() {
        return Vec.of(alpha, beta);
    }

    @Override
    public Vec<Expectation> expectation() {
        return FAMILY.potential().gradient(natural());
    }

    @Override
    public Vec<Source> source() {
        return Vec.of(alpha, beta);
    }

    /** {@inheritDoc} The source coordinates are the natural ones: diag(ψ′(α), ψ′(β)) − ψ′(α + β). */
    @Override
    public Metric<Source, Differential<Source>> fisherInSource() {
        return Metric.of(BetaPotential.fisher(alpha, beta));
    }

    @Override
    public double logDensity(Double x) {
        return logDensityAt(x);
    }

    /** {@inheritDoc} At 0 and 1 the density is taken as 0, whatever its limit. */
    @Override
    public double logDensityAt(double x) {
        return x > 0 && x < 1 ? BetaKernel.logDensity(x, alpha, beta) : Double.NEGATIVE_INFINITY;
    }

    /** {@inheritDoc} It is −KL to the uniform Beta(1, 1), never positive, of full relative accuracy near 0 too. */
    @Override
    public double entropy() {
        return DirichletKernel.entropy(new double[] {alpha, beta});
    }

    /** {@inheritDoc} It is computed as the divergence of a Dirichlet with two components, without cancellation. */
    @Override
    public double klTo(Beta q) {
        return DirichletKernel.kl(new double[] {alpha, beta}, new double[] {q.alpha, q.beta});
    }

    /** {@inheritDoc} It is the weighted sum of the divergences from the mean of the parameters to both, without cancellation. */
    @Override
    public double skewedJensen(Beta q, double weight) {
        DomainException.requireFinite("α", weight);
        return DirichletKernel.skewedJensen(new double[] {alpha, beta}, new double[] {q.alpha, q.beta}, weight);
    }

    /**
     * {@inheritDoc} It is log Β(q) − Σ (qᵢ − 1) E_p[log xᵢ], or entropy and divergence are added where these are smaller.
     *
     * @throws ConvergenceException if its parts overflow with opposite signs (parameters below 10⁻³⁰⁷)
     */
    @Override
    public double crossEntropyTo(Beta q) {
        return DirichletKernel.crossEntropy(new double[] {alpha, beta}, new double[] {q.alpha, q.beta});
    }

    /**
     * {@inheritDoc} It is X/(X + Y) of two gamma variables by their logarithms. A draw that rounds to 0 or 1, which are no observations, is the
     * nearest double inside.
     */
    @Override
    public Double sample(RandomGenerator random) {
        double x = GammaKernel.sampleLog(alpha, random);
        double y = GammaKernel.sampleLog(beta, random);
        return Math.min(Math.nextDown(1.0), Math.max(Double.MIN_VALUE, Logistic.logistic(x - y)));
    }

    @Override
    public Support support() {
        return Support.UNIT;
    }

    @Override
    public double center() {
        return alpha / (alpha + beta);
    }

    @Override
    public double spread() {
        double sum = alpha + beta;
        return Math.sqrt(alpha / sum * (beta / sum) / (sum + 1));
    }

    @Override
    public String toString() {
        return "Beta(" + alpha + ", " + beta + ")";
    }

    /** The family of all beta distributions. */
    private static final class Family implements ExponentialFamily<Double, Beta> {
        private final Legendre<Natural, Expectation> potential =
                Legendre.of(new BetaPotential(), new BetaPotential.Conjugate());

        @Override
        public String name() {
            return "beta";
        }

        @Override
        public String toString() {
            return name();
        }

        @Override
        public List<String> parameterNames() {
            return List.of("alpha", "beta");
        }

        @Override
        public Legendre<Natural, Expectation> potential() {
            return potential;
        }

        @Override
        public Vec<Expectation> statistic(Double x) {
            if (!(x > 0 && x < 1)) {
                throw new DomainException("observation", x, "a number in (0, 1)");
            }
            return Vec.of(Math.log(x), Math.log1p(-x));
        }

        @Override
        public double logBaseMeasure(Double x) {
            return x > 0 && x < 1 ? -Math.log(x) - Math.log1p(-x) : Double.NEGATIVE_INFINITY;
        }

        @Override
        public Beta member(Vec<Natural> theta) {
            double[] t = potential.domain().require("θ", theta.toArray());
            return new Beta(t[0], t[1]);
        }

        @Override
        public Beta atExpectation(Vec<Expectation> eta) {
            return member(potential.conjugate().gradient(eta));
        }

        @Override
        public Beta of(double... parameters) {
            DomainException.requireLength("parameters (alpha, beta)", parameters, 2);
            return new Beta(parameters[0], parameters[1]);
        }

        @Override
        public Beta maximumLikelihood(List<? extends Double> data) {
            Vec<Expectation> mean = meanStatistic(data);
            double first = data.get(0);
            if (data.stream().allMatch(x -> x == first)) {
                throw new DomainException(
                        "observations",
                        "all " + first,
                        "observations that are not all equal (no likelihood is the largest)");
            }
            return atExpectation(mean);
        }

        @Override
        public Chart<Source, Natural> source() {
            return IdentityChart.of(this);
        }
    }
}
