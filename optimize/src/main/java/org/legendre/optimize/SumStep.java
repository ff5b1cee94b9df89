package org.legendre.optimize;

import java.util.Optional;
import org.legendre.geometry.ConvergenceException;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.SeparablePotential;

/** Mirror steps of a separable map on blocks of nonnegative numbers under caps that sum to 1: one equation in one unknown a block ({@link Shift}). */
final class SumStep implements MirrorStep {
    private final SeparablePotential phi;
    private final SeparablePotential dual;
    private final UnitSums sums;
    private final int[] ends;
    private final Shift shift;

    SumStep(SeparablePotential phi, SeparablePotential dual, UnitSums sums) {
        this.phi = phi;
        this.dual = dual;
        this.sums = sums;
        this.ends = sums.ends(phi.domain().size());
        this.shift = new Shift(dual, sums);
        for (int k = 0, from = 0; k < ends.length; from = ends[k++]) {
            requireCommonPoints(from, ends[k]);
        }
    }

    private void requireCommonPoints(int from, int to) {
        double least = 0;
        double most = 0;
        for (int i = from; i < to; i++) {
            least += Math.max(0, phi.lower(i));
            most += Math.min(sums.cap(i), phi.upper(i));
        }
        if (!(least < 1 && most > 1)) {
            throw new DomainException(
                    "domain of " + phi,
                    phi.domain(),
                    "one that meets " + sums + ": sums of 1 between " + least + " and " + most);
        }
    }

    @Override
    public Optional<String> diagnose(double[] x) {
        return phi.domain().diagnose(x).or(() -> sums.diagnose(x));
    }

    @Override
    public void toDual(double[] x, double[] y) {
        phi.gradient(x, y);
    }

    @Override
    public String project(double[] y, double[] x) {
        for (int k = 0, from = 0; k < ends.length; from = ends[k++]) {
            try {
                shift.solve(y, x, from, ends[k], 1);
            } catch (ConvergenceException failure) {
                return String.valueOf(failure.getMessage());
            }
        }
        for (int i = 0; i < x.length; i++) {
            // Where the constraint is active, ∇φ(x) is not y − λ. Where x has underflowed, y − λ is all there is.
            if (x[i] == 0 ? phi.lower(i) < 0 : x[i] == sums.cap(i)) {
                y[i] = phi.derivative(i, x[i]);
            }
            if (!Double.isFinite(y[i])) {
                return "a weight or its dual coordinate leaves the range of binary64";
            }
        }
        return "";
    }

    @Override
    public double decrement(double[] x, double[] y, double[] g) {
        double sum = 0;
        for (int k = 0, from = 0; k < ends.length; from = ends[k++]) {
            double c = multiplier(x, y, g, from, ends[k]);
            for (int i = from; i < ends[k]; i++) {
                sum += moves(i, x[i], c - g[i]) ? weight(i, y[i]) * (c - g[i]) * (c - g[i]) : 0;
            }
        }
        return 0.5 * sum;
    }

    /** {@inheritDoc} It does where every map is steep at 0 and no cap can be reached. */
    @Override
    public boolean pulls() {
        for (int i = 0; i < phi.domain().size(); i++) {
            if (phi.lower(i) < 0 || sums.cap(i) < 1) {
                return false;
            }
        }
        return true;
    }

    /** {@inheritDoc} It is wᵢ(gᵢ − c) with Σ wᵢ(gᵢ − c) = 0. */
    @Override
    public void pull(double[] x, double[] y, double[] g, double[] out) {
        for (int k = 0, from = 0; k < ends.length; from = ends[k++]) {
            double weights = 0;
            double mean = 0;
            for (int i = from; i < ends[k]; i++) {
                out[i] = weight(i, y[i]);
                weights += out[i];
                mean += out[i] * g[i];
            }
            mean /= weights;
            for (int i = from; i < ends[k]; i++) {
                out[i] *= g[i] - mean;
            }
        }
    }

    private double weight(int i, double y) {
        return dual.second(i, y);
    }

    /** Whether a coordinate can move with the sign of v: not out of the constraint. */
    private boolean moves(int i, double x, double v) {
        return (v > 0 && !(x >= sums.cap(i))) || (v < 0 && (x > 0 || phi.lower(i) >= 0));
    }

    /** The c with Σ wᵢ(c − gᵢ) = 0 over the coordinates that can move so: an increasing, piecewise linear equation. */
    private double multiplier(double[] x, double[] y, double[] g, int from, int to) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
            low = Math.min(low, g[i]);
            high = Math.max(high, g[i]);
        }
        double c = 0.5 * low + 0.5 * high;
        for (int k = 0; k < 200 && low < high; k++) {
            double weight = 0;
            double mean = 0;
            for (int i = from; i < to; i++) {
                if (moves(i, x[i], c - g[i])) {
                    weight += weight(i, y[i]);
                    mean += weight(i, y[i]) * (g[i] - c);
                }
            }
            double next = c + mean / weight;
            if (mean > 0) {
                low = c;
            } else {
                high = c;
            }
            if (mean == 0 || Math.abs(next - c) <= Math.ulp(c)) {
                return c;
            }
            c = next > low && next < high && k % 4 != 3 ? next : 0.5 * low + 0.5 * high;
        }
        return c;
    }

    @Override
    public double divergence(double[] x, double[] y, double[] x0, double[] y0) {
        return separable(phi, dual, x, y, x0, y0);
    }

    /** D_φ(x, x₀), by the dual points where x₀ has rounded onto the boundary. */
    static double separable(
            SeparablePotential phi, SeparablePotential dual, double[] x, double[] y, double[] x0, double[] y0) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            boolean inside = inside(phi, i, x[i]) && inside(phi, i, x0[i]);
            sum += inside ? phi.divergence(i, x[i], x0[i]) : dual.divergence(i, y0[i], y[i]);
        }
        return sum;
    }

    private static boolean inside(SeparablePotential phi, int i, double x) {
        return x > phi.lower(i) && x < phi.upper(i);
    }

    @Override
    public void tangential(double[] x, double[] g, double[] out) {
        UnitSums.centre(ends, x, g, out);
    }
}
