package org.legendre.examples.figure;

import java.util.List;
import java.util.Optional;
import org.legendre.geometry.DomainException;

/**
 * One axis of a figure.
 *
 * @param label what it measures, with its unit
 * @param log whether it is logarithmic
 * @param range what it shows; empty to fit the data
 * @param names the names of the categories at 0, 1, 2, …; empty on an axis of numbers
 */
public record Axis(String label, boolean log, Optional<Range> range, List<String> names) {
    /**
     * Checks that a logarithmic axis shows positive numbers.
     *
     * @param label what it measures
     * @param log whether it is logarithmic
     * @param range what it shows
     * @param names the names of the categories
     * @throws DomainException if the axis is logarithmic and its range is not positive, or it has categories
     */
    public Axis {
        names = List.copyOf(names);
        if (log && range.isPresent() && !(range.get().low() > 0)) {
            throw new DomainException("range of a logarithmic axis", range.get(), "numbers > 0");
        }
        if (log && !names.isEmpty()) {
            throw new DomainException("logarithmic axis", names, "numbers, not categories");
        }
    }

    /** An axis of numbers with nothing said about it. */
    static final Axis PLAIN = new Axis("", false, Optional.empty(), List.of());

    Axis withLabel(String text) {
        return new Axis(text, log, range, names);
    }

    Axis logarithmic() {
        return new Axis(label, true, range, names);
    }

    Axis showing(double low, double high) {
        return new Axis(label, log, Optional.of(new Range(low, high)), names);
    }

    Axis withNames(List<String> categories) {
        return new Axis(label, log, range, categories);
    }
}
