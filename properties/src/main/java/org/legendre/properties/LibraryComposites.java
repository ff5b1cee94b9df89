package org.legendre.properties;

import java.util.List;
import org.legendre.geometry.Differential;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Potentials;
import org.legendre.geometry.Weights;
import org.legendre.optimize.Geometry;
import org.legendre.optimize.Term;

/** The library's own proximal steps. */
final class LibraryComposites {
    static final double WEIGHT = 0.375;

    private LibraryComposites() {}

    static List<CompositeSubject> all() {
        Legendre<Weights, Differential<Weights>> entropy = Potentials.negativeEntropy(3);
        Legendre<Weights, Differential<Weights>> burg = Potentials.burg(2);
        Legendre<Weights, Differential<Weights>> flat = Potentials.halfSquaredNorm(3);
        return List.of(
                thresholds(),
                absolute("soft thresholds", flat),
                absolute("the l1 norm with the negative entropy", entropy),
                absolute("the l1 norm with Burg's entropy", burg),
                squares("squares with the negative entropy", entropy),
                squares("squares with Burg's entropy", burg),
                squares("squares with the squared norm", flat));
    }

    static CompositeSubject thresholds() {
        return absolute("thresholds of the hyperbolic entropy", MirrorPair.HYPENTROPY);
    }

    private static CompositeSubject absolute(String name, Legendre<Weights, Differential<Weights>> phi) {
        MethodSubject plain = MethodSubject.mirror(name, phi);
        return CompositeSubject.of(
                LibraryMethods.of(name, plain.domain(), Geometry.mirror(phi, Term.l1(WEIGHT))),
                plain,
                x -> WEIGHT * absoluteSum(x),
                x -> slopes(x, -1),
                x -> slopes(x, 1));
    }

    /** λ sign xᵢ, and λ times the given sign at 0. */
    private static double[] slopes(double[] x, double atZero) {
        double[] s = new double[x.length];
        for (int i = 0; i < s.length; i++) {
            s[i] = WEIGHT * (x[i] == 0 ? atZero : Math.signum(x[i]));
        }
        return s;
    }

    private static double absoluteSum(double[] x) {
        double sum = 0;
        for (double entry : x) {
            sum += Math.abs(entry);
        }
        return sum;
    }

    private static CompositeSubject squares(String name, Legendre<Weights, Differential<Weights>> phi) {
        MethodSubject plain = MethodSubject.mirror(name, phi);
        return CompositeSubject.of(
                LibraryMethods.of(name, plain.domain(), Geometry.mirror(phi, Term.squares(WEIGHT))),
                plain,
                x -> 0.5 * WEIGHT * Rounding.dot(x, x),
                x -> Rounding.axpy(WEIGHT, x, new double[x.length]),
                x -> Rounding.axpy(WEIGHT, x, new double[x.length]));
    }
}
