package org.legendre.properties;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Natural;
import org.legendre.geometry.Vec;
import org.legendre.optimize.Descent;
import org.legendre.optimize.Objective;
import org.legendre.optimize.State;
import org.legendre.optimize.StepRule;
import org.legendre.properties.Sample.Spread;

/** The natural gradient in θ is mirror descent in η. */
final class StepLaws {
    private static final double LENGTH = 0.1;
    private static final double SHORTEST = 1e-4;
    private static final int STEPS = 2;
    /** Where θ and η do not know each other to this, in standard deviations, η may well round onto the boundary. */
    private static final double KNOWN = 1e-9;

    private static final String SOURCE =
            "G. Raskutti and S. Mukherjee, The information geometry of mirror descent (2015), Theorem 1";

    private StepLaws() {}

    static List<Law<FamilySubject>> all() {
        return List.of(naturalIsMirror(), descent());
    }

    private static Law<FamilySubject> naturalIsMirror() {
        Law<FamilySubject> law = Law.forAll(
                FamilySubject.class,
                "natural-is-mirror",
                "θ − s·G(θ)⁻¹∇_θ f = ∇ψ*(η) − s·∇_η f: a natural-gradient step in θ is a mirror-descent step in η with mirror map"
                        + " ∇ψ* (minimal representation, θ inside the domain)",
                SOURCE,
                1e-10,
                (subject, sample) -> Points.point(
                        subject,
                        sample,
                        p -> Quadratic.of(p, sample)
                                .map(objective -> formula(subject, p, objective))
                                .orElse(Finding.nothing("the objective is constant to first order"))));
        return law.on(Spread.MODERATE, Spread.WIDE);
    }

    private static Finding formula(FamilySubject subject, Point p, Quadratic objective) {
        Optional<Quadratic.Covector> differential = objective.pulledBack(p);
        if (differential.isEmpty()) {
            return Finding.nothing("no room to step");
        }
        double[] dual = objective.differential(p.eta);
        double[] raised = subject.raise(p.theta, differential.get().values);
        double[] natural = Rounding.axpy(-LENGTH, raised, p.theta);
        double[] mirror = Rounding.axpy(-LENGTH, dual, subject.conjugateGradient(p.eta));
        return Finding.of(
                p.length(Rounding.minus(natural, mirror)),
                LENGTH * differential.get().error(p) + DualityLaws.rounding(p),
                LENGTH * p.length(dual),
                () -> "θ = " + p + ", ∇_η f = " + Arrays.toString(dual) + ", s = " + LENGTH
                        + ": natural-gradient step to " + Arrays.toString(natural) + ", mirror step to "
                        + Arrays.toString(mirror));
    }

    private static Law<FamilySubject> descent() {
        Law<FamilySubject> law = Law.forAll(
                FamilySubject.class,
                "descent-natural-is-mirror",
                "each iterate of Descent with Geometry.mirror(ψ*) in η is that of Descent with Geometry.natural(ψ) in θ, for the same"
                        + " constant step (minimal representation, iterates inside the domain)",
                SOURCE,
                1e-10,
                (subject, sample) -> Points.point(
                        subject,
                        sample,
                        p -> Quadratic.of(p, sample)
                                .map(objective -> steps(subject, p, objective))
                                .orElse(Finding.nothing("the objective is constant to first order"))));
        // In wide samples of many coordinates rounding leaves too little to see.
        return law.on(Spread.MODERATE);
    }

    /** Mirror descent goes on from its own state; natural gradient starts where that stands, so that errors do not add up. */
    private static Finding steps(FamilySubject subject, Point start, Quadratic objective) {
        double length = LENGTH;
        while (length > SHORTEST && next(start, objective, length).isEmpty()) {
            length /= 2;
        }
        Descent<Expectation, Natural> method = Descent.of(
                        Objective.<Expectation, Natural>of(
                                start.size(),
                                eta -> objective.value(eta.toArray()),
                                eta -> Vec.of(objective.differential(eta.toArray()))),
                        subject.mirror())
                .step(StepRule.constant(length));
        State<Expectation, Natural> state = method.start(Vec.of(start.eta));
        Finding finding = Finding.nothing("no room to step");
        Point p = start;
        for (int k = 0; k < STEPS && !finding.violated(); k++) {
            Optional<Point> q = next(p, objective, length);
            Optional<Quadratic.Covector> differential = objective.pulledBack(p);
            if (q.isEmpty() || differential.isEmpty()) {
                return finding;
            }
            state = method.step(state);
            finding = compare(subject, p, q.get(), length, differential.get(), eta(state));
            p = q.get();
        }
        return finding;
    }

    /** The point that a step leads to; empty if that is not well inside, if rounding matters there, or if the metric is quite another. */
    private static Optional<Point> next(Point p, Quadratic objective, double length) {
        double[] dual = objective.differential(p.eta);
        double[] theta = Rounding.axpy(-length, dual, p.theta);
        if (!p.subject.domain().contains(Rounding.axpy(-2 * length, dual, p.theta)) || !p.subject.resolves(theta)) {
            return Optional.empty();
        }
        Point q = new Point(p.subject, theta);
        boolean known = DualityLaws.rounding(p) + DualityLaws.rounding(q) <= KNOWN;
        double alike = 1.5 * Math.sqrt(Math.sqrt(p.size()));
        return known && transport(p, q) <= alike && transport(q, p) <= alike ? Optional.of(q) : Optional.empty();
    }

    private static double[] eta(State<Expectation, Natural> state) {
        return state.point().toArray();
    }

    /** A step of natural gradient from p, near q, against the η that mirror descent stepped to. */
    private static Finding compare(
            FamilySubject subject, Point p, Point q, double length, Quadratic.Covector differential, double[] eta) {
        Vec<Expectation> slope = Vec.of(differential.values);
        // One step sees no more of an objective than its differential.
        Objective<Natural, Expectation> linear = Objective.of(p.size(), slope::dot, theta -> slope);
        Descent<Natural, Expectation> method =
                Descent.of(linear, subject.natural()).step(StepRule.constant(length));
        double[] natural = method.step(method.start(Vec.of(p.theta))).point().toArray();
        double[] mirror = subject.conjugateGradient(eta);
        double transport = transport(p, q);
        double bound = transport * (length * differential.error(p) + DualityLaws.rounding(p)) + DualityLaws.rounding(q);
        return Finding.of(
                q.length(Rounding.minus(natural, mirror)),
                bound,
                q.length(Rounding.minus(q.theta, p.theta)),
                () -> "θ = " + p + ", s = " + length + ": natural-gradient step to θ = " + Arrays.toString(natural)
                        + ", mirror step to η = " + Arrays.toString(eta) + ", θ = " + Arrays.toString(mirror));
    }

    /** (tr M²)^¼ with M = G_p⁻¹G_q: ‖v‖_q ≤ √λ‖v‖_p for the largest eigenvalue λ of M, and λ² ≤ Σλᵢ² = tr M². */
    static double transport(Point p, Point q) {
        int n = p.size();
        double[][] columns = new double[n][];
        for (int i = 0; i < n; i++) {
            double[] axis = new double[n];
            axis[i] = 1;
            columns[i] = Rounding.solve(p.fisher, Rounding.multiply(q.fisher, axis));
        }
        double trace = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                trace += columns[i][j] * columns[j][i];
            }
        }
        return Math.sqrt(Math.sqrt(trace));
    }
}
