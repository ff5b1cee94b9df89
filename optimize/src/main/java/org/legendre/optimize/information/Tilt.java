package org.legendre.optimize.information;

import java.util.Arrays;
import org.legendre.geometry.Domain;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.Natural;
import org.legendre.geometry.PositiveDefinite;
import org.legendre.geometry.Potential;
import org.legendre.geometry.Probabilities;
import org.legendre.geometry.special.Logs;
import org.legendre.geometry.special.Sums;
import org.legendre.optimize.Objective;

/**
 * The log-partition h(λ) = log Σ qᵢ exp Σ λⱼgⱼ(i) of the exponential family through q, its statistic centred at the required moments: ∇h = 0 where these are met. It is both the potential of the
 * family, whose Hessian is the Fisher matrix, and, −h, the dual of the I-projection.
 */
final class Tilt implements Potential {
    private final MomentSystem system;
    private final double[] logBase;

    Tilt(MomentSystem system) {
        this(system, 1);
    }

    /** With q to the power t as the base measure. */
    Tilt(MomentSystem system, double power) {
        this.system = system;
        this.logBase = Arrays.stream(system.logBase).map(log -> power * log).toArray();
    }

    @Override
    public Domain domain() {
        return Domain.reals(system.size());
    }

    private double[] logits(double[] lambda) {
        double[] logits = logBase.clone();
        for (int j = 0; j < lambda.length; j++) {
            for (int i = 0; i < logits.length; i++) {
                logits[i] += lambda[j] * system.rows[j][i];
            }
        }
        return logits;
    }

    /** The member at λ, a distribution of the outcomes allowed. */
    Probabilities member(double[] lambda) {
        return Probabilities.ofLogits(logits(lambda));
    }

    /** How far the exponents Σ λⱼgⱼ(i) are apart. */
    double reach(double[] lambda) {
        double[] logits = logits(lambda);
        double low = 0;
        double high = 0;
        for (int i = 0; i < logits.length; i++) {
            low = Math.min(low, logits[i] - logBase[i]);
            high = Math.max(high, logits[i] - logBase[i]);
        }
        return high - low;
    }

    @Override
    public double value(double[] lambda) {
        double[] logits = logits(lambda);
        return Logs.logSumExp(logits, 0, logits.length);
    }

    @Override
    public void gradient(double[] lambda, double[] out) {
        System.arraycopy(expectations(member(lambda)), 0, out, 0, out.length);
    }

    double[] expectations(Probabilities p) {
        double[] entries = p.toArray();
        return Arrays.stream(system.rows)
                .mapToDouble(row -> Sums.dot(row, entries))
                .toArray();
    }

    @Override
    public Hessian hessian(double[] lambda) {
        return Hessian.dense(covariance(member(lambda)));
    }

    private PositiveDefinite covariance(Probabilities p) {
        double[][] rows = system.rows;
        double[] mean = expectations(p);
        double[][] covariance = new double[rows.length][rows.length];
        for (int i = 0; i < p.size(); i++) {
            for (int j = 0; j < rows.length; j++) {
                double left = p.get(i) * (rows[j][i] - mean[j]);
                for (int k = 0; k <= j; k++) {
                    covariance[j][k] += left * (rows[k][i] - mean[k]);
                }
            }
        }
        for (int j = 0; j < rows.length; j++) {
            for (int k = 0; k < j; k++) {
                covariance[k][j] = covariance[j][k];
            }
        }
        return PositiveDefinite.symmetrized(covariance);
    }

    /** To minimise h, with its duality gap. */
    Objective<Natural, Expectation> dual() {
        return new Dual();
    }

    private final class Dual implements Objective<Natural, Expectation> {
        @Override
        public int size() {
            return system.size();
        }

        @Override
        public double value(double[] lambda) {
            return Tilt.this.value(lambda);
        }

        @Override
        public double gradient(double[] lambda, double[] out) {
            Tilt.this.gradient(lambda, out);
            return Tilt.this.value(lambda);
        }

        /** {@inheritDoc} The exponents round, in units of the largest. */
        @Override
        public double resolution(double value) {
            double largest = Arrays.stream(logBase).map(Math::abs).max().orElse(0);
            return 4 * Math.ulp(1.0) * (largest + Math.abs(value) + 1);
        }

        @Override
        public double gap(double[] lambda, double[] gradient) {
            return correction(member(lambda)).gap;
        }
    }

    /** How p̂ᵢ = pᵢ(1 − uᵢ), uᵢ = ⟨C⁻¹e, g(i) − e⟩, which has the required moments exactly, differs from p, whose moments are off by e. */
    static final class Correction {
        static final Correction UNKNOWN = new Correction(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
        /** KL(p̂‖p), or +∞ where p̂ is no distribution. */
        final double gap;
        /** max uᵢ. */
        final double largest;

        Correction(double gap, double largest) {
            this.gap = gap;
            this.largest = largest;
        }
    }

    /** As p̂ is feasible, KL(p̂‖q) − (−h(λ)) = KL(p̂‖p) bounds the duality gap (Pythagoras). */
    Correction correction(Probabilities p) {
        double[] error = expectations(p);
        double[] raised = new double[error.length];
        try {
            covariance(p).solve(error, raised);
        } catch (DomainException degenerate) {
            return Correction.UNKNOWN;
        }
        double largest = 0;
        double[] terms = new double[p.size()];
        for (int i = 0; i < terms.length; i++) {
            double u = 0;
            for (int j = 0; j < raised.length; j++) {
                u += raised[j] * (system.rows[j][i] - error[j]);
            }
            largest = Math.max(largest, u);
            terms[i] = u <= 1 ? p.get(i) * Logs.relativeEntropyTerm(1 - u, 1, u) : Double.POSITIVE_INFINITY;
        }
        double gap = Sums.sum(terms);
        return Double.isNaN(gap) || Double.isNaN(largest) ? Correction.UNKNOWN : new Correction(gap, largest);
    }
}
