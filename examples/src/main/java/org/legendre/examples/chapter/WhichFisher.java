package org.legendre.examples.chapter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.legendre.examples.data.Datasets;
import org.legendre.examples.figure.Curve;
import org.legendre.examples.figure.Figure;
import org.legendre.examples.figure.Grid;
import org.legendre.examples.figure.Layer;
import org.legendre.examples.figure.Legend;
import org.legendre.geometry.Differential;
import org.legendre.geometry.Domain;
import org.legendre.geometry.Metric;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;
import org.legendre.geometry.family.NormalKnownVariance;
import org.legendre.geometry.model.Likelihood;
import org.legendre.geometry.model.Output;
import org.legendre.geometry.model.ParametricModel;
import org.legendre.optimize.Descent;
import org.legendre.optimize.Geometry;
import org.legendre.optimize.Run;
import org.legendre.optimize.StepRule;
import org.legendre.optimize.Stopping;
import org.legendre.optimize.natural.NaturalGradient;
import org.legendre.optimize.natural.NegativeLogLikelihood;

/** Exact and empirical Fisher matrices as fields of directions, and natural gradient as steepest descent in KL. */
public final class WhichFisher implements Example {
    private static final Vec<Weights> FAR = Vec.of(2, -0.25);
    /** Where arrows begin, along either axis. */
    private static final int ARROWS = 11;

    private static final double LOW = -0.5;
    private static final double HIGH = 2.5;
    private static final double FLAT = -0.5;
    private static final double STEEP = 1.5;

    @Override
    public String title() {
        return "Which Fisher?";
    }

    @Override
    public String prose() {
        return """
                The Fisher information is F = E[ssᵀ], s the score of an output that the *model* distributes. The empirical Fisher matrix F̃ takes the *observed* outputs instead, needs no expectation, and is often taken for the other. \
                Here a normal of known variance has the mean w₁ + w₂x, x the petal length of an iris above 3 cm, and the output is its petal width. Natural gradient `w ← w − F⁻¹∇f(w)` is at the optimum after one step from anywhere. With F̃ \
                the arrows turn away from it, far from it the squares of the residuals make the steps a hundred times too short, and near it those of a good fit make them too long: with unit steps it ends by jumping to and fro across the optimum for \
                ever (after figure 1 of Kunstner, Hennig and Balles, 2019). Where the model is right and the weights are the \
                true ones both matrices agree in the limit of many data, but one steps from elsewhere. The types keep them apart: `NaturalGradient.of` does not take an empirical matrix.

                What is steepest depends on what a length is. Of all weights at the same small divergence KL(w‖w + v) = ε those with the least loss lie where natural gradient points to, in the limit of small ε; those at the same \
                Euclidean distance lie where the differential does (Amari 1998, theorem 1). The last panel measures the angle between the best point of the ball and −F⁻¹∇f: it falls like √ε.""";
    }

    /** The petal widths given the petal lengths above 3 cm, with the variance of the residuals. */
    private static Likelihood<Double, NormalKnownVariance> regression(double variance) {
        double[][] inputs = Arrays.stream(Datasets.iris())
                .map(row -> new double[] {1, row[2] - 3})
                .toArray(double[][]::new);
        List<Double> widths = Arrays.stream(Datasets.iris()).map(row -> row[3]).toList();
        return Likelihood.of(ParametricModel.linear(2, Output.normal(variance)), inputs, widths);
    }

    // begin: kinds
    private static Run<Weights, ?> exact(Likelihood<Double, NormalKnownVariance> likelihood) {
        return run(likelihood, NaturalGradient.of(2, w -> likelihood.fisher(w).damped(0)));
    }

    /** By no natural gradient: {@code NaturalGradient.of} refuses it, any metric makes a geometry. */
    private static Run<Weights, ?> empirical(Likelihood<Double, NormalKnownVariance> likelihood) {
        return run(
                likelihood,
                Geometry.natural(
                        Domain.reals(2), w -> likelihood.empiricalFisher(w).damped(0)));
    }

    private static Run<Weights, ?> run(
            Likelihood<Double, NormalKnownVariance> likelihood, Geometry<Weights, Differential<Weights>> geometry) {
        return Descent.of(NegativeLogLikelihood.of(likelihood), geometry)
                .step(StepRule.constant(1))
                .until(Stopping.decrementBelow(1e-12).or(Stopping.iterations(1000)))
                .run(FAR);
    }
    // end: kinds

