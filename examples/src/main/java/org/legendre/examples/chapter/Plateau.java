package org.legendre.examples.chapter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.legendre.examples.figure.Figure;
import org.legendre.examples.figure.Legend;
import org.legendre.geometry.Differential;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;
import org.legendre.geometry.family.NormalKnownVariance;
import org.legendre.geometry.model.Likelihood;
import org.legendre.geometry.model.Output;
import org.legendre.geometry.model.Perceptron;
import org.legendre.optimize.Column;
import org.legendre.optimize.Descent;
import org.legendre.optimize.Geometry;
import org.legendre.optimize.Run;
import org.legendre.optimize.Scheme;
import org.legendre.optimize.StepRule;
import org.legendre.optimize.Stopping;
import org.legendre.optimize.natural.NaturalGradient;
import org.legendre.optimize.natural.NegativeLogLikelihood;

/** A soft committee machine that learns from another one: the plateau of gradient descent, and how natural gradient leaves it. */
public final class Plateau implements Example {
    private static final int INPUTS = 5;
    private static final int WEIGHTS = 2 * INPUTS;
    private static final int EXAMPLES = 500;
    private static final double RATE = 0.1;
    /** Of the mean negative log-likelihood with variance 1: the rest is half the mean square error. */
    private static final double CONSTANT = 0.5 * Math.log(2 * Math.PI);

    /** Below this nothing is drawn. */
    private static final double FLOOR = 1e-9;

    private static final Stopping END = Stopping.valueBelow(CONSTANT + FLOOR).or(Stopping.iterations(10_000));
    /** An iterate in the middle of the plateau. */
    private static final int MIDDLE = 300;

    @Override
    public String title() {
        return "The plateau";
    }

    @Override
    public String prose() {
        return """
                A student network of two units z = erf(⟨w₁, x⟩/√2) + erf(⟨w₂, x⟩/√2) learns from a teacher of the same kind (Saad and Solla 1995). Its two units start alike and first learn the same thing, the mean of the teacher's. There the Fisher information is nearly singular: \
                moving the units apart hardly changes the outputs, so that the gradient in this direction is tiny, and gradient descent stays for a thousand steps before it tells the units apart.

                The natural gradient divides by the Fisher information: what changes the outputs little may change the weights much. With the same rate it passes without noticing (Rattray, Saad and Amari 1998). But the undamped unit step does not: nearly singular matrices make for steps far out of \
                where the model is a good one, all units saturate, and there is no way back. Damping that adapts by what each step gains against what it promised (Levenberg and Marquardt) takes the long steps where they are right, and needs no rate at all.""";
    }

    // begin: student
    private static final Perceptron<Double, NormalKnownVariance> STUDENT =
            Perceptron.committee(INPUTS, 2, Output.normal(1));

    /** The teacher's units look at one input each. */
    private static Likelihood<Double, NormalKnownVariance> lessons(SplittableRandom random) {
        Vec<Weights> teacher = Vec.generate(WEIGHTS, j -> j == 0 || j == INPUTS + 1 ? 1 : 0);
        double[][] inputs = new double[EXAMPLES][INPUTS];
        List<Double> outputs = new ArrayList<>();
        for (double[] x : inputs) {
            Arrays.setAll(x, j -> random.nextGaussian());
            outputs.add(STUDENT.predict(teacher, x).mean());
        }
        return Likelihood.of(STUDENT, inputs, outputs);
    }
    // end: student

    @Override
    public Findings work(boolean full, Consumer<String> progress) {
        SplittableRandom random = new SplittableRandom(1);
        Likelihood<Double, NormalKnownVariance> likelihood = lessons(random);
        Vec<Weights> start = Vec.generate(WEIGHTS, j -> 1e-3 * random.nextGaussian());
        progress.accept("a student of two units, four methods");
        // begin: methods
        NegativeLogLikelihood loss = NegativeLogLikelihood.of(likelihood);
        Descent<Weights, Differential<Weights>> gradient = Descent.of(
                        loss, Geometry.<Weights, Differential<Weights>>euclidean(WEIGHTS))
                .step(StepRule.constant(RATE));
        Descent<Weights, Differential<Weights>> natural = Descent.of(
                        loss,
                        NaturalGradient.of(WEIGHTS, w -> likelihood.fisher(w).damped(1e-3)))
                .step(StepRule.constant(RATE));
        Descent<Weights, Differential<Weights>> undamped = Descent.of(
                loss, NaturalGradient.of(WEIGHTS, w -> likelihood.fisher(w).damped(0)));
        Descent<Weights, Differential<Weights>> unit = undamped.step(StepRule.constant(1));
        Descent<Weights, Differential<Weights>> adaptive = undamped.by(Scheme.levenbergMarquardt());
        // end: methods
        double[] slow = losses(gradient, start);
        double[] quick = losses(natural, start);
        double[] lost = losses(unit, start);
        double[] adapted = losses(adaptive, start);
        double plateau = slow[MIDDLE];
        return Findings.NONE
                .number("half the mean square error on the plateau", plateau, "")
                .number("gradient descent: steps to half of that", below(plateau / 2, slow), "")
                .number("natural gradient at the same rate: steps", below(plateau / 2, quick), "")
                .number("adaptive damping: steps", below(plateau / 2, adapted), "")
                .number("undamped unit steps: where they fail", lost.length - 1.0, "")
                .picture(
                        "plateau-loss",
                        "Half the mean square error of the student against steps, on logarithmic axes. Gradient descent and natural gradient have the same rate 0.1; the other two take unit steps.",
                        Figure.titled("A student and its teacher")
                                .axes("iterate, from 1 (the start)", "half the mean square error")
                                .logX()
                                .logY()
                                .yRange(FLOOR, 1e4)
                                .legend(Legend.TOP_RIGHT)
                                .line("gradient descent", iterates(slow), slow)
                                .line("natural gradient, damping 0.001", iterates(quick), quick)
                                .line("natural gradient, adaptive damping", iterates(adapted), adapted)
                                .line("undamped unit steps", iterates(lost), lost)
                                .note("singular", lost.length, 3));
    }

    private static double[] losses(Descent<Weights, Differential<Weights>> method, Vec<Weights> start) {
        Run<Weights, Differential<Weights>> run =
                method.until(END).keepPoints(false).run(start);
        double[] values = run.trace().column(Column.VALUE);
        return Arrays.stream(values).map(v -> Math.max(v - CONSTANT, FLOOR)).toArray();
    }

    private static double[] iterates(double[] losses) {
        return IntStream.rangeClosed(1, losses.length).asDoubleStream().toArray();
    }

    /** The first step with less than a given loss. */
    private static double below(double level, double[] losses) {
        int k = 0;
        while (!(losses[k] < level)) {
            k++;
        }
        return k;
    }

    @Override
    public List<String> listings() {
        return List.of("student", "methods");
    }
}
