package org.legendre.optimize;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import org.legendre.geometry.DomainException;

/** An observer that prints a line now and then, so that a long run shows how it is getting on. */
public final class Progress implements Consumer<Iterate<?>> {
    private final double period;
    private final PrintStream out;
    private double next = Double.NEGATIVE_INFINITY;

    private Progress(Duration period, PrintStream out) {
        if (period.isNegative()) {
            throw new DomainException("period", period, "a duration ≥ 0");
        }
        this.period = period.getSeconds() + period.getNano() * 1e-9;
        this.out = out;
    }

    /**
     * Prints to the standard output.
     *
     * @param period the least time between two lines, measured by {@link Row#seconds()}
     * @return an observer, for one run
     * @throws DomainException if the period is negative
     */
    public static Progress every(Duration period) {
        return every(period, System.out);
    }

    /**
     * Prints to a stream of your own.
     *
     * @param period the least time between two lines, measured by {@link Row#seconds()}
     * @param out the stream
     * @return an observer, for one run
     * @throws DomainException if the period is negative
     */
    public static Progress every(Duration period, PrintStream out) {
        return new Progress(period, out);
    }

    @Override
    public void accept(Iterate<?> iterate) {
        if (iterate.seconds() < next) {
            return;
        }
        next = iterate.seconds() + period;
        String gap = iterate.gap() < Double.POSITIVE_INFINITY
                ? String.format(Locale.ROOT, "  gap %.3e", iterate.gap())
                : String.format(Locale.ROOT, "  decrement %.3e", iterate.decrement());
        out.println(String.format(
                Locale.ROOT,
                "%8.1f s  iteration %d  value %.15g%s",
                iterate.seconds(),
                iterate.iteration(),
                iterate.value(),
                gap));
    }
}
