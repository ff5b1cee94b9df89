/** The real data of the atlas, read from its resources. */
@NullMarked
package org.legendre.examples.data;

import org.jspecify.annotations.NullMarked;
