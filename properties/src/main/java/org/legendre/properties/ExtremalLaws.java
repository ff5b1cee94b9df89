package org.legendre.properties;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.legendre.geometry.Estimate;

/** What members of an exponential family are the best at: entropy among equal moments, projection of other densities, estimation of η. */
final class ExtremalLaws {
    private static final double SHARP = 1e-8;
    /** So many bumps of one statistic are still far from dependent. */
    private static final int MOST = 3;

    private ExtremalLaws() {}

    static List<Law<ObservationSubject>> all() {
        return List.of(maximumEntropy(), projection(), cramerRao());
    }

    /** A bump of height 1 in the standardised statistic. */
    private static ToDoubleFunction<Object> bump(Tangent tangent, double center) {
        return x -> Math.exp(-0.5 * squared(tangent.score(x) - center));
    }

    private static double squared(double x) {
        return x * x;
    }

    private static Law<ObservationSubject> maximumEntropy() {
        return Tangent.law(
                        "maximum-entropy",
                        "−∫ q log(q/h) ≤ −∫ p log(p/h) for every q = (1 + εφ)p of the same E[T]: p has the largest entropy relative to h among equal"
                                + " moments. So E_p[φ log(p/h)] = 0 for bounded φ orthogonal to 1 and T",
                        "E. T. Jaynes (1957); S. Kullback, Information Theory and Statistics (1959), chapter 3, theorem 2.1",
                        1e-10,
                        ExtremalLaws::entropy)
                .where(ExtremalLaws::hasRoom);
    }

    /** Whether there is a function of an observation besides 1 and the coordinates of T. */
    private static boolean hasRoom(ObservationSubject subject) {
        return subject.domain().size() <= MOST
                && subject.space()
                        .filter(space -> space.points().isEmpty()
                                || space.points().size() > subject.domain().size() + 1)
                        .isPresent();
    }

    private static Finding entropy(Tangent tangent) {
        ObservationSubject subject = tangent.subject;
        Point p = tangent.p;
        Averages averages = tangent.averages;
        int n = p.size();
        List<ToDoubleFunction<Object>> bumps = IntStream.range(0, n + 2)
                .mapToObj(k -> bump(tangent, 3.0 * (k + 0.5) / (n + 2) - 1.5))
                .toList();
        // The moments of the bumps with 1 and with the statistic in standard units.
        double[][] moments = new double[n + 1][n + 2];
        double error = 0;
        for (int i = 0; i <= n; i++) {
            int coordinate = i - 1;
            for (int k = 0; k < n + 2; k++) {
                ToDoubleFunction<Object> f = bumps.get(k);
                Estimate moment = averages.of(x -> f.applyAsDouble(x)
                        * (coordinate < 0
                                ? 1
                                : (subject.statistic(x)[coordinate] - p.eta[coordinate]) / p.units[coordinate]));
                moments[i][k] = moment.value();
                error = Math.max(error, moment.error());
            }
        }
        Optional<double[]> combination = NullVector.of(moments);
        if (combination.isEmpty() || !(error < SHARP)) {
            return Finding.nothing("no bounded function is orthogonal to 1 and T");
        }
        double[] a = combination.get();
        ToDoubleFunction<Object> phi = x -> {
            double sum = 0;
            for (int k = 0; k < a.length; k++) {
                sum += a[k] * bumps.get(k).applyAsDouble(x);
            }
            return sum;
        };
        ToDoubleFunction<Object> density = subject.logDensity(p.theta);
        double psi = subject.family().value(p.theta);
        double level = Rounding.dot(p.theta, p.eta) - psi;
        double scale = 1 + p.length(p.theta);
        Estimate first = averages.of(
                x -> phi.applyAsDouble(x) * (density.applyAsDouble(x) - subject.logBaseMeasure(x) - level) / scale);
        double norm = Math.sqrt(averages.square(phi, new double[0]).value());
        // φ is orthogonal up to the errors of the moments: ⟨θ, T − η⟩ has Σ|θᵢ|√gᵢᵢ.
        double slack = error * (1 + Rounding.absoluteDot(p.theta, p.units) / scale) * a.length;
        return Finding.of(
                Math.abs(first.value()),
                first.error() + slack + averages.rounding / scale + Rounding.ofTerms(n, p.valueSize()) / scale,
                norm,
                SHARP * 10,
                () -> tangent + ": a density (1 + εφ)p of the same moments, E[φ²] = " + norm * norm
                        + ", has the entropy relative to h of p, less ε times " + first + " times " + scale
                        + ", less O(ε²)");
    }

    private static Law<ObservationSubject> projection() {
        return Tangent.law(
                "moment-projection",
                "E_f[log q̂ − log q] = KL(q̂‖q) ≥ 0 for every member q and any density f, with q̂ the member of E_f[T]: it minimises KL(f‖q)",
                "S. Amari and H. Nagaoka, Methods of Information Geometry (2000), theorem 3.8; I. Csiszár, Ann. Probab. 3 (1975)",
                1e-11,
                tangent -> {
                    ObservationSubject subject = tangent.subject;
                    double[] other = subject.domain().fromChart(tangent.sample.second());
                    return subject.resolves(other)
                            ? project(tangent, new Point(subject.family().potential(), other))
                            : Finding.nothing("a point is beyond the range of binary64");
                });
    }

