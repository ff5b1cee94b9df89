package org.legendre.examples.chapter;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.legendre.examples.data.Datasets;
import org.legendre.examples.figure.Figure;
import org.legendre.examples.figure.Grid;
import org.legendre.geometry.Bits;
import org.legendre.geometry.family.Normal;
import org.legendre.geometry.information.Information;
import org.legendre.geometry.information.JointTable;

/** Which pixels tell the digit, and how surprising each trading day was. */
public final class Surprises implements Example {
    private static final int SIDE = 8;
    private static final int GREYS = 17;
    private static final int DIGITS = 10;
    /** From here on a pixel of 0–16 is ink. */
    private static final int INK = 8;
    /** Samples of the picture along the side of a pixel, which blur its edge only. */
    private static final int SHARP = 12;

    /** About a year of trading. */
    private static final int MEMORY = 250;

    @Override
    public String title() {
        return "What tells, and what surprises";
    }

    @Override
    public String prose() {
        return """
                Which pixels of a handwritten digit tell most about which digit it is? Mutual information answers without any model of digits: I(pixel; digit) is how many bits the grey of one pixel takes off the log₂ 10 = 3.32 bits of not knowing. On 1797 digits of 8 × 8 pixels the best single pixel tells \
                two thirds of a bit, and three at the edge, always white, exactly nothing: the formula, a sum of nonnegative terms, returns 0 and not 10⁻¹⁷. Frequencies from a finite sample tell too much, by about (17 − 1)(10 − 1)/(2·1797) = 0.04 nats where all greys occur; in black and white, with 2 − 1 for 17 − 1, this bias is 16 times smaller. The right map \
                shows what each pixel adds, in black and white, once the best one is known, I(pixel; digit | best): the best one itself nothing at all, its neighbours above and beside it little, and the other side of the figure more than all else.

                Surprise is pointwise. Each evening a gambler holds a normal law, fitted to the mean log return of 36 stocks over the last 250 days; the next day has the surprisal −log p(return). Its mean is the cross-entropy of what happens to what was believed; if the belief were right, it would be the belief's entropy. \
                The excess over that is ½(z² − 1) nats on a day z standard deviations off. Were the belief right, its mean would be near 0, and it would be above 5 on five days of these 5401; it is so on 43 days, in clusters, and once nearly 24: the market has thicker tails than a normal law, and a memory.""";
    }

    // begin: pixels
    /** The joint distribution of a pixel, of so many levels, of the best one and of the digit. */
    private static JointTable table(double[][] rows, int pixel, int best) {
        long[] counts = new long[2 * 2 * DIGITS];
        for (double[] row : rows) {
            int ink = row[pixel] >= INK ? 1 : 0;
            int bestInk = row[best] >= INK ? 1 : 0;
            counts[(ink * 2 + bestInk) * DIGITS + (int) row[SIDE * SIDE]]++;
        }
        return JointTable.ofCounts(new int[] {2, 2, DIGITS}, counts);
    }

    /** I(pixel; digit) of all greys. */
    private static double information(double[][] rows, int pixel) {
        long[] counts = new long[GREYS * DIGITS];
        for (double[] row : rows) {
            int level = (int) row[pixel];
            counts[level * DIGITS + (int) row[SIDE * SIDE]]++;
        }
        return Information.mutualInformation(JointTable.ofCounts(new int[] {GREYS, DIGITS}, counts), 0, 1);
    }
    // end: pixels

    // begin: days
    /** What a day was more surprising than its forecast expected: −log p(return) − H(p), in nats. */
    private static double excess(double[] returns, int day) {
        Normal belief = Normal.FAMILY.maximumLikelihood(
                Arrays.stream(returns, day - MEMORY, day).boxed().toList());
        return -belief.logDensity(returns[day]) - belief.entropy();
    }
    // end: days

