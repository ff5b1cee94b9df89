package org.legendre.examples.chapter;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.legendre.examples.figure.Figure;
import org.legendre.examples.figure.Legend;
import org.legendre.optimize.online.RegretAccount;
import org.legendre.optimize.theory.Certificate.Line;

/** The regret of Hedge against fair coins, for few actions and for many, under its bounds. */
final class RegretPicture {
    private static final int ROUNDS = 10_000;

    private RegretPicture() {}

    static Findings of(Findings findings) {
        Figure figure = Figure.titled("Regret under its bounds")
                .axes("round", "regret")
                .xRange(0, ROUNDS)
                .yRange(-5, 250)
                .legend(Legend.TOP_LEFT);
        Findings all = findings;
        for (int n : new int[] {2, 10, 100, 1000}) {
            RegretAccount account = Accountable.regret(n, ROUNDS);
            all = all.number("regret of Hedge over its bound, n = " + n, account.ratio(), "");
            List<Line> lines = account.lines().stream()
                    .filter(line -> line.iteration() % 20 == 0)
                    .toList();
            double[] rounds = column(lines, Line::iteration);
            figure = figure.reference(n == 2 ? "bounds" : "", rounds, column(lines, Line::bound))
                    .line("n = " + n, rounds, column(lines, Line::quantity));
        }
        return all.picture(
                "accountable-regret",
                "The regret of Hedge against n fair coins, and what the theorem allows at each round for the rate that is best after 10,000. The more actions, the more of the bound is used.",
                figure);
    }

    private static double[] column(List<Line> lines, ToDoubleFunction<Line> column) {
        return lines.stream().mapToDouble(column).toArray();
    }
}
