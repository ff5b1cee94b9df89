package org.legendre.optimize.information;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.legendre.geometry.Probabilities;
import org.legendre.geometry.information.LinearFamily;

/**
 * Which outcomes have a positive probability under some member of a linear family: those of the face of the moment polytope in whose interior the required moments lie. An I-projection of
 * a base measure has zeros there and nowhere else that the base measure has none.
 *
 * <p>Outcome i is possible if −g(i) is a nonnegative combination of all g(k), g the features less the moments; else a direction d with ⟨d, g(k)⟩ ≤ 0 for all k and
 * ⟨d, g(i)⟩ &lt; 0 proves that it is not. If none is possible the sum of these directions separates the moments from all outcomes.
 *
 * <p>Source: I. Csiszár (1975), section 3; Gordan's and Stiemke's alternatives (R. T. Rockafellar, Convex Analysis, 1970, §22).
 */
final class Face {
    /** Nearer to the cone than this, for vectors of length 1, counts as inside. */
    private static final double INSIDE = 1e-9;

    private Face() {}

    /** The outcomes that a single moment at its least or greatest value leaves. */
    static Support within(Probabilities base, LinearFamily family) {
        Support support = Support.of(base, family);
        boolean changed = true;
        while (changed) {
            Support start = support;
            for (int j = 0; j < family.constraints(); j++) {
                support = cut(family, j, support);
            }
            changed = support != start;
        }
        return support;
    }

    private static Support cut(LinearFamily family, int j, Support support) {
        boolean[] allowed = support.allowed;
        double b = family.moment(j);
        double[] values = IntStream.range(0, allowed.length)
                .filter(i -> allowed[i])
                .mapToDouble(i -> family.feature(j, i))
                .toArray();
        double low = Arrays.stream(values).min().orElseThrow();
        double high = Arrays.stream(values).max().orElseThrow();
        double rounding = support.rounding(j);
        double[] up = new double[family.constraints()];
        up[j] = b >= high ? 1 : -1;
        if (b > high + rounding || b < low - rounding) {
            throw new InfeasibleException(family, Separation.along(up, family, support));
        }
        boolean[] left = allowed.clone();
        for (int i = 0; i < left.length; i++) {
            left[i] &= !(b >= high && family.feature(j, i) < high) && !(b <= low && family.feature(j, i) > low);
        }
        return support.cut(left, up);
    }

    /**
     * The outcomes of a system that are possible, among all.
     *
     * @throws InfeasibleException if none is
     */
    static Support of(MomentSystem system, LinearFamily family) {
        int n = system.outcomes.length;
        double[][] g = new double[n][system.size()];
        for (int i = 0; i < n; i++) {
            double norm = 0;
            for (int j = 0; j < g[i].length; j++) {
                g[i][j] = system.rows[j][i];
                norm = Math.hypot(norm, g[i][j]);
            }
            for (int j = 0; j < g[i].length; j++) {
                g[i][j] = norm > 0 ? g[i][j] / norm : 0;
            }
        }
        boolean[] possible = new boolean[n];
        double[] separating = new double[system.size()];
        for (int i = 0; i < n; i++) {
            if (possible[i]) {
                continue;
            }
            NonnegativeLeastSquares nearest = NonnegativeLeastSquares.of(g[i], g);
            double norm = nearest.norm();
            if (norm <= INSIDE) {
                possible[i] = true;
                for (int k = 0; k < n; k++) {
                    possible[k] |= nearest.weights[k] > INSIDE;
                }
            } else {
                Arrays.setAll(separating, j -> separating[j] - nearest.residual[j] / norm);
            }
        }
        boolean[] left = new boolean[system.support.allowed.length];
        boolean any = false;
        for (int i = 0; i < n; i++) {
            left[system.outcomes[i]] = possible[i];
            any |= possible[i];
        }
        double[] direction = system.multipliers(separating, family.constraints());
        if (!any) {
            throw new InfeasibleException(family, Separation.along(direction, family, system.support));
        }
        return system.support.cut(left, direction);
    }
}
