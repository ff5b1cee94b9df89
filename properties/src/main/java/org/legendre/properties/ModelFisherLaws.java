package org.legendre.properties;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import org.legendre.geometry.Estimate;
import org.legendre.geometry.Hessian;
import org.legendre.properties.Sample.Spread;

/** The Fisher information of the weights by each of its definitions, and what is not it. */
final class ModelFisherLaws {
    private static final String MARTENS =
            "J. Martens, New insights and perspectives on the natural gradient method, J. Mach. Learn. Res. 21 (2020)";
    private static final String KUNSTNER =
            "F. Kunstner, P. Hennig and L. Balles, Limitations of the empirical Fisher approximation for natural gradient descent, NeurIPS 2019";
    private static final String AMARI = "S. Amari and H. Nagaoka, Methods of Information Geometry (2000), section 2.2";
    /** Each sample integrates. */
    private static final int COST = 20;

    /** At how many inputs a sample integrates. */
    private static final int INTEGRATED = 2;

    private static final double STEP = 0.25;
    /** How far the empirical matrix has to be from the exact one. */
    private static final double WITNESS = 0.1;

    private ModelFisherLaws() {}

    static List<Law<ModelSubject>> all() {
        return List.of(scoreMean(), covariance(), divergence(), gaussNewton(), products(), empirical(), another());
    }

    /** Of so many inputs, from one that the sample determines, what a law finds along a tangent of length 1 in the information in one observation there. */
    private static Finding each(
            ModelPoint p, List<Object> y, int inputs, BiFunction<Integer, double[], Finding> examination) {
        Finding worst = Finding.nothing("no input tells the tangent");
        int first = Math.floorMod(p.seed(), p.x.length);
        for (int k = 0; k < Math.min(inputs, p.x.length); k++) {
            int i = (first + k) % p.x.length;
            double square = p.parts.fisher.of(p.row(i), List.of(y.get(i)), p.w).quadratic(p.v);
            Finding next = square > Double.MIN_NORMAL
                    ? examination.apply(i, Rounding.axpy(1 / Math.sqrt(square), p.v, new double[p.size()]))
                    : square >= 0 ? Finding.nothing("no information") : new Finding(-square, 0, true, p::toString);
            worst = k == 0 ? next : worst.or(next);
        }
        return worst;
    }

    /** E[⟨s, v⟩] or E[⟨s, v⟩²] at an input. */
    private static Finding moment(ModelPoint p, int i, double[] v, boolean square) {
        Averages averages = new Averages(p.parts.outputs, p.outputs[i]);
        if (!averages.resolved()) {
            return Finding.nothing("the density is not resolved");
        }
        double[] typical = Rounding.axpy(1, p.outputs[i].units, absolute(p.outputs[i].eta));
        double rounding = p.scoreRounding(i, typical, v);
        double[][] row = p.row(i);
        Estimate moment = square
                ? averages.square(y -> Rounding.dot(p.parts.score.of(row, List.of(y), p.w), v))
                : averages.of(y -> Rounding.dot(p.parts.score.of(row, List.of(y), p.w), v));
        return Finding.of(
                Math.abs(moment.value() - (square ? 1 : 0)),
                moment.error() + 2 * rounding,
                1,
                100 * Finding.SHARP,
                () -> p + ", input " + i + ", v of length 1 there: " + (square ? "E[⟨s, v⟩²] = " : "E[⟨s, v⟩] = ")
                        + moment);
    }

    private static double[] absolute(double[] x) {
        double[] y = x.clone();
        for (int i = 0; i < y.length; i++) {
            y[i] = Math.abs(x[i]);
        }
        return y;
    }

    private static Law<ModelSubject> scoreMean() {
        return ModelPoint.law(
                        "model-score-mean",
                        "E[s] = 0 for outputs that the model distributes, by integrating over them",
                        AMARI,
                        1e-12,
                        (p, y) -> each(p, y, INTEGRATED, (i, v) -> moment(p, i, v, false)))
                .costly(COST)
                .where(subject -> subject.outputs().space().isPresent());
    }

