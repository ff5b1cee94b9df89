package org.legendre.geometry.family;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.legendre.geometry.Chart;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Euclidean;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.LogCholesky;
import org.legendre.geometry.Natural;
import org.legendre.geometry.PositiveDefinite;
import org.legendre.geometry.Source;
import org.legendre.geometry.Vec;

/** All d-dimensional normals. */
record MultivariateNormalFamily(int d) implements ExponentialFamily<Vec<Euclidean>, MultivariateNormal> {
    private static final double HALF_LOG_2PI = 0.9189385332046727;
    /** A pivot of the sample covariance below this fraction of its variance is rounding. */
    private static final double SINGULAR = 16 * Math.ulp(1.0);

    @Override
    public String name() {
        return "multivariate-normal";
    }

    @Override
    public String toString() {
        return name() + " (" + dimension() + " coordinates)";
    }

    @Override
    public List<String> parameterNames() {
        List<String> names = new ArrayList<>(List.of("d"));
        for (int i = 1; i <= d; i++) {
            names.add("mean" + i);
        }
        for (int i = 1; i <= d; i++) {
            for (int j = 1; j <= d; j++) {
                names.add("covariance" + i + "," + j);
            }
        }
        return List.copyOf(names);
    }

    @Override
    public Legendre<Natural, Expectation> potential() {
        return Legendre.of(new MultivariateNormalPotential(d), new MultivariateNormalPotential.Conjugate(d));
    }

    @Override
    public Vec<Expectation> statistic(Vec<Euclidean> x) {
        DomainException.requireLength("observation", x.toArray(), d);
        return Vec.of(MultivariateNormalPotential.expectation(x.toArray(), new double[LogCholesky.packedSize(d)]));
    }

    @Override
    public double logBaseMeasure(Vec<Euclidean> x) {
        DomainException.requireLength("observation", x.toArray(), d);
        return -d * HALF_LOG_2PI;
    }

    /**
     * {@inheritDoc} The domain is that of the mathematics, precisions that are positive definite. A member keeps its covariance: where the
     * condition number is near 2⁵³ the rounded inverse may fail to be positive definite, and θ of the domain is then refused with that matrix.
     */
    @Override
    public MultivariateNormal member(Vec<Natural> theta) {
        double[] t = potential().domain().require("θ", theta.toArray());
        PositiveDefinite precision = MultivariateNormalPotential.precision(d, t);
        return new MultivariateNormal(Vec.of(MultivariateNormalPotential.mean(precision, t)), precision.inverse());
    }

    @Override
    public MultivariateNormal atExpectation(Vec<Expectation> eta) {
        double[] e = potential().conjugate().domain().require("η", eta.toArray());
        return new MultivariateNormal(
                Vec.of(Arrays.copyOf(e, d)),
                PositiveDefinite.ofPacked(d, MultivariateNormalPotential.packedCovariance(d, e)));
    }

    @Override
    public MultivariateNormal of(double... parameters) {
        MultivariateNormal member = MultivariateNormal.of(parameters);
        if (member.size() != d) {
            throw new DomainException("dimension", member.size(), "" + d);
        }
        return member;
    }

    private CentredMoments moments(List<? extends Vec<Euclidean>> data, double[] weights) {
        Statistics.requireObservations(this, data, weights);
        List<double[]> rows = new ArrayList<>();
        data.forEach(x -> rows.add(x.toArray()));
        return CentredMoments.of(d, false, rows, weights);
    }

    @Override
    public MultivariateNormal maximumLikelihood(List<? extends Vec<Euclidean>> data) {
        return weightedMaximumLikelihood(data, Statistics.ones(data));
    }

    /** {@inheritDoc} Two passes: the mean, then the products about it, so that a large mean costs no accuracy. */
    @Override
    public MultivariateNormal weightedMaximumLikelihood(List<? extends Vec<Euclidean>> data, double[] weights) {
        CentredMoments moments = moments(data, weights);
        long count = Arrays.stream(weights).filter(weight -> weight > 0).count();
        if (count <= d) {
            throw new DomainException(
                    "number of observations",
                    count,
                    "at least " + (d + 1)
                            + ": the sample covariance of fewer is singular (no likelihood is the largest)");
        }
        return new MultivariateNormal(Vec.of(moments.mean()), requireRegular(d, moments.products()));
    }

    /** {@inheritDoc} By products about the mean, to which the distance of the means of data and prior adds. */
    @Override
    public MultivariateNormal weightedMaximumAPosteriori(
            List<? extends Vec<Euclidean>> data,
            double[] weights,
            ConjugatePrior<Vec<Euclidean>, MultivariateNormal> prior) {
        MultivariateNormal mode = prior.requireFamily(this).mode();
        CentredMoments joined = moments(data, weights)
                .joined(
                        prior.strength(),
                        mode.mean().toArray(),
                        mode.covariance().toPacked());
        return new MultivariateNormal(Vec.of(joined.mean()), PositiveDefinite.ofPacked(d, joined.products()));
    }

    /** A sample covariance that is positive definite by more than rounding. */
    static PositiveDefinite requireRegular(int d, double[] packed) {
        if (LogCholesky.diagnose("the sample covariance", d, packed).isEmpty()) {
            PositiveDefinite covariance = PositiveDefinite.ofPacked(d, packed);
            if (regular(covariance)) {
                return covariance;
            }
        }
        throw new DomainException(
                "sample covariance (packed)",
                packed,
                "observations that do not all lie in one hyperplane (no likelihood is the largest)");
    }

    /** Whether every pivot lᵢᵢ², the variance left in coordinate i given the earlier ones, is more than rounding. */
    private static boolean regular(PositiveDefinite covariance) {
        int d = covariance.size();
        for (int i = 0; i < d; i++) {
            double pivot = covariance.factor(i, i) * covariance.factor(i, i);
            if (!(pivot > SINGULAR * d * covariance.get(i, i))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Chart<Source, Natural> source() {
        return Chart.of(s -> at(s).natural(), t -> member(t).source(), s -> jacobian(at(s)));
    }

    private MultivariateNormal at(Vec<Source> s) {
        double[] x = DomainException.requireLength("source", s.toArray(), d + LogCholesky.packedSize(d));
        return new MultivariateNormal(
                Vec.of(Arrays.copyOf(x, d)), PositiveDefinite.ofPacked(d, Arrays.copyOfRange(x, d, x.length)));
    }

    /** dΛ = −Λ dΣ Λ and d(Λμ) = Λdμ + dΛ μ, a column for each source coordinate. */
    private double[][] jacobian(MultivariateNormal member) {
        double[][] precision = member.covariance().inverse().toMatrix();
        double[] shift = new double[d];
        member.covariance().solve(member.mean().toArray(), shift);
        int n = d + LogCholesky.packedSize(d);
        double[][] rows = new double[n][n];
        for (int i = 0; i < d; i++) {
            System.arraycopy(precision[i], 0, rows[i], 0, d);
        }
        for (int a = 0; a < d; a++) {
            for (int b = 0; b <= a; b++) {
                int column = d + LogCholesky.index(a, b);
                double twice = a == b ? 0.5 : 1;
                for (int i = 0; i < d; i++) {
                    rows[i][column] = -twice * (precision[i][a] * shift[b] + precision[i][b] * shift[a]);
                    for (int j = 0; j <= i; j++) {
                        double change =
                                -twice * (precision[i][a] * precision[b][j] + precision[i][b] * precision[a][j]);
                        rows[d + LogCholesky.index(i, j)][column] = (i == j ? -0.5 : -1) * change;
                    }
                }
            }
        }
        return rows;
    }
}
