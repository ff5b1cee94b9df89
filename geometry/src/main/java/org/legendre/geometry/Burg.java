package org.legendre.geometry;

import org.legendre.geometry.special.Logs;

/**
 * Burg's entropy φ(x) = −Σ log xᵢ on the positive orthant; ∇φ(x) = −1/x. Made by {@link Potentials#burg}.
 *
 * <p>Source: H. H. Bauschke, J. Bolte and M. Teboulle, A descent lemma beyond Lipschitz gradient continuity, Math. Oper. Res. 42 (2017),
 * §2.
 */
public final class Burg extends SeparablePotential {
    Burg(int n) {
        super(Domain.positive(n));
    }

    @Override
    public double value(int i, double x) {
        return -Math.log(x);
    }

    @Override
    public double derivative(int i, double x) {
        return -1 / x;
    }

    @Override
    public double second(int i, double x) {
        return 1 / x / x;
    }

    @Override
    public double third(int i, double x) {
        return -2 / x / x / x;
    }

    @Override
    public double divergence(int i, double a, double b) {
        return Logs.itakuraSaitoTerm(a, b);
    }

    @Override
    public String toString() {
        return "Burg's entropy";
    }

    /** φ*(y) = −n − Σ log(−yᵢ) on the negative orthant. */
    static final class Conjugate extends SeparablePotential {
        Conjugate(int n) {
            super(Domain.negative(n));
        }

        @Override
        public double value(int i, double y) {
            return -1 - Math.log(-y);
        }

        @Override
        public double derivative(int i, double y) {
            return -1 / y;
        }

        @Override
        public double second(int i, double y) {
            return 1 / y / y;
        }

        @Override
        public double third(int i, double y) {
            return -2 / y / y / y;
        }

        @Override
        public double divergence(int i, double a, double b) {
            return Logs.itakuraSaitoTerm(-a, -b);
        }
    }
}
