/** Speed of the batched divergences and of the machine they run on. {@code mvn -Pbenchmark} runs all; the tests run none. */
@NullMarked
package org.legendre.examples.benchmark;

import org.jspecify.annotations.NullMarked;
