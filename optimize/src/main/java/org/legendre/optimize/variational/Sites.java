package org.legendre.optimize.variational;

import java.util.Arrays;
import org.legendre.geometry.PositiveDefinite;
import org.legendre.geometry.Vec;
import org.legendre.geometry.family.MultivariateNormal;

/** A normal prior times Gaussian sites exp(νᵢz − ½τᵢz²), z = ⟨xᵢ, w⟩: the approximation that expectation propagation moves. */
final class Sites {
    private final double[][] inputs;
    private final double[][] priorPrecision;
    private final double[] priorShift;
    final double[] precisions;
    final double[] shifts;

    /** Σ and μ, kept up by updates of rank one. */
    private double[][] covariance = new double[0][];

    private double[] mean = new double[0];

    Sites(MultivariateNormal prior, double[][] inputs) {
        this.inputs = inputs;
        this.priorPrecision = prior.covariance().inverse().toMatrix();
        this.priorShift = new double[prior.size()];
        prior.covariance().solve(prior.mean().toArray(), priorShift);
        this.precisions = new double[inputs.length];
        this.shifts = new double[inputs.length];
    }

    /** Λ = S⁻¹ + Σ τᵢxᵢxᵢᵀ. */
    private double[][] precision() {
        double[][] precision = new double[priorShift.length][];
        Arrays.setAll(precision, i -> priorPrecision[i].clone());
        for (int s = 0; s < inputs.length; s++) {
            for (int i = 0; i < precision.length; i++) {
                for (int j = 0; j < precision.length; j++) {
                    precision[i][j] += precisions[s] * inputs[s][i] * inputs[s][j];
                }
            }
        }
        return precision;
    }

    /**
     * The normal of prior and sites, from which further updates start.
     *
     * @throws org.legendre.geometry.DomainException if its precision is not positive definite
     */
    MultivariateNormal normal() {
        PositiveDefinite precision = PositiveDefinite.symmetrized(precision());
        double[] shift = priorShift.clone();
        for (int s = 0; s < inputs.length; s++) {
            for (int i = 0; i < shift.length; i++) {
                shift[i] += shifts[s] * inputs[s][i];
            }
        }
        mean = new double[shift.length];
        precision.solve(shift, mean);
        PositiveDefinite sigma = precision.inverse();
        covariance = sigma.toMatrix();
        return new MultivariateNormal(Vec.of(mean), sigma);
    }

    double mean(int s) {
        return dot(inputs[s], mean);
    }

    double variance(int s) {
        return dot(inputs[s], times(inputs[s]));
    }

    private double[] times(double[] x) {
        double[] out = new double[x.length];
        Arrays.setAll(out, i -> dot(covariance[i], x));
        return out;
    }

    /** Changes a site: Σ₊ = Σ − δτ/(1 + δτ·v) Σx(Σx)ᵀ, μ₊ = μ + (δν − δτ·⟨x, μ⟩)/(1 + δτ·v) Σx. False, and nothing is done, where 1 + δτ·v is not positive. */
    boolean move(int s, double byPrecision, double byShift) {
        double[] spread = times(inputs[s]);
        double slack = 1 + byPrecision * dot(inputs[s], spread);
        if (!(slack > 0)) {
            return false;
        }
        double gain = (byShift - byPrecision * mean(s)) / slack;
        double shrink = byPrecision / slack;
        for (int i = 0; i < spread.length; i++) {
            mean[i] += gain * spread[i];
            for (int j = 0; j < spread.length; j++) {
                covariance[i][j] -= shrink * spread[i] * spread[j];
            }
        }
        precisions[s] += byPrecision;
        shifts[s] += byShift;
        return true;
    }

    private static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }
}
