package org.legendre.examples;

/** x. */
public final class Atlas {
    private Atlas() {}

    /**
     * x.
     *
     * @param arguments x
     */
    public static void main(String[] arguments) {
        System.out.println("atlas " + String.join(" ", arguments));
    }
}
