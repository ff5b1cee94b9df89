package org.legendre.geometry.information;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.legendre.geometry.special.Logs;

/** Masses that are known by their logarithms. */
final class LogMasses {
    private final double[] logs;

    private LogMasses(double... logs) {
        this.logs = logs;
    }

    static <E> LogMasses of(List<E> elements, ToDoubleFunction<E> log) {
        return new LogMasses(elements.stream().mapToDouble(log).toArray());
    }

    /** log Σ, −∞ for none. */
    double logTotal() {
        return Logs.logSumExp(logs, 0, logs.length);
    }
}
