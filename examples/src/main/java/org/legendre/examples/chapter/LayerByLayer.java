package org.legendre.examples.chapter;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.legendre.examples.data.Digits;
import org.legendre.examples.figure.Figure;
import org.legendre.examples.figure.Legend;
import org.legendre.geometry.ConjugateGradients;
import org.legendre.geometry.Differential;
import org.legendre.geometry.Weights;
import org.legendre.geometry.family.Categorical;
import org.legendre.geometry.model.Activation;
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

/** Natural gradient of a perceptron on handwritten digits: exact, and by Kronecker factors, per step and per second. */
public final class LayerByLayer implements Example {
    private static final int QUICK = 500;
    private static final int ALL = 1797;
    private static final int STEPS = 40;
    private static final int GRADIENT_STEPS = 400;
    private static final double RIDGE = 1e-4;
    private static final double DAMPING = 3e-3;

    private static final Perceptron<Integer, Categorical> MODEL =
            Perceptron.of(64, Output.categorical(10)).hidden(20, Activation.TANH);

    @Override
    public String title() {
        return "Layer by layer";
    }

    @Override
    public String prose() {
        return """
                A perceptron of 64 pixels, 20 hidden units and ten classes has 1510 weights, and its Fisher matrix more than two million entries. Its products with vectors cost little more than a gradient, so that conjugate gradients give the exact natural gradient \
                without the matrix. Kronecker factors (Martens and Grosse 2015) are cheaper still: of each layer they keep the mean square A of what it receives and the mean square G of the score at its sums, take the two for independent, and \
                solve G⊗A by solving A and G. Here G is an expectation over the outputs of the model in closed form, where usually labels are drawn.

                Step by step the three natural gradients keep close together, and which of them is ahead depends on the damping λ more than on the matrix. Second by second Kronecker factors are ahead at first: a step costs a few of gradient descent, which \
                needs more than ten times as many. Correcting the eigenvalues (George and others 2018) brings the matrix nearer to the exact one, for another pass through the data. The seconds are those of the run that drew this; everything else repeats to the last bit.""";
    }

    /** A method and what came of it. */
    private record Entry(String name, Descent<Weights, Differential<Weights>> method, int steps) {
        Entry {
            method = method.keepPoints(false);
        }

        Run<Weights, Differential<Weights>> run(int most) {
            return method.until(Stopping.iterations(most)).run(MODEL.initial(new SplittableRandom(1)));
        }
    }

    /** A run with its name. */
    private record Named(String name, Run<Weights, Differential<Weights>> run) {
        double[] column(Column column) {
            return run.trace().column(column);
        }
    }

    // begin: methods
    private static List<Entry> methods(Likelihood<?, ?> digits) {
        var loss = NegativeLogLikelihood.of(digits).withRidge(RIDGE);
        int p = digits.size();
        var factors = NaturalGradient.of(p, w -> digits.fisher(w).kronecker().dampedInFactors(DAMPING));
        var corrected = NaturalGradient.of(
                p, w -> digits.fisher(w).kronecker().eigenvalueCorrected().damped(DAMPING));
        var solver = ConjugateGradients.to(1e-2);
        var exact = NaturalGradient.of(p, w -> digits.fisher(w).damped(DAMPING).by(solver));
        var one = StepRule.armijoFrom(1);
        return List.of(
                new Entry("K-FAC", Descent.of(loss, factors).step(one), STEPS),
                new Entry("EKFAC", Descent.of(loss, corrected).step(one), STEPS),
                new Entry(
                        "exact",
                        Descent.of(loss, exact).by(Scheme.warmStarted()).step(one),
                        STEPS),
                new Entry("gradient descent", Descent.of(loss, Geometry.euclidean(p)), GRADIENT_STEPS));
    }
    // end: methods

    private static List<Named> runs(int n, Consumer<String> progress) {
        return methods(Digits.likelihood(MODEL, n)).stream()
                .map(entry -> {
                    progress.accept(n + " digits, " + entry.name());
                    entry.run(3); // for a warm virtual machine
                    return new Named(entry.name(), entry.run(entry.steps()));
                })
                .toList();
    }

    @Override
    public Findings work(boolean full, Consumer<String> progress) {
        List<Named> runs = runs(QUICK, progress);
        Findings findings =
                Findings.NONE.number("loss at the start", runs.get(0).column(Column.VALUE)[0], "nats");
        for (Named run : runs) {
            for (int k : new int[] {5, STEPS}) {
                findings = findings.number(
                        run.name() + ": loss after " + k + " steps", run.column(Column.VALUE)[k], "nats");
            }
        }
        double level = runs.get(0).column(Column.VALUE)[5];
        double[] slow = runs.get(runs.size() - 1).column(Column.VALUE);
        findings = findings.number(
                        "gradient descent: loss after " + GRADIENT_STEPS + " steps", slow[GRADIENT_STEPS], "nats")
                .number(
                        "gradient descent: steps to the loss of five by K-FAC",
                        (double) Arrays.stream(slow)
                                .filter(value -> value > level)
                                .count(),
                        "");
        findings = picture(findings, "layer-by-layer", QUICK, runs);
        return full ? picture(findings, "layer-by-layer-all", ALL, runs(ALL, progress)) : findings;
    }

    private static Findings picture(Findings findings, String name, int n, List<Named> runs) {
        double[] seconds = runs.get(2).column(Column.SECONDS);
        return findings.picture(
                name,
                "The loss on " + n
                        + " digits against steps and, until the last step of the exact natural gradient, against seconds: the same runs.",
                lines("Per step", "step", 2.0 * STEPS, Column.ITERATION, runs),
                lines("Per second", "seconds", seconds[seconds.length - 1], Column.SECONDS, runs));
    }

    private static Figure lines(String title, String label, double end, Column across, List<Named> runs) {
        Figure figure = Figure.titled(title)
                .axes(label, "loss (nats)")
                .xRange(0, end)
                .logY()
                .yRange(0.01, 3)
                .legend(Legend.TOP_RIGHT);
        for (Named run : runs) {
            figure = figure.line(run.name(), run.column(across), run.column(Column.VALUE));
        }
        return figure;
    }

    @Override
    public List<String> listings() {
        return List.of("methods");
    }
}
