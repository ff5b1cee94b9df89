package org.legendre.geometry.family;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Euclidean;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Source;
import org.legendre.geometry.Vec;

/** What the families of diagonal and of isotropic normals share. */
abstract class IndependentNormalFamily<M extends Member<Vec<Euclidean>, M>> extends NamedFamily<Vec<Euclidean>, M> {
    private final int d;
    private final int groups;

    IndependentNormalFamily(String name, int d, int groups) {
        super(name, names(d, groups), IndependentNormals.legendre(d, groups));
        this.d = d;
        this.groups = groups;
    }

    private static List<String> names(int d, int groups) {
        List<String> names = new ArrayList<>(List.of("d"));
        for (int i = 1; i <= d; i++) {
            names.add("mean" + i);
        }
        for (int k = 1; k <= groups; k++) {
            names.add(groups == 1 ? "variance" : "variance" + k);
        }
        return names;
    }

    /** The member of means and variances. */
    abstract M at(double[] mean, double[] variance);

    private M at(IndependentNormals normals) {
        return at(normals.mean(), normals.variance());
    }

    @Override
    public final String toString() {
        return name() + " (" + dimension() + " coordinates)";
    }

    @Override
    final M create(double[] parameters) {
        if (parameters[0] != d) {
            throw new DomainException("dimension", parameters[0], "" + d);
        }
        return atSource(Arrays.copyOfRange(parameters, 1, parameters.length));
    }

    @Override
    final M atSource(double[] source) {
        DomainException.requireLength("source", source, d + groups);
        return at(Arrays.copyOf(source, d), Arrays.copyOfRange(source, d, source.length));
    }

    @Override
    final M atNatural(double[] t) {
        return at(IndependentNormals.ofNatural(groups, t));
    }

    @Override
    public final M atExpectation(Vec<Expectation> eta) {
        return at(IndependentNormals.ofExpectation(
                groups, potential().conjugate().domain().require("η", eta.toArray())));
    }

    @Override
    final double[][] jacobian(Vec<Source> source) {
        double[] s = source.toArray();
        return new IndependentNormals(Arrays.copyOf(s, d), Arrays.copyOfRange(s, d, s.length)).jacobian();
    }

    @Override
    public final Vec<Expectation> statistic(Vec<Euclidean> x) {
        double[] t = Arrays.copyOf(DomainException.requireLength("observation", x.toArray(), d), d + groups);
        for (int i = 0; i < d; i++) {
            t[d + i / (d / groups)] += t[i] * t[i];
        }
        return Vec.of(t);
    }

    @Override
    public final double logBaseMeasure(Vec<Euclidean> x) {
        DomainException.requireLength("observation", x.toArray(), d);
        return -d * IndependentNormals.HALF_LOG_2PI;
    }

    private CentredMoments moments(List<? extends Vec<Euclidean>> data, double[] weights) {
        Statistics.requireObservations(this, data, weights);
        List<double[]> rows = new ArrayList<>();
        data.forEach(x -> rows.add(x.toArray()));
        return CentredMoments.of(d, true, rows, weights);
    }

    /** The mean square of each group. */
    private double[] grouped(double[] squares) {
        double[] variance = new double[groups];
        int size = d / groups;
        for (int i = 0; i < d; i++) {
            variance[i / size] += squares[i] / size;
        }
        return variance;
    }

    @Override
    public final M maximumLikelihood(List<? extends Vec<Euclidean>> data) {
        return weightedMaximumLikelihood(data, Statistics.ones(data));
    }

    /** {@inheritDoc} Two passes: the mean, then the squares about it, so that a large mean costs no accuracy. */
    @Override
    public final M weightedMaximumLikelihood(List<? extends Vec<Euclidean>> data, double[] weights) {
        CentredMoments moments = moments(data, weights);
        double[] variance = grouped(moments.products());
        for (int k = 0; k < groups; k++) {
            Statistics.requireVariance(
                    groups == 1 ? "sample variance" : "sample variance of coordinate " + k, variance[k]);
        }
        return at(moments.mean(), variance);
    }

    /** {@inheritDoc} By squares about the mean, to which the distance of the means of data and prior adds. */
    @Override
    public final M weightedMaximumAPosteriori(
            List<? extends Vec<Euclidean>> data, double[] weights, ConjugatePrior<Vec<Euclidean>, M> prior) {
        double[] mode = prior.requireFamily(this).mode().source().toArray();
        double[] square = new double[d];
        Arrays.setAll(square, i -> mode[d + i / (d / groups)]);
        CentredMoments joined = moments(data, weights).joined(prior.strength(), Arrays.copyOf(mode, d), square);
        return at(joined.mean(), grouped(joined.products()));
    }
}
