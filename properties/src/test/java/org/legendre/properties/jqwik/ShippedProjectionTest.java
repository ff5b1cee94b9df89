package org.legendre.properties.jqwik;

import org.legendre.properties.ProjectionSubject;

/** The shipped I-projection under the jqwik binding. */
class ShippedProjectionTest implements ProjectionContract {
    @Override
    public ProjectionSubject subject() {
        return ProjectionSubject.shipped();
    }
}
