package org.legendre.geometry.family;

import java.util.random.RandomGenerator;

/**
 * Draws from a log-concave distribution of counts, known up to a constant, by rejection: within a window about the mode its hat is the height of the mode,
 * beyond it the exponential through the mode and the end of the window, which log-concavity keeps above. With a window of √2 standard deviations to
 * each side about two of three candidates are accepted, at every scale.
 *
 * <p>Source: L. Devroye, Non-Uniform Random Variate Generation (1986), §VII.2 (rejection for log-concave densities), on a lattice.
 */
final class LogConcaveSampler {
    /** By so much at least the logarithm has fallen at the ends of the window. */
    private static final double FALLEN = -0.5;

    private final LogRatio ratio;
    private final long below;
    private final long above;
    private final double slopeBelow;
    private final double slopeAbove;

    /** log(P(mode + d)/P(mode)); −∞ off the support. */
    interface LogRatio {
        double at(long d);
    }

    /** The window reaches as many counts from the mode to either side, at least one. */
    LogConcaveSampler(LogRatio ratio, double width) {
        this.ratio = ratio;
        above = reach(1, width);
        below = reach(-1, width);
        slopeAbove = -ratio.at(above) / above;
        slopeBelow = -ratio.at(-below) / below;
    }

    /** The window's end, further out where the counts next to the mode are hardly less likely: a hat that hardly falls would have next to no mass under it. */
    private long reach(int side, double width) {
        long d = Math.max(1, (long) Math.ceil(width));
        while (ratio.at(side * d) > FALLEN) {
            d += Math.max(1, d / 2);
        }
        return d;
    }

    /** A draw less the mode. */
    long sample(RandomGenerator random) {
        double body = below + above - 1.0;
        double right = tail(slopeAbove, above);
        double left = tail(slopeBelow, below);
        while (true) {
            double u = random.nextDouble() * (body + right + left);
            long d;
            double hat;
            if (u < body) {
                d = random.nextLong(below + above - 1) - (below - 1);
                hat = 0;
            } else if (u < body + right) {
                d = above + (long) Math.floor(random.nextExponential() / slopeAbove);
                hat = -slopeAbove * d;
            } else {
                d = -below - (long) Math.floor(random.nextExponential() / slopeBelow);
                hat = slopeBelow * d;
            }
            if (-random.nextExponential() <= ratio.at(d) - hat) {
                return d;
            }
        }
    }

    /** Σ e^(−slope·j) over j ≥ from. */
    private static double tail(double slope, long from) {
        return slope == Double.POSITIVE_INFINITY ? 0 : Math.exp(-slope * from) / -Math.expm1(-slope);
    }
}
