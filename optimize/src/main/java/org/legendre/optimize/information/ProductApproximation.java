package org.legendre.optimize.information;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.PositiveDefinite;
import org.legendre.geometry.Probabilities;
import org.legendre.geometry.family.MultivariateNormal;
import org.legendre.geometry.information.Information;
import org.legendre.geometry.information.JointTable;
import org.legendre.optimize.Outcome;

/**
 * Independent variables in place of dependent ones. The forward fit, least KL(P‖Q), takes the margins and is positive wherever P is (zero-avoiding); its divergence is the total correlation. The reverse fit, least
 * KL(Q‖P), the mean field, is 0 wherever P is (zero-forcing), and if the dependence is strong takes one of several parts of P.
 *
 * <p>Of a normal distribution the forward fit keeps the marginal variances Σᵢᵢ and the reverse fit the conditional ones 1/(Σ⁻¹)ᵢᵢ, which are smaller.
 *
 * <p>Source: C. M. Bishop, Pattern Recognition and Machine Learning (2006), §10.1.1–10.1.2, equations 10.9, 10.13 and 10.17.
 */
public final class ProductApproximation {
    private static final double SETTLED = 1e-15;
    private static final int SWEEPS = 10_000;

    private ProductApproximation() {}

    /**
     * Independent variables.
     *
     * @param factors the distribution of each variable
     * @param divergence KL(P‖Q) of a forward fit, KL(Q‖P) of a reverse one, in nats
     * @param outcome how the computation ended
     */
    public record Fit(List<Probabilities> factors, double divergence, Outcome outcome) {
        /**
         * Copies the list.
         *
         * @param factors the distribution of each variable
         * @param divergence the divergence
         * @param outcome how the computation ended
         */
        public Fit {
            factors = List.copyOf(factors);
        }
    }

    /**
     * The forward fit of a table: the product of its margins.
     *
     * @param table P
     * @return the only minimum of KL(P‖Q), its divergence Σ H(Xᵥ) − H(X₁, …)
     */
    public static Fit forward(JointTable table) {
        List<Probabilities> margins =
                IntStream.range(0, table.variables()).mapToObj(table::marginal).toList();
        double divergence = Information.totalCorrelation(table);
        return new Fit(margins, divergence, new Outcome.Certified("the margins in closed form", 0));
    }

    /**
     * The reverse fit of a table from a start: one factor after the other becomes ∝ exp E[log P], the mean over the other factors, which never raises KL(Q‖P).
     *
     * @param table P
     * @param start the first factors, of which every one but the first is used
     * @return a stationary point, a local minimum but for starts that symmetry keeps from one
     * @throws DomainException if the factors are not those of the variables, or every product with the start is positive somewhere where P is 0: KL(Q‖P) = ∞ however the factor is chosen
     */
    public static Fit reverse(JointTable table, List<Probabilities> start) {
        int n = table.variables();
        if (start.size() != n) {
            throw new DomainException("factors", start.size(), "one for each of " + n + " variables");
        }
        for (int v = 0; v < n; v++) {
            if (start.get(v).size() != table.size(v)) {
                throw new DomainException("factor " + v, start.get(v), table.size(v) + " probabilities");
            }
        }
        List<Probabilities> q = new ArrayList<>(start);
        Probabilities p = table.joint();
        for (int sweep = 1; sweep <= SWEEPS; sweep++) {
            double change = 0;
            for (int v = 0; v < n; v++) {
                Probabilities next = updated(table, p, q, v);
                for (int x = 0; x < next.size(); x++) {
                    change = Math.max(change, Math.abs(next.get(x) - q.get(v).get(x)));
                }
                q.set(v, next);
            }
            if (change <= SETTLED) {
                return new Fit(
                        q,
                        divergence(table, p, q),
                        new Outcome.Converged("no probability changed by more than " + change + " in sweep " + sweep));
            }
        }
        return new Fit(q, divergence(table, p, q), new Outcome.Exhausted("after " + SWEEPS + " sweeps"));
    }

    private static Probabilities updated(JointTable table, Probabilities p, List<Probabilities> q, int v) {
        double[] logits = new double[table.size(v)];
        int[] outcome = new int[table.variables()];
        for (int cell = 0; cell < p.size(); cell++) {
            double weight = 1;
            for (int u = 0; u < outcome.length; u++) {
                weight *= u == v ? 1 : q.get(u).get(outcome[u]);
            }
            logits[outcome[v]] += weight == 0 ? 0 : weight * p.logProbability(cell);
            advance(table, outcome);
        }
        if (Arrays.stream(logits).allMatch(l -> l == Double.NEGATIVE_INFINITY)) {
            throw new DomainException(
                    "factors other than " + v,
                    q,
                    "some for which P is positive wherever the product is: the reverse divergence is infinite");
        }
        return Probabilities.ofLogits(logits);
    }

    private static void advance(JointTable table, int[] outcome) {
        for (int u = outcome.length - 1; u >= 0; u--) {
            outcome[u]++;
            if (outcome[u] < table.size(u)) {
                return;
            }
            outcome[u] = 0;
        }
    }

    private static double divergence(JointTable table, Probabilities p, List<Probabilities> q) {
        double[] logs = new double[p.size()];
        int[] outcome = new int[table.variables()];
        for (int cell = 0; cell < logs.length; cell++) {
            for (int u = 0; u < outcome.length; u++) {
                logs[cell] += q.get(u).logProbability(outcome[u]);
            }
            advance(table, outcome);
        }
        return Probabilities.ofLogits(logs).klTo(p);
    }

    /**
     * The forward fit of a normal distribution: independent normals of the same variances, KL(P‖Q) = ½(Σ log Σᵢᵢ − log det Σ).
     *
     * @param p P
     * @return Q, of diagonal covariance
     */
    public static MultivariateNormal forward(MultivariateNormal p) {
        double[] variances = new double[p.size()];
        Arrays.setAll(variances, i -> p.covariance().get(i, i));
        return new MultivariateNormal(p.mean(), PositiveDefinite.diagonal(variances));
    }

    /**
     * The reverse fit of a normal distribution: independent normals of the variances that P has given all other variables, KL(Q‖P) = ½(Σ log (Σ⁻¹)ᵢᵢ + log det Σ).
     *
     * @param p P
     * @return Q, of diagonal covariance
     */
    public static MultivariateNormal reverse(MultivariateNormal p) {
        PositiveDefinite precision = p.covariance().inverse();
        double[] variances = new double[p.size()];
        Arrays.setAll(variances, i -> 1 / precision.get(i, i));
        return new MultivariateNormal(p.mean(), PositiveDefinite.diagonal(variances));
    }
}
