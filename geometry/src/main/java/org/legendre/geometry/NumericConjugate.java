package org.legendre.geometry;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.legendre.geometry.special.Sums;

/**
 * The convex conjugate ψ*(y) = maxₓ ⟨x, y⟩ − ψ(x) by a guarded Newton solve of ∇ψ(x) = y. A solve certifies its residual or fails with
 * a reason.
 */
final class NumericConjugate implements Potential {
    private static final int ITERATIONS = 2000;
    /** A solve is exact when every entry of ∇ψ(x) − y is within this of |∇ψ(x)| + |y|. */
    private static final double EXACT = 4 * Math.ulp(1.0);
    /** An exact solve may still be this far, in squared Fisher length, where y is near the boundary of the image; not farther. */
    private static final double CLOSE = 1e-2;
    /** Else it is accepted if the squared Newton decrement rᵀ∇²ψ⁻¹r, the squared Fisher length of the error, is below this. */
    private static final double CERTIFIED = 1e-22;
    /** And if Newton's step is this short too: in the tail of exp the metric itself is tiny, and the step still one unit. */
    private static final double SHORT = 1e-10;
    /** Steps without a smaller residual after which an acceptable x is final: at rounding level damped steps may go on for ever. */
    private static final int SETTLED = 12;
    /** Half an ulp in y and ∇ψ(x) may change the metric at x by this factor, no more: else y is at the boundary of the image. */
    private static final double CHANGE = 8;

    private final Potential psi;
    private final Domain domain;
    private volatile @Nullable Solution latest;

    /** A solved pair ∇ψ(x) = y. */
    private static final class Solution {
        private final double[] y;
        private final double[] x;

        Solution(double[] y, double[] x) {
            this.y = y;
            this.x = x;
        }
    }

    NumericConjugate(Potential psi) {
        this.psi = psi;
        this.domain = new ImageDomain(psi, this);
    }

    @Override
    public Domain domain() {
        return domain;
    }

    @Override
    public double value(double[] y) {
        double[] x = solve(y);
        return Sums.dot(x, y) - psi.value(x);
    }

    @Override
    public void gradient(double[] y, double[] out) {
        System.arraycopy(solve(y), 0, out, 0, out.length);
    }

    @Override
    public Hessian hessian(double[] y) {
        return psi.hessian(solve(y)).inverse();
    }

    /** From ∇²ψ*(y) = ∇²ψ(x)⁻¹: ∇³ψ*(y)[u, v] = −H⁻¹∇³ψ(x)[H⁻¹u, H⁻¹v]. */
    @Override
    public void third(double[] y, double[] u, double[] v, double[] out) {
        double[] x = solve(y);
        Hessian hessian = psi.hessian(x);
        double[] raisedU = new double[u.length];
        double[] raisedV = new double[v.length];
        double[] lowered = new double[u.length];
        hessian.solve(u, raisedU);
        hessian.solve(v, raisedV);
        psi.third(x, raisedU, raisedV, lowered);
        hessian.solve(lowered, out);
        for (int i = 0; i < out.length; i++) {
            out[i] = -out[i];
        }
    }

    /** The x with ∇ψ(x) = y; remembers the latest, for value, gradient and Hessian are asked for at the same point. */
    double[] solve(double[] y) {
        Solution known = latest;
        if (known != null && Arrays.equals(known.y, y)) {
            return known.x.clone();
        }
        // Always from the same start: a warm one would make the last bits depend on what was asked before.
        double[] x = newton(y, psi.domain().fromChart(new double[y.length]));
        latest = new Solution(y.clone(), x);
        return x.clone();
    }

