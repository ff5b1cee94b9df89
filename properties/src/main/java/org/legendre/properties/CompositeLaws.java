package org.legendre.properties;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.legendre.geometry.Hessian;
import org.legendre.properties.Sample.Spread;

/** Proximal steps: optimality, the three-point inequality, and that what they leave alone is an optimum. */
final class CompositeLaws {
    private static final double LENGTH = 0.25;
    private static final String SOURCE =
            "H. H. Bauschke, J. Bolte and M. Teboulle, A descent lemma beyond Lipschitz gradient continuity, Math. Oper. Res. 42 (2017)";

    private CompositeLaws() {}

    static List<Law<CompositeSubject>> all() {
        return List.of(optimal(), threePoint(), fixedPoint());
    }

    private static Law<CompositeSubject> optimal() {
        Law<CompositeSubject> law = Law.forAll(
                CompositeSubject.class,
                "proximal-optimal",
                "(∇φ(x) − ∇φ(x₊))/t − g ∈ ∂r(x₊) for the step x₊ from x along g",
                SOURCE + ", equation 12",
                1e-10,
                (subject, sample) -> Mirror.pair(subject.plain(), sample, (mirror, x, u) -> {
                    double[] g = mirror.covector(x, sample.direction());
                    Optional<double[]> next = subject.method().step(x, g, LENGTH);
                    if (next.isEmpty() || !subject.resolves(next.get())) {
                        return Finding.nothing("no step, or one beyond the range of binary64");
                    }
                    double[] after = next.get();
                    PotentialSubject phi = subject.plain().mirror().orElseThrow();
                    double[] from = phi.gradient(x);
                    double[] to = phi.gradient(after);
                    double[] lower = subject.lower(after);
                    double[] upper = subject.upper(after);
                    double[] raised = lowered(phi.hessian(after), after);
                    double excess = 0;
                    double size = 0;
                    for (int i = 0; i < x.length; i++) {
                        double s = (from[i] - to[i]) / LENGTH - g[i];
                        // NaN is a violation.
                        excess = Math.max(excess, Math.max(lower[i] - s, s - upper[i]));
                        size = Math.max(
                                size,
                                (Math.abs(from[i]) + Math.abs(to[i]) + raised[i]) / LENGTH
                                        + Math.abs(g[i])
                                        + Math.abs(upper[i]));
                    }
                    double found = excess;
                    return Finding.of(
                            found,
                            Rounding.ofTerms(x.length, size),
                            size,
                            () -> "x = " + Arrays.toString(x) + ", g = " + Arrays.toString(g) + ", t = " + LENGTH
                                    + ", x₊ = " + Arrays.toString(after) + ": a subgradient is missed by " + found);
                }));
        return law.on(Spread.MODERATE, Spread.WIDE);
    }

    /** Σⱼ|∂ᵢ∂ⱼφ||xⱼ|: by how much a rounding of x moves ∇φ. */
    private static double[] lowered(Hessian hessian, double[] x) {
        double[][] rows = hessian.toMatrix();
        double[] sizes = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            sizes[i] = Rounding.absoluteDot(rows[i], x);
        }
        return sizes;
    }

    private static Law<CompositeSubject> threePoint() {
        Law<CompositeSubject> law = Law.forAll(
                CompositeSubject.class,
                "composite-three-point",
                "t(⟨g, x₊ − u⟩ + r(x₊) − r(u)) ≤ D_φ(u, x) − D_φ(u, x₊) − D_φ(x₊, x) for every u",
                SOURCE + ", lemma 4",
                1,
                (subject, sample) -> Mirror.pair(subject.plain(), sample, (mirror, x, u) -> {
                    double[] g = mirror.covector(x, sample.direction());
                    Optional<double[]> next = subject.method().step(x, g, LENGTH);
                    if (next.isEmpty() || !subject.resolves(next.get())) {
                        return Finding.nothing("no step, or one beyond the range of binary64");
                    }
                    double[] after = next.get();
                    MethodSubject plain = subject.plain();
                    double left = LENGTH
                            * (Rounding.dot(g, Rounding.minus(after, u)) + subject.term(after) - subject.term(u));
                    double[] terms = {plain.divergence(u, x), plain.divergence(u, after), plain.divergence(after, x)};
                    double right = terms[0] - terms[1] - terms[2];
                    double size = Arrays.stream(terms).sum()
                            + Math.abs(left)
                            + LENGTH * (subject.term(after) + subject.term(u));
                    return Finding.of(
                            Math.max(0, left - right),
                            mirror.stepRounding(x, g, LENGTH, after, u) + Rounding.ofTerms(x.length, size),
                            size,
                            () -> "x = " + Arrays.toString(x) + ", g = " + Arrays.toString(g) + ", t = " + LENGTH
                                    + ", x₊ = " + Arrays.toString(after) + ", u = " + Arrays.toString(u)
                                    + ": t(⟨g, x₊ − u⟩ + r(x₊) − r(u)) = " + left
                                    + ", D(u, x) − D(u, x₊) − D(x₊, x) = " + right);
                }));
        return law.on(Spread.MODERATE);
    }

    private static Law<CompositeSubject> fixedPoint() {
        Law<CompositeSubject> law = Law.forAll(
                CompositeSubject.class,
                "composite-fixed-point",
                "x₊ = x exactly where x minimises f + r: with s ∈ ∂r(c) the step from c for f = D_φ(·, c) − ⟨s, ·⟩ stays at c, and from elsewhere it moves",
                SOURCE + ", section 4",
                1e-12,
                (subject, sample) -> Mirror.pair(subject.plain(), sample, (mirror, x, second) -> {
                    double[] c = kinked(subject, second, sample.direction());
                    double[] s = subject.lower(c);
                    double[] upper = subject.upper(c);
                    for (int i = 0; i < s.length; i++) {
                        double share = 0.5 + 0.5 * Math.tanh(sample.direction()[i]);
                        s[i] += share * (upper[i] - s[i]);
                    }
                    Task bregman = mirror.between(c, c);
                    Task task = new Task(
                            z -> bregman.value(z) - Rounding.dot(s, z), z -> Rounding.minus(bregman.gradient(z), s));
                    List<double[]> stays = subject.method().run(task, c, LENGTH, 1);
                    List<double[]> moves = subject.method().run(task, x, LENGTH, 1);
                    if (stays.size() < 2 || moves.size() < 2) {
                        return Finding.nothing("no step");
                    }
                    double drift = mirror.length(c, Rounding.minus(stays.get(1), c));
                    double moved = mirror.length(x, Rounding.minus(moves.get(1), x));
                    double distance = mirror.length(x, Rounding.minus(x, c));
                    boolean still = moved == 0 && distance > 1e-3;
                    return Finding.of(
                            still ? 1 + drift : drift,
                            mirror.positionRounding(c),
                            1,
                            () -> "c = " + Arrays.toString(c) + ", s = " + Arrays.toString(s)
                                    + ": from c the step goes as far as " + drift + ", from x = " + Arrays.toString(x)
                                    + " as far as " + moved);
                }));
        return law.on(Spread.MODERATE);
    }

    /** Some coordinates put to 0, where a term may have a kink, if that is a point of the domain. */
    private static double[] kinked(CompositeSubject subject, double[] c, double[] direction) {
        double[] zeros = c.clone();
        for (int i = 0; i < zeros.length; i++) {
            zeros[i] = direction[i] > 0.25 ? 0 : c[i];
        }
        return subject.resolves(zeros) ? zeros : c;
    }
}
