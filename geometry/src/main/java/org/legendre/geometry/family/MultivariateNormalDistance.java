package org.legendre.geometry.family;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.PositiveDefinite;
import org.legendre.geometry.special.Chords;
import org.legendre.geometry.special.Sums;

/**
 * The Fisher–Rao distance of two multivariate normals where it is known in closed form: on the fixed points of a group of isometries, which are
 * totally geodesic, so that the distance within them is that of the whole.
 */
final class MultivariateNormalDistance {
    private MultivariateNormalDistance() {}

    static double of(MultivariateNormal p, MultivariateNormal q) {
        double[] difference = p.mean().minus(q.mean()).toArray();
        int[] moved = IntStream.range(0, difference.length)
                .filter(i -> difference[i] != 0)
                .toArray();
        if (moved.length == 0) {
            return ofCovariances(p.covariance(), q.covariance());
        }
        if (p.covariance().equals(q.covariance())) {
            double length = Math.sqrt(p.covariance().inverseQuadratic(difference));
            return Math.sqrt(2) * Chords.halfPlane(length * Math.sqrt(0.5), 1, 1);
        }
        int axis = moved[0];
        if (moved.length > 1 || !uncorrelated(p.covariance(), axis) || !uncorrelated(q.covariance(), axis)) {
            throw new DomainException(
                    "second argument",
                    q,
                    "a normal of the same mean or of the same covariance as " + p
                            + ", or one whose mean differs along one axis that is uncorrelated with the others in both: between other"
                            + " normals the Fisher–Rao distance has no known closed form");
        }
        Normal marginalP = new Normal(p.mean().get(axis), p.covariance().get(axis, axis));
        Normal marginalQ = new Normal(q.mean().get(axis), q.covariance().get(axis, axis));
        double along = marginalP.fisherRaoTo(marginalQ);
        return p.size() == 1
                ? along
                : Math.hypot(along, ofCovariances(without(axis, p.covariance()), without(axis, q.covariance())));
    }

    /** √(½ Σ log² λᵢ). */
    private static double ofCovariances(PositiveDefinite a, PositiveDefinite b) {
        double[] logs = PositiveDefinitePencil.logEigenvalues(a, b);
        return Math.sqrt(0.5 * Sums.dot(logs, logs));
    }

    private static boolean uncorrelated(PositiveDefinite covariance, int axis) {
        return IntStream.range(0, covariance.size()).allMatch(j -> j == axis || covariance.get(axis, j) == 0);
    }

    private static PositiveDefinite without(int axis, PositiveDefinite a) {
        int[] others = IntStream.range(0, a.size()).filter(i -> i != axis).toArray();
        double[][] rows = new double[others.length][];
        Arrays.setAll(
                rows,
                i -> Arrays.stream(others).mapToDouble(j -> a.get(others[i], j)).toArray());
        return PositiveDefinite.of(rows);
    }
}
