package org.legendre.properties;

import java.util.List;
import java.util.Optional;
import org.legendre.geometry.Estimate;
import org.legendre.properties.Sample.Spread;

/** The generalised theorem of Pythagoras: equality for projections onto flat sets, an inequality for convex ones. */
final class PythagorasLaws {
    private static final String SOURCE =
            "S. Amari and H. Nagaoka, Methods of Information Geometry (2000), Theorem 3.8 and its corollary 3.9";

    private PythagorasLaws() {}

    static List<Law<PotentialSubject>> all() {
        return List.of(exponential(), mixture(), convex());
    }

    private static Law<PotentialSubject> exponential() {
        Law<PotentialSubject> law = Law.forAll(
                PotentialSubject.class,
                "pythagoras-m-projection",
                "D(p, q) = D(p, r) + D(r, q) with D(p, q) = D_ψ*(η_p, η_q) for every q of a set that is affine in θ (a line, or a plane) and r"
                        + " its point nearest to p in the second argument: the m-projection onto an e-flat set",
                SOURCE,
                1e-12,
                (subject, sample) -> Points.pair(subject, sample, (p, q) -> ontoNatural(subject, sample, p, q)));
        return law.on(Spread.MODERATE)
                .where(subject -> subject.domain().size() > 1)
                .costly(10);
    }

    private static Finding ontoNatural(PotentialSubject subject, Sample sample, Point p, Point q) {
        double[][] directions = directions(sample);
        for (int j = 0; j < directions.length; j++) {
            directions[j] = Rounding.unit(q.fisher, directions[j]);
        }
        Optional<double[]> nearest = Projection.ofNatural(p, q, directions);
        if (nearest.isEmpty() || !subject.resolves(nearest.get())) {
            return Finding.nothing("the projection was not found inside the domain");
        }
        Point r = new Point(subject, nearest.get());
        double[] offset = Rounding.minus(q.theta, r.theta);
        double[] known = Rounding.axpy(1, p.etaSize(), r.etaSize());
        if (!certified(Rounding.minus(r.eta, p.eta), known, directions)) {
            return Finding.nothing("the projection is not certified");
        }
        // η_r − η_p is orthogonal to the set but for its rounding; q and r are on it but for theirs.
        double[] rounded = Rounding.axpy(1, absolute(q.theta), absolute(r.theta));
        double slack =
                Rounding.absoluteDot(known, offset) + Rounding.absoluteDot(Rounding.minus(r.eta, p.eta), rounded);
        return Gaps.dually(
                () -> pythagoras(p, q, r, Gaps.dual(p, q), Gaps.dual(p, r), Gaps.dual(r, q), slack), p, r, q);
    }

    private static Law<PotentialSubject> mixture() {
        Law<PotentialSubject> law = Law.forAll(
                PotentialSubject.class,
                "pythagoras-e-projection",
                "D_ψ(p, q) = D_ψ(p, r) + D_ψ(r, q) for every q of a set that is affine in η = ∇ψ (a line, or a plane) and r its point nearest to"
                        + " p in the second argument: the e-projection onto an m-flat set, as D_ψ(p, q) = D_ψ*(η_q, η_p)",
                SOURCE,
                1e-12,
                (subject, sample) -> Points.pair(
                        subject, sample, (p, q) -> Gaps.dually(() -> ontoExpectation(subject, sample, p, q), p, q)));
        return law.on(Spread.MODERATE)
                .where(subject -> subject.domain().size() > 1)
                .costly(5);
    }

    private static Finding ontoExpectation(PotentialSubject subject, Sample sample, Point p, Point q) {
        double[][] directions = directions(sample);
        for (int j = 0; j < directions.length; j++) {
            directions[j] = Rounding.multiply(q.fisher, Rounding.unit(q.fisher, directions[j]));
        }
        Optional<double[]> nearest = Projection.ofExpectation(p, q, directions);
        if (nearest.isEmpty()) {
            return Finding.nothing("the projection was not found inside the domain");
        }
        double[] eta = nearest.get();
        double[] theta = subject.conjugateGradient(eta);
        if (!subject.resolves(theta)) {
            return Finding.nothing("the projection is beyond the range of binary64");
        }
        Point r = new Point(subject, theta);
        double[] offset = Rounding.minus(q.eta, r.eta);
        double[] known = Rounding.axpy(1, p.thetaSize(), r.thetaSize());
        if (!certified(Rounding.minus(r.theta, p.theta), known, directions)) {
            return Finding.nothing("the projection is not certified");
        }
        double[] rounded = Rounding.axpy(1, q.etaSize(), r.etaSize());
        double slack =
                Rounding.absoluteDot(known, offset) + Rounding.absoluteDot(Rounding.minus(r.theta, p.theta), rounded);
        return pythagoras(p, q, r, Gaps.primal(p, q), Gaps.primal(p, r), Gaps.primal(r, q), slack);
    }

