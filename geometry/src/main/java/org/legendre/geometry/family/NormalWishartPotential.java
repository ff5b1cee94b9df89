package org.legendre.geometry.family;

import java.util.Arrays;
import java.util.Optional;
import org.legendre.geometry.Domain;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.LogCholesky;
import org.legendre.geometry.Natural;
import org.legendre.geometry.PositiveDefinite;
import org.legendre.geometry.Potential;
import org.legendre.geometry.Vec;

/** ψ of the {@link NormalWishartPoint points} in d dimensions. Its third derivative is the default's. */
record NormalWishartPotential(int d) implements Potential {
    static Legendre<Natural, Expectation> legendre(int d) {
        return Legendre.of(new NormalWishartPotential(d), new Conjugate(d));
    }

    @Override
    public Domain domain() {
        return new NaturalDomain(d);
    }

    @Override
    public double value(double[] t) {
        return NormalWishartPoint.ofNatural(d, t).potential();
    }

    @Override
    public void gradient(double[] t, double[] out) {
        System.arraycopy(NormalWishartPoint.ofNatural(d, t).expectation(), 0, out, 0, out.length);
    }

    @Override
    public Hessian hessian(double[] t) {
        return NormalWishartPoint.ofNatural(d, t).fisher();
    }

    /** ψ*(η) = −as − G(a) + ½d (log κ − 1) with s, a and G as in {@link WishartPotential.Conjugate}. */
    record Conjugate(int d) implements Potential {
        @Override
        public Domain domain() {
            return new ExpectationDomain(d);
        }

        @Override
        public double value(double[] e) {
            double[] wishart = Arrays.copyOf(e, 1 + Packed.size(d));
            return new WishartPotential.Conjugate(d).value(wishart)
                    + 0.5 * d * (Math.log(d / NormalWishartPoint.spread(d, e)) - 1);
        }

        @Override
        public void gradient(double[] e, double[] out) {
            System.arraycopy(NormalWishartPoint.ofExpectation(d, e).natural(), 0, out, 0, out.length);
        }

        @Override
        public Hessian hessian(double[] e) {
            return NormalWishartPoint.ofExpectation(d, e).fisher().inverse();
        }
    }

    private static Optional<String> finite(int d, double[] x) {
        if (x.length != NormalWishartPoint.dimension(d)) {
            return Optional.of("length " + x.length + " instead of " + NormalWishartPoint.dimension(d));
        }
        return Arrays.stream(x).allMatch(Double::isFinite) ? Optional.empty() : Optional.of("an entry is not finite");
    }

    /** A point of no domain, where the matrix of a chart's point overflows or rounds to a singular one. */
    private static double[] outside(int n) {
        double[] x = new double[n];
        Arrays.fill(x, Double.NaN);
        return x;
    }

    /** {a &gt; (d − 1)/2, κ &gt; 0, B positive definite}, charted by log(a − (d − 1)/2), log-Cholesky of B, m and log κ. */
    record NaturalDomain(int d) implements Domain {
        @Override
        public int size() {
            return NormalWishartPoint.dimension(d);
        }

        @Override
        public Optional<String> diagnose(double[] t) {
            Optional<String> reason = finite(d, t);
            if (reason.isPresent()) {
                return reason;
            }
            if (!(t[0] > 0.5 * (d - 1))) {
                return Optional.of("the shape θ₁ is not above " + 0.5 * (d - 1));
            }
            if (!(t[t.length - 1] < 0)) {
                return Optional.of("the last entry is not negative");
            }
            return LogCholesky.diagnose("the rate −θ₂ + ¼θ₃θ₃ᵀ/θ₄", d, NormalWishartPoint.packedRate(d, t));
        }

        @Override
        public double[] fromChart(double[] u) {
            DomainException.requireLength("chart coordinates", u, size());
            int n = Packed.size(d);
            double[] packed = LogCholesky.fromChart(d, Arrays.copyOfRange(u, 1, 1 + n));
            if (LogCholesky.diagnose("B", d, packed).isPresent()) {
                return outside(u.length);
            }
            PositiveDefinite rate = PositiveDefinite.ofPacked(d, packed);
            return new NormalWishartPoint(
                            Math.exp(u[0]) + 0.5 * (d - 1),
                            rate,
                            Vec.generate(d, i -> u[1 + n + i]),
                            Math.exp(u[u.length - 1]))
                    .natural();
        }

        @Override
        public double[] toChart(double[] t) {
            require("point", t);
            NormalWishartPoint point = NormalWishartPoint.ofNatural(d, t);
            double[] chart = LogCholesky.toChart(d, point.rate().toPacked());
            double[] u = new double[t.length];
            u[0] = Math.log(t[0] - 0.5 * (d - 1));
            System.arraycopy(chart, 0, u, 1, chart.length);
            System.arraycopy(point.mean().toArray(), 0, u, 1 + chart.length, d);
            u[u.length - 1] = Math.log(point.count());
            return u;
        }

        @Override
        public String toString() {
            return "{θ₁ > " + 0.5 * (d - 1) + ", θ₄ < 0, −θ₂ + ¼θ₃θ₃ᵀ/θ₄ positive definite} in dimension " + d;
        }
    }

    /** {M positive definite, η₁ &lt; log det M, η₄ &gt; η₃ᵀM⁻¹η₃}, charted by that of Wishart expectations, M⁻¹η₃ and log of the last gap. */
    record ExpectationDomain(int d) implements Domain {
        private Domain wishart() {
            return new WishartPotential.BelowLogDeterminant(d);
        }

        @Override
        public int size() {
            return NormalWishartPoint.dimension(d);
        }

        @Override
        public Optional<String> diagnose(double[] e) {
            return finite(d, e)
                    .or(() -> wishart().diagnose(Arrays.copyOf(e, 1 + Packed.size(d))))
                    .or(() -> NormalWishartPoint.spread(d, e) > 0
                            ? Optional.empty()
                            : Optional.of(
                                    "the last entry is not above η₃ᵀη₂⁻¹η₃, by " + NormalWishartPoint.spread(d, e)));
        }

        @Override
        public double[] fromChart(double[] u) {
            DomainException.requireLength("chart coordinates", u, size());
            int n = 1 + Packed.size(d);
            double[] e = Arrays.copyOf(wishart().fromChart(Arrays.copyOf(u, n)), u.length);
            if (wishart().diagnose(Arrays.copyOf(e, n)).isPresent()) {
                return outside(u.length);
            }
            PositiveDefinite precision = WishartPotential.mean(d, e);
            double[] m = Arrays.copyOfRange(u, n, n + d);
            double[] shift = new double[d];
            precision.multiply(m, shift);
            System.arraycopy(shift, 0, e, n, d);
            e[e.length - 1] = precision.quadratic(m) + Math.exp(u[u.length - 1]);
            return e;
        }

        @Override
        public double[] toChart(double[] e) {
            require("point", e);
            int n = 1 + Packed.size(d);
            double[] u = Arrays.copyOf(wishart().toChart(Arrays.copyOf(e, n)), e.length);
            double[] m = new double[d];
            WishartPotential.mean(d, e).solve(Arrays.copyOfRange(e, n, n + d), m);
            System.arraycopy(m, 0, u, n, d);
            u[u.length - 1] = Math.log(NormalWishartPoint.spread(d, e));
            return u;
        }

        @Override
        public String toString() {
            return "{η₂ positive definite, η₁ < log det η₂, η₄ > η₃ᵀη₂⁻¹η₃} in dimension " + d;
        }
    }
}
