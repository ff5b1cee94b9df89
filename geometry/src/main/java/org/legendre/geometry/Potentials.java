package org.legendre.geometry;

/**
 * The shipped mirror potentials, each with its conjugate in closed form. An exponential family brings its own: {@code family.potential()}.
 *
 * <p>Name the tags where you make one, for the compiler cannot infer them through two calls: {@code Legendre<Weights,
 * Differential<Weights>> burg = Potentials.burg(n);} and then {@code Geometry.mirror(burg)}.
 */
public final class Potentials {
    private Potentials() {}

    /**
     * The negative entropy φ(x) = Σ xᵢ log xᵢ − xᵢ on the positive orthant, whose mirror map is the logarithm and whose divergence is the
     * generalised Kullback–Leibler divergence Σ aᵢ log(aᵢ/bᵢ) − aᵢ + bᵢ. Conjugate: Σ exp yᵢ.
     *
     * <p>Source: A. Beck and M. Teboulle, Mirror descent and nonlinear projected subgradient methods, Oper. Res. Lett. 31 (2003), §5.
     *
     * <p>Error: gradients and Hessians to one rounding an entry.
     *
     * @param <X> the tag of the coordinates
     * @param <Y> the dual tag
     * @param n the dimension, at least 1
     * @return the function
     * @throws DomainException if n is not positive
     */
    public static <X extends Coordinates<Y>, Y extends Coordinates<X>> Legendre<X, Y> negativeEntropy(int n) {
        requireDimension(n);
        return Legendre.of(new NegativeEntropy(n), new NegativeEntropy.Conjugate(n));
    }

    /**
     * Half the squared Euclidean norm φ(x) = ½Σ xᵢ² on ℝⁿ, its own conjugate, with divergence ½‖a − b‖².
     *
     * <p>Source: the unique function that is its own conjugate, R. T. Rockafellar, Convex Analysis (1970), §12.
     *
     * <p>Error: gradients and Hessians are exact.
     *
     * @param <X> the tag of the coordinates
     * @param <Y> the dual tag
     * @param n the dimension, at least 1
     * @return the function
     * @throws DomainException if n is not positive
     */
    public static <X extends Coordinates<Y>, Y extends Coordinates<X>> Legendre<X, Y> halfSquaredNorm(int n) {
        requireDimension(n);
        return Legendre.of(new HalfSquaredNorm(n), new HalfSquaredNorm(n));
    }

    /**
     * Burg's entropy φ(x) = −Σ log xᵢ on the positive orthant, whose divergence is Itakura and Saito's Σ aᵢ/bᵢ − log(aᵢ/bᵢ) − 1.
     * Conjugate: −n − Σ log(−yᵢ) on the negative orthant.
     *
     * <p>Source: H. H. Bauschke, J. Bolte and M. Teboulle, A descent lemma beyond Lipschitz gradient continuity, Math. Oper. Res. 42
     * (2017), §2.
     *
     * <p>Error: gradients to one rounding an entry, Hessians to two.
     *
     * @param <X> the tag of the coordinates
     * @param <Y> the dual tag
     * @param n the dimension, at least 1
     * @return the function
     * @throws DomainException if n is not positive
     */
    public static <X extends Coordinates<Y>, Y extends Coordinates<X>> Legendre<X, Y> burg(int n) {
        requireDimension(n);
        return Legendre.of(new Burg(n), new Burg.Conjugate(n));
    }

    private static void requireDimension(int n) {
        if (n < 1) {
            throw new DomainException("dimension", n, "at least 1");
        }
    }
}
