package org.legendre.geometry.special;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The loops in vector instructions. Every lane goes through the operations of {@link RelativeEntropy#term(double, double)} in their order, each
 * rounded alike, so that the bits are the same and so is the error bound: of one rounded quotient, of the polynomial of degree nine in its square
 * (4.3e-17 absolutely, where 1/3 is its least value) and of the fused additions, 4.5e-16 in all.
 */
final class VectorRelativeEntropyLoops implements RelativeEntropyLoops {
    private static final int BLOCK = RelativeEntropy.BLOCK;

    private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Long> LONGS = LongVector.SPECIES_PREFERRED;
    private static final int LANES = DOUBLES.length();

    // Constants as vectors: the compiler gives up inlining where many are made of numbers on the way.
    private static final DoubleVector C0 = all(RelativeEntropy.C0);
    private static final DoubleVector C1 = all(RelativeEntropy.C1);
    private static final DoubleVector C2 = all(RelativeEntropy.C2);
    private static final DoubleVector C3 = all(RelativeEntropy.C3);
    private static final DoubleVector C4 = all(RelativeEntropy.C4);
    private static final DoubleVector C5 = all(RelativeEntropy.C5);
    private static final DoubleVector C6 = all(RelativeEntropy.C6);
    private static final DoubleVector C7 = all(RelativeEntropy.C7);
    private static final DoubleVector C8 = all(RelativeEntropy.C8);
    private static final DoubleVector C9 = all(RelativeEntropy.C9);
    private static final DoubleVector MINUS_TWO = all(-2.0);
    private static final DoubleVector MINUS_LOG_2 = all(RelativeEntropy.MINUS_LOG_2);
    private static final DoubleVector INTEGER_ORIGIN = all(RelativeEntropy.INTEGER_ORIGIN);
    private static final LongVector INTEGER = all(RelativeEntropy.INTEGER);
    private static final LongVector LOWEST = all(RelativeEntropy.LOWEST);
    private static final LongVector ZEROS = all(0L);
    private static final DoubleVector ZERO = all(0.0);
    private static final LongVector FRACTION = all(RelativeEntropy.FRACTION);
    private static final LongVector EXPONENT = all(~RelativeEntropy.FRACTION);

    private static DoubleVector all(double value) {
        return DoubleVector.broadcast(DOUBLES, value);
    }

    private static LongVector all(long value) {
        return LongVector.broadcast(LONGS, value);
    }

    @Override
    public boolean terms(double[] p, double[] q, double[] out) {
        LongVector range = LongVector.zero(LONGS);
        for (int i = 0; i < BLOCK; i += LANES) {
            DoubleVector x = DoubleVector.fromArray(DOUBLES, q, i);
            DoubleVector y = DoubleVector.fromArray(DOUBLES, p, i);
            range = range.or(range(x, y));
            term(y, x).intoArray(out, i);
        }
        return RelativeEntropy.ordinary(range.reduceLanes(VectorOperators.OR));
    }

    @Override
    public void terms(double[] p, double[] q, double[] differences, double[] out) {
        for (int i = 0; i < BLOCK; i += LANES) {
            DoubleVector x = DoubleVector.fromArray(DOUBLES, q, i);
            DoubleVector y = DoubleVector.fromArray(DOUBLES, p, i);
            LongVector power = power(x, y);
            DoubleVector reduced = reduced(x, power);
            DoubleVector given = DoubleVector.fromArray(DOUBLES, differences, i);
            DoubleVector difference = reduced.sub(y)
                    .blend(given, power.compare(VectorOperators.EQ, ZEROS).cast(DOUBLES));
            term(y, x, reduced, log(power), difference).intoArray(out, i);
        }
    }

    @Override
    public boolean add(double[] p, int fromP, double[] q, int fromQ, RelativeEntropyTotals totals) {
        double[] sums = totals.sums;
        double[] errors = totals.errors;
        double[] massesP = totals.massesP;
        double[] massesQ = totals.massesQ;
        // Not the constant: the compiler would keep an object for every step.
        LongVector ranges = LongVector.zero(LONGS);
        for (int i = 0; i < BLOCK; i += LANES) {
            DoubleVector x = DoubleVector.fromArray(DOUBLES, q, fromQ + i);
            DoubleVector y = DoubleVector.fromArray(DOUBLES, p, fromP + i);
            LongVector range = range(x, y);
            ranges = ranges.or(range);
            // Nothing for now where one of the highest two bits is set.
            DoubleVector term = term(y, x)
                    .blend(
                            ZERO,
                            range.or(range.add(range))
                                    .compare(VectorOperators.LT, ZEROS)
                                    .cast(DOUBLES));
            // As RelativeEntropyTotals adds.
            DoubleVector sum = DoubleVector.fromArray(DOUBLES, sums, i);
            DoubleVector next = sum.add(term);
            DoubleVector z = next.sub(sum);
            DoubleVector error = sum.sub(next.sub(z)).add(term.sub(z));
            next.intoArray(sums, i);
            DoubleVector.fromArray(DOUBLES, errors, i).add(error).intoArray(errors, i);
            DoubleVector.fromArray(DOUBLES, massesP, i).add(y).intoArray(massesP, i);
            DoubleVector.fromArray(DOUBLES, massesQ, i).add(x).intoArray(massesQ, i);
        }
        if (!RelativeEntropy.ordinary(ranges.reduceLanes(VectorOperators.OR))) {
            addOthers(p, fromP, q, fromQ, totals);
        }
        return true;
    }

    /** The terms of masses that are not between the bounds. */
    private static void addOthers(double[] p, int fromP, double[] q, int fromQ, RelativeEntropyTotals totals) {
        for (int i = 0; i < BLOCK; i++) {
            double y = p[fromP + i];
            double x = q[fromQ + i];
            if (!(RelativeEntropy.isOrdinary(x) && RelativeEntropy.isOrdinary(y))) {
                totals.add(i, Logs.relativeEntropyTerm(y, x));
            }
        }
    }

    /** Bits of which the highest two are zero where x and y are between the bounds. */
    private static LongVector range(DoubleVector x, DoubleVector y) {
        return x.reinterpretAsLongs().sub(LOWEST).or(y.reinterpretAsLongs().sub(LOWEST));
    }

    /** {@link RelativeEntropy#power} of the difference of bits. */
    private static LongVector power(DoubleVector x, DoubleVector y) {
        LongVector difference = x.reinterpretAsLongs().sub(y.reinterpretAsLongs());
        return difference
                .add(difference.lanewise(VectorOperators.ASHR, 63).and(FRACTION))
                .and(EXPONENT);
    }

    private static DoubleVector reduced(DoubleVector x, LongVector power) {
        return x.reinterpretAsLongs().sub(power).reinterpretAsDoubles();
    }

    /** −k log 2. */
    private static DoubleVector log(LongVector power) {
        return power.lanewise(VectorOperators.ASHR, 52)
                .add(INTEGER)
                .reinterpretAsDoubles()
                .sub(INTEGER_ORIGIN)
                .mul(MINUS_LOG_2);
    }

    private static DoubleVector term(DoubleVector y, DoubleVector x) {
        LongVector power = power(x, y);
        DoubleVector reduced = reduced(x, power);
        return term(y, x, reduced, log(power), reduced.sub(y));
    }

    /** Rounds as {@link RelativeEntropy#term(double, double, double, double, double)} does. */
    private static DoubleVector term(
            DoubleVector y, DoubleVector x, DoubleVector reduced, DoubleVector log, DoubleVector difference) {
        DoubleVector s = difference.div(reduced.add(y));
        DoubleVector z = s.mul(s);
        DoubleVector series = z.fma(C9, C8);
        series = series.fma(z, C7);
        series = series.fma(z, C6);
        series = series.fma(z, C5);
        series = series.fma(z, C4);
        series = series.fma(z, C3);
        series = series.fma(z, C2);
        series = series.fma(z, C1);
        series = series.fma(z, C0);
        DoubleVector weight = y.mul(MINUS_TWO).mul(z);
        return s.fma(weight.fma(series, difference), log.fma(y, x.sub(reduced)));
    }
}
