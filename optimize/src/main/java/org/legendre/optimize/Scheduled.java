package org.legendre.optimize;

import java.util.Optional;
import org.legendre.geometry.DomainException;

/** Steps first/(k + 1)^power, whatever the objective says. */
record Scheduled(double first, double power) implements StepRule {
    Scheduled {
        DomainException.requirePositive("step", first);
        DomainException.requireNonnegative("power", power);
    }

    @Override
    public Optional<Outcome> choose(Search search) {
        int iteration = search.from().iteration();
        double t = power == 0 ? first : first / Math.pow(iteration + 1.0, power);
        return search.move(t)
                ? Optional.empty()
                : Optional.of(new Outcome.Failed(
                        "the step " + t + " from iterate " + iteration + " leaves the domain: " + search.obstacle(),
                        iteration));
    }

    @Override
    public String toString() {
        return power == 0 ? "constant step " + first : "step " + first + "/(k + 1)^" + power;
    }
}
