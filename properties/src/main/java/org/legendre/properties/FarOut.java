package org.legendre.properties;

import org.legendre.geometry.ConvergenceException;
import org.legendre.geometry.DomainException;

/** What a subject may refuse at the edge of what binary64 holds. */
final class FarOut {
    /** Parameters over seven orders of magnitude: e⁸ = 3e3, both ways. Nearer to the origin nothing is excused. */
    private static final double REACH = 8;

    private static final int SEGMENTS = 32;

    private FarOut() {}

    /**
     * Whether an exception is no violation: the sample is far out, and either an iteration says that it did not converge, which a subject that computes numerically
     * may have to, or a point is refused where the points between the pair do round out of the domain: between two nearly singular matrices, say.
     */
    static boolean excuses(Subject subject, Sample sample, RuntimeException thrown) {
        return is(sample)
                && (thrown instanceof ConvergenceException
                        || (thrown instanceof DomainException && betweenRoundsOut(subject, sample)));
    }

    /** Whether a coordinate of the pair is that far out. */
    static boolean is(Sample sample) {
        double[] p = sample.point();
        double[] q = sample.second();
        double farthest = 0;
        for (int i = 0; i < p.length; i++) {
            farthest = Math.max(farthest, Math.max(Math.abs(p[i]), Math.abs(q[i])));
        }
        return farthest > REACH;
    }

    private static boolean betweenRoundsOut(Subject subject, Sample sample) {
        double[] p;
        double[] q;
        try {
            p = subject.domain().fromChart(sample.point());
            q = subject.domain().fromChart(sample.second());
        } catch (DomainException roundedOut) {
            // A chart covers its domain: it is the rounding that took the point away.
            return true;
        }
        double[] between = Rounding.minus(q, p);
        for (int k = 0; k <= SEGMENTS; k++) {
            if (!subject.resolves(Rounding.axpy((double) k / SEGMENTS, between, p))) {
                return true;
            }
        }
        return false;
    }
}
