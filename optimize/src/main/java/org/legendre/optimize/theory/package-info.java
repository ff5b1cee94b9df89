/**
 * Theorems about methods, as objects, and certificates that hold a run to them.
 *
 * <p>A {@link org.legendre.optimize.theory.Theorem} knows its source, its assumptions and its bound after k steps. A
 * {@link org.legendre.optimize.theory.Certificate} observes a run and says whether the bound was kept, by how much, and if not, which assumption the run broke first:
 *
 * <pre>{@code
 * var certificate = Theorem.<Weights, Differential<Weights>>relativeSmoothness().certify(objective, phi, optimum);
 * method.run(start, certificate);
 * certificate.verdict();
 * }</pre>
 */
@NullMarked
package org.legendre.optimize.theory;

import org.jspecify.annotations.NullMarked;
