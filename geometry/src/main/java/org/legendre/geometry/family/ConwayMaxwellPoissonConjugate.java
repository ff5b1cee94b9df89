package org.legendre.geometry.family;

import java.util.Optional;
import org.legendre.geometry.Domain;
import org.legendre.geometry.DomainException;

/**
 * ψ*(η) of the Conway–Maxwell–Poisson distributions, minus their entropy, by {@link ConwayMaxwellPoissonSolve}.
 *
 * <p>ψ is not steep at ν = 0, so its domain, the image of ∇ψ, is not convex: the segment between two η may leave it.
 */
final class ConwayMaxwellPoissonConjugate extends SolvedConjugate {
    private static final Domain DOMAIN = new Image();
    /** Of larger expectations the variances may overflow. */
    private static final double LARGEST = 1e150;

    ConwayMaxwellPoissonConjugate(ConwayMaxwellPoissonPotential psi) {
        super(psi);
    }

    @Override
    public Domain domain() {
        return DOMAIN;
    }

    @Override
    double[] natural(double[] e) {
        DOMAIN.require("η", e);
        return ConwayMaxwellPoissonSolve.of(e[0], e[1]);
    }

    @Override
    public double value(double[] e) {
        double[] t = solve(e);
        return -ConwayMaxwellPoissonMoments.of(t[0], -t[1]).entropy();
    }

    /** Why no member has these expectations; empty if one has. */
    static Optional<String> missing(double[] e) {
        if (e.length != 2) {
            return Optional.of("length " + e.length + " instead of 2");
        }
        if (!(e[0] > 0 && e[0] <= LARGEST && e[1] <= LARGEST)) {
            return Optional.of("the mean η₁ is not positive, or an entry not a number up to " + LARGEST);
        }
        double least = ConwayMaxwellPoissonSolve.least(e[0]);
        if (!ConwayMaxwellPoissonSolve.isAbove(e[1], least)) {
            return Optional.of("the mean log-factorial η₂ is not more than " + least
                    + ", by more than rounding: ν → ∞, where " + "only the two counts next to the mean are left");
        }
        double most = ConwayMaxwellPoissonSolve.most(e[0]);
        if (!ConwayMaxwellPoissonSolve.isBelow(e[1], most)) {
            return Optional.of(
                    "the mean log-factorial η₂ is not less than " + most
                            + ", by more than rounding: nearest is the geometric distribution of this mean, ν = 0, on the boundary");
        }
        return Optional.empty();
    }

    /** The set between the polygon through (k, log k!) and the curve of the geometric distributions, charted by log η₁ and the log-odds of η₂ in between. */
    private static final class Image implements Domain {
        @Override
        public int size() {
            return 2;
        }

        @Override
        public Optional<String> diagnose(double[] e) {
            return missing(e);
        }

        @Override
        public double[] fromChart(double[] u) {
            DomainException.requireLength("u", u, 2);
            double mean = Math.exp(u[0]);
            double least = ConwayMaxwellPoissonSolve.least(mean);
            double most = ConwayMaxwellPoissonSolve.most(mean);
            return new double[] {mean, least + (most - least) / (1 + Math.exp(-u[1]))};
        }

        @Override
        public double[] toChart(double[] e) {
            require("η", e);
            double least = ConwayMaxwellPoissonSolve.least(e[0]);
            double most = ConwayMaxwellPoissonSolve.most(e[0]);
            return new double[] {Math.log(e[0]), Math.log((e[1] - least) / (most - e[1]))};
        }

        @Override
        public String toString() {
            return "{η₁ > 0, η₂ between the means of log X! of the counts next to η₁ and of the geometric distribution}";
        }
    }
}