    private static Law<ModelSubject> covariance() {
        return ModelPoint.law(
                        "model-fisher-covariance",
                        "vᵀFv = E[⟨s, v⟩²] for outputs that the model distributes, by integrating over them: the Fisher information is the covariance of the score",
                        AMARI,
                        1e-11,
                        (p, y) -> each(p, y, INTEGRATED, (i, v) -> moment(p, i, v, true)))
                .costly(COST)
                .where(subject -> subject.outputs().space().isPresent());
    }

    private static Law<ModelSubject> divergence() {
        return ModelPoint.law(
                "model-fisher-kl",
                "vᵀFv = d²/dt² (1/n) Σ KL(p(· | xᵢ; w) ‖ p(· | xᵢ; w + tv)) at t = 0, which is the expected curvature of −log p: what it is steepest descent in",
                MARTENS,
                1e-10,
                (p, y) -> {
                    double square = p.parts.fisher.of(p.x, y, p.w).quadratic(p.v);
                    if (!(square > Double.MIN_NORMAL)) {
                        return Finding.nothing("no information");
                    }
                    double[] v = Rounding.axpy(1 / Math.sqrt(square), p.v, new double[p.size()]);
                    double noise = 0;
                    double rounding = 0;
                    for (int i = 0; i < p.x.length; i++) {
                        double[] shift = p.shift(i);
                        double[] dual = Rounding.multiply(p.outputs[i].fisher, p.tangent(i, v));
                        noise += 4 * Rounding.absoluteDot(dual, shift) / p.x.length;
                        rounding += p.fisherRounding(i) / square / p.x.length;
                    }
                    Estimate curvature = Extrapolation.even(t -> (kl(p, v, t) + kl(p, v, -t)) / (t * t), STEP, noise);
                    return Finding.of(
                            Math.abs(curvature.value() - 1),
                            curvature.error() + rounding,
                            1,
                            1e-8,
                            () -> p + ", scaled to length 1 in F: curvature of KL " + curvature);
                });
    }

    private static double kl(ModelPoint p, double[] v, double t) {
        double[] there = Rounding.axpy(t, v, p.w);
        double sum = 0;
        for (int i = 0; i < p.x.length; i++) {
            double[] theta = p.parts.natural.of(p.x[i], there);
            if (!p.parts.outputs.resolves(theta)) {
                return Double.POSITIVE_INFINITY;
            }
            sum += p.parts.outputs.family().kl(p.outputs[i].theta, theta) / p.x.length;
        }
        return sum;
    }

    private static Law<ModelSubject> gaussNewton() {
        return ModelPoint.law(
                "model-gauss-newton",
                "vᵀFv = −d²/dt² log p(y; θ + tJv) at t = 0 for one observation, whatever its output y is: F is the generalized Gauss–Newton matrix of −log p as a function of natural coordinates",
                MARTENS + ", section 9",
                1e-8,
                (p, y) -> each(p, y, p.x.length, (i, v) -> {
                    Object output = y.get(i);
                    double unit = p.densityRounding(i, output);
                    Stencil stencil = Stencil.of(p.parts.outputs, p.outputs[i], p.tangent(i, v), 2, unit);
                    if (stencil == null) {
                        return Finding.nothing("no room to step");
                    }
                    Estimate curvature = stencil.derivative(
                            theta -> -p.parts.outputs.logDensity(theta).applyAsDouble(output), unit);
                    double square =
                            p.parts.fisher.of(p.row(i), List.of(output), p.w).quadratic(p.v);
                    return Finding.of(
                            Math.abs(curvature.value() - 1),
                            curvature.error() + p.fisherRounding(i) / square,
                            1,
                            Finding.CONVERGED,
                            () -> p + ", input " + i + ", v of length 1 there, output " + output
                                    + ": curvature of −log p in θ along Jv " + curvature);
                }));
    }

