package org.legendre.examples.benchmark;

import org.openjdk.jmh.annotations.Fork;

/** {@link NormalBenchmark} with the vector loops of the profile {@code vector}. */
@Fork(value = 2, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class VectorizedNormalBenchmark extends NormalBenchmark {}
