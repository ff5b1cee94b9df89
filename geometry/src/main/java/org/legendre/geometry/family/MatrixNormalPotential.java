package org.legendre.geometry.family;

import java.util.Arrays;
import java.util.Optional;
import org.legendre.geometry.Domain;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Euclidean;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.KroneckerHessian;
import org.legendre.geometry.LogCholesky;
import org.legendre.geometry.PackedCone;
import org.legendre.geometry.PositiveDefinite;
import org.legendre.geometry.Potential;
import org.legendre.geometry.SymmetricHessian;
import org.legendre.geometry.Vec;

/**
 * ψ(θ) = ½ tr U⁻¹MV⁻¹Mᵀ + ½p log det U with θ = (U⁻¹MV⁻¹ row by row, packed −½U⁻¹ with off-diagonals doubled), the log-partition of the n×p matrix
 * normals of a known column covariance V; with the flag its conjugate ψ*(η) = −½p log det U − ½np. Third derivatives are the default's.
 */
record MatrixNormalPotential(int n, PositiveDefinite v, boolean conjugate) implements Potential {
    private int entries() {
        return n * v.size();
    }

    static double[] natural(MatrixNormal member) {
        PositiveDefinite u = member.rowCovariance();
        double[] slope = new double[member.mean().size()];
        new KroneckerHessian(u, member.columnCovariance()).solve(member.mean().toArray(), slope);
        double[] t = Arrays.copyOf(slope, slope.length + Packed.size(u.size()));
        double[] packed = PackedCone.scaled(u.size(), u.inverse().toPacked(), -0.5, -1);
        System.arraycopy(packed, 0, t, slope.length, packed.length);
        return t;
    }

    static double[] expectation(MatrixNormal member) {
        PositiveDefinite u = member.rowCovariance();
        int p = member.columnCovariance().size();
        double[] e = moments(u.size(), member.columnCovariance(), member.mean().toArray());
        double[] packed = u.toPacked();
        for (int k = 0; k < packed.length; k++) {
            e[member.mean().size() + k] += p * packed[k];
        }
        return e;
    }

    /** (X, packed XV⁻¹Xᵀ). */
    static double[] moments(int n, PositiveDefinite v, double[] x) {
        double[] white = new double[x.length];
        new KroneckerHessian(PositiveDefinite.identity(n), v).eachRow(x, v::solveFactor, white);
        double[] e = Arrays.copyOf(x, x.length + Packed.size(n));
        for (int i = 0, k = x.length; i < n; i++) {
            for (int j = 0; j <= i; j++, k++) {
                for (int c = 0; c < v.size(); c++) {
                    e[k] += white[i * v.size() + c] * white[j * v.size() + c];
                }
            }
        }
        return e;
    }

    MatrixNormal at(double[] x) {
        return conjugate ? ofExpectation(x) : ofNatural(x);
    }

    private MatrixNormal ofNatural(double[] t) {
        PositiveDefinite u =
                cone().matrix(Arrays.copyOfRange(t, entries(), t.length)).inverse();
        double[] mean = new double[entries()];
        new KroneckerHessian(u, v).multiply(Arrays.copyOf(t, entries()), mean);
        return new MatrixNormal(Vec.of(mean), u, v);
    }

    private MatrixNormal ofExpectation(double[] e) {
        return new MatrixNormal(
                Vec.of(Arrays.copyOf(e, entries())), PositiveDefinite.ofPacked(n, packedCovariance(e)), v);
    }

    /** Packed U = (η₂ − MV⁻¹Mᵀ)/p. */
    private double[] packedCovariance(double[] e) {
        double[] square = moments(n, v, Arrays.copyOf(e, entries()));
        double[] packed = new double[Packed.size(n)];
        Arrays.setAll(packed, k -> (e[entries() + k] - square[entries() + k]) / v.size());
        return packed;
    }

    private PackedCone cone() {
        return new PackedCone("the row precision −2θ₂", n, -2, -1);
    }

    @Override
    public Domain domain() {
        return conjugate ? new Expectations(this) : Domain.product(Domain.reals(entries()), cone());
    }

