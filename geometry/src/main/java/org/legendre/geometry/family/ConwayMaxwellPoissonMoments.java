package org.legendre.geometry.family;

import org.apache.commons.numbers.gamma.LogGamma;
import org.legendre.geometry.DomainException;

/**
 * log Z = log Σ e^(θ₁x)/(x!)^ν and what follows from its derivatives, all from one sum with positive weights about the mode m = e^(θ₁/ν), whose
 * standard deviation is about √(m/ν): every count where they are few, every third part of the standard deviation where the weights are wide and
 * vanish at 0, and an integral where ν is so small that the weights are nearly geometric.
 *
 * <p>The covariance of X and log X! is nearly singular at a large mode, so it is taken of X and of b, log X! less a line next to the mode.
 *
 * <p>Error: relative error at most 1e-13, or what half a unit in the last place of θ₁ makes where that is more, for given θ₁ and ν, of all but the third
 * cumulants, whose error is relative to the product of the standard deviations. Where nearly all mass is on one or two counts, the covariance comes from
 * the weights of the others; it is refused where they underflow.
 */
final class ConwayMaxwellPoissonMoments {
    /** From this νm on the weights vanish at 0, to e^(−νm), … */
    private static final double VANISHING = 150;
    /** … and from this m/ν on they are wide enough to skip counts. */
    private static final double WIDE = 36;
    /** Below this ν, and from this θ₁ on, there are too many counts to sum. */
    private static final double FLAT = 0.01;

    private static final double STEEP = -0.02;

    private final double logPartition;
    private final double logTotal;
    private final ConwayMaxwellPoissonWeights weights;
    private final LatticeRule rule;
    private final double[] share;
    private final double[] bend;
    private final double rise;
    private final double mean;
    private final double meanLogFactorial;
    private final double entropy;
    private final double meanOffset;
    private final double meanBend;
    private final double variance;
    /** Cov(X, b)/Var X; NaN where Var X underflows. */
    private final double regression;

    private final double residualVariance;

    private ConwayMaxwellPoissonMoments(ConwayMaxwellPoissonWeights weights, LatticeRule rule) {
        this.weights = weights;
        this.rule = rule;
        this.rise = weights.rise();
        int size = rule.size();
        double others = 0;
        for (int i = size - 1; i >= 1; i--) {
            others += rule.weight(i);
        }
        double total = others + rule.weight(0);
        logTotal = rule.weight(0) == 1 ? Math.log1p(others) : Math.log(total);
        logPartition = weights.logAnchor() + logTotal;
        share = new double[size];
        bend = new double[size];
        double offsets = 0;
        double bends = 0;
        double factorials = 0;
        double surprise = 0;
        for (int i = 0; i < size; i++) {
            double x = rule.point(i);
            double d = rule.offset(i);
            share[i] = rule.weight(i) / total;
            bend[i] = weights.bend(x, d);
            offsets += share[i] * d;
            bends += share[i] * bend[i];
            factorials += share[i] * (x == 1 ? 0 : LogGamma.value(x + 1));
            surprise -= share[i] * weights.log(x, d);
        }
        meanOffset = offsets;
        meanBend = bends;
        mean = weights.anchor() + offsets;
        meanLogFactorial = factorials;
        entropy = logTotal + surprise;
        double squares = 0;
        double products = 0;
        for (int i = 0; i < size; i++) {
            double d = rule.offset(i) - offsets;
            squares += share[i] * d * d;
            products += share[i] * d * (bend[i] - bends);
        }
        variance = squares;
        regression = products / squares;
        double rest = 0;
        for (int i = 0; i < size; i++) {
            double r = (bend[i] - bends) - regression * (rule.offset(i) - offsets);
            rest += share[i] * r * r;
        }
        residualVariance = rest;
    }

