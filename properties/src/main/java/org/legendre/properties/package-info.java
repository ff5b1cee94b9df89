/** The theory as laws that can be checked on anything. */
@NullMarked
package org.legendre.properties;

import org.jspecify.annotations.NullMarked;
