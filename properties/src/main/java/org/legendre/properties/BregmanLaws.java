package org.legendre.properties;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.legendre.geometry.Estimate;
import org.legendre.properties.Sample.Spread;

/** What ties the Bregman divergences of ψ and ψ* to ψ, ∇ψ and ∇²ψ and to each other. */
final class BregmanLaws {
    private BregmanLaws() {}

    static List<Law<PotentialSubject>> all() {
        return List.of(
                definition(), integral(), duality(), threePoint(), cosine(), fourPoint(), mean(), leftCentroid());
    }

    private static Law<PotentialSubject> definition() {
        Law<PotentialSubject> law = Law.forAll(
                PotentialSubject.class,
                "bregman",
                "D_ψ(a, b) = ψ(a) − ψ(b) − ⟨∇ψ(b), a − b⟩",
                "L. M. Bregman, USSR Comput. Math. Math. Phys. 7 (1967), 200–217",
                1e-12,
                (subject, sample) -> Points.pair(subject, sample, (a, b) -> {
                    double[] difference = Rounding.minus(a.theta, b.theta);
                    double value = subject.value(a.theta) - subject.value(b.theta) - Rounding.dot(b.eta, difference);
                    double size = a.valueSize() + b.valueSize() + Rounding.absoluteDot(b.etaSize(), difference);
                    Estimate direct = new Estimate(value, Rounding.ofTerms(a.size(), size), "by definition");
                    return equal(Gaps.primal(a, b), direct, () -> "a = " + a + ", b = " + b);
                }));
        return law.on(Spread.MODERATE, Spread.WIDE, Spread.EXTREME);
    }

    private static Law<PotentialSubject> integral() {
        Law<PotentialSubject> law = Law.forAll(
                PotentialSubject.class,
                "bregman-integral",
                "D_ψ(a, b) = ∫₀¹ (1−t) ΔᵀG(b + tΔ)Δ dt with Δ = a − b and G = ∇²ψ: right to the last digits however near a and b are",
                "Taylor's theorem with integral remainder",
                1e-12,
                (subject, sample) -> Points.pair(subject, sample, (a, b) -> {
                    double[] difference = Rounding.minus(a.theta, b.theta);
                    if (Points.zero(difference)) {
                        return Finding.nothing("a and b are the same");
                    }
                    if (!LocalLaws.smooth(b, a)) {
                        return Finding.nothing("the metric varies too much between a and b");
                    }
                    Estimate value = Gaps.primal(a, b);
                    Estimate integral = LocalLaws.integral(b, difference);
                    return Finding.of(
                            Math.abs(value.value() - integral.value()),
                            value.error() + integral.error(),
                            LocalLaws.sharpness(b, a, integral.value()),
                            () -> "a = " + a + ", b = " + b + ": D(a, b) = " + value.value() + ", integral = "
                                    + integral);
                }));
        return law.on(Spread.MODERATE, Spread.NEAR, Spread.EXTREME);
    }

    private static Law<PotentialSubject> duality() {
        Law<PotentialSubject> law = Law.forAll(
                PotentialSubject.class,
                "bregman-duality",
                "D_ψ(a, b) = D_ψ*(∇ψ(b), ∇ψ(a)): the arguments swap",
                "H. H. Bauschke and J. M. Borwein, J. Convex Anal. 4 (1997), Theorem 3.7 (v)",
                1e-12,
                (subject, sample) -> Points.pair(
                        subject,
                        sample,
                        (a, b) -> Gaps.dually(
                                () -> equal(Gaps.primal(a, b), Gaps.dual(b, a), () -> "a = " + a + ", b = " + b),
                                a,
                                b)));
        return law.on(Spread.MODERATE, Spread.WIDE, Spread.EXTREME).costly(10);
    }

