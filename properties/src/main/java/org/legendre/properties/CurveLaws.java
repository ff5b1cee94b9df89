package org.legendre.properties;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.legendre.geometry.Estimate;
import org.legendre.properties.Sample.Spread;

/** How a curve starts: at its point, with the velocity −G⁻¹g, and with measurements that agree with it. */
final class CurveLaws {
    private static final double STEP = 0.0625;
    private static final double SHARP = 1e-9;
    private static final String SOURCE = "S. Amari, Information Geometry and Its Applications (2016), section 12.1";

    private CurveLaws() {}

    static List<Law<CurveSubject>> all() {
        return List.of(velocity(), decrement(), proximal(), tangential(), stays());
    }

    private interface Start {
        /** At x along g of length 1 in the metric, and another covector w. */
        Finding at(double[] x, double[] g, double[] w, double size);
    }

    private static Finding at(CurveSubject subject, Sample sample, Start law) {
        double[] x = subject.domain().fromChart(sample.point());
        if (!subject.resolves(x)) {
            return Finding.nothing("the point is beyond the range of binary64");
        }
        double[] g = sample.direction();
        double length = Math.sqrt(Rounding.dot(g, subject.raise(x, g)));
        double[] w = sample.displacement();
        double other = Math.sqrt(Rounding.dot(w, subject.raise(x, w)));
        if (!(length > 1e-6 * norm(g) && other > 1e-6 * norm(w))) {
            return Finding.nothing("a covector is normal to the set");
        }
        double[] unit = Rounding.axpy(1 / length, g, new double[g.length]);
        double[] also = Rounding.axpy(1 / other, w, new double[w.length]);
        // By how much a rounding of a dual point, such as a logarithm, moves the point.
        double size = Rounding.absoluteDot(also, x) * (4 + norm(sample.point()));
        return law.at(x, unit, also, size);
    }

    private static double norm(double[] v) {
        return Arrays.stream(v).map(Math::abs).sum();
    }

    private static Law<CurveSubject> velocity() {
        Law<CurveSubject> law = Law.forAll(
                CurveSubject.class,
                "curve-velocity",
                "(x(t) − x(−t))/2t → −G(x)⁻¹g as t → 0, x(−t) being the curve along −g",
                SOURCE,
                1e-10,
                (subject, sample) -> at(subject, sample, (x, g, w, size) -> {
                    double[] back = Rounding.axpy(-1, g, new double[g.length]);
                    Estimate slope = Extrapolation.even(
                            t -> {
                                Optional<double[]> to = subject.parts().move(x.clone(), g.clone(), t);
                                Optional<double[]> fro = subject.parts().move(x.clone(), back.clone(), t);
                                return to.isEmpty() || fro.isEmpty()
                                        ? Double.POSITIVE_INFINITY
                                        : Rounding.dot(w, Rounding.minus(to.get(), fro.get())) / (2 * t);
                            },
                            STEP,
                            Rounding.ofTerms(x.length, size));
                    double claimed = -Rounding.dot(w, subject.raise(x, g));
                    return Finding.of(
                            Math.abs(slope.value() - claimed),
                            slope.error() + Rounding.ofTerms(x.length, 1),
                            1,
                            SHARP,
                            () -> "x = " + Arrays.toString(x) + ", g = " + Arrays.toString(g) + ", w = "
                                    + Arrays.toString(w) + ": ⟨w, x′(0)⟩ = " + slope + ", −⟨w, G⁻¹g⟩ = " + claimed);
                }));
        return law.on(Spread.MODERATE);
    }

    private static Law<CurveSubject> decrement() {
        Law<CurveSubject> law = Law.forAll(
                CurveSubject.class,
                "curve-decrement",
                "the decrement is ½gᵀG(x)⁻¹g",
                SOURCE,
                1e-10,
                (subject, sample) -> at(subject, sample, (x, g, w, size) -> {
                    double found = subject.parts().decrement(x.clone(), g.clone());
                    double claimed = 0.5 * Rounding.dot(g, subject.raise(x, g));
                    double terms = Rounding.absoluteDot(g, subject.raise(x, g)) + Rounding.absoluteDot(g, x) * norm(g);
                    return Finding.of(
                            Math.abs(found - claimed),
                            Rounding.ofTerms(4 * x.length, terms),
                            claimed,
                            () -> "x = " + Arrays.toString(x) + ", g = " + Arrays.toString(g) + ": decrement " + found
                                    + ", ½gᵀG⁻¹g = " + claimed);
                }));
        return law.on(Spread.MODERATE);
    }