    private static Law<ModelSubject> products() {
        return ModelPoint.law(
                "model-fisher-form",
                "⟨u, Fv⟩ = ⟨v, Fu⟩, vᵀFv = ⟨v, Fv⟩ ≥ 0, the matrix times v is Fv: one symmetric, positive semidefinite form",
                AMARI,
                1e-12,
                (p, y) -> {
                    Hessian fisher = p.parts.fisher.of(p.x, y, p.w);
                    double[] u = p.second();
                    double[] v = p.v;
                    double[] image = Rounding.multiply(fisher, v);
                    double[][] matrix = fisher.toMatrix();
                    double square = fisher.quadratic(v);
                    double other = fisher.quadratic(u);
                    double size = 0;
                    double byRows = 0;
                    for (int j = 0; j < u.length; j++) {
                        byRows += u[j] * Rounding.dot(matrix[j], v);
                        size += (Math.abs(u[j]) + Math.abs(v[j])) * Math.sqrt(Math.abs(matrix[j][j]));
                    }
                    double rounding = Rounding.ofTerms(p.size(), size * size);
                    double forward = Rounding.dot(u, image);
                    double back = Rounding.dot(v, Rounding.multiply(fisher, u));
                    double[] residuals = {
                        forward - back, byRows - forward, Rounding.dot(v, image) - square, square < 0 ? square : 0
                    };
                    double residual = 0;
                    for (double r : residuals) {
                        residual = Double.isNaN(r) ? Double.NaN : Math.max(residual, Math.abs(r));
                    }
                    double scale = Math.sqrt(Math.abs(square) * Math.abs(other));
                    return Finding.of(
                            residual,
                            rounding,
                            Math.max(scale, Math.abs(square)),
                            () -> p + ", u = " + Arrays.toString(u) + ": ⟨u, Fv⟩ = " + forward + ", ⟨v, Fu⟩ = " + back
                                    + ", by the matrix " + residuals[1] + " off, vᵀFv = " + square);
                });
    }

    private static Law<ModelSubject> empirical() {
        return ModelPoint.law(
                "model-empirical",
                "the empirical Fisher matrix is the mean of ⟨sᵢ, v⟩² over the observed outputs",
                KUNSTNER,
                1e-12,
                (p, y) -> {
                    double mean = 0;
                    double rounding = 0;
                    int n = p.x.length;
                    for (int i = 0; i < n; i++) {
                        double score = Rounding.dot(p.parts.score.of(p.row(i), List.of(y.get(i)), p.w), p.v);
                        mean += score * score / n;
                        rounding += 2 * Math.abs(score) * p.scoreRounding(i, y.get(i), p.v) / n;
                    }
                    double square = p.parts.empirical.of(p.x, y, p.w).quadratic(p.v);
                    double expected = mean;
                    return Finding.of(
                            Math.abs(square - expected),
                            rounding + Rounding.ofTerms(n, expected),
                            expected,
                            () -> p + ", outputs " + y + ": mean of ⟨s, v⟩² " + expected + ", vᵀF̃v = " + square);
                });
    }

    private static Law<ModelSubject> another() {
        Law<ModelSubject> law = Law.exists(
                ModelSubject.class,
                "model-empirical-is-another",
                "there are weights and outputs at which the empirical Fisher matrix and the Fisher information differ, vᵀF̃v ≠ vᵀFv by a tenth of the larger one",
                KUNSTNER,
                WITNESS,
                (subject, sample) -> ModelPoint.withData(subject, sample, (p, y) -> {
                    double exact = p.parts.fisher.of(p.x, y, p.w).quadratic(p.v);
                    double empirical = p.parts.empirical.of(p.x, y, p.w).quadratic(p.v);
                    return new Finding(
                            Math.abs(exact - empirical),
                            WITNESS * Math.max(exact, empirical),
                            exact > 0,
                            () -> p + ", outputs " + y + ": vᵀFv = " + exact + ", vᵀF̃v = " + empirical);
                }));
        return law.on(Spread.MODERATE);
    }
}
