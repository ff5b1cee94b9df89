package org.legendre.optimize.information;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Probabilities;
import org.legendre.geometry.information.JointTable;
import org.legendre.geometry.information.LinearFamily;
import org.legendre.geometry.special.Logs;
import org.legendre.optimize.Outcome;

/**
 * Iterative proportional fitting, or raking: the table nearest to a given one, in KL, among those with given margins. One margin after the other is fitted by scaling, which is the I-projection onto the tables with
 * that margin; the alternating projections go to the projection onto all of them. The odds ratios of the given table are kept.
 *
 * <pre>{@code
 * IterativeProportionalFitting.of(sample)
 *         .margin(Probabilities.of(.51, .49), 0)       // variable 0 as in the census
 *         .margin(Probabilities.of(.2, .5, .3), 1)
 *         .fit().table();
 * }</pre>
 *
 * <p>Two margins of a two-way table: Sinkhorn's iteration. Margins over several variables are possible, as of a log-linear model with interactions.
 *
 * <p>Source: W. E. Deming and F. F. Stephan (1940); as I-projections C. T. Ireland and S. Kullback, Contingency tables with given marginals, Biometrika 55 (1968); convergence I. Csiszár (1975), theorem 3.2.
 */
public final class IterativeProportionalFitting {
    private final JointTable seed;
    private final List<Margin> margins;
    private final double violation;
    private final int sweeps;

    private IterativeProportionalFitting(JointTable seed, List<Margin> margins, double violation, int sweeps) {
        this.seed = seed;
        this.margins = margins;
        this.violation = violation;
        this.sweeps = sweeps;
    }

    /** A required margin: the cell of it that each cell of the table belongs to. */
    private static final class Margin {
        private final Probabilities target;
        private final int[] cells;

        Margin(Probabilities target, int[] cells) {
            this.target = target;
            this.cells = cells;
        }
    }

    /**
     * What was found.
     *
     * @param table the table of the required margins
     * @param projection the same as an I-projection, with its multipliers (the logarithms of the factors, margin after margin, cell after cell) and certificates
     * @param sweeps how many times all margins were fitted
     */
    public record Fit(JointTable table, InformationProjection projection, int sweeps) {}

    /**
     * Nothing is required yet.
     *
     * @param seed the table to start from; its zeros stay
     * @return the method, to margins within 1e-14 in at most 10 000 sweeps
     */
    public static IterativeProportionalFitting of(JointTable seed) {
        return new IterativeProportionalFitting(seed, List.of(), 1e-14, 10_000);
    }

    /**
     * Requires one margin more.
     *
     * @param target the distribution of these variables, in row-major order, the last one fastest
     * @param variables the variables, from 0, at least one and no two the same
     * @return the method
     * @throws DomainException if there are no such variables or the sizes differ
     */
    public IterativeProportionalFitting margin(Probabilities target, int... variables) {
        int[] cells = cells(variables);
        int count = Arrays.stream(variables).map(seed::size).reduce(1, (a, b) -> a * b);
        if (target.size() != count || variables.length == 0) {
            throw new DomainException(
                    "margin", target, count + " probabilities for variables " + Arrays.toString(variables));
        }
        List<Margin> more = new ArrayList<>(margins);
        more.add(new Margin(target, cells));
        return new IterativeProportionalFitting(seed, List.copyOf(more), violation, sweeps);
    }

    /**
     * This method with other limits.
     *
     * @param largest the largest |margin − target| to stop at, ≥ 0
     * @param most the largest number of sweeps, at least 1
     * @return the method
     * @throws DomainException if a limit is outside its domain
     */
    public IterativeProportionalFitting until(double largest, int most) {
        DomainException.requireNonnegative("violation", largest);
        if (most < 1) {
            throw new DomainException("sweeps", most, "an integer ≥ 1");
        }
        return new IterativeProportionalFitting(seed, margins, largest, most);
    }

