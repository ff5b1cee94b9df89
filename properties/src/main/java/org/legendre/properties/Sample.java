package org.legendre.properties;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.legendre.geometry.DomainException;

/**
 * What a law looks at: a point and a displacement in the coordinates of the domain's chart, and a direction. Laws about pairs take
 * p = chart(point) and q = chart(point + displacement), so that a near-equal pair shrinks to round numbers and stays near-equal; laws
 * about derivatives take displacement and direction as the directions to differentiate in.
 */
public final class Sample {
    /** How far the second point of a pair is from the first. */
    public enum Spread {
        /** Point and displacement of order 1 in the chart (in all, where there are many coordinates). */
        MODERATE,
        /** A displacement of relative size 1e-3 to 1e-12. */
        NEAR,
        /** Point and displacement of order 2 to 3 in the chart: parameters over several orders of magnitude. */
        WIDE,
        /**
         * A moderate point with one coordinate at the edge of what binary64 holds: up to ±230, which is 1e±100 in a logarithmic chart, a probability of 1e-100 in a
         * logistic one and a nearly singular matrix in that of a cone; or up to ±1e100, or within 1e-100 of 0. The second point is moderately far, nearly equal,
         * or as far in that coordinate as the first is from 0.
         */
        EXTREME
    }

    /** The decimal exponent of 230. */
    private static final double FAR = 2.362;

    private static final double HUGE = 100;

    private final double[] point;
    private final double[] displacement;
    private final double[] direction;

    private Sample(double[] point, double[] displacement, double[] direction) {
        this.point = point;
        this.displacement = displacement;
        this.direction = direction;
    }

    /**
     * A sample of the given vectors.
     *
     * @param point the first point's chart coordinates
     * @param displacement the second point's minus the first's, of the same length
     * @param direction a direction, of the same length
     * @return the sample
     * @throws DomainException if the lengths differ
     */
    public static Sample of(double[] point, double[] displacement, double[] direction) {
        DomainException.requireLength("displacement", displacement, point.length);
        DomainException.requireLength("direction", direction, point.length);
        return new Sample(point.clone(), displacement.clone(), direction.clone());
    }

    /**
     * The sample of a seed and an index: the same two give the same sample.
     *
     * @param size the dimension
     * @param spread how far the pair is apart
     * @param seed the seed
     * @param index which sample of that seed
     * @return the sample
     */
    public static Sample random(int size, Spread spread, long seed, int index) {
        SplittableRandom random = new SplittableRandom(new SplittableRandom(seed).nextLong() + index);
        if (spread == Spread.EXTREME) {
            return extreme(size, random);
        }
        // The point as a whole keeps its distance from 0 in any dimension: 20 independent entries of a covariance of
        // order 2 in the
        // chart would be a numerically singular matrix nearly always.
        double perCoordinate = Math.sqrt(2.0 / Math.max(2, size));
        double scale = spread == Spread.WIDE ? wide(1, perCoordinate) : perCoordinate;
        double distance = switch (spread) {
            case MODERATE -> perCoordinate;
            case NEAR -> Math.pow(10, -random.nextDouble(3, 12));
            case WIDE, EXTREME -> wide(2, perCoordinate);
        };
        double[] point = new double[size];
        double[] displacement = new double[size];
        double[] direction = new double[size];
        for (int i = 0; i < size; i++) {
            point[i] = scale * random.nextGaussian();
            // Relative to the coordinate where that is large: a displacement below its last bit would be none at all.
            double unit = spread == Spread.NEAR ? Math.max(1, Math.abs(point[i])) : 1;
            displacement[i] = distance * unit * random.nextGaussian();
            direction[i] = random.nextGaussian();
        }
        return new Sample(point, displacement, direction);
    }

