package org.legendre.properties;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.legendre.geometry.Domain;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Probabilities;
import org.legendre.geometry.Vec;
import org.legendre.geometry.family.Categorical;
import org.legendre.geometry.family.ExponentialFamily;
import org.legendre.geometry.family.Member;

/**
 * An inequality or an identity that is claimed of all points of a domain: {@link #search} looks for a counterexample and shrinks it to small round
 * numbers, or says how hard it looked.
 *
 * <p>{@code Conjecture.onSimplex("KL is symmetric", 2, 2, x -> x.get(0).klTo(x.get(1)), x -> x.get(1).klTo(x.get(0))).search(1, 500)}
 *
 * @param <P> the type of a point
 */
public final class Conjecture<P> {
    /** How far neighbours are in the chart: second differences are rounding, but for a smooth part of the square of this. */
    private static final double[] DISTANCES = {1e-4, 1e-6, 1e-8, 1e-10, 1e-12, 1e-14};

    private static final int DIRECTIONS = 3;
    /** The neighbours are few: rounding may be so many times as large as they show. */
    private static final double MARGIN = 32;
    /** A side is given by formulas of a relative error well below this. */
    private static final double RELATIVE = 1e-10;

    /**
     * A side may have come through numbers of order 1 and a square root, like √(1 − cos x), which is 0 for x below 1e-8: no neighbour shows that.
     */
    private static final double ABSOLUTE = MARGIN * Math.sqrt(2 * Rounding.EPSILON);

    private final String statement;
    private final Domain domain;
    private final int points;
    private final Function<double[], P> point;
    private final ToDoubleFunction<List<P>> left;
    private final ToDoubleFunction<List<P>> right;
    private final boolean identity;
    private final double absolute;

    private Conjecture(
            String statement,
            Domain domain,
            int points,
            Function<double[], P> point,
            ToDoubleFunction<List<P>> left,
            ToDoubleFunction<List<P>> right,
            boolean identity,
            double absolute) {
        if (points < 1) {
            throw new DomainException("points", points, "an integer ≥ 1");
        }
        this.statement = statement;
        this.domain = domain;
        this.points = points;
        this.point = point;
        this.left = left;
        this.right = right;
        this.identity = identity;
        this.absolute = absolute;
    }

    /**
     * Both sides at some points, and by how much rounding may have moved left − right.
     *
     * @param left the left side
     * @param right the right side
     * @param tolerance the rounding of both, measured and with a margin; infinite where a side is undefined or infinite
     * @param identity whether equality is claimed, not ≤
     */
    public record Comparison(double left, double right, double tolerance, boolean identity) {
        /**
         * By how much the claim is missed: left − right, for an identity |left − right|.
         *
         * @return the excess, negative where a strict inequality holds
         */
        public double excess() {
            return identity ? Math.abs(left - right) : left - right;
        }

        /**
         * Whether the claim is missed by more than rounding explains.
         *
         * @return true for a counterexample
         */
        public boolean violated() {
            return excess() > tolerance;
        }
    }

    /**
     * left ≤ right for all points of a domain.
     *
     * @param statement the claim in words or mathematics
     * @param domain where each point lives
     * @param points how many points the claim is about
     * @param left the left side, a function of the points
     * @param right the right side
     * @return the conjecture
     */
    public static Conjecture<double[]> on(
            String statement,
            Domain domain,
            int points,
            ToDoubleFunction<List<double[]>> left,
            ToDoubleFunction<List<double[]>> right) {
        return new Conjecture<>(statement, domain, points, x -> x, left, right, false, ABSOLUTE);
    }

    /**
     * left ≤ right for all probability vectors with positive entries. A vector's coordinates are all its entries but the last.
     *
     * @param statement the claim in words or mathematics
     * @param classes how many entries a vector has, at least 2
     * @param points how many vectors the claim is about
     * @param left the left side, a function of the vectors
     * @param right the right side
     * @return the conjecture
     */
    public static Conjecture<Probabilities> onSimplex(
            String statement,
            int classes,
            int points,
            ToDoubleFunction<List<Probabilities>> left,
            ToDoubleFunction<List<Probabilities>> right) {
        Domain simplex = Categorical.family(classes).potential().conjugate().domain();
        return new Conjecture<>(statement, simplex, points, Conjecture::completed, left, right, false, ABSOLUTE);
    }

    /**
     * left ≤ right for all members of a family. A member's coordinates are its natural ones.
     *
     * @param <T> the type of an observation
     * @param <M> the type of a member
     * @param statement the claim in words or mathematics
     * @param family the family
     * @param points how many members the claim is about
     * @param left the left side, a function of the members
     * @param right the right side
     * @return the conjecture
     */
    public static <T, M extends Member<T, M>> Conjecture<M> onMembers(
            String statement,
            ExponentialFamily<T, M> family,
            int points,
            ToDoubleFunction<List<M>> left,
            ToDoubleFunction<List<M>> right) {
        return new Conjecture<>(
                statement,
                family.potential().domain(),
                points,
                theta -> family.member(Vec.of(theta)),
                left,
                right,
                false,
                ABSOLUTE);
    }

