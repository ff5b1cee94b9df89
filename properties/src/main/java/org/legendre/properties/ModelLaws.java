package org.legendre.properties;

import java.util.Arrays;
import java.util.List;
import org.legendre.geometry.Estimate;
import org.legendre.geometry.special.Sums;

/** A parametric model has the derivatives that it says it has: the Jacobian of θ(x; w) both ways, and the score. */
final class ModelLaws {
    private static final String MARTENS =
            "J. Martens, New insights and perspectives on the natural gradient method, J. Mach. Learn. Res. 21 (2020)";
    private static final double STEP = 0.5;

    private ModelLaws() {}

    static List<Law<ModelSubject>> all() {
        return List.of(push(), transpose(), score(), means());
    }

    private static Law<ModelSubject> push() {
        return ModelPoint.law(
                "model-push",
                "Jv = d/dt θ(x; w + tv) at t = 0",
                "A. Griewank and A. Walther, Evaluating Derivatives (2008), section 3.1; by Richardson's extrapolation",
                1e-11,
                (p, y) -> {
                    Finding worst = Finding.nothing("no input");
                    for (int i = 0; i < p.x.length; i++) {
                        Finding next = push(p, i);
                        worst = i == 0 ? next : worst.and(next);
                    }
                    return worst;
                });
    }

    private static Finding push(ModelPoint p, int i) {
        double[] u = p.covector(p.outputs[i].size());
        double noise = Rounding.absoluteDot(u, p.shift(i));
        Estimate slope = Extrapolation.even(t -> (along(p, i, u, t) - along(p, i, u, -t)) / (2 * t), STEP, noise);
        double[] tangent = p.tangent(i, p.v);
        double pushed = Rounding.dot(u, tangent);
        double size = Rounding.absoluteDot(u, p.reach(i, p.v));
        return Finding.of(
                Math.abs(pushed - slope.value()),
                slope.error() + Rounding.ofTerms(p.size(), size),
                size,
                () -> p + ", input " + i + ": ⟨u, Jv⟩ = " + pushed + ", derivative of ⟨u, θ⟩ " + slope);
    }

    private static double along(ModelPoint p, int i, double[] u, double t) {
        return Rounding.dot(u, p.parts.natural.of(p.x[i], Rounding.axpy(t, p.v, p.w)));
    }

    private static Law<ModelSubject> transpose() {
        return ModelPoint.law(
                "model-transpose",
                "⟨u, Jv⟩ = ⟨Jᵀu, v⟩ for every tangent v of w and every covector u of θ(x; w)",
                "A. Griewank and A. Walther, Evaluating Derivatives (2008), section 3.2",
                1e-12,
                (p, y) -> {
                    Finding worst = Finding.nothing("no input");
                    for (int i = 0; i < p.x.length; i++) {
                        double[] u = p.covector(p.outputs[i].size());
                        double pushed = Rounding.dot(u, p.tangent(i, p.v));
                        double pulled = Rounding.dot(p.parts.pull.of(p.x[i], p.w, u), p.v);
                        double size = Rounding.absoluteDot(u, p.reach(i, p.v));
                        int input = i;
                        Finding next = Finding.of(
                                Math.abs(pushed - pulled),
                                Rounding.ofTerms(p.size(), size),
                                size,
                                () -> p + ", input " + input + ": ⟨u, Jv⟩ = " + pushed + ", ⟨Jᵀu, v⟩ = " + pulled);
                        worst = i == 0 ? next : worst.and(next);
                    }
                    return worst;
                });
    }

    private static Law<ModelSubject> score() {
        return ModelPoint.law(
                "model-score",
                "⟨s, v⟩ = d/dt (1/n) Σ log p(yᵢ | xᵢ; w + tv) at t = 0: the score is the differential of the mean log-likelihood",
                MARTENS,
                1e-10,
                (p, y) -> {
                    double noise = 0;
                    double rounding = 0;
                    double size = 0;
                    int n = p.x.length;
                    for (int i = 0; i < n; i++) {
                        noise += p.densityRounding(i, y.get(i)) / n;
                        rounding += p.scoreRounding(i, y.get(i), p.v) / n;
                        size += Math.abs(Rounding.dot(p.parts.score.of(p.row(i), List.of(y.get(i)), p.w), p.v)) / n;
                    }
                    Estimate slope = Extrapolation.even(t -> (value(p, y, t) - value(p, y, -t)) / (2 * t), STEP, noise);
                    double score = Rounding.dot(p.parts.score.of(p.x, y, p.w), p.v);
                    return Finding.of(
                            Math.abs(score - slope.value()),
                            slope.error() + rounding,
                            size,
                            () -> p + ", outputs " + y + ": ⟨s, v⟩ = " + score + ", derivative of the log-likelihood "
                                    + slope);
                });
    }

    private static double value(ModelPoint p, List<?> y, double t) {
        return p.parts.logLikelihood.of(p.x, y, Rounding.axpy(t, p.v, p.w));
    }

    private static Law<ModelSubject> means() {
        return ModelPoint.law(
                "model-means",
                "log-likelihood, score, Fisher information and empirical Fisher matrix of all data are the means of those of one observation each",
                "R. A. Fisher, Theory of statistical estimation (1925): the information of independent observations adds up",
                1e-12,
                (p, y) -> {
                    int n = p.x.length;
                    double[][] terms = new double[4][n];
                    for (int i = 0; i < n; i++) {
                        double[] one = aspects(p, p.row(i), List.of(y.get(i)));
                        for (int k = 0; k < terms.length; k++) {
                            terms[k][i] = one[k] / n;
                        }
                    }
                    double[] all = aspects(p, p.x, y);
                    Finding worst = Finding.nothing("nothing");
                    for (int k = 0; k < terms.length; k++) {
                        double mean = Sums.sum(terms[k]);
                        double size = k == 1 ? reach(p, y) : Rounding.absoluteDot(terms[k], ones(n));
                        double whole = all[k];
                        int aspect = k;
                        Finding next = Finding.of(
                                Math.abs(whole - mean),
                                Rounding.ofTerms(n + p.size(), size),
                                size,
                                () -> p + ", outputs " + y + ": "
                                        + List.of("log-likelihood", "score", "Fisher", "empirical Fisher")
                                                .get(aspect)
                                        + " " + whole + ", mean " + mean);
                        worst = k == 0 ? next : worst.and(next);
                    }
                    return worst;
                });
    }

    private static double[] aspects(ModelPoint p, double[][] x, List<?> y) {
        return new double[] {
            p.parts.logLikelihood.of(x, y, p.w),
            Rounding.dot(p.parts.score.of(x, y, p.w), p.v),
            p.parts.fisher.of(x, y, p.w).quadratic(p.v),
            p.parts.empirical.of(x, y, p.w).quadratic(p.v)
        };
    }

    /** The size of the terms of the mean score. */
    private static double reach(ModelPoint p, List<?> y) {
        double size = 0;
        for (int i = 0; i < p.x.length; i++) {
            size += Rounding.absoluteDot(p.parts.score.of(p.row(i), List.of(y.get(i)), p.w), p.v) / p.x.length;
        }
        return size;
    }

    private static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }
}
