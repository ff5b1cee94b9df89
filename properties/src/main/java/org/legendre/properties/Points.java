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

    /** What a law finds at four points. */
    interface OnFour {
        Finding at(Point p, Point q, Point r, Point s);
    }

    /** The pair, a third point in the sample's direction from the first and a fourth against it from the second. */
    static Finding four(PotentialSubject subject, Sample sample, OnFour law) {
        double[] direction = sample.direction();
        // As long as the displacement of a moderate pair, in any dimension.
        double step = Math.sqrt(2.0 / Math.max(2, direction.length));
        double[] third = Rounding.axpy(step, direction, sample.point());
        double[] fourth = Rounding.axpy(-step, direction, sample.second());
        return pair(subject, sample, (p, q) -> {
            double[] r = subject.domain().fromChart(third);
            double[] s = subject.domain().fromChart(fourth);
            return subject.resolves(r) && subject.resolves(s)
                    ? law.at(p, q, new Point(subject, r), new Point(subject, s))
                    : Finding.nothing("a point is beyond the range of binary64");
        });
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
