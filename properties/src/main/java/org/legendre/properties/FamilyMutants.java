package org.legendre.properties;

import java.util.ArrayList;
import java.util.List;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Metric;
import org.legendre.geometry.Natural;
import org.legendre.geometry.Potential;
import org.legendre.geometry.family.Normal;
import org.legendre.optimize.Geometry;

/** Mistakes in a family: in its KL, its parameters, its potentials, its metric and its geometries. */
final class FamilyMutants {
    private static final double TINY = 1e-9;
    /** The error of a well-known library's digamma. */
    private static final double DIGAMMA = 3e-9;

    private final List<Mutant> mutants = new ArrayList<>();
    private final FamilySubject normal = FamilySubject.of(Normal.FAMILY).withoutObservations();
    private final FamilySubject poisson = Textbook.poisson();
    private final FamilySubject exponential = Textbook.exponential();
    private final FamilySubject gamma = Textbook.gamma();

    private FamilyMutants() {}

    static List<Mutant> all() {
        FamilyMutants catalogue = new FamilyMutants();
        catalogue.divergences();
        catalogue.wrongParameters();
        catalogue.potentials();
        catalogue.metrics();
        catalogue.geometries();
        return List.copyOf(catalogue.mutants);
    }

    private void add(String name, FamilySubject subject, String... killers) {
        mutants.add(new Mutant(name, subject, List.of(killers)));
    }

    private void divergences() {
        FamilySubject s = normal;
        add(
                "KL with its arguments swapped",
                s.withKl((p, q) -> s.kl(q, p)),
                "kl-bregman",
                "kl-dual-bregman",
                "kl-canonical");
        add("KL without its factor ½", s.withKl((p, q) -> 2 * s.kl(p, q)), "kl-bregman", "kl-fisher", "kl-integral");
        add("KL in bits", s.withKl((p, q) -> s.kl(p, q) / Math.log(2)), "kl-bregman", "kl-fisher", "kl-integral");
        add("KL plus 1e-9", s.withKl((p, q) -> s.kl(p, q) + TINY), "definite", "kl-integral");
        add("KL off by a relative 1e-10", s.withKl((p, q) -> s.kl(p, q) * (1 + 1e-10)), "kl-fisher", "kl-integral");
        add(
                "symmetrised KL",
                s.withKl((p, q) -> 0.5 * s.kl(p, q) + 0.5 * s.kl(q, p)),
                "asymmetric",
                "kl-bregman",
                "kl-canonical",
                "kl-cubic");
        add(
                "KL by the formula that cancels",
                s.withKl((p, q) -> naive(s, p, q)),
                "nonnegative",
                "definite",
                "kl-integral");
        add(
                "the formula that cancels, clamped at 0",
                s.withKl((p, q) -> Math.max(0, naive(s, p, q))),
                "definite",
                "kl-integral");
        add("KL truncated at 3", s.withKl((p, q) -> Math.min(3, s.kl(p, q))), "kl-bregman");
        add(
                "KL below 1e-12 taken for 0",
                s.withKl((p, q) -> s.kl(p, q) < 1e-12 ? 0 : s.kl(p, q)),
                "definite",
                "kl-integral");
        add("square root of KL", s.withKl((p, q) -> Math.sqrt(s.kl(p, q))), "kl-bregman", "kl-integral");
        add(
                "squared Euclidean distance for KL",
                s.withKl(FamilyMutants::euclidean),
                "asymmetric",
                "kl-bregman",
                "kl-fisher");
        add("symmetry declared that is not there", s.withSymmetric(true), "symmetric");
    }

    private void wrongParameters() {
        add(
                "standard deviation taken for variance",
                normal.withKl((p, q) -> new Normal(-0.5 * p[0] / p[1], Math.sqrt(-0.5 / p[1]))
                        .klTo(new Normal(-0.5 * q[0] / q[1], Math.sqrt(-0.5 / q[1])))),
                "kl-bregman",
                "kl-fisher",
                "kl-integral");
        add(
                "rate taken for scale",
                exponential.withKl((p, q) -> exponential.kl(new double[] {1 / p[0]}, new double[] {1 / q[0]})),
                "kl-bregman",
                "kl-dual-bregman");
        add(
                "mean map in the rate, not in the mean",
                exponential.withGradient(t -> new double[] {-t[0]}),
                "gradient",
                "hessian",
                "dual-of-primal");
        add(
                "mean map with the wrong sign",
                normal.withGradient(t -> negated(normal.gradient(t))),
                "gradient",
                "hessian",
                "dual-of-primal",
                "natural-is-mirror");
        add(
                "variance for second moment in the mean map",
                normal.withGradient(t -> new double[] {-0.5 * t[0] / t[1], -0.5 / t[1]}),
                "gradient",
                "dual-of-primal");
    }

