package org.legendre.geometry.family;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Probabilities;
import org.legendre.geometry.Source;
import org.legendre.geometry.Vec;

/** All multinomials of n trials with k classes. */
final class MultinomialFamily extends NamedFamily<List<Long>, Multinomial> {
    private final long trials;
    private final ExponentialFamily<Integer, Categorical> trial;
    private final int classes;

    MultinomialFamily(long trials, int classes) {
        super(
                "multinomial",
                Stream.concat(Stream.of("n"), IntStream.rangeClosed(1, classes).mapToObj(i -> "p" + i))
                        .toList(),
                ScaledPotential.legendre(CategoricalPotential.legendre(classes), (double) trials));
        this.trials = trials;
        this.trial = Categorical.family(classes);
        this.classes = classes;
    }

    static int requireClasses(int k) {
        if (k < 2) {
            throw new DomainException("number of classes", k, "an integer ≥ 2");
        }
        return k;
    }

    static double[] tail(double[] parameters) {
        return Arrays.copyOfRange(parameters, 1, parameters.length);
    }

    static double[] array(List<Long> x) {
        return x.stream().mapToDouble(Long::doubleValue).toArray();
    }

    /** Whether counts of k classes that sum to n. */
    static boolean possible(List<Long> x, long trials, int classes) {
        long left = trials;
        for (long count : x) {
            if (!(count >= 0 && count <= left)) {
                return false;
            }
            left -= count;
        }
        return x.size() == classes && left == 0;
    }

    private Multinomial scaled(Categorical one) {
        return new Multinomial(trials, one.probabilities());
    }

    @Override
    public String toString() {
        return name() + " (n = " + trials + ", " + dimension() + " coordinates)";
    }

    @Override
    Multinomial create(double[] parameters) {
        Trials.requireShared(parameters[0], (double) trials);
        return Multinomial.of(parameters);
    }

    @Override
    Multinomial atSource(double[] source) {
        return scaled(trial.atExpectation(Vec.of(source)));
    }

    @Override
    Multinomial atNatural(double[] theta) {
        return scaled(trial.member(Vec.of(theta)));
    }

    @Override
    double[][] jacobian(Vec<Source> source) {
        return trial.source().jacobian(source);
    }

    @Override
    public Multinomial atExpectation(Vec<Expectation> eta) {
        return scaled(trial.atExpectation(Vec.generate(eta.size(), i -> eta.get(i) / (double) trials)));
    }

    @Override
    public Vec<Expectation> statistic(List<Long> x) {
        if (!possible(x, trials, classes)) {
            throw new DomainException("observation", x, classes + " counts that sum to " + trials);
        }
        return Vec.generate(classes - 1, i -> (double) x.get(i));
    }

    @Override
    public double logBaseMeasure(List<Long> x) {
        return possible(x, trials, classes)
                ? Trials.logCoefficient((double) trials, array(x))
                : Double.NEGATIVE_INFINITY;
    }

    /** {@inheritDoc} The relative frequencies of all k classes; classes that do not occur get probability 0. */
    @Override
    public Multinomial maximumLikelihood(List<? extends List<Long>> data) {
        Statistics.requireData(data);
        double[] counts = new double[classes];
        for (List<Long> x : data) {
            statistic(x);
            for (int i = 0; i < classes; i++) {
                counts[i] += (double) x.get(i);
            }
        }
        return new Multinomial(trials, Probabilities.normalized(counts));
    }

    static List<Long> sample(long trials, Probabilities probabilities, RandomGenerator random) {
        int k = probabilities.size();
        // What is left of the probability is summed from its end: differences from 1 would cancel.
        double[] rest = new double[k];
        double sum = 0;
        for (int i = k - 1; i >= 0; i--) {
            sum += probabilities.get(i);
            rest[i] = sum;
        }
        List<Long> counts = new ArrayList<>(k);
        long left = trials;
        for (int i = 0; i < k; i++) {
            // Where all that follows has probability 0 the quotient is 1.
            double p = left == 0 || rest[i] == 0 ? 0 : probabilities.get(i) / rest[i];
            long count = left == 0 ? 0 : BinomialKernel.sample(left, p, random);
            counts.add(count);
            left -= count;
        }
        return List.copyOf(counts);
    }
}
