package org.legendre.examples.chapter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import org.legendre.examples.figure.Figure;
import org.legendre.geometry.PositiveDefinite;
import org.legendre.geometry.Probabilities;
import org.legendre.geometry.Vec;
import org.legendre.geometry.family.MultivariateNormal;
import org.legendre.geometry.family.Normal;
import org.legendre.geometry.family.Univariate;
import org.legendre.geometry.information.JointTable;
import org.legendre.geometry.mixture.Mixture;
import org.legendre.optimize.information.AlphaProjection;
import org.legendre.optimize.information.AlphaProjection.Fit;
import org.legendre.optimize.information.ProductApproximation;

/** The fits between forward and reverse, all stationary points, and independent variables for dependent ones. */
public final class CoveringOrChoosing implements Example {
    private static final double CORRELATION = .9;

    @Override
    public String title() {
        return "Covering or choosing";
    }

    @Override
    public String prose() {
        return """
                Forward and reverse KL are the two ends, α = −1 and α = 1, of Amari's α-divergences. For the two peaks ½N(−3, 1) + ½N(3, 1) and one normal q the forward fit, the moments of the target, goes over continuously into a centred one that shrinks a little (middle); it stays a minimum all the way. \
                Far down the path a second pair of minima appears, one on each peak. At α = 1 there are five stationary points: the two peaks, the centred minimum, and a saddle between each peak and the centre, over which a descent has to get. Which minimum is lower depends on how far the peaks are apart: up to a = 2.80008 the reverse fit too \
                covers both, and beyond it chooses one.

                Forward KL is zero-avoiding: q must be positive wherever P is, for there log P/q counts. Reverse KL is zero-forcing: q must be 0 wherever P is. Two variables that are fitted by independent ones show it without any calculus. A correlated normal (right) has the forward fit with the same marginal variances, far wider than \
                the target is across, and the reverse fit with the conditional variances, far narrower than it is along: mean-field methods are overconfident. Their divergences are equal here, ½ log 1/(1 − ρ²), and so are not what to tell them by. Two spins that agree with probability 0.9 \
                have fair margins, which the forward fit keeps, and a mean field m = tanh(Jm) that takes sides.""";
    }

    private static AlphaProjection<Normal> peaks(double a) {
        Univariate target =
                Mixture.uniform(List.of(new Normal(-a, 1), new Normal(a, 1))).univariate();
        return AlphaProjection.of(Normal.FAMILY, target);
    }

    // begin: points
    /** Minima, and saddles between them: for two peaks three and two. */
    private static List<Fit<Normal>> stationary(double a) {
        return peaks(a).stationaryPoints(1);
    }

    /** Half the distance of the peaks at which the centred fit and that on one peak are equally good. */
    private static double change() {
        double a = 2.7;
        double b = 2.9;
        double atA = preference(a);
        while (Math.abs(b - a) > 1e-7) {
            double atB = preference(b);
            double next = b - atB * (b - a) / (atB - atA);
            a = b;
            atA = atB;
            b = next;
        }
        return b;
    }

    private static double preference(double a) {
        var fits = peaks(a);
        double centred = fits.reverse(new Normal(0, 7)).divergence().value();
        return centred - fits.reverse(new Normal(a, 1)).divergence().value();
    }
    // end: points

    // begin: product
    private static MultivariateNormal[] products(MultivariateNormal p) {
        return new MultivariateNormal[] {ProductApproximation.forward(p), ProductApproximation.reverse(p)};
    }
    // end: product

    @Override
    public Findings work(boolean full, Consumer<String> progress) {
        progress.accept("stationary points of the reverse divergence");
        List<Fit<Normal>> points = stationary(3);
        Fit<Normal> peak = points.get(0);
        Fit<Normal> centred = points.get(2);
        Fit<Normal> saddle = points.get(3);
        double change = change();
        progress.accept("fits along α");
        List<Fit<Normal>> covering = peaks(3).along(new Normal(0, 9), grid(-1, 1, 21));
        List<Fit<Normal>> choosing = choosing(grid(1, -1, 41));
        MultivariateNormal p = new MultivariateNormal(
                Vec.of(0, 0), PositiveDefinite.of(new double[] {1, CORRELATION}, new double[] {CORRELATION, 1}));
        MultivariateNormal[] products = products(p);
        JointTable spins = JointTable.of(new double[][] {{.45, .05}, {.05, .45}});
        Probabilities up = Probabilities.of(.6, .4);
        ProductApproximation.Fit field = ProductApproximation.reverse(spins, List.of(up, up));
        Fit<Normal> half = covering.get(10);
        return Findings.NONE
                .number("stationary points of KL(q‖P)", points.size(), "")
                .number("on a peak: mean", Math.abs(peak.member().mean()), "")
                .number("on a peak: standard deviation", peak.member().deviation(), "")
                .number("on a peak: KL(q‖P)", peak.divergence().value(), "nats")
                .number("centred: standard deviation", centred.member().deviation(), "")
                .number("centred: KL(q‖P)", centred.divergence().value(), "nats")
                .number("saddle: mean", Math.abs(saddle.member().mean()), "")
                .number("saddle: standard deviation", saddle.member().deviation(), "")
                .number("saddle: KL(q‖P)", saddle.divergence().value(), "nats")
                .number("a at which the reverse fit changes sides", change, "")
                .number("α = 0: standard deviation", half.member().deviation(), "")
                .number(
                        "least α of 41 with a fit on a peak",
                        choosing.get(choosing.size() - 1).alpha(),
                        "")
                .number(
                        "correlation 0.9: deviation of the forward product",
                        Math.sqrt(products[0].covariance().get(0, 0)),
                        "")
                .number(
                        "correlation 0.9: deviation of the reverse product",
                        Math.sqrt(products[1].covariance().get(0, 0)),
                        "")
                .number("correlation 0.9: KL, either way", products[1].klTo(p), "nats")
                .number(
                        "spins: magnetisation of the mean field",
                        2 * field.factors().get(0).get(0) - 1,
                        "")
                .number("spins: KL of the mean field", field.divergence(), "nats")
                .picture(
                        "covering-or-choosing",
                        "Left: four fits of one normal to two peaks. Middle: the deviation of the fit as α goes from forward to reverse, on the branch that covers and on that which chooses. Right: a correlated normal and the products nearest to it either way, at two standard deviations.",
                        densities(covering, choosing),
                        branches(covering, choosing),
                        ellipses(p, products));
    }

