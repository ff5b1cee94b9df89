package org.legendre.optimize;

import java.io.Serial;
import java.io.Serializable;
import java.util.Optional;
import org.legendre.geometry.Coordinates;
import org.legendre.geometry.Vec;

/**
 * Where a run stands: all that the next step depends on besides objective, geometry, scheme and step rule. Immutable and serialisable; a run resumed
 * from it continues as the unbroken run would have, bit for bit (but for the seconds).
 *
 * @param <X> the tag of the coordinates x
 * @param <Y> the dual tag
 */
public final class State<X extends Coordinates<Y>, Y extends Coordinates<X>> implements Row, Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    /** The number of steps taken. */
    private final int iteration;

    /** The point. */
    final double[] x;

    /** The dual point; empty if the geometry has none. */
    final double[] y;

    /** The differential at the point. */
    final double[] g;

    /** What the step rule remembers. */
    final double[] memory;

    /** What the scheme remembers. */
    final double[] momentum;

    /** f(x). */
    private final double value;

    /** f(x) − f(previous x). */
    private final double change;

    /** The length of the step that led here. */
    private final double step;

    /** ½gᵀG⁻¹g. */
    private final double decrement;

    /** ‖Gv − g‖/‖g‖ of an iterative solve. */
    private final double residual;

    /** λ of a scheme that damps the metric. */
    private final double damping;

    /** The duality gap. */
    private final double gap;

    /** Values and gradients asked for. */
    private final long oracleCalls;

    /** Time since the start. */
    private final double seconds;

    State(Row row, double[] x, double[] y, double[] g, double[] memory, double[] momentum) {
        this.iteration = row.iteration();
        this.x = x;
        this.y = y;
        this.g = g;
        this.memory = memory;
        this.momentum = momentum;
        this.value = row.value();
        this.change = row.change();
        this.step = row.step();
        this.decrement = row.decrement();
        this.residual = row.residual();
        this.damping = row.damping();
        this.gap = row.gap();
        this.oracleCalls = row.oracleCalls();
        this.seconds = row.seconds();
    }

    /**
     * The point.
     *
     * @return x
     */
    public Vec<X> point() {
        return Vec.of(x);
    }

    /**
     * The dual point, from which a mirror method steps: the log weights of exponentiated gradient.
     *
     * @return y; empty if the geometry or the scheme keeps none
     */
    public Optional<Vec<Y>> dual() {
        return y.length == 0 ? Optional.empty() : Optional.of(Vec.of(y));
    }

    /**
     * The differential at the point.
     *
     * @return ∇f(x)
     */
    public Vec<Y> differential() {
        return Vec.of(g);
    }

    /**
     * The point with its measurements.
     *
     * @return the iterate
     */
    public Iterate<X> iterate() {
        return Iterate.of(this, point());
    }

    @Override
    public int iteration() {
        return iteration;
    }

    @Override
    public double value() {
        return value;
    }

    @Override
    public double change() {
        return change;
    }

    @Override
    public double step() {
        return step;
    }

    @Override
    public double decrement() {
        return decrement;
    }

    @Override
    public double residual() {
        return residual;
    }

    @Override
    public double damping() {
        return damping;
    }

    @Override
    public double gap() {
        return gap;
    }

    @Override
    public long oracleCalls() {
        return oracleCalls;
    }

    @Override
    public double seconds() {
        return seconds;
    }

    @Override
    public String toString() {
        return "iterate " + iteration + ": f(" + point() + ") = " + value + ", decrement " + decrement
                + (gap < Double.POSITIVE_INFINITY ? ", gap " + gap : "");
    }
}
