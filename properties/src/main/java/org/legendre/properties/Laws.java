package org.legendre.properties;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The catalogue of laws.
 *
 * <p>{@code Laws.of(subject).forEach(claim -> claim.check(1, 200).requireHeld())}
 */
public final class Laws {
    private static final List<Law<?>> ALL = Stream.of(
                    DivergenceLaws.all(),
                    MetricLaws.all(),
                    FiniteLaws.all(),
                    BoundaryLaws.all(),
                    OrderingLaws.all(),
                    OrderLaws.all(),
                    InformationLaws.all(),
                    ProjectionLaws.all(),
                    EntropyLaws.all(),
                    CostLaws.all(),
                    DualityLaws.all(),
                    DerivativeLaws.all(),
                    BregmanLaws.all(),
                    ConvexityLaws.all(),
                    PythagorasLaws.all(),
                    CurvatureLaws.all(),
                    KlLaws.all(),
                    LocalLaws.all(),
                    StepLaws.all(),
                    ChartLaws.all(),
                    MirrorStepLaws.all(),
                    RunLaws.all(),
                    LearnerLaws.all(),
                    DualAveragingLaws.all(),
                    AverageLaws.all(),
                    SaddleLaws.all(),
                    SearchLaws.all(),
                    AdaGradLaws.all(),
                    QuasiNewtonLaws.all(),
                    AcceleratedLaws.all(),
                    CompositeLaws.all(),
                    SegmentLaws.all(),
                    StochasticLaws.all(),
                    CurveLaws.all(),
                    CertificateLaws.all(),
                    ModelLaws.all(),
                    ModelFisherLaws.all(),
                    ModelChanceLaws.all(),
                    ModelStepLaws.all(),
                    MomentLaws.all(),
                    DensityLaws.all(),
                    ScoreLaws.all(),
                    SamplerLaws.all(),
                    InferenceLaws.all(),
                    CoordinateLaws.all(),
                    TensorLaws.all(),
                    ChentsovLaws.all(),
                    ExtremalLaws.all())
            .<Law<?>>flatMap(List::stream)
            .toList();

    private Laws() {}

    /**
     * The whole catalogue.
     *
     * @return all laws, of whatever they are about
     */
    public static List<Law<?>> all() {
        return ALL;
    }

    /**
     * What the laws claim of a subject and of its aspects: of a family, the laws of its KL and of its log-partition too. A divergence that declares
     * symmetry gets the law of symmetry instead of that of asymmetry.
     *
     * @param subject the subject
     * @return the claims, in the order of the catalogue
     */
    public static List<Claim<?>> of(Subject subject) {
        List<Claim<?>> claims = new ArrayList<>();
        for (Law<?> law : ALL) {
            for (Subject aspect : subject.aspects()) {
                addClaim(law, aspect, claims);
            }
        }
        return claims;
    }

    private static <S extends Subject> void addClaim(Law<S> law, Subject aspect, List<Claim<?>> claims) {
        if (law.about().isInstance(aspect)) {
            S subject = law.about().cast(aspect);
            if (law.appliesTo(subject)) {
                claims.add(new Claim<>(law, subject));
            }
        }
    }

    /**
     * One claim of a subject, by the id of its law.
     *
     * @param id such as {@code "kl-bregman"}
     * @param subject the subject
     * @return the claim
     * @throws IllegalArgumentException if no law of this id makes a claim about the subject, with the ids of those that do
     */
    public static Claim<?> named(String id, Subject subject) {
        List<Claim<?>> claims = of(subject);
        return claims.stream()
                .filter(claim -> claim.law().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no law \"" + id + "\" makes a claim about " + subject.name() + ", only "
                                + claims.stream().map(claim -> claim.law().id()).toList()));
    }

    /**
     * Checks all that the laws claim of a subject.
     *
     * @param subject the subject
     * @param seed the seed
     * @param samples how many samples each law examines
     * @return the verdicts, in the order of the catalogue
     */
    public static List<Verdict> check(Subject subject, long seed, int samples) {
        return of(subject).stream().map(claim -> claim.check(seed, samples)).toList();
    }
}
