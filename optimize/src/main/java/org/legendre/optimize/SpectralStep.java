package org.legendre.optimize;

import java.util.Arrays;
import java.util.Optional;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.LogCholesky;
import org.legendre.geometry.Potential;
import org.legendre.geometry.SymmetricEigen;

/**
 * Mirror steps on the spectrahedron of a map that acts on eigenvalues: those of the dual point make the step of the same map on the simplex, and the eigenvectors stay. With von Neumann's entropy it is the matrix
 * exponentiated gradient (Tsuda, Rätsch and Warmuth 2005).
 */
final class SpectralStep implements MirrorStep {
    private final Potential phi;
    private final Potential dual;
    private final Spectrahedron set;
    private final MirrorStep eigenvalues;
    private final SymmetricEigen eigen;
    private final double[] logs;
    private final double[] weights;
    private final double[] image;
    private final double[] identity;
    private final double[] tangent;

    SpectralStep(Potential phi, Potential dual, Spectrahedron set, MirrorStep eigenvalues) {
        if (phi.domain().size() != LogCholesky.packedSize(set.d())) {
            throw new DomainException(
                    "dimension of the mirror map", phi.domain().size(), "that of " + set);
        }
        this.phi = phi;
        this.dual = dual;
        this.set = set;
        this.eigenvalues = eigenvalues;
        this.eigen = new SymmetricEigen(set.d());
        this.logs = new double[set.d()];
        this.weights = new double[set.d()];
        this.image = new double[LogCholesky.packedSize(set.d())];
        this.identity = new double[image.length];
        this.tangent = new double[image.length];
    }

    @Override
    public Optional<String> diagnose(double[] x) {
        return phi.domain().diagnose(x).or(() -> set.diagnose(x));
    }

    @Override
    public void toDual(double[] x, double[] y) {
        phi.gradient(x, y);
    }

    @Override
    public String project(double[] y, double[] x) {
        eigen.decompose(y, 0.5);
        for (int i = 0; i < logs.length; i++) {
            logs[i] = eigen.value(i);
        }
        String obstacle = eigenvalues.project(logs, weights);
        if (!obstacle.isEmpty()) {
            return obstacle;
        }
        eigen.compose(weights, 1, x);
        eigen.compose(logs, 2, y);
        return "";
    }

    @Override
    public double decrement(double[] x, double[] y, double[] g) {
        return 0.5 * tangent(y, g).quadratic(tangent);
    }

    @Override
    public boolean pulls() {
        return true;
    }

    @Override
    public void pull(double[] x, double[] y, double[] g, double[] out) {
        tangent(y, g).multiply(tangent, out);
    }

    /** Takes from g the part normal to the set, c times the identity, with ⟨1, H(g − c·1)⟩ = 0. Returns H = ∇²φ*(y). */
    private Hessian tangent(double[] y, double[] g) {
        Hessian inverse = dual.hessian(y);
        System.arraycopy(g, 0, tangent, 0, g.length);
        inverse.multiply(g, image);
        double along = Spectrahedron.trace(set.d(), image);
        Arrays.fill(identity, 0);
        addIdentity(1, identity);
        inverse.multiply(identity, image);
        addIdentity(-along / Spectrahedron.trace(set.d(), image), tangent);
        return inverse;
    }

    private void addIdentity(double c, double[] covector) {
        for (int i = 0; i < set.d(); i++) {
            covector[LogCholesky.index(i, i)] += c;
        }
    }

    /** {@inheritDoc} By the dual points, where no eigenvalue has underflowed. */
    @Override
    public double divergence(double[] x, double[] y, double[] x0, double[] y0) {
        return dual.bregman(y0, y);
    }

    @Override
    public void tangential(double[] x, double[] g, double[] out) {
        double mean = 0;
        for (int i = 0; i < g.length; i++) {
            mean += x[i] * g[i];
        }
        System.arraycopy(g, 0, out, 0, g.length);
        addIdentity(-mean, out);
    }
}