    static ConwayMaxwellPoissonMoments of(double theta, double nu) {
        double m = ConwayMaxwellPoissonWeights.mode(theta, nu);
        if (!(m <= Double.MAX_VALUE)) {
            throw new DomainException("the mode λ^(1/ν) at log λ = " + theta + ", ν = " + nu, m, "a finite number");
        }
        if (nu * m >= VANISHING && m >= WIDE * nu) {
            ConwayMaxwellPoissonWeights weights = ConwayMaxwellPoissonWeights.atMode(theta, nu);
            double step = Math.sqrt(m / nu) / 3;
            return new ConwayMaxwellPoissonMoments(
                    weights, LatticeRule.outwards(m, 0, Double.MAX_VALUE, step, weights::log));
        }
        ConwayMaxwellPoissonWeights weights = ConwayMaxwellPoissonWeights.atCount(theta, nu);
        LatticeRule rule = nu < FLAT && theta > STEEP
                ? LatticeRule.smooth(weights.anchor(), weights::log)
                : LatticeRule.outwards(weights.anchor(), 0, Double.MAX_VALUE, 1, weights::log);
        return new ConwayMaxwellPoissonMoments(weights, rule);
    }

    /** Those of the geometric distribution of θ₁ &lt; 0, the limit of ν → 0. */
    static ConwayMaxwellPoissonMoments ofGeometric(double theta) {
        return of(theta, Double.MIN_VALUE);
    }

    /** log P(x) at a count. */
    double logProbability(double x) {
        return weights.log(x, x - weights.anchor()) - logTotal;
    }

    /** log Z. */
    double logPartition() {
        return logPartition;
    }

    /** E X. */
    double mean() {
        return mean;
    }

    /** E X − x, to the accuracy of the distance of the mean from the mode. */
    double meanLess(double x) {
        return (weights.anchor() - x) + meanOffset;
    }

    /** E log X!. */
    double meanLogFactorial() {
        return meanLogFactorial;
    }

    /** The entropy: log Z − θ₁ E X + ν E log X!, without its large terms. */
    double entropy() {
        return entropy;
    }

    /** Var X; 0 where that underflows. */
    double variance() {
        return variance;
    }

    /** Cov(X, log X!)/Var X, by which E log X! rises with E X along θ₁; where Var X underflows the rise of log x! at the mode. */
    double regression() {
        return variance > 0 ? rise + regression : rise;
    }

    /** Var log X! less what its regression on X explains; 0 where that underflows. */
    double residualVariance() {
        return residualVariance;
    }

    /**
     * The covariance of (X, log X!).
     *
     * @throws DomainException if it underflows or overflows, as it does where nearly all mass is on one or two counts, or at the largest modes
     */
    PlaneHessian covariance() {
        double xy = 0;
        double yy = 0;
        for (int i = 0; i < share.length; i++) {
            double d = rule.offset(i) - meanOffset;
            double y = rise * d + (bend[i] - meanBend);
            xy += share[i] * d * y;
            yy += share[i] * y * y;
        }
        if (!(variance > 0 && yy > 0 && residualVariance > 0 && Math.max(variance, yy) <= Double.MAX_VALUE)) {
            throw new DomainException(
                    "Var X, Var log X! and what is left of it by regression on X",
                    new double[] {variance, yy, residualVariance},
                    "positive numbers that neither underflow nor overflow, at a mode of " + weights.anchor());
        }
        return new PlaneHessian(variance, xy, yy, residualVariance);
    }

    /** The third cumulant E[(u·T̃)(v·T̃)T̃] of T̃ = (X, log X!) less its mean. */
    void third(double[] u, double[] v, double[] out) {
        out[0] = 0;
        out[1] = 0;
        for (int i = 0; i < share.length; i++) {
            double d = rule.offset(i) - meanOffset;
            double b = bend[i] - meanBend;
            double along = (u[0] + rise * u[1]) * d + u[1] * b;
            double other = (v[0] + rise * v[1]) * d + v[1] * b;
            double product = share[i] * along * other;
            out[0] += product * d;
            out[1] += product * (rise * d + b);
        }
    }
}
