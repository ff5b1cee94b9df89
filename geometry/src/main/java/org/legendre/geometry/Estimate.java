package org.legendre.geometry;

/**
 * A number that was estimated, with its error.
 *
 * @param value the estimate
 * @param error a bound on its absolute error (quadrature) or its standard error (Monte Carlo); the method says which
 * @param method how it was obtained, in words
 */
public record Estimate(double value, double error, String method) {
    /**
     * Checks that no NaN passes as an estimate.
     *
     * @param value the estimate
     * @param error its error
     * @param method how it was obtained
     */
    public Estimate {
        if (Double.isNaN(value) || !(error >= 0)) {
            throw new DomainException("estimate", value + " ± " + error, "a number and an error ≥ 0");
        }
    }

    @Override
    public String toString() {
        return value + " ± " + error + " (" + method + ")";
    }
}
