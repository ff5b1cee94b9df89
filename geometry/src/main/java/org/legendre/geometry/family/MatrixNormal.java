package org.legendre.geometry.family;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.legendre.geometry.Differential;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Euclidean;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.KroneckerHessian;
import org.legendre.geometry.Metric;
import org.legendre.geometry.Natural;
import org.legendre.geometry.PositiveDefinite;
import org.legendre.geometry.Source;
import org.legendre.geometry.SymmetricHessian;
import org.legendre.geometry.Vec;

/**
 * The matrix normal distribution on n×p matrices X, of mean M, row covariance U (n×n) and column covariance V (p×p): entries xᵢⱼ and xₖₗ have the
 * covariance uᵢₖvⱼₗ. Matrices are vectors of their entries, row by row.
 *
 * <p>With U and V both free it is a curved exponential family, for V⁻¹⊗U⁻¹ is not linear in anything, and (cU, V/c) are the same distribution. The
 * family that a member names is the one of its column covariance, which all members share: θ = (U⁻¹MV⁻¹, packed −½U⁻¹ with off-diagonals doubled), T(X) = (X,
 * packed XV⁻¹Xᵀ), η = (M, packed pU + MV⁻¹Mᵀ), h(X) = (2π)^(−np/2) (det V)^(−n/2), ψ(θ) = ½ tr U⁻¹MV⁻¹Mᵀ + ½p log det U. Divergences are between any two
 * of the same shape.
 *
 * <p>Source: A. P. Dawid, Some matrix-variate distribution theory, Biometrika 68 (1981).
 *
 * @param mean M, row by row, length np
 * @param rowCovariance U, n×n
 * @param columnCovariance V, p×p, shared by the members of a family
 */
