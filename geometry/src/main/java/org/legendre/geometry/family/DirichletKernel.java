package org.legendre.geometry.family;

import java.util.Arrays;
import org.apache.commons.numbers.gamma.LogGamma;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.legendre.geometry.ConvergenceException;
import org.legendre.geometry.special.GammaRemainder;
import org.legendre.geometry.special.Logs;
import org.legendre.geometry.special.PolygammaDifference;
import org.legendre.geometry.special.Sums;

/**
 * Divergence and entropy of Dirichlet laws, beta laws among them, to full relative accuracy.
 *
 * <p>Stick breaking makes a Dirichlet a chain of independent betas, so its divergence is a sum of beta divergences, all nonnegative: only the
 * beta needs care. With g of {@link GammaRemainder}, s = a + b, and primes on the parameters of q,
 *
 * <p>KL = B_g(a′, a) + B_g(b′, b) − B_g(s′, s) + s′ KL((a′, b′)/s′ ‖ (a, b)/s), B_g the Bregman divergence of g.
 *
 * <p>Only the third term is negative. It cancels the first where a dominates both sums and b hardly changes; there the integral form
 * ∫₀¹ (1 − t) vᵀ∇²F v dt is taken, F = log Β, v = q − p, whose integrand is
 * (g″(a) − g″(s)) v_a² + (g″(b) − g″(s)) v_b² − 2g″(s) v_a v_b + (a′b − ab′)²/(abs).
 */
final class DirichletKernel {
    /** The direct formula is taken where it magnifies rounding by no more than this. */
    private static final double AMPLIFICATION = 16;

    private static final GaussIntegrator RULE = new GaussIntegratorFactory().legendre(14);

    private DirichletKernel() {}

    /**
     * KL(Dir(p)‖Dir(q)) for positive, finite parameters of equal number.
     *
     * <p>Error: relative error at most 1e-13 where the result is a normal number.
     */
    static double kl(double[] p, double[] q) {
        return sticks(p, q, (a, b, a2, b2, da, db, cross) -> new Beta(a, b, a2, b2, da, db, cross).divergence());
    }

    /**
     * The skewed Jensen divergence of ψ = Σ log Γ(αᵢ) − log Γ(Σαᵢ), the sum of those of the betas of the chain. With the mean m it is
     * αD(p, m) + (1−α)D(q, m), D(x, m) the divergence from m to x; for α &gt; 1 and c = αp + (1−α)q it is −D(c, p) − (α−1)D(q, p). Differences and
     * cross products of these pairs are multiples of those of p and q.
     *
     * <p>Error: relative error at most 1e-13 for 0 ≤ α ≤ 1 where the result is a normal number.
     */
    static double skewedJensen(double[] p, double[] q, double alpha) {
        if (alpha < 0) {
            return beyond(q, p, -alpha);
        }
        if (alpha > 1) {
            return beyond(p, q, alpha - 1);
        }
        if (alpha == 0 || alpha == 1) {
            return 0;
        }
        double beta = 1 - alpha;
        return sticks(p, q, (a, b, a2, b2, da, db, cross) -> {
            double x = alpha * a + beta * a2;
            double y = alpha * b + beta * b2;
            double turn = cross * ((a + b) / (x + y));
            double toP = new Beta(x, y, a, b, -beta * da, -beta * db, -beta * turn).divergence();
            double toQ = new Beta(x, y, a2, b2, alpha * da, alpha * db, alpha * turn).divergence();
            return alpha * toP + beta * toQ;
        });
    }

    /** Of weight α = 1 + excess. */
    private static double beyond(double[] p, double[] q, double excess) {
        for (int i = 0; i < p.length; i++) {
            if (!(Math.fma(excess, p[i] - q[i], p[i]) > 0)) {
                return Double.NEGATIVE_INFINITY;
            }
        }
        return 0
                - sticks(
                        p,
                        q,
                        (a, b, a2, b2, da, db, cross) -> new Beta(
                                                a,
                                                b,
                                                Math.fma(-excess, da, a),
                                                Math.fma(-excess, db, b),
                                                -excess * da,
                                                -excess * db,
                                                -excess * cross)
                                        .divergence()
                                + excess * new Beta(a, b, a2, b2, da, db, cross).divergence());
    }

    /** What one break of the stick adds to a sum, given what {@link Beta} is. */
    private interface Stick {
        double term(double a, double b, double a2, double b2, double da, double db, double cross);
    }

