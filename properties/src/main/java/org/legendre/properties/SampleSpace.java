package org.legendre.properties;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.legendre.geometry.Estimate;
import org.legendre.geometry.family.Support;
import org.legendre.geometry.family.Univariate;
import org.legendre.geometry.special.Quadrature;

/**
 * What the densities of a family are densities on, as far as it can be integrated over: by quadrature on the line, by summation over a lattice, by
 * enumeration of a finite space.
 */
public interface SampleSpace {
    /** Pairs of so many points are quickly enumerated. */
    int FEW = 64;

    /**
     * ∫ f dμ over the reference measure of the densities.
     *
     * @param f a nonnegative function of an observation, smooth between the cuts
     * @param cuts positions where f may jump
     * @param near natural coordinates of members that have their mass where f has: where to look
     * @return the integral with a bound on its error, infinite where binary64 or patience does not resolve it
     */
    Estimate total(ToDoubleFunction<Object> f, double[] cuts, double[]... near);

    /**
     * The place of an observation in an order of the space: the number itself on the line.
     *
     * @param x an observation
     * @return its position
     */
    double position(Object x);

    /**
     * Positions that divide the space into pieces of no negligible probability.
     *
     * @param theta θ of the member in question
     * @param fractions where, in (−1, 1): −1 and 1 are two spreads to both sides of the centre, or the ends of a finite space
     * @return the positions, in increasing order, each between two points of a lattice
     */
    double[] divide(double[] theta, double... fractions);

    /**
     * The points, if they are few.
     *
     * @return all observations; empty if there are too many to take each with each
     */
    default List<Object> points() {
        return List.of();
    }

    /**
     * Whether an observation stands for others that binary64 cannot hold, as the number next to 0 stands for all that underflow.
     *
     * @param x an observation
     * @return true at the ends of what numbers resolve
     */
    default boolean extreme(Object x) {
        return false;
    }

    /**
     * A space of finitely many observations.
     *
     * @param points the observations
     * @return the space with the counting measure
     */
    static SampleSpace finite(List<?> points) {
        return new Finite(List.copyOf(points));
    }

    /**
     * The line or a lattice on it.
     *
     * @param support the common support of all members
     * @param at θ ↦ centre and spread of the member
     * @param observation a number ↦ the observation
     * @return the space with Lebesgue or counting measure
     */
    static SampleSpace line(Support support, Function<double[], Univariate> at, DoubleFunction<Object> observation) {
        return new Line(support, at, observation);
    }

    /** Finitely many points. */
    final class Finite implements SampleSpace {
        private final List<Object> points;
        private final Map<Object, Integer> positions = new HashMap<>();

        private Finite(List<Object> points) {
            this.points = points;
            for (int i = 0; i < points.size(); i++) {
                positions.put(points.get(i), i);
            }
        }

        @Override
        public Estimate total(ToDoubleFunction<Object> f, double[] cuts, double[]... near) {
            double total = points.stream().mapToDouble(f).sum();
            return new Estimate(total, Rounding.ofTerms(1, total), "enumeration");
        }

        @Override
        public double position(Object x) {
            Integer position = positions.get(x);
            if (position == null) {
                throw new IllegalArgumentException(x + " is not a point of the space");
            }
            return position;
        }

        @Override
        public double[] divide(double[] theta, double... fractions) {
            return Arrays.stream(fractions)
                    .map(f -> Math.floor(0.5 * (1 + f) * (points.size() - 1)) + 0.5)
                    .sorted()
                    .toArray();
        }

        @Override
        public List<Object> points() {
            return points.size() <= FEW ? points : List.of();
        }
    }

    /** Numbers. */
    final class Line implements SampleSpace {
        /** Sums reach to 16 spreads on both sides. */
        private static final double LONGEST = 200;
        /** The numbers of binary64 that a spread must hold. */
        private static final double COARSEST = 0x1p20;
        /** So large that what falls by a half in twenty orders of magnitude around it leaves much for beyond 1e308, and so small that densities do not underflow. */
        private static final double BEYOND = 1e150;

        private static final double DECADES = 1e20;

        private final Support support;
        private final Function<double[], Univariate> at;
        private final DoubleFunction<Object> observation;

