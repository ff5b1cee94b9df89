package org.legendre.geometry.family;

import java.util.Arrays;
import java.util.Optional;
import org.legendre.geometry.Domain;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.special.Logs;

/** {η &gt; 0, Σηᵢ &lt; 1} in ℝⁿ, charted by the log-odds against what is left, 1 − Σηᵢ. */
record OpenSimplex(int size) implements Domain {
    @Override
    public Optional<String> diagnose(double[] e) {
        if (e.length != size) {
            return Optional.of("length " + e.length + " instead of " + size);
        }
        for (int i = 0; i < size; i++) {
            if (!(e[i] > 0 && e[i] < 1)) {
                return Optional.of("entry " + i + " = " + e[i] + " is not in (0, 1)");
            }
        }
        double last = CategoricalPotential.remainder(e);
        return last > 0 ? Optional.empty() : Optional.of("the last probability 1 − Σηᵢ = " + last + " is not positive");
    }

    @Override
    public double[] fromChart(double[] u) {
        DomainException.requireLength("chart coordinates", u, size());
        return Arrays.copyOf(CategoricalPotential.softmax(u).toArray(), size);
    }

    @Override
    public double[] toChart(double[] e) {
        require("point", e);
        double[] u = new double[size];
        double last = CategoricalPotential.remainder(e);
        Arrays.setAll(u, i -> Logs.logRatio(e[i], last));
        return u;
    }

    @Override
    public String toString() {
        return "{η > 0, Σηᵢ < 1} in dimension " + size;
    }
}
