package org.legendre.examples.chapter;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.numbers.gamma.LogGamma;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.legendre.examples.figure.Figure;
import org.legendre.examples.figure.Legend;
import org.legendre.geometry.Vec;
import org.legendre.geometry.family.Bernoulli;
import org.legendre.geometry.family.Beta;
import org.legendre.geometry.family.Dirichlet;
import org.legendre.geometry.family.Gamma;
import org.legendre.geometry.family.Normal;
import org.legendre.geometry.family.Poisson;
import org.legendre.geometry.special.Polygamma;

/** Where textbook formulas lose their digits, and what the library returns there. */
public final class LastDigit implements Example {
    private static final int POINTS = 57;
    private static final DfpField DECIMAL = new DfpField(60);

    @Override
    public String title() {
        return "Right to the last digit";
    }

    @Override
    public String prose() {
        return """
                A divergence is small exactly when it matters most: near convergence, between successive iterates, inside a metric. There the textbook formulas subtract numbers that nearly agree. The curves show the relative error of \
                three of them against 60-digit arithmetic, as q approaches p: by a relative distance of 10⁻⁸ no digit is left, and half of the results are negative or zero. The library's own formulas are sums of terms ≥ 0 (r − 1 − log r for scales, \
                p log(p/q) − p + q for masses, an integral of the Fisher metric for everything else), and stay within a few units of the last digit at any distance.

                At the other end are large parameters: an entropy of order ten between terms of order 10¹⁰. The table gives, for some classic cases, what the textbook formula yields in binary64 and what the library returns.""";
    }

    /** A divergence between members at relative distance t, three ways. */
    private record Case(
            String name,
            DoubleUnaryOperator library,
            DoubleUnaryOperator textbook,
            DoubleUnaryOperator q,
            Truth truth) {
        double error(DoubleUnaryOperator value, double t) {
            Dfp truth = truth().at(q.applyAsDouble(t));
            Dfp error = DECIMAL.newDfp(value.applyAsDouble(q.applyAsDouble(t)))
                    .subtract(truth)
                    .abs()
                    .divide(truth);
            // An exact result has no place on a logarithmic axis: it is drawn at the bottom.
            return Math.max(error.toDouble(), 1e-17);
        }
    }

    /** The divergence in decimal arithmetic, as a function of q's parameter. */
    private interface Truth {
        Dfp at(double q);
    }

    // begin: textbook
    private static double textbookNormal(double v) {
        return 0.5 * (2 / v - 1 + Math.log(v / 2)); // KL(N(0, 2)‖N(0, v))
    }

    private static double textbookPoisson(double rate) {
        return 3 * Math.log(3 / rate) - 3 + rate; // KL(Poisson(3)‖Poisson(rate))
    }

    private static double textbookBernoulli(double q) {
        return 0.3 * Math.log(0.3 / q) + 0.7 * Math.log(0.7 / (1 - q)); // KL(Bernoulli(.3)‖Bernoulli(q))
    }
    // end: textbook

    private static List<Case> cases() {
        // begin: library
        DoubleUnaryOperator normal = v -> new Normal(0, 2).klTo(new Normal(0, v));
        DoubleUnaryOperator poisson = rate -> new Poisson(3).klTo(new Poisson(rate));
        DoubleUnaryOperator bernoulli = q -> new Bernoulli(0.3).klTo(new Bernoulli(q));
        // end: library
        return List.of(
                new Case("N(0, 2) to N(0, 2 + 2t)", normal, LastDigit::textbookNormal, t -> 2 * (1 + t), v -> {
                    Dfp r = exact(2).divide(exact(v));
                    return r.subtract(1).subtract(r.log()).divide(2);
                }),
                new Case(
                        "Poisson(3) to (3 + 3t)",
                        poisson,
                        LastDigit::textbookPoisson,
                        t -> 3 * (1 + t),
                        rate -> term(exact(3), exact(rate))),
                new Case(
                        "Bernoulli(.3) to (.3 + .3t)",
                        bernoulli,
                        LastDigit::textbookBernoulli,
                        t -> 0.3 * (1 + t),
                        q -> term(exact(0.3), exact(q))
                                .add(term(exact(1).subtract(exact(0.3)), exact(1).subtract(exact(q))))));
    }

