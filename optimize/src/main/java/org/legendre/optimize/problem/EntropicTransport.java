package org.legendre.optimize.problem;

import java.util.Arrays;
import org.legendre.geometry.Differential;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Weights;
import org.legendre.geometry.special.Logs;
import org.legendre.geometry.special.Sums;
import org.legendre.optimize.Objective;

/**
 * Entropic optimal transport, by its dual: f(u, v) = ε(Σ πᵢⱼ − 1) − ⟨a, u⟩ − ⟨b, v⟩ with πᵢⱼ = aᵢbⱼ exp((uᵢ + vⱼ − Cᵢⱼ)/ε), over all potentials u, v. Its minimum is −min of ⟨C, π⟩ + ε KL(π‖a⊗b) over the couplings π of a and b. In the units of the cost C.
 *
 * <p>Differential (r − a, c − b), the row and column sums of π less what they should be. Sinkhorn's iteration minimises over u and v in turn. Each coupling π̂ is ε KL(π̂‖π) ≥ 0 above the dual value; the gap is that of π rounded to a coupling: rows and columns that are
 * too heavy are scaled down, and what is missing then is filled in by a product. It is a sum of nonnegative terms.
 *
 * <p>Source: M. Cuturi, Sinkhorn distances, NIPS 2013; G. Peyré and M. Cuturi, Computational Optimal Transport (2019), proposition 4.4; for the rounding J. Altschuler, J. Weed and P. Rigollet, NIPS 2017, algorithm 2.
 */
public final class EntropicTransport implements Objective<Weights, Differential<Weights>> {
    /** How far the masses may be from summing to 1. */
    private static final double TOLERANCE = 1e-12;

    private final Rows cost;
    private final double[] a;
    private final double[] b;
    private final double epsilon;
    private final double largest;
    private final Spare<Work> spare;

    private EntropicTransport(Rows cost, double[] a, double[] b, double epsilon, double largest) {
        this.cost = cost;
        this.a = a;
        this.b = b;
        this.epsilon = epsilon;
        this.largest = largest;
        this.spare = new Spare<>(() -> new Work(a.length, b.length));
    }

    /** The plan, and what its rows and columns miss. */
    private static final class Work {
        final double[] plan;
        final double[] rows;
        final double[] columns;

        Work(int m, int n) {
            plan = new double[m * n];
            rows = new double[m];
            columns = new double[n];
        }
    }

    /**
     * The problem of given costs and masses.
     *
     * @param cost the rows of C: what it costs to bring a unit from i to j
     * @param a the masses to be moved, positive, summing to 1 within 1e-12
     * @param b the masses wanted, positive, summing to 1 within 1e-12
     * @param epsilon the temperature ε, positive, in the units of the cost
     * @return the objective of the potentials: u first, then v
     * @throws DomainException if a number is not finite, a mass or ε not positive, masses do not sum to 1, or the lengths do not fit
     */
    public static EntropicTransport of(double[][] cost, double[] a, double[] b, double epsilon) {
        Rows checked = Rows.of("costs", cost);
        requireMasses("a", a, checked.count);
        requireMasses("b", b, checked.size);
        DomainException.requirePositive("epsilon", epsilon);
        double largest = 0;
        for (int i = 0; i < checked.count; i++) {
            for (int j = 0; j < checked.size; j++) {
                largest = Math.max(largest, Math.abs(checked.at(i, j)));
            }
        }
        return new EntropicTransport(checked, a.clone(), b.clone(), epsilon, largest);
    }

    private static void requireMasses(String name, double[] masses, int length) {
        DomainException.requireLength(name, masses, length);
        for (int i = 0; i < length; i++) {
            DomainException.requirePositive("mass " + i + " of " + name, masses[i]);
        }
        double sum = Sums.sum(masses);
        if (!(Math.abs(sum - 1) <= TOLERANCE)) {
            throw new DomainException("sum of " + name, sum, "1 within " + TOLERANCE);
        }
    }

    @Override
    public int size() {
        return a.length + b.length;
    }

    private double plan(double[] x, int i, int j) {
        return a[i] * b[j] * Math.exp((x[i] + x[a.length + j] - cost.at(i, j)) / epsilon);
    }

    @Override
    public double value(double[] x) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b.length; j++) {
                sum += plan(x, i, j);
            }
        }
        return finish(x, sum);
    }

    @Override
    public double gradient(double[] x, double[] out) {
        double sum = 0;
        for (int j = 0; j < b.length; j++) {
            out[a.length + j] = -b[j];
        }
        for (int i = 0; i < a.length; i++) {
            double row = 0;
            for (int j = 0; j < b.length; j++) {
                double mass = plan(x, i, j);
                row += mass;
                out[a.length + j] += mass;
            }
            out[i] = row - a[i];
            sum += row;
        }
        return finish(x, sum);
    }

    private double finish(double[] x, double sum) {
        double pairing = 0;
        for (int i = 0; i < a.length; i++) {
            pairing += a[i] * x[i];
        }
        for (int j = 0; j < b.length; j++) {
            pairing += b[j] * x[a.length + j];
        }
        return epsilon * (sum - 1) - pairing;
    }

    /** {@inheritDoc} The exponents are rounded in units of the costs, which the potentials are as large as. */
    @Override
    public double resolution(double value) {
        return 4 * Math.ulp(1.0) * (largest + epsilon + Math.abs(value));
    }

    @Override
    public double gap(double[] x, double[] g) {
        Work work = spare.take();
        double gap = epsilon * rounded(x, g, work);
        spare.leave(work);
        return gap;
    }

    /** KL(π̂‖π) for the rounding π̂ of π. */
    private double rounded(double[] x, double[] g, Work work) {
        int n = b.length;
        Arrays.fill(work.columns, 0);
        for (int i = 0; i < a.length; i++) {
            // Rows that are too heavy are scaled down; g is their excess.
            double scale = g[i] > 0 ? a[i] / (a[i] + g[i]) : 1;
            for (int j = 0; j < n; j++) {
                work.plan[i * n + j] = scale * plan(x, i, j);
                work.columns[j] += work.plan[i * n + j];
            }
        }
        Arrays.fill(work.rows, 0);
        double missing = 0;
        for (int j = 0; j < n; j++) {
            double scale = Math.min(1, b[j] / work.columns[j]);
            for (int i = 0; i < a.length; i++) {
                work.plan[i * n + j] *= scale;
                work.rows[i] += work.plan[i * n + j];
            }
            work.columns[j] = Math.max(0, b[j] - scale * work.columns[j]);
            missing += work.columns[j];
        }
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            double share = missing > 0 ? Math.max(0, a[i] - work.rows[i]) / missing : 0;
            for (int j = 0; j < n; j++) {
                sum += Logs.relativeEntropyTerm(work.plan[i * n + j] + share * work.columns[j], plan(x, i, j));
            }
        }
        return sum;
    }

    @Override
    public String toString() {
        return "entropic transport of " + a.length + " masses to " + b.length + " at the temperature " + epsilon;
    }
}
