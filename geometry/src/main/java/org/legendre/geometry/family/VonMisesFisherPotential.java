package org.legendre.geometry.family;

import org.legendre.geometry.Domain;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.Potential;
import org.legendre.geometry.special.BesselRatio;
import org.legendre.geometry.special.InverseBesselRatio;
import org.legendre.geometry.special.NormalizedBessel;
import org.legendre.geometry.special.NormalizedBesselDivergence;

/**
 * ψ(θ) = log Λ_ν(‖θ‖), ν = d/2 − 1, Λ_ν(κ) = Γ(ν + 1) (2/κ)^ν I_ν(κ): the log-partition of the von Mises–Fisher distributions on the unit sphere
 * of ℝᵈ relative to the uniform one (K. V. Mardia and P. E. Jupp, Directional Statistics (2000), equation 9.3.4, with the area divided out).
 */
record VonMisesFisherPotential(int dimension) implements Potential {
    private double order() {
        return 0.5 * dimension - 1;
    }

    @Override
    public Domain domain() {
        return Domain.reals(dimension);
    }

    @Override
    public double value(double[] t) {
        return NormalizedBessel.log(order(), UnitVectors.norm(t));
    }

    @Override
    public void gradient(double[] t, double[] out) {
        double[] direction = UnitVectors.direction(t);
        double length = BesselRatio.value(order(), UnitVectors.norm(t));
        for (int i = 0; i < out.length; i++) {
            out[i] = length * direction[i];
        }
    }

    @Override
    public Hessian hessian(double[] t) {
        double kappa = UnitVectors.norm(t);
        return hessian(UnitVectors.direction(t), kappa);
    }

    /** A′(κ) along the axis and A(κ)/κ across, both 1/d at κ = 0. */
    private Hessian hessian(double[] direction, double kappa) {
        double across = kappa < 1e-9 ? 1.0 / dimension : BesselRatio.value(order(), kappa) / kappa;
        return new RadialHessian(direction, BesselRatio.derivative(order(), kappa), across);
    }

    /** ψ*(η) = κ‖η‖ − log Λ_ν(κ), A(κ) = ‖η‖: the divergence of the distribution from the uniform one. */
    Potential conjugate() {
        return new Conjugate();
    }

    private final class Conjugate implements Potential {
        @Override
        public Domain domain() {
            return new OpenBall(dimension);
        }

        private double kappa(double[] e) {
            return InverseBesselRatio.value(order(), UnitVectors.norm(e));
        }

        @Override
        public double value(double[] e) {
            return NormalizedBesselDivergence.bregman(order(), 0, kappa(e));
        }

        @Override
        public void gradient(double[] e, double[] out) {
            double kappa = kappa(e);
            double[] direction = UnitVectors.direction(e);
            for (int i = 0; i < out.length; i++) {
                out[i] = kappa * direction[i];
            }
        }

        @Override
        public Hessian hessian(double[] e) {
            return VonMisesFisherPotential.this
                    .hessian(UnitVectors.direction(e), kappa(e))
                    .inverse();
        }
    }
}
