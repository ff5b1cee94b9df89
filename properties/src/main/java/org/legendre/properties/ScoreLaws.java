package org.legendre.properties;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.legendre.geometry.Estimate;

/**
 * The Fisher metric by its two definitions, from derivatives of log densities that are taken by extrapolation and not by a formula. The differences are integrated and
 * then extrapolated: an integrand that was itself extrapolated would be noise to a quadrature.
 */
final class ScoreLaws {
    private ScoreLaws() {}

    static List<Law<ObservationSubject>> all() {
        return List.of(covariance(), curvature());
    }

    private static Law<ObservationSubject> covariance() {
        return Tangent.law(
                1,
                "score-covariance",
                "E[(∂_v log p)²] = vᵀG(θ)v, as the limit of E[(log p(X; θ+tv) − log p(X; θ))²]/t²: Fisher is the covariance of the score",
                "S. Amari and H. Nagaoka, Methods of Information Geometry (2000), section 2.2",
                1e-10,
                (tangent, stencil) ->
                        finding(tangent, stencil.limit(t -> difference(tangent, t, true)), "E[(∂_v log p)²]", 100));
    }

    private static Law<ObservationSubject> curvature() {
        return Tangent.law(
                2,
                "score-curvature",
                "−E[∂²_v log p] = vᵀG(θ)v: Fisher is the expected curvature of the log-likelihood",
                "S. Amari and H. Nagaoka, Methods of Information Geometry (2000), section 2.2",
                1e-8,
                (tangent, stencil) ->
                        finding(tangent, stencil.limit(t -> difference(tangent, t, false)), "−E[∂²_v log p]", 10_000));
    }

    private static Finding finding(Tangent tangent, Estimate fisher, String what, double dullness) {
        return Finding.of(
                Math.abs(fisher.value() - 1),
                fisher.error() + Rounding.ofTerms(tangent.p.size(), tangent.p.condition),
                1,
                dullness * Finding.SHARP,
                () -> tangent + ": " + what + " = " + fisher);
    }

    /** E[Δ²]/t² or −2E[Δ]/t² with Δ = log p(X; θ+tv) − log p(X; θ), the mean over ±t: even in t. */
    private static Estimate difference(Tangent tangent, double t, boolean square) {
        Averages averages = tangent.averages;
        ToDoubleFunction<Object> here = tangent.subject.logDensity(tangent.p.theta);
        double value = 0;
        double error = 0;
        for (double s : new double[] {t, -t}) {
            ToDoubleFunction<Object> there = tangent.subject.logDensity(Rounding.axpy(s, tangent.v, tangent.p.theta));
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
