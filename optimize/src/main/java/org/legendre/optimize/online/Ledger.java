package org.legendre.optimize.online;

import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;

/** The numbers of an account: all that it needs to go on. */
final class Ledger implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Round, loss of the learner, loss of the comparator, regret, bound. */
    static final int COLUMNS = 5;

    /** What was added up in the rounds so far. */
    Tally tally;

    private double[] lines = new double[16 * COLUMNS];
    private int lineCount;

    Ledger(int others) {
        this.tally = new Tally(others);
    }

    Ledger(Ledger other) {
        this.tally = new Tally(other.tally.others.sum.length);
        this.tally.become(other.tally);
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
