package org.legendre.optimize.online;

import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The numbers of an account: all that it needs to go on. */
final class Ledger implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Round, loss of the learner, loss of the comparator, regret, bound. */
    static final int COLUMNS = 5;

    /** The loss of the learner. */
    final Totals loss;

    /** The loss of the comparison point, or of each coordinate where the best action is compared with. */
    final Totals others;

    final Totals rates;
    double rate = Double.POSITIVE_INFINITY;
    int rounds;

    /** Σ|xᵢgᵢ| and |f(u)| over all rounds, which rounding is relative to. */
    double size;

    @Nullable
    String broken;

    int brokenAt;

    @Nullable
    String exceeded;

    int exceededAt;
    double least = Double.POSITIVE_INFINITY;
    int leastAt;

    private double[] lines = new double[16 * COLUMNS];
    private int lineCount;

    Ledger(int others) {
        this.loss = new Totals(1);
        this.others = new Totals(others);
        this.rates = new Totals(1);
    }

    Ledger(Ledger other) {
        this.loss = new Totals(other.loss);
        this.others = new Totals(other.others);
        this.rates = new Totals(other.rates);
        this.rate = other.rate;
        this.rounds = other.rounds;
        this.size = other.size;
        this.broken = other.broken;
        this.brokenAt = other.brokenAt;
        this.exceeded = other.exceeded;
        this.exceededAt = other.exceededAt;
        this.least = other.least;
        this.leastAt = other.leastAt;
        this.lines = other.lines.clone();
        this.lineCount = other.lineCount;
    }

    /** Whether a number of rounds has at most three significant digits: 900 lines for ten times as many rounds. */
    private static boolean keeps(int round) {
        int unit = 1;
        while (round / unit >= 1000) {
            unit *= 10;
        }
        return round % unit == 0;
    }

    /** Writes a line, in place of the last one if that is not kept. */
    void write(double... line) {
        if (lineCount > 0 && !keeps((int) lines[(lineCount - 1) * COLUMNS])) {
            lineCount--;
        }
        int at = lineCount * COLUMNS;
        if (at == lines.length) {
            lines = Arrays.copyOf(lines, 2 * at);
        }
        System.arraycopy(line, 0, lines, at, COLUMNS);
        lineCount++;
    }

    int lineCount() {
        return lineCount;
    }

    double line(int k, int column) {
        return lines[k * COLUMNS + column];
    }

    /** An entry of the last line, 0 before the first. */
    double last(int column) {
        return lineCount == 0 ? 0 : line(lineCount - 1, column);
    }

    double[] column(int column) {
        double[] entries = new double[lineCount];
        Arrays.setAll(entries, k -> line(k, column));
        return entries;
    }
}