    private static Sample extreme(int size, SplittableRandom random) {
        double perCoordinate = Math.sqrt(2.0 / Math.max(2, size));
        int edge = random.nextInt(size);
        double reach = switch (random.nextInt(4)) {
            case 0 -> Math.pow(10, random.nextDouble(FAR, HUGE));
            case 1 -> Math.pow(10, random.nextDouble(-HUGE, -3));
            default -> Math.pow(10, random.nextDouble(0.5, FAR));
        };
        double distance = random.nextInt(3) == 0 ? Math.pow(10, -random.nextDouble(3, 12)) : perCoordinate;
        boolean apart = random.nextBoolean();
        double[] point = new double[size];
        double[] displacement = new double[size];
        double[] direction = new double[size];
        for (int i = 0; i < size; i++) {
            point[i] = i == edge ? (random.nextBoolean() ? reach : -reach) : perCoordinate * random.nextGaussian();
            double unit = i == edge && (apart || reach < 1) ? reach : 1;
            displacement[i] = distance * unit * random.nextGaussian();
            direction[i] = random.nextGaussian();
        }
        return new Sample(point, displacement, direction);
    }

    /** Widens by 1 + by in one or two dimensions, and by less in many. */
    private static double wide(double by, double perCoordinate) {
        return (1 + by * perCoordinate) * perCoordinate;
    }

    /**
     * The first point in chart coordinates.
     *
     * @return a new array
     */
    public double[] point() {
        return point.clone();
    }

    /**
     * The second point minus the first, in chart coordinates.
     *
     * @return a new array
     */
    public double[] displacement() {
        return displacement.clone();
    }

    /**
     * The direction.
     *
     * @return a new array
     */
    public double[] direction() {
        return direction.clone();
    }

    /**
     * The second point, point + displacement, in chart coordinates.
     *
     * @return a new array
     */
    public double[] second() {
        double[] second = point.clone();
        for (int i = 0; i < second.length; i++) {
            second[i] += displacement[i];
        }
        return second;
    }

    /**
     * Looks for a simpler sample that is still of interest: coordinates towards 0 and towards few digits, one after the other, until
     * none gets simpler.
     *
     * @param interesting what the sample has to keep, such as that it violates a law
     * @return the simplest one found; this one if none is simpler
     */
    public Sample shrink(Predicate<Sample> interesting) {
        double[][] best = {point(), displacement(), direction()};
        // The direction often does not matter at all and the displacement may be round; the point comes last.
        boolean simpler = true;
        for (int round = 0; simpler && round < 20; round++) {
            simpler = false;
            for (int part = best.length - 1; part >= 0; part--) {
                for (int i = 0; i < best[part].length; i++) {
                    simpler |= simplify(best, part, i, interesting);
                }
            }
        }
        return of(best[0], best[1], best[2]);
    }

    private static boolean simplify(double[][] best, int part, int i, Predicate<Sample> interesting) {
        double old = best[part][i];
        double[] candidates = {
            0, Math.rint(old), digits(root(old), 1), digits(old, 1), digits(old / 2, 1), digits(old, 2)
        };
        for (double candidate : candidates) {
            if (simpler(candidate, old)) {
                best[part][i] = candidate;
                if (interesting.test(of(best[0], best[1], best[2]))) {
                    return true;
                }
            }
        }
        best[part][i] = old;
        return false;
    }

    /** Half as many orders of magnitude from 1. */
    private static double root(double x) {
        return Math.copySign(Math.sqrt(Math.abs(x)), x);
    }

    private static boolean simpler(double candidate, double old) {
        int length = length(candidate) - length(old);
        return candidate != old && (length < 0 || (length == 0 && Math.abs(candidate) < Math.abs(old)));
    }

    /** Of the number written without an exponent. */
    private static int length(double x) {
        return BigDecimal.valueOf(Math.abs(x)).toPlainString().length();
    }

    private static double digits(double x, int digits) {
        return x == 0 ? 0 : Double.parseDouble(String.format(java.util.Locale.ROOT, "%." + (digits - 1) + "e", x));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sample that
                && Arrays.equals(point, that.point)
                && Arrays.equals(displacement, that.displacement)
                && Arrays.equals(direction, that.direction);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Arrays.hashCode(point) + Arrays.hashCode(displacement)) + Arrays.hashCode(direction);
    }

    /** {@inheritDoc} It is the Java expression that makes this sample again. */
    @Override
    public String toString() {
        return "Sample.of(" + java(point) + ", " + java(displacement) + ", " + java(direction) + ")";
    }

    private static String java(double[] x) {
        return Arrays.stream(x).mapToObj(Double::toString).collect(Collectors.joining(", ", "new double[] {", "}"));
    }
}
