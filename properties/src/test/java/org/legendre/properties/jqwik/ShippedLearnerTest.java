package org.legendre.properties.jqwik;

import org.legendre.properties.LearnerSubject;

/** A shipped learner under the jqwik binding. */
class ShippedLearnerTest implements LearnerContract {
    @Override
    public LearnerSubject subject() {
        return LearnerSubject.hedge(3);
    }
}
