package org.legendre.geometry.family;

import java.util.List;
import java.util.random.RandomGenerator;
import org.legendre.geometry.Differential;
import org.legendre.geometry.Domain;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Metric;
import org.legendre.geometry.Natural;
import org.legendre.geometry.Potential;
import org.legendre.geometry.Source;
import org.legendre.geometry.Vec;
import org.legendre.geometry.special.GammaRemainder;
import org.legendre.geometry.special.Logs;
import org.legendre.geometry.special.Polygamma;

/**
 * The chi-squared distribution with density x^(k/2−1) e^(−x/2)/(2^(k/2) Γ(k/2)) on x &gt; 0: the gamma distribution of shape k/2 and rate ½.
 *
 * <p>θ = k/2, T(x) = log(x/2), η = ψ(k/2) with the digamma function ψ, h(x) = e^(−x/2)/x, ψ(θ) = log Γ(θ).
 *
 * @param degrees k, the degrees of freedom, positive and finite, not only whole
 */
public record ChiSquared(double degrees) implements Line<ChiSquared> {
    /** The family of all chi-squared distributions. */
    public static final ExponentialFamily<Double, ChiSquared> FAMILY = new Family();

    private static final double LOG_2 = 0.6931471805599453;

    /**
     * Checks the parameter.
     *
     * @param degrees k
     * @throws DomainException if the degrees of freedom are not positive and finite, or their half is 0
     */
    public ChiSquared {
        DomainException.requirePositive("degrees", degrees);
        DomainException.requirePositive("half the degrees", 0.5 * degrees);
    }

    /**
     * The same distribution among all gamma distributions.
     *
     * @return the gamma distribution of shape k/2 and rate ½
     */
    public Gamma asGamma() {
        return new Gamma(0.5 * degrees, 0.5);
    }

    @Override
    public ExponentialFamily<Double, ChiSquared> family() {
        return FAMILY;
    }

    @Override
    public Vec<Natural> natural() {
        return Vec.of(0.5 * degrees);
    }

    @Override
    public Vec<Expectation> expectation() {
        return Vec.of(Polygamma.digamma(0.5 * degrees));
    }

    @Override
    public Vec<Source> source() {
        return Vec.of(degrees);
    }

    /** {@inheritDoc} In k it is ¼ψ′(k/2). */
    @Override
    public Metric<Source, Differential<Source>> fisherInSource() {
        return Metric.of(Hessian.diagonal(0.25 * Polygamma.trigamma(0.5 * degrees)));
    }

    @Override
    public double logDensityAt(double x) {
        return asGamma().logDensityAt(x);
    }

    /** {@inheritDoc} It is k/2 + log 2Γ(k/2) + (1 − k/2) ψ(k/2). */
    @Override
    public double entropy() {
        return asGamma().entropy();
    }

    /**
     * {@inheritDoc} It is the Bregman divergence of log Γ from k_p/2 to k_q/2, as the sum of those of a log a − a and of g(a) = log Γ(a) − a log a
     * + a: two nonnegative terms, neither of which cancels.
     */
    @Override
    public double klTo(ChiSquared q) {
        double a = 0.5 * degrees;
        double b = 0.5 * q.degrees;
        return Logs.relativeEntropyTerm(b, a) + GammaRemainder.bregman(b, a);
    }

    @Override
    public double crossEntropyTo(ChiSquared q) {
        return asGamma().crossEntropyTo(q.asGamma());
    }

    /** {@inheritDoc} A draw beyond the positive doubles is the nearest of them; {@code asGamma().sampleLog(random)} has no such limit. */
    @Override
    public Double sample(RandomGenerator random) {
        return asGamma().sample(random);
    }

    @Override
    public Support support() {
        return Support.POSITIVE;
    }

    @Override
    public double center() {
        return asGamma().center();
    }

    @Override
    public double spread() {
        return asGamma().spread();
    }

    @Override
    public String toString() {
        return "χ²(" + degrees + ")";
    }

    /** log Γ(θ) on θ &gt; 0. */
    private static final class LogGammaPotential implements Potential {
        private static final Domain POSITIVE = Domain.positive(1);

        @Override
        public Domain domain() {
            return POSITIVE;
        }

        @Override
        public double value(double[] t) {
            return GammaRemainder.value(t[0]) + t[0] * (Math.log(t[0]) - 1);
        }

        @Override
        public void gradient(double[] t, double[] out) {
            out[0] = Polygamma.digamma(t[0]);
        }

        @Override
        public Hessian hessian(double[] t) {
            return Hessian.diagonal(Polygamma.trigamma(t[0]));
        }

        @Override
        public void third(double[] t, double[] u, double[] v, double[] out) {
            out[0] = Polygamma.tetragamma(t[0]) * u[0] * v[0];
        }
    }

    /** θη − log Γ(θ) with θ = ψ⁻¹(η), on all η. */
    private static final class Conjugate implements Potential {
        private static final Domain REALS = Domain.reals(1);

        @Override
        public Domain domain() {
            return REALS;
        }

        @Override
        public double value(double[] e) {
            // η − log θ = g′(θ), so that nothing large is left to cancel.
            double t = Polygamma.inverseDigamma(e[0]);
            return t * (GammaRemainder.derivative(t) + 1) - GammaRemainder.value(t);
        }

        @Override
        public void gradient(double[] e, double[] out) {
            out[0] = Polygamma.inverseDigamma(e[0]);
        }

        @Override
        public Hessian hessian(double[] e) {
            return Hessian.diagonal(1 / Polygamma.trigamma(Polygamma.inverseDigamma(e[0])));
        }

        @Override
        public void third(double[] e, double[] u, double[] v, double[] out) {
            double t = Polygamma.inverseDigamma(e[0]);
            double trigamma = Polygamma.trigamma(t);
            out[0] = -Polygamma.tetragamma(t) / trigamma * (u[0] / trigamma) * (v[0] / trigamma);
        }
    }

    /** The family of all chi-squared distributions. */
    private static final class Family extends NamedFamily<Double, ChiSquared> {
        Family() {
            super("chi-squared", List.of("degrees"), Legendre.of(new LogGammaPotential(), new Conjugate()));
        }

        @Override
        ChiSquared create(double[] parameters) {
            return new ChiSquared(parameters[0]);
        }

        @Override
        ChiSquared atNatural(double[] theta) {
            return new ChiSquared(2 * theta[0]);
        }

        @Override
        double[][] jacobian(Vec<Source> source) {
            return new double[][] {{0.5}};
        }

        @Override
        public ChiSquared atExpectation(Vec<Expectation> eta) {
            return atNatural(potential().conjugate().gradient(eta).toArray());
        }

        @Override
        public Vec<Expectation> statistic(Double x) {
            return Vec.of(Math.log(DomainException.requirePositive("observation", x)) - LOG_2);
        }

        @Override
        public double logBaseMeasure(Double x) {
            return x > 0 && x <= Double.MAX_VALUE ? -0.5 * x - Math.log(x) : Double.NEGATIVE_INFINITY;
        }
    }
}
