package org.legendre.geometry.family;

import java.util.Arrays;
import java.util.Optional;
import org.legendre.geometry.Domain;
import org.legendre.geometry.DomainException;

/**
 * The open convex set {λ : Aλ + b is in a domain}, seen from a point inside it. Its chart stretches each ray from there: t ↦ t/(1 + t/R) with R the distance
 * to the boundary, smooth where R is.
 */
final class Section implements Domain {
    private final Domain domain;
    private final double[][] matrix;
    private final double[] shift;
    private final double[] inside;

    Section(Domain domain, double[][] matrix, double[] shift, double[] inside) {
        this.domain = domain;
        this.matrix = matrix;
        this.shift = shift;
        this.inside = inside;
        domain.require("Aλ + b of the point inside, λ = " + Arrays.toString(inside) + ",", image(inside));
    }

    /** Aλ + b. */
    double[] image(double[] lambda) {
        double[] image = PulledHessian.push(matrix, lambda);
        for (int i = 0; i < image.length; i++) {
            image[i] += shift[i];
        }
        return image;
    }

    @Override
    public int size() {
        return inside.length;
    }

    @Override
    public Optional<String> diagnose(double[] x) {
        if (x.length != size()) {
            return Optional.of("length " + x.length + " instead of " + size());
        }
        return domain.diagnose(image(x)).map(reason -> "Aλ + b: " + reason);
    }

    @Override
    public double[] fromChart(double[] u) {
        double length = length(DomainException.requireLength("chart coordinates", u, size()));
        return length == 0 ? inside.clone() : along(u, 1 / (1 + length / reach(u, length)));
    }

    @Override
    public double[] toChart(double[] x) {
        require("x", x);
        double[] difference = new double[size()];
        Arrays.setAll(difference, i -> x[i] - inside[i]);
        double length = length(difference);
        if (length == 0) {
            return difference;
        }
        double stretch = 1 / (1 - length / reach(difference, length));
        Arrays.setAll(difference, i -> stretch * difference[i]);
        return difference;
    }

    private double[] along(double[] direction, double t) {
        double[] x = new double[size()];
        Arrays.setAll(x, i -> inside[i] + t * direction[i]);
        return x;
    }

    /** The distance to the boundary along a ray, +∞ if there is none before numbers end. */
    private double reach(double[] direction, double length) {
        int low = -1000;
        int high = 960;
        if (inside(direction, length, Math.scalb(1.0, high))) {
            return Double.POSITIVE_INFINITY;
        }
        while (high - low > 1) {
            int middle = Math.floorDiv(low + high, 2);
            if (inside(direction, length, Math.scalb(1.0, middle))) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double near = Math.scalb(1.0, low);
        double far = Math.scalb(1.0, high);
        for (int k = 0; k < 53; k++) {
            double middle = 0.5 * (near + far);
            if (inside(direction, length, middle)) {
                near = middle;
            } else {
                far = middle;
            }
        }
        return far;
    }

    private boolean inside(double[] direction, double length, double distance) {
        return domain.contains(image(along(direction, distance / length)));
    }

    private static double length(double[] v) {
        double sum = 0;
        for (double entry : v) {
            sum = Math.hypot(sum, entry);
        }
        return sum;
    }

    @Override
    public String toString() {
        return "the " + size() + "-dimensional λ with Aλ + b in " + domain;
    }
}
