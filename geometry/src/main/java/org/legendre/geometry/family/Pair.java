package org.legendre.geometry.family;

/**
 * Two observations made together.
 *
 * @param <A> the type of the first
 * @param <B> the type of the second
 * @param first the first
 * @param second the second
 */
public record Pair<A, B>(A first, B second) {
    /**
     * The first, for destructuring in Kotlin.
     *
     * @return the first observation
     */
    public A component1() {
        return first;
    }

    /**
     * The second, for destructuring in Kotlin.
     *
     * @return the second observation
     */
    public B component2() {
        return second;
    }
}