    @Override
    public Findings work(boolean full, Consumer<String> progress) {
        progress.accept("fields of exact and of empirical Fisher matrices");
        Vec<Weights> optimum = exact(regression(1)).point();
        double variance = -2 * (regression(1).logLikelihood(optimum) + 0.5 * Math.log(2 * Math.PI));
        Likelihood<Double, NormalKnownVariance> likelihood = regression(variance);
        Vec<Weights> way = optimum.minus(FAR);
        Vec<Weights> step = raised(likelihood.empiricalFisher(FAR).damped(0), likelihood, FAR);
        Run<Weights, ?> byEmpirical = empirical(likelihood);
        Findings findings = Findings.NONE
                .number("intercept at 3 cm", optimum.get(0), "cm")
                .number("slope", optimum.get(1), "")
                .number("variance of the residuals", variance, "cm²")
                .number("exact: steps to the optimum", exact(likelihood).last().iteration(), "")
                .number(
                        "empirical: loss above the least after 10 steps",
                        missing(byEmpirical, 10, likelihood, optimum),
                        "nats")
                .number(
                        "empirical: loss above the least after 1000 steps",
                        missing(byEmpirical, 1000, likelihood, optimum),
                        "nats")
                .number("empirical: angle of the first step to the way", degrees(step, way), "°")
                .number("empirical: length of the first step over the way", length(step) / length(way), "");
        findings = findings.picture(
                "which-fisher",
                "Loss of a linear regression in its two weights, and where one step points from each, the optimum being the dot: along the differential, with the exact Fisher information (all to the optimum), and with the empirical matrix. All arrows have the same length.",
                field(
                        "gradient descent",
                        likelihood,
                        optimum,
                        w -> Vec.of(likelihood.score(w).toArray())),
                field(
                        "natural gradient",
                        likelihood,
                        optimum,
                        w -> raised(likelihood.fisher(w).damped(0), likelihood, w)),
                field(
                        "with the empirical Fisher matrix",
                        likelihood,
                        optimum,
                        w -> raised(likelihood.empiricalFisher(w).damped(0), likelihood, w)));
        progress.accept("the steepest descent in KL");
        return new SteepestInKl().work(findings);
    }

    private static double missing(Run<Weights, ?> run, int step, Likelihood<?, ?> likelihood, Vec<Weights> optimum) {
        return run.trace().get(step).value() + likelihood.logLikelihood(optimum);
    }

    /** The step up the likelihood. */
    private static Vec<Weights> raised(
            Metric<Weights, Differential<Weights>> metric, Likelihood<?, ?> likelihood, Vec<Weights> w) {
        return metric.raise(likelihood.score(w));
    }

    static double length(Vec<Weights> v) {
        return Math.hypot(v.get(0), v.get(1));
    }

    /** The angle between two tangents of the plane. */
    static double degrees(Vec<Weights> a, Vec<Weights> b) {
        double cross = a.get(0) * b.get(1) - a.get(1) * b.get(0);
        return Math.toDegrees(Math.abs(Math.atan2(cross, a.get(0) * b.get(0) + a.get(1) * b.get(1))));
    }

    private static Figure field(
            String title, Likelihood<?, ?> likelihood, Vec<Weights> optimum, UnaryOperator<Vec<Weights>> direction) {
        double best = -likelihood.logLikelihood(optimum);
        Grid loss = Grid.of(
                spaced(LOW, HIGH, 61),
                spaced(FLAT, STEEP, 61),
                (a, b) -> Math.sqrt(-likelihood.logLikelihood(Vec.of(a, b)) - best));
        List<Curve> arrows = new ArrayList<>();
        for (double a : spaced(LOW + 0.2, HIGH - 0.2, ARROWS)) {
            for (double b : spaced(FLAT + 0.15, STEEP - 0.15, ARROWS)) {
                arrows.addAll(arrow(a, b, direction.apply(Vec.of(a, b))));
            }
        }
        return Figure.titled(title)
                .axes("intercept w₁", "slope w₂")
                .xRange(LOW, HIGH)
                .yRange(FLAT, STEEP)
                .contours("", loss, 1, 2, 4, 6, 8, 10)
                .with(new Layer.Lines("", arrows, Layer.Stroke.SOLID))
                .legend(Legend.NONE)
                .points("", new double[] {optimum.get(0)}, new double[] {optimum.get(1)});
    }

    /** A shaft and a head, as long as the axes see them alike. */
    private static List<Curve> arrow(double a, double b, Vec<Weights> direction) {
        double width = HIGH - LOW;
        double height = STEEP - FLAT;
        double norm = Math.hypot(direction.get(0) / width, direction.get(1) / height);
        double x = 0.065 * direction.get(0) / norm;
        double y = 0.065 * direction.get(1) / norm;
        double acrossX = -0.25 * y * width / height;
        double acrossY = 0.25 * x * height / width;
        double tipX = a + x;
        double tipY = b + y;
        return List.of(
                Curve.of(new double[] {a, tipX}, new double[] {b, tipY}),
                Curve.of(
                        new double[] {tipX - 0.35 * x + acrossX, tipX, tipX - 0.35 * x - acrossX},
                        new double[] {tipY - 0.35 * y + acrossY, tipY, tipY - 0.35 * y - acrossY}));
    }

    static double[] spaced(double from, double to, int n) {
        double[] x = new double[n];
        Arrays.setAll(x, i -> from + (to - from) * i / (n - 1));
        return x;
    }

    @Override
    public List<String> listings() {
        return List.of("kinds");
    }
}
