package org.legendre.geometry.family;

import java.util.List;
import java.util.random.RandomGenerator;
import org.legendre.geometry.Differential;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.Metric;
import org.legendre.geometry.Source;
import org.legendre.geometry.Vec;
import org.legendre.geometry.special.Chords;

/**
 * The Cauchy distribution with density γ/(π(γ² + (x − m)²)). It is not an exponential family: it has density, divergence, Fisher metric and
 * distance, but no natural coordinates.
 *
 * @param location m, finite: the median
 * @param scale γ, positive and finite: half of the distance between the quartiles
 */
public record Cauchy(double location, double scale)
        implements Distribution<Double, Cauchy>, Parametric, Univariate, FisherRao<Cauchy> {
    private static final double LOG_PI = 1.1447298858494002;
    private static final double LOG_4 = 1.3862943611198906;

    /**
     * Checks the parameters.
     *
     * @param location m
     * @param scale γ
     * @throws DomainException if the location is not finite or the scale not positive and finite
     */
    public Cauchy {
        DomainException.requireFinite("location", location);
        DomainException.requirePositive("scale", scale);
    }

    /**
     * The distribution of the parameters in the order of the catalogue.
     *
     * @param parameters the location and the scale
     * @return the distribution
     * @throws DomainException if their number is not 2, the location not finite or the scale not positive and finite
     */
    public static Cauchy of(double... parameters) {
        DomainException.requireLength("parameters (location, scale)", parameters, 2);
        return new Cauchy(parameters[0], parameters[1]);
    }

    /**
     * Maximum likelihood: the only stationary point of the likelihood of both parameters (J. B. Copas, On the unimodality of the likelihood for the
     * Cauchy distribution, Biometrika 62 (1975)), by Newton steps on the half-plane. The error is a few roundings of the scale, divided by 1 − |c₂|²,
     * where c₂ is the mean of ((x − m − iγ)/(x − m + iγ))², near 0 for data as a Cauchy draws them.
     *
     * @param data the observations, at least three
     * @return the most likely distribution
     * @throws DomainException if an observation is not finite, or half of them or more are equal: the likelihood of a scale that goes to 0 there grows
     *     without bound, or for exactly half has no single maximum
     * @throws org.legendre.geometry.ConvergenceException if the steps do not settle, as when nearly half of the data nearly coincide
     */
    public static Cauchy maximumLikelihood(List<? extends Double> data) {
        return CauchyLikelihood.maximum(data);
    }

    @Override
    public Vec<Source> source() {
        return Vec.of(location, scale);
    }

    /** {@inheritDoc} In (m, γ) it is diag(1/2γ², 1/2γ²). */
    @Override
    public Metric<Source, Differential<Source>> fisherInSource() {
        double entry = 0.5 / scale / scale;
        return Metric.of(Hessian.diagonal(entry, entry));
    }

    @Override
    public double logDensity(Double x) {
        return logDensityAt(x);
    }

    @Override
    public double logDensityAt(double x) {
        if (!Double.isFinite(x)) {
            return Double.NEGATIVE_INFINITY;
        }
        double z = (x - location) / scale;
        return Math.abs(z) <= 1
                ? -LOG_PI - Math.log(scale) - Math.log1p(z * z)
                : Math.log(scale) - LOG_PI - logSquare(0.5 * x - 0.5 * location, 0.5 * scale);
    }

    /** log(4a² + 4b²) from the halves, which do not overflow. */
    private static double logSquare(double a, double b) {
        return LOG_4 + 2 * Math.log(Math.hypot(a, b));
    }

    /** {@inheritDoc} It is log 4πγ. */
    @Override
    public double entropy() {
        return LOG_4 + LOG_PI + Math.log(scale);
    }

    /**
     * {@inheritDoc} It is log(((γ_p + γ_q)² + (m_p − m_q)²)/4γ_pγ_q) = log(1 + c²/4), which is symmetric, with the chord c of the half-plane, c² =
     * ((γ_p − γ_q)² + (m_p − m_q)²)/γ_pγ_q. F. Chyzak and F. Nielsen, A closed-form formula for the Kullback–Leibler divergence between Cauchy
     * distributions (2019), theorem 1.
     */
    @Override
    public double klTo(Cauchy q) {
        double half = halfChord(q);
        return half <= 0x1p60 ? Math.log1p(half * half) : logOfLargeSquare(q);
    }

    /** ½c. */
    private double halfChord(Cauchy q) {
        double distance = Math.hypot(0.5 * location - 0.5 * q.location, 0.5 * scale - 0.5 * q.scale);
        return distance / Math.sqrt(scale) / Math.sqrt(q.scale);
    }

    /** log ¼c², where 1 does not count beside it. */
    private double logOfLargeSquare(Cauchy q) {
        return logSquare(0.5 * location - 0.5 * q.location, 0.5 * scale - 0.5 * q.scale)
                - LOG_4
                - Math.log(scale)
                - Math.log(q.scale);
    }

    /** {@inheritDoc} It is log(π((γ_p + γ_q)² + (m_p − m_q)²)/γ_q). */
    @Override
    public double crossEntropyTo(Cauchy q) {
        return LOG_PI - Math.log(q.scale) + logSquare(0.5 * location - 0.5 * q.location, 0.5 * scale + 0.5 * q.scale);
    }

    /**
     * {@inheritDoc} It is √2 arsinh(c/2), with c as in {@link #klTo}: the metric (dm² + dγ²)/2γ² is half that of the half-plane of curvature −1,
     * so that its curvature is −2 and its lengths are 1/√2 of those there.
     */
    @Override
    public double fisherRaoTo(Cauchy q) {
        double half = halfChord(q);
        double arc = half < Double.POSITIVE_INFINITY ? Chords.arsinh(half) : 0.5 * (LOG_4 + logOfLargeSquare(q));
        return Math.sqrt(2) * arc;
    }

    /** {@inheritDoc} A ratio of two normal draws; beyond the largest finite double that double, never ∞, which is no observation. */
    @Override
    public Double sample(RandomGenerator random) {
        double numerator = random.nextGaussian();
        double x = location + scale * (numerator / random.nextGaussian());
        return Math.min(Double.MAX_VALUE, Math.max(-Double.MAX_VALUE, x));
    }

    @Override
    public Support support() {
        return Support.REALS;
    }

    @Override
    public double center() {
        return location;
    }

    @Override
    public double spread() {
        return scale;
    }

    @Override
    public String toString() {
        return "Cauchy(location " + location + ", scale " + scale + ")";
    }
}