    private static Dfp exact(double x) {
        return DECIMAL.newDfp(x);
    }

    /** p log(p/q) − p + q. */
    private static Dfp term(Dfp p, Dfp q) {
        return p.multiply(p.divide(q).log()).subtract(p).add(q);
    }

    @Override
    public Findings work(boolean full, Consumer<String> progress) {
        double[] distances = new double[POINTS];
        Arrays.setAll(distances, i -> Math.pow(10, -14 + 14.0 * i / (POINTS - 1)));
        Figure textbook = Figure.titled("Textbook formula")
                .axes("relative distance t", "relative error")
                .logX()
                .logY()
                .yRange(1e-17, 1e12)
                .legend(Legend.NONE);
        Figure library = Figure.titled("The library")
                .axes("relative distance t", "relative error")
                .logX()
                .logY()
                .yRange(1e-17, 1e12);
        Findings findings = Findings.NONE;
        for (Case one : cases()) {
            double[] bad = Arrays.stream(distances)
                    .map(t -> one.error(one.textbook, t))
                    .toArray();
            double[] good =
                    Arrays.stream(distances).map(t -> one.error(one.library, t)).toArray();
            textbook = textbook.points(one.name, distances, bad);
            library = library.points(one.name, distances, good);
            findings = findings.number(
                            one.name + ", t = 1e-9: textbook",
                            one.textbook.applyAsDouble(one.q.applyAsDouble(1e-9)),
                            "nats")
                    .number(
                            one.name + ", t = 1e-9: library",
                            one.library.applyAsDouble(one.q.applyAsDouble(1e-9)),
                            "nats");
        }
        return extremes(findings)
                .picture(
                        "last-digit",
                        "Relative error of KL against 60-digit arithmetic as q approaches p. Left, the textbook formulas lose two digits for each decade. Right, the library's stay at rounding level; exact results are drawn at 10⁻¹⁷. One legend serves both.",
                        textbook,
                        library);
    }

    private static Findings extremes(Findings findings) {
        double a = 1e10;
        double textbookGamma = -Polygamma.digamma(a) - LogGamma.value(a) + LogGamma.value(a + 1);
        double textbookBeta = LogGamma.value(1e3)
                + LogGamma.value(1e10)
                - LogGamma.value(1e3 + 1e10)
                - (1e3 - 1) * Polygamma.digamma(1e3)
                - (1e10 - 1) * Polygamma.digamma(1e10)
                + (1e3 + 1e10 - 2) * Polygamma.digamma(1e3 + 1e10);
        double textbookDirichlet = 2 * LogGamma.value(1e15)
                - LogGamma.value(2e15)
                - 2 * (1e15 - 1) * Polygamma.digamma(1e15)
                + (2e15 - 2) * Polygamma.digamma(2e15);
        return findings.number("KL of Gamma(1e10, 1) to Gamma(1e10 + 1, 1): textbook", textbookGamma, "nats")
                .number(
                        "KL of Gamma(1e10, 1) to Gamma(1e10 + 1, 1): library",
                        new Gamma(a, 1).klTo(new Gamma(a + 1, 1)),
                        "nats")
                .number("entropy of Beta(1e3, 1e10): textbook", textbookBeta, "nats")
                .number("entropy of Beta(1e3, 1e10): library", new Beta(1e3, 1e10).entropy(), "nats")
                .number("entropy of Dirichlet(1e15, 1e15): textbook", textbookDirichlet, "nats")
                .number(
                        "entropy of Dirichlet(1e15, 1e15): library",
                        new Dirichlet(Vec.of(1e15, 1e15)).entropy(),
                        "nats")
                .number(
                        "KL of N(0, 1e-300) to N(0, 1): library",
                        Normal.meanDeviation(0, 1e-150).klTo(new Normal(0, 1)),
                        "nats");
    }

    @Override
    public List<String> listings() {
        return List.of("textbook", "library");
    }
}