    private void potentials() {
        add(
                "ψ* without its constant",
                normal.withConjugateValue(e -> normal.conjugateValue(e) + 0.5),
                "fenchel-young",
                "kl-canonical");
        add(
                "ψ* off by a relative 1e-9",
                poisson.withConjugateValue(e -> poisson.conjugateValue(e) * (1 + TINY)),
                "fenchel-young",
                "kl-dual-bregman");
        add(
                "ψ* of another family",
                exponential.withConjugateValue(poisson::conjugateValue),
                "fenchel-young",
                "kl-dual-bregman");
        add(
                "∇ψ* of another family",
                exponential.withConjugateGradient(e -> negated(poisson.conjugateGradient(e))),
                "dual-of-primal",
                "kl-dual-bregman");
        add(
                "∇ψ* off by a relative 1e-10",
                poisson.withConjugateGradient(e -> scaled(poisson.conjugateGradient(e), 1 + 1e-10)),
                "dual-of-primal",
                "primal-of-dual");
        add(
                "∇ψ* stopped one Newton step early",
                gamma.withConjugateGradient(e -> scaled(gamma.conjugateGradient(e), 1 + 1e-8)),
                "dual-of-primal",
                "primal-of-dual");
        add(
                "ψ without its factor ½ on the logarithm",
                normal.withValue(t -> normal.value(t) - 0.5 * Math.log(-2 * t[1])),
                "gradient",
                "kl-bregman",
                "fenchel-young");
        add(
                "ψ with the base measure's constant counted twice",
                normal.withValue(t -> normal.value(t) + 0.9189385332046727),
                "fenchel-young");
        add(
                "a digamma that is off by 3e-9",
                gamma.withGradient(t -> shifted(gamma.gradient(t), DIGAMMA)),
                "gradient",
                "dual-of-primal");
        add(
                "∇ψ in single precision",
                poisson.withGradient(t -> new double[] {(float) poisson.gradient(t)[0]}),
                "gradient",
                "dual-of-primal");
    }

    private void metrics() {
        add(
                "Fisher off by a relative 1e-9",
                normal.withFisher(t -> new ScaledHessian(normal.fisher(t), 1 + TINY)),
                "hessian",
                "kl-fisher",
                "kl-integral");
        add(
                "Fisher doubled",
                gamma.withFisher(t -> new ScaledHessian(gamma.fisher(t), 2)),
                "hessian",
                "kl-fisher",
                "kl-integral");
        add(
                "Fisher of the mean for Fisher in θ",
                exponential.withFisher(t -> exponential.fisher(t).inverse()),
                "hessian",
                "kl-fisher");
        add(
                "Fisher without its off-diagonal",
                normal.withFisher(t -> diagonal(normal.fisher(t))),
                "hessian",
                "kl-fisher");
        add("natural gradient without the metric", normal.withRaise((t, g) -> g), "natural-is-mirror");
        add(
                "natural gradient that lowers instead of raising",
                normal.withRaise((t, g) -> Rounding.multiply(normal.fisher(t), g)),
                "natural-is-mirror");
        add(
                "natural gradient with the diagonal of Fisher",
                gamma.withRaise((t, g) -> Rounding.solve(diagonal(gamma.fisher(t)), g)),
                "natural-is-mirror",
                "natural-gradient-affine");
        add(
                "natural gradient off by a relative 1e-9",
                poisson.withRaise((t, g) -> scaled(poisson.raise(t, g), 1 + TINY)),
                "natural-is-mirror");
    }

    private void geometries() {
        Legendre<Natural, Expectation> psi = Normal.FAMILY.potential();
        String law = "descent-natural-is-mirror";
        add("mirror descent in θ with ψ for natural gradient in θ", normal.withNatural(Geometry.mirror(psi)), law);
        add("natural gradient in η for mirror descent in η", normal.withMirror(Geometry.natural(psi.conjugate())), law);
        add("Euclidean steps in θ for natural gradient", normal.withNatural(Geometry.euclidean(2)), law);
        add("Euclidean steps in η for mirror descent", normal.withMirror(Geometry.euclidean(2)), law);
        Potential potential = psi.potential();
        add(
                "steps by a metric off by a relative 1e-9",
                normal.withNatural(Geometry.natural(
                        psi.domain(), t -> Metric.of(new ScaledHessian(potential.hessian(t.toArray()), 1 + TINY)))),
                law);
        add(
                "natural gradient in θ for mirror descent in θ",
                normal.withMirrorInNatural(Geometry.natural(psi)),
                "descent-mirror-is-natural");
        add(
                "mirror descent in η for natural gradient in η",
                normal.withNaturalInExpectation(Geometry.mirror(psi.conjugate())),
                "descent-mirror-is-natural");
        add(
                "natural gradient by Fisher of two observations",
                normal.withRaise((t, g) -> scaled(normal.raise(t, g), 0.5)),
                "natural-is-mirror");
        FamilySubject location = Textbook.location();
        add(
                "a quadratic log-partition that does not declare symmetry",
                location.withSymmetric(false),
                "asymmetric",
                "natural-gradient-chart-matters");
    }

    private static double naive(FamilySubject s, double[] p, double[] q) {
        return s.value(q) - s.value(p) - Rounding.dot(s.gradient(p), Rounding.minus(q, p));
    }

    private static double euclidean(double[] p, double[] q) {
        double[] difference = Rounding.minus(q, p);
        return 0.5 * Rounding.dot(difference, difference);
    }

    private static Hessian diagonal(Hessian h) {
        double[] d = Rounding.unitLengths(h);
        for (int i = 0; i < d.length; i++) {
            d[i] *= d[i];
        }
        return Hessian.diagonal(d);
    }

    private static double[] negated(double[] x) {
        return scaled(x, -1);
    }

    private static double[] scaled(double[] x, double factor) {
        double[] y = x.clone();
        for (int i = 0; i < y.length; i++) {
            y[i] *= factor;
        }
        return y;
    }

    private static double[] shifted(double[] x, double shift) {
        double[] y = x.clone();
        y[0] += shift;
        return y;
    }
}