public record MatrixNormal(Vec<Euclidean> mean, PositiveDefinite rowCovariance, PositiveDefinite columnCovariance)
        implements Member<Vec<Euclidean>, MatrixNormal> {
    private static final double LOG_2PI = 1.8378770664093453;

    /**
     * Checks that the dimensions agree.
     *
     * @param mean M
     * @param rowCovariance U
     * @param columnCovariance V
     * @throws DomainException if M has not np entries
     */
    public MatrixNormal {
        DomainException.requireLength("mean", mean.toArray(), rowCovariance.size() * columnCovariance.size());
    }

    /**
     * The matrix normal of a mean given by its rows.
     *
     * @param mean n rows of length p
     * @param rowCovariance U
     * @param columnCovariance V
     * @return the distribution
     * @throws DomainException if the mean is not n×p
     */
    public static MatrixNormal of(double[][] mean, PositiveDefinite rowCovariance, PositiveDefinite columnCovariance) {
        if (mean.length != rowCovariance.size()) {
            throw new DomainException("mean", mean, rowCovariance.size() + " rows");
        }
        for (double[] row : mean) {
            DomainException.requireLength("row of the mean", row, columnCovariance.size());
        }
        double[] flat = Arrays.stream(mean).flatMapToDouble(Arrays::stream).toArray();
        return new MatrixNormal(Vec.of(flat), rowCovariance, columnCovariance);
    }

    /**
     * All matrix normals of n rows and a known column covariance.
     *
     * @param rows n, at least 1
     * @param columnCovariance V
     * @return the family
     * @throws DomainException if n &lt; 1
     */
    public static ExponentialFamily<Vec<Euclidean>, MatrixNormal> family(int rows, PositiveDefinite columnCovariance) {
        return new MatrixNormalFamily(Packed.requireDimension(rows), columnCovariance);
    }

    /**
     * The distribution of flat parameters: n, p, then M, U and V row by row.
     *
     * @param parameters 2 + np + n² + p² numbers
     * @return the distribution
     * @throws DomainException if the length is wrong or a parameter outside its domain
     */
    public static MatrixNormal of(double... parameters) {
        int n = Packed.dimension("parameters (rows, columns, mean, covariances)", parameters, 0);
        int p = Packed.dimension("parameters (rows, columns, mean, covariances)", parameters, 1);
        DomainException.requireLength(
                "parameters (rows, columns, mean, covariances)", parameters, 2 + n * p + n * n + p * p);
        int end = 2 + n * p + n * n;
        return new MatrixNormal(
                Vec.of(Arrays.copyOfRange(parameters, 2, 2 + n * p)),
                Packed.matrix(n, Arrays.copyOf(parameters, end), 2 + n * p),
                Packed.matrix(p, parameters, end));
    }

    /**
     * The number of rows.
     *
     * @return n
     */
    public int rows() {
        return rowCovariance.size();
    }

    /**
     * The number of columns.
     *
     * @return p
     */
    public int columns() {
        return columnCovariance.size();
    }

    private KroneckerHessian covariance() {
        return new KroneckerHessian(rowCovariance, columnCovariance);
    }

    @Override
    public ExponentialFamily<Vec<Euclidean>, MatrixNormal> family() {
        return new MatrixNormalFamily(rows(), columnCovariance);
    }

    @Override
    public Vec<Natural> natural() {
        return Vec.of(MatrixNormalPotential.natural(this));
    }

    @Override
    public Vec<Expectation> expectation() {
        return Vec.of(MatrixNormalPotential.expectation(this));
    }

    /** {@inheritDoc} M row by row, then the packed lower triangle of U. */
    @Override
    public Vec<Source> source() {
        double[] packed = rowCovariance.toPacked();
        int entries = mean.size();
        return Vec.generate(entries + packed.length, i -> i < entries ? mean.get(i) : packed[i - entries]);
    }

    /** {@inheritDoc} n, p, then M, U and V row by row. */
    @Override
    public double[] parameters() {
        double[] before = new double[2 + mean.size()];
        before[0] = rows();
        before[1] = columns();
        System.arraycopy(mean.toArray(), 0, before, 2, mean.size());
        return Packed.withRows(columnCovariance, Packed.withRows(rowCovariance, before));
    }

    /** {@inheritDoc} It never forms the matrix: O(n³ + p³ + np(n + p)) to raise. */
    @Override
    public Metric<Natural, Expectation> fisher() {
        return Metric.of(MatrixNormalPotential.fisher(this));
    }

    /** {@inheritDoc} The length of (dM, dU) is tr U⁻¹dMV⁻¹dMᵀ + ½p tr U⁻¹dU U⁻¹dU. */
    @Override
    public Metric<Source, Differential<Source>> fisherInSource() {
        return Metric.of(
                Hessian.block(covariance().inverse(), new SymmetricHessian(rowCovariance, 2.0 / columns()).inverse()));
    }

    @Override
    public double logDensity(Vec<Euclidean> x) {
        DomainException.requireLength("observation", x.toArray(), mean.size());
        double form = covariance().inverseQuadratic(x.minus(mean).toArray());
        return -0.5 * (form + covariance().logDeterminant() + mean.size() * LOG_2PI);
    }

    /** {@inheritDoc} It is ½np log 2πe + ½p log det U + ½n log det V. */
    @Override
    public double entropy() {
        return 0.5 * (covariance().logDeterminant() + mean.size() * (1 + LOG_2PI));
    }

    /**
     * {@inheritDoc} With the eigenvalues λᵢ of U_q⁻¹U_p and κⱼ of V_q⁻¹V_p it is ½ Σᵢⱼ (λᵢκⱼ − 1 − log λᵢκⱼ) + ½ tr U_q⁻¹ΔV_q⁻¹Δᵀ, Δ = M_p − M_q:
     * nonnegative terms. The column covariances may differ.
     */
    @Override
    public double klTo(MatrixNormal q) {
        return MatrixNormalDivergence.kl(this, requireSameShape(q));
    }

    /** {@inheritDoc} The column covariances may differ; if they do and the means too, it takes O(n³p³). */
    @Override
    public double skewedJensen(MatrixNormal q, double alpha) {
        return MatrixNormalDivergence.skewedJensen(this, requireSameShape(q), alpha);
    }

    private MatrixNormal requireSameShape(MatrixNormal q) {
        if (q.rows() != rows() || q.columns() != columns()) {
            throw new DomainException("second argument", q, rows() + "×" + columns() + " matrices as of " + this);
        }
        return q;
    }

    /** {@inheritDoc} It is M + L_U Z L_Vᵀ with standard normals Z and Cholesky factors L. */
    @Override
    public Vec<Euclidean> sample(RandomGenerator random) {
        double[] z = new double[mean.size()];
        Arrays.setAll(z, i -> random.nextGaussian());
        return mean.plus(Vec.of(covariance().coloured(z)));
    }

    @Override
    public String toString() {
        return "MatrixNormal(" + rows() + "×" + columns() + ", mean " + Packed.brief(mean) + ", rows "
                + Packed.brief(rowCovariance) + ", columns " + Packed.brief(columnCovariance) + ")";
    }
}
