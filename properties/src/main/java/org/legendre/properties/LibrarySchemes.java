package org.legendre.properties;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.legendre.geometry.Differential;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;
import org.legendre.optimize.Descent;
import org.legendre.optimize.Scheme;
import org.legendre.optimize.StepRule;
import org.legendre.properties.Form.Searched.Rule;

/** The library's own schemes, on a few geometries each. */
final class LibrarySchemes {
    private static final int ROWS = MirrorPair.ROWS;
    private static final int PAIRS = 2;

    private LibrarySchemes() {}

    static Stream<SchemeSubject> all() {
        return Stream.of(dualAveraging(), averages(), saddlePoints(), scaledSteps(), searches())
                .flatMap(List::stream);
    }

    static List<SchemeSubject> dualAveraging() {
        return List.of(
                lazy(MirrorPair.onSimplex()),
                lazy(MirrorPair.burg()),
                lazy(MirrorPair.inBox()),
                scaled(MirrorPair.onSimplex()),
                scaled(MirrorPair.inBox()));
    }

    static SchemeSubject lazyOnSimplex() {
        return lazy(MirrorPair.onSimplex());
    }

    static SchemeSubject scaledInBox() {
        return scaled(MirrorPair.inBox());
    }

    private static SchemeSubject lazy(MirrorPair pair) {
        return searched("dual averaging", pair, new Form.DualAveraging(LibrarySchemes::one), Scheme.dualAveraging());
    }

    private static SchemeSubject scaled(MirrorPair pair) {
        return own(
                "dual averaging with growing scale",
                pair,
                new Form.DualAveraging(LibrarySchemes::beta),
                t -> Scheme.dualAveraging(1 / t));
    }

    static double one(int k) {
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
        return List.of(
                decaying(MirrorPair.onSimplex()),
                decaying(MirrorPair.inBox()),
                lazyAverages(),
                evenAverages(),
                LibraryStochastic.averages());
    }

    /** Mirror descent with the steps t/√(k + 1). */
    static SchemeSubject decayingOnSimplex() {
        return decaying(MirrorPair.onSimplex());
    }

    private static SchemeSubject decaying(MirrorPair pair) {
        Method.Setup<Weights, Differential<Weights>> setup =
                (f, t) -> Descent.of(f, pair.geometry()).step(StepRule.decaying(t, 0.5));
        return of(
                "averages of mirror descent",
                pair,
                new Form.Averages(Method.of(setup), k -> 1 / Math.sqrt(k + 1.0), LibrarySchemes::one),
                (f, t) -> Descent.of(f, pair.geometry())
                        .by(Scheme.averaged(Scheme.descent()))
                        .step(StepRule.decaying(t, 0.5)));
    }

    private static SchemeSubject lazyAverages() {
        MirrorPair pair = MirrorPair.inBox();
        return searched(
                "averages of dual averaging",
                pair,
                new Form.Averages(lazy(pair)::run, LibrarySchemes::one, LibrarySchemes::one),
                Scheme.averaged(Scheme.dualAveraging()));
    }

