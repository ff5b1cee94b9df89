package org.legendre.geometry.special;

/**
 * Arcs by their chords: Fisher–Rao distances on the sphere (probabilities) and on the hyperbolic half-plane (location and scale), of full relative
 * accuracy for points however near, where arccosines lose half of the digits and more.
 *
 * <p>For probability vectors and Bernoulli or binomial laws use {@link #angle}; for location and scale (normal, log-normal, Cauchy)
 * {@link #halfPlane}; for negative binomial and geometric laws {@link #hyperbolicArc}.
 */
public final class Chords {
    private static final double LOG_2 = 0.6931471805599453;

    private Chords() {}

    /**
     * √x − √y.
     *
     * <p>Formula: (x − y)/(√x + √y).
     *
     * <p>Source: elementary.
     *
     * <p>Error: relative error at most 5e-16, given x and y.
     *
     * @param x a number, nonnegative and finite
     * @param y a number, nonnegative and finite
     * @return √x − √y, 0 for equal arguments, or NaN if an argument is not as above
     */
    public static double rootDifference(double x, double y) {
        return rootDifference(x, y, x - y);
    }

    /**
     * {@link #rootDifference(double, double)} where the difference is known better than its ends, as of 1 − p and 1 − q.
     *
     * @param x a number, nonnegative and finite
     * @param y a number, nonnegative and finite
     * @param difference x − y
     * @return √x − √y, or NaN if an argument is not as above
     */
    public static double rootDifference(double x, double y, double difference) {
        if (!(x >= 0 && y >= 0 && x <= Double.MAX_VALUE && y <= Double.MAX_VALUE)) {
            return Double.NaN;
        }
        return difference == 0 ? 0 : difference / (Math.sqrt(x) + Math.sqrt(y));
    }

    /**
     * The angle between √p and √q on the unit sphere, half the Fisher–Rao distance of two categorical laws.
     *
     * <p>Formula: 2 arcsin(½ ‖√p − √q‖), the chord being at most √2.
     *
     * <p>Source: A. Bhattacharyya, On a measure of divergence between two multinomial populations, Sankhyā 7 (1946).
     *
     * <p>Error: relative error at most 1e-15, given p and q, where the result is above 1e-150.
     *
     * @param p probabilities, which sum to 1
     * @param q probabilities, as many
     * @return the angle, in [0, π/2]; NaN if an entry is negative, NaN or infinite
     * @throws IllegalArgumentException if the lengths differ
     */
    public static double angle(double[] p, double[] q) {
        if (p.length != q.length) {
            throw new IllegalArgumentException("angle of vectors of lengths " + p.length + " and " + q.length);
        }
        double[] squares = new double[p.length];
        for (int i = 0; i < p.length; i++) {
            double difference = rootDifference(p[i], q[i]);
            squares[i] = difference * difference;
        }
        return angleOfChord(Math.sqrt(Sums.sum(squares)));
    }

    /**
     * The angle between (√p, √(1 − p)) and (√q, √(1 − q)), half the Fisher–Rao distance of two Bernoulli laws: |arcsin √p − arcsin √q|.
     *
     * <p>Formula: as {@link #angle(double[], double[])}, the difference of the complements being q − p.
     *
     * <p>Error: relative error at most 1e-15, given p and q.
     *
     * @param p a probability
     * @param q a probability
     * @return the angle, in [0, π/2]; NaN if an argument is not in [0, 1]
     */
    public static double angle(double p, double q) {
        if (!(p <= 1 && q <= 1)) {
            return Double.NaN;
        }
        double one = rootDifference(p, q);
        double zero = rootDifference(1 - p, 1 - q, q - p);
        return angleOfChord(Math.hypot(one, zero));
    }

    /**
     * The angle of a chord of the unit sphere.
     *
     * <p>Formula: 2 arcsin(c/2).
     *
     * <p>Error: relative error at most 6e-16 for chords up to √2; near 2, where the angle is π, it magnifies the error of the chord.
     *
     * @param chord its length c, in [0, 2]
     * @return the angle, in [0, π], or NaN outside
     */
    public static double angleOfChord(double chord) {
        return 2 * Math.asin(0.5 * chord);
    }

