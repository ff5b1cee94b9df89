package org.legendre.geometry.family;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Euclidean;
import org.legendre.geometry.Vec;
import org.legendre.geometry.special.Sums;

/** Points of the unit sphere in ℝᵈ. */
final class UnitVectors {
    /** How far ‖x‖² may be from 1: what rounding makes of a vector divided by its length. */
    private static final double ROUNDING = 1e-14;

    private UnitVectors() {}

    /** ‖x‖ without overflow and underflow; NaN if an entry is. */
    static double norm(double[] x) {
        double largest = 0;
        for (double entry : x) {
            largest = Math.max(largest, Math.abs(entry));
        }
        if (!(largest > 0 && largest <= Double.MAX_VALUE)) {
            return largest;
        }
        int exponent = Math.getExponent(largest);
        double[] scaled =
                Arrays.stream(x).map(entry -> Math.scalb(entry, -exponent)).toArray();
        return Math.scalb(Math.sqrt(Sums.dot(scaled, scaled)), exponent);
    }

    /** x/‖x‖, or 0 for x = 0. */
    static double[] direction(double[] x) {
        double norm = norm(x);
        if (norm == 0) {
            return x.clone();
        }
        // In two steps: 1/‖x‖ may overflow.
        int exponent = Math.getExponent(norm);
        double length = Math.scalb(norm, -exponent);
        return Arrays.stream(x)
                .map(entry -> Math.scalb(entry, -exponent) / length)
                .toArray();
    }

    static boolean isUnit(Vec<Euclidean> x) {
        double[] entries = x.toArray();
        return Math.abs(Sums.dot(entries, entries) - 1) <= ROUNDING;
    }

    static Vec<Euclidean> require(String what, Vec<Euclidean> x, int dimension) {
        if (x.size() != dimension || !isUnit(x)) {
            throw new DomainException(
                    what, x, "a unit vector of " + dimension + " entries, ‖x‖² = 1 to a rounding of " + ROUNDING);
        }
        return x;
    }

    /** (1, 0, …, 0). */
    static Vec<Euclidean> first(int dimension) {
        return Vec.generate(dimension, i -> i == 0 ? 1 : 0);
    }

    /** ½ ‖x − y‖² = 1 − ⟨x, y⟩, which keeps its accuracy for near vectors. */
    static double versine(Vec<Euclidean> x, Vec<Euclidean> y) {
        double[] difference = x.minus(y).toArray();
        return 0.5 * Sums.dot(difference, difference);
    }

    /** A uniform draw among the unit vectors across m. */
    static double[] sampleAcross(double[] m, RandomGenerator random) {
        double[] z = new double[m.length];
        double norm;
        do {
            Arrays.setAll(z, i -> random.nextGaussian());
            double pairing = Sums.dot(m, z);
            Arrays.setAll(z, i -> z[i] - pairing * m[i]);
            norm = norm(z);
        } while (!(norm > 1e-6));
        return direction(z);
    }
}