    /**
     * Newton's method, its steps halved until the convex ψ(x) − ⟨x, y⟩ decreases. Where a full step leaves most of the slope (as in the tail of exp,
     * where Newton gains one unit a step) it is doubled while the slope stays negative, which convexity makes safe. It ends where full steps no longer
     * reduce the residual.
     */
    private double[] newton(double[] y, double[] start) {
        double[] x = start;
        double[] residual = new double[y.length];
        double[] direction = new double[y.length];
        double decrement = Double.POSITIVE_INFINITY;
        double @Nullable [] candidate = null;
        double step = 0;
        double length = Double.POSITIVE_INFINITY;
        double least = Double.POSITIVE_INFINITY;
        int settled = 0;
        for (int k = 0; k < ITERATIONS; k++) {
            boolean exact = residual(x, y, residual);
            Hessian hessian = hessian(x, y, decrement);
            double previous = decrement;
            decrement = decrement(hessian, residual, x, y, previous);
            hessian.solve(residual, direction);
            double longest = length;
            length = Arrays.stream(direction).map(Math::abs).max().orElse(0);
            boolean improved = step != 1 || decrement < 0.8 * previous || length < 0.5 * longest;
            if (candidate != null && !improved) {
                return certified(candidate, y);
            }
            boolean tiny = isWithin(direction, x, 2 * Math.ulp(1.0), 0);
            boolean near = decrement <= CERTIFIED && isWithin(direction, x, SHORT, SHORT);
            candidate = (exact && decrement <= CLOSE) || tiny || near ? x : null;
            settled = candidate == null || decrement < 0.8 * least ? 0 : settled + 1;
            least = Math.min(least, decrement);
            if (candidate != null && (decrement == 0 || !improved || settled > SETTLED)) {
                return certified(x, y);
            }
            step = backtracked(x, direction, y, decrement);
            if (step == 1) {
                step = extended(x, direction, y, decrement);
            }
            double[] next = moved(x, step, direction);
            if (Arrays.equals(x, next)) {
                if (candidate != null) {
                    return certified(x, y);
                }
                throw failure(y, x, decrement, "the steps vanish");
            }
            x = next;
        }
        throw failure(
                y,
                x,
                decrement,
                "no solution after " + ITERATIONS + " Newton steps; y may lie outside the image of ∇ψ");
    }

    private static boolean isWithin(double[] direction, double[] x, double relative, double absolute) {
        for (int i = 0; i < x.length; i++) {
            if (!(Math.abs(direction[i]) <= relative * Math.abs(x[i]) + absolute)) {
                return false;
            }
        }
        return true;
    }

    private double backtracked(double[] x, double[] direction, double[] y, double decrement) {
        double objective = objective(x, y);
        double rounding = 8 * Math.ulp(1.0) * (Math.abs(objective) + scale(x, y));
        for (double step = 1; step > 1e-300; step /= 2) {
            double[] trial = moved(x, step, direction);
            if (!psi.domain().contains(trial)) {
                continue;
            }
            // Before the minimum the convex objective has surely decreased, whatever its rounding; beyond it Armijo's
            // rule decides, or near the end, where differences of the objective round to nothing, the slope (Hager and
            // Zhang 2005, equation 4.1).
            double slope = slope(trial, direction, y);
            if (slope <= 0
                    || objective(trial, y) <= objective - 0.25 * step * decrement + rounding
                    || (decrement < 1e-8 && slope <= 0.5 * decrement + slopeRounding(trial, direction, y))) {
                return step;
            }
        }
        throw failure(y, x, decrement, "no step along the Newton direction decreases ψ(x) − ⟨x, y⟩");
    }

    private double extended(double[] x, double[] direction, double[] y, double decrement) {
        double step = 1;
        while (step < 1e18) {
            double[] reached = moved(x, step, direction);
            // What rounding makes of the slope must not stretch the step.
            if (!(slope(reached, direction, y) < -0.1 * decrement - slopeRounding(reached, direction, y))) {
                break;
            }
            double[] further = moved(x, 2 * step, direction);
            if (!psi.domain().contains(further) || !(slope(further, direction, y) <= 0)) {
                break;
            }
            step *= 2;
        }
        return step;
    }