    @Override
    public double value(double[] x) {
        MatrixNormal member = at(x);
        double size = 0.5 * v.size() * member.rowCovariance().logDeterminant();
        return conjugate
                ? -size - 0.5 * entries()
                : size
                        + 0.5
                                * new KroneckerHessian(member.rowCovariance(), v)
                                        .inverseQuadratic(member.mean().toArray());
    }

    @Override
    public void gradient(double[] x, double[] out) {
        double[] gradient = conjugate ? natural(at(x)) : expectation(at(x));
        System.arraycopy(gradient, 0, out, 0, out.length);
    }

    @Override
    public Hessian hessian(double[] x) {
        Hessian fisher = fisher(at(x));
        return conjugate ? fisher.inverse() : fisher;
    }

    /** With H = W + 2MK, K = (mean)V⁻¹, the variance of tr WᵀX + tr MXV⁻¹Xᵀ is tr HᵀUHV + 2p tr UMUM. */
    static Hessian fisher(MatrixNormal member) {
        PositiveDefinite u = member.rowCovariance();
        PositiveDefinite v = member.columnCovariance();
        double[] slope = new double[member.mean().size()];
        KroneckerHessian kronecker = new KroneckerHessian(u, v);
        kronecker.eachRow(member.mean().toArray(), v::solve, slope);
        return new ShearedHessian(
                Hessian.block(kronecker, new SymmetricHessian(u, 2 * v.size())),
                new Slope(u.size(), v.size(), Vec.of(slope)));
    }

    /** W ↦ W + 2MK. */
    private record Slope(int n, int p, Vec<Euclidean> k) implements ShearedHessian.Shear {
        @Override
        public void add(double[] x, double sign) {
            for (int i = 0; i < n; i++) {
                for (int l = 0; l < n; l++) {
                    double twice = (i == l ? 2 : 1) * sign * x[index(i, l)];
                    for (int j = 0; j < p; j++) {
                        x[i * p + j] = Math.fma(twice, k.get(l * p + j), x[i * p + j]);
                    }
                }
            }
        }

        @Override
        public void addTransposed(double[] g, double sign) {
            for (int i = 0; i < n; i++) {
                for (int l = 0; l <= i; l++) {
                    for (int j = 0; j < p; j++) {
                        g[index(i, l)] += sign * (k.get(i * p + j) * g[l * p + j] + k.get(l * p + j) * g[i * p + j]);
                    }
                }
            }
        }

        private int index(int i, int l) {
            return n * p + LogCholesky.index(Math.max(i, l), Math.min(i, l));
        }
    }

    /** {η₂ − η₁V⁻¹η₁ᵀ positive definite}, charted by η₁ and the log-Cholesky chart of the row covariance. */
    private record Expectations(MatrixNormalPotential potential) implements Domain {
        @Override
        public int size() {
            return potential.entries() + Packed.size(potential.n);
        }

        @Override
        public Optional<String> diagnose(double[] e) {
            if (e.length != size()) {
                return Optional.of("length " + e.length + " instead of " + size());
            }
            if (!Arrays.stream(e).allMatch(Double::isFinite)) {
                return Optional.of("an entry is not finite");
            }
            return LogCholesky.diagnose("the row covariance", potential.n, potential.packedCovariance(e));
        }

        @Override
        public double[] fromChart(double[] u) {
            DomainException.requireLength("chart coordinates", u, size());
            int entries = potential.entries();
            double[] covariance = LogCholesky.fromChart(potential.n, Arrays.copyOfRange(u, entries, u.length));
            double[] e = moments(potential.n, potential.v, Arrays.copyOf(u, entries));
            for (int k = 0; k < covariance.length; k++) {
                e[entries + k] += potential.v.size() * covariance[k];
            }
            return e;
        }

        @Override
        public double[] toChart(double[] e) {
            require("point", e);
            double[] u = e.clone();
            double[] chart = LogCholesky.toChart(potential.n, potential.packedCovariance(e));
            System.arraycopy(chart, 0, u, potential.entries(), chart.length);
            return u;
        }

        @Override
        public String toString() {
            return "{(η₁, η₂): η₂ − η₁V⁻¹η₁ᵀ positive definite} of " + potential.n + "×" + potential.v.size()
                    + " matrix normals";
        }
    }
}
