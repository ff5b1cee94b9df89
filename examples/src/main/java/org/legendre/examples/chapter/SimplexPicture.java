package org.legendre.examples.chapter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.legendre.examples.figure.Curve;
import org.legendre.examples.figure.Figure;
import org.legendre.examples.figure.Layer;
import org.legendre.examples.figure.Legend;
import org.legendre.geometry.Probabilities;
import org.legendre.optimize.information.InformationProjection;

/** The distributions of three outcomes as a triangle, with what an I-projection is in it. */
final class SimplexPicture {
    private static final double HEIGHT = Math.sqrt(3) / 2;
    private static final int RAYS = 720;

    private SimplexPicture() {}

    /** Abscissa of a point of the triangle with corners (0, 0), (1, 0) and (½, √3/2). */
    private static double x(double... p) {
        return p[1] + 0.5 * p[2];
    }

    private static double y(double... p) {
        return HEIGHT * p[2];
    }

    /** The points at which KL(p‖q) has a value, on rays from q, as far as these stay in the triangle. */
    private static List<Curve> contour(Probabilities q, double level) {
        List<Curve> pieces = new ArrayList<>();
        List<double[]> piece = new ArrayList<>();
        for (int k = 0; k <= RAYS; k++) {
            double angle = 2 * Math.PI * k / RAYS;
            double third = Math.sin(angle) / HEIGHT;
            double second = Math.cos(angle) - 0.5 * third;
            double[] direction = {-second - third, second, third};
            double longest = IntStream.range(0, 3)
                    .filter(i -> direction[i] < 0)
                    .mapToDouble(i -> -q.get(i) / direction[i])
                    .min()
                    .orElseThrow();
            double[] end = moved(q, direction, longest);
            if (Probabilities.normalized(end).klTo(q) >= level) {
                double low = 0;
                double high = 1;
                for (int step = 0; step < 50; step++) {
                    double middle = (low + high) / 2;
                    boolean inside = Probabilities.normalized(moved(q, direction, middle * longest))
                                    .klTo(q)
                            < level;
                    low = inside ? middle : low;
                    high = inside ? high : middle;
                }
                piece.add(moved(q, direction, low * longest));
            } else if (!piece.isEmpty()) {
                pieces.add(curve(piece));
                piece = new ArrayList<>();
            }
        }
        if (!piece.isEmpty()) {
            pieces.add(curve(piece));
        }
        return pieces;
    }

    private static double[] moved(Probabilities q, double[] direction, double length) {
        double[] p = new double[3];
        Arrays.setAll(p, i -> Math.max(0, q.get(i) + length * direction[i]));
        return p;
    }

    private static Curve curve(List<double[]> points) {
        return Curve.of(
                points.stream().mapToDouble(SimplexPicture::x).toArray(),
                points.stream().mapToDouble(SimplexPicture::y).toArray());
    }

    /** The projection of q onto the line of given mean of 1, 2, 3 by way of another member p of it. */
    static Figure of(InformationProjection projection, Probabilities member) {
        double[] q = projection.base().toArray();
        double[] star = projection.probabilities().toArray();
        double[] p = member.toArray();
        double mean = projection.family().moment(0);
        // p₃ − p₁ = mean − 2.
        double shift = mean - 2;
        double[] from = {0, 1 - shift, shift};
        double[] to = {0.5 * (1 - shift), 0, 0.5 * (1 + shift)};
        double[] lambdas = Curve.spaced(-8, 8, 401);
        double[][] family = Arrays.stream(lambdas)
                .mapToObj(l -> Probabilities.ofLogits(IntStream.range(0, 3)
                                .mapToDouble(i -> Math.log(q[i]) + l * i)
                                .toArray())
                        .toArray())
                .toArray(double[][]::new);
        double least = projection.divergence();
        return Figure.titled("Three outcomes, mean " + mean)
                .axes("", "")
                .xRange(-0.08, 1.08)
                .yRange(-0.45, HEIGHT + 0.05)
                .legend(Legend.BOTTOM_LEFT)
                .equalAxes()
                .reference("", new double[] {0, 1, 0.5, 0}, new double[] {0, 0, HEIGHT, 0})
                .with(new Layer.Lines(
                        "least KL(p‖q), and half of it",
                        Stream.of(0.5 * least, least)
                                .flatMap(level -> contour(projection.base(), level).stream())
                                .toList(),
                        Layer.Stroke.DASHED))
                .line("given mean", new double[] {x(from), x(to)}, new double[] {y(from), y(to)})
                .line(
                        "exponential family through q",
                        Arrays.stream(family).mapToDouble(SimplexPicture::x).toArray(),
                        Arrays.stream(family).mapToDouble(SimplexPicture::y).toArray())
                .points("", new double[] {x(q), x(star), x(p)}, new double[] {y(q), y(star), y(p)})
                .note("q", x(q), y(q))
                .note("p*", x(star), y(star))
                .note("p", x(p), y(p));
    }
}