    private static double sticks(double[] p, double[] q, Stick stick) {
        // The rest of the stick, on either side, in twice the working precision: its differences have to be exact.
        int last = p.length - 1;
        double restP = p[last];
        double restQ = q[last];
        double lowP = 0;
        double lowQ = 0;
        double sum = 0;
        for (int i = last - 1; i >= 0; i--) {
            double difference = (restQ - restP) + (lowQ - lowP);
            double total = p[i] + restP;
            double scale = Math.scalb(1.0, -Math.getExponent(total));
            double cross = Sums.differenceOfProducts(q[i], restP * scale, restQ, p[i] * scale)
                    + (q[i] * (lowP * scale) - lowQ * (p[i] * scale));
            sum += stick.term(p[i], restP, q[i], restQ, q[i] - p[i], difference, cross / (total * scale));
            double nextP = restP + p[i];
            lowP += additionError(restP, p[i], nextP);
            restP = nextP;
            double nextQ = restQ + q[i];
            lowQ += additionError(restQ, q[i], nextQ);
            restQ = nextQ;
        }
        return sum;
    }

    /**
     * The differential entropy of Dir(α) with respect to the first k − 1 coordinates. The uniform law Dir(1, …, 1) has −log (k − 1)!, and every
     * other has less by its divergence from it: two terms of one sign.
     *
     * <p>Error: relative error at most 1e-13.
     */
    static double entropy(double[] alpha) {
        double[] ones = new double[alpha.length];
        Arrays.fill(ones, 1);
        return 0 - (LogGamma.value(alpha.length) + kl(alpha, ones));
    }

    /**
     * The cross-entropy log Β(q) − Σ (qᵢ − 1) E_p[log xᵢ]. Small p make entropy and divergence large, of opposite signs; large q the terms of this
     * sum. The smaller of the two ways' terms are added.
     *
     * <p>Error: absolute error at most 1e-13 times the largest term.
     */
    static double crossEntropy(double[] p, double[] q) {
        double[] rests = DirichletPotential.rests(p);
        double[] terms = new double[q.length + 1];
        terms[q.length] = new DirichletPotential(q.length).value(q);
        double magnitude = Math.abs(terms[q.length]);
        for (int i = 0; i < q.length; i++) {
            terms[i] = q[i] == 1 ? 0 : (q[i] - 1) * PolygammaDifference.digamma(p[i], rests[i]);
            magnitude += Math.abs(terms[i]);
        }
        double entropy = entropy(p);
        double kl = kl(p, q);
        double result = kl - entropy < magnitude ? entropy + kl : Sums.sum(terms);
        if (Double.isNaN(result)) {
            throw new ConvergenceException(
                    "the cross-entropy of Dirichlet laws " + Arrays.toString(p) + " and " + Arrays.toString(q)
                            + " is a difference of numbers that overflow",
                    Double.POSITIVE_INFINITY);
        }
        return result;
    }

    private static double additionError(double x, double y, double sum) {
        double z = sum - x;
        return (x - (sum - z)) + (y - z);
    }

    /**
     * The divergence from Beta(a, b) to Beta(a′, b′).
     *
     * @param a first parameter of p
     * @param b second parameter of p
     * @param a2 first parameter of q
     * @param b2 second parameter of q
     * @param da a′ − a
     * @param db b′ − b
     * @param cross (a′b − ab′)/(a + b)
     */
    private record Beta(double a, double b, double a2, double b2, double da, double db, double cross) {
        double divergence() {
            if (da == 0 && db == 0) {
                return 0;
            }
            double s = a + b;
            double s2 = a2 + b2;
            double first = GammaRemainder.bregman(a2, a, da) + GammaRemainder.bregman(b2, b, db);
            double shares = share(a2, a, s, s2, -cross) + share(b2, b, s, s2, cross);
            double whole = GammaRemainder.bregman(s2, s, da + db);
            double direct = first + shares - whole;
            if (first + shares + whole <= AMPLIFICATION * direct) {
                return direct;
            }
            double integral = Double.isNaN(direct) ? direct : integral();
            return Double.isNaN(integral) ? textbook() : integral;
        }

