package org.legendre.properties;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;
import org.legendre.geometry.Estimate;
import org.legendre.properties.FiniteDivergenceSubject.Finiteness;
import org.legendre.properties.FiniteDivergenceSubject.Trait;
import org.legendre.properties.Sample.Spread;

/** Divergences of finite distributions where probabilities vanish, and where two distributions nearly agree. */
final class BoundaryLaws {
    /** Far below any probability of the grid, so that nothing else is in sight. */
    private static final double FAR = 0x1p-100;

    private static final double NEAR = 0x1p-200;
    private static final double NEARER = 0x1p-600;
    private static final double NEAREST = 0x1p-1000;

    /** What grows like log log 1/ε still grows from NEARER to NEAREST by nearly half of what it did from NEAR to NEARER. */
    private static final double SLOWEST = 0.25;

    /** The step at which the second-order behaviour is asked for, and the largest from which it is extrapolated. */
    private static final double TINY = 0x1p-24;

    private static final double LARGE = 0.25;

    private BoundaryLaws() {}

    static List<Law<FiniteDivergenceSubject>> all() {
        return List.of(finiteness(), semicontinuity(), accuracy());
    }

    private static Law<FiniteDivergenceSubject> finiteness() {
        Law<FiniteDivergenceSubject> law = Law.forAll(
                FiniteDivergenceSubject.class,
                "finite-where-claimed",
                "D(p‖q) = +∞ exactly where finiteness is not claimed: for KL where some class has p > 0 = q",
                "S. Kullback and R. A. Leibler (1951), section 2; I. Csiszár (1967): the conventions for 0 f(0/0) and 0 f(a/0)",
                1e-12,
                (subject, sample) -> {
                    double[] p = Grid.fine(sample.point());
                    double[] q = Grid.fine(sample.second());
                    return expectFinite(subject, p, q)
                            .or(expectFinite(subject, without(p), q))
                            .or(expectFinite(subject, p, without(q)))
                            .or(expectFinite(subject, beside(p, 1), beside(q, 0.5)))
                            .or(expectFinite(subject, beside(p, 1), beside(q, 0)));
                });
        return law.on(Spread.MODERATE, Spread.WIDE, Spread.EXTREME);
    }

    /** w of p beside a class of 1 − w. */
    private static double[] beside(double[] p, double w) {
        return Grid.blocks(w, p, new double[] {1});
    }

    /** The less likely of the first two classes made impossible in favour of the other. */
    private static double[] without(double[] p) {
        double[] fewer = p.clone();
        int least = fewer[0] <= fewer[1] ? 0 : 1;
        fewer[1 - least] += fewer[least];
        fewer[least] = 0;
        return fewer;
    }

    private static Finding expectFinite(FiniteDivergenceSubject subject, double[] p, double[] q) {
        double value = subject.between(p, q);
        boolean finite = finite(subject.finiteness(), p, q);
        return Comparison.holds(
                finite ? Double.isFinite(value) : value == Double.POSITIVE_INFINITY,
                () -> "p = " + Arrays.toString(p) + ", q = " + Arrays.toString(q) + ": D(p‖q) = " + value + ", claimed "
                        + (finite ? "finite" : "infinite"));
    }

    private static boolean finite(Finiteness claim, double[] p, double[] q) {
        boolean common = false;
        boolean firstInSecond = true;
        boolean secondInFirst = true;
        for (int i = 0; i < p.length; i++) {
            common |= p[i] > 0 && q[i] > 0;
            firstInSecond &= p[i] == 0 || q[i] > 0;
            secondInFirst &= q[i] == 0 || p[i] > 0;
        }
        return switch (claim) {
            case ALWAYS -> true;
            case UNLESS_DISJOINT -> common;
            case FIRST_IN_SECOND -> firstInSecond;
            case SECOND_IN_FIRST -> secondInFirst;
            case EQUAL_SUPPORTS -> firstInSecond && secondInFirst;
        };
    }

    private static Law<FiniteDivergenceSubject> semicontinuity() {
        return Law.forAll(
                FiniteDivergenceSubject.class,
                "semicontinuity",
                "D(p‖q) = lim D((1−ε)p + εu ‖ (1−ε)q + εu) for ε → 0 with u uniform, zeros included: D is lower semicontinuous at the"
                        + " boundary, and grows beyond all bounds towards a pair where it is +∞",
                "E. C. Posner, Random coding strategies for minimum entropy, IEEE Trans. Inf. Theory 21 (1975); R. T."
                        + " Rockafellar, Convex Analysis (1970), theorem 7.5",
                1e-12,
                (subject, sample) -> {
                    double[] p = Grid.fine(sample.point());
                    double[] q = Grid.fine(sample.second());
                    return limit(subject, p, q)
                            .or(limit(subject, without(p), q))
                            .or(limit(subject, p, without(q)));
                });
    }

