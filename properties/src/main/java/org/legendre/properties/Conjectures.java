package org.legendre.properties;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.legendre.geometry.Domain;
import org.legendre.geometry.Probabilities;
import org.legendre.geometry.family.Normal;
import org.legendre.geometry.special.Logs;

/** Famous inequalities, true and false. Each false one falls to a search of a few hundred samples; the true ones stand. */
public final class Conjectures {
    private static final String ERVEN = "T. van Erven and P. Harremoës, IEEE Trans. Inf. Theory 60 (2014)";
    private static final String ENDRES = "D. Endres and J. Schindelin, IEEE Trans. Inf. Theory 49 (2003)";
    private static final String TSYBAKOV = "A. Tsybakov, Introduction to Nonparametric Estimation (2009)";

    private Conjectures() {}

    /**
     * A conjecture with its verdict.
     *
     * @param name a short name, such as {@code "kl-symmetric"}
     * @param conjecture the conjecture
     * @param source who proves it, or what is true instead
     * @param holds whether it is true
     */
    public record Famous(String name, Conjecture<?> conjecture, String source, boolean holds) {}

    /**
     * The catalogue.
     *
     * @return false ones first
     */
    public static List<Famous> famous() {
        return Stream.of(wrongMetrics(), wrongInequalities(), wrongConvexity(), inequalities(), metrics(), convexity())
                .flatMap(List::stream)
                .toList();
    }

