package org.legendre.optimize.online;

/** A norm of differentials, dual to one in which a mirror map is strongly convex. */
public enum DualNorm {
    /** max |gᵢ|: dual to Σ|xᵢ|, in which the negative entropy is 1-strongly convex on the simplex (Pinsker's inequality). */
    LARGEST_ENTRY("max|gᵢ|"),
    /** √Σ gᵢ²: its own dual; half the squared norm is 1-strongly convex in it. */
    EUCLIDEAN("|g|₂");

    private final String formula;

    DualNorm(String formula) {
        this.formula = formula;
    }

    /**
     * The norm of a differential.
     *
     * @param g the differential
     * @return ‖g‖, without overflow unless the norm itself overflows
     */
    public double of(double[] g) {
        double largest = 0;
        for (double entry : g) {
            largest = Math.max(largest, Math.abs(entry));
        }
        if (this == LARGEST_ENTRY || largest == 0) {
            return largest;
        }
        double sum = 0;
        for (double entry : g) {
            sum += (entry / largest) * (entry / largest);
        }
        return largest * Math.sqrt(sum);
    }

    @Override
    public String toString() {
        return formula;
    }
}
