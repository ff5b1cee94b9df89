package org.legendre.geometry.divergence;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.legendre.geometry.Estimate;
import org.legendre.geometry.family.Support;
import org.legendre.geometry.family.Univariate;
import org.legendre.geometry.special.EntropyTerms;
import org.legendre.geometry.special.Quadrature;

/** Divergences on the line as integrals or sums of nonnegative terms of the two log densities. */
final class LineDivergences {
    private static final double LOG_2 = Math.log(2);

    private LineDivergences() {}

    static Estimate kl(Univariate p, Univariate q) {
        Support inner = p.support();
        Support outer = q.support();
        if (inner.lattice() != outer.lattice() || inner.lower() < outer.lower() || inner.upper() > outer.upper()) {
            return new Estimate(Double.POSITIVE_INFINITY, 0, "the support of q does not contain that of p");
        }
        // The terms p log(p/q) − p + q are nonnegative everywhere, and over all of q's support their sum is the
        // divergence.
        return total(outer, p, q, x -> term(p.logDensityAt(x), q.logDensityAt(x)));
    }

    /** Where p underflows, so does p log(p/q), though log q may overflow there. */
    private static double term(double logP, double logQ) {
        return Math.exp(logP) == 0 ? Math.exp(logQ) : EntropyTerms.relativeEntropyTerm(logP, logQ);
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
        Support union = new Support(Math.min(a.lower(), b.lower()), Math.max(a.upper(), b.upper()), a.lattice());
        Estimate direct = total(union, p, q, x -> {
            double logP = p.logDensityAt(x);
            double logQ = q.logDensityAt(x);
            return mean(logP, logQ, EntropyTerms.jensenShannon(Math.tanh(0.5 * (logP - logQ))));
        });
        if (direct.value() <= 0.5) {
            return direct;
        }
        // Hardly overlapping: log 2 less the overlap, which is small and cannot be negative.
        Estimate overlap = total(union, p, q, x -> {
            double logP = p.logDensityAt(x);
            double logQ = q.logDensityAt(x);
            return mean(logP, logQ, EntropyTerms.binaryEntropy(logP - logQ));
        });
        return new Estimate(LOG_2 - overlap.value(), overlap.error(), "log 2 less the overlap: " + overlap.method());
    }

    /** The mean density times a factor; 0 where both densities are 0 and the factor has no meaning. */
    private static double mean(double logP, double logQ, double factor) {
        double mean = 0.5 * Math.exp(logP) + 0.5 * Math.exp(logQ);
        return mean == 0 ? 0 : mean * factor;
    }

    private static Estimate total(Support support, Univariate p, Univariate q, DoubleUnaryOperator term) {
        if (support.lattice()) {
            Quadrature.Integral sum = Quadrature.sum(term, support.lower(), support.upper(), p.center(), q.center());
            return new Estimate(sum.value(), sum.error(), "sum over the lattice, tails bounded");
        }
        double[] cuts = DoubleStream.concat(cuts(p), cuts(q)).toArray();
        Quadrature.Integral integral = Quadrature.integrate(term, support.lower(), support.upper(), cuts);
        return new Estimate(integral.value(), integral.error(), "double exponential quadrature");
    }

    private static DoubleStream cuts(Univariate p) {
        return DoubleStream.concat(
                Arrays.stream(Quadrature.around(p.center(), p.spread())),
                DoubleStream.of(p.support().lower(), p.support().upper()));
    }
}
