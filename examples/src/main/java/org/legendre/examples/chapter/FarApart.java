package org.legendre.examples.chapter;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.legendre.examples.figure.Figure;
import org.legendre.examples.figure.Grid;
import org.legendre.examples.figure.Legend;
import org.legendre.geometry.divergence.Chernoff;
import org.legendre.geometry.divergence.Divergences;
import org.legendre.geometry.family.Gamma;
import org.legendre.geometry.family.Normal;
import org.legendre.geometry.family.Poisson;

/** How far apart are two distributions? One skewed Jensen divergence gives a whole family of answers, and the Fisher metric a distance. */
public final class FarApart implements Example {
    private static final double[] RADII = {.5, 1, 1.5, 2};

    @Override
    public String title() {
        return "How far apart";
    }

    @Override
    public String prose() {
        return """
                From the integral −log ∫ p^α q^(1−α), which in an exponential family is the skewed Jensen divergence of ψ, follow Rényi's divergences of every order, Bhattacharyya's and Hellinger's. Rényi's grows with its order, vanishes at 0, is \
                KL at 1, and is infinite from the order on at which the tails of q no longer hold those of p: for N(0, 4) against N(0, 1) that is 4/3.

                Rao's distance is the length of the shortest curve in the Fisher metric. The normals are then a hyperbolic half-plane: circles about N(0, 1) are circles of that geometry, and close by all divergences agree with it, for √(2·KL) has the Fisher metric as its \
                second-order part. Further out KL goes its own way: it fears narrow q, whose tails do not hold those of p.""";
    }

    @Override
    public Findings work(boolean full, Consumer<String> progress) {
        // begin: distances
        Normal p = new Normal(0, 1);
        Normal q = Normal.meanDeviation(1, 1.5);
        double forward = Divergences.kl(p, q);
        double reverse = Divergences.kl(q, p);
        double half = Divergences.renyi(p, q, .5); // twice Bhattacharyya's
        double collision = Divergences.renyi(p, q, 2);
        double bhattacharyya = Divergences.bhattacharyya(p, q);
        double hellinger = Divergences.hellinger(p, q);
        Chernoff chernoff = Divergences.chernoff(p, q); // the exponent of the best test's error
        double rao = p.fisherRaoTo(q);
        // end: distances
        return Findings.NONE
                .number("KL(N(0, 1)‖N(1, 1.5²))", forward, "nats")
                .number("KL(N(1, 1.5²)‖N(0, 1))", reverse, "nats")
                .number("Rényi, order ½", half, "nats")
                .number("Rényi, order 2", collision, "nats")
                .number("Bhattacharyya", bhattacharyya, "nats")
                .number("Hellinger distance", hellinger, "")
                .number("Chernoff information", chernoff.information(), "nats")
                .number("… at the weight of p", chernoff.alpha(), "")
                .number("Fisher–Rao distance", rao, "")
                .number(
                        "Fisher–Rao, N(1e12, 1) to N(1e12, 2²)",
                        new Normal(1e12, 1).fisherRaoTo(new Normal(1e12, 4)),
                        "")
                .number("Rényi, N(0, 4) to N(0, 1), order 1.3", Divergences.renyi(new Normal(0, 4), p, 1.3), "nats")
                .number("Rényi, N(0, 4) to N(0, 1), order 1.4", Divergences.renyi(new Normal(0, 4), p, 1.4), "nats")
                .picture(
                        "far-apart",
                        "Left: the normals q at Rao's distance ½, 1, 1½ and 2 from p = N(0, 1), and those at √(2·KL(p‖q)) of the same size: they agree near p only. Right: Rényi's divergence against its order; dots are KL, at order 1.",
                        circles(p),
                        orders());
    }

    private static Figure circles(Normal p) {
        ToDoubleFunction<Normal> kl = q -> Math.sqrt(2 * Divergences.kl(p, q));
        return Figure.titled("Around N(0, 1)")
                .axes("mean", "standard deviation")
                .yRange(0, 7.5)
                .contours("Rao's distance", grid(p::fisherRaoTo), RADII)
                .contours("√(2·KL(p‖q))", grid(kl), RADII)
                .points("p", new double[] {0}, new double[] {1});
    }

    private static Grid grid(ToDoubleFunction<Normal> distance) {
        double[] means = new double[161];
        Arrays.setAll(means, i -> -4 + i / 20.0);
        double[] deviations = new double[120];
        Arrays.setAll(deviations, i -> (i + 1) / 20.0);
        return Grid.of(
                means, deviations, (mean, deviation) -> distance.applyAsDouble(Normal.meanDeviation(mean, deviation)));
    }

    private static Figure orders() {
        double[] orders = new double[121];
        Arrays.setAll(orders, i -> 4.5 * i / (orders.length - 1));
        Normal wide = new Normal(0, 4);
        Normal unit = new Normal(0, 1);
        Figure figure = Figure.titled("Rényi's divergence")
                .axes("order", "divergence (nats)")
                .yRange(0, 7)
                .legend(Legend.TOP_RIGHT)
                .line("N(0, 1) to N(0, 4)", orders, renyi(orders, a -> Divergences.renyi(unit, wide, a)));
        double[] narrow = Arrays.stream(orders).filter(a -> a < 1.333).toArray();
        figure = figure.line("N(0, 4) to N(0, 1)", narrow, renyi(narrow, a -> Divergences.renyi(wide, unit, a)))
                .line(
                        "Poisson(2) to (4)",
                        orders,
                        renyi(orders, a -> Divergences.renyi(new Poisson(2), new Poisson(4), a)))
                .line(
                        "Gamma(3, 1) to (1, 1)",
                        orders,
                        renyi(orders, a -> Divergences.renyi(new Gamma(3, 1), new Gamma(1, 1), a)));
        double[] ones = {1, 1, 1, 1};
        double[] kl = {
            Divergences.kl(unit, wide),
            Divergences.kl(wide, unit),
            Divergences.kl(new Poisson(2), new Poisson(4)),
            Divergences.kl(new Gamma(3, 1), new Gamma(1, 1))
        };
        return figure.points("KL", ones, kl);
    }

    private static double[] renyi(double[] orders, DoubleUnaryOperator divergence) {
        return Arrays.stream(orders).map(divergence).toArray();
    }

    @Override
    public List<String> listings() {
        return List.of("distances");
    }
}