    private static Finding project(Tangent tangent, Point q) {
        ObservationSubject subject = tangent.subject;
        Point p = tangent.p;
        Averages averages = tangent.averages;
        ToDoubleFunction<Object> bump = bump(tangent, 1);
        Estimate mass = averages.of(bump);
        // f = (1 + bump)p, normalised: no member, for log f − log h is no affine function of T.
        ToDoubleFunction<Object> ratio = x -> (1 + bump.applyAsDouble(x)) / (1 + mass.value());
        int n = p.size();
        double[] eta = new double[n];
        double error = mass.error();
        for (int i = 0; i < n; i++) {
            int coordinate = i;
            Estimate shift = averages.of(x -> ratio.applyAsDouble(x)
                    * (subject.statistic(x)[coordinate] - p.eta[coordinate])
                    / p.units[coordinate]);
            eta[i] = p.eta[i] + p.units[i] * shift.value();
            error += shift.error();
        }
        PotentialSubject psi = subject.family().potential();
        if (!(error < SHARP) || !psi.dualDomain().contains(eta)) {
            return Finding.nothing("the expectation of T under f is not resolved");
        }
        double[] theta = Chance.inferred(() -> psi.conjugateGradient(eta)).orElse(null);
        if (theta == null || !subject.resolves(theta)) {
            return Finding.nothing("no member has this expectation of T");
        }
        Point best = new Point(psi, theta);
        double kl = subject.family().kl(best.theta, q.theta);
        double scale = 1 + kl;
        ToDoubleFunction<Object> near = subject.logDensity(best.theta);
        ToDoubleFunction<Object> far = subject.logDensity(q.theta);
        Estimate excess =
                averages.of(x -> ratio.applyAsDouble(x) * (near.applyAsDouble(x) - far.applyAsDouble(x) - kl) / scale);
        double[] difference = Rounding.minus(best.theta, q.theta);
        double moved = (error + best.condition * Rounding.EPSILON) * Rounding.absoluteDot(difference, p.units)
                + Rounding.ofTerms(n, Rounding.absoluteDot(best.etaSize(), difference));
        double terms = averages.rounding(subject, best) + averages.rounding(subject, q);
        return Finding.of(
                Math.abs(excess.value()),
                excess.error() + mass.error() + (2 * terms + moved + Point.klRounding(best, q, kl)) / scale,
                1,
                SHARP,
                () -> "f = (1 + exp(−½(⟨v, T − η⟩ − 1)²))p/c with " + tangent + ", θ̂ = " + best + ", θ_q = " + q
                        + ": KL(q̂‖q) = " + kl + ", E_f[log q̂/q] − KL = " + excess + " times " + scale);
    }

    private static Law<ObservationSubject> cramerRao() {
        return Tangent.law(
                1,
                "cramer-rao",
                "Var(g) vᵀG(θ)v ≥ (∂_v E[g])² for every statistic g, with equality for g = ⟨v, T⟩: T is the efficient estimator of η",
                "C. R. Rao (1945), H. Cramér (1946), section 32.3; R. A. Wijsman, Ann. Statist. 1 (1973) for equality",
                1e-10,
                (tangent, stencil) -> {
                    ToDoubleFunction<Object> other =
                            bump(tangent, tangent.sample.displacement()[0]);
                    return efficient(tangent, stencil, tangent::score, true)
                            .and(efficient(tangent, stencil, other, false));
                });
    }

    private static Estimate difference(Estimate a, Estimate b) {
        double error = a.error() + b.error();
        return error < Double.POSITIVE_INFINITY
                ? new Estimate(a.value() - b.value(), error, a.method())
                : new Estimate(0, Double.POSITIVE_INFINITY, a.method());
    }

    private static Finding efficient(Tangent tangent, Stencil stencil, ToDoubleFunction<Object> g, boolean equality) {
        ObservationSubject subject = tangent.subject;
        Point p = tangent.p;
        double[] v = tangent.v;
        Averages averages = tangent.averages;
        Estimate mean = averages.of(g);
        Estimate variance = averages.square(x -> g.applyAsDouble(x) - mean.value(), new double[0]);
        // As the difference of two nonnegative functions, (1 ± g)²/4.
        Estimate slope = stencil.limit(t -> difference(
                averages.rise(subject, p, v, t, x -> 0.25 * squared(1 + g.applyAsDouble(x)), new double[0]),
                averages.rise(subject, p, v, t, x -> 0.25 * squared(1 - g.applyAsDouble(x)), new double[0])));
        if (Double.isInfinite(variance.error()) || Double.isInfinite(slope.error())) {
            return Finding.nothing("an integral is not resolved");
        }
        double fisher = p.fisher.quadratic(v);
        double lost = variance.value() * fisher - slope.value() * slope.value();
        double bound = variance.error()
                + 2 * Math.abs(slope.value()) * slope.error()
                + 2 * mean.error()
                + Chance.rounding(p, v)
                + Rounding.ofTerms(p.size(), p.condition);
        return Finding.of(
                equality ? Math.abs(lost) : Math.max(0, -lost),
                bound,
                1,
                SHARP,
                () -> tangent + ": Var(g) = " + variance + ", ∂_v E[g] = " + slope + ", vᵀGv = " + fisher
                        + (equality ? " for g = ⟨v, T⟩" : " for a bump g"));
    }
}
