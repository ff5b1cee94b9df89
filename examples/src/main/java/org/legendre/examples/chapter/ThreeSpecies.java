package org.legendre.examples.chapter;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.legendre.examples.data.Datasets;
import org.legendre.examples.figure.Figure;
import org.legendre.examples.figure.Grid;
import org.legendre.examples.figure.Legend;
import org.legendre.geometry.Euclidean;
import org.legendre.geometry.PositiveDefinite;
import org.legendre.geometry.Probabilities;
import org.legendre.geometry.Vec;
import org.legendre.geometry.family.MultivariateNormal;
import org.legendre.geometry.mixture.Mixture;
import org.legendre.optimize.Outcome;
import org.legendre.optimize.information.ExpectationMaximization;

/** A mixture of three normals finds the three species of iris without being told them. */
public final class ThreeSpecies implements Example {
    /** The columns that are drawn: petal length and width. */
    private static final int[] SHOWN = {2, 3};

    /** The likelihood has many maxima: the best of so many starts is taken. */
    private static final int STARTS = 20;

    private static final String[] SPECIES = {"setosa", "versicolor", "virginica"};

    @Override
    public String title() {
        return "Three species, found";
    }

    @Override
    public String prose() {
        return """
                A mixture is not an exponential family, but its components are points of one. Expectation maximization alternates two projections: given the mixture, the responsibilities of its components for each flower; given these, \
                each component's expectation coordinates, which are averages. No line of it depends on the family. The log-likelihood never falls (right), and near its maximum approaches it at a constant rate: a method of first order.

                The data are Fisher's 150 irises, four lengths each, without their species. The likelihood of a mixture has many maxima, and where its covariances may shrink to flat ones no largest value; of 20 seeded starts the best that converged is shown. Its three normals found are those of the three species but for five flowers.""";
    }

    // begin: mixture
    private static ExpectationMaximization.Fit<Vec<Euclidean>, MultivariateNormal> fit(
            List<Vec<Euclidean>> flowers, long seed) {
        var family = MultivariateNormal.family(4);
        var start = ExpectationMaximization.start(family, flowers, 3, new SplittableRandom(seed));
        return ExpectationMaximization.of(family, flowers).until(1e-15, 1000).run(start);
    }
    // end: mixture

    @Override
    public Findings work(boolean full, Consumer<String> progress) {
        double[][] iris = Datasets.iris();
        List<Vec<Euclidean>> flowers = Arrays.stream(iris)
                .map(row -> Vec.<Euclidean>of(Arrays.copyOf(row, 4)))
                .toList();
        progress.accept("expectation maximization from " + STARTS + " starts");
        var fits = LongStream.rangeClosed(1, STARTS)
                .mapToObj(seed -> fit(flowers, seed))
                .filter(run -> run.outcome() instanceof Outcome.Converged)
                .sorted(Comparator.comparingDouble(run -> -last(run.logLikelihoods())))
                .toList();
        var fit = fits.get(0);
        Mixture<Vec<Euclidean>, MultivariateNormal> mixture = fit.mixture();
        int[] component = component(mixture, flowers, iris);
        double best = last(fit.logLikelihoods());
        Findings findings = Findings.NONE.number("log-likelihood", best, "nats");
        for (int s = 0; s < SPECIES.length; s++) {
            findings = findings.number(
                    "weight of the component of " + SPECIES[s],
                    mixture.weights().get(component[s]),
                    "");
        }
        return findings.number(
                        "flowers whose most responsible component is another species'",
                        strangers(mixture, flowers, iris, component),
                        "")
                .picture(
                        "three-species",
                        "Left: the flowers by petal, coloured by species, and the ellipses of one and two standard deviations of the components found. Right: how much log-likelihood is missing, step by step.",
                        petals(mixture, iris),
                        missing(fit.logLikelihoods(), best));
    }

    private static double last(List<Double> trace) {
        return trace.get(trace.size() - 1);
    }

