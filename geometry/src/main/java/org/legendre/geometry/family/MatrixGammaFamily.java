package org.legendre.geometry.family;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.PositiveDefinite;
import org.legendre.geometry.Source;
import org.legendre.geometry.Vec;

/** What the families of Wishart and inverse Wishart distributions share: degrees of freedom n and a matrix, with θ = (n/2, −B). */
abstract class MatrixGammaFamily<M extends Member<PositiveDefinite, M>> extends NamedFamily<PositiveDefinite, M> {
    private final int d;

    MatrixGammaFamily(String name, String matrix, int d) {
        super(name, names(matrix, d), WishartPotential.legendre(d));
        this.d = d;
    }

    private static List<String> names(String matrix, int d) {
        List<String> names = new ArrayList<>(List.of("df", "d"));
        names.addAll(Packed.names(matrix, d));
        return names;
    }

    /** The member of n and its matrix. */
    abstract M member(double degrees, PositiveDefinite matrix);

    /** The matrix of a rate B. */
    abstract PositiveDefinite matrix(PositiveDefinite rate);

    /** The change of −B in natural coordinates for each entry of the packed matrix, as columns. */
    abstract double[][] changeOfRate(PositiveDefinite matrix);

    final int size() {
        return d;
    }

    @Override
    public final String toString() {
        return name() + " (" + dimension() + " coordinates)";
    }

    @Override
    final M create(double[] parameters) {
        if (parameters[1] != d) {
            throw new DomainException("dimension", parameters[1], "" + d);
        }
        return member(parameters[0], Packed.matrix(d, parameters, 2));
    }

    @Override
    final M atNatural(double[] t) {
        return member(2 * t[0], matrix(WishartPotential.rate(d, t)));
    }

    @Override
    final M atSource(double[] s) {
        DomainException.requireLength("source", s, dimension());
        return member(s[0], PositiveDefinite.ofPacked(d, Arrays.copyOfRange(s, 1, s.length)));
    }

    @Override
    final double[][] jacobian(Vec<Source> source) {
        double[] s = source.toArray();
        double[][] rows = new double[s.length][s.length];
        rows[0][0] = 0.5;
        double[][] change = changeOfRate(PositiveDefinite.ofPacked(d, Arrays.copyOfRange(s, 1, s.length)));
        for (int i = 1; i < s.length; i++) {
            System.arraycopy(change[i - 1], 0, rows[i], 1, s.length - 1);
        }
        return rows;
    }

    @Override
    public final double logBaseMeasure(PositiveDefinite x) {
        return -0.5 * (d + 1) * Packed.requireSize(x, d).logDeterminant();
    }

    /** The degrees of freedom that maximise the likelihood for a gap between log det of the mean and the mean of log det. */
    final double degrees(double gap) {
        if (!(gap > 0)) {
            throw new DomainException(
                    "log det of the sample mean less mean of log det",
                    gap,
                    "observations that are not all equal (no likelihood is the largest)");
        }
        return 2 * new MultivariateGamma(d).shape(gap);
    }
}
