package org.legendre.optimize;

import java.time.Duration;
import java.util.Optional;
import org.legendre.geometry.DomainException;

/** Says when a run is over, and in words why. Stateless: it sees the measurements of the current iterate only. */
@FunctionalInterface
public interface Stopping {
    /**
     * Looks at an iterate.
     *
     * @param row its measurements
     * @return how the run ends; empty to go on
     */
    Optional<Outcome> check(Row row);

    /**
     * Stops when one of the two does; if both do, with the stronger outcome (certified, converged, exhausted).
     *
     * @param other the other rule
     * @return either
     */
    default Stopping or(Stopping other) {
        return row -> {
            Optional<Outcome> first = check(row);
            Optional<Outcome> second = other.check(row);
            if (first.isEmpty() || second.isEmpty()) {
                return first.isPresent() ? first : second;
            }
            return rank(second.get()) > rank(first.get()) ? second : first;
        };
    }

    /**
     * Stops when both do, with the stronger of the two outcomes (both hold) and both reasons.
     *
     * @param other the other rule
     * @return both
     */
    default Stopping and(Stopping other) {
        return row -> {
            Optional<Outcome> first = check(row);
            Optional<Outcome> second = other.check(row);
            if (first.isEmpty() || second.isEmpty()) {
                return Optional.empty();
            }
            String reason = first.get().reason() + " and " + second.get().reason();
            Outcome stronger = rank(second.get()) > rank(first.get()) ? second.get() : first.get();
            if (stronger instanceof Outcome.Certified certified) {
                return Optional.of(new Outcome.Certified(reason, certified.gap()));
            }
            if (stronger instanceof Outcome.Converged) {
                return Optional.of(new Outcome.Converged(reason));
            }
            return Optional.of(stronger instanceof Outcome.Exhausted ? new Outcome.Exhausted(reason) : stronger);
        };
    }

    /**
     * Stops after n steps: exhausted.
     *
     * @param n the number of steps, counted from the start of the whole run
     * @return the rule
     * @throws DomainException if n is negative
     */
    static Stopping iterations(int n) {
        if (n < 0) {
            throw new DomainException("iterations", n, "at least 0");
        }
        return row -> row.iteration() >= n
                ? Optional.of(new Outcome.Exhausted(n + " iterations are done"))
                : Optional.empty();
    }

    /**
     * Stops when the duality gap is at most ε: certified, for a convex objective.
     *
     * @param epsilon ε, positive
     * @return the rule
     * @throws DomainException if ε is not positive and finite
     */
    static Stopping gapBelow(double epsilon) {
        DomainException.requirePositive("gap", epsilon);
        return row -> row.gap() <= epsilon
                ? Optional.of(
                        new Outcome.Certified("the duality gap " + row.gap() + " is at most " + epsilon, row.gap()))
                : Optional.empty();
    }

    /**
     * Stops when the decrement ½gᵀG⁻¹g is at most ε: converged.
     *
     * @param epsilon ε, positive
     * @return the rule
     * @throws DomainException if ε is not positive and finite
     */
    static Stopping decrementBelow(double epsilon) {
        DomainException.requirePositive("decrement", epsilon);
        return row -> row.decrement() <= epsilon
                ? Optional.of(new Outcome.Converged("the decrement " + row.decrement() + " is at most " + epsilon))
                : Optional.empty();
    }

    /**
     * Stops when the objective is at most v: converged.
     *
     * @param v the target
     * @return the rule
     * @throws DomainException if v is not finite
     */
    static Stopping valueBelow(double v) {
        DomainException.requireFinite("target value", v);
        return row -> row.value() <= v
                ? Optional.of(new Outcome.Converged("the value " + row.value() + " is at most " + v))
                : Optional.empty();
    }

    /**
     * Stops when the last step changed the objective by at most ε: converged. A short step does so too.
     *
     * @param epsilon ε, positive
     * @return the rule
     * @throws DomainException if ε is not positive and finite
     */
    static Stopping valueChangeBelow(double epsilon) {
        DomainException.requirePositive("value change", epsilon);
        return row -> Math.abs(row.change()) <= epsilon
                ? Optional.of(new Outcome.Converged(
                        "the last step changed the value by " + row.change() + ", at most " + epsilon))
                : Optional.empty();
    }

    /**
     * Stops after a time: exhausted. A run that it stops does not repeat bit for bit.
     *
     * @param limit the time since the start, not negative
     * @return the rule
     * @throws DomainException if the limit is negative
     */
    static Stopping time(Duration limit) {
        if (limit.isNegative()) {
            throw new DomainException("time limit", limit, "a duration ≥ 0");
        }
        double seconds = limit.getSeconds() + limit.getNano() * 1e-9;
        return row -> row.seconds() >= seconds
                ? Optional.of(new Outcome.Exhausted("the time of " + seconds + " seconds is used up"))
                : Optional.empty();
    }

    private static int rank(Outcome outcome) {
        if (outcome instanceof Outcome.Exhausted) {
            return 1;
        }
        return outcome instanceof Outcome.Converged ? 2 : 3;
    }
}
