package org.legendre.geometry.family;

import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.legendre.geometry.Estimate;
import org.legendre.geometry.Natural;
import org.legendre.geometry.Vec;
import org.legendre.geometry.special.Quadrature;

/** A density or probability on the line known by its formula only; where its mass lies is searched for. */
final class OwnDensity implements Univariate {
    private final OwnFamily.Line line;
    private final Vec<Natural> theta;
    private final double logPartition;
    private final Peak peak;
    private @Nullable InverseSampler sampler;

    OwnDensity(OwnFamily.Line line, Vec<Natural> theta, double logPartition) {
        this.line = line;
        this.theta = theta;
        this.logPartition = logPartition;
        this.peak = Peak.of(this::logDensityAt, line.support());
    }

    @Override
    public Support support() {
        return line.support();
    }

    @Override
    public double logDensityAt(double x) {
        return line.logWeight(x, theta) - logPartition;
    }

    @Override
    public double center() {
        return peak.center();
    }

    @Override
    public double spread() {
        return peak.spread();
    }

    Estimate totalProbability() {
        Quadrature.Integral total = integral(x -> Math.exp(logDensityAt(x)));
        return new Estimate(total.value(), total.error(), method());
    }

    /** E[log h], the positive and the negative part apart, so that each is an integral of something nonnegative. */
    Estimate expectedLogBaseMeasure() {
        Quadrature.Integral above =
                integral(x -> weighted(x, Math.max(line.logBaseMeasure().applyAsDouble(x), 0)));
        Quadrature.Integral below =
                integral(x -> weighted(x, Math.max(-line.logBaseMeasure().applyAsDouble(x), 0)));
        double error = above.error() + below.error();
        return error < Double.POSITIVE_INFINITY
                ? new Estimate(above.value() - below.value(), error, method())
                : new Estimate(0, error, method() + ", which diverges");
    }

    private double weighted(double x, double value) {
        double density = Math.exp(logDensityAt(x));
        return density == 0 ? 0 : density * value;
    }

    private Quadrature.Integral integral(DoubleUnaryOperator f) {
        double[] points = Quadrature.around(center(), spread());
        Support support = support();
        return support.lattice()
                ? Quadrature.sum(f, support.lower(), support.upper(), points)
                : Quadrature.integrate(f, support.lower(), support.upper(), points);
    }

    private String method() {
        return support().lattice() ? "sum over the lattice, tails bounded" : "double exponential quadrature";
    }

    double quantile(double u) {
        InverseSampler known = sampler;
        if (known == null) {
            known = support().lattice() ? InverseSampler.lattice(this) : InverseSampler.continuous(this);
            sampler = known;
        }
        return known.quantile(u);
    }
}