    /**
     * Growth beyond all bounds where the divergence is +∞. Where it is finite, how much of the way is left after 2⁻¹⁰⁰⁰ says nothing, for ε^a with a small a or 1/log ε are not there yet, and an order near 1 grows like log 1/ε
     * until it comes to rest. But mixing with u is a channel, and the mixtures at a larger ε come from those at a smaller one by another: a divergence can only come nearer to its limit.
     */
    static Finding limit(FiniteDivergenceSubject subject, double[] p, double[] q) {
        double limit = subject.between(p, q);
        double far = inside(subject, p, q, FAR);
        double near = inside(subject, p, q, NEAR);
        double nearer = inside(subject, p, q, NEARER);
        double nearest = inside(subject, p, q, NEAREST);
        Supplier<String> detail = () -> "p = " + Arrays.toString(p) + ", q = " + Arrays.toString(q) + ": D(p‖q) = "
                + limit + ", inside " + far + ", " + near + ", " + nearer + ", " + nearest;
        if (limit == Double.POSITIVE_INFINITY) {
            // No probability of the grid is so small that its growth would be below rounding.
            boolean grows = near - far > Rounding.ofTerms(p.length, near) && nearer - near >= near - far;
            boolean goesOn = nearest == Double.POSITIVE_INFINITY || nearest - nearer >= SLOWEST * (nearer - near);
            return Comparison.holds(grows && goesOn, detail);
        }
        double resolution = Rounding.ofTerms(p.length, Math.abs(limit) + near);
        if (!(Math.abs(nearest - limit) <= Math.abs(near - limit) + resolution)) {
            return Comparison.holds(false, detail);
        }
        return Math.abs(nearest - nearer) <= Rounding.ofTerms(p.length, nearest)
                ? Comparison.equal(nearest, limit, p.length, detail)
                : Finding.nothing("the limit is not reached");
    }

    private static double inside(FiniteDivergenceSubject subject, double[] p, double[] q, double epsilon) {
        double[] uniform = new double[p.length];
        Arrays.fill(uniform, 1.0 / p.length);
        return subject.between(Grid.mix(1 - epsilon, p, uniform, epsilon), Grid.mix(1 - epsilon, q, uniform, epsilon));
    }

    private static Law<FiniteDivergenceSubject> accuracy() {
        return Law.forAll(
                FiniteDivergenceSubject.class,
                "accuracy-near-equality",
                "D(m + tu‖m)/t² (for a metric D/|t|) is a smooth function of t, of which nothing is lost at t = 2⁻²⁴: relative accuracy near"
                        + " equality",
                "I. Csiszár, Information measures: a critical survey (1974): D_f ≈ ½f″(1)χ²; here by Richardson's extrapolation",
                1e-11,
                (subject, sample) -> {
                    double[] p = Grid.coarse(sample.point());
                    double[] q = Grid.coarse(sample.second());
                    if (Arrays.equals(p, q)) {
                        return Finding.nothing("p and q are the same");
                    }
                    double[] middle = Grid.halves(p, q);
                    double[] half = Rounding.axpy(-1, middle, q);
                    boolean metric = subject.claims(Trait.METRIC);
                    DoubleUnaryOperator quotient = t -> 0.5
                            * (subject.between(Rounding.axpy(t, half, middle), middle)
                                    + subject.between(Rounding.axpy(-t, half, middle), middle))
                            / (metric ? t : t * t);
                    double tiny = quotient.applyAsDouble(TINY);
                    Estimate limit = Extrapolation.even(quotient, LARGE, Rounding.EPSILON * tiny * LARGE / 8);
                    return Finding.of(
                            Math.abs(tiny - limit.value()),
                            limit.error() + Rounding.ofTerms(p.length, tiny),
                            limit.value(),
                            () -> "m = " + Arrays.toString(middle) + ", u = " + Arrays.toString(half)
                                    + ": D(m + tu‖m)/t² = " + tiny + " at t = 2⁻²⁴, its limit " + limit);
                });
    }
}
