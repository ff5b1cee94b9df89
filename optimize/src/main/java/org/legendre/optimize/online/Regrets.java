package org.legendre.optimize.online;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.legendre.geometry.DomainException;

/** The theorems that {@link RegretTheorem} offers. */
final class Regrets {
    private static final String FALLING = "rates do not increase";
    private static final String CONSTANT = "the rate is constant";
    private static final String UNIT = "losses in [0, 1]";
    private static final String CONVEX = "losses are convex (seen at the comparison point)";
    private static final String POINT =
            "u is a point of the closure of the set that is played in (looked at beforehand)";
    private static final String WEIGHTS = "points are exponential weights on the simplex";
    private static final String METHOD = "follow-the-regularised-leader, or mirror descent with a constant rate";
    private static final String LEADER = "follow-the-regularised-leader";
    private static final String EQUAL = "equal weights in the first round";
    private static final double HOEFFDING = 0.125;

    private Regrets() {}

    /** A bound. */
    @FunctionalInterface
    private interface Formula {
        double of(Rounds rounds, double divergence);
    }

    /** A theorem put together from its parts. */
    private record Stated(
            String statement,
            String citation,
            List<String> assumptions,
            Formula formula,
            Function<Round, Optional<String>> check)
            implements RegretTheorem {
        @Override
        public double bound(Rounds rounds, double divergence) {
            return formula.of(rounds, divergence);
        }

        @Override
        public Optional<String> broken(Round round) {
            return check.apply(round);
        }

        @Override
        public String toString() {
            return statement + " (" + citation + ")";
        }
    }

    /** D/η + c·Σ η_t, and +∞ for D = ∞ whatever the rates. */
    private static double bound(Rounds rounds, double divergence, double c) {
        return divergence == Double.POSITIVE_INFINITY
                ? Double.POSITIVE_INFINITY
                : divergence / rounds.rate() + c * rounds.sum();
    }

    static RegretTheorem hedge() {
        return new Stated(
                "Σ⟨w_t, ℓ_t⟩ − Σ⟨u, ℓ_t⟩ ≤ D(u, w₁)/η_T + Ση_t/8",
                "Cesa-Bianchi and Lugosi (2006), theorem 2.2; de Rooij, van Erven, Grünwald and Koolen (2014)",
                List.of(UNIT, FALLING, WEIGHTS, METHOD, CONVEX, POINT),
                (rounds, divergence) -> bound(rounds, divergence, HOEFFDING),
                round -> unit(round)
                        .or(() -> falling(round))
                        .or(() -> weights(round))
                        .or(() -> method(round)));
    }

    static RegretTheorem hedge(double range) {
        DomainException.requirePositive("range", range);
        return new Stated(
                "Σ⟨w_t, ℓ_t⟩ − Σ⟨u, ℓ_t⟩ ≤ D(u, w₁)/η_T + R²Ση_t/8, R = " + range,
                "Cesa-Bianchi and Lugosi (2006), theorem 2.2; de Rooij, van Erven, Grünwald and Koolen (2014)",
                List.of("the losses of a round are at most R apart", FALLING, WEIGHTS, METHOD, CONVEX, POINT),
                (rounds, divergence) -> bound(rounds, divergence, HOEFFDING * range * range),
                round -> range(round, range)
                        .or(() -> falling(round))
                        .or(() -> weights(round))
                        .or(() -> method(round)));
    }

    static RegretTheorem anytimeHedge(int n) {
        double logarithm = logarithm(n);
        return new Stated(
                "Σ⟨w_t, ℓ_t⟩ − Σ⟨u, ℓ_t⟩ ≤ 2√(T ln n/2) + √(ln n/8), n = " + n,
                "Cesa-Bianchi and Lugosi (2006), theorem 2.3",
                List.of(UNIT, actions(n), "rates √(8 ln n/t)", WEIGHTS, LEADER, EQUAL, CONVEX, POINT),
                (rounds, divergence) ->
                        2 * Math.sqrt(rounds.count() * logarithm / 2) + Math.sqrt(logarithm * HOEFFDING),
                round -> unit(round)
                        .or(() -> size(round, n))
                        .or(() -> anytime(round, n))
                        .or(() -> leader(round)));
    }

    static RegretTheorem adaptiveHedge(int n) {
        double logarithm = logarithm(n);
        return new Stated(
                "Σ⟨w_t, ℓ_t⟩ − Σ⟨u, ℓ_t⟩ ≤ √(T ln n) + 2, n = " + n,
                "de Rooij, van Erven, Grünwald and Koolen (2014)",
                List.of(
                        UNIT,
                        actions(n),
                        "rates ln n/Δ (seen only not to increase)",
                        WEIGHTS,
                        LEADER,
                        EQUAL,
                        CONVEX,
                        POINT),
                (rounds, divergence) -> Math.sqrt(rounds.count() * logarithm) + 2,
                round -> unit(round)
                        .or(() -> size(round, n))
                        .or(() -> falling(round))
                        .or(() -> leader(round)));
    }

    static RegretTheorem followTheRegularisedLeader(double lipschitz, DualNorm norm) {
        DomainException.requirePositive("G", lipschitz);
        return new Stated(
                "Σf_t(x_t) − Σf_t(u) ≤ D(u, x₁)/η_T + ½G²Ση_t, G = " + lipschitz,
                "Shalev-Shwartz (2012), section 2; Orabona (2019), chapter 7",
                List.of(gradient(norm), FALLING, METHOD, CONVEX, POINT),
                (rounds, divergence) -> bound(rounds, divergence, 0.5 * lipschitz * lipschitz),
                round ->
                        bounded(round, lipschitz, norm).or(() -> falling(round)).or(() -> method(round)));
    }

