package org.legendre.geometry.information;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Natural;
import org.legendre.geometry.Probabilities;
import org.legendre.geometry.Vec;
import org.legendre.geometry.family.AffineFamily;
import org.legendre.geometry.family.Categorical;
import org.legendre.geometry.special.Sums;

/**
 * The distributions of finitely many outcomes with given expectations, {p : Σ pᵢ fⱼ(i) = bⱼ for all j}: flat in p, that is m-flat. Loaded dice that show 4.5 on average:
 *
 * <pre>{@code
 * LinearFamily.of(new double[][] {{1, 2, 3, 4, 5, 6}}, 4.5)
 * }</pre>
 *
 * <p>Every {@link #exponentialFamily} of the same features meets it in at most one point, and at right angles in the Fisher metric: the projection of each member of
 * the one onto the other. The family may be empty: whoever projects onto it says why.
 *
 * <p>Source: I. Csiszár, I-divergence geometry of probability distributions and minimization problems, Ann. Probab. 3 (1975), section 3.
 */
public final class LinearFamily {
    private final double[][] features;
    private final double[] moments;

    private LinearFamily(double[][] features, double[] moments) {
        this.features = features;
        this.moments = moments;
    }

    /**
     * The family of given moments.
     *
     * @param features m rows of length n: feature j of each outcome
     * @param moments b₁, …, bₘ
     * @return the family
     * @throws DomainException if there is no feature or no outcome, a number is not finite or a length wrong
     */
    public static LinearFamily of(double[][] features, double... moments) {
        int n = outcomes(features);
        DomainException.requireLength("moments", moments, features.length);
        double[][] rows = new double[features.length][];
        for (int j = 0; j < rows.length; j++) {
            DomainException.requireFinite("moment " + j, moments[j]);
            rows[j] = DomainException.requireLength("feature " + j, features[j], n)
                    .clone();
            for (double value : rows[j]) {
                DomainException.requireFinite("feature " + j, value);
            }
        }
        return new LinearFamily(rows, moments.clone());
    }

    /**
     * The family that a distribution belongs to: of all that have its moments.
     *
     * @param features m rows of length n: feature j of each outcome
     * @param p a distribution of n outcomes
     * @return the family of the moments Σ pᵢ fⱼ(i)
     * @throws DomainException if there is no feature, a number is not finite or a length wrong
     */
    public static LinearFamily through(double[][] features, Probabilities p) {
        if (outcomes(features) != p.size()) {
            throw new DomainException("outcomes of the features", features[0].length, "those of p, " + p.size());
        }
        return of(features, expectations(features, p));
    }

    private static int outcomes(double[][] features) {
        if (features.length == 0 || features[0].length == 0) {
            throw new DomainException("features", features, "at least one row and one outcome");
        }
        return features[0].length;
    }

    private static double[] expectations(double[][] features, Probabilities p) {
        double[] entries = p.toArray();
        return Arrays.stream(features)
                .mapToDouble(row -> Sums.dot(row, entries))
                .toArray();
    }

    /**
     * The number of outcomes.
     *
     * @return n
     */
    public int outcomes() {
        return features[0].length;
    }

    /**
     * The number of constraints.
     *
     * @return m
     */
    public int constraints() {
        return features.length;
    }

    /**
     * A feature.
     *
     * @param j its number, from 0
     * @param outcome the outcome, from 0
     * @return fⱼ(i)
     */
    public double feature(int j, int outcome) {
        return features[j][outcome];
    }

    /**
     * All features.
     *
     * @return m rows of length n, new arrays
     */
    public double[][] features() {
        return Arrays.stream(features).map(double[]::clone).toArray(double[][]::new);
    }

    /**
     * A required moment.
     *
     * @param j its number, from 0
     * @return bⱼ
     */
    public double moment(int j) {
        return moments[j];
    }

    /**
     * All required moments.
     *
     * @return b₁, …, bₘ, a new array
     */
    public double[] moments() {
        return moments.clone();
    }

    /**
     * The moments that a distribution has.
     *
     * @param p a distribution of n outcomes
     * @return Σ pᵢ fⱼ(i) for each j, a new array
     * @throws DomainException if it has another number of outcomes
     */
    public double[] expectations(Probabilities p) {
        return expectations(features, require(p));
    }

    /**
     * How far a distribution is from this family: the largest |Σ pᵢ (fⱼ(i) − bⱼ)|, each relative to the largest |fⱼ(i) − bⱼ|.
     *
     * <p>Error: at most 1e-15 absolute, for the differences from the moments are summed and not the features.
     *
     * @param p a distribution of n outcomes
     * @return the violation, between 0 (a member) and 1
     * @throws DomainException if it has another number of outcomes
     */
    public double violation(Probabilities p) {
        double[] entries = require(p).toArray();
        return IntStream.range(0, constraints())
                .mapToDouble(j -> {
                    double[] centred =
                            Arrays.stream(features[j]).map(f -> f - moments[j]).toArray();
                    double scale = Arrays.stream(centred).map(Math::abs).max().orElse(0);
                    return scale == 0 ? 0 : Math.abs(Sums.dot(centred, entries)) / scale;
                })
                .max()
                .orElse(0);
    }

    private Probabilities require(Probabilities p) {
        if (p.size() != outcomes()) {
            throw new DomainException("outcomes", p.size(), "those of the features, " + outcomes());
        }
        return p;
    }

    /**
     * The exponential family at right angles to this one through a base measure: pᵢ ∝ qᵢ exp Σ λⱼfⱼ(i), as a flat part of all distributions of n outcomes, whose
     * natural coordinates are log-odds against the last outcome.
     *
     * @param base q, positive
     * @return the family of natural coordinates λ and statistic fⱼ(i) − fⱼ(n)
     * @throws DomainException if q has another number of outcomes or a zero, or the features and the constant are linearly dependent
     */
    public AffineFamily<Integer, Categorical> exponentialFamily(Probabilities base) {
        int last = require(base).size() - 1;
        double[][] matrix = new double[last][constraints()];
        double[] shift = new double[last];
        for (int i = 0; i < last; i++) {
            for (int j = 0; j < constraints(); j++) {
                matrix[i][j] = features[j][i] - features[j][last];
            }
            shift[i] = base.logOdds(i, last);
        }
        return AffineFamily.of(Categorical.family(last + 1), matrix, Vec.<Natural>of(shift));
    }

    @Override
    public String toString() {
        return "distributions of " + outcomes() + " outcomes with " + constraints() + " given moments";
    }
}
