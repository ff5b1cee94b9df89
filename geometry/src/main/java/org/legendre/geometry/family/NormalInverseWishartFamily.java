package org.legendre.geometry.family;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Euclidean;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.PositiveDefinite;
import org.legendre.geometry.Source;
import org.legendre.geometry.Vec;

/** All normal–inverse-Wishart distributions on d-dimensional normals. */
final class NormalInverseWishartFamily extends NamedFamily<MultivariateNormal, NormalInverseWishart> {
    private static final double HALF_LOG_2PI = 0.9189385332046727;

    private final int d;

    NormalInverseWishartFamily(int d) {
        super("normal-inverse-wishart", names(d), NormalWishartPotential.legendre(d));
        this.d = d;
    }

    private static List<String> names(int d) {
        List<String> names = new ArrayList<>(List.of("d"));
        for (int i = 1; i <= d; i++) {
            names.add("mean" + i);
        }
        names.addAll(List.of("count", "df"));
        names.addAll(Packed.names("scale", d));
        return names;
    }

    @Override
    public String toString() {
        return name() + " (" + dimension() + " coordinates)";
    }

    @Override
    NormalInverseWishart create(double[] parameters) {
        if (parameters[0] != d) {
            throw new DomainException("dimension", parameters[0], "" + d);
        }
        return new NormalInverseWishart(
                Vec.of(Arrays.copyOfRange(parameters, 1, 1 + d)),
                parameters[1 + d],
                parameters[2 + d],
                Packed.matrix(d, parameters, 3 + d));
    }

    @Override
    NormalInverseWishart atNatural(double[] t) {
        return at(NormalWishartPoint.ofNatural(d, t));
    }

    @Override
    public NormalInverseWishart atExpectation(Vec<Expectation> eta) {
        return at(NormalWishartPoint.ofExpectation(
                d, potential().conjugate().domain().require("η", eta.toArray())));
    }

    private static NormalInverseWishart at(NormalWishartPoint point) {
        return new NormalInverseWishart(
                point.mean(), point.count(), 2 * point.shape(), Packed.divided(point.rate(), 0.5));
    }

    @Override
    NormalInverseWishart atSource(double[] s) {
        DomainException.requireLength("source", s, dimension());
        return new NormalInverseWishart(
                Vec.of(Arrays.copyOf(s, d)),
                s[d],
                s[d + 1],
                PositiveDefinite.ofPacked(d, Arrays.copyOfRange(s, d + 2, s.length)));
    }

    /** Of (n/2, −½(Ψ + κμμᵀ), κμ, −½κ) by (μ, κ, n, Ψ). */
    @Override
    double[][] jacobian(Vec<Source> source) {
        int n = dimension();
        int place = 1 + Packed.size(d);
        double[] m = Arrays.copyOf(source.toArray(), d);
        double count = source.get(d);
        double[][] columns = new double[n][n];
        for (int i = 0; i < d; i++) {
            double[] unit = new double[d];
            unit[i] = 1;
            Packed.addProduct(-count, unit, m, 2, columns[i], 1);
            columns[i][place + i] = count;
            columns[d][place + i] = m[i];
        }
        Packed.addProduct(-0.5, m, m, 2, columns[d], 1);
        columns[d][n - 1] = -0.5;
        columns[d + 1][0] = 0.5;
        double[][] ofScale = Packed.diagonal(d, -0.5, -1);
        for (int k = 0; k < ofScale.length; k++) {
            columns[d + 2 + k][1 + k] = ofScale[k][k];
        }
        double[][] rows = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                rows[i][j] = columns[j][i];
            }
        }
        return rows;
    }

    @Override
    public Vec<Expectation> statistic(MultivariateNormal x) {
        PositiveDefinite covariance = NormalInverseWishart.requireSize(x, d).covariance();
        double[] t = Arrays.copyOf(
                Packed.vector(-covariance.logDeterminant(), covariance.inverse())
                        .toArray(),
                dimension());
        double[] m = x.mean().toArray();
        double[] pulled = new double[d];
        covariance.solve(m, pulled);
        System.arraycopy(pulled, 0, t, 1 + Packed.size(d), d);
        t[t.length - 1] = covariance.inverseQuadratic(m);
        return Vec.of(t);
    }

    @Override
    public double logBaseMeasure(MultivariateNormal x) {
        return -d * HALF_LOG_2PI
                - 0.5
                        * (d + 2)
                        * NormalInverseWishart.requireSize(x, d).covariance().logDeterminant();
    }

    /**
     * {@inheritDoc} Two passes: the mean statistic, then the gap between log determinants as for {@link InverseWishart}, and the mean of (x − μ)ᵀΛ(x −
     * μ), so that data close together cost no accuracy.
     */
    @Override
    public NormalInverseWishart maximumLikelihood(List<? extends MultivariateNormal> data) {
        double[] eta = meanStatistic(data).toArray();
        PositiveDefinite inverseMean = WishartPotential.mean(d, eta).inverse();
        Vec<Euclidean> mean = NormalWishartPoint.of(1, 1, d, eta).mean();
        double gap = 0;
        double spread = 0;
        int count = 0;
        for (MultivariateNormal x : data) {
            count++;
            gap += (PositiveDefinitePencil.itakuraSaito(inverseMean, x.covariance()) - gap) / count;
            spread += (x.covariance().inverseQuadratic(x.mean().minus(mean).toArray()) - spread) / count;
        }
        if (!(gap > 0)) {
            throw new DomainException(
                    "log det of the mean precision less mean of log det",
                    gap,
                    "observations whose covariances are not all equal (no likelihood is the largest)");
        }
        if (!(spread > 0)) {
            throw new DomainException(
                    "mean square of the means about their mean",
                    spread,
                    "observations whose means are not all equal (no likelihood is the largest)");
        }
        return at(NormalWishartPoint.of(new MultivariateGamma(d).shape(gap), d / spread, d, eta));
    }
}
