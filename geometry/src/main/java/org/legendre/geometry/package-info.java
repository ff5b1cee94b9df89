/** Legendre functions, exponential families, their Fisher metrics and divergences. */
@NullMarked
package org.legendre.geometry;

import org.jspecify.annotations.NullMarked;
