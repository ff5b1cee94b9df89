package org.legendre.geometry.divergence;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.legendre.geometry.ConvergenceException;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Estimate;
import org.legendre.geometry.family.Support;
import org.legendre.geometry.family.Univariate;
import org.legendre.geometry.special.EntropyTerms;
import org.legendre.geometry.special.Quadrature;

/** Divergences on the line as integrals or sums of nonnegative terms of the two log densities. */
final class LineDivergences {
    private static final double LOG_2 = Math.log(2);
    /** The longest sum over a lattice. */
    private static final int LONGEST = 1 << 24;

    /** What a quadrature of a density may lack of 1 by its own errors. */
    private static final double UNSEEN = 1e-9;

    /** Numbers that a density has to have in one spread. */
    private static final double COARSEST = 256;

    private LineDivergences() {}

    static Estimate kl(Univariate p, Univariate q) {
        Support inner = p.support();
        Support outer = q.support();
        if (inner.lattice() != outer.lattice() || inner.lower() < outer.lower() || inner.upper() > outer.upper()) {
            return new Estimate(Double.POSITIVE_INFINITY, 0, "the support of q does not contain that of p");
        }
        // The terms p log(p/q) − p + q are nonnegative everywhere, and over all of q's support their sum is the
        // divergence.
        Estimate total = total(outer, p, q, x -> term(p.logDensityAt(x), q.logDensityAt(x)));
        double unseen = unseen(p) + unseen(q);
        if (unseen == 0) {
            return withRounding(total, total(outer, p, q, x -> rounding(p.logDensityAt(x), q.logDensityAt(x))));
        }
        if (total.value() == Double.POSITIVE_INFINITY) {
            throw new ConvergenceException(
                    "the divergence from " + p + " to " + q + " is not resolved: " + unresolved(unseen), unseen);
        }
        return new Estimate(total.value(), Double.POSITIVE_INFINITY, total.method() + "; " + unresolved(unseen));
    }

    /** Where p underflows, so does p log(p/q), though log q may overflow there. */
    private static double term(double logP, double logQ) {
        return Math.exp(logP) == 0 ? Math.exp(logQ) : EntropyTerms.relativeEntropyTerm(logP, logQ);
    }

    /** How far the term of KL moves if both log densities round: (p|log p/q| + |p − q|)η + (p + q)η², to second order in η. */
    private static double rounding(double logP, double logQ) {
        double p = Math.exp(logP);
        double q = Math.exp(logQ);
        double eta = eta(logP, p, logQ, q);
        double ratio = p == 0 || q == 0 ? 0 : p * Math.abs(logP - logQ);
        return (ratio + Math.abs(p - q)) * eta + (p + q) * eta * eta;
    }

    /** The same for Jensen–Shannon, whose derivatives in log p and log q are below the mean density times |log p/q| and times 1. */
    private static double symmetricRounding(double logP, double logQ) {
        double p = Math.exp(logP);
        double q = Math.exp(logQ);
        double eta = eta(logP, p, logQ, q);
        double contrast = p == 0 || q == 0 ? 1 : Math.min(1, Math.abs(logP - logQ));
        return (p + q) * (contrast + eta) * eta;
    }

    /** What two log densities are off by, at four units in the last place each; a density that is 0 is not. */
    private static double eta(double logP, double p, double logQ, double q) {
        return 4 * Math.ulp(1.0) * ((p == 0 ? 0 : 1 + Math.abs(logP)) + (q == 0 ? 0 : 1 + Math.abs(logQ)));
    }

    private static Estimate withRounding(Estimate estimate, Estimate rounding) {
        return new Estimate(estimate.value(), estimate.error() + rounding.value(), estimate.method());
    }

    private static Support union(Support a, Support b) {
        return new Support(Math.min(a.lower(), b.lower()), Math.max(a.upper(), b.upper()), a.lattice());
    }

    static Estimate jensenShannon(Univariate p, Univariate q) {
        Support a = p.support();
        Support b = q.support();
        if (a.lattice() != b.lattice()) {
            return new Estimate(LOG_2, 0, "mutually singular: a lattice and a density");
        }
        double lower = Math.max(a.lower(), b.lower());
        double upper = Math.min(a.upper(), b.upper());
        if (lower > upper || (lower == upper && !a.lattice())) {
            return new Estimate(LOG_2, 0, "disjoint supports");
        }
        Support union = union(a, b);
        Estimate direct = total(union, p, q, x -> {
            double logP = p.logDensityAt(x);
            double logQ = q.logDensityAt(x);
            return mean(logP, logQ, EntropyTerms.jensenShannon(Math.tanh(0.5 * (logP - logQ))));
        });
        if (direct.value() <= 0.5) {
            return bounded(direct.value(), direct, p, q, direct.method());
        }
        // Hardly overlapping: log 2 less the overlap, which is small and cannot be negative.
        Estimate overlap = total(union, p, q, x -> {
            double logP = p.logDensityAt(x);
            double logQ = q.logDensityAt(x);
            return mean(logP, logQ, EntropyTerms.binaryEntropy(logP - logQ));
        });
        if (!(overlap.error() < Double.POSITIVE_INFINITY)) {
            throw new ConvergenceException(
                    "the Jensen–Shannon divergence of " + p + " and " + q + " is not resolved by " + overlap.method(),
                    overlap.error());
        }
        // Of nearly equal densities the difference may round to just below 0.
        double value = Math.max(0, LOG_2 - overlap.value());
        return bounded(value, overlap, p, q, "log 2 less the overlap: " + overlap.method());
    }

