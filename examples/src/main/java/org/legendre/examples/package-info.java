/** Worked examples on real data: the atlas. */
@NullMarked
package org.legendre.examples;

import org.jspecify.annotations.NullMarked;
