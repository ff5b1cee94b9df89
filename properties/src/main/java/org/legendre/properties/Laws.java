package org.legendre.properties;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The catalogue of laws.
 *
 * <p>{@code Laws.of(subject).forEach(law -> law.check(subject, 1, 200).requireHeld())}
 */
public final class Laws {
    private static final List<Law<DivergenceSubject>> DIVERGENCES = DivergenceLaws.all();
    private static final List<Law<FamilySubject>> FAMILIES = families();

    private Laws() {}

    /**
     * The laws of divergences.
     *
     * @return the laws that need a divergence only
     */
    public static List<Law<DivergenceSubject>> ofDivergences() {
        return DIVERGENCES;
    }

    /**
     * The whole catalogue, for families; the laws of divergences are about KL.
     *
     * @return all laws
     */
    public static List<Law<FamilySubject>> all() {
        return FAMILIES;
    }

    /**
     * The laws that apply to a family: one that declares symmetry gets the law of symmetry instead of that of asymmetry.
     *
     * @param subject the family
     * @return the laws
     */
    public static List<Law<FamilySubject>> of(FamilySubject subject) {
        return FAMILIES.stream().filter(law -> law.appliesTo(subject)).toList();
    }

    /**
     * A law by its id.
     *
     * @param id such as {@code "kl-bregman"}
     * @return the law
     * @throws IllegalArgumentException if there is none, with the ids that there are
     */
    public static Law<FamilySubject> named(String id) {
        return FAMILIES.stream()
                .filter(law -> law.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no law \"" + id + "\", only "
                        + FAMILIES.stream().map(Law::id).toList()));
    }

    /**
     * Checks all laws that apply to a family.
     *
     * @param subject the family
     * @param seed the seed
     * @param samples how many samples each law examines
     * @return the verdicts, in the order of the catalogue
     */
    public static List<Verdict> check(FamilySubject subject, long seed, int samples) {
        return of(subject).stream()
                .map(law -> law.check(subject, seed, samples))
                .toList();
    }

    private static List<Law<FamilySubject>> families() {
        List<Law<FamilySubject>> laws = new ArrayList<>();
        DIVERGENCES.forEach(law -> laws.add(law.through(FamilySubject::divergence)));
        Stream.of(BregmanLaws.all(), DualityLaws.all(), LocalLaws.all(), StepLaws.all())
                .forEach(laws::addAll);
        return List.copyOf(laws);
    }
}