    /** The last entry is what decimals leave: 0.1 + 0.2 + 0.7 = 1. */
    private static Probabilities completed(double[] entries) {
        double[] all = Arrays.copyOf(entries, entries.length + 1);
        BigDecimal rest = BigDecimal.ONE;
        for (double entry : entries) {
            rest = rest.subtract(BigDecimal.valueOf(entry));
        }
        all[entries.length] = rest.doubleValue();
        return Probabilities.of(all);
    }

    /**
     * The same with left = right for ≤.
     *
     * @return the conjecture of an identity
     */
    public Conjecture<P> identity() {
        return new Conjecture<>(statement, domain, points, point, left, right, true, absolute);
    }

    /**
     * The same with sides that are known less well: 1 − (1 − x) loses what is below the last digit of 1 in steps, which neighbours on one step do not
     * show.
     *
     * @param error by how much left − right may be off, absolutely; 7e-7 unless told
     * @return the conjecture
     */
    public Conjecture<P> within(double error) {
        if (!(error >= 0 && error <= Double.MAX_VALUE)) {
            throw new DomainException("error", error, "a finite number ≥ 0");
        }
        return new Conjecture<>(statement, domain, points, point, left, right, identity, error);
    }

    /**
     * The claim.
     *
     * @return the statement
     */
    public String statement() {
        return statement;
    }

    /**
     * Both sides at given points: how a counterexample is replayed.
     *
     * @param coordinates each point's coordinates in the domain
     * @return the sides with the tolerance. Rounding is measured: it is 32 times the largest second difference of the sides between neighbours, 1e-4 to
     *     1e-14 away in the chart, and besides a relative 1e-10 of the larger side and an absolute 32√(2ε) = 7e-7 or what {@link #within} says
     * @throws DomainException if the number of points is wrong or one is outside the domain
     */
    public Comparison at(double[]... coordinates) {
        if (coordinates.length != points) {
            throw new DomainException("number of points", coordinates.length, "" + points);
        }
        for (double[] x : coordinates) {
            domain.require("point", x);
        }
        double l = value(left, coordinates);
        double r = value(right, coordinates);
        double noise = 0;
        for (double distance : DISTANCES) {
            for (int k = 0; k < DIRECTIONS; k++) {
                double[][] above = neighbour(coordinates, k, distance);
                double[][] below = neighbour(coordinates, k, -distance);
                double kinkLeft = value(left, above) - 2 * l + value(left, below);
                double kinkRight = value(right, above) - 2 * r + value(right, below);
                noise = Math.max(noise, Math.abs(kinkLeft) + Math.abs(kinkRight));
            }
        }
        double tolerance = MARGIN * noise + RELATIVE * Math.max(Math.abs(l), Math.abs(r)) + absolute;
        boolean known = Double.isFinite(l) && Double.isFinite(r) && Double.isFinite(tolerance);
        return new Comparison(l, r, known ? tolerance : Double.POSITIVE_INFINITY, identity);
    }

    /**
     * Looks for a counterexample: samples near and far, central and at the boundary, then a climb of the relative violation from the best of them.
     *
     * @param seed the seed; the same seed gives the same result
     * @param samples how many samples, at least 10; ten climbs take about as many steps each, and 100 for each coordinate
     * @return the counterexample in few digits, or how hard the search was
     */
    public Search search(long seed, int samples) {
        if (samples < 10) {
            throw new DomainException("samples", samples, "an integer ≥ 10");
        }
        return new CounterexampleSearch(this, seed, samples).run();
    }

    /** A point in words. */
    String show(double[] coordinates) {
        P shown = point.apply(coordinates);
        return shown instanceof double[] array ? Arrays.toString(array) : String.valueOf(shown);
    }

    Domain domain() {
        return domain;
    }

    int points() {
        return points;
    }

    /** (left − right)/(|left| + |right|) without the tolerance; NaN where undefined, and 0 where both sides are. */
    double relativeExcess(double[][] coordinates) {
        double l = value(left, coordinates);
        double r = value(right, coordinates);
        double difference = identity ? Math.abs(l - r) : l - r;
        double size = Math.abs(l) + Math.abs(r);
        return size == 0 ? 0 : Double.isInfinite(size) ? Double.NaN : difference / size;
    }

    private double value(ToDoubleFunction<List<P>> side, double[][] coordinates) {
        try {
            return side.applyAsDouble(Arrays.stream(coordinates).map(point).toList());
        } catch (DomainException | ArithmeticException refused) {
            // What refuses to answer at a point is no counterexample; a search that meets nothing else says so.
            return Double.NaN;
        }
    }

    /** Every coordinate moved in the chart, each by its own part of the distance. */
    private double[][] neighbour(double[][] coordinates, int k, double distance) {
        return IntStream.range(0, coordinates.length)
                .mapToObj(i -> {
                    double[] chart = domain.toChart(coordinates[i]);
                    for (int j = 0; j < chart.length; j++) {
                        int mixed = Math.floorMod((5 * i + 3 * j + 1) * (2 * k + 3) + k, 9) - 4;
                        chart[j] += 0.25 * mixed * distance;
                    }
                    return domain.fromChart(chart);
                })
                .toArray(double[][]::new);
    }

    @Override
    public String toString() {
        return statement;
    }
}
