package org.legendre.properties;

import java.util.Arrays;
import java.util.List;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Estimate;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.PositiveDefinite;
import org.legendre.properties.Sample.Spread;

/** What KL and the natural gradient owe to their being tensors: the cubic term, and covariance under affine coordinates. */
final class TensorLaws {
    /** A third derivative by differences sees less. */
    private static final double SHARP = 1e-7;

    private TensorLaws() {}

    static List<Law<FamilySubject>> all() {
        return List.of(cubic(), affine());
    }

    private static Law<FamilySubject> cubic() {
        Law<FamilySubject> law = Law.forAll(
                FamilySubject.class,
                "kl-cubic",
                "KL(θ+tv‖θ) = ½t²vᵀGv + ⅓t³∇³ψ[v,v,v] + O(t⁴) and KL(θ‖θ+tv) = ½t²vᵀGv + ⅙t³∇³ψ[v,v,v] + O(t⁴)",
                "S. Eguchi, Ann. Statist. 11 (1983), section 3; Taylor's series of D_ψ",
                1e-7,
                (subject, sample) -> Points.point(subject, sample, p -> {
                    double[] v = Rounding.unit(p.fisher, sample.direction());
                    double h = Points.step(subject.domain(), p.theta, v);
                    if (h == 0) {
                        return Finding.nothing("no direction or no room to step");
                    }
                    double unit = Rounding.absoluteDot(p.uncertainty(), p.units) + Rounding.ofTerms(p.size(), 1);
                    Estimate third = Extrapolation.even(
                            t -> (subject.fisher(Rounding.axpy(t, v, p.theta)).quadratic(v)
                                            - subject.fisher(Rounding.axpy(-t, v, p.theta))
                                                    .quadratic(v))
                                    / (2 * t),
                            h,
                            unit * p.condition);
                    Estimate forward = odd(subject, p, v, h, unit, true);
                    Estimate reverse = odd(subject, p, v, h, unit, false);
                    double scale = 1 + Math.abs(third.value());
                    return compare(p, v, forward, third, 1.0 / 3, scale)
                            .and(compare(p, v, reverse, third, 1.0 / 6, scale));
                }));
        return law.on(Spread.MODERATE, Spread.WIDE).costly(8);
    }

    private static Finding compare(Point p, double[] v, Estimate odd, Estimate third, double factor, double scale) {
        return Finding.of(
                Math.abs(odd.value() - factor * third.value()),
                odd.error() + third.error() + Rounding.ofTerms(p.size(), scale),
                scale,
                SHARP,
                () -> Chance.at(p, v) + ": odd part of KL/t³ = " + odd + ", " + factor + "·∇³ψ[v, v, v] with " + third);
    }

    /** [KL(+t) − KL(−t)]/2t³ less the metric's part of the step as it was rounded. */
    private static Estimate odd(FamilySubject subject, Point p, double[] v, double h, double unit, boolean forward) {
        return Extrapolation.cubic(
                t -> (excess(subject, p, v, t, forward) - excess(subject, p, v, -t, forward)) / (2 * t * t * t),
                h,
                unit);
    }

    private static double excess(FamilySubject subject, Point p, double[] v, double t, boolean forward) {
        double[] moved = Rounding.axpy(t, v, p.theta);
        double kl = forward ? subject.kl(moved, p.theta) : subject.kl(p.theta, moved);
        return kl - 0.5 * p.fisher.quadratic(Rounding.minus(moved, p.theta));
    }

    private static Law<FamilySubject> affine() {
        Law<FamilySubject> law = Law.forAll(
                FamilySubject.class,
                "natural-gradient-affine",
                "A(AᵀGA)⁻¹Aᵀg = G⁻¹g for θ = Aλ + b: the natural gradient computed in λ is a tangent, pushed forward by A",
                "S. Amari, Natural gradient works efficiently in learning, Neural Computation 10 (1998), section 2",
                1e-10,
                (subject, sample) -> Points.point(subject, sample, p -> {
                    double[] differential = Rounding.axpy(1, sample.direction(), sample.displacement());
                    for (int i = 0; i < differential.length; i++) {
                        differential[i] *= p.units[i];
                    }
                    double[][] a = coordinates(p, sample);
                    double[][] metric = p.fisher.toMatrix();
                    Hessian pulled;
                    try {
                        pulled = Hessian.dense(PositiveDefinite.of(congruent(a, metric)));
                    } catch (DomainException singular) {
                        return Finding.nothing("G is numerically singular as a dense matrix");
                    }
                    double[] inChart = Rounding.solve(pulled, transposed(a, differential));
                    double[] pushed = times(a, inChart);
                    double[] raised = subject.raise(p.theta, differential);
                    double length = Math.sqrt(p.fisher.inverseQuadratic(differential));
                    // Two products, a factorisation and two solves of a dense matrix, each losing its condition.
                    double dense = 5 * p.size() * p.condition * p.condition * length;
                    return Finding.of(
                            p.length(Rounding.minus(pushed, raised)),
                            Rounding.ofTerms(p.size(), dense),
                            length,
                            () -> "θ = " + p + ", g = " + Arrays.toString(differential) + ", A = "
                                    + Arrays.deepToString(a) + ": by way of λ " + Arrays.toString(pushed)
                                    + ", directly " + Arrays.toString(raised));
                }));
        return law.on(Spread.MODERATE, Spread.WIDE);
    }

    /** A lower triangular matrix of the sample, in units of θ. */
    private static double[][] coordinates(Point p, Sample sample) {
        int n = p.size();
        double[] stretch = sample.displacement();
        double[] shear = sample.direction();
        double[][] a = new double[n][n];
        for (int i = 0; i < n; i++) {
            a[i][i] = Math.exp(0.5 * Math.tanh(stretch[i])) / p.units[i];
            for (int j = 0; j < i; j++) {
                a[i][j] = 0.5 * Math.tanh(shear[j]) / (n * p.units[i]);
            }
        }
        return a;
    }

    /** AᵀGA, exactly symmetric. */
    private static double[][] congruent(double[][] a, double[][] g) {
        int n = a.length;
        double[][] out = new double[n][n];
        for (int k = 0; k < n; k++) {
            double[] column = new double[n];
            for (int i = 0; i < n; i++) {
                column[i] = a[i][k];
            }
            double[] image = transposed(a, times(g, column));
            for (int i = 0; i <= k; i++) {
                out[i][k] = image[i];
                out[k][i] = image[i];
            }
        }
        return out;
    }

    private static double[] times(double[][] a, double[] x) {
        double[] out = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            out[i] = Rounding.dot(a[i], x);
        }
        return out;
    }

    private static double[] transposed(double[][] a, double[] x) {
        double[] out = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                out[j] += a[i][j] * x[i];
            }
        }
        return out;
    }
}
