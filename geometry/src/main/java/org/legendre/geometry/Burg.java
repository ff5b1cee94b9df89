package org.legendre.geometry;

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
    double value(double x) {
        return -Math.log(x);
    }

    @Override
    double derivative(double x) {
        return -1 / x;
    }

    @Override
    double second(double x) {
        return 1 / x / x;
    }

    @Override
    double third(double x) {
        return -2 / x / x / x;
    }

    /** φ*(y) = −n − Σ log(−yᵢ) on the negative orthant. */
    static final class Conjugate extends SeparablePotential {
        Conjugate(int n) {
            super(Domain.negative(n));
        }

        @Override
        double value(double y) {
            return -1 - Math.log(-y);
        }

        @Override
        double derivative(double y) {
            return -1 / y;
        }

        @Override
        double second(double y) {
            return 1 / y / y;
        }

        @Override
        double third(double y) {
            return -2 / y / y / y;
        }
    }
}
