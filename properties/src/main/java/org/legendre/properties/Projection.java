package org.legendre.properties;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Hessian;

/**
 * The point x of an affine set {x₀ + Σ λⱼdⱼ} inside a domain at which ⟨∇f(x) − y, dⱼ⟩ = 0 for all j, f convex: it minimises the Bregman divergence
 * D_f(x, x_y) from the point x_y with ∇f(x_y) = y. A damped Newton solve of its own, in the parameters λ; the caller certifies the result by the slopes.
 */
final class Projection {
    private static final double[] OUTSIDE = {};
    private static final int ITERATIONS = 60;
    private static final double SHORTEST = 0x1p-40;

    private final Predicate<double[]> contains;
    private final UnaryOperator<double[]> gradient;
    private final Function<double[], Hessian> hessian;
    private final double[][] directions;
    private final double[] target;

    private Projection(
            Predicate<double[]> contains,
            UnaryOperator<double[]> gradient,
            Function<double[], Hessian> hessian,
            double[][] directions,
            double[] target) {
        this.contains = contains;
        this.gradient = gradient;
        this.hessian = hessian;
        this.directions = directions;
        this.target = target;
    }

    /** The m-projection of p onto {θ_q + Σ λⱼdⱼ}, affine in θ: the nearest point in D_ψ(·, p). Empty if the solve gets stuck. */
    static Optional<double[]> ofNatural(Point p, Point q, double[][] directions) {
        PotentialSubject subject = p.subject;
        return new Projection(subject.domain()::contains, subject::gradient, subject::hessian, directions, p.eta)
                .from(q.theta);
    }

    /** The e-projection of p onto {η_q + Σ λⱼdⱼ}, affine in η: the nearest point in D_ψ*(·, η_p). Empty if the solve gets stuck. */
    static Optional<double[]> ofExpectation(Point p, Point q, double[][] directions) {
        PotentialSubject subject = p.subject;
        return new Projection(
                        subject.dualDomain()::contains,
                        subject::conjugateGradient,
                        subject::conjugateHessian,
                        directions,
                        p.theta)
                .from(q.eta);
    }

    private Optional<double[]> from(double[] start) {
        double[] x = start;
        double[] slopes = slopes(x);
        Hessian curvature = hessian.apply(x);
        double last = Double.POSITIVE_INFINITY;
        for (int k = 0; k < ITERATIONS; k++) {
            double[] step = newton(curvature, slopes);
            double decrement = -Rounding.dot(slopes, step);
            if (decrement == 0 || (decrement < 1e-20 && decrement >= 0.25 * last)) {
                return Optional.of(x);
            }
            last = decrement;
            double length = 1;
            double[] next = moved(x, length, step);
            Optional<Hessian> beyond = hessianInside(next);
            double[] there = beyond.isPresent() ? slopes(next) : OUTSIDE;
            // Along a descent direction of a convex function the slope only grows: beyond the minimum by half is far
            // enough.
            while (length > SHORTEST
                    && !(there.length > 0 && Rounding.dot(there, step) <= 0.5 * decrement + Double.MIN_NORMAL)) {
                length /= 2;
                next = moved(x, length, step);
                beyond = hessianInside(next);
                there = beyond.isPresent() ? slopes(next) : OUTSIDE;
            }
            if (!(length > SHORTEST)) {
                return decrement < 1e-20 ? Optional.of(x) : Optional.empty();
            }
            x = next;
            slopes = there;
            curvature = beyond.orElseThrow();
        }
        return Optional.empty();
    }

    private double[] moved(double[] x, double length, double[] step) {
        double[] moved = x;
        for (int j = 0; j < step.length; j++) {
            moved = Rounding.axpy(length * step[j], directions[j], moved);
        }
        return moved;
    }

    /** Empty where x is outside, or so far out that the Hessian underflows and is refused: the solve went there, not the sample. */
    private Optional<Hessian> hessianInside(double[] x) {
        if (!contains.test(x)) {
            return Optional.empty();
        }
        try {
            return Optional.of(hessian.apply(x));
        } catch (DomainException refused) {
            return Optional.empty();
        }
    }

    /** ⟨∇f(x) − y, dⱼ⟩. */
    private double[] slopes(double[] x) {
        double[] difference = Rounding.minus(gradient.apply(x), target);
        double[] slopes = new double[directions.length];
        for (int j = 0; j < slopes.length; j++) {
            slopes[j] = Rounding.dot(difference, directions[j]);
        }
        return slopes;
    }

    /** −(AᵀHA)⁻¹ · slopes, for one direction or two. */
    private double[] newton(Hessian h, double[] slopes) {
        double first = h.quadratic(directions[0]);
        if (directions.length == 1) {
            return new double[] {-slopes[0] / first};
        }
        double second = h.quadratic(directions[1]);
        double mixed = Rounding.dot(Rounding.multiply(h, directions[0]), directions[1]);
        double determinant = first * second - mixed * mixed;
        return new double[] {
            -(second * slopes[0] - mixed * slopes[1]) / determinant,
            -(first * slopes[1] - mixed * slopes[0]) / determinant
        };
    }
}
