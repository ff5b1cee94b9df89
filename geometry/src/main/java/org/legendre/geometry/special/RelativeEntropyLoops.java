package org.legendre.geometry.special;

import java.util.Optional;

/**
 * The loops of {@link RelativeEntropy} over whole blocks of {@value RelativeEntropy#BLOCK}: in plain Java, or in vector instructions with the same bits.
 *
 * <p>The second kind is built by the Maven profile {@code vector}, on a module of the JDK that is still incubating, and taken where it is on the
 * class path of a JVM that runs with {@code --add-modules jdk.incubator.vector}. It is looked for once and by name, since a service would need a public
 * type and a file; and without the module nothing is looked for at all.
 */
interface RelativeEntropyLoops {
    /** The loops in vector instructions, if this JVM has them: they keep no state, so that one object does for all threads. */
    Optional<RelativeEntropyLoops> VECTOR =
            find("jdk.incubator.vector", RelativeEntropyLoops.class.getPackageName() + ".VectorRelativeEntropyLoops");

    /** The fastest loops of this JVM, for one thread. */
    static RelativeEntropyLoops fastest() {
        return VECTOR.orElseGet(ScalarRelativeEntropyLoops::new);
    }

    /** An object of the named class, or nothing where the module that it needs or the class itself is missing. */
    static Optional<RelativeEntropyLoops> find(String module, String className) {
        if (ModuleLayer.boot().findModule(module).isEmpty()) {
            return Optional.empty();
        }
        Class<? extends RelativeEntropyLoops> found;
        try {
            found = Class.forName(className).asSubclass(RelativeEntropyLoops.class);
        } catch (ClassNotFoundException e) {
            return Optional.empty(); // The module serves somebody else.
        }
        try {
            return Optional.of(found.getDeclaredConstructor().newInstance());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(className + " is there, but cannot be made", e);
        }
    }

    /**
     * A block of terms. Returns whether all masses are {@linkplain RelativeEntropy#isOrdinary between the bounds}; the terms of those that are not are to
     * be computed anew.
     */
    boolean terms(double[] p, double[] q, double[] out);

    /** A block of terms of masses between the bounds, the differences q − p being given. */
    void terms(double[] p, double[] q, double[] differences, double[] out);

    /**
     * Adds the terms and masses of a block to the totals, for loops that do it in one. Others, and all where a mass is not between the bounds, leave
     * the totals alone and return false.
     */
    boolean add(double[] p, int fromP, double[] q, int fromQ, RelativeEntropyTotals totals);
}
