package org.legendre.properties;

import java.util.List;
import java.util.stream.Stream;
import org.legendre.geometry.Domain;
import org.legendre.geometry.family.Normal;
import org.legendre.geometry.special.Logs;
import org.legendre.properties.Conjectures.Famous;

/** Famous statements that hold: no search finds a counterexample. */
final class TrueConjectures {
    private static final String ERVEN = "T. van Erven and P. Harremoës, IEEE Trans. Inf. Theory 60 (2014)";
    private static final String ENDRES = "D. Endres and J. Schindelin, IEEE Trans. Inf. Theory 49 (2003)";
    private static final String TSYBAKOV = "A. Tsybakov, Introduction to Nonparametric Estimation (2009)";

    private TrueConjectures() {}

    static List<Famous> all() {
        return Stream.of(inequalities(), metrics(), convexity())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Famous> inequalities() {
        return List.of(
                right(
                        "pinsker",
                        Statement.pairs(
                                "2 TV(p, q)² ≤ KL(p‖q)",
                                x -> 2 * SimplexDivergences.variation(x) * SimplexDivergences.variation(x),
                                x -> SimplexDivergences.kl(x, 0, 1)),
                        TSYBAKOV + ", Lemma 2.5"),
                right(
                        "bretagnolle-huber",
                        Statement.pairs(
                                "TV(p, q) ≤ √(1 − exp(−KL(p‖q)))",
                                SimplexDivergences::variation,
                                x -> Math.sqrt(-Math.expm1(-SimplexDivergences.kl(x, 0, 1)))),
                        "J. Bretagnolle and C. Huber, Z. Wahrscheinlichkeitstheorie 47 (1979); " + TSYBAKOV
                                + ", Lemma 2.6"),
                right(
                        "kl-below-chi-square",
                        Statement.pairs(
                                "KL(p‖q) ≤ log(1 + χ²(p‖q))",
                                x -> SimplexDivergences.kl(x, 0, 1),
                                x -> Math.log1p(SimplexDivergences.chiSquare(x))),
                        TSYBAKOV + ", Lemma 2.7"),
                right(
                        "hellinger-below-kl",
                        Statement.pairs(
                                "2 (1 − Σ√(pq)) ≤ KL(p‖q)",
                                x -> 2 * SimplexDivergences.hellingerSquared(x),
                                x -> SimplexDivergences.kl(x, 0, 1)),
                        TSYBAKOV + ", Lemma 2.4"),
                right(
                        "le-cam",
                        Statement.pairs(
                                "TV² ≤ h²(2 − h²) with h² = 1 − Σ√(pq)",
                                x -> SimplexDivergences.variation(x) * SimplexDivergences.variation(x),
                                x -> SimplexDivergences.hellingerSquared(x)
                                        * (2 - SimplexDivergences.hellingerSquared(x))),
                        TSYBAKOV + ", Lemma 2.3"),
                right(
                        "kl-fisher-rao",
                        Statement.pairs(
                                "−2 log cos(FR(p, q)/2) ≤ KL(p‖q)",
                                x -> -2 * Math.log(Math.cos(0.5 * SimplexDivergences.fisherRao(x))),
                                x -> SimplexDivergences.kl(x, 0, 1)),
                        ERVEN + ", Theorem 3: the left side is the Rényi divergence of order ½"),
                right(
                        "renyi-monotone",
                        Statement.pairs(
                                "R_½(p‖q) ≤ R₂(p‖q)",
                                x -> SimplexDivergences.renyi(x, 0, 1, 0.5),
                                x -> SimplexDivergences.renyi(x, 0, 1, 2)),
                        ERVEN + ", Theorem 3"),
                right(
                        "jensen-shannon-below-variation",
                        Statement.pairs(
                                "JS(p, q) ≤ log 2 · TV(p, q)",
                                x -> SimplexDivergences.jensenShannon(x, 0, 1),
                                x -> Math.log(2) * SimplexDivergences.variation(x)),
                        "J. Lin, IEEE Trans. Inf. Theory 37 (1991), with the variational distance 2 TV"));
    }

    private static List<Famous> metrics() {
        return List.of(
                right(
                        "jensen-shannon-root-metric",
                        Statement.triangle(
                                "√JS(p, q)", (x, i, j) -> Math.sqrt(SimplexDivergences.jensenShannon(x, i, j))),
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
                        Statement.jointlyConvex("KL(p‖q)", SimplexDivergences::kl),
                        "T. Cover and J. Thomas, Elements of Information Theory (2006), Theorem 2.7.2"),
                right(
                        "renyi-half-jointly-convex",
                        Statement.jointlyConvex("R_½(p‖q)", (x, i, j) -> SimplexDivergences.renyi(x, i, j, 0.5)),
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

    private static Famous right(String name, Conjecture<?> conjecture, String source) {
        return new Famous(name, conjecture, source, true);
    }
}
