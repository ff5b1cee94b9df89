package org.legendre.geometry.family;

import java.util.List;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.PositiveDefinite;
import org.legendre.geometry.Vec;

/** All inverse Wishart distributions on d×d matrices. */
final class InverseWishartFamily extends MatrixGammaFamily<InverseWishart> {
    InverseWishartFamily(int d) {
        super("inverse-wishart", "scale", d);
    }

    @Override
    InverseWishart member(double degrees, PositiveDefinite scale) {
        return new InverseWishart(degrees, scale);
    }

    @Override
    PositiveDefinite matrix(PositiveDefinite rate) {
        return Packed.divided(rate, 0.5);
    }

    /** dΨ ↦ −½dΨ, the change of −B. */
    @Override
    double[][] changeOfRate(PositiveDefinite scale) {
        return Packed.diagonal(size(), -0.5, -1);
    }

    @Override
    public Vec<Expectation> statistic(PositiveDefinite x) {
        return Packed.vector(-Packed.requireSize(x, size()).logDeterminant(), x.inverse());
    }

    @Override
    public InverseWishart atExpectation(Vec<Expectation> eta) {
        double[] e = potential().conjugate().domain().require("η", eta.toArray());
        return at(2 * new MultivariateGamma(size()).shape(WishartPotential.gap(size(), e)), e);
    }

    private InverseWishart at(double degrees, double[] eta) {
        return new InverseWishart(
                degrees, Packed.divided(WishartPotential.mean(size(), eta).inverse(), 1 / degrees));
    }

    /** {@inheritDoc} The gap between log det of the mean inverse and the mean log det of inverses is summed as for {@link WishartFamily}. */
    @Override
    public InverseWishart maximumLikelihood(List<? extends PositiveDefinite> data) {
        double[] eta = meanStatistic(data).toArray();
        PositiveDefinite inverseMean = WishartPotential.mean(size(), eta).inverse();
        double gap = 0;
        int count = 0;
        for (PositiveDefinite x : data) {
            count++;
            gap += (PositiveDefinitePencil.itakuraSaito(inverseMean, x) - gap) / count;
        }
        return at(degrees(gap), eta);
    }
}
