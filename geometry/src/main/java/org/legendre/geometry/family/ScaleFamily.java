package org.legendre.geometry.family;

import java.util.Arrays;
import java.util.List;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Natural;
import org.legendre.geometry.Source;
import org.legendre.geometry.Vec;

/**
 * The families with ψ(θ) = −c log(−θ): a distance d(x) ≥ 0 of the observation, raised to a power k, is the statistic T(x) = d(x)ᵏ, a gamma
 * variable of shape c and rate −θ = f sᵉ, where s is the parameter. Exponential, Laplace, Rayleigh, Weibull and Pareto laws (c = 1) and normals of
 * known mean (c = ½) are of this kind; each says what d is and lists its four numbers.
 */
abstract class ScaleFamily<M extends ScaleMember<M>> extends NamedFamily<Double, M> {
    private static final Legendre<Natural, Expectation> EXPONENTIAL = ScalePotential.legendre(1);

    private final Kind kind;

    ScaleFamily(String name, List<String> parameterNames, Kind kind) {
        super(name, parameterNames, kind.shape == 1 ? EXPONENTIAL : ScalePotential.legendre(kind.shape));
        this.kind = kind;
    }

    /**
     * What makes one family another.
     *
     * @param shape c
     * @param factor f
     * @param power e
     * @param statisticPower k
     * @param shared the parameters that all members share
     */
    record Kind(double shape, double factor, double power, double statisticPower, List<Double> shared) {
        Kind(double shape, double factor, double power, double statisticPower, double... shared) {
            this(
                    shape,
                    factor,
                    power,
                    statisticPower,
                    Arrays.stream(shared).boxed().toList());
        }
    }

    /** The member of the parameter s. */
    abstract M at(double s);

    /** d(x); refuses what no member can draw. */
    abstract double distance(double x);

    /** Why there is no largest likelihood if all distances are 0. */
    String degenerate() {
        return "observations that are not all 0";
    }

    static <M extends ScaleMember<M>> ScaleFamily<M> of(ExponentialFamily<Double, M> family) {
        return (ScaleFamily<M>) family;
    }

    /** The family of both. */
    static <M extends ScaleMember<M>> ScaleFamily<M> common(ScaleMember<M> p, M q) {
        ScaleFamily<M> family = of(p.family());
        if (!family.equals(q.family())) {
            throw new DomainException("second argument", q, "a member of the family of " + p);
        }
        return family;
    }

    double shape() {
        return kind.shape;
    }

    double power() {
        return kind.power;
    }

    double rate(double s) {
        double rate = kind.factor * Math.pow(s, kind.power);
        return DomainException.requirePositive("−θ, the rate of " + this + " at the parameter " + s + ",", rate);
    }

    /** The shared parameters come first. */
    @Override
    M create(double[] parameters) {
        for (int i = 0; i < kind.shared.size(); i++) {
            if (!(parameters[i] == kind.shared.get(i))) {
                throw new DomainException(parameterNames().get(i), parameters[i], "the one of the family " + this);
            }
        }
        return at(parameters[kind.shared.size()]);
    }

    @Override
    M atNatural(double[] theta) {
        return at(Math.pow(-theta[0] / kind.factor, 1 / kind.power));
    }

    @Override
    M atSource(double[] source) {
        return at(DomainException.requireLength("source", source, 1)[0]);
    }

    @Override
    double[][] jacobian(Vec<Source> source) {
        double s = source.get(0);
        return new double[][] {{-kind.power * (rate(s) / s)}};
    }

    @Override
    public M atExpectation(Vec<Expectation> eta) {
        double mean = potential().conjugate().domain().require("η", eta.toArray())[0];
        return at(Math.pow(mean * (kind.factor / kind.shape), -1 / kind.power));
    }

    @Override
    public Vec<Expectation> statistic(Double x) {
        return Vec.of(Math.pow(distance(x), kind.statisticPower));
    }

    /** {@inheritDoc} From the power mean of the distances relative to the largest, so that no power leaves the range. */
    @Override
    public M maximumLikelihood(List<? extends Double> data) {
        Statistics.requireData(data);
        double largest = 0;
        for (double x : data) {
            largest = Math.max(largest, distance(x));
        }
        if (!(largest > 0)) {
            throw new DomainException("largest distance", largest, degenerate() + " (no likelihood is the largest)");
        }
        double mean = 0;
        int count = 0;
        for (double x : data) {
            count++;
            mean += (Math.pow(distance(x) / largest, kind.statisticPower) - mean) / count;
        }
        return at(Math.pow(mean * (kind.factor / kind.shape), -1 / kind.power)
                * Math.pow(largest, -kind.statisticPower / kind.power));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(name());
        for (int i = 0; i < kind.shared.size(); i++) {
            text.append(i == 0 ? " (" : ", ").append(parameterNames().get(i)).append(' ');
            text.append(kind.shared.get(i));
        }
        return text.append(kind.shared.isEmpty() ? "" : ")").toString();
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof ScaleFamily<?> family && name().equals(family.name()) && kind.equals(family.kind);
    }

    @Override
    public final int hashCode() {
        return 31 * name().hashCode() + kind.hashCode();
    }
}
