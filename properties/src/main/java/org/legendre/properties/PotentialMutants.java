package org.legendre.properties;

import java.util.ArrayList;
import java.util.List;
import org.legendre.geometry.Differential;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Potentials;
import org.legendre.geometry.Weights;
import org.legendre.geometry.family.Normal;

/** Mistakes in a Legendre function: in its derivatives, its conjugate and its divergences. */
final class PotentialMutants {
    private static final double TINY = 1e-9;

    private final List<Mutant> mutants = new ArrayList<>();
    private final PotentialSubject entropy = entropy(2);
    private final PotentialSubject burg = burg();
    private final PotentialSubject normal = PotentialSubject.of("ψ of the normal", Normal.FAMILY.potential());

    private PotentialMutants() {}

    static List<Mutant> all() {
        PotentialMutants catalogue = new PotentialMutants();
        catalogue.derivatives();
        catalogue.conjugates();
        catalogue.divergences();
        catalogue.conjugateDivergences();
        return List.copyOf(catalogue.mutants);
    }

    /** The negative entropy: shipped, and with a divergence that the Euclidean one is far from. */
    static PotentialSubject entropy(int n) {
        Legendre<Weights, Differential<Weights>> phi = Potentials.negativeEntropy(n);
        return PotentialSubject.of("negative entropy", phi);
    }

    private static PotentialSubject burg() {
        Legendre<Weights, Differential<Weights>> phi = Potentials.burg(2);
        return PotentialSubject.of("Burg's entropy", phi);
    }

    private void add(String name, PotentialSubject subject, String... killers) {
        mutants.add(new Mutant(name, subject, List.of(killers)));
    }

    private void derivatives() {
        PotentialSubject s = normal;
        add(
                "a value that is not convex",
                entropy.withValue(x -> entropy.value(x) + 0.5 * Math.sin(3 * x[0])),
                "below-chord",
                "bregman",
                "gradient");
        add("a concave value", burg.withValue(x -> -burg.value(x)), "below-chord", "bregman", "gradient");
        add(
                "the Euclidean mean map",
                entropy.withGradient(x -> x),
                "monotone-gradient",
                "three-point",
                "bregman-duality",
                "pythagoras-convex");
        add(
                "∇ψ of the entropy without its linear term",
                entropy.withGradient(x -> shifted(entropy.gradient(x), 1)),
                "bregman",
                "gradient",
                "dual-of-primal");
        add(
                "a Hessian without its off-diagonal",
                s.withHessian(x -> diagonal(s.hessian(x))),
                "hessian",
                "bregman-integral",
                "inverse-hessian",
                "third");
        add(
                "a Hessian that is not symmetric",
                s.withHessian(x -> new LopsidedHessian(s.hessian(x))),
                "hessian",
                "inverse-hessian");
        add(
                "a Hessian off by a relative 1e-9",
                s.withHessian(x -> new ScaledHessian(s.hessian(x), 1 + TINY)),
                "hessian",
                "bregman-integral",
                "inverse-hessian");
        add(
                "a third derivative with the wrong sign",
                burg.withThird((x, u, v) -> scaled(burg.third(x, u, v), -1)),
                "third");
        add(
                "a third derivative without its factor",
                burg.withThird((x, u, v) -> scaled(burg.third(x, u, v), 0.5)),
                "third");
        add(
                "a third derivative that is not symmetric",
                s.withThird((x, u, v) -> weighted(s.third(x, u, v), u)),
                "third");
        add(
                "a third derivative raised to a vector",
                s.withThird((x, u, v) -> Rounding.solve(s.hessian(x), s.third(x, u, v))),
                "third");
    }

    private void conjugates() {
        PotentialSubject s = normal;
        add(
                "∇ψ* with the wrong sign",
                burg.withConjugateGradient(y -> scaled(burg.conjugateGradient(y), -1)),
                "dual-of-primal");
        add(
                "∇ψ* of the entropy with a linear term",
                entropy.withConjugateGradient(y -> scaled(entropy.conjugateGradient(y), Math.E)),
                "dual-of-primal",
                "primal-of-dual",
                "dual-mean-minimises");
        add(
                "∇ψ* clamped to 3",
                entropy.withConjugateGradient(y -> mapped(entropy.conjugateGradient(y), x -> Math.min(3, x))),
                "dual-of-primal",
                "pythagoras-e-projection");
        add("ψ* off by a constant", burg.withConjugateValue(y -> burg.conjugateValue(y) + 2), "fenchel-young");
        add("∇²ψ* at θ for ∇²ψ* at η", s.withConjugateHessian(s::hessian), "inverse-hessian");
        add(
                "∇²ψ* that is not inverted",
                s.withConjugateHessian(y -> s.hessian(s.conjugateGradient(y))),
                "inverse-hessian");
        add(
                "∇²ψ* with the inverted diagonal only",
                s.withConjugateHessian(
                        y -> diagonal(s.hessian(s.conjugateGradient(y))).inverse()),
                "inverse-hessian");
    }

