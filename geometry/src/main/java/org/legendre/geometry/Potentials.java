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

    /**
     * The quadratic form φ(x) = ½xᵀAx on ℝⁿ, with mirror map x ↦ Ax and divergence ½(a−b)ᵀA(a−b). Conjugate: ½yᵀA⁻¹y.
     *
     * <p>Source: R. T. Rockafellar, Convex Analysis (1970), §12.
     *
     * <p>Error: gradients to n roundings a term; divergences to n roundings of the Cholesky factor, however near a and b are.
     *
     * @param <X> the tag of the coordinates
     * @param <Y> the dual tag
     * @param a A, positive definite n×n
     * @return the function
     */
    public static <X extends Coordinates<Y>, Y extends Coordinates<X>> Legendre<X, Y> quadratic(PositiveDefinite a) {
        Quadratic phi = Quadratic.of(a);
        return Legendre.of(phi, phi.conjugate());
    }

    /**
     * Half the squared p-norm φ(x) = ½‖x‖ₚ² on ℝⁿ for 1 &lt; p ≤ 2, strongly convex of modulus p − 1 in that norm; near p = 1 + 1/log n it does for signed x
     * what the entropy does for weights. Conjugate: ½‖y‖²_q, 1/p + 1/q = 1. It is not of class C² for p &lt; 2: where an entry is 0, {@link
     * Legendre#metric} refuses, here and for the conjugate; gradients and divergences are defined everywhere.
     *
     * <p>Source: C. Gentile, The robustness of the p-norm algorithms, Mach. Learn. 53 (2003), §2; S. Shalev-Shwartz, thesis (2007), lemma 9 (strong convexity).
     *
     * <p>Error: gradients to some 4 + q roundings; divergences to a relative 1e-15·(4 + p/(p−1)), however near a and b are and at zeros too.
     *
     * @param <X> the tag of the coordinates
     * @param <Y> the dual tag
     * @param n the dimension, at least 1
     * @param p the exponent, 1 &lt; p ≤ 2
     * @return the function
     * @throws DomainException if n is not positive or p is not in (1, 2]
     */
    public static <X extends Coordinates<Y>, Y extends Coordinates<X>> Legendre<X, Y> powerNorm(int n, double p) {
        requireDimension(n);
        if (!(p > 1 && p <= 2)) {
            throw new DomainException("p", p, "a number in (1, 2]");
        }
        return Legendre.of(new PowerNorm(n, p), new PowerNorm(n, p / (p - 1)));
    }

    /**
     * The hyperbolic entropy φ(x) = Σ xᵢ arsinh(xᵢ/β) − √(xᵢ² + β²) on ℝⁿ, whose mirror map arsinh(x/β) is that of gradient descent for |x| ≪ β and that of
     * exponentiated gradient on both signs for |x| ≫ β. Conjugate: β Σ cosh yᵢ.
     *
     * <p>Source: U. Ghai, E. Hazan and Y. Singer, Exponentiated gradient meets gradient descent, ALT 2020, definition 1.
     *
     * <p>Error: gradients to 4 roundings, Hessians to two; divergences to a relative 2e-15·(1 + |y|), however near a and b are.
     *
     * @param <X> the tag of the coordinates
     * @param <Y> the dual tag
     * @param n the dimension, at least 1
     * @param beta the scale β, positive
     * @return the function
     * @throws DomainException if n or β is not positive
     */
    public static <X extends Coordinates<Y>, Y extends Coordinates<X>> Legendre<X, Y> hypentropy(int n, double beta) {
        requireDimension(n);
        return Legendre.of(new Hypentropy(n, beta), new Hypentropy.Conjugate(n, beta));
    }

    /**
     * The Tsallis entropy of order q &lt; 1, as a convex function on the positive orthant: φ(x) = Σ (xᵢ^q − 1)/(q(q−1)), and −Σ log xᵢ for q = 0, with mirror map
     * x^(q−1)/(q−1). Its divergence is the β-divergence for β = q: that of Itakura and Saito for q = 0 and, in the limit q → 1, that of Kullback and
     * Leibler. Conjugate: Σ (xᵢ^q − 1)/q − 1/(1−q) with xᵢ = ((q−1)yᵢ)^(1/(q−1)), on the negative orthant. For q &gt; 1 φ is not steep at 0.
     *
     * <p>Source: C. Tsallis, J. Stat. Phys. 52 (1988); A. Basu et al., Robust and efficient estimation by minimising a density power divergence, Biometrika 85 (1998).
     *
     * <p>Error: gradients to some 3 + 1/(1−q) roundings, which is what a rounded dual point knows; divergences by the general method of {@link Potential#bregman}.
     *
     * @param <X> the tag of the coordinates
     * @param <Y> the dual tag
     * @param n the dimension, at least 1
     * @param q the order, below 1
     * @return the function
     * @throws DomainException if n is not positive or q is not below 1
     */
    public static <X extends Coordinates<Y>, Y extends Coordinates<X>> Legendre<X, Y> tsallis(int n, double q) {
        requireDimension(n);
        return Legendre.of(new Tsallis(n, q), new Tsallis.Conjugate(n, q));
    }

    /**
     * The Fermi–Dirac entropy of a box, φ(x) = Σ (xᵢ−lᵢ) log((xᵢ−lᵢ)/wᵢ) + (uᵢ−xᵢ) log((uᵢ−xᵢ)/wᵢ) with wᵢ = uᵢ − lᵢ, whose mirror map is log((x−l)/(u−x)).
     * Conjugate: Σ lᵢyᵢ + wᵢ log(1 + exp yᵢ). Near an end, x knows its distance only to a rounding of x: put the end that matters at 0.
     *
     * <p>Source: H. H. Bauschke and J. M. Borwein, Joint and separate convexity of the Bregman distance (2001), example 2.7 (the box [0, 1]).
     *
     * <p>Error: gradients to 3 roundings of the distances from the ends, as divergences, however near a and b are.
     *
     * @param <X> the tag of the coordinates
     * @param <Y> the dual tag
     * @param lower the lower ends, finite
     * @param upper the upper ends, finite, each above its lower end
     * @return the function
     * @throws DomainException if the lengths differ, an end is not finite, or an interval is empty
     */
    public static <X extends Coordinates<Y>, Y extends Coordinates<X>> Legendre<X, Y> fermiDirac(
            double[] lower, double[] upper) {
        requireDimension(lower.length);
        FermiDirac phi = new FermiDirac(lower.clone(), upper.clone());
        return Legendre.of(phi, phi.conjugate());
    }

    /**
     * The log-determinant φ(X) = −log det X on positive definite d×d matrices, whose divergence is Stein's loss tr(AB⁻¹) − log det(AB⁻¹) − d. A point is the packed
     * lower triangle of X, x₁₁, x₂₁, x₂₂, …; a dual point that of Y = −X⁻¹ with off-diagonal entries doubled, so that the pairing ⟨X, Y⟩ = tr XY is a plain
     * dot product. Conjugate: −d − log det(−Y).
     *
     * <p>Source: B. Kulis, M. Sustik and I. Dhillon, Low-rank kernel learning with Bregman matrix divergences, JMLR 10 (2009), §2.
     *
     * <p>Error: as of a Cholesky factor: d·ε times the condition number of X scaled to unit diagonal.
     *
     * @param <X> the tag of the coordinates
     * @param <Y> the dual tag
     * @param d the dimension of the matrices, at least 1
     * @return the function
     * @throws DomainException if d is not positive
     */
    public static <X extends Coordinates<Y>, Y extends Coordinates<X>> Legendre<X, Y> logDeterminant(int d) {
        requireDimension(d);
        return Legendre.of(LogDeterminant.of(d), LogDeterminant.conjugate(d));
    }

    /**
     * Von Neumann's negative entropy φ(X) = tr(X log X − X) on positive definite d×d matrices, whose divergence is the quantum relative entropy tr(A log A − A log
     * B − A + B). A point is the packed lower triangle of X; a dual point that of Y = log X with off-diagonal entries doubled. Conjugate: tr exp Y.
     *
     * <p>Source: K. Tsuda, G. Rätsch and M. K. Warmuth, Matrix exponentiated gradient updates, JMLR 6 (2005), §3.
     *
     * <p>Error: as of Jacobi's eigenvalues: d·ε times the condition number of X scaled to unit diagonal, d·ε·‖Y‖ for the conjugate; divergences by the general method.
     *
     * @param <X> the tag of the coordinates
     * @param <Y> the dual tag
     * @param d the dimension of the matrices, at least 1
     * @return the function
     * @throws DomainException if d is not positive
     */
    public static <X extends Coordinates<Y>, Y extends Coordinates<X>> Legendre<X, Y> vonNeumann(int d) {
        requireDimension(d);
        return Legendre.of(new VonNeumann(d), new VonNeumann.Conjugate(d));
    }

    private static void requireDimension(int n) {
        if (n < 1) {
            throw new DomainException("dimension", n, "at least 1");
        }
    }
}
