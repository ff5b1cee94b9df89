package org.legendre.examples.chapter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.legendre.examples.data.Datasets;
import org.legendre.examples.figure.Figure;
import org.legendre.geometry.Differential;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;
import org.legendre.optimize.Descent;
import org.legendre.optimize.Geometry;
import org.legendre.optimize.Iterate;
import org.legendre.optimize.Outcome;
import org.legendre.optimize.Run;
import org.legendre.optimize.StepRule;
import org.legendre.optimize.Stopping;
import org.legendre.optimize.online.Learner;
import org.legendre.optimize.online.LearningRate;
import org.legendre.optimize.online.Online;
import org.legendre.optimize.online.RegretTheorem;
import org.legendre.optimize.problem.LogOptimalPortfolio;

/** Exponentiated gradient on 22 years of the New York Stock Exchange, day by day and in hindsight. */
public final class Portfolio implements Example {
    private static final int STOCKS = 36;
    /** The duality gap, in mean daily log return, at which the best portfolio is found. */
    private static final double TOLERANCE = 1e-14;

    /** On no day has a stock fallen to less than this part of what another one has. */
    private static final double SPREAD = 0.68;

    private static final Geometry<Weights, Differential<Weights>> SIMPLEX = Geometry.exponentiatedGradient(STOCKS);

    @Override
    public String title() {
        return "Portfolio";
    }

    @Override
    public String prose() {
        return """
                Cover's data: 36 stocks over 5651 trading days, 1962–1984. A portfolio is a point w of the simplex; on a day with price relatives x the wealth grows by ⟨w, x⟩. \
                Exponentiated gradient (Helmbold, Schapire, Singer and Warmuth 1998) moves the weights each evening by one mirror step on −log⟨w, x⟩ with η = 0.05, w ← w·exp(ηx/⟨w, x⟩), normalised: it needs no forecast. \
                Where price relatives stay away from zero and η is tuned to the horizon T, its mean daily log return comes within O(1/√T) of that of the best constant-rebalanced portfolio; on these days, with so small an η, \
                it stays near equal weights.

                In hindsight that best portfolio is the solution of a convex problem. Mirror descent with the step that relative smoothness allows finds it, and the Frank–Wolfe gap ⟨g, w⟩ − min g proves it: \
                no portfolio on the simplex has a mean daily log return that is larger by more than the gap. Most of its weights are zero; their logarithms run off to −∞ without ever becoming a zero that could not come back.""";
    }

    // begin: online
    /** One mirror step an evening, on that day's loss; its regret is counted against the best portfolio, known in hindsight. */
    private static Learner<Weights, Differential<Weights>> exponentiatedGradient(double rate, Vec<Weights> best) {
        return Online.mirrorDescent(SIMPLEX, uniform(), LearningRate.constant(rate))
                .against(best)
                .heldTo(RegretTheorem.portfolio(SPREAD))
                .start();
    }

    /** The weights of each day. */
    private static List<double[]> play(Learner<Weights, Differential<Weights>> learner, double[][] days) {
        List<double[]> weights = new ArrayList<>();
        for (double[] day : days) {
            weights.add(learner.weights());
            learner.observe(LogOptimalPortfolio.of(day));
        }
        return weights;
    }
    // end: online

    // begin: hindsight
    /** The best constant-rebalanced portfolio, with a certificate. */
    private static Run<Weights, Differential<Weights>> best(double[][] days) {
        return Descent.of(LogOptimalPortfolio.of(days), SIMPLEX)
                .step(StepRule.relativeSmoothness())
                .until(Stopping.gapBelow(TOLERANCE).or(Stopping.iterations(5000)))
                .run(uniform());
    }
    // end: hindsight

    private static Vec<Weights> uniform() {
        return Vec.generate(STOCKS, i -> 1.0 / STOCKS);
    }