    private static SchemeSubject evenAverages() {
        MirrorPair pair = MirrorPair.onSimplex();
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
                        MirrorPair.onSimplices(),
                        new Form.MirrorProx(true, ROWS),
                        t -> Scheme.mirrorProx()),
                own(
                        "mirror-prox",
                        MirrorPair.unconstrained(),
                        new Form.MirrorProx(false, 0),
                        t -> Scheme.mirrorProx(t)),
                optimistic(),
                searched("optimistic descent", MirrorPair.burg(), new Form.Optimistic(0), Scheme.optimistic()),
                searched("optimistic descent", MirrorPair.inBox(), new Form.Optimistic(0), Scheme.optimistic()));
    }

    static SchemeSubject prox() {
        return own(
                "mirror-prox", MirrorPair.onSimplices(), new Form.MirrorProx(false, ROWS), t -> Scheme.mirrorProx(t));
    }

    static SchemeSubject optimistic() {
        return searched("optimistic descent", MirrorPair.onSimplices(), new Form.Optimistic(ROWS), Scheme.optimistic());
    }

    static List<SchemeSubject> scaledSteps() {
        return List.of(adaGrad(), adaGradInBox(), quasiNewton(), quasiNewtonOnSimplex());
    }

    static SchemeSubject adaGrad() {
        return searched("AdaGrad", MirrorPair.flat(), new Form.AdaGrad(0), Scheme.adaGrad(0));
    }

    private static SchemeSubject adaGradInBox() {
        return searched("AdaGrad", MirrorPair.flatInBox(), new Form.AdaGrad(0.25), Scheme.adaGrad(0.25));
    }

    static SchemeSubject quasiNewton() {
        return quasiNewton(MirrorPair.unconstrained(), MirrorPair.HYPENTROPY);
    }

    private static SchemeSubject quasiNewton(MirrorPair pair, Legendre<Weights, Differential<Weights>> phi) {
        return quasiNewton(
                pair,
                x -> phi.gradient(Vec.of(x)).toArray(),
                y -> phi.conjugate().gradient(Vec.of(y)).toArray(),
                (x, g) -> Rounding.solve(phi.potential().hessian(x), g));
    }

    /** In log weights. */
    private static SchemeSubject quasiNewtonOnSimplex() {
        SimplexInterior simplex = new SimplexInterior(3);
        return quasiNewton(MirrorPair.onSimplex(), simplex::toChart, simplex::fromChart, (x, g) -> {
            double mean = Rounding.dot(x, g);
            double[] v = new double[x.length];
            for (int i = 0; i < v.length; i++) {
                v[i] = x[i] * (g[i] - mean);
            }
            return v;
        });
    }

    private static SchemeSubject quasiNewton(
            MirrorPair pair, UnaryOperator<double[]> toDual, UnaryOperator<double[]> fromDual, Form.Pull pull) {
        Scheme scheme = Scheme.quasiNewton(PAIRS);
        Method.Setup<Weights, Differential<Weights>> searched =
                (f, t) -> Descent.of(f, pair.geometry()).by(scheme);
        return searched(
                "quasi-Newton", pair, new Form.QuasiNewton(PAIRS, toDual, fromDual, pull, Method.of(searched)), scheme);
    }

    static List<SchemeSubject> searches() {
        return List.of(
                armijo(),
                exact(),
                relativeSmoothness(),
                search(MirrorPair.unconstrained(), Rule.ARMIJO, StepRule.armijo()),
                search(MirrorPair.burg(), Rule.RELATIVE_SMOOTHNESS, StepRule.relativeSmoothness()));
    }

    static SchemeSubject armijo() {
        return search(MirrorPair.onSimplex(), Rule.ARMIJO, StepRule.armijo());
    }

    static SchemeSubject exact() {
        return search(MirrorPair.flat(), Rule.EXACT, StepRule.exact());
    }

    static SchemeSubject relativeSmoothness() {
        return search(MirrorPair.onSimplex(), Rule.RELATIVE_SMOOTHNESS, StepRule.relativeSmoothness());
    }

    private static SchemeSubject search(MirrorPair pair, Rule rule, StepRule step) {
        return of(
                step.toString(),
                pair,
                new Form.Searched(rule),
                (f, t) -> Descent.of(f, pair.geometry()).step(step));
    }

    /** A scheme to which the step rule gives the length. */
    private static SchemeSubject searched(String name, MirrorPair pair, Form form, Scheme scheme) {
        return of(
                name,
                pair,
                form,
                (f, t) -> Descent.of(f, pair.geometry()).by(scheme).step(StepRule.constant(t)));
    }

    /** A scheme that has the length as a parameter of its own. */
    private static SchemeSubject own(String name, MirrorPair pair, Form form, DoubleFunction<Scheme> scheme) {
        return of(name, pair, form, (f, t) -> Descent.of(f, pair.geometry()).by(scheme.apply(t)));
    }

    private static SchemeSubject of(
            String name, MirrorPair pair, Form form, Method.Setup<Weights, Differential<Weights>> setup) {
        MethodSubject method = LibraryMethods.of(
                name + " with " + pair.plain().name(), pair.plain().domain(), setup);
        return SchemeSubject.of(pair.plain().outside().map(method::withOutside).orElse(method), pair.plain(), form);
    }
}
