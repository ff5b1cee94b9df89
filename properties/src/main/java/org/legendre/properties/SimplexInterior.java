package org.legendre.properties;

import java.util.Optional;
import org.legendre.geometry.Domain;
import org.legendre.optimize.Constraint;

/** Positive weights that sum to 1, by their logits: where methods on the simplex start. The logits of a point are not unique, its logarithms are some. */
final class SimplexInterior implements Domain {
    private final int n;

    SimplexInterior(int n) {
        this.n = n;
    }

    @Override
    public int size() {
        return n;
    }

    @Override
    public Optional<String> diagnose(double[] x) {
        for (double weight : x) {
            if (!(weight > 0)) {
                return Optional.of("the weight " + weight + " is not positive");
            }
        }
        return Constraint.simplex().diagnose(x);
    }

    @Override
    public double[] fromChart(double[] u) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (double logit : u) {
            greatest = Math.max(greatest, logit);
        }
        double[] x = new double[n];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            x[i] = Math.exp(u[i] - greatest);
            sum += x[i];
        }
        for (int i = 0; i < n; i++) {
            x[i] /= sum;
        }
        return x;
    }

    @Override
    public double[] toChart(double[] x) {
        double[] u = new double[n];
        for (int i = 0; i < n; i++) {
            u[i] = Math.log(x[i]);
        }
        return u;
    }

    @Override
    public String toString() {
        return "the interior of the simplex of " + n + " weights";
    }
}
