package org.legendre.properties;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.legendre.geometry.Differential;
import org.legendre.geometry.Domain;
import org.legendre.geometry.Weights;
import org.legendre.optimize.Constraint;
import org.legendre.optimize.Descent;
import org.legendre.optimize.Geometry;
import org.legendre.optimize.StepRule;

/** The library's own Frank–Wolfe methods. */
final class LibrarySegments {
    private static final double[] LOWER = {-1, 0};
    private static final double[] UPPER = {1, 3};

    private LibrarySegments() {}

    static List<SegmentSubject> all() {
        return List.of(simplex(), box(), away(), awayOnTwo());
    }

    static SegmentSubject simplex() {
        Constraint set = Constraint.simplex();
        return of(
                "Frank–Wolfe on the simplex",
                new SimplexInterior(4),
                Geometry.frankWolfe(4, set),
                set,
                LibrarySegments::least,
                LibraryMethods::outsideSimplex,
                Math.sqrt(2));
    }

    private static SegmentSubject box() {
        Constraint set = Constraint.box(LOWER, UPPER);
        return of(
                "Frank–Wolfe in a box",
                Domain.box(LOWER, UPPER),
                Geometry.frankWolfe(2, set),
                set,
                g -> Math.min(LOWER[0] * g[0], UPPER[0] * g[0]) + Math.min(LOWER[1] * g[1], UPPER[1] * g[1]),
                x -> Math.max(0, Math.max(Math.abs(x[0]) - 1, Math.abs(x[1] - 1.5) - 1.5)),
                Math.sqrt(13));
    }

    static SegmentSubject away() {
        Constraint set = Constraint.simplex();
        return of(
                        "Frank–Wolfe with away steps on the simplex",
                        new SimplexInterior(4),
                        Geometry.frankWolfeAway(4, set),
                        set,
                        LibrarySegments::least,
                        LibraryMethods::outsideSimplex,
                        Math.sqrt(2))
                .away(4);
    }

    static Method withoutAwaySteps() {
        return Method.of(Geometry.<Weights, Differential<Weights>>frankWolfe(4, Constraint.simplex()));
    }

    private static SegmentSubject awayOnTwo() {
        Constraint set = Constraint.simplices(2, 3);
        return of(
                        "Frank–Wolfe with away steps on two simplices",
                        Domain.product(new SimplexInterior(2), new SimplexInterior(3)),
                        Geometry.frankWolfeAway(5, set),
                        set,
                        g -> Math.min(g[0], g[1]) + Math.min(g[2], Math.min(g[3], g[4])),
                        x -> Math.abs(x[0] + x[1] - 1) + Math.abs(x[2] + x[3] + x[4] - 1) + Math.max(0, -least(x)),
                        2)
                .away(2, 3);
    }

    private static SegmentSubject of(
            String name,
            Domain domain,
            Geometry<Weights, Differential<Weights>> geometry,
            Constraint set,
            ToDoubleFunction<double[]> least,
            ToDoubleFunction<double[]> outside,
            double diameter) {
        Method.Setup<Weights, Differential<Weights>> openLoop =
                (f, t) -> Descent.of(f, geometry).step(StepRule.openLoop());
        return SegmentSubject.of(
                LibraryMethods.of(name, domain, geometry)
                        .withGap(set::gap, least)
                        .withOutside(outside),
                Method.of(openLoop),
                diameter);
    }

    private static double least(double[] g) {
        double least = Double.POSITIVE_INFINITY;
        for (double entry : g) {
            least = Math.min(least, entry);
        }
        return least;
    }
}
