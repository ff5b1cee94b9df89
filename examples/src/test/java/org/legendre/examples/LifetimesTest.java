package org.legendre.examples;

import org.legendre.examples.chapter.OnTrial;
import org.legendre.properties.FamilySubject;
import org.legendre.properties.jqwik.FamilyContract;

// begin: jqwik
class LifetimesTest implements FamilyContract {
    @Override
    public FamilySubject subject() {
        return FamilySubject.of(OnTrial.lifetimes());
    }
}
// end: jqwik
