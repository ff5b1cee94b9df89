package org.legendre.optimize;

import java.util.Optional;

/** Steps 2/(k + 2), whatever the objective says. */
enum OpenLoop implements StepRule {
    INSTANCE;

    @Override
    public Optional<Outcome> choose(Search search) {
        int iteration = search.from().iteration();
        return search.move(2 / (iteration + 2.0))
                ? Optional.empty()
                : Optional.of(new Outcome.Failed("the step leaves the domain: " + search.obstacle(), iteration));
    }

    @Override
    public String toString() {
        return "step 2/(k + 2)";
    }
}