        /**
         * log Β(q) − log Β(p) + ⟨q − p, −∇ log Β(p)⟩, for where B_g overflows: a parameter of p is below 10⁻³⁰⁸ times one of q, and the inner
         * product, if not +∞ itself, is far above the logarithms.
         */
        private double textbook() {
            double ofA = rise(da, a, b);
            double ofB = rise(db, b, a);
            double logs = BetaKernel.logBeta(a2, b2) - BetaKernel.logBeta(a, b);
            double result = ofA + ofB + logs;
            if (result == Double.POSITIVE_INFINITY
                    || Math.abs(ofA) + Math.abs(ofB) + Math.abs(logs) <= AMPLIFICATION * result) {
                return result;
            }
            throw new ConvergenceException(
                    "the divergence of Beta(" + a2 + ", " + b2 + ") from Beta(" + a + ", " + b
                            + ") is lost in underflow and overflow, on the way to " + result,
                    Double.POSITIVE_INFINITY);
        }

        /** x′ log(x′/c) − x′ + c for the share c = x s′/s of the sum, where d = c − x′. */
        private static double share(double x2, double x, double s, double s2, double d) {
            double c = x / s * s2;
            if (c >= 0.5 * x2) {
                double w = d / x2;
                return w == Double.POSITIVE_INFINITY ? c : 0 - x2 * Logs.log1pmx(w);
            }
            double log = c >= Double.MIN_NORMAL ? Logs.logRatio(x2, c) : Logs.logRatio(x2, s2) - Logs.logRatio(x, s);
            return Math.fma(x2, log - 1, c);
        }

        /** d (ψ(x + y) − ψ(x)), which is d y/(x (x + y)) where 1/x overflows. */
        private static double rise(double d, double x, double y) {
            return x < Double.MIN_NORMAL ? d / x * (y / (x + y)) : d * PolygammaDifference.digamma(x, y);
        }

        private double integral() {
            // Each half is measured from its own end, so that a parameter that is small there is not a difference.
            return half(a, b, da, db, true) + half(a2, b2, -da, -db, false);
        }

        /**
         * Panels that grow with the distance from the nearest singularity, where a parameter would be 0. They are laid along that parameter, not
         * along z, whose steps might underflow.
         */
        private double half(double endA, double endB, double slopeA, double slopeB, boolean atP) {
            double reachA = slopeA > 0 ? endA / slopeA : Double.POSITIVE_INFINITY;
            double reachB = slopeB > 0 ? endB / slopeB : Double.POSITIVE_INFINITY;
            boolean alongA = reachA < reachB || (reachA == reachB && Math.abs(slopeA) >= Math.abs(slopeB));
            double length = Math.abs(alongA ? slopeA : slopeB);
            double nearest = Math.min(reachA, reachB) < Double.POSITIVE_INFINITY ? (alongA ? endA : endB) : length;
            double sum = 0;
            double from = 0;
            while (from < 0.5 * length) {
                double to = Math.min(0.5 * length, 2 * from + nearest);
                double width = 0.5 * (to - from);
                for (int k = 0; k < RULE.getNumberOfPoints(); k++) {
                    double t = from + width * (1 + RULE.getPoint(k));
                    // The root of the weight, for with the weight itself products of extreme parameters leave the
                    // range.
                    double root = Math.sqrt(atP ? length - t : t) * Math.sqrt(width * RULE.getWeight(k));
                    double x = endA + part(t, length, slopeA);
                    double y = endB + part(t, length, slopeB);
                    double turn = part(root, length, a + b) * cross;
                    sum += curvature(x, y, part(root, length, slopeA), part(root, length, slopeB), turn);
                }
                from = to;
            }
            return sum;
        }

        /** slope t/length for t ≤ length, where t/length or slope/length may be out of range. */
        private static double part(double t, double length, double slope) {
            double z = t / length;
            return z >= Double.MIN_NORMAL ? slope * z : t * (slope / length);
        }

        /** uᵀ∇²F u at (x, y), where u = (ua, ub) and {@code turn} is ua y − x ub, which is the same all the way. */
        private static double curvature(double x, double y, double ua, double ub, double turn) {
            double s = x + y;
            double own = square(ua / x) * PolygammaDifference.scaledRemainder(x, y)
                    + square(ub / y) * PolygammaDifference.scaledRemainder(y, x);
            double mixed = 2 * (ua / s) * scaledSecondDerivative(s) * (ub / s);
            return (own - mixed) + (turn / x) * (turn / y) / s;
        }

        private static double square(double x) {
            return x * x;
        }

        /** s² g″(s), which is 1 − s + … at 0 and ½ + 1/(6s) + … at ∞. */
        private static double scaledSecondDerivative(double s) {
            if (s < 1e-20) {
                return 1;
            }
            return s > 1e20 ? 0.5 : s * GammaRemainder.secondDerivative(s) * s;
        }
    }
}
