package org.legendre.geometry.family;

import java.util.Arrays;
import java.util.Optional;
import org.legendre.geometry.Domain;
import org.legendre.geometry.DomainException;

/** {‖η‖ &lt; 1} in ℝⁿ, charted by η/√(1 − ‖η‖²). */
record OpenBall(int size) implements Domain {
    @Override
    public Optional<String> diagnose(double[] e) {
        if (e.length != size) {
            return Optional.of("length " + e.length + " instead of " + size);
        }
        double norm = UnitVectors.norm(e);
        if (norm < 1) {
            return Optional.empty();
        }
        return Optional.of(norm >= 1 ? "the length " + norm + " is not below 1" : "an entry is not a number");
    }

    @Override
    public double[] fromChart(double[] u) {
        DomainException.requireLength("chart coordinates", u, size());
        double length = Math.hypot(1, UnitVectors.norm(u));
        return Arrays.stream(u).map(x -> x / length).toArray();
    }

    @Override
    public double[] toChart(double[] e) {
        require("point", e);
        double norm = UnitVectors.norm(e);
        double scale = Math.sqrt((1 - norm) * (1 + norm));
        return Arrays.stream(e).map(x -> x / scale).toArray();
    }

    @Override
    public String toString() {
        return "{‖η‖ < 1} in dimension " + size;
    }
}
