package org.legendre.examples.chapter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.legendre.examples.figure.Figure;
import org.legendre.geometry.Chart;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Natural;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;
import org.legendre.geometry.family.Normal;
import org.legendre.optimize.Descent;
import org.legendre.optimize.Geometry;
import org.legendre.optimize.Iterate;
import org.legendre.optimize.Objective;
import org.legendre.optimize.Run;
import org.legendre.optimize.StepRule;
import org.legendre.optimize.Stopping;

/** Natural gradient along the straight lines of four charts, and the two pairs of mirror descent and natural gradient. */
public final class FourCharts implements Example {
    private static final Legendre<Natural, Expectation> PSI = Normal.FAMILY.potential();
    private static final Normal START = new Normal(2, 2);
    private static final Normal TARGET = new Normal(-1, 0.5);
    private static final int PAIRED = 500;

    @Override
    public String title() {
        return "One step, four charts";
    }

    @Override
    public String prose() {
        return """
                A normal N(2, 2) is led to N(−1, ½) by natural gradient of KL(p*‖p), one function and one metric. The tangent `−G⁻¹∇f` is a thing of the manifold, but a step of finite length has to follow some curve: \
                the straight lines of θ, which are the e-geodesics; those of η, the m-geodesics; those of the source parameters (μ, σ²); or those of a chart of one's own, here (μ, log σ). After one step of length t the ends \
                differ like t², so that in the limit of small steps all four follow the same curve, and at t = 0.1 they do not: invariance is exact for affine charts, and for others one of first order.

                Straight lines are also where mirror descent comes from. A step along the m-geodesic is mirror descent in θ with ψ, `∇ψ(θ₊) = ∇ψ(θ) − t∇f`, which is natural gradient in η; mirror descent in η with ψ* is natural gradient in θ, \
                along the e-geodesic. Both pairs are run side by side; what their iterates drift apart in 500 steps is rounding.""";
    }

    // begin: charts
    /** (μ, log σ) ↦ θ. */
    private static final Chart<Weights, Natural> LOGARITHM = Chart.of(
            z -> new Normal(z.get(0), Math.exp(2 * z.get(1))).natural(),
            theta -> Vec.of(normal(theta).mean(), 0.5 * Math.log(normal(theta).variance())),
            z -> {
                double precision = Math.exp(-2 * z.get(1));
                return new double[][] {{precision, -2 * z.get(0) * precision}, {0, precision}};
            });

    private static Map<String, Geometry<Natural, Expectation>> charts() {
        Map<String, Geometry<Natural, Expectation>> charts = new LinkedHashMap<>();
        charts.put("θ: e-geodesics", Geometry.natural(PSI));
        charts.put("η: m-geodesics", Geometry.mirror(PSI));
        charts.put("source: (μ, σ²)", Geometry.natural(PSI, Normal.FAMILY.source()));
        charts.put("own: (μ, log σ)", Geometry.natural(PSI, LOGARITHM));
        return charts;
    }
    // end: charts

    /** KL(p*‖p) = D_ψ(θ, θ*), with the differential η − η*. */
    private static Objective<Natural, Expectation> fit() {
        return Objective.of(
                2,
                theta -> TARGET.klTo(normal(theta)),
                theta -> PSI.gradient(theta).minus(TARGET.expectation()));
    }

    /** The same function of η: its differential is the natural gradient in θ. */
    private static Objective<Expectation, Natural> fitInExpectation() {
        return Objective.of(
                2,
                eta -> TARGET.klTo(Normal.FAMILY.atExpectation(eta)),
                eta -> PSI.conjugate().metric(eta).lower(eta.minus(TARGET.expectation())));
    }

    private static Normal normal(Vec<Natural> theta) {
        return Normal.FAMILY.member(theta);
    }

