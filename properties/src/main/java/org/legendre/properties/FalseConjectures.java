package org.legendre.properties;

import java.util.List;
import java.util.stream.Stream;
import org.legendre.geometry.Domain;
import org.legendre.geometry.family.Normal;
import org.legendre.geometry.special.Logs;
import org.legendre.properties.Conjectures.Famous;

/** Famous statements that are not true: each has a counterexample of small numbers. */
final class FalseConjectures {
    private static final String ERVEN = "T. van Erven and P. Harremoës, IEEE Trans. Inf. Theory 60 (2014)";
    private static final String ENDRES = "D. Endres and J. Schindelin, IEEE Trans. Inf. Theory 49 (2003)";
    private static final String TSYBAKOV = "A. Tsybakov, Introduction to Nonparametric Estimation (2009)";

    private FalseConjectures() {}

    static List<Famous> all() {
        return Stream.of(wrongMetrics(), wrongInequalities(), wrongConvexity())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Famous> wrongMetrics() {
        return List.of(
                wrong(
                        "kl-symmetric",
                        Statement.pairs(
                                        "KL(p‖q) = KL(q‖p)",
                                        x -> SimplexDivergences.kl(x, 0, 1),
                                        x -> SimplexDivergences.kl(x, 1, 0))
                                .identity(),
                        "S. Kullback and R. A. Leibler (1951), section 2, add the two to have a symmetric one"),
                wrong(
                        "kl-triangle",
                        Statement.triangle("KL(p‖q)", SimplexDivergences::kl),
                        "of Bregman divergences see three-point"),
                wrong(
                        "jensen-shannon-metric",
                        Statement.triangle("JS(p, q)", SimplexDivergences::jensenShannon),
                        ENDRES + ", Theorem 1: its square root is one"),
                wrong(
                        "skewed-jensen-shannon-metric",
                        Statement.triangle(
                                "√(.3 KL(p‖m) + .7 KL(q‖m)) with m = .3p + .7q", SimplexDivergences::skewedDistance),
                        ENDRES + ", Theorem 1, is about equal weights"),
                wrong(
                        "jeffreys-root-metric",
                        Statement.triangle(
                                "√(KL(p‖q) + KL(q‖p))",
                                (x, i, j) ->
                                        Math.sqrt(SimplexDivergences.kl(x, i, j) + SimplexDivergences.kl(x, j, i))),
                        "of p, q, r on a line to a vertex the middle one is a detour that saves"),
                wrong(
                        "bhattacharyya-metric",
                        Statement.triangle("−log Σ√(pq)", SimplexDivergences::bhattacharyya),
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
                        Statement.pairs(
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
                        Statement.pairs(
                                "FR(p, q) ≤ √(2 KL(p‖q))",
                                SimplexDivergences::fisherRao,
                                x -> Math.sqrt(2 * SimplexDivergences.kl(x, 0, 1))),
                        "true to first order only; what holds is kl-fisher-rao"),
                wrong(
                        "renyi-zero-is-reverse-kl",
                        Statement.pairs(
                                        "lim R_α(p‖q) = KL(q‖p) for α → 0",
                                        x -> SimplexDivergences.renyi(x, 0, 1, 0),
                                        x -> SimplexDivergences.kl(x, 1, 0))
                                .identity(),
                        ERVEN + ", Theorem 4: the limit is −log Q(p > 0); it is R_α(p‖q)/α that tends to KL(q‖p)"),
                wrong(
                        "entropy-convex",
                        Statement.pairs(
                                "H((p + q)/2) ≤ (H(p) + H(q))/2",
                                x -> SimplexDivergences.middle(x.get(0), x.get(1))
                                        .entropy(),
                                x -> 0.5 * x.get(0).entropy() + 0.5 * x.get(1).entropy()),
                        "C. E. Shannon (1948), section 6: mixing increases the entropy"),
                wrong(
                        "kl-below-variation",
                        Statement.pairs(
                                "KL(p‖q) ≤ 2 TV(p, q)",
                                x -> SimplexDivergences.kl(x, 0, 1),
                                x -> 2 * SimplexDivergences.variation(x)),
                        "I. Sason and S. Verdú, IEEE Trans. Inf. Theory 62 (2016): KL is unbounded at fixed TV; Pinsker's goes the other way"),
                wrong(
                        "chi-square-below-kl",
                        Statement.pairs(
                                "χ²(p‖q) ≤ exp KL(p‖q) − 1",
                                SimplexDivergences::chiSquare,
                                x -> Math.expm1(SimplexDivergences.kl(x, 0, 1))),
                        TSYBAKOV + ", Lemma 2.7, has it the other way round"),
                wrong(
                        "variation-below-hellinger",
                        Statement.pairs(
                                "TV(p, q) ≤ √(1 − Σ√(pq))",
                                SimplexDivergences::variation,
                                x -> Math.sqrt(SimplexDivergences.hellingerSquared(x))),
                        TSYBAKOV + ", Lemma 2.3: a factor √2 is missing"));
    }

    private static List<Famous> wrongConvexity() {
        return List.of(
                wrong(
                        "renyi-two-jointly-convex",
                        Statement.jointlyConvex("R₂(p‖q)", (x, i, j) -> SimplexDivergences.renyi(x, i, j, 2)),
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

    private static Famous wrong(String name, Conjecture<?> conjecture, String source) {
        return new Famous(name, conjecture, source, false);
    }
}