    private double slopeRounding(double[] x, double[] direction, double[] y) {
        double[] gradient = new double[y.length];
        psi.gradient(x, gradient);
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            sum += Math.abs(direction[i]) * EXACT * (Math.abs(gradient[i]) + Math.abs(y[i]));
        }
        return sum;
    }

    /** ⟨∇ψ(x) − y, direction⟩. */
    private double slope(double[] x, double[] direction, double[] y) {
        double[] residual = new double[y.length];
        residual(x, y, residual);
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            sum -= residual[i] * direction[i];
        }
        return sum;
    }

    /** Refuses a y so near the boundary of the image that its own rounding decides where x is. */
    private double[] certified(double[] x, double[] y) {
        double[] rounding = new double[y.length];
        psi.gradient(x, rounding);
        for (int i = 0; i < y.length; i++) {
            rounding[i] = Double.MIN_NORMAL + 0.5 * Math.ulp(1.0) * (Math.abs(rounding[i]) + Math.abs(y[i]));
        }
        Hessian hessian = hessian(x, y, 0);
        // Errors of equal sign may cancel in the shift, so take them of alternating signs as well.
        for (int pattern = 0; pattern < 3; pattern++) {
            double[] error = new double[y.length];
            for (int i = 0; i < error.length; i++) {
                error[i] = pattern == 0 || ((i >> (pattern - 1)) & 1) == 0 ? rounding[i] : -rounding[i];
            }
            double[] shift = new double[y.length];
            hessian.solve(error, shift);
            double largest = Arrays.stream(shift).map(Math::abs).max().orElse(0);
            double[] unit = Arrays.stream(shift).map(e -> e / largest).toArray();
            double here = hessian.quadratic(unit);
            for (int sign = -1; sign <= 1; sign += 2) {
                double[] moved = moved(x, sign, shift);
                double there =
                        psi.domain().contains(moved) ? hessian(moved, y, 0).quadratic(unit) : Double.NaN;
                if (!(there >= here / CHANGE && there <= here * CHANGE)) {
                    throw failure(
                            y, x, 0, "y lies outside the image of ∇ψ, or within its own rounding of the boundary");
                }
            }
        }
        return x;
    }

    private Hessian hessian(double[] x, double[] y, double decrement) {
        try {
            return psi.hessian(x);
        } catch (DomainException degenerate) {
            throw degenerates(y, x, decrement, degenerate);
        }
    }

    /** rᵀ∇²ψ(x)⁻¹r: a Hessian that is factorised when it is first solved with shows only here that it degenerates. */
    private static double decrement(Hessian hessian, double[] residual, double[] x, double[] y, double previous) {
        try {
            return hessian.inverseQuadratic(residual);
        } catch (DomainException degenerate) {
            throw degenerates(y, x, previous, degenerate);
        }
    }

    private static ConvergenceException degenerates(
            double[] y, double[] x, double decrement, DomainException degenerate) {
        ConvergenceException failure = failure(
                y, x, decrement, "∇²ψ degenerates on the way, so y lies outside the image of ∇ψ or at its boundary");
        failure.initCause(degenerate);
        return failure;
    }

    private static double[] moved(double[] x, double step, double[] direction) {
        double[] trial = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            trial[i] = x[i] + step * direction[i];
        }
        return trial;
    }

    private boolean residual(double[] x, double[] y, double[] residual) {
        psi.gradient(x, residual);
        boolean exact = true;
        for (int i = 0; i < y.length; i++) {
            double gradient = residual[i];
            residual[i] = y[i] - gradient;
            exact &= Math.abs(residual[i]) <= EXACT * (Math.abs(y[i]) + Math.abs(gradient));
        }
        return exact;
    }

    private double objective(double[] x, double[] y) {
        double sum = psi.value(x);
        for (int i = 0; i < x.length; i++) {
            sum -= x[i] * y[i];
        }
        return sum;
    }

    private static double scale(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += Math.abs(x[i] * y[i]);
        }
        return sum;
    }

    private static ConvergenceException failure(double[] y, double[] x, double decrement, String reason) {
        return new ConvergenceException(
                "∇ψ(x) = " + Arrays.toString(y) + " was not solved: " + reason + "; stopped at x = "
                        + Arrays.toString(x),
                Math.sqrt(decrement));
    }
}