    private static Run<Natural, Expectation> run(Geometry<Natural, Expectation> geometry, double t, int steps) {
        return Descent.of(fit(), geometry)
                .step(StepRule.constant(t))
                .until(Stopping.iterations(steps))
                .run(START.natural());
    }

    private static Run<Expectation, Natural> runInExpectation(Geometry<Expectation, Natural> geometry) {
        return Descent.of(fitInExpectation(), geometry)
                .step(StepRule.constant(0.01))
                .until(Stopping.iterations(PAIRED))
                .run(START.expectation());
    }

    @Override
    public Findings work(boolean full, Consumer<String> progress) {
        progress.accept("steps in four charts");
        Findings findings = Findings.NONE
                .number("charts apart after one step of 0.1, in (μ, σ²)", apart(0.1, 1), "")
                .number("… after one step of 0.01", apart(0.01, 1), "")
                .number("… after one step of 0.001", apart(0.001, 1), "")
                .number("… at the time 1, in steps of 0.1", apart(0.1, 10), "")
                .number("… at the time 1, in steps of 0.001", apart(0.001, 1000), "");
        progress.accept("mirror descent beside natural gradient");
        findings = findings.number(
                        "natural gradient in θ against mirror descent in η with ψ*: drift in 500 steps",
                        drift(
                                run(Geometry.natural(PSI), 0.01, PAIRED),
                                runInExpectation(Geometry.mirror(PSI.conjugate()))),
                        "")
                .number(
                        "natural gradient in η against mirror descent in θ with ψ: drift in 500 steps",
                        drift(
                                run(Geometry.mirror(PSI), 0.01, PAIRED),
                                runInExpectation(Geometry.natural(PSI.conjugate()))),
                        "");
        return findings.picture(
                "four-charts",
                "The way from N(2, 2) to N(−1, ½) by natural gradient along the straight lines of four charts, in steps of 0.1 (left) and of 0.005 (right), where all of them follow the same curve.",
                paths("steps of 0.1", 0.1, 60),
                paths("steps of 0.005", 0.005, 1200));
    }

    /** The largest distance of two ends. */
    private static double apart(double t, int steps) {
        List<Normal> ends = charts().values().stream()
                .map(geometry -> normal(run(geometry, t, steps).point()))
                .toList();
        double largest = 0;
        for (Normal p : ends) {
            for (Normal q : ends) {
                largest = Math.max(largest, Math.hypot(p.mean() - q.mean(), p.variance() - q.variance()));
            }
        }
        return largest;
    }

    /** The largest difference of an entry of η, relative to 1 + |ηᵢ|. */
    private static double drift(Run<Natural, ?> inNatural, Run<Expectation, ?> inExpectation) {
        double worst = 0;
        for (int k = 0; k <= PAIRED; k++) {
            Vec<Expectation> there = PSI.gradient(inNatural.trace().get(k).point());
            Vec<Expectation> here = inExpectation.trace().get(k).point();
            for (int i = 0; i < 2; i++) {
                worst = Math.max(worst, Math.abs(there.get(i) - here.get(i)) / (1 + Math.abs(here.get(i))));
            }
        }
        return worst;
    }

    private static Figure paths(String title, double t, int steps) {
        Figure figure = Figure.titled(title).axes("mean μ", "variance σ²");
        for (Map.Entry<String, Geometry<Natural, Expectation>> chart : charts().entrySet()) {
            List<Normal> path = run(chart.getValue(), t, steps).trace().iterates().stream()
                    .map(Iterate::point)
                    .map(FourCharts::normal)
                    .toList();
            figure = figure.line(
                    chart.getKey(),
                    path.stream().mapToDouble(Normal::mean).toArray(),
                    path.stream().mapToDouble(Normal::variance).toArray());
        }
        double[] ends = {START.mean(), TARGET.mean()};
        double[] variances = {START.variance(), TARGET.variance()};
        return figure.points("start and target", ends, variances);
    }

    @Override
    public List<String> listings() {
        return List.of("charts");
    }
}
