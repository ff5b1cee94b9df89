package org.legendre.geometry.family;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.legendre.geometry.Chart;
import org.legendre.geometry.Domain;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Natural;
import org.legendre.geometry.PositiveDefinite;
import org.legendre.geometry.Potential;
import org.legendre.geometry.Source;
import org.legendre.geometry.Vec;

/**
 * The flat subfamily θ = Aλ + b of an exponential family: an exponential family itself, with natural coordinates λ, statistic AᵀT(x), log-partition
 * ψ(Aλ + b), base measure h(x) exp⟨b, T(x)⟩. Normals of known variance σ² in the family of all normals: A = (1, 0)ᵀ, b = (0, −1/2σ²).
 *
 * <p>Source: L. D. Brown, Fundamentals of Statistical Exponential Families (1986), theorem 1.7 and its converse.
 *
 * @param <T> the type of an observation
 * @param <M> the type of a member of the larger family
 */
public final class AffineFamily<T, M extends Member<T, M>> implements ExponentialFamily<T, AffineMember<T, M>> {
    private final ExponentialFamily<T, M> parent;
    private final double[][] matrix;
    private final Vec<Natural> shift;
    private final Section domain;
    private final Legendre<Natural, Expectation> potential;

    private AffineFamily(ExponentialFamily<T, M> parent, double[][] matrix, Vec<Natural> shift, Section domain) {
        this.parent = parent;
        this.matrix = matrix;
        this.shift = shift;
        this.domain = domain;
        this.potential = Legendre.of(new Pulled(parent.potential().potential(), matrix, domain));
    }

    /**
     * The subfamily θ = Aλ + b, where b itself is natural coordinates of a member.
     *
     * @param <T> the type of an observation
     * @param <M> the type of a member of the larger family
     * @param parent the larger family, in n natural coordinates
     * @param matrix the rows of A, n×k of rank k
     * @param shift b, of length n
     * @return the subfamily of k natural coordinates
     * @throws DomainException if a shape is wrong, the columns of A are dependent or b is not natural coordinates
     */
    public static <T, M extends Member<T, M>> AffineFamily<T, M> of(
            ExponentialFamily<T, M> parent, double[][] matrix, Vec<Natural> shift) {
        return of(parent, matrix, shift, Vec.zeros(columns(matrix)));
    }

    /**
     * The subfamily θ = Aλ + b.
     *
     * @param <T> the type of an observation
     * @param <M> the type of a member of the larger family
     * @param parent the larger family, in n natural coordinates
     * @param matrix the rows of A, n×k of rank k
     * @param shift b, of length n
     * @param inside some λ for which Aλ + b is natural coordinates of a member
     * @return the subfamily of k natural coordinates
     * @throws DomainException if a shape is wrong, the columns of A are dependent or the point is not inside
     */
    public static <T, M extends Member<T, M>> AffineFamily<T, M> of(
            ExponentialFamily<T, M> parent, double[][] matrix, Vec<Natural> shift, Vec<Natural> inside) {
        int n = parent.dimension();
        int k = columns(matrix);
        if (matrix.length != n) {
            throw new DomainException("rows of A", matrix, n + " of them, as many as θ has coordinates");
        }
        double[][] rows = new double[n][];
        for (int i = 0; i < n; i++) {
            rows[i] = Vec.of(DomainException.requireLength("row " + i + " of A", matrix[i], k))
                    .toArray();
        }
        DomainException.requireLength("b", shift.toArray(), n);
        DomainException.requireLength("λ inside", inside.toArray(), k);
        requireIndependent(rows, k);
        Section domain = new Section(parent.potential().domain(), rows, shift.toArray(), inside.toArray());
        return new AffineFamily<>(parent, rows, shift, domain);
    }

    private static int columns(double[][] matrix) {
        if (matrix.length == 0 || matrix[0].length == 0) {
            throw new DomainException("A", matrix, "a matrix with at least one row and one column");
        }
        return matrix[0].length;
    }