    private static Law<CurveSubject> proximal() {
        Law<CurveSubject> law = Law.forAll(
                CurveSubject.class,
                "curve-proximal",
                "(D(x(t), x) + D(x(−t), x))/t² → gᵀG(x)⁻¹g as t → 0, x(−t) being the curve along −g",
                "A. Nemirovsky and D. Yudin, Problem Complexity and Method Efficiency in Optimization (1983), chapter 3",
                1e-9,
                (subject, sample) -> at(subject, sample, (x, g, w, size) -> {
                    double[] back = Rounding.axpy(-1, g, new double[g.length]);
                    Estimate quotient = Extrapolation.even(
                            t -> {
                                double sum = subject.parts().divergence(x.clone(), g.clone(), t)
                                        + subject.parts().divergence(x.clone(), back.clone(), t);
                                return Double.isNaN(sum) ? Double.POSITIVE_INFINITY : sum / (t * t);
                            },
                            STEP,
                            Rounding.ofTerms(x.length, size + Rounding.absoluteDot(g, x) * (1 + size)));
                    double claimed = Rounding.dot(g, subject.raise(x, g));
                    return Finding.of(
                            Math.abs(quotient.value() - claimed),
                            quotient.error() + Rounding.ofTerms(x.length, 1),
                            1,
                            1e-7,
                            () -> "x = " + Arrays.toString(x) + ", g = " + Arrays.toString(g) + ": 2D/t² → " + quotient
                                    + ", gᵀG⁻¹g = " + claimed);
                }));
        return law.on(Spread.MODERATE);
    }

    private static Law<CurveSubject> tangential() {
        Law<CurveSubject> law = Law.forAll(
                CurveSubject.class,
                "curve-tangential",
                "⟨w, x(t) − x⟩ stays the same when what is normal to the set is taken from the covector w",
                SOURCE,
                1e-10,
                (subject, sample) -> at(subject, sample, (x, g, w, size) -> {
                    Optional<double[]> to = subject.parts().move(x.clone(), g.clone(), STEP);
                    if (to.isEmpty()) {
                        return Finding.nothing("no step");
                    }
                    double[] moved = Rounding.minus(to.get(), x);
                    double[] part = subject.parts().tangential(x.clone(), g.clone(), w.clone());
                    double off = Math.abs(Rounding.dot(Rounding.minus(part, w), moved));
                    double terms = (norm(w) + norm(part)) * (norm(x) + norm(to.get()));
                    return Finding.of(
                            off,
                            Rounding.ofTerms(x.length, terms),
                            terms,
                            () -> "x = " + Arrays.toString(x) + ", x(t) = " + Arrays.toString(to.get()) + ", w = "
                                    + Arrays.toString(w) + ", its tangential part " + Arrays.toString(part)
                                    + ": the pairings differ by " + off);
                }));
        return law.on(Spread.MODERATE);
    }

    private static Law<CurveSubject> stays() {
        Law<CurveSubject> law = Law.forAll(
                CurveSubject.class,
                "curve-stays",
                "every x(t) that is not refused is a point of the closure of the domain, and x(t) → x as t → 0",
                "J. Hofbauer and K. Sigmund, Evolutionary Games and Population Dynamics (1998), chapter 7",
                1,
                (subject, sample) -> at(subject, sample, (x, g, w, size) -> {
                    String wrong = "";
                    for (double t : new double[] {1e-12, 0.1, 1, 10, 1000}) {
                        Optional<double[]> to = subject.parts().move(x.clone(), g.clone(), t);
                        if (to.isEmpty()) {
                            wrong = t < 1 ? "the step " + t + " is refused" : wrong;
                            continue;
                        }
                        double[] shrunk = Rounding.axpy(0.5, Rounding.minus(to.get(), x), x);
                        // Halfway between a point of the domain and one of its closure is a point of the domain.
                        if (!subject.domain().contains(shrunk)) {
                            wrong = "the step " + t + " leads to " + Arrays.toString(to.get());
                        } else if (t < 1e-6 && Agreement.distance(to.get(), x) > 1e-6 * (1 + norm(x))) {
                            wrong = "the step " + t + " jumps to " + Arrays.toString(to.get());
                        }
                    }
                    String found = wrong;
                    return new Finding(
                            wrong.isEmpty() ? 0 : 1,
                            0.5,
                            true,
                            () -> "x = " + Arrays.toString(x) + ", g = " + Arrays.toString(g) + ": " + found);
                }));
        return law.on(Spread.MODERATE);
    }
}
