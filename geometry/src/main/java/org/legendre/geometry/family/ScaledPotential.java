package org.legendre.geometry.family;

import java.util.Arrays;
import java.util.Optional;
import org.legendre.geometry.Domain;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Natural;
import org.legendre.geometry.Potential;

/** x ↦ nψ(x/s): with s = 1 the log-partition of n observations, with s = n its conjugate nψ*(η/n). */
record ScaledPotential(Potential psi, double factor, double unit) implements Potential {
    static Legendre<Natural, Expectation> legendre(Legendre<Natural, Expectation> psi, double n) {
        return Legendre.of(
                new ScaledPotential(psi.potential(), n, 1),
                new ScaledPotential(psi.conjugate().potential(), n, n));
    }

    @Override
    public Domain domain() {
        return unit == 1 ? psi.domain() : new Multiple(psi.domain(), unit);
    }

    @Override
    public double value(double[] x) {
        return factor * psi.value(divided(x, unit));
    }

    @Override
    public void gradient(double[] x, double[] out) {
        psi.gradient(divided(x, unit), out);
        scale(out, factor / unit);
    }

    @Override
    public Hessian hessian(double[] x) {
        return new ScaledHessian(psi.hessian(divided(x, unit)), factor / unit / unit);
    }

    @Override
    public void third(double[] x, double[] u, double[] v, double[] out) {
        psi.third(divided(x, unit), u, v, out);
        scale(out, factor / unit / unit / unit);
    }

    private static double[] divided(double[] x, double by) {
        double[] y = new double[x.length];
        Arrays.setAll(y, i -> x[i] / by);
        return y;
    }

    private static void scale(double[] x, double by) {
        for (int i = 0; i < x.length; i++) {
            x[i] *= by;
        }
    }

    /** The set {s·x : x of the domain}. */
    private record Multiple(Domain domain, double unit) implements Domain {
        @Override
        public int size() {
            return domain.size();
        }

        @Override
        public Optional<String> diagnose(double[] x) {
            return domain.diagnose(divided(x, unit)).map(reason -> "divided by " + unit + ": " + reason);
        }

        @Override
        public double[] fromChart(double[] u) {
            double[] x = domain.fromChart(u);
            scale(x, unit);
            return x;
        }

        @Override
        public double[] toChart(double[] x) {
            return domain.toChart(divided(x, unit));
        }

        @Override
        public String toString() {
            return unit + " · (" + domain + ")";
        }
    }
}
