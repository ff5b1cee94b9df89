package org.legendre.examples.chapter;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleUnaryOperator;
import org.legendre.examples.figure.Figure;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Natural;
import org.legendre.geometry.Vec;
import org.legendre.geometry.divergence.Divergences;
import org.legendre.geometry.family.Normal;
import org.legendre.optimize.Descent;
import org.legendre.optimize.Geometry;
import org.legendre.optimize.Objective;
import org.legendre.optimize.Run;
import org.legendre.optimize.StepRule;
import org.legendre.optimize.Stopping;

/** One Gaussian for two peaks: the forward divergence covers both, the reverse one takes one of them. */
public final class ForwardAndReverse implements Example {
    private static final Legendre<Natural, Expectation> PSI = Normal.FAMILY.potential();

    private final TwoPeaks target = new TwoPeaks(3);

    @Override
    public String title() {
        return "Forward and reverse";
    }

    @Override
    public String prose() {
        return """
                The target P = ½N(−3, 1) + ½N(3, 1) is fitted by one normal q, both ways round. The forward divergence `KL(P‖q)` is ψ(θ) − ⟨θ, E_P[T]⟩ up to a constant, convex in θ: its optimum matches the moments \
                of the target, N(0, 10), and covers both peaks (mean-seeking). Mirror descent on θ with ψ as the mirror map and unit step lands on it in a single step, because its dual step is η ← η − (η − E_P[T]).

                The reverse divergence `KL(q‖P)` is not convex. From a start near a peak the fit sits down on that peak (mode-seeking); from a symmetric start it ends in a local optimum between the peaks that is worse. \
                The method is natural gradient in θ, written as what it also is: mirror descent on η with ψ*. Its differentials come from Bonnet's and Price's identities, ∂E_q[f]/∂μ = E_q[f′] and ∂E_q[f]/∂σ² = ½E_q[f″].""";
    }

    // begin: forward
    /** KL(P‖q) up to a constant, in θ; its differential lives in η. */
    private Objective<Natural, Expectation> forward() {
        Vec<Expectation> moments = target.moments();
        return Objective.of(
                2,
                theta -> PSI.value(theta) - moments.dot(theta),
                theta -> PSI.gradient(theta).minus(moments));
    }

    private Run<Natural, Expectation> fitForward(Normal start) {
        return Descent.of(forward(), Geometry.mirror(PSI))
                .step(StepRule.constant(1))
                .until(Stopping.decrementBelow(1e-24).or(Stopping.iterations(10)))
                .run(start.natural());
    }
    // end: forward

    // begin: reverse
    /** KL(q‖P) in η; its differential lives in θ. */
    private Objective<Expectation, Natural> reverse() {
        return Objective.of(2, eta -> reverseKl(Normal.FAMILY.atExpectation(eta)), eta -> {
            Normal q = Normal.FAMILY.atExpectation(eta);
            double[] e = target.expectations(q);
            double byVariance = -0.5 / q.variance() - 0.5 * e[2];
            return Vec.of(-e[1] - 2 * q.mean() * byVariance, byVariance);
        });
    }

    private double reverseKl(Normal q) {
        return -q.entropy() - target.expectations(q)[0];
    }

    private Run<Expectation, Natural> fitReverse(Normal start) {
        return Descent.of(reverse(), Geometry.mirror(PSI.conjugate()))
                .step(StepRule.armijo())
                .until(Stopping.decrementBelow(1e-22).or(Stopping.iterations(2000)))
                .run(start.expectation());
    }
    // end: reverse

    @Override
    public Findings work(boolean full, Consumer<String> progress) {
        progress.accept("forward fit");
        Run<Natural, Expectation> forward = fitForward(new Normal(1, 1));
        Normal covering = Normal.FAMILY.member(forward.point());
        progress.accept("reverse fits");
        Run<Expectation, Natural> onPeak = fitReverse(new Normal(2, 1));
        Run<Expectation, Natural> between = fitReverse(new Normal(0, 4));
        Normal peak = Normal.FAMILY.atExpectation(onPeak.point());
        Normal centred = Normal.FAMILY.atExpectation(between.point());
        double[] xs = new double[601];
        Arrays.setAll(xs, i -> -9 + 0.03 * i);
        return Findings.NONE
                .number("forward fit: mean", covering.mean(), "")
                .number("forward fit: variance", covering.variance(), "")
                .number(
                        "forward fit: KL(P‖q)",
                        Divergences.klByQuadrature(target, covering).value(),
                        "nats")
                .number("forward fit: steps", forward.last().iteration(), "")
                .number("reverse fit on a peak: mean", peak.mean(), "")
                .number("reverse fit on a peak: standard deviation", peak.deviation(), "")
                .number(
                        "reverse fit on a peak: KL(q‖P)",
                        Divergences.klByQuadrature(peak, target).value(),
                        "nats")
                .number("reverse fit between the peaks: mean", centred.mean(), "")
                .number("reverse fit between the peaks: standard deviation", centred.deviation(), "")
                .number(
                        "reverse fit between the peaks: KL(q‖P)",
                        Divergences.klByQuadrature(centred, target).value(),
                        "nats")
                .picture(
                        "forward-and-reverse",
                        "The target (filled) and its three fits: forward KL covers both peaks, reverse KL takes one of them, or, from a symmetric start, settles between them.",
                        Figure.titled("One normal for two peaks")
                                .axes("x", "density")
                                .area("target P", xs, density(xs, x -> Math.exp(target.logDensityAt(x))))
                                .line("forward: least KL(P‖q)", xs, density(xs, covering::density))
                                .line("reverse: least KL(q‖P)", xs, density(xs, peak::density))
                                .dashed("reverse, local optimum", xs, density(xs, centred::density)));
    }

    private static double[] density(double[] xs, DoubleUnaryOperator f) {
        return Arrays.stream(xs).map(f).toArray();
    }

    @Override
    public List<String> listings() {
        return List.of("forward", "reverse");
    }
}