    @Override
    public Findings work(boolean full, Consumer<String> progress) {
        double[][] rows = Datasets.digits();
        double[] grey = new double[SIDE * SIDE];
        Arrays.setAll(grey, pixel -> information(rows, pixel));
        int best = largest(grey);
        double[] further = new double[SIDE * SIDE];
        Arrays.setAll(
                further,
                pixel -> pixel == best
                        ? 0
                        : Information.conditionalMutualInformation(table(rows, pixel, best), 0, 2, 1));
        double[] ink = new double[SIDE * SIDE];
        Arrays.setAll(ink, pixel -> Information.mutualInformation(table(rows, pixel, best), 0, 2));
        int second = largest(further);
        progress.accept("days of the New York Stock Exchange");
        double[] returns = returns();
        double[] years = new double[returns.length - MEMORY];
        double[] excess = new double[years.length];
        Arrays.setAll(years, i -> 1962.5 + 22.5 * (i + MEMORY) / returns.length);
        Arrays.setAll(excess, i -> excess(returns, i + MEMORY));
        int worst = largest(excess);
        return Findings.NONE
                .number("entropy of the digit", bits(digitEntropy(rows)), "bits")
                .number("most informative pixel: row", row(best), "of 8, from above")
                .number("… column", column(best), "of 8")
                .number("… what it tells", bits(grey[best]), "bits")
                .number("… in black and white", bits(ink[best]), "bits")
                .number(
                        "pixels that tell exactly nothing",
                        (double) Arrays.stream(grey).filter(i -> i == 0).count(),
                        "")
                .number("given it, the next one: row", row(second), "of 8, from above")
                .number("given it, the next one: column", column(second), "of 8")
                .number("… what it adds, in black and white", bits(further[second]), "bits")
                .number("days forecast", excess.length, "")
                .number(
                        "mean excess of surprise",
                        Arrays.stream(excess).average().orElseThrow(),
                        "nats")
                .number("greatest excess", excess[worst], "nats")
                .number("… on day", worst + MEMORY + 1.0, "of 5651")
                .number("… when the mean log return was", returns[worst + MEMORY], "")
                .number(
                        "days with an excess above 5 nats",
                        (double) Arrays.stream(excess).filter(e -> e > 5).count(),
                        "")
                .picture(
                        "surprises-pixels",
                        "Which pixels tell the digit. Left, I(pixel; digit) with all greys, in bits; right, what a pixel adds in black and white once the best one is known.",
                        map("One pixel", grey),
                        map("A second pixel", further))
                .picture(
                        "surprises-days",
                        "Surprise of each trading day beyond what a normal forecast from the last 250 days expected: 0 on average, if tails were normal.",
                        Figure.titled("How surprising was the day?")
                                .axes("year", "excess surprise (nats)")
                                .points("one day", years, excess));
    }

    /** From above, from 1. */
    private static int row(int pixel) {
        return pixel / SIDE + 1;
    }

    private static int column(int pixel) {
        return pixel % SIDE + 1;
    }

    private static double bits(double nats) {
        return Bits.ofNats(nats).value();
    }

    private static double digitEntropy(double[][] rows) {
        return Information.entropy(table(rows, 0, 1), 2);
    }

    private static int largest(double[] x) {
        int at = 0;
        for (int i = 1; i < x.length; i++) {
            at = x[i] > x[at] ? i : at;
        }
        return at;
    }

    private static double[] returns() {
        return Arrays.stream(Datasets.nyse())
                .mapToDouble(day -> Math.log(Arrays.stream(day).average().orElseThrow()))
                .toArray();
    }

    /** Squares of one colour, the first row on top. */
    private static Figure map(String title, double[] nats) {
        double[] place = new double[SIDE * SHARP];
        Arrays.setAll(place, i -> 0.5 + (i + 0.5) / SHARP);
        double[][] z = new double[place.length][place.length];
        for (int i = 0; i < place.length; i++) {
            for (int j = 0; j < place.length; j++) {
                int row = SIDE - 1 - j / SHARP;
                z[i][j] = bits(nats[row * SIDE + i / SHARP]);
            }
        }
        return Figure.titled(title)
                .axes("column", "row, from below")
                .heatMap("bits", Grid.of(place, place, z))
                .equalAxes();
    }

    @Override
    public List<String> listings() {
        return List.of("pixels", "days");
    }
}
