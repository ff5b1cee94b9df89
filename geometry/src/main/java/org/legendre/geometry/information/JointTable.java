package org.legendre.geometry.information;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Probabilities;
import org.legendre.geometry.special.Sums;

/**
 * The joint distribution of two or more variables with finitely many outcomes each: a table of probabilities, in row-major order, the last variable
 * fastest.
 *
 * <p>{@code JointTable.of(new double[][] {{0.4, 0.1}, {0.1, 0.4}}).marginal(0)}
 *
 * <p>Counts are kept as such, so that a table of independent counts has exactly no mutual information. Variables are numbered from 0.
 */
public final class JointTable {
    /** Products of two masses stay in the range of binary64 whatever the masses, in all that matters to their sum. */
    private static final int EXPONENT = 400;
    /** Counts up to here are exact. */
    private static final long LARGEST_COUNT = 1L << 53;

    /** The masses, the total between 2⁴⁰⁰ and 2⁴⁰¹. */
    private final Cells cells;
    /** The power of two that they were multiplied with. */
    private final int scale;

    private final double total;

    private JointTable(Cells cells, int scale) {
        this.cells = cells;
        this.scale = scale;
        this.total = cells.margin().high[0];
    }

    private static JointTable ofWeights(int[] sizes, double[] weights) {
        int scale = EXPONENT - Math.getExponent(Sums.sum(weights));
        double[] scaled = new double[weights.length];
        Arrays.setAll(scaled, i -> Math.scalb(weights[i], scale));
        return new JointTable(new Cells(sizes.clone(), scaled, new double[scaled.length]), scale);
    }

    /**
     * A table of two variables.
     *
     * @param rows p(x, y), a row for each x, the rows of one length; the sum is 1 within {@link Probabilities#TOLERANCE}
     * @return the table, in which variable 0 is x and variable 1 is y
     * @throws DomainException if the entries are not probabilities or do not sum to 1, or the rows are not of one length
     */
    public static JointTable of(double[][] rows) {
        int columns = rows.length == 0 ? 0 : rows[0].length;
        double[] flat = new double[rows.length * columns];
        for (int i = 0; i < rows.length; i++) {
            DomainException.requireLength("row " + i, rows[i], columns);
            System.arraycopy(rows[i], 0, flat, i * columns, columns);
        }
        return of(new int[] {rows.length, columns}, flat);
    }

    /**
     * A table of any number of variables.
     *
     * @param sizes how many outcomes each variable has, at least 1
     * @param probabilities the cells in row-major order; the sum is 1 within {@link Probabilities#TOLERANCE}
     * @return the table
     * @throws DomainException if the entries are not probabilities, do not sum to 1 or are not as many as cells, or there are fewer than two variables
     */
    public static JointTable of(int[] sizes, double... probabilities) {
        requireCells(sizes, probabilities.length);
        return ofWeights(sizes, Probabilities.of(probabilities).toArray());
    }

