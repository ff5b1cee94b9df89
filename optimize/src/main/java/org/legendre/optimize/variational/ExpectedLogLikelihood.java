package org.legendre.optimize.variational;

import java.util.List;
import org.legendre.geometry.family.ConjugateModel;
import org.legendre.geometry.family.Member;

/**
 * A factor of a model, seen by what a variational posterior knows of it: E_q[log p(data | φ)] and its gradient in the expectation coordinates m of q. The gradient has the type of natural coordinates: it is what the factor adds to those of the
 * posterior.
 *
 * @param <P> the variational family
 */
public interface ExpectedLogLikelihood<P> {
    /**
     * The expectation, with its gradient.
     *
     * @param q the distribution of the parameter φ
     * @param gradient to which ∇ₘE_q[log p(data | φ)] is added, of the dimension of the family
     * @return E_q[log p(data | φ)] in nats
     */
    double gradient(P q, double[] gradient);

    /**
     * How exact the expectation is.
     *
     * @param q the distribution of the parameter φ
     * @return a bound on what its quadratures leave out, 0 (the default) where it is in closed form; rounding comes on top
     */
    default double error(P q) {
        return 0;
    }

    /**
     * The factor of a conjugate model: its gradient is constant, the sum of what each observation adds to the natural coordinates. The prior of the model plays no part here.
     *
     * @param <T> the type of an observation
     * @param <M> the distribution of an observation
     * @param <A> the type of the parameter φ
     * @param <P> its distribution
     * @param model the conjugate pair
     * @param data the observations, at least one
     * @return the factor
     * @throws org.legendre.geometry.DomainException if there are no data, or an observation is off the support
     */
    static <T, M extends Member<T, M>, A, P extends Member<A, P>> ExpectedLogLikelihood<P> conjugate(
            ConjugateModel<T, M, A, P> model, List<? extends T> data) {
        List<T> seen = List.copyOf(data);
        double[] increment = model.increment(seen).toArray();
        return (q, gradient) -> {
            for (int i = 0; i < increment.length; i++) {
                gradient[i] += increment[i];
            }
            return model.expectedLogLikelihood(q, seen);
        };
    }
}
