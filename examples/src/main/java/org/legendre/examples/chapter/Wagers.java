package org.legendre.examples.chapter;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.legendre.examples.data.Datasets;
import org.legendre.examples.figure.Figure;
import org.legendre.geometry.Differential;
import org.legendre.geometry.Probabilities;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;
import org.legendre.geometry.information.HorseRace;
import org.legendre.optimize.Descent;
import org.legendre.optimize.Geometry;
import org.legendre.optimize.Run;
import org.legendre.optimize.Scheme;
import org.legendre.optimize.Stopping;
import org.legendre.optimize.problem.LogOptimalPortfolio;

/** What a wrong belief costs in money: exactly at the races, at most on the stock exchange. */
public final class Wagers implements Example {
    private static final int STOCKS = 36;
    private static final int RACES = 2000;
    /** The duality gap, in nats a day, at which a portfolio is found. */
    private static final double TOLERANCE = 1e-9;

    @Override
    public String title() {
        return "Wagers";
    }

    @Override
    public String prose() {
        return """
                Horses win with p = (½, 0.3, 0.2) and pay 2, 3 and 6 for 1. Kelly (1956): who bets shares of all his money, race after race, grows it fastest by betting the shares p, whatever the odds. Who believes q and bets q grows more slowly by exactly KL(p‖q) a race: the divergence in nats is a rate of interest. \
                Here q = (0.2, 0.3, 0.5) turns a gain into a loss.

                On the stock exchange there is no horse that takes all, and the divergence is a bound: the portfolio that is log-optimal for a belief g, held in a world that follows f, grows by at most KL(f‖g) a day more slowly than the best one for f (Cover and Thomas 2006, theorem 16.4.1). Take for f the 5651 days of \
                Cover's data, equally likely, and for g the same days with weights that halve every h years back from the end: somebody who thinks the past fades. The picture shows what that costs and what it may cost at most. The price falls with the square of the belief's error, as the divergence does, but lies far below: \
                two beliefs that differ may still recommend much the same portfolio.""";
    }

    // begin: races
    private static final Probabilities WINS = Probabilities.of(.5, .3, .2);
    private static final Probabilities BELIEF = Probabilities.of(.2, .3, .5);
    private static final HorseRace RACE = HorseRace.of(WINS, 2, 3, 6);

    /** The log of the money of somebody who bets these shares, race after race. */
    private static double[] money(Probabilities bets, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] log = new double[RACES + 1];
        for (int i = 0; i < RACES; i++) {
            double u = random.nextDouble();
            int winner = u < .5 ? 0 : u < .8 ? 1 : 2;
            log[i + 1] = log[i] + Math.log(RACE.payoff(bets, winner));
        }
        return log;
    }
    // end: races

    // begin: portfolio
    /** Days that count half as much every so many years back from the last one. */
    private static Probabilities fading(int days, double years) {
        double[] weights = new double[days];
        Arrays.setAll(weights, t -> Math.pow(2, -(days - 1.0 - t) / (251 * years)));
        return Probabilities.normalized(weights);
    }

    /** The log-optimal portfolio for these probabilities of days, certified. */
    private static Vec<Weights> best(Probabilities belief, double[][] days) {
        Geometry<Weights, Differential<Weights>> roots = Geometry.hellinger(STOCKS);
        Run<Weights, Differential<Weights>> run = Descent.of(LogOptimalPortfolio.of(belief, days), roots)
                .by(Scheme.quasiNewton(40))
                .until(Stopping.gapBelow(TOLERANCE).or(Stopping.iterations(1000)))
                .run(Vec.generate(STOCKS, i -> 1.0 / STOCKS));
        return run.point();
    }
    // end: portfolio

    @Override
    public Findings work(boolean full, Consumer<String> progress) {
        double[][] days = Datasets.nyse();
        double[] halves = full
                ? new double[] {1, 1.5, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128}
                : new double[] {2, 4, 8, 16, 32, 64};
        Probabilities truth = Probabilities.uniform(days.length);
        LogOptimalPortfolio world = LogOptimalPortfolio.of(truth, days);
        double most = -world.value(best(truth, days).toArray());
        double[] lost = new double[halves.length];
        double[] bound = new double[halves.length];
        for (int i = 0; i < halves.length; i++) {
            progress.accept("days that fade with a half-life of " + halves[i] + " years");
            Probabilities belief = fading(days.length, halves[i]);
            lost[i] = most + world.value(best(belief, days).toArray());
            bound[i] = truth.klTo(belief);
        }
        int four = full ? 4 : 1;
        double[] races = new double[RACES + 1];
        Arrays.setAll(races, i -> i);
        double[] right = money(WINS, 5);
        double[] wrong = money(BELIEF, 5);
        return Findings.NONE
                .number("best rate of growth at the races", RACE.best(), "nats a race")
                .number("rate of the wrong belief", RACE.growth(BELIEF), "nats a race")
                .number("… lost, KL(p‖q)", RACE.lost(BELIEF), "nats a race")
                .number("… lost in 2000 simulated races, for each", (right[RACES] - wrong[RACES]) / RACES, "nats")
                .number("stock exchange: best growth", most, "nats a day")
                .number("half-life of 4 years: KL(f‖g)", bound[four], "nats")
                .number("… growth lost", lost[four], "nats a day")
                .picture(
                        "wagers-races",
                        "The logarithm of the money of two gamblers at the same 2000 races, and the straight lines of their rates of growth, W(p) and W(p) − KL(p‖q).",
                        Figure.titled("At the races")
                                .axes("race", "log of the money")
                                .line("bets p", races, right)
                                .line("believes q", races, wrong)
                                .dashed("W(p)", ends(), new double[] {0, RACES * RACE.best()})
                                .dashed("W(p) − KL(p‖q)", ends(), new double[] {0, RACES * RACE.growth(BELIEF)}))
                .picture(
                        "wagers-portfolio",
                        "Growth that the log-optimal portfolio of fading days loses on all 22 years, against its bound KL(f‖g), for half-lives of the past from one or two years to a lifetime.",
                        Figure.titled("On the stock exchange")
                                .axes("half-life of the past (years)", "nats a day")
                                .logX()
                                .logY()
                                .line("bound KL(f‖g)", halves, bound)
                                .line("growth lost", halves, lost));
    }

    private static double[] ends() {
        return new double[] {0, RACES};
    }

    @Override
    public List<String> listings() {
        return List.of("races", "portfolio");
    }
}