    static RegretTheorem mirrorDescent(double lipschitz, DualNorm norm) {
        DomainException.requirePositive("G", lipschitz);
        return new Stated(
                "Σf_t(x_t) − Σf_t(u) ≤ D(u, x₁)/η + ½G²ηT, G = " + lipschitz,
                "Shalev-Shwartz (2012), section 2; Orabona (2019), chapter 6",
                List.of(gradient(norm), CONSTANT, CONVEX, POINT),
                (rounds, divergence) -> bound(rounds, divergence, 0.5 * lipschitz * lipschitz),
                round -> bounded(round, lipschitz, norm).or(() -> constant(round)));
    }

    static RegretTheorem portfolio(double ratio) {
        if (!(ratio > 0 && ratio <= 1)) {
            throw new DomainException("r", ratio, "a ratio of price relatives in (0, 1]");
        }
        return new Stated(
                "Σlog⟨u, x_t⟩ − Σlog⟨w_t, x_t⟩ ≤ D(u, w₁)/η + ηT/(8r²), r = " + ratio,
                "Helmbold, Schapire, Singer and Warmuth (1998), theorem 4.1",
                List.of(
                        "the loss is −log⟨w, x⟩",
                        "min x_t ≥ r max x_t for the price relatives of each period",
                        CONSTANT,
                        WEIGHTS,
                        POINT),
                (rounds, divergence) -> bound(rounds, divergence, HOEFFDING / (ratio * ratio)),
                round -> logarithmic(round)
                        .or(() -> relatives(round, ratio))
                        .or(() -> constant(round))
                        .or(() -> weights(round)));
    }

    private static String gradient(DualNorm norm) {
        return "‖∇f_t(x_t)‖ ≤ G, the norm " + norm
                + " being dual to one in which the mirror map is strongly convex with modulus 1 (not seen from the rounds)";
    }

    private static Optional<String> unit(Round round) {
        return broken(
                round.least() >= 0 && round.greatest() <= 1,
                () -> UNIT + ": they lie in [" + round.least() + ", " + round.greatest() + "]");
    }

    private static Optional<String> range(Round round, double range) {
        double apart = round.greatest() - round.least();
        return broken(apart <= range, () -> "the losses are " + apart + " apart, more than R = " + range);
    }

    private static Optional<String> bounded(Round round, double lipschitz, DualNorm norm) {
        double length = round.norm(norm);
        return broken(length <= lipschitz, () -> norm + " = " + length + ", more than G = " + lipschitz);
    }

    private static double logarithm(int n) {
        if (n < 1) {
            throw new DomainException("number of actions", n, "at least 1");
        }
        return Math.log(n);
    }

    private static String actions(int n) {
        return "there are " + n + " actions";
    }

    private static Optional<String> size(Round round, int n) {
        return broken(round.size() == n, () -> actions(n) + ": there are " + round.size());
    }

    private static Optional<String> weights(Round round) {
        return broken(round.exponentialWeights(), () -> WEIGHTS + ": those of this geometry are not known to be");
    }

    private static Optional<String> method(Round round) {
        return broken(
                round.lazy() || round.number() == 1 || round.rate() == round.previousRate(),
                () -> METHOD + ": mirror descent with " + round.rate() + " after " + round.previousRate());
    }

    /** Hedge from equal weights, its rates falling. */
    private static Optional<String> leader(Round round) {
        return weights(round)
                .or(() -> broken(round.lazy(), () -> LEADER + ": this is mirror descent"))
                .or(() -> broken(round.equalStart(), () -> EQUAL + ": they were not equal"));
    }

    /** For the differential −x/⟨w, x⟩ of −log⟨w, x⟩ the pairing with w is −1, to the rounding of two sums. */
    private static Optional<String> logarithmic(Round round) {
        return broken(
                !round.linear() && Math.abs(round.pairing() + 1) <= (round.size() + 4) * Math.ulp(1.0),
                () -> "the loss is −log⟨w, x⟩: "
                        + (round.linear() ? "it is linear" : "⟨w, g⟩ = " + round.pairing() + " instead of −1"));
    }

    /** The differential is −x/⟨w, x⟩: two roundings on either side, and the one of the product. */
    private static Optional<String> relatives(Round round, double ratio) {
        return broken(
                round.greatest() <= ratio * round.least() * (1 - 4 * Math.ulp(1.0)),
                () -> "the least price relative is " + round.greatest() / round.least()
                        + " of the greatest, less than r = " + ratio);
    }

    private static Optional<String> falling(Round round) {
        return broken(
                round.rate() <= round.previousRate(),
                () -> FALLING + ": " + round.rate() + " comes after " + round.previousRate());
    }

    private static Optional<String> constant(Round round) {
        return broken(
                round.number() == 1 || round.rate() == round.previousRate(),
                () -> CONSTANT + ": " + round.rate() + " comes after " + round.previousRate());
    }

    private static Optional<String> anytime(Round round, int n) {
        double rate = Math.sqrt(8 * Math.log(n) / round.number());
        return broken(
                n == 1 || Math.abs(round.rate() / rate - 1) <= 1e-12,
                () -> "the rate is " + round.rate() + ", not √(8 ln n/t) = " + rate);
    }

    private static Optional<String> broken(boolean holds, Supplier<String> reason) {
        return holds ? Optional.empty() : Optional.of(reason.get());
    }
}
