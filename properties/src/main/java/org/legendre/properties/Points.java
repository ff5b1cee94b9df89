package org.legendre.properties;

import org.legendre.geometry.Domain;

/** How laws of potentials and of families reach their points. */
final class Points {
    private Points() {}

    /** What a law finds at two points. */
    interface OnPair {
        Finding at(Point p, Point q);
    }

    /** What a law finds at one point. */
    interface OnPoint {
        Finding at(Point p);
    }

    static Finding pair(PotentialSubject subject, Sample sample, OnPair law) {
        double[] p = subject.domain().fromChart(sample.point());
        double[] q = subject.domain().fromChart(sample.second());
        return subject.resolves(p) && subject.resolves(q)
                ? law.at(new Point(subject, p), new Point(subject, q))
                : Finding.nothing("a point is beyond the range of binary64");
    }

    static Finding pair(FamilySubject subject, Sample sample, OnPair law) {
        return pair(subject.potential(), sample, law);
    }

    static Finding point(FamilySubject subject, Sample sample, OnPoint law) {
        return point(subject.potential(), sample, law);
    }

    static Finding point(PotentialSubject subject, Sample sample, OnPoint law) {
        double[] p = subject.domain().fromChart(sample.point());
        return subject.resolves(p)
                ? law.at(new Point(subject, p))
                : Finding.nothing("the point is beyond the range of binary64");
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
