package org.legendre.optimize.problem;

import java.util.Arrays;
import org.legendre.geometry.Differential;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;
import org.legendre.optimize.Constraint;
import org.legendre.optimize.Objective;

/**
 * The zero-sum game min over p of max over q of pᵀAq, in mixed strategies z = (p, q) of its two players, as a monotone operator: what stands for the differential is F(z) = (Aq, −Aᵀp), and what stands for the value is the duality gap
 * max (Aᵀp)ⱼ − min (Aq)ᵢ, which is 0 at a pair of optimal strategies only.
 *
 * <p>F is not the differential of the value (nor of anything): only schemes for operators, mirror-prox above all, may be used, and step rules that compare values with slopes refuse it. On the {@link #strategies product of simplices} the
 * Frank–Wolfe gap of F is the duality gap.
 *
 * <p>Source: J. von Neumann, Zur Theorie der Gesellschaftsspiele, Math. Ann. 100 (1928), the minimax theorem; A. Nemirovski, Prox-method with rate of convergence O(1/t) for variational inequalities, SIAM J. Optim. 15 (2004).
 */
public final class MatrixGame implements Objective<Weights, Differential<Weights>> {
    private final Rows payoff;
    private final Rows transposed;

    private MatrixGame(Rows payoff) {
        this.payoff = payoff;
        this.transposed = payoff.transposed();
    }

    /**
     * The game of a matrix.
     *
     * @param a the rows of A: what the first player pays to the second, a row for each of the first one's pure strategies
     * @return the game
     * @throws org.legendre.geometry.DomainException if a number is not finite or rows have different lengths
     */
    public static MatrixGame of(double[]... a) {
        return new MatrixGame(Rows.of("payoffs", a));
    }

    /**
     * The set of pairs of mixed strategies, those of the first player before those of the second.
     *
     * @return a product of two simplices
     */
    public Constraint strategies() {
        return Constraint.simplices(payoff.count, payoff.size);
    }

    @Override
    public int size() {
        return payoff.count + payoff.size;
    }

    @Override
    public double value(double[] z) {
        double most = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < payoff.size; j++) {
            most = Math.max(most, transposed.dot(j, z));
        }
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < payoff.count; i++) {
            least = Math.min(least, payoff.dot(i, z, payoff.count));
        }
        return most - least;
    }

    /** {@inheritDoc} Here: F(z), and the duality gap. */
    @Override
    public double gradient(double[] z, double[] out) {
        double most = Double.NEGATIVE_INFINITY;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < payoff.count; i++) {
            out[i] = payoff.dot(i, z, payoff.count);
            least = Math.min(least, out[i]);
        }
        for (int j = 0; j < payoff.size; j++) {
            double gain = transposed.dot(j, z);
            out[payoff.count + j] = -gain;
            most = Math.max(most, gain);
        }
        return most - least;
    }

    /** {@inheritDoc} Here: max (Aᵀp)ⱼ − min (Aq)ᵢ = ⟨F, z⟩ − min ⟨F, s⟩ over pairs of strategies s. */
    @Override
    public double gap(double[] z, double[] f) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < payoff.count; i++) {
            least = Math.min(least, f[i]);
        }
        double other = Double.POSITIVE_INFINITY;
        for (int j = payoff.count; j < f.length; j++) {
            other = Math.min(other, f[j]);
        }
        double sum = 0;
        for (int k = 0; k < f.length; k++) {
            sum += z[k] * (f[k] - (k < payoff.count ? least : other));
        }
        return sum;
    }

    /**
     * Rock, paper, scissors: the game of value 0 whose only optimal strategies are a third each.
     *
     * @return the game
     */
    public static MatrixGame rockPaperScissors() {
        return of(new double[] {0, 1, -1}, new double[] {-1, 0, 1}, new double[] {1, -1, 0});
    }

    /**
     * Both players mix all their strategies alike.
     *
     * @return (1/m, …, 1/m, 1/n, …, 1/n)
     */
    public Vec<Weights> uniform() {
        double[] z = new double[size()];
        Arrays.fill(z, 0, payoff.count, 1.0 / payoff.count);
        Arrays.fill(z, payoff.count, z.length, 1.0 / payoff.size);
        return Vec.of(z);
    }

    @Override
    public String toString() {
        return payoff.count + "×" + payoff.size + " matrix game";
    }
}
