package org.legendre.properties;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.legendre.geometry.Estimate;
import org.legendre.properties.Sample.Spread;

/** The Fisher metric is one tensor in all coordinates: JᵀGJ, with the Jacobians by extrapolation. */
final class CoordinateLaws {
    private static final int COST = 4;
    /** What extrapolated Jacobians of a chart see. */
    private static final double SHARP = 1e-8;
    /** Members that are known to fewer Fisher lengths than this have no metric to speak of. */
    private static final double KNOWN = 1e-6;

    private CoordinateLaws() {}

    static List<Law<ChartSubject>> all() {
        return List.of(source(), expectation());
    }

    private static Law<ChartSubject> source() {
        Law<ChartSubject> law = Law.forAll(
                ChartSubject.class,
                "fisher-source",
                "JᵀG_s(θ)J = ∇²ψ(θ) with J = ∂source/∂θ: the Fisher metric in source coordinates is that in θ",
                "S. Amari and H. Nagaoka, Methods of Information Geometry (2000), section 1.5",
                1e-10,
                (subject, sample) -> Points.point(
                        subject.potential(),
                        sample,
                        p -> pulled(p, sample, subject::source, subject.fisherInSource(p.theta), "source")));
        return law.on(Spread.MODERATE, Spread.WIDE).costly(COST);
    }

    private static Law<ChartSubject> expectation() {
        Law<ChartSubject> law = Law.forAll(
                ChartSubject.class,
                "fisher-expectation",
                "JᵀG_η(θ)J = ∇²ψ(θ) with J = ∂η/∂θ: the Fisher metric in expectation coordinates is that in θ, and so its inverse matrix",
                "S. Amari and H. Nagaoka, Methods of Information Geometry (2000), section 3.3",
                1e-10,
                (subject, sample) -> Points.point(
                        subject.potential(),
                        sample,
                        p -> pulled(
                                p, sample, subject.potential()::gradient, subject.fisherInExpectation(p.theta), "η")));
        return law.on(Spread.MODERATE, Spread.WIDE).costly(COST);
    }

    /** (Jv)ᵀG(Jw) against vᵀ∇²ψ w. */
    private static Finding pulled(
            Point p, Sample sample, UnaryOperator<double[]> chart, double[][] metric, String name) {
        double[] uncertainty = p.uncertainty();
        if (!(Rounding.absoluteDot(uncertainty, p.units) < KNOWN)) {
            return Finding.nothing("the member rounds too much");
        }
        double[] v = Rounding.unit(p.fisher, sample.direction());
        double[] w = Rounding.unit(p.fisher, sample.displacement());
        double step = Math.min(room(p, v), room(p, w));
        if (step == 0 || !resolved(p, v, step, chart) || !resolved(p, w, step, chart)) {
            return Finding.nothing("no direction or no room to step");
        }
        int n = p.size();
        double[] here = chart.apply(p.theta);
        // A node θ + tv rounds, and where θ is large that moves its member more than the rounding of its coordinates
        // does.
        double moved = Rounding.absoluteDot(p.units, p.theta);
        Estimate[] first = new Estimate[n];
        Estimate[] second = new Estimate[n];
        for (int i = 0; i < n; i++) {
            double noise = Rounding.EPSILON * p.condition * (Math.abs(here[i]) + (1 + moved) / Math.sqrt(metric[i][i]));
            first[i] = slope(p, v, chart, i, step, noise);
            second[i] = slope(p, w, chart, i, step, noise);
        }
        double product = 0;
        double error = 0;
        double size = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double term = first[i].value() * metric[i][j] * second[j].value();
                product += term;
                size += Math.abs(term);
                error += Math.abs(metric[i][j])
                        * (first[i].error() * (Math.abs(second[j].value()) + second[j].error())
                                + Math.abs(first[i].value()) * second[j].error());
            }
        }
        double[] lowered = Rounding.multiply(p.fisher, w);
        double expected = Rounding.dot(v, lowered);
        // The member whose metric this is stands somewhat aside of θ.
        for (int i = 0; i < n; i++) {
            double[] aside = p.theta.clone();
            aside[i] += uncertainty[i];
            if (p.subject.domain().contains(aside)) {
                double[] there = Rounding.multiply(p.subject.hessian(aside), w);
                error += 2 * Math.abs(Rounding.dot(v, Rounding.minus(there, lowered)));
            }
        }
        double bound = error + Rounding.ofTerms(n, p.condition * (1 + size));
        double value = product;
        return Finding.of(
                Math.abs(value - expected),
                bound,
                1,
                SHARP,
                () -> Chance.at(p, v) + ", w = " + Arrays.toString(w) + ": in " + name + " " + value + ", in θ "
                        + expected);
    }

    /** As far as {@link Points#step}, and no further than where binary64 tells a point from its neighbours. */
    private static double room(Point p, double[] v) {
        double step = Points.step(p.subject.domain(), p.theta, v);
        while (step > 0
                && !(p.subject.resolves(Rounding.axpy(step, v, p.theta))
                        && p.subject.resolves(Rounding.axpy(-step, v, p.theta)))) {
            step = step < 1e-9 ? 0 : step / 2;
        }
        return step;
    }

    /** Whether the ends of the longest steps are members too, as those far out may not be in binary64. */
    private static boolean resolved(Point p, double[] v, double step, UnaryOperator<double[]> chart) {
        return Chance.inferred(() -> chart.apply(Rounding.axpy(step, v, p.theta)))
                        .isPresent()
                && Chance.inferred(() -> chart.apply(Rounding.axpy(-step, v, p.theta)))
                        .isPresent();
    }

    private static Estimate slope(
            Point p, double[] v, UnaryOperator<double[]> chart, int i, double step, double noise) {
        DoubleUnaryOperator quotient =
                t -> (chart.apply(Rounding.axpy(t, v, p.theta))[i] - chart.apply(Rounding.axpy(-t, v, p.theta))[i])
                        / (2 * t);
        // A Fisher length may be very long for a chart: η = exp(θ) bends within a unit of θ.
        Estimate large = Extrapolation.even(quotient, step, noise);
        Estimate small = Extrapolation.even(quotient, step / 32, noise);
        Estimate better = large.error() <= small.error() ? large : small;
        return new Estimate(better.value(), better.error() + Math.abs(large.value() - small.value()), better.method());
    }
}