    private void divergences() {
        PotentialSubject s = entropy;
        add(
                "D_ψ with its arguments swapped",
                s.withBregman((a, b) -> s.bregman(b, a)),
                "bregman",
                "bregman-duality",
                "three-point",
                "four-point",
                "mean-minimises",
                "dual-mean-minimises",
                "jensen-bregman",
                "pythagoras-e-projection");
        add(
                "D_ψ with its gradient at the wrong point",
                s.withBregman((a, b) -> s.value(a) - s.value(b) - Rounding.dot(s.gradient(a), Rounding.minus(a, b))),
                "nonnegative",
                "bregman",
                "monotone-gradient",
                "pythagoras-convex");
        add(
                "D_ψ by the formula that cancels",
                normal.withBregman((a, b) -> naive(normal, a, b)),
                "nonnegative",
                "bregman-integral",
                "jensen-bregman");
        add(
                "D_ψ by the formula that cancels, clamped at 0",
                normal.withBregman((a, b) -> Math.max(0, naive(normal, a, b))),
                "definite",
                "bregman-integral",
                "jensen-bregman");
        add("D_ψ truncated at 3", s.withBregman((a, b) -> Math.min(3, s.bregman(a, b))), "bregman", "three-point");
        add(
                "D_ψ symmetrised",
                s.withBregman((a, b) -> 0.5 * s.bregman(a, b) + 0.5 * s.bregman(b, a)),
                "asymmetric",
                "bregman",
                "three-point",
                "mean-minimises");
        add(
                "half the squared distance for D_ψ",
                s.withBregman((a, b) -> 0.5 * Rounding.dot(Rounding.minus(a, b), Rounding.minus(a, b))),
                "bregman",
                "bregman-integral",
                "bregman-duality",
                "three-point",
                "dual-mean-minimises",
                "pythagoras-e-projection",
                "pythagoras-convex");
        add("√D_ψ for D_ψ", s.withBregman((a, b) -> Math.sqrt(s.bregman(a, b))), "three-point", "pythagoras-convex");
        add(
                "D_ψ in bits",
                s.withBregman((a, b) -> s.bregman(a, b) / Math.log(2)),
                "bregman",
                "bregman-integral",
                "three-point",
                "jensen-bregman");
        add(
                "J_α with the weight on the other argument",
                s.withSkewedJensen((a, b, alpha) -> s.skewedJensen(b, a, alpha)),
                "below-chord",
                "jensen-bregman");
        add(
                "J_α divided by α(1−α)",
                s.withSkewedJensen((a, b, alpha) -> s.skewedJensen(a, b, alpha) / (alpha * (1 - alpha))),
                "below-chord",
                "jensen-bregman");
        add("a quadratic ψ declared that is not", s.declaredQuadratic(), "symmetric");
    }

    private void conjugateDivergences() {
        PotentialSubject s = normal;
        add(
                "D_ψ* with its arguments swapped",
                s.withConjugateBregman((y, z) -> s.conjugateBregman(z, y)),
                "bregman-duality",
                "cosine",
                "four-point",
                "pythagoras-m-projection");
        add(
                "D_ψ of the dual points for D_ψ*",
                burg.withConjugateBregman((y, z) -> burg.bregman(scaled(y, -1), scaled(z, -0.5))),
                "bregman-duality",
                "cosine",
                "four-point",
                "pythagoras-m-projection");
        add(
                "D_ψ* off by a relative 1e-9",
                s.withConjugateBregman((y, z) -> s.conjugateBregman(y, z) * (1 + TINY)),
                "bregman-duality",
                "cosine");
    }

    private static double naive(PotentialSubject s, double[] a, double[] b) {
        return s.value(a) - s.value(b) - Rounding.dot(s.gradient(b), Rounding.minus(a, b));
    }

    private static Hessian diagonal(Hessian h) {
        return Hessian.diagonal(mapped(Rounding.unitLengths(h), x -> x * x));
    }

    private interface Entrywise {
        double at(double x);
    }

    private static double[] mapped(double[] x, Entrywise f) {
        double[] y = x.clone();
        for (int i = 0; i < y.length; i++) {
            y[i] = f.at(x[i]);
        }
        return y;
    }

    private static double[] scaled(double[] x, double factor) {
        return mapped(x, entry -> entry * factor);
    }

    private static double[] weighted(double[] x, double[] u) {
        double[] y = x.clone();
        y[0] *= 1 + 0.5 * Math.tanh(u[1]);
        return y;
    }

    private static double[] shifted(double[] x, double shift) {
        return mapped(x, entry -> entry + shift);
    }
}
