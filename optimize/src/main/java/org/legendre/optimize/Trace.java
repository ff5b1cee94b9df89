package org.legendre.optimize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Vec;

/**
 * The iterates of a run, in order. The measurements are always kept (80 bytes an iterate); the points too, 8n bytes an iterate, unless the
 * run was told not to ({@link Descent#keepPoints}).
 *
 * @param <X> the tag of the coordinates
 */
public final class Trace<X> {
    private static final Column[] COLUMNS = Column.values();

    private final Map<Column, double[]> columns = new EnumMap<>(Column.class);
    private final @Nullable List<Vec<X>> points;
    private int size;

    Trace(boolean keepPoints) {
        this.points = keepPoints ? new ArrayList<>() : null;
        for (Column column : COLUMNS) {
            columns.put(column, new double[16]);
        }
    }

    void add(Row row, @Nullable Vec<X> point) {
        for (Column column : COLUMNS) {
            double[] entries = entries(column);
            if (size == entries.length) {
                entries = Arrays.copyOf(entries, 2 * size);
                columns.put(column, entries);
            }
            entries[size] = column.of(row);
        }
        if (points != null && point != null) {
            points.add(point);
        }
        size++;
    }

    /**
     * The number of iterates, the start included.
     *
     * @return the size
     */
    public int size() {
        return size;
    }

    /**
     * One column.
     *
     * @param column which
     * @return its entries, a new array
     */
    public double[] column(Column column) {
        return Arrays.copyOf(entries(column), size);
    }

    /**
     * One iterate.
     *
     * @param k its place in the trace, from 0
     * @return the iterate
     * @throws IllegalStateException if the points were not kept
     */
    public Iterate<X> get(int k) {
        if (points == null) {
            throw new IllegalStateException("this run kept its measurements but not its points");
        }
        return at(k, points.get(k));
    }

    /**
     * All iterates.
     *
     * @return the iterates in order
     * @throws IllegalStateException if the points were not kept
     */
    public List<Iterate<X>> iterates() {
        List<Iterate<X>> all = new ArrayList<>(size);
        for (int k = 0; k < size; k++) {
            all.add(get(k));
        }
        return List.copyOf(all);
    }

    Iterate<X> at(int k, Vec<X> point) {
        if (k >= size) {
            throw new IndexOutOfBoundsException("iterate " + k + " of " + size);
        }
        return new Iterate<>(
                (int) entry(Column.ITERATION, k),
                point,
                entry(Column.VALUE, k),
                entry(Column.CHANGE, k),
                entry(Column.STEP, k),
                entry(Column.DECREMENT, k),
                entry(Column.RESIDUAL, k),
                entry(Column.DAMPING, k),
                entry(Column.GAP, k),
                (long) entry(Column.ORACLE_CALLS, k),
                entry(Column.SECONDS, k));
    }

    private double entry(Column column, int k) {
        return entries(column)[k];
    }

    private double[] entries(Column column) {
        return Objects.requireNonNull(columns.get(column));
    }

    /**
     * The measurements as comma-separated values: a line of headers, then a line an iterate, numbers with all their digits and a decimal
     * point whatever the locale, infinity as {@code Infinity}.
     *
     * @return the text, lines ended by a line feed
     */
    public String csv() {
        StringBuilder text = new StringBuilder();
        StringJoiner headers = new StringJoiner(",", "", "\n");
        for (Column column : COLUMNS) {
            headers.add(column.header());
        }
        text.append(headers);
        for (int k = 0; k < size; k++) {
            StringJoiner line = new StringJoiner(",", "", "\n");
            for (Column column : COLUMNS) {
                line.add(column.print(entry(column, k)));
            }
            text.append(line);
        }
        return text.toString();
    }

    /**
     * A small picture for a terminal: log₁₀(value − best value of the run) over the iterations.
     *
     * @return the picture, lines ended by a line feed
     */
    public String plot() {
        double best = Double.POSITIVE_INFINITY;
        for (int k = 0; k < size; k++) {
            best = Math.min(best, entry(Column.VALUE, k));
        }
        return plotAbove(best);
    }

    /**
     * A small picture for a terminal: log₁₀(value − optimum) over the iterations.
     *
     * @param optimum the value to measure from
     * @return the picture, lines ended by a line feed
     * @throws DomainException if the optimum is not finite
     */
    public String plot(double optimum) {
        return plotAbove(DomainException.requireFinite("optimum", optimum));
    }

    private String plotAbove(double optimum) {
        double[] logs = column(Column.VALUE);
        Arrays.setAll(logs, k -> Math.log10(logs[k] - optimum));
        return TextPlot.of("log10(value − " + optimum + ")", column(Column.ITERATION), logs);
    }
}
