package org.legendre.properties;

import java.util.function.Supplier;
import org.legendre.geometry.ConvergenceException;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Estimate;

/** The divergences of a potential as its parts give them, with bounds on what rounding may have done to them. */
final class Gaps {
    /**
     * {@code Legendre.bregman} and {@code skewedJensen} take their direct formulas where rounding is below 2e-14 of the result; a law allows every term eight
     * times the rounding of one operation.
     */
    private static final double DIRECT = 8 * 2e-14;

    /** Beyond this fraction of a distance its rounding leaves nothing to see. */
    private static final double KNOWN = 1e-8;

    private static final int SEGMENTS = 32;

    private Gaps() {}

    /** D_ψ(a, b). */
    static Estimate primal(Point a, Point b) {
        double value = a.subject.bregman(a.theta, b.theta);
        double[] dual = Rounding.minus(a.eta, b.eta);
        double[] lowered = Rounding.multiply(b.fisher, Rounding.minus(a.theta, b.theta));
        double first = Rounding.absoluteDot(dual, a.thetaSize()) + Rounding.absoluteDot(lowered, b.thetaSize());
        double second = Rounding.absoluteDot(a.units, a.thetaSize()) + Rounding.absoluteDot(b.units, b.thetaSize());
        return estimate(a, b, value, first, second);
    }

    /** D_ψ*(η_a, η_b), with the rounding of η in its error. */
    static Estimate dual(Point a, Point b) {
        double value = a.subject.conjugateBregman(a.eta, b.eta);
        double[] primal = Rounding.minus(a.theta, b.theta);
        double[] raised = Rounding.solve(b.fisher, Rounding.minus(a.eta, b.eta));
        double first = Rounding.absoluteDot(primal, a.etaSize()) + Rounding.absoluteDot(raised, b.etaSize());
        double second =
                Rounding.absoluteDot(a.inverseUnits, a.etaSize()) + Rounding.absoluteDot(b.inverseUnits, b.etaSize());
        return estimate(a, b, value, first, second);
    }

    /**
     * What a law of ψ* finds, if D_ψ* is known between the points: not where a dual point rounds to the boundary, where the rounding of the
     * dual points already hides their distance, or where the subject refuses. It refuses honestly where neither form of D_ψ* is known to
     * 1e-8, and where ψ is not steep, so that the segment between two dual points leaves the image of ∇ψ.
     */
    static Finding dually(Supplier<Finding> law, Point... points) {
        for (Point point : points) {
            if (!point.subject.dualDomain().contains(point.eta)) {
                return Finding.nothing("η rounds to the boundary of its domain");
            }
        }
        for (int i = 1; i < points.length; i++) {
            Point a = points[i - 1];
            Point b = points[i];
            double distance = Rounding.dot(Rounding.minus(a.theta, b.theta), Rounding.minus(a.eta, b.eta));
            if (!(a.rounding() + b.rounding() <= KNOWN * Math.sqrt(distance))) {
                return Finding.nothing("the rounding of the dual points hides their distance");
            }
        }
        try {
            return law.get();
        } catch (ConvergenceException refused) {
            return Finding.nothing(String.valueOf(refused.getMessage()));
        } catch (DomainException refused) {
            if (imageIsConvex(points)) {
                throw refused;
            }
            return Finding.nothing("the image of ∇ψ is not convex between the dual points: " + refused.getMessage());
        }
    }

    /** Whether the domain of ψ* holds the segments between the dual points, of which D_ψ* is an integral. */
    private static boolean imageIsConvex(Point... points) {
        for (Point a : points) {
            for (Point b : points) {
                double[] between = Rounding.minus(b.eta, a.eta);
                for (int k = 1; k < SEGMENTS; k++) {
                    if (!a.subject.dualDomain().contains(Rounding.axpy((double) k / SEGMENTS, between, a.eta))) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private static Estimate estimate(Point a, Point b, double value, double first, double second) {
        return new Estimate(value, rounding(a, b, value, first, second), "as the subject gives it");
    }

    /** First and second order of eight roundings of the arguments, and the relative error of a sum of nonnegative terms. */
    private static double rounding(Point a, Point b, double value, double first, double second) {
        double moved = 8 * Rounding.EPSILON * second;
        double condition = Math.max(a.condition, b.condition);
        return 8 * Rounding.EPSILON * first
                + moved * moved
                + DIRECT * Math.abs(value)
                + Rounding.ofTerms(a.size(), condition * Math.abs(value));
    }

    /** J_α(a, b). */
    static Estimate jensen(Point a, Point b, double alpha) {
        double value = a.subject.skewedJensen(a.theta, b.theta, alpha);
        double[] dual = Rounding.minus(a.eta, b.eta);
        double weight = Math.abs(alpha) + Math.abs(1 - alpha);
        double first = Rounding.absoluteDot(dual, a.thetaSize()) + Rounding.absoluteDot(dual, b.thetaSize());
        double second = Rounding.absoluteDot(a.units, a.thetaSize()) + Rounding.absoluteDot(b.units, b.thetaSize());
        return estimate(a, b, value, weight * first, weight * second);
    }

    /** ⟨η_b − η_c, v⟩ with its rounding, v = x − y for points that are exact. */
    static Estimate pairing(Point b, Point c, Point x, Point y) {
        double[] v = Rounding.minus(x.theta, y.theta);
        double value = Rounding.dot(Rounding.minus(b.eta, c.eta), v);
        double size = Rounding.absoluteDot(b.etaSize(), v) + Rounding.absoluteDot(c.etaSize(), v);
        return new Estimate(value, Rounding.ofTerms(b.size(), size), "inner product");
    }

    /** Whether left − right = 0, each a sum of the given terms; the largest term is the scale. */
    static Finding equal(Estimate[] left, Estimate[] right, Supplier<String> detail) {
        double difference = 0;
        double error = 0;
        double scale = 0;
        for (Estimate term : left) {
            difference += term.value();
            error += term.error();
            scale = Math.max(scale, Math.abs(term.value()));
        }
        for (Estimate term : right) {
            difference -= term.value();
            error += term.error();
            scale = Math.max(scale, Math.abs(term.value()));
        }
        double bound = error + Rounding.EPSILON * (left.length + right.length) * scale;
        return Finding.of(Math.abs(difference), bound, scale, detail);
    }
}