    private int[] cells(int... variables) {
        boolean[] named = new boolean[seed.variables()];
        for (int v : variables) {
            seed.size(v);
            if (named[v]) {
                throw new DomainException(
                        "variables", Arrays.toString(variables), "different ones: " + v + " occurs twice");
            }
            named[v] = true;
        }
        int[] cells = new int[seed.joint().size()];
        for (int cell = 0; cell < cells.length; cell++) {
            int[] outcome = new int[seed.variables()];
            int rest = cell;
            for (int v = outcome.length - 1; v >= 0; v--) {
                outcome[v] = rest % seed.size(v);
                rest /= seed.size(v);
            }
            for (int v : variables) {
                cells[cell] = cells[cell] * seed.size(v) + outcome[v];
            }
        }
        return cells;
    }

    /**
     * The tables with the required margins.
     *
     * @return the linear family whose features are the indicators of the cells of the margins, in the order in which these were required
     * @throws DomainException if no margin is required
     */
    public LinearFamily family() {
        List<double[]> features = new ArrayList<>();
        List<Double> moments = new ArrayList<>();
        for (Margin margin : margins) {
            for (int c = 0; c < margin.target.size(); c++) {
                double[] row = new double[margin.cells.length];
                for (int i = 0; i < row.length; i++) {
                    row[i] = margin.cells[i] == c ? 1 : 0;
                }
                features.add(row);
                moments.add(margin.target.get(c));
            }
        }
        return LinearFamily.of(
                features.toArray(double[][]::new),
                moments.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /**
     * Fits.
     *
     * @return the table, with how the run ended
     * @throws DomainException if no margin is required
     * @throws InfeasibleException if no table that is 0 where the given one is has these margins
     */
    public Fit fit() {
        LinearFamily family = family();
        Probabilities base = seed.joint();
        Support allowed = Face.within(base, family);
        Sweeps run = new Sweeps(base, allowed.allowed);
        if (!run.converged) {
            // Slower than at a constant rate: either there is no such table, or it has more zeros than the given one.
            MomentSystem system = MomentSystem.of(base, family, allowed);
            Support face = system.size() == 0 ? allowed : Face.of(system, family);
            if (face != allowed) {
                allowed = face;
                run = new Sweeps(base, allowed.allowed);
            }
        }
        InformationProjection projection =
                InformationProjection.atMultipliers(base, family, allowed, run.factors, run.outcome());
        int[] sizes = new int[seed.variables()];
        Arrays.setAll(sizes, seed::size);
        JointTable table = JointTable.of(sizes, projection.probabilities().toArray());
        return new Fit(table, projection, run.count);
    }

    /** One run over the cells allowed. */
    private final class Sweeps {
        private final double[] logs;
        private final double[] factors;
        private int count;
        private double off = Double.POSITIVE_INFINITY;
        private boolean converged;

        Sweeps(Probabilities base, boolean[] allowed) {
            logs = new double[base.size()];
            Arrays.setAll(logs, i -> allowed[i] ? base.logProbability(i) : Double.NEGATIVE_INFINITY);
            factors = new double[margins.stream().mapToInt(m -> m.target.size()).sum()];
            while (!converged && count < sweeps) {
                off = 0;
                int at = 0;
                for (Margin margin : margins) {
                    scale(margin, at);
                    at += margin.target.size();
                }
                count++;
                converged = off <= violation;
            }
        }

        private void scale(Margin margin, int at) {
            double[][] members = new double[margin.target.size()][];
            int[] sizes = new int[members.length];
            for (int c : margin.cells) {
                sizes[c]++;
            }
            Arrays.setAll(members, c -> new double[sizes[c]]);
            Arrays.fill(sizes, 0);
            for (int i = 0; i < logs.length; i++) {
                int c = margin.cells[i];
                members[c][sizes[c]++] = logs[i];
            }
            double[] changes = new double[members.length];
            for (int c = 0; c < changes.length; c++) {
                double sum = Logs.logSumExp(members[c], 0, members[c].length);
                off = Math.max(off, Math.abs(Math.exp(sum) - margin.target.get(c)));
                // A cell of a margin that is 0, and has to be, is out of the table already.
                changes[c] = sum == Double.NEGATIVE_INFINITY ? 0 : margin.target.logProbability(c) - sum;
                factors[at + c] += changes[c];
            }
            for (int i = 0; i < logs.length; i++) {
                logs[i] += changes[margin.cells[i]];
            }
        }

        Outcome outcome() {
            String reason = "margins were off by " + off + " at most in sweep " + count;
            return converged ? new Outcome.Converged(reason) : new Outcome.Exhausted(reason);
        }
    }
}
