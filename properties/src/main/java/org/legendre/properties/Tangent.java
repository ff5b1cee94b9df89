package org.legendre.properties;

import java.util.function.BiFunction;
import java.util.function.Function;
import org.legendre.properties.Sample.Spread;

/** A member whose density is integrated and a tangent of Fisher length 1: what laws about scores and about what members are the best at look at. */
final class Tangent {
    /** Each sample costs a dozen integrals. */
    private static final int COST = 20;

    final ObservationSubject subject;
    final Sample sample;
    final Point p;
    final Averages averages;
    final double[] v;

    private Tangent(ObservationSubject subject, Sample sample, Point p, Averages averages, double[] v) {
        this.subject = subject;
        this.sample = sample;
        this.p = p;
        this.averages = averages;
        this.v = v;
    }

    /** A law about integrals over the density. At the edge of binary64 the scale of a Fisher length is none of a series in θ, and steps of it tell nothing. */
    static Law<ObservationSubject> law(
            String id, String statement, String source, double resolution, Function<Tangent, Finding> examination) {
        return MomentLaws.integral(
                        id,
                        statement,
                        source,
                        resolution,
                        (subject, sample) -> Chance.integrated(subject, sample, (p, averages) -> {
                            double[] v = Rounding.unit(p.fisher, sample.direction());
                            return Points.zero(v)
                                    ? Finding.nothing("no direction")
                                    : examination.apply(new Tangent(subject, sample, p, averages, v));
                        }))
                .on(Spread.MODERATE, Spread.WIDE)
                .costly(COST);
    }

    /** A law about derivatives of the given order, 1 or 2, of such integrals along the tangent. */
    static Law<ObservationSubject> law(
            int order,
            String id,
            String statement,
            String source,
            double resolution,
            BiFunction<Tangent, Stencil, Finding> examination) {
        return law(id, statement, source, resolution, tangent -> {
            Stencil stencil = Stencil.of(tangent.subject, tangent.p, tangent.v, order, tangent.averages.unit());
            return stencil == null ? Finding.nothing("no room to step") : examination.apply(tangent, stencil);
        });
    }

    /** ⟨v, T(x) − η⟩, the score. */
    double score(Object x) {
        return Chance.standardised(subject, p, v, x);
    }

    @Override
    public String toString() {
        return Chance.at(p, v) + ", of Fisher length 1";
    }
}
