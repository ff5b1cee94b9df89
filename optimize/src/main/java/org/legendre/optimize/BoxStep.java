package org.legendre.optimize;

import java.util.Optional;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.SeparablePotential;

/** Mirror steps of a separable map on a box: each coordinate is clipped. */
final class BoxStep implements MirrorStep {
    private final SeparablePotential phi;
    private final SeparablePotential dual;
    private final Box box;

    BoxStep(SeparablePotential phi, SeparablePotential dual, Box box) {
        this.phi = phi;
        this.dual = dual;
        this.box = box;
        DomainException.requireLength(
                "lower ends of the box", box.lower, phi.domain().size());
        for (int i = 0; i < box.lower.length; i++) {
            if (!(Math.max(box.lower[i], phi.lower(i)) < Math.min(box.upper[i], phi.upper(i)))) {
                throw new DomainException(
                        "interval " + i,
                        "[" + box.lower[i] + ", " + box.upper[i] + "]",
                        "one that meets the domain of " + phi);
            }
        }
    }

    /** The closure of the domain of φ as a box. */
    static Box domain(SeparablePotential phi) {
        int n = phi.domain().size();
        double[] lower = new double[n];
        double[] upper = new double[n];
        for (int i = 0; i < n; i++) {
            lower[i] = phi.lower(i);
            upper[i] = phi.upper(i);
        }
        return new Box(lower, upper);
    }

    @Override
    public Optional<String> diagnose(double[] x) {
        return phi.domain().diagnose(x).or(() -> box.diagnose(x));
    }

    @Override
    public void toDual(double[] x, double[] y) {
        phi.gradient(x, y);
    }

    @Override
    public String project(double[] y, double[] x) {
        for (int i = 0; i < x.length; i++) {
            double there = y[i] < dual.upper(i) ? dual.derivative(i, y[i]) : Double.POSITIVE_INFINITY;
            x[i] = Math.min(box.upper[i], Math.max(box.lower[i], there));
            if (x[i] != there) {
                y[i] = phi.derivative(i, x[i]);
            }
            if (!(Double.isFinite(x[i]) && Double.isFinite(y[i]))) {
                return "entry " + i + " or its dual coordinate leaves the range of binary64";
            }
        }
        return "";
    }

    /** Whether the end of the box that a step along −g meets holds the coordinate. */
    private boolean held(int i, double x, double g) {
        return (x <= box.lower[i] && g > 0 && phi.lower(i) < box.lower[i])
                || (x >= box.upper[i] && g < 0 && phi.upper(i) > box.upper[i]);
    }

    @Override
    public double decrement(double[] x, double[] y, double[] g) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += held(i, x[i], g[i]) ? 0 : dual.second(i, y[i]) * g[i] * g[i];
        }
        return 0.5 * sum;
    }

    @Override
    public boolean pulls() {
        return true;
    }

    @Override
    public void pull(double[] x, double[] y, double[] g, double[] out) {
        for (int i = 0; i < x.length; i++) {
            out[i] = dual.second(i, y[i]) * g[i];
        }
    }

    @Override
    public void held(double[] x, double[] g, boolean[] out) {
        for (int i = 0; i < x.length; i++) {
            out[i] = held(i, x[i], g[i]);
        }
    }

    @Override
    public double divergence(double[] x, double[] y, double[] x0, double[] y0) {
        return SumStep.separable(phi, dual, x, y, x0, y0);
    }
}