    /**
     * The distance of two points of the half-plane {(x, y): y &gt; 0} with the metric (dx² + dy²)/y².
     *
     * <p>Formula: 2 arsinh(½ √((Δx² + Δy²)/(y₁y₂))).
     *
     * <p>Source: A. F. Beardon, The Geometry of Discrete Groups (1983), §7.2.
     *
     * <p>Error: relative error at most 2e-15 where the result is a normal number, given the arguments.
     *
     * @param dx x₁ − x₂, finite
     * @param y1 y₁, positive and finite
     * @param y2 y₂, positive and finite
     * @return the distance ≥ 0, or NaN if an argument is not as above
     */
    public static double halfPlane(double dx, double y1, double y2) {
        return halfPlane(dx, y1, y2, y1 - y2);
    }

    /**
     * {@link #halfPlane(double, double, double)} where y₁ − y₂ is known better than its ends, as of roots of variances.
     *
     * @param dx x₁ − x₂, finite
     * @param y1 y₁, positive and finite
     * @param y2 y₂, positive and finite
     * @param dy y₁ − y₂
     * @return the distance ≥ 0, or NaN if an argument is not as above
     */
    public static double halfPlane(double dx, double y1, double y2, double dy) {
        if (!(y1 > 0
                && y2 > 0
                && y1 <= Double.MAX_VALUE
                && y2 <= Double.MAX_VALUE
                && Math.abs(dx) <= Double.MAX_VALUE)) {
            return Double.NaN;
        }
        double chord = Math.hypot(dx, dy) / (Math.sqrt(y1) * Math.sqrt(y2));
        if (chord == Double.POSITIVE_INFINITY) {
            double half = Math.hypot(0.5 * dx, 0.5 * dy);
            return 2 * (LOG_2 + (Math.log(half) - 0.5 * (Math.log(y1) + Math.log(y2))));
        }
        return chord < 1e-9 ? chord : 2 * arsinh(0.5 * chord);
    }

    /**
     * 2 |artanh √(1 − p) − artanh √(1 − q)|, the Fisher–Rao distance of two geometric laws of success probabilities p and q, and 1/√r times that of
     * two negative binomial laws of size r.
     *
     * <p>Formula: 2 arsinh(|p − q|/(√(pq) (√(1 − p) + √(1 − q)))), for √(1 − p) − √(1 − q) = (q − p)/(√(1 − p) + √(1 − q)).
     *
     * <p>Source: the length ∫ du/(u√(1 − u)) and the addition theorem of arsinh.
     *
     * <p>Error: relative error at most 2e-15, given p and q.
     *
     * @param p a probability &gt; 0
     * @param q a probability &gt; 0
     * @return the distance ≥ 0, or NaN if an argument is not in (0, 1]
     */
    public static double hyperbolicArc(double p, double q) {
        if (!(p > 0 && q > 0 && p <= 1 && q <= 1)) {
            return Double.NaN;
        }
        if (p == q) {
            return 0;
        }
        double roots = Math.sqrt(1 - p) + Math.sqrt(1 - q);
        return 2 * arsinh(Math.abs(p - q) / roots / Math.sqrt(p) / Math.sqrt(q));
    }

    /**
     * The inverse hyperbolic sine log(x + √(1 + x²)).
     *
     * <p>Formula: log(1 + (x + x²/(1 + √(1 + x²)))) for 0 ≤ x ≤ 2²⁸, beyond log 2 + log x; odd.
     *
     * <p>Source: elementary.
     *
     * <p>Error: relative error at most 6e-16 for all finite doubles.
     *
     * @param x a number
     * @return arsinh x; NaN for NaN
     */
    public static double arsinh(double x) {
        double a = Math.abs(x);
        double result = a > 0x1p28 ? LOG_2 + Math.log(a) : Math.log1p(a + a * (a / (1 + Math.sqrt(1 + a * a))));
        return Math.copySign(result, x);
    }
}
