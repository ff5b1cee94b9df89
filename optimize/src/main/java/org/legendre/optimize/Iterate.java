package org.legendre.optimize;

import org.legendre.geometry.DomainException;
import org.legendre.geometry.Vec;

/**
 * One point of a run with its measurements. Immutable.
 *
 * @param <X> the tag of the coordinates
 * @param iteration the number of steps taken
 * @param point x
 * @param value f(x)
 * @param change f(x) − f(previous x); +∞ at the start
 * @param step the length of the step that led here; 0 at the start
 * @param decrement ½gᵀG⁻¹g; +∞ if the geometry could not compute it
 * @param residual ‖Gv − g‖/‖g‖ of an iterative solve for the direction; 0 where there was none
 * @param damping λ of a scheme that damps the metric; 0 of others
 * @param gap the duality gap; +∞ where the geometry knows none
 * @param oracleCalls values and gradients asked for since the start
 * @param seconds time since the start
 */
public record Iterate<X>(
        int iteration,
        Vec<X> point,
        double value,
        double change,
        double step,
        double decrement,
        double residual,
        double damping,
        double gap,
        long oracleCalls,
        double seconds)
        implements Row {
    /**
     * Checks that no NaN passes as a measurement.
     *
     * @param iteration the number of steps taken
     * @param point x
     * @param value f(x)
     * @param change f(x) − f(previous x)
     * @param step the last step
     * @param decrement ½gᵀG⁻¹g
     * @param residual the residual of the solve for the direction
     * @param damping the damping of the metric
     * @param gap the duality gap
     * @param oracleCalls values and gradients asked for
     * @param seconds time since the start
     * @throws DomainException if a measurement is NaN
     */
    public Iterate {
        double[] measurements = {value, change, step, decrement, residual, damping, gap, seconds};
        for (double measurement : measurements) {
            if (Double.isNaN(measurement)) {
                throw new DomainException(
                        "measurements (value, change, step, decrement, residual, damping, gap, seconds)",
                        measurements,
                        "no NaN");
            }
        }
    }

    static <X> Iterate<X> of(Row row, Vec<X> point) {
        return new Iterate<>(
                row.iteration(),
                point,
                row.value(),
                row.change(),
                row.step(),
                row.decrement(),
                row.residual(),
                row.damping(),
                row.gap(),
                row.oracleCalls(),
                row.seconds());
    }
}
