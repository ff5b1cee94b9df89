package org.legendre.geometry.family;

import org.legendre.geometry.Domain;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.Potential;

/** ψ(θ) = log Σ e^(θ₁k + θ₂ log k!) on θ₂ &lt; 0, the log-partition of the Conway–Maxwell–Poisson distributions. */
final class ConwayMaxwellPoissonPotential implements Potential {
    private static final Domain DOMAIN = Domain.product(Domain.reals(1), Domain.negative(1));

    @Override
    public Domain domain() {
        return DOMAIN;
    }

    private static ConwayMaxwellPoissonMoments at(double[] t) {
        return ConwayMaxwellPoissonMoments.of(t[0], -t[1]);
    }

    @Override
    public double value(double[] t) {
        return at(t).logPartition();
    }

    @Override
    public void gradient(double[] t, double[] out) {
        ConwayMaxwellPoissonMoments moments = at(t);
        out[0] = moments.mean();
        out[1] = moments.meanLogFactorial();
    }

    @Override
    public Hessian hessian(double[] t) {
        return at(t).covariance();
    }

    @Override
    public void third(double[] t, double[] u, double[] v, double[] out) {
        at(t).third(u, v, out);
    }
}
