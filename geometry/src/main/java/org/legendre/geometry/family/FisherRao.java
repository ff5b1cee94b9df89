package org.legendre.geometry.family;

/**
 * Distributions whose Fisher–Rao distance has a closed form.
 *
 * <p>Source: C. R. Rao, Information and the accuracy attainable in the estimation of statistical parameters (1945); C. Atkinson and A. F. S.
 * Mitchell, Rao's distance measure, Sankhyā A 43 (1981).
 *
 * @param <M> the type itself
 */
public interface FisherRao<M extends FisherRao<M>> {
    /**
     * The length of the shortest curve to q in the Fisher metric.
     *
     * @param q the other end
     * @return the distance, ≥ 0, symmetric, 0 only at equality, to full relative accuracy also for near points
     */
    double fisherRaoTo(M q);
}
