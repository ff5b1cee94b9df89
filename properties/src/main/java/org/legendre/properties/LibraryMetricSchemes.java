package org.legendre.properties;

import java.util.List;
import java.util.function.Function;
import org.legendre.geometry.Coordinates;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Metric;
import org.legendre.geometry.Natural;
import org.legendre.geometry.PositiveDefinite;
import org.legendre.geometry.family.Categorical;
import org.legendre.geometry.family.Gamma;
import org.legendre.geometry.family.Normal;
import org.legendre.optimize.Descent;
import org.legendre.optimize.Geometry;
import org.legendre.optimize.Scheme;
import org.legendre.optimize.StepRule;

/** The library's schemes for a metric, in the natural coordinates of families with their Fisher information. */
final class LibraryMetricSchemes {
    /** The radius of a trust region: its divergence is that of a perceptible step. */
    private static final double RADIUS = 0.01;

    private LibraryMetricSchemes() {}

    static List<MethodSubject> all() {
        return List.of(
                momentum(),
                in(
                        "Riemannian conjugate gradients of a gamma",
                        Gamma.FAMILY.potential(),
                        geometry -> (f, t) -> Descent.of(f, geometry)
                                .by(Scheme.conjugateGradients())
                                .step(StepRule.constant(t)),
                        true),
                in(
                        "trust region of a categorical",
                        Categorical.family(4).potential(),
                        geometry -> (f, t) -> Descent.of(f, geometry).by(Scheme.trustRegion(RADIUS, (x, y) -> 0)),
                        true),
                newton(),
                damped(false));
    }

    /** Momentum of natural gradient: both terms are tangents. */
    static MethodSubject momentum() {
        return in(
                "natural gradient of a normal with momentum",
                Normal.FAMILY.potential(),
                geometry -> (f, t) ->
                        Descent.of(f, geometry).by(Scheme.heavyBall(0.5)).step(StepRule.constant(t)),
                true);
    }

    /** Its steps depend on the coordinates by the differences that stand for Hessians only, hardly enough for a witness: nothing is claimed. */
    private static MethodSubject newton() {
        Geometry<Natural, Expectation> geometry = Geometry.natural(Normal.FAMILY.potential());
        Method.Setup<Natural, Expectation> setup = (f, t) ->
                Descent.of(f, geometry).by(Scheme.newtonConjugateGradients()).step(StepRule.constant(t));
        return LibraryMethods.of(
                "Newton's method by conjugate gradients of a normal",
                Normal.FAMILY.potential().domain(),
                setup);
    }

    /** Damping: the identity that is added belongs to the coordinates. */
    static MethodSubject damped(boolean invariant) {
        return in(
                "natural gradient of a gamma with adaptive damping",
                Gamma.FAMILY.potential(),
                geometry -> (f, t) -> Descent.of(f, geometry).by(Scheme.levenbergMarquardt()),
                invariant);
    }

    private static <X extends Coordinates<Y>, Y extends Coordinates<X>> MethodSubject in(
            String name, Legendre<X, Y> psi, Function<Geometry<X, Y>, Method.Setup<X, Y>> scheme, boolean invariant) {
        return LibraryMethods.of(name, psi.domain(), scheme.apply(Geometry.natural(psi)))
                .withAffineChart(
                        map -> Method.of(scheme.apply(Geometry.<X, Y>natural(
                                map.preimage(psi.domain()),
                                z -> Metric.of(Hessian.dense(PositiveDefinite.of(map.pull(psi.potential()
                                        .hessian(map.to(z.toArray()))
                                        .toMatrix()))))))),
                        invariant);
    }
}
