package org.legendre.optimize;

/** The point of the smallest value so far. It is kept by leaving its array to it: only when a worse point follows does the run go on with another array. */
final class Best {
    private double value = Double.POSITIVE_INFINITY;
    private double[] x = new double[0];
    private double[] spare = new double[0];

    /**
     * Looks at a new iterate.
     *
     * @param next where the next trial point will be written
     * @return whether the iterate is the best one now
     */
    boolean update(Place here, Place next) {
        if (here.value < value) {
            if (x != next.x && x.length > 0) {
                spare = x;
            }
            value = here.value;
            x = here.x;
            return true;
        }
        if (x == next.x) {
            next.x = spare.length > 0 ? spare : new double[x.length];
            spare = new double[0];
        }
        return false;
    }

    double[] point() {
        return x;
    }
}
