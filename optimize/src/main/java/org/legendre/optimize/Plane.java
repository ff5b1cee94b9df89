package org.legendre.optimize;

import java.util.function.UnaryOperator;

/** The best step in the plane of two. */
final class Plane {
    /** Below this share of the product of its diagonal a determinant is that of two parallel steps. */
    private static final double PARALLEL = 1e-10;

    private Plane() {}

    /**
     * Minimises −⟨g, s⟩ + ½sᵀ(F + λI)s, s = αv + βb; on the line of v where b is 0 or parallel to it.
     *
     * @param out takes s
     */
    static void combine(double[] g, UnaryOperator<double[]> form, double lambda, double[] v, double[] b, double[] out) {
        double[] image = form.apply(v);
        double first = DampedMotion.dot(v, image) + lambda * DampedMotion.dot(v, v);
        double mixed = DampedMotion.dot(b, image) + lambda * DampedMotion.dot(b, v);
        double second = DampedMotion.dot(b, form.apply(b)) + lambda * DampedMotion.dot(b, b);
        double alongV = DampedMotion.dot(g, v);
        double alongB = DampedMotion.dot(g, b);
        double determinant = first * second - mixed * mixed;
        double alpha = alongV / first;
        double beta = 0;
        if (determinant > PARALLEL * first * second) {
            alpha = (alongV * second - alongB * mixed) / determinant;
            beta = (alongB * first - alongV * mixed) / determinant;
        }
        for (int i = 0; i < out.length; i++) {
            out[i] = alpha * v[i] + beta * b[i];
        }
    }
}
