package org.legendre.geometry.family;

import java.util.Arrays;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.legendre.geometry.Domain;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.Potential;
import org.legendre.geometry.special.GammaRemainder;
import org.legendre.geometry.special.Polygamma;
import org.legendre.geometry.special.PolygammaDifference;
import org.legendre.geometry.special.Sums;

/** ψ(α) = Σ log Γ(αᵢ) − log Γ(Σαᵢ), the log-partition of the Dirichlet laws relative to the base measure 1/Πxᵢ. */
final class DirichletPotential implements Potential {
    private static final GaussIntegrator RULE = new GaussIntegratorFactory().legendre(16);

    private final int size;

    DirichletPotential(int size) {
        this.size = size;
    }

    @Override
    public Domain domain() {
        return Domain.positive(size);
    }

    /** Stick by stick, Σ log B(αᵢ, αᵢ₊₁ + … + α_k): the log-gammas themselves may be thousands of times larger than their sum. */
    @Override
    public double value(double[] a) {
        double[] terms = new double[size - 1];
        Arrays.setAll(terms, i -> BetaKernel.logBeta(a[i], Sums.sum(a, i + 1, size)));
        return Sums.sum(terms);
    }

    /** E[log xᵢ] = ψ(αᵢ) − ψ(αᵢ + the rest), as the rise of digamma over the rest. */
    @Override
    public void gradient(double[] a, double[] out) {
        double[] rests = rests(a);
        for (int i = 0; i < size; i++) {
            out[i] = -PolygammaDifference.digamma(a[i], rests[i]);
        }
    }

    /** α₀ − αᵢ for every i, not as a difference where αᵢ is most of the total. */
    static double[] rests(double[] a) {
        double total = Sums.sum(a);
        double[] others = a.clone();
        double[] rests = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            rests[i] = total - a[i];
            if (a[i] > 0.5 * total) {
                others[i] = 0;
                rests[i] = Sums.sum(others);
                others[i] = a[i];
            }
        }
        return rests;
    }

    /** diag(ψ′(αᵢ)) − ψ′(α₀) 11ᵀ. */
    @Override
    public Hessian hessian(double[] a) {
        return DirichletHessian.of(a);
    }

    @Override
    public void third(double[] a, double[] u, double[] v, double[] out) {
        double whole = Polygamma.tetragamma(Sums.sum(a)) * Sums.sum(u) * Sums.sum(v);
        Arrays.setAll(out, i -> Polygamma.tetragamma(a[i]) * u[i] * v[i] - whole);
    }

    /**
     * s(α₀) − Σ s(αᵢ) &gt; 0 with s = 1/ψ′, which is convex with s(0) = 0: the slack of the Hessian over ψ′(α₀). The difference cancels for large
     * parameters and for small ones, so it is put together from what each parameter adds to the sum of the larger ones.
     */
    static double excess(double[] a) {
        double[] sorted = a.clone();
        Arrays.sort(sorted);
        double sum = 0;
        double total = sorted[sorted.length - 1];
        for (int i = sorted.length - 2; i >= 0; i--) {
            sum += step(total, sorted[i]);
            total += sorted[i];
        }
        return sum;
    }

    /** s(x + y) − s(x) − s(y) for y ≤ x. */
    private static double step(double x, double y) {
        if (y >= 1) {
            // With r(x) = x − s(x), which rises from 0.39 at 1 to 0.5, it is r(x) + r(y) − r(x + y).
            return defect(x) + defect(y) - defect(x + y);
        }
        double sum = 0;
        for (int k = 0; k < RULE.getNumberOfPoints(); k++) {
            double t = 0.5 * y * (1 + RULE.getPoint(k));
            sum += RULE.getWeight(k) * slopeRise(t, x);
        }
        return 0.5 * y * sum;
    }

    /** r(x) = x − 1/ψ′(x) = x g″(x)/ψ′(x) with g″(x) = ψ′(x) − 1/x. */
    private static double defect(double x) {
        return x * GammaRemainder.secondDerivative(x) / Polygamma.trigamma(x);
    }

    /** s′(x + t) − s′(t) for t ≤ 1, t ≤ x. */
    private static double slopeRise(double t, double x) {
        return slope(x + t) - slope(t);
    }

    private static double slope(double x) {
        // s(x) = x − ½ + 1/(12x) + …, and the square of ψ′ underflows further out.
        if (x > 1e9) {
            return 1;
        }
        double trigamma = Polygamma.trigamma(x);
        return -Polygamma.tetragamma(x) / trigamma / trigamma;
    }

    /** ψ*(η) = ⟨α, η⟩ − ψ(α) at the α with ∇ψ(α) = η. */
    static final class Conjugate implements Potential {
        private final DirichletPotential psi;
        private final Domain domain;

        Conjugate(int size) {
            this.psi = new DirichletPotential(size);
            this.domain = new LogSimplexInterior(size);
        }

        @Override
        public Domain domain() {
            return domain;
        }

        @Override
        public double value(double[] e) {
            double[] a = DirichletSolve.solve(psi, e);
            return Sums.dot(a, e) - psi.value(a);
        }

        @Override
        public void gradient(double[] e, double[] out) {
            System.arraycopy(DirichletSolve.solve(psi, e), 0, out, 0, out.length);
        }

        @Override
        public Hessian hessian(double[] e) {
            return psi.hessian(DirichletSolve.solve(psi, e)).inverse();
        }
    }
}
