package org.legendre.geometry;

import org.legendre.geometry.special.Logs;

/**
 * Von Neumann's negative entropy φ(X) = tr(X log X − X) on positive definite d×d matrices as packed lower triangles, in nats; ∇φ(X) = log X with its
 * off-diagonal entries doubled. Made by {@link Potentials#vonNeumann}.
 */
public final class VonNeumann implements Potential {
    private final PackedCone cone;

    VonNeumann(int d) {
        this.cone = new PackedCone("the matrix", d, 1, 1);
    }

    /**
     * The dimension of the matrices.
     *
     * @return d
     */
    public int dimension() {
        return cone.d();
    }

    @Override
    public Domain domain() {
        return cone;
    }

    private SymmetricEigen eigen(double[] x) {
        SymmetricEigen eigen = new SymmetricEigen(cone.d());
        eigen.decomposePositive(x);
        return eigen;
    }

    @Override
    public double value(double[] x) {
        SymmetricEigen eigen = eigen(x);
        double sum = 0;
        for (int i = 0; i < cone.d(); i++) {
            sum += eigen.value(i) * (Math.log(eigen.value(i)) - 1);
        }
        return sum;
    }

    @Override
    public void gradient(double[] x, double[] out) {
        SymmetricEigen eigen = eigen(x);
        eigen.compose(eigen.values(Math::log), 2, out);
    }

    @Override
    public Hessian hessian(double[] x) {
        int d = cone.d();
        SymmetricEigen eigen = eigen(x);
        double[] l = new double[d * d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                double a = eigen.value(i);
                double b = eigen.value(j);
                l[i * d + j] = a == b ? 1 / a : Logs.logRatio(a, b) / (a - b);
            }
        }
        return new SpectralHessian(d, eigen.vectors(), l, 1, 2);
    }

    @Override
    public String toString() {
        return "von Neumann's entropy";
    }

    /** φ*(Y) = tr exp Y for all symmetric Y, in dual coordinates. */
    static final class Conjugate implements Potential {
        private final int d;
        private final Domain domain;

        Conjugate(int d) {
            this.d = d;
            this.domain = Domain.reals(LogCholesky.packedSize(d));
        }

        @Override
        public Domain domain() {
            return domain;
        }

        private SymmetricEigen eigen(double[] y) {
            SymmetricEigen eigen = new SymmetricEigen(d);
            eigen.decompose(y, 0.5);
            return eigen;
        }

        @Override
        public double value(double[] y) {
            SymmetricEigen eigen = eigen(y);
            double sum = 0;
            for (int i = 0; i < d; i++) {
                sum += Math.exp(eigen.value(i));
            }
            return sum;
        }

        @Override
        public void gradient(double[] y, double[] out) {
            SymmetricEigen eigen = eigen(y);
            eigen.compose(eigen.values(Math::exp), 1, out);
        }

        @Override
        public Hessian hessian(double[] y) {
            SymmetricEigen eigen = eigen(y);
            double[] l = new double[d * d];
            for (int i = 0; i < d; i++) {
                for (int j = 0; j < d; j++) {
                    double larger = Math.max(eigen.value(i), eigen.value(j));
                    double below = larger - Math.min(eigen.value(i), eigen.value(j));
                    l[i * d + j] = Math.exp(larger) * (below == 0 ? 1 : -Math.expm1(-below) / below);
                }
            }
            return new SpectralHessian(d, eigen.vectors(), l, 0.5, 1);
        }
    }
}
