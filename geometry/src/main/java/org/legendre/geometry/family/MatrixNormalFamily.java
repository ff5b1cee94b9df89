package org.legendre.geometry.family;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Euclidean;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.KroneckerHessian;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.PositiveDefinite;
import org.legendre.geometry.Source;
import org.legendre.geometry.SymmetricHessian;
import org.legendre.geometry.Vec;

/** All matrix normals of n rows and a known column covariance. */
final class MatrixNormalFamily extends NamedFamily<Vec<Euclidean>, MatrixNormal> {
    private static final double LOG_2PI = 1.8378770664093453;

    private final int n;
    private final PositiveDefinite v;

    MatrixNormalFamily(int n, PositiveDefinite v) {
        super(
                "matrix-normal",
                names(n, v.size()),
                Legendre.of(new MatrixNormalPotential(n, v, false), new MatrixNormalPotential(n, v, true)));
        this.n = n;
        this.v = v;
    }

    private static List<String> names(int n, int p) {
        List<String> names = new ArrayList<>(List.of("rows", "columns"));
        for (int i = 1; i <= n; i++) {
            for (int j = 1; j <= p; j++) {
                names.add("mean" + i + "," + j);
            }
        }
        names.addAll(Packed.names("rowCovariance", n));
        names.addAll(Packed.names("columnCovariance", p));
        return names;
    }

    @Override
    public String toString() {
        return name() + " (" + dimension() + " coordinates)";
    }

    @Override
    MatrixNormal create(double[] parameters) {
        MatrixNormal member = MatrixNormal.of(parameters);
        if (member.rows() != n || !member.columnCovariance().equals(v)) {
            throw new DomainException("member", member, "one of " + n + " rows and column covariance " + v);
        }
        return member;
    }

    @Override
    MatrixNormal atSource(double[] s) {
        DomainException.requireLength("source", s, dimension());
        int entries = n * v.size();
        return new MatrixNormal(
                Vec.of(Arrays.copyOf(s, entries)),
                PositiveDefinite.ofPacked(n, Arrays.copyOfRange(s, entries, s.length)),
                v);
    }

    @Override
    MatrixNormal atNatural(double[] t) {
        return new MatrixNormalPotential(n, v, false).at(t);
    }

    @Override
    public MatrixNormal atExpectation(Vec<Expectation> eta) {
        return new MatrixNormalPotential(n, v, true)
                .at(potential().conjugate().domain().require("η", eta.toArray()));
    }

    /** dθ₁ = U⁻¹dM V⁻¹ − U⁻¹dU θ₁ and dθ₂ = ½U⁻¹dU U⁻¹, a column for each entry of M and of the triangle of U. */
    @Override
    double[][] jacobian(Vec<Source> source) {
        MatrixNormal member = atSource(source.toArray());
        int p = v.size();
        int entries = n * p;
        double[][] rows = new double[dimension()][dimension()];
        KroneckerHessian covariance = new KroneckerHessian(member.rowCovariance(), v);
        double[] slope = new double[entries];
        covariance.solve(member.mean().toArray(), slope);
        double[] image = new double[entries];
        for (int k = 0; k < entries; k++) {
            double[] unit = new double[entries];
            unit[k] = 1;
            covariance.solve(unit, image);
            setColumn(rows, k, image, 1);
        }
        for (int i = 0, k = entries; i < n; i++) {
            for (int j = 0; j <= i; j++, k++) {
                double[] turned = new double[entries];
                System.arraycopy(slope, j * p, turned, i * p, p);
                System.arraycopy(slope, i * p, turned, j * p, p);
                covariance.eachColumn(turned, member.rowCovariance()::solve, image);
                setColumn(rows, k, image, -1);
            }
        }
        double[][] change = new SymmetricHessian(member.rowCovariance().inverse(), 0.5).forms(2);
        for (int k = 0; k < change.length; k++) {
            System.arraycopy(change[k], 0, rows[entries + k], entries, change.length);
        }
        return rows;
    }

    private static void setColumn(double[][] rows, int column, double[] image, double sign) {
        for (int i = 0; i < image.length; i++) {
            rows[i][column] = sign * image[i];
        }
    }

    @Override
    public Vec<Expectation> statistic(Vec<Euclidean> x) {
        return Vec.of(MatrixNormalPotential.moments(
                n, v, DomainException.requireLength("observation", x.toArray(), n * v.size())));
    }

    @Override
    public double logBaseMeasure(Vec<Euclidean> x) {
        DomainException.requireLength("observation", x.toArray(), n * v.size());
        return -0.5 * (n * v.size() * LOG_2PI + n * v.logDeterminant());
    }

    /** {@inheritDoc} Two passes: the mean, then the squares (X − M)V⁻¹(X − M)ᵀ/p about it, so that a large mean costs no accuracy. */
    @Override
    public MatrixNormal maximumLikelihood(List<? extends Vec<Euclidean>> data) {
        int entries = n * v.size();
        Vec<Euclidean> mean = Vec.of(Arrays.copyOf(meanStatistic(data).toArray(), entries));
        double[] packed = new double[Packed.size(n)];
        int count = 0;
        for (Vec<Euclidean> x : data) {
            count++;
            double[] square = MatrixNormalPotential.moments(n, v, x.minus(mean).toArray());
            for (int k = 0; k < packed.length; k++) {
                packed[k] += (square[entries + k] / v.size() - packed[k]) / count;
            }
        }
        return new MatrixNormal(mean, MultivariateNormalFamily.requireRegular(n, packed), v);
    }
}