    private static Law<PotentialSubject> threePoint() {
        Law<PotentialSubject> law = Law.forAll(
                PotentialSubject.class,
                "three-point",
                "D_ψ(a, b) + D_ψ(b, c) − D_ψ(a, c) = ⟨∇ψ(c) − ∇ψ(b), a − b⟩",
                "G. Chen and M. Teboulle, SIAM J. Optim. 3 (1993), Lemma 3.1",
                1e-12,
                (subject, sample) -> Points.four(subject, sample, (a, b, c, unused) -> {
                    Estimate[] left = {Gaps.primal(a, b), Gaps.primal(b, c)};
                    Estimate[] right = {Gaps.primal(a, c), Gaps.pairing(c, b, a, b)};
                    return Gaps.equal(left, right, at(a, b, c, left, right));
                }));
        return law.on(Spread.MODERATE, Spread.WIDE, Spread.EXTREME).costly(2);
    }

    private static Law<PotentialSubject> cosine() {
        Law<PotentialSubject> law = Law.forAll(
                PotentialSubject.class,
                "cosine",
                "D(p, r) = D(p, q) + D(q, r) − ⟨η_p − η_q, θ_r − θ_q⟩ with D(p, q) = D_ψ*(η_p, η_q) and η = ∇ψ(θ): the angle at q is that of"
                        + " the m-geodesic to p and the e-geodesic to r",
                "S. Amari and H. Nagaoka, Methods of Information Geometry (2000), section 3.4, Theorem 3.7",
                1e-12,
                (subject, sample) ->
                        Points.four(subject, sample, (p, q, r, unused) -> Gaps.dually(() -> cosine(p, q, r), p, q, r)));
        return law.on(Spread.MODERATE, Spread.WIDE, Spread.EXTREME).costly(10);
    }

    private static Finding cosine(Point p, Point q, Point r) {
        Estimate[] left = {Gaps.dual(p, r), Gaps.pairing(p, q, r, q)};
        Estimate[] right = {Gaps.dual(p, q), Gaps.dual(q, r)};
        return Gaps.equal(left, right, at(p, q, r, left, right));
    }

    private static Law<PotentialSubject> fourPoint() {
        Law<PotentialSubject> law = Law.forAll(
                PotentialSubject.class,
                "four-point",
                "D_ψ(a, c) + D_ψ(b, d) = D_ψ*(∇ψ(d), ∇ψ(a)) + D_ψ*(∇ψ(c), ∇ψ(b)) + ⟨∇ψ(d) − ∇ψ(c), a − b⟩",
                "the difference of two three-point identities, G. Chen and M. Teboulle (1993), Lemma 3.1, with D_ψ(a, d) and D_ψ(b, c) by their"
                        + " duals",
                1e-12,
                (subject, sample) -> Points.four(
                        subject, sample, (a, b, c, d) -> Gaps.dually(() -> fourPoint(a, b, c, d), a, d, c, b)));
        return law.on(Spread.MODERATE, Spread.WIDE, Spread.EXTREME).costly(10);
    }

    private static Finding fourPoint(Point a, Point b, Point c, Point d) {
        Estimate[] left = {Gaps.primal(a, c), Gaps.primal(b, d)};
        Estimate[] right = {Gaps.dual(d, a), Gaps.dual(c, b), Gaps.pairing(d, c, a, b)};
        return Gaps.equal(left, right, at(a, b, c, left, right));
    }

    private static Law<PotentialSubject> mean() {
        Law<PotentialSubject> law = Law.forAll(
                PotentialSubject.class,
                "mean-minimises",
                "Σ wᵢ D_ψ(xᵢ, c) = Σ wᵢ D_ψ(xᵢ, x̄) + D_ψ(x̄, c) for weights w ≥ 0 of sum 1 and x̄ = Σ wᵢ xᵢ: the mean minimises over the second"
                        + " argument, whatever ψ",
                "A. Banerjee, S. Merugu, I. Dhillon and J. Ghosh, J. Mach. Learn. Res. 6 (2005), Proposition 1",
                1e-12,
                (subject, sample) -> Points.four(subject, sample, (x, y, z, c) -> {
                    double[] w = {0.5, 0.25, 0.25};
                    Point[] points = {x, y, z};
                    Point mean = new Point(subject, mean(w, points, point -> point.theta));
                    Estimate[] left = new Estimate[w.length];
                    Estimate[] right = new Estimate[w.length + 1];
                    for (int i = 0; i < w.length; i++) {
                        left[i] = times(w[i], Gaps.primal(points[i], c));
                        right[i] = times(w[i], Gaps.primal(points[i], mean));
                    }
                    right[w.length] = Gaps.primal(mean, c);
                    return Gaps.equal(left, right, at(x, y, z, left, right));
                }));
        return law.on(Spread.MODERATE, Spread.WIDE, Spread.EXTREME).costly(4);
    }