    /**
     * Relative frequencies.
     *
     * @param sizes how many outcomes each variable has, at least 1
     * @param counts how often each cell occurred, in row-major order, each at most 2⁵³, not all 0
     * @return the table of count/total
     * @throws DomainException if a count is negative or above 2⁵³, all are 0, they are not as many as cells, or there are fewer than two variables
     */
    public static JointTable ofCounts(int[] sizes, long... counts) {
        requireCells(sizes, counts.length);
        double[] weights = new double[counts.length];
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] < 0 || counts[i] > LARGEST_COUNT) {
                throw new DomainException("count " + i, counts[i], "an integer in [0, 2⁵³]");
            }
            weights[i] = (double) counts[i];
        }
        if (!(Sums.sum(weights) > 0)) {
            throw new DomainException("counts", weights, "at least one that is not 0");
        }
        return ofWeights(sizes, weights);
    }

    /**
     * Input and output of a channel, p(x, y) = p(x) W(y|x).
     *
     * @param input p(x)
     * @param rows W(·|x), one for each x, of one size
     * @return the table, in which variable 0 is the input
     * @throws DomainException if the number of rows, or the sizes of two rows, differ
     */
    public static JointTable ofChannel(Probabilities input, List<Probabilities> rows) {
        if (rows.size() != input.size()) {
            throw new DomainException("rows", rows.size() + " of them", "as many as inputs, " + input.size());
        }
        double[][] joint = new double[rows.size()][];
        for (int i = 0; i < joint.length; i++) {
            joint[i] = rows.get(i).toArray();
            for (int j = 0; j < joint[i].length; j++) {
                joint[i][j] *= input.get(i);
            }
        }
        return of(joint);
    }

    private static void requireCells(int[] sizes, int given) {
        if (sizes.length < 2) {
            throw new DomainException("variables", sizes.length, "at least 2");
        }
        long cells = 1;
        for (int v = 0; v < sizes.length; v++) {
            if (sizes[v] < 1) {
                throw new DomainException("outcomes of variable " + v, sizes[v], "an integer ≥ 1");
            }
            // Far above any number of cells it stays there.
            cells = Math.min(cells * sizes[v], Integer.MAX_VALUE + 1L);
        }
        if (cells != given) {
            throw new DomainException("cells", given, cells + " for outcomes " + Arrays.toString(sizes));
        }
    }

    /**
     * The number of variables.
     *
     * @return at least 2
     */
    public int variables() {
        return cells.sizes().length;
    }

    /**
     * The number of outcomes of a variable.
     *
     * @param variable its number, from 0
     * @return at least 1
     * @throws DomainException if there is no such variable
     */
    public int size(int variable) {
        return cells.sizes()[requireVariables(variable)[0]];
    }

    /**
     * The probability of a cell.
     *
     * @param outcome an outcome of each variable, from 0
     * @return p(outcome)
     * @throws DomainException if there is no such cell
     */
    public double probability(int... outcome) {
        return cells.high[cell(outcome)] / total;
    }

    private int cell(int... outcome) {
        int[] sizes = cells.sizes();
        if (outcome.length != sizes.length) {
            throw new DomainException("outcomes", Arrays.toString(outcome), "one of each of " + sizes.length);
        }
        int cell = 0;
        for (int v = 0; v < sizes.length; v++) {
            if (outcome[v] < 0 || outcome[v] >= sizes[v]) {
                throw new DomainException("outcome of variable " + v, outcome[v], "0, …, " + (sizes[v] - 1));
            }
            cell = cell * sizes[v] + outcome[v];
        }
        return cell;
    }

    /**
     * All cells as one distribution, in row-major order.
     *
     * @return the probabilities
     */
    public Probabilities joint() {
        return Probabilities.normalized(unscaled(cells.high));
    }

    /**
     * The distribution of one variable.
     *
     * @param variable its number, from 0
     * @return the sums of the cells over the other variables
     * @throws DomainException if there is no such variable
     */
    public Probabilities marginal(int variable) {
        return Probabilities.normalized(unscaled(cells.margin(requireVariables(variable)).high));
    }

    /**
     * The joint distribution of some variables, in the given order: all of them in another order make the transposed table.
     *
     * @param variables their numbers, from 0, at least two and no two the same
     * @return the table
     * @throws DomainException if there is no such variable, there are fewer than two, or one is named twice
     */
    public JointTable marginalOver(int... variables) {
        Cells margin = cells.margin(requireVariables(variables));
        requireCells(margin.sizes(), margin.count());
        return new JointTable(margin, scale);
    }

    /**
     * The distribution of one variable under the condition that another has a certain outcome.
     *
     * @param variable the variable, from 0
     * @param given the other variable
     * @param outcome its outcome
     * @return p(variable | given = outcome)
     * @throws DomainException if there are no such variables, they are the same, or the condition has probability 0
     */
    public Probabilities conditional(int variable, int given, int outcome) {
        Cells pair = cells.margin(requireVariables(given, variable));
        if (outcome < 0 || outcome >= size(given)) {
            throw new DomainException("outcome of variable " + given, outcome, "0, …, " + (size(given) - 1));
        }
        int n = size(variable);
        return Probabilities.normalized(Arrays.copyOfRange(unscaled(pair.high), outcome * n, (outcome + 1) * n));
    }

    /**
     * The table in which each group of variables is one variable: I(X; (Y, Z)) is the mutual information of {@code grouped(new int[] {0}, new int[] {1, 2})}.
     *
     * @param groups at least two groups of numbers of variables, none of them twice
     * @return the table, whose variable i is the i-th group
     * @throws DomainException if there is no such variable, one is named twice, or there are fewer than two groups
     */
    public JointTable grouped(int[]... groups) {
        int[] variables = Arrays.stream(groups).flatMapToInt(Arrays::stream).toArray();
        Cells margin = cells.margin(requireVariables(variables));
        int[] sizes = Arrays.stream(groups)
                .mapToInt(group -> IntStream.of(group).map(this::size).reduce(1, (a, b) -> a * b))
                .toArray();
        requireCells(sizes, margin.count());
        return new JointTable(new Cells(sizes, margin.high, margin.low), scale);
    }

    private double[] unscaled(double[] masses) {
        double[] weights = new double[masses.length];
        Arrays.setAll(weights, i -> Math.scalb(masses[i], -scale));
        return weights;
    }

    Cells cells() {
        return cells;
    }

    int[] requireVariables(int... variables) {
        int n = variables();
        boolean[] seen = new boolean[n];
        for (int v : variables) {
            if (v < 0 || v >= n) {
                throw new DomainException("variable", v, "0, …, " + (n - 1));
            }
            if (seen[v]) {
                throw new DomainException(
                        "variables", Arrays.toString(variables), "different ones: " + v + " occurs twice");
            }
            seen[v] = true;
        }
        return variables;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JointTable that
                && Arrays.equals(cells.sizes(), that.cells.sizes())
                && Arrays.equals(cells.high, that.cells.high);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(cells.sizes()) + Arrays.hashCode(cells.high);
    }

    @Override
    public String toString() {
        return "table of outcomes " + Arrays.toString(cells.sizes()) + ": " + joint();
    }
}
