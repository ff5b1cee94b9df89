package org.legendre.properties;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.legendre.geometry.ConvergenceException;
import org.legendre.geometry.Coordinates;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Vec;
import org.legendre.optimize.Descent;
import org.legendre.optimize.Geometry;
import org.legendre.optimize.Objective;
import org.legendre.optimize.StepException;
import org.legendre.optimize.StepRule;
import org.legendre.properties.Sample.Spread;

/** Natural gradient in θ and in η: two algorithms, each of them mirror descent in the other chart. */
final class ChartLaws {
    private static final double LENGTH = 0.1;
    private static final double SHORTEST = 1e-4;
    /** A difference of the two steps above this, in standard deviations, is a witness. */
    private static final double WITNESS = 1e-9;

    private ChartLaws() {}

    static List<Law<FamilySubject>> all() {
        return List.of(otherPair(), finiteStep());
    }

    private static Law<FamilySubject> otherPair() {
        Law<FamilySubject> law = Law.forAll(
                FamilySubject.class,
                "descent-mirror-is-natural",
                "a step of Descent with Geometry.mirror(ψ) in θ is that of Descent with Geometry.natural(ψ*) in η, for the same constant step (minimal"
                        + " representation, steps inside the domain): η₊ = η − s·∇_θ f = η − s·G*(η)⁻¹∇_η f",
                "G. Raskutti and S. Mukherjee, The information geometry of mirror descent (2015), Theorem 1, with ψ and ψ* exchanged",
                1e-10,
                (subject, sample) -> Points.point(
                        subject,
                        sample,
                        p -> Quadratic.of(p, sample)
                                .map(objective -> compare(subject, p, objective))
                                .orElse(Finding.nothing("the objective is constant to first order"))));
        return law.on(Spread.MODERATE);
    }

    private static Finding compare(FamilySubject subject, Point p, Quadratic objective) {
        Optional<Quadratic.Covector> differential = objective.pulledBack(p);
        if (differential.isEmpty()) {
            return Finding.nothing("no room to step");
        }
        double[] slope = differential.get().values;
        double[] dual = objective.differential(p.eta);
        for (double length = LENGTH; length > SHORTEST; length /= 2) {
            // Twice as far has to be inside: near the edge rounding matters.
            if (member(subject, Rounding.axpy(-2 * length, slope, p.eta)).isEmpty()) {
                continue;
            }
            Optional<double[]> theta = step(subject.mirrorInNatural(), p.theta, slope, length);
            Optional<double[]> eta = step(subject.naturalInExpectation(), p.eta, dual, length);
            if (theta.isEmpty() || eta.isEmpty() || !subject.resolves(theta.get())) {
                continue;
            }
            Point q = new Point(subject.potential(), theta.get());
            double size = length * Math.sqrt(q.fisher.inverseQuadratic(slope));
            double step = length;
            return Finding.of(
                    Math.sqrt(q.fisher.inverseQuadratic(Rounding.minus(q.eta, eta.get()))),
                    StepLaws.transport(q, p) * (length * differential.get().error(p) + p.rounding()) + q.rounding(),
                    size,
                    () -> "θ = " + p + ", s = " + step + ": mirror step to θ = " + q + ", η = " + Arrays.toString(q.eta)
                            + ", natural-gradient step to η = " + Arrays.toString(eta.get()));
        }
        return Finding.nothing("no room to step");
    }

    private static <X extends Coordinates<Y>, Y extends Coordinates<X>> Optional<double[]> step(
            Geometry<X, Y> geometry, double[] x, double[] g, double length) {
        Vec<Y> slope = Vec.of(g);
        Descent<X, Y> method = Descent.of(Objective.<X, Y>of(x.length, slope::dot, at -> slope), geometry)
                .step(StepRule.constant(length));
        try {
            return Optional.of(method.step(method.start(Vec.of(x))).point().toArray());
        } catch (StepException outside) {
            return Optional.empty();
        }
    }

    private static Law<FamilySubject> finiteStep() {
        Law<FamilySubject> law = Law.exists(
                FamilySubject.class,
                "natural-gradient-chart-matters",
                "there are f and a finite step s for which natural gradient in θ and in η go to different members (ψ not quadratic)",
                "J. Martens, New insights and perspectives on the natural gradient method, JMLR 21 (2020), section 12",
                1e-6,
                (subject, sample) -> Points.point(subject, sample, p -> {
                    double[] dual = tangent(p, sample.direction());
                    double s = room(subject, p, dual);
                    if (s == 0) {
                        return Finding.nothing("no direction or no room to step");
                    }
                    double apart = p.length(difference(subject, p, dual, s));
                    double bound = WITNESS + 10 * p.rounding();
                    return new Finding(
                            apart,
                            bound,
                            bound < 1e-3 * s,
                            () -> "θ = " + p + ", ∇_η f = " + Arrays.toString(dual) + ", s = " + s + ": the steps end "
                                    + apart + " standard deviations apart");
                }));
        return law.where(subject -> !subject.symmetric()).on(Spread.MODERATE);
    }

    /** ∇_η f of length 1, as a tangent at θ. */
    private static double[] tangent(Point p, double[] direction) {
        return Rounding.unit(p.fisher, direction);
    }

    /** θ of an η; empty if no member has this expectation: the domain of ψ* may be a hull that no chart describes. */
    private static Optional<double[]> member(FamilySubject subject, double[] eta) {
        if (!subject.potential().dualDomain().contains(eta)) {
            return Optional.empty();
        }
        try {
            return Optional.of(subject.conjugateGradient(eta)).filter(subject::resolves);
        } catch (DomainException | ConvergenceException outside) {
            return Optional.empty();
        }
    }

    /** The longest of the steps LENGTH/2ᵏ that both charts can take; 0 if there is none. */
    private static double room(FamilySubject subject, Point p, double[] dual) {
        double[] slope = Rounding.multiply(p.fisher, dual);
        for (double s = LENGTH; s > SHORTEST && !Points.zero(dual); s /= 2) {
            boolean inTheta = subject.domain().contains(Rounding.axpy(-2 * s, dual, p.theta));
            if (inTheta && member(subject, Rounding.axpy(-2 * s, slope, p.eta)).isPresent()) {
                return s;
            }
        }
        return 0;
    }

    /** Where natural gradient in θ goes, less where natural gradient in η goes, in θ. */
    private static double[] difference(FamilySubject subject, Point p, double[] dual, double s) {
        double[] slope = Rounding.multiply(p.fisher, dual);
        double[] inTheta = Rounding.axpy(-s, subject.raise(p.theta, slope), p.theta);
        double[] inEta = Rounding.axpy(-s, slope, p.eta);
        return Rounding.minus(inTheta, subject.conjugateGradient(inEta));
    }
}
