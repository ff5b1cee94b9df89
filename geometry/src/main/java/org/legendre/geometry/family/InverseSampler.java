package org.legendre.geometry.family;

import java.util.Arrays;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;

/** The inverse of a distribution function that is known only through its density: panels with their masses, and a solve within one. */
final class InverseSampler {
    private static final GaussIntegrator RULE = new GaussIntegratorFactory().legendre(20);
    /** What lies beyond is drawn less than once in 10¹⁶ times. */
    private static final double NEGLIGIBLE = 1e-17;

    private final DoubleUnaryOperator density;
    private final boolean lattice;
    private final double[] points;
    /** Masses up to each point, the last being the total. */
    private final double[] cumulative;

    private InverseSampler(DoubleUnaryOperator density, boolean lattice, double[] points, double[] masses) {
        this.density = density;
        this.lattice = lattice;
        this.points = points;
        this.cumulative = masses.clone();
        Arrays.parallelPrefix(cumulative, Double::sum);
    }

    static InverseSampler lattice(Univariate p) {
        DoubleUnaryOperator density = x -> Math.exp(p.logDensityAt(x));
        NavigableSet<Double> points = new TreeSet<>();
        double top = density.applyAsDouble(p.center());
        for (int side = -1; side <= 1; side += 2) {
            for (double x = p.center(); p.support().contains(x); x += side) {
                points.add(x);
                if (Math.abs(x - p.center()) > p.spread() && density.applyAsDouble(x) <= NEGLIGIBLE * top) {
                    break;
                }
            }
        }
        double[] x = points.stream().mapToDouble(Double::doubleValue).toArray();
        return new InverseSampler(
                density, true, x, Arrays.stream(x).map(density).toArray());
    }

    static InverseSampler continuous(Univariate p) {
        DoubleUnaryOperator density = x -> Math.exp(p.logDensityAt(x));
        NavigableSet<Double> points = new TreeSet<>();
        points.add(p.center());
        for (int side = -1; side <= 1; side += 2) {
            double end = side < 0 ? p.support().lower() : p.support().upper();
            double x = p.center();
            for (double step = 0.25 * p.spread(); step < Double.MAX_VALUE; step *= 1.5) {
                // Towards a finite end never more than half of what is left: the density may be singular there.
                double next =
                        Double.isInfinite(end) ? x + side * step : x + side * Math.min(step, 0.5 * Math.abs(end - x));
                if (next == x || next == end || !(Math.abs(next) < Double.MAX_VALUE)) {
                    break;
                }
                points.add(next);
                double mass = density.applyAsDouble(next) * Math.abs(next - x);
                x = next;
                if (mass <= NEGLIGIBLE * 1e-3) {
                    break;
                }
            }
        }
        double[] x = points.stream().mapToDouble(Double::doubleValue).toArray();
        double[] masses = new double[x.length];
        for (int i = 1; i < x.length; i++) {
            masses[i] = mass(density, x[i - 1], x[i]);
        }
        return new InverseSampler(density, false, x, masses);
    }

    /** The point below which a share u of the mass lies. */
    double quantile(double u) {
        double goal = u * cumulative[cumulative.length - 1];
        int found = Arrays.binarySearch(cumulative, goal);
        int i = Math.min(found >= 0 ? found + 1 : -found - 1, cumulative.length - 1);
        if (lattice) {
            return points[i];
        }
        return i == 0 ? points[0] : within(points[i - 1], points[i], goal - cumulative[i - 1]);
    }

    /** Newton, kept in its bracket, for the x with mass(a, x) = goal. */
    private double within(double a, double b, double goal) {
        double low = a;
        double high = b;
        double x = 0.5 * (a + b);
        for (int k = 0; k < 60 && low < high; k++) {
            double excess = mass(density, a, x) - goal;
            if (excess > 0) {
                high = x;
            } else {
                low = x;
            }
            double next = x - excess / density.applyAsDouble(x);
            if (!(next > low && next < high)) {
                next = 0.5 * (low + high);
            }
            if (Math.abs(next - x) <= 1e-13 * (b - a)) {
                return next;
            }
            x = next;
        }
        return x;
    }

    private static double mass(DoubleUnaryOperator density, double a, double b) {
        double half = 0.5 * (b - a);
        double sum = 0;
        for (int k = 0; k < RULE.getNumberOfPoints(); k++) {
            sum += RULE.getWeight(k) * density.applyAsDouble(a + half * (1 + RULE.getPoint(k)));
        }
        return half * sum;
    }
}
