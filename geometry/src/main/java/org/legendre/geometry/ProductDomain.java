package org.legendre.geometry;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** A product of domains, coordinates one after the other. */
final class ProductDomain implements Domain {
    private final Domain[] factors;
    private final int size;

    ProductDomain(Domain[] factors) {
        this.factors = factors;
        this.size = Arrays.stream(factors).mapToInt(Domain::size).sum();
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Optional<String> diagnose(double[] x) {
        if (x.length != size) {
            return Optional.of("length " + x.length + " instead of " + size);
        }
        int from = 0;
        for (Domain factor : factors) {
            int to = from + factor.size();
            Optional<String> reason = factor.diagnose(Arrays.copyOfRange(x, from, to));
            if (reason.isPresent()) {
                return Optional.of(reason.get() + ", counting from coordinate " + from);
            }
            from = to;
        }
        return Optional.empty();
    }

    @Override
    public double[] fromChart(double[] u) {
        return map(u, true);
    }

    @Override
    public double[] toChart(double[] x) {
        return map(x, false);
    }

    private double[] map(double[] x, boolean fromChart) {
        DomainException.requireLength(fromChart ? "chart coordinates" : "x", x, size);
        double[] out = new double[size];
        int from = 0;
        for (Domain factor : factors) {
            double[] part = Arrays.copyOfRange(x, from, from + factor.size());
            double[] image = fromChart ? factor.fromChart(part) : factor.toChart(part);
            System.arraycopy(image, 0, out, from, image.length);
            from += image.length;
        }
        return out;
    }

    @Override
    public String toString() {
        return Arrays.stream(factors).map(Domain::toString).collect(Collectors.joining(" × "));
    }
}
