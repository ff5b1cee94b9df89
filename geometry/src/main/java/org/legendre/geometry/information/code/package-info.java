/**
 * Codes that write and read bits: what a Kullback–Leibler divergence costs in practice. {@link org.legendre.geometry.information.code.HuffmanCode} and
 * {@link org.legendre.geometry.information.code.ArithmeticCode} are made for a distribution q; on symbols that come with p they spend KL(p‖q) more than the entropy,
 * besides what their integers cost.
 */
@NullMarked
package org.legendre.geometry.information.code;

import org.jspecify.annotations.NullMarked;
