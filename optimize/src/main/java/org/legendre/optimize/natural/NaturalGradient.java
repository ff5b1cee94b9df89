package org.legendre.optimize.natural;

import java.util.function.Function;
import org.legendre.geometry.Differential;
import org.legendre.geometry.Domain;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;
import org.legendre.geometry.model.Damped;
import org.legendre.geometry.model.FisherForm;
import org.legendre.optimize.Geometry;

/**
 * Natural gradient in weights: w₊ = w − t(F(w) + λI)⁻¹∇f(w), with F a {@link FisherForm}: Fisher information, or a structured approximation of it.
 *
 * <pre>{@code
 * var likelihood = Likelihood.of(ParametricModel.linear(5, Output.bernoulli()), inputs, labels);
 * var geometry = NaturalGradient.of(5, w -> likelihood.fisher(w).damped(0));
 * var run = Descent.of(NegativeLogLikelihood.of(likelihood), geometry).run(Vec.zeros(5));
 * }</pre>
 *
 * <p>Without the matrix, from the direction before:
 *
 * <pre>{@code
 * var solver = ConjugateGradients.to(1e-6);
 * var geometry = NaturalGradient.of(n, w -> likelihood.fisher(w).damped(1e-3).by(solver));
 * var run = Descent.of(loss, geometry).by(Scheme.warmStarted()).run(w0);
 * }</pre>
 *
 * <p>In a perceptron, layer by layer:
 *
 * <pre>{@code
 * var geometry = NaturalGradient.of(n, w -> likelihood.fisher(w).kronecker().damped(1e-3));
 * }</pre>
 *
 * <p>With damping that adapts to what the steps gain, from λ = 0 of its own:
 *
 * <pre>{@code
 * var geometry = NaturalGradient.of(n, w -> likelihood.fisher(w).damped(0));
 * var run = Descent.of(loss, geometry).by(Scheme.levenbergMarquardt()).run(w0);
 * }</pre>
 *
 * <p>An {@link org.legendre.geometry.model.EmpiricalFisher} is refused by the compiler. It makes a metric when it is damped, which {@link Geometry#natural(Domain, Function)} takes as it takes any metric; what results is no natural
 * gradient.
 *
 * <p>Source: S. Amari, Natural gradient works efficiently in learning, Neural Comput. 10 (1998), theorem 1.
 */
public final class NaturalGradient {
    private NaturalGradient() {}

    /**
     * The geometry of a Fisher information.
     *
     * @param n the number of weights, at least 1
     * @param fisher w ↦ F(w) + λI
     * @return the geometry; a run in which a solve does not reach its tolerance, or the matrix is singular, ends as {@link org.legendre.optimize.Outcome.Failed} with the reason in words
     * @throws DomainException if n is not positive
     */
    public static Geometry<Weights, Differential<Weights>> of(
            int n, Function<Vec<Weights>, ? extends Damped<? extends FisherForm>> fisher) {
        if (n < 1) {
            throw new DomainException("number of weights", n, "at least 1");
        }
        return Geometry.natural(Domain.reals(n), fisher);
    }
}