    /** Probability that no node sees adds to the divergence at most ½ log 2 times itself. */
    private static Estimate bounded(double value, Estimate from, Univariate p, Univariate q, String method) {
        double unseen = unseen(p) + unseen(q);
        if (unseen > 0) {
            // At least 1e-9, by far more than rounding.
            return new Estimate(value, from.error() + 0.5 * LOG_2 * unseen, method + "; " + unresolved(unseen));
        }
        Support union = union(p.support(), q.support());
        Estimate rounding = total(union, p, q, x -> symmetricRounding(p.logDensityAt(x), q.logDensityAt(x)));
        return withRounding(new Estimate(value, from.error(), method), rounding);
    }

    /** The probability so near an end of the support that no number of binary64 is there, as for a gamma of shape 10⁻⁵; 0 up to rounding. */
    private static double unseen(Univariate p) {
        if (p.support().lattice()) {
            return 0;
        }
        Estimate seen = total(p.support(), p, p, x -> Math.exp(p.logDensityAt(x)));
        double rest = seen.error() < Double.POSITIVE_INFINITY ? 1 - seen.value() : 1;
        return rest > UNSEEN ? rest : 0;
    }

    private static String unresolved(double unseen) {
        return "probability up to " + unseen + " is nearer to an end of the support than numbers resolve";
    }

    /** The mean density times a factor; 0 where both densities are 0 and the factor has no meaning. */
    private static double mean(double logP, double logQ, double factor) {
        double mean = 0.5 * Math.exp(logP) + 0.5 * Math.exp(logQ);
        return mean == 0 ? 0 : mean * factor;
    }

    private static Estimate total(Support support, Univariate p, Univariate q, DoubleUnaryOperator term) {
        if (support.lattice()) {
            double[] centers = DoubleStream.concat(centers(p), centers(q)).toArray();
            double first = Arrays.stream(centers).min().orElseThrow();
            double last = Arrays.stream(centers).max().orElseThrow();
            double limit = 1 / Math.ulp(1.0);
            if (!(last - first <= LONGEST && first >= -limit && last <= limit)) {
                throw new DomainException(
                        "centers",
                        first + " and " + last,
                        "lattice points below 2⁵² no more than " + LONGEST + " apart, for a sum over the lattice");
            }
            Quadrature.Integral sum = Quadrature.sum(term, support.lower(), support.upper(), centers);
            return new Estimate(sum.value(), sum.error(), "sum over the lattice, tails bounded");
        }
        p.parts().forEach(LineDivergences::requireResolved);
        q.parts().forEach(LineDivergences::requireResolved);
        double[] cuts = DoubleStream.concat(cuts(p), cuts(q)).toArray();
        Quadrature.Integral integral = Quadrature.integrate(term, support.lower(), support.upper(), cuts);
        return new Estimate(integral.value(), integral.error(), "double exponential quadrature");
    }

    /** A density is seen at numbers of binary64 only: these have to lie much closer together than it changes. */
    private static void requireResolved(Univariate p) {
        DomainException.requireFinite("center of " + p, p.center());
        DomainException.requireFinite("spread of " + p, p.spread());
        // At an end of the support it is the unseen probability that tells.
        boolean inside =
                p.center() > p.support().lower() && p.center() < p.support().upper();
        if (inside && !(p.spread() >= COARSEST * Math.ulp(p.center()))) {
            throw new ConvergenceException(
                    p + " is too narrow for a quadrature: near its centre " + p.center() + " numbers are "
                            + Math.ulp(p.center()) + " apart, and its spread is " + p.spread(),
                    Math.ulp(p.center()) / p.spread());
        }
    }

    private static DoubleStream centers(Univariate p) {
        return p.parts().stream().mapToDouble(Univariate::center);
    }

    /** Around each part, and at the ends of the supports, which differ from part to part. */
    private static DoubleStream cuts(Univariate p) {
        return p.parts().stream()
                .flatMapToDouble(part -> DoubleStream.concat(
                        Arrays.stream(Quadrature.around(part.center(), part.spread())),
                        DoubleStream.of(part.support().lower(), part.support().upper())));
    }
}
