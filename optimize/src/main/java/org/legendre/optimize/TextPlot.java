package org.legendre.optimize;

import java.util.Arrays;
import java.util.Locale;

/** A scatter plot in characters. */
public final class TextPlot {
    private static final int WIDTH = 60;
    private static final int HEIGHT = 15;

    private TextPlot() {}

    /**
     * The plot of some points. Those that are not finite (a logarithm of 0) are left out.
     *
     * @param title the first line
     * @param x across, whole numbers
     * @param y up
     * @return the picture, lines ended by a line feed
     */
    public static String of(String title, double[] x, double[] y) {
        double left = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < x.length; k++) {
            if (Double.isFinite(y[k])) {
                left = Math.min(left, x[k]);
                right = Math.max(right, x[k]);
                low = Math.min(low, y[k]);
                high = Math.max(high, y[k]);
            }
        }
        if (!(low <= high)) {
            return title + ": nothing to draw\n";
        }
        char[][] grid = new char[HEIGHT][WIDTH];
        for (char[] line : grid) {
            Arrays.fill(line, ' ');
        }
        for (int k = 0; k < x.length; k++) {
            if (Double.isFinite(y[k])) {
                int column = right > left ? (int) Math.round((x[k] - left) / (right - left) * (WIDTH - 1)) : 0;
                int row = high > low ? (int) Math.round((high - y[k]) / (high - low) * (HEIGHT - 1)) : 0;
                grid[row][column] = '*';
            }
        }
        StringBuilder text = new StringBuilder(title).append('\n');
        for (int row = 0; row < HEIGHT; row++) {
            boolean labelled = row == 0 || row == HEIGHT - 1 || row == HEIGHT / 2;
            double level = high - (high - low) * row / (HEIGHT - 1);
            text.append(labelled ? String.format(Locale.ROOT, "%9.2f |", level) : "          |");
            text.append(new String(grid[row]).stripTrailing()).append('\n');
        }
        String from = Long.toString((long) left);
        String to = Long.toString((long) right);
        text.append("          +").append("-".repeat(WIDTH)).append('\n');
        text.append("           ").append(from);
        text.append(" ".repeat(Math.max(1, WIDTH - from.length() - to.length())))
                .append(to)
                .append('\n');
        return text.toString();
    }
}
