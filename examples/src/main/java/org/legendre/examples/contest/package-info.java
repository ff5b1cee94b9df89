/** Methods side by side on problems whose optimum is certified: the table of {@code mvn -Pcontest}. */
@NullMarked
package org.legendre.examples.contest;

import org.jspecify.annotations.NullMarked;