    private static Law<PotentialSubject> leftCentroid() {
        Law<PotentialSubject> law = Law.forAll(
                PotentialSubject.class,
                "dual-mean-minimises",
                "Σ wᵢ D_ψ(c, xᵢ) = Σ wᵢ D_ψ(m, xᵢ) + D_ψ(c, m) with ∇ψ(m) = Σ wᵢ ∇ψ(xᵢ): over the first argument it is the mean in the dual"
                        + " coordinates that minimises",
                "F. Nielsen and R. Nock, IEEE Trans. Inf. Theory 55 (2009): left-sided centroids",
                1e-12,
                (subject, sample) -> Points.four(subject, sample, (x, y, z, c) -> {
                    double[] w = {0.5, 0.25, 0.25};
                    Point[] points = {x, y, z};
                    double[] eta = mean(w, points, point -> point.eta);
                    if (!subject.dualDomain().contains(eta)) {
                        return Finding.nothing("the mean of the dual points rounds to the boundary of their domain");
                    }
                    double[] theta = subject.conjugateGradient(eta);
                    if (!subject.resolves(theta)) {
                        return Finding.nothing("the mean is beyond the range of binary64");
                    }
                    Point mean = new Point(subject, theta);
                    Estimate[] left = new Estimate[w.length];
                    Estimate[] right = new Estimate[w.length + 2];
                    // Σ wᵢ ∇ψ(xᵢ) is ∇ψ(m) but for rounding.
                    double[] offset = Rounding.minus(c.theta, mean.theta);
                    double slack = Rounding.absoluteDot(mean.etaSize(), offset);
                    for (int i = 0; i < w.length; i++) {
                        left[i] = times(w[i], Gaps.primal(c, points[i]));
                        right[i] = times(w[i], Gaps.primal(mean, points[i]));
                        slack += w[i] * Rounding.absoluteDot(points[i].etaSize(), offset);
                    }
                    right[w.length] = Gaps.primal(c, mean);
                    right[w.length + 1] = new Estimate(0, Rounding.ofTerms(c.size(), slack), "rounding of the mean");
                    return Gaps.equal(left, right, at(x, y, z, left, right));
                }));
        return law.on(Spread.MODERATE).costly(5);
    }

    private static double[] mean(double[] w, Point[] points, Function<Point, double[]> coordinates) {
        double[] mean = new double[points[0].size()];
        for (int i = 0; i < w.length; i++) {
            mean = Rounding.axpy(w[i], coordinates.apply(points[i]), mean);
        }
        return mean;
    }

    private static Estimate times(double factor, Estimate x) {
        return new Estimate(factor * x.value(), factor * x.error(), x.method());
    }

    static Finding equal(Estimate left, Estimate right, Supplier<String> where) {
        return Gaps.equal(
                new Estimate[] {left},
                new Estimate[] {right},
                () -> where.get() + ": left " + left.value() + ", right " + right.value());
    }

    static Supplier<String> at(Point a, Point b, Point c, Estimate[] left, Estimate[] right) {
        return () ->
                a + ", " + b + ", " + c + ": terms on the left " + values(left) + ", on the right " + values(right);
    }

    private static String values(Estimate[] terms) {
        StringBuilder text = new StringBuilder();
        for (Estimate term : terms) {
            text.append(text.length() == 0 ? "" : " + ").append(term.value());
        }
        return text.toString();
    }
}