        private Line(Support support, Function<double[], Univariate> at, DoubleFunction<Object> observation) {
            this.support = support;
            this.at = at;
            this.observation = observation;
        }

        @Override
        public Estimate total(ToDoubleFunction<Object> f, double[] cuts, double[]... near) {
            DoubleStream points = Arrays.stream(cuts);
            double jitter = 0;
            for (double[] theta : near) {
                Univariate member = at.apply(theta);
                if (!resolved(member)) {
                    return new Estimate(0, Double.POSITIVE_INFINITY, "the numbers do not resolve " + member);
                }
                // A node is rounded to a number that is not quite where its weight belongs.
                jitter = Math.max(jitter, Math.ulp(member.center()) / member.spread());
                points =
                        DoubleStream.concat(points, Arrays.stream(Quadrature.around(member.center(), member.spread())));
            }
            if (!support.lattice() && leaks(f)) {
                return new Estimate(0, Double.POSITIVE_INFINITY, "there is mass beyond the numbers of binary64");
            }
            if (support.lattice()) {
                Quadrature.Integral sum = Quadrature.sum(
                        x -> f.applyAsDouble(observation.apply(x)), support.lower(), support.upper(), points.toArray());
                return new Estimate(sum.value(), sum.error(), "sum over the lattice");
            }
            Quadrature.Integral integral = Quadrature.integrate(
                    x -> f.applyAsDouble(observation.apply(x)), support.lower(), support.upper(), points.toArray());
            return new Estimate(
                    integral.value(), integral.error() + jitter * integral.value(), "double exponential quadrature");
        }

        /** Whether x f(x), the mass for each factor e of x, hardly falls towards 0 or infinity: over twenty orders of magnitude by less than a half. */
        private boolean leaks(ToDoubleFunction<Object> f) {
            return (support.upper() == Double.POSITIVE_INFINITY && leaks(f, BEYOND, BEYOND / DECADES))
                    || (support.lower() == Double.NEGATIVE_INFINITY && leaks(f, -BEYOND, -BEYOND / DECADES))
                    || (support.lower() == 0 && leaks(f, 1 / BEYOND, DECADES / BEYOND));
        }

        private boolean leaks(ToDoubleFunction<Object> f, double end, double nearer) {
            double mass = f.applyAsDouble(observation.apply(end)) * Math.abs(end);
            return mass > 0 && !(mass < 0.5 * f.applyAsDouble(observation.apply(nearer)) * Math.abs(nearer));
        }

        private static boolean resolved(Univariate member) {
            double center = member.center();
            double spread = member.spread();
            if (!(Double.isFinite(center) && spread > 0 && spread < Double.POSITIVE_INFINITY)) {
                return false;
            }
            return member.support().lattice()
                    ? spread < LONGEST && Math.abs(center) < 1 / Rounding.EPSILON
                    : spread > COARSEST * Math.ulp(center);
        }

        @Override
        public double position(Object x) {
            return ((Number) x).doubleValue();
        }

        @Override
        public boolean extreme(Object x) {
            double number = position(x);
            return !support.lattice()
                    && (Math.abs(number) < Double.MIN_NORMAL
                            || number <= Math.nextUp(support.lower())
                            || number >= Math.nextDown(support.upper()));
        }

        @Override
        public double[] divide(double[] theta, double... fractions) {
            Univariate member = at.apply(theta);
            // Between an end of the support and the centre the cuts stay inside.
            double below = Math.min(2 * member.spread(), member.center() - support.lower());
            double above = Math.min(2 * member.spread(), support.upper() - member.center());
            return Arrays.stream(fractions)
                    .map(f -> member.center() + f * (f < 0 ? below : above))
                    .map(x -> support.lattice() ? Math.floor(x) + 0.5 : x)
                    .sorted()
                    .toArray();
        }

        @Override
        public List<Object> points() {
            if (!support.lattice() || !(support.upper() - support.lower() < FEW)) {
                return List.of();
            }
            return DoubleStream.iterate(support.lower(), x -> x <= support.upper(), x -> x + 1)
                    .mapToObj(observation)
                    .toList();
        }
    }
}