    /**
     * One conjecture of the catalogue.
     *
     * @param name its name
     * @return the conjecture with its verdict
     * @throws IllegalArgumentException if there is none of this name, with the names that there are
     */
    public static Famous named(String name) {
        return famous().stream()
                .filter(famous -> famous.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no conjecture \"" + name + "\", only "
                        + famous().stream().map(Famous::name).toList()));
    }

    private static List<Famous> wrongMetrics() {
        return List.of(
                wrong(
                        "kl-symmetric",
                        pairs(
                                        "KL(p‖q) = KL(q‖p)",
                                        x -> SimplexDivergences.kl(x, 0, 1),
                                        x -> SimplexDivergences.kl(x, 1, 0))
                                .identity(),
                        "S. Kullback and R. A. Leibler (1951), section 2, add the two to have a symmetric one"),
                wrong(
                        "kl-triangle",
                        triangle("KL(p‖q)", SimplexDivergences::kl),
                        "of Bregman divergences see three-point"),
                wrong(
                        "jensen-shannon-metric",
                        triangle("JS(p, q)", SimplexDivergences::jensenShannon),
                        ENDRES + ", Theorem 1: its square root is one"),
                wrong(
                        "skewed-jensen-shannon-metric",
                        triangle("√(.3 KL(p‖m) + .7 KL(q‖m)) with m = .3p + .7q", SimplexDivergences::skewedDistance),
                        ENDRES + ", Theorem 1, is about equal weights"),
                wrong(
                        "jeffreys-root-metric",
                        triangle(
                                "√(KL(p‖q) + KL(q‖p))",
                                (x, i, j) ->
                                        Math.sqrt(SimplexDivergences.kl(x, i, j) + SimplexDivergences.kl(x, j, i))),
                        "of p, q, r on a line to a vertex the middle one is a detour that saves"),
                wrong(
                        "bhattacharyya-metric",
                        triangle("−log Σ√(pq)", SimplexDivergences::bhattacharyya),
                        "T. Kailath, IEEE Trans. Commun. Technol. 15 (1967): it does not satisfy the triangle inequality"),
                wrong(
                        "normal-kl-root-metric",
                        Conjecture.onMembers(
                                "√KL(p‖r) ≤ √KL(p‖q) + √KL(q‖r) for normal distributions",
                                Normal.FAMILY,
                                3,
                                x -> Math.sqrt(x.get(0).klTo(x.get(2))),
                                x -> Math.sqrt(x.get(0).klTo(x.get(1)))
                                        + Math.sqrt(x.get(1).klTo(x.get(2)))),
                        "true among normals of one variance, where √(2 KL) is the distance of the means in deviations"),
                wrong(
                        "alpha-symmetric",
                        pairs(
                                        "D_α(p, q) = D_α(q, p) for Amari's α = ½",
                                        x -> SimplexDivergences.alpha(x, 0, 1, 0.5),
                                        x -> SimplexDivergences.alpha(x, 1, 0, 0.5))
                                .identity(),
                        "S. Amari and H. Nagaoka, Methods of Information Geometry (2000), section 3.5: D_α(p, q) = D_₋α(q, p)"));
    }

    private static List<Famous> wrongInequalities() {
        return List.of(
                wrong(
                        "fisher-rao-below-kl",
                        pairs(
                                "FR(p, q) ≤ √(2 KL(p‖q))",
                                SimplexDivergences::fisherRao,
                                x -> Math.sqrt(2 * SimplexDivergences.kl(x, 0, 1))),
                        "true to first order only; what holds is kl-fisher-rao"),
                wrong(
                        "renyi-zero-is-reverse-kl",
                        pairs(
                                        "lim R_α(p‖q) = KL(q‖p) for α → 0",
                                        x -> SimplexDivergences.renyi(x, 0, 1, 0),
                                        x -> SimplexDivergences.kl(x, 1, 0))
                                .identity(),
                        ERVEN + ", Theorem 4: the limit is −log Q(p > 0); it is R_α(p‖q)/α that tends to KL(q‖p)"),
                wrong(
                        "entropy-convex",
                        pairs(
                                "H((p + q)/2) ≤ (H(p) + H(q))/2",
                                x -> SimplexDivergences.middle(x.get(0), x.get(1))
                                        .entropy(),
                                x -> 0.5 * x.get(0).entropy() + 0.5 * x.get(1).entropy()),
                        "C. E. Shannon (1948), section 6: mixing increases the entropy"),
                wrong(
                        "kl-below-variation",
                        pairs(
                                "KL(p‖q) ≤ 2 TV(p, q)",
                                x -> SimplexDivergences.kl(x, 0, 1),
                                x -> 2 * SimplexDivergences.variation(x)),
                        "I. Sason and S. Verdú, IEEE Trans. Inf. Theory 62 (2016): KL is unbounded at fixed TV; Pinsker's goes the other way"),
                wrong(
                        "chi-square-below-kl",
                        pairs(
                                "χ²(p‖q) ≤ exp KL(p‖q) − 1",
                                SimplexDivergences::chiSquare,
                                x -> Math.expm1(SimplexDivergences.kl(x, 0, 1))),
                        TSYBAKOV + ", Lemma 2.7, has it the other way round"),
                wrong(
                        "variation-below-hellinger",
                        pairs(
                                "TV(p, q) ≤ √(1 − Σ√(pq))",
                                SimplexDivergences::variation,
                                x -> Math.sqrt(SimplexDivergences.hellingerSquared(x))),
                        TSYBAKOV + ", Lemma 2.3: a factor √2 is missing"));
    }

    private static List<Famous> wrongConvexity() {
        return List.of(
                wrong(
                        "renyi-two-jointly-convex",
                        jointlyConvex("R₂(p‖q)", (x, i, j) -> SimplexDivergences.renyi(x, i, j, 2)),
                        ERVEN + ", Theorem 11: for orders up to 1"),
                wrong(
                        "itakura-saito-convex-in-second",
                        Conjecture.on(
                                "a/b − log(a/b) − 1 is convex in b",
                                Domain.positive(1),
                                3,
                                x -> Logs.itakuraSaitoTerm(x.get(0)[0], 0.5 * x.get(1)[0] + 0.5 * x.get(2)[0]),
                                x -> 0.5 * Logs.itakuraSaitoTerm(x.get(0)[0], x.get(1)[0])
                                        + 0.5 * Logs.itakuraSaitoTerm(x.get(0)[0], x.get(2)[0])),
                        "convex where b < 2a only; H. H. Bauschke and J. M. Borwein, Joint and separate convexity of the Bregman distance (2001)"));
    }

    private static List<Famous> inequalities() {
        return List.of(
                right(
                        "pinsker",
                        pairs(
                                "2 TV(p, q)² ≤ KL(p‖q)",
                                x -> 2 * SimplexDivergences.variation(x) * SimplexDivergences.variation(x),
                                x -> SimplexDivergences.kl(x, 0, 1)),
                        TSYBAKOV + ", Lemma 2.5"),
                right(
                        "bretagnolle-huber",
                        pairs(
                                "TV(p, q) ≤ √(1 − exp(−KL(p‖q)))",
                                SimplexDivergences::variation,
                                x -> Math.sqrt(-Math.expm1(-SimplexDivergences.kl(x, 0, 1)))),
                        "J. Bretagnolle and C. Huber, Z. Wahrscheinlichkeitstheorie 47 (1979); " + TSYBAKOV
                                + ", Lemma 2.6"),
                right(
                        "kl-below-chi-square",
                        pairs(
                                "KL(p‖q) ≤ log(1 + χ²(p‖q))",
                                x -> SimplexDivergences.kl(x, 0, 1),
                                x -> Math.log1p(SimplexDivergences.chiSquare(x))),
                        TSYBAKOV + ", Lemma 2.7"),
                right(
                        "hellinger-below-kl",
                        pairs(
                                "2 (1 − Σ√(pq)) ≤ KL(p‖q)",
                                x -> 2 * SimplexDivergences.hellingerSquared(x),
                                x -> SimplexDivergences.kl(x, 0, 1)),
                        TSYBAKOV + ", Lemma 2.4"),
                right(
                        "le-cam",
                        pairs(
                                "TV² ≤ h²(2 − h²) with h² = 1 − Σ√(pq)",
                                x -> SimplexDivergences.variation(x) * SimplexDivergences.variation(x),
                                x -> SimplexDivergences.hellingerSquared(x)
                                        * (2 - SimplexDivergences.hellingerSquared(x))),
                        TSYBAKOV + ", Lemma 2.3"),
                right(
                        "kl-fisher-rao",
                        pairs(
                                "−2 log cos(FR(p, q)/2) ≤ KL(p‖q)",
                                x -> -2 * Math.log(Math.cos(0.5 * SimplexDivergences.fisherRao(x))),
                                x -> SimplexDivergences.kl(x, 0, 1)),
                        ERVEN + ", Theorem 3: the left side is the Rényi divergence of order ½"),
                right(
                        "renyi-monotone",
                        pairs(
                                "R_½(p‖q) ≤ R₂(p‖q)",
                                x -> SimplexDivergences.renyi(x, 0, 1, 0.5),
                                x -> SimplexDivergences.renyi(x, 0, 1, 2)),
                        ERVEN + ", Theorem 3"),
                right(
                        "jensen-shannon-below-variation",
                        pairs(
                                "JS(p, q) ≤ log 2 · TV(p, q)",
                                x -> SimplexDivergences.jensenShannon(x, 0, 1),
                                x -> Math.log(2) * SimplexDivergences.variation(x)),
                        "J. Lin, IEEE Trans. Inf. Theory 37 (1991), with the variational distance 2 TV"));
    }

    private static List<Famous> metrics() {
        return List.of(
                right(
                        "jensen-shannon-root-metric",
                        triangle("√JS(p, q)", (x, i, j) -> Math.sqrt(SimplexDivergences.jensenShannon(x, i, j))),
                        ENDRES + ", Theorem 1"),
                right(
                        "fisher-rao-metric",
                        Conjecture.onMembers(
                                "FR(p, r) ≤ FR(p, q) + FR(q, r) for normal distributions",
                                Normal.FAMILY,
                                3,
                                x -> x.get(0).fisherRaoTo(x.get(2)),
                                x -> x.get(0).fisherRaoTo(x.get(1)) + x.get(1).fisherRaoTo(x.get(2))),
                        "C. R. Rao (1945): a geodesic distance"));
    }

    private static List<Famous> convexity() {
        return List.of(
                right(
                        "kl-jointly-convex",
                        jointlyConvex("KL(p‖q)", SimplexDivergences::kl),
                        "T. Cover and J. Thomas, Elements of Information Theory (2006), Theorem 2.7.2"),
                right(
                        "renyi-half-jointly-convex",
                        jointlyConvex("R_½(p‖q)", (x, i, j) -> SimplexDivergences.renyi(x, i, j, 0.5)),
                        ERVEN + ", Theorem 11"),
                right(
                        "itakura-saito-convex-in-first",
                        Conjecture.on(
                                "a/b − log(a/b) − 1 is convex in a, as every Bregman divergence",
                                Domain.positive(1),
                                3,
                                x -> Logs.itakuraSaitoTerm(0.5 * x.get(1)[0] + 0.5 * x.get(2)[0], x.get(0)[0]),
                                x -> 0.5 * Logs.itakuraSaitoTerm(x.get(1)[0], x.get(0)[0])
                                        + 0.5 * Logs.itakuraSaitoTerm(x.get(2)[0], x.get(0)[0])),
                        "A. Banerjee, S. Merugu, I. Dhillon and J. Ghosh, J. Mach. Learn. Res. 6 (2005), appendix A"));
    }

    private static Famous wrong(String name, Conjecture<?> conjecture, String source) {
        return new Famous(name, conjecture, source, false);
    }

    private static Famous right(String name, Conjecture<?> conjecture, String source) {
        return new Famous(name, conjecture, source, true);
    }

    private static Conjecture<Probabilities> pairs(
            String statement, ToDoubleFunction<List<Probabilities>> left, ToDoubleFunction<List<Probabilities>> right) {
        return Conjecture.onSimplex(statement, 3, 2, left, right);
    }

    /** A divergence between two of the points. */
    private interface Divergence {
        double between(List<Probabilities> x, int i, int j);
    }

    private static Conjecture<Probabilities> triangle(String what, Divergence d) {
        return Conjecture.onSimplex(
                "d(p, r) ≤ d(p, q) + d(q, r) for d = " + what,
                3,
                3,
                x -> d.between(x, 0, 2),
                x -> d.between(x, 0, 1) + d.between(x, 1, 2));
    }

    private static Conjecture<Probabilities> jointlyConvex(String what, Divergence d) {
        return Conjecture.onSimplex(
                what + " is jointly convex in (p, q), at the middle of (p, q) and (r, s)",
                2,
                4,
                x -> d.between(
                        List.of(
                                SimplexDivergences.middle(x.get(0), x.get(2)),
                                SimplexDivergences.middle(x.get(1), x.get(3))),
                        0,
                        1),
                x -> 0.5 * d.between(x, 0, 1) + 0.5 * d.between(x, 2, 3));
    }
}
