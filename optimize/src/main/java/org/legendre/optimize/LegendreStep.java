package org.legendre.optimize;

import java.util.Optional;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Potential;

/** Mirror steps of any Legendre function on its own domain: ∇φ* is the whole step. */
final class LegendreStep implements MirrorStep {
    private final Potential primal;
    private final Potential conjugate;

    LegendreStep(Legendre<?, ?> phi) {
        this.primal = phi.potential();
        this.conjugate = phi.conjugate().potential();
    }

    @Override
    public Optional<String> diagnose(double[] x) {
        return primal.domain().diagnose(x);
    }

    @Override
    public void toDual(double[] x, double[] y) {
        primal.gradient(x, y);
    }

    @Override
    public String project(double[] y, double[] x) {
        Optional<String> reason = conjugate.domain().diagnose(y);
        if (reason.isPresent()) {
            return "dual point: " + reason.get();
        }
        conjugate.gradient(y, x);
        // A point of the open domain can round onto its boundary.
        return primal.domain().diagnose(x).orElse("");
    }

    @Override
    public double decrement(double[] x, double[] y, double[] g) {
        return 0.5 * primal.hessian(x).inverseQuadratic(g);
    }

    @Override
    public boolean pulls() {
        return true;
    }

    @Override
    public void pull(double[] x, double[] y, double[] g, double[] out) {
        Hessian metric = primal.hessian(x);
        metric.solve(g, out);
    }

    @Override
    public double divergence(double[] x, double[] y, double[] x0, double[] y0) {
        return primal.bregman(x, x0);
    }
}