    /** From the reverse fit on a peak back, as long as it stays on its peak. */
    private static List<Fit<Normal>> choosing(double[] alphas) {
        List<Fit<Normal>> fits = new ArrayList<>();
        Normal from = new Normal(3, 1);
        for (double alpha : alphas) {
            Fit<Normal> fit = peaks(3).from(from, alpha);
            if (!(fit.member().mean() > 2)) {
                break;
            }
            fits.add(fit);
            from = fit.member();
        }
        return fits;
    }

    private static double[] grid(double from, double to, int n) {
        double[] grid = new double[n];
        Arrays.setAll(grid, i -> from + (to - from) * i / (n - 1));
        return grid;
    }

    private static Figure densities(List<Fit<Normal>> covering, List<Fit<Normal>> choosing) {
        double[] xs = grid(-9, 9, 361);
        Univariate target =
                Mixture.uniform(List.of(new Normal(-3, 1), new Normal(3, 1))).univariate();
        return Figure.titled("Fits to two peaks")
                .axes("x", "density")
                .yRange(0, 0.9)
                .area("target", xs, values(xs, x -> Math.exp(target.logDensityAt(x))))
                .line("α = −1, forward", xs, density(xs, covering.get(0)))
                .line("α = 1, centred", xs, density(xs, covering.get(covering.size() - 1)))
                .line("α = 1, on a peak", xs, density(xs, choosing.get(0)))
                .dashed("the last on a peak", xs, density(xs, choosing.get(choosing.size() - 1)));
    }

    private static double[] density(double[] xs, Fit<Normal> fit) {
        return values(xs, x -> fit.member().density(x));
    }

    private static double[] values(double[] xs, ToDoubleFunction<Double> f) {
        return Arrays.stream(xs).map(f::applyAsDouble).toArray();
    }

    private static Figure branches(List<Fit<Normal>> covering, List<Fit<Normal>> choosing) {
        return Figure.titled("From forward to reverse")
                .axes("α", "standard deviation")
                .yRange(0, 5)
                .line("covers both peaks", alphas(covering), deviations(covering))
                .line("on one peak", alphas(choosing), deviations(choosing));
    }

    private static double[] alphas(List<Fit<Normal>> fits) {
        return fits.stream().mapToDouble(Fit::alpha).toArray();
    }

    private static double[] deviations(List<Fit<Normal>> fits) {
        return fits.stream().mapToDouble(fit -> fit.member().deviation()).toArray();
    }

    private static Figure ellipses(MultivariateNormal p, MultivariateNormal[] products) {
        Figure figure = Figure.titled("Independent for dependent")
                .axes("x₁", "x₂")
                .xRange(-3.6, 3.6)
                .yRange(-2.6, 4.8)
                .equalAxes();
        String[] names = {"target, ρ = 0.9", "forward", "reverse"};
        MultivariateNormal[] all = {p, products[0], products[1]};
        for (int k = 0; k < all.length; k++) {
            double[] angles = grid(0, 2 * Math.PI, 181);
            PositiveDefinite sigma = all[k].covariance();
            double[] x = Arrays.stream(angles)
                    .map(t -> 2 * sigma.factor(0, 0) * Math.cos(t))
                    .toArray();
            double[] y = Arrays.stream(angles)
                    .map(t -> 2 * (sigma.factor(1, 0) * Math.cos(t) + sigma.factor(1, 1) * Math.sin(t)))
                    .toArray();
            figure = figure.line(names[k], x, y);
        }
        return figure;
    }

    @Override
    public List<String> listings() {
        return List.of("points", "product");
    }
}
