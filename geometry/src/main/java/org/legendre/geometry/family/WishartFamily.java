package org.legendre.geometry.family;

import java.util.List;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.PositiveDefinite;
import org.legendre.geometry.SymmetricHessian;
import org.legendre.geometry.Vec;

/** All Wishart distributions on d×d matrices. */
final class WishartFamily extends MatrixGammaFamily<Wishart> {
    WishartFamily(int d) {
        super("wishart", "scale", d);
    }

    @Override
    Wishart member(double degrees, PositiveDefinite scale) {
        return new Wishart(degrees, scale);
    }

    @Override
    PositiveDefinite matrix(PositiveDefinite rate) {
        return Packed.divided(rate.inverse(), 2);
    }

    /** dV ↦ ½V⁻¹dVV⁻¹, the change of −B. */
    @Override
    double[][] changeOfRate(PositiveDefinite scale) {
        return new SymmetricHessian(scale.inverse(), 0.5).forms(2);
    }

    @Override
    public Vec<Expectation> statistic(PositiveDefinite x) {
        return Packed.vector(Packed.requireSize(x, size()).logDeterminant(), x);
    }

    @Override
    public Wishart atExpectation(Vec<Expectation> eta) {
        double[] e = potential().conjugate().domain().require("η", eta.toArray());
        return Wishart.degreesMean(
                2 * new MultivariateGamma(size()).shape(WishartPotential.gap(size(), e)),
                WishartPotential.mean(size(), e));
    }

    /**
     * {@inheritDoc} The gap log det(mean) − mean of log det is summed as the mean of tr R − d − log det R, R = M⁻¹X, so that data close together
     * cost no accuracy.
     */
    @Override
    public Wishart maximumLikelihood(List<? extends PositiveDefinite> data) {
        PositiveDefinite mean =
                WishartPotential.mean(size(), meanStatistic(data).toArray());
        double gap = 0;
        int count = 0;
        for (PositiveDefinite x : data) {
            count++;
            gap += (PositiveDefinitePencil.itakuraSaito(x, mean) - gap) / count;
        }
        return Wishart.degreesMean(degrees(gap), mean);
    }
}
