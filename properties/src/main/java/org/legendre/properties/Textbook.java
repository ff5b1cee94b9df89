package org.legendre.properties;

import java.util.Arrays;
import org.apache.commons.numbers.gamma.LogGamma;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.legendre.geometry.Domain;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Natural;
import org.legendre.geometry.PositiveDefinite;
import org.legendre.geometry.Potential;
import org.legendre.geometry.special.EntropyTerms;
import org.legendre.geometry.special.GammaRemainder;
import org.legendre.geometry.special.Logs;
import org.legendre.geometry.special.Polygamma;

/**
 * Families written down from their textbook formulas, independently of the shipped ones: what the laws are proven on, and what mutants
 * are made of.
 */
final class Textbook {
    private static final double LARGE = 300;

    private Textbook() {}

    /** Poisson(λ), θ = log λ: ψ = e^θ, ψ* = η log η − η. */
    static FamilySubject poisson() {
        Potential psi = Potential.of(Domain.reals(1), t -> t[0].exp());
        Potential conjugate =
                Potential.of(Domain.positive(1), e -> e[0].multiply(e[0].log()).subtract(e[0]));
        return FamilySubject.of(
                "textbook Poisson",
                legendre(psi, conjugate),
                (p, q) -> Math.exp(p[0]) * EntropyTerms.expm1mx(q[0] - p[0]));
    }

    /** Exponential of rate λ, θ = −λ: ψ = −log(−θ), ψ* = −1 − log η. */
    static FamilySubject exponential() {
        Potential psi =
                Potential.of(Domain.negative(1), t -> t[0].negate().log().negate());
        Potential conjugate =
                Potential.of(Domain.positive(1), e -> e[0].log().add(1).negate());
        return FamilySubject.of(
                "textbook exponential", legendre(psi, conjugate), (p, q) -> Logs.itakuraSaitoTerm(-q[0], -p[0]));
    }

    /** Categorical with k classes, θ = log-odds against the last: ψ = log(1 + Σ e^θᵢ); dense Hessian, numeric conjugate. */
    static FamilySubject categorical(int k) {
        return FamilySubject.of(
                "textbook categorical of " + k,
                Domain.reals(k - 1),
                t -> {
                    DerivativeStructure sum = t[0].exp().add(1);
                    for (int i = 1; i < t.length; i++) {
                        sum = sum.add(t[i].exp());
                    }
                    return sum.log();
                },
                (p, q) -> {
                    // log E[exp(s)] for s = ⟨q − p, T⟩ less its mean under p.
                    double[] left = softmax(p);
                    double[] s = Arrays.copyOf(Rounding.minus(q, p), left.length);
                    double mean = Rounding.dot(left, s);
                    double sum = 0;
                    double largest = 0;
                    for (int i = 0; i < left.length; i++) {
                        s[i] -= mean;
                        sum += left[i] * EntropyTerms.expm1mx(s[i]);
                        largest = Math.max(largest, s[i]);
                    }
                    return largest < LARGE ? Math.log1p(sum) : logMean(left, s, largest);
                });
    }

    /** log Σ pᵢ exp sᵢ where the exponentials may overflow. */
    private static double logMean(double[] p, double[] s, double largest) {
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            sum += p[i] * Math.exp(s[i] - largest);
        }
        return largest + Math.log(sum);
    }

    private static double[] softmax(double[] theta) {
        double[] p = new double[theta.length + 1];
        double sum = 1;
        for (double t : theta) {
            sum += Math.exp(t);
        }
        for (int i = 0; i < theta.length; i++) {
            p[i] = Math.exp(theta[i]) / sum;
        }
        p[theta.length] = 1 / sum;
        return p;
    }

    /** Normal of known covariance A: ψ = ½θᵀAθ, ψ* = ½ηᵀA⁻¹η, here with A = (2 1; 1 3). KL is symmetric. */
    static FamilySubject location() {
        Potential psi = Potential.of(
                Domain.reals(2),
                t -> t[0].multiply(t[0])
                        .add(t[0].multiply(t[1]))
                        .add(t[1].multiply(t[1]).multiply(1.5)));
        Potential conjugate = Potential.of(
                Domain.reals(2),
                e -> e[0].multiply(e[0])
                        .multiply(0.3)
                        .subtract(e[0].multiply(e[1]).multiply(0.2))
                        .add(e[1].multiply(e[1]).multiply(0.2)));
        return FamilySubject.of("textbook location", legendre(psi, conjugate), (p, q) -> {
                    double a = q[0] - p[0];
                    double b = q[1] - p[1];
                    return a * a + a * b + 1.5 * b * b;
                })
                .withSymmetric(true);
    }

    /** Gamma of shape a and rate b, θ = (a, −b): ψ = log Γ(a) − a log b; its conjugate is solved numerically. */
    static FamilySubject gamma() {
        Potential psi = new GammaPotential();
        return FamilySubject.of("textbook gamma", Legendre.of(psi), (p, q) -> {
            // D(a_q, a_p) for log Γ(a), and a_q times the Itakura–Saito divergence of the means a/b.
            double shapes = GammaRemainder.bregman(q[0], p[0]);
            return shapes + q[0] * Logs.itakuraSaitoTerm(-p[0] / p[1], -q[0] / q[1]);
        });
    }

    private static Legendre<Natural, Expectation> legendre(Potential psi, Potential conjugate) {
        return Legendre.of(psi, conjugate);
    }

    private static final class GammaPotential implements Potential {
        private static final Domain DOMAIN = Domain.product(Domain.positive(1), Domain.negative(1));

        @Override
        public Domain domain() {
            return DOMAIN;
        }

        @Override
        public double value(double[] t) {
            return LogGamma.value(t[0]) - t[0] * Math.log(-t[1]);
        }

        @Override
        public void gradient(double[] t, double[] out) {
            out[0] = Polygamma.digamma(t[0]) - Math.log(-t[1]);
            out[1] = -t[0] / t[1];
        }

        @Override
        public Hessian hessian(double[] t) {
            double mixed = -1 / t[1];
            return Hessian.dense(PositiveDefinite.of(
                    new double[] {Polygamma.trigamma(t[0]), mixed}, new double[] {mixed, t[0] * mixed * mixed}));
        }
    }
}
