/**
 * Pictures of curves, densities and fields.
 *
 * <p>For most purposes: describe the picture as a {@link Figure}, then let {@link Drawing#best()} write it as an SVG file.
 * Where gnuplot is installed it draws ({@link Gnuplot}, its script built by JavaPlot), elsewhere {@link SvgPlot} does, with
 * the same colours, ranges and ticks and nothing but the JDK.
 */
@NullMarked
package org.legendre.examples.figure;

import org.jspecify.annotations.NullMarked;
