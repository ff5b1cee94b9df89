package org.legendre.optimize;

import java.util.Arrays;
import java.util.Optional;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.PositiveDefinite;
import org.legendre.geometry.Potential;

/** Mirror steps of a quadratic form ½xᵀQx on {Ax = b}: x = Q⁻¹(y + Aᵀν) with (AQ⁻¹Aᵀ)ν = b − AQ⁻¹y, factorised once. */
final class AffineStep implements MirrorStep {
    private static final double CERTIFIED = 1e-13;
    private static final int REFINEMENTS = 4;

    private final Potential phi;
    private final Affine set;
    private final Hessian form;
    /** The columns Q⁻¹aₖ. */
    private final double[][] raised;

    private final PositiveDefinite gram;
    private final double[] multiplier;
    private final double[] covector;
    private final double[] tangent;

    AffineStep(Potential phi, Affine set) {
        this.phi = phi;
        this.set = set;
        if (phi.domain().size() != set.size()) {
            throw new DomainException(
                    "dimension of the mirror map", phi.domain().size(), set.size() + ", that of the equations");
        }
        this.form = phi.hessian(new double[set.size()]);
        int m = set.b.length;
        this.raised = new double[m][set.size()];
        double[][] products = new double[m][m];
        for (int k = 0; k < m; k++) {
            form.solve(set.a[k], raised[k]);
            for (int j = 0; j <= k; j++) {
                products[k][j] = dot(set.a[j], raised[k]);
                products[j][k] = products[k][j];
            }
        }
        // Rows that depend on each other are refused here.
        this.gram = PositiveDefinite.of(products);
        this.multiplier = new double[m];
        this.covector = new double[set.size()];
        this.tangent = new double[set.size()];
    }

    private static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
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
        form.solve(y, x);
        for (int refinement = 0; refinement < REFINEMENTS; refinement++) {
            boolean certified = refinement > 1;
            for (int k = 0; k < multiplier.length; k++) {
                multiplier[k] = set.residual(k, x);
                certified &= Math.abs(multiplier[k]) <= CERTIFIED * set.scale(k, x);
            }
            if (certified) {
                return "";
            }
            gram.solve(multiplier, multiplier);
            for (int k = 0; k < multiplier.length; k++) {
                for (int i = 0; i < y.length; i++) {
                    y[i] = Math.fma(multiplier[k], set.a[k][i], y[i]);
                    x[i] = Math.fma(multiplier[k], raised[k][i], x[i]);
                }
            }
        }
        return "the projection onto the affine set keeps residuals of order " + Arrays.toString(multiplier);
    }

    @Override
    public double decrement(double[] x, double[] y, double[] g) {
        tangential(x, g, tangent);
        return 0.5 * form.inverseQuadratic(tangent);
    }

    @Override
    public boolean pulls() {
        return true;
    }

    @Override
    public void pull(double[] x, double[] y, double[] g, double[] out) {
        tangential(x, g, tangent);
        form.solve(tangent, out);
    }

    @Override
    public double divergence(double[] x, double[] y, double[] x0, double[] y0) {
        return phi.bregman(x, x0);
    }

    /** {@inheritDoc} It is g − Aᵀν with (AQ⁻¹Aᵀ)ν = AQ⁻¹g. */
    @Override
    public void tangential(double[] x, double[] g, double[] out) {
        System.arraycopy(g, 0, covector, 0, g.length);
        for (int k = 0; k < multiplier.length; k++) {
            multiplier[k] = dot(raised[k], covector);
        }
        gram.solve(multiplier, multiplier);
        for (int i = 0; i < g.length; i++) {
            double sum = covector[i];
            for (int k = 0; k < multiplier.length; k++) {
                sum -= multiplier[k] * set.a[k][i];
            }
            out[i] = sum;
        }
    }
}
