package org.legendre.geometry.family;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.legendre.geometry.Estimate;
import org.legendre.geometry.Natural;
import org.legendre.geometry.Vec;
import org.legendre.geometry.special.Quadrature;

/** A density or probability on the line known by its formula only; where its mass lies is searched for. */
final class OwnDensity implements Univariate {
    private static final int STEPS = 256;
    private static final double REACH = 16;

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

    /**
     * E[log h], the positive and the negative part apart, so that each is an integral of something nonnegative; cut where log h changes its sign, for there
     * the parts have a kink.
     */
    Estimate expectedLogBaseMeasure() {
        double[] cuts = signChanges();
        Quadrature.Integral above =
                integral(x -> weighted(x, Math.max(line.logBaseMeasure().applyAsDouble(x), 0)), cuts);
        Quadrature.Integral below =
                integral(x -> weighted(x, Math.max(-line.logBaseMeasure().applyAsDouble(x), 0)), cuts);
        double error = above.error() + below.error();
        return error < Double.POSITIVE_INFINITY
                ? new Estimate(above.value() - below.value(), error, method())
                : new Estimate(0, error, method() + ", which diverges");
    }

    private double weighted(double x, double value) {
        double density = Math.exp(logDensityAt(x));
        return density == 0 ? 0 : density * value;
    }

    /** Roots of log h where most of the probability lies. */
    private double[] signChanges() {
        double low = Math.max(support().lower(), center() - REACH * spread());
        double step = (Math.min(support().upper(), center() + REACH * spread()) - low) / STEPS;
        return IntStream.range(0, STEPS)
                .filter(i -> positive(low + i * step) != positive(low + (i + 1) * step))
                .mapToDouble(i -> root(low + i * step, low + (i + 1) * step))
                .toArray();
    }

    private boolean positive(double x) {
        return line.logBaseMeasure().applyAsDouble(x) > 0;
    }

    private double root(double from, double to) {
        boolean side = positive(from);
        double near = from;
        double far = to;
        for (int k = 0; k < 60; k++) {
            double middle = 0.5 * (near + far);
            if (positive(middle) == side) {
                near = middle;
            } else {
                far = middle;
            }
        }
        return far;
    }

    private Quadrature.Integral integral(DoubleUnaryOperator f, double... cuts) {
        double[] points = DoubleStream.concat(Arrays.stream(Quadrature.around(center(), spread())), Arrays.stream(cuts))
                .toArray();
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
