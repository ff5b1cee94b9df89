package org.legendre.properties;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;
import org.legendre.geometry.Differential;
import org.legendre.geometry.Domain;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Potentials;
import org.legendre.geometry.Weights;
import org.legendre.optimize.Constraint;
import org.legendre.optimize.Descent;
import org.legendre.optimize.Geometry;
import org.legendre.optimize.Scheme;
import org.legendre.optimize.StepRule;

/** The library's own schemes, on a few geometries each. */
final class LibrarySchemes {
    private static final int ROWS = 2;

    /** A geometry and what it is held to on its own. */
    private record Pair(MethodSubject plain, Geometry<Weights, Differential<Weights>> geometry) {}

    private LibrarySchemes() {}

    static Stream<SchemeSubject> all() {
        return Stream.of(dualAveraging(), averages(), saddlePoints()).flatMap(List::stream);
    }

    static List<SchemeSubject> dualAveraging() {
        return List.of(lazy(onSimplex()), lazy(burg()), lazy(inBox()), scaled(onSimplex()), scaled(inBox()));
    }

    static SchemeSubject lazyOnSimplex() {
        return lazy(onSimplex());
    }

    static SchemeSubject scaledInBox() {
        return scaled(inBox());
    }

    private static SchemeSubject lazy(Pair pair) {
        return searched("dual averaging", pair, new Form.DualAveraging(LibrarySchemes::one), Scheme.dualAveraging());
    }

    private static SchemeSubject scaled(Pair pair) {
        return own(
                "dual averaging with growing scale",
                pair,
                new Form.DualAveraging(LibrarySchemes::beta),
                t -> Scheme.dualAveraging(1 / t));
    }

    private static double one(int k) {
        return 1;
    }

    /** β₀ = β₁ = 1, β_{k+1} = β_k + 1/β_k. */
    static double beta(int k) {
        double beta = 1;
        for (int i = 1; i < k; i++) {
            beta += 1 / beta;
        }
        return beta;
    }

    static List<SchemeSubject> averages() {
        return List.of(decaying(onSimplex()), decaying(inBox()), lazyAverages(), evenAverages());
    }

    /** Mirror descent with the steps t/√(k + 1). */
    static SchemeSubject decayingOnSimplex() {
        return decaying(onSimplex());
    }

    private static SchemeSubject decaying(Pair pair) {
        Method.Setup<Weights, Differential<Weights>> setup =
                (f, t) -> Descent.of(f, pair.geometry).step(StepRule.decaying(t, 0.5));
        return of(
                "averages of mirror descent",
                pair,
                new Form.Averages(Method.of(setup), k -> 1 / Math.sqrt(k + 1.0), LibrarySchemes::one),
                (f, t) -> Descent.of(f, pair.geometry)
                        .by(Scheme.averaged(Scheme.descent()))
                        .step(StepRule.decaying(t, 0.5)));
    }

    private static SchemeSubject lazyAverages() {
        Pair pair = inBox();
        return searched(
                "averages of dual averaging",
                pair,
                new Form.Averages(lazy(pair)::run, LibrarySchemes::one, LibrarySchemes::one),
                Scheme.averaged(Scheme.dualAveraging()));
    }

    private static SchemeSubject evenAverages() {
        Pair pair = onSimplex();
        return own(
                "even averages of dual averaging with growing scale",
                pair,
                new Form.Averages(scaled(pair)::run, LibrarySchemes::one, LibrarySchemes::beta),
                t -> Scheme.evenlyAveraged(Scheme.dualAveraging(1 / t)));
    }

    static List<SchemeSubject> saddlePoints() {
        return List.of(
                prox(),
                own(
                        "mirror-prox with a search",
                        onSimplices(),
                        new Form.MirrorProx(true, ROWS),
                        t -> Scheme.mirrorProx()),
                own("mirror-prox", unconstrained(), new Form.MirrorProx(false, 0), t -> Scheme.mirrorProx(t)),
                optimistic(),
                searched("optimistic descent", burg(), new Form.Optimistic(0), Scheme.optimistic()),
                searched("optimistic descent", inBox(), new Form.Optimistic(0), Scheme.optimistic()));
    }

    static SchemeSubject prox() {
        return own("mirror-prox", onSimplices(), new Form.MirrorProx(false, ROWS), t -> Scheme.mirrorProx(t));
    }

    static SchemeSubject optimistic() {
        return searched("optimistic descent", onSimplices(), new Form.Optimistic(ROWS), Scheme.optimistic());
    }

    /** A scheme to which the step rule gives the length. */
    private static SchemeSubject searched(String name, Pair pair, Form form, Scheme scheme) {
        return of(
                name,
                pair,
                form,
                (f, t) -> Descent.of(f, pair.geometry).by(scheme).step(StepRule.constant(t)));
    }

    /** A scheme that has the length as a parameter of its own. */
    private static SchemeSubject own(String name, Pair pair, Form form, DoubleFunction<Scheme> scheme) {
        return of(name, pair, form, (f, t) -> Descent.of(f, pair.geometry).by(scheme.apply(t)));
    }

    private static SchemeSubject of(
            String name, Pair pair, Form form, Method.Setup<Weights, Differential<Weights>> setup) {
        MethodSubject method = LibraryMethods.of(name + " with " + pair.plain.name(), pair.plain.domain(), setup);
        return SchemeSubject.of(pair.plain.outside().map(method::withOutside).orElse(method), pair.plain, form);
    }

    private static Pair onSimplex() {
        Legendre<Weights, Differential<Weights>> phi = Potentials.negativeEntropy(3);
        return new Pair(
                MethodSubject.onSimplex("exponentiated gradient", phi), Geometry.mirror(phi, Constraint.simplex()));
    }

    private static Pair onSimplices() {
        Legendre<Weights, Differential<Weights>> phi = Potentials.negativeEntropy(5);
        Constraint set = Constraint.simplices(ROWS, 3);
        Domain domain = Domain.product(new SimplexInterior(ROWS), new SimplexInterior(3));
        return new Pair(
                MethodSubject.onSet("exponentiated gradient on two simplices", phi, set, domain, true),
                Geometry.mirror(phi, set));
    }

    private static Pair burg() {
        Legendre<Weights, Differential<Weights>> phi = Potentials.burg(2);
        return new Pair(MethodSubject.mirror("Burg's entropy", phi), Geometry.mirror(phi));
    }

    private static Pair unconstrained() {
        Legendre<Weights, Differential<Weights>> phi = Potentials.hypentropy(2, 0.5);
        return new Pair(MethodSubject.mirror("the hyperbolic entropy", phi), Geometry.mirror(phi));
    }

    private static Pair inBox() {
        double[] lower = {-1, 0};
        double[] upper = {1, 3};
        Legendre<Weights, Differential<Weights>> phi = Potentials.hypentropy(2, 0.5);
        Constraint set = Constraint.box(lower, upper);
        return new Pair(
                MethodSubject.onSet("the hyperbolic entropy in a box", phi, set, Domain.box(lower, upper), false)
                        .withOutside(x -> Math.max(0, Math.max(Math.abs(x[0]) - 1, Math.abs(x[1] - 1.5) - 1.5))),
                Geometry.mirror(phi, set));
    }
}