    private static Law<PotentialSubject> convex() {
        Law<PotentialSubject> law = Law.forAll(
                PotentialSubject.class,
                "pythagoras-convex",
                "D_ψ(x, p) ≥ D_ψ(x, r) + D_ψ(r, p) for every x of a segment and r its point nearest to p in the first argument, with equality"
                        + " where r is inside the segment",
                "L. M. Bregman, USSR Comput. Math. Math. Phys. 7 (1967), 200–217, on D-projections",
                1e-12,
                (subject, sample) -> Points.four(subject, sample, (p, x, y, unused) -> ontoSegment(subject, p, x, y)));
        return law.on(Spread.MODERATE).costly(2);
    }

    private static Finding ontoSegment(PotentialSubject subject, Point p, Point x, Point y) {
        double[] along = Rounding.minus(y.theta, x.theta);
        double atX = Rounding.dot(Rounding.minus(x.eta, p.eta), along);
        double atY = Rounding.dot(Rounding.minus(y.eta, p.eta), along);
        double known = Rounding.ofTerms(
                p.size(),
                Rounding.absoluteDot(p.etaSize(), along)
                        + Rounding.absoluteDot(x.etaSize(), along)
                        + Rounding.absoluteDot(y.etaSize(), along));
        if (!(atX < -known && atY > known)) {
            boolean beforeX = atX > known;
            return beforeX || atY < -known
                    ? obtuse(p, beforeX ? x : y, beforeX ? y : x, beforeX ? atX : -atY)
                    : Finding.nothing("an end of the segment is nearest but for rounding");
        }
        double[][] directions = {Rounding.unit(x.fisher, along)};
        Optional<double[]> nearest = Projection.ofNatural(p, x, directions);
        if (nearest.isEmpty() || !subject.resolves(nearest.get())) {
            return Finding.nothing("the projection was not found inside the domain");
        }
        Point r = new Point(subject, nearest.get());
        double[] size = Rounding.axpy(1, p.etaSize(), r.etaSize());
        if (!certified(Rounding.minus(r.eta, p.eta), size, directions)) {
            return Finding.nothing("the projection is not certified");
        }
        double[] rounded = Rounding.axpy(1, absolute(x.theta), absolute(r.theta));
        double slack = Rounding.absoluteDot(size, Rounding.minus(x.theta, r.theta))
                + Rounding.absoluteDot(Rounding.minus(r.eta, p.eta), rounded);
        return pythagoras(p, x, r, Gaps.primal(x, p), Gaps.primal(x, r), Gaps.primal(r, p), slack);
    }

    /** The end r is nearest: D(x, p) exceeds the sum by the slope at r, which is positive. */
    private static Finding obtuse(Point p, Point r, Point x, double slope) {
        Estimate whole = Gaps.primal(x, p);
        Estimate first = Gaps.primal(x, r);
        Estimate second = Gaps.primal(r, p);
        double excess = first.value() + second.value() - whole.value();
        double bound = whole.error() + first.error() + second.error();
        return Finding.of(
                Math.max(0, excess),
                bound,
                whole.value(),
                () -> "p = " + p + ", the segment from r = " + r + " to x = " + x + ": slope " + slope
                        + " at r, D(x, p) = " + whole.value() + ", D(x, r) = " + first.value() + ", D(r, p) = "
                        + second.value());
    }

    private static Finding pythagoras(
            Point p, Point q, Point r, Estimate hypotenuse, Estimate leg, Estimate other, double slack) {
        Estimate[] left = {hypotenuse, new Estimate(0, Rounding.ofTerms(p.size(), slack), "rounding of the projection")
        };
        Estimate[] right = {leg, other};
        return Gaps.equal(
                left,
                right,
                () -> "p = " + p + ", q = " + q + ", projection r = " + r + ": hypotenuse " + hypotenuse.value()
                        + ", legs " + leg.value() + " and " + other.value());
    }

    /** Whether a difference that is known to so many ε is orthogonal to the directions within that. */
    private static boolean certified(double[] difference, double[] size, double[][] directions) {
        for (double[] direction : directions) {
            double slope = Math.abs(Rounding.dot(difference, direction));
            if (!(slope <= Rounding.ofTerms(size.length, Rounding.absoluteDot(size, direction)))) {
                return false;
            }
        }
        return true;
    }

    /** One direction in two dimensions; two in more, the second that of the displacement with its coordinates moved by one. */
    private static double[][] directions(Sample sample) {
        double[] first = sample.direction();
        int n = first.length;
        if (n < 3) {
            return new double[][] {first};
        }
        double[] displacement = sample.displacement();
        double[] second = new double[n];
        for (int i = 0; i < n; i++) {
            second[(i + 1) % n] = displacement[i];
        }
        return new double[][] {first, second};
    }

    private static double[] absolute(double[] x) {
        double[] y = x.clone();
        for (int i = 0; i < y.length; i++) {
            y[i] = Math.abs(y[i]);
        }
        return y;
    }
}
