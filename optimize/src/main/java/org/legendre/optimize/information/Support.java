package org.legendre.optimize.information;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.legendre.geometry.Probabilities;
import org.legendre.geometry.information.LinearFamily;
import org.legendre.geometry.special.Sums;

/**
 * The outcomes that are still possible, and how those that are not were cut: by a direction c with ⟨c, f(i) − b⟩ = 0 for the outcomes kept and &lt; 0 for the others.
 *
 * <p>Adding enough of c to a direction that separates the moments from the outcomes kept gives one that separates them from all.
 */
final class Support {
    /** What the sums that make a moment may be off by, in proportion to the largest |f − b|. */
    private static final double SUMS = 1e-13;
    /** What a moment of a feature that hardly differs between outcomes may be off by, in proportion to the largest |f|: a few roundings. */
    private static final double ROUNDINGS = 1e-14;

    final boolean[] allowed;
    private final double[] roundings;
    private final @Nullable Support before;
    private final double[] direction;

    private Support(boolean[] allowed, double[] roundings, @Nullable Support before, double[] direction) {
        this.allowed = allowed;
        this.roundings = roundings;
        this.before = before;
        this.direction = direction;
    }

    /** All outcomes of a base measure. Moments are rounded in proportion to the features of all of them, whichever are cut later. */
    static Support of(Probabilities base, LinearFamily family) {
        boolean[] allowed = new boolean[base.size()];
        for (int i = 0; i < allowed.length; i++) {
            allowed[i] = base.logProbability(i) > Double.NEGATIVE_INFINITY;
        }
        double[] roundings = new double[family.constraints()];
        for (int j = 0; j < roundings.length; j++) {
            double b = family.moment(j);
            double reach = 0;
            double size = Math.abs(b);
            for (int i = 0; i < allowed.length; i++) {
                if (allowed[i]) {
                    reach = Math.max(reach, Math.abs(family.feature(j, i) - b));
                    size = Math.max(size, Math.abs(family.feature(j, i)));
                }
            }
            roundings[j] = Math.max(SUMS * reach, ROUNDINGS * size);
        }
        return new Support(allowed, roundings, null, new double[0]);
    }

    /** Those of them that are left when a direction cuts the others. */
    Support cut(boolean[] left, double... c) {
        return Arrays.equals(left, allowed) ? this : new Support(left, roundings, this, c);
    }

    /** What moment j may be off by. */
    double rounding(int j) {
        return roundings[j];
    }

    /** All outcomes that the base measure allows. */
    boolean[] whole() {
        Support support = this;
        while (support.before != null) {
            support = support.before;
        }
        return support.allowed;
    }

    /** A direction that separates the moments from the outcomes left, with so much of each cut added that it separates them from all. */
    double[] lifted(double[] separating, LinearFamily family) {
        double[] d = scaled(separating);
        Support support = this;
        while (support.before != null) {
            boolean[] left = support.allowed;
            double[] c = scaled(support.direction);
            double[] along = d;
            double most = IntStream.range(0, left.length)
                    .filter(i -> left[i])
                    .mapToDouble(i -> height(along, family, i))
                    .max()
                    .orElse(0);
            double factor = 0;
            for (int i = 0; i < left.length; i++) {
                if (support.before.allowed[i] && !left[i]) {
                    factor = Math.max(factor, 2 * (height(d, family, i) - most) / -height(c, family, i));
                }
            }
            double much = factor;
            d = scaled(IntStream.range(0, d.length)
                    .mapToDouble(j -> along[j] + much * c[j])
                    .toArray());
            support = support.before;
        }
        return d;
    }

    private static double[] scaled(double... d) {
        double largest = Arrays.stream(d).map(Math::abs).max().orElse(0);
        return Arrays.stream(d).map(x -> x / largest).toArray();
    }

    /** ⟨d, f(i) − b⟩. */
    private static double height(double[] d, LinearFamily family, int i) {
        double[] terms = new double[d.length];
        Arrays.setAll(terms, j -> d[j] == 0 ? 0 : d[j] * (family.feature(j, i) - family.moment(j)));
        return Sums.sum(terms);
    }
}
