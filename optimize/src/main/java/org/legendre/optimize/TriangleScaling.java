package org.legendre.optimize;

/** The weights θ of accelerated methods. */
final class TriangleScaling {
    private static final int STEPS = 200;

    private TriangleScaling() {}

    /** The θ in (0, 1) with (1 − θ)/θ^γ = c: Newton's method on log θ, from the right of the root, where cθ^γ + θ − 1 is increasing and convex. */
    static double weight(double c, double gamma) {
        double theta = Math.min(1, Math.pow(c, -1 / gamma));
        for (int k = 0; k < STEPS; k++) {
            double power = c * Math.pow(theta, gamma);
            // In log θ the function is convex as well, and θ stays positive.
            double next = theta * Math.exp(-(power + theta - 1) / (gamma * power + theta));
            if (!(next < theta)) {
                return theta;
            }
            theta = next;
        }
        return theta;
    }
}
