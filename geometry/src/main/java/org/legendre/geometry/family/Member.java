package org.legendre.geometry.family;

import org.legendre.geometry.Chart;
import org.legendre.geometry.Coordinates;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.Metric;
import org.legendre.geometry.Natural;
import org.legendre.geometry.PositiveDefinite;
import org.legendre.geometry.Vec;

/**
 * A point of an exponential family, seen in three coordinates: natural θ, expectation η = E[T] = ∇ψ(θ), and source parameters.
 *
 * @param <T> the type of an observation
 * @param <M> the type itself
 */
public interface Member<T, M extends Member<T, M>> extends Distribution<T, M>, Parametric {
    /**
     * The family that this is a point of.
     *
     * @return the family
     */
    ExponentialFamily<T, M> family();

    /**
     * The natural coordinates θ.
     *
     * @return θ
     * @throws DomainException if this is a boundary member (Bernoulli(0), Poisson(0), a zero probability), which has none
     */
    Vec<Natural> natural();

    /**
     * The expectation coordinates η = E[T(X)].
     *
     * @return η
     */
    Vec<Expectation> expectation();

    /**
     * The Fisher metric ∇²ψ(θ) in natural coordinates: the covariance of the sufficient statistic.
     *
     * @return the metric at θ
     */
    default Metric<Natural, Expectation> fisher() {
        return family().potential().metric(natural());
    }

    /**
     * The Fisher metric ∇²ψ*(η) in expectation coordinates: the inverse matrix of {@link #fisher()}.
     *
     * @return the metric at η
     */
    default Metric<Expectation, Natural> fisherInExpectation() {
        return Metric.of(fisher().hessian().inverse());
    }

    /**
     * The Fisher metric in coordinates of your own, JᵀGJ with J = ∂θ/∂x.
     *
     * @param <X> the tag of the coordinates
     * @param <Y> its dual tag
     * @param chart the map from them to θ
     * @return the metric
     */
    default <X extends Coordinates<Y>, Y extends Coordinates<X>> Metric<X, Y> fisherIn(Chart<X, Natural> chart) {
        double[][] rows = chart.pull(chart.inverse(natural()), fisher().toMatrix());
        return Metric.of(Hessian.dense(PositiveDefinite.of(rows)));
    }

    /**
     * {@inheritDoc}
     *
     * <p>In an exponential family this is the Bregman divergence with its arguments swapped, KL(p‖q) = D_ψ(θ_q, θ_p). This default computes that;
     * a family whose θ rounds overrides it in its source parameters.
     */
    @Override
    default double klTo(M q) {
        return family().potential().bregman(q.natural(), natural());
    }

    /**
     * The skewed Jensen divergence αψ(θ_p) + (1−α)ψ(θ_q) − ψ(αθ_p + (1−α)θ_q) = −log ∫ p^α q^(1−α), from which Rényi, Bhattacharyya, Hellinger
     * and α-divergences follow. This default computes it through the potential; a family whose θ rounds overrides it in its source parameters.
     *
     * <p>Source: F. Nielsen and S. Boltz, The Burbea–Rao and Bhattacharyya centroids, IEEE Trans. Inf. Theory 57 (2011).
     *
     * @param q the second argument
     * @param alpha the weight α of this p, finite
     * @return the divergence: ≥ 0 for 0 ≤ α ≤ 1, ≤ 0 elsewhere; −∞ where the integral diverges. For α = 0 and 1 it is the limit from between, −log
     *     Q(p &gt; 0) and −log P(q &gt; 0): 0 but for boundary members
     */
    default double skewedJensen(M q, double alpha) {
        return family().potential().skewedJensen(natural(), q.natural(), alpha);
    }
}