    private static void requireIndependent(double[][] rows, int k) {
        double[] ones = new double[rows.length];
        Arrays.fill(ones, 1);
        double[][] gram = new PulledHessian(Hessian.diagonal(ones), rows).toMatrix();
        boolean independent = k <= rows.length;
        try {
            PositiveDefinite factor = PositiveDefinite.symmetrized(gram);
            for (int i = 0; i < k; i++) {
                double pivot = factor.factor(i, i) * factor.factor(i, i);
                independent &= pivot > 64 * rows.length * Math.ulp(gram[i][i]);
            }
        } catch (DomainException singular) {
            independent = false;
        }
        if (!independent) {
            throw new DomainException("A", rows, "linearly independent columns");
        }
    }

    /**
     * The larger family.
     *
     * @return the family that this is part of
     */
    public ExponentialFamily<T, M> parent() {
        return parent;
    }

    @Override
    public String name() {
        return parent.name() + " on θ = Aλ + b";
    }

    @Override
    public List<String> parameterNames() {
        return IntStream.rangeClosed(1, dimension()).mapToObj(i -> "lambda" + i).toList();
    }

    @Override
    public Legendre<Natural, Expectation> potential() {
        return potential;
    }

    @Override
    public Vec<Expectation> statistic(T x) {
        return pulled(parent.statistic(x));
    }

    /** Aᵀη. */
    Vec<Expectation> pulled(Vec<Expectation> eta) {
        return Vec.of(PulledHessian.pull(matrix, eta.toArray()));
    }

    /** AᵀGA. */
    Hessian pulled(Hessian g) {
        return new PulledHessian(g, matrix);
    }

    @Override
    public double logBaseMeasure(T x) {
        double logBase = parent.logBaseMeasure(x);
        return logBase == Double.NEGATIVE_INFINITY ? logBase : logBase + shift.dot(parent.statistic(x));
    }

    @Override
    public AffineMember<T, M> member(Vec<Natural> theta) {
        double[] lambda = domain.require("λ", theta.toArray());
        return new AffineMember<>(this, theta, parent.member(Vec.of(domain.image(lambda))));
    }

    @Override
    public AffineMember<T, M> atExpectation(Vec<Expectation> eta) {
        return member(potential.conjugate().gradient(eta));
    }

    /** {@inheritDoc} The parameters are λ. */
    @Override
    public AffineMember<T, M> of(double... parameters) {
        return member(Vec.of(DomainException.requireLength("λ", parameters, dimension())));
    }

    /** {@inheritDoc} The source coordinates are λ. */
    @Override
    public Chart<Source, Natural> source() {
        return IdentityChart.of(this);
    }

    @Override
    public boolean symmetric() {
        return parent.symmetric();
    }

    @Override
    public String toString() {
        return parent + " on θ = Aλ + b with A = " + Arrays.deepToString(matrix) + ", b = " + shift;
    }

    /** λ ↦ ψ(Aλ + b). */
    private static final class Pulled implements Potential {
        private final Potential psi;
        private final double[][] matrix;
        private final Section domain;

        Pulled(Potential psi, double[][] matrix, Section domain) {
            this.psi = psi;
            this.matrix = matrix;
            this.domain = domain;
        }

        @Override
        public Domain domain() {
            return domain;
        }

        @Override
        public double value(double[] x) {
            return psi.value(domain.image(x));
        }

        @Override
        public void gradient(double[] x, double[] out) {
            double[] eta = new double[matrix.length];
            psi.gradient(domain.image(x), eta);
            System.arraycopy(PulledHessian.pull(matrix, eta), 0, out, 0, out.length);
        }

        @Override
        public Hessian hessian(double[] x) {
            return new PulledHessian(psi.hessian(domain.image(x)), matrix);
        }

        @Override
        public void third(double[] x, double[] u, double[] v, double[] out) {
            double[] contraction = new double[matrix.length];
            psi.third(domain.image(x), PulledHessian.push(matrix, u), PulledHessian.push(matrix, v), contraction);
            System.arraycopy(PulledHessian.pull(matrix, contraction), 0, out, 0, out.length);
        }
    }
}
