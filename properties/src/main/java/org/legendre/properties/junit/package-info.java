/** The laws as dynamic tests of JUnit. JUnit is an optional dependency: add it to use this package. */
@NullMarked
package org.legendre.properties.junit;

import org.jspecify.annotations.NullMarked;
