package org.legendre.geometry.family;

import org.legendre.geometry.ConvergenceException;

/**
 * The Conway–Maxwell–Poisson distribution of given E[X] and E[log X!], by two nested bracketed Newton solves.
 *
 * <p>For a given ν the mean increases with λ. From P(x)x^ν = λP(x−1) follows λ = E[X^ν], so that λ is between E[X] and E[X]^ν for ν &lt; 1 (Jensen) and
 * above both for ν &gt; 1; below (E[X] + 1)^ν always; and not below E[X]/(E[X] + 1), that of the geometric distribution, the most dispersed.
 *
 * <p>Along the curve of a given mean E[log X!] decreases in ν, with slope −(Var log X! − Cov(X, log X!)²/Var X), from that of the geometric distribution
 * at ν = 0 to that of the two neighbouring counts at ν = ∞. The logarithm of the excess over the latter is nearly −log ν for large means and linear in ν
 * where few counts matter, convex in both cases, so that Newton's method, started on the small side by the tangent at ν = 0, does not go too far.
 */
final class ConwayMaxwellPoissonSolve {
    private static final int ITERATIONS = 300;
    private static final double EPSILON = Math.ulp(1.0);
    /** How near η₂ may come to its bounds, relatively: their own rounding. */
    private static final double ROUNDING = 8 * EPSILON;
    /** How well the two equations have to hold, relatively. */
    private static final double CERTIFIED = 1e-13;

    private final double mean;
    private final double meanLogFactorial;
    private final double least;
    private double theta;

    private ConwayMaxwellPoissonSolve(double mean, double meanLogFactorial) {
        this.mean = mean;
        this.meanLogFactorial = meanLogFactorial;
        this.least = least(mean);
    }

    /** E[log X!] of the two neighbouring counts of a given mean. */
    static double least(double mean) {
        double below = Math.floor(mean);
        return ConwayMaxwellPoisson.logFactorial(below) + (mean - below) * Math.log(below + 1);
    }

    /** E[log X!] of the geometric distribution of a given mean. */
    static double most(double mean) {
        return ConwayMaxwellPoissonMoments.ofGeometric(geometric(mean)).meanLogFactorial();
    }

    /** Whether E[log X!] is more than the least by more than rounding. */
    static boolean isAbove(double meanLogFactorial, double least) {
        return meanLogFactorial - least > ROUNDING * least;
    }

    /** Whether E[log X!] is less than the most by more than rounding. */
    static boolean isBelow(double meanLogFactorial, double most) {
        return most - meanLogFactorial > ROUNDING * most;
    }

    /** (log λ, −ν). */
    static double[] of(double mean, double meanLogFactorial) {
        return new ConwayMaxwellPoissonSolve(mean, meanLogFactorial).natural();
    }

    /** log(E/(E + 1)). */
    private static double geometric(double mean) {
        return mean < 1 ? Math.log(mean) - Math.log1p(mean) : -Math.log1p(1 / mean);
    }

    private double[] natural() {
        double target = meanLogFactorial - least;
        double low = 0;
        double high = Double.POSITIVE_INFINITY;
        theta = geometric(mean);
        ConwayMaxwellPoissonMoments dispersed = ConwayMaxwellPoissonMoments.ofGeometric(theta);
        double nu = (dispersed.meanLogFactorial() - meanLogFactorial) / dispersed.residualVariance();
        double guess = start(nu, theta + dispersed.regression() * nu);
        double residual = Double.NaN;
        for (int k = 0; k < ITERATIONS; k++) {
            ConwayMaxwellPoissonMoments moments = atMean(nu, guess);
            // At the very mean: the rounding of log λ moves the point along (Var X, Cov(X, log X!)).
            double along = moments.regression();
            double reached = moments.meanLogFactorial() - along * moments.meanLess(mean);
            residual = reached - meanLogFactorial;
            double excess = reached - least;
            // Next to its bound the excess may round to nothing, but only if ν is too large.
            double step = excess > 0 ? Math.log(excess / target) * excess / moments.residualVariance() : -nu;
            boolean settled = Math.abs(step) <= 2 * EPSILON * nu || high - low <= 2 * Math.ulp(nu);
            if (settled || Math.abs(residual) <= 0.5 * EPSILON * meanLogFactorial) {
                if (!(Math.abs(residual) <= CERTIFIED * (meanLogFactorial + along * mean))) {
                    throw failure(residual);
                }
                return new double[] {theta, -nu};
            }
            if (residual > 0) {
                low = nu;
            } else {
                high = nu;
            }
            double next = step > 0 ? nu + step : nu * Math.exp(step / nu);
            double previous = nu;
            nu = next > low && next < high ? next : 0.5 * (low + high);
            guess = start(nu, theta + along * (nu - previous));
        }
        throw failure(residual);
    }

    /** Nearly the log λ that has the mean: from the tangent to the curve of this mean where that is short, else from mean = λ^(1/ν) − (ν − 1)/(2ν). */
    private double start(double nu, double tangent) {
        double log = nu * Math.log(mean + 0.5 * (1 - 1 / nu));
        return nu * mean > 10 && !(Math.abs(tangent - log) < 1e-3 * nu) ? log : tangent;
    }

    /** The moments at the log λ that has the mean; the search starts from one that nearly has it, if it is between the bounds. */
    private ConwayMaxwellPoissonMoments atMean(double nu, double guess) {
        double log = Math.log(mean);
        double low = nu < 1 ? geometric(mean) : Math.max(log, nu * log);
        double high = nu < 1 ? Math.min(log, nu * log) : nu * Math.log1p(mean);
        double t = guess > low && guess < high ? guess : 0.5 * (low + high);
        for (int k = 0; k < ITERATIONS; k++) {
            ConwayMaxwellPoissonMoments moments = ConwayMaxwellPoissonMoments.of(t, nu);
            double difference = moments.meanLess(mean);
            double slope = moments.variance() / moments.mean();
            double step = -Math.log1p(difference / mean) / slope;
            // Rounding of log λ, or of the moments.
            double rounding = Math.max(Math.ulp(t), EPSILON * Math.min(1, 1 / slope));
            if (Math.abs(step) <= rounding || high - low <= 2 * Math.ulp(t)) {
                if (!(Math.abs(step) <= CERTIFIED * (1 + Math.abs(t)))) {
                    throw failure(difference);
                }
                theta = t;
                return moments;
            }
            if (difference > 0) {
                high = t;
            } else {
                low = t;
            }
            double next = t + step;
            t = next > low && next < high ? next : 0.5 * (low + high);
        }
        throw failure(Double.NaN);
    }

    private ConvergenceException failure(double residual) {
        return new ConvergenceException(
                "the Conway–Maxwell–Poisson distribution of mean " + mean + " and mean log-factorial "
                        + meanLogFactorial + " was not found",
                residual);
    }
}
