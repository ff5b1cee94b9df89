package org.legendre.properties;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.legendre.geometry.Estimate;

/**
 * The Fisher metric by its two definitions, from derivatives of log densities that are taken by extrapolation and not by a formula. The differences are integrated and
 * then extrapolated: an integrand that was itself extrapolated would be noise to a quadrature.
 */
final class ScoreLaws {
    /** Each sample costs a dozen integrals. */
    private static final int COST = 20;

    private ScoreLaws() {}

    static List<Law<ObservationSubject>> all() {
        return List.of(covariance(), curvature());
    }

    private static Law<ObservationSubject> covariance() {
        return MomentLaws.integral(
                        "score-covariance",
                        "E[(∂_v log p)²] = vᵀG(θ)v, as the limit of E[(log p(X; θ+tv) − log p(X; θ))²]/t²: Fisher is the covariance of the score",
                        "S. Amari and H. Nagaoka, Methods of Information Geometry (2000), section 2.2",
                        1e-10,
                        (subject, sample) -> Chance.integrated(subject, sample, (p, averages) -> {
                            double[] v = Rounding.unit(p.fisher, sample.direction());
                            Stencil stencil = Stencil.of(subject, p, v, 1, averages.unit());
                            if (stencil == null) {
                                return Finding.nothing("no direction or no room to step");
                            }
                            Estimate fisher = stencil.limit(t -> difference(subject, p, v, t, averages, true));
                            return finding(p, v, fisher, "E[(∂_v log p)²]", 100);
                        }))
                .costly(COST);
    }

    private static Law<ObservationSubject> curvature() {
        return MomentLaws.integral(
                        "score-curvature",
                        "−E[∂²_v log p] = vᵀG(θ)v: Fisher is the expected curvature of the log-likelihood",
                        "S. Amari and H. Nagaoka, Methods of Information Geometry (2000), section 2.2",
                        1e-8,
                        (subject, sample) -> Chance.integrated(subject, sample, (p, averages) -> {
                            double[] v = Rounding.unit(p.fisher, sample.direction());
                            Stencil stencil = Stencil.of(subject, p, v, 2, averages.unit());
                            if (stencil == null) {
                                return Finding.nothing("no direction or no room to step");
                            }
                            Estimate fisher = stencil.limit(t -> difference(subject, p, v, t, averages, false));
                            return finding(p, v, fisher, "−E[∂²_v log p]", 10_000);
                        }))
                .costly(COST);
    }

    private static Finding finding(Point p, double[] v, Estimate fisher, String what, double dullness) {
        return Finding.of(
                Math.abs(fisher.value() - 1),
                fisher.error() + Rounding.ofTerms(p.size(), p.condition),
                1,
                dullness * Finding.SHARP,
                () -> Chance.at(p, v) + ", of Fisher length 1: " + what + " = " + fisher);
    }

    /** E[Δ²]/t² or −2E[Δ]/t² with Δ = log p(X; θ+tv) − log p(X; θ), the mean over ±t: even in t. */
    private static Estimate difference(
            ObservationSubject subject, Point p, double[] v, double t, Averages averages, boolean square) {
        ToDoubleFunction<Object> here = subject.logDensity(p.theta);
        double value = 0;
        double error = 0;
        for (double s : new double[] {t, -t}) {
            ToDoubleFunction<Object> there = subject.logDensity(Rounding.axpy(s, v, p.theta));
            ToDoubleFunction<Object> slope = x -> (there.applyAsDouble(x) - here.applyAsDouble(x)) / t;
            if (square) {
                Estimate squares = averages.square(slope);
                value += 0.5 * squares.value();
                // The slope, of mean square about 1, is off by the rounding of the densities over t.
                error += 0.5 * (squares.error() + 2 * Math.sqrt(squares.value()) * averages.unit() / t);
            } else {
                Estimate mean = averages.of(slope);
                value -= mean.value() / t;
                error += (mean.error() + averages.unit() / t) / t;
            }
        }
        return error < Double.POSITIVE_INFINITY
                ? new Estimate(value, error, "integrals")
                : new Estimate(0, Double.POSITIVE_INFINITY, "integrals that diverge");
    }
}
