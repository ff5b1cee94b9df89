package org.legendre.examples.chapter;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.legendre.examples.data.Datasets;
import org.legendre.examples.figure.Figure;
import org.legendre.examples.figure.Grid;
import org.legendre.examples.figure.Legend;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;
import org.legendre.geometry.family.Bernoulli;
import org.legendre.geometry.model.Likelihood;
import org.legendre.geometry.model.Output;
import org.legendre.geometry.model.ParametricModel;

/** A logistic regression in two weights: the point of least loss on a ball of KL around w, and how far it is from where natural gradient points to. */
final class SteepestInKl {
    private static final Vec<Weights> CENTRE = Vec.of(1, -0.5);
    private static final double SHOWN = 0.05;
    private static final int AROUND = 361;
    private static final double NARROW = 1e-14;

    private final double[][] inputs;
    private final Likelihood<Integer, Bernoulli> likelihood;

    /** Versicolor (0) against virginica (1) by their petal lengths above 4 cm. */
    SteepestInKl() {
        double[][] flowers =
                Arrays.stream(Datasets.iris()).filter(row -> row[4] > 0).toArray(double[][]::new);
        inputs = Arrays.stream(flowers).map(row -> new double[] {1, row[2] - 4}).toArray(double[][]::new);
        likelihood = Likelihood.of(
                ParametricModel.linear(2, Output.bernoulli()),
                inputs,
                Arrays.stream(flowers).map(row -> (int) row[4] - 1).toList());
    }

    /** KL(w‖w + v), the mean over the flowers. */
    private double divergence(Vec<Weights> v) {
        double sum = 0;
        for (double[] x : inputs) {
            Bernoulli here = likelihood.model().predict(CENTRE, x);
            sum += here.klTo(likelihood.model().predict(CENTRE.plus(v), x)) / inputs.length;
        }
        return sum;
    }

    /** The v in a direction with KL(w‖w + v) = ε. */
    private Vec<Weights> onBall(double angle, double epsilon) {
        Vec<Weights> unit = Vec.of(Math.cos(angle), Math.sin(angle));
        double low = 0;
        double high = 1;
        while (divergence(unit.times(high)) < epsilon) {
            high *= 2;
        }
        while (high - low > NARROW * high) {
            double middle = 0.5 * (low + high);
            if (divergence(unit.times(middle)) < epsilon) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return unit.times(high);
    }

    /** The point of the ball with the least loss. Where it is least its derivative along the ball changes its sign, which is known to more digits than the least value. */
    private Vec<Weights> best(double epsilon, double from) {
        DoubleUnaryOperator slope = angle -> {
            Vec<Weights> v = onBall(angle, epsilon);
            Vec<Weights> along = Vec.of(-gradientOfDivergence(v)[1], gradientOfDivergence(v)[0]);
            return likelihood.score(CENTRE.plus(v)).dot(along);
        };
        double low = from - 1;
        double high = from + 1;
        boolean rising = slope.applyAsDouble(low) > 0;
        while (high - low > NARROW) {
            double middle = 0.5 * (low + high);
            if (slope.applyAsDouble(middle) > 0 == rising) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return onBall(low, epsilon);
    }

    /** The mean of (p(w + v) − p(w))x, the differential of KL(w‖w + v) in v. */
    private double[] gradientOfDivergence(Vec<Weights> v) {
        double[] sum = new double[2];
        for (double[] x : inputs) {
            double difference = likelihood
                            .model()
                            .predict(CENTRE.plus(v), x)
                            .expectation()
                            .get(0)
                    - likelihood.model().predict(CENTRE, x).expectation().get(0);
            sum[0] += difference * x[0];
            sum[1] += difference * x[1];
        }
        return sum;
    }

    Findings work(Findings before) {
        // begin: steepest
        Vec<Weights> natural = likelihood.fisher(CENTRE).damped(0).raise(likelihood.score(CENTRE));
        // end: steepest
        Vec<Weights> euclidean = Vec.of(likelihood.score(CENTRE).toArray());
        double towards = Math.atan2(natural.get(1), natural.get(0));
        double[] epsilons = new double[13];
        Arrays.setAll(epsilons, i -> Math.pow(10, -7 + 0.5 * i));
        double[] angles = Arrays.stream(epsilons)
                .map(epsilon -> WhichFisher.degrees(best(epsilon, towards), natural))
                .toArray();
        double[] around = WhichFisher.spaced(0, 2 * Math.PI, AROUND);
        List<Vec<Weights>> ball =
                Arrays.stream(around).mapToObj(angle -> onBall(angle, SHOWN)).toList();
        Vec<Weights> least = best(SHOWN, towards);
        return before.number(
                        "angle between the differential and natural gradient",
                        WhichFisher.degrees(euclidean, natural),
                        "°")
                .number("angle of the best point at KL = 0.1", angles[12], "°")
                .number("angle of the best point at KL = 0.001", angles[8], "°")
                .number("angle of the best point at KL = 0.00001", angles[4], "°")
                .picture(
                        "steepest-in-kl",
                        "Left: around w the weights with KL(w‖w + v) = 0.05, and levels of the loss. The best of them lies near where natural gradient points to, not where the differential does. Right: the angle between the two falls like √ε.",
                        Figure.titled("The best of a ball of KL")
                                .axes("intercept w₁", "slope w₂")
                                .xRange(-1, 3)
                                .yRange(-3, 1)
                                .equalAxes()
                                .contours("", loss(), .45, .5, .6, .7, .8, 1, 1.2)
                                .legend(Legend.BOTTOM_LEFT)
                                .line("KL(w‖w + v) = 0.05", xs(ball), ys(ball))
                                .line("natural gradient", xs(ray(natural)), ys(ray(natural)))
                                .dashed("differential", xs(ray(euclidean)), ys(ray(euclidean)))
                                .points("least loss on the ball", xs(List.of(least)), ys(List.of(least))),
                        Figure.titled("… in the limit")
                                .axes("ε", "angle to natural gradient (degrees)")
                                .logX()
                                .logY()
                                .line("best point of KL = ε", epsilons, angles)
                                .reference(
                                        "slope ½",
                                        epsilons,
                                        Arrays.stream(epsilons)
                                                .map(epsilon -> 2 * angles[12] * Math.sqrt(epsilon / epsilons[12]))
                                                .toArray()));
    }

    /** From the centre to the ball. */
    private List<Vec<Weights>> ray(Vec<Weights> direction) {
        return List.of(Vec.zeros(2), onBall(Math.atan2(direction.get(1), direction.get(0)), SHOWN));
    }

    private Grid loss() {
        return Grid.of(
                WhichFisher.spaced(-1, 3, 81),
                WhichFisher.spaced(-3, 1, 81),
                (a, b) -> -likelihood.logLikelihood(Vec.of(a, b)));
    }

    private static double[] xs(List<Vec<Weights>> points) {
        return points.stream().mapToDouble(v -> CENTRE.get(0) + v.get(0)).toArray();
    }

    private static double[] ys(List<Vec<Weights>> points) {
        return points.stream().mapToDouble(v -> CENTRE.get(1) + v.get(1)).toArray();
    }
}
