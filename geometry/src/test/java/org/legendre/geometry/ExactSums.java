package org.legendre.geometry;

import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;

/** Entropies and divergences of given doubles in 100-digit arithmetic. */
public final class ExactSums {
    private static final DfpField DECIMAL = new DfpField(100);

    private ExactSums() {}

    /** The exact value of a double. */
    public static Dfp exact(double x) {
        return DECIMAL.newDfp(x);
    }

    /** −Σ p log p. */
    public static Dfp entropy(double... p) {
        Dfp sum = DECIMAL.getZero();
        for (double x : p) {
            sum = x == 0 ? sum : sum.subtract(exact(x).multiply(exact(x).log()));
        }
        return sum;
    }

    /** Σ p log(p/q). */
    public static Dfp kl(double[] p, double[] q) {
        Dfp sum = DECIMAL.getZero();
        for (int i = 0; i < p.length; i++) {
            sum = p[i] == 0 ? sum : sum.add(term(exact(p[i]), exact(q[i])));
        }
        return sum;
    }

    /** ½ KL(p‖m) + ½ KL(q‖m). */
    public static Dfp jensenShannon(double[] p, double[] q) {
        Dfp sum = DECIMAL.getZero();
        for (int i = 0; i < p.length; i++) {
            Dfp x = exact(p[i]);
            Dfp y = exact(q[i]);
            Dfp mean = x.add(y).divide(2);
            sum = p[i] == 0 ? sum : sum.add(term(x, mean));
            sum = q[i] == 0 ? sum : sum.add(term(y, mean));
        }
        return sum.divide(2);
    }

    /** Σ pᵃ − 1 of an order a, given that Σ p = 1. */
    public static Dfp powerExcess(double order, double... p) {
        Dfp sum = DECIMAL.getZero();
        for (double x : p) {
            sum = x == 0
                    ? sum
                    : sum.add(exact(x).log().multiply(exact(order)).exp()).subtract(exact(x));
        }
        return sum;
    }

    private static Dfp term(Dfp p, Dfp q) {
        return p.multiply(p.divide(q).log());
    }
}