    @Override
    public Findings work(boolean full, Consumer<String> progress) {
        double[][] days = Datasets.nyse();
        double[] equal = wealth(days, constant(days, uniform().toArray()));
        progress.accept("the best constant-rebalanced portfolio");
        Run<Weights, Differential<Weights>> run = best(days);
        double[] weights = run.point().toArray();
        progress.accept("exponentiated gradient over " + days.length + " days");
        Learner<Weights, Differential<Weights>> learner = exponentiatedGradient(.05, run.point());
        double[] online = wealth(days, play(learner, days));
        double[] hindsight = wealth(days, constant(days, weights));
        double[][] held = hold(days);
        double[] market = Arrays.stream(held)
                .mapToDouble(w -> Arrays.stream(w).average().orElseThrow())
                .toArray();
        int star = 0;
        for (int j = 1; j < STOCKS; j++) {
            star = last(held)[j] > last(held)[star] ? j : star;
        }
        int winner = star;
        double[] bestStock = Arrays.stream(held).mapToDouble(w -> w[winner]).toArray();
        boolean certified = run.outcome() instanceof Outcome.Certified;
        double[] time = new double[days.length];
        Arrays.setAll(time, i -> 1962.5 + 22.5 * i / days.length);
        List<Iterate<Weights>> trace = run.trace().iterates();
        return Findings.NONE
                .number("wealth: market (equal buy and hold)", last(market), "")
                .number("wealth: best stock", last(bestStock), "")
                .number("wealth: equal weights, rebalanced daily", last(equal), "")
                .number("wealth: exponentiated gradient, η = 0.05", last(online), "")
                .number("wealth: best constant-rebalanced portfolio", last(hindsight), "")
                .number("… its mean daily log return", -run.last().value(), "nats")
                .number(
                        "… certified to within (mean daily log return)",
                        certified ? TOLERANCE : Double.POSITIVE_INFINITY,
                        "nats")
                .number("… weight of stock 5", weights[5], "")
                .number("… weight of stock 8", weights[8], "")
                .number("… weight of stock 19", weights[19], "")
                .number("… weight of stock 22", weights[22], "")
                .number("… weight of stock 25", weights[25], "")
                .number(
                        "regret of exponentiated gradient against it",
                        learner.account().regret(),
                        "nats")
                .number("… which its theorem bounds by", learner.account().bound(), "nats")
                .picture(
                        "portfolio-wealth",
                        "Wealth from 1, on a logarithmic axis: rebalancing alone beats the market, and exponentiated gradient follows it; the best portfolio is known in hindsight only.",
                        Figure.titled("22 years of the New York Stock Exchange")
                                .axes("year", "wealth")
                                .logY()
                                .line("best constant-rebalanced (hindsight)", thin(time), thin(hindsight))
                                .line("best stock (hindsight)", thin(time), thin(bestStock))
                                .line("exponentiated gradient, η = 0.05", thin(time), thin(online))
                                .dashed("equal weights", thin(time), thin(equal))
                                .line("market", thin(time), thin(market)))
                .picture(
                        "portfolio-gap",
                        "The certificate: the Frank–Wolfe gap bounds what any portfolio could still gain in mean daily log return.",
                        Figure.titled("The best portfolio, certified")
                                .axes("iteration", "Frank–Wolfe gap (nats a day)")
                                .logY()
                                .line(
                                        "mirror descent, relative smoothness",
                                        trace.stream()
                                                .mapToDouble(Iterate::iteration)
                                                .toArray(),
                                        trace.stream().mapToDouble(Iterate::gap).toArray()));
    }

    private static double[] wealth(double[][] days, List<double[]> weights) {
        double[] path = new double[days.length];
        double money = 1;
        for (int i = 0; i < days.length; i++) {
            money *= growth(weights.get(i), days[i]);
            path[i] = money;
        }
        return path;
    }

    /** ⟨w, x⟩, by what the money grows in one day. */
    private static double growth(double[] w, double[] day) {
        double sum = 0;
        for (int j = 0; j < w.length; j++) {
            sum += w[j] * day[j];
        }
        return sum;
    }

    private static List<double[]> constant(double[][] days, double[] weights) {
        return Collections.nCopies(days.length, weights);
    }

    /** One unit in each stock, held. */
    private static double[][] hold(double[][] days) {
        double[][] held = new double[days.length][STOCKS];
        double[] money = new double[STOCKS];
        Arrays.fill(money, 1);
        for (int i = 0; i < days.length; i++) {
            for (int j = 0; j < STOCKS; j++) {
                money[j] *= days[i][j];
            }
            held[i] = money.clone();
        }
        return held;
    }

    /** Every tenth day, for the picture. */
    private static double[] thin(double[] path) {
        double[] thin = new double[(path.length + 9) / 10];
        Arrays.setAll(thin, i -> path[10 * i]);
        return thin;
    }

    private static double last(double[] path) {
        return path[path.length - 1];
    }

    private static double[] last(double[][] rows) {
        return rows[rows.length - 1];
    }

    @Override
    public List<String> listings() {
        return List.of("online", "hindsight");
    }
}
