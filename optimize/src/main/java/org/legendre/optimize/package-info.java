/** Mirror descent, exponentiated gradient and natural gradient. */
@NullMarked
package org.legendre.optimize;

import org.jspecify.annotations.NullMarked;