    /** The component of each species: the one responsible for most of its flowers. */
    private static int[] component(
            Mixture<Vec<Euclidean>, MultivariateNormal> mixture, List<Vec<Euclidean>> flowers, double[][] iris) {
        int[] component = new int[SPECIES.length];
        for (int s = 0; s < SPECIES.length; s++) {
            int[] votes = new int[mixture.size()];
            for (int i = 0; i < iris.length; i++) {
                if ((int) iris[i][4] == s) {
                    votes[mostResponsible(mixture, flowers.get(i))]++;
                }
            }
            for (int j = 1; j < votes.length; j++) {
                component[s] = votes[j] > votes[component[s]] ? j : component[s];
            }
        }
        return component;
    }

    private static int mostResponsible(Mixture<Vec<Euclidean>, MultivariateNormal> mixture, Vec<Euclidean> flower) {
        Probabilities responsibilities = mixture.responsibilities(flower);
        int most = 0;
        for (int j = 1; j < responsibilities.size(); j++) {
            most = responsibilities.get(j) > responsibilities.get(most) ? j : most;
        }
        return most;
    }

    private static int strangers(
            Mixture<Vec<Euclidean>, MultivariateNormal> mixture,
            List<Vec<Euclidean>> flowers,
            double[][] iris,
            int[] component) {
        int count = 0;
        for (int i = 0; i < iris.length; i++) {
            count += mostResponsible(mixture, flowers.get(i)) == component[(int) iris[i][4]] ? 0 : 1;
        }
        return count;
    }

    private static Figure petals(Mixture<Vec<Euclidean>, MultivariateNormal> mixture, double[][] iris) {
        Figure figure = Figure.titled("Irises by petal")
                .axes("petal length (cm)", "petal width (cm)")
                .legend(Legend.TOP_LEFT);
        for (int s = 0; s < SPECIES.length; s++) {
            double species = s;
            double[][] rows =
                    Arrays.stream(iris).filter(row -> row[4] == species).toArray(double[][]::new);
            figure = figure.points(
                    SPECIES[s],
                    Arrays.stream(rows).mapToDouble(row -> row[SHOWN[0]]).toArray(),
                    Arrays.stream(rows).mapToDouble(row -> row[SHOWN[1]]).toArray());
        }
        for (MultivariateNormal component : mixture.components()) {
            figure = figure.contours("", ellipses(component), 1, 2);
        }
        return figure;
    }

    /** The Mahalanobis distance from a component, in the two columns shown. */
    private static Grid ellipses(MultivariateNormal component) {
        PositiveDefinite c = component.covariance();
        PositiveDefinite shown = PositiveDefinite.of(new double[][] {
            {c.get(SHOWN[0], SHOWN[0]), c.get(SHOWN[0], SHOWN[1])},
            {c.get(SHOWN[1], SHOWN[0]), c.get(SHOWN[1], SHOWN[1])}
        });
        double[] lengths = new double[301];
        Arrays.setAll(lengths, i -> .5 + 7 * i / 300.0);
        double[] widths = new double[301];
        Arrays.setAll(widths, i -> -.2 + 3.2 * i / 300.0);
        return Grid.of(
                lengths,
                widths,
                (length, width) -> Math.sqrt(shown.inverseQuadratic(new double[] {
                    length - component.mean().get(SHOWN[0]),
                    width - component.mean().get(SHOWN[1])
                })));
    }

    private static Figure missing(List<Double> trace, double best) {
        double[] gaps = trace.stream()
                .mapToDouble(value -> best - value)
                .filter(gap -> gap > 1e-9)
                .toArray();
        double[] steps = new double[gaps.length];
        Arrays.setAll(steps, i -> i);
        return Figure.titled("Expectation maximization")
                .axes("step", "log-likelihood missing (nats)")
                .logY()
                .line("", steps, gaps);
    }

    @Override
    public List<String> listings() {
        return List.of("mixture");
    }
}
