package org.legendre.properties;

import java.util.Arrays;
import org.legendre.geometry.Domain;
import org.legendre.geometry.DomainException;

/** How laws of potentials and of families reach their points. */
final class Points {
    private static final double ROUNDED = 4;
    private static final String SINGULAR = "the metric is singular in binary64";

    private Points() {}

    /** What a law finds at two points. */
    interface OnPair {
        Finding at(Point p, Point q);
    }

    /** What a law finds at one point. */
    interface OnPoint {
        Finding at(Point p);
    }

    /** What a law finds at four points. */
    interface OnFour {
        Finding at(Point p, Point q, Point r, Point s);
    }

    /** The pair, a third point in the sample's direction from the first and a fourth against it from the second. */
    static Finding four(PotentialSubject subject, Sample sample, OnFour law) {
        double[] direction = sample.direction();
        // As long as the displacement of a moderate pair, in any dimension.
        double step = Math.sqrt(2.0 / Math.max(2, direction.length));
        double[] beyondFirst = Rounding.axpy(step, direction, sample.point());
        double[] beyondSecond = Rounding.axpy(-step, direction, sample.second());
        return pair(subject, sample, (p, q) -> {
            double[] r = subject.domain().fromChart(beyondFirst);
            double[] s = subject.domain().fromChart(beyondSecond);
            if (!subject.resolves(r) || !subject.resolves(s)) {
                return Finding.nothing("a point is beyond the range of binary64");
            }
            return singular(subject, sample, r) || singular(subject, sample, s)
                    ? Finding.nothing(SINGULAR)
                    : law.at(p, q, new Point(subject, r), new Point(subject, s));
        });
    }

    static Finding pair(PotentialSubject subject, Sample sample, OnPair law) {
        double[] p = subject.domain().fromChart(sample.point());
        double[] q = subject.domain().fromChart(sample.second());
        if (!subject.resolves(p) || !subject.resolves(q)) {
            return Finding.nothing("a point is beyond the range of binary64");
        }
        return singular(subject, sample, p) || singular(subject, sample, q)
                ? Finding.nothing(SINGULAR)
                : law.at(new Point(subject, p), new Point(subject, q));
    }

    static Finding pair(FamilySubject subject, Sample sample, OnPair law) {
        return pair(subject.potential(), sample, law);
    }

    static Finding point(FamilySubject subject, Sample sample, OnPoint law) {
        return point(subject.potential(), sample, law);
    }

    static Finding point(PotentialSubject subject, Sample sample, OnPoint law) {
        double[] p = subject.domain().fromChart(sample.point());
        if (!subject.resolves(p)) {
            return Finding.nothing("the point is beyond the range of binary64");
        }
        return singular(subject, sample, p) ? Finding.nothing(SINGULAR) : law.at(new Point(subject, p));
    }

    /** Whether the metric has no inverse in binary64, far out: nothing is known of the coordinates there. */
    private static boolean singular(PotentialSubject subject, Sample sample, double[] x) {
        if (!FarOut.is(sample)) {
            return false;
        }
        try {
            return !Arrays.stream(Rounding.unitLengths(subject.hessian(x).inverse()))
                    .allMatch(Double::isFinite);
        } catch (DomainException numericallySingular) {
            return true;
        }
    }

    /** Whether rounding may have taken a point over the edge of the domain: a few units in the last place of a coordinate, or of all, and it is on the other side. */
    static boolean atTheEdge(Domain domain, double[] x) {
        boolean inside = domain.contains(x);
        for (int i = 0; i <= x.length; i++) {
            for (int sign = -1; sign <= 1; sign += 2) {
                double[] near = x.clone();
                for (int j = 0; j < x.length; j++) {
                    near[j] += i == j || i == x.length ? sign * ROUNDED * Math.ulp(x[j]) : 0;
                }
                if (domain.contains(near) != inside) {
                    return true;
                }
            }
        }
        return false;
    }

    static boolean zero(double[] v) {
        for (double entry : v) {
            if (entry != 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * The largest step h = 2⁻ᵏ ≤ ½ with θ ± 2hv inside: where the step is near the edge, no series converges. 0 if v is zero or the edge
     * is too near to step at all.
     */
    static double step(Domain domain, double[] theta, double[] v) {
        double h = zero(v) ? 0 : 0.5;
        while (h > 0
                && !(domain.contains(Rounding.axpy(2 * h, v, theta))
                        && domain.contains(Rounding.axpy(-2 * h, v, theta)))) {
            h = h < 1e-9 ? 0 : h / 2;
        }
        return h;
    }
}
