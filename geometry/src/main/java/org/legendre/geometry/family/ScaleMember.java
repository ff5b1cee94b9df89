package org.legendre.geometry.family;

import org.legendre.geometry.Differential;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.Metric;
import org.legendre.geometry.Natural;
import org.legendre.geometry.Source;
import org.legendre.geometry.Vec;
import org.legendre.geometry.special.Logs;
import org.legendre.geometry.special.Powers;

/**
 * A law of one parameter s whose statistic is a gamma variable of shape c and rate −θ = f sᵉ (see {@link ScaleFamily}): in log s everything is
 * that of the exponential laws.
 *
 * @param <M> the type itself
 */
interface ScaleMember<M extends ScaleMember<M>> extends Line<M>, FisherRao<M> {
    /** {@inheritDoc} Its one coordinate is the parameter s. */
    @Override
    Vec<Source> source();

    @Override
    default Vec<Natural> natural() {
        return Vec.of(-ScaleFamily.of(family()).rate(source().get(0)));
    }

    @Override
    default Vec<Expectation> expectation() {
        ScaleFamily<M> family = ScaleFamily.of(family());
        return Vec.of(family.shape() / family.rate(source().get(0)));
    }

    /** {@inheritDoc} It is ce²/s². */
    @Override
    default Metric<Source, Differential<Source>> fisherInSource() {
        ScaleFamily<M> family = ScaleFamily.of(family());
        double slope = family.power() / source().get(0);
        return Metric.of(Hessian.diagonal(family.shape() * slope * slope));
    }

    /** {@inheritDoc} It is c (r − 1 − log r), where r is the ratio of the rates of q and of this (Itakura and Saito 1968). */
    @Override
    default double klTo(M q) {
        ScaleFamily<M> family = ScaleFamily.common(this, q);
        return family.shape() * Powers.itakuraSaitoTerm(q.source().get(0), source().get(0), family.power());
    }

    /** {@inheritDoc} It is c times the logarithm of the weighted arithmetic over the weighted geometric mean of the rates. */
    @Override
    default double skewedJensen(M q, double alpha) {
        ScaleFamily<M> family = ScaleFamily.common(this, q);
        return family.shape()
                * Powers.logRatioOfMeans(
                        source().get(0), q.source().get(0), family.power(), DomainException.requireFinite("α", alpha));
    }

    /** {@inheritDoc} It is √c times the difference of the logarithms of the rates. */
    @Override
    default double fisherRaoTo(M q) {
        ScaleFamily<M> family = ScaleFamily.common(this, q);
        double rates =
                family.power() * Logs.logRatio(source().get(0), q.source().get(0));
        return Math.sqrt(family.shape()) * Math.abs(rates);
    }
}
