package org.legendre.geometry.special;

/** The loops in plain Java: each so simple that the compiler makes vector instructions of it, but for the one that takes exponents apart. */
final class ScalarRelativeEntropyLoops implements RelativeEntropyLoops {
    private static final int BLOCK = RelativeEntropy.BLOCK;

    private final double[] reduced = new double[BLOCK];
    private final double[] exponents = new double[BLOCK];
    private final double[] terms = new double[BLOCK];

    @Override
    public boolean terms(double[] p, double[] q, double[] out) {
        boolean ordinary = RelativeEntropy.ordinary(reduce(q, p, reduced, exponents));
        evaluate(q, p, reduced, exponents, out);
        return ordinary;
    }

    @Override
    public void terms(double[] p, double[] q, double[] differences, double[] out) {
        reduce(q, p, reduced, exponents);
        choose(q, p, reduced, differences, terms);
        evaluate(q, p, reduced, exponents, terms, out);
    }

    /** Does nothing: the loops are faster one by one, and on arrays of a block's length, than as one loop on parts of longer arrays. */
    @Override
    public boolean add(double[] p, int fromP, double[] q, int fromQ, RelativeEntropyTotals totals) {
        return false;
    }

    private static long reduce(double[] x, double[] y, double[] reduced, double[] exponents) {
        long bits = 0;
        for (int i = 0; i < BLOCK; i++) {
            long a = Double.doubleToRawLongBits(x[i]);
            long b = Double.doubleToRawLongBits(y[i]);
            bits |= (a - RelativeEntropy.LOWEST) | (b - RelativeEntropy.LOWEST);
            long power = RelativeEntropy.power(a - b);
            reduced[i] = Double.longBitsToDouble(a - power);
            exponents[i] = Double.longBitsToDouble(RelativeEntropy.INTEGER + (power >> 52));
        }
        return bits;
    }

    private static void evaluate(double[] x, double[] y, double[] reduced, double[] exponents, double[] out) {
        for (int i = 0; i < BLOCK; i++) {
            out[i] = RelativeEntropy.term(y[i], x[i], reduced[i], log(exponents[i]));
        }
    }

    /** The given difference where x′ is x, else x′ − y: chosen by bits, for a branch would often be foretold wrong. */
    private static void choose(double[] x, double[] y, double[] reduced, double[] differences, double[] out) {
        for (int i = 0; i < BLOCK; i++) {
            long change = Double.doubleToRawLongBits(x[i]) ^ Double.doubleToRawLongBits(reduced[i]);
            long far = (change | -change) >> 63;
            long given = Double.doubleToRawLongBits(differences[i]);
            long own = Double.doubleToRawLongBits(reduced[i] - y[i]);
            out[i] = Double.longBitsToDouble(given ^ ((given ^ own) & far));
        }
    }

    private static void evaluate(
            double[] x, double[] y, double[] reduced, double[] exponents, double[] differences, double[] out) {
        for (int i = 0; i < BLOCK; i++) {
            out[i] = RelativeEntropy.term(y[i], x[i], reduced[i], log(exponents[i]), differences[i]);
        }
    }

    private static double log(double exponent) {
        return (exponent - RelativeEntropy.INTEGER_ORIGIN) * RelativeEntropy.MINUS_LOG_2;
    }
}
