package org.legendre.properties;

import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.numbers.gamma.LogGamma;
import org.legendre.geometry.Differential;
import org.legendre.geometry.Domain;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Potentials;
import org.legendre.geometry.Weights;
import org.legendre.geometry.family.Categorical;
import org.legendre.geometry.family.Families;
import org.legendre.geometry.family.Gamma;
import org.legendre.geometry.family.Normal;
import org.legendre.geometry.family.OwnFamily;
import org.legendre.geometry.family.Poisson;
import org.legendre.geometry.family.Support;

/** Everything that has to obey the laws. */
final class Subjects {
    /**
     * Of what is known to lose digits at extremes: the solves for a Boltzmann machine and for a generalized inverse Gaussian know the expectations to 1e-16
     * absolutely and not relatively, as the numeric conjugate does, and the logarithm and the exponential of a matrix are known to 1e-16 of its largest entry.
     */
    static final double REACH = 8;

    private static final List<String> NEAR = List.of("boltzmann-machine", "generalized-inverse-gaussian");

    /** A family of one's own knows E[log h] to 1e-12 of itself by quadrature, which may be thousands of times its entropy further out. */
    private static final double OWN = 6;

    private Subjects() {}

    /** The typical families of the whole catalogue. */
    static Stream<FamilySubject> shipped() {
        return Families.all().stream()
                .flatMap(entry -> entry.examples().stream())
                .map(family -> FamilySubject.of(family))
                .map(subject ->
                        NEAR.stream().anyMatch(subject.name()::startsWith) ? subject.withReach(REACH) : subject);
    }

    static Stream<FamilySubject> textbook() {
        return Stream.of(
                // ψ″* by differentiation of η log η has 1/η² in it.
                Textbook.poisson().withReach(300),
                Textbook.exponential(),
                // As log(1 + exp θ) is written down it loses digits further out.
                Textbook.categorical(2).withReach(4),
                Textbook.categorical(4).withReach(4),
                Textbook.location(),
                Textbook.gamma().withReach(REACH));
    }

    /** The library's methods, with its own potentials and with those of families. */
    static Stream<MethodSubject> methods() {
        return Stream.concat(
                LibraryMetricSchemes.all().stream(),
                Stream.of(
                        MethodSubject.mirror("mirror descent with the negative entropy", entropy(3)),
                        MethodSubject.mirror("mirror descent with Burg's entropy", burg(3)),
                        MethodSubject.mirror("mirror descent with the squared norm", squaredNorm(3)),
                        MethodSubject.mirror(
                                "mirror descent in the expectations of a normal",
                                Normal.FAMILY.potential().conjugate()),
                        MethodSubject.mirror(
                                "mirror descent in the natural coordinates of a gamma", Gamma.FAMILY.potential()),
                        MethodSubject.mirror(
                                "mirror descent in the expectations of a Poisson",
                                Poisson.FAMILY.potential().conjugate()),
                        MethodSubject.onSimplex("exponentiated gradient", entropy(4)),
                        MethodSubject.onSimplex("exponentiated gradient of two weights", entropy(2)),
                        MethodSubject.onSimplex("mirror descent with Burg's entropy on the simplex", burg(4)),
                        MethodSubject.natural("natural gradient of a normal", Normal.FAMILY.potential()),
                        MethodSubject.natural("natural gradient of a gamma", Gamma.FAMILY.potential()),
                        MethodSubject.natural(
                                "natural gradient of a categorical",
                                Categorical.family(4).potential()),
                        MethodSubject.euclidean("gradient descent", 3)));
    }

    /** The library's online learners. The squared norm has D(u, x₁) ≤ (1 − 1/n)/2, and losses less ½, as much as losses themselves to points that sum to 1, a length of at most √n/2. */
    static Stream<LearnerSubject> learners() {
        return Stream.of(
                LearnerSubject.hedge(2),
                LearnerSubject.hedge(5),
                LearnerSubject.anytimeHedge(3),
                LearnerSubject.adaptiveHedge(2),
                LearnerSubject.adaptiveHedge(4),
                LearnerSubject.mirrorDescent(
                                "online exponentiated gradient",
                                entropy(3),
                                (rounds, rate) -> Math.log(3) / rate + rate * rounds / 8)
                        .withExponentialWeights(),
                LearnerSubject.mirrorDescent(
                        "online projected gradient",
                        squaredNorm(3),
                        (rounds, rate) -> (1 - 1 / 3.0) / (2 * rate) + 3 / 8.0 * rate * rounds),
                LearnerSubject.followTheRegularisedLeader(
                        "follow the regularised leader with the squared norm",
                        squaredNorm(4),
                        (rounds, rate) -> (1 - 1 / 4.0) / (2 * rate) + 4 / 8.0 * rate * rounds));
    }

    private static Legendre<Weights, Differential<Weights>> entropy(int n) {
        return Potentials.negativeEntropy(n);
    }

    private static Legendre<Weights, Differential<Weights>> burg(int n) {
        return Potentials.burg(n);
    }

    private static Legendre<Weights, Differential<Weights>> squaredNorm(int n) {
        return Potentials.halfSquaredNorm(n);
    }

    static Stream<Subject> all() {
        return Stream.<Stream<? extends Subject>>of(
                        shipped(),
                        textbook(),
                        FiniteSubjects.all(),
                        PotentialExamples.all(),
                        MirrorMaps.all(),
                        methods(),
                        learners(),
                        ConstrainedMethods.all(),
                        OtherMethods.all(),
                        LibrarySchemes.all(),
                        LibraryAccelerated.all().stream(),
                        LibraryComposites.all().stream(),
                        LibrarySegments.all().stream(),
                        LibraryStochastic.all().stream(),
                        LibraryCurves.all().stream(),
                        LibraryCertificates.all().stream(),
                        LibraryModels.all().stream())
                .flatMap(subjects -> subjects);
    }

    /** Families from lambdas alone: derivatives by automatic differentiation, the conjugate by Newton's method. */
    static Stream<FamilySubject> own() {
        return Stream.of(
                        FamilySubject.of(OwnFamily.onCounts(
                                "own poisson", Domain.reals(1), t -> t[0].exp(), x -> -LogGamma.value(x + 1), x -> x)),
                        FamilySubject.of(OwnFamily.onPositive(
                                "own exponential",
                                Domain.negative(1),
                                t -> t[0].negate().log().negate(),
                                x -> 0,
                                x -> x)),
                        FamilySubject.of(OwnFamily.onLine(
                                "own bernoulli",
                                new Support(0, 1, true),
                                Domain.reals(1),
                                t -> t[0].exp().log1p(),
                                x -> 0,
                                x -> x)),
                        FamilySubject.of(OwnFamily.onReals(
                                "own normal",
                                Domain.product(Domain.reals(1), Domain.negative(1)),
                                t -> t[0].multiply(t[0])
                                        .divide(t[1])
                                        .multiply(-0.25)
                                        .subtract(t[1].multiply(-2).log().multiply(0.5)),
                                x -> -0.5 * Math.log(2 * Math.PI),
                                x -> x,
                                x -> x * x)))
                .map(subject -> subject.withReach(OWN));
    }
}
