package org.legendre.examples.chapter;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.legendre.examples.figure.Figure;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Natural;
import org.legendre.geometry.Vec;
import org.legendre.geometry.family.Categorical;
import org.legendre.geometry.family.ExponentialFamily;
import org.legendre.geometry.family.Gamma;
import org.legendre.geometry.family.Member;
import org.legendre.geometry.family.Normal;
import org.legendre.geometry.family.Poisson;

/** The Fisher metric is the second-order part of the Kullback–Leibler divergence: the error falls with slope 1. */
public final class FisherUpClose implements Example {
    private static final int POINTS = 41;

    @Override
    public String title() {
        return "KL is Fisher up close";
    }

    @Override
    public String prose() {
        return """
                Near a point θ of an exponential family, `KL(θ+tv‖θ) = ½t²·vᵀGv + O(t³)`, with G = ∇²ψ(θ) the Fisher metric. So KL/t² tends to ½vᵀGv, and the difference, drawn on logarithmic axes \
                against t, is a line of slope 1: to first order it is t·∇³ψ(θ)[v, v, v]/3.

                The right panel is about numerics. The textbook formula ψ(θ) − ψ(θ+tv) + t⟨v, ∇ψ(θ+tv)⟩ subtracts numbers of order one to find a divergence of order t²: below t ≈ 10⁻⁵ only rounding is left of it. \
                The divergence that the library returns keeps its relative accuracy, and its line goes on until, near t = 10⁻⁸, the point θ + tv itself cannot be told apart finely enough in 53 bits.""";
    }

    /** A family's point and direction, with the name of its curve. */
    private record Case<T, M extends Member<T, M>>(
            String name, ExponentialFamily<T, M> family, M point, Vec<Natural> direction) {
        // begin: agreement
        /** |KL(θ+tv‖θ)/t² − ½vᵀGv|. */
        double error(double t) {
            Vec<Natural> theta = point.natural();
            M moved = family.member(theta.plus(direction.times(t)));
            return Math.abs(moved.klTo(point) / (t * t) - 0.5 * point.fisher().squaredNorm(direction));
        }
        // end: agreement

        /** The same with the textbook formula, which cancels. */
        double naiveError(double t) {
            Legendre<Natural, Expectation> psi = family.potential();
            Vec<Natural> moved = point.natural().plus(direction.times(t));
            double naive = psi.value(point.natural()) - psi.value(moved) + t * direction.dot(psi.gradient(moved));
            return Math.abs(naive / (t * t) - 0.5 * point.fisher().squaredNorm(direction));
        }

        /** The least-squares slope of log error against log t. */
        double slope(double[] ts) {
            double meanX = Arrays.stream(ts).map(Math::log).average().orElseThrow();
            double meanY =
                    Arrays.stream(ts).map(t -> Math.log(error(t))).average().orElseThrow();
            double xy = 0;
            double xx = 0;
            for (double t : ts) {
                xy += (Math.log(t) - meanX) * (Math.log(error(t)) - meanY);
                xx += (Math.log(t) - meanX) * (Math.log(t) - meanX);
            }
            return xy / xx;
        }
    }

    @Override
    public Findings work(boolean full, Consumer<String> progress) {
        List<Case<?, ?>> cases = List.of(
                new Case<>("Poisson(3)", Poisson.FAMILY, new Poisson(3), Vec.of(1)),
                new Case<>("N(1, 2)", Normal.FAMILY, new Normal(1, 2), Vec.of(.5, .1)),
                new Case<>("Gamma(2, 3)", Gamma.FAMILY, new Gamma(2, 3), Vec.of(1, .5)),
                new Case<>(
                        "Categorical(.2, .3, .5)", Categorical.family(3), Categorical.of(.2, .3, .5), Vec.of(1, -2)));
        double[] steps = new double[POINTS];
        Arrays.setAll(steps, i -> Math.pow(10, -6 + 5.0 * i / (POINTS - 1)));
        double[] small = new double[POINTS];
        Arrays.setAll(small, i -> Math.pow(10, -5 + 2.0 * i / (POINTS - 1)));
        Figure errors = Figure.titled("|KL/t² − ½vᵀGv| falls like t")
                .axes("t", "error (nats)")
                .logX()
                .logY();
        Findings findings = Findings.NONE;
        for (Case<?, ?> one : cases) {
            errors = errors.line(
                    one.name(), steps, Arrays.stream(steps).map(one::error).toArray());
            findings = findings.number(one.name() + ": ½vᵀGv", limit(one), "nats")
                    .number(one.name() + ": slope of the error", one.slope(small), "");
        }
        double[] wide = new double[POINTS * 2];
        Arrays.setAll(wide, i -> Math.pow(10, -8 + 7.0 * i / (wide.length - 1)));
        Case<?, ?> gamma = cases.get(2);
        Figure numerics = Figure.titled("Gamma(2, 3): which KL is it made of?")
                .axes("t", "error (nats)")
                .logX()
                .logY()
                .line(
                        "KL of the library",
                        wide,
                        Arrays.stream(wide).map(gamma::error).toArray())
                .points(
                        "textbook difference",
                        wide,
                        Arrays.stream(wide).map(gamma::naiveError).toArray());
        return findings.picture(
                "fisher-up-close",
                "Left: the error of the local model falls with slope 1 in four families. Right: the same for one of them over seven decades, with the divergence of the library and with the textbook difference, which is rounding error below t ≈ 10⁻⁵.",
                errors,
                numerics);
    }

    private static <T, M extends Member<T, M>> double limit(Case<T, M> one) {
        return 0.5 * one.point().fisher().squaredNorm(one.direction());
    }

    @Override
    public List<String> listings() {
        return List.of("agreement");
    }
}
