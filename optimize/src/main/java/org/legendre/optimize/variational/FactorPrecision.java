package org.legendre.optimize.variational;

import java.util.SplittableRandom;
import org.legendre.geometry.Differential;
import org.legendre.geometry.Domain;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Euclidean;
import org.legendre.geometry.Natural;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;
import org.legendre.geometry.family.MultivariateNormal;
import org.legendre.optimize.Descent;
import org.legendre.optimize.Geometry;
import org.legendre.optimize.Objective;
import org.legendre.optimize.StepRule;

/**
 * Variational inference with a precision of low rank plus diagonal, Λ = diag(s) + BBᵀ with d×r factors B, and so a covariance of diagonal minus low rank: the evidence lower bound of a full Gaussian as a function of w = (μ, u, columns of B), s = u².
 *
 * <pre>{@code
 * var factor = FactorPrecision.of(bayes, 2);
 * var run = factor.method().until(Stopping.decrementBelow(1e-12)).run(factor.start(1));
 * MultivariateNormal posterior = factor.at(run.point());
 * }</pre>
 *
 * <p>These normals are a curved family: no mean coordinates in which the natural gradient would be a plain differential. The method is natural gradient in w with the Fisher metric of the full family pulled back, δμᵀΛδμ + ½ tr(ΣδΛΣδΛ). Rotations
 * of the columns of B change nothing; the metric is completed in their directions, in which the differential has no part. Steps are searched for: at a finite step the chart matters. The bound is not
 * concave in w, and has local maxima: other seeds of the start may find others. A step costs O((d(r + 2))³).
 *
 * <p>Data that speak of few directions add a matrix of low rank to the precision of the prior: that is why the precision, not the covariance, has the factor.
 *
 * <p>Source: A. Mishkin, F. Kunstner, D. Nielsen, M. Schmidt and M. E. Khan, SLANG: fast structured covariance approximations for Bayesian deep learning with natural gradient, NeurIPS 2018, for the class (their step is another, by a truncated
 * eigendecomposition); S. Amari, Neural Comput. 10 (1998), for the step.
 */
public final class FactorPrecision implements Objective<Weights, Differential<Weights>> {
    private final VariationalBayes<Vec<Euclidean>, MultivariateNormal> bayes;
    private final int d;
    private final int rank;

    private FactorPrecision(VariationalBayes<Vec<Euclidean>, MultivariateNormal> bayes, int rank) {
        this.bayes = bayes;
        this.d = bayes.at(bayes.start()).size();
        this.rank = rank;
        if (rank < 1 || rank >= d || (d - rank) * (d - rank) < d + rank) {
            throw new DomainException(
                    "rank",
                    rank,
                    "at least 1, and so small that (d − r)² ≥ d + r, d = " + d
                            + ": with more there are more entries of s and B than a precision has");
        }
    }

    /**
     * The bound of a full Gaussian, restricted.
     *
     * @param bayes prior and factors
     * @param rank r, the number of columns of B: at least 1, and (d − r)² ≥ d + r (Ledermann 1937), for with more there are more numbers in s and B, less rotations, than in a precision
     * @return the objective
     * @throws DomainException if the rank is outside its domain
     */
    public static FactorPrecision of(VariationalBayes<Vec<Euclidean>, MultivariateNormal> bayes, int rank) {
        return new FactorPrecision(bayes, rank);
    }

    /**
     * A start near the prior: its mean, the inverses of its variances for s, and random entries of B, for at B = 0 the differential in B is 0.
     *
     * @param seed the seed; the same one draws the same
     * @return w
     */
    public Vec<Weights> start(long seed) {
        MultivariateNormal prior = bayes.at(bayes.start());
        SplittableRandom random = new SplittableRandom(seed);
        double[] w = new double[size()];
        for (int i = 0; i < d; i++) {
            w[i] = prior.mean().get(i);
            double deviation = Math.sqrt(prior.covariance().get(i, i));
            w[d + i] = 1 / deviation;
            for (int k = 0; k < rank; k++) {
                w[(2 + k) * d + i] = random.nextGaussian() / deviation;
            }
        }
        return Vec.of(w);
    }

    /**
     * Natural gradient in w with a little damping, 10⁻⁴, each step searched for from 1.
     *
     * @return the method
     */
    public Descent<Weights, Differential<Weights>> method() {
        return Descent.of(this, geometry(1e-4)).step(StepRule.armijoFrom(1));
    }

    /**
     * Natural gradient in w: the pulled-back Fisher metric, plus λ times the identity.
     *
     * @param damping λ ≥ 0; the metric is singular where an entry of u or a column of B vanishes, and near there a step without damping leads far away
     * @return the geometry
     * @throws DomainException if λ is negative or not finite
     */
    public Geometry<Weights, Differential<Weights>> geometry(double damping) {
        DomainException.requireNonnegative("damping", damping);
        return Geometry.natural(Domain.reals(size()), w -> point(w.toArray()).metric(damping));
    }

    /**
     * The normal at a point of a run.
     *
     * @param w (μ, u, columns of B)
     * @return N(μ, (diag(s) + BBᵀ)⁻¹)
     * @throws DomainException if the length is wrong, or the precision is not positive definite in binary64
     */
    public MultivariateNormal at(Vec<Weights> w) {
        return point(DomainException.requireLength("w", w.toArray(), size())).normal();
    }

    private FactorPoint point(double[] w) {
        return new FactorPoint(d, rank, w);
    }

    @Override
    public int size() {
        return (2 + rank) * d;
    }

    /** {@inheritDoc} It is +∞ where the precision is not positive definite in binary64, so that searches turn back from there. */
    @Override
    public double value(double[] w) {
        return FactorPoint.diagnose(d, rank, w).isPresent()
                ? Double.POSITIVE_INFINITY
                : bayes.negative(point(w).normal(), new double[bayes.size()]);
    }

    @Override
    public double gradient(double[] w, double[] out) {
        FactorPoint point = point(w);
        double[] inNatural = new double[bayes.size()];
        double value = bayes.differential(point.normal(), inNatural);
        point.pull(Vec.<Natural>of(inNatural), out);
        return value;
    }

    @Override
    public String toString() {
        return bayes + ", precision of rank " + rank + " plus diagonal";
    }
}
